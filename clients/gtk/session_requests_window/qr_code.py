"""The link as a QR code, with the nine digits beside it, for whoever sits in front of the screen with a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING, List, Optional

import segno
from gi.repository import Adw, Gdk, GLib, Gtk
from session_request import SessionRequest

from . import texts
from .question import pressed
from .translation import _, isolated, left_to_right

if TYPE_CHECKING:
    from .window import Window

_QUIET_MODULES = 4
_MODULE_PIXELS = 8


def rows_of(text: str) -> List[bytes]:
    """The code, module by module: 0 is dark."""
    code = segno.make(text, error="m", micro=False)
    return [bytes(0 if module else 255 for module in row) for row in code.matrix_iter(border=_QUIET_MODULES)]


def picture(text: str) -> Gdk.Texture:
    """Dark on light in every style of the desktop, since not every camera reads it the other way."""
    rows = rows_of(text)
    pixels = b"".join(
        b"".join(bytes((shade, shade, shade)) * _MODULE_PIXELS for shade in row) * _MODULE_PIXELS for row in rows)
    side = len(rows) * _MODULE_PIXELS
    return Gdk.MemoryTexture.new(side, side, Gdk.MemoryFormat.R8G8B8, GLib.Bytes.new(pixels), side * 3)


class QRCode(Adw.Window):
    def __init__(self, window: Window, request: SessionRequest) -> None:
        link: Optional[str] = request.link
        name = isolated(request.recipient.name)
        super().__init__(
            transient_for=window, modal=True, title=_("QR code"), default_width=440, default_height=600,
            width_request=300)
        image = Gtk.Picture(paintable=picture(link or ""), vexpand=True, can_shrink=True, width_request=200,
                            height_request=200, alternative_text=_("QR code of the link for {name}").format(name=name))
        box = Gtk.Box(orientation=Gtk.Orientation.VERTICAL, spacing=12, margin_top=6, margin_bottom=24, margin_start=24,
                      margin_end=24)
        box.append(Gtk.Label(
            label=_("{name} opens the link with the camera of a phone, or types the code.").format(name=name), wrap=True,
            justify=Gtk.Justification.CENTER))
        box.append(image)
        if request.code:
            box.append(Gtk.Label(label=texts.code(request.code), css_classes=["title-1", "numeric"]))
        box.append(Gtk.Label(
            label=left_to_right(link or ""), wrap=True, css_classes=["dim-label", "caption"],
            justify=Gtk.Justification.CENTER, wrap_mode=2))
        copy = Gtk.Button(label=_("Copy link"), halign=Gtk.Align.CENTER)
        copy.connect("clicked", lambda _button: window.copy(link or "", _("Link copied")))
        box.append(copy)
        body = Gtk.Box(orientation=Gtk.Orientation.VERTICAL)
        body.append(Adw.HeaderBar())
        body.append(box)
        self.set_content(body)
        self.set_focus(copy)
        escape = Gtk.ShortcutController()
        escape.add_shortcut(Gtk.Shortcut.new(
            Gtk.ShortcutTrigger.parse_string("Escape"), pressed(self.close)))
        self.add_controller(escape)
