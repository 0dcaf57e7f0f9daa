"""Hostile texts on every way out: shown as what they are, and nothing more."""

import json
import re

import pytest

from couriers import settled, smtp
from desk import configuration
from hostile import LINES, REFUSED_LINES
from listeners import Listener, verified
from moments import later
from post_office import recipient
from test_mail import calendar, part


@pytest.fixture(scope="module")
def everything(make_module_desk, office, files, tmp_path_factory):
    """A desk with every way out, and what came out of it."""
    from couriers import Courier

    folder = tmp_path_factory.mktemp("everything")
    program = folder / "inject"
    program.write_text('#!/bin/sh\nprintf "%s\\0" "$@" >>"$(dirname "$0")/words"\n')
    program.chmod(0o755)
    secret = folder / "secret"
    secret.write_text("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    listener = Listener()
    desk = make_module_desk(config=configuration(
        organization="Example Support", portal={"address": "https://help.desk.test"},
        email=smtp(office, files, folder), sms={"command": [str(program), "{number}", "{text}"]},
        webhooks={"crm": {"url": listener.url, "secretFile": str(secret), "types": ["sessionRequest.created"]}}))
    courier = Courier(desk).start()
    yield desk, listener, folder / "words"
    courier.remove()
    listener.close()


@pytest.mark.parametrize("kind", LINES)
def test_what_is_taken_does_no_harm(everything, office, kind):
    desk, listener, words = everything
    text = LINES[kind]
    who = f"{re.sub('[^a-z]', '', kind.lower())}@example.org"
    agent = desk.agent()
    seen = len(words.read_bytes()) if words.exists() else 0
    request = agent.call(
        "sessionRequest.create", recipient={"name": text, "email": who, "phone": "+49 30 1"}, subject=text[:64],
        comments=f"for agents alone: {text}", sendInvitation={"email": True, "sms": True},
        schedule={"startsAt": later(3), "timeZone": "Europe/Berlin"})["sessionRequest"]
    (mail,) = office.wait_for(who)
    message = mail.message
    assert mail.recipients == [who] and not message["Bcc"] and len(message.get_all("Subject")) == 1
    assert recipient(mail) == (text, who)
    assert message["Subject"].endswith(f"– {text[:64]}")
    html = part(mail, "html")
    assert not re.search(r"<(script|img|svg)", html) and "alert(1)" not in re.sub(r">[^<]*<", "><", html)
    assert text in part(mail, "plain")
    assert request["link"] in html
    _, event = calendar(mail)
    assert str(event["SUMMARY"]).endswith(f"– {text[:64]}") and not event.subcomponents
    # The parser takes backslashes in parameters for escapes, which they are not (RFC 5545, 3.2).
    assert event["ATTENDEE"].params["CN"].replace("^'", '"').replace("\\", "") == text.replace("\\", "")
    assert settled(agent, request, "sms")["state"] == "sent"
    number, message = words.read_bytes()[seen:].decode().split("\0")[:2]
    assert number == "+49301" and request["link"] in message
    calls = [call for call in listener.wait_for(1)
             if json.loads(call[2])["sessionRequest"]["id"] == request["id"]]
    ((_, fields, body, _),) = calls
    assert verified("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", fields, body)
    assert json.loads(body)["sessionRequest"]["recipient"]["name"] == text
    assert "for agents alone" not in part(mail, "plain") + html


@pytest.mark.parametrize("kind", REFUSED_LINES)
def test_what_is_refused_never_comes_so_far(everything, kind):
    desk, _, _ = everything
    refusal = desk.agent().refusal(
        "sessionRequest.create", recipient={"name": REFUSED_LINES[kind], "email": "x@example.org"},
        sendInvitation={"email": True})
    assert refusal.reason == "invalid_params" and refusal.data["path"] == "/recipient/name"
