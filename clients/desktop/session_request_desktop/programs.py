"""The remote-desktop programs that are installed, and the addresses that they tell of themselves."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from typing import Iterable, Optional

from . import limits
from .language import _
from .settings import Settings

# As the service takes them (Sources/SessionRequestModel/AddressGrammar.swift).
GRAMMARS = {
    "anydesk": re.compile(r"[1-9][0-9]{8,9}|[A-Za-z0-9][A-Za-z0-9._-]{0,63}@[A-Za-z0-9][A-Za-z0-9._-]{0,63}"),
    "rustdesk": re.compile(r"[1-9][0-9]{5,15}|[A-Za-z][A-Za-z0-9_-]{5,15}"),
    "vnc": re.compile(r"([A-Za-z0-9][A-Za-z0-9.-]*|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?"),
}
NAMES = {"anydesk": "AnyDesk", "rustdesk": "RustDesk", "vnc": "VNC"}
_VERSION = re.compile(r"\b[0-9]{1,9}(?:\.[0-9]{1,9}){1,7}\b")


class ProgramError(Exception):
    """An installed program does not tell its address; the text says what to do."""


@dataclass(frozen=True)
class Program:
    """One way to share this desktop that is there."""

    scheme: str
    #: What is started; None: our own screen server.
    path: Optional[str]

    @property
    def name(self) -> str:
        return NAMES[self.scheme] if self.path is not None else _("this screen (VNC)")


@dataclass(frozen=True)
class Address:
    """What an agent connects to, and the program that answers there."""

    scheme: str
    address: str
    client: str
    version: Optional[str] = None

    def join(self, permissions: Iterable[str] = ()) -> dict:
        """`join`, as `grant` takes it."""
        client = {"name": self.client, "platform": "linux"}
        if self.version:
            client["version"] = self.version
        return {
            "method": "client", "client": client, "target": {"scheme": self.scheme, "address": self.address},
            "permissions": list(permissions),
        }


def found(settings: Settings, has_screen_server: bool) -> list[Program]:
    """What could be used here, best first: nothing is started to find out."""
    programs = []
    for scheme, name in (("anydesk", settings.anydesk), ("rustdesk", settings.rustdesk)):
        path = shutil.which(name)
        if path:
            programs.append(Program(scheme, path))
    if has_screen_server:
        programs.append(Program("vnc", None))
    return programs


def offered(programs: Iterable[Program], link: dict) -> list[Program]:
    """Those of `programs` that the desk takes, in the desk's order."""
    methods = link.get("joinMethods")
    schemes = [method.get("scheme") for method in methods if isinstance(method, dict)] \
        if isinstance(methods, list) else []
    taken = [program for program in programs if program.scheme in schemes]
    return sorted(taken, key=lambda program: schemes.index(program.scheme))


def address(program: Program) -> Address:
    """Asks an installed program, which may take some seconds."""
    printed = _printed(program, "--get-id")
    # Some versions print a line or two about themselves first.
    lines = [line.strip() for line in printed.splitlines() if line.strip()]
    found_address = lines[-1] if lines else ""
    if len(found_address) > limits.ADDRESS or not GRAMMARS[program.scheme].fullmatch(found_address):
        raise ProgramError(_(
            "cannot learn the address of {program}: start {program}, wait until it shows its address, and allow access "
            "again", program=program.name))
    try:
        version = _VERSION.search(_printed(program, "--version"))
    except ProgramError:
        version = None
    return Address(program.scheme, found_address, program.name, version.group(0) if version else None)


def _printed(program: Program, option: str) -> str:
    try:
        done = subprocess.run(
            [program.path, option], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            timeout=limits.PROGRAM_SECONDS, start_new_session=True)
    except subprocess.TimeoutExpired:
        raise ProgramError(_(
            "cannot learn the address of {program}: it does not answer; start it, or start it anew",
            program=program.name)) from None
    except OSError as error:
        raise ProgramError(_(
            "cannot start {program}: {cause}; install it anew", program=program.name, cause=error.strerror)) from None
    return done.stdout[: limits.PRINTED].decode("utf-8", "replace")
