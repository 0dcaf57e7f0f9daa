"""What can be done with the request that is shown. The service says which of it may be, and that alone decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Dict, Optional, Tuple

from gi.repository import Gio
from session_request import SessionRequest

from . import changing
from .question import confirm
from .board import Request
from .edit_request import EditRequest
from .qr_code import QRCode
from .scheduling import Reschedule
from .translation import _, isolated
from .work import Work

if TYPE_CHECKING:
    from .connecting import Connecting
    from .window import Window

GROUP = "request"
# The service's names of actions, what each is called here, and its key.
ACTIONS: Dict[str, Tuple[str, str]] = {
    "connect": (_("Connect"), "<Control>Return"), "requestAccess": (_("Ask for access"), "<Control>r"),
    "disconnect": (_("Disconnect…"), "<Control>d"), "claim": (_("Take it"), "<Control>t"),
    "assign": (_("Assign…"), "<Control><Shift>t"), "comment": (_("Comment…"), "<Control>m"),
    "update": (_("Edit…"), "<Control>e"), "reschedule": (_("Reschedule…"), "<Control><Shift>e"),
    "resendInvitation": (_("Send the invitation again…"), "<Control>i"), "rotateLink": (_("New link…"), "<Control><Shift>l"),
    "close": (_("Close…"), "<Control>k"), "reopen": (_("Open again…"), "<Control><Shift>o")}
# What needs nobody's leave, only something to show.
OWN: Dict[str, Tuple[str, str]] = {
    "copyLink": (_("Copy link"), "<Control>l"), "copyCode": (_("Copy code"), "<Control><Shift>c"),
    "showQRCode": (_("Show QR code"), "<Control><Shift>q")}


class RequestActions(Gio.SimpleActionGroup):
    def __init__(self, window: Window, work: Work, connecting: Connecting) -> None:
        super().__init__()
        self._window, self._work, self._connecting = window, work, connecting
        self._request: Optional[Request] = None
        for name in (*ACTIONS, *OWN):
            action = Gio.SimpleAction(name=name, enabled=False)
            action.connect("activate", lambda action, _: self._activated(action.get_name()))
            self.add_action(action)

    def show_request(self, request: Optional[Request]) -> None:
        """These are about this one now."""
        self._request = request
        # What an event brought does not say what this caller may do; the answer that does is on its way.
        if request is None or isinstance(request, SessionRequest):
            allowed = request.allowed_actions if isinstance(request, SessionRequest) else ()
            for name in ACTIONS:
                self.lookup_action(name).set_enabled(name in allowed)
        for name, text in (("copyLink", request and request.link), ("copyCode", request and request.code),
                           ("showQRCode", request and request.link)):
            self.lookup_action(name).set_enabled(bool(text))

    def _activated(self, name: str) -> None:
        request = self._request
        if request is None:
            return
        own: Dict[str, Callable[[], None]] = {
            "copyLink": lambda: self._window.copy(request.link or "", _("Link copied")),
            "copyCode": lambda: self._window.copy(request.code or "", _("Code copied"))}
        if name in own:
            own[name]()
        elif isinstance(request, SessionRequest):
            self._do(name, request)

    def _do(self, name: str, request: SessionRequest) -> None:
        dialogs: Dict[str, Any] = {
            "assign": changing.Assign, "comment": changing.Comment, "close": changing.Close, "reopen": changing.Reopen,
            "disconnect": changing.Disconnect, "resendInvitation": changing.Invite, "update": EditRequest,
            "reschedule": Reschedule}
        if name in dialogs:
            dialogs[name](self._window, self._work, request, self._window.learned).present()
        elif name == "showQRCode":
            QRCode(self._window, request).present()
        elif name == "connect":
            self._connecting.ask(request)
        elif name == "requestAccess":
            self._call(lambda calls: calls.request_access(request.id), _("The recipient is asked for access"))
        elif name == "claim":
            self._call(lambda calls: calls.claim(request.id), _("It is yours"))
        elif name == "rotateLink":
            confirm(
                self._window, _("A new link for {name}?").format(name=isolated(request.recipient.name)),
                _("The old link and the old code no longer lead anywhere. Whoever was invited is sent the new link."),
                _("New link"), lambda: self._call(
                    lambda calls: calls.rotate_link(request.id, if_revision=request.revision), _("There is a new link")))

    def _call(self, act: Callable[[Any], SessionRequest], said: str) -> None:
        def done(request: SessionRequest) -> None:
            self._window.learned(request)
            self._window.say(said)

        self._work.call(lambda desk: act(desk.session_request), done, self._window.failed)
