"""What the daemon costs when it is not busy: started by its first caller, idle, and with readers that are stuck."""

import json
import math
import select
import subprocess
import threading
import time

from calls import CREATE, message
from deliveries import SUBSCRIBE
from harness import LOAD_CORE, Client, Trouble, daemon, daemon_path, load, load_command, pin
from rows import Row, mebibytes

COLD_MS, IDLE_DIRTY_KIB, IDLE_RSS_KIB, STALLED_KIB = 10, 6 * 1024, 24 * 1024, 8 * 1024
STORED, COLD_ROUNDS = 1_000, 15
STALLED, SAMPLE, CHANGES, PAYLOAD = 1_000, 50, 10_000, 50_000_000


def stored_state(folder):
    """A state directory that has been used: a desk's requests are in it."""
    state, path = folder.state("stored"), folder.socket("stored")
    create = folder.message("create", message("sessionRequest.create", **CREATE))
    with daemon(path, state):
        load("request", socket=path, template=create, count=STORED, depth=64)
    return state


def measure_cold(folder, clock):
    row = Row("cold", "cold, activated: first answer", floor=f"<= {COLD_MS} ms", best="7 ms Redis")
    try:
        clock.check()
        state, path = stored_state(folder), folder.socket("cold")
        lines = {"ping": folder.message("ping", message("rpc.ping")),
                 "get": folder.message("get", message("sessionRequest.get", id=1))}

        def start(line, where, rounds):
            tail = ["--", daemon_path(), "--state-directory", where]
            return load("cold", tail, core=None, socket=path, template=line, rounds=rounds)

        first = start(lines["ping"], folder.state("new"), 1)
        runs = {name: start(line, state, COLD_ROUNDS) for name, line in lines.items()}
        row.ours = f"{runs['ping']['medianMs']:.1f} ms"
        row.passed = runs["ping"]["medianMs"] <= COLD_MS
        row.values = {**runs, "first": first}
        row.notes.append(f"{COLD_ROUNDS} starts on {STORED:,} requests, {runs['ping']['minMs']:.1f} to "
                         f"{runs['ping']['maxMs']:.1f} ms, not pinned; when the first call is a get "
                         f"{runs['get']['medianMs']:.1f} ms; making a new database {first['medianMs']:.1f} ms")
        killed = first["killed"] + sum(run["killed"] for run in runs.values())
        if killed:
            row.fail(f"{killed} times it did not end within 5 s of SIGTERM")
    except Trouble as trouble:
        row.fail(str(trouble))
    return [row]


def measure_idle(folder, clock):
    dirty = Row("idle", "idle, private dirty", floor=f"<= {mebibytes(IDLE_DIRTY_KIB)}", best="2.6 MB Redis")
    resident = Row("idle-rss", "idle, RSS", floor=f"<= {mebibytes(IDLE_RSS_KIB)}", best="11.8 MB Redis")
    try:
        clock.check()
        path = folder.socket("idle")
        with daemon(path, stored_state(folder)) as server:
            with Client(path) as client:
                client.call("sessionRequest.get", id=1)
            time.sleep(2)
            sizes = server.memory()
        dirty.ours, dirty.passed = mebibytes(sizes["Private_Dirty"]), sizes["Private_Dirty"] <= IDLE_DIRTY_KIB
        resident.ours, resident.passed = mebibytes(sizes["Rss"]), sizes["Rss"] <= IDLE_RSS_KIB
        resident.notes.append(f"PSS {mebibytes(sizes['Pss'])}; 2 s after one get, {STORED:,} requests in its database")
        resident.values = sizes
    except Trouble as trouble:
        dirty.fail(str(trouble))
    return [dirty, resident]


class Peak(threading.Thread):
    """The highest private memory of a server, looked at ten times a second until it is told to stop."""

    def __init__(self, server):
        super().__init__(daemon=True)
        self.server, self.highest, self.done = server, 0, threading.Event()
        self.start()

    def run(self):
        while not self.done.wait(0.1):
            self.highest = max(self.highest, self.server.memory()["Private"])

    def stop(self):
        self.done.set()
        self.join()
        return self.highest


def measure_stalled(folder, clock):
    row = Row("stalled", f"{STALLED:,} stalled subscribers, growth", floor=f"< {mebibytes(STALLED_KIB)}",
              best="Redis Pub/Sub and NATS cut off")
    try:
        clock.check()
        stall(folder, row)
    except (Trouble, subprocess.TimeoutExpired) as trouble:
        row.fail(str(trouble))
    return [row]


def stall(folder, row):
    path = folder.socket("stalled")
    long = {**CREATE, "comments": "The same words as before. " * 150}
    now = folder.message("now", SUBSCRIBE % "now")
    create = folder.message("long", message("sessionRequest.create", **long))
    busy = {"socket": path, "subscribe": now, "template": create}
    # A desk that somebody is connected to keeps what it uses; without a witness it would give memory back before the
    # sleepers come, and taking that again would count as their cost.
    with daemon(path, folder.state("stalled")) as server, Client(path):
        warm = load("subscribe", events=2_000, publish=2_000, limit=15_000, **busy)
        if not warm["complete"]:
            raise Trouble("the first 2,000 changes took more than 15 s")
        changes = max(CHANGES, math.ceil(PAYLOAD * 1.02 / warm["payloadBytes"]))
        time.sleep(0.5)
        before = server.memory()["Private"]
        command = load_command("stall", socket=path, subscribe=now, events=changes, connections=STALLED, sample=SAMPLE)
        sleepers = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                    text=True, preexec_fn=pin(LOAD_CORE))
        try:
            if not select.select([sleepers.stdout], [], [], 20)[0] or sleepers.stdout.readline() != "subscribed\n":
                raise Trouble(f"{STALLED:,} could not subscribe: {ended(sleepers)}")
            time.sleep(1)
            subscribed = server.memory()["Private"]
            peak = Peak(server)
            burst = load("subscribe", events=changes, publish=changes, limit=30_000, **busy)
            time.sleep(1)
            highest, settled = peak.stop(), server.memory()["Private"]
            output, trouble = sleepers.communicate("wake\n", timeout=40)
            if sleepers.returncode:
                raise Trouble(f"on waking up: {trouble.strip()[:300]}")
            woken = json.loads(output)
        finally:
            if sleepers.poll() is None:
                sleepers.kill()
                sleepers.wait()
    report(row, changes, burst, woken, before, subscribed, highest, settled)


def ended(process):
    process.kill()
    return process.communicate()[1].strip()[:300] or "no answer within 20 s"


def report(row, changes, burst, woken, before, subscribed, highest, settled):
    growth = settled - subscribed
    row.ours, row.passed = mebibytes(growth), growth < STALLED_KIB
    row.values = {"burst": burst, "woken": woken, "KiB": {
        "before": before, "subscribed": subscribed, "highest": highest, "settled": settled}}
    row.notes += [
        f"private memory {mebibytes(before)} before they came, {mebibytes(subscribed)} with all subscribed, "
        f"{mebibytes(settled)} after the changes, {mebibytes(highest)} at most; growth with their connections "
        f"{mebibytes(settled - before)}",
        f"{changes:,} changes, payload {burst['payloadBytes']:.0f} B, {woken['bytesEach'] / 1e6:.0f} MB to each; "
        f"meanwhile {burst['publishedPerSecond']:.0f} creates a second and one reader had them all: "
        f"{'yes' if burst['complete'] else 'no'}",
        f"cut off {woken['cutOff']}; of {woken['sample']} woken up {woken['complete']} read every event in order, "
        f"in {woken['wakeSeconds']:.1f} s",
    ]
    if not burst["complete"] or burst["misplaced"]:
        row.fail("a reader that did not stall missed events")
    if woken["cutOff"] or woken["misplaced"] or woken["complete"] < woken["sample"]:
        row.fail("stalled subscribers were cut off or missed events")
