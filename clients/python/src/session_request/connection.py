"""One connection that many threads call over."""

from __future__ import annotations

import copy
import math
import select
import socket
import threading
import time
from typing import Any, Dict, Optional

from .calling import Method
from .channel import Channel
from .dialogue import Answer, Dialogue
from .failures import DeskClosed, ConnectionLost, DeadlineExceeded, DeskError, Unreachable
from .refusals import refusal
from .routes import Route


class _Call:
    """A call without an answer yet. `wakes` is there while its thread sleeps."""

    __slots__ = ("answer", "begins", "wakes")

    def __init__(self, begins: int) -> None:
        self.begins = begins
        self.answer: Optional[Answer] = None
        self.wakes: Optional[threading.Event] = None


class Connection:
    """Any number of threads may call at once. There is no thread of its own: of those that wait for an answer one
    reads the socket and hands out what comes; when it has its own answer, the next one takes over.
    """

    def __init__(self, connection: socket.socket, route: Route) -> None:
        self._channel = Channel(connection, route)
        self._dialogue = Dialogue()
        self._lock = threading.Lock()
        self._calls: Dict[int, _Call] = {}
        self._read_by_someone = False
        self._failure: Optional[DeskError] = None
        self._polling = 0

    @property
    def failure(self) -> Optional[DeskError]:
        """Why it is of no use any more; None while it is."""
        return self._failure

    def call(self, method: Method, params: Dict[str, object], seconds: float, ends: float) -> Any:
        """The result of a call, refused by the service or not, at the latest when the clock says `ends`."""
        with self._lock:
            call = _Call(self._channel.queued)
            self._check(call)
            number, line = self._dialogue.request(method.name, params)
            self._calls[number] = call
            self._channel.queue(line)
            self._exchange(reading=False)
        try:
            while self._channel.unsent and not call.answer:
                self._poll(call, select.poll(), ends, method, seconds)
            while not call.answer:
                self._wait(call, ends, method, seconds)
        except BaseException:
            self._abandoned(number, method)
            raise
        if call.answer.error is not None:
            raise refusal(call.answer.error, method.name)
        return call.answer.result

    def close(self, failure: Optional[DeskError] = None) -> None:
        """Ends it; those who wait are told."""
        with self._lock:
            self._fail(failure or DeskClosed("this connection"))

    def forget(self) -> None:
        """Lets go of it without a word to the service: it is the connection of the process that this one was forked
        from.
        """
        self._channel.close()

    # Waiting

    def _wait(self, call: _Call, ends: float, method: Method, seconds: float) -> None:
        """Returns when something has happened that may be the answer."""
        with self._lock:
            if call.answer:
                return
            self._check(call)
            reads = not self._read_by_someone
            if reads:
                self._read_by_someone = True
                wakes = None
            else:
                wakes = call.wakes = call.wakes or threading.Event()
                wakes.clear()
        if wakes is not None:
            if not wakes.wait(max(0.0, ends - time.monotonic())):
                raise DeadlineExceeded(method.name, seconds)
            return
        try:
            while not call.answer:
                self._poll(call, self._channel.poller, ends, method, seconds)
        finally:
            with self._lock:
                self._read_by_someone = False
                self._hand_over()

    def _poll(self, call: _Call, poller: select.poll, ends: float, method: Method, seconds: float) -> None:
        """Sends and reads what can be, once, or fails when the time is up."""
        with self._lock:
            self._check(call)
            interest = select.POLLIN | (select.POLLOUT if self._channel.unsent else 0)
            poller.register(self._channel, interest)
            self._polling += 1
        try:
            left = ends - time.monotonic()
            ready = poller.poll(max(0, math.ceil(left * 1000)))
        finally:
            with self._lock:
                self._polling -= 1
                if self._failure and not self._polling:
                    self._channel.close()
        if ready:
            with self._lock:
                if not self._failure:
                    self._exchange(reading=True)
        elif left <= 0 or time.monotonic() >= ends:
            raise DeadlineExceeded(method.name, seconds)

    # Under the lock

    def _check(self, call: _Call) -> None:
        """Raises the failure if there is one: as Unreachable, if nothing of the call has left."""
        failure = self._failure
        if isinstance(failure, ConnectionLost) and self._channel.sent <= call.begins:
            raise Unreachable(failure.address, failure.cause, failure.hint)
        if failure:
            raise copy.copy(failure)

    def _exchange(self, reading: bool) -> None:
        try:
            self._channel.send()
            data = self._channel.read() if reading else None
            messages = self._dialogue.received(data) if data else ()
        except DeskError as failure:
            self._fail(failure)
            return
        for message in messages:
            if not isinstance(message, Answer):
                continue
            if message.number is None:
                self._fail(refusal(message.error or {}, ""))
                return
            call = self._calls.pop(message.number, None)
            if call:
                call.answer = message
                if call.wakes:
                    call.wakes.set()

    def _hand_over(self) -> None:
        """Wakes one that sleeps, to read in the place of who has read so far."""
        for call in self._calls.values():
            if call.wakes:
                call.wakes.set()
                return

    def _abandoned(self, number: int, method: Method) -> None:
        """Nobody waits for this call any longer."""
        with self._lock:
            if self._calls.pop(number, None) and not self._failure and method.waits is not None:
                self._channel.queue(self._dialogue.cancellation(number))
                self._exchange(reading=False)
            if not self._read_by_someone:
                self._hand_over()

    def _fail(self, failure: DeskError) -> None:
        if self._failure:
            return
        self._failure = failure
        for call in self._calls.values():
            if call.wakes:
                call.wakes.set()
        # Whoever polls is woken by the end of the connection, and the last of them closes it.
        self._channel.shut_down()
        if not self._polling:
            self._channel.close()
