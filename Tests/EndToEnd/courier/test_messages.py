"""Text messages: by a program, by a gateway, within one segment, and the link whole."""

import json
import urllib.parse

import pytest

from couriers import invitation, settled
from desk import configuration
from flows import create
from listeners import Listener
from moments import later, until

RECORDER = """#!/bin/sh
printf '%s\\n' "$@" >>"$(dirname "$0")/words"
printf '\\0' >>"$(dirname "$0")/words"
"""
PHONE = "+49 (30) 123-45"
DIALLED = "+493012345"


@pytest.fixture
def recorder(tmp_path):
    """A program in place of gammu-smsd-inject that writes down how it is called."""
    program = tmp_path / "inject"
    program.write_text(RECORDER)
    program.chmod(0o755)

    def calls():
        words = tmp_path / "words"
        return [call.strip("\n").split("\n") for call in words.read_text().split("\0") if call] if words.exists() else []

    program_calls = calls
    return program, program_calls


def desk_with(make_desk, **sms):
    return make_desk(config=configuration(
        organization="Example Support", portal={"address": "https://help.desk.test"}, sms=sms,
        delivery={"firstRetrySeconds": 1, "longestRetrySeconds": 1}))


def ask(agent, **more):
    recipient = {"name": "Maria", "phone": PHONE} | more.pop("recipient", {})
    return create(agent, recipient=recipient, sendInvitation={"sms": True}, **more)


def test_a_program_gets_number_and_text_as_words_of_their_own(make_desk, make_courier, recorder):
    program, calls = recorder
    desk = desk_with(make_desk, command=[str(program), "TEXT", "{number}", "-text", "{text}"])
    make_courier(desk)
    agent = desk.agent()
    request = ask(agent)
    assert settled(agent, request, "sms")["state"] == "sent"
    ((kind, number, option, text),) = calls()
    assert (kind, number, option) == ("TEXT", DIALLED, "-text")
    assert request["link"] in text and len(text) <= 160


def test_what_is_sent_when(make_desk, make_courier, recorder):
    program, calls = recorder
    desk = desk_with(make_desk, command=[str(program), "{number}", "{text}"])
    make_courier(desk)
    agent = desk.agent()
    request = ask(agent, schedule={"startsAt": later(3), "timeZone": "Europe/Lisbon"})
    until(lambda: len(calls()) == 1, 10)
    agent.call("sessionRequest.reschedule", id=request["id"],
               schedule={"startsAt": later(4), "timeZone": "Europe/Lisbon"})
    until(lambda: len(calls()) == 2, 10)
    agent.call("sessionRequest.close", id=request["id"], reason="canceled")
    until(lambda: len(calls()) == 3, 10)
    assert "cancelled" in calls()[2][1] and request["link"] not in calls()[2][1]


@pytest.mark.parametrize("tag", ["en", "pt-BR", "es", "de", "fr", "it", "nl", "pl"])
def test_one_segment_where_the_language_allows(make_desk, make_courier, recorder, tag):
    program, calls = recorder
    desk = desk_with(make_desk, command=[str(program), "{number}", "{text}"])
    make_courier(desk)
    request = ask(desk.agent(), recipient={"language": tag})
    ((_, text),) = until(calls, 10)
    assert request["link"] in text and len(text) <= 160
    # What is not in these takes the whole message out of the short alphabet; none of the texts needs more.
    assert set(text) <= set("@£$¥èéùìòÇØøÅå_ÆæßÉÄÖÑÜ§¿äöñüà") | {chr(code) for code in range(32, 127)}


def test_a_program_that_fails_is_tried_again_and_the_agent_reads_why(make_desk, make_courier, tmp_path):
    program = tmp_path / "inject"
    program.write_text("#!/bin/sh\necho 'no modem' >&2\nexit 75\n")
    program.chmod(0o755)
    desk = desk_with(make_desk, command=[str(program), "{number}", "{text}"])
    make_courier(desk)
    agent = desk.agent()
    request = ask(agent)
    state = until(lambda: (now := invitation(agent, request)["sms"])["attempts"] >= 2 and now, 15)
    assert state["state"] == "queued" and "no modem" in state["error"]


@pytest.mark.parametrize("kind", ["application/json", "application/x-www-form-urlencoded"])
def test_a_gateway_gets_them_as_its_format_has_them(make_desk, make_courier, kind, tmp_path):
    listener = Listener()
    token = tmp_path / "token"
    token.write_text("s3cr3t\n")
    body = '{"to": "{number}", "body": "{text}"}' if kind.endswith("json") else "to={number}&body={text}"
    try:
        desk = desk_with(make_desk, http={
            "url": listener.url + "/send", "method": "POST", "contentType": kind, "body": body,
            "tokenFile": str(token)})
        courier = make_courier(desk)
        agent = desk.agent()
        request = ask(agent, assignee={"type": "agent", "id": "me"})
        assert settled(agent, request, "sms")["state"] == "sent"
        ((path, fields, sent, _),) = listener.calls
    finally:
        listener.close()
    assert path == "/send" and fields["Content-Type"] == kind and fields["Authorization"] == "Bearer s3cr3t"
    read = json.loads(sent) if kind.endswith("json") else dict(urllib.parse.parse_qsl(sent.decode()))
    assert read["to"] == DIALLED and request["link"] in read["body"]
    assert "s3cr3t" not in courier.text()
