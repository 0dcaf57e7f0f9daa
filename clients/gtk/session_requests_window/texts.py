"""What the window says."""

from __future__ import annotations

from datetime import datetime
from typing import Optional

from session_request import Event

from .board import Request

STATUSES = {
    "open": "Open", "waiting": "Waiting", "ready": "Ready", "connected": "Connected", "closed": "Closed",
    "expired": "Expired"}
EVENTS = {
    "created": "Created", "opened": "Opened", "granted": "Access allowed", "denied": "Access denied",
    "revoked": "Access taken back", "connected": "Connected", "disconnected": "Disconnected", "closed": "Closed",
    "expired": "Expired", "reopened": "Opened again", "updated": "Changed", "assigned": "Assigned",
    "commented": "Commented", "accessRequested": "Access asked for", "invitationSent": "Invitation sent",
    "invitationFailed": "Invitation failed", "invitationQueued": "Invitation to be sent", "linkRotated": "New link",
    "feedbackGiven": "Feedback given", "linkPrefetched": "Link looked at by a program", "reminded": "Reminded"}


def since(moment: datetime, now: datetime) -> str:
    """For how long, in the largest whole unit."""
    seconds = max(0, int((now - moment).total_seconds()))
    for unit, length in (("d", 86400), ("h", 3600), ("min", 60)):
        if seconds >= length:
            return f"{seconds // length} {unit}"
    return "just now"


def local(moment: Optional[datetime]) -> str:
    """A time as this computer's clock shows it."""
    return moment.astimezone().strftime("%Y-%m-%d %H:%M") if moment else "–"


def assignee(request: Request) -> str:
    if not request.assignee:
        return "nobody"
    return request.assignee.id if request.assignee.type == "agent" else f"{request.assignee.type} {request.assignee.id}"


def line(request: Request, now: datetime) -> str:
    """One line about a session request, under its recipient's name."""
    state = f"{STATUSES.get(request.status, request.status)}, {since(request.status_since, now)}"
    return " · ".join(filter(None, (state, request.subject, request.assignee and assignee(request))))


def happened(event: Event) -> str:
    """What an event of a session request was."""
    name = event.type.partition(".")[2]
    who = event.actor.user or {"recipient": "the recipient", "clock": "the clock"}.get(event.actor.kind, "the service")
    return f"{EVENTS.get(name, name)}, by {who}"


def code(digits: str) -> str:
    """Nine digits in threes, to read aloud."""
    return " ".join(digits[at:at + 3] for at in range(0, len(digits), 3))
