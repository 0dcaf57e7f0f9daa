"""Tells on the desktop that somebody waits or allows access: once for each time, with Connect and Later."""

from __future__ import annotations

from typing import Callable, Dict, Optional

from gi.repository import Gio, GLib
from session_request import Event, SessionRequest

from . import icons, texts
from .translation import _

Read = Callable[[int, Callable[[SessionRequest], None]], None]


class Notifications:
    """Of one desk. `read` gets a request anew, and tells it."""

    def __init__(
        self, application: Gio.Application, address: str, read: Read, later_seconds: float
    ) -> None:
        self._application, self._address, self._read, self._later_seconds = application, address, read, later_seconds
        # By request: the revision of the news that is shown, or was.
        self._shown: Dict[int, int] = {}

    def told(self, event: Event, user: Optional[str]) -> None:
        """Something happened at the desk."""
        request = event.session_request
        if request is None:
            return
        if event.type in ("sessionRequest.granted", "sessionRequest.opened"):
            assignee = request.assignee
            if assignee is None or assignee.type != "agent" or assignee.id == user:
                self._consider(request.id, request.status)
        elif request.status not in ("waiting", "ready") or event.type == "sessionRequest.revoked":
            self._withdraw(request.id)

    def later(self, number: int) -> None:
        """Not now: it is told again after a while, if it still is so then."""
        self._withdraw(number)

        def again() -> bool:
            self._consider(number, "ready")
            return bool(GLib.SOURCE_REMOVE)

        GLib.timeout_add(round(self._later_seconds * 1000), again)

    def close(self) -> None:
        for number in list(self._shown):
            self._withdraw(number)

    def _consider(self, number: int, status: str) -> None:
        """Tells it if it still is so, and this agent may do something about it."""
        def learned(request: SessionRequest) -> None:
            may_act = "connect" in request.allowed_actions or (status == "waiting" and bool(request.allowed_actions))
            if request.status == status and may_act and self._shown.get(number) != request.revision:
                self._shown[number] = request.revision
                self._send(request)

        self._read(number, learned)

    def _send(self, request: SessionRequest) -> None:
        is_ready = request.status == "ready"
        title = _("{name} allows access") if is_ready else _("{name} waits")
        shown = Gio.Notification.new(title.format(name=request.recipient.name))
        where = texts.target(request.join.target) if is_ready and request.join else None
        shown.set_body("\n".join(filter(None, (request.subject, where))))
        shown.set_icon(Gio.ThemedIcon.new(icons.of_status(request.status)))
        shown.set_priority(
            Gio.NotificationPriority.URGENT if request.priority == "urgent" else Gio.NotificationPriority.HIGH)
        which = GLib.Variant("(sx)", (self._address, request.id))
        shown.set_default_action_and_target("app.show-request", which)
        if is_ready:
            shown.add_button_with_target(_("Connect"), "app.connect-request", which)
            shown.add_button_with_target(_("Later"), "app.remind-request", which)
        self._application.send_notification(self._name(request.id), shown)

    def _withdraw(self, number: int) -> None:
        if self._shown.pop(number, None) is not None:
            self._application.withdraw_notification(self._name(number))

    def _name(self, number: int) -> str:
        return f"{self._address}#{number}"
