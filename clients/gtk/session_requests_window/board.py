"""What the window knows of the desk, and which of it is to be seen. A value, without GTK and without I/O."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import datetime
from typing import Dict, Iterable, List, Optional, Tuple, Union

from session_request import SessionRequest, SessionRequestState, Status

Request = Union[SessionRequest, SessionRequestState]
OVER: Tuple[Status, ...] = ("closed", "expired")
# Who waits for an agent comes first.
URGENCY = {status: place for place, status in enumerate(("ready", "waiting", "connected", "open", "closed", "expired"))}
PRIORITIES = {priority: place for place, priority in enumerate(("urgent", "high", "normal", "low"))}


class View(enum.Enum):
    """The tabs: what is going on, what is still to come, what is over."""

    ACTIVE = "active"
    UPCOMING = "upcoming"
    PAST = "past"


class Whose(enum.Enum):
    """To whom session requests are assigned."""

    ANYBODY = "anybody"
    MINE = "mine"
    NOBODY = "nobody"
    QUEUE = "queue"


@dataclass(frozen=True)
class Filter:
    """Which session requests are to be seen: all that this says of them holds."""

    words: str = ""
    whose: Whose = Whose.ANYBODY
    queue: Optional[str] = None
    status: Optional[str] = None
    tag: Optional[str] = None

    @property
    def is_narrow(self) -> bool:
        """Whether it leaves out anything besides by words."""
        return self != Filter(self.words)

    def passes(self, request: Request, user: Optional[str]) -> bool:
        """Whether a session request is to be seen by this user."""
        assignee = request.assignee
        is_whose = {
            Whose.ANYBODY: True, Whose.NOBODY: assignee is None,
            Whose.MINE: assignee is not None and assignee.type == "agent" and assignee.id == user,
            Whose.QUEUE: assignee is not None and assignee.type == "queue" and assignee.id == self.queue,
        }[self.whose]
        return (is_whose and self.status in (None, request.status) and (self.tag is None or self.tag in request.tags)
                and matches(request, self.words))


def view_of(request: Request, now: datetime) -> View:
    """The tab that a session request is on."""
    if request.status in OVER:
        return View.PAST
    is_ahead = request.schedule is not None and request.schedule.starts_at > now
    return View.UPCOMING if request.status == "open" and is_ahead else View.ACTIVE


def matches(request: Request, words: str) -> bool:
    """Whether it has all the words, or the beginning of each."""
    recipient = request.recipient
    assignee = request.assignee.id if request.assignee else ""
    ticket = request.external_reference.id if request.external_reference else ""
    text = " ".join(filter(None, (
        str(request.id), recipient.name, recipient.email, recipient.phone, request.subject, request.comments, assignee,
        request.code, ticket, *request.tags))).casefold()
    return all(word in text for word in words.casefold().split())


class Board:
    """All session requests that were told, each as it was last."""

    def __init__(self) -> None:
        self._requests: Dict[int, Request] = {}

    def get(self, number: int) -> Optional[Request]:
        return self._requests.get(number)

    def began_anew(self, requests: Iterable[SessionRequest]) -> None:
        """A snapshot: what is going on is this, and nothing else. What was over stays so."""
        self._requests = {number: each for number, each in self._requests.items() if each.status in OVER}
        self.learned(requests)

    def learned(self, requests: Iterable[Request]) -> None:
        """These were read or told; what is known of them already may be newer."""
        for request in requests:
            known = self._requests.get(request.id)
            if known is None or known.revision < request.revision:
                self._requests[request.id] = request
            elif known.revision == request.revision and isinstance(request, SessionRequest):
                # The same, with what the caller may do.
                self._requests[request.id] = request

    def shown(self, view: View, wanted: Filter, user: Optional[str], now: datetime) -> List[Request]:
        """What a tab shows to a user, in its order."""
        found = [
            each for each in self._requests.values() if view_of(each, now) is view and wanted.passes(each, user)]
        if view is View.PAST:
            return sorted(found, key=lambda each: each.updated_at, reverse=True)
        if view is View.UPCOMING:
            return sorted(found, key=lambda each: each.schedule.starts_at if each.schedule else each.created_at)
        return sorted(
            found, key=lambda each: (URGENCY[each.status], PRIORITIES[each.priority], each.status_since, each.id))

    def count(self, status: str) -> int:
        return sum(1 for each in self._requests.values() if each.status == status)

    def tags(self) -> List[str]:
        """All tags, in alphabetical order."""
        return sorted({tag for each in self._requests.values() for tag in each.tags}, key=str.casefold)
