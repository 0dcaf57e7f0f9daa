"""The socket of another machine, forwarded by OpenSSH: the service there sees the login as its peer."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
import weakref
from typing import IO, Callable, Optional, Sequence

from . import limits
from .addresses import SSHAddress, open_socket
from .failures import ConnectionLost, Unreachable

_OPTIONS = (
    "BatchMode=yes", "ExitOnForwardFailure=yes", "StreamLocalBindMask=0177", "ServerAliveInterval=15",
    "ServerAliveCountMax=3", "ControlMaster=no", "ControlPath=none", "ForwardAgent=no", "ForwardX11=no",
    "PermitLocalCommand=no", "RequestTTY=no",
)

# Ends ssh when our end of standard input closes, as it does when this process is killed.
_KEEPER = """
exec 3<&0
"$@" </dev/null & ssh=$!
{ read -r _; kill "$ssh" 2>/dev/null; } <&3 3<&- & keeper=$!
exec 3<&-
wait "$ssh"; status=$?
kill "$keeper" 2>/dev/null
exit "$status"
"""


class Tunnel:
    """One ssh for all connections to a service; it is started when the first is opened, and again when it has ended.

    Nobody else can open its socket: it lies in a folder of this user alone. Nothing is asked on the terminal; keys,
    agents and ~/.ssh/config are used as ssh uses them.
    """

    def __init__(self, place: SSHAddress, ssh_command: Sequence[str]) -> None:
        self.address = str(place)
        self._place = place
        self._command = list(ssh_command)
        self._lock = threading.Lock()
        self._folder: Optional[str] = None
        self._process: Optional["subprocess.Popen[bytes]"] = None
        self._finalizer: Optional[Callable[[], object]] = None

    def open(self, ends: float) -> socket.socket:
        """A connection through the tunnel, which is made first if there is none."""
        with self._lock:
            path = self._ready(min(ends, time.monotonic() + limits.TUNNEL_SECONDS))
        return open_socket(path, self.address, ends)

    def lost(self, cause: str) -> ConnectionLost:
        """The failure of a connection through it. ssh accepts it before it knows whether the socket there does."""
        trouble = self._trouble()
        if "open failed" in trouble:
            return ConnectionLost(
                self.address, f"the other end could not open {self._place.path}",
                "Look whether it is there, whether this login may open it, and whether sshd there allows forwarding "
                "(AllowStreamLocalForwarding, AllowTcpForwarding).")
        return ConnectionLost(self.address, f"{cause}{f' ({trouble})' if trouble else ''}", "Try again.")

    def close(self) -> None:
        """Ends ssh."""
        with self._lock:
            self._end()

    def _ready(self, ends: float) -> str:
        if self._process and self._process.poll() is not None:
            self._end()
        if not self._folder:
            self._start()
        assert self._folder and self._process
        path = os.path.join(self._folder, "s")
        while not os.path.exists(path):
            if self._process.poll() is not None:
                trouble = self._trouble()
                self._end()
                raise self._unreachable(trouble or "ssh ended at once")
            if time.monotonic() >= ends:
                self._end()
                raise self._unreachable("ssh did not get through in time")
            time.sleep(limits.CONNECT_PAUSE)
        return path

    def _start(self) -> None:
        folder = tempfile.mkdtemp(prefix="session-request-")
        options = [word for option in _OPTIONS for word in ("-o", option)]
        port = ["-p", str(self._place.port)] if self._place.port else []
        user = ["-l", self._place.user] if self._place.user else []
        forward = f"{os.path.join(folder, 's')}:{self._place.path}"
        command = [*self._command, *options, *port, *user, "-N", "-L", forward, "--", self._place.host]
        with open(os.path.join(folder, "log"), "wb") as log:
            try:
                process = self._spawn(command, log)
            except OSError as cause:
                shutil.rmtree(folder, ignore_errors=True)
                raise self._unreachable(f"{cause.filename or 'sh'}: {cause.strerror}") from None
        self._folder, self._process = folder, process
        self._finalizer = weakref.finalize(self, _end, process, folder)

    def _spawn(self, command: Sequence[str], log: IO[bytes]) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            ["/bin/sh", "-c", _KEEPER, "sh", *command], stdin=subprocess.PIPE, stdout=log, stderr=log,
            start_new_session=True)

    def _trouble(self) -> str:
        """The last that ssh said."""
        try:
            with open(os.path.join(self._folder or "", "log"), "rb") as log:
                lines = log.read()[-limits.TROUBLE_BYTES:].decode(errors="replace").strip().splitlines()
        except OSError:
            return ""
        return lines[-1].strip().rstrip(".") if lines else ""

    def _end(self) -> None:
        if self._finalizer:
            self._finalizer()
        self._process = self._folder = self._finalizer = None

    def _unreachable(self, cause: str) -> Unreachable:
        return Unreachable(
            self.address, cause, f"Try 'ssh {self._place.host}'; it must get in without asking for anything.")


def _end(process: "subprocess.Popen[bytes]", folder: str) -> None:
    if process.stdin:
        process.stdin.close()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    shutil.rmtree(folder, ignore_errors=True)
