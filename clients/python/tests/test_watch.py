"""Streams from a real daemon, through its restarts."""

import asyncio
import concurrent.futures
import random
import threading

import pytest
from session_request import (
    AsyncDesk,
    CursorExpired,
    Desk,
    Event,
    InvalidParams,
    Interrupted,
    LinkExpired,
    Resumed,
    Snapshot,
    Unreachable,
)
from steps import join, named

EVENTS, RESTARTS = 10_000, 20


def numbers(events):
    return [event.session_request.id for event in events]


def test_events_come_as_they_happen(desk):
    with desk.watch() as watch:
        assert watch.next(0.05) is None
        made = [desk.session_request.create(recipient=named()).id for _ in range(5)]
        assert numbers(next(watch) for _ in range(5)) == made
        assert watch.next(0.05) is None


def test_a_watch_goes_on_where_another_ended(desk):
    with desk.watch() as watch:
        watch.next(0.05)
        made = [desk.session_request.create(recipient=named()).id for _ in range(6)]
        first = [next(watch) for _ in range(3)]
    assert watch.cursor == first[-1].cursor
    with desk.watch(since=watch.cursor) as again:
        assert numbers(next(again) for _ in range(3)) == made[3:]


def test_only_what_is_asked_for_is_told(desk):
    with desk.watch(types=["sessionRequest.closed"], filter={"tags": ["told"]}) as watch:
        watch.next(0.05)
        for tags in (["told"], ["other"], ["told"]):
            made = desk.session_request.create(recipient=named(), tags=tags)
            desk.session_request.close(made.id)
        events = [next(watch), next(watch)]
        assert {event.type for event in events} == {"sessionRequest.closed"}
        assert all(event.session_request.tags == ("told",) for event in events)
        assert watch.next(0.05) is None


def test_a_watch_that_is_refused_says_why(desk):
    with pytest.raises(InvalidParams):
        next(desk.watch(since="yesterday"))
    with pytest.raises(CursorExpired) as raised:
        next(desk.watch(since="0000000000000000.1"))
    assert raised.value.latest


def test_a_watch_of_nothing_says_so(tmp_path):
    with pytest.raises(Unreachable):
        next(Desk(tmp_path / "none").watch())


def test_another_thread_may_end_a_watch(desk):
    watch = desk.watch()
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        taking = pool.submit(list, watch)
        made = desk.session_request.create(recipient=named())
        assert made.id
        watch.close()
        assert [event for event in taking.result(5) if event.session_request.id != made.id] == []


def test_following_shows_what_is_there_and_says_when_it_cannot(make_service):
    service = make_service()
    with Desk(service.path("agent")) as desk:
        made = desk.session_request.create(recipient=named()).id
        with desk.follow() as news:
            snapshot = next(news)
            assert isinstance(snapshot, Snapshot) and numbers_of(snapshot) == [made]
            service.stop()
            interrupted = next(news)
            assert isinstance(interrupted, Interrupted) and interrupted.retry_in > 0
            service.start()
            second = desk.session_request.create(recipient=named()).id
            found = []
            while not any(isinstance(each, Event) for each in found):
                found.append(next(news))
            assert [each for each in found if not isinstance(each, (Interrupted, Resumed))] == [found[-1]]
            assert Resumed() in found and found[-1].session_request.id == second


def numbers_of(snapshot):
    return [request.id for request in snapshot.session_requests]


def test_following_waits_for_a_service_that_is_not_there_yet(make_service):
    service = make_service()
    service.stop()
    with Desk(service.path("agent")).follow() as news:
        assert isinstance(next(news), Interrupted)
        service.start()
        found = next(item for item in news if isinstance(item, Snapshot))
        assert found.session_requests == ()


def test_a_link_is_followed(desk, page):
    request = desk.session_request.create(recipient=named())
    with page.watch_link(code=request.code) as link:
        assert next(link).status == "open"
        page.link.grant(code=request.code, join=join())
        assert next(each for each in link if each.status == "ready").recipient_name == request.recipient.name


def test_a_link_that_is_replaced_is_followed_no_more(desk, page):
    request = desk.session_request.create(recipient=named())
    with page.watch_link(token=request.link.rpartition("/")[2]) as link:
        assert next(link).status == "open"
        desk.session_request.rotate_link(request.id)
        with pytest.raises(LinkExpired):
            next(link)


# Held to account


class Busy:
    """A service that threads make session requests on, and that is restarted as events come, by a clean end and by
    killing it in turn.
    """

    def __init__(self, service, events):
        self._service, self._events = service, events
        self._ended = threading.Event()
        self._pool = concurrent.futures.ThreadPoolExecutor(17)
        self._desk = Desk(service.path("agent"), patience=60, deadline=60)

    def __enter__(self):
        self._restarting = self._pool.submit(self._restart)
        self._making = [self._pool.submit(self._make, number) for number in range(EVENTS)]

    def __exit__(self, kind, *_):
        if kind:
            self._ended.set()
            self._desk.close()
        self._restarting.result(60)
        for done in self._making:
            done.result(60)
        self._pool.shutdown()
        self._desk.close()

    def _make(self, number):
        return None if self._ended.is_set() else self._desk.session_request.create(recipient={"name": f"Maria {number}"})

    def _restart(self):
        for number in range(RESTARTS):
            while len(self._events) < (number + 1) * EVENTS // (RESTARTS + 1):
                if self._ended.wait(0.001):
                    return
            if number % 2:
                self._service.kill()
            else:
                self._service.stop()
            self._service.start()


def test_ten_thousand_events_through_twenty_restarts(make_service):
    """None is lost, none comes twice, and all come in order."""
    service = make_service()
    events = []
    with Desk(service.path("agent")) as desk, desk.watch(since="earliest") as watch:
        with Busy(service, events):
            while len(events) < EVENTS:
                event = watch.next(60)
                assert event, f"{len(events)} events came, and no more"
                events.append(event)
        assert watch.next(0.2) is None
    check(events, service)


def test_ten_thousand_events_through_twenty_restarts_awaited(make_service):
    service = make_service()
    events = []

    async def watching():
        async with AsyncDesk(service.path("agent")) as desk, desk.watch(since="earliest") as watch:
            while len(events) < EVENTS:
                event = await watch.next(60)
                assert event, f"{len(events)} events came, and no more"
                events.append(event)

    with Busy(service, events):
        asyncio.run(watching())
    check(events, service)


def check(events, service):
    cursors = [event.cursor for event in events]
    assert len(set(cursors)) == EVENTS
    places = [int(cursor.rpartition(".")[2]) for cursor in cursors]
    assert places == sorted(places)
    assert sorted(numbers(events)) == sorted(set(numbers(events)))
    assert len({event.session_request.recipient.name for event in events}) == EVENTS
    with Desk(service.path("agent")) as desk:
        kept = [each.id for each in desk.session_request.list_all(limit=500)]
    assert sorted(kept) == sorted(numbers(events))


def test_places_taken_by_chance_are_gone_on_from(desk):
    """A program that ends and begins again, wherever it has come to."""
    made = [desk.session_request.create(recipient=named()).id for _ in range(200)]
    chance, cursor, found = random.Random(7), "earliest", []
    while len(found) < len(made):
        with desk.watch(since=cursor) as watch:
            for _ in range(chance.randrange(1, 30)):
                event = watch.next(1)
                if not event:
                    break
                if event.session_request.id in made and event.type == "sessionRequest.created":
                    found.append(event.session_request.id)
                cursor = event.cursor
    assert found == made
