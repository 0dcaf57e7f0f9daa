"""How calls are made: what a method is like, and whether a call that failed is made again."""

from __future__ import annotations

import contextlib
import uuid
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Callable, Dict, Generator, Optional, Protocol, TypeVar

from . import limits
from .backoff import Backoff
from .failures import ConnectionLost, DeskError, ProtocolViolation, Unreachable
from .reading import encoded
from .refusals import ShuttingDown

T = TypeVar("T")


@dataclass(frozen=True)
class Method:
    """A method, with what its calls need."""

    name: str
    reads: bool = False
    """Twice is the same as once."""
    keyed: bool = False
    """An idempotency key makes twice the same as once."""
    waits: Optional[float] = None
    """It blocks, so many seconds unless its `timeout` says otherwise."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "wire_name", encoded(self.name))

    wire_name: bytes = field(init=False, repr=False, compare=False)
    """The name as JSON."""


class Caller(Protocol):
    """Who carries out calls."""

    def call_method(
        self, method: Method, params: Dict[str, object], deadline: Optional[float], read: Callable[[Any], T]
    ) -> T:
        """The result of a call as `read` makes it out."""
        ...


class AsyncCaller(Protocol):
    """Who carries out calls, to be awaited."""

    async def call_method(
        self, method: Method, params: Dict[str, object], deadline: Optional[float], read: Callable[[Any], T]
    ) -> T:
        """The result of a call as `read` makes it out."""
        ...


class Attempts:
    """One call, from its first attempt to its last. A value, without I/O.

    What is sure not to have been carried out is asked again: it had not left yet, or the service was shutting down.
    So is what was lost with the connection, if twice is the same as once: it reads, or has an idempotency key. It is
    asked at once the first time, then after growing pauses, a few times and no longer than its deadline allows.
    """

    def __init__(self, method: Method, params: Dict[str, object], deadline: Optional[float], default: float) -> None:
        if method.keyed and "idempotencyKey" not in params and not params.get("dryRun"):
            params["idempotencyKey"] = uuid.uuid4().hex
        self.method = method
        self.params = params
        self.seconds = default if deadline is None else deadline
        if deadline is None and method.waits is not None:
            waiting = params.get("timeout", method.waits)
            waiting = waiting.total_seconds() if isinstance(waiting, timedelta) else waiting
            self.seconds += waiting if isinstance(waiting, (int, float)) else method.waits
        self._repeatable = method.reads or method.keyed
        self._repeats = 0
        self._backoff = Backoff()

    def failed(self, error: DeskError, left: float, random: float) -> Optional[float]:
        """How many seconds to wait before the next attempt; None: there is none. `random` is from 0 up to 1."""
        if isinstance(error, ShuttingDown):
            pause = self._backoff.failed(random, error.retry_after or 0.0)
        elif isinstance(error, Unreachable) and (self._repeatable or not isinstance(error, ConnectionLost)):
            if self._repeats == limits.REPEATS:
                return None
            pause = self._backoff.failed(random) if self._repeats else 0.0
            self._repeats += 1
        else:
            return None
        return pause if pause < left else None


def understood(method: str, result: Any, read: Callable[[Any], T]) -> T:
    """What `read` makes of a result."""
    try:
        return read(result)
    except (KeyError, TypeError, ValueError, AttributeError) as cause:
        raise ProtocolViolation(f"the result of {method} has another shape ({cause!r})") from cause


@contextlib.contextmanager
def shaped(what: str) -> Generator[None, None, None]:
    """Reports what has another shape as such."""
    try:
        yield
    except (KeyError, TypeError, ValueError, AttributeError) as cause:
        raise ProtocolViolation(f"{what} has another shape ({cause!r})") from cause
