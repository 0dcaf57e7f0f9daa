"""Connect with a real remote-desktop client: the recipient's screen is seen on the agent's."""

import socket

import desk as desks
from moments import until
from moves import becomes, still
from stage import Stage
RED = "C81E1E"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_the_recipients_screen_is_seen_and_the_note_is_asked_for(desk, page, service, make_stage, tmp_path):
    service.configure(desks.configuration(policy={"allowedSchemes": ["vnc"], "allowPrivateHosts": True}))
    service.restart()
    port = free_port()
    with Stage(tmp_path / "recipient", tmp_path, size="640x480x24") as recipient:
        assert recipient.run("xsetroot", "-solid", f"#{RED}").returncode == 0
        recipient.start("x11vnc", "-quiet", "-localhost", "-rfbport", port, "-nopw", "-forever", "-noxdamage")
        made = desk.session_request.create(recipient={"name": "Maria Keller"})
        target = {"scheme": "vnc", "address": f"127.0.0.1:{port}"}

        def listens():
            with socket.socket() as probe:
                return probe.connect_ex(("127.0.0.1", port)) == 0

        until(listens, within=15, what="the recipient's screen being shared")
        page.link.grant(code=made.code, join={"method": "manual", "target": target})
        stage = make_stage()
        reader = stage.reader()
        reader.sees("Maria Keller")
        reader.select("Maria Keller")
        until(lambda: reader.may_press("Connect"), what="Connect being allowed")
        reader.press("Connect")
        reader.sees(f"Request 1: vnc 127.0.0.1:{port}")
        reader.press("Connect now")

        def viewer():
            found = stage.run("xdotool", "search", "--onlyvisible", "--name", "TigerVNC").stdout.split()
            return found[-1] if found else None

        window = until(viewer, within=20, what="the viewer's window")
        becomes(desk, made.id, "connected")

        def seen():
            shot = stage.screenshot("viewer.png")
            return stage.run("convert", shot, "-crop", "1x1+320+240", "-format", "%[hex:p{0,0}]", "info:").stdout[:6] == RED

        until(seen, within=15, what="the recipient's red screen on the agent's display")
        stage.run("xdotool", "windowkill", window)
        reader.sees("The session with Maria Keller has ended")
        still(stage, "viewer-ended.png")
        reader.press("Close request")
        becomes(desk, made.id, "closed")
