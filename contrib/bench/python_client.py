"""The Python client's round trip beside that of a bare socket in Python which sends and reads ready bytes."""

import json
import os
import socket
import sys
import time
from statistics import median

from harness import LOAD_CORE, ROOT, Awake, Trouble, daemon, pin
from rows import Row, rate

sys.path.insert(0, str(ROOT / "clients" / "python" / "src"))

CALLS_AT_LEAST = 200
FLOOR = 0.45


def measure(folder, clock, rounds, milliseconds):
    """One row: calls per second of the client, of a bare socket, and of one that makes and reads JSON."""
    row = Row("python", "Python client, ping, 1 x 1", floor=f">= {FLOOR:.2f}")
    try:
        clock.check()
        run_pinned(row, folder, rounds, milliseconds / 1000)
    except Trouble as trouble:
        row.fail(str(trouble))
    return [row]


def run_pinned(row, folder, rounds, seconds):
    path = folder.socket("python")
    before = os.sched_getaffinity(0)
    with daemon(path, folder.state("python")), Awake(True):
        if pin(LOAD_CORE):
            pin(LOAD_CORE)()
        try:
            runs = measured(path, rounds, seconds)
        finally:
            os.sched_setaffinity(0, before)
    middle = {name: median(figures) for name, figures in runs.items()}
    row.ours, row.limit, row.ratio = rate(middle["client"]), rate(middle["bare"]), middle["client"] / middle["bare"]
    row.passed = row.ratio >= FLOOR
    row.values = runs
    row.notes.append(
        f"the limit is a bare socket in Python with ready bytes; with json.dumps and json.loads it has "
        f"{rate(middle['json'])}; the client takes {1e6 / middle['client'] - 1e6 / middle['bare']:.1f} us more a call "
        f"than the bare socket")


def measured(path, rounds, seconds):
    """Calls per second by name, a figure for each round; the ways take turns."""
    from session_request import Desk

    line = b'{"jsonrpc":"2.0","id":1,"method":"rpc.ping"}\n'
    with Desk(path) as desk, socket.socket(socket.AF_UNIX) as bare:
        bare.connect(str(path))

        def ready():
            bare.sendall(line)
            return bare.recv(65536).endswith(b"\n")

        def made():
            request = {"jsonrpc": "2.0", "id": 1, "method": "rpc.ping", "params": {}}
            bare.sendall(json.dumps(request).encode() + b"\n")
            return json.loads(bare.recv(65536))["result"]["pong"]

        ways = {"client": desk.rpc.ping, "bare": ready, "json": made}
        runs = {name: [] for name in ways}
        for _ in range(rounds):
            for name, call in ways.items():
                runs[name].append(pace(call, seconds))
    return runs


def pace(call, seconds):
    """Calls per second, for about so many seconds."""
    done, began = 0, time.perf_counter()
    while True:
        for _ in range(CALLS_AT_LEAST):
            if not call():
                raise Trouble("a ping was not answered as one")
        done += CALLS_AT_LEAST
        passed = time.perf_counter() - began
        if passed >= seconds:
            return done / passed
