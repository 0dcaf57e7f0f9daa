"""What is sent when: who was invited, by which words, and what becomes of it."""

import pytest

from flows import create, fresh, get, grant, history, token, types
from hostile import LINES
from moments import ahead
from test_delivery import MARIA, ack, courier, invite, sent, take, taken  # noqa: F401



def test_a_new_link_is_sent_to_who_has_the_old_one(ana, courier):
    request = sent(ana, courier)
    ana.call("sessionRequest.rotateLink", id=request["id"])
    assert get(ana, request)["invitation"]["email"]["state"] == "queued"
    delivery = taken(courier, "linkRenewed")
    assert delivery["sessionRequest"]["link"] == get(ana, request)["link"] != request["link"]
    ack(courier, delivery)
    assert types(history(ana, request))[-2:] == ["linkRotated", "invitationSent"]


def test_an_invitation_that_waits_has_the_link_and_the_time_of_when_it_is_sent(ana, courier):
    request = invite(ana)
    ana.call("sessionRequest.rotateLink", id=request["id"])
    start = ahead(7200)
    ana.call("sessionRequest.reschedule", id=request["id"], schedule={"startsAt": start})
    delivery = taken(courier, "invitation")
    assert delivery["sessionRequest"]["link"] == get(ana, request)["link"]
    assert delivery["sessionRequest"]["schedule"]["startsAt"] == start
    ack(courier, delivery)
    assert take(courier) is None


def test_a_link_that_dies_while_the_invitation_is_being_sent_is_followed_by_the_new_one(ana, courier):
    request = invite(ana)
    delivery = taken(courier, "invitation")
    ana.call("sessionRequest.rotateLink", id=request["id"])
    assert take(courier) is None
    ack(courier, delivery)
    assert taken(courier, "linkRenewed")["sessionRequest"]["link"] == get(ana, request)["link"]


def test_a_repeat_after_a_change_is_another_message(ana, courier):
    request = invite(ana)
    delivery = taken(courier, "invitation")
    ana.call("sessionRequest.rotateLink", id=request["id"])
    courier.call("delivery.fail", id=delivery["id"], error="451 later", retryAfter=3600)
    again = taken(courier, "invitation")
    assert again["key"] != delivery["key"] and again["sessionRequest"]["link"] == get(ana, request)["link"]


def test_moving_is_told_with_a_higher_sequence_and_taking_the_time_back_cancels_it(ana, courier):
    request = sent(ana, courier, schedule={"startsAt": ahead(7200)})
    for number in (1, 2):
        ana.call("sessionRequest.reschedule", id=request["id"], schedule={"startsAt": ahead(7200 + 600 * number)})
        delivery = taken(courier, "rescheduled")
        assert (delivery["calendarSequence"], delivery["calendarMethod"]) == (number, "request")
        ack(courier, delivery)
    ana.call("sessionRequest.reschedule", id=request["id"], schedule=None)
    delivery = taken(courier, "rescheduled")
    assert (delivery["calendarSequence"], delivery["calendarMethod"]) == (3, "cancel")
    ack(courier, delivery)


@pytest.mark.parametrize("news", ["rotateLink", "resendInvitation", "close"])
def test_a_time_that_was_taken_back_is_taken_out_of_the_calendar_by_whatever_is_sent_next(ana, courier, news):
    request = sent(ana, courier, schedule={"startsAt": ahead(7200)})
    ana.call("sessionRequest.reschedule", id=request["id"], schedule=None)
    ana.call(f"sessionRequest.{news}", id=request["id"], **({"email": True} if news == "resendInvitation" else {}))
    purpose = {"rotateLink": "rescheduled", "resendInvitation": "invitation", "close": "canceled"}[news]
    delivery = taken(courier, purpose)
    assert (delivery["calendarSequence"], delivery["calendarMethod"]) == (1, "cancel")
    ack(courier, delivery)


def test_another_address_is_invited_anew(ana, courier):
    request = sent(ana, courier)
    ana.call("sessionRequest.update", id=request["id"], recipient=MARIA | {"email": "new@example.org"})
    delivery = taken(courier, "invitation")
    assert delivery["sessionRequest"]["recipient"]["email"] == "new@example.org"
    ack(courier, delivery)
    ana.call("sessionRequest.update", id=request["id"], recipient=MARIA | {"email": "new@example.org", "name": "M"})
    assert take(courier) is None


@pytest.mark.parametrize("end", [None, "close"])
def test_an_address_that_changes_while_it_is_written_to_has_had_nothing(ana, courier, end):
    request = invite(ana)
    delivery = taken(courier, "invitation")
    ana.call("sessionRequest.update", id=request["id"], recipient=MARIA | {"email": "new@example.org"})
    if end:
        ana.call("sessionRequest.close", id=request["id"])
    ack(courier, delivery)
    email = get(ana, request)["invitation"]["email"]
    if end:
        assert take(courier) is None and email["state"] == "notRequested"
    else:
        assert email["state"] == "queued"
        other = taken(courier, "invitation")
        assert other["sessionRequest"]["recipient"]["email"] == "new@example.org" and other["key"] != delivery["key"]
        ack(courier, other)


def test_an_address_that_is_taken_away_while_it_is_written_to_was_not_invited(ana, courier):
    request = invite(ana)
    delivery = taken(courier, "invitation")
    ana.call("sessionRequest.update", id=request["id"], recipient={"name": "Maria"})
    ack(courier, delivery)
    assert get(ana, request)["invitation"]["email"]["state"] == "notRequested"
    assert take(courier) is None


def test_who_has_had_the_invitation_is_told_of_the_end_though_it_was_to_be_sent_once_more(ana, courier):
    request = invite(ana)
    delivery = taken(courier, "invitation")
    ana.call("sessionRequest.resendInvitation", id=request["id"], email=True)
    ack(courier, delivery)
    assert get(ana, request)["invitation"]["email"]["state"] == "queued"
    assert types(history(ana, request))[-1] == "invitationSent"
    ana.call("sessionRequest.close", id=request["id"])
    ack(courier, taken(courier, "canceled"))


def test_an_address_that_is_taken_away_is_not_written_to(ana, courier):
    request = invite(ana)
    ana.call("sessionRequest.update", id=request["id"], recipient={"name": "Maria"})
    assert take(courier) is None
    assert get(ana, request)["invitation"]["email"]["state"] == "notRequested"


@pytest.mark.parametrize("purpose", ["rescheduled", "canceled", "closed"])
def test_only_who_lacks_what_it_takes_to_come_was_invited_in_vain(ana, courier, gateway, purpose):
    request = sent(ana, courier)
    before = request["invitation"]["email"]
    if purpose == "rescheduled":
        ana.call("sessionRequest.reschedule", id=request["id"], schedule={"startsAt": ahead(7200)})
    else:
        if purpose == "closed":
            grant(gateway, request)
        ana.call("sessionRequest.close", id=request["id"])
    delivery = taken(courier, purpose)
    courier.call("delivery.fail", id=delivery["id"], error="552 mailbox full", retryable=False)
    email = get(ana, request)["invitation"]["email"]
    if purpose == "rescheduled":
        assert (email["state"], email["attempts"], email["error"]) == ("failed", 1, "552 mailbox full")
    else:
        assert email == before | {"error": "552 mailbox full"}
    event = history(ana, request)[-1]
    assert event["type"] == "sessionRequest.invitationFailed" and "invitation" in event["changes"]


@pytest.mark.parametrize("ended", ["told", "untold", "expired"])
def test_taken_up_again_with_the_same_link_who_knows_that_it_was_over_is_told(ana, courier, ended):
    request = sent(ana, courier)
    if ended == "expired":
        ana.call("sessionRequest.update", id=request["id"], expiresAt=ahead(0.2))
        ana.call("sessionRequest.wait", id=request["id"], until=["expired"], timeout=5)
    else:
        ana.call("sessionRequest.close", id=request["id"])
    if ended == "told":
        ack(courier, taken(courier, "canceled"))
    ana.call("sessionRequest.reopen", id=request["id"], keepLink=True)
    email = get(ana, request)["invitation"]["email"]
    if ended == "untold":
        # A slip of the hand that nobody has heard of.
        assert take(courier) is None and email["state"] == "sent"
        return
    assert email["state"] == "queued"
    delivery = taken(courier, "invitation")
    assert delivery["sessionRequest"]["link"] == request["link"]
    ack(courier, delivery)


def test_taken_up_again_nobody_is_told_who_was_not_invited(ana, courier, gateway):
    request = create(ana, recipient=MARIA)
    gateway.call("link.cancel", token=token(request))
    ana.call("sessionRequest.reopen", id=request["id"], keepLink=True)
    assert take(courier) is None


@pytest.mark.parametrize("end", ["agent", "recipient"])
def test_who_was_invited_and_never_came_is_told_that_it_is_off(ana, courier, gateway, end):
    request = sent(ana, courier, schedule={"startsAt": ahead(7200)})
    if end == "agent":
        ana.call("sessionRequest.close", id=request["id"], reason="canceled")
    else:
        gateway.call("link.cancel", token=token(request))
    delivery = taken(courier, "canceled")
    assert (delivery["calendarSequence"], delivery["calendarMethod"]) == (1, "cancel")
    ack(courier, delivery)
    assert types(history(ana, request))[-1] == "closed"


def test_after_a_session_the_recipient_is_thanked_by_mail_alone(ana, courier, gateway):
    request = sent(ana, courier)
    grant(gateway, request)
    ana.call("sessionRequest.close", id=request["id"])
    delivery = taken(courier, "closed")
    assert delivery["kind"] == "email" and "calendarMethod" not in delivery
    ack(courier, delivery)
    request = invite(ana, sendInvitation={"sms": True})
    ack(courier, taken(courier, "invitation"))
    grant(gateway, request)
    ana.call("sessionRequest.close", id=request["id"])
    assert take(courier) is None


@pytest.mark.parametrize("end", ["close", "expire"])
def test_an_invitation_that_was_never_sent_is_withdrawn(ana, courier, end):
    expiry = {"expiresAt": ahead(0.3)} if end == "expire" else {}
    request = invite(ana, **expiry)
    if end == "close":
        ana.call("sessionRequest.close", id=request["id"])
    else:
        ana.call("sessionRequest.wait", id=request["id"], until=["expired"], timeout=5)
    assert take(courier) is None
    assert get(ana, request)["invitation"]["email"]["state"] == "notRequested"


def test_who_may_have_had_the_invitation_is_told_that_it_is_off(ana, courier):
    request = invite(ana)
    delivery = taken(courier, "invitation")
    ana.call("sessionRequest.close", id=request["id"])
    ack(courier, delivery)
    ack(courier, taken(courier, "canceled"))
    request = invite(ana)
    delivery = taken(courier, "invitation")
    ana.call("sessionRequest.close", id=request["id"])
    courier.call("delivery.fail", id=delivery["id"], error="451 later")
    assert take(courier, timeout=0.1) is None


def test_a_person_at_a_public_page_is_sent_nothing(ana, root, courier, gateway):
    queue = fresh("queue")
    root.call("queue.create", id=queue, publicPage=True)
    gateway.call("link.request", queue=queue, recipient=MARIA)
    assert take(courier) is None


@pytest.mark.parametrize("name", LINES.values(), ids=LINES)
def test_hostile_names_pass_as_they_are(ana, courier, name):
    request = invite(ana, recipient=MARIA | {"name": name}, subject=name)
    delivery = taken(courier, "invitation")
    assert delivery["sessionRequest"]["recipient"]["name"] == delivery["sessionRequest"]["subject"] == name
    courier.call("delivery.fail", id=delivery["id"], error=name, retryable=False)
    assert get(ana, request)["invitation"]["email"]["error"] == name
