"""One connection to the daemon: lines out, lines in, every message held to the contract."""

import collections
import json
import socket
import time

from credentials import acting_as
from moments import TooLate

LINE_LIMIT = 1 << 20


class RpcError(Exception):
    """An error answer."""

    def __init__(self, error):
        super().__init__(f"{error['code']} {error['message']} {error.get('data')}")
        self.code = error["code"]
        self.message = error["message"]
        self.data = error.get("data") or {}

    @property
    def reason(self):
        return self.data.get("reason")


class Closed(Exception):
    """The daemon ended the connection while an answer was awaited."""


def _refuse_duplicates(pairs):
    names = [name for name, _ in pairs]
    assert len(names) == len(set(names)), f"an object with a name twice: {names}"
    return dict(pairs)


def strict(line):
    """Reads one message strictly."""
    return json.loads(line.decode("utf-8"), object_pairs_hook=_refuse_duplicates)


def compact(message):
    return json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode()


class Connection:
    """Requests and answers; notifications are kept apart, in the order in which they came."""

    def __init__(self, path, contract, *, name=None, uid=0, gid=None, groups=(), within=10.0):
        """`name` is the socket's, for what that socket may show."""
        self.contract = contract
        self.name = name
        self.may_be_cut = False
        self.within = within
        self.notifications = collections.deque()
        self.order = []
        self._asked = {}
        self._answers = {}
        self._buffer = bytearray()
        self._next = 1
        self.ended = False
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.socket.settimeout(within)
        with acting_as(uid, gid, groups):
            self.socket.connect(str(path))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    # Lines

    def send_bytes(self, data):
        self.socket.sendall(data)

    def send_line(self, text):
        line = text.encode() if isinstance(text, str) else text
        self._remember(line)
        self.send_bytes(line + b"\n")

    def send_messages(self, messages):
        """Sends many messages at once."""
        lines = [compact(message) for message in messages]
        for line in lines:
            self._remember(line)
        self.send_bytes(b"".join(line + b"\n" for line in lines))

    def _remember(self, line):
        """Notes what is asked under which id in a line written by hand, as far as it can be read."""
        try:
            message = json.loads(line)
        except (ValueError, RecursionError):
            return
        for one in message if isinstance(message, list) else [message]:
            if isinstance(one, dict) and isinstance(one.get("id"), (int, str)) and isinstance(one.get("method"), str):
                self._asked[one["id"]] = (one["method"], one.get("params") or {})

    def send(self, message):
        self.send_line(compact(message))

    def receive_line(self, within=None):
        """The next line without its end, or None at the end of the stream."""
        deadline = time.monotonic() + (self.within if within is None else within)
        searched = 0
        while True:
            at = self._buffer.find(b"\n", searched)
            if at >= 0:
                line = bytes(self._buffer[:at])
                del self._buffer[: at + 1]
                return line
            searched = len(self._buffer)
            if self.ended or not self._fill(deadline):
                rest = bytes(self._buffer)
                assert self.may_be_cut or not rest, f"an unfinished line at the end: {rest[-200:]!r}"
                return None

    def _fill(self, deadline):
        self.socket.settimeout(max(0.001, deadline - time.monotonic()))
        try:
            data = self.socket.recv(1 << 16)
        except TimeoutError:
            raise TooLate(f"nothing came; {len(self._buffer)} bytes wait for their line end") from None
        except ConnectionResetError:
            data = b""
        finally:
            self.socket.settimeout(self.within)
        self._buffer += data
        self.ended = not data
        return bool(data)

    # Messages

    def receive(self, within=None):
        """The next message, whatever it is, validated; None at the end."""
        line = self.receive_line(within)
        if line is None:
            return None
        message = strict(line)
        for one in message if isinstance(message, list) else [message]:
            self._check(one)
        return message

    def _check(self, message):
        assert message.get("jsonrpc") == "2.0", message
        if "method" in message:
            assert set(message) == {"jsonrpc", "method", "params"}, message
            self.contract.notification(message["method"], message["params"])
            return
        assert set(message) in ({"jsonrpc", "id", "result"}, {"jsonrpc", "id", "error"}), message
        identity = message["id"]
        method, params = self._asked.get(identity if isinstance(identity, (int, str)) else None, (None, None))
        if "error" in message:
            self.contract.error(method, message["error"])
        elif method:
            self.contract.answered(method, params, message["result"], self.name)

    def request(self, method, /, **params):
        """Sends a request and returns its id at once."""
        identity = self._next
        self._next += 1
        self.send({"jsonrpc": "2.0", "id": identity, "method": method, "params": params})
        return identity

    def answer(self, identity, within=None):
        """Waits for one answer: the result, or an RpcError raised."""
        deadline = time.monotonic() + (self.within if within is None else within)
        while identity not in self._answers:
            self._take(self.receive(max(0.001, deadline - time.monotonic())))
        message = self._answers.pop(identity)
        self._asked.pop(identity, None)
        if "error" in message:
            raise RpcError(message["error"])
        return message["result"]

    def _take(self, message):
        if message is None:
            raise Closed("the daemon ended the connection")
        if "method" in message:
            self.notifications.append(message)
        else:
            self.order.append(message["id"])
            self._answers[message["id"]] = message

    def call(self, method, /, **params):
        return self.answer(self.request(method, **params))

    def refusal(self, method, /, **params):
        """The error that a call is answered with; a success fails the test."""
        try:
            result = self.call(method, **params)
        except RpcError as error:
            return error
        raise AssertionError(f"{method} succeeded: {result}")

    def line(self, text, within=None):
        """Sends one line as it is written, and returns the next message."""
        self.send_line(text)
        return self.receive(within)

    def notify(self, method, /, **params):
        self.send({"jsonrpc": "2.0", "method": method, "params": params})

    def notification(self, method=None, within=None):
        """The next notification, or the next one of a method, the others staying in line."""
        deadline = time.monotonic() + (self.within if within is None else within)
        while True:
            for at, message in enumerate(self.notifications):
                if method in (None, message["method"]):
                    del self.notifications[at]
                    return message
            self._take(self.receive(max(0.001, deadline - time.monotonic())))

    # Ends

    def half_close(self):
        self.socket.shutdown(socket.SHUT_WR)

    def at_end(self, within=None):
        """True once the daemon has ended the connection; what comes before is read and kept."""
        while (message := self.receive(within)) is not None:
            if isinstance(message, dict):
                self._take(message)
        return True

    def close(self):
        self.socket.close()
