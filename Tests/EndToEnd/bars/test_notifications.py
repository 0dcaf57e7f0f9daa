"""`session-request notify` with a real notification daemon: told, pressed, connected."""

import json
import re

import pytest

from flows import ADDRESS, create, get, grant, open_link
from moments import until


@pytest.fixture
def notified(x11, root):
    """A desktop with dunst and the feed; `press` presses the first button of what is shown."""
    x11.environment["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={x11.home}/bus"
    x11.start("dbus-daemon", "--session", "--nofork", f"--address=unix:path={x11.home}/bus")
    until(lambda: (x11.home / "bus").exists(), within=10, what="the session bus")
    # What has buttons is asked for with a menu: whoever sees it chooses to connect.
    (x11.home / "menu").write_text("#!/bin/sh\ngrep -m 1 Connect\n")
    (x11.home / "menu").chmod(0o755)
    (x11.home / "dunstrc").write_text(
        f"[global]\n    font = DejaVu Sans 12\n    markup = full\n    dmenu = {x11.home}/menu\n")
    (x11.home / "bin/anydesk").write_text(f'#!/bin/sh\necho "$*" >{x11.home}/started\n')
    (x11.home / "bin/anydesk").chmod(0o755)
    x11.own()
    x11.start("dunst", "-config", x11.home / "dunstrc")
    until(lambda: x11.run("dunstctl", "count", "displayed").returncode == 0, within=10, what="dunst")
    before = subscriptions(root)
    x11.start("session-request", "notify")
    until(lambda: subscriptions(root) > before, within=10, what="the feed following")
    return x11


def subscriptions(root):
    text = root.call("daemon.metrics")["openMetrics"]
    return int(re.search(r"^session_requestd_subscriptions (\d+)$", text, re.MULTILINE).group(1))


def displayed(desktop):
    return int(desktop.run("dunstctl", "count", "displayed").stdout or 0)


def history(desktop):
    """What was shown and closed, the newest first: (summary, body)."""
    entries = json.loads(desktop.run("dunstctl", "history").stdout)["data"][0]
    return [(entry["summary"]["data"], entry["body"]["data"]) for entry in entries]


def close_all(desktop):
    desktop.run("dunstctl", "close-all")
    until(lambda: displayed(desktop) == 0, within=10, what="nothing displayed")


def test_connect_is_pressed(notified, root, gateway):
    request = create(root, recipient={"name": "Zoë <b>&"}, subject="Printer & <i>toner</i>")
    open_link(gateway, request)
    until(lambda: displayed(notified) == 1, within=10, what="somebody waiting being told")
    close_all(notified)
    # A title is a text; a body is markup, in which nothing of a subject is.
    assert history(notified)[0] == ("Zoë <b>& waits", "Printer &amp; &lt;i&gt;toner&lt;/i&gt;")
    grant(gateway, request)
    until(lambda: displayed(notified) == 1, within=10, what="access being told")
    notified.run("dunstctl", "action", "0")
    until(lambda: get(root, request)["status"] == "connected", within=10, what="the press connecting")
    until((notified.home / "started").exists, within=10, what="the client starting")
    assert (notified.home / "started").read_text() == f"{ADDRESS}\n"


def test_what_has_changed_since_is_not_connected_to(notified, root, gateway):
    request = create(root)
    open_link(gateway, request)
    until(lambda: displayed(notified) == 1, within=10, what="somebody waiting being told")
    close_all(notified)
    grant(gateway, request)
    until(lambda: displayed(notified) == 1, within=10, what="access being told")
    grant(gateway, request, address="111222333")
    root.call("sessionRequest.comment", id=request["id"], text="Another machine.")
    notified.run("dunstctl", "action", "0")
    # It is closed by being pressed; what comes next is the refusal.
    until(lambda: history(notified)[0][0].endswith("allows access"), within=10, what="the press")
    try:
        until(lambda: displayed(notified) == 1, within=5, what="the refusal being told")
    except AssertionError:
        print(notified.logs(), history(notified), get(root, request))
        raise
    close_all(notified)
    title, body = history(notified)[0]
    assert title == f"Session request {request['id']}" and "[revision_conflict]" in body
    assert get(root, request)["status"] == "ready"
