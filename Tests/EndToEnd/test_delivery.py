"""What must leave the machine: taken once, kept until it has left, and told as it is when it leaves."""

import pytest

from desk import ANA, configuration
from flows import create, fresh, get, grant, history, token, types
from hostile import LINES
from moments import ahead, instant, now

MARIA = {"name": "Maria Silva", "email": "maria@example.org", "phone": "+351 211 234 567", "language": "pt-BR"}


def invite(agent, **params):
    return create(agent, **{"recipient": MARIA, "sendInvitation": {"email": True}} | params)


def take(courier, **params):
    return courier.call("delivery.next", **params)["delivery"]


def taken(courier, purpose, **params):
    delivery = take(courier, **{"timeout": 5} | params)
    assert delivery is not None and delivery["purpose"] == purpose, delivery
    courier.kept = [*getattr(courier, "kept", []), delivery]
    return delivery


def ack(courier, delivery):
    return courier.call("delivery.ack", id=delivery["id"])["acknowledged"]


def sent(agent, courier, **params):
    """A request whose recipient has had the invitation."""
    request = invite(agent, **params)
    assert ack(courier, taken(courier, "invitation"))
    return get(agent, request)


@pytest.fixture
def courier(connections):
    courier = connections.courier()
    while delivery := take(courier):
        ack(courier, delivery)
    yield courier
    # Otherwise they would be the next test's.
    for delivery in getattr(courier, "kept", []):
        ack(courier, delivery)


def test_an_invitation_is_handed_over_whole_and_its_sending_is_told(ana, courier):
    request = invite(ana, schedule={"startsAt": ahead(7200), "timeZone": "Europe/Lisbon"})
    assert request["invitation"]["email"]["state"] == "queued"
    delivery = taken(courier, "invitation", leaseSeconds=60)
    assert delivery["kind"] == "email" and delivery["attempt"] == 1 and delivery["agentName"] == str(ANA)
    assert delivery["key"] == f"{ana.call('daemon.info')['epoch']}.{delivery['id']}"
    assert delivery["language"] == "pt-BR"
    assert delivery["calendarSequence"] == 0 and delivery["calendarMethod"] == "request"
    whole = delivery["sessionRequest"]
    assert whole["link"] == request["link"] and whole["code"] == request["code"] and whole["recipient"] == MARIA
    assert 58_000 < instant(delivery["leaseExpiresAt"]) - now() <= 60_000
    assert ack(courier, delivery) and not ack(courier, delivery)
    email = get(ana, request)["invitation"]["email"]
    assert email["state"] == "sent" and email["attempts"] == 1 and "error" not in email
    events = history(ana, request)
    assert types(events) == ["created", "invitationQueued", "invitationSent"]
    assert events[-1]["actor"] == {"kind": "service"} and email["at"] == events[-1]["at"]
    assert take(courier) is None


def test_nothing_configured_is_no_error_and_is_told(ana):
    assert ana.call("daemon.info")["delivery"] == {"email": False, "sms": False, "webhooks": 0}
    request = invite(ana, sendInvitation={"email": True, "sms": True})
    assert request["invitation"]["sms"]["state"] == request["invitation"]["email"]["state"] == "queued"


def test_what_is_configured_is_told(make_desk):
    desk = make_desk(config=configuration(
        email={"from": "Desk <desk@example.org>", "sendmail": "/usr/sbin/sendmail"},
        webhooks={"crm": {"url": "http://127.0.0.1:9/crm"}}))
    for connection in (desk.agent(), desk.courier(), desk.gateway()):
        assert connection.call("daemon.info")["delivery"] == {"email": True, "sms": False, "webhooks": 1}


def test_a_mail_without_an_address_is_asked_for_in_vain(ana):
    refusal = ana.refusal("sessionRequest.create", recipient={"name": "Maria"}, sendInvitation={"email": True})
    assert refusal.reason == "invalid_params" and refusal.data["path"] == "/recipient/email"


def test_two_couriers_never_have_one_delivery(ana, courier, connections):
    request = invite(ana)
    other = connections.courier()
    delivery = taken(courier, "invitation")
    assert take(other, timeout=0.1) is None
    assert not ack(other, delivery)
    refusal = other.refusal("delivery.fail", id=delivery["id"], error="not mine")
    assert refusal.reason == "not_found"
    assert get(ana, request)["invitation"]["email"]["state"] == "queued"
    assert ack(courier, delivery)


def test_a_courier_that_is_gone_gives_way_to_the_next_at_once(ana, courier, connections):
    invite(ana)
    gone = connections.courier()
    first = taken(gone, "invitation", leaseSeconds=3600)
    gone.close()
    second = taken(courier, "invitation")
    assert second["key"] == first["key"] and second["attempt"] == 2
    assert ack(courier, second)


def test_a_courier_that_waits_gets_what_another_has_dropped(ana, courier, connections):
    gone = connections.courier()
    invite(ana)
    first = taken(gone, "invitation")
    waiting = courier.request("delivery.next", timeout=30)
    assert courier.call("rpc.ping") == {"pong": True}
    gone.close()
    second = courier.answer(waiting)["delivery"]
    assert second["key"] == first["key"] and ack(courier, second)


def test_a_call_that_was_canceled_has_taken_nothing(ana, courier):
    waiting = courier.request("delivery.next", timeout=30)
    assert courier.call("rpc.cancel", id=waiting) == {"canceled": True}
    invite(ana)
    assert taken(courier, "invitation")["attempt"] == 1


def test_a_lease_that_ran_out_gives_way_and_says_nothing_any_more(ana, courier, connections):
    request = invite(ana)
    slow = connections.courier()
    first = taken(slow, "invitation", leaseSeconds=5)
    second = taken(courier, "invitation", timeout=10)
    assert second["key"] == first["key"] and now() >= instant(first["leaseExpiresAt"])
    assert not ack(slow, first)
    assert ack(courier, second)
    assert get(ana, request)["invitation"]["email"]["state"] == "sent"


def test_failing_is_tried_again_counted_and_told(make_desk):
    desk = make_desk(config=configuration(delivery={"firstRetrySeconds": 2, "maxAttempts": 2}))
    ana, courier = desk.agent(), desk.courier()
    request = invite(ana)
    delivery = taken(courier, "invitation")
    retry = courier.call("delivery.fail", id=delivery["id"], error="451 try maria@example.org later")["retryAt"]
    assert 1600 - 100 <= instant(retry) - now() <= 2400
    email = get(ana, request)["invitation"]["email"]
    assert email["state"] == "queued" and email["attempts"] == 1
    assert email["error"] == "451 try maria@example.org later"
    seen = desk.viewer().call("sessionRequest.get", id=request["id"])["sessionRequest"]["invitation"]["email"]
    assert seen["attempts"] == 1 and "error" not in seen
    again = taken(courier, "invitation", timeout=10)
    assert again["key"] == delivery["key"] and again["attempt"] == 2 and now() >= instant(retry)
    assert courier.call("delivery.fail", id=again["id"], error="452 full", retryAfter=0.1)["retryAt"] is None
    email = get(ana, request)["invitation"]["email"]
    assert (email["state"], email["attempts"], email["error"]) == ("failed", 2, "452 full")
    assert types(history(ana, request))[-1] == "invitationFailed"
    assert "full" not in str(desk.viewer().call("sessionRequest.history", id=request["id"]))


def test_a_dead_letter_is_sent_anew_when_an_agent_says_so(ana, courier):
    request = invite(ana)
    dead = taken(courier, "invitation")
    assert courier.call("delivery.fail", id=dead["id"], error="550 no such mailbox", retryable=False) == {"retryAt": None}
    assert take(courier) is None
    ana.call("sessionRequest.resendInvitation", id=request["id"])
    assert get(ana, request)["invitation"]["email"] == {
        "state": "queued", "at": get(ana, request)["invitation"]["email"]["at"], "attempts": 0}
    delivery = taken(courier, "invitation", kinds=["email"])
    assert delivery["attempt"] == 1 and delivery["key"] != dead["key"]
    ack(courier, delivery)
    ack(courier, taken(courier, "invitation", kinds=["sms"]))
    assert types(history(ana, request))[2:] == [
        "invitationFailed", "invitationQueued", "invitationSent", "invitationSent"]


@pytest.mark.parametrize("asked, seconds", [(0.3, 1), (3, 3)])
def test_the_other_side_may_ask_for_a_longer_wait_and_for_no_shorter_one(make_desk, asked, seconds):
    desk = make_desk(config=configuration(delivery={"firstRetrySeconds": 1}))
    courier = desk.courier()
    invite(desk.agent())
    delivery = taken(courier, "invitation")
    before = now()
    retry = courier.call("delivery.fail", id=delivery["id"], error="busy", retryAfter=asked)["retryAt"]
    assert 800 * seconds <= instant(retry) - before <= 1200 * seconds + 500
    assert taken(courier, "invitation", timeout=10)["attempt"] == 2


@pytest.mark.parametrize("error", ["", "two\nlines", "x" * 513, "\u202eevil"])
def test_an_error_is_one_line(ana, courier, error):
    invite(ana)
    delivery = taken(courier, "invitation")
    refusal = courier.refusal("delivery.fail", id=delivery["id"], error=error)
    assert refusal.reason == "invalid_params" and refusal.data["path"] == "/error"
    assert ack(courier, delivery)


# What is sent when


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
