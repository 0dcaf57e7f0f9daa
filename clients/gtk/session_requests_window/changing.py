"""The smaller dialogs: giving a request to somebody, opening it again, inviting again, closing it, commenting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Sequence

from session_request import CloseReason, DaemonInfoResult, SessionRequest

from . import texts
from .desk_fields import AssigneeField, ExpiryField
from .fields import Choice, Switch, Text
from .form import Act, Form
from .problems import Unreadable
from .translation import _, isolated
from .work import Work

if TYPE_CHECKING:
    from .window import Window

Done = Callable[[SessionRequest], None]


def _about(request: SessionRequest) -> str:
    return _("Request {id} of {name}").format(id=request.id, name=isolated(request.recipient.name))


class Assign(Form):
    def __init__(self, window: Window, work: Work, request: SessionRequest, done: Done) -> None:
        super().__init__(window, work, _("Assign"), _("Assign"), done, height=260)
        self._request = request
        self._assignee = AssigneeField(work, request.assignee)
        self.add_fields(_about(request), self._assignee)

    def act(self) -> Act:
        number, revision, assignee = self._request.id, self._request.revision, self._assignee.chosen
        return lambda desk: desk.session_request.assign(number, assignee, if_revision=revision)


class Comment(Form):
    """Adds to the comments; nothing is overwritten."""

    def __init__(self, window: Window, work: Work, request: SessionRequest, done: Done) -> None:
        self._text = Text(_("Comment"), "/text")
        super().__init__(window, work, _("Comment"), _("Add"), done, height=280)
        self._number = request.id
        self.add_fields(_about(request), self._text, description=_("The recipient does not see it."))

    def is_complete(self) -> bool:
        return self._text.text is not None

    def act(self) -> Act:
        number, text = self._number, self._text.text or ""
        return lambda desk: desk.session_request.comment(number, text)


class Reopen(Form):
    def __init__(self, window: Window, work: Work, request: SessionRequest, done: Done) -> None:
        super().__init__(window, work, _("Open again"), _("Open again"), done, height=360)
        self._request = request
        self._keeps_link = Switch(_("Keep link and code"), "/keepLink")
        self._keeps_link.explain(_("Otherwise there is a new link, and the old one no longer leads anywhere."))
        self._expiry = ExpiryField(_("As the desk has it"))
        self.add_fields(_about(request), self._keeps_link, self._expiry)

    def act(self) -> Act:
        number, revision, keeps = self._request.id, self._request.revision, self._keeps_link.is_on
        expiry = self._expiry.params()
        return lambda desk: desk.session_request.reopen(number, keep_link=keeps, if_revision=revision, **expiry)


class Invite(Form):
    """Sends the invitation once more."""

    def __init__(self, window: Window, work: Work, request: SessionRequest, done: Done) -> None:
        super().__init__(window, work, _("Send the invitation again"), _("Send"), done, height=340)
        self._request = request
        self._by_email = Switch(_("Send by email"), "/email", "/recipient/email", is_on=bool(request.recipient.email))
        self._by_sms = Switch(_("Send by SMS"), "/sms", "/recipient/phone")
        self._by_email.explain(request.recipient.email or _("No address is known; Edit takes one."))
        self._by_sms.explain(request.recipient.phone or _("No number is known; Edit takes one."))
        self.add_fields(_about(request), self._by_email, self._by_sms)
        work.call(lambda desk: desk.daemon.info(), self._learned, lambda _: None)

    def _learned(self, info: DaemonInfoResult) -> None:
        if not info.delivery.email and not info.delivery.sms:
            self.refuse(_("Nobody is configured to send: it waits until somebody is."))

    def act(self) -> Act:
        number, email, sms = self._request.id, self._by_email.is_on, self._by_sms.is_on
        if not email and not sms:
            raise Unreadable("/email", _("Choose at least one way to send it."))
        return lambda desk: desk.session_request.resend_invitation(number, email=email, sms=sms)


class Close(Form):
    """Closes it, with a reason and a note."""

    def __init__(self, window: Window, work: Work, request: SessionRequest, done: Done) -> None:
        super().__init__(window, work, _("Close request"), _("Close request"), done, height=400)
        self._number = request.id
        self._reason = closing_reason()
        self._note = Text(_("Note"), "/note")
        self.add_fields(_about(request), self._reason, self._note, description=_(
            "The link leads to nobody from then on. The recipient does not see the note."))
        if not request.join:
            self._reason.chosen = "canceled"

    def act(self) -> Act:
        number, reason, note = self._number, self._reason.chosen, self._note.text
        return lambda desk: desk.session_request.close(number, reason=reason, note=note)


class Disconnect(Form):
    """Ends being connected; the recipient's permission stays."""

    def __init__(self, window: Window, work: Work, request: SessionRequest, done: Done) -> None:
        super().__init__(window, work, _("Disconnect"), _("Disconnect"), done, height=320)
        self._number = request.id
        self._note = Text(_("Note"), "/note")
        self.add_fields(_about(request), self._note, description=_(
            "The request stays ready: you or another agent can connect again."))

    def act(self) -> Act:
        number, note = self._number, self._note.text
        return lambda desk: desk.session_request.disconnect(number, note=note)


def closing_reason() -> Choice[CloseReason]:
    """Why an agent closes a request."""
    reasons: Sequence[CloseReason] = ("done", "canceled", "denied", "duplicate", "other")
    return Choice(_("Reason"), [(texts.REASONS[reason], reason) for reason in reasons], "/reason")
