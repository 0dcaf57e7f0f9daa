"""A portal of its own for the tests, in front of a desk: its sockets, its life, and plain requests to it."""

import contextlib
import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import socketserver
import subprocess
import tempfile
import threading
import urllib.parse

from desk import DAEMON, environment
from moments import until

PROGRAM = pathlib.Path(os.environ.get("SESSION_REQUEST_PORTAL") or DAEMON.parent / "session-request-portal").resolve()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Answer:
    """What came back: status, fields and body."""

    def __init__(self, response, body):
        self.status = response.status
        self.headers = response.headers
        self.body = body.decode()

    def json(self):
        return json.loads(self.body)

    @property
    def cookie(self):
        return (self.headers.get("Set-Cookie") or "").partition(";")[0]


class Portal:
    """A running portal, or one that can be started again."""

    def __init__(self, desk, *, config=None, idle_exit=None, listen=None, gateway=None):
        assert PROGRAM.exists(), f"cannot test without {PROGRAM}: build it or set SESSION_REQUEST_PORTAL"
        self.desk = desk
        self.gateway = gateway or desk.path("gateway")
        self.directory = pathlib.Path(tempfile.mkdtemp(prefix="srp-", dir="/tmp"))
        self.directory.chmod(0o755)
        self.overrides = self.directory / "portal"
        self.overrides.mkdir()
        self.config = self.directory / "config.yaml"
        self.log = self.directory / "log"
        self.port = free_port()
        self.listen = listen or [f"127.0.0.1:{self.port}"]
        self.idle_exit = idle_exit
        self.process = None
        self.configure(config or {})

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def configure(self, config):
        portal = {"address": self.address} | config.get("portal", {})
        self.config.write_text(json.dumps(config | {"portal": portal}, indent=2))

    def command(self, *arguments):
        command = [str(PROGRAM), "--gateway", str(self.gateway), "--config", str(self.config),
                   "--overrides", str(self.overrides)]
        for address in self.listen:
            command += ["--listen", address]
        return command + (["--idle-exit", str(self.idle_exit)] if self.idle_exit else []) + list(arguments)

    def start(self, within=20.0):
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command(), stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment())
        until(lambda: self._is_ready(), within, what="the portal being ready")
        return self

    def _is_ready(self):
        assert self.process.poll() is None, f"the portal ended with {self.process.returncode}:\n{self.tail()}"
        return "ready:" in self.tail()

    def stop(self, within=10.0):
        if self.process is None:
            return
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(within)
        self.process = None
        assert status == 0, f"the portal ended with {status}:\n{self.tail()}"

    def reload(self):
        before = self.tail().count("were read again")
        self.process.send_signal(signal.SIGHUP)
        until(lambda: self.tail().count("were read again") > before, what="the configuration being read again")

    def remove(self):
        try:
            self.stop()
        finally:
            if self.process is not None and self.process.poll() is None:
                self.process.kill()
                self.process.wait(10)
            shutil.rmtree(self.directory, ignore_errors=True)

    def tail(self):
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    # Plain requests

    def ask(self, method, path, body=None, headers=None, within=20.0):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=within)
        try:
            connection.request(method, path, body=body, headers=headers or {})
            response = connection.getresponse()
            return Answer(response, response.read())
        finally:
            connection.close()

    def get(self, path, **headers):
        return self.ask("GET", path, headers=named(headers))

    def visitor(self, **headers):
        return Visitor(self, named(headers))

    def call(self, token, name, body=None, **headers):
        """A call of the remote client's interface."""
        data = None if body is None else json.dumps(body)
        fields = {"Content-Type": "application/json"} if body is not None else {}
        return self.ask("POST", f"/api/v1/links/{token}/{name}", body=data, headers=fields | named(headers))

    def link(self, token):
        return self.ask("GET", f"/api/v1/links/{token}").json()["link"]


class Visitor:
    """A browser without JavaScript: keeps the cookie, and fills in forms as they were shown."""

    def __init__(self, portal, headers):
        self.portal = portal
        self.headers = headers
        self.page = None

    def open(self, path):
        self.page = self.portal.ask("GET", path, headers=self.headers)
        if self.page.cookie:
            self.headers = self.headers | {"Cookie": self.page.cookie}
        return self.page

    @property
    def form_token(self):
        return re.search(r'name="form" value="([0-9a-f]+)"', self.page.body).group(1)

    def post(self, path, **fields):
        fields = {"form": self.form_token} | fields
        answer = self.portal.ask(
            "POST", path, body=urllib.parse.urlencode(fields),
            headers=self.headers | {"Content-Type": "application/x-www-form-urlencoded"})
        if answer.status != 303:
            self.page = answer
        return answer

    def press(self, token, name, **fields):
        return self.post(f"/s/{token}/{name}", **fields)


class SlowDoor:
    """A door of the desk for the page, which keeps answers to `link.watch` back while it is told to."""

    def __init__(self, desk):
        self.path = desk.directory / "slow.sock"
        self.holds = False
        slow, door = self, str(desk.path("gateway"))

        class Peer(socketserver.StreamRequestHandler):
            def handle(self):
                self.watches = set()
                with socket.socket(socket.AF_UNIX) as daemon:
                    daemon.connect(door)
                    threading.Thread(target=self.answer, args=(daemon,), daemon=True).start()
                    for line in self.rfile:
                        message = json.loads(line)
                        if message["method"] == "link.watch" and slow.holds:
                            self.watches.add(message["id"])
                        daemon.sendall(line)

            def answer(self, daemon):
                # Until either side has gone.
                with contextlib.suppress(OSError):
                    for line in daemon.makefile("rb"):
                        if json.loads(line).get("id") not in self.watches:
                            self.wfile.write(line)

        self._server = socketserver.ThreadingUnixStreamServer(str(self.path), Peer)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self):
        self._server.shutdown()
        self._server.server_close()


def named(headers):
    return {name.replace("_", "-"): value for name, value in headers.items()}
