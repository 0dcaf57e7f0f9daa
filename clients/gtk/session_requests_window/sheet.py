"""Everything about one session request: its state, what can be done, its particulars, its history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Mapping, Optional, Tuple

from gi.repository import Adw, Gio, Gtk
from session_request import Event

from . import icons, moments, texts
from .actions import ACTIONS, GROUP
from .board import OVER, Request
from .fields import named
from .particulars import Particulars
from .translation import _
from .work import Work

if TYPE_CHECKING:
    from .window import Window

# In the menu, in groups.
_MENU = (
    ("requestAccess", "disconnect", "reopen"), ("claim", "assign", "update", "reschedule"),
    ("resendInvitation", "rotateLink"))


class Sheet(Adw.Bin):
    def __init__(self, window: Window, work: Work) -> None:
        super().__init__(hexpand=True, accessible_role=Gtk.AccessibleRole.GROUP)
        named(self, _("The chosen request"))
        self._window, self._work = window, work
        self._number: Optional[int] = None
        self._queues: Mapping[str, str] = {}
        self._told: Optional[Tuple[int, int]] = None
        self._icon = Gtk.Image(pixel_size=48, accessible_role=Gtk.AccessibleRole.PRESENTATION)
        self._name = Gtk.Label(xalign=0, wrap=True, wrap_mode=2, css_classes=["title-2"])
        self._status = Gtk.Label(xalign=0, wrap=True, css_classes=["dim-label"])
        self._state = Gtk.Label(xalign=0, wrap=True, wrap_mode=2)
        self._particulars = Particulars()
        self._history = Gtk.Box(orientation=Gtk.Orientation.VERTICAL)
        self._main = Gtk.Button(css_classes=["suggested-action"])
        self._bar = self._buttons()
        self._nothing = Adw.StatusPage(
            icon_name="session-request-symbolic", title=_("No request chosen"),
            description=_("Choose one in the list, or make a new one."))
        self._page = Gtk.ScrolledWindow(
            child=Adw.Clamp(child=self._body(), maximum_size=640), hscrollbar_policy=Gtk.PolicyType.NEVER)
        self.set_child(self._nothing)

    def show_request(self, request: Request, queues: Mapping[str, str], user: Optional[str]) -> None:
        self._queues = queues
        is_another = self._number != request.id
        self._number = request.id
        self._icon.set_from_icon_name(icons.of_status(request.status))
        self._name.set_label(request.recipient.name)
        self._status.set_label(" · ".join((
            _("Request {id}").format(id=request.id), texts.STATUSES.get(request.status, request.status))))
        self._state.set_label(texts.state(request, user))
        main = {"connected": "disconnect"}.get(request.status, "reopen" if request.status in OVER else "connect")
        self._main.set_action_name(f"{GROUP}.{main}")
        self._main.set_label(ACTIONS[main][0])
        self._particulars.show_request(request, queues)
        self.set_child(self._page)
        if is_another:
            self._page.get_vadjustment().set_value(0)
        if self._told != (request.id, request.revision):
            self._told = (request.id, request.revision)
            self._read_history(request.id)

    def grab_main(self) -> None:
        """Puts the keyboard on what is to be done first."""
        if not (self._main.get_sensitive() and self._main.grab_focus()):
            self._bar.child_focus(Gtk.DirectionType.TAB_FORWARD)

    # History

    def _read_history(self, number: int) -> None:
        self._work.call(
            lambda desk: tuple(desk.session_request.history_all(number, limit=500)),
            lambda events: self._show_history(number, events), self._window.failed)

    def _show_history(self, number: int, events: Tuple[Event, ...]) -> None:
        if number != self._number:
            return
        while (child := self._history.get_first_child()) is not None:
            self._history.remove(child)
        now = moments.now()
        group = Adw.PreferencesGroup(title=_("History"))
        for event in reversed(events):
            told = " · ".join(filter(None, (moments.moment(event.at, now), texts.remark(event, self._queues))))
            group.add(Adw.ActionRow(use_markup=False, title=texts.happened(event), subtitle=told, subtitle_lines=0))
        self._history.append(group)

    # Layout

    def _body(self) -> Gtk.Widget:
        words = Gtk.Box(orientation=Gtk.Orientation.VERTICAL, hexpand=True)
        words.append(self._name)
        words.append(self._status)
        head = Gtk.Box(spacing=12)
        head.append(self._icon)
        head.append(words)
        box = Gtk.Box(
            orientation=Gtk.Orientation.VERTICAL, spacing=18, margin_top=18, margin_bottom=18, margin_start=12,
            margin_end=12)
        for part in (head, self._state, self._bar, self._particulars, self._history):
            box.append(part)
        return box

    def _buttons(self) -> Gtk.Widget:
        bar = Gtk.Box(spacing=6)
        bar.append(self._main)
        for name in ("comment", "close"):
            bar.append(Gtk.Button(label=ACTIONS[name][0], action_name=f"{GROUP}.{name}"))
        menu = Gio.Menu()
        for names in _MENU:
            section = Gio.Menu()
            for name in names:
                section.append(ACTIONS[name][0], f"{GROUP}.{name}")
            menu.append_section(None, section)
        more = Gtk.MenuButton(icon_name="view-more-symbolic", menu_model=menu, tooltip_text=_("More actions"))
        named(more, _("More actions"))
        bar.append(more)
        return bar
