"""Calls of threads to a real daemon."""

import concurrent.futures
import os
import threading
import time
from datetime import datetime, timedelta, timezone

import pytest
from moments import until
from session_request import (
    AlreadyConnected,
    DeadlineExceeded,
    Desk,
    DeskClosed,
    InvalidParams,
    InvalidTransition,
    NotFound,
    PermissionDenied,
    Refused,
    RevisionConflict,
    TooLarge,
)
from steps import join, named, ready


def test_a_session_from_beginning_to_end(desk, page):
    request = desk.session_request.create(
        recipient={"name": "Maria Silva", "language": "pt"}, subject="Printer", priority="high", tags=["printer"],
        assignee="me", custom_fields={"room": "2.17"}, expires_in=timedelta(hours=2))
    assert request.status == "open" and request.recipient.language == "pt" and request.tags == ("printer",)
    assert request.expires_at - request.created_at == timedelta(hours=2)
    assert request.assignee.type == "agent" and request.custom_fields == {"room": "2.17"}
    with pytest.raises(InvalidTransition) as early:
        desk.session_request.connect(request.id)
    assert early.value.status == "open" and "close" in early.value.allowed
    link = page.link.resolve(code=request.code)
    assert link.link.recipient_name == "Maria Silva" and link.token
    assert page.link.grant(code=request.code, join=join()).status == "ready"
    connected = desk.session_request.connect(request.id)
    assert connected.target.address == "987654321" and connected.launch.argv == ("anydesk", "987654321")
    with pytest.raises(AlreadyConnected) as late:
        desk.session_request.connect(request.id)
    assert late.value.by.uid == os.geteuid()
    closed = desk.session_request.close(request.id, reason="done", note="New toner.")
    assert closed.closed.note == "New toner." and closed.closed.at.tzinfo is timezone.utc and closed.code is None
    history = desk.session_request.history(request.id)
    assert [event.type.partition(".")[2] for event in history.events] == [
        "created", "opened", "granted", "connected", "closed"]
    assert history.events[1].changes["status"].from_ == "open"


def test_none_clears_and_unset_leaves(desk):
    request = desk.session_request.create(recipient=named(), subject="Printer", comments="Old.")
    assert desk.session_request.update(request.id, priority="low").subject == "Printer"
    assert desk.session_request.update(request.id, subject=None).subject is None
    assert desk.session_request.assign(request.id, "me").assignee.id
    assert desk.session_request.assign(request.id, None).assignee is None


def test_an_answer_can_be_given_back(desk):
    begins = datetime.now(timezone.utc) + timedelta(days=1)
    request = desk.session_request.create(
        recipient=named(), schedule={"starts_at": begins, "time_zone": "Europe/Lisbon"})
    other = desk.session_request.create(recipient=request.recipient, schedule=request.schedule)
    assert other.recipient == request.recipient and other.schedule == request.schedule
    assert abs(other.schedule.starts_at - begins) < timedelta(milliseconds=1)


def test_a_dry_run_answers_a_draft(desk):
    draft = desk.session_request.create(recipient=named(), dry_run=True)
    assert type(draft).__name__ == "SessionRequestDraft" and draft.id is None and draft.status == "open"


def test_what_is_wrong_is_told_with_its_place(desk):
    with pytest.raises(InvalidParams) as raised:
        desk.session_request.create(recipient={"name": ""})
    assert raised.value.path == "/recipient/name" and raised.value.reason == "invalid_params"
    with pytest.raises(InvalidParams) as raised:
        desk.session_request.create(recipient={"name": "Maria", "age": 7})
    assert raised.value.path == "/recipient/age"
    with pytest.raises(NotFound):
        desk.session_request.get(999_999)
    request = desk.session_request.create(recipient=named())
    with pytest.raises(RevisionConflict) as conflict:
        desk.session_request.update(request.id, subject="x", if_revision=7)
    assert conflict.value.revision == 1
    with pytest.raises(PermissionDenied):
        desk.link.resolve(code="123456789")


def test_all_pages_are_one_iterator(desk):
    word = "pages"
    made = [desk.session_request.create(recipient=named(), tags=[word]).id for _ in range(7)]
    found = [each.id for each in desk.session_request.list_all(filter={"tags": [word]}, sort="createdAt", limit=3)]
    assert found == made
    assert len(list(desk.session_request.history_all(made[0], limit=1))) == 1


def test_many_at_once_are_all_or_nothing(desk):
    request = desk.session_request.create(recipient=named())
    results = desk.session_request.bulk([
        {"method": "sessionRequest.create", "params": {"recipient": named()}},
        {"method": "sessionRequest.close", "params": {"id": request.id}}])
    assert [result.session_request.status for result in results] == ["open", "closed"]
    with pytest.raises(InvalidTransition) as raised:
        desk.session_request.bulk([{"method": "sessionRequest.connect", "params": {"id": request.id}}])
    assert raised.value.index == 0


def test_any_method_can_be_called_by_its_name(desk):
    assert desk.call("rpc.ping") == {"pong": True}
    with pytest.raises(Refused) as raised:
        desk.call("moon.howl", {"loud": True})
    assert raised.value.reason == "method_not_found" and raised.value.method == "moon.howl"


def test_queues_are_there(desk):
    assert desk.queue.create("tier-1", members={"users": ["root"]}).members.users == ("root",)
    request = desk.session_request.create(recipient=named(), assignee={"type": "queue", "id": "tier-1"})
    assert desk.queue.next(queues=["tier-1"]).id == request.id
    assert desk.queue.next(queues=["tier-1"]) is None
    assert [queue.id for queue in desk.queue.list()] == ["tier-1"]
    assert desk.session_request.summary().by_status.open >= 0
    assert desk.queue.delete("tier-1") is True


# Many at a time


def test_many_threads_share_one_connection(service, desk):
    def work(number):
        made = desk.session_request.create(recipient={"name": f"Thread {number}"})
        assert all(desk.session_request.get(made.id).recipient.name == f"Thread {number}" for _ in range(20))
        return made.id

    with concurrent.futures.ThreadPoolExecutor(32) as pool:
        assert len(set(pool.map(work, range(200)))) == 200


def test_a_call_that_waits_holds_up_no_other(desk, page):
    request = desk.session_request.create(recipient=named())
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        waiting = [pool.submit(desk.session_request.wait, request.id, ["ready"], timeout=30) for _ in range(8)]
        assert all(desk.rpc.ping() for _ in range(100))
        page.link.grant(code=request.code, join=join())
        assert {done.result(10).session_request.status for done in waiting} == {"ready"}


def test_one_that_reads_for_all_may_leave_before_the_others(desk, page):
    """The first waits shortest: whoever reads the socket when its time is up hands the reading over."""
    request = desk.session_request.create(recipient=named())
    with concurrent.futures.ThreadPoolExecutor(6) as pool:
        for _ in range(20):
            short = pool.submit(desk.session_request.wait, request.id, ["ready"], timeout=0.02)
            longer = [pool.submit(desk.session_request.wait, request.id, ["ready"], timeout=0.05) for _ in range(4)]
            assert all(done.result(5).timed_out for done in [short, *longer])


def test_a_deadline_ends_one_call_and_no_other(desk, page):
    request = desk.session_request.create(recipient=named())
    began = time.monotonic()
    with pytest.raises(DeadlineExceeded, match="sessionRequest.wait: no answer within 0.1 s"):
        desk.session_request.wait(request.id, ["ready"], timeout=60, deadline=0.1)
    assert time.monotonic() - began < 5
    assert desk.rpc.ping()


def test_a_call_that_was_given_up_is_cancelled_there(desk):
    request = desk.session_request.create(recipient=named())
    for _ in range(3):
        with pytest.raises(DeadlineExceeded):
            desk.session_request.wait(request.id, ["ready"], timeout=3600, deadline=0.02)
    # Nothing is left waiting under the numbers that were used.
    assert not any(desk.rpc.cancel(number) for number in range(1, 20))


def test_a_change_while_many_lines_are_too_much_for_the_socket(desk):
    """More is under way than both sockets hold: who sends must read as well, or nobody gets on."""
    text = "x" * 4000
    request = desk.session_request.create(recipient=named(), comments=text)

    def work(_):
        return sum(len(each["comments"]) for each in [
            desk.call("sessionRequest.get", {"id": request.id})["sessionRequest"] for _ in range(20)])

    with concurrent.futures.ThreadPoolExecutor(100) as pool:
        assert sum(pool.map(work, range(100))) == 100 * 20 * 4000


def test_a_line_that_is_too_long_costs_only_its_own_call(desk):
    with pytest.raises(TooLarge):
        desk.call("sessionRequest.create", {"recipient": {"name": "x" * (1 << 20)}})
    assert desk.rpc.ping()


def test_closing_ends_the_calls_that_wait(service):
    desk = Desk(service.path("agent"))
    request = desk.session_request.create(recipient=named())
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        waiting = [pool.submit(desk.session_request.wait, request.id, ["ready"], timeout=60) for _ in range(4)]
        until(lambda: threading.active_count() >= 5)
        desk.close()
        for done in waiting:
            with pytest.raises(DeskClosed):
                done.result(5)
    with pytest.raises(DeskClosed):
        desk.rpc.ping()


def test_closing_twice_is_no_mistake(service):
    desk = Desk(service.path("agent"))
    desk.close()
    desk.close()


# Processes


def test_a_forked_process_has_a_connection_of_its_own(service, run):
    program = f"""
import os, sys, threading
sys.path.insert(0, {os.path.dirname(os.path.dirname(__import__("session_request").__file__))!r})
from session_request import Desk
desk = Desk({str(service.path("agent"))!r}).connect()
child = os.fork()
pids = {{desk.session_request.create(recipient={{"name": "Maria"}}).created_by.pid for _ in range(50)}}
assert pids == {{os.getpid()}}, pids
if child == 0:
    os._exit(0)
assert os.waitpid(child, 0)[1] == 0
assert desk.rpc.ping()
desk.close()
"""
    run("/usr/bin/python3", "-W", "error", "-c", program)


def test_nothing_is_left_open_and_nothing_complains(service, run):
    program = f"""
import gc, os, sys
sys.path.insert(0, {os.path.dirname(os.path.dirname(__import__("session_request").__file__))!r})
from session_request import Desk
before = sorted(os.listdir("/proc/self/fd"))
with Desk({str(service.path("agent"))!r}) as desk:
    desk.session_request.create(recipient={{"name": "Maria"}})
    for event in desk.watch(since="earliest"):
        break
    news = desk.follow()
    next(news)
    news.close()
del event, news
gc.collect()
assert sorted(os.listdir("/proc/self/fd")) == before
"""
    run("/usr/bin/python3", "-W", "error", "-X", "dev", "-c", program)


def test_ready_requests_are_connected_by_one(desk, page):
    request = ready(desk, page)

    def connect(_):
        try:
            return desk.session_request.connect(request.id).session_request.status
        except AlreadyConnected:
            return None

    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        assert sorted(filter(None, pool.map(connect, range(16)))) == ["connected"]
