"""The window: the list with its tabs and search, what is chosen beside it, and what cannot be reached above both."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any, Dict, Optional

from gi.repository import Adw, GLib, Gtk
from session_request import DeskError, Event, Interrupted, Resumed, SessionRequest, Snapshot

from . import icons, texts
from .board import Board, Request, View
from .connecting import Connecting
from .new_request import NewRequest
from .sheet import Sheet
from .work import Work

TITLE = "Session Requests"
# "3 min" in the list grows old.
TICK_SECONDS = 30


class Row(Adw.ActionRow):
    """A session request in the list."""

    def __init__(self, request: Request) -> None:
        super().__init__(use_markup=False, activatable=True)
        self.number = request.id
        self._icon = Gtk.Image(pixel_size=32, accessible_role=Gtk.AccessibleRole.PRESENTATION)
        self.add_prefix(self._icon)

    def show_request(self, request: Request) -> None:
        self.set_title(request.recipient.name)
        self.set_subtitle(texts.line(request, datetime.now(timezone.utc)))
        self._icon.set_from_icon_name(icons.of_status(request.status))


class Window(Adw.ApplicationWindow):
    def __init__(self, application: Adw.Application, work: Work) -> None:
        super().__init__(
            application=application, title=TITLE, default_width=980, default_height=680, icon_name="session-request")
        self._work = work
        self._board = Board()
        self._rows: Dict[int, Row] = {}
        self._view = View.ACTIVE
        self._chosen: Optional[int] = None
        self._toasts = Adw.ToastOverlay()
        self._sheet = Sheet(self, work, Connecting(self, work))
        self._trouble = Gtk.Label(wrap=True, xalign=0, hexpand=True, css_classes=["heading"])
        self._banner = self._made_banner()
        self._list = Gtk.ListBox(css_classes=["navigation-sidebar"])
        self._list.connect("row-selected", lambda _, row: self._choose(row.number if row else None))
        self._search = Gtk.SearchEntry(placeholder_text="Search", hexpand=True)
        self._search.update_property([Gtk.AccessibleProperty.LABEL], ["Search"])
        self._search.connect("search-changed", lambda _: self.refresh())
        self._empty = Gtk.Label(label="Nobody is waiting.", css_classes=["dim-label"], vexpand=True)
        self._toasts.set_child(self._body())
        self.set_content(self._toasts)
        self.refresh()
        GLib.timeout_add_seconds(TICK_SECONDS, self._tick)

    # What comes from outside

    def told(self, news: Any) -> None:
        """Something happened at the desk."""
        if isinstance(news, Snapshot):
            self._board.began_anew(news.session_requests)
        elif isinstance(news, Event) and news.session_request:
            self._board.learned([news.session_request])
        if isinstance(news, (Interrupted, DeskError)):
            error = news.error if isinstance(news, Interrupted) else news
            self._trouble.set_label(str(error)[:1].upper() + str(error)[1:])
            self._banner.set_reveal_child(True)
        elif isinstance(news, (Resumed, Snapshot)):
            self._banner.set_reveal_child(False)
            self._trouble.set_label("")
        self.refresh()
        if isinstance(news, Event) and news.session_request and news.session_request.id == self._chosen:
            self._read_chosen()

    def learned(self, request: SessionRequest) -> None:
        """A call answered a session request."""
        self._board.learned([request])
        self.refresh()
        if request.id == self._chosen:
            self._sheet.show_request(request)

    def failed(self, error: Exception) -> None:
        """A call had no answer: told in a line that goes away by itself."""
        text = str(error)
        self._toasts.add_toast(Adw.Toast(title=GLib.markup_escape_text(text[:1].upper() + text[1:]), timeout=10))

    def say(self, text: str) -> None:
        self._toasts.add_toast(Adw.Toast(title=GLib.markup_escape_text(text)))

    # What is pressed

    def new_request(self) -> None:
        NewRequest(self, self._work, self._created).present()

    def search(self) -> None:
        self._search.grab_focus()

    def _created(self, request: SessionRequest) -> None:
        self._chosen = request.id
        self.learned(request)
        self._sheet.show_request(request)
        self._read_chosen()

    def _choose(self, number: Optional[int]) -> None:
        if number is None or number == self._chosen:
            return
        self._chosen = number
        known = self._board.get(number)
        if known:
            self._sheet.show_request(known)
        self._read_chosen()

    def _read_chosen(self) -> None:
        number = self._chosen
        if number is not None:
            self._work.call(lambda desk: desk.session_request.get(number), self.learned, self.failed)

    def _turn_to(self, view: View) -> None:
        self._view = view
        if view is View.PAST:
            self._work.call(
                lambda desk: desk.session_request.list(view="past", sort="-updatedAt", limit=200).session_requests,
                self._learned_past, self.failed)
        self.refresh()

    def _learned_past(self, requests: Any) -> None:
        self._board.learned(requests)
        self.refresh()

    # What is seen

    def refresh(self) -> None:
        """Puts what is to be seen into the list, moving only what has another place."""
        shown = self._board.shown(self._view, self._search.get_text(), datetime.now(timezone.utc))
        numbers = [request.id for request in shown]
        for number in set(self._rows) - set(numbers):
            self._list.remove(self._rows.pop(number))
        for place, request in enumerate(shown):
            row = self._rows.get(request.id)
            if row is None or row.get_index() != place:
                if row is None:
                    row = self._rows[request.id] = Row(request)
                else:
                    self._list.remove(row)
                self._list.insert(row, place)
            row.show_request(request)
        chosen = self._rows.get(self._chosen) if self._chosen is not None else None
        if chosen is not None and self._list.get_selected_row() is not chosen:
            self._list.select_row(chosen)
        self._empty.set_visible(not shown)
        self._empty.set_label("Nothing is found." if self._search.get_text() else {
            View.ACTIVE: "Nobody is waiting.", View.UPCOMING: "Nothing is planned.", View.PAST: "Nothing is over."
        }[self._view])
        waiting = self._board.count("waiting") + self._board.count("ready")
        self.set_title(f"({waiting}) {TITLE}" if waiting else TITLE)

    def _tick(self) -> bool:
        self.refresh()
        return bool(GLib.SOURCE_CONTINUE)

    def _body(self) -> Gtk.Widget:
        header = Adw.HeaderBar(title_widget=self._tabs())
        new = Gtk.Button(label="New request", action_name="app.new", css_classes=["suggested-action"])
        header.pack_start(new)
        side = Gtk.Box(orientation=Gtk.Orientation.VERTICAL, width_request=340)
        side.append(Adw.Clamp(child=self._search, margin_top=6, margin_bottom=6, margin_start=6, margin_end=6))
        side.append(Gtk.ScrolledWindow(child=self._list, vexpand=True, hscrollbar_policy=Gtk.PolicyType.NEVER))
        side.append(self._empty)
        both = Gtk.Paned(start_child=side, end_child=self._sheet, resize_start_child=False, shrink_start_child=False,
                         shrink_end_child=False, vexpand=True)
        body = Gtk.Box(orientation=Gtk.Orientation.VERTICAL)
        for part in (header, self._banner, both):
            body.append(part)
        return body

    def _tabs(self) -> Gtk.Widget:
        tabs = Gtk.Box(css_classes=["linked"])
        first: Optional[Gtk.ToggleButton] = None
        for view in View:
            tab = Gtk.ToggleButton(label=view.value, active=view is self._view, group=first)
            first = first or tab
            tab.connect("toggled", lambda tab, view=view: tab.get_active() and self._turn_to(view))
            tabs.append(tab)
        return tabs

    def _made_banner(self) -> Gtk.Revealer:
        box = Gtk.Box(spacing=12, margin_top=9, margin_bottom=9, margin_start=12, margin_end=12)
        box.append(Gtk.Image(icon_name="network-offline-symbolic"))
        box.append(self._trouble)
        return Gtk.Revealer(child=box, css_classes=["warning"])
