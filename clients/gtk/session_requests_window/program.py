"""Starts the window: one for each desk, all of them one program on a desktop."""

from __future__ import annotations

import argparse
import signal
from typing import Callable, Dict, List, Optional, Tuple

import gi

gi.require_version("Gtk", "4.0")
gi.require_version("Adw", "1")
from gi.repository import Adw, Gio, GLib, Gtk  # noqa: E402
from session_request import Desk, __version__  # noqa: E402

from . import icons, shortcuts, translation  # noqa: E402
from .translation import _  # noqa: E402
from .window import Window  # noqa: E402
from .work import Work  # noqa: E402

APPLICATION = "org.session_requestd.Requests"
LATER_MINUTES = 5.0
MOST_MINUTES = 24 * 60.0


class Program(Adw.Application):
    """Started again, it shows the window of that desk, or opens one."""

    def __init__(self) -> None:
        super().__init__(application_id=APPLICATION, flags=Gio.ApplicationFlags.HANDLES_COMMAND_LINE)
        self._windows: Dict[str, Window] = {}

    def do_startup(self) -> None:
        Adw.Application.do_startup(self)
        if translation.is_right_to_left:
            Gtk.Widget.set_default_direction(Gtk.TextDirection.RTL)
        icons.add_to_theme()
        self._add("quit", None, lambda _: self._quit())
        which = GLib.VariantType("(sx)")
        self._add("show-request", which, lambda which: self._of(which, lambda window, id: window.show_request(id)))
        self._add("connect-request", which, lambda which: self._of(which, lambda window, id: window.show_request(id, True)))
        self._add("remind-request", which, lambda which: self._of(which, lambda window, id: window.remind(id)))
        shortcuts.apply(self)
        for number in (signal.SIGINT, signal.SIGTERM):
            GLib.unix_signal_add(GLib.PRIORITY_HIGH, number, self._signaled)

    def do_command_line(self, line: Gio.ApplicationCommandLine) -> int:
        """Comes from here, or from a second start of the program."""
        address, minutes = line.get_arguments()[1:3]
        window = self._windows.get(address)
        if window is None:
            work = Work(Desk(address))
            window = self._windows[address] = Window(self, work, float(minutes) * 60)
            work.follow(window.told)
        window.present()
        return 0

    def do_window_removed(self, window: Gtk.Window) -> None:
        Adw.Application.do_window_removed(self, window)
        self._windows = {address: each for address, each in self._windows.items() if each is not window}

    def do_shutdown(self) -> None:
        for window in list(self._windows.values()):
            window.end()
        Adw.Application.do_shutdown(self)

    def _add(self, name: str, kind: Optional[GLib.VariantType], act: Callable[[Optional[GLib.Variant]], None]) -> None:
        action = Gio.SimpleAction.new(name, kind)
        action.connect("activate", lambda _, parameter: act(parameter))
        self.add_action(action)

    def _of(self, which: Optional[GLib.Variant], act: Callable[[Window, int], None]) -> None:
        address, number = which.unpack() if which else ("", 0)
        if address in self._windows:
            act(self._windows[address], number)

    def _quit(self) -> None:
        if all(window.confirm_end(self.quit) for window in self._windows.values()):
            self.quit()

    def _signaled(self) -> bool:
        self.quit()
        return bool(GLib.SOURCE_CONTINUE)


def understood(arguments: List[str]) -> Tuple[str, float]:
    """The desk that is asked for, and after how many minutes Later is; where they make no sense, the program ends."""
    parser = argparse.ArgumentParser(prog="session-requests", description=_("The session requests of a support desk."))
    parser.add_argument("--socket", metavar="ADDRESS", help=_("the service's socket, or ssh://[user@]host[/path]"))
    parser.add_argument(
        "--later", metavar="MINUTES", type=float, default=LATER_MINUTES,
        help=_("when a notification comes again after Later is pressed, in minutes (5)"))
    parser.add_argument("--version", action="version", version=__version__)
    chosen = parser.parse_args(arguments[1:])
    if not 0 < chosen.later <= MOST_MINUTES:
        parser.exit(3, f"session-requests: cannot wait {chosen.later:g} minutes: {MOST_MINUTES:g} is the most\n")
    try:
        return Desk(chosen.socket).address, chosen.later
    except ValueError as error:
        parser.exit(3, f"session-requests: {error}\n")


def main(arguments: List[str]) -> int:
    address, later = understood(arguments)
    return int(Program().run([arguments[0], address, str(later)]))
