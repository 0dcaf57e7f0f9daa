"""The outbox outlives whoever is killed; and the daemon is there when it is time."""

import stat
import subprocess
import time

import pytest

from desk import configuration
from flows import create, get, history, token, types
from moments import ahead, instant, now, until

MAIL = {"from": "desk@example.org", "sendmail": "/usr/sbin/sendmail"}
MARIA = {"name": "Maria Silva", "email": "maria@example.org"}


def invite(agent, **params):
    return create(agent, recipient=MARIA, sendInvitation={"email": True}, **params)


def take(courier, **params):
    return courier.call("delivery.next", **params)["delivery"]


def pending(desk):
    return desk.state / "outbox-pending"


def test_a_daemon_that_is_killed_between_taking_and_acknowledging_keeps_the_delivery_and_its_key(make_desk):
    desk = make_desk()
    request = invite(desk.agent())
    first = take(desk.courier(), leaseSeconds=3600)
    for attempt in range(2, 5):
        desk.kill()
        desk.start()
        courier = desk.courier()
        again = take(courier)
        assert (again["key"], again["attempt"]) == (first["key"], attempt)
        assert again["sessionRequest"]["link"] == request["link"]
    desk.kill()
    desk.start()
    courier = desk.courier()
    last = take(courier)
    assert courier.call("delivery.ack", id=last["id"])["acknowledged"]
    desk.kill()
    desk.start()
    assert take(desk.courier()) is None
    assert get(desk.agent(), request)["invitation"]["email"]["state"] == "sent"


def test_numbers_of_deliveries_are_never_used_again(make_desk):
    desk = make_desk()
    keys = set()
    for _ in range(3):
        agent, courier = desk.agent(), desk.courier()
        invite(agent)
        delivery = take(courier)
        courier.call("delivery.ack", id=delivery["id"])
        keys.add(delivery["key"])
        desk.restart()
    assert len(keys) == 3


def test_nothing_of_links_and_codes_is_on_the_disk(make_desk):
    desk = make_desk(config=configuration(email=MAIL, webhooks={"crm": {"url": "http://127.0.0.1:9/", "includeLinks": True}}))
    agent, courier = desk.agent(0), desk.courier()
    secrets = []
    for _ in range(3):
        request = invite(agent)
        secrets += [token(request), request["code"]]
        agent.call("sessionRequest.rotateLink", id=request["id"])
        request = get(agent, request)
        secrets += [token(request), request["code"]]
    while delivery := take(courier, leaseSeconds=3600):
        if delivery["kind"] == "email":
            courier.call("delivery.fail", id=delivery["id"], error="451 later", retryAfter=3600)
        else:
            courier.call("delivery.ack", id=delivery["id"])
    desk.kill()
    found = [file for file in desk.state.rglob("*") if file.is_file()]
    assert any(file.name.endswith("-wal") for file in found)
    for file in found:
        contents = file.read_bytes()
        for secret in secrets:
            assert secret.encode() not in contents, f"{file} holds {secret}"


def test_the_mark_for_the_courier_comes_and_goes(make_desk):
    desk = make_desk(config=configuration(email=MAIL, delivery={"firstRetrySeconds": 1}))
    agent, courier = desk.agent(), desk.courier()
    assert not pending(desk).exists()
    invite(agent)
    until(pending(desk).exists, what="outbox-pending")
    delivery = take(courier)
    assert pending(desk).exists()
    courier.call("delivery.fail", id=delivery["id"], error="451 later", retryAfter=1)
    until(lambda: not pending(desk).exists(), what="no outbox-pending before the next attempt")
    until(pending(desk).exists, what="outbox-pending at the next attempt")
    delivery = take(courier, timeout=5)
    courier.call("delivery.ack", id=delivery["id"])
    until(lambda: not pending(desk).exists(), what="no outbox-pending when all is done")


def test_the_mark_is_there_whenever_the_daemon_was_told_to_stop(make_desk):
    """What was answered in the last moment is in the mark too."""
    desk = make_desk(config=configuration(email=MAIL))
    for delay in range(12):
        agent = desk.agent()
        agent.request("sessionRequest.create", recipient=MARIA, sendInvitation={"email": True})
        time.sleep(delay / 4000)
        desk.stop()
        with desk.database() as database:
            (kept,) = database.execute("SELECT count(*) FROM outbox").fetchone()
        assert pending(desk).exists() == (kept > 0)
        desk.start()
    assert kept > 0


def test_nobody_is_called_to_send_what_nobody_is_configured_to_send(make_desk):
    desk = make_desk()
    invite(desk.agent())
    assert desk.agent().call("rpc.ping") == {"pong": True}
    assert not pending(desk).exists()
    desk.configure(configuration(email=MAIL))
    desk.hang_up()
    until(pending(desk).exists, what="outbox-pending for what has waited")


def test_the_mark_is_kept_where_it_is_wanted(make_desk, tmp_path):
    desk = make_desk(config=configuration(email=MAIL))
    desk.stop()
    tmp_path.chmod(0o755)
    desk.more = ["--runtime-directory", str(tmp_path)]
    desk.start()
    invite(desk.agent())
    until((tmp_path / "outbox-pending").exists, what="outbox-pending")
    assert not pending(desk).exists()


def test_a_daemon_with_nothing_ahead_goes(make_desk):
    desk = make_desk(idle_exit=1)
    request = invite(desk.agent())
    desk.forget_connections()
    assert desk.process.wait(10) == 0
    assert not (desk.state / "due").exists()
    desk.start()
    assert get(desk.agent(), request)["invitation"]["email"]["state"] == "queued"


@pytest.mark.parametrize("ahead_of", ["reminder", "retry", "expiry", "delivery"])
def test_a_daemon_with_something_ahead_stays(make_desk, ahead_of):
    webhooks = {"crm": {"url": "http://127.0.0.1:9/", "types": ["sessionRequest.expired"]}}
    config = configuration(webhooks=webhooks) if ahead_of == "expiry" else configuration(
        email=MAIL, reminders={"minutesBefore": [1]})
    desk = make_desk(config=config, idle_exit=1)
    agent, courier = desk.agent(), desk.courier()
    schedule = {"schedule": {"startsAt": ahead(3600)}} if ahead_of == "reminder" else {}
    request = invite(agent, **schedule)
    if ahead_of != "delivery":
        delivery = take(courier)
        if ahead_of == "retry":
            courier.call("delivery.fail", id=delivery["id"], error="451 later", retryAfter=600)
        else:
            courier.call("delivery.ack", id=delivery["id"])
    until((desk.state / "due").exists, what="the file due")
    if ahead_of == "delivery":
        until(pending(desk).exists, what="outbox-pending")
    for mark in {desk.state / "due", pending(desk)}:
        assert not mark.exists() or stat.S_IMODE(mark.stat().st_mode) == 0o600, mark
    desk.forget_connections()
    with pytest.raises(subprocess.TimeoutExpired):
        desk.process.wait(2.5)
    desk.agent().call("sessionRequest.close", id=request["id"])
    if ahead_of in ("reminder", "retry"):
        with desk.courier() as courier:
            while delivery := take(courier, timeout=0.2):
                courier.call("delivery.ack", id=delivery["id"])
    desk.forget_connections()
    assert desk.process.wait(10) == 0
    assert not (desk.state / "due").exists()


@pytest.mark.parametrize("ahead_of", ["reminder", "retry"])
def test_what_nobody_sends_keeps_no_daemon_awake(make_desk, ahead_of):
    # The kind that is configured is another.
    sms = {"command": ["/bin/true", "{number}", "{text}"]}
    desk = make_desk(config=configuration(sms=sms, reminders={"minutesBefore": [1]}), idle_exit=1)
    if ahead_of == "reminder":
        desk.configure(configuration(reminders={"minutesBefore": [1]}))
        desk.restart()
    agent, courier = desk.agent(), desk.courier()
    schedule = {"schedule": {"startsAt": ahead(3600)}} if ahead_of == "reminder" else {}
    invite(agent, **schedule)
    delivery = take(courier)
    if ahead_of == "retry":
        courier.call("delivery.fail", id=delivery["id"], error="451 later", retryAfter=600)
    else:
        courier.call("delivery.ack", id=delivery["id"])
    desk.forget_connections()
    assert desk.process.wait(10) == 0
    assert not (desk.state / "due").exists()


def test_a_reminder_comes_at_its_time(make_desk):
    desk = make_desk(config=configuration(reminders={"minutesBefore": [1]}))
    agent, courier = desk.agent(), desk.courier()
    start = ahead(62)
    request = invite(agent, schedule={"startsAt": start})
    courier.call("delivery.ack", id=take(courier)["id"])
    delivery = take(courier, timeout=8)
    assert delivery["purpose"] == "reminder" and delivery["calendarMethod"] == "request"
    events = history(agent, request)
    assert types(events)[-1] == "reminded" and events[-1]["actor"] == {"kind": "clock"}
    assert instant(events[-1]["at"]) == instant(start) - 60_000


def test_a_reminder_that_was_due_while_nothing_ran_is_made_up_for(make_desk):
    desk = make_desk(config=configuration(email=MAIL, reminders={"minutesBefore": [1]}))
    agent, courier = desk.agent(), desk.courier()
    start = ahead(61.5)
    request = invite(agent, schedule={"startsAt": start})
    courier.call("delivery.ack", id=take(courier)["id"])
    desk.kill()
    assert (desk.state / "due").exists()
    until(lambda: now() > instant(start) - 60_000, within=5)
    desk.start()
    courier = desk.courier()
    assert take(courier, timeout=5)["purpose"] == "reminder"
    event = history(desk.agent(), request)[-1]
    assert event["type"] == "sessionRequest.reminded" and instant(event["at"]) == instant(start) - 60_000


def test_nobody_is_reminded_of_what_is_over_or_was_never_invited_to(make_desk):
    desk = make_desk(config=configuration(reminders={"minutesBefore": [1]}))
    agent, courier = desk.agent(), desk.courier()
    start = ahead(61)
    never = create(agent, recipient=MARIA, schedule={"startsAt": start})
    over = invite(agent, schedule={"startsAt": start})
    courier.call("delivery.ack", id=take(courier)["id"])
    agent.call("sessionRequest.close", id=over["id"])
    assert take(courier)["purpose"] == "canceled"
    until(lambda: now() > instant(start) - 60_000 + 200, within=5)
    assert take(courier) is None
    assert types(history(agent, never)) == ["created"]
    assert "reminded" not in types(history(agent, over))


def test_what_is_given_up_is_told_to_the_journal(make_desk):
    desk = make_desk(config=configuration(webhooks={"crm": {"url": "http://127.0.0.1:9/"}}))
    request, courier = invite(desk.agent()), desk.courier()
    for kind in ("email", "webhook"):
        delivery = take(courier, kinds=[kind])
        courier.call("delivery.fail", id=delivery["id"], error="550 <maria@example.org> at +351 211 234 567 is no user",
                     retryable=False)
    assert "maria@" not in desk.tail() and "211" not in desk.tail()
    assert "550 (an address) at (a number) is no user" in desk.tail()
    assert get(desk.agent(), request)["invitation"]["email"]["error"].startswith("550 <maria@example.org>")
    assert f"gave up a delivery by email of session request {request['id']} after 1 attempts" in desk.tail()
    assert f"gave up an event for the webhook crm of session request {request['id']}" in desk.tail()


def test_the_courier_is_let_in_by_its_socket_and_to_its_methods_alone(make_desk):
    desk = make_desk()
    courier = desk.courier()
    assert courier.call("daemon.whoami")["roles"] == ["courier"]
    assert courier.call("daemon.health")["status"] == "ok"
    for method in ("sessionRequest.list", "events.poll", "daemon.metrics", "link.resolve"):
        params = {"token": "x"} if method == "link.resolve" else {}
        assert courier.refusal(method, **params).reason == "permission_denied"
    assert desk.agent(0).refusal("delivery.next").reason == "permission_denied"
    assert desk.gateway().refusal("delivery.next").reason == "permission_denied"
