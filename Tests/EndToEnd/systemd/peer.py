"""A person at a socket of the desk: JSON-RPC lines through a process of that person inside the box."""

import json
import os
import selectors
import subprocess
import time

AGENT = "/run/session-requestd/agent.sock"
VIEWER = "/run/session-requestd/viewer.sock"
GATEWAY = "/run/session-requestd/gateway.sock"
COURIER = "/run/session-requestd/courier.sock"

# Runs inside the box: carries bytes between the socket and its own standard input and output.
RELAY = """
import errno, os, select, socket, sys
link = socket.socket(socket.AF_UNIX)
try:
    link.connect(sys.argv[1])
except OSError as problem:
    os.write(1, (errno.errorcode[problem.errno] + "\\n").encode())
    sys.exit(0)
os.write(1, b"connected\\n")
sources = [0, link.fileno()]
while True:
    for ready in select.select(sources, [], [])[0]:
        try:
            data = os.read(ready, 65536)
        except ConnectionResetError:
            data = b""
        if ready == 0 and data:
            link.sendall(data)
        elif ready == 0:
            link.shutdown(socket.SHUT_WR)
            sources.remove(0)
        elif data:
            os.write(1, data)
        else:
            sys.exit(0)
"""


class Refused(Exception):
    """The socket could not be opened; `name` is the error's, such as EACCES."""

    def __init__(self, name):
        super().__init__(name)
        self.name = name


class CallFailed(Exception):
    """The daemon said no; `reason` is the one that programs read."""

    def __init__(self, error):
        super().__init__(f"{error['code']}: {error['message']}")
        self.error = error
        self.reason = error["data"]["reason"]


class Peer:
    """One connection of one user. Use it in a `with`, which ends it."""

    def __init__(self, machine, path, user=None, environment=None, seconds=30.0):
        self.seconds = seconds
        self.last_id = 0
        self.waiting = b""
        self.process = subprocess.Popen(
            machine.command("/usr/bin/python3", "-c", RELAY, path, user=user, environment=environment),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        self.selector = selectors.DefaultSelector()
        self.selector.register(self.process.stdout, selectors.EVENT_READ)
        greeting = self.line()
        if greeting != "connected":
            self.close()
            raise Refused(greeting)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.process.stdin.close()
        self.process.wait(timeout=self.seconds)
        self.selector.close()
        self.process.stdout.close()

    def line(self):
        """The next line without its end; None when the daemon has closed the connection."""
        deadline = time.monotonic() + self.seconds
        while b"\n" not in self.waiting:
            if not self.selector.select(max(0, deadline - time.monotonic())):
                raise AssertionError(f"no line within {self.seconds:.0f} s; so far: {self.waiting!r}")
            data = os.read(self.process.stdout.fileno(), 65536)
            if not data:
                return None
            self.waiting += data
        line, self.waiting = self.waiting.split(b"\n", 1)
        return line.decode()

    def call(self, method, **params):
        """Calls and returns the result; raises CallFailed with the daemon's error."""
        self.last_id += 1
        message = {"jsonrpc": "2.0", "id": self.last_id, "method": method}
        if params:
            message["params"] = params
        self.process.stdin.write(json.dumps(message).encode() + b"\n")
        while True:
            line = self.line()
            if line is None:
                raise ConnectionResetError(f"the connection closed while {method} was waiting")
            answer = json.loads(line)
            if answer.get("id") == self.last_id:
                break
        if "error" in answer:
            raise CallFailed(answer["error"])
        return answer["result"]

    def reason(self, method, **params):
        """The reason for which the daemon refuses a call; None when it does not."""
        try:
            self.call(method, **params)
        except CallFailed as failure:
            return failure.reason
        return None

    def create(self, name="Rosa", **params):
        """A new session request."""
        return self.call("sessionRequest.create", recipient={"name": name}, **params)["sessionRequest"]
