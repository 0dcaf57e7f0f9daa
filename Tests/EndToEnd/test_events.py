"""The stream: a place in a log, from now, from the earliest or from behind a cursor."""

import socket
import time

import pytest

from desk import ANA, BEN
from flows import STATUSES, bring, create, fresh, get, history, open_link, types
from moments import TooLate, until
from streaming import events, latest, sequence, silent, subscribe


def test_from_now_is_what_comes_and_not_what_was(ana, ben):
    create(ben)
    answer = subscribe(ana, since="now")
    request = create(ben)
    (event,) = events(ana, 1)
    assert event["type"] == "sessionRequest.created" and event["sessionRequest"]["id"] == request["id"]
    assert event["subscription"] == answer["subscription"]
    assert sequence(event["cursor"]) == sequence(answer["cursor"]) + 1
    assert event["cursor"].rpartition(".")[0] == answer["cursor"].rpartition(".")[0]


def test_now_is_what_is_assumed(ana, ben):
    subscribe(ana)
    request = create(ben)
    assert events(ana, 1)[0]["sessionRequest"]["id"] == request["id"]


def test_the_answer_comes_before_the_first_event_and_a_sync_after_the_last(ana):
    for _ in range(5):
        create(ana)
    identity = ana.request("events.subscribe", since="earliest")
    first = ana.receive()
    assert first["id"] == identity
    seen = []
    while (message := ana.receive())["method"] == "events.event":
        seen.append(message["params"]["cursor"])
    assert message["method"] == "events.sync" and message["params"]["cursor"] == seen[-1] == latest(ana)


def asking(identity, method, **params):
    return {"jsonrpc": "2.0", "id": identity, "method": method, "params": params}


def test_in_a_batch_too_the_answer_comes_before_the_first_event(ana):
    request = create(ana)
    ana.send([
        asking(1, "events.subscribe", since="earliest"),
        asking(2, "sessionRequest.wait", id=request["id"], until=["closed"], timeout=0.3),
        asking(3, "sessionRequest.update", id=request["id"], comments="while the batch waits"),
    ])
    answers = ana.receive()
    assert [answer["id"] for answer in answers] == [1, 2, 3]
    seen = []
    while "sessionRequest.updated" not in seen:
        event = ana.notification("events.event")["params"]
        assert event["subscription"] == answers[0]["result"]["subscription"]
        seen.append(event["type"])
    assert seen[0] == "sessionRequest.created"


def test_a_subscription_that_nobody_is_told_of_tells_nothing(ana, ben):
    create(ben)
    ana.notify("events.subscribe", since="earliest")
    ana.send([{"jsonrpc": "2.0", "method": "events.subscribe", "params": {"since": "earliest"}}])
    create(ben)
    assert silent(ana)


def test_from_the_earliest_every_event_comes_once_in_order_without_a_gap(ana):
    create(ana)
    answer = subscribe(ana, since="earliest")
    last = sequence(latest(ana))
    numbers = []
    while not numbers or numbers[-1] < last:
        numbers.append(sequence(events(ana, 1)[0]["cursor"]))
    assert numbers == list(range(sequence(answer["cursor"]) + 1, last + 1))


def test_from_a_cursor_is_what_came_behind_it(ana):
    create(ana)
    cursor = latest(ana)
    request = create(ana)
    ana.call("sessionRequest.comment", id=request["id"], text="x")
    subscribe(ana, since=cursor)
    assert types(events(ana, 2)) == ["created", "commented"]


def test_an_event_carries_the_whole_request_as_it_was_then(ana, gateway):
    cursor = latest(ana)
    request = bring(ana, gateway, "connected", comments="c", tags=["t"], assignee={"type": "agent", "id": "me"})
    ana.call("sessionRequest.close", id=request["id"], reason="done", note="well")
    found = ana.call("events.poll", since=cursor)["events"]
    assert types(found) == ["created", "opened", "granted", "connected", "closed"]
    assert [event["sessionRequest"]["status"] for event in found] == ["open", "waiting", "ready", "connected", "closed"]
    assert [event["sessionRequest"]["revision"] for event in found] == [1, 2, 3, 4, 5]
    for event in found:
        assert event["sessionRequest"]["comments"] == "c" and event["sessionRequest"]["link"] == request["link"]
        assert "allowedActions" not in event["sessionRequest"]
    assert found[1]["changes"]["status"] == {"from": "open", "to": "waiting"}
    assert found[0]["actor"]["uid"] == ANA and found[1]["actor"] == {"kind": "recipient"}
    assert found[-1]["sessionRequest"]["closed"]["note"] == "well"
    whole = history(ana, request)
    assert [event["cursor"] for event in whole] == [event["cursor"] for event in found]
    assert whole == found


def test_a_snapshot_is_cut_where_the_stream_begins(ana, gateway):
    tag = fresh("snap")
    made = {status: bring(ana, gateway, status, tags=[tag]) for status in STATUSES}
    answer = subscribe(ana, since="now", snapshot=True)
    listed = {request["id"]: request for request in answer["snapshot"]}
    for status, request in made.items():
        assert (request["id"] in listed) == (status not in ("closed", "expired"))
    assert answer["cursor"] == latest(ana)
    assert listed[made["ready"]["id"]] == get(ana, made["ready"])


def test_a_snapshot_with_a_filter_is_all_of_the_filter(ana, gateway):
    tag = fresh("snap")
    made = {status: bring(ana, gateway, status, tags=[tag])["id"] for status in STATUSES}
    answer = subscribe(ana, snapshot=True, filter={"tags": [tag]})
    assert {request["id"] for request in answer["snapshot"]} == set(made.values())
    answer = subscribe(ana, snapshot=True, filter={"tags": [tag], "statuses": ["closed"]})
    assert [request["id"] for request in answer["snapshot"]] == [made["closed"]]


def test_a_snapshot_does_not_change_where_the_stream_goes_on(ana):
    request = create(ana)
    cursor = latest(ana)
    ana.call("sessionRequest.comment", id=request["id"], text="x")
    answer = subscribe(ana, since=cursor, snapshot=True, filter={"ids": [request["id"]]})
    assert [one["revision"] for one in answer["snapshot"]] == [2]
    assert types(events(ana, 1)) == ["commented"]


def test_without_asking_there_is_no_snapshot(ana):
    assert subscribe(ana).get("snapshot") is None


def test_a_snapshot_and_its_stream_together_miss_nothing_under_writers(ana, ben):
    tag = fresh("snap")
    asked = [ben.request("sessionRequest.create", recipient={"name": "M"}, tags=[tag]) for _ in range(60)]
    answer = subscribe(ana, snapshot=True, filter={"tags": [tag]})
    made = [ben.answer(identity)["sessionRequest"]["id"] for identity in asked]
    seen = [request["id"] for request in answer["snapshot"]]
    seen += [event["sessionRequest"]["id"] for event in events(ana, 60 - len(seen))]
    assert sorted(seen) == sorted(made)


FILTERS = [
    ("types", lambda tag: {"types": ["sessionRequest.opened"], "tags": [tag]}, ["opened"]),
    ("statuses", lambda tag: {"statuses": ["waiting"], "tags": [tag]}, ["opened", "commented", "assigned"]),
    ("tags", lambda tag: {"tags": [tag]}, ["created", "opened", "commented", "assigned"]),
    ("mine", lambda tag: {"mine": True, "tags": [tag]}, ["assigned"]),
    ("assignee", lambda tag: {"assignee": None, "tags": [tag]}, ["created", "opened", "commented", "assigned"]),
    ("statuses left", lambda tag: {"statuses": ["open"], "tags": [tag]}, ["created", "opened"]),
]


@pytest.mark.parametrize("make, wanted", [case[1:] for case in FILTERS], ids=[case[0] for case in FILTERS])
def test_a_filter_lets_through_what_it_says(ana, ben, gateway, make, wanted):
    tag = fresh("filter")
    subscribe(ana, filter=make(tag))
    request = create(ben, tags=[tag])
    create(ben)
    open_link(gateway, request)
    ben.call("sessionRequest.comment", id=request["id"], text="x")
    ana.call("sessionRequest.claim", id=request["id"])
    assert types(events(ana, len(wanted))) == wanted
    assert silent(ana)


def test_who_keeps_the_requests_of_a_filter_hears_of_those_that_leave_it(ana, ben, gateway):
    tag = fresh("left")
    narrow = {"statuses": ["open"], "assignee": None, "tags": [tag]}
    kept = {request["id"] for request in subscribe(ana, snapshot=True, filter=narrow)["snapshot"]}
    requests = [create(ben, tags=[tag]) for _ in range(4)]
    place = latest(ben)
    open_link(gateway, requests[0])
    ben.call("sessionRequest.claim", id=requests[1]["id"])
    ben.call("sessionRequest.update", id=requests[2]["id"], tags=["other"])
    told = events(ana, 7)
    assert types(told) == ["created"] * 4 + ["opened", "assigned", "updated"]
    for event in told:
        seen = event["sessionRequest"]
        belongs = (seen["status"], seen["assignee"], seen["tags"]) == ("open", None, [tag])
        (kept.add if belongs else kept.discard)(seen["id"])
    assert kept == {requests[3]["id"]}
    polled = ana.call("events.poll", since=place, filter=narrow)["events"]
    assert types(polled) == ["opened", "assigned", "updated"]
    assert [each["id"] for each in ana.call("sessionRequest.list", filter=narrow)["sessionRequests"]] == list(kept)
    ben.call("sessionRequest.comment", id=requests[0]["id"], text="x")
    assert silent(ana)


def test_a_narrow_filter_is_told_of_the_progress_of_the_rest(ana, ben):
    answer = subscribe(ana, filter={"ids": [999_999_999]}, heartbeatSeconds=1)
    for _ in range(3):
        create(ben)
    goal = latest(ben)
    while (cursor := ana.notification("events.sync", within=5)["params"]["cursor"]) != goal:
        assert sequence(answer["cursor"]) <= sequence(cursor) <= sequence(goal)
    assert silent(ana)


def test_a_heartbeat_beats_when_nothing_happens(make_desk):
    ana = make_desk().agent()
    subscribe(ana, heartbeatSeconds=1)
    ana.notification("events.sync", within=3)
    began = time.monotonic()
    ana.notification("events.sync", within=3)
    assert 0.5 < time.monotonic() - began < 2.0


def test_after_unsubscribing_nothing_follows(ana, ben):
    answer = subscribe(ana)
    create(ben)
    events(ana, 1)
    assert ana.call("events.unsubscribe", subscription=answer["subscription"]) == {"unsubscribed": True}
    ana.notifications.clear()
    create(ben)
    ben.call("rpc.ping")
    assert silent(ana)
    assert ana.call("events.unsubscribe", subscription=answer["subscription"]) == {"unsubscribed": False}


def test_a_subscription_belongs_to_its_connection(ana, ben):
    answer = subscribe(ana)
    assert ben.call("events.unsubscribe", subscription=answer["subscription"]) == {"unsubscribed": False}
    create(ben)
    assert events(ana, 1)


@pytest.mark.parametrize(("name", "line"), [
    ("agent", b'{"jsonrpc":"2.0","id":1,"method":"events.subscribe","params":{"snapshot":true}}\n'),
    ("gateway", b'{"jsonrpc":"2.0","id":1,"method":"link.watch","params":{"code":"%s"}}\n')], ids=["agent", "gateway"])
def test_who_hangs_up_while_it_subscribes_takes_nobody_along(make_desk, name, line):
    desk = make_desk()
    code = create(desk.agent())["code"].encode()
    for _ in range(1000):
        with socket.socket(socket.AF_UNIX) as hasty:
            hasty.connect(str(desk.path(name)))
            hasty.sendall(line.replace(b"%s", code))

    def admitted():
        try:
            return desk.agent()
        except BlockingIOError:  # the line at the door is still full
            return None

    assert until(admitted, 20, "the line at the door being shorter").call("rpc.ping") == {"pong": True}


def test_one_connection_has_several_subscriptions_each_with_its_own_place(ana, ben):
    tag = fresh("sub")
    first = subscribe(ana, filter={"tags": [tag]})["subscription"]
    create(ben, tags=[tag])
    assert len(events(ana, 1, first)) == 1
    second = subscribe(ana, since="earliest", filter={"tags": [tag]})["subscription"]
    assert first != second
    assert len(events(ana, 1, second)) == 1
    create(ben, tags=[tag])
    both = {params["subscription"] for params in events(ana, 2)}
    assert both == {first, second}


@pytest.mark.parametrize("params, path", [
    ({"filter": {"types": ["created"]}}, "/filter/types/0"), ({"filter": {"type": []}}, "/filter/type"),
    ({"heartbeatSeconds": 0}, "/heartbeatSeconds"), ({"snapshot": "yes"}, "/snapshot"), ({"from": "now"}, "/from"),
])
def test_a_malformed_subscription_is_refused_with_its_place(ana, params, path):
    refusal = ana.refusal("events.subscribe", **params)
    assert (refusal.reason, refusal.data["path"]) == ("invalid_params", path)


def test_what_did_not_happen_is_no_event(ana, gateway):
    request = bring(ana, gateway, "waiting")
    cursor = latest(ana)
    ana.refusal("sessionRequest.connect", id=request["id"])
    open_link(gateway, request)
    ana.call("sessionRequest.create", recipient={"name": "M"}, dryRun=True)
    ana.call("sessionRequest.assign", id=request["id"], assignee=None)
    ana.call("sessionRequest.update", id=request["id"], priority=request["priority"])
    assert latest(ana) == cursor


def test_the_end_of_the_daemon_closes_the_stream_with_the_place_to_go_on_from(make_desk):
    desk = make_desk()
    reader, writer = desk.agent(ANA), desk.agent(BEN)
    answer = subscribe(reader)
    create(writer)
    (event,) = events(reader, 1)
    desk.stop()
    closed = reader.notification("events.closed", within=5)["params"]
    assert (closed["subscription"], closed["reason"]) == (answer["subscription"], "shutdown")
    assert closed["resume"] == event["cursor"] and closed["retryAfter"] >= 0
    assert reader.at_end(5)
    desk.start()
    request = create(desk.agent(BEN))
    reader = desk.agent(ANA)
    subscribe(reader, since=closed["resume"])
    assert events(reader, 1)[0]["sessionRequest"]["id"] == request["id"]


def test_a_reader_gone_for_long_resumes_with_its_cursor_after_a_kill(make_desk):
    desk = make_desk()
    writer = desk.agent(BEN)
    cursor = latest(writer)
    made = [create(writer)["id"] for _ in range(30)]
    desk.kill()
    desk.start()
    made += [create(desk.agent(BEN))["id"] for _ in range(3)]
    reader = desk.agent(ANA)
    subscribe(reader, since=cursor)
    assert [event["sessionRequest"]["id"] for event in events(reader, 33)] == made


def test_a_connection_holds_so_many_subscriptions_and_no_more(desk):
    ana = desk.agent(ANA)
    allowed = ana.call("rpc.hello")["limits"]["subscriptionsPerConnection"]
    kept = [subscribe(ana)["subscription"] for _ in range(allowed)]
    refusal = ana.refusal("events.subscribe")
    assert refusal.reason == "busy" and refusal.data["retryable"] is True and "retryAfter" in refusal.data
    ana.call("events.unsubscribe", subscription=kept[0])
    subscribe(ana)


def test_nothing_comes_to_who_did_not_subscribe(ana, ben):
    create(ben)
    with pytest.raises(TooLate):
        ana.notification(within=0.2)
