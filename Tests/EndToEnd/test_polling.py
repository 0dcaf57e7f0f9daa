"""The stream without a subscription, call by call, and the cursors that both are asked with."""

import pytest

from connection import RpcError
from flows import create, fresh, types
from streaming import events, latest, sequence, subscribe


def test_a_poll_answers_what_is_there_at_once(ana):
    cursor = latest(ana)
    request = create(ana)
    result = ana.call("events.poll", since=cursor, timeout=60)
    assert types(result["events"]) == ["created"] and result["more"] is False
    assert result["events"][0]["sessionRequest"]["id"] == request["id"]
    assert result["cursor"] == result["events"][-1]["cursor"] == latest(ana)


def test_polls_with_a_limit_go_on_where_they_stopped(ana):
    cursor = latest(ana)
    made = [create(ana)["id"] for _ in range(5)]
    seen, more = [], True
    while more:
        result = ana.call("events.poll", since=cursor, limit=2)
        seen += [event["sessionRequest"]["id"] for event in result["events"]]
        assert len(result["events"]) <= 2
        cursor, more = result["cursor"], result["more"]
    assert seen == made


def test_a_poll_waits_for_the_next_event(ana, ben):
    polling = ana.request("events.poll", since="now", timeout=30)
    ana.call("rpc.ping")
    request = create(ben)
    result = ana.answer(polling, within=5)
    assert [event["sessionRequest"]["id"] for event in result["events"]] == [request["id"]]


def test_a_poll_with_a_filter_sleeps_through_the_rest(ana, ben):
    tag = fresh("poll")
    polling = ana.request("events.poll", since="now", timeout=30, filter={"tags": [tag]})
    ana.call("rpc.ping")
    for _ in range(3):
        create(ben)
    request = create(ben, tags=[tag])
    result = ana.answer(polling, within=5)
    assert [event["sessionRequest"]["id"] for event in result["events"]] == [request["id"]]


def test_a_poll_that_times_out_is_empty_and_has_come_further(ana, ben):
    cursor = latest(ana)
    create(ben)
    result = ana.call("events.poll", since=cursor, timeout=0.2, filter={"ids": [999_999_999]})
    assert (result["events"], result["more"], result["cursor"]) == ([], False, latest(ben))


def test_a_poll_is_canceled(ana):
    polling = ana.request("events.poll", since="now", timeout=30)
    assert ana.call("rpc.cancel", id=polling) == {"canceled": True}
    with pytest.raises(RpcError) as refusal:
        ana.answer(polling)
    assert refusal.value.reason == "canceled"


@pytest.mark.parametrize("params, path", [
    ({"limit": 0}, "/limit"), ({"limit": 501}, "/limit"), ({"timeout": 3601}, "/timeout"),
    ({"timeout": -1}, "/timeout")])
def test_a_malformed_poll_is_refused_with_its_place(ana, params, path):
    refusal = ana.refusal("events.poll", **params)
    assert (refusal.reason, refusal.data["path"]) == ("invalid_params", path)


def foreign(cursor):
    """A cursor like ours of another epoch."""
    epoch, _, number = cursor.rpartition(".")
    return f"{epoch[:-1]}{'b' if epoch[-1] == 'a' else 'a'}.{number}"


def future(cursor):
    epoch, _, number = cursor.rpartition(".")
    return f"{epoch}.{int(number) + 1000}"


@pytest.mark.parametrize("method", ["events.subscribe", "events.poll"])
@pytest.mark.parametrize("make", [foreign, future])
def test_a_cursor_that_is_not_of_this_log_is_expired_and_never_an_empty_success(ana, method, make):
    create(ana)
    refusal = ana.refusal(method, since=make(latest(ana)))
    assert refusal.reason == "cursor_expired"
    assert refusal.data["latest"] == latest(ana)
    assert sequence(refusal.data["earliest"]) <= sequence(refusal.data["latest"])
    subscribe(ana, since=refusal.data["earliest"])
    assert events(ana, 1)


@pytest.mark.parametrize("method", ["events.subscribe", "events.poll"])
@pytest.mark.parametrize("since", ["", "yesterday", "1", ".1", "a.", "a.b", "a.1.2x", "a.-1", "a.1e3", "a. 1", 5,
                                   "a.099"])
def test_a_malformed_cursor_is_refused(ana, method, since):
    refusal = ana.refusal(method, since=since)
    assert (refusal.reason, refusal.data.get("path")) == ("invalid_params", "/since")
