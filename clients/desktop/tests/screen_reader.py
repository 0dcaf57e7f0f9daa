"""Reads and presses by AT-SPI, for tests whose Python has no bindings for it: a question a line, an answer a line."""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

SWITCHES = ("toggle button", "switch", "check box")
PRESSED = ("button", "menu item")


def nodes(node=None):
    """All that is there, of every program on this display."""
    if node is None:
        node = Atspi.get_desktop(0)
    try:
        yield node
        for index in range(min(node.get_child_count(), 1000)):
            child = node.get_child_at_index(index)
            if child is not None:
                yield from nodes(child)
    except GLib.Error:
        # It went away while it was looked at.
        return


def name(node):
    try:
        return node.get_name() or ""
    except GLib.Error:
        return ""


def role(node):
    try:
        return node.get_role_name()
    except GLib.Error:
        return ""


def text(node):
    try:
        interface = node.get_text_iface()
        return Atspi.Text.get_text(interface, 0, -1) if interface else ""
    except GLib.Error:
        return ""


def press(label):
    """Presses the last button of this name that shows: those of the title bar come first, and a dialog has its buttons
    twice, side by side and one above the other.
    """
    found, shows = None, False
    for node in nodes():
        try:
            if name(node) in (label, f"{label} {label}") and node.get_role_name().endswith(PRESSED) \
                    and node.get_state_set().contains(Atspi.StateType.SENSITIVE):
                showing = node.get_state_set().contains(Atspi.StateType.SHOWING)
                if showing or not shows:
                    found, shows = node, showing
        except GLib.Error:
            continue
    return found is not None and bool(found.get_action_iface().do_action(0))


def toggle(label):
    for node in nodes():
        try:
            if node.get_role_name() in SWITCHES:
                row = node
                while row is not None and name(row) != label:
                    row = row.get_parent()
                if row is not None:
                    return bool(node.get_action_iface().do_action(0))
        except (GLib.Error, AttributeError):
            continue
    return False


def select(label):
    for node in nodes():
        try:
            if node.get_role_name() == "list item" and name(node) == label:
                return bool(node.get_parent().get_selection_iface().select_child(node.get_index_in_parent()))
        except (GLib.Error, AttributeError):
            continue
    return False


def where(label):
    """The left and the right edge of what has this name or text."""
    for node in nodes():
        try:
            if label in (name(node), text(node)):
                extents = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
                if extents.width > 0:
                    return extents.x, extents.x + extents.width
        except (GLib.Error, AttributeError):
            continue
    return None


def type_in(words, label):
    for node in (node for window in windows() for node in nodes(window)):
        try:
            if node.get_role_name() in ("text", "entry", "search box") and node.get_editable_text_iface() \
                    and label in (None, name(node)):
                return bool(Atspi.EditableText.set_text_contents(node.get_editable_text_iface(), words))
        except GLib.Error:
            continue
    return False


def may_press(label):
    """Whether the last button of this name can be pressed; nothing if there is none."""
    may = None
    for node in nodes():
        try:
            if name(node) == label and node.get_role_name().endswith(PRESSED):
                may = node.get_state_set().contains(Atspi.StateType.SENSITIVE)
        except GLib.Error:
            continue
    return may


def windows():
    """All windows, the newest first."""
    desktop = Atspi.get_desktop(0)
    programs = [desktop.get_child_at_index(index) for index in range(desktop.get_child_count())]
    found = [program.get_child_at_index(index) for program in programs if program is not None
             for index in range(program.get_child_count())]
    return [window for window in reversed(found) if window is not None]


def focused():
    """The names of what has the keyboard in the newest window, and of what is in it."""
    found = None
    for window in windows()[:1]:
        for node in nodes(window):
            try:
                if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                    # A list that has dropped down is in its field.
                    found = node
            except GLib.Error:
                continue
    return [name(each) for each in nodes(found)] if found is not None else []


def answer(question):
    if question["what"] == "may press":
        return may_press(question["label"])
    if question["what"] == "focused":
        return focused()
    if question["what"] == "press":
        return press(question["label"])
    if question["what"] == "toggle":
        return toggle(question["label"])
    if question["what"] == "type":
        return type_in(question["text"], question["label"])
    if question["what"] == "where":
        return where(question["label"])
    if question["what"] == "select":
        return select(question["label"])
    # In the order of a dictionary's keys, each once. The name of a label is its text.
    found = {}
    for node in nodes():
        named = name(node)
        found[named] = None
        if not named or role(node) != "label":
            found[text(node)] = None
    return [one for one in found if one]


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
