"""What is going on between the person at this desktop and the desk: a value without I/O.

Each method is a fact in the past tense and returns what is to be done about it, in order. Consent is a person's alone:
it is there from the press on Allow until a press takes it back, or until the desk shows that the access ended; nothing
but a press brings it again.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Optional

from .language import N_


class Do(enum.Enum):
    """What is to be done."""

    REMEMBER_HOST = "remember the host"
    FOLLOW = "follow the link"
    SHARE = "learn the address, or start the screen server, and grant"
    RENEW = "look at the link, and grant again if it is still allowed"
    STOP_SHARING = "stop the screen server"
    DENY = "deny"
    REVOKE = "revoke"
    CANCEL = "cancel"
    LEAVE = "end this program"


class Phase(enum.Enum):
    """Where it is, as far as this program is concerned; the rest is the link's status."""

    UNKNOWN_HOST = "asking whether to talk to the host"
    LOADING = "waiting for the link"
    ASKING = "asking whether to allow"
    ALLOWING = "allowing"
    SHARING = "allowed"
    OVER = "closed or expired"
    FAILED = "the link is none"
    LEAVING = "ending"


@dataclass(frozen=True)
class Choice:
    """What the person allows."""

    scheme: str
    control: bool = True


class Session:
    def __init__(self, host_is_known: bool):
        self._phase = Phase.LOADING if host_is_known else Phase.UNKNOWN_HOST
        self._link: Optional[dict] = None
        self._choice: Optional[Choice] = None
        self._seen_allowed = False
        self._notice: Optional[str] = None
        self._is_lost = False
        self._said_no = False

    phase = property(lambda self: self._phase)
    link = property(lambda self: self._link)
    choice = property(lambda self: self._choice)
    #: A message about what went wrong, or changed, as it was marked or as it was spoken; None: nothing.
    notice = property(lambda self: self._notice)
    #: Whether the portal cannot be reached at the moment.
    is_lost = property(lambda self: self._is_lost)
    said_no = property(lambda self: self._said_no)

    @property
    def status(self) -> Optional[str]:
        return self._link["status"] if self._link else None

    @property
    def has_consent(self) -> bool:
        return self._phase in (Phase.ALLOWING, Phase.SHARING)

    def started(self) -> list[Do]:
        return [] if self._phase is Phase.UNKNOWN_HOST else [Do.FOLLOW]

    # What the person pressed

    def host_accepted(self) -> list[Do]:
        if self._phase is not Phase.UNKNOWN_HOST:
            return []
        self._phase = Phase.LOADING
        return [Do.REMEMBER_HOST, Do.FOLLOW]

    def allowed(self, choice: Choice) -> list[Do]:
        if self._phase is not Phase.ASKING:
            return []
        self._phase, self._choice, self._seen_allowed = Phase.ALLOWING, choice, False
        self._notice, self._said_no = None, False
        return [Do.SHARE]

    def denied(self) -> list[Do]:
        if self._phase is not Phase.ASKING:
            return []
        self._notice, self._said_no = None, True
        return [Do.DENY]

    def taken_back(self) -> list[Do]:
        # What was allowed on the page can be taken back here as well.
        if not self.has_consent and self.status not in ("ready", "connected"):
            return []
        self._withdraw(N_("The permission is taken back. Nobody can connect until you allow it again."))
        return [Do.STOP_SHARING, Do.REVOKE]

    def canceled(self) -> list[Do]:
        if self._phase is not Phase.ASKING:
            return []
        return [Do.CANCEL]

    def left(self) -> list[Do]:
        had_consent = self.has_consent
        self._phase = Phase.LEAVING
        return ([Do.STOP_SHARING, Do.REVOKE] if had_consent else []) + [Do.LEAVE]

    # What the portal told

    def link_arrived(self, link: dict) -> list[Do]:
        """The link as it is now, in the order in which it changed."""
        if self._phase is Phase.LEAVING:
            return []
        self._link, self._is_lost = link, False
        if link["status"] in ("closed", "expired"):
            had_consent = self.has_consent
            self._phase, self._choice = Phase.OVER, None
            return [Do.STOP_SHARING] if had_consent else []
        if link["status"] in ("ready", "connected"):
            self._seen_allowed = self._seen_allowed or self.has_consent
            if not self.has_consent:
                self._phase = Phase.ASKING
            return []
        if link.get("accessRequested"):
            self._said_no = False
        if self.has_consent and (self._phase is Phase.ALLOWING or not self._seen_allowed):
            # News from before our own call.
            return []
        if self.has_consent:
            self._withdraw(N_("The access has ended: it was taken back, or the connection was gone for too long."))
            # A renewal may have been on its way meanwhile, and nobody has agreed to that one.
            return [Do.STOP_SHARING, Do.REVOKE]
        self._phase = Phase.ASKING
        return []

    def granted(self) -> list[Do]:
        if self._phase is not Phase.ALLOWING:
            # Taken back while it was under way.
            return [Do.STOP_SHARING, Do.REVOKE]
        self._phase, self._is_lost = Phase.SHARING, False
        return []

    def renewal_came_due(self) -> list[Do]:
        return [Do.RENEW] if self._phase is Phase.SHARING else []

    def renewal_found(self, link: dict) -> list[Do]:
        """The link as it is right before a renewal; whoever asks renews it if consent is still there after this."""
        self._seen_allowed = self._seen_allowed or self._phase is Phase.SHARING
        return self.link_arrived(link)

    def lost(self) -> list[Do]:
        """The portal cannot be reached; what was allowed goes on until its lease is over."""
        self._is_lost = True
        return []

    def refused(self, message: str, is_final: bool = False) -> list[Do]:
        """A call was refused, or could not be made."""
        if self._phase is Phase.LEAVING:
            return []
        had_consent = self.has_consent
        self._notice = message
        self._said_no = False
        if is_final:
            self._phase, self._choice = Phase.FAILED, None
        elif had_consent:
            self._withdraw(message)
        return [Do.STOP_SHARING] if had_consent else []

    def sharing_broke(self, message: str) -> list[Do]:
        """The screen server has ended by itself."""
        if not self.has_consent:
            return []
        self._withdraw(message)
        return [Do.STOP_SHARING, Do.REVOKE]

    def revoking_failed(self) -> list[Do]:
        """The desk could not be told that the access is taken back."""
        if self._phase is not Phase.LEAVING:
            self._notice = N_("The desk cannot be told at the moment. The access ends by itself within a minute.")
            self._is_lost = True
        return []

    def _withdraw(self, notice: str) -> None:
        # What it was is not what it is: the desk is being told, and its news will say so.
        if self._link and self._link["status"] in ("ready", "connected"):
            self._link = {**self._link, "status": "waiting"}
        self._phase, self._choice, self._seen_allowed, self._notice = Phase.ASKING, None, False, notice
