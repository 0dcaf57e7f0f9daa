"""The life of one session that this window started: a value, told what happened, which answers what to do."""

from __future__ import annotations

import enum
from typing import Optional

from session_request import Event, SessionRequestState


class Next(enum.Enum):
    """What is to be done."""

    NOTHING = "nothing"
    CONNECT_AGAIN = "connectAgain"
    """The desk thinks that it has ended, and the program still runs."""
    ASK = "ask"
    """The program has ended, and the request is still ours: disconnect or close it?"""
    FORGET = "forget"
    """It is over."""


class Session:
    """From Connect to the note. The desk holds it connected by a lease, which a restart of the desk takes away."""

    def __init__(self, user: Optional[str]) -> None:
        self._user = user
        self._is_running = True
        self._is_connected = True
        self._is_over = False
        self._is_asked = False

    @property
    def is_running(self) -> bool:
        """Whether the program that connects has not ended yet."""
        return self._is_running

    @property
    def is_connected(self) -> bool:
        """Whether the desk counts us as connected, as far as we heard."""
        return self._is_connected

    def told(self, event: Event) -> Next:
        """Something happened to the request."""
        request = event.session_request
        if request is None or self._is_over:
            return Next.NOTHING
        if request.status in ("closed", "expired"):
            self._is_over = True
            return Next.FORGET
        was_connected, self._is_connected = self._is_connected, self._is_ours(request)
        is_lost = was_connected and request.status == "ready" and event.actor.kind == "service"
        if is_lost and (self._is_running or self._is_asked):
            return Next.CONNECT_AGAIN
        if not self._is_connected and not self._is_running:
            self._is_over = True
            return Next.FORGET
        return Next.NOTHING

    def connected_again(self) -> Next:
        """The desk took us back."""
        self._is_connected = True
        return Next.ASK if not self._is_running and not self._is_asked else Next.NOTHING

    def refused(self) -> Next:
        """The desk did not take us back: somebody else has it, or the recipient took the access back."""
        self._is_connected = False
        if self._is_running:
            return Next.NOTHING
        self._is_over = True
        return Next.FORGET

    def program_ended(self) -> Next:
        """The program that connects has ended."""
        self._is_running = False
        if self._is_over:
            return Next.NOTHING
        if not self._is_connected:
            self._is_over = True
            return Next.FORGET
        self._is_asked = True
        return Next.ASK

    def _is_ours(self, request: SessionRequestState) -> bool:
        return (request.status == "connected" and request.connection is not None
                and (self._user is None or request.connection.agent.user == self._user))
