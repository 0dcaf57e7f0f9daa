"""A daemon of its own for the tests: its sockets, its state, its life."""

import json
import os
import pathlib
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile
import time

from connection import Connection
from moments import until

HERE = pathlib.Path(__file__).resolve().parent
BUILT = HERE.parent.parent / ".build" / "debug"
DAEMON = pathlib.Path(os.environ.get("SESSION_REQUESTD") or BUILT / "session-requestd").resolve()
CLI = DAEMON.parent / "session-request"

ROOT = 0
ANA, BEN, CLEO = 21001, 21002, 21003
STRANGER = 21900
BOSS = 21800
NOBODY = 65534
AGENTS = [ANA, BEN, CLEO] + list(range(21100, 21164))


def configuration(**more):
    """The usual roles, and what a test wants besides; a top-level key replaces the usual one."""
    usual = {
        "roles": {
            "admin": {"users": ["root", str(BOSS)]},
            "support_agent": {"users": ["root", str(BOSS), *map(str, AGENTS)]},
        },
    }
    return usual | more


class Desk:
    """A running daemon, or one that can be started again on the same state."""

    def __init__(self, contract, *, config=None, idle_exit=None, state=None):
        self.contract = contract
        self.directory = pathlib.Path(tempfile.mkdtemp(prefix="srd-", dir="/tmp"))
        self.directory.chmod(0o755)
        self.state = pathlib.Path(state) if state else self.directory / "state"
        self.config = self.directory / "config.yaml"
        self.log = self.directory / "log"
        self.idle_exit = idle_exit
        # Arguments besides the usual ones.
        self.more = []
        self.process = None
        self._connections = []
        self.configure(configuration() if config is None else config)

    def configure(self, config):
        # JSON is YAML.
        self.config.write_text(config if isinstance(config, str) else json.dumps(config, indent=2))

    def path(self, name):
        return self.directory / f"{name}.sock"

    # Life

    def command(self, *arguments):
        command = [str(DAEMON)]
        for name in ("agent", "gateway", "viewer", "courier"):
            command += ["--listen", f"{name}={self.path(name)}"]
        command += ["--state-directory", str(self.state), "--config", str(self.config), *self.more, *arguments]
        return command + (["--idle-exit", str(self.idle_exit)] if self.idle_exit else [])

    def start(self, within=20.0):
        """Starts the daemon and returns once all its sockets answer."""
        assert DAEMON.exists(), f"cannot test without {DAEMON}: build the daemon or set SESSION_REQUESTD"
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command(), stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment())
        for name in ("agent", "gateway", "viewer", "courier"):
            until(lambda: self._answers(name, within), within, what=f"the {name} socket answering")
        return self

    def _answers(self, name, within):
        if self.process.poll() is not None:
            raise AssertionError(f"the daemon ended with {self.process.returncode} at its start:\n{self.tail()}")
        with socket.socket(socket.AF_UNIX) as probe:
            try:
                probe.connect(str(self.path(name)))
            except (FileNotFoundError, ConnectionRefusedError):
                return False
            probe.settimeout(within)
            probe.sendall(b'{"jsonrpc":"2.0","id":0,"method":"rpc.ping"}\n')
            if b"pong" not in probe.recv(4096):
                return False
        # Roles come from the configuration here, so that everybody may come in.
        self.path(name).chmod(0o666)
        return True

    def stop(self, within=10.0):
        """Ends the daemon as systemd does, and holds it to a clean exit."""
        if self.process is None:
            return
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(within)
        self.process = None
        assert status == 0, f"the daemon ended with {status}:\n{self.tail()}"

    def kill(self):
        """Takes the power away from the daemon."""
        self.process.kill()
        self.process.wait(10)
        self.process = None

    def hang_up(self):
        """Has the daemon read its configuration anew."""
        self.process.send_signal(signal.SIGHUP)

    def restart(self):
        self.stop()
        return self.start()

    def remove(self):
        try:
            self.forget_connections()
            self.stop()
        finally:
            if self.process is not None and self.process.poll() is None:
                self.kill()
            shutil.rmtree(self.directory, ignore_errors=True)

    def tail(self):
        return self.log.read_text(errors="replace")[-4000:] if self.log.exists() else ""

    # Connections

    def connect(self, name="agent", uid=ROOT, **more):
        connection = Connection(self.path(name), more.pop("contract", self.contract), name=name, uid=uid, **more)
        self._connections.append(connection)
        return connection

    def agent(self, uid=ANA, **more):
        return self.connect("agent", uid, **more)

    def gateway(self, **more):
        return self.connect("gateway", **more)

    def viewer(self, **more):
        return self.connect("viewer", **more)

    def courier(self, **more):
        return self.connect("courier", **more)

    @property
    def connection_count(self):
        return len(self._connections)

    def forget_connections(self, keep=0):
        """Closes all connections that were made here but the first so many."""
        while len(self._connections) > keep:
            self._connections.pop().close()

    # Looking at it from outside

    @property
    def pid(self):
        return self.process.pid

    def memory(self):
        """Resident and private dirty memory, in bytes."""
        sizes = {}
        for line in pathlib.Path(f"/proc/{self.pid}/smaps_rollup").read_text().splitlines()[1:]:
            name, size, _ = line.split()
            sizes[name[:-1]] = int(size) * 1024
        return sizes["Rss"], sizes["Private_Dirty"]

    def run(self, *arguments, within=20.0):
        """Runs the daemon's program to its end with its sockets and state."""
        return subprocess.run(
            self.command(*arguments), capture_output=True, text=True, timeout=within, env=environment())

    def database(self):
        """Opens the database file of a stopped daemon."""
        assert self.process is None, "the daemon still runs"
        files = [file for file in sorted(self.state.rglob("*")) if file.is_file()
                 and file.read_bytes()[:16] == b"SQLite format 3\0"]
        assert len(files) == 1, files
        return sqlite3.connect(files[0])


def environment():
    names = ("PATH", "LANG", "HOME", "LD_LIBRARY_PATH", "TSAN_OPTIONS", "ASAN_OPTIONS")
    return {name: os.environ[name] for name in names if name in os.environ} | {"SWIFT_BACKTRACE": "enable=no"}


def rounds(floor, share=1.0):
    """How often a test repeats itself: ROUNDS (50 unless set, never fewer) times its share, at least the floor."""
    return max(floor, round(max(50, int(os.environ.get("ROUNDS", "50"))) * share))


def elapsed(since):
    return time.monotonic() - since
