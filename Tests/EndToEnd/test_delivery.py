"""What must leave the machine: taken once, kept until it has left, and told as it is when it leaves."""

import pytest

from desk import ANA, configuration
from flows import create, get, history, types
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
    assert types(events) == ["created", "invitationSent"]
    assert request["revision"] == 1 and events[0]["sessionRequest"]["invitation"]["email"]["state"] == "queued"
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
    assert types(history(ana, request))[1:] == [
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
