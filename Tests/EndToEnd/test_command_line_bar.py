"""`session-request bar`: one line at once and one for every change, through restarts, and an end with its reader."""

import json
import os
import select
import signal
import subprocess
import time

import pytest

import desk as desks
from command_line import command, done, environment, run, start
from flows import create, grant, open_link
from moments import TooLate, until

FORMATS = ["waybar", "i3bar", "i3blocks", "polybar", "xbar", "tmux", "plain"]


class Bar:
    """A bar that reads what it is fed."""

    def __init__(self, desk, *arguments):
        self.process = subprocess.Popen(
            command("bar", *arguments), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=environment(desk))
        self.buffer = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.communicate()

    def next(self, within=10.0):
        deadline = time.monotonic() + within
        while b"\n" not in self.buffer:
            if not select.select([self.process.stdout], [], [], max(0, deadline - time.monotonic()))[0]:
                raise TooLate(f"no line came: {self.buffer!r}")
            data = os.read(self.process.stdout.fileno(), 1 << 16)
            assert data, self.process.stderr.read()
            self.buffer += data
        line, self.buffer = self.buffer.split(b"\n", 1)
        return line.decode()

    def until(self, text, within=10.0):
        while text not in (line := self.next(within)):
            pass
        return line


def test_a_line_at_once_and_one_for_every_change(desk, root, gateway):
    with Bar(desk, "--format", "waybar") as bar:
        assert json.loads(bar.next()) == {"text": "no requests", "alt": "idle", "tooltip": "", "class": "idle"}
        request = create(root, recipient={"name": "Zoë <b>&\"x\"</b>"}, subject="It's | 100 %{F#f00}")
        assert json.loads(bar.next())["text"] == "1 open"
        open_link(gateway, request)
        waiting = json.loads(bar.next())
        assert (waiting["text"], waiting["class"]) == ("1 waiting", "waiting")
        assert waiting["tooltip"] == (
            f"{request['id']} waiting: Zoë &lt;b&gt;&amp;&quot;x&quot;&lt;/b&gt;: It&apos;s | 100 %{{F#f00}}")
        # What changes nothing that is shown is no line.
        root.call("sessionRequest.comment", id=request["id"], text="Nothing to see.")
        grant(gateway, request)
        assert json.loads(bar.next())["text"] == "1 ready"
        root.call("sessionRequest.connect", id=request["id"])
        assert json.loads(bar.next())["class"] == "connected"
        root.call("sessionRequest.close", id=request["id"], reason="done")
        assert json.loads(bar.next())["text"] == "no requests"


@pytest.mark.parametrize("format_", FORMATS)
def test_once_is_one_line_and_a_success_even_offline(desk, format_, tmp_path):
    ended = done(desk, "bar", "--format", format_, "--once")
    lines = ended.out.splitlines()
    assert len(lines) == (2 if format_ == "xbar" else 1)
    away = run(desk, "bar", "--format", format_, "--once", "--socket", tmp_path / "none.sock")
    assert (away.status, away.err) == (0, "")
    assert "desk offline" in away.out and len(away.out.splitlines()) == (3 if format_ == "xbar" else 1)


def test_only_a_queue_or_what_is_mine(make_desk):
    desk = make_desk()
    root, ana, gateway = desk.agent(desks.ROOT), desk.agent(), desk.gateway()
    root.call("queue.create", id="tier-1", name="Tier 1")
    queue = create(root, assignee={"type": "queue", "id": "tier-1"})
    mine = create(ana, assignee={"type": "agent", "id": "me"})
    with Bar(desk, "--queue", "tier-1") as bar:
        assert bar.next() == "1 open"
        for request in (mine, queue):
            open_link(gateway, request)
        assert bar.next() == "1 waiting"
        # It leaves the queue.
        user = ana.call("daemon.whoami")["user"]
        root.call("sessionRequest.assign", id=queue["id"], assignee={"type": "agent", "id": user})
        assert bar.next() == "no requests"
    assert done(desk, "bar", "--once", "--mine", uid=desks.ANA).out == "2 waiting\n"
    assert done(desk, "bar", "--once", "--mine", uid=desks.ROOT).out == "no requests\n"


def test_a_viewer_sees_as_much(make_desk):
    desk = make_desk()
    request = create(desk.agent(desks.ROOT), recipient={"name": "Zoë"}, subject="Printer")
    open_link(desk.gateway(), request)
    shown = [
        done(desk, "bar", "--format", "xbar", "--once", "--socket", desk.path(name)).out for name in ("agent", "viewer")]
    assert shown[0] == shown[1] and "waiting: Zoë: Printer | " in shown[0]


@pytest.mark.parametrize("once", [["--once"], []])
def test_without_a_role_it_says_so(make_desk, once):
    desk = make_desk()
    bar = start(desk, "bar", "--format", "waybar", *once, uid=desks.STRANGER)
    try:
        shown = json.loads(bar.stdout.readline())
    finally:
        bar.kill()
        bar.communicate()
    assert (shown["text"], shown["class"]) == ("desk: no role", "offline") and "cannot" in shown["tooltip"]


def test_time_alone_makes_it_urgent(make_desk):
    desk = make_desk()
    open_link(desk.gateway(), create(desk.agent(desks.ROOT)))
    with Bar(desk, "--format", "waybar", "--urgent-after", "3s") as bar:
        assert json.loads(bar.next())["class"] == "waiting"
        assert json.loads(bar.next(within=15))["class"] == "urgent"


def test_a_restart_is_nothing_to_tell_and_an_absence_is(make_desk):
    desk = make_desk()
    with Bar(desk) as bar:
        assert bar.next() == "no requests"
        for _ in range(3):
            desk.restart()
        create(desk.agent(desks.ROOT))
        assert bar.next() == "1 open"
        desk.kill()
        assert bar.next() == "desk offline"
        desk.start()
        assert bar.next(within=20) == "1 open"


def test_it_begins_before_the_service_does(make_desk):
    desk = make_desk(start=False)
    with Bar(desk) as bar:
        assert bar.next() == "desk offline"
        desk.start()
        assert bar.next(within=20) == "no requests"


def test_a_service_that_does_not_answer_leaves_no_bar_empty(make_desk):
    desk = make_desk()
    desk.process.send_signal(signal.SIGSTOP)
    try:
        with Bar(desk) as bar:
            assert bar.next(within=10) == "desk offline"
            desk.process.send_signal(signal.SIGCONT)
            assert bar.next() == "no requests"
    finally:
        desk.process.send_signal(signal.SIGCONT)


def test_a_burst_is_a_few_lines_and_the_last_one_is_true(make_desk):
    desk = make_desk()
    with Bar(desk) as bar:
        assert bar.next() == "no requests"
        root = desk.agent(desks.ROOT)
        for _ in range(5):
            root.call("sessionRequest.bulk", operations=[
                {"method": "sessionRequest.create", "params": {"recipient": {"name": "Maria"}}}] * 100)
        lines = 1
        while bar.next() != "500 open":
            lines += 1
        assert lines <= 10


@pytest.mark.parametrize("end", ["reader", "parent"])
def test_it_ends_with_whoever_reads_it(desk, end):
    """Also when there is nothing to write: a bar that is killed leaves nothing behind."""
    shell = subprocess.Popen(
        ["sh", "-c", '"$@" & echo $!; wait', "sh", *command("bar")], stdout=subprocess.PIPE, env=environment(desk))
    child = int(shell.stdout.readline())
    assert shell.stdout.readline()
    if end == "reader":
        shell.stdout.close()
    else:
        shell.kill()
        shell.wait(10)
    until(lambda: not os.path.exists(f"/proc/{child}") or b"Z" in state(child), within=15, what="the feed ending")
    shell.kill()
    shell.wait(10)


def state(process):
    try:
        with open(f"/proc/{process}/stat", "rb") as file:
            return file.read().rpartition(b")")[2].split()[0]
    except FileNotFoundError:
        return b"Z"


def test_a_restart_with_many_bars_is_no_storm(make_desk):
    desk = make_desk()
    bars = [Bar(desk) for _ in range(20)]
    try:
        for bar in bars:
            assert bar.next() == "no requests"
        desk.kill()
        time_away = time.monotonic()
        for bar in bars:
            assert bar.next() == "desk offline"
        assert time.monotonic() - time_away < 10
        desk.start()
        create(desk.agent(desks.ROOT))
        for bar in bars:
            assert bar.until("1 open", within=30)
    finally:
        for bar in bars:
            bar.__exit__()
