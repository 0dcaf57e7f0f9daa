"""The project's icons, where they are not installed below one of the desktop's own folders."""

from __future__ import annotations

import pathlib

_HERE = pathlib.Path(__file__).resolve().parent


def add_to_theme() -> None:
    """Lets GTK find the icons of the source tree, or of a prefix that the desktop does not look below."""
    import gi

    gi.require_version("Gtk", "4.0")
    from gi.repository import Gdk, Gtk

    display = Gdk.Display.get_default()
    if display is None:
        return
    theme = Gtk.IconTheme.get_for_display(display)
    # PREFIX/lib/session-request-desktop/session_request_desktop, and clients/desktop/session_request_desktop.
    for folder in (_HERE.parents[2] / "share" / "icons", _HERE.parents[2] / "contrib" / "desktop" / "icons"):
        if folder.is_dir():
            theme.add_search_path(str(folder))
