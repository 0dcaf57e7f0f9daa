"""What the window says of a session request."""

from __future__ import annotations

from datetime import datetime
from typing import Mapping, Optional

from session_request import Actor, Assignee, Delivery, Event, Target

from . import moments
from .board import Request, View, view_of
from .translation import _, isolated, left_to_right

STATUSES = {
    "open": _("Open"), "waiting": _("Waiting"), "ready": _("Ready"), "connected": _("Connected"), "closed": _("Closed"),
    "expired": _("Expired")}
VIEWS = {View.ACTIVE: _("Active"), View.UPCOMING: _("Upcoming"), View.PAST: _("Past")}
PRIORITIES = {"low": _("Low"), "normal": _("Normal"), "high": _("High"), "urgent": _("Urgent")}
REASONS = {
    "done": _("Done"), "canceled": _("Canceled"), "denied": _("Denied"), "duplicate": _("Duplicate"), "other": _("Other"),
    "canceledByRecipient": _("Canceled by the recipient")}
EVENTS = {
    "created": _("Created"), "opened": _("Link opened"), "granted": _("Access allowed"), "denied": _("Access denied"),
    "revoked": _("Access taken back"), "connected": _("Connected"), "disconnected": _("Disconnected"),
    "closed": _("Closed"), "expired": _("Expired"), "reopened": _("Opened again"), "updated": _("Changed"),
    "assigned": _("Assigned"), "commented": _("Commented"), "accessRequested": _("Access asked for"),
    "invitationSent": _("Invitation sent"), "invitationFailed": _("Invitation failed"),
    "invitationQueued": _("Invitation to be sent"), "linkRotated": _("New link"), "feedbackGiven": _("Rated"),
    "linkPrefetched": _("Link looked at by a program"), "reminded": _("Reminded")}
DELIVERIES = {"queued": _("Waits to be sent"), "sent": _("Sent"), "failed": _("Failed")}


def state(request: Request, user: Optional[str]) -> str:
    """What a session request waits for, in a sentence; and whose it is, if it is another agent's."""
    whose = request.assignee
    told = _progress(request)
    if request.status in ("waiting", "ready") and whose and whose.type == "agent" and user not in (None, whose.id):
        return " ".join((told, _("It is assigned to {agent} already.").format(agent=isolated(whose.id))))
    return told


def _progress(request: Request) -> str:
    name = isolated(request.recipient.name)
    if request.status == "waiting" and request.denials:
        return _("{name} has opened the link, and denied access.").format(name=name)
    if request.status == "connected" and request.connection:
        return _("{agent} is connected.").format(agent=isolated(actor(request.connection.agent)))
    return {
        "open": _("{name} has not opened the link yet."),
        "waiting": _("{name} has opened the link, and has not allowed access yet."),
        "ready": _("{name} allows access. You can connect."), "connected": _("An agent is connected."),
        "closed": _("This request is closed."), "expired": _("This request has expired."),
    }.get(request.status, request.status).format(name=name)


def assignee(given: Optional[Assignee], queues: Mapping[str, str]) -> str:
    """Whose it is; queues have names by their ids."""
    if given is None:
        return _("Nobody")
    if given.type == "queue":
        return assignee_queue(queues.get(given.id, given.id))
    return _("Client {name}").format(name=left_to_right(given.id)) if given.type == "client" else given.id


def assignee_queue(name: str) -> str:
    return _("Queue {name}").format(name=isolated(name))


def actor(who: Actor) -> str:
    return who.user or {"recipient": _("the recipient"), "clock": _("the clock")}.get(who.kind, _("the service"))


def target(where: Optional[Target]) -> Optional[str]:
    return left_to_right(f"{where.scheme} {where.address}") if where else None


def line(request: Request, queues: Mapping[str, str], now: datetime) -> str:
    """One line about a session request, under its recipient's name."""
    state = STATUSES.get(request.status, request.status)
    if request.schedule and view_of(request, now) is View.UPCOMING:
        when = moments.moment(request.schedule.starts_at, now)
    else:
        when = moments.since(request.status_since, now)
    urgent = PRIORITIES[request.priority] if request.priority in ("high", "urgent") else None
    who = assignee(request.assignee, queues) if request.assignee else None
    subject = isolated(request.subject) if request.subject else None
    return " · ".join(filter(None, (_("{status}, {when}").format(status=state, when=when), urgent, subject, who)))


def happened(event: Event) -> str:
    """What an event of a session request was."""
    name = event.type.partition(".")[2]
    return _("{event}, by {who}").format(event=EVENTS.get(name, name), who=isolated(actor(event.actor)))


def remark(event: Event, queues: Mapping[str, str]) -> Optional[str]:
    """What was said along with an event."""
    request = event.session_request
    if request is None:
        return None
    if event.type == "sessionRequest.closed" and request.closed:
        reason = REASONS.get(request.closed.reason, request.closed.reason)
        return f"{reason}: {request.closed.note}" if request.closed.note else reason
    if event.type == "sessionRequest.granted" and request.join:
        return target(request.join.target)
    if event.type == "sessionRequest.assigned":
        return assignee(request.assignee, queues)
    if event.type == "sessionRequest.feedbackGiven" and request.feedback:
        return " ".join(filter(None, ("★" * request.feedback.rating, request.feedback.comment)))
    if event.type == "sessionRequest.commented" and request.comments:
        return request.comments.rstrip().rpartition("\n")[2]
    return None


def delivery(given: Delivery, now: datetime) -> Optional[str]:
    """What became of an invitation; nothing if none was asked for."""
    told = DELIVERIES.get(given.state)
    if told is None:
        return None
    when = moments.moment(given.at, now) if given.at and given.state == "sent" else None
    return ", ".join(filter(None, (told, when, given.error)))


def code(digits: str) -> str:
    """Nine digits in threes, to read aloud."""
    return left_to_right(" ".join(digits[at:at + 3] for at in range(0, len(digits), 3)))
