"""The list of session requests, which moves only what has another place."""

from __future__ import annotations

from datetime import datetime
from typing import Callable, Dict, Mapping, Optional, Sequence

from gi.repository import Adw, GLib, Gtk

from . import icons, texts
from .board import Request
from .translation import _


class Row(Adw.ActionRow):
    """A session request in the list."""

    def __init__(self, number: int) -> None:
        super().__init__(use_markup=False, activatable=True, title_lines=1, subtitle_lines=2)
        self.number = number
        self._icon = Gtk.Image(pixel_size=32)
        self.add_prefix(self._icon)

    def show_request(self, request: Request, queues: Mapping[str, str], now: datetime) -> None:
        self.set_title(request.recipient.name)
        line = texts.line(request, queues, now)
        self.set_subtitle(line)
        self.update_property([Gtk.AccessibleProperty.DESCRIPTION], [line])
        self._icon.set_from_icon_name(icons.of_status(request.status))
        self._icon.update_property(
            [Gtk.AccessibleProperty.LABEL], [texts.STATUSES.get(request.status, request.status)])


class RequestList(Gtk.Box):
    """`chosen` is told which row the reader is on, `opened` which was pressed, `reached_end` that more may be wanted."""

    def __init__(
        self, chosen: Callable[[Optional[int]], None], opened: Callable[[], None], reached_end: Callable[[], None]
    ) -> None:
        super().__init__(orientation=Gtk.Orientation.VERTICAL, vexpand=True)
        self._rows: Dict[int, Row] = {}
        self._is_moving = False
        self._list = Gtk.ListBox(css_classes=["navigation-sidebar"])
        self._list.update_property([Gtk.AccessibleProperty.LABEL], [_("Session requests")])
        self._list.connect("row-selected", lambda _, row: self._selected(row))
        self._list.connect("row-activated", lambda *_: opened())
        self._scroll = Gtk.ScrolledWindow(
            child=self._list, vexpand=True, hscrollbar_policy=Gtk.PolicyType.NEVER)
        self._scroll.get_vadjustment().connect("value-changed", self._scrolled)
        self._chosen, self._reached_end = chosen, reached_end
        self._empty = Gtk.Label(
            css_classes=["dim-label"], vexpand=True, wrap=True, justify=Gtk.Justification.CENTER, margin_start=12,
            margin_end=12)
        self.append(self._scroll)
        self.append(self._empty)

    def show_requests(
        self, shown: Sequence[Request], queues: Mapping[str, str], chosen: Optional[int], empty: str, now: datetime
    ) -> None:
        """These, in this order; without any, a sentence."""
        self._is_moving = True
        numbers = {request.id for request in shown}
        for number in set(self._rows) - numbers:
            self._list.remove(self._rows.pop(number))
        for place, request in enumerate(shown):
            row = self._rows.get(request.id)
            if row is None:
                row = self._rows[request.id] = Row(request.id)
                self._list.insert(row, place)
            elif row.get_index() != place:
                had_focus = self._list.get_focus_child() is row
                self._list.remove(row)
                self._list.insert(row, place)
                if had_focus:
                    row.grab_focus()
            row.show_request(request, queues, now)
        row = self._rows.get(chosen) if chosen is not None else None
        if self._list.get_selected_row() is not row:
            self._list.select_row(row)
        self._is_moving = False
        self._scroll.set_visible(bool(shown))
        self._empty.set_visible(not shown)
        self._empty.set_label(empty)

    def _selected(self, row: Optional[Row]) -> None:
        if not self._is_moving:
            self._chosen(row.number if row else None)

    def _scrolled(self, place: Gtk.Adjustment) -> None:
        """By whatever means: the wheel, the keyboard, a screen reader."""
        if place.get_value() + 2 * place.get_page_size() >= place.get_upper():
            self._reached_end()

    def grab_list(self) -> None:
        """Puts the keyboard on the chosen row, or the first."""
        row = self._list.get_selected_row() or self._list.get_row_at_index(0)
        if row:
            row.grab_focus()
            self._list.select_row(row)

    def back_to_top(self) -> None:
        GLib.idle_add(lambda: self._scroll.get_vadjustment().set_value(0))
