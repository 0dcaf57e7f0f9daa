"""Mail as its recipient's server takes it and a real parser reads it."""

import itertools
import json
import re

import icalendar
import pytest

from couriers import invitation, settled, smtp
from desk import configuration
from flows import join, token
from moments import ahead, later, until
from post_office import PASSWORD, PostOffice

numbers = itertools.count(1)


def create(agent, **more):
    recipient = {"name": "Maria Silva", "email": f"maria{next(numbers)}@example.org"} | more.pop("recipient", {})
    return agent.call(
        "sessionRequest.create", recipient=recipient, sendInvitation={"email": True}, **more)["sessionRequest"]


def address(request):
    return request["recipient"]["email"]


def part(mail, subtype):
    found = [one for one in mail.message.walk() if one.get_content_subtype() == subtype]
    return found[0].get_content() if found else None


def calendar(mail):
    """The one event of the mail's calendar part, read by a real parser; with the method beside it."""
    (one,) = [one for one in mail.message.walk() if one.get_content_type() == "text/calendar"]
    content = one.get_payload(decode=True)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    read = icalendar.Calendar.from_ical(content)
    (event,) = read.walk("VEVENT")
    assert not read.errors and not event.errors
    assert one.get_param("method") == read["METHOD"]
    return read["METHOD"], event


def test_an_invitation_arrives_with_link_and_code_and_is_known_as_sent(ana, office):
    request = create(ana, subject="Printer")
    (mail,) = office.wait_for(address(request))
    assert mail.is_signed_in and mail.sender == "help@desk.test" and mail.recipients == [address(request)]
    message = mail.message
    assert message["From"] == "Example Support <help@desk.test>"
    assert message["To"] == f"Maria Silva <{address(request)}>"
    assert "Printer" in message["Subject"] and message["Auto-Submitted"] == "auto-generated"
    assert message["Date"].datetime.tzinfo and message["MIME-Version"] == "1.0"
    assert re.fullmatch(r"<\S+@desk\.test>", message["Message-ID"])
    assert [one.get_content_type() for one in message.iter_parts()] == ["text/plain", "text/html"]
    spaced = f"{request['code'][:3]} {request['code'][3:6]} {request['code'][6:]}"
    for content in (part(mail, "plain"), part(mail, "html")):
        assert request["link"] in content and spaced in content and "Maria Silva" in content
    assert not re.search(r"(src|background)\s*=", part(mail, "html"))
    assert all(len(line) <= 998 for line in mail.bytes.split(b"\r\n"))
    assert settled(ana, request)["state"] == "sent"


def test_answers_go_where_they_are_to_go(mail_desk, make_courier, office):
    desk = mail_desk()
    config = json.loads(desk.config.read_text())
    config["email"]["replyTo"] = "The Desk <answers@desk.test>"
    desk.configure(config)
    desk.restart()
    make_courier(desk)
    request = create(desk.agent())
    (mail,) = office.wait_for(address(request))
    assert mail.message["Reply-To"] == "The Desk <answers@desk.test>" and mail.sender == "help@desk.test"


def test_over_tls_from_the_first_byte(make_desk, make_courier, files, tmp_path):
    office = PostOffice(files, implicit_tls=True).start()
    try:
        desk = make_desk(config=configuration(email=smtp(office, files, tmp_path, security="tls")))
        make_courier(desk)
        request = create(desk.agent())
        (mail,) = office.wait_for(address(request))
        assert mail.is_signed_in
    finally:
        office.stop()


@pytest.mark.parametrize("wrong", [{"caFile": None}, {"passwordFile": "/nonexistent/secret"}])
def test_a_server_that_cannot_be_trusted_or_signed_in_to_gets_nothing_and_the_agent_reads_why(
        mail_desk, make_courier, office, wrong):
    desk = mail_desk(smtp=wrong)
    make_courier(desk)
    agent = desk.agent()
    request = create(agent)
    state = until(lambda: (now := invitation(agent, request)["email"]).get("error") and now, 15)
    assert state["state"] == "queued" and state["attempts"] >= 1 and "\n" not in state["error"]
    assert not office.to(address(request))


def test_a_refusal_for_good_ends_it_and_one_for_now_is_tried_again_under_the_same_id(ana, office):
    refused = "gone@example.org"
    office.refuse(refused, "550 5.1.1 no such user here")
    request = create(ana, recipient={"email": refused})
    state = settled(ana, request)
    assert state["state"] == "failed" and state["attempts"] == 1 and "no such user here" in state["error"]

    slow = "slow@example.org"
    office.refuse(slow, "451 4.7.1 come back later", "451 4.7.1 come back later")
    request = create(ana, recipient={"email": slow})
    office.wait_for(slow)
    state = settled(ana, request)
    assert state["state"] == "sent" and state["attempts"] == 3


def test_what_is_sent_when(posted, ana, office):
    request = create(ana, schedule={"startsAt": later(3, "14:30:00.000"), "timeZone": "Europe/Lisbon"})
    who = address(request)
    (mail,) = office.wait_for(who)
    method, event = calendar(mail)
    assert method == "REQUEST" and int(event["SEQUENCE"]) == 0 and event.start.isoformat().startswith(later(3)[:10])
    uid = event["UID"]

    ana.call("sessionRequest.rotateLink", id=request["id"])
    renewed = office.wait_for(who, 2)[1]
    link = ana.call("sessionRequest.get", id=request["id"])["sessionRequest"]["link"]
    assert link != request["link"] and link in part(renewed, "plain")

    ana.call("sessionRequest.reschedule", id=request["id"],
             schedule={"startsAt": later(4, "09:00:00.000"), "endsAt": later(4, "09:30:00.000"),
                       "timeZone": "Europe/Lisbon"})
    method, event = calendar(office.wait_for(who, 3)[2])
    assert method == "REQUEST" and event["UID"] == uid and int(event["SEQUENCE"]) >= 1
    moved = int(event["SEQUENCE"])
    assert (event.end - event.start).total_seconds() == 1800

    ana.call("sessionRequest.close", id=request["id"], reason="canceled")
    canceled = office.wait_for(who, 4)[3]
    method, event = calendar(canceled)
    assert method == "CANCEL" and event["UID"] == uid and int(event["SEQUENCE"]) > moved
    assert event["STATUS"] == "CANCELLED" and "cancelled" in canceled.message["Subject"]
    assert len({mail.message["Message-ID"] for mail in office.to(who)}) == 4


def test_a_time_that_was_taken_back_leaves_the_calendar_with_the_next_mail(mail_desk, make_courier, office):
    desk = mail_desk()
    agent = desk.agent()
    request = create(agent, schedule={"startsAt": later(3, "14:30:00.000"), "timeZone": "Europe/Lisbon"})
    courier = make_courier(desk)
    (mail,) = office.wait_for(address(request))
    settled(agent, request)
    uid = calendar(mail)[1]["UID"]
    # Nobody sends what says so by itself.
    courier.stop()
    agent.call("sessionRequest.reschedule", id=request["id"], schedule=None)
    agent.call("sessionRequest.resendInvitation", id=request["id"])
    courier.start()
    mail = office.wait_for(address(request), 2)[1]
    method, event = calendar(mail)
    assert method == "CANCEL" and event["UID"] == uid and int(event["SEQUENCE"]) == 1
    assert event["STATUS"] == "CANCELLED" and request["link"] in part(mail, "plain")


def test_after_a_session_there_is_a_word_of_thanks(posted, ana, office):
    request = create(ana)
    (mail,) = office.wait_for(address(request))
    posted.gateway().call("link.grant", token=token(request), join=join())
    ana.call("sessionRequest.connect", id=request["id"])
    ana.call("sessionRequest.close", id=request["id"], reason="done")
    closed = office.wait_for(address(request), 2)[1]
    assert "ended" in closed.message["Subject"] and request["link"] in part(closed, "plain")
    assert "How did it go?" in part(closed, "plain") and "How did it go?" in part(closed, "html")
    assert [one.get_content_type() for one in closed.message.iter_parts()] == ["text/plain", "text/html"]


def test_a_reminder_goes_out_in_time(mail_desk, make_courier, office):
    desk = mail_desk(reminders={"minutesBefore": [1]})
    make_courier(desk)
    request = create(desk.agent(), schedule={"startsAt": ahead(62), "timeZone": "Europe/Berlin"})
    office.wait_for(address(request))
    reminder = office.wait_for(address(request), 2)[1]
    assert reminder.message["Subject"].startswith("Reminder")


def test_addresses_in_other_letters_are_reached(ana, office):
    request = create(ana, recipient={"email": "josé@büro.example"})
    # The domain is written as name servers know it; the rest of the address as it is.
    (mail,) = office.wait_for("josé@xn--bro-hoa.example")
    assert mail.message["To"].addresses[0].addr_spec == "josé@xn--bro-hoa.example"
    assert settled(ana, request)["state"] == "sent"


def test_every_language_speaks_for_itself(ana, office):
    subjects = set()
    for tag in ("en", "pt-BR", "es", "de", "fr", "it", "nl", "pl", "ja", "ar"):
        request = create(ana, recipient={"language": tag, "email": f"reader-{tag}@example.org"},
                         schedule={"startsAt": later(5), "timeZone": "Asia/Tokyo"})
        (mail,) = office.wait_for(address(request))
        assert mail.message["Content-Language"] == tag
        subjects.add(mail.message["Subject"])
        html = part(mail, "html")
        assert f'<html lang="{tag}" dir="{"rtl" if tag == "ar" else "ltr"}">' in html
        assert "{" not in part(mail, "plain") and request["link"] in html
        calendar(mail)
    assert len(subjects) == 10


def test_the_password_stands_nowhere_but_in_its_file(mail_desk, make_courier, office, tmp_path):
    from couriers import environ_of, words_of

    credentials = tmp_path / "credentials"
    credentials.mkdir()
    (credentials / "smtp-password").write_text(PASSWORD)
    # A credential of systemd, in place of a file.
    desk = mail_desk(smtp={"passwordFile": None})
    courier = make_courier(desk, credentials=credentials)
    agent = desk.agent()
    request = create(agent)
    office.wait_for(address(request))
    settled(agent, request)
    for secret in (PASSWORD, token(request), request["code"]):
        assert secret.encode() not in environ_of(courier.process.pid) + words_of(courier.process.pid)
        assert secret not in courier.text() + desk.tail()
    assert address(request) not in courier.text()
