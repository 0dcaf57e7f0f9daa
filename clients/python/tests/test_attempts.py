"""Which calls are made again, and when."""

from datetime import timedelta

import pytest
from session_request import ConnectionLost, NotFound, ShuttingDown, Unreachable
from session_request.backoff import Backoff
from session_request.calling import Attempts, Method
from session_request.limits import LONGEST_PAUSE

LOST = ConnectionLost("/s", "it ended", "Try again.")
NOT_SENT = Unreachable("/s", "it ended", "Try again.")
ENDING = ShuttingDown(-32000, "cannot", {"reason": "shutting_down", "retryable": True, "retryAfter": 0.5})
READ, WRITE, CREATE = Method("a.get", reads=True), Method("a.close"), Method("a.create", keyed=True)


def attempts(method, **params):
    return Attempts(method, params, None, 30.0)


def test_a_reading_that_was_lost_is_repeated_at_once_and_then_later():
    made = attempts(READ)
    assert made.failed(LOST, 10, 0.0) == 0.0
    assert made.failed(LOST, 10, 0.0) == 0.05
    assert made.failed(LOST, 0.01, 0.0) is None


def test_a_connection_that_is_lost_again_and_again_is_told_in_the_end():
    made = attempts(READ)
    assert [made.failed(LOST, 100, 1.0) for _ in range(6)] == [0.0, 0.1, 0.2, 0.4, 0.8, None]


def test_a_change_that_was_lost_is_not_repeated():
    assert attempts(WRITE).failed(LOST, 10, 0.5) is None


def test_a_change_with_a_key_is():
    made = attempts(CREATE)
    assert made.params["idempotencyKey"] and made.failed(LOST, 10, 0.5) == 0.0


def test_keys_differ_and_those_that_are_given_stay():
    assert attempts(CREATE).params != attempts(CREATE).params
    assert attempts(CREATE, idempotencyKey="mine").params == {"idempotencyKey": "mine"}
    assert attempts(CREATE, dryRun=True).params == {"dryRun": True}


def test_what_has_not_left_is_sent_again_at_once_and_then_later():
    made = attempts(WRITE)
    assert made.failed(NOT_SENT, 10, 0.0) == 0.0
    assert made.failed(NOT_SENT, 10, 0.0) == 0.05
    assert made.failed(NOT_SENT, 0.01, 0.0) is None


def test_a_service_that_ends_is_asked_again_when_it_says_and_never_after_the_deadline():
    made = attempts(WRITE)
    assert made.failed(ENDING, 10, 0.0) == 0.5
    assert made.failed(ENDING, 0.4, 0.0) is None


def test_a_refusal_is_an_answer():
    assert attempts(READ).failed(NotFound(1000, "cannot", {"retryable": True}), 10, 0.5) is None


@pytest.mark.parametrize(("deadline", "params", "seconds"), [
    (None, {}, 90.0), (None, {"timeout": 5}, 35.0), (None, {"timeout": timedelta(minutes=10)}, 630.0), (7.0, {"timeout": 5}, 7.0)])
def test_a_call_that_waits_may_take_as_long_and_the_usual_time_besides(deadline, params, seconds):
    assert Attempts(Method("a.wait", reads=True, waits=60.0), params, deadline, 30.0).seconds == seconds


def test_pauses_double_up_to_a_bound_less_up_to_half_by_chance():
    backoff = Backoff()
    assert [backoff.failed(1.0) for _ in range(3)] == [0.1, 0.2, 0.4]
    assert backoff.failed(0.0) == 0.4
    assert [backoff.failed(1.0) for _ in range(20)][-1] == LONGEST_PAUSE
    assert backoff.failed(0.0, minimum=45) == 45
    backoff.succeeded()
    assert backoff.failed(1.0) == 0.1
