"""The dialog that makes a session request, with every field that it can have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable

from session_request import DaemonInfoResult, SessionRequest

from .about_request import RecipientFields, SubjectFields
from .desk_fields import AssigneeField, ExpiryField
from .fields import Switch
from .form import Act, Form
from .scheduling import ScheduleFields
from .translation import _
from .work import Work

if TYPE_CHECKING:
    from .window import Window


class NewRequest(Form):
    def __init__(self, window: Window, work: Work, created: Callable[[SessionRequest], None]) -> None:
        self._recipient, self._subject, self._schedule = RecipientFields(), SubjectFields(), ScheduleFields()
        self._assignee = AssigneeField(work)
        self._by_email = Switch(_("Send by email"), "/sendInvitation/email")
        self._by_sms = Switch(_("Send by SMS"), "/sendInvitation/sms")
        self._expiry = ExpiryField(_("As the desk has it"))
        super().__init__(window, work, _("New request"), _("Create"), created, height=760)
        self.add_fields(_("Recipient"), *self._recipient.all)
        self.add_fields(_("Request"), *self._subject.all[:2], self._assignee, *self._subject.all[2:])
        self.add_fields(_("Invitation"), self._by_email, self._by_sms)
        self.add_fields(_("Schedule"), *self._schedule.all, description=ScheduleFields.explained())
        self.add_fields(_("Link"), self._expiry)
        self.add_fields(_("Ticket in another system"), *self._subject.ticket)
        work.call(lambda desk: desk.daemon.info(), self._learned, lambda _: None)

    def _learned(self, info: DaemonInfoResult) -> None:
        """Says so where nobody is there to send."""
        for switch, is_sent in ((self._by_email, info.delivery.email), (self._by_sms, info.delivery.sms)):
            if not is_sent:
                switch.explain(_("Nobody is configured to send: it waits until somebody is."))

    def is_complete(self) -> bool:
        return self._recipient.name.text is not None

    def act(self) -> Act:
        params = {
            "recipient": {name: text for name, text in self._recipient.values().items() if text},
            **self._subject.values(), **self._expiry.params(), "assignee": self._assignee.chosen,
            "send_invitation": {"email": self._by_email.is_on, "sms": self._by_sms.is_on}}
        schedule = self._schedule.value()
        if schedule:
            params["schedule"] = schedule
        return lambda desk: desk.session_request.create(**params)
