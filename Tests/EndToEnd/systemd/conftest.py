"""The desk installed on a booted machine, and the people who use it."""

import fcntl
import os
import pathlib
import shutil
import subprocess
import tempfile

import pytest

from machine import REPOSITORY, SERVICE, Machine
from peer import AGENT, GATEWAY, VIEWER, Peer

SOCKETS = ["session-requestd.socket", "session-requestd-viewer.socket", "session-requestd-gateway.socket",
           "session-requestd-courier.socket"]
DROP_IN = f"/run/systemd/system/{SERVICE}.d/test.conf"
# A support agent, another one, one who may look, and one who has no part in it.
PEOPLE = {"ana": "session-request", "ben": "session-request", "vera": "session-request-viewer", "sam": None}


def build_folder():
    chosen = os.environ.get("BUILD_DIR")
    if chosen:
        return (REPOSITORY / chosen).resolve()
    release = REPOSITORY / ".build" / "release"
    return release if (release / "session-requestd").exists() else REPOSITORY / ".build" / "debug"


def make(*words):
    subprocess.run(["make", "--silent", "-C", REPOSITORY, *words], check=True)


@pytest.fixture(scope="session")
def machine():
    """A box in which `make install` and `make enable` have been run, and the people exist."""
    machine = Machine("desk")
    with (pathlib.Path(tempfile.gettempdir()) / "session-request-box.lock").open("w") as lock:
        # One run at a time; a box that an aborted run has left behind is taken down.
        fcntl.flock(lock, fcntl.LOCK_EX)
        machine.down()
        try:
            set_up(machine)
            yield machine
        finally:
            machine.down()


def set_up(machine):
    root = machine.prepare()
    # What this machine itself may have of the desk must not show through.
    for leftover in ["etc/session-requestd", "var/lib/session-requestd"]:
        shutil.rmtree(root / leftover, ignore_errors=True)
    make("install", f"DESTDIR={root}", f"BUILD_DIR={build_folder()}")
    machine.boot()
    machine.run("make", "-f", "-", "enable", text=(REPOSITORY / "contrib" / "install.mk").read_text())
    for person, group in PEOPLE.items():
        machine.run("useradd", "--create-home", *(["--groups", group] if group else []), person)


@pytest.fixture
def desk(machine):
    """The machine with the shipped units, its sockets open and its daemon not running."""
    settle(machine)
    yield machine
    machine.run("rm", "-rf", str(pathlib.PurePosixPath(DROP_IN).parent), "/etc/session-requestd")


def settle(machine):
    machine.run("systemctl", "daemon-reload")
    machine.run("systemctl", "stop", SERVICE)
    machine.run("systemctl", "reset-failed")
    machine.run("systemctl", "start", *SOCKETS)


@pytest.fixture
def drop_in(desk):
    """Lays lines over the service's unit for one test."""

    def lay(*lines):
        desk.write(DROP_IN, "[Service]\n" + "\n".join(lines) + "\n")
        settle(desk)

    return lay


@pytest.fixture
def exec_start(desk):
    """The shipped command line, to be changed for one test."""
    shown = desk.output("systemctl", "cat", SERVICE)
    return next(line for line in shown.splitlines() if line.startswith("ExecStart="))


@pytest.fixture
def peer(desk):
    """Opens connections, each of one user, and closes those that are left at the end."""
    opened = []

    def connect(path, user=None):
        opened.append(Peer(desk, path, user=user))
        return opened[-1]

    yield connect
    for connection in opened:
        if not connection.process.stdout.closed:
            connection.close()


@pytest.fixture
def agent(peer):
    """Ana at the agents' socket."""
    return lambda: peer(AGENT, "ana")


@pytest.fixture
def viewer(peer):
    """Vera at the viewers' socket."""
    return lambda: peer(VIEWER, "vera")


@pytest.fixture
def gateway(peer):
    """The page's account at the gateway's socket."""
    return lambda: peer(GATEWAY, "session-request-portal")
