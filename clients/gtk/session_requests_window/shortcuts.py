"""The keys, and the page that lists them."""

from __future__ import annotations

from typing import Dict, List, Tuple
from xml.etree.ElementTree import Element, SubElement, tostring

from gi.repository import Gtk

from .actions import ACTIONS, GROUP, OWN
from .translation import _

# By the action, what it is called and its keys.
WINDOW: Dict[str, Tuple[str, List[str]]] = {
    "win.new": (_("New request"), ["<Control>n"]), "win.search": (_("Search"), ["<Control>f"]),
    "win.view::active": (_("Active requests"), ["<Alt>1"]), "win.view::upcoming": (_("Upcoming requests"), ["<Alt>2"]),
    "win.view::past": (_("Past requests"), ["<Alt>3"]), "window.back": (_("Back to the list"), ["Escape"]),
    "win.shortcuts": (_("Keyboard shortcuts"), ["<Control>question", "F1"]), "window.menu": (_("Menu"), ["F10"]),
    "window.close": (_("Close the window"), ["<Control>w"]), "app.quit": (_("Quit"), ["<Control>q"])}


def apply(application: Gtk.Application) -> None:
    """Lets the keys do what they stand for."""
    for action, (_title, keys) in WINDOW.items():
        # Escape and F10 are GTK's own, and the window's where GTK has no use for them.
        if keys not in (["Escape"], ["F10"]):
            application.set_accels_for_action(action, keys)
    for name, (_title, key) in (*ACTIONS.items(), *OWN.items()):
        application.set_accels_for_action(f"{GROUP}.{name}", [key])


def page(window: Gtk.Window) -> Gtk.ShortcutsWindow:
    """All keys, in two groups."""
    everywhere = [(title, " ".join(keys)) for title, keys in WINDOW.values()]
    here = [(title.rstrip("…"), key) for title, key in (*ACTIONS.values(), *OWN.values())]
    # GTK makes this one from a description only.
    interface = Element("interface")
    made = SubElement(interface, "object", {"class": "GtkShortcutsWindow", "id": "page"})
    _property(made, "modal", "1")
    section = _child(made, "GtkShortcutsSection", {"section-name": "all", "max-height": "14"})
    for title, shortcuts in ((_("Everywhere"), everywhere), (_("The chosen request"), here)):
        group = _child(section, "GtkShortcutsGroup", {"title": title})
        for label, keys in shortcuts:
            _child(group, "GtkShortcutsShortcut", {"title": label, "accelerator": keys})
    page: Gtk.ShortcutsWindow = Gtk.Builder.new_from_string(tostring(interface, "unicode"), -1).get_object("page")
    page.set_transient_for(window)
    return page


def _child(parent: Element, kind: str, properties: Dict[str, str]) -> Element:
    made = SubElement(SubElement(parent, "child"), "object", {"class": kind})
    for name, value in properties.items():
        _property(made, name, value)
    return made


def _property(element: Element, name: str, value: str) -> None:
    SubElement(element, "property", {"name": name}).text = value
