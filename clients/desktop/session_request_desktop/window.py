"""The client as a window: GTK 4 and libadwaita."""

from __future__ import annotations

import signal
from typing import Optional

import gi

gi.require_version("Gtk", "4.0")
gi.require_version("Adw", "1")
from gi.repository import Adw, Gio, GLib, Gtk  # noqa: E402

from . import NAME, icons, limits  # noqa: E402
from .conversation import Conversation  # noqa: E402
from .links import Link  # noqa: E402
from .page import Page  # noqa: E402
from .session import Choice  # noqa: E402
from .views import Press, View  # noqa: E402

APPLICATION = "org.session_requestd.Join"


class WindowClient(Adw.Application):
    """One window for one link. Closing it, a signal and the end of the desktop's session take the access back."""

    def __init__(self, link: Link, conversation_of):
        # Each link is a conversation of its own, whatever else is open.
        super().__init__(
            application_id=APPLICATION, flags=Gio.ApplicationFlags.NON_UNIQUE, register_session=True)
        self._link = link
        self._window: Optional[Adw.ApplicationWindow] = None
        self._page: Optional[Page] = None
        self._status = 0
        self._conversation: Conversation = conversation_of(
            lambda view: GLib.idle_add(self._show, view), lambda: GLib.idle_add(self._ended))
        self.connect("query-end", lambda *_: self._conversation.leave())

    def status(self) -> int:
        """How the program ended: 0, or 128 and the number of the signal."""
        return self._status

    def do_startup(self) -> None:
        Adw.Application.do_startup(self)
        icons.add_to_theme()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            GLib.unix_signal_add(GLib.PRIORITY_HIGH, number, self._signaled, number)

    def do_activate(self) -> None:
        if self._window is not None:
            return self._window.present()
        self._window = Adw.ApplicationWindow(
            application=self, title=NAME, default_width=460, default_height=700, icon_name="session-request")
        box = Gtk.Box(orientation=Gtk.Orientation.VERTICAL)
        box.append(Adw.HeaderBar(title_widget=Adw.WindowTitle(title=NAME, subtitle=self._link.portal.host)))
        self._page = Page(self._press)
        box.append(self._page)
        self._window.set_content(box)
        self._window.connect("close-request", self._closed)
        self._conversation.start()
        self._window.present()

    def _press(self, press: Press, choice: Optional[Choice]) -> None:
        if press is Press.OPEN_PAGE:
            Gtk.show_uri(self._window, self._link.address, 0)
        else:
            self._conversation.press(press, choice)

    def _show(self, view: View) -> bool:
        self._page.show(view)
        self._window.set_title(f"{view.title} – {NAME}")
        if view.is_urgent:
            self._window.present()
        return GLib.SOURCE_REMOVE

    def _closed(self, _window: Adw.ApplicationWindow) -> bool:
        self._leave()
        # It closes when the access is taken back.
        return True

    def _signaled(self, number: int) -> bool:
        self._status = 128 + number
        self._leave()
        return GLib.SOURCE_CONTINUE

    def _leave(self) -> None:
        self._conversation.leave()
        # The lease ends what could not be taken back in time.
        GLib.timeout_add_seconds(limits.ENDING_SECONDS * 2, self._ended)

    def _ended(self) -> bool:
        self.quit()
        return GLib.SOURCE_REMOVE
