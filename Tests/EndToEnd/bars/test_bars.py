"""Real bars, configured with the files of contrib, show the desk as it changes: seen on screenshots."""

import os
import pathlib
import re
import subprocess

import pytest

import desk as desks
import screens
from flows import create, grant, open_link
from moments import until

PICTURES = desks.HERE.parent.parent / "build" / "screenshots"
WAITING, READY = "#E0AF3C", "#5FB35F"


def picture(desktop, name):
    """Takes a picture and keeps it where people can look at it; how many pixels have which colour."""
    file = desktop.home / f"{name}.png"
    command = ["grim"] if "WAYLAND_DISPLAY" in desktop.environment else ["import", "-window", "root"]
    taken = desktop.run(*command, file)
    assert taken.returncode == 0, taken.stderr
    PICTURES.mkdir(parents=True, exist_ok=True)
    (PICTURES / file.name).write_bytes(file.read_bytes())
    histogram = subprocess.run(
        ["convert", file, "-depth", "8", "-format", "%c", "histogram:info:"], capture_output=True, text=True, check=True)
    return {color: int(count) for count, color in re.findall(r"^\s*(\d+): \S+.*? (#[0-9A-F]{6})", histogram.stdout, re.M)}


def shows(desktop, name, color, pixels=20):
    try:
        until(lambda: picture(desktop, name).get(color, 0) >= pixels, within=20, what=f"{color} on {name}.png")
    except AssertionError as error:
        raise AssertionError(f"{error}\n{desktop.logs()}") from None


@pytest.fixture
def changing(desk, root, gateway):
    """Brings a request from nothing to ready, with a look in between; leaves the desk empty."""
    def change(desktop, bar, look=shows):
        request = create(root, recipient={"name": "Zoë <b>&"})
        open_link(gateway, request)
        look(desktop, f"{bar}-waiting", WAITING)
        grant(gateway, request)
        look(desktop, f"{bar}-ready", READY)
        assert picture(desktop, f"{bar}-ready").get(WAITING, 0) < 20
        root.call("sessionRequest.close", id=request["id"], reason="done")

    return change


def test_waybar_in_sway(sway, changing):
    bar = screens.waybar(sway)
    changing(sway, "waybar")
    feeds = feeds_of(sway)
    assert len(feeds) == 1
    # It is killed, and its feed ends.
    bar.kill()
    bar.wait(10)
    until(lambda: not feeds_of(sway), within=15, what="the feed ending with waybar")


def feeds_of(desktop):
    """The feeds that run from the desktop's own copy of the program."""
    found = []
    for process in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            if os.readlink(process / "exe") == str(desktop.home / "bin/session-request"):
                found.append(process.name)
        except OSError:
            continue
    return found


def test_polybar_in_x(x11, changing):
    (x11.home / "polybar.ini").write_text(
        "[bar/top]\nwidth=100%\nheight=40\nfont-0=DejaVu Sans:size=16\nmodules-center=session-request\nbackground=#203040\n"
        + (screens.CONTRIB / "polybar/session-request.ini").read_text())
    x11.own()
    x11.start("polybar", "-c", "polybar.ini", "top")
    changing(x11, "polybar")


@pytest.mark.parametrize("kind", ["i3bar", "i3blocks"])
def test_i3bar_in_x(x11, changing, kind):
    config = (screens.CONTRIB / "i3/session-request.conf").read_text()
    if kind == "i3blocks":
        (x11.home / "blocks").write_text((screens.CONTRIB / "i3blocks/session-request.conf").read_text())
        config = config.replace("session-request bar --format i3bar", f"i3blocks -c {x11.home}/blocks")
    (x11.home / "i3.conf").write_text("# i3 config file (v4)\nfont pango:DejaVu Sans 16\n" + config)
    x11.own()
    x11.start("i3", "-c", x11.home / "i3.conf")
    changing(x11, kind)


def test_tmux(desktop, root, gateway):
    """In a terminal that is another tmux."""
    plain = desktop(screens.Desktop)
    config = (screens.CONTRIB / "tmux/session-request.conf").read_text().replace("status-interval 5", "status-interval 1")
    (plain.home / "tmux.conf").write_text(config)
    plain.own()
    inner = f"env --unset=TMUX tmux -S {plain.home}/inner -f {plain.home}/tmux.conf new-session cat"
    outer = ["tmux", "-S", plain.home / "outer", "-f", "/dev/null"]
    started = plain.run(*outer, "new-session", "-d", "-x", "80", "-y", "10", inner)
    assert started.returncode == 0, started.stderr
    request = create(root)
    open_link(gateway, request)
    try:
        screen = lambda: plain.run(*outer, "capture-pane", "-p").stdout  # noqa: E731
        until(lambda: "1 waiting" in screen(), within=20, what="the status line showing one that waits")
        grant(gateway, request)
        until(lambda: "1 ready" in screen(), within=20, what="the status line showing one that is ready")
    finally:
        plain.run("tmux", "-S", plain.home / "inner", "kill-server")
        plain.run(*outer, "kill-server")
        root.call("sessionRequest.close", id=request["id"], reason="done")
