"""A subscription through all its connections, without I/O and without a clock."""

import json

import pytest
from session_request import (
    ConnectionLost,
    CursorExpired,
    Event,
    Interrupted,
    NotAllowed,
    ProtocolViolation,
    Resumed,
    ShuttingDown,
    Snapshot,
    Unreachable,
)
from session_request.streams import Connect, Deliver, DeskPlan, EventPlan, Fail, LinkPlan, Pause, Read, Stream

LOST = ConnectionLost("/s", "it ended", "Try again.")
GONE = Unreachable("/s", "there is no such socket", "Start it.")


def line(**message):
    return json.dumps({"jsonrpc": "2.0", **message}).encode() + b"\n"


def event(number):
    return line(method="events.event", params={
        "subscription": "s1", "cursor": f"e.{number}", "type": "queue.created", "at": "2030-01-01T00:00:00.000Z",
        "actor": {"kind": "clock"}, "sessionRequest": None, "changes": {}})


def sync(number):
    return line(method="events.sync", params={"subscription": "s1", "cursor": f"e.{number}"})


class Watcher:
    """Drives a stream as a program would, with the time in its hand."""

    def __init__(self, plan):
        self.stream = Stream(plan, "/s", 30.0)
        self.now = 100.0

    def connect(self, cursor="e.0", **result):
        assert isinstance(self.stream.step(self.now), Connect)
        request = json.loads(self.stream.connected(self.now))
        self.receive(line(id=request["id"], result={"subscription": "s1", "cursor": cursor, **result}))
        return request["params"]

    def receive(self, data):
        self.stream.received(data, self.now)

    def lose(self, error=LOST):
        self.stream.lost(error, self.now, 1.0)

    def items(self):
        """What is delivered now; events as their cursors."""
        found = []
        while isinstance(step := self.stream.step(self.now), Deliver):
            found.append(step.item.cursor if isinstance(step.item, Event) else step.item)
        return found


@pytest.fixture
def watcher():
    return Watcher(EventPlan("e.0", None, 30.0))


def test_it_subscribes_from_where_it_is_told(watcher):
    assert watcher.connect() == {"since": "e.0", "heartbeatSeconds": 30.0}


def test_it_goes_on_from_the_last_event(watcher):
    watcher.connect()
    watcher.receive(event(1) + event(2))
    assert watcher.items() == ["e.1", "e.2"]
    watcher.lose()
    watcher.now += 10
    assert watcher.connect("e.2")["since"] == "e.2"


def test_it_goes_on_from_the_last_heartbeat(watcher):
    watcher.connect()
    watcher.receive(event(1) + sync(70))
    watcher.lose()
    assert watcher.items() == ["e.1"]
    watcher.now += 10
    assert watcher.connect("e.70")["since"] == "e.70"


def test_events_that_came_before_the_loss_are_delivered_after_it(watcher):
    watcher.connect()
    watcher.receive(event(1) + event(2))
    watcher.lose()
    assert watcher.items() == ["e.1", "e.2"]


def test_nothing_is_delivered_twice(watcher):
    watcher.connect()
    watcher.receive(event(1))
    watcher.lose()
    watcher.now += 10
    watcher.items()
    watcher.connect("e.1")
    watcher.receive(event(1) + event(2))
    assert watcher.items() == ["e.2"]


def test_half_a_line_is_forgotten_with_its_connection(watcher):
    watcher.connect()
    watcher.receive(event(1) + event(2)[:50])
    watcher.lose()
    watcher.items()
    watcher.now += 10
    assert watcher.connect("e.1")["since"] == "e.1"
    watcher.receive(event(2))
    assert watcher.items() == ["e.2"]


def test_the_place_is_that_of_what_was_delivered_not_of_what_was_read(watcher):
    watcher.connect()
    watcher.receive(event(1) + event(2) + sync(9))
    assert watcher.stream.place == "e.0"
    watcher.stream.step(watcher.now)
    assert watcher.stream.place == "e.1"
    watcher.stream.step(watcher.now)
    assert watcher.stream.place == "e.9"


def test_it_waits_longer_after_each_failure_and_shortly_again_after_a_success(watcher):
    watcher.connect()
    pauses = []
    for _ in range(4):
        watcher.lose(GONE)
        step = watcher.stream.step(watcher.now)
        assert isinstance(step, Pause)
        pauses.append(round(step.until - watcher.now, 3))
        watcher.now = step.until
    assert pauses == [0.1, 0.2, 0.4, 0.8]
    watcher.connect()
    watcher.lose()
    assert round(watcher.stream.step(watcher.now).until - watcher.now, 3) == 0.1


def test_a_service_that_ends_says_how_long_to_wait_and_where_to_go_on(watcher):
    watcher.connect()
    closed = {"subscription": "s1", "reason": "shutdown", "resume": "e.5", "retryAfter": 7}
    with pytest.raises(ShuttingDown) as raised:
        watcher.receive(line(method="events.closed", params=closed))
    watcher.lose(raised.value)
    assert watcher.stream.step(watcher.now) == Pause(watcher.now + 7)
    watcher.now += 7
    assert watcher.connect("e.5")["since"] == "e.5"


def test_a_service_that_was_never_there_is_told_at_once(watcher):
    watcher.lose(GONE)
    assert watcher.stream.step(watcher.now) == Fail(GONE)


def test_a_socket_that_may_not_be_opened_is_not_tried_again(watcher):
    watcher.connect()
    error = NotAllowed("/s", "you may not", "Ask.")
    watcher.lose(error)
    assert watcher.stream.step(watcher.now) == Fail(error)


def test_a_cursor_that_is_too_old_is_told_and_no_gap_is_passed_over(watcher):
    watcher.connect()
    watcher.lose()
    watcher.now += 1
    watcher.stream.step(watcher.now)
    watcher.stream.connected(watcher.now)
    data = {"reason": "cursor_expired", "retryable": False, "earliest": "e.5", "latest": "e.9"}
    with pytest.raises(CursorExpired) as raised:
        watcher.receive(line(id=1, error={"code": -32005, "message": "cannot go on", "data": data}))
    watcher.lose(raised.value)
    assert watcher.stream.step(watcher.now) == Fail(raised.value)
    assert (raised.value.earliest, raised.value.latest) == ("e.5", "e.9")


def test_a_connection_that_is_silent_for_longer_than_its_heartbeat_is_given_up(watcher):
    watcher.connect()
    assert watcher.stream.step(watcher.now) == Read(watcher.now + 70)
    watcher.now += 30
    watcher.receive(sync(3))
    assert watcher.stream.step(watcher.now) == Read(watcher.now + 70)


def test_an_event_of_another_shape_is_a_violation_and_not_tried_again(watcher):
    watcher.connect()
    with pytest.raises(ProtocolViolation, match="another shape") as raised:
        watcher.receive(line(method="events.event", params={"cursor": "e.1"}))
    watcher.lose(raised.value)
    assert isinstance(watcher.stream.step(watcher.now), Fail)


def test_following_begins_with_a_snapshot_and_tells_interruptions():
    watcher = Watcher(DeskPlan(None, 30.0))
    watcher.lose(GONE)
    assert watcher.items() == [Interrupted(GONE, 0.1)]
    watcher.now += 0.1
    assert watcher.connect("e.4", snapshot=[])["snapshot"] is True
    assert watcher.items() == [Resumed(), Snapshot((), "e.4")]
    watcher.lose()
    assert watcher.items() == [Interrupted(LOST, 0.1)]
    watcher.now += 0.1
    assert watcher.connect("e.4") == {"since": "e.4", "heartbeatSeconds": 30.0}
    assert watcher.items() == [Resumed()]


def test_following_bridges_what_the_log_no_longer_has_with_a_new_snapshot():
    watcher = Watcher(DeskPlan(None, 30.0))
    watcher.connect("e.4", snapshot=[])
    watcher.items()
    expired = CursorExpired(-32005, "cannot go on", {"reason": "cursor_expired", "earliest": "e.8", "latest": "e.9"})
    watcher.lose(expired)
    assert watcher.connect("e.9", snapshot=[])["snapshot"] is True
    assert watcher.items() == [Snapshot((), "e.9")]
    watcher.lose(expired)
    watcher.stream.step(watcher.now)
    watcher.lose(expired)
    assert watcher.stream.step(watcher.now) == Fail(expired)


def test_a_link_is_told_at_first_and_when_it_is_another():
    watcher = Watcher(LinkPlan({"token": "t"}))
    link = {
        "status": "open", "organization": None, "agentName": None, "recipientName": "Maria", "subject": None,
        "language": None, "schedule": None, "expiresAt": "2030-01-01T00:00:00.000Z", "queuePosition": None,
        "allowedActions": [], "accessRequested": False, "feedback": None, "joinMethods": []}
    assert watcher.connect(link=link) == {"token": "t"}
    watcher.receive(line(method="link.changed", params={"subscription": "s1", "link": {**link, "status": "ready"}}))
    assert [item.status for item in watcher.items()] == ["open", "ready"]
    watcher.lose()
    watcher.now += 1
    watcher.connect(link={**link, "status": "ready"})
    assert watcher.items() == []
