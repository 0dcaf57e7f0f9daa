"""The widget for KDE Plasma, installed and shown by Plasma's own programs."""

import subprocess

import pytest

import screens
from flows import create, grant, open_link
from moments import until
from test_bars import READY, WAITING, picture, shows

WIDGET = screens.CONTRIB / "kde" / "org.session_requestd.bar"


@pytest.fixture
def widget(x11):
    """The widget in a window of its own, whose size says whether it is in a panel or open."""
    parts = screens.plasma()
    x11.environment |= {
        "QT_QUICK_BACKEND": "software", "QT_QPA_PLATFORM": "xcb", "QT_FONT_DPI": "144",
        "XDG_CURRENT_DESKTOP": "KDE", "XDG_DATA_HOME": str(x11.home / "data"),
        "QT_PLUGIN_PATH": str(next(parts.glob("usr/lib/*/qt5/plugins"))), "DBUS_SESSION_BUS_ADDRESS": f"unix:path={x11.home}/bus"}
    # What opens an address is the desktop's; here it writes down which.
    opener = x11.home / "bin" / "xdg-open"
    opener.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >>{x11.home}/opened\n')
    opener.chmod(0o755)
    x11.own()
    x11.start("dbus-daemon", "--session", "--nofork", f"--address=unix:path={x11.home}/bus")
    until((x11.home / "bus").exists, within=10, what="the session bus")
    installed = x11.run("kpackagetool5", "--install", WIDGET)
    assert installed.returncode == 0, installed.stderr
    x11.start(parts / "usr/bin/plasmawindowed", "org.session_requestd.bar")
    return x11


def window(desktop):
    found = until(lambda: desktop.run("xdotool", "search", "--onlyvisible", "--name", "^Session Requests$").stdout.split(),
                  within=30, what="the widget's window")
    return found[-1]


def log(desktop):
    return (desktop.home / "plasmawindowed.log").read_text()


def test_the_panel_shows_how_many_and_a_press_on_somebody_opens_the_address(widget, root, gateway):
    request = create(root, recipient={"name": "Zoë <b>&"}, subject="Printer")
    try:
        number = window(widget)
        open_link(gateway, request)
        shows(widget, "kde-panel-waiting", WAITING)
        grant(gateway, request)
        shows(widget, "kde-panel-ready", READY)
        assert picture(widget, "kde-panel-ready").get(WAITING, 0) < 20
        # With more room it lists them.
        widget.run("xdotool", "windowsize", "--sync", number, "600", "180")
        shows(widget, "kde-list", READY)

        def pressed():
            widget.run("xdotool", "mousemove", "--window", number, "60", "66", "click", "1")
            return (widget.home / "opened").exists() and (widget.home / "opened").read_text()

        opened = until(pressed, within=10, what="a press on the line of the one who is ready")
        assert set(opened.split()) == {f"session-request://connect/{request['id']}"}
    finally:
        root.call("sessionRequest.close", id=request["id"], reason="done")
    # Qt names the file of what goes wrong in one.
    assert "org.session_requestd.bar/" not in log(widget), log(widget)


def test_the_settings_can_be_shown(x11):
    shown = x11.run(
        "env", "QT_QPA_PLATFORM=offscreen", "QT_QUICK_BACKEND=software", "qmlscene", "--quit",
        WIDGET / "contents/ui/ConfigGeneral.qml")
    assert shown.returncode == 0 and "ConfigGeneral.qml" not in shown.stderr, shown.stderr


def test_names_reach_no_shell_and_foreign_addresses_no_press(tmp_path):
    """The reader of the command's output, alone."""
    reader = (WIDGET / "contents/ui/xbar.js").read_text().replace(".pragma library", "")
    script = tmp_path / "reading.js"
    script.write_text(reader + """
    function is(what, wanted) {
        if (JSON.stringify(what) !== JSON.stringify(wanted)) throw new Error(JSON.stringify(what) + " is not " + JSON.stringify(wanted))
    }
    is(parsed("2 waiting | ansi=false color=#e0af3c\\n---\\n<b>A</b> - B | ansi=false href=session-request://connect/7\\n"),
       {text: "2 waiting", color: "#e0af3c", rows: [{text: "<b>A</b> - B", link: "session-request://connect/7"}]})
    is(parsed("no requests | ansi=false\\n---\\n"), {text: "no requests", color: "", rows: []})
    is(parsed("off\\n---\\nwhy | href=https://evil.example\\n").rows, [{text: "why", link: ""}])
    is(parsed("off\\n---\\nwhy | href=session-request://connect/7;id\\n").rows, [{text: "why", link: ""}])
    is([parsed(""), parsed("one line\\n"), parsed("a\\nb\\n")], [null, null, null])
    console.log("read")
    """)
    done = subprocess.run(["node", script], capture_output=True, text=True)
    assert done.stdout == "read\n", done.stderr
