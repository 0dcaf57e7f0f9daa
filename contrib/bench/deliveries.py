"""Events delivered per second to 1, 100 and 1,000 subscribers, each reading every event, on one core.

Replay: the log is there and all subscribe from its beginning; the floor is on this. Live: all are caught up when one
client makes changes, many in flight; each is durable before anyone hears of it, so to one subscriber this is the speed
of creating. The ceiling is a C server that writes lines of the same size from memory and keeps nothing.
"""

from statistics import median

from calls import CREATE, message
from harness import OUT, Client, Server, Trouble, daemon, load
from rows import Row, rate

EVENTS = {1: 20_000, 100: 5_000, 1_000: 2_000}
FLOOR = 1_000_000
BEST = {1: "123k/s Redis", 100: "1.14M/s Redis", 1_000: "1.16M/s Redis"}
SUBSCRIBE = '{"jsonrpc":"2.0","id":1,"method":"events.subscribe","params":{"since":"%s"}}'
CURSOR = '"cursor":"'


def measure(folder, clock, wanted, rounds, limit_ms=6_000):
    rows = []
    for subscribers, events in EVENTS.items():
        if not wanted(f"deliver-{subscribers}"):
            continue
        replay = Row(f"deliver-{subscribers}", f"events to {subscribers:,}, replayed", best=BEST[subscribers])
        live = Row(f"deliver-{subscribers}-live", f"events to {subscribers:,}, live", best=BEST[subscribers])
        if subscribers > 1:
            replay.floor = f">= {rate(FLOOR)}"
        rows += [replay, live]
        try:
            measure_one(folder, clock, subscribers, events, rounds, limit_ms, replay, live)
        except Trouble as trouble:
            replay.fail(str(trouble))
    return rows


def event_template(path):
    """An event as the daemon writes it, with the number in its cursor replaced by the counter's place."""
    with Client(path) as client:
        client.call("events.subscribe", since="earliest")
        line = client.notification("events.event")
    start = line.index(CURSOR) + len(CURSOR)
    end = line.index('"', start)
    dot = line.rindex(".", start, end)
    return line[:dot + 1] + "@" * 10 + line[end:]


def measure_one(folder, clock, subscribers, events, rounds, limit_ms, replay, live):
    clock.check()
    paths = {"ours": folder.socket("ours"), "limit": folder.socket("fanout")}
    create = folder.message("create", message("sessionRequest.create", **CREATE))
    since = {when: folder.message(when, SUBSCRIBE % when) for when in ("earliest", "now")}
    runs = {(kind, side): [] for kind in ("replay", "live") for side in ("ours", "limit")}
    with daemon(paths["ours"], folder.state(f"deliver-{subscribers}")):
        load("request", socket=paths["ours"], template=create, count=events, depth=256)
        event = folder.message("event", event_template(paths["ours"]))
        with Server("fanout", paths["limit"], OUT / "fanout", f"socket={paths['limit']}", f"template={event}",
                    f"events={events}"):
            common = {"connections": subscribers, "events": events, "limit": limit_ms}
            for kind in ("replay", "live"):
                for turn in range(rounds):
                    for side in ("ours", "limit") if turn % 2 else ("limit", "ours"):
                        clock.check()
                        options = {"subscribe": since["earliest"]} if kind == "replay" else {
                            "subscribe": since["now"], "publish": events, "template": create}
                        runs[kind, side].append(load("subscribe", socket=paths[side], **common, **options))
    conclude(replay, runs["replay", "ours"], runs["replay", "limit"], FLOOR if subscribers > 1 else None)
    conclude(live, runs["live", "ours"], runs["live", "limit"], None)
    made = median(run["publishedPerSecond"] for run in runs["live", "ours"])
    live.notes.append(f"while {rate(made)} durable creates were answered; the limit's are not durable")


def conclude(row, ours, limit, floor):
    middle = median(run["perSecond"] for run in ours)
    ceiling = median(run["perSecond"] for run in limit)
    row.ours, row.limit, row.ratio = rate(middle), rate(ceiling), middle / ceiling
    row.values = {"ours": ours, "limit": limit}
    if floor:
        row.passed = middle >= floor
    payload = median(run["payloadBytes"] for run in ours)
    each = ours[0]["deliveries"]
    row.notes.append(f"payload {payload:.0f} B, {middle * payload / 1e6:.0f} MB/s, {each:,} deliveries a round")
    incomplete = sum(not run["complete"] for run in ours)
    misplaced = sum(run["misplaced"] for run in ours)
    if incomplete:
        row.fail(f"in {incomplete} of {len(ours)} rounds not all events arrived in time")
    if misplaced:
        row.fail(f"{misplaced} events were out of order or missing")
