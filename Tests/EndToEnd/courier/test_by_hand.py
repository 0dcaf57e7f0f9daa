"""Where nothing is configured nothing fails: the agent gets the link, and a draft to send it with."""

import re
import urllib.parse

import pytest

from command_line import done
from desk import configuration
from moments import later


@pytest.fixture(scope="module")
def bare(make_module_desk):
    return make_module_desk(config=configuration(portal={"address": "https://help.desk.test"}))


def draft(text):
    """The address and the fields of the draft in what was printed."""
    (line,) = [line.strip() for line in text.splitlines() if line.strip().startswith("mailto:")]
    address, _, query = line.removeprefix("mailto:").partition("?")
    return urllib.parse.unquote(address), dict(urllib.parse.parse_qsl(query))


def create(desk, *more):
    return done(desk, "create", "Maria Silva", "--email", "maria@example.org", "--invite", "email",
                "--language", "de", "--color", "always", *more)


def test_creating_prints_the_link_and_offers_a_draft_in_the_recipients_language(bare):
    shown = create(bare)
    agent = bare.agent()
    request = agent.call("sessionRequest.list", limit=1)["sessionRequests"][0]
    assert request["invitation"]["email"]["state"] == "queued"
    assert request["link"] in shown.out and "not configured" in shown.out
    assert "goes out" not in shown.out
    address, fields = draft(plain(shown.out))
    assert address == "maria@example.org" and "Support-Sitzung" in fields["subject"]
    assert request["link"] in fields["body"] and "Guten Tag Maria Silva," in fields["body"]


def test_inviting_is_no_error_either(bare):
    agent = bare.agent()
    request = agent.call(
        "sessionRequest.create", recipient={"name": "Maria", "email": "m@example.org"})["sessionRequest"]
    shown = done(bare, "invite", str(request["id"]), "--email", "--color", "always")
    assert request["link"] in shown.out and draft(plain(shown.out))[0] == "m@example.org"


def test_programs_get_the_request_and_nothing_else(bare):
    made = done(bare, "create", "Maria", "--email", "m@example.org", "--invite", "email").object
    assert made["link"] and made["invitation"]["email"]["state"] == "queued"


def test_a_preview_is_what_would_leave(bare):
    agent = bare.agent()
    request = agent.call(
        "sessionRequest.create", recipient={"name": "Maria", "email": "m@example.org", "language": "fr"},
        subject="Imprimante", schedule={"startsAt": later(3), "timeZone": "Europe/Paris"})["sessionRequest"]
    preview = done(bare, "invite", str(request["id"]), "--preview").object
    assert {"subject", "text", "html", "calendar", "sms", "mailto", "to", "language"} <= set(preview)
    assert preview["language"] == "fr" and "Imprimante" in preview["subject"]
    for text in (preview["text"], preview["html"], preview["sms"]):
        assert request["link"] in text
    shown = plain(done(bare, "invite", str(request["id"]), "--preview", "--color", "always").out)
    assert preview["subject"] in shown and "Bonjour Maria," in shown and "<html" not in shown
    assert agent.call("sessionRequest.get", id=request["id"])["sessionRequest"] == request


def plain(text):
    return re.sub(r"\x1b\[[0-9;]*m", "", text)
