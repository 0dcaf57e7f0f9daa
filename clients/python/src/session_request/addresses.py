"""Where the service listens, and how to get there."""

from __future__ import annotations

import errno
import os
import re
import socket
import time
from dataclasses import dataclass
from typing import Callable, Mapping, Optional, Union

from . import limits
from .failures import NotAllowed, Unreachable

SYSTEM = "/run/session-requestd/agent.sock"
"""The agent socket of the whole machine."""

_SSH = re.compile(
    r"ssh://(?:(?P<user>[A-Za-z0-9_][A-Za-z0-9_.@+-]*)@)?"
    r"(?P<host>[A-Za-z0-9_][A-Za-z0-9_.-]*|\[[0-9A-Fa-f:.%A-Za-z]+\])(?::(?P<port>[0-9]{1,5}))?(?P<path>/.*)?")


@dataclass(frozen=True)
class SSHAddress:
    """The service of another machine."""

    host: str
    user: Optional[str]
    port: Optional[int]
    path: str
    """Its socket there."""

    def __str__(self) -> str:
        user = f"{self.user}@" if self.user else ""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"ssh://{user}{host}{f':{self.port}' if self.port else ''}{self.path}"


def lookup(
    environment: Mapping[str, str] = os.environ, exists: Callable[[str], bool] = os.path.exists
) -> str:
    """The address to use: `$SESSION_REQUEST_SOCKET` if it is set, else the socket of the user's own service if it
    exists, else that of the machine.
    """
    named = environment.get("SESSION_REQUEST_SOCKET")
    if named:
        return named
    runtime = environment.get("XDG_RUNTIME_DIR")
    if runtime:
        own = f"{runtime}/session-requestd/agent.sock"
        if exists(own):
            return own
    return SYSTEM


def parsed(address: str) -> Union[str, SSHAddress]:
    """A path, or what `ssh://[user@]host[:port][/path]` says. Without a path it is the machine's agent socket."""
    if not address.startswith("ssh:"):
        return address
    match = _SSH.fullmatch(address)
    port = int(match["port"]) if match and match["port"] else None
    if not match or port is not None and not 0 < port < 65536 or "\0" in address:
        raise ValueError(f"cannot use the address {address!r}: it must be ssh://[user@]host[:port][/path]")
    path = match["path"]
    return SSHAddress(match["host"].strip("[]"), match["user"], port, path if path and path != "/" else SYSTEM)


def open_socket(path: str, called: str, ends: float) -> socket.socket:
    """A connected socket that does not block. Waits no longer than until `ends` for a service that is slow to accept."""
    while True:
        connection = try_socket(path, called)
        if connection:
            return connection
        if time.monotonic() >= ends:
            raise Unreachable(
                called, "its queue of new connections stays full",
                "Try again; if it lasts, look at 'systemctl status session-requestd'.")
        time.sleep(limits.CONNECT_PAUSE)


def try_socket(path: str, called: str) -> Optional[socket.socket]:
    """A connected socket that does not block; None if the queue of new connections is full."""
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        connection.setblocking(False)
        _connect(connection, path)
        return connection
    except OSError as cause:
        connection.close()
        if cause.errno == errno.EAGAIN:
            return None
        raise unreachable(called, cause) from None
    except BaseException:
        connection.close()
        raise


def _connect(connection: socket.socket, path: str) -> None:
    if len(os.fsencode(path)) <= limits.PATH_BYTES:
        connection.connect(path)
        return
    folder = os.open(os.path.dirname(path) or ".", os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        connection.connect(f"/proc/self/fd/{folder}/{os.path.basename(path)}")
    finally:
        os.close(folder)


def unreachable(called: str, cause: OSError) -> Unreachable:
    """Why connecting failed, and what a person can do about it."""
    if cause.errno in (errno.ENOENT, errno.ENOTDIR):
        return Unreachable(
            called, "there is no such socket",
            "Start it with 'systemctl start session-requestd.socket', or name another in SESSION_REQUEST_SOCKET.")
    if cause.errno == errno.ECONNREFUSED:
        return Unreachable(
            called, "nobody listens on it any more",
            "Start it with 'systemctl start session-requestd.socket', or run session-requestd by hand.")
    if cause.errno in (errno.EACCES, errno.EPERM):
        return NotAllowed(
            called, "you may not open it",
            "Ask an administrator to add you to the group 'session-request', then sign in again.")
    return Unreachable(
        called, cause.strerror or str(cause), "Look at 'systemctl status session-requestd.socket'.")
