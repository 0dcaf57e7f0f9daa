"""`session-request doctor` on an installed desk: what systemd holds is told as it is, with the command that mends it."""

import json

import pytest

from machine import SERVICE

DUE = "session-requestd-due.path"
VIEWERS = "session-requestd-viewer.socket"
COURIER = "session-request-courier.path"
PAGE = "session-request-portal.service"


@pytest.fixture
def examined(desk):
    """The doctor's findings about one thing, as a person sees them, and the exit status."""

    def examine(check, user="ana"):
        desk.run("systemctl", "stop", PAGE)
        ended = desk.run("session-request", "doctor", user=user, environment={"HOME": "/"}, check=False)
        found = [json.loads(line) for line in ended.stdout.splitlines()]
        return ended.returncode, [finding for finding in found if finding["check"] == check]

    yield examine
    desk.run("systemctl", "stop", PAGE)


def test_an_installed_desk_is_well(examined):
    for user in ("ana", "root"):
        status, units = examined("units", user)
        assert status == 0 and [finding["status"] for finding in units] == ["ok"], units
    assert examined("groups")[1][0]["status"] == "ok"
    assert examined("portal")[1][0]["status"] == "ok"
    assert examined("configuration", "root")[1][0]["status"] == "ok"


def test_one_outside_of_the_group_is_told_how_to_get_in(examined):
    status, socket = examined("socket", "sam")
    assert status == 2 and socket[0]["status"] == "failed"
    assert "session-request" in socket[0]["message"]
    _, groups = examined("groups", "sam")
    assert "usermod" in groups[0]["advice"] and "sam" in groups[0]["advice"]


def test_what_is_stopped_disabled_or_masked(desk, examined):
    try:
        desk.run("systemctl", "stop", DUE)
        desk.run("systemctl", "disable", COURIER)
        desk.run("systemctl", "mask", "--runtime", "--now", VIEWERS)
        status, units = examined("units")
        told = {finding["message"].split()[0]: finding for finding in units}
        assert status == 1 and set(told) == {DUE, COURIER, VIEWERS}
        assert told[DUE]["advice"] == f"sudo systemctl start {DUE}"
        assert (told[COURIER]["status"], told[COURIER]["advice"]) == ("warning", f"sudo systemctl enable {COURIER}")
        assert told[VIEWERS]["advice"] == f"sudo systemctl unmask --runtime {VIEWERS}"
        # What is advised mends it; systemd starts no socket for a service that runs, so the last step has two commands.
        follow(desk, units)
        _, units = examined("units")
        assert [finding["advice"] for finding in units] == [
            f"sudo systemctl stop {SERVICE} && sudo systemctl start {VIEWERS}"]
        follow(desk, units)
        assert [finding["status"] for finding in examined("units")[1]] == ["ok"]
    finally:
        desk.run("systemctl", "unmask", "--runtime", VIEWERS)
        desk.run("systemctl", "enable", COURIER)
        desk.run("systemctl", "stop", SERVICE)
        desk.run("systemctl", "start", DUE, VIEWERS)


def follow(desk, findings):
    """Does what the findings advise, as root."""
    for finding in findings:
        desk.run("sh", "-ec", finding["advice"].replace("sudo ", ""))
