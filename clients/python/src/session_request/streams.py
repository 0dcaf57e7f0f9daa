"""What a stream of news is, without I/O: what to subscribe to, what to tell, and what to do when it is lost."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Any, Deque, Dict, List, Mapping, Optional, Protocol, Tuple, Union

from . import limits
from .backoff import Backoff
from .calling import shaped
from .dialogue import Answer, Dialogue, Notification
from .failures import ConnectionLost, DeskError, NotAllowed, Refused, Unreachable
from .nouns import Event, Link, SessionRequest
from .reading import encoded
from .refusals import CursorExpired, LinkExpired, ShuttingDown, refusal


@dataclass(frozen=True)
class Snapshot:
    """The session requests as they are, cut at the cursor: forget what was known before."""

    session_requests: Tuple[SessionRequest, ...]
    cursor: str


@dataclass(frozen=True)
class Interrupted:
    """The connection was lost, or could not be had; it is tried again in so many seconds. Nothing will be missed."""

    error: DeskError
    retry_in: float


@dataclass(frozen=True)
class Resumed:
    """Connected, after an interruption."""


Item = Union[Event, Snapshot, Interrupted, Resumed, Link]


class Plan(Protocol):
    """What a stream subscribes to."""

    place: Optional[str]
    """The cursor behind all that was told; None if there is none."""

    tells_interruptions: bool
    """Whether a loss is told, and not only mended."""

    def request(self) -> Tuple[str, Dict[str, object]]:
        """The method and the params to subscribe with now."""
        ...

    def answered(self, result: Mapping[str, Any]) -> List[Item]:
        """The subscription was accepted: what to tell."""
        ...

    def notified(self, notification: Notification) -> List[Item]:
        """The service said something: what to tell. Raises at the end of the stream."""
        ...

    def survives(self, error: DeskError) -> bool:
        """It was lost: whether to try again."""
        ...


def _passes(error: DeskError) -> bool:
    """Whether the same may succeed on a new connection without anybody's doing."""
    if isinstance(error, Refused):
        return error.retryable
    return isinstance(error, Unreachable) and not isinstance(error, NotAllowed)


class EventPlan:
    """The log of events, from a place in it: in order, nothing twice and nothing missed."""

    tells_interruptions = False

    place: Optional[str]

    def __init__(self, since: Optional[str], filter: Optional[Mapping[str, object]], heartbeat: float) -> None:
        self.place = since
        self._filter = filter
        self._heartbeat = heartbeat
        self._started = False

    def request(self) -> Tuple[str, Dict[str, object]]:
        params: Dict[str, object] = {"heartbeatSeconds": self._heartbeat}
        if self.place is not None:
            params["since"] = self.place
        if self._filter is not None:
            params["filter"] = self._filter
        return "events.subscribe", params

    def answered(self, result: Mapping[str, Any]) -> List[Item]:
        self.place = result["cursor"]
        self._started = True
        return []

    def notified(self, notification: Notification) -> List[Item]:
        params = notification.params
        if notification.method == "events.event":
            if params["cursor"] == self.place:
                return []
            self.place = params["cursor"]
            return [Event.from_raw(params)]
        if notification.method == "events.sync":
            self.place = params["cursor"]
        elif notification.method == "events.closed":
            self.place = params.get("resume") or self.place
            data = {"reason": "shutting_down", "retryable": True, "retryAfter": params.get("retryAfter")}
            raise ShuttingDown(-32000, f"cannot go on: the service ended the stream ({params['reason']})", data)
        return []

    def survives(self, error: DeskError) -> bool:
        return _passes(error) and (self._started or isinstance(error, Refused))


class DeskPlan(EventPlan):
    """The session requests as they are, and then every event; after a loss that the log no longer bridges, again as
    they are.
    """

    tells_interruptions = True

    def __init__(self, filter: Optional[Mapping[str, object]], heartbeat: float) -> None:
        super().__init__(None, filter, heartbeat)
        self.place: Optional[str] = None

    def request(self) -> Tuple[str, Dict[str, object]]:
        method, params = super().request()
        return method, {**params, "snapshot": True} if self.place is None else params

    def answered(self, result: Mapping[str, Any]) -> List[Item]:
        super().answered(result)
        if "snapshot" not in result:
            return []
        return [Snapshot(tuple(SessionRequest.from_raw(each) for each in result["snapshot"]), result["cursor"])]

    def survives(self, error: DeskError) -> bool:
        if isinstance(error, CursorExpired) and self.place is not None:
            self.place = None
            return True
        return _passes(error)


class LinkPlan:
    """One link as its recipient may see it, at first and after every change."""

    tells_interruptions = False

    def __init__(self, params: Dict[str, object]) -> None:
        self.place: Optional[str] = None
        self._params = params
        self._last: Optional[Link] = None

    def request(self) -> Tuple[str, Dict[str, object]]:
        return "link.watch", dict(self._params)

    def answered(self, result: Mapping[str, Any]) -> List[Item]:
        return self._changed(Link.from_raw(result["link"]))

    def notified(self, notification: Notification) -> List[Item]:
        if notification.method != "link.changed":
            return []
        if notification.params.get("replaced"):
            raise LinkExpired(1009, "a newer link has replaced the one that was watched", {"reason": "link_expired"})
        return self._changed(Link.from_raw(notification.params["link"]))

    def survives(self, error: DeskError) -> bool:
        return _passes(error) and (self._last is not None or isinstance(error, Refused))

    def _changed(self, link: Link) -> List[Item]:
        if link == self._last:
            return []
        self._last = link
        return [link]


# What a stream wants done next.


@dataclass(frozen=True)
class Deliver:
    item: Item


@dataclass(frozen=True)
class Connect:
    ends: float


@dataclass(frozen=True)
class Read:
    """Until then something must have come."""

    ends: float


@dataclass(frozen=True)
class Pause:
    until: float


@dataclass(frozen=True)
class Fail:
    error: DeskError


Step = Union[Deliver, Connect, Read, Pause, Fail]


class Stream:
    """A subscription through all its connections. A value: who drives it connects, reads and waits as `step` says, and
    tells it what came of that. Times are those of one clock, in seconds.
    """

    def __init__(self, plan: Plan, address: str, heartbeat: float) -> None:
        self._plan = plan
        self._address = address
        self._silence = 2 * heartbeat + 10
        self._backoff = Backoff()
        self._items: Deque[Tuple[Item, Optional[str]]] = deque()
        self._place = plan.place
        self._dialogue: Optional[Dialogue] = None
        self._number: Optional[int] = None
        self._ends = 0.0
        self._pause_until = 0.0
        self._error: Optional[DeskError] = None
        self._interrupted = False

    def step(self, now: float) -> Step:
        """What to do now. An item is delivered once."""
        if self._items:
            item, self._place = self._items.popleft()
            return Deliver(item)
        if self._error:
            return Fail(self._error)
        if self._dialogue:
            return Read(self._ends)
        if now < self._pause_until:
            return Pause(self._pause_until)
        return Connect(now + limits.SUBSCRIBING)

    @property
    def place(self) -> Optional[str]:
        """The cursor behind all that was delivered; None if there is none yet."""
        return self._place if self._items else self._plan.place

    def connected(self, now: float) -> bytes:
        """There is a new connection: what to send on it."""
        self._dialogue = Dialogue()
        method, params = self._plan.request()
        self._number, line = self._dialogue.request(encoded(method), params)
        self._ends = now + limits.SUBSCRIBING
        return line

    def received(self, data: bytes, now: float) -> None:
        """Bytes came. What they say is delivered, and what is wrong with them is raised, to be told as a loss."""
        if not self._dialogue:
            return
        for message in self._dialogue.received(data):
            if isinstance(message, Notification):
                with shaped(message.method):
                    self._tell(self._plan.notified(message))
            else:
                self._answered(message)
        if self._number is None:
            self._ends = now + self._silence
            self._backoff.succeeded()

    def silent(self) -> ConnectionLost:
        """The failure of a connection on which nothing came in time."""
        return ConnectionLost(self._address, "it has been silent for too long", "Look whether the service hangs.")

    def lost(self, error: DeskError, now: float, random: float) -> None:
        """The connection ended or could not be had. `random` is from 0 up to 1."""
        self._dialogue = None
        self._number = None
        if not self._plan.survives(error):
            self._error = error
            return
        if isinstance(error, CursorExpired):
            self._pause_until = now
            return
        minimum = error.retry_after or 0.0 if isinstance(error, Refused) else 0.0
        pause = self._backoff.failed(random, minimum)
        self._pause_until = now + pause
        if self._plan.tells_interruptions:
            self._interrupted = True
            self._tell([Interrupted(error, pause)])

    def _answered(self, answer: Answer) -> None:
        if answer.error is not None:
            raise refusal(answer.error, "events.subscribe")
        if answer.number != self._number:
            return
        self._number = None
        if self._interrupted:
            self._interrupted = False
            self._tell([Resumed()])
        with shaped("a subscription"):
            self._tell(self._plan.answered(answer.result))

    def _tell(self, items: List[Item]) -> None:
        self._items.extend((item, self._plan.place) for item in items)
