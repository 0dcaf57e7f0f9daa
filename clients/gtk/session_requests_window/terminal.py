"""A terminal for those programs that need one."""

from __future__ import annotations

import shutil
from typing import List, Sequence

_SCHEMES = ("ssh",)
# How each is told what to run; the first is the desktop's own choice.
_TERMINALS = (
    ("xdg-terminal-exec",), ("x-terminal-emulator", "-e"), ("gnome-terminal", "--wait", "--"), ("konsole", "-e"),
    ("xfce4-terminal", "--disable-server", "-x"), ("foot",), ("xterm", "-e"))


def command(scheme: str, argv: Sequence[str]) -> List[str]:
    """What to start for a launch of the desk: itself, or a terminal with it inside."""
    if scheme not in _SCHEMES:
        return list(argv)
    found = next((words for words in _TERMINALS if shutil.which(words[0])), ())
    return [*found, *argv]
