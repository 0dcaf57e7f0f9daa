"""JSON and Python values: how params are written, and how times are read."""

from __future__ import annotations

import dataclasses
import enum
import json
from datetime import datetime, timedelta, timezone
from typing import Any, Dict, Iterable, Mapping, Sequence, Tuple, cast

Shape = Mapping[str, Tuple[str, str]]
"""The members of a dictionary by their Python names: what each is called on the wire, and its own shape's name."""


class Unset(enum.Enum):
    """The type of `UNSET`."""

    UNSET = "unset"

    def __repr__(self) -> str:
        return "UNSET"


UNSET = Unset.UNSET
"""A param that is left out, where None is a value of its own: `update(1, subject=None)` clears the subject."""


def instant(text: str) -> datetime:
    """The time that the service wrote, in UTC."""
    return datetime.fromisoformat(text[:-1] + "+00:00" if text.endswith("Z") else text)


def wire(value: object, shapes: Mapping[str, Shape], shape: str) -> Any:
    """A value with its members named as on the wire. An answer goes back as it came; unknown members are kept."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return getattr(value, "raw")
    if isinstance(value, Mapping):
        members = shapes[shape]
        written: Dict[str, Any] = {}
        for name, item in cast("Mapping[str, object]", value).items():
            called, inner = members.get(name, (name, ""))
            written[called] = wire(item, shapes, inner) if inner else item
        return written
    if isinstance(value, (list, tuple)):
        return [wire(item, shapes, shape) for item in cast("Sequence[object]", value)]
    return value


def plain(value: object) -> object:
    """What JSON has no form of: times, durations, answers and sets, as the protocol writes them."""
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise ValueError(f"cannot send {value!r}: it has no time zone; say which, as in datetime.now(timezone.utc)")
        return value.astimezone(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    if isinstance(value, timedelta):
        return value.total_seconds()
    if dataclasses.is_dataclass(value) and hasattr(value, "raw"):
        return getattr(value, "raw")
    if isinstance(value, Mapping):
        return dict(cast("Mapping[object, object]", value))
    if isinstance(value, (set, frozenset)):
        return sorted(cast("Iterable[Any]", value))
    raise TypeError(f"cannot send {value!r}: JSON has no {type(value).__name__}")


_ENCODER = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, check_circular=False, separators=(",", ":"), default=plain)


def encoded(value: object) -> bytes:
    """Strict JSON in UTF-8. ValueError or TypeError for what it has no form of, half a surrogate pair among that."""
    try:
        return _ENCODER.encode(value).encode()
    except RecursionError:
        raise ValueError("cannot send a value that contains itself, or is too deep") from None
