"""Streams of news, to iterate over."""

from __future__ import annotations

import math
import random
import threading
import time
from typing import Any, Generic, Optional, TypeVar, cast

from .channel import Channel
from .failures import DeskError
from .routes import Route
from .streams import Connect, Deliver, Fail, Plan, Read, Stream

News = TypeVar("News", covariant=True)
Self = TypeVar("Self", bound="Watching[Any]")


class Watching(Generic[News]):
    """An endless iterator with a connection of its own, which comes back by itself when that is lost.

    One thread takes from it; any may close it, which ends the iteration. A reader that is slow costs the service
    nothing: what it has not taken stays there. What trying again will not mend is raised.
    """

    def __init__(self, route: Route, plan: Plan, heartbeat: float) -> None:
        self._closed = threading.Event()
        self._channel: Optional[Channel] = None
        self._lock = threading.Lock()
        self._route = route
        self._stream = Stream(plan, route.address, heartbeat)

    @property
    def cursor(self) -> Optional[str]:
        """The place behind all that was taken: `watch(since=cursor)` goes on there. None if there is none."""
        return self._stream.place

    def next(self, timeout: Optional[float] = None) -> Optional[News]:
        """The next one. None when so many seconds have passed without one, or when it was closed."""
        ends = math.inf if timeout is None else time.monotonic() + timeout
        while not self._closed.is_set():
            now = time.monotonic()
            step = self._stream.step(now)
            if isinstance(step, Deliver):
                return cast(News, step.item)
            if isinstance(step, Fail):
                self.close()
                raise step.error
            if now >= ends:
                return None
            if isinstance(step, Connect):
                self._connect(step.ends)
            elif isinstance(step, Read):
                self._read(step.ends, min(step.ends, ends))
            else:
                self._closed.wait(min(step.until, ends) - now)
        return None

    def close(self) -> None:
        """Ends the iteration and the connection."""
        self._closed.set()
        with self._lock:
            if self._channel:
                self._channel.shut_down()
                self._channel.close_when_idle()
                self._channel = None

    def __iter__(self: Self) -> Self:
        return self

    def __next__(self) -> News:
        news = self.next()
        if news is None:
            raise StopIteration
        return news

    def __enter__(self: Self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        if hasattr(self, "_lock"):
            self.close()

    def _connect(self, ends: float) -> None:
        try:
            channel = Channel(self._route.open(ends), self._route)
        except DeskError as error:
            self._lost(error)
            return
        with self._lock:
            if self._closed.is_set():
                channel.shut_down()
                channel.close_when_idle()
                return
            self._channel = channel
        channel.queue(self._stream.connected(time.monotonic()))

    def _read(self, silent_at: float, ends: float) -> None:
        """Reads once, if something comes until then."""
        channel = self._channel
        if not channel:
            return
        try:
            data = channel.exchange(ends)
            if data:
                self._stream.received(data, time.monotonic())
            elif time.monotonic() >= silent_at:
                raise self._stream.silent()
        except DeskError as error:
            with self._lock:
                self._channel = None
            channel.close_when_idle()
            self._lost(error)

    def _lost(self, error: DeskError) -> None:
        self._stream.lost(error, time.monotonic(), random.random())
