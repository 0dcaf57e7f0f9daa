"""Ways to the service: a socket of this machine, or one of another by way of ssh."""

from __future__ import annotations

import os
import socket
from typing import Optional, Protocol, Sequence, Union

from .addresses import lookup, open_socket, parsed, try_socket
from .failures import ConnectionLost
from .tunnel import Tunnel


class Route(Protocol):
    """Opens connections. Any thread may."""

    address: str

    def open(self, ends: float) -> socket.socket:
        """A connected socket that does not block, or Unreachable."""
        ...

    def lost(self, cause: str) -> ConnectionLost:
        """The failure of a connection that ended."""
        ...

    def close(self) -> None:
        """Gives up what the way is made of."""
        ...


class UnixRoute:
    """A socket of this machine."""

    def __init__(self, path: str) -> None:
        self.address = path

    def open(self, ends: float) -> socket.socket:
        return open_socket(self.address, self.address, ends)

    def open_at_once(self) -> Optional[socket.socket]:
        """The same without any waiting; None if there would be some."""
        return try_socket(self.address, self.address)

    def lost(self, cause: str) -> ConnectionLost:
        return ConnectionLost(self.address, cause, "Try again; 'journalctl -u session-requestd' says why it did.")

    def close(self) -> None:
        pass


def route(address: Union[str, "os.PathLike[str]", None], ssh_command: Optional[Sequence[str]]) -> Route:
    """The way to an address, or to the one that every client finds."""
    place = parsed(os.fspath(address) if address is not None else lookup())
    return UnixRoute(place) if isinstance(place, str) else Tunnel(place, ssh_command or ("ssh",))
