"""A whole session by OpenSSH: a ticket's address, a question, a login on a real server, and the end of it."""

import os
import pathlib
import socket
import subprocess
import tempfile

import pytest

import desk as desks
from flows import create, grant
from moments import until
from page import desk_of, free_port
from stage import PROGRAMS, Terminal, installed

ACCOUNT = "srd-desktop-login"


@pytest.fixture
def server():
    """An account that exists for the test alone, and an OpenSSH server on loopback that lets it in."""
    subprocess.run(["useradd", "--system", "--no-create-home", "--home-dir", "/", "--shell", "/bin/sh", "-p", "*", ACCOUNT],
                   check=True)
    with tempfile.TemporaryDirectory(prefix="srd-ssh-", dir="/tmp") as name:
        folder, port = pathlib.Path(name), free_port()
        folder.chmod(0o755)
        for key in ("host", "key"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / key], check=True)
        (folder / "sshd_config").write_text(
            f"ListenAddress 127.0.0.1:{port}\nHostKey {folder}/host\nPidFile none\nUsePAM no\nPasswordAuthentication no\n"
            f"StrictModes no\nAuthorizedKeysFile {folder}/key.pub\nAllowUsers {ACCOUNT}\nPrintMotd no\nPrintLastLog no\n")
        (folder / "known").write_text(f"[127.0.0.1]:{port} {(folder / 'host.pub').read_text()}")
        (folder / "config").write_text(
            f"Host *\nIdentityFile {folder}/key\nIdentitiesOnly yes\nUserKnownHostsFile {folder}/known\n"
            "GlobalKnownHostsFile /dev/null\nStrictHostKeyChecking yes\n")
        # The agent's own configuration of ssh; what the connector says of forwarding goes before it.
        installed(folder / "bin", "ssh", f'exec /usr/bin/ssh -F {folder}/config "$@"\n')
        os.makedirs("/run/sshd", exist_ok=True)
        with (folder / "log").open("wb") as log:
            sshd = subprocess.Popen(
                ["/usr/sbin/sshd", "-D", "-e", "-f", folder / "sshd_config"], stdin=subprocess.DEVNULL, stderr=log)

        def listens():
            with socket.socket() as probe:
                return probe.connect_ex(("127.0.0.1", port)) == 0

        until(listens, what="sshd listening")
        yield folder, f"{ACCOUNT}@127.0.0.1:{port}"
        sshd.terminate()
        sshd.wait(10)
    until(lambda: subprocess.run(["userdel", ACCOUNT], capture_output=True, check=False).returncode == 0, within=10)


@pytest.mark.parametrize("command", [
    [PROGRAMS / "session-request-open", "session-request://connect/1"],
    [desks.CLI, "connect", "1", "--wait"],
], ids=["open", "connect"])
def test_a_login_is_the_session_and_its_end_the_end(contract, server, home, command):
    folder, address = server
    desk = desk_of(contract, policy={"allowedSchemes": ["ssh"], "allowPrivateHosts": True}).start()
    terminal = None
    try:
        root = desk.agent(desks.ROOT)
        made = create(root, recipient={"name": "Maria Keller"})
        assert made["id"] == 1
        grant(desk.gateway(), made, scheme="ssh", address=address)
        terminal = Terminal(*command, env=desks.environment() | {
            "HOME": str(home), "PATH": f"{folder}/bin:{desks.DAEMON.parent}:/usr/bin:/bin", "TERM": "dumb",
            "SESSION_REQUEST_SOCKET": str(desk.path("agent"))})
        terminal.sees(address)
        terminal.sees("[y/N]")
        terminal.type("y")
        terminal.sees("$ ")
        assert root.call("sessionRequest.get", id=1)["sessionRequest"]["status"] == "connected"
        terminal.type("echo \"$((6 * 7)) $(id -un)\"")
        terminal.sees(f"42 {ACCOUNT}")
        terminal.type("exit")
        assert terminal.end() == 0, terminal.text
        assert root.call("sessionRequest.get", id=1)["sessionRequest"]["status"] == "ready"
    finally:
        if terminal is not None:
            terminal.close()
        desk.remove()
