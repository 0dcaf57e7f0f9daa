# Written by contrib/generate/python-client from schema/openrpc.json; `make generate` writes it anew.

"""What the service refuses with: one exception for each reason."""

from __future__ import annotations

from typing import Any, Dict, Literal, Mapping, Tuple, Type

from .failures import Refused
from .nouns import Actor, Status


class ParseError(Refused):
    """The line is not one strict I-JSON text (RFC 7493). The connection goes on with the next line."""

    reason = "parse_error"


class InvalidRequest(Refused):
    """The JSON is not a JSON-RPC 2.0 request. An id that could be read is echoed."""

    reason = "invalid_request"


class MethodNotFound(Refused):
    """No method has this name."""

    reason = "method_not_found"


class InvalidParams(Refused):
    """A param is missing, unknown, of the wrong shape or out of its range. Nothing has happened."""

    reason = "invalid_params"


class Internal(Refused):
    """A defect or a broken machine. The cause is in the journal and never on the wire."""

    reason = "internal"


class ShuttingDown(Refused):
    """The service ends; under socket activation the next connect starts it again."""

    reason = "shutting_down"


class TooLarge(Refused):
    """A line, a snapshot or an answer is over its limit."""

    reason = "too_large"


class Busy(Refused):
    """Connections, subscriptions or the writer's queue are full."""

    reason = "busy"


class RateLimited(Refused):
    """A budget is spent: wrong codes of a source or of everybody, or asking for access more often than policy allows.
    """

    reason = "rate_limited"


class PermissionDenied(Refused):
    """The caller may not call this method on this socket, or may not act on this session request or queue."""

    reason = "permission_denied"


class CursorExpired(Refused):
    """The cursor is older than the events kept, of another epoch, or from the future."""

    reason = "cursor_expired"

    @property
    def earliest(self) -> str:
        """A place in the stream of events: `epoch.seq`. Opaque: compare for equality only, and keep it as it is."""
        value: str = self.data["earliest"]
        return value

    @property
    def latest(self) -> str:
        """A place in the stream of events: `epoch.seq`. Opaque: compare for equality only, and keep it as it is."""
        value: str = self.data["latest"]
        return value


class Canceled(Refused):
    """A blocking call was ended by rpc.cancel."""

    reason = "canceled"


class StorageFull(Refused):
    """There is no room for the change; readers go on, and writes work again when there is room."""

    reason = "storage_full"


class Unavailable(Refused):
    """Something the service needs is not there now."""

    reason = "unavailable"


class NotFound(Refused):
    """The thing that the params name does not exist."""

    reason = "not_found"


class InvalidTransition(Refused):
    """The session request's status does not allow the act."""

    reason = "invalid_transition"

    @property
    def status(self) -> Status:
        """open: created, the recipient has not come; waiting: the recipient has opened the link; ready: the recipient
        has allowed access; connected: an agent is connected; closed and expired: over.
        """
        value: Status = self.data["status"]
        return value

    @property
    def allowed(self) -> Tuple[Literal["update", "assign", "claim", "comment", "reschedule", "connect", "requestAccess", "disconnect", "close", "reopen", "resendInvitation", "rotateLink", "open", "grant", "deny", "revoke", "cancel", "feedback"], ...]:
        """What the caller may do with it now: method names without their family."""
        value: Tuple[Literal["update", "assign", "claim", "comment", "reschedule", "connect", "requestAccess", "disconnect", "close", "reopen", "resendInvitation", "rotateLink", "open", "grant", "deny", "revoke", "cancel", "feedback"], ...] = tuple(self.data["allowed"])
        return value


class RevisionConflict(Refused):
    """`ifRevision` is not the present revision."""

    reason = "revision_conflict"

    @property
    def revision(self) -> int:
        """Goes up by one with every change of the thing it belongs to, from 1."""
        value: int = self.data["revision"]
        return value


class AlreadyConnected(Refused):
    """Another, or the caller itself, is connected."""

    reason = "already_connected"

    @property
    def by(self) -> Actor:
        """Who did it. `clock`: it came with time; `service`: the daemon itself (a lost lease, the close after too many
        denials). A member that is not known is absent.
        """
        value: Actor = Actor.from_raw(self.data["by"])
        return value


class AlreadyClaimed(Refused):
    """It is assigned to another agent."""

    reason = "already_claimed"

    @property
    def by(self) -> Actor:
        """Who did it. `clock`: it came with time; `service`: the daemon itself (a lost lease, the close after too many
        denials). A member that is not known is absent.
        """
        value: Actor = Actor.from_raw(self.data["by"])
        return value


class IdempotencyMismatch(Refused):
    """The idempotency key is known, with other params."""

    reason = "idempotency_mismatch"


class ClientTooOld(Refused):
    """The remote-desktop client is below the configured minimum version, or `connect.requireClient` is set and none is
    signed in on the connection.
    """

    reason = "client_too_old"


class ConnectorMissing(Refused):
    """No connector is configured for the target's scheme."""

    reason = "connector_missing"


class LinkInvalid(Refused):
    """The token or the code belongs to no session request."""

    reason = "link_invalid"


class LinkExpired(Refused):
    """The token is of an earlier generation."""

    reason = "link_expired"


BY_REASON: Dict[str, Type[Refused]] = {
    "parse_error": ParseError,
    "invalid_request": InvalidRequest,
    "method_not_found": MethodNotFound,
    "invalid_params": InvalidParams,
    "internal": Internal,
    "shutting_down": ShuttingDown,
    "too_large": TooLarge,
    "busy": Busy,
    "rate_limited": RateLimited,
    "permission_denied": PermissionDenied,
    "cursor_expired": CursorExpired,
    "canceled": Canceled,
    "storage_full": StorageFull,
    "unavailable": Unavailable,
    "not_found": NotFound,
    "invalid_transition": InvalidTransition,
    "revision_conflict": RevisionConflict,
    "already_connected": AlreadyConnected,
    "already_claimed": AlreadyClaimed,
    "idempotency_mismatch": IdempotencyMismatch,
    "client_too_old": ClientTooOld,
    "connector_missing": ConnectorMissing,
    "link_invalid": LinkInvalid,
    "link_expired": LinkExpired,
}
"""The exception of each reason that this release knows."""


def refusal(error: Mapping[str, Any], method: str) -> Refused:
    """The exception of a JSON-RPC error object; a reason of a newer service is a plain `Refused`."""
    data: Mapping[str, Any] = error.get("data") or {}
    kind = BY_REASON.get(str(data.get("reason")), Refused)
    return kind(int(error.get("code", 0)), str(error.get("message", "")), data, method)


__all__ = [
    "ParseError",
    "InvalidRequest",
    "MethodNotFound",
    "InvalidParams",
    "Internal",
    "ShuttingDown",
    "TooLarge",
    "Busy",
    "RateLimited",
    "PermissionDenied",
    "CursorExpired",
    "Canceled",
    "StorageFull",
    "Unavailable",
    "NotFound",
    "InvalidTransition",
    "RevisionConflict",
    "AlreadyConnected",
    "AlreadyClaimed",
    "IdempotencyMismatch",
    "ClientTooOld",
    "ConnectorMissing",
    "LinkInvalid",
    "LinkExpired",
    "refusal",
]
