"""The page behind the links under load: 2,000 visitors watching, each a link of its own, and 200 page views a second.

Visitors come over a Unix socket, as from a proxy, each with an address of its own. While the pages are viewed every
tenth watched link changes, so that the time from the change to the visitor's event is measured as well.
"""

import asyncio
import json
import os
import time

from harness import ROOT, Client, Server, Trouble, daemon_path
from rows import Row, mebibytes

WATCHERS = 2_000
VIEWS_PER_SECOND = 200
SECONDS = 10
# Milliseconds that the slowest hundredth of the pages may take.
FLOOR = 100


def measure(folder, clock):
    row = Row("page", f"page, {VIEWS_PER_SECOND}/s beside {WATCHERS:,} watching", floor=f"p99 <= {FLOOR} ms")
    try:
        clock.check()
        run(row, folder)
    except (Trouble, OSError, asyncio.TimeoutError) as trouble:
        row.fail(f"{type(trouble).__name__}: {trouble}")
    return [row]


def portal_path():
    path = ROOT / ".build" / "release" / "session-request-portal"
    path = os.environ.get("SESSION_REQUEST_PORTAL") or path
    if not os.access(path, os.X_OK):
        raise Trouble(f"cannot find {path}: build it with `make bench`, or name one in SESSION_REQUEST_PORTAL")
    return path


def run(row, folder):
    agent, gateway, http = folder.socket("agent"), folder.socket("gateway"), folder.socket("http")
    config = folder.sockets / "config.yaml"
    limits = {"pagesPerMinute": 1_000_000, "formsPerMinute": 1_000_000, "streams": WATCHERS}
    config.write_text(json.dumps({"portal": {"trustedProxies": ["unix"], "rateLimits": limits}}))
    daemon = Server("daemon", agent, daemon_path(), "--listen", f"agent={agent}", "--listen", f"gateway={gateway}",
                    "--state-directory", folder.state("page"))
    with daemon:
        with Client(agent) as client:
            tokens = [made(client, number) for number in range(WATCHERS)]
        portal = Server("portal", http, portal_path(), "--listen", f"unix:{http}", "--gateway", gateway,
                        "--config", config, "--overrides", folder.sockets / "none")
        with portal:
            before = portal.memory()
            load = Load(str(http), tokens)
            asyncio.run(load.run())
            after, desk = portal.memory(), daemon.memory()
    views, pushes = sorted(load.views), sorted(load.pushes)
    row.ours = f"p99 {at(views, .99):.1f} ms"
    row.passed = at(views, .99) <= FLOOR and not load.failed and len(pushes) == load.changed
    row.values = {"views": views, "pushes": pushes}
    row.notes += [
        f"{len(views):,} views, {load.failed} failed: p50 {at(views, .5):.1f} ms, p99 {at(views, .99):.1f} ms, "
        f"most {views[-1]:.1f} ms, {len(views) / load.seconds:.0f}/s",
        f"{len(pushes)} of {load.changed} changes seen by those who watch: p50 {at(pushes, .5):.1f} ms, p99 {at(pushes, .99):.1f} ms",
        f"page {mebibytes(before['Private'])} before, {mebibytes(after['Private'])} with all of them "
        f"({(after['Private'] - before['Private']) / WATCHERS:.1f} KiB a visitor); daemon {mebibytes(desk['Private'])}",
    ]


def made(client, number):
    request = client.call("sessionRequest.create", recipient={"name": f"Visitor {number}"}, subject="Printer")
    return request["sessionRequest"]["link"].rpartition("/")[2]


def at(figures, share):
    if not figures:
        raise Trouble("nothing was measured")
    return figures[min(len(figures) - 1, int(len(figures) * share))]


class Load:
    """The visitors, in one thread."""

    def __init__(self, path, tokens):
        self.path, self.tokens = path, tokens
        self.views, self.pushes = [], []
        self.failed = self.changed = 0
        self.waiting = {}

    async def run(self):
        ready = asyncio.Semaphore(100)
        streams = await asyncio.gather(*(self.watch(token, number, ready) for number, token in enumerate(self.tokens)))
        readers = [asyncio.ensure_future(self.listen(token, reader)) for token, (reader, _) in zip(self.tokens, streams)]
        started = time.monotonic()
        views = []
        for number in range(VIEWS_PER_SECOND * SECONDS):
            await asyncio.sleep(max(0, started + number / VIEWS_PER_SECOND - time.monotonic()))
            views.append(asyncio.ensure_future(self.view(number)))
            if number % 10 == 0:
                views.append(asyncio.ensure_future(self.change(self.tokens[number // 10])))
        await asyncio.wait_for(asyncio.gather(*views), 30)
        self.seconds = time.monotonic() - started
        deadline = time.monotonic() + 10
        while len(self.pushes) < self.changed and time.monotonic() < deadline:
            await asyncio.sleep(0.01)
        for reader in readers:
            reader.cancel()
        for _, writer in streams:
            writer.close()

    async def connect(self, method, path, number, body=None):
        reader, writer = await asyncio.open_unix_connection(self.path)
        source = f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
        head = f"{method} {path} HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: {source}\r\n"
        if body is not None:
            head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
        if not path.endswith("/events"):
            head += "Connection: close\r\n"
        writer.write((head + "\r\n" + (body or "")).encode())
        return reader, writer

    async def watch(self, token, number, ready):
        async with ready:
            reader, writer = await self.connect("GET", f"/s/{token}/events", number)
            while b"changed" not in await asyncio.wait_for(reader.readline(), 30):
                pass
            await reader.readline()
        return reader, writer

    async def listen(self, token, reader):
        while line := await reader.readline():
            if b"changed" in line and token in self.waiting:
                self.pushes.append((time.monotonic() - self.waiting.pop(token)) * 1000)

    async def view(self, number):
        started = time.monotonic()
        reader, writer = await self.connect("GET", f"/s/{self.tokens[number * 7 % WATCHERS]}", number)
        page = await reader.read()
        writer.close()
        if page.startswith(b"HTTP/1.1 200 ") and b"</html>" in page[-20:]:
            self.views.append((time.monotonic() - started) * 1000)
        else:
            self.failed += 1

    async def change(self, token):
        self.changed += 1
        self.waiting[token] = time.monotonic()
        reader, writer = await self.connect("POST", f"/api/v1/links/{token}/open", 0, "{}")
        await reader.read()
        writer.close()
