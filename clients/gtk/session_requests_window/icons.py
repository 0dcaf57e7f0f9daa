"""The project's icons, in the source tree and below a prefix that the desktop does not look below."""

from __future__ import annotations

import pathlib

from gi.repository import Gdk, Gtk

_HERE = pathlib.Path(__file__).resolve().parent


def add_to_theme() -> None:
    """Lets GTK find them."""
    display = Gdk.Display.get_default()
    if display is None:
        return
    for folder in (_HERE.parents[2] / "contrib" / "desktop" / "icons", _HERE.parents[2] / "share" / "icons"):
        if folder.is_dir():
            Gtk.IconTheme.get_for_display(display).add_search_path(str(folder))


def of_status(status: str) -> str:
    """The name of a status's icon."""
    return f"session-request-{status}"
