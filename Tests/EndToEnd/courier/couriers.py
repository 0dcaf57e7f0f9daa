"""A courier of its own for the tests, beside a desk."""

import contextlib
import json
import pathlib
import signal
import socket
import socketserver
import subprocess
import threading

import desk as desks
from moments import until

PROGRAM = desks.DAEMON.parent / "session-request-courier"


class Courier:
    """A running courier, or one that can be started again."""

    def __init__(self, desk, *, credentials=None, overrides=None, socket=None):
        self.desk = desk
        self.log = desk.directory / "courier.log"
        self.credentials = credentials
        self.overrides = overrides or desk.directory / "mail"
        self.socket = socket or desk.path("courier")
        self.process = None

    def command(self, *arguments):
        assert PROGRAM.exists(), f"cannot test without {PROGRAM}: build session-request-courier"
        return [str(PROGRAM), "--socket", str(self.socket), "--config", str(self.desk.config),
                "--overrides", str(self.overrides), *map(str, arguments)]

    def environment(self):
        known = desks.environment()
        return known | {"CREDENTIALS_DIRECTORY": str(self.credentials)} if self.credentials else known

    def start(self, *arguments):
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command(*arguments), stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=self.environment())
        return self

    def ready(self, within=10.0):
        until(lambda: "ready: " in self.text(), within, what="the courier being ready")
        return self

    def text(self):
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    def kill(self):
        self.process.kill()
        self.process.wait(10)

    def stop(self, within=30.0):
        if self.process is None:
            return None
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(within)
        self.process = None
        return status

    def remove(self):
        if self.process is not None and self.process.poll() is None:
            self.kill()
        self.process = None


class OlderDesk:
    """A door of the desk that hands out one kind of delivery less, as one of another version may."""

    def __init__(self, desk, without):
        self.path = desk.directory / "older.sock"
        door, word = str(desk.path("courier")), json.dumps([without], separators=(",", ":")).encode()

        class Peer(socketserver.StreamRequestHandler):
            def handle(self):
                with socket.socket(socket.AF_UNIX) as daemon:
                    daemon.connect(door)
                    threading.Thread(target=self.answer, args=(daemon,), daemon=True).start()
                    for line in self.rfile:
                        if word in line:
                            self.refuse(json.loads(line)["id"])
                        else:
                            daemon.sendall(line)

            def answer(self, daemon):
                # Until either side has gone.
                with contextlib.suppress(OSError):
                    for line in daemon.makefile("rb"):
                        self.wfile.write(line)

            def refuse(self, id):
                error = {"code": -32602, "message": "cannot read params: /kinds/0",
                         "data": {"reason": "invalid_params", "retryable": False, "path": "/kinds/0"}}
                self.wfile.write(json.dumps({"jsonrpc": "2.0", "id": id, "error": error}).encode() + b"\n")

        self._server = socketserver.ThreadingUnixStreamServer(str(self.path), Peer)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self):
        self._server.shutdown()
        self._server.server_close()


def smtp(office, files, directory, **more):
    """The section `email` for a server of the tests, with its password in a file."""
    import post_office

    password = pathlib.Path(directory) / "smtp-password"
    password.write_text(post_office.PASSWORD + "\n")
    settings = {"host": "localhost", "port": office.port, "security": "starttls", "user": post_office.USER,
                "passwordFile": str(password), "caFile": str(files[0])}
    settings |= more
    return {"from": "Example Support <help@desk.test>", "smtp": {k: v for k, v in settings.items() if v is not None}}


def invitation(agent, request):
    return agent.call("sessionRequest.get", id=request["id"])["sessionRequest"]["invitation"]


def settled(agent, request, way="email", within=15.0):
    """Waits until a sending is no longer under way, and answers how it stands."""
    return until(
        lambda: (now := invitation(agent, request)[way])["state"] in ("sent", "failed") and now, within,
        what=f"the {way} of request {request['id']} being settled")


def environ_of(pid):
    return pathlib.Path(f"/proc/{pid}/environ").read_bytes()


def words_of(pid):
    return pathlib.Path(f"/proc/{pid}/cmdline").read_bytes()
