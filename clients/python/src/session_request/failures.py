"""Why a call has no answer."""

from __future__ import annotations

from typing import Any, Mapping, Optional


class DeskError(Exception):
    """Any failure of this client or refusal by the service."""


class Unreachable(DeskError, ConnectionError):
    """Nobody could be asked, and nothing was done. `cause` is what is wrong, `hint` the way out, for people."""

    def __init__(self, address: str, cause: str, hint: str) -> None:
        super().__init__(address, cause, hint)
        self.address = address
        self.cause = cause
        self.hint = hint

    def __str__(self) -> str:
        return f"cannot reach the service at {self.address}: {self.cause}. {self.hint}"


class ConnectionLost(Unreachable):
    """The connection ended before the answer came, which leaves open whether the call was carried out."""


class NotAllowed(Unreachable):
    """This user may not open the socket; trying again changes nothing."""


class DeskClosed(DeskError):
    """This end closed it."""

    def __init__(self, what: str = "this desk") -> None:
        super().__init__(what)

    def __str__(self) -> str:
        return f"cannot use {self.args[0]}: it was closed here; open a new one"


class DeadlineExceeded(DeskError, TimeoutError):
    """No answer came in time. A change may have been made all the same; an `idempotency_key` makes it safe to ask
    again.
    """

    def __init__(self, method: str, seconds: float) -> None:
        super().__init__(method, seconds)
        self.method = method
        self.seconds = seconds

    def __str__(self) -> str:
        return f"cannot wait longer for {self.method}: no answer within {self.seconds:g} s"


class ProtocolViolation(DeskError):
    """What answers is not the service, or not a version that can be talked to."""

    def __str__(self) -> str:
        return f"cannot understand what answers: {self.args[0]}"


class Refused(DeskError):
    """The service said no: `reason` says why for programs, `message` and `hint` for people.

    Each reason has a class of its own, such as `NotFound`, with what else its error carries.
    """

    reason: str = ""

    def __init__(self, code: int, message: str, data: Mapping[str, Any], method: str = "") -> None:
        super().__init__(code, message, data, method)
        self.code = code
        self.message = message
        self.data = data
        self.method = method
        self.reason = str(data.get("reason", type(self).reason))

    @property
    def retryable(self) -> bool:
        """Whether the same call may succeed later without anybody's doing."""
        return bool(self.data.get("retryable", False))

    @property
    def retry_after(self) -> Optional[float]:
        """Seconds to wait before trying again."""
        return self.data.get("retryAfter")

    @property
    def path(self) -> Optional[str]:
        """A JSON pointer to the param that is to blame, as the wire spells it."""
        return self.data.get("path")

    @property
    def hint(self) -> Optional[str]:
        """A way out, for people."""
        return self.data.get("hint")

    @property
    def index(self) -> Optional[int]:
        """In a `bulk`: which operation failed, from 0."""
        return self.data.get("index")

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message
