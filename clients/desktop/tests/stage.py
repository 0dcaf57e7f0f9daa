"""A display, a bus and a home of their own, with programs on them; what was started is ended by its id."""

import json
import os
import pathlib
import pty
import select
import signal
import subprocess
import time

import desk as desks
from moments import TooLate, until

HERE = pathlib.Path(__file__).resolve().parent
PROGRAMS = HERE.parent
PORTAL = desks.DAEMON.parent / "session-request-portal"
# GTK's bindings belong to the system's Python.
PYTHON = "/usr/bin/python3"


def installed(folder, name, body):
    """A program in a folder that is on PATH."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text("#!/bin/bash\n" + body)
    path.chmod(0o755)
    return path


def anydesk(folder, address="987654321", version="9.0.5", logs=""):
    """AnyDesk's command line, as far as it is asked for its address, its version, or to connect."""
    log = f'printf "%s\\n" "$*" >>{logs}\n' if logs else ""
    return installed(folder, "anydesk", f'case $1 in --get-id) echo "{address}";; --version) echo "{version}";; *) {log}:;; esac\n')


class Stage:
    """An Xvfb with a session bus; programs started on it, and what is on it."""

    def __init__(self, folder, home, desk=None, size="900x800x24"):
        self.folder, self.home = pathlib.Path(folder), home
        self.folder.mkdir(parents=True, exist_ok=True)
        self.bin = self.folder / "bin"
        self.bin.mkdir(exist_ok=True)
        runtime = self.folder / "run"
        runtime.mkdir(mode=0o700, exist_ok=True)
        self.processes = []
        self.environment = desks.environment() | {
            "HOME": str(home), "XDG_RUNTIME_DIR": str(runtime), "LANG": "C.UTF-8", "TZ": "UTC",
            "PATH": f"{self.bin}:{PROGRAMS}:{desks.DAEMON.parent}:/usr/bin:/bin", "GSETTINGS_BACKEND": "memory",
            "GDK_BACKEND": "x11", "GSK_RENDERER": "cairo", "ADW_DISABLE_PORTAL": "1", "NO_AT_BRIDGE": "0",
            "XDG_DATA_DIRS": "/usr/share", "XDG_CURRENT_DESKTOP": "X-Generic",
        }
        if desk is not None:
            self.environment["SESSION_REQUEST_SOCKET"] = str(desk.path("agent"))
        self.size = size

    def __enter__(self):
        reading, writing = os.pipe()
        self.xvfb = self.start(
            "Xvfb", "-displayfd", str(writing), "-screen", "0", self.size, "-nolisten", "tcp", "-noreset",
            pass_fds=[writing])
        os.close(writing)
        with open(reading) as file:
            number = file.readline().strip()
        assert number, "Xvfb did not start"
        self.environment["DISPLAY"] = f":{number}"
        bus = self.start("dbus-daemon", "--session", "--nofork", "--print-address", stdout=subprocess.PIPE)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):
            if process.poll() is None:
                process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(10)

    def start(self, *command, **more):
        log = open(self.folder / f"{pathlib.Path(command[0]).name}.log", "ab")
        more = {"stdin": subprocess.DEVNULL, "stdout": log, "stderr": log, "env": self.environment} | more
        process = subprocess.Popen([str(word) for word in command], **more)
        log.close()
        self.processes.append(process)
        return process

    def run(self, *command, within=60, **more):
        return subprocess.run(
            [str(word) for word in command], env=self.environment, stdin=subprocess.DEVNULL, capture_output=True,
            text=True, timeout=within, check=False, **more)

    def logs(self):
        """What the programs have printed."""
        return "".join(path.read_text(errors="replace") for path in sorted(self.folder.glob("*.log")))

    def screenshot(self, name):
        """A picture of the whole display, kept for whoever wants to look."""
        folder = pathlib.Path(os.environ.get("SCREENSHOTS") or self.folder)
        folder.mkdir(parents=True, exist_ok=True)
        done = self.run("import", "-window", "root", folder / name)
        assert done.returncode == 0, done.stderr
        return folder / name

    def reader(self):
        return ScreenReader(self)


class ScreenReader:
    """What a screen reader finds on the stage, and what it presses; the reading is done by the system's Python."""

    def __init__(self, stage):
        self._stage = stage
        self._process = stage.start(
            PYTHON, HERE / "screen_reader.py", stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def _ask(self, what, **more):
        self._process.stdin.write(json.dumps({"what": what} | more).encode() + b"\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, self._stage.logs()
        return json.loads(line)

    def texts(self):
        """Names and texts of all that can be seen."""
        return self._ask("texts")

    def sees(self, text, within=15.0):
        """Waits until a text holds this; all texts."""
        def found():
            texts = self.texts()
            return texts if any(text in one for one in texts) else None
        try:
            return until(found, within, what=f"seeing {text!r}")
        except TooLate as late:
            raise TooLate(f"{late}; seen: {self.texts()}; {self._stage.logs()}") from None

    def press(self, label, within=10.0):
        until(lambda: self._ask("press", label=label), within, what=f"a button {label!r} in {self.texts()}")

    def type(self, text, label=None):
        """Writes into the field of this name, or into the first one."""
        until(lambda: self._ask("type", text=text, label=label), what=f"a field {label!r} in {self.texts()}")

    def select(self, label, within=10.0):
        """Selects the row of a list that has this name."""
        until(lambda: self._ask("select", label=label), within, what=f"a row {label!r} in {self.texts()}")

    def where(self, label):
        """The left and the right edge, within its window, of what has this name."""
        return until(lambda: self._ask("where", label=label), what=f"{label!r} showing in {self.texts()}")

    def may_press(self, label):
        """Whether a button can be pressed; None if there is none of this name."""
        return self._ask("may press", label=label)

    def focused(self):
        """The names of what has the keyboard, and of what is in it."""
        return self._ask("focused")

    def go_to(self, label, key="Tab", most=60):
        """Moves the keyboard on until this has it."""
        for _ in range(most):
            if label in self.focused():
                return
            self.keys(key)
        raise AssertionError(f"{key} does not lead to {label!r}")

    def pick(self, label, option):
        """Picks an option of a field with the keyboard."""
        self.go_to(label)
        self.keys("space")
        self.sees(option)
        self.keys("Home")
        self.go_to(option, key="Down")
        self.keys("Return")
        until(lambda: label in self.focused(), what="the list of options going")

    def keys(self, *keys):
        """Presses keys, one after another."""
        self._stage.run("xdotool", "key", "--delay", "30", *keys)

    def choose(self, label, within=10.0):
        """Sets or clears the switch with this label."""
        until(lambda: self._ask("toggle", label=label), within, what=f"a switch {label!r}")


class Terminal:
    """A program on a terminal of its own."""

    def __init__(self, *command, env):
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            os.execvpe(str(command[0]), [str(word) for word in command], env)
        self.text = ""
        self.status = None

    def sees(self, text, within=15.0, times=1):
        deadline = time.monotonic() + within
        while self.text.count(text) < times:
            readable, _, _ = select.select([self._terminal], [], [], max(0.0, deadline - time.monotonic()))
            try:
                read = os.read(self._terminal, 65536) if readable else b""
            except OSError:
                read = b""
            if not read:
                raise TooLate(f"{text!r} is not on the terminal: {self.text!r}")
            self.text += read.decode("utf-8", "replace")

    def type(self, text):
        os.write(self._terminal, text.encode() + b"\n")

    def signal(self, number):
        os.kill(self.pid, number)

    def end(self, within=15.0):
        """The status that it ends with by itself; what it still prints is read."""
        def ended():
            readable, _, _ = select.select([self._terminal], [], [], 0.02)
            try:
                self.text += os.read(self._terminal, 65536).decode("utf-8", "replace") if readable else ""
            except OSError:
                pass
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
            return pid != 0
        until(ended, within, what="the program's end")
        return self.status

    def close(self):
        if self.status is None:
            try:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
            except (ProcessLookupError, ChildProcessError):
                pass
        os.close(self._terminal)
