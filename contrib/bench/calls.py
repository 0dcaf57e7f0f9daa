"""Requests per second: ping and get against a plain echo, durable creates against bare SQLite in C.

All servers run at the same time and wait for nobody; rounds take turns among jobs and servers, so that a slow moment
of the machine strikes everyone: many short ones, because the machine has fast and slow seconds. A ratio is one median
over another.
"""

import json
import sqlite3
from contextlib import ExitStack
from dataclasses import dataclass
from statistics import median

from harness import LOAD_CORE, OUT, SERVER_CORE, Awake, Client, Server, Trouble, daemon, load
from rows import Row, rate

HOLE = "@@@@@@@@@@"
CREATE = {"recipient": {"name": "Maria Souza"}, "comments": "The printer on the second floor prints blank pages"}


def message(method, **params):
    """A request as a template: its id is the load generator's counter."""
    text = json.dumps({"jsonrpc": "2.0", "id": HOLE, "method": method, "params": params}, separators=(",", ":"))
    return text.replace(f'"{HOLE}"', HOLE).replace(',"params":{}', "")


@dataclass
class Job:
    name: str
    title: str
    ceiling: str
    template: str
    connections: int
    depth: int
    floor: float | None = None
    best: str = "-"
    one_core: bool = False  # server and load together: no wake-up across cores, what remains is the work


JOBS = [
    Job("ping", "ping, 1 x 1", "echo", "ping", 1, 1, 0.70, "0.88 Redis"),
    Job("ping-core", "ping, 1 x 1, all on one core", "echo", "ping", 1, 1, one_core=True),
    Job("ping-64", "ping, 1 x 64 in flight", "echo", "ping", 1, 64, 0.15, "0.28 Python orjson"),
    Job("get", "get, 1 x 1", "echo", "get", 1, 1, 0.60),
    Job("create-1", "create, 1 client", "limit", "create", 1, 1, 0.70),
    Job("create-16", "create, 16 clients", "limit", "create", 16, 1),
    Job("create-64", "create, 64 clients", "limit", "create", 64, 1, 0.35, "0.66 Redis"),
]


def measure(folder, clock, wanted, rounds, milliseconds):
    """Rows of the jobs whose names are wanted."""
    jobs = [job for job in JOBS if wanted(job.name)]
    if not jobs:
        return []
    rows = {job.name: Row(job.name, job.title, best=job.best, floor=f">= {job.floor:.2f}" if job.floor else "-")
            for job in jobs}
    results = {job.name: {"ours": [], "limit": []} for job in jobs}
    database = folder.state("limit") / "limit.sqlite"
    paths = {name: folder.socket(name) for name in ("ours", "echo", "limit")}
    with ExitStack() as stack:
        stack.enter_context(daemon(paths["ours"], folder.state("requests")))
        stack.enter_context(Server("echo", paths["echo"], OUT / "echo", f"socket={paths['echo']}"))
        stack.enter_context(
            Server("limit", paths["limit"], OUT / "limit", f"socket={paths['limit']}", f"database={database}"))
        with Client(paths["ours"]) as client:
            made = client.call("sessionRequest.create", **CREATE)["sessionRequest"]["id"]
        templates = {
            "ping": folder.message("ping", message("rpc.ping")),
            "get": folder.message("get", message("sessionRequest.get", id=made)),
            "create": folder.message("create", message("sessionRequest.create", **CREATE)),
        }
        for turn in range(rounds):
            for job in jobs:
                sides = [("limit", job.ceiling), ("ours", "ours")]
                for side, server in sides if turn % 2 else sides[::-1]:
                    if rows[job.name].passed is False:
                        continue
                    try:
                        clock.check()
                        with Awake(job.ceiling == "echo"):
                            results[job.name][side].append(load(
                                "request", socket=paths[server], template=templates[job.template],
                                connections=job.connections, depth=job.depth, warm=50, duration=milliseconds,
                                core=SERVER_CORE if job.one_core else LOAD_CORE))
                    except Trouble as trouble:
                        rows[job.name].fail(f"{side}: {trouble}")
        conclude(jobs, rows, results)
        creates = [row for row in rows.values() if row.name.startswith("create")]
        if creates and all(row.passed is not False for row in creates):
            check_kept(paths["ours"], database, results, creates[-1])
    return list(rows.values())


def conclude(jobs, rows, results):
    for job in jobs:
        row = rows[job.name]
        sides = results[job.name]
        if row.passed is False or not sides["ours"] or not sides["limit"]:
            continue
        middle = {side: {key: median(run[key] for run in runs) for key in runs[0]} for side, runs in sides.items()}
        ours, limit = middle["ours"]["perSecond"], middle["limit"]["perSecond"]
        row.ours, row.limit, row.ratio = rate(ours), rate(limit), ours / limit
        if job.floor:
            row.passed = row.ratio >= job.floor
        row.values = sides
        if job.ceiling == "echo" and job.depth == 1:
            extra = middle["ours"]["p50us"] - middle["limit"]["p50us"]
            row.notes.append(f"a call takes {extra:.1f} us more than the echo")
        latency = ", ".join(
            f"{side} p50 {run['p50us']:.1f} p99 {run['p99us']:.0f} us" for side, run in middle.items())
        size = f"request {middle['ours']['requestBytes']:.0f} B, answer {middle['ours']['answerBytes']:.0f} B"
        echo = "; the echo returns the same request" if job.ceiling == "echo" else ""
        row.notes.append(f"{latency}; {size}{echo}")


def check_kept(path, database, results, row):
    """Every create that was answered is there: both databases count as many as were asked for."""
    asked = {side: sum(run["asked"] for name, sides in results.items() if name.startswith("create")
                       for run in sides[side]) for side in ("ours", "limit")}
    with Client(path) as client:
        kept = client.call("sessionRequest.summary")["byStatus"]["open"] - 1
    other = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    kept_by_limit = other.execute("SELECT count(*) FROM event").fetchone()[0]
    other.close()
    if kept != asked["ours"] or kept_by_limit != asked["limit"]:
        row.fail(f"answered {asked['ours']} and kept {kept}; the limit {asked['limit']} and {kept_by_limit}")
    else:
        row.notes.append(f"all {kept} creates answered here, and {kept_by_limit} by the limit, are in their databases")
