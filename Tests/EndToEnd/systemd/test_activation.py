"""The daemon starts when somebody comes, leaves when nobody is there, and comes back."""

import pytest

from conftest import SOCKETS
from machine import SERVICE
from messages import IDLE_EXIT, STARTED, STOPPING
from peer import AGENT, GATEWAY, VIEWER
from waiting import until


def test_the_sockets_are_open_before_anything_runs(desk):
    assert all(desk.is_active(socket) for socket in SOCKETS)
    assert not desk.is_active()
    assert desk.main_pid() == 0


@pytest.mark.parametrize("path, user", [(AGENT, "ana"), (VIEWER, "vera"), (GATEWAY, "session-request-portal")])
def test_the_first_connection_to_any_socket_starts_it(desk, peer, path, user):
    assert not desk.is_active()
    assert peer(path, user).call("daemon.whoami")["user"] == user
    assert desk.is_active()
    assert desk.property("StatusText") != ""


def test_it_says_that_it_is_ready_only_when_it_answers(desk, agent):
    before = desk.cursor()
    agent().call("rpc.ping")
    [entry] = desk.journal(f"MESSAGE_ID={STARTED}", after=before)
    assert entry["_SYSTEMD_UNIT"] == SERVICE
    assert desk.property("Type") == "notify" and desk.property("SubState") == "running"


def test_it_leaves_when_nobody_is_there_and_comes_back(desk, agent, drop_in, exec_start):
    drop_in("ExecStart=", exec_start.replace("--idle-exit 60", "--idle-exit 1"))
    before = desk.cursor()
    first = agent()
    request = first.create()
    process = desk.main_pid()
    first.close()
    until(lambda: not desk.is_active(), "the idle daemon has left")
    assert (desk.property("Result"), desk.property("NRestarts")) == ("success", "0")
    assert [entry["_PID"] for entry in desk.journal(f"MESSAGE_ID={IDLE_EXIT}", after=before)] == [
        str(process)]
    assert all(desk.is_active(socket) for socket in SOCKETS)
    again = agent().call("sessionRequest.get", id=request["id"])["sessionRequest"]
    assert again["recipient"]["name"] == request["recipient"]["name"]
    assert desk.main_pid() not in (0, process)


def test_it_stays_while_somebody_is_connected(desk, agent, viewer, drop_in, exec_start):
    drop_in("ExecStart=", exec_start.replace("--idle-exit 60", "--idle-exit 1"))
    staying = agent()
    staying.call("rpc.ping")
    process = desk.main_pid()
    # Two visits, each of which would end an idle second anew: the one who stays keeps the daemon.
    for _ in range(2):
        visit = viewer()
        visit.call("rpc.ping")
        visit.close()
        staying.call("events.poll", since="now", timeout=1)
    assert desk.main_pid() == process


def test_stopping_is_clean_and_says_goodbye(desk, agent):
    watching = agent()
    watching.call("events.subscribe", since="now")
    before = desk.cursor()
    desk.run("systemctl", "stop", SERVICE)
    assert desk.property("Result") == "success"
    assert desk.journal(f"MESSAGE_ID={STOPPING}", after=before)
    lines = []
    while (line := watching.line()) is not None:
        lines.append(line)
    assert '"events.closed"' in lines[-1] and '"shutdown"' in lines[-1]
