"""Values on their way to the wire and back."""

import copy
import pickle
from datetime import datetime, timedelta, timezone

import pytest
from session_request import UNSET, Event, NotFound, Recipient, Refused, SessionRequest, Unreachable
from session_request.failures import DeadlineExceeded
from session_request.inputs import SHAPES
from session_request.reading import encoded, instant, wire
from session_request.refusals import BY_REASON, refusal


def test_members_are_named_as_on_the_wire():
    noon = datetime(2030, 5, 1, 12, tzinfo=timezone.utc)
    given = {"starts_at": noon, "time_zone": "Europe/Lisbon"}
    assert wire(given, SHAPES, "ScheduleInput") == {"startsAt": noon, "timeZone": "Europe/Lisbon"}


def test_members_inside_members_are_too():
    given = {"method": "client", "client": {"name": "AnyDesk"}, "target": {"scheme": "vnc", "address": "h"}}
    assert wire(given, SHAPES, "JoinInput") == given


def test_the_names_of_the_wire_and_unknown_ones_stay():
    assert wire({"startsAt": 1, "starts_on": 2}, SHAPES, "ScheduleInput") == {"startsAt": 1, "starts_on": 2}


def test_an_answer_goes_back_as_it_came():
    raw = {"name": "Maria", "email": "m@example.org", "shoeSize": 42}
    recipient = Recipient.from_raw(raw)
    assert wire(recipient, SHAPES, "RecipientInput") is raw
    assert encoded({"recipient": recipient}) == b'{"recipient":{"name":"Maria","email":"m@example.org","shoeSize":42}}'


def test_times_are_sent_in_utc_with_milliseconds():
    lisbon = timezone(timedelta(hours=1))
    assert encoded([datetime(2030, 5, 1, 12, 0, 0, 987654, lisbon), timedelta(minutes=1.5), frozenset("ba")]) == (
        b'["2030-05-01T11:00:00.987Z",90.0,["a","b"]]')


def test_a_time_without_a_zone_is_not_guessed():
    with pytest.raises(ValueError, match="no time zone"):
        encoded(datetime(2030, 5, 1))


def test_times_are_read_in_utc():
    assert instant("2030-05-01T11:00:00.987Z") == datetime(2030, 5, 1, 11, 0, 0, 987000, timezone.utc)


def test_members_that_are_not_known_are_kept():
    recipient = Recipient.from_raw({"name": "Maria", "shoeSize": 42})
    assert recipient == Recipient.from_raw({"name": "Maria"})
    assert recipient.raw["shoeSize"] == 42 and recipient.email is None


def test_values_cannot_be_changed_and_can_be_copied_and_pickled():
    recipient = Recipient.from_raw({"name": "Maria"})
    with pytest.raises(AttributeError):
        recipient.name = "Ana"
    assert pickle.loads(pickle.dumps(recipient)) == copy.deepcopy(recipient) == recipient


def test_what_lacks_a_member_is_not_read():
    for noun in (Recipient, SessionRequest, Event):
        with pytest.raises(KeyError):
            noun.from_raw({})


@pytest.mark.parametrize("reason", BY_REASON)
def test_every_reason_has_an_exception(reason):
    error = refusal({"code": 7, "message": "cannot", "data": {"reason": reason, "hint": "Do."}}, "rpc.ping")
    assert type(error) is BY_REASON[reason] and type(error).reason == error.reason == reason
    assert str(error) == "cannot (Do.)" and error.method == "rpc.ping" and error.code == 7


def test_a_reason_of_a_newer_service_is_told_all_the_same():
    error = refusal({"code": 9, "message": "cannot", "data": {"reason": "moon_is_full", "retryable": True}}, "x")
    assert type(error) is Refused and error.reason == "moon_is_full" and error.retryable


@pytest.mark.parametrize("error", [
    NotFound(1000, "cannot find it", {"reason": "not_found"}, "sessionRequest.get"),
    Unreachable("/s", "no socket", "Start it."), DeadlineExceeded("rpc.ping", 2.5)], ids=lambda each: type(each).__name__)
def test_errors_go_through_other_processes(error):
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error) and str(again) == str(error) and vars(again) == vars(error)


def test_errors_are_caught_as_what_python_has_for_them():
    assert issubclass(Unreachable, ConnectionError) and issubclass(DeadlineExceeded, TimeoutError)


def test_unset_says_what_it_is():
    assert repr(UNSET) == "UNSET"
