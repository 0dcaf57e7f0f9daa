"""Streams of news, to iterate over with `async for`."""

from __future__ import annotations

import asyncio
import contextlib
import math
import random
import time
from typing import Any, Generic, Optional, Set, TypeVar, cast

from . import limits
from .failures import DeskError
from .async_connection import open_route
from .routes import Route
from .streams import Connect, Deliver, Fail, Plan, Read, Stream

News = TypeVar("News", covariant=True)
Self = TypeVar("Self", bound="AsyncWatching[Any]")


class AsyncWatching(Generic[News]):
    """An endless asynchronous iterator with a connection of its own, which comes back by itself when that is lost.

    One task takes from it; any of the same loop may close it, which ends the iteration. Cancelling who waits loses
    nothing. What trying again will not mend is raised.
    """

    def __init__(self, route: Route, plan: Plan, heartbeat: float) -> None:
        self._route = route
        self._stream = Stream(plan, route.address, heartbeat)
        self._reader: Optional[asyncio.StreamReader] = None
        self._writer: Optional[asyncio.StreamWriter] = None
        self._reading: Optional["asyncio.Task[bytes]"] = None
        self._closed: Optional["asyncio.Future[None]"] = None
        self._is_closed = False

    @property
    def cursor(self) -> Optional[str]:
        """The place behind all that was taken: `watch(since=cursor)` goes on there. None if there is none."""
        return self._stream.place

    async def next(self, timeout: Optional[float] = None) -> Optional[News]:
        """The next one. None when so many seconds have passed without one, or when it was closed."""
        ends = math.inf if timeout is None else time.monotonic() + timeout
        while not self._is_closed:
            now = time.monotonic()
            step = self._stream.step(now)
            if isinstance(step, Deliver):
                return cast(News, step.item)
            if isinstance(step, Fail):
                await self.aclose()
                raise step.error
            if now >= ends:
                return None
            if isinstance(step, Connect):
                await self._connect(step.ends)
            elif isinstance(step, Read):
                await self._read(step.ends, min(step.ends, ends))
            else:
                await asyncio.wait({self._end()}, timeout=min(step.until, ends) - now)
        return None

    async def aclose(self) -> None:
        """Ends the iteration and the connection."""
        self._is_closed = True
        if self._closed and not self._closed.done():
            self._closed.set_result(None)
        await self._drop()

    def __aiter__(self: Self) -> Self:
        return self

    async def __anext__(self) -> News:
        news = await self.next()
        if news is None:
            raise StopAsyncIteration
        return news

    async def __aenter__(self: Self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    def _end(self) -> "asyncio.Future[None]":
        """Done when it is closed."""
        if self._closed is None:
            self._closed = asyncio.get_running_loop().create_future()
        return self._closed

    async def _connect(self, ends: float) -> None:
        try:
            connection = await open_route(self._route, ends)
        except DeskError as error:
            self._lost(error)
            return
        reader, writer = await asyncio.open_unix_connection(sock=connection, limit=limits.READ_BYTES)
        self._reader, self._writer = reader, writer
        if self._is_closed:
            await self._drop()
            return
        self._writer.write(self._stream.connected(time.monotonic()))

    async def _read(self, silent_at: float, ends: float) -> None:
        """Reads once, if something comes until then. The reading outlives who waits for it."""
        if not self._reader:
            return
        if not self._reading:
            self._reading = asyncio.ensure_future(self._reader.read(limits.READ_BYTES))
        left = None if ends == math.inf else max(0.0, ends - time.monotonic())
        waiting: Set["asyncio.Future[Any]"] = {self._reading, self._end()}
        await asyncio.wait(waiting, timeout=left, return_when=asyncio.FIRST_COMPLETED)
        if self._is_closed:
            return
        try:
            if self._reading.done():
                reading, self._reading = self._reading, None
                self._stream.received(self._taken(reading), time.monotonic())
            elif time.monotonic() >= silent_at:
                raise self._stream.silent()
        except DeskError as error:
            await self._drop()
            self._lost(error)

    def _taken(self, reading: "asyncio.Task[bytes]") -> bytes:
        try:
            data = reading.result()
        except OSError as cause:
            raise self._route.lost(cause.strerror or str(cause)) from None
        if not data:
            raise self._route.lost("the service ended the connection")
        return data

    def _lost(self, error: DeskError) -> None:
        self._stream.lost(error, time.monotonic(), random.random())

    async def _drop(self) -> None:
        reading, self._reading = self._reading, None
        writer, self._writer = self._writer, None
        self._reader = None
        if reading:
            reading.cancel()
            await asyncio.wait({reading})
        if writer:
            writer.close()
            with contextlib.suppress(OSError):
                await writer.wait_closed()
