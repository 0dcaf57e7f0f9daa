# Written by contrib/generate/python-client from schema/openrpc.json; `make generate` writes it anew.

"""What the service answers: frozen values, each with what it was read from in `raw`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, Mapping, Optional, Tuple, Union

from .reading import instant

Action = Literal[
    "update",
    "assign",
    "claim",
    "comment",
    "reschedule",
    "connect",
    "requestAccess",
    "disconnect",
    "close",
    "reopen",
    "resendInvitation",
    "rotateLink",
]
CloseReason = Literal["done", "canceled", "denied", "duplicate", "other"]
DeliveryKind = Literal["email", "sms", "webhook"]
ErrorReason = Literal[
    "parse_error",
    "invalid_request",
    "method_not_found",
    "invalid_params",
    "internal",
    "shutting_down",
    "too_large",
    "busy",
    "rate_limited",
    "permission_denied",
    "cursor_expired",
    "canceled",
    "storage_full",
    "unavailable",
    "not_found",
    "invalid_transition",
    "revision_conflict",
    "already_connected",
    "already_claimed",
    "idempotency_mismatch",
    "client_too_old",
    "connector_missing",
    "link_invalid",
    "link_expired",
]
EventType = Literal[
    "sessionRequest.created",
    "sessionRequest.opened",
    "sessionRequest.granted",
    "sessionRequest.denied",
    "sessionRequest.revoked",
    "sessionRequest.connected",
    "sessionRequest.disconnected",
    "sessionRequest.closed",
    "sessionRequest.expired",
    "sessionRequest.reopened",
    "sessionRequest.updated",
    "sessionRequest.assigned",
    "sessionRequest.commented",
    "sessionRequest.accessRequested",
    "sessionRequest.invitationSent",
    "sessionRequest.invitationFailed",
    "sessionRequest.invitationQueued",
    "sessionRequest.linkRotated",
    "sessionRequest.feedbackGiven",
    "sessionRequest.linkPrefetched",
    "sessionRequest.reminded",
    "queue.created",
    "queue.updated",
    "queue.deleted",
    "client.signedIn",
    "client.signedOut",
]
JoinMethodName = Literal["assist", "client", "manual"]
LinkAction = Literal["open", "grant", "deny", "revoke", "cancel", "feedback"]
Priority = Literal["low", "normal", "high", "urgent"]
Role = Literal["admin", "support_agent", "viewer", "gateway", "courier"]
Sort = Literal[
    "createdAt",
    "updatedAt",
    "expiresAt",
    "statusSince",
    "priority",
    "startsAt",
    "-createdAt",
    "-updatedAt",
    "-expiresAt",
    "-statusSince",
    "-priority",
    "-startsAt",
]
Status = Literal["open", "waiting", "ready", "connected", "closed", "expired"]
Strategy = Literal["manual", "roundRobin", "leastBusy"]
View = Literal["upcoming", "active", "past", "mine"]


@dataclass(frozen=True)
class Actor:
    """Who did it. `clock`: it came with time; `service`: the daemon itself (a lost lease, the close after too many
    denials). A member that is not known is absent.
    """

    kind: Literal["user", "recipient", "clock", "service"]
    """What kind of actor."""

    uid: Optional[int]
    """The Unix uid, as the kernel gave it."""

    user: Optional[str]
    """The Unix user's name, or the uid in digits if it has none."""

    pid: Optional[int]
    """The process id at the time of connecting."""

    program: Optional[str]
    """The program's name."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> Actor:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["kind"],
            raw.get("uid"),
            raw.get("user"),
            raw.get("pid"),
            raw.get("program"),
            raw,
        )


@dataclass(frozen=True)
class AgentListResult:
    """The answer of a method: `AgentListResult`."""

    agents: Tuple[AgentPresence, ...]

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> AgentListResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            tuple(AgentPresence.from_raw(item) for item in raw["agents"]),
            raw,
        )


@dataclass(frozen=True)
class AgentPresence:
    """An agent that is connected to the service."""

    uid: int
    """The agent's uid."""

    user: str
    """The uid in digits if it has no name."""

    signed_in: bool
    """At least one remote-desktop client is signed in for it."""

    clients: Tuple[ClientPresence, ...]
    """Its signed-in clients."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> AgentPresence:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["uid"],
            raw["user"],
            raw["signedIn"],
            tuple(ClientPresence.from_raw(item) for item in raw["clients"]),
            raw,
        )


@dataclass(frozen=True)
class Assignee:
    """Whose it is."""

    type: Literal["agent", "queue", "client"]

    id: str
    """The name of a Unix user."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> Assignee:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["type"],
            raw["id"],
            raw,
        )


@dataclass(frozen=True)
class Change:
    """One member's value before and after, null where it had none."""

    from_: Any
    """Before."""

    to: Any
    """After."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> Change:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["from"],
            raw["to"],
            raw,
        )


@dataclass(frozen=True)
class Client:
    """A remote-desktop client that signed in on this connection."""

    client_id: Optional[str]
    """Absent if it signed in without one."""

    name: str
    """The client's name, such as `anydesk`."""

    version: str
    """A program's version: numbers joined by dots, compared number by number. Any other text is taken, and is below
    every minimum.
    """

    features: Tuple[str, ...]
    """What the client says it can do."""

    supported: bool
    """Its version is not below the configured minimum; if false it may look, and its `connect` is `client_too_old`.
    """

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> Client:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw.get("clientId"),
            raw["name"],
            raw["version"],
            tuple(raw["features"]),
            raw["supported"],
            raw,
        )


@dataclass(frozen=True)
class ClientListResult:
    """The answer of a method: `ClientListResult`."""

    clients: Tuple[ClientPresence, ...]

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> ClientListResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            tuple(ClientPresence.from_raw(item) for item in raw["clients"]),
            raw,
        )


@dataclass(frozen=True)
class ClientPresence:
    """A remote-desktop client that is signed in, and whose it is."""

    client_id: Optional[str]
    """Absent if it signed in without one."""

    name: str
    """The client's name, such as `anydesk`."""

    version: str
    """A program's version: numbers joined by dots, compared number by number. Any other text is taken, and is below
    every minimum.
    """

    features: Tuple[str, ...]
    """What the client says it can do."""

    supported: bool
    """Its version is not below the configured minimum; if false it may look, and its `connect` is `client_too_old`.
    """

    uid: int
    """The agent's uid."""

    user: str
    """The uid in digits if it has no name."""

    since: datetime
    """RFC 3339 in UTC with exactly three digits of a second, as the service answers it."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> ClientPresence:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw.get("clientId"),
            raw["name"],
            raw["version"],
            tuple(raw["features"]),
            raw["supported"],
            raw["uid"],
            raw["user"],
            instant(raw["since"]),
            raw,
        )


@dataclass(frozen=True)
class ClientSignInResult:
    """The answer of a method: `ClientSignInResult`."""

    client: Client
    """A remote-desktop client that signed in on this connection."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> ClientSignInResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            Client.from_raw(raw["client"]),
            raw,
        )


@dataclass(frozen=True)
class ClientSignOutResult:
    """The answer of a method: `ClientSignOutResult`."""

    signed_out: bool
    """False if nothing was signed in and nothing released."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> ClientSignOutResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["signedOut"],
            raw,
        )


@dataclass(frozen=True)
class Closed:
    """How it ended. The note is absent if there is none, and for viewers."""

    reason: Literal["done", "canceled", "denied", "duplicate", "other", "canceledByRecipient"]
    """Why it is closed."""

    by: Actor
    """Who did it. `clock`: it came with time; `service`: the daemon itself (a lost lease, the close after too many
    denials). A member that is not known is absent.
    """

    at: datetime
    """RFC 3339 in UTC with exactly three digits of a second, as the service answers it."""

    note: Optional[str]
    """What the closer wrote."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> Closed:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["reason"],
            Actor.from_raw(raw["by"]),
            instant(raw["at"]),
            raw.get("note"),
            raw,
        )


@dataclass(frozen=True)
class Connection:
    """Who is connected."""

    agent: Actor
    """Who did it. `clock`: it came with time; `service`: the daemon itself (a lost lease, the close after too many
    denials). A member that is not known is absent.
    """

    since: datetime
    """RFC 3339 in UTC with exactly three digits of a second, as the service answers it."""

    leased: bool
    """It ends when the agent's socket connection ends."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> Connection:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            Actor.from_raw(raw["agent"]),
            instant(raw["since"]),
            raw["leased"],
            raw,
        )


@dataclass(frozen=True)
class DaemonHealthResult:
    """The answer of a method: `DaemonHealthResult`."""

    status: Literal["ok", "degraded"]
    """All in all."""

    checks: Tuple[HealthCheck, ...]

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> DaemonHealthResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["status"],
            tuple(HealthCheck.from_raw(item) for item in raw["checks"]),
            raw,
        )


@dataclass(frozen=True)
class DaemonInfoResult:
    """The answer of a method: `DaemonInfoResult`."""

    name: Literal["session-requestd"]
    """Always `session-requestd`."""

    version: str
    """The daemon's version."""

    protocol: ProtocolVersion
    """A client of the same major number works; a higher minor number only adds."""

    epoch: str
    """Made with the database; changes only when one is restored. The part of a cursor before the dot."""

    started_at: datetime
    """RFC 3339 in UTC with exactly three digits of a second, as the service answers it."""

    pid: int
    """The process id."""

    portal: str
    """Where links lead."""

    limits: Limits
    """The sizes that this daemon holds to."""

    connectors: Tuple[str, ...]
    """The schemes that have a connector."""

    features: Tuple[str, ...]

    delivery: DeliveryWays
    """What leaves the machine, as far as the configuration says how. Where nothing does, what is asked for stays
    queued, and the link is for the agent to send.
    """

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> DaemonInfoResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["name"],
            raw["version"],
            ProtocolVersion.from_raw(raw["protocol"]),
            raw["epoch"],
            instant(raw["startedAt"]),
            raw["pid"],
            raw["portal"],
            Limits.from_raw(raw["limits"]),
            tuple(raw["connectors"]),
            tuple(raw["features"]),
            DeliveryWays.from_raw(raw["delivery"]),
            raw,
        )


@dataclass(frozen=True)
class DaemonMetricsResult:
    """The answer of a method: `DaemonMetricsResult`."""

    open_metrics: str
    """OpenMetrics text."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> DaemonMetricsResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["openMetrics"],
            raw,
        )


@dataclass(frozen=True)
class Delivery:
    """How far one way of inviting has come."""

    state: Literal["notRequested", "queued", "sent", "failed"]
    """notRequested: nobody asked; queued: to be sent; sent: handed over; failed: given up."""

    at: Optional[datetime]
    """When it came into this state; absent if not requested."""

    attempts: int
    """How often it was tried."""

    error: Optional[str]
    """What the last failure was; absent unless the last attempt failed, and for viewers."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> Delivery:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["state"],
            instant(raw["at"]) if raw.get("at") is not None else None,
            raw["attempts"],
            raw.get("error"),
            raw,
        )


@dataclass(frozen=True)
class DeliveryAckResult:
    """The answer of a method: `DeliveryAckResult`."""

    acknowledged: bool
    """False if it is done with already, is another's, or is no longer there."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> DeliveryAckResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["acknowledged"],
            raw,
        )


@dataclass(frozen=True)
class DeliveryFailResult:
    """The answer of a method: `DeliveryFailResult`."""

    retry_at: Optional[datetime]
    """When the next attempt is due; null if it is given up."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> DeliveryFailResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            instant(raw["retryAt"]) if raw.get("retryAt") is not None else None,
            raw,
        )


@dataclass(frozen=True)
class DeliveryNextResult:
    """The answer of a method: `DeliveryNextResult`."""

    delivery: Optional[DueDelivery]
    """Null if nothing was due in time."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> DeliveryNextResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            DueDelivery.from_raw(raw["delivery"]) if raw.get("delivery") is not None else None,
            raw,
        )


@dataclass(frozen=True)
class DeliveryWays:
    """What leaves the machine, as far as the configuration says how. Where nothing does, what is asked for stays
    queued, and the link is for the agent to send.
    """

    email: bool
    """Whether mail is sent."""

    sms: bool
    """Whether text messages are sent."""

    webhooks: int
    """How many endpoints are told of events."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> DeliveryWays:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["email"],
            raw["sms"],
            raw["webhooks"],
            raw,
        )


@dataclass(frozen=True)
class DueDelivery:
    """One thing that must leave the machine. What it says is computed when it is taken, so that it has the link, the
    time and the address as they are then.
    """

    id: int
    """For `delivery.ack` and `delivery.fail`."""

    key: str
    """`epoch.id`: the same for each attempt, and of no other delivery, ever. A Message-ID or a webhook-id made of it
    lets who gets it twice tell.
    """

    kind: DeliveryKind
    """By what way something leaves the machine."""

    purpose: Literal["invitation", "linkRenewed", "rescheduled", "reminder", "canceled", "closed", "event"]
    """invitation: come, here is the link; linkRenewed: the link is another; rescheduled: the time is another, or there
    is none any more; reminder: it begins soon; canceled: it will not be; closed: it is over (mail alone); event:
    something happened (webhooks alone).
    """

    endpoint: Optional[str]
    """Only of webhooks: to whom."""

    attempt: int
    """Which attempt this is, from 1."""

    created_at: datetime
    """Since when it must leave."""

    lease_expires_at: datetime
    """Until when it is the caller's, unless its connection ends before."""

    organization: Optional[str]
    """Whose desk it is; absent if the configuration does not say."""

    agent_name: Optional[str]
    """Who helps; absent if nobody is known to."""

    language: Optional[str]
    """What the recipient reads: their own language, else that of the queue; absent if neither is known."""

    calendar_sequence: Optional[int]
    """Only of mail with a calendar entry: its SEQUENCE in iCalendar, which grows with each change of the time."""

    calendar_method: Optional[Literal["request", "cancel"]]
    """Only of mail with a calendar entry: whether the recipient's calendar takes it in or takes it out."""

    session_request: Optional[SessionRequestState]
    """With link and code, as it is now; of a webhook, as it was after the event, and null for `queue.*` and
    `client.*`. A webhook has null for link and code unless its endpoint is configured to have them.
    """

    event: Optional[Event]
    """Only of webhooks: what happened."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> DueDelivery:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["id"],
            raw["key"],
            raw["kind"],
            raw["purpose"],
            raw.get("endpoint"),
            raw["attempt"],
            instant(raw["createdAt"]),
            instant(raw["leaseExpiresAt"]),
            raw.get("organization"),
            raw.get("agentName"),
            raw.get("language"),
            raw.get("calendarSequence"),
            raw.get("calendarMethod"),
            SessionRequestState.from_raw(raw["sessionRequest"]) if raw.get("sessionRequest") is not None else None,
            Event.from_raw(raw["event"]) if raw.get("event") is not None else None,
            raw,
        )


@dataclass(frozen=True)
class Event:
    """One entry of the log. The cursors are the order of the world."""

    cursor: str
    """A place in the stream of events: `epoch.seq`. Opaque: compare for equality only, and keep it as it is."""

    type: EventType
    """What happened, in the past tense."""

    at: datetime
    """When it happened; for what happened at a known time (expiry), that time and not the time of noticing."""

    actor: Actor
    """Who did it. `clock`: it came with time; `service`: the daemon itself (a lost lease, the close after too many
    denials). A member that is not known is absent.
    """

    session_request: Optional[SessionRequestState]
    """As it was then; null for `queue.*` and `client.*`."""

    changes: Mapping[str, Change]
    """The top-level members that changed, by name; empty for `created` and where nothing but the event itself is new.
    `revision`, `statusSince` and `updatedAt`, which every change moves, are never in it; viewers see only what they
    may read.
    """

    queue: Optional[Queue]
    """Only in `queue.*`: the queue as it was then (for `queue.deleted`, as it was last)."""

    client: Optional[ClientPresence]
    """Only in `client.*`."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> Event:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["cursor"],
            raw["type"],
            instant(raw["at"]),
            Actor.from_raw(raw["actor"]),
            SessionRequestState.from_raw(raw["sessionRequest"]) if raw.get("sessionRequest") is not None else None,
            {name: Change.from_raw(item) for name, item in raw["changes"].items()},
            Queue.from_raw(raw["queue"]) if raw.get("queue") is not None else None,
            ClientPresence.from_raw(raw["client"]) if raw.get("client") is not None else None,
            raw,
        )


@dataclass(frozen=True)
class EventsPollResult:
    """The answer of a method: `EventsPollResult`."""

    events: Tuple[Event, ...]

    cursor: str
    """Where to go on; it moves past events that the filter held back."""

    more: bool
    """There is more behind the cursor already."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> EventsPollResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            tuple(Event.from_raw(item) for item in raw["events"]),
            raw["cursor"],
            raw["more"],
            raw,
        )


@dataclass(frozen=True)
class EventsSubscribeResult:
    """The answer of a method: `EventsSubscribeResult`."""

    subscription: str
    """Names the subscription on this connection."""

    cursor: str
    """The place in the log at which the snapshot was cut and the stream begins."""

    snapshot: Optional[Tuple[SessionRequest, ...]]
    """Only if asked for."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> EventsSubscribeResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["subscription"],
            raw["cursor"],
            tuple(SessionRequest.from_raw(item) for item in raw["snapshot"]) if raw.get("snapshot") is not None else None,
            raw,
        )


@dataclass(frozen=True)
class EventsUnsubscribeResult:
    """The answer of a method: `EventsUnsubscribeResult`."""

    unsubscribed: bool
    """False if this connection has no such subscription."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> EventsUnsubscribeResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["unsubscribed"],
            raw,
        )


@dataclass(frozen=True)
class ExternalReference:
    """The same case in another system. `url` is absent if there is none."""

    system: str
    """The other system's name, such as `salesforce`."""

    id: str
    """Its own name for the case."""

    url: Optional[str]
    """An http or https address."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> ExternalReference:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["system"],
            raw["id"],
            raw.get("url"),
            raw,
        )


@dataclass(frozen=True)
class Feedback:
    """What the recipient thought of it. The comment is absent if there is none, and for viewers."""

    rating: int
    """1 (bad) to 5 (good)."""

    comment: Optional[str]
    """What the recipient wrote, 4096 characters at most."""

    at: datetime
    """RFC 3339 in UTC with exactly three digits of a second, as the service answers it."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> Feedback:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["rating"],
            raw.get("comment"),
            instant(raw["at"]),
            raw,
        )


@dataclass(frozen=True)
class HealthCheck:
    """One thing that was looked at."""

    name: str

    status: Literal["ok", "degraded"]
    """Whether it is well."""

    message: Optional[str]
    """What is wrong and the way out; absent if it is well."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> HealthCheck:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["name"],
            raw["status"],
            raw.get("message"),
            raw,
        )


@dataclass(frozen=True)
class Identity:
    """Who the kernel says that the caller is."""

    uid: int
    """The Unix uid."""

    user: str
    """The uid in digits if it has no name."""

    groups: Tuple[str, ...]

    roles: Tuple[Role, ...]

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> Identity:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["uid"],
            raw["user"],
            tuple(raw["groups"]),
            tuple(raw["roles"]),
            raw,
        )


@dataclass(frozen=True)
class Invitation:
    """The invitations that leave the machine. What is asked for stays queued until somebody sends it; `daemon.info`
    says in `delivery` whether anybody does.
    """

    email: Delivery
    """How far one way of inviting has come."""

    sms: Delivery
    """How far one way of inviting has come."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> Invitation:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            Delivery.from_raw(raw["email"]),
            Delivery.from_raw(raw["sms"]),
            raw,
        )


@dataclass(frozen=True)
class Join:
    """How the recipient joined and what it allowed. A client that is not known is absent; viewers get no `target`.
    """

    method: JoinMethodName
    """How the recipient joins: assist (a small client fetched for this session), client (an installed one), manual
    (the person types or says the address).
    """

    client: Optional[RemoteClient]
    """The recipient's remote-desktop client; what is not known is absent."""

    target: Optional[Target]
    """Where the agent connects to. The address matches its scheme's grammar, never begins with `-`, and holds no
    blank.
    """

    granted_at: datetime
    """RFC 3339 in UTC with exactly three digits of a second, as the service answers it."""

    permissions: Tuple[str, ...]
    """What the recipient allows."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> Join:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["method"],
            RemoteClient.from_raw(raw["client"]) if raw.get("client") is not None else None,
            Target.from_raw(raw["target"]) if raw.get("target") is not None else None,
            instant(raw["grantedAt"]),
            tuple(raw["permissions"]),
            raw,
        )


@dataclass(frozen=True)
class JoinMethod:
    """One way to join that the page may offer."""

    method: JoinMethodName
    """How the recipient joins: assist (a small client fetched for this session), client (an installed one), manual
    (the person types or says the address).
    """

    scheme: str
    """How a target is reached: `anydesk`, `rustdesk`, `vnc`, `rdp`, `ssh`, or one that is configured."""

    pattern: str
    """Regular expression (ECMA 262) of the addresses that the scheme takes."""

    minimum_version: Optional[str]
    """The oldest client that may join; null if any may."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> JoinMethod:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["method"],
            raw["scheme"],
            raw["pattern"],
            raw["minimumVersion"],
            raw,
        )


@dataclass(frozen=True)
class Launch:
    """How to start the agent's remote-desktop client: by an argument list, never by a shell line, or by an address for
    the desktop's handler.
    """

    argv: Tuple[str, ...]
    """The program and its arguments."""

    uri: Optional[str]
    """Null if the connector has none."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> Launch:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            tuple(raw["argv"]),
            raw["uri"],
            raw,
        )


@dataclass(frozen=True)
class Limits:
    """The sizes that this daemon holds to."""

    line_bytes: int
    """At most this many bytes in one line, its newline included; a longer one is answered with `too_large` and the
    connection closes.
    """

    depth: int
    """At most this many containers inside one another in one message."""

    id_bytes: int
    """At most this many bytes of a request's id as it is written."""

    connections: int
    """At most this many connections at once, of everybody (configurable)."""

    connections_per_user: int
    """At most this many connections at once of one uid (configurable)."""

    subscriptions_per_connection: int
    """At most this many subscriptions on one connection (configurable)."""

    watches_per_connection: int
    """At most this many links watched on one connection (configurable)."""

    in_flight_per_connection: int
    """At most this many requests of one connection that are not answered yet; past it the daemon stops reading, it
    does not refuse (configurable).
    """

    page_items: int
    """At most this many items on one page of a list, a history or a poll."""

    timeout_seconds: int
    """At most this many seconds that a blocking call may ask for."""

    snapshot_requests: int
    """At most this many session requests in a snapshot."""

    bulk_operations: int
    """At most this many operations in one `sessionRequest.bulk`."""

    batch_messages: int
    """At most this many messages in one batch."""

    name: int
    """At most this many characters of a name."""

    subject: int
    """At most this many characters of a subject."""

    email: int
    """At most this many characters of an e-mail address."""

    phone: int
    """At most this many characters of a telephone number."""

    comments: int
    """At most this many characters of the comments, what was appended included."""

    tag: int
    """At most this many characters of a tag."""

    tags: int
    """At most this many tags of a session request."""

    custom_fields: int
    """At most this many custom fields of a session request."""

    custom_name: int
    """At most this many characters of a custom field's name."""

    custom_value: int
    """At most this many characters of a custom field's value."""

    filter_entries: int
    """At most this many entries of one list in a filter."""

    note: int
    """At most this many characters of the note of a disconnect or a close, and of the comment in a feedback."""

    external_reference: int
    """At most this many characters of the system, and of the id, of an external reference."""

    url: int
    """At most this many characters of a URL."""

    address: int
    """At most this many characters of a target's address."""

    features: int
    """At most this many features of a client, and permissions of a grant."""

    queues: int
    """At most this many queues."""

    query: int
    """At most this many characters of a full-text query."""

    idempotency_key: int
    """At most this many characters of an idempotency key."""

    queue_members: int
    """At most this many users, and groups, that a queue may name."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> Limits:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["lineBytes"],
            raw["depth"],
            raw["idBytes"],
            raw["connections"],
            raw["connectionsPerUser"],
            raw["subscriptionsPerConnection"],
            raw["watchesPerConnection"],
            raw["inFlightPerConnection"],
            raw["pageItems"],
            raw["timeoutSeconds"],
            raw["snapshotRequests"],
            raw["bulkOperations"],
            raw["batchMessages"],
            raw["name"],
            raw["subject"],
            raw["email"],
            raw["phone"],
            raw["comments"],
            raw["tag"],
            raw["tags"],
            raw["customFields"],
            raw["customName"],
            raw["customValue"],
            raw["filterEntries"],
            raw["note"],
            raw["externalReference"],
            raw["url"],
            raw["address"],
            raw["features"],
            raw["queues"],
            raw["query"],
            raw["idempotencyKey"],
            raw["queueMembers"],
            raw,
        )


@dataclass(frozen=True)
class Link:
    """A session request as its recipient may see it: never the comments."""

    status: Status
    """open: created, the recipient has not come; waiting: the recipient has opened the link; ready: the recipient has
    allowed access; connected: an agent is connected; closed and expired: over.
    """

    organization: Optional[str]
    """Null if not configured."""

    agent_name: Optional[str]
    """Who helps: the agent whose it is, else the one who created it; null if neither is known."""

    recipient_name: str
    """What the person is called, 1 to 128 characters on one line."""

    subject: Optional[str]
    """Null if not said."""

    language: Optional[str]
    """The recipient's, else the queue's default; null: none."""

    schedule: Optional[Schedule]
    """Null: whenever."""

    expires_at: datetime
    """RFC 3339 in UTC with exactly three digits of a second, as the service answers it."""

    queue_position: Optional[int]
    """Its place in its queue; null if it is in none."""

    allowed_actions: Tuple[LinkAction, ...]
    """What the recipient may do now."""

    access_requested: bool
    """The agent has asked for access and the recipient has not answered yet."""

    feedback: Optional[Feedback]
    """Null if none was given."""

    join_methods: Tuple[JoinMethod, ...]
    """The ways to join, best first."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> Link:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["status"],
            raw["organization"],
            raw["agentName"],
            raw["recipientName"],
            raw["subject"],
            raw["language"],
            Schedule.from_raw(raw["schedule"]) if raw.get("schedule") is not None else None,
            instant(raw["expiresAt"]),
            raw["queuePosition"],
            tuple(raw["allowedActions"]),
            raw["accessRequested"],
            Feedback.from_raw(raw["feedback"]) if raw.get("feedback") is not None else None,
            tuple(JoinMethod.from_raw(item) for item in raw["joinMethods"]),
            raw,
        )


@dataclass(frozen=True)
class LinkCancelResult:
    """The answer of a method: `LinkCancelResult`."""

    link: Link
    """A session request as its recipient may see it: never the comments."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> LinkCancelResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            Link.from_raw(raw["link"]),
            raw,
        )


@dataclass(frozen=True)
class LinkDenyResult:
    """The answer of a method: `LinkDenyResult`."""

    link: Link
    """A session request as its recipient may see it: never the comments."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> LinkDenyResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            Link.from_raw(raw["link"]),
            raw,
        )


@dataclass(frozen=True)
class LinkFeedbackResult:
    """The answer of a method: `LinkFeedbackResult`."""

    link: Link
    """A session request as its recipient may see it: never the comments."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> LinkFeedbackResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            Link.from_raw(raw["link"]),
            raw,
        )


@dataclass(frozen=True)
class LinkGrantResult:
    """The answer of a method: `LinkGrantResult`."""

    link: Link
    """A session request as its recipient may see it: never the comments."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> LinkGrantResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            Link.from_raw(raw["link"]),
            raw,
        )


@dataclass(frozen=True)
class LinkOpenResult:
    """The answer of a method: `LinkOpenResult`."""

    link: Link
    """A session request as its recipient may see it: never the comments."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> LinkOpenResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            Link.from_raw(raw["link"]),
            raw,
        )


@dataclass(frozen=True)
class LinkRequestResult:
    """The answer of a method: `LinkRequestResult`."""

    link: Link
    """A session request as its recipient may see it: never the comments."""

    token: Optional[str]
    """Null for a dry run."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> LinkRequestResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            Link.from_raw(raw["link"]),
            raw["token"],
            raw,
        )


@dataclass(frozen=True)
class LinkResolveResult:
    """The answer of a method: `LinkResolveResult`."""

    link: Link
    """A session request as its recipient may see it: never the comments."""

    token: Optional[str]
    """Only if asked by code."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> LinkResolveResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            Link.from_raw(raw["link"]),
            raw.get("token"),
            raw,
        )


@dataclass(frozen=True)
class LinkRevokeResult:
    """The answer of a method: `LinkRevokeResult`."""

    link: Link
    """A session request as its recipient may see it: never the comments."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> LinkRevokeResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            Link.from_raw(raw["link"]),
            raw,
        )


@dataclass(frozen=True)
class LinkUnwatchResult:
    """The answer of a method: `LinkUnwatchResult`."""

    unwatched: bool
    """False if this connection has no such watch."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> LinkUnwatchResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["unwatched"],
            raw,
        )


@dataclass(frozen=True)
class LinkWatchResult:
    """The answer of a method: `LinkWatchResult`."""

    subscription: str
    """Names the watch on this connection."""

    link: Link
    """A session request as its recipient may see it: never the comments."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> LinkWatchResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["subscription"],
            Link.from_raw(raw["link"]),
            raw,
        )


@dataclass(frozen=True)
class OperationResult:
    """The result of an operation, as of its method: `target` and `launch` come with `sessionRequest.connect` only.
    """

    session_request: Union[SessionRequest, SessionRequestDraft]

    target: Optional[Target]
    """Where the agent connects to. The address matches its scheme's grammar, never begins with `-`, and holds no
    blank.
    """

    launch: Optional[Launch]
    """How to start the agent's remote-desktop client: by an argument list, never by a shell line, or by an address for
    the desktop's handler.
    """

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> OperationResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            (SessionRequestDraft if raw["sessionRequest"]["id"] is None else SessionRequest).from_raw(raw["sessionRequest"]),
            Target.from_raw(raw["target"]) if raw.get("target") is not None else None,
            Launch.from_raw(raw["launch"]) if raw.get("launch") is not None else None,
            raw,
        )


@dataclass(frozen=True)
class Peer:
    """Who the kernel says that the caller is."""

    uid: int
    """The Unix uid."""

    user: str
    """The uid in digits if it has no name."""

    roles: Tuple[Role, ...]

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> Peer:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["uid"],
            raw["user"],
            tuple(raw["roles"]),
            raw,
        )


@dataclass(frozen=True)
class ProtocolVersion:
    """A client of the same major number works; a higher minor number only adds."""

    major: int
    """Changes when something is taken away."""

    minor: int
    """Changes when something is added."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> ProtocolVersion:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["major"],
            raw["minor"],
            raw,
        )


@dataclass(frozen=True)
class Queue:
    """A queue: requests that any of its members may take."""

    id: str
    """A slug, chosen when the queue is made, never changed."""

    name: str
    """What it is called, 1 to 128 characters."""

    description: str
    """What it is for; 4096 characters at most."""

    members: QueueMembers
    """Who serves the queue: these users, and whoever is in one of these Unix groups."""

    default_expiry_seconds: Optional[int]
    """Null: the policy's."""

    default_language: Optional[str]
    """Null: none."""

    public_page: bool
    """Recipients may ask for help through it by themselves (`link.request`)."""

    strategy: Strategy
    """How a new request of the queue finds its agent. This release keeps the choice and leaves every request to
    `queue.next` and `claim`.
    """

    fallback: Optional[str]
    """The queue that takes over when nobody of this one is signed in; null: none. Kept, not yet acted on."""

    created_at: datetime
    """RFC 3339 in UTC with exactly three digits of a second, as the service answers it."""

    updated_at: datetime
    """RFC 3339 in UTC with exactly three digits of a second, as the service answers it."""

    revision: int
    """Goes up by one with every change of the thing it belongs to, from 1."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> Queue:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["id"],
            raw["name"],
            raw["description"],
            QueueMembers.from_raw(raw["members"]),
            raw["defaultExpirySeconds"],
            raw["defaultLanguage"],
            raw["publicPage"],
            raw["strategy"],
            raw["fallback"],
            instant(raw["createdAt"]),
            instant(raw["updatedAt"]),
            raw["revision"],
            raw,
        )


@dataclass(frozen=True)
class QueueCreateResult:
    """The answer of a method: `QueueCreateResult`."""

    queue: Queue
    """A queue: requests that any of its members may take."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> QueueCreateResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            Queue.from_raw(raw["queue"]),
            raw,
        )


@dataclass(frozen=True)
class QueueDeleteResult:
    """The answer of a method: `QueueDeleteResult`."""

    deleted: Literal[True]
    """Always true."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> QueueDeleteResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["deleted"],
            raw,
        )


@dataclass(frozen=True)
class QueueGetResult:
    """The answer of a method: `QueueGetResult`."""

    queue: Queue
    """A queue: requests that any of its members may take."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> QueueGetResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            Queue.from_raw(raw["queue"]),
            raw,
        )


@dataclass(frozen=True)
class QueueListResult:
    """The answer of a method: `QueueListResult`."""

    queues: Tuple[Queue, ...]

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> QueueListResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            tuple(Queue.from_raw(item) for item in raw["queues"]),
            raw,
        )


@dataclass(frozen=True)
class QueueMembers:
    """Who serves the queue: these users, and whoever is in one of these Unix groups."""

    users: Tuple[str, ...]
    """256 at most."""

    groups: Tuple[str, ...]
    """256 at most."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> QueueMembers:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            tuple(raw["users"]),
            tuple(raw["groups"]),
            raw,
        )


@dataclass(frozen=True)
class QueueNextResult:
    """The answer of a method: `QueueNextResult`."""

    session_request: Optional[SessionRequest]
    """Null if there is none to take."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> QueueNextResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            SessionRequest.from_raw(raw["sessionRequest"]) if raw.get("sessionRequest") is not None else None,
            raw,
        )


@dataclass(frozen=True)
class QueueUpdateResult:
    """The answer of a method: `QueueUpdateResult`."""

    queue: Queue
    """A queue: requests that any of its members may take."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> QueueUpdateResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            Queue.from_raw(raw["queue"]),
            raw,
        )


@dataclass(frozen=True)
class Recipient:
    """The person who needs help. What is not known is absent; viewers get neither `email` nor `phone`."""

    name: str
    """What the person is called, 1 to 128 characters on one line."""

    email: Optional[str]
    """An e-mail address, 254 characters at most."""

    phone: Optional[str]
    """A telephone number, 32 characters at most: digits, at least one, spaces and + - ( ) . / x."""

    language: Optional[str]
    """A language tag (BCP 47), such as `pt-BR`; only its characters are checked."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> Recipient:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["name"],
            raw.get("email"),
            raw.get("phone"),
            raw.get("language"),
            raw,
        )


@dataclass(frozen=True)
class RemoteClient:
    """The recipient's remote-desktop client; what is not known is absent."""

    name: str
    """Its name, such as `anydesk`."""

    version: Optional[str]
    """A program's version: numbers joined by dots, compared number by number. Any other text is taken, and is below
    every minimum.
    """

    platform: Optional[str]
    """Its platform, such as `windows`."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> RemoteClient:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["name"],
            raw.get("version"),
            raw.get("platform"),
            raw,
        )


@dataclass(frozen=True)
class RpcCancelResult:
    """The answer of a method: `RpcCancelResult`."""

    canceled: bool
    """False if no call with this id was waiting."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> RpcCancelResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["canceled"],
            raw,
        )


@dataclass(frozen=True)
class RpcHelloResult:
    """The answer of a method: `RpcHelloResult`."""

    server: Literal["session-requestd"]
    """Always `session-requestd`."""

    version: str
    """The daemon's version."""

    api: ProtocolVersion
    """A client of the same major number works; a higher minor number only adds."""

    features: Tuple[str, ...]

    epoch: str
    """The part of a cursor before the dot."""

    limits: Limits
    """The sizes that this daemon holds to."""

    peer: Peer
    """Who the kernel says that the caller is."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> RpcHelloResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["server"],
            raw["version"],
            ProtocolVersion.from_raw(raw["api"]),
            tuple(raw["features"]),
            raw["epoch"],
            Limits.from_raw(raw["limits"]),
            Peer.from_raw(raw["peer"]),
            raw,
        )


@dataclass(frozen=True)
class RpcPingResult:
    """The answer of a method: `RpcPingResult`."""

    pong: Literal[True]
    """Always true."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> RpcPingResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["pong"],
            raw,
        )


@dataclass(frozen=True)
class Schedule:
    """When the session shall take place."""

    starts_at: datetime
    """RFC 3339 in UTC with exactly three digits of a second, as the service answers it."""

    ends_at: Optional[datetime]
    """Absent if it has no end."""

    time_zone: str
    """An IANA time zone name, in which the times are shown to people; one that the time zone database does not know is
    `invalid_params`.
    """

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> Schedule:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            instant(raw["startsAt"]),
            instant(raw["endsAt"]) if raw.get("endsAt") is not None else None,
            raw["timeZone"],
            raw,
        )


@dataclass(frozen=True)
class SessionRequest:
    """A session request as this caller may read it. Every member of its own is there, null if it has no value; inside
    its parts what has no value is absent. Viewers get it without `link`, `code`, `comments`, `customFields`,
    contact data and target.
    """

    id: int
    """The number of a session request. Never reused."""

    revision: int
    """Goes up by one with every change of the thing it belongs to, from 1."""

    status: Status
    """open: created, the recipient has not come; waiting: the recipient has opened the link; ready: the recipient has
    allowed access; connected: an agent is connected; closed and expired: over.
    """

    status_since: datetime
    """Since when it has this status."""

    subject: Optional[str]
    """Null if not said."""

    recipient: Recipient
    """The person who needs help. What is not known is absent; viewers get neither `email` nor `phone`."""

    comments: Optional[str]
    """Null if there are none; absent for viewers."""

    assignee: Optional[Assignee]
    """Null: unassigned."""

    created_by: Actor
    """Who did it. `clock`: it came with time; `service`: the daemon itself (a lost lease, the close after too many
    denials). A member that is not known is absent.
    """

    created_at: datetime
    """RFC 3339 in UTC with exactly three digits of a second, as the service answers it."""

    updated_at: datetime
    """RFC 3339 in UTC with exactly three digits of a second, as the service answers it."""

    schedule: Optional[Schedule]
    """Null: whenever."""

    expires_at: datetime
    """When it expires, to the millisecond, unless it is connected then."""

    link: Optional[str]
    """What the recipient opens. Null in a dry run; absent for viewers."""

    code: Optional[str]
    """Nine digits to read aloud instead of the link. Null when closed or expired, and in a dry run; absent for
    viewers.
    """

    invitation: Invitation
    """The invitations that leave the machine. What is asked for stays queued until somebody sends it; `daemon.info`
    says in `delivery` whether anybody does.
    """

    join: Optional[Join]
    """Null unless the recipient allows access (ready, connected) or did so when it ended."""

    connection: Optional[Connection]
    """Null unless connected."""

    closed: Optional[Closed]
    """Null unless closed."""

    denials: int
    """How often the recipient has said no since it was created or reopened."""

    queue_position: Optional[int]
    """Its place, from 1, among the requests of its queue whose recipients are there (waiting or ready), in the order
    in which `queue.next` takes them; null for any other request, and in events.
    """

    priority: Priority
    """Lists and `queue.next` order it low, normal, high, urgent."""

    tags: Tuple[str, ...]
    """32 at most, each once."""

    external_reference: Optional[ExternalReference]
    """Null if there is none."""

    custom_fields: Optional[Mapping[str, str]]
    """Absent for viewers."""

    feedback: Optional[Feedback]
    """Null if none was given."""

    allowed_actions: Tuple[Action, ...]
    """What this caller may do with it now."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> SessionRequest:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["id"],
            raw["revision"],
            raw["status"],
            instant(raw["statusSince"]),
            raw["subject"],
            Recipient.from_raw(raw["recipient"]),
            raw.get("comments"),
            Assignee.from_raw(raw["assignee"]) if raw.get("assignee") is not None else None,
            Actor.from_raw(raw["createdBy"]),
            instant(raw["createdAt"]),
            instant(raw["updatedAt"]),
            Schedule.from_raw(raw["schedule"]) if raw.get("schedule") is not None else None,
            instant(raw["expiresAt"]),
            raw.get("link"),
            raw.get("code"),
            Invitation.from_raw(raw["invitation"]),
            Join.from_raw(raw["join"]) if raw.get("join") is not None else None,
            Connection.from_raw(raw["connection"]) if raw.get("connection") is not None else None,
            Closed.from_raw(raw["closed"]) if raw.get("closed") is not None else None,
            raw["denials"],
            raw.get("queuePosition"),
            raw["priority"],
            tuple(raw["tags"]),
            ExternalReference.from_raw(raw["externalReference"]) if raw.get("externalReference") is not None else None,
            raw.get("customFields"),
            Feedback.from_raw(raw["feedback"]) if raw.get("feedback") is not None else None,
            tuple(raw["allowedActions"]),
            raw,
        )


@dataclass(frozen=True)
class SessionRequestAssignResult:
    """The answer of a method: `SessionRequestAssignResult`."""

    session_request: SessionRequest
    """A session request as this caller may read it. Every member of its own is there, null if it has no value; inside
    its parts what has no value is absent. Viewers get it without `link`, `code`, `comments`, `customFields`,
    contact data and target.
    """

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> SessionRequestAssignResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            SessionRequest.from_raw(raw["sessionRequest"]),
            raw,
        )


@dataclass(frozen=True)
class SessionRequestBulkResult:
    """The answer of a method: `SessionRequestBulkResult`."""

    results: Tuple[OperationResult, ...]

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> SessionRequestBulkResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            tuple(OperationResult.from_raw(item) for item in raw["results"]),
            raw,
        )


@dataclass(frozen=True)
class SessionRequestClaimResult:
    """The answer of a method: `SessionRequestClaimResult`."""

    session_request: SessionRequest
    """A session request as this caller may read it. Every member of its own is there, null if it has no value; inside
    its parts what has no value is absent. Viewers get it without `link`, `code`, `comments`, `customFields`,
    contact data and target.
    """

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> SessionRequestClaimResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            SessionRequest.from_raw(raw["sessionRequest"]),
            raw,
        )


@dataclass(frozen=True)
class SessionRequestCloseResult:
    """The answer of a method: `SessionRequestCloseResult`."""

    session_request: SessionRequest
    """A session request as this caller may read it. Every member of its own is there, null if it has no value; inside
    its parts what has no value is absent. Viewers get it without `link`, `code`, `comments`, `customFields`,
    contact data and target.
    """

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> SessionRequestCloseResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            SessionRequest.from_raw(raw["sessionRequest"]),
            raw,
        )


@dataclass(frozen=True)
class SessionRequestCommentResult:
    """The answer of a method: `SessionRequestCommentResult`."""

    session_request: SessionRequest
    """A session request as this caller may read it. Every member of its own is there, null if it has no value; inside
    its parts what has no value is absent. Viewers get it without `link`, `code`, `comments`, `customFields`,
    contact data and target.
    """

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> SessionRequestCommentResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            SessionRequest.from_raw(raw["sessionRequest"]),
            raw,
        )


@dataclass(frozen=True)
class SessionRequestConnectResult:
    """The answer of a method: `SessionRequestConnectResult`."""

    session_request: SessionRequest
    """A session request as this caller may read it. Every member of its own is there, null if it has no value; inside
    its parts what has no value is absent. Viewers get it without `link`, `code`, `comments`, `customFields`,
    contact data and target.
    """

    target: Target
    """Where the agent connects to. The address matches its scheme's grammar, never begins with `-`, and holds no
    blank.
    """

    launch: Launch
    """How to start the agent's remote-desktop client: by an argument list, never by a shell line, or by an address for
    the desktop's handler.
    """

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> SessionRequestConnectResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            SessionRequest.from_raw(raw["sessionRequest"]),
            Target.from_raw(raw["target"]),
            Launch.from_raw(raw["launch"]),
            raw,
        )


@dataclass(frozen=True)
class SessionRequestCreateResult:
    """The answer of a method: `SessionRequestCreateResult`."""

    session_request: Union[SessionRequest, SessionRequestDraft]
    """The session request; a draft if `dryRun` was true."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> SessionRequestCreateResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            (SessionRequestDraft if raw["sessionRequest"]["id"] is None else SessionRequest).from_raw(raw["sessionRequest"]),
            raw,
        )


@dataclass(frozen=True)
class SessionRequestDisconnectResult:
    """The answer of a method: `SessionRequestDisconnectResult`."""

    session_request: SessionRequest
    """A session request as this caller may read it. Every member of its own is there, null if it has no value; inside
    its parts what has no value is absent. Viewers get it without `link`, `code`, `comments`, `customFields`,
    contact data and target.
    """

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> SessionRequestDisconnectResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            SessionRequest.from_raw(raw["sessionRequest"]),
            raw,
        )


@dataclass(frozen=True)
class SessionRequestDraft:
    """What a dry run would have made."""

    id: None
    """Null: nothing was made."""

    revision: int
    """Goes up by one with every change of the thing it belongs to, from 1."""

    status: Status
    """open: created, the recipient has not come; waiting: the recipient has opened the link; ready: the recipient has
    allowed access; connected: an agent is connected; closed and expired: over.
    """

    status_since: datetime
    """Since when it has this status."""

    subject: Optional[str]
    """Null if not said."""

    recipient: Recipient
    """The person who needs help. What is not known is absent; viewers get neither `email` nor `phone`."""

    comments: Optional[str]
    """Null if there are none; absent for viewers."""

    assignee: Optional[Assignee]
    """Null: unassigned."""

    created_by: Actor
    """Who did it. `clock`: it came with time; `service`: the daemon itself (a lost lease, the close after too many
    denials). A member that is not known is absent.
    """

    created_at: datetime
    """RFC 3339 in UTC with exactly three digits of a second, as the service answers it."""

    updated_at: datetime
    """RFC 3339 in UTC with exactly three digits of a second, as the service answers it."""

    schedule: Optional[Schedule]
    """Null: whenever."""

    expires_at: datetime
    """When it expires, to the millisecond, unless it is connected then."""

    link: Optional[str]
    """What the recipient opens. Null in a dry run; absent for viewers."""

    code: Optional[str]
    """Nine digits to read aloud instead of the link. Null when closed or expired, and in a dry run; absent for
    viewers.
    """

    invitation: Invitation
    """The invitations that leave the machine. What is asked for stays queued until somebody sends it; `daemon.info`
    says in `delivery` whether anybody does.
    """

    join: Optional[Join]
    """Null unless the recipient allows access (ready, connected) or did so when it ended."""

    connection: Optional[Connection]
    """Null unless connected."""

    closed: Optional[Closed]
    """Null unless closed."""

    denials: int
    """How often the recipient has said no since it was created or reopened."""

    queue_position: Optional[int]
    """Its place, from 1, among the requests of its queue whose recipients are there (waiting or ready), in the order
    in which `queue.next` takes them; null for any other request, and in events.
    """

    priority: Priority
    """Lists and `queue.next` order it low, normal, high, urgent."""

    tags: Tuple[str, ...]
    """32 at most, each once."""

    external_reference: Optional[ExternalReference]
    """Null if there is none."""

    custom_fields: Optional[Mapping[str, str]]
    """Absent for viewers."""

    feedback: Optional[Feedback]
    """Null if none was given."""

    allowed_actions: Tuple[Action, ...]
    """What this caller may do with it now."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> SessionRequestDraft:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["id"],
            raw["revision"],
            raw["status"],
            instant(raw["statusSince"]),
            raw["subject"],
            Recipient.from_raw(raw["recipient"]),
            raw.get("comments"),
            Assignee.from_raw(raw["assignee"]) if raw.get("assignee") is not None else None,
            Actor.from_raw(raw["createdBy"]),
            instant(raw["createdAt"]),
            instant(raw["updatedAt"]),
            Schedule.from_raw(raw["schedule"]) if raw.get("schedule") is not None else None,
            instant(raw["expiresAt"]),
            raw.get("link"),
            raw.get("code"),
            Invitation.from_raw(raw["invitation"]),
            Join.from_raw(raw["join"]) if raw.get("join") is not None else None,
            Connection.from_raw(raw["connection"]) if raw.get("connection") is not None else None,
            Closed.from_raw(raw["closed"]) if raw.get("closed") is not None else None,
            raw["denials"],
            raw.get("queuePosition"),
            raw["priority"],
            tuple(raw["tags"]),
            ExternalReference.from_raw(raw["externalReference"]) if raw.get("externalReference") is not None else None,
            raw.get("customFields"),
            Feedback.from_raw(raw["feedback"]) if raw.get("feedback") is not None else None,
            tuple(raw["allowedActions"]),
            raw,
        )


@dataclass(frozen=True)
class SessionRequestExplainResult:
    """The answer of a method: `SessionRequestExplainResult`."""

    connectable: bool
    """`sessionRequest.connect` by this caller would be taken now."""

    reason: Optional[ErrorReason]
    """The reason that connecting would be refused with; null if connectable."""

    message: str
    """One sentence for people."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> SessionRequestExplainResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["connectable"],
            raw["reason"],
            raw["message"],
            raw,
        )


@dataclass(frozen=True)
class SessionRequestGetResult:
    """The answer of a method: `SessionRequestGetResult`."""

    session_request: SessionRequest
    """A session request as this caller may read it. Every member of its own is there, null if it has no value; inside
    its parts what has no value is absent. Viewers get it without `link`, `code`, `comments`, `customFields`,
    contact data and target.
    """

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> SessionRequestGetResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            SessionRequest.from_raw(raw["sessionRequest"]),
            raw,
        )


@dataclass(frozen=True)
class SessionRequestHistoryResult:
    """The answer of a method: `SessionRequestHistoryResult`."""

    events: Tuple[Event, ...]

    next_page: Optional[str]
    """Null at the end."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> SessionRequestHistoryResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            tuple(Event.from_raw(item) for item in raw["events"]),
            raw["nextPage"],
            raw,
        )


@dataclass(frozen=True)
class SessionRequestListResult:
    """The answer of a method: `SessionRequestListResult`."""

    session_requests: Tuple[SessionRequest, ...]

    next_page: Optional[str]
    """Null at the end."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> SessionRequestListResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            tuple(SessionRequest.from_raw(item) for item in raw["sessionRequests"]),
            raw["nextPage"],
            raw,
        )


@dataclass(frozen=True)
class SessionRequestReopenResult:
    """The answer of a method: `SessionRequestReopenResult`."""

    session_request: SessionRequest
    """A session request as this caller may read it. Every member of its own is there, null if it has no value; inside
    its parts what has no value is absent. Viewers get it without `link`, `code`, `comments`, `customFields`,
    contact data and target.
    """

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> SessionRequestReopenResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            SessionRequest.from_raw(raw["sessionRequest"]),
            raw,
        )


@dataclass(frozen=True)
class SessionRequestRequestAccessResult:
    """The answer of a method: `SessionRequestRequestAccessResult`."""

    session_request: SessionRequest
    """A session request as this caller may read it. Every member of its own is there, null if it has no value; inside
    its parts what has no value is absent. Viewers get it without `link`, `code`, `comments`, `customFields`,
    contact data and target.
    """

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> SessionRequestRequestAccessResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            SessionRequest.from_raw(raw["sessionRequest"]),
            raw,
        )


@dataclass(frozen=True)
class SessionRequestRescheduleResult:
    """The answer of a method: `SessionRequestRescheduleResult`."""

    session_request: SessionRequest
    """A session request as this caller may read it. Every member of its own is there, null if it has no value; inside
    its parts what has no value is absent. Viewers get it without `link`, `code`, `comments`, `customFields`,
    contact data and target.
    """

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> SessionRequestRescheduleResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            SessionRequest.from_raw(raw["sessionRequest"]),
            raw,
        )


@dataclass(frozen=True)
class SessionRequestResendInvitationResult:
    """The answer of a method: `SessionRequestResendInvitationResult`."""

    session_request: SessionRequest
    """A session request as this caller may read it. Every member of its own is there, null if it has no value; inside
    its parts what has no value is absent. Viewers get it without `link`, `code`, `comments`, `customFields`,
    contact data and target.
    """

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> SessionRequestResendInvitationResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            SessionRequest.from_raw(raw["sessionRequest"]),
            raw,
        )


@dataclass(frozen=True)
class SessionRequestRotateLinkResult:
    """The answer of a method: `SessionRequestRotateLinkResult`."""

    session_request: SessionRequest
    """A session request as this caller may read it. Every member of its own is there, null if it has no value; inside
    its parts what has no value is absent. Viewers get it without `link`, `code`, `comments`, `customFields`,
    contact data and target.
    """

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> SessionRequestRotateLinkResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            SessionRequest.from_raw(raw["sessionRequest"]),
            raw,
        )


@dataclass(frozen=True)
class SessionRequestState:
    """A session request as it was when an event happened: without what belongs to a caller or changes with others.
    """

    id: int
    """The number of a session request. Never reused."""

    revision: int
    """Goes up by one with every change of the thing it belongs to, from 1."""

    status: Status
    """open: created, the recipient has not come; waiting: the recipient has opened the link; ready: the recipient has
    allowed access; connected: an agent is connected; closed and expired: over.
    """

    status_since: datetime
    """Since when it has this status."""

    subject: Optional[str]
    """Null if not said."""

    recipient: Recipient
    """The person who needs help. What is not known is absent; viewers get neither `email` nor `phone`."""

    comments: Optional[str]
    """Null if there are none; absent for viewers."""

    assignee: Optional[Assignee]
    """Null: unassigned."""

    created_by: Actor
    """Who did it. `clock`: it came with time; `service`: the daemon itself (a lost lease, the close after too many
    denials). A member that is not known is absent.
    """

    created_at: datetime
    """RFC 3339 in UTC with exactly three digits of a second, as the service answers it."""

    updated_at: datetime
    """RFC 3339 in UTC with exactly three digits of a second, as the service answers it."""

    schedule: Optional[Schedule]
    """Null: whenever."""

    expires_at: datetime
    """When it expires, to the millisecond, unless it is connected then."""

    link: Optional[str]
    """What the recipient opens. Null in a dry run; absent for viewers."""

    code: Optional[str]
    """Nine digits to read aloud instead of the link. Null when closed or expired, and in a dry run; absent for
    viewers.
    """

    invitation: Invitation
    """The invitations that leave the machine. What is asked for stays queued until somebody sends it; `daemon.info`
    says in `delivery` whether anybody does.
    """

    join: Optional[Join]
    """Null unless the recipient allows access (ready, connected) or did so when it ended."""

    connection: Optional[Connection]
    """Null unless connected."""

    closed: Optional[Closed]
    """Null unless closed."""

    denials: int
    """How often the recipient has said no since it was created or reopened."""

    queue_position: None
    """Null: it changes with others."""

    priority: Priority
    """Lists and `queue.next` order it low, normal, high, urgent."""

    tags: Tuple[str, ...]
    """32 at most, each once."""

    external_reference: Optional[ExternalReference]
    """Null if there is none."""

    custom_fields: Optional[Mapping[str, str]]
    """Absent for viewers."""

    feedback: Optional[Feedback]
    """Null if none was given."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> SessionRequestState:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["id"],
            raw["revision"],
            raw["status"],
            instant(raw["statusSince"]),
            raw["subject"],
            Recipient.from_raw(raw["recipient"]),
            raw.get("comments"),
            Assignee.from_raw(raw["assignee"]) if raw.get("assignee") is not None else None,
            Actor.from_raw(raw["createdBy"]),
            instant(raw["createdAt"]),
            instant(raw["updatedAt"]),
            Schedule.from_raw(raw["schedule"]) if raw.get("schedule") is not None else None,
            instant(raw["expiresAt"]),
            raw.get("link"),
            raw.get("code"),
            Invitation.from_raw(raw["invitation"]),
            Join.from_raw(raw["join"]) if raw.get("join") is not None else None,
            Connection.from_raw(raw["connection"]) if raw.get("connection") is not None else None,
            Closed.from_raw(raw["closed"]) if raw.get("closed") is not None else None,
            raw["denials"],
            raw.get("queuePosition"),
            raw["priority"],
            tuple(raw["tags"]),
            ExternalReference.from_raw(raw["externalReference"]) if raw.get("externalReference") is not None else None,
            raw.get("customFields"),
            Feedback.from_raw(raw["feedback"]) if raw.get("feedback") is not None else None,
            raw,
        )


@dataclass(frozen=True)
class SessionRequestSummaryResult:
    """The answer of a method: `SessionRequestSummaryResult`."""

    by_status: SessionRequestSummaryResultByStatus
    """How many are in each status; every status is there."""

    by_queue: Mapping[str, int]
    """Queue id to how many that are neither closed nor expired; queues without any are left out."""

    by_assignee: Mapping[str, int]
    """Agent to how many that are neither closed nor expired; agents without any are left out."""

    oldest_waiting: Optional[SessionRequestSummaryResultOldestWaiting]
    """Null if none is waiting."""

    next_scheduled: Optional[SessionRequestSummaryResultNextScheduled]
    """Null if none will start."""

    next_expiry: Optional[SessionRequestSummaryResultNextExpiry]
    """Null if none will expire."""

    cursor: str
    """Subscribe from here to miss nothing."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> SessionRequestSummaryResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            SessionRequestSummaryResultByStatus.from_raw(raw["byStatus"]),
            raw["byQueue"],
            raw["byAssignee"],
            SessionRequestSummaryResultOldestWaiting.from_raw(raw["oldestWaiting"]) if raw.get("oldestWaiting") is not None else None,
            SessionRequestSummaryResultNextScheduled.from_raw(raw["nextScheduled"]) if raw.get("nextScheduled") is not None else None,
            SessionRequestSummaryResultNextExpiry.from_raw(raw["nextExpiry"]) if raw.get("nextExpiry") is not None else None,
            raw["cursor"],
            raw,
        )


@dataclass(frozen=True)
class SessionRequestSummaryResultByStatus:
    """How many are in each status; every status is there."""

    open: int

    waiting: int

    ready: int

    connected: int

    closed: int

    expired: int

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> SessionRequestSummaryResultByStatus:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["open"],
            raw["waiting"],
            raw["ready"],
            raw["connected"],
            raw["closed"],
            raw["expired"],
            raw,
        )


@dataclass(frozen=True)
class SessionRequestSummaryResultNextExpiry:
    """The request that expires next."""

    id: int
    """The number of a session request. Never reused."""

    expires_at: datetime
    """RFC 3339 in UTC with exactly three digits of a second, as the service answers it."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> SessionRequestSummaryResultNextExpiry:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["id"],
            instant(raw["expiresAt"]),
            raw,
        )


@dataclass(frozen=True)
class SessionRequestSummaryResultNextScheduled:
    """The request, open or waiting, that starts next."""

    id: int
    """The number of a session request. Never reused."""

    starts_at: datetime
    """RFC 3339 in UTC with exactly three digits of a second, as the service answers it."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> SessionRequestSummaryResultNextScheduled:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["id"],
            instant(raw["startsAt"]),
            raw,
        )


@dataclass(frozen=True)
class SessionRequestSummaryResultOldestWaiting:
    """The request that is waiting the longest."""

    id: int
    """The number of a session request. Never reused."""

    since: datetime
    """RFC 3339 in UTC with exactly three digits of a second, as the service answers it."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> SessionRequestSummaryResultOldestWaiting:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["id"],
            instant(raw["since"]),
            raw,
        )


@dataclass(frozen=True)
class SessionRequestUpdateResult:
    """The answer of a method: `SessionRequestUpdateResult`."""

    session_request: SessionRequest
    """A session request as this caller may read it. Every member of its own is there, null if it has no value; inside
    its parts what has no value is absent. Viewers get it without `link`, `code`, `comments`, `customFields`,
    contact data and target.
    """

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> SessionRequestUpdateResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            SessionRequest.from_raw(raw["sessionRequest"]),
            raw,
        )


@dataclass(frozen=True)
class SessionRequestWaitResult:
    """The answer of a method: `SessionRequestWaitResult`."""

    session_request: SessionRequest
    """A session request as this caller may read it. Every member of its own is there, null if it has no value; inside
    its parts what has no value is absent. Viewers get it without `link`, `code`, `comments`, `customFields`,
    contact data and target.
    """

    timed_out: bool
    """True: the time was up before."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> SessionRequestWaitResult:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            SessionRequest.from_raw(raw["sessionRequest"]),
            raw["timedOut"],
            raw,
        )


@dataclass(frozen=True)
class Target:
    """Where the agent connects to. The address matches its scheme's grammar, never begins with `-`, and holds no
    blank.
    """

    scheme: str
    """How a target is reached: `anydesk`, `rustdesk`, `vnc`, `rdp`, `ssh`, or one that is configured."""

    address: str
    """The address in the scheme's own form, 255 characters at most."""

    raw: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON that it was read from, with what this release of the client does not know."""

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> Target:
        """Reads it out of JSON; KeyError or TypeError if it has another shape."""
        return cls(
            raw["scheme"],
            raw["address"],
            raw,
        )


__all__ = [
    "Action",
    "Actor",
    "AgentListResult",
    "AgentPresence",
    "Assignee",
    "Change",
    "Client",
    "ClientListResult",
    "ClientPresence",
    "ClientSignInResult",
    "ClientSignOutResult",
    "CloseReason",
    "Closed",
    "Connection",
    "DaemonHealthResult",
    "DaemonInfoResult",
    "DaemonMetricsResult",
    "Delivery",
    "DeliveryAckResult",
    "DeliveryFailResult",
    "DeliveryKind",
    "DeliveryNextResult",
    "DeliveryWays",
    "DueDelivery",
    "ErrorReason",
    "Event",
    "EventType",
    "EventsPollResult",
    "EventsSubscribeResult",
    "EventsUnsubscribeResult",
    "ExternalReference",
    "Feedback",
    "HealthCheck",
    "Identity",
    "Invitation",
    "Join",
    "JoinMethod",
    "JoinMethodName",
    "Launch",
    "Limits",
    "Link",
    "LinkAction",
    "LinkCancelResult",
    "LinkDenyResult",
    "LinkFeedbackResult",
    "LinkGrantResult",
    "LinkOpenResult",
    "LinkRequestResult",
    "LinkResolveResult",
    "LinkRevokeResult",
    "LinkUnwatchResult",
    "LinkWatchResult",
    "OperationResult",
    "Peer",
    "Priority",
    "ProtocolVersion",
    "Queue",
    "QueueCreateResult",
    "QueueDeleteResult",
    "QueueGetResult",
    "QueueListResult",
    "QueueMembers",
    "QueueNextResult",
    "QueueUpdateResult",
    "Recipient",
    "RemoteClient",
    "Role",
    "RpcCancelResult",
    "RpcHelloResult",
    "RpcPingResult",
    "Schedule",
    "SessionRequest",
    "SessionRequestAssignResult",
    "SessionRequestBulkResult",
    "SessionRequestClaimResult",
    "SessionRequestCloseResult",
    "SessionRequestCommentResult",
    "SessionRequestConnectResult",
    "SessionRequestCreateResult",
    "SessionRequestDisconnectResult",
    "SessionRequestDraft",
    "SessionRequestExplainResult",
    "SessionRequestGetResult",
    "SessionRequestHistoryResult",
    "SessionRequestListResult",
    "SessionRequestReopenResult",
    "SessionRequestRequestAccessResult",
    "SessionRequestRescheduleResult",
    "SessionRequestResendInvitationResult",
    "SessionRequestRotateLinkResult",
    "SessionRequestState",
    "SessionRequestSummaryResult",
    "SessionRequestSummaryResultByStatus",
    "SessionRequestSummaryResultNextExpiry",
    "SessionRequestSummaryResultNextScheduled",
    "SessionRequestSummaryResultOldestWaiting",
    "SessionRequestUpdateResult",
    "SessionRequestWaitResult",
    "Sort",
    "Status",
    "Strategy",
    "Target",
    "View",
]
