"""Events for other programs: signed, in order, and no endpoint holds up another."""

import json
import time

import pytest

from desk import configuration
from flows import bring, create
from listeners import Listener, dead_port, verified
from moments import until

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


@pytest.fixture
def listen(files):
    made = []

    def make(tls=False):
        listener = Listener(files if tls else None)
        made.append(listener)
        return listener

    yield make
    for listener in made:
        listener.close()


def hook(desk_more, **webhooks):
    return configuration(webhooks=webhooks, delivery={"firstRetrySeconds": 1, "longestRetrySeconds": 1}, **desk_more)


def test_events_come_signed_in_order_and_without_links(make_desk, make_courier, listen, files, tmp_path):
    listener = listen(tls=True)
    secret = tmp_path / "secret"
    secret.write_text(SECRET + "\n")
    desk = make_desk(config=hook({}, crm={
        "url": listener.url + "/events?from=desk", "secretFile": str(secret), "caFile": str(files[0])}))
    courier = make_courier(desk)
    request = bring(desk.agent(), desk.gateway(), "connected")
    desk.agent().call("sessionRequest.close", id=request["id"], reason="done")
    calls = listener.wait_for(6)
    for path, fields, body, _ in calls:
        assert path == "/events?from=desk" and fields["Content-Type"] == "application/json"
        assert verified(SECRET, fields, body) and not verified(SECRET, fields, body + b" ")
        assert abs(int(fields["webhook-timestamp"]) - time.time()) < 60 and "." not in fields["webhook-id"]
        event = json.loads(body)
        assert event["sessionRequest"]["recipient"]["name"] == "Maria Keller"
        assert request["link"].encode() not in body and request["code"].encode() not in body
    assert [event["type"].removeprefix("sessionRequest.") for event in listener.taken] == [
        "created", "opened", "granted", "assigned", "connected", "closed"]
    assert len({fields["webhook-id"] for _, fields, _, _ in calls}) == 6
    assert SECRET[6:] not in courier.text()


def test_a_dead_a_slow_and_a_refusing_endpoint_hold_up_nobody(make_desk, make_courier, listen):
    good, slow, refusing = listen(), listen(), listen()
    slow.gate.clear()
    refusing.answers = [(503, {})] * 1000
    desk = make_desk(config=hook(
        {}, good={"url": good.url}, slow={"url": slow.url}, refusing={"url": refusing.url},
        dead={"url": f"http://127.0.0.1:{dead_port()}"}))
    make_courier(desk)
    agent = desk.agent()
    started = time.monotonic()
    requests = [create(agent) for _ in range(20)]
    good.wait_for(20)
    assert time.monotonic() - started < 10
    assert [event["sessionRequest"]["id"] for event in good.taken] == [request["id"] for request in requests]
    # Nothing was lost to the slow one either.
    slow.gate.set()
    slow.wait_for(20)
    assert [event["sessionRequest"]["id"] for event in slow.taken] == [request["id"] for request in requests]
    assert refusing.calls and not refusing.taken


def test_a_refused_event_comes_again_under_its_id_before_the_next(make_desk, make_courier, listen):
    listener = listen()
    listener.answers = [(500, {}), (429, {"Retry-After": "1"}), (302, {"Location": listener.url + "/elsewhere"})]
    desk = make_desk(config=hook({}, crm={"url": listener.url}))
    make_courier(desk)
    agent = desk.agent()
    requests = [create(agent) for _ in range(3)]
    until(lambda: len(listener.taken) == 3, 20, what="three events taken")
    assert [event["sessionRequest"]["id"] for event in listener.taken] == [request["id"] for request in requests]
    ids = [fields["webhook-id"] for _, fields, _, _ in listener.calls]
    assert len(set(ids[:4])) == 1 and len(set(ids)) == 3
    assert "/elsewhere" not in {path for path, _, _, _ in listener.calls}


def test_an_event_that_is_not_wanted_lets_the_next_pass(make_desk, make_courier, listen):
    listener = listen()
    listener.answers = [(422, {})]
    desk = make_desk(config=hook({}, crm={"url": listener.url}))
    make_courier(desk)
    agent = desk.agent()
    create(agent)
    second = create(agent)
    until(lambda: listener.taken, 15, what="an event taken")
    assert [event["sessionRequest"]["id"] for event in listener.taken] == [second["id"]]
    assert len(listener.calls) == 2


def test_only_what_is_asked_for_is_sent_and_links_where_configured(make_desk, make_courier, listen):
    listener = listen()
    desk = make_desk(config=hook({}, crm={
        "url": listener.url, "types": ["sessionRequest.closed"], "includeLinks": True}))
    make_courier(desk)
    agent = desk.agent()
    request = create(agent)
    agent.call("sessionRequest.close", id=request["id"], reason="duplicate")
    listener.wait_for(1)
    (event,) = listener.taken
    assert event["type"] == "sessionRequest.closed" and event["sessionRequest"]["link"] == request["link"]


def test_an_endpoint_without_a_secret_is_named_once(make_desk, make_courier, listen, tmp_path):
    listener = listen()
    secret = tmp_path / "secret"
    secret.write_text(SECRET + "\n")
    desk = make_desk(config=hook({}, bare={"url": listener.url}, signed={
        "url": listener.url, "secretFile": str(secret)}, credited={"url": listener.url}, lost={
        "url": listener.url, "secretFile": str(tmp_path / "nowhere")}))
    (tmp_path / "webhook-credited").write_text(SECRET + "\n")
    courier = make_courier(desk, credentials=tmp_path)
    for _ in range(2):
        create(desk.agent())
    listener.wait_for(6)
    assert courier.text().count("are not signed") == 1
    assert "events for the webhook bare are not signed" in courier.text()
