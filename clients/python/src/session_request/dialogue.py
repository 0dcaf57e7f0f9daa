"""The conversation on one connection, without I/O: calls become bytes, and bytes become messages."""

from __future__ import annotations

import json
from typing import Any, Dict, List, Mapping, NamedTuple, Optional, Tuple, Union, cast

from . import limits
from .failures import ProtocolViolation
from .reading import encoded
from .refusals import TooLarge


class Answer(NamedTuple):
    """What came back for a call: a result, or an error. A number of None is an objection to the connection itself."""

    number: Optional[int]
    result: Any
    error: Optional[Mapping[str, Any]]


class Notification(NamedTuple):
    """What the service said unasked."""

    method: str
    params: Mapping[str, Any]


Message = Union[Answer, Notification]


class Dialogue:
    """Numbers calls, and takes lines apart."""

    def __init__(self) -> None:
        self._number = 0
        self._pieces: List[bytes] = []
        self._kept = 0

    def request(self, method: bytes, params: Mapping[str, object]) -> Tuple[int, bytes]:
        """The number of a new call, and its line. The method is its name as JSON. TooLarge if the service would not take it, ValueError or TypeError
        if JSON has no form of the params.
        """
        number = self._number + 1
        line = b'{"jsonrpc":"2.0","id":%d,"method":%b,"params":%b}\n' % (number, method, encoded(params) if params else b"{}")
        if len(line) > limits.LINE_BYTES:
            data = {"reason": "too_large", "retryable": False, "hint": "Send less in one call."}
            name = json.loads(method)
            raise TooLarge(
                -32001, f"cannot send {name}: its line of {len(line)} bytes is over {limits.LINE_BYTES}", data, name)
        self._number = number
        return number, line

    def cancellation(self, number: int) -> bytes:
        """The line that ends a blocking call; nothing comes back for it."""
        return b'{"jsonrpc":"2.0","method":"rpc.cancel","params":{"id":%d}}\n' % number

    def received(self, data: bytes) -> List[Message]:
        """The messages that these bytes complete. ProtocolViolation if they are none."""
        end = data.rfind(b"\n")
        if end < 0:
            self._keep(data)
            return []
        lines = data[:end]
        if self._pieces:
            self._pieces.append(lines)
            lines = b"".join(self._pieces)
            self._pieces.clear()
            self._kept = 0
        if end + 1 < len(data):
            self._keep(data[end + 1:])
        return [_message(line) for line in lines.split(b"\n") if line]

    def _keep(self, piece: bytes) -> None:
        self._pieces.append(piece)
        self._kept += len(piece)
        if self._kept > limits.ANSWER_BYTES:
            raise ProtocolViolation(f"a line is over {limits.ANSWER_BYTES} bytes")


def _message(line: bytes) -> Message:
    try:
        message: Any = json.loads(line.decode())
    except (ValueError, RecursionError):
        raise ProtocolViolation(f"this is no JSON: {line[:80]!r}") from None
    if isinstance(message, dict):
        members = cast("Dict[str, Any]", message)
        if "method" in members:
            if isinstance(members.get("params"), dict):
                return Notification(members["method"], members["params"])
        elif "result" in members or isinstance(members.get("error"), dict):
            return Answer(members.get("id"), members.get("result"), members.get("error"))
    raise ProtocolViolation(f"this is no JSON-RPC message: {line[:80]!r}")
