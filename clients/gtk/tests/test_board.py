"""Which session requests are seen, and where."""

from datetime import datetime, timedelta, timezone

import pytest
from session_request import SessionRequest
from session_requests_window.board import Board, Filter, View, Whose, matches

NOW = datetime(2030, 1, 1, 12, tzinfo=timezone.utc)


def request(number, status="open", revision=1, starts=None, **more):
    at = (NOW - timedelta(minutes=number)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    schedule = {"startsAt": starts.isoformat(timespec="milliseconds").replace("+00:00", "Z"), "timeZone": "UTC"} if starts else None
    delivery = {"state": "notRequested", "attempts": 0}
    return SessionRequest.from_raw({
        "id": number, "revision": revision, "status": status, "statusSince": at, "subject": None,
        "recipient": {"name": "Maria"}, "comments": None, "assignee": None, "createdBy": {"kind": "clock"}, "createdAt": at,
        "updatedAt": at, "schedule": schedule, "expiresAt": at, "link": None, "code": None,
        "invitation": {"email": delivery, "sms": delivery}, "join": None, "connection": None, "closed": None, "denials": 0,
        "queuePosition": None, "priority": "normal", "tags": [], "externalReference": None, "customFields": {},
        "feedback": None, "allowedActions": [], **more})


def shown(board, view=View.ACTIVE, user=None, **wanted):
    return [each.id for each in board.shown(view, Filter(**wanted), user, NOW)]


def test_who_waits_for_an_agent_comes_first_and_the_urgent_before_the_rest():
    board = Board()
    board.began_anew([
        request(1), request(2, "connected"), request(3, "waiting"), request(4, "ready"), request(5, "waiting", priority="urgent"),
        request(6, "waiting")])
    assert shown(board) == [4, 5, 6, 3, 2, 1]


def test_each_is_on_one_tab():
    board = Board()
    board.learned([
        request(1), request(2, starts=NOW + timedelta(days=2)), request(3, starts=NOW + timedelta(days=1)),
        request(4, "waiting", starts=NOW + timedelta(days=1)), request(5, "closed"), request(6, "expired"),
        request(7, starts=NOW - timedelta(hours=1))])
    assert shown(board) == [4, 7, 1]
    assert shown(board, View.UPCOMING) == [3, 2]
    assert shown(board, View.PAST) == [5, 6]


def test_the_newer_of_two_stays():
    board = Board()
    board.learned([request(1, "ready", revision=3)])
    board.learned([request(1, "open", revision=2)])
    assert board.get(1).status == "ready"


def test_a_snapshot_takes_away_what_is_no_longer_going_on():
    board = Board()
    board.began_anew([request(1), request(2, "closed")])
    board.began_anew([request(3)])
    assert shown(board) == [3] and shown(board, View.PAST) == [2]


@pytest.mark.parametrize(("words", "found"), [
    ("maria", True), ("MAR print", True), ("lisbon", True), ("604", True), ("pedro", False), ("maria pedro", False), ("", True)])
def test_all_words_are_found_by_any_part(words, found):
    assert matches(request(1, subject="Printer", tags=["lisbon"], code="604153928"), words) is found


def test_a_filter_leaves_what_all_of_it_holds_for():
    board = Board()
    ana, queue = {"type": "agent", "id": "ana"}, {"type": "queue", "id": "tier-1"}
    board.learned([
        request(1, assignee=ana, tags=["lisbon"]), request(2, "waiting", assignee=queue), request(3, tags=["lisbon"]),
        request(4, assignee={"type": "agent", "id": "ben"})])
    assert shown(board, user="ana", whose=Whose.MINE) == [1]
    assert shown(board, user="tier-1", whose=Whose.MINE) == []
    assert shown(board, whose=Whose.NOBODY) == [3]
    assert shown(board, whose=Whose.QUEUE, queue="tier-1") == [2] and shown(board, whose=Whose.QUEUE, queue="tier-2") == []
    assert shown(board, status="waiting") == [2]
    assert shown(board, tag="lisbon") == [3, 1] and shown(board, tag="lisbon", user="ana", whose=Whose.MINE) == [1]
    assert board.tags() == ["lisbon"]
    assert Filter("maria").is_narrow is False and Filter(tag="lisbon").is_narrow is True
