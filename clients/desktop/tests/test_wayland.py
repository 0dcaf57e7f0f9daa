"""The screen of a Wayland desktop: wayvnc in a real compositor, encrypted and with a password, or not at all."""

import os
import pathlib
import signal
import socket
import subprocess

import pytest

import desk as desks
from moments import until
from recipient import JOIN, environment
from stage import Terminal

# sway will not run for root.
UID = desks.ANA
VENCRYPT = 19


def as_user(*command):
    return ["setpriv", f"--reuid={UID}", f"--regid={UID}", "--clear-groups", *map(str, command)]


@pytest.fixture
def wayland(tmp_path_factory, page):
    """The variables of somebody's Wayland session."""
    folder = pathlib.Path(tmp_path_factory.mktemp("wayland"))
    for parent in (folder, folder.parent, folder.parent.parent):
        parent.chmod(0o755)
    home, runtime = folder / "home", folder / "run"
    settings = home / ".config" / "session-request"
    for made in (home, home / ".config", settings, runtime):
        made.mkdir(mode=0o700)
        os.chown(made, UID, UID)
    (settings / "join.ini").write_text(f"[join]\ntrusted = {page.address}\n[vnc]\nshare = yes\nports = 5950-5999\n")
    (settings / "join.ini").chmod(0o644)
    (folder / "sway.config").write_text("output HEADLESS-1 resolution 800x600 bg #204060 solid_color\n")
    variables = environment(home, folder / "bin", XDG_RUNTIME_DIR=str(runtime)) | {
        "WLR_BACKENDS": "headless", "WLR_LIBINPUT_NO_DEVICES": "1", "WLR_RENDERER": "pixman", "LIBSEAT_BACKEND": "noop"}
    with (folder / "sway.log").open("wb") as log:
        sway = subprocess.Popen(
            as_user("sway", "--config", folder / "sway.config"), env=variables, stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def display():
        assert sway.poll() is None, (folder / "sway.log").read_text(errors="replace")
        return [file.name for file in runtime.glob("wayland-*") if file.is_socket()]

    (name,) = until(display, 20, what="the compositor's socket")
    yield variables | {"WAYLAND_DISPLAY": name}
    sway.terminate()
    sway.wait(10)


def security_types(address):
    """What a VNC server asks of a viewer (RFC 6143, 7.1.2)."""
    host, _, port = address.rpartition(":")
    with socket.create_connection((host, int(port)), timeout=10) as viewer, viewer.makefile("rb") as answers:
        version = answers.read(12)
        assert version.startswith(b"RFB 003.008"), version
        viewer.sendall(version)
        return list(answers.read(answers.read(1)[0]))


def test_the_screen_is_shared_encrypted_and_for_the_session_alone(wayland, page):
    made = page.create()
    client = Terminal(*as_user(JOIN, "--terminal", made["link"]), env=wayland)
    try:
        client.sees("[l] Allow looking on only")
        client.type("a")
        client.sees("Password to tell them", within=30)
        client.sees("User name to tell them")
        join = page.becomes(made, "ready")["join"]
        assert join["client"]["name"] == "wayvnc" and join["permissions"] == ["view", "control"]
        # No type without a password, and none without TLS.
        assert security_types(join["target"]["address"]) == [VENCRYPT]
        client.signal(signal.SIGKILL)
        port = int(join["target"]["address"].rpartition(":")[2])
        until(lambda: not listens(port), 15, what="the end of the server")
        # The password and the key went with it.
        runtime = pathlib.Path(wayland["XDG_RUNTIME_DIR"])
        until(lambda: not list(runtime.glob("session-request-*")), what="the end of its folder")
    finally:
        client.close()


def listens(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
