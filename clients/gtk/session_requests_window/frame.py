"""How the window is laid out: list and sheet side by side, or one after the other where there is no room for both."""

from __future__ import annotations

from typing import Optional

from gi.repository import Adw, Gio, GLib, Gtk

from . import texts
from .board import View
from .fields import named
from .translation import _


class Frame(Gtk.Box):
    def __init__(self, filters: Gtk.Widget, shown: Gtk.Widget, sheet: Gtk.Widget) -> None:
        super().__init__(orientation=Gtk.Orientation.VERTICAL)
        self._trouble = Gtk.Label(
            wrap=True, xalign=0, hexpand=True, css_classes=["heading"], accessible_role=Gtk.AccessibleRole.ALERT)
        self._banner = self._made_banner()
        self._toasts = Adw.ToastOverlay(vexpand=True)
        self._back = Gtk.Button(icon_name="go-previous-symbolic", tooltip_text=_("Back to the list"), visible=False)
        named(self._back, _("Back to the list"))
        self._back.connect("clicked", lambda _: self.show_list())
        side = Gtk.Box(orientation=Gtk.Orientation.VERTICAL, width_request=340, hexpand=False, hexpand_set=True)
        side.append(self._tabs())
        side.append(filters)
        side.append(shown)
        self._side, self._sheet = side, sheet
        sheet.set_size_request(330, -1)
        self._leaf = Adw.Leaflet(can_navigate_back=True, homogeneous=False)
        self._leaf.append(side)
        self._leaf.append(Gtk.Separator()).set_navigatable(False)
        self._leaf.append(sheet)
        for change in ("folded", "visible-child"):
            self._leaf.connect(f"notify::{change}", lambda *_: self._moved())
        self._toasts.set_child(self._leaf)
        for part in (self._header(), self._banner, self._toasts):
            self.append(part)

    def show_list(self) -> None:
        self._leaf.set_visible_child(self._side)

    def show_sheet(self) -> None:
        self._leaf.set_visible_child(self._sheet)

    def show_trouble(self, text: Optional[str]) -> None:
        """Says it above everything until it is over."""
        self._trouble.set_label(text or "")
        self._banner.set_reveal_child(text is not None)

    def say(self, text: str, seconds: int = 5) -> None:
        """Says it in a line that goes away by itself."""
        self._toasts.add_toast(Adw.Toast(title=GLib.markup_escape_text(text), timeout=seconds))

    def _moved(self) -> None:
        is_inside = self._leaf.get_folded() and self._leaf.get_visible_child() is self._sheet
        self._back.set_visible(is_inside)

    def _header(self) -> Gtk.Widget:
        header = Adw.HeaderBar()
        new = Gtk.Button(icon_name="list-add-symbolic", action_name="win.new", tooltip_text=_("New request"))
        named(new, _("New request"))
        header.pack_start(self._back)
        header.pack_start(new)
        menu = Gio.Menu()
        for label, action in ((_("Keyboard shortcuts"), "win.shortcuts"), (_("About Session Requests"), "win.about"),
                              (_("Quit"), "app.quit")):
            menu.append(label, action)
        button = Gtk.MenuButton(
            icon_name="open-menu-symbolic", menu_model=menu, primary=True, tooltip_text=_("Menu"))
        named(button, _("Menu"))
        header.pack_end(button)
        return header

    @staticmethod
    def _tabs() -> Gtk.Widget:
        tabs = Gtk.Box(css_classes=["linked"], homogeneous=True, margin_top=6, margin_start=6, margin_end=6)
        for view in View:
            tabs.append(Gtk.ToggleButton(
                label=texts.VIEWS[view], action_name="win.view", action_target=GLib.Variant("s", view.value)))
        return tabs

    def _made_banner(self) -> Gtk.Revealer:
        box = Gtk.Box(spacing=12, margin_top=9, margin_bottom=9, margin_start=12, margin_end=12)
        box.append(Gtk.Image(icon_name="network-offline-symbolic"))
        box.append(self._trouble)
        return Gtk.Revealer(child=box, css_classes=["warning"])
