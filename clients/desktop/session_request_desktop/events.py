"""Server-sent events (HTML, 9.2), from bytes: no I/O."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Iterator

from . import limits


@dataclass(frozen=True)
class Event:
    name: str
    data: str


class TooLong(ValueError):
    """A line, or an event, is longer than any that the page sends."""


@dataclass
class EventReader:
    """Takes bytes as they come, and gives the events that are whole."""

    _rest: bytes = b""
    _name: str = ""
    _data: list = field(default_factory=list)
    _size: int = 0

    def fed(self, read: bytes) -> Iterator[Event]:
        # The page ends its lines with LF, proxies leave that alone, and CR LF is taken too.
        *lines, self._rest = (self._rest + read).split(b"\n")
        if len(self._rest) > limits.ANSWER:
            raise TooLong("a line of the events is too long")
        for line in lines:
            text = line.rstrip(b"\r").decode("utf-8", "replace")
            if not text:
                if self._data:
                    yield Event(self._name or "message", "\n".join(self._data))
                self._name, self._data, self._size = "", [], 0
                continue
            name, _, value = text.partition(":")
            value = value[1:] if value.startswith(" ") else value
            if name == "event":
                self._name = value
            elif name == "data":
                self._size += len(value)
                if self._size > limits.ANSWER:
                    raise TooLong("an event is too long")
                self._data.append(value)
