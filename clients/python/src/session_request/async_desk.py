"""The service, for programs that await its answers."""

from __future__ import annotations

import asyncio
import math
import os
import random
import time
from typing import Any, Callable, Dict, Mapping, Optional, Sequence, TypeVar, Union

from . import limits
from .async_connection import AsyncConnection, open_route
from .async_methods import AsyncMethods
from .async_watch import AsyncWatching
from .backoff import Backoff
from .calling import Attempts, Method, understood
from .desk import DeskNews, event_filter, link_params
from .failures import DeskClosed, DeadlineExceeded, DeskError, NotAllowed, Unreachable
from .inputs import EventFilterInput
from .nouns import Event, EventType, Link
from .routes import route
from .streams import DeskPlan, EventPlan, LinkPlan

T = TypeVar("T")
Self = TypeVar("Self", bound="AsyncDesk")


class AsyncDesk(AsyncMethods):
    """`Desk`, to be awaited. It belongs to the loop that it is first used in; any number of its tasks may call at once.

    >>> import asyncio
    >>> from session_request import AsyncDesk
    >>> async def main():
    ...     async with AsyncDesk() as desk:
    ...         request = await desk.session_request.create(recipient={"name": "Maria Silva"})
    ...         print(request.status)
    >>> asyncio.run(main())
    open

    The arguments are those of `Desk`.
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
        self._connection: Optional[AsyncConnection] = None
        self._connecting: Optional["asyncio.Task[AsyncConnection]"] = None
        self._was_connected = False
        self._is_closed = False
        self._add_families(self)

    @property
    def address(self) -> str:
        """Where the service is looked for."""
        return self._route.address

    async def connect(self: Self) -> Self:
        """Opens the connection now, so that an Unreachable comes here and not from the first call."""
        await self._connected(time.monotonic() + self._deadline, "connecting", self._deadline)
        return self

    async def aclose(self) -> None:
        """Ends the connection, and with it leases and sign-ins. Calls that wait for an answer fail with DeskClosed."""
        self._is_closed = True
        connection, self._connection = self._connection, None
        if connection:
            connection.close(DeskClosed())
        await asyncio.get_running_loop().run_in_executor(None, self._route.close)

    async def __aenter__(self: Self) -> Self:
        return await self.connect()

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    # Calls

    async def call(
        self, method: str, params: Optional[Mapping[str, object]] = None, *, deadline: Optional[float] = None
    ) -> Any:
        """Any method by its name on the wire, params and result as JSON has them."""
        return await self.call_method(Method(method), dict(params or {}), deadline, lambda result: result)

    async def call_method(
        self, method: Method, params: Dict[str, object], deadline: Optional[float], read: Callable[[Any], T]
    ) -> T:
        """The result of a call as `read` makes it out. What the families call."""
        attempts = Attempts(method, params, deadline, self._deadline)
        ends = time.monotonic() + attempts.seconds
        while True:
            connection = await self._connected(ends, method.name, attempts.seconds)
            try:
                result = await connection.call(method, params, attempts.seconds, ends)
                return understood(method.name, result, read)
            except DeskError as error:
                pause = attempts.failed(error, ends - time.monotonic(), random.random())
                if pause is None or self._is_closed:
                    raise
                await asyncio.sleep(pause)

    # Streams

    def watch(
        self,
        since: Optional[str] = None,
        *,
        types: Optional[Sequence[EventType]] = None,
        filter: Optional[EventFilterInput] = None,
        heartbeat: float = limits.HEARTBEAT,
    ) -> AsyncWatching[Event]:
        """The events of the log as they happen, for `async for`; as `Desk.watch`."""
        return AsyncWatching(self._route, EventPlan(since, event_filter(filter, types), heartbeat), heartbeat)

    def follow(
        self, *, filter: Optional[EventFilterInput] = None, heartbeat: float = limits.HEARTBEAT
    ) -> AsyncWatching[DeskNews]:
        """The session requests as they are, and then every event, for `async for`; as `Desk.follow`."""
        return AsyncWatching(self._route, DeskPlan(event_filter(filter, None), heartbeat), heartbeat)

    def watch_link(self, *, token: Optional[str] = None, code: Optional[str] = None) -> AsyncWatching[Link]:
        """A link as its recipient may see it, for `async for`; as `Desk.watch_link`."""
        return AsyncWatching(self._route, LinkPlan(link_params(token, code)), math.inf)

    # The connection

    async def _connected(self, ends: float, method: str, seconds: float) -> AsyncConnection:
        connection = self._connection
        if connection and not connection.failure and not self._is_closed:
            return connection
        gives_up_at = min(ends, time.monotonic() + self._patience)
        backoff = Backoff()
        while True:
            if self._is_closed:
                raise DeskClosed()
            connection = self._connection
            if connection and not connection.failure:
                return connection
            if time.monotonic() >= ends:
                raise DeadlineExceeded(method, seconds)
            # Of many tasks one connects, and none that is cancelled takes the connection away from the others.
            if not self._connecting:
                self._connecting = asyncio.ensure_future(self._connect(ends))
                self._connecting.add_done_callback(self._connecting_ended)
            try:
                return await asyncio.shield(self._connecting)
            except Unreachable as error:
                pause = backoff.failed(random.random())
                if not self._was_connected or isinstance(error, NotAllowed) or time.monotonic() + pause > gives_up_at:
                    raise
            await asyncio.sleep(pause)

    async def _connect(self, ends: float) -> AsyncConnection:
        opened = await open_route(self._route, ends)
        made = AsyncConnection(opened, self._route)
        await asyncio.get_running_loop().create_unix_connection(lambda: made, sock=opened)
        if self._is_closed:
            made.close(DeskClosed())
        self._connection = made
        self._was_connected = True
        return made

    def _connecting_ended(self, connecting: "asyncio.Task[AsyncConnection]") -> None:
        self._connecting = None
        if not connecting.cancelled():
            connecting.exception()
