"""Awaiting facts: nothing here sleeps for a fixed time and hopes."""

import time


def until(condition, what, seconds=30.0):
    """Asks `condition` again and again until it answers something true, which is returned.

    Fails the test, naming `what` and the last answer, when the deadline passes.
    """
    deadline = time.monotonic() + seconds
    while True:
        answer = condition()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {seconds:.0f} s: {what}; last seen: {answer!r}")
        time.sleep(0.03)
