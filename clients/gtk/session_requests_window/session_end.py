"""The end of a session: the program has ended, and the agent says what that means."""

from __future__ import annotations

from typing import Callable

from gi.repository import Gtk
from session_request import CloseReason

from .board import Request
from .changing import closing_reason
from .fields import Text
from .question import Question
from .translation import _, isolated


def session_ended(
    window: Gtk.Window, request: Request, close: Callable[[CloseReason, str], None], disconnect: Callable[[str], None]
) -> None:
    """The program has ended: is the request done, or only this session, or does it go on in another program?"""
    reason, note = closing_reason(), Text(_("Note"))
    Question(
        window, _("The session with {name} has ended").format(name=isolated(request.recipient.name)),
        _("The program that was connected has ended. Is everything done?"), (
            (_("Close request"), lambda: close(reason.chosen, note.text or "")),
            (_("Disconnect only"), lambda: disconnect(note.text or "")),
            (_("It still goes on"), lambda: None)),
        (reason, note)).present()
