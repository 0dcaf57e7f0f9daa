"""The dialog that changes a session request, and overwrites nobody's change unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Dict

from session_request import SessionRequest

from . import moments
from .about_request import RecipientFields, SubjectFields, recipient_of, subject_of
from .desk_fields import ExpiryField
from .form import Act, Form
from .problems import is_conflict
from .translation import _
from .work import Work

if TYPE_CHECKING:
    from .window import Window


class EditRequest(Form):
    """Only what was touched is sent, and only over the revision that was seen."""

    def __init__(
        self, window: Window, work: Work, request: SessionRequest, done: Callable[[SessionRequest], None]
    ) -> None:
        self._recipient, self._subject = RecipientFields(), SubjectFields()
        super().__init__(window, work, _("Edit request {id}").format(id=request.id), _("Save"), done, height=720)
        self._base = request
        self._expiry = ExpiryField(_("As it is: {moment}").format(
            moment=moments.moment(request.expires_at, moments.now())))
        self._recipient.fill(recipient_of(request))
        self._subject.fill(subject_of(request))
        self.add_fields(_("Recipient"), *self._recipient.all)
        self.add_fields(_("Request"), *self._subject.all)
        self.add_fields(_("Ticket in another system"), *self._subject.ticket)
        self.add_fields(_("Link"), self._expiry)

    def is_complete(self) -> bool:
        return self._recipient.name.text is not None

    def act(self) -> Act:
        number, revision = self._base.id, self._base.revision
        params = {**_differing(self._subject.values(), subject_of(self._base)), **self._expiry.params()}
        recipient = self._recipient.values()
        if _differing(recipient, recipient_of(self._base)):
            params["recipient"] = recipient
        if not params:
            return lambda desk: desk.session_request.get(number)
        return lambda desk: desk.session_request.update(number, if_revision=revision, **params)

    def failed(self, error: Exception) -> None:
        if not is_conflict(error):
            return super().failed(error)
        self.work.call(lambda desk: desk.session_request.get(self._base.id), self._rebase, super().failed)

    def _rebase(self, theirs: SessionRequest) -> None:
        """What was touched here stays, what was not becomes theirs, and the next press is over what is seen then."""
        mine, base = self._recipient.values(), recipient_of(self._base)
        self._recipient.fill({**recipient_of(theirs), **_differing(mine, base)})
        about = {**subject_of(theirs), **_differing(self._subject.values(), subject_of(self._base))}
        self._subject.fill(about)
        self._base = theirs
        self.refuse(_(
            "Somebody else has changed this request meanwhile. Their changes are shown where you changed nothing; "
            "press Save to keep yours."))


def _differing(values: Dict[str, Any], base: Dict[str, Any]) -> Dict[str, Any]:
    return {name: value for name, value in values.items() if value != base[name]}
