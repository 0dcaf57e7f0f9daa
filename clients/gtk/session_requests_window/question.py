"""Questions: what it is about, and the answers."""

from __future__ import annotations

from typing import Callable, Sequence, Tuple

from gi.repository import Adw, Gtk

from .fields import Field
from .translation import _

Answer = Tuple[str, Callable[[], None]]


def pressed(act: Callable[[], object]) -> Gtk.CallbackAction:
    """What a key does."""
    def run(*_arguments: object) -> bool:
        act()
        return True

    return Gtk.CallbackAction.new(run)


class Question(Adw.Window):
    """Return gives the first answer, Escape none."""

    def __init__(
        self, window: Gtk.Window, heading: str, body: str, answers: Sequence[Answer], fields: Sequence[Field] = ()
    ) -> None:
        super().__init__(transient_for=window, modal=True, resizable=False, title=heading, default_width=420)
        box = Gtk.Box(
            orientation=Gtk.Orientation.VERTICAL, spacing=12, margin_top=24, margin_bottom=18, margin_start=24,
            margin_end=24, width_request=280)
        for text, styles in ((heading, ["title-3"]), *(((body, []),) if body else ())):
            box.append(Gtk.Label(
                label=text, wrap=True, justify=Gtk.Justification.CENTER, css_classes=styles, max_width_chars=40))
        if fields:
            group = Adw.PreferencesGroup()
            for field in fields:
                for row in field.rows:
                    group.add(row)
            box.append(group)
        box.append(self._buttons(answers))
        self.set_content(Gtk.WindowHandle(child=box))
        escape = Gtk.ShortcutController()
        escape.add_shortcut(Gtk.Shortcut.new(
            Gtk.ShortcutTrigger.parse_string("Escape"), pressed(self.close)))
        self.add_controller(escape)

    def _buttons(self, answers: Sequence[Answer]) -> Gtk.Widget:
        buttons = Gtk.Box(orientation=Gtk.Orientation.VERTICAL, spacing=6, margin_top=6)
        for place, (label, press) in enumerate(answers):
            button = Gtk.Button(label=label, css_classes=[] if place else ["suggested-action"])
            button.connect("clicked", lambda _, press=press: self._answered(press))
            buttons.append(button)
            if place == 0:
                self.set_default_widget(button)
                self.set_focus(button)
        return buttons

    def _answered(self, press: Callable[[], None]) -> None:
        self.close()
        press()


def confirm(window: Gtk.Window, heading: str, body: str, doing: str, then: Callable[[], None]) -> None:
    """Asks whether to do it."""
    Question(window, heading, body, ((doing, then), (_("Cancel"), lambda: None))).present()
