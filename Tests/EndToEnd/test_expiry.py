"""The clock: to the millisecond, whether or not the daemon was there to see it."""

import pytest

from flows import bring, create, get, grant, history, open_link, token, types
from moments import ahead, instant, later, now, pass_by


@pytest.mark.parametrize("status", ["open", "waiting", "ready"])
def test_a_request_expires_at_its_time_to_the_millisecond(ana, gateway, status):
    stream = ana.call("events.subscribe", since="now", filter={"types": ["sessionRequest.expired"]})
    expiry = ahead(0.4)
    request = create(ana, expiresAt=expiry)
    if status == "waiting":
        open_link(gateway, request)
    if status == "ready":
        grant(gateway, request)
    while True:
        event = ana.notification("events.event", within=5)["params"]
        if event["sessionRequest"]["id"] == request["id"]:
            break
    noticed = now()
    assert event["subscription"] == stream["subscription"]
    assert event["at"] == event["sessionRequest"]["statusSince"] == expiry
    assert event["actor"]["kind"] == "clock"
    assert 0 <= noticed - instant(expiry) < 1_000
    found = get(ana, request)
    assert (found["status"], found["statusSince"], found["expiresAt"]) == ("expired", expiry, expiry)
    ana.call("events.unsubscribe", subscription=stream["subscription"])


def test_a_poll_misses_nothing_that_was_due_when_it_was_asked(ana):
    for _ in range(10):
        place = ana.call("sessionRequest.summary")["cursor"]
        expiry = ahead(0.05)
        request = create(ana, expiresAt=expiry)
        pass_by(expiry)
        polled = ana.call("events.poll", since=place, filter={"ids": [request["id"]]})["events"]
        assert types(polled) == ["created", "expired"]


def test_a_poll_after_a_start_misses_nothing_that_happened_meanwhile(make_desk):
    desk = make_desk()
    ana = desk.agent()
    expiry = ahead(1)
    made = [create(ana, expiresAt=expiry)["id"] for _ in range(100)]
    place = ana.call("sessionRequest.summary")["cursor"]
    desk.forget_connections()
    desk.stop()
    pass_by(expiry)
    desk.start()
    polled = desk.agent().call("events.poll", since=place, limit=500)["events"]
    assert types(polled) == ["expired"] * 100
    assert sorted(event["sessionRequest"]["id"] for event in polled) == made


def test_a_request_is_not_expired_before_its_time_nor_open_after_it(ana):
    expiry = ahead(0.3)
    request = create(ana, expiresAt=expiry)
    while True:
        before = now()
        found = get(ana, request)
        after = now()
        if after < instant(expiry):
            assert found["status"] == "open"
        if before > instant(expiry):
            assert found["status"] == "expired"
            return


def test_a_connected_request_stays_connected_past_its_expiry_and_expires_when_disconnected(ana, gateway):
    expiry = ahead(0.5)
    request = bring(ana, gateway, "connected", expiresAt=expiry)
    pass_by(expiry)
    assert get(ana, request)["status"] == "connected"
    result = ana.call("sessionRequest.disconnect", id=request["id"])["sessionRequest"]
    assert result["status"] == "expired"
    assert types(history(ana, request))[-2:] == ["disconnected", "expired"]
    assert instant(result["statusSince"]) >= instant(expiry)


def test_a_connected_request_past_its_expiry_expires_when_access_is_revoked(ana, gateway):
    expiry = ahead(0.5)
    request = bring(ana, gateway, "connected", expiresAt=expiry)
    pass_by(expiry)
    assert gateway.call("link.revoke", token=token(request))["link"]["status"] == "expired"
    assert types(history(ana, request))[-2:] == ["revoked", "expired"]


def test_a_connected_request_past_its_expiry_can_still_be_closed(ana, gateway):
    expiry = ahead(0.5)
    request = bring(ana, gateway, "connected", expiresAt=expiry)
    pass_by(expiry)
    closed = ana.call("sessionRequest.close", id=request["id"], reason="done")["sessionRequest"]
    assert closed["status"] == "closed"


def test_what_expired_while_the_daemon_was_down_carries_the_time_of_its_expiry(make_desk):
    desk = make_desk()
    ana = desk.agent()
    expiry = ahead(0.5)
    request = create(ana, expiresAt=expiry)
    late = create(ana, expiresIn=3600)
    cursor = ana.call("sessionRequest.summary")["cursor"]
    desk.kill()
    pass_by(expiry)
    desk.start()
    ana = desk.agent()
    found = get(ana, request)
    assert (found["status"], found["statusSince"]) == ("expired", expiry)
    assert get(ana, late)["status"] == "open"
    ana.call("sessionRequest.wait", id=request["id"], until=["expired"], timeout=5)
    events = ana.call("events.poll", since=cursor, timeout=5)["events"]
    assert [(event["type"], event["at"]) for event in events] == [("sessionRequest.expired", expiry)]


def test_expiry_is_a_day_after_now_unless_said(ana):
    request = create(ana)
    assert instant(request["expiresAt"]) - instant(request["createdAt"]) == 86_400_000


@pytest.mark.parametrize("schedule, base", [
    ({"startsAt": later(400), "timeZone": "Europe/Berlin"}, later(400)),
    ({"startsAt": later(400), "endsAt": later(400, "09:30:00.000"), "timeZone": "UTC"},
     later(400, "09:30:00.000")),
])
def test_expiry_is_a_day_after_the_end_or_the_start_of_a_schedule(ana, schedule, base):
    request = create(ana, schedule=schedule)
    assert instant(request["expiresAt"]) - instant(base) == 86_400_000
    assert {name: request["schedule"][name] for name in schedule} == schedule


def test_expires_in_counts_seconds_from_the_creation(ana):
    request = create(ana, expiresIn=90)
    assert instant(request["expiresAt"]) - instant(request["createdAt"]) == 90_000


def test_an_expiry_before_the_start_is_refused(ana):
    schedule = {"startsAt": later(400), "timeZone": "UTC"}
    refusal = ana.refusal("sessionRequest.create", recipient={"name": "M"}, schedule=schedule,
                          expiresAt=later(400, "07:59:59.999"))
    assert (refusal.reason, refusal.data["path"]) == ("invalid_params", "/expiresAt")


def test_an_expiry_in_the_past_is_refused(ana):
    refusal = ana.refusal("sessionRequest.create", recipient={"name": "M"}, expiresAt=ahead(-60))
    assert (refusal.reason, refusal.data["path"]) == ("invalid_params", "/expiresAt")


def test_two_ways_to_say_the_expiry_are_one_too_many(ana):
    refusal = ana.refusal("sessionRequest.create", recipient={"name": "M"}, expiresAt=ahead(60), expiresIn=60)
    assert refusal.reason == "invalid_params"


def test_an_update_moves_the_expiry_and_the_clock_follows(ana):
    request = create(ana)
    expiry = ahead(0.3)
    changed = ana.call("sessionRequest.update", id=request["id"], expiresAt=expiry)["sessionRequest"]
    assert changed["expiresAt"] == expiry
    result = ana.call("sessionRequest.wait", id=request["id"], until=["expired"], timeout=5)
    assert result["sessionRequest"]["statusSince"] == expiry


def test_a_later_expiry_is_not_overtaken_by_the_earlier_one(ana):
    early = ahead(0.3)
    request = create(ana, expiresAt=early)
    ana.call("sessionRequest.update", id=request["id"], expiresIn=3600)
    pass_by(early)
    assert ana.call("sessionRequest.wait", id=request["id"], until=["expired"], timeout=0.3)["timedOut"] is True


def test_reopening_an_expired_request_gives_it_a_day_again_or_what_is_said(ana, gateway):
    request = bring(ana, gateway, "expired")
    again = ana.call("sessionRequest.reopen", id=request["id"])["sessionRequest"]
    assert again["status"] == "open"
    assert abs(instant(again["expiresAt"]) - now() - 86_400_000) < 5_000
    ana.call("sessionRequest.close", id=request["id"], reason="done")
    again = ana.call("sessionRequest.reopen", id=request["id"], expiresIn=600)["sessionRequest"]
    assert abs(instant(again["expiresAt"]) - now() - 600_000) < 5_000
