"""A VNC server of our own, which shares this desktop for one session and no longer.

What makes it fit to be started by a link: it is off unless the settings turn it on; it listens on one named interface,
the loopback unless configured; its password is made for this session out of 40 random bits, reaches the server by a
file of ours or a pipe and never by its arguments, is shown to the person at the screen alone, and never told to the
desk; one viewer at a time; it ends with this program, however that ends. VNC itself does not encrypt (x11vnc); wayvnc
is given a certificate and does.
"""

from __future__ import annotations

import os
import pathlib
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from typing import Mapping, Optional

from . import limits
from .language import _
from .programs import Address, ProgramError
from .settings import Screen

# Without those that are taken for one another when they are read aloud.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_USER = "agent"


def server(screen: Screen, environment: Mapping[str, str] = os.environ) -> Optional[str]:
    """Which server would share this desktop: one that is installed and fits it; None: the desktop is not shared."""
    if not screen.share:
        return None
    fitting = []
    if environment.get("WAYLAND_DISPLAY"):
        fitting.append("wayvnc")
    elif environment.get("DISPLAY"):
        fitting.append("x11vnc")
    return next((name for name in fitting if screen.server in ("auto", name) and shutil.which(name)), None)


class ScreenServer:
    """One run of a VNC server. `stop` may be called at any time and more than once."""

    def __init__(self, screen: Screen, name: str, control: bool):
        self._screen, self._name, self._control = screen, name, control and screen.control
        self._process: Optional[subprocess.Popen] = None
        self._folder: Optional[str] = None
        #: VNC passwords have eight characters and no more.
        self.password = "".join(secrets.choice(_LETTERS) for _ in range(8))
        self.user = _USER if name == "wayvnc" else None

    @property
    def permissions(self) -> list[str]:
        return ["view", "control"] if self._control else ["view"]

    def start(self) -> Address:
        """Returns once it listens."""
        port = self._free_port()
        self._folder = tempfile.mkdtemp(prefix="session-request-", dir=os.environ.get("XDG_RUNTIME_DIR") or None)
        try:
            arguments = self._x11vnc(port) if self._name == "x11vnc" else self._wayvnc(port)
            self._process = subprocess.Popen(
                [sys.executable, str(pathlib.Path(__file__).with_name("keeper.py")), self._folder, *arguments],
                stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            self._await(port)
        except BaseException:
            self.stop()
            raise
        address = self._screen.address or self._screen.listen
        if ":" not in address.rpartition("]")[2]:
            address = f"{address}:{port}"
        return Address("vnc", address, self._name)

    def has_ended(self) -> bool:
        return self._process is not None and self._process.poll() is not None

    def wait(self) -> None:
        """Returns when the server has ended, by itself or not."""
        process = self._process
        if process is not None:
            process.wait()

    def stop(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.stdin.close()
            try:
                process.wait(limits.ENDING_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        folder, self._folder = self._folder, None
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)

    def _write(self, name: str, text: str) -> str:
        path = os.path.join(self._folder, name)
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def _x11vnc(self, port: int) -> list[str]:
        password = self._write("password", self.password + "\n")
        arguments = [
            "x11vnc", "-norc", "-quiet", "-display", os.environ["DISPLAY"], "-listen", self._screen.listen,
            "-rfbport", str(port), "-rfbportv6", "0", "-no6", "-noipv6", "-passwdfile", f"rm:{password}", "-forever", "-nevershared",
            "-dontdisconnect", "-noremote", "-nocmds", "-nolookup",
        ]
        return arguments if self._control else [*arguments, "-viewonly"]

    def _wayvnc(self, port: int) -> list[str]:
        key, certificate = os.path.join(self._folder, "key.pem"), os.path.join(self._folder, "certificate.pem")
        try:
            subprocess.run(
                ["openssl", "req", "-x509", "-newkey", "rsa:3072", "-nodes", "-days", "2", "-subj", "/CN=session-request",
                 "-keyout", key, "-out", certificate],
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True,
                timeout=limits.SERVER_SECONDS)
        except (OSError, subprocess.SubprocessError):
            raise ProgramError(_(
                "cannot share this screen: openssl makes no certificate; install openssl")) from None
        config = self._write("config", (
            f"address={self._screen.listen}\nport={port}\nenable_auth=true\nusername={_USER}\n"
            f"password={self.password}\nprivate_key_file={key}\ncertificate_file={certificate}\n"))
        arguments = ["wayvnc", f"--config={config}"]
        return arguments if self._control else [*arguments, "--disable-input"]

    def _free_port(self) -> int:
        for port in self._screen.ports:
            with socket.socket(socket.AF_INET) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                try:
                    probe.bind((self._screen.listen, port))
                    return port
                except OSError:
                    continue
        raise ProgramError(_(
            "cannot share this screen: no port of vnc.ports is free at {address}, or that is no address here",
            address=self._screen.listen))

    def _await(self, port: int) -> None:
        deadline = time.monotonic() + limits.SERVER_SECONDS
        while time.monotonic() < deadline:
            if self.has_ended():
                break
            # Looked up rather than connected to: a connection would be a viewer.
            if self._listens(port):
                return
            time.sleep(0.05)
        raise ProgramError(_(
            "cannot share this screen: {program} does not start; run it by hand to see why", program=self._name))

    def _listens(self, port: int) -> bool:
        wanted = "{:08X}:{:04X}".format(
            int.from_bytes(socket.inet_aton(self._screen.listen), sys.byteorder), port)
        with open("/proc/net/tcp", encoding="ascii") as table:
            return any(line.split()[1] == wanted and line.split()[3] == "0A" for line in list(table)[1:])
