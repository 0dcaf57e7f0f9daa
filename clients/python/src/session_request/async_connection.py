"""One connection that many tasks call over."""

from __future__ import annotations

import asyncio
import copy
import socket
import time
from typing import Any, Dict, Optional

from .calling import Method
from .dialogue import Answer, Dialogue
from .failures import DeskClosed, ConnectionLost, DeadlineExceeded, DeskError, Unreachable
from .refusals import refusal
from .routes import Route, UnixRoute


async def open_route(route: Route, ends: float) -> socket.socket:
    """A connected socket; what may take its time happens in a thread."""
    if isinstance(route, UnixRoute):
        opened = route.open_at_once()
        if opened:
            return opened
    opening = asyncio.get_running_loop().run_in_executor(None, route.open, ends)
    try:
        return await asyncio.shield(opening)
    except asyncio.CancelledError:
        opening.add_done_callback(_close_unwanted)
        raise


def _close_unwanted(opening: "asyncio.Future[socket.socket]") -> None:
    if not opening.cancelled() and not opening.exception():
        opening.result().close()


class AsyncConnection(asyncio.Protocol):
    """Any number of tasks of one loop may call at once."""

    def __init__(self, connection: socket.socket, route: Route) -> None:
        self._socket = connection
        self._route = route
        self._dialogue = Dialogue()
        self._calls: Dict[int, "asyncio.Future[Answer]"] = {}
        self._transport: Optional[asyncio.Transport] = None
        self._roomy: Optional["asyncio.Future[None]"] = None
        self._loop = asyncio.get_running_loop()
        self.failure: Optional[DeskError] = None
        """Why it is of no use any more; None while it is."""

    async def call(self, method: Method, params: Dict[str, object], seconds: float, ends: float) -> Any:
        """The result of a call, refused by the service or not, at the latest when the clock says `ends`."""
        while self._roomy:
            await asyncio.wait({self._roomy}, timeout=max(0.0, ends - time.monotonic()))
            if time.monotonic() >= ends:
                raise DeadlineExceeded(method.name, seconds)
        if not self.failure and not self._calls and self._has_ended():
            self._fail(self._route.lost("the service ended the connection"))
        if isinstance(self.failure, ConnectionLost):
            raise Unreachable(self.failure.address, self.failure.cause, self.failure.hint)
        if self.failure or not self._transport:
            raise copy.copy(self.failure or DeskClosed())
        number, line = self._dialogue.request(method.wire_name, params)
        answered: "asyncio.Future[Answer]" = self._loop.create_future()
        self._calls[number] = answered
        self._transport.write(line)
        timer = self._loop.call_later(max(0.0, ends - time.monotonic()), self._late, number, method.name, seconds)
        try:
            answer = await answered
        finally:
            timer.cancel()
            if self._calls.pop(number, None) and method.waits is not None and not self.failure:
                self._transport.write(self._dialogue.cancellation(number))
        if answer.error is not None:
            raise refusal(answer.error, method.name)
        return answer.result

    def close(self, failure: Optional[DeskError] = None) -> None:
        """Ends it; those who wait are told."""
        self._fail(failure or DeskClosed("this connection"))

    def _late(self, number: int, method: str, seconds: float) -> None:
        answered = self._calls.get(number)
        if answered and not answered.done():
            answered.set_exception(DeadlineExceeded(method, seconds))

    def _has_ended(self) -> bool:
        try:
            return self._socket.recv(1, socket.MSG_PEEK) == b""
        except BlockingIOError:
            return False
        except OSError:
            return True

    def _fail(self, failure: DeskError) -> None:
        if self.failure:
            return
        self.failure = failure
        for answered in self._calls.values():
            if not answered.done():
                answered.set_exception(copy.copy(failure))
        self.resume_writing()
        if self._transport:
            self._transport.abort()

    # What the loop tells

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        try:
            messages = self._dialogue.received(data)
        except DeskError as failure:
            self._fail(failure)
            return
        for message in messages:
            if not isinstance(message, Answer):
                continue
            if message.number is None:
                self._fail(refusal(message.error or {}, ""))
                return
            answered = self._calls.pop(message.number, None)
            if answered and not answered.done():
                answered.set_result(message)

    def connection_lost(self, exc: Optional[Exception]) -> None:
        self._fail(self._route.lost(str(exc) if exc else "the service ended the connection"))

    def pause_writing(self) -> None:
        self._roomy = self._roomy or self._loop.create_future()

    def resume_writing(self) -> None:
        roomy, self._roomy = self._roomy, None
        if roomy and not roomy.done():
            roomy.set_result(None)
