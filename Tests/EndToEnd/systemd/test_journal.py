"""The log has fields to search by, and explanations to read."""

import json

from conftest import settle
from machine import SERVICE
from messages import CLOSED, CONNECTED, CREATED, SUBJECTS


def log_everything(desk):
    # JSON is YAML.
    desk.write("/etc/session-requestd/config.yaml", json.dumps({"log": {"level": "debug"}}))
    settle(desk)


def test_the_life_of_a_request_can_be_followed_by_its_number(desk, agent, gateway):
    log_everything(desk)
    before = desk.cursor()
    ana = agent()
    request = ana.create("Rosa of the journal")
    gateway().call(
        "link.grant", token=request["link"].rsplit("/", 1)[1],
        join={"method": "client", "client": {"name": "AnyDesk", "version": "9.0.5", "platform": "linux"},
              "target": {"scheme": "anydesk", "address": "123456789"}})
    ana.call("sessionRequest.connect", id=request["id"])
    ana.call("sessionRequest.close", id=request["id"])
    entries = desk.journal(f"SESSION_REQUEST_ID={request['id']}", after=before)
    told = [(entry["MESSAGE_ID"], entry.get("RPC_METHOD")) for entry in entries if "MESSAGE_ID" in entry]
    assert told == [
        (CREATED, "sessionRequest.create"), (CONNECTED, "sessionRequest.connect"), (CLOSED, "sessionRequest.close")]
    for entry in entries:
        assert entry["_SYSTEMD_UNIT"] == SERVICE
        assert entry["_UID"] == str(desk.uid("session-requestd"))
        assert entry["PEER_UID"] == str(desk.uid("ana"))
        assert entry["SYSLOG_IDENTIFIER"] == "session-requestd"


def test_who_served_a_request_is_told_without_being_asked_for(desk, agent):
    before = desk.cursor()
    ana = agent()
    request = ana.create()
    ana.call("sessionRequest.close", id=request["id"])
    entries = desk.journal(f"SESSION_REQUEST_ID={request['id']}", f"MESSAGE_ID={CLOSED}", after=before)
    assert [(entry["RPC_METHOD"], int(entry["PRIORITY"]) <= 6) for entry in entries] == [("sessionRequest.close", True)]


def test_nothing_in_the_journal_opens_a_request(desk, agent):
    log_everything(desk)
    request = agent().create("Rosa the secret", comments="nobody else reads this")
    text = str(desk.journal(f"_SYSTEMD_UNIT={SERVICE}"))
    for secret in [request["link"].rsplit("/", 1)[1], request["code"], "nobody else reads this"]:
        assert secret not in text


def test_every_id_in_the_journal_is_in_the_catalogue(desk, agent):
    log_everything(desk)
    agent().create()
    entries = desk.journal(f"_SYSTEMD_UNIT={SERVICE}")
    assert {entry["MESSAGE_ID"] for entry in entries if "MESSAGE_ID" in entry} <= set(SUBJECTS.values())


def test_a_person_reads_what_a_line_means(desk, agent):
    ana = agent()
    request = ana.create()
    ana.call("sessionRequest.close", id=request["id"])
    desk.run("journalctl", "--sync")
    shown = desk.output(
        "journalctl", "--catalog", "--no-pager", f"MESSAGE_ID={CLOSED}", f"SESSION_REQUEST_ID={request['id']}")
    assert f"Subject: Session request {request['id']} was closed" in shown
    assert "What to do:" in shown
