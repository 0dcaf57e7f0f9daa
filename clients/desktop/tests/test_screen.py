"""A whole session by VNC: two displays, a real server, a real viewer, and a pixel that is seen on the other side."""

import os
import pathlib
import re
import signal
import stat

import pytest

from moments import until
from page import Page
from recipient import JOIN
from stage import Stage

SCREEN = "900x800x24"
RED, GREEN = "#c01c28", "#26a269"


@pytest.fixture
def recipient(tmp_path, home, page):
    settings = home / ".config" / "session-request" / "join.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text(f"[join]\ntrusted = {page.address}\n[vnc]\nshare = yes\nports = 5930-5999\n")
    with Stage(tmp_path / "recipient", home, size=SCREEN) as stage:
        yield stage


@pytest.fixture
def agent(tmp_path, page):
    (tmp_path / "agent-home").mkdir()
    with Stage(tmp_path / "agent", tmp_path / "agent-home", page.desk, size="1000x900x24") as stage:
        yield stage


def shares(recipient, page, made, label="Allow access", looking_on=False):
    """The client, and the password that the person reads out."""
    client = recipient.start(JOIN, made["link"])
    reader = recipient.reader()
    reader.sees("asks for access")
    if looking_on:
        reader.choose("Let them use mouse and keyboard")
    reader.press(label)
    texts = reader.sees("Password to tell them")
    (password,) = [text.replace(" ", "") for text in texts if re.fullmatch(r"[a-z2-9]{4} [a-z2-9]{4}", text)]
    return client, reader, password


def servers(display):
    """The ids of the VNC servers of a display."""
    found = []
    for folder in pathlib.Path("/proc").iterdir():
        try:
            arguments = (folder / "cmdline").read_bytes().split(b"\0") if folder.name.isdigit() else []
        except OSError:
            continue
        if arguments[:1] == [b"x11vnc"] and display.encode() in arguments:
            found.append(int(folder.name))
    return found


def color(stage, x, y):
    picture = stage.screenshot("look.png")
    done = stage.run("convert", picture, "-crop", f"1x1+{x}+{y}", "-format", "%[hex:p{0,0}]", "info:")
    assert done.returncode == 0, done.stderr
    return "#" + done.stdout.strip()[:6].lower()


def connects(agent, page, made, password):
    """The agent presses connect, and types what was read out."""
    client = agent.start("session-request", "connect", str(made["id"]), "--wait", "--yes")
    page.becomes(made, "connected")
    until(lambda: agent.run("xdotool", "search", "--name", "VNC authentication").stdout.strip(), what="the viewer's question")
    window = agent.run("xdotool", "search", "--name", "VNC authentication").stdout.split()[0]
    agent.run("xdotool", "windowfocus", "--sync", window)
    agent.run("xdotool", "type", "--delay", "20", password)
    agent.run("xdotool", "key", "Return")
    return client


def viewer(agent):
    """Where the shared desktop is on the agent's display, once it is there."""
    def placed():
        found = agent.run("xdotool", "search", "--name", "TigerVNC").stdout.split()
        for window in found:
            lines = agent.run("xdotool", "getwindowgeometry", "--shell", window).stdout
            values = dict(line.split("=") for line in lines.split() if "=" in line)
            if int(values.get("WIDTH", 0)) > 400:
                return window, int(values["X"]), int(values["Y"])
        return None
    return until(placed, 20, what="the viewer's window")


def points(agent, x, y):
    # The viewer heeds the mouse once it has been pressed there.
    agent.run("xdotool", "mousemove", str(x - 50), str(y - 50), "click", "1")
    agent.run("xdotool", "mousemove", str(x), str(y))


def test_a_session_from_the_link_to_the_end(recipient, agent, page):
    made = page.create(recipient={"name": "Maria Keller"})
    client, reader, password = shares(recipient, page, made)
    join = page.becomes(made, "ready")["join"]
    assert join["target"]["scheme"] == "vnc" and join["target"]["address"].startswith("127.0.0.1:59")
    assert join["permissions"] == ["view", "control"] and join["client"]["name"] == "x11vnc"
    assert password not in str(page.get(made)), "the desk is not told the password"
    recipient.screenshot("join-sharing.png")

    attached = connects(agent, page, made, password)
    window, left, top = viewer(agent)
    # What is drawn on the one is seen on the other ...
    for paint in (RED, GREEN):
        recipient.run("xsetroot", "-solid", paint)
        until(lambda: color(agent, left + 700, top + 700) == paint, 20, what=f"the agent seeing {paint}")
    agent.screenshot("agent-sees.png")
    # ... and the agent's hand is on the recipient's mouse.
    points(agent, left + 610, top + 620)
    until(lambda: "x:610 y:620" in recipient.run("xdotool", "getmouselocation").stdout, what="the pointer on the other side")
    reader.sees("root of Example Support is connected")

    # Closing the viewer is disconnecting; the access lives on, and so does the server.
    agent.run("xdotool", "windowkill", window)
    attached.wait(20)
    page.becomes(made, "ready")
    assert len(servers(recipient.environment["DISPLAY"])) == 1

    reader.press("Take the permission back")
    page.becomes(made, "waiting")
    until(lambda: servers(recipient.environment["DISPLAY"]) == [], what="the end of the server")
    assert not list(pathlib.Path(recipient.environment["XDG_RUNTIME_DIR"]).glob("session-request-*"))
    client.send_signal(signal.SIGTERM)
    assert client.wait(15) == 143


def test_looking_on_is_no_more_than_that(recipient, agent, page):
    made = page.create()
    _, reader, password = shares(recipient, page, made, looking_on=True)
    assert page.becomes(made, "ready")["join"]["permissions"] == ["view"]
    (server,) = servers(recipient.environment["DISPLAY"])
    assert b"-viewonly" in pathlib.Path(f"/proc/{server}/cmdline").read_bytes().split(b"\0")
    recipient.run("xdotool", "mousemove", "10", "10")
    connects(agent, page, made, password)
    _, left, top = viewer(agent)
    points(agent, left + 610, top + 620)
    recipient.run("xsetroot", "-solid", RED)
    until(lambda: color(agent, left + 700, top + 700) == RED, 20, what="the agent seeing red")
    assert "x:10 y:10" in recipient.run("xdotool", "getmouselocation").stdout
    page.agent.call("sessionRequest.close", id=made["id"], reason="done")
    reader.sees("This session is closed")
    until(lambda: servers(recipient.environment["DISPLAY"]) == [], what="the end of the server")


def test_the_server_listens_on_one_interface_and_hides_the_password(recipient, page):
    made = page.create()
    _, _, password = shares(recipient, page, made)
    (server,) = servers(recipient.environment["DISPLAY"])
    process = pathlib.Path(f"/proc/{server}")
    assert password.encode() not in (process / "cmdline").read_bytes()
    assert password.encode() not in (process / "environ").read_bytes()
    inodes = {os.readlink(file).removeprefix("socket:[").rstrip("]") for file in (process / "fd").iterdir() if file.is_symlink()
              and os.readlink(file).startswith("socket:[")}
    listening = [line.split()[1] for table in ("tcp", "tcp6") for line in
                 pathlib.Path(f"/proc/net/{table}").read_text().splitlines()[1:]
                 if line.split()[3] == "0A" and line.split()[9] in inodes]
    assert len(listening) == 1 and listening[0].startswith("0100007F:"), listening
    # The file that brought it there has gone.
    (folder,) = pathlib.Path(recipient.environment["XDG_RUNTIME_DIR"]).glob("session-request-*")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700 and list(folder.iterdir()) == []


def test_killed_it_leaves_no_server_behind(recipient, page):
    made = page.create()
    client, _, _ = shares(recipient, page, made)
    assert len(servers(recipient.environment["DISPLAY"])) == 1
    client.kill()
    until(lambda: servers(recipient.environment["DISPLAY"]) == [], what="the end of the server")


def test_a_server_that_ends_is_told_and_the_access_with_it(recipient, page):
    made = page.create()
    _, reader, _ = shares(recipient, page, made)
    (server,) = servers(recipient.environment["DISPLAY"])
    os.kill(server, signal.SIGKILL)
    reader.sees("This screen is not shared any more")
    page.becomes(made, "waiting")


def test_a_screen_is_not_offered_unless_the_settings_say_so(recipient, page, home):
    (home / ".config" / "session-request" / "join.ini").write_text(f"[join]\ntrusted = {page.address}\n")
    made = page.create()
    recipient.start(JOIN, made["link"])
    recipient.reader().sees("nothing of that is installed here")


def test_a_desk_that_takes_no_vnc_is_offered_none(contract, recipient, home):
    with Page(contract, policy={"allowedSchemes": ["anydesk"]}) as page:
        (home / ".config" / "session-request" / "join.ini").write_text(
            f"[join]\ntrusted = {page.address}\n[vnc]\nshare = yes\n")
        made = page.create()
        recipient.start(JOIN, made["link"])
        recipient.reader().sees("would connect with AnyDesk, and nothing of that is installed here")
