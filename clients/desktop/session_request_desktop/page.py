"""A view as widgets: the same for the client's window and for short questions."""

from __future__ import annotations

from typing import Optional

import gi

gi.require_version("Gtk", "4.0")
gi.require_version("Adw", "1")
from gi.repository import Adw, GLib, Gtk  # noqa: E402

from .language import _, spoken  # noqa: E402
from .session import Choice  # noqa: E402
from .views import Press, View  # noqa: E402


# How long a question stands before its buttons can be pressed.
_READING_MILLISECONDS = 700
# Characters of a value on one line: what is longer leaves its name the room.
_WIDTH = 26


class Page(Gtk.Box):
    """A view, laid out anew whenever it changes; its buttons stay in sight. No text is read as markup."""

    def __init__(self, press):
        super().__init__(orientation=Gtk.Orientation.VERTICAL)
        self._press = press
        self._scrolled = Gtk.ScrolledWindow(hscrollbar_policy=Gtk.PolicyType.NEVER, vexpand=True)
        self._bar = Gtk.Box(
            orientation=Gtk.Orientation.VERTICAL, margin_top=12, margin_bottom=18, margin_start=18, margin_end=18)
        self.append(self._scrolled)
        self.append(self._bar)
        self._choice: Optional[Adw.ComboRow] = None
        self._control: Optional[Gtk.Switch] = None
        self._entry: Optional[Adw.EntryRow] = None
        self._schemes: list = []

    def show(self, view: View) -> None:
        # What is there already turns, too: the title bar, the whole window.
        Gtk.Widget.set_default_direction(
            Gtk.TextDirection.RTL if spoken().is_right_to_left else Gtk.TextDirection.LTR)
        box = Gtk.Box(
            orientation=Gtk.Orientation.VERTICAL, spacing=18, margin_top=12, margin_bottom=12, margin_start=18,
            margin_end=18)
        if view.is_busy:
            spinner = Gtk.Spinner(spinning=True, width_request=48, height_request=48, halign=Gtk.Align.CENTER)
            box.append(spinner)
        else:
            box.append(Gtk.Image(icon_name=view.icon, pixel_size=64, halign=Gtk.Align.CENTER))
        box.append(_label(view.title, "title-2", is_centered=True))
        if view.notice:
            box.append(_label(view.notice, "heading", is_centered=True))
        if view.body:
            box.append(_label(view.body, "body", is_centered=True))
        if view.warning:
            box.append(_label(view.warning, "warning", is_centered=True))
        if view.facts or view.choices or view.asks:
            box.append(self._rows(view))
        self._scrolled.set_child(Adw.Clamp(maximum_size=480, child=box))
        while self._bar.get_first_child() is not None:
            self._bar.remove(self._bar.get_first_child())
        self._bar.append(self._buttons(view))

    def typed(self) -> str:
        """What was typed, if the view asks for something."""
        return self._entry.get_text().strip() if self._entry is not None else ""

    def _rows(self, view: View) -> Gtk.Widget:
        rows = Gtk.ListBox(selection_mode=Gtk.SelectionMode.NONE, css_classes=["boxed-list"])
        for name, value in view.facts:
            # Plain text throughout: a name may look like markup.
            row = Adw.ActionRow(use_markup=False, title=name, activatable=False, focusable=False)
            label = Gtk.Label(
                label=value, wrap=True, wrap_mode=2, xalign=1, selectable=True, can_focus=False, use_markup=False,
                max_width_chars=_WIDTH, natural_wrap_mode=Gtk.NaturalWrapMode.NONE if len(value) <= _WIDTH else
                Gtk.NaturalWrapMode.INHERIT)
            row.add_suffix(label)
            rows.append(row)
        self._choice = self._control = self._entry = None
        if view.asks:
            self._entry = Adw.EntryRow(title=view.asks)
            go_on = next((button.press for button in view.buttons if button.is_suggested), None)
            self._entry.connect("entry-activated", lambda _: go_on and self._press(go_on, None))
            rows.append(self._entry)
        self._schemes = [program.scheme for program in view.choices]
        if view.choices:
            self._choice = Adw.ComboRow(
                title=_("Share with"), model=Gtk.StringList.new([program.name for program in view.choices]))
            rows.append(self._choice)
        if view.offers_control:
            self._control = Gtk.Switch(active=True, valign=Gtk.Align.CENTER)
            row = Adw.ActionRow(title=_("Let them use mouse and keyboard"), activatable_widget=self._control)
            row.add_suffix(self._control)
            rows.append(row)
            self._choice.connect("notify::selected", lambda *_: self._show_control(row))
            self._show_control(row)
        return rows

    def _show_control(self, row: Gtk.Widget) -> None:
        # Other programs have settings of their own for that.
        row.set_visible(self._schemes[self._choice.get_selected()] == "vnc")

    def _buttons(self, view: View) -> Gtk.Widget:
        box = Gtk.Box(
            orientation=Gtk.Orientation.VERTICAL, spacing=12, halign=Gtk.Align.CENTER, width_request=260)
        for button in view.buttons:
            classes = ["pill"]
            classes += ["suggested-action"] if button.is_suggested else []
            classes += ["destructive-action"] if button.is_destructive else []
            widget = Gtk.Button(label=button.label, css_classes=classes)
            widget.connect("clicked", self._clicked, button.press)
            box.append(widget)
        if any(button.press is Press.ALLOW for button in view.buttons):
            # A second press that was meant for what stood here before allows nothing.
            box.set_sensitive(False)
            GLib.timeout_add(_READING_MILLISECONDS, _woken, box)
        return box

    def _clicked(self, widget: Gtk.Button, press: Press) -> None:
        # One press is one answer, also when the desk takes its time.
        widget.get_parent().set_sensitive(False)
        GLib.timeout_add_seconds(1, _woken, widget.get_parent())
        choice = None
        if press is Press.ALLOW and self._choice is not None:
            scheme = self._schemes[self._choice.get_selected()]
            control = self._control is None or scheme != "vnc" or self._control.get_active()
            choice = Choice(scheme, control)
        self._press(press, choice)


def _woken(buttons: Gtk.Widget) -> bool:
    buttons.set_sensitive(True)
    return GLib.SOURCE_REMOVE


def _label(text: str, style: str, is_centered: bool = False) -> Gtk.Label:
    return Gtk.Label(
        label=text, use_markup=False, wrap=True, wrap_mode=2, css_classes=[style],
        xalign=0.5 if is_centered else 0, justify=Gtk.Justification.CENTER if is_centered else Gtk.Justification.LEFT)
