"""A new configuration comes into force without a restart; a faulty one does not."""

import json

import pytest

from machine import SERVICE
from messages import REFUSED, RELOADED
from peer import AGENT
from waiting import until

CONFIGURATION = "/etc/session-requestd/config.yaml"


@pytest.fixture
def reload(desk):
    """Writes the configuration, reloads, and waits for what the daemon says about it."""

    def act(text, message):
        desk.write(CONFIGURATION, text)
        before = desk.cursor()
        desk.run("systemctl", "reload", SERVICE)
        return until(
            lambda: desk.journal(f"MESSAGE_ID={message}", after=before), "the reload has been told of")

    return act


def roles(peer):
    with peer(AGENT, "ana") as ana:
        return ana.call("daemon.whoami")["roles"]


def chief(user):
    # JSON is YAML.
    return json.dumps({"roles": {
        "admin": {"users": ["root", user]}, "support_agent": {"users": ["root"], "groups": ["session-request"]}}})


def test_a_reload_gives_new_roles_to_new_connections(desk, peer, reload):
    assert roles(peer) == ["support_agent"]
    process = desk.main_pid()
    reload(chief("ana"), RELOADED)
    assert "admin" in roles(peer)
    reload(chief("ben"), RELOADED)
    assert "admin" not in roles(peer)
    assert desk.main_pid() == process


@pytest.mark.parametrize("fault", ["roles: [", "no-such-key: 1\n", "roles: {emperor: {users: [ana]}}\n"])
def test_a_faulty_configuration_is_refused_and_the_old_one_stays(desk, peer, reload, fault):
    assert roles(peer) == ["support_agent"]
    process = desk.main_pid()
    reload(chief("ana"), RELOADED)
    [entry] = reload(fault, REFUSED)
    assert int(entry["PRIORITY"]) <= 4
    assert "admin" in roles(peer)
    assert (desk.main_pid(), desk.property("SubState")) == (process, "running")


def test_a_start_with_a_faulty_configuration_fails_where_it_shows(desk):
    desk.write(CONFIGURATION, "no-such-key: 1\n")
    before = desk.cursor()
    assert desk.run("systemctl", "start", SERVICE, check=False).returncode != 0
    [entry, *_] = until(
        lambda: desk.journal(f"MESSAGE_ID={REFUSED}", after=before), "the fault is in the journal")
    assert "no-such-key" in entry["MESSAGE"] + str(entry)
    done = desk.run("/usr/local/sbin/session-requestd", "--check-config", check=False)
    assert done.returncode != 0 and "no-such-key" in done.stdout + done.stderr
