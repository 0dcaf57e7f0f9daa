"""A socket that does not block, with what is still to be sent."""

from __future__ import annotations

import errno
import math
import select
import socket
import time
from typing import Optional

from . import limits
from .failures import ConnectionLost
from .routes import Route

_BLOCKED = (errno.EAGAIN, errno.EWOULDBLOCK, errno.EINTR)


class Channel:
    """Bytes to and from the service. Not for several threads at once."""

    def __init__(self, connection: socket.socket, route: Route) -> None:
        self._socket = connection
        self._route = route
        self._number = connection.fileno()
        self.unsent = bytearray()
        """What the socket has had no room for yet."""
        self.queued = 0
        self.sent = 0
        """Bytes from the beginning: of all that was to be sent, and of what the socket took."""
        self._interest = 0
        self._waiting = False
        self._closing = False
        self.poller = select.poll()
        """For whoever waits alone."""

    def fileno(self) -> int:
        return self._number

    def watch(self, poller: select.poll) -> None:
        """Makes `poller` tell when there is something to read, and when there is room for what is unsent."""
        interest = select.POLLIN | (select.POLLOUT if self.unsent else 0)
        if poller is not self.poller or interest != self._interest:
            poller.register(self._number, interest)
            if poller is self.poller:
                self._interest = interest

    def queue(self, data: bytes) -> None:
        """To be sent behind what is there already."""
        self.unsent += data
        self.queued += len(data)

    def send(self) -> None:
        """Sends as much as there is room for."""
        while self.unsent:
            try:
                sent = self._socket.send(self.unsent, socket.MSG_NOSIGNAL)
            except OSError as cause:
                if cause.errno in _BLOCKED:
                    return
                # What was said before the end is still to be read; it may be the reason.
                self.unsent.clear()
                return
            del self.unsent[:sent]
            self.sent += sent

    def read(self) -> Optional[bytes]:
        """What has come; None if that is nothing. ConnectionLost at the end."""
        try:
            data = self._socket.recv(limits.READ_BYTES)
        except OSError as cause:
            if cause.errno in _BLOCKED:
                return None
            raise self.lost(cause.strerror or str(cause)) from None
        if not data:
            raise self.lost("the service ended the connection")
        return data

    def lost(self, cause: str) -> ConnectionLost:
        """The failure of this connection."""
        return self._route.lost(cause)

    def shut_down(self) -> None:
        """Ends both directions; who polls it is woken."""
        try:
            self._socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass

    def exchange(self, ends: float) -> Optional[bytes]:
        """Sends and waits until something comes, and returns that; None when the time is up."""
        self._waiting = True
        try:
            while True:
                self.send()
                self.watch(self.poller)
                left = ends - time.monotonic()
                if not self.poller.poll(None if left == math.inf else max(0, math.ceil(left * 1000))) and left <= 0:
                    return None
                data = self.read()
                if data:
                    return data
        finally:
            self._waiting = False
            if self._closing:
                self._socket.close()

    def close_when_idle(self) -> None:
        """Closes it, at the latest when who waits in `exchange` has been woken: until then its descriptor is taken."""
        self._closing = True
        if not self._waiting:
            self._socket.close()

    def close(self) -> None:
        self._socket.close()
