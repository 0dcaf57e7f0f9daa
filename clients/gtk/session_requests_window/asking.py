"""A question: what it is about, perhaps a line to write, Cancel, and what is done."""

from __future__ import annotations

from typing import Callable, Optional

from gi.repository import Adw, Gtk


class Question(Adw.Window):
    """Escape and Cancel do nothing; Return does what is asked."""

    def __init__(
        self, window: Gtk.Window, heading: str, body: str, doing: str, then: Callable[[str], None],
        field: Optional[str] = None, may_be_empty: bool = True
    ) -> None:
        super().__init__(transient_for=window, modal=True, resizable=False, title=heading, default_width=420)
        self._then, self._may_be_empty = then, may_be_empty
        self._do = Gtk.Button(label=doing, hexpand=True, sensitive=may_be_empty, css_classes=["suggested-action"])
        self._do.connect("clicked", lambda _: self._done())
        self._entry = Gtk.Entry(activates_default=True) if field else None
        cancel = Gtk.Button(label="Cancel", hexpand=True)
        cancel.connect("clicked", lambda _: self.close())
        box = Gtk.Box(
            orientation=Gtk.Orientation.VERTICAL, spacing=12, margin_top=24, margin_bottom=18, margin_start=24,
            margin_end=24)
        box.append(Gtk.Label(label=heading, wrap=True, justify=Gtk.Justification.CENTER, css_classes=["title-3"]))
        if body:
            box.append(Gtk.Label(label=body, wrap=True, justify=Gtk.Justification.CENTER))
        if self._entry:
            self._entry.update_property([Gtk.AccessibleProperty.LABEL], [field])
            self._entry.connect("changed", lambda _: self._do.set_sensitive(may_be_empty or bool(self._text())))
            box.append(self._entry)
        buttons = Gtk.Box(spacing=12, homogeneous=True, margin_top=6)
        buttons.append(cancel)
        buttons.append(self._do)
        box.append(buttons)
        self.set_content(Gtk.WindowHandle(child=box))
        self.set_default_widget(self._do)
        self.set_focus(self._entry or self._do)
        escape = Gtk.ShortcutController()
        escape.add_shortcut(Gtk.Shortcut.new(
            Gtk.ShortcutTrigger.parse_string("Escape"), Gtk.CallbackAction.new(lambda *_: self.close() or True)))
        self.add_controller(escape)

    def _text(self) -> str:
        return self._entry.get_text().strip() if self._entry else ""

    def _done(self) -> None:
        text = self._text()
        self.close()
        self._then(text)
