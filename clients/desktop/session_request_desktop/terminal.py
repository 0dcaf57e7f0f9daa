"""The client on a terminal: where there is no window, or none is wanted."""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
from typing import Optional

from . import limits
from .conversation import Conversation
from .language import _
from .links import Link
from .session import Choice
from .views import Press, View

_KEYS = {
    Press.CONTINUE: "c", Press.ALLOW: "a", Press.DENY: "d", Press.TAKE_BACK: "t", Press.CANCEL: "e",
    Press.OPEN_PAGE: "p", Press.LEAVE: "q",
}


class TerminalClient:
    """Prints each view, and takes a letter and Return for what may be pressed."""

    def __init__(self, link: Link, conversation_of):
        self._link = link
        self._happenings: "queue.Queue" = queue.Queue()
        self._view: Optional[View] = None
        self._conversation: Conversation = conversation_of(
            lambda view: self._happenings.put(("view", view)), lambda: self._happenings.put(("end", None)))

    def run(self) -> int:
        """Until it is over; 0, or 128 and the number of the signal that ended it."""
        # A terminal of an old encoding misses letters; it does not end what was allowed.
        sys.stdout.reconfigure(errors="replace")
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda number, _frame: self._happenings.put(("signal", number)))
        threading.Thread(target=self._read, daemon=True).start()
        self._conversation.start()
        status = 0
        while True:
            try:
                # The main thread has to wake up for signals to be heeded.
                what, value = self._happenings.get(timeout=0.2)
            except queue.Empty:
                continue
            if what == "view":
                self._print(value)
            elif what == "line":
                self._answered(value)
            elif what == "signal":
                status = 128 + value
                self._conversation.leave()
                if not self._conversation.wait(limits.ENDING_SECONDS * 2):
                    return status
            else:
                return status

    def _read(self) -> None:
        for line in sys.stdin:
            self._happenings.put(("line", line.strip().lower()))
        # Nobody can press anything any more, to take the access back least of all.
        self._happenings.put(("line", _KEYS[Press.LEAVE]))

    def _print(self, view: View) -> None:
        self._view = view
        bold, plain = ("\033[1m", "\033[0m") if sys.stdout.isatty() and not os.environ.get("NO_COLOR") else ("", "")
        lines = ["", bold + view.title + plain]
        if view.notice:
            lines.append("! " + view.notice)
        if view.body:
            lines.append(view.body)
        width = max((len(name) for name, _ in view.facts), default=0)
        lines += [f"  {name:<{width}}  {value}" for name, value in view.facts]
        if view.warning:
            lines.append("! " + view.warning)
        if view.choices:
            lines.append(_("With: {programs}", programs=", ".join(
                f"{number} {program.name}" for number, program in enumerate(view.choices, 1))))
        keys = [f"[{_KEYS[button.press]}] {button.label}" for button in view.buttons]
        if view.offers_control and any(button.press is Press.ALLOW for button in view.buttons):
            keys.insert(1, "[l] " + _("Allow looking on only"))
        if len(view.choices) > 1:
            keys.append(_("a number after the letter: with that program"))
        if keys:
            lines.append("  ".join(keys))
        try:
            print("\n".join(lines), flush=True)
        except OSError:
            # A terminal that has gone away is a person who has.
            self._conversation.leave()

    def _answered(self, line: str) -> None:
        view = self._view
        if not line:
            return
        if line == _KEYS[Press.LEAVE]:
            return self._conversation.leave()
        buttons = [button.press for button in view.buttons] if view else []
        word, number = line[:1], line[1:].strip()
        if word in ("a", "l") and Press.ALLOW in buttons:
            index = int(number) - 1 if number.isdecimal() and len(number) < 4 else (-1 if number else 0)
            if 0 <= index < len(view.choices):
                return self._conversation.press(
                    Press.ALLOW, Choice(view.choices[index].scheme, control=word == "a"))
        press = next((press for press in buttons if _KEYS[press] == line), None)
        if press is Press.OPEN_PAGE:
            print(self._link.address, flush=True)
        elif press is not None and press is not Press.ALLOW:
            self._conversation.press(press)
        else:
            print(_("Type one of the letters in brackets, then Return."), flush=True)
