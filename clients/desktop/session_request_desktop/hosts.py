"""The hosts that somebody at this computer has agreed to talk to."""

from __future__ import annotations

import os
import pathlib
import tempfile
from typing import Mapping

from . import limits, links


class KnownHosts:
    """Origins, one a line, in `~/.local/state/session-request/hosts`; another scheme or port is another origin."""

    def __init__(self, environment: Mapping[str, str] = os.environ, trusted: frozenset = frozenset()):
        home = pathlib.Path(environment.get("XDG_STATE_HOME") or pathlib.Path.home() / ".local" / "state")
        self._file = home / "session-request" / "hosts"
        self._trusted = trusted

    def __contains__(self, portal: links.Portal) -> bool:
        return portal.origin in self._trusted or portal.origin in self._lines()

    def add(self, portal: links.Portal) -> None:
        """Remembers it; where that cannot be written, it is asked about again next time."""
        lines = [line for line in self._lines() if line != portal.origin] + [portal.origin]
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, name = tempfile.mkstemp(dir=self._file.parent, prefix="hosts.")
            with open(handle, "w", encoding="utf-8") as file:
                file.write("".join(line + "\n" for line in lines[-limits.HOSTS:]))
            os.replace(name, self._file)
        except OSError:
            return

    def _lines(self) -> list[str]:
        try:
            with open(self._file, encoding="utf-8") as file:
                return file.read(limits.HOSTS * limits.LINK).split("\n")[:-1]
        except (OSError, UnicodeDecodeError):
            return []
