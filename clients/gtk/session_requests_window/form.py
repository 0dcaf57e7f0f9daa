"""A dialog with fields: what is wrong is named and marked, and nothing that was written is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, List, Optional

from gi.repository import Adw, Gtk
from session_request import Desk, InvalidParams

from .fields import Field, Line
from .problems import Unreadable, problem
from .question import confirm, pressed
from .translation import _
from .work import Work

if TYPE_CHECKING:
    from .window import Window

Act = Callable[[Desk], Any]


class Form(Adw.Window):
    """Escape and Cancel leave it, and ask first if anything was written; Ctrl+Return, and Return in a line, do what it is for."""

    def __init__(
        self, window: Window, work: Work, title: str, doing: str, done: Callable[[Any], None], height: int = 640
    ) -> None:
        super().__init__(
            transient_for=window, modal=True, title=title, default_width=500, default_height=height, width_request=300)
        self.work = work
        self._done_then = done
        self._fields: List[Field] = []
        self._begun: List[Optional[str]] = []
        self._is_busy = False
        self._page = Adw.PreferencesPage(vexpand=True)
        self._problem = Gtk.Label(
            wrap=True, xalign=0, visible=False, css_classes=["error"], margin_top=6, margin_start=18, margin_end=18,
            margin_bottom=12, accessible_role=Gtk.AccessibleRole.ALERT)
        self._do = Gtk.Button(label=doing, css_classes=["suggested-action"])
        self._do.connect("clicked", lambda _: self.do())
        cancel = Gtk.Button(label=_("Cancel"))
        cancel.connect("clicked", lambda _: self._leave())
        header = Adw.HeaderBar(show_start_title_buttons=False, show_end_title_buttons=False)
        header.pack_start(cancel)
        header.pack_end(self._do)
        box = Gtk.Box(orientation=Gtk.Orientation.VERTICAL)
        for part in (header, self._page, self._problem):
            box.append(part)
        self.set_content(box)
        keys = Gtk.ShortcutController()
        for key, act in (("Escape", self._leave), ("<Control>Return", self.do)):
            keys.add_shortcut(Gtk.Shortcut.new(Gtk.ShortcutTrigger.parse_string(key), pressed(act)))
        self.add_controller(keys)
        self.connect("map", lambda _: self._begin())

    def add_fields(self, title: str, *fields: Field, description: Optional[str] = None) -> None:
        group = Adw.PreferencesGroup(title=title, description=description)
        for field in fields:
            self._fields.append(field)
            field.changed = self.changed
            if isinstance(field, Line):
                field.activated = self.do
            for row in field.rows:
                group.add(row)
        self._page.add(group)
        if len(self._fields) == len(fields):
            self.set_focus(fields[0].target)
        self.changed()

    # What a kind of form says

    def is_complete(self) -> bool:
        """Whether it can be done already."""
        return True

    def act(self) -> Act:
        """What is to be done, from what was filled in; Unreadable if that cannot be read."""
        raise NotImplementedError

    def failed(self, error: Exception) -> None:
        """The service did not do it."""
        self.refuse(problem(error), error.path if isinstance(error, InvalidParams) else None)

    # Leaving

    def _begin(self) -> None:
        self._begun = [field.written for field in self._fields]

    def _leave(self) -> None:
        """What was written is not lost by one key."""
        if [field.written for field in self._fields] == self._begun:
            self.close()
        else:
            confirm(self, _("Discard what was written?"), "", _("Discard"), self.close)

    # Doing

    def changed(self) -> None:
        self._problem.set_visible(False)
        self._do.set_sensitive(self.is_complete() and not self._is_busy)

    def do(self) -> None:
        if not self._do.get_sensitive():
            return
        try:
            act = self.act()
        except Unreadable as error:
            return self.refuse(str(error), error.where)
        self._is_busy = True
        self._do.set_sensitive(False)
        self.work.call(act, self._done, self._failed)

    def refuse(self, text: str, path: Optional[str] = None) -> None:
        """Says what is wrong, and where."""
        for field in self._fields:
            if path and field.names(path):
                field.mark()
                break
        self._problem.set_label(text)
        self._problem.set_visible(True)

    def _done(self, answer: Any) -> None:
        self.close()
        self._done_then(answer)

    def _failed(self, error: Exception) -> None:
        self._is_busy = False
        self.changed()
        self.failed(error)
