"""The command line as people and programs use it: in a pipe, and on a terminal."""

import errno
import fcntl
import json
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time

import pyte

import desk as desks
from moments import TooLate


class Ended:
    """What a run of the program came to."""

    def __init__(self, status, out, err):
        self.status = status
        self.out = out
        self.err = err

    @property
    def objects(self):
        """The JSON lines of its output."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def object(self):
        (one,) = self.objects
        return one


def environment(desk, **more):
    """What the program may know of the machine that runs it."""
    known = desks.environment() | {"SESSION_REQUEST_SOCKET": str(desk.path("agent")), "TZ": "UTC", "TERM": "xterm-256color"}
    return known | {name: str(value) for name, value in more.items()}


def command(*arguments):
    assert desks.CLI.exists(), f"cannot test without {desks.CLI}: build session-request"
    return [str(desks.CLI), *map(str, arguments)]


def start(desk, *arguments, uid=desks.ANA, stdin=subprocess.DEVNULL, **variables):
    """Starts the program in a pipe."""
    return subprocess.Popen(
        command(*arguments), stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env=environment(desk, **variables), user=uid, group=uid, extra_groups=[])


def run(desk, *arguments, uid=desks.ANA, given=None, within=20.0, **variables):
    """Runs the program in a pipe to its end."""
    process = start(
        desk, *arguments, uid=uid, stdin=subprocess.DEVNULL if given is None else subprocess.PIPE, **variables)
    try:
        out, err = process.communicate(given, timeout=within)
    finally:
        process.kill()
    return Ended(process.returncode, out, err)


def done(desk, *arguments, **more):
    """Runs it to its end, which must be a success with nothing to complain about."""
    ended = run(desk, *arguments, **more)
    assert (ended.status, ended.err) == (0, ""), (arguments, ended.status, ended.err)
    return ended


class Window:
    """The program on a terminal of its own, drawn by an emulator."""

    def __init__(self, desk, *arguments, columns=100, rows=30, **variables):
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.process_id, self.terminal = pty.fork()
        if self.process_id == 0:
            line = command(*arguments)
            try:
                os.execve(line[0], line, environment(desk, **variables))
            finally:
                os._exit(127)
        self.resize(columns, rows)
        os.set_blocking(self.terminal, False)
        self.status = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.status is None:
            os.kill(self.process_id, signal.SIGKILL)
            os.waitpid(self.process_id, 0)
        os.close(self.terminal)

    def resize(self, columns, rows):
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(rows, columns)

    @property
    def lines(self):
        return [line.rstrip() for line in self.screen.display]

    @property
    def text(self):
        return "\n".join(self.lines).rstrip()

    def read(self, within=0.05):
        """Takes what it has written; False once it is gone."""
        if not select.select([self.terminal], [], [], within)[0]:
            return True
        try:
            data = os.read(self.terminal, 1 << 16)
        except OSError as error:
            assert error.errno == errno.EIO
            data = b""
        self.raw += data
        # The emulator draws the characters of a cluster one by one; a name that is put together is not for it.
        self.stream.feed(data)
        return bool(data)

    def until(self, pattern, within=10.0):
        """Reads until the screen shows a text (a regular expression)."""
        deadline = time.monotonic() + within
        while not re.search(pattern, self.text):
            if time.monotonic() > deadline or not self.read():
                if re.search(pattern, self.text):
                    break
                raise TooLate(f"{pattern!r} is not on the screen:\n{self.text}")
        return self.text

    def type(self, text):
        os.write(self.terminal, text.encode())

    def end(self, within=10.0):
        """Reads until it ends, and answers its exit status."""
        deadline = time.monotonic() + within
        while self.read():
            if time.monotonic() > deadline:
                raise TooLate(f"it does not end:\n{self.text}")
        _, status = os.waitpid(self.process_id, 0)
        self.status = os.waitstatus_to_exitcode(status)
        return self.status
