"""Session requests: a client of session-requestd. `Desk` for threads, `AsyncDesk` for asyncio; standard library only."""

from . import inputs, nouns, refusals
from .async_desk import AsyncDesk
from .async_watch import AsyncWatching
from .desk import Desk, DeskNews
from .failures import (
    ConnectionLost,
    DeadlineExceeded,
    DeskClosed,
    DeskError,
    NotAllowed,
    ProtocolViolation,
    Refused,
    Unreachable,
)
from .inputs import *
from .nouns import *
from .reading import UNSET, Unset
from .refusals import *
from .streams import Interrupted, Resumed, Snapshot
from .watch import Watching

__version__ = "1.0.0"
__all__ = [
    "UNSET",
    "AsyncDesk",
    "AsyncWatching",
    "ConnectionLost",
    "DeadlineExceeded",
    "Desk",
    "DeskClosed",
    "DeskError",
    "DeskNews",
    "Interrupted",
    "NotAllowed",
    "ProtocolViolation",
    "Refused",
    "Resumed",
    "Snapshot",
    "Unreachable",
    "Unset",
    "Watching",
]
__all__ += inputs.__all__
__all__ += nouns.__all__
__all__ += refusals.__all__
