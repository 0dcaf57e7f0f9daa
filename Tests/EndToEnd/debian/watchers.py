"""Runs inside the box: agents who watch the desk while another makes session requests, until standard input ends.

    watchers.py NUMBER

Prints "watching" when all of them are subscribed, "going on" for each further line of standard input once a request made
after it has reached them all, and at the end, as JSON, what was made and what each has seen.
"""
import asyncio
import json
import sys

from session_request import AsyncDesk, Event, Interrupted, Resumed, Snapshot


class Watcher:
    """One connection that follows the desk, and what it has been told."""

    def __init__(self):
        self.subscribed = asyncio.Event()
        self.news = asyncio.Condition()
        self.seen = []
        self.snapshots = self.interruptions = self.resumptions = 0

    async def follow(self):
        async with AsyncDesk() as desk:
            async for item in desk.follow():
                if isinstance(item, Snapshot):
                    self.snapshots += 1
                    self.subscribed.set()
                elif isinstance(item, Interrupted):
                    self.interruptions += 1
                elif isinstance(item, Resumed):
                    self.resumptions += 1
                elif isinstance(item, Event) and item.type == "sessionRequest.created":
                    async with self.news:
                        self.seen.append(item.session_request.id)
                        self.news.notify_all()

    async def has_seen(self, number):
        async with self.news:
            await self.news.wait_for(lambda: number in self.seen)

    def told(self):
        return {"seen": self.seen, "snapshots": self.snapshots, "interruptions": self.interruptions,
                "resumptions": self.resumptions}


async def make(watchers, lines):
    """Makes one request after another, each when all have seen the one before; what was made."""
    made = []
    async with AsyncDesk() as desk:
        while True:
            asked = None if lines.empty() else lines.get_nowait()
            request = await desk.session_request.create(recipient={"name": f"Person {len(made)}"})
            made.append(request.id)
            await asyncio.gather(*(watcher.has_seen(request.id) for watcher in watchers))
            if asked == "":
                return made
            if asked is not None:
                print("going on", flush=True)


async def main(number):
    watchers = [Watcher() for _ in range(number)]
    following = [asyncio.create_task(watcher.follow()) for watcher in watchers]
    await asyncio.gather(*(watcher.subscribed.wait() for watcher in watchers))
    print("watching", flush=True)
    lines = asyncio.Queue()

    async def listen():
        line = None
        while line != "":
            line = await asyncio.to_thread(sys.stdin.readline)
            lines.put_nowait(line)

    listening = asyncio.create_task(listen())
    making = asyncio.create_task(make(watchers, lines))
    # A watcher that ends is a failure, and is told as one.
    await asyncio.wait([making, *following], return_when=asyncio.FIRST_COMPLETED)
    for task in following:
        if task.done():
            task.result()
    made = await making
    await listening
    for task in following:
        task.cancel()
    print(json.dumps({"made": made, "watchers": [watcher.told() for watcher in watchers]}))


asyncio.run(main(int(sys.argv[1])))
