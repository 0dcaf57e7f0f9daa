"""What the list is narrowed to: words, whose, in which state, with which tag."""

from __future__ import annotations

from typing import Callable, List, Optional, Sequence, Tuple, TypeVar

from gi.repository import Adw, GObject, Gtk
from session_request import Queue

from . import texts
from .board import Filter, Whose
from .fields import Choice, named
from .translation import _

Owner = Tuple[Whose, Optional[str]]
T = TypeVar("T")


class Filters(Gtk.Box):
    """The search, and a button that shows the rest. `changed` is told that something else is wanted."""

    def __init__(self, changed: Callable[[], None]) -> None:
        super().__init__(
            orientation=Gtk.Orientation.VERTICAL, spacing=6, margin_top=6, margin_bottom=6, margin_start=6, margin_end=6)
        self._changed = changed
        self._search = Gtk.SearchEntry(placeholder_text=_("Search"), hexpand=True)
        named(self._search, _("Search"))
        self._search.connect("search-changed", lambda _: changed())
        self._whose: Choice[Owner] = Choice(_("Assigned to"), self._owners(()))
        self._status: Choice[Optional[str]] = Choice(
            _("Status"), [(_("Any"), None), *((label, status) for status, label in texts.STATUSES.items())])
        self._tag: Choice[Optional[str]] = Choice(_("Tag"), [(_("Any"), None)])
        self._clear = Gtk.Button(label=_("Show all"), sensitive=False)
        self._clear.connect("clicked", lambda _: self._show_all())
        group = Adw.PreferencesGroup()
        for field in (self._whose, self._status, self._tag):
            field.changed = self._narrowed
            group.add(field.row)
        more = Gtk.Box(orientation=Gtk.Orientation.VERTICAL, spacing=6, visible=False)
        more.append(group)
        more.append(self._clear)
        self._button = Gtk.ToggleButton(label=_("Filter"))
        self._button.bind_property("active", more, "visible", GObject.BindingFlags.DEFAULT)
        line = Gtk.Box(spacing=6)
        line.append(self._search)
        line.append(self._button)
        self.append(line)
        self.append(more)

    @property
    def wanted(self) -> Filter:
        whose, queue = self._whose.chosen
        return Filter(self._search.get_text(), whose, queue, self._status.chosen, self._tag.chosen)

    def grab_search(self) -> None:
        self._search.grab_focus()

    def offer_queues(self, queues: Sequence[Queue]) -> None:
        self._offer(self._whose, self._owners(queues))

    def offer_tags(self, tags: Sequence[str]) -> None:
        self._offer(self._tag, [(_("Any"), None), *((tag, tag) for tag in tags)])

    @staticmethod
    def _offer(field: Choice[T], options: Sequence[Tuple[str, T]]) -> None:
        if field.options == list(options):
            return
        told, field.changed = field.changed, lambda: None
        chosen = field.chosen
        field.set_options(options)
        field.changed = told
        if field.chosen != chosen:
            told()

    @staticmethod
    def _owners(queues: Sequence[Queue]) -> List[Tuple[str, Owner]]:
        first: List[Tuple[str, Owner]] = [
            (_("Anybody"), (Whose.ANYBODY, None)), (_("Me"), (Whose.MINE, None)), (_("Nobody"), (Whose.NOBODY, None))]
        return first + [(texts.assignee_queue(queue.name), (Whose.QUEUE, queue.id)) for queue in queues]

    def _narrowed(self) -> None:
        is_narrow = self.wanted.is_narrow
        self._clear.set_sensitive(is_narrow)
        (self._button.add_css_class if is_narrow else self._button.remove_css_class)("suggested-action")
        self._changed()

    def _show_all(self) -> None:
        for field in (self._whose, self._status, self._tag):
            field.row.set_selected(0)
