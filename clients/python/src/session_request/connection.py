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
from .failures import ConnectionLost, DeadlineExceeded, DeskClosed, DeskError, Unreachable
from .refusals import refusal
from .routes import Route


class _Call:
    """A call without an answer yet. `wakes` is there while its thread sleeps."""

    __slots__ = ("answer", "begins", "ends", "method", "seconds", "wakes")

    def __init__(self, method: Method, begins: int, seconds: float, ends: float) -> None:
        self.method = method
        self.begins = begins
        self.seconds = seconds
        self.ends = ends
        self.answer: Optional[Answer] = None
        self.wakes: Optional[threading.Event] = None

    def left(self) -> float:
        """How many seconds it has; fails when there are none."""
        left = self.ends - time.monotonic()
        if left <= 0:
            raise DeadlineExceeded(self.method.name, self.seconds)
        return left


class Connection:
    """Any number of threads may call at once. There is no thread of its own: of those that wait for an answer one
    reads the socket and hands out what comes; when it has its own answer, the next one takes over.
    """

    def __init__(self, connection: socket.socket, route: Route) -> None:
        self._channel = Channel(connection, route)
        self._dialogue = Dialogue()
        self._lock = threading.Lock()
        self._calls: Dict[int, _Call] = {}
        # Who reads for all, and how many poll the socket: it is closed by the last of them.
        self._reader: Optional[_Call] = None
        self._polling = 0
        self.failure: Optional[DeskError] = None
        """Why it is of no use any more; None while it is."""

    def call(self, method: Method, params: Dict[str, object], seconds: float, ends: float) -> Any:
        """The result of a call, refused by the service or not, at the latest when the clock says `ends`."""
        with self._lock:
            call = _Call(method, self._channel.queued, seconds, ends)
            self._check(call)
            number, line = self._dialogue.request(method.wire_name, params)
            self._calls[number] = call
            self._channel.queue(line)
            self._exchange(reading=False)
            reads = self._begins_reading(call)
        try:
            if self._channel.unsent and not reads:
                self._push(call)
            while not call.answer:
                if reads:
                    self._read_for_all(call)
                else:
                    reads = self._sleep(call)
        except BaseException:
            self._abandoned(number, call)
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

    def _read_for_all(self, call: _Call) -> None:
        """Hands out what comes until it is the answer of this call."""
        try:
            while not call.answer:
                self._poll(call, self._channel.poller)
        finally:
            with self._lock:
                self._ends_reading(call)

    def _sleep(self, call: _Call) -> bool:
        """Returns when it has its answer, or shall read for all: that is what it answers."""
        with self._lock:
            if call.answer:
                return False
            self._check(call)
            if self._begins_reading(call):
                return True
            call.wakes = call.wakes or threading.Event()
            call.wakes.clear()
        if not call.wakes.wait(call.left()):
            call.left()
        return False

    def _push(self, call: _Call) -> None:
        """Sends what the socket had no room for. It reads as well: the service takes nothing from who takes nothing."""
        poller = select.poll()
        while self._channel.unsent and not call.answer:
            self._poll(call, poller)

    def _poll(self, call: _Call, poller: select.poll) -> None:
        """Sends and reads what can be, once, or fails when the time is up."""
        with self._lock:
            self._check(call)
            self._channel.watch(poller)
            self._polling += 1
        ready = None
        try:
            ready = poller.poll(math.ceil(call.left() * 1000))
        finally:
            with self._lock:
                self._polling -= 1
                if ready and not self.failure:
                    self._exchange(reading=True)
                if self.failure and not self._polling:
                    self._channel.close()

    # Under the lock

    def _begins_reading(self, call: _Call) -> bool:
        if self._reader:
            return False
        self._reader = call
        return True

    def _ends_reading(self, call: _Call) -> None:
        """Wakes one that sleeps, to read in its place."""
        if self._reader is call:
            self._reader = None
        if self._reader:
            return
        for other in self._calls.values():
            if other.wakes:
                other.wakes.set()
                return

    def _check(self, call: _Call) -> None:
        """Raises the failure if there is one: as Unreachable, if nothing of the call has left."""
        failure = self.failure
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

    def _abandoned(self, number: int, call: _Call) -> None:
        """Nobody waits for this call any longer."""
        with self._lock:
            if self._calls.pop(number, None) and not self.failure and call.method.waits is not None:
                self._channel.queue(self._dialogue.cancellation(number))
                self._exchange(reading=False)
            self._ends_reading(call)

    def _fail(self, failure: DeskError) -> None:
        if self.failure:
            return
        self.failure = failure
        for call in self._calls.values():
            if call.wakes:
                call.wakes.set()
        # Whoever polls is woken by the end of the connection, and the last of them closes it.
        self._channel.shut_down()
        if not self._polling:
            self._channel.close()
