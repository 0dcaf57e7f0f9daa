"""What is filled in: a line, a text, a choice. Each knows what the service calls it, and can be marked as wrong."""

from __future__ import annotations

from typing import Callable, Generic, List, Optional, Sequence, Tuple, TypeVar

from gi.repository import Adw, Gtk

T = TypeVar("T")


class Field:
    """Rows of a dialog that belong together. `paths` are JSON pointers, as the service names what it does not take."""

    def __init__(self, *paths: str) -> None:
        self.paths = paths
        self.rows: List[Gtk.Widget] = []
        self.changed: Callable[[], None] = lambda: None

    def names(self, path: str) -> bool:
        """Whether the service means this field."""
        return any(path == each or path.startswith(f"{each}/") for each in self.paths)

    @property
    def target(self) -> Gtk.Widget:
        """What takes the keyboard."""
        return self.rows[0]

    @property
    def written(self) -> Optional[str]:
        """What was written into it, if one writes into it."""
        return None

    def mark(self) -> None:
        """Shows that something is wrong here, and goes there."""
        self.rows[-1].add_css_class("error")
        (self.target if len(self.rows) == 1 else self.rows[-1]).grab_focus()

    def unmark(self) -> None:
        for row in self.rows:
            row.remove_css_class("error")

    def touched(self) -> None:
        self.unmark()
        self.changed()


def named(widget: Gtk.Widget, name: str) -> None:
    """Gives a widget its name for a screen reader."""
    widget.update_property([Gtk.AccessibleProperty.LABEL], [name])


class Line(Field):
    """One line of text; Return does what the dialog is for."""

    def __init__(self, title: str, *paths: str, purpose: Gtk.InputPurpose = Gtk.InputPurpose.FREE_FORM) -> None:
        super().__init__(*paths)
        self.activated: Callable[[], None] = lambda: None
        self.row = Adw.EntryRow(title=title, use_markup=False, input_purpose=purpose)
        named(self.row.get_delegate(), title)
        self.row.connect("changed", lambda _: self.touched())
        self.row.connect("entry-activated", lambda _: self.activated())
        self.rows = [self.row]

    @property
    def written(self) -> Optional[str]:
        return self.text

    @property
    def text(self) -> Optional[str]:
        """What was written; nothing if that is blank."""
        return self.row.get_text().strip() or None

    @text.setter
    def text(self, text: Optional[str]) -> None:
        self.row.set_text(text or "")


class Text(Field):
    """Lines of text."""

    def __init__(self, title: str, *paths: str) -> None:
        super().__init__(*paths)
        self._view = Gtk.TextView(
            accepts_tab=False, wrap_mode=Gtk.WrapMode.WORD_CHAR, hexpand=True, css_classes=["plain-text"])
        self._view.get_buffer().connect("changed", lambda _: self.touched())
        label = Gtk.Label(label=title, xalign=0, css_classes=["dim-label", "caption"], mnemonic_widget=self._view)
        scroll = Gtk.ScrolledWindow(child=self._view, min_content_height=60, max_content_height=180,
                                    propagate_natural_height=True, hscrollbar_policy=Gtk.PolicyType.NEVER)
        box = Gtk.Box(orientation=Gtk.Orientation.VERTICAL, spacing=3, margin_top=9, margin_bottom=9, margin_start=12,
                      margin_end=12)
        box.append(label)
        box.append(scroll)
        self.rows = [Adw.PreferencesRow(child=box, activatable=False, focusable=False)]

    @property
    def target(self) -> Gtk.Widget:
        return self._view

    @property
    def written(self) -> Optional[str]:
        return self.text

    @property
    def text(self) -> Optional[str]:
        buffer = self._view.get_buffer()
        return str(buffer.get_text(buffer.get_start_iter(), buffer.get_end_iter(), False)).strip() or None

    @text.setter
    def text(self, text: Optional[str]) -> None:
        self._view.get_buffer().set_text(text or "")


class Choice(Field, Generic[T]):
    """One of several."""

    def __init__(self, title: str, options: Sequence[Tuple[str, T]], *paths: str) -> None:
        super().__init__(*paths)
        self.row = Adw.ComboRow(title=title, use_markup=False)
        self._options: List[Tuple[str, T]] = []
        self.set_options(options)
        self.row.connect("notify::selected", lambda *_: self.touched())
        self.rows = [self.row]

    def set_options(self, options: Sequence[Tuple[str, T]]) -> None:
        """Offers these; what was chosen stays so if it is among them."""
        chosen = self.chosen if self._options else None
        self._options = list(options)
        self.row.set_model(Gtk.StringList.new([label for label, _ in self._options]))
        if chosen is not None:
            self.chosen = chosen

    @property
    def options(self) -> List[Tuple[str, T]]:
        return list(self._options)

    @property
    def chosen(self) -> T:
        place = self.row.get_selected()
        return self._options[place if place < len(self._options) else 0][1]

    @chosen.setter
    def chosen(self, value: T) -> None:
        for place, (_, option) in enumerate(self._options):
            if option == value:
                self.row.set_selected(place)


class Switch(Field):
    """Yes or no."""

    def __init__(self, title: str, *paths: str, is_on: bool = False) -> None:
        super().__init__(*paths)
        self._switch = Gtk.Switch(valign=Gtk.Align.CENTER, active=is_on)
        self._switch.connect("notify::active", lambda *_: self.touched())
        self.row = Adw.ActionRow(title=title, use_markup=False, activatable_widget=self._switch, subtitle_lines=0)
        self.row.add_suffix(self._switch)
        self.rows = [self.row]

    @property
    def is_on(self) -> bool:
        return bool(self._switch.get_active())

    def explain(self, text: str) -> None:
        self.row.set_subtitle(text)
