"""Builds the C programs, starts and stops what is measured, and runs the load generator.

Every process is ended by its own pid, every wait is bounded, and everything written goes below build/bench.
"""

import json
import os
import resource
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
OUT = ROOT / "build" / "bench"
FLAGS = ["-O2", "-Wall", "-Wextra", "-Werror", "-std=gnu17"]
PROGRAMS = {
    "echo": ["echo.c"],
    "limit": ["limit.c", "-lsqlite3"],
    "fanout": ["fanout.c"],
    "awake": ["awake.c"],
    "load": ["load.c", "request.c", "subscribe.c", "subscriber.c", "stall.c", "cold.c"],
}
CORES = sorted(os.sched_getaffinity(0))
LOAD_CORE = CORES[0] if len(CORES) > 1 else None
SERVER_CORE = CORES[1] if len(CORES) > 1 else None


class Trouble(Exception):
    """A measurement that cannot be made; its text is for people."""


class Clock:
    """The whole benchmark ends in time: what would begin after that is refused."""

    def __init__(self, seconds):
        self.end = time.monotonic() + seconds

    def check(self):
        if time.monotonic() > self.end:
            raise Trouble("no time left for it in this run")


def build():
    OUT.mkdir(parents=True, exist_ok=True)
    for log in OUT.glob("*.log"):
        log.unlink()
    if not shutil.which("gcc"):
        raise Trouble("cannot find gcc: apt-get install gcc libc6-dev libsqlite3-dev")
    for program, parts in PROGRAMS.items():
        files = [str(HERE / part) if part.endswith(".c") else part for part in parts]
        done = subprocess.run(["gcc", *FLAGS, "-o", OUT / program, *files], capture_output=True, text=True, timeout=120)
        if done.returncode:
            raise Trouble(f"cannot build {program} (it needs gcc and libsqlite3-dev):\n{done.stderr}")


def daemon_path():
    path = Path(os.environ.get("SESSION_REQUESTD") or ROOT / ".build" / "release" / "session-requestd").absolute()
    if not os.access(path, os.X_OK):
        raise Trouble(f"cannot find {path}: build it with `make bench`, or name one in SESSION_REQUESTD")
    return path


def raise_descriptor_limit():
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def pin(core):
    """What a child does before exec; with one core there is nothing to choose."""
    return (lambda: os.sched_setaffinity(0, {core})) if core is not None else None


class Folder:
    """A short path for sockets, and a folder on the checkout's own disk for databases; both go away."""

    def __enter__(self):
        OUT.mkdir(parents=True, exist_ok=True)
        self.sockets = Path(tempfile.mkdtemp(prefix="bench-"))
        self.states = Path(tempfile.mkdtemp(prefix="state-", dir=OUT))
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.sockets, ignore_errors=True)
        shutil.rmtree(self.states, ignore_errors=True)

    def socket(self, name):
        return self.sockets / f"{name}.sock"

    def state(self, name):
        path = self.states / name
        path.mkdir(mode=0o700, exist_ok=True)
        return path

    def message(self, name, text):
        path = self.sockets / f"{name}.line"
        path.write_text(text + "\n")
        return path


class Server:
    """A process that serves a Unix socket, from the time it accepts until the end of the block."""

    def __init__(self, name, path, *command):
        self.name, self.path, self.command = name, path, [str(part) for part in command]

    def __enter__(self):
        self.path.unlink(missing_ok=True)
        with open(OUT / f"{self.name}.log", "ab") as log:
            self.process = subprocess.Popen(
                self.command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, preexec_fn=pin(SERVER_CORE))
        deadline = time.monotonic() + 10
        while True:
            try:
                with socket.socket(socket.AF_UNIX) as probe:
                    probe.connect(str(self.path))
                return self
            except OSError:
                if self.process.poll() is not None or time.monotonic() > deadline:
                    self.__exit__()
                    raise Trouble(f"cannot start {self.name}: see {OUT / self.name}.log") from None
                time.sleep(0.01)

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def memory(self):
        """KiB by the kernel's name: Rss, Private_Dirty ..., and Private, the sum of both private kinds."""
        lines = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text().splitlines()[1:]
        sizes = {line.split(":")[0]: int(line.split()[1]) for line in lines}
        sizes["Private"] = sizes["Private_Clean"] + sizes["Private_Dirty"]
        return sizes


class Awake:
    """Both cores stay awake while a figure is taken that a sleeping core would drown; see awake.c."""

    def __init__(self, wanted):
        self.cores = [core for core in (SERVER_CORE, LOAD_CORE) if wanted and core is not None]

    def __enter__(self):
        self.processes = [subprocess.Popen([OUT / "awake", "seconds=60"], preexec_fn=pin(core)) for core in self.cores]
        return self

    def __exit__(self, *_):
        for process in self.processes:
            process.kill()
            process.wait()


def daemon(path, state):
    return Server("daemon", path, daemon_path(), "--listen", f"agent={path}", "--state-directory", state)


class Client:
    """One call at a time, for what is not timed."""

    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.settimeout(10)
        self.socket.connect(str(path))
        self.lines = self.socket.makefile("rb")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.lines.close()
        self.socket.close()

    def call(self, method, **params):
        request = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
        try:
            self.socket.sendall(json.dumps(request).encode() + b"\n")
            answer = json.loads(self.lines.readline())
        except (OSError, ValueError) as cause:
            raise Trouble(f"{method}: no answer ({cause})") from None
        if "error" in answer:
            raise Trouble(f"{method}: {answer['error']}")
        return answer["result"]

    def notification(self, method, among=100):
        """The next line that notifies of `method`, as text without its newline."""
        for _ in range(among):
            try:
                line = self.lines.readline().decode().rstrip("\n")
                if json.loads(line).get("method") == method:
                    return line
            except (OSError, ValueError) as cause:
                raise Trouble(f"{method}: it did not come ({cause})") from None
        raise Trouble(f"no {method} among {among} lines")


def load_command(mode, tail=(), **options):
    return [str(OUT / "load"), mode, *(f"{name}={value}" for name, value in options.items()), *map(str, tail)]


def load(mode, tail=(), patience=60, core=LOAD_CORE, **options):
    """Runs the load generator and answers what it measured."""
    command = load_command(mode, tail, **options)
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=patience, preexec_fn=pin(core))
    except subprocess.TimeoutExpired:
        raise Trouble(f"load {mode} did not end within {patience} s") from None
    if done.returncode:
        raise Trouble(f"load {mode}: {done.stderr.strip()[:300]}")
    return json.loads(done.stdout)
