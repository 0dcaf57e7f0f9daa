"""Time as the protocol writes it, and waiting for facts instead of for a while."""

import datetime
import re
import time

RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
_PAUSE = 0.005


class TooLate(AssertionError):
    """A fact that did not become true before its deadline."""


def until(fact, within=5.0, what=None):
    """Asks `fact` again and again until it answers something true, and returns that."""
    deadline = time.monotonic() + within
    while True:
        answer = fact()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise TooLate(f"{what or getattr(fact, '__name__', 'the fact')}: not so within {within} s")
        time.sleep(_PAUSE)


def now():
    """The wall clock in whole milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def instant(text):
    """An RFC 3339 time in UTC with milliseconds, as milliseconds since 1970; refuses every other spelling."""
    assert isinstance(text, str) and RFC3339.fullmatch(text), f"not a time with milliseconds in UTC: {text!r}"
    moment = datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=datetime.timezone.utc)
    return round(moment.timestamp() * 1000)


def rfc3339(milliseconds):
    """Milliseconds since 1970 as the protocol writes them."""
    seconds, rest = divmod(milliseconds, 1000)
    moment = datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{rest:03}Z"


def ahead(seconds):
    """The time that many seconds from now, as the protocol writes it."""
    return rfc3339(now() + round(seconds * 1000))


def later(days, clock="08:00:00.000"):
    """A time of day that many days from today, as the protocol writes it."""
    day = datetime.datetime.now(datetime.timezone.utc).date() + datetime.timedelta(days=days)
    return f"{day}T{clock}Z"


def pass_by(text):
    """Returns once the wall clock has passed a time."""
    moment = instant(text)
    until(lambda: now() > moment, within=max(0.0, (moment - now()) / 1000) + 1.0, what=f"the clock passing {text}")
