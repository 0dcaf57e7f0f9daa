"""A terminal for those programs that need one."""

from __future__ import annotations

import shutil
from typing import Callable, List, Optional, Sequence

_SCHEMES = ("ssh",)
USUAL = "x-terminal-emulator"
# How each is told what to run; the first is the desktop's own choice.
_TERMINALS = (
    ("xdg-terminal-exec",), (USUAL, "-e"), ("gnome-terminal", "--wait", "--"), ("konsole", "-e"),
    ("xfce4-terminal", "--disable-server", "-x"), ("foot",), ("xterm", "-e"))



def command(
    scheme: str, argv: Sequence[str], which: Callable[[str], Optional[str]] = shutil.which
) -> List[str]:
    """What to start for a launch of the desk: itself, or a terminal with it inside. Where there is no terminal it is the
    usual one, which then cannot be started.
    """
    if scheme not in _SCHEMES:
        return list(argv)
    return [*next((words for words in _TERMINALS if which(words[0])), (USUAL, "-e")), *argv]
