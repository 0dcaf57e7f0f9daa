"""Killed, hung or rebooted: what was answered is still there, and the desk answers again."""

from machine import SERVICE
from messages import RECOVERED
from peer import AGENT
from waiting import until


def names(connection):
    page = connection.call("sessionRequest.list", limit=500)
    return {request["recipient"]["name"] for request in page["sessionRequests"]}


def test_a_killed_daemon_comes_back_with_everything_it_had_answered(desk, agent):
    ana = agent()
    created = {ana.create(f"Rosa {number}")["recipient"]["name"] for number in range(20)}
    process, before = desk.main_pid(), desk.cursor()
    desk.run("systemctl", "kill", "--signal=KILL", SERVICE)
    assert ana.line() is None
    # It is started again without anybody asking.
    until(lambda: desk.property("NRestarts") == "1" and desk.main_pid() not in (0, process), "the daemon is back")
    assert created <= names(agent())
    until(lambda: desk.journal(f"MESSAGE_ID={RECOVERED}", after=before), "the recovery is in the journal")


def test_a_connection_made_while_it_is_down_is_answered(desk, peer, drop_in):
    drop_in("RestartSec=2s")
    first = peer(AGENT, "ana")
    first.call("rpc.ping")
    desk.run("systemctl", "kill", "--signal=KILL", SERVICE)
    until(lambda: desk.property("SubState") == "auto-restart", "the daemon is down")
    early = peer(AGENT, "ben")
    assert early.call("daemon.whoami")["user"] == "ben"


def test_a_hung_daemon_is_ended_and_started_anew(desk, agent, drop_in):
    drop_in("WatchdogSec=1s", "RestartSec=200ms")
    ana = agent()
    created = ana.create("Rosa before the hang")
    process, before = desk.main_pid(), desk.cursor()
    assert desk.property("WatchdogUSec") == "1s"
    desk.run("kill", "-STOP", process)
    [entry, *_] = until(
        lambda: desk.journal(f"UNIT={SERVICE}", "UNIT_RESULT=watchdog", after=before),
        "the service manager has ended the hung daemon for its watchdog")
    assert entry["_PID"] == "1"
    until(lambda: desk.main_pid() not in (0, process), "the daemon is back")
    again = agent().call("sessionRequest.get", id=created["id"])["sessionRequest"]
    assert again["recipient"]["name"] == "Rosa before the hang"


def test_a_healthy_daemon_outlives_many_watchdog_intervals(desk, agent, drop_in):
    drop_in("WatchdogSec=500ms")
    ana = agent()
    ana.call("rpc.ping")
    process = desk.main_pid()
    # Blocks in the daemon for six intervals.
    ana.call("events.poll", since="now", timeout=3)
    assert (desk.main_pid(), desk.property("NRestarts")) == (process, "0")


def test_killed_again_and_again_it_is_still_there(desk, peer):
    with_data = peer(AGENT, "ana").create("Rosa of the storm")
    for _ in range(8):
        process = until(desk.main_pid, "the daemon runs")
        desk.run("systemctl", "kill", "--signal=KILL", SERVICE)
        until(lambda: desk.main_pid() not in (0, process), "the daemon is back")
    seen = peer(AGENT, "ana").call("sessionRequest.get", id=with_data["id"])
    assert seen["sessionRequest"]["recipient"]["name"] == "Rosa of the storm"
