"""The service of another machine, through a real sshd."""

import asyncio
import os
import pwd
import signal
import subprocess
import tempfile
import time

import pytest
from conftest import CLIENT
from desk import Desk as Daemon
from moments import until
from session_request import AsyncDesk, Desk, DeskClosed, Unreachable
from ssh import SSHServer
from steps import named

ACCOUNT = "session-request-test"


@pytest.fixture(scope="module")
def account():
    """An account that exists for these tests alone, so that its uid is nobody else's."""
    subprocess.run(["userdel", ACCOUNT], check=False, stderr=subprocess.DEVNULL)
    subprocess.run(["useradd", "--system", "--no-create-home", "--shell", "/bin/sh", "-p", "*", ACCOUNT], check=True)
    yield pwd.getpwnam(ACCOUNT)
    until(lambda: subprocess.run(["userdel", ACCOUNT], check=False).returncode == 0, within=10)


@pytest.fixture(scope="module")
def service(account):
    """A daemon that takes the account for a support agent."""
    roles = {"admin": {"users": ["root"]}, "support_agent": {"users": ["root", ACCOUNT]}}
    made = Daemon(None, config={"roles": roles})
    try:
        yield made.start()
    finally:
        made.remove()


@pytest.fixture
def server(account):
    # sshd reads the login's keys as that login: the way to them must be open.
    with tempfile.TemporaryDirectory(prefix="srd-ssh-", dir="/tmp") as folder:
        os.chmod(folder, 0o755)
        server = SSHServer(folder, ACCOUNT)
        yield server.start()
        server.stop()


@pytest.fixture
def make_desk(server, service):
    made = []

    def make(path=service.path("agent"), kind=Desk, command=None, **more):
        made.append(kind(server.address(path), ssh_command=command or server.command, **more))
        return made[-1]

    yield make
    for desk in made:
        if isinstance(desk, Desk):
            desk.close()


def test_the_service_sees_the_login(make_desk, account):
    assert make_desk().daemon.whoami().uid == account.pw_uid


def test_calls_and_watches_share_one_login(make_desk, server, service):
    with Desk(service.path("agent")) as near, make_desk() as far, far.watch() as watch:
        watch.next(0.05)
        assert far.daemon.whoami().uid != near.daemon.whoami().uid
        request = near.session_request.create(recipient=named())
        assert next(watch).session_request.id == request.id
        assert len(server.sessions()) == 1


def test_a_tunnel_that_was_cut_is_made_again_and_nothing_is_missed(make_desk, server, service):
    with Desk(service.path("agent")) as near, make_desk(patience=20) as far, far.watch() as watch:
        watch.next(0.05)
        for _ in range(3):
            before = near.session_request.create(recipient=named()).id
            assert next(watch).session_request.id == before
            for pid in server.sessions():
                os.kill(pid, signal.SIGKILL)
            during = near.session_request.create(recipient=named()).id
            assert watch.next(20).session_request.id == during
            assert far.rpc.ping()


def test_awaited_calls_and_watches_go_through_it(make_desk, account):
    async def talk():
        async with make_desk(kind=AsyncDesk) as desk, desk.watch() as watch:
            assert (await desk.daemon.whoami()).uid == account.pw_uid
            assert await watch.next(0.05) is None

    asyncio.run(talk())


def test_closing_ends_ssh_and_removes_what_it_made(make_desk, server, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "t"))
    (tmp_path / "t").mkdir()
    desk = make_desk()
    assert desk.rpc.ping()
    folder, = (tmp_path / "t").iterdir()
    assert folder.stat().st_mode & 0o777 == 0o700
    desk.close()
    assert not list((tmp_path / "t").iterdir())
    until(lambda: not server.sessions())
    with pytest.raises(DeskClosed):
        desk.rpc.ping()


def test_ssh_ends_with_a_program_that_is_killed(server, service):
    program = f"""
import sys, time
sys.path.insert(0, {str(CLIENT / "src")!r})
from session_request import Desk
desk = Desk({server.address(service.path("agent"))!r}, ssh_command={server.command!r})
desk.rpc.ping()
print("here", flush=True)
time.sleep(60)
"""
    with subprocess.Popen(["/usr/bin/python3", "-c", program], stdout=subprocess.PIPE) as killed:
        assert killed.stdout.readline() == b"here\n"
        assert server.sessions()
        killed.kill()
    until(lambda: not server.sessions(), within=10)


def test_a_login_that_is_refused_is_told_in_the_words_of_ssh(make_desk, server):
    desk = make_desk(command=server.config("other", server.folder / "stranger"))
    with pytest.raises(Unreachable, match="Permission denied.*without asking"):
        desk.rpc.ping()


def test_a_host_that_is_not_known_is_not_trusted(make_desk, server):
    (server.folder / "known").write_text("")
    with pytest.raises(Unreachable, match="[Hh]ost key"):
        make_desk().rpc.ping()


def test_a_host_that_is_not_there_is_told(make_desk, server):
    server.stop()
    with pytest.raises(Unreachable, match="refused"):
        make_desk().rpc.ping()


def test_a_socket_that_is_not_there_is_told_with_its_place(make_desk):
    with pytest.raises(Unreachable, match="could not open /none/agent.sock.*AllowStreamLocalForwarding"):
        make_desk(path="/none/agent.sock").rpc.ping()


def test_a_program_that_is_not_there_is_told(make_desk):
    with pytest.raises(Unreachable, match="not found"):
        make_desk(command=["no-such-ssh"]).rpc.ping()


def test_the_deadline_holds_for_the_login_too(make_desk, tmp_path):
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nexec sleep 60\n")
    slow.chmod(0o755)
    began = time.monotonic()
    with pytest.raises(Unreachable, match="in time"):
        make_desk(command=[str(slow)], deadline=0.3).rpc.ping()
    assert time.monotonic() - began < 5
