"""Why something could not be done, and the way out, in the reader's language."""

from __future__ import annotations

from session_request import DeadlineExceeded, DeskError, NotAllowed, Refused, RevisionConflict, Unreachable

from . import texts, translation
from .translation import _, isolated, left_to_right

REASONS = {
    "invalid_params": _("The service does not take what was entered."),
    "permission_denied": _("You may not do this with this request."),
    "not_found": _("It is not there any more."),
    "revision_conflict": _("Somebody else has changed this request meanwhile. Nothing was overwritten."),
    "rate_limited": _("This was done too often just now. Try again in a moment."),
    "busy": _("The service has too much to do. Try again in a moment."),
    "client_too_old": _("The remote-desktop program is too old for this desk."),
    "connector_missing": _("The service has no program configured for this kind of address."),
    "storage_full": _("The service has no room left; nothing was changed."),
    "unavailable": _("Something that the service needs is not there now. Try again in a moment."),
    "too_large": _("This is too large for the service."),
    "shutting_down": _("The service is being restarted. Try again in a moment."),
    "internal": _("Something is wrong with the service. Its journal says what."),
}


class Unreadable(ValueError):
    """What stands in a field cannot be read: `where` names it as the service would, `text` says so to people."""

    def __init__(self, where: str, text: str) -> None:
        super().__init__(text)
        self.where = where


class NotStarted(OSError):
    """The program that should connect is not there: `program` is it, `cause` is why."""

    def __init__(self, program: str, cause: str) -> None:
        super().__init__(program, cause)
        self.program, self.cause = program, cause


def problem(error: Exception) -> str:
    """A sentence for people."""
    if isinstance(error, NotStarted):
        return _("Cannot start {program}: {cause}. Install it, or see “connectors” in the configuration.").format(
            program=left_to_right(error.program), cause=error.cause)
    if isinstance(error, NotAllowed):
        return _("You may not use the service at {address}. The group “session-request” lets you in.").format(
            address=left_to_right(error.address))
    if isinstance(error, Unreachable):
        return _("Cannot reach the service at {address}. Trying again by itself.").format(
            address=left_to_right(error.address))
    if isinstance(error, DeadlineExceeded):
        return _("The service did not answer in time. Look whether it was done before you try again.")
    if isinstance(error, Refused):
        return _refused(error)
    text = str(error)
    return text[:1].upper() + text[1:]


def _refused(error: Refused) -> str:
    by = error.data.get("by")
    who = isolated(str(by.get("user") or by.get("id") or "?")) if isinstance(by, dict) else "?"
    if error.reason == "already_connected":
        return _("{agent} is connected already.").format(agent=who)
    if error.reason == "already_claimed":
        return _("It is assigned to {agent} already.").format(agent=who)
    if error.reason == "invalid_transition":
        status = str(error.data.get("status"))
        return _("This cannot be done now. The request is: {status}.").format(status=texts.STATUSES.get(status, status))
    known = REASONS.get(error.reason)
    # What is wrong with what was entered the service says best, in English.
    if known is None or (translation.is_english and error.reason == "invalid_params"):
        return ". ".join(part[:1].upper() + part[1:] for part in (error.message, error.hint) if part)
    return known


def is_conflict(error: Exception) -> bool:
    """Whether somebody else was faster."""
    return isinstance(error, RevisionConflict)


def told_by_service(error: Exception) -> bool:
    """Whether it is an answer, or the lack of one, that the window expects."""
    return isinstance(error, (DeskError, ValueError, OSError))
