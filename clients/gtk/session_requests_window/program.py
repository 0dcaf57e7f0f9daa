"""Starts the window."""

from __future__ import annotations

import argparse
import signal
from typing import List, Optional

import gi

gi.require_version("Gtk", "4.0")
gi.require_version("Adw", "1")
from gi.repository import Adw, Gio, GLib  # noqa: E402
from session_request import Desk, __version__  # noqa: E402

from . import icons  # noqa: E402
from .window import Window  # noqa: E402
from .work import Work  # noqa: E402

APPLICATION = "org.session_requestd.Requests"


class Program(Adw.Application):
    """One window for one desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(application_id=APPLICATION, flags=Gio.ApplicationFlags.NON_UNIQUE)
        self._work = Work(desk)
        self._window: Optional[Window] = None

    def do_startup(self) -> None:
        Adw.Application.do_startup(self)
        icons.add_to_theme()
        for name, keys, act in (
                ("new", "<Control>n", lambda: self._window and self._window.new_request()),
                ("search", "<Control>f", lambda: self._window and self._window.search()),
                ("quit", "<Control>q", self.quit)):
            action = Gio.SimpleAction(name=name)
            action.connect("activate", lambda *_, act=act: act())
            self.add_action(action)
            self.set_accels_for_action(f"app.{name}", [keys])
        for number in (signal.SIGINT, signal.SIGTERM):
            GLib.unix_signal_add(GLib.PRIORITY_HIGH, number, self._signaled)

    def do_activate(self) -> None:
        if self._window is None:
            self._window = Window(self, self._work)
            self._work.follow(self._window.told)
        self._window.present()

    def do_shutdown(self) -> None:
        self._work.close()
        Adw.Application.do_shutdown(self)

    def _signaled(self) -> bool:
        self.quit()
        return bool(GLib.SOURCE_CONTINUE)


def main(arguments: List[str]) -> int:
    parser = argparse.ArgumentParser(prog="session-requests", description="The session requests of a support desk.")
    parser.add_argument("--socket", metavar="ADDRESS", help="the service's socket, or ssh://[user@]host[/path]")
    parser.add_argument("--version", action="version", version=__version__)
    chosen = parser.parse_args(arguments[1:])
    try:
        desk = Desk(chosen.socket)
    except ValueError as error:
        parser.exit(3, f"session-requests: {error}\n")
    return int(Program(desk).run(arguments[:1]))
