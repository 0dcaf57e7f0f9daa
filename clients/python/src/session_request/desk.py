"""The service, for programs that wait for its answers."""

from __future__ import annotations

import math
import os
import random
import threading
import time
from typing import Any, Callable, Dict, Mapping, Optional, Sequence, TypeVar, Union

from . import limits
from .backoff import Backoff
from .calling import Attempts, Method, understood
from .connection import Connection
from .failures import DeskClosed, DeadlineExceeded, DeskError, NotAllowed, Unreachable
from .inputs import SHAPES, EventFilterInput
from .methods import Methods
from .nouns import Event, EventType, Link
from .reading import wire
from .routes import route
from .streams import DeskPlan, EventPlan, Interrupted, LinkPlan, Resumed, Snapshot
from .watch import Watching

T = TypeVar("T")
Self = TypeVar("Self", bound="Desk")

DeskNews = Union[Event, Snapshot, Interrupted, Resumed]
"""What `follow` tells."""


class Desk(Methods):
    """The session requests of a machine.

    >>> from session_request import Desk
    >>> with Desk() as desk:
    ...     request = desk.session_request.create(recipient={"name": "Maria Silva"}, subject="Printer")
    ...     print(request.status, request.recipient.name)
    open Maria Silva

    Any number of threads may use it at once; their calls share one connection, which is opened when it is first
    needed, and again when it was lost. A process that was forked gets a connection of its own.

    - address: a socket's path, or `ssh://[user@]host[:port][/path]` for the service of another machine. Unless said,
      `$SESSION_REQUEST_SOCKET`, `$XDG_RUNTIME_DIR/session-requestd/agent.sock`, `/run/session-requestd/agent.sock`.
    - deadline: how many seconds a call may take; each takes its own `deadline` besides.
    - patience: how many of them a call waits for a service that was there before and is gone, as in a restart.
    - ssh_command: the words before what is added to them, such as `["ssh", "-F", "my_config"]`.
    """

    def __init__(
        self,
        address: Union[str, "os.PathLike[str]", None] = None,
        *,
        deadline: float = limits.DEADLINE,
        patience: float = limits.PATIENCE,
        ssh_command: Optional[Sequence[str]] = None,
    ) -> None:
        self._route = route(address, ssh_command)
        self._deadline = deadline
        self._patience = patience
        self._lock = threading.Lock()
        self._connection: Optional[Connection] = None
        self._was_connected = False
        self._is_closed = False
        self._process = os.getpid()
        self._add_families(self)

    @property
    def address(self) -> str:
        """Where the service is looked for."""
        return self._route.address

    def connect(self: Self) -> Self:
        """Opens the connection now, so that an Unreachable comes here and not from the first call."""
        self._connected(time.monotonic() + self._deadline, "connecting", self._deadline)
        return self

    def close(self) -> None:
        """Ends the connection, and with it leases and sign-ins. Calls that wait for an answer fail with DeskClosed."""
        with self._lock:
            self._is_closed = True
            connection, self._connection = self._connection, None
        if connection:
            connection.close(DeskClosed())
        if os.getpid() == self._process:
            self._route.close()

    def __enter__(self: Self) -> Self:
        return self.connect()

    def __exit__(self, *_: object) -> None:
        self.close()

    # Calls

    def call(
        self, method: str, params: Optional[Mapping[str, object]] = None, *, deadline: Optional[float] = None
    ) -> Any:
        """Any method by its name on the wire, params and result as JSON has them."""
        return self.call_method(Method(method), dict(params or {}), deadline, lambda result: result)

    def call_method(
        self, method: Method, params: Dict[str, object], deadline: Optional[float], read: Callable[[Any], T]
    ) -> T:
        """The result of a call as `read` makes it out. What the families call."""
        attempts = Attempts(method, params, deadline, self._deadline)
        ends = time.monotonic() + attempts.seconds
        while True:
            connection = self._connected(ends, method.name, attempts.seconds)
            try:
                return understood(method.name, connection.call(method, params, attempts.seconds, ends), read)
            except DeskError as error:
                pause = attempts.failed(error, ends - time.monotonic(), random.random())
                if pause is None or self._is_closed:
                    raise
                time.sleep(pause)

    # Streams

    def watch(
        self,
        since: Optional[str] = None,
        *,
        types: Optional[Sequence[EventType]] = None,
        filter: Optional[EventFilterInput] = None,
        heartbeat: float = limits.HEARTBEAT,
    ) -> Watching[Event]:
        """The events of the log as they happen: in order, none missed, none delivered twice, through lost connections
        and restarts of the service.

        - since: `"now"`, `"earliest"`, or a cursor: what happened behind it. `now` unless said.
        - types, filter: which events.
        - heartbeat: seconds after which a silent stream must give a sign of life, 1 to 3600.

        CursorExpired is raised when events behind the cursor are no longer kept.
        """
        return Watching(self._route, EventPlan(since, event_filter(filter, types), heartbeat), heartbeat)

    def follow(
        self, *, filter: Optional[EventFilterInput] = None, heartbeat: float = limits.HEARTBEAT
    ) -> Watching[DeskNews]:
        """The session requests as they are, a Snapshot, and then every Event, for who shows them: Interrupted and
        Resumed tell when the service cannot be reached, from the beginning on. A gap that the log no longer bridges is
        bridged by a new Snapshot. With a filter, an event whose session request is outside of it tells that it has left.
        """
        return Watching(self._route, DeskPlan(event_filter(filter, None), heartbeat), heartbeat)

    def watch_link(self, *, token: Optional[str] = None, code: Optional[str] = None) -> Watching[Link]:
        """A link as its recipient may see it, now and after every change. On the gateway socket only.

        `LinkExpired` ends it when a newer link has replaced the one that is watched.
        """
        return Watching(self._route, LinkPlan(link_params(token, code)), math.inf)

    # The connection

    def _connected(self, ends: float, method: str, seconds: float) -> Connection:
        if os.getpid() != self._process:
            self._forked()
        connection = self._connection
        if connection and not connection.failure:
            return connection
        gives_up_at = min(ends, time.monotonic() + self._patience)
        backoff = Backoff()
        while True:
            with self._lock:
                if self._is_closed:
                    raise DeskClosed()
                connection = self._connection
                if connection and not connection.failure:
                    return connection
                try:
                    if time.monotonic() >= ends:
                        raise DeadlineExceeded(method, seconds)
                    self._connection = Connection(self._route.open(ends), self._route)
                    self._was_connected = True
                    return self._connection
                except Unreachable as error:
                    pause = backoff.failed(random.random())
                    if not self._was_connected or isinstance(error, NotAllowed) or time.monotonic() + pause > gives_up_at:
                        raise
            time.sleep(pause)

    def _forked(self) -> None:
        """The parent's connection is the parent's: its answers are not ours to read."""
        self._lock = threading.Lock()
        connection, self._connection = self._connection, None
        self._process = os.getpid()
        if connection:
            connection.forget()


def event_filter(
    filter: Optional[EventFilterInput], types: Optional[Sequence[EventType]]
) -> Optional[Dict[str, object]]:
    """A filter as the wire has it, with these types."""
    if filter is None and types is None:
        return None
    written: Dict[str, object] = wire(filter or {}, SHAPES, "EventFilterInput")
    return written if types is None else {**written, "types": list(types)}


def link_params(token: Optional[str], code: Optional[str]) -> Dict[str, object]:
    """How the wire names a link."""
    return {name: value for name, value in (("token", token), ("code", code)) if value is not None}
