"""`session-request watch`: events as JSON lines in a pipe, through restarts, and a live table on a terminal."""

import json
import os
import select
import signal
import time

import pytest

from command_line import Window, done, run, start
from desk import ROOT
from flows import create, fresh, grant, open_link
from moments import TooLate


class Lines:
    """The JSON lines of a program that runs."""

    def __init__(self, process):
        self.process = process
        self.buffer = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.communicate()

    def next(self, within=10.0):
        deadline = time.monotonic() + within
        descriptor = self.process.stdout.fileno()
        while b"\n" not in self.buffer:
            if not select.select([descriptor], [], [], max(0, deadline - time.monotonic()))[0]:
                raise TooLate(f"no line came: {self.buffer!r}")
            data = os.read(descriptor, 1 << 16)
            assert data, f"it ended: {self.process.stderr.read()}"
            self.buffer += data
        line, self.buffer = self.buffer.split(b"\n", 1)
        return json.loads(line)


def watching(desk, *arguments, uid=ROOT):
    return Lines(start(desk, "watch", *arguments, uid=uid))


def test_each_event_is_one_line_as_on_the_wire(desk, ana, contract):
    with watching(desk, "--snapshot") as lines:
        beginning = lines.next()
        assert set(beginning) == {"cursor", "snapshot"}
        made = create(ana)
        event = lines.next()
    assert event["type"] == "sessionRequest.created" and event["sessionRequest"]["id"] == made["id"]
    assert "allowedActions" not in event["sessionRequest"] and "subscription" not in event
    contract.notification("events.event", event | {"subscription": "s"})
    assert event in done(desk, "history", made["id"]).objects


def test_it_goes_on_where_it_was_when_the_service_comes_back(make_desk):
    desk = make_desk()
    with watching(desk, "--since", "earliest") as lines:
        first = create(desk.agent(ROOT))["id"]
        assert lines.next()["sessionRequest"]["id"] == first
        desk.kill()
        desk.start()
        second = create(desk.agent(ROOT))["id"]
        desk.restart()
        third = create(desk.agent(ROOT))["id"]
        assert [lines.next()["sessionRequest"]["id"] for _ in range(2)] == [second, third]


def test_filters_and_a_count_end_it(desk, ana, gateway):
    tag = fresh("tag")
    cursor = done(desk, "summary").object["cursor"]
    for tags in ([], [tag], [tag]):
        made = create(ana, tags=tags)
        open_link(gateway, made)
    events = done(desk, "watch", "--since", cursor, "--tag", tag, "--type", "opened", "--count", 2).objects
    assert [event["type"] for event in events] == ["sessionRequest.opened"] * 2
    assert all(event["sessionRequest"]["tags"] == [tag] for event in events)
    mine = create(ana, assignee={"type": "agent", "id": "me"})["id"]
    event = done(desk, "watch", "--since", cursor, "--mine", "--count", 1).object
    assert event["sessionRequest"]["id"] == mine
    queue = f"queue:{fresh('queue')}"
    assert run(desk, "watch", "--since", cursor, "--assignee", queue, "--timeout", "0.3").status == 4


@pytest.mark.parametrize("place, status, words", [
    ("0000000000000000.1", 1, "cursor_expired"), ("nonsense", 1, "invalid_params"),
])
def test_a_cursor_that_is_no_place_is_refused(desk, place, status, words):
    refused = run(desk, "watch", "--since", place)
    assert refused.status == status and f"[{words}]" in refused.err


def test_a_service_that_was_never_there_is_not_waited_for(desk, tmp_path):
    assert run(desk, "watch", "--socket", tmp_path / "none.sock", uid=ROOT).status == 2


def test_the_live_table_follows_what_happens(make_desk):
    desk = make_desk()
    agent, gateway = desk.agent(ROOT), desk.gateway()
    with Window(desk, "watch", columns=90, rows=20) as window:
        window.until("Nothing to show")
        made = create(agent, recipient={"name": "Maria Keller"}, priority="urgent")
        window.until(r"1 +open +now +Maria Keller +urgent")
        window.until(r"● live")
        open_link(gateway, made)
        grant(gateway, made)
        window.until(r"1 ready +0 waiting")
        window.until(r"1 Maria Keller +granted: anydesk 123456789")
        desk.kill()
        window.until("connection lost, trying again")
        desk.start()
        window.until(r"● live")
        agent = desk.agent(ROOT)
        agent.call("sessionRequest.close", id=made["id"])
        window.until(r"1 +closed +now")
        window.resize(60, 12)
        os.kill(window.process_id, signal.SIGWINCH)
        window.until(r"0 ready")
        assert window.screen.cursor.hidden
        window.type("\x03")
        assert window.end() == 0
        assert not window.screen.cursor.hidden
        assert max(len(line) for line in window.lines) <= 60


def test_the_live_table_shows_what_its_filter_asks_for(make_desk):
    desk = make_desk()
    agent = desk.agent(ROOT)
    mine = create(agent, recipient={"name": "Mine"}, assignee={"type": "agent", "id": "me"})
    create(agent, recipient={"name": "Other"})
    with Window(desk, "watch", "--mine") as window:
        assert "Other" not in window.until("Mine")
        agent.call("sessionRequest.assign", id=mine["id"], assignee=None)
        window.until("Nothing to show")


def test_a_hostile_name_cannot_act_on_the_terminal(make_desk):
    desk = make_desk()
    # The service refuses control characters; what it lets through must not act either.
    create(desk.agent(ROOT), recipient={"name": "x\u200e\u061cy\U000e0041z"})
    with Window(desk, "show", 1) as window:
        assert window.end() == 0
    shown = window.raw.decode()
    for character in "\u200e\u061c\U000e0041":
        assert character not in shown
    assert "x\\u{200e}\\u{61c}y\\u{e0041}z" in shown
