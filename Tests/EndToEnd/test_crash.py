"""kill -9 at random moments under four writers: what was answered is there, once, and the log has no gap."""

import collections
import random
import threading
import time

from connection import Connection, RpcError
from desk import rounds
from held import HeldByShape
from moments import until

WRITERS = 4
IN_FLIGHT = 8
LONGEST = 0.12


class Writer:
    """Writes until it is cut off; remembers what it asked for and what was answered."""

    def __init__(self, number):
        self.number = number
        self.created = {}
        self.commented = {}
        self.bulks = {}
        self.unanswered = {}
        self.count = 0

    def next_call(self, chance):
        self.count += 1
        key = f"w{self.number}-{self.count}"
        kind = chance.random()
        if kind < 0.6 or not self.created:
            return "create", key, "sessionRequest.create", {
                "recipient": {"name": key}, "tags": [key], "idempotencyKey": key}
        if kind < 0.9:
            request = chance.choice(list(self.created.values()))
            return "comment", key, "sessionRequest.comment", {"id": request, "text": f"<{key}>"}
        operations = [
            {"method": "sessionRequest.create", "params": {"recipient": {"name": key}, "tags": [f"{key}-{part}"]}}
            for part in range(3)]
        return "bulk", key, "sessionRequest.bulk", {"operations": operations}

    def write(self, connection, chance, stop):
        """Keeps some calls in flight until the connection breaks."""
        flying = {}
        try:
            while not stop.is_set() or flying:
                while len(flying) < IN_FLIGHT and not stop.is_set():
                    kind, key, method, params = self.next_call(chance)
                    self.unanswered[key] = (kind, method, params)
                    flying[connection.request(method, **params)] = (kind, key)
                if not flying:
                    return
                identity = next(iter(flying))
                try:
                    result = connection.answer(identity)
                except RpcError as refusal:
                    assert flying[identity][0] == "comment" and refusal.reason == "invalid_params", refusal
                    del self.unanswered[flying.pop(identity)[1]]
                    continue
                self.note(*flying.pop(identity), result)
        except (EOFError, OSError):
            return

    def note(self, kind, key, result):
        _, _, params = self.unanswered.pop(key)
        if kind == "create":
            self.created[key] = result["sessionRequest"]["id"]
        elif kind == "comment":
            self.commented[key] = (params["id"], result["sessionRequest"]["revision"])
        else:
            self.bulks[key] = [one["sessionRequest"]["id"] for one in result["results"]]


class World:
    """What the log says, read on from where the last reading stopped."""

    def __init__(self):
        self.cursor = "earliest"
        self.last = None
        self.tags = collections.defaultdict(list)
        self.comments = collections.defaultdict(list)
        self.requests = {}

    def read(self, agent):
        more = True
        while more:
            page = agent.call("events.poll", since=self.cursor, limit=500)
            for event in page["events"]:
                self.take(event)
            self.cursor, more = page["cursor"], page["more"]

    def take(self, event):
        epoch, _, number = event["cursor"].rpartition(".")
        if self.last is not None:
            expected = (self.last[0], self.last[1] + 1)
            assert (epoch, int(number)) == expected, f"a gap: {self.last} and then {event['cursor']}"
        self.last = (epoch, int(number))
        request = event["sessionRequest"]
        before = self.requests.get(request["id"])
        assert request["revision"] == (before["revision"] + 1 if before else 1), event["cursor"]
        self.requests[request["id"]] = request
        if event["type"] == "sessionRequest.created":
            assert before is None
            for tag in request["tags"]:
                self.tags[tag].append(request["id"])
        else:
            text = request["comments"].rpartition("<")[2].removesuffix(">")
            self.comments[text].append((request["id"], request["revision"]))

    def check(self, writer):
        for key, identity in writer.created.items():
            assert self.tags[key] == [identity], f"{key} was answered with {identity} and the log has {self.tags[key]}"
        for key, answered in writer.commented.items():
            assert self.comments[key] == [answered], f"{key}: {answered}, and the log has {self.comments[key]}"
        for key, identities in writer.bulks.items():
            assert [self.tags[f"{key}-{part}"] for part in range(3)] == [[identity] for identity in identities]

    def settle(self, agent, writer):
        """Finds out about what was cut off: a create is asked again by its key, the rest is there once at most."""
        for key, (kind, method, params) in list(writer.unanswered.items()):
            if kind == "create":
                there = self.tags[key]
                assert len(there) <= 1, f"{key} was made {len(there)} times"
                made = agent.call(method, **params)["sessionRequest"]["id"]
                assert not there or made == there[0], f"the key {key} made {there[0]} and then {made}"
                writer.created[key] = made
            elif kind == "comment":
                assert len(self.comments[key]) <= 1
            else:
                parts = [len(self.tags[f"{key}-{part}"]) for part in range(3)]
                assert parts in ([0, 0, 0], [1, 1, 1]), f"half a bulk: {parts}"
        writer.unanswered.clear()


class CutConnection(Connection):
    """A connection that knows that it will be cut."""

    def receive(self, within=None):
        message = super().receive(within)
        if message is None:
            raise EOFError
        return message


def run(make_desk, count, seed=20261123):
    chance = random.Random(seed)
    desk = make_desk(start=False)
    contract = HeldByShape()
    world, writers = World(), [Writer(number) for number in range(WRITERS)]
    for number in range(count + 1):
        desk.start()
        agent = desk.agent(0, contract=contract)
        world.read(agent)
        for writer in writers:
            world.check(writer)
            world.settle(agent, writer)
        if number == count:
            break
        stop, threads = threading.Event(), []
        for writer in writers:
            connection = CutConnection(desk.path("agent"), contract, name="agent")
            connection.may_be_cut = True
            threads.append(threading.Thread(
                target=writer.write, args=(connection, random.Random(chance.random()), stop)))
        for thread in threads:
            thread.start()
        moment = time.monotonic() + chance.uniform(0.005, LONGEST)
        until(lambda: time.monotonic() >= moment, within=LONGEST + 1)
        desk.kill()
        stop.set()
        for thread in threads:
            thread.join(20)
            assert not thread.is_alive()
        desk.forget_connections()
    world.read(agent)
    for writer in writers:
        world.check(writer)
    answered = sum(len(writer.created) + len(writer.commented) + len(writer.bulks) for writer in writers)
    assert answered >= count, "the writers hardly wrote"
    whole(agent, world)
    desk.stop()
    assert desk.database().execute("PRAGMA integrity_check").fetchone() == ("ok",)
    return answered


def whole(agent, world):
    """The requests as they are listed are those that the log adds up to."""
    page = {}
    listed = {}
    while True:
        result = agent.call("sessionRequest.list", limit=500, sort="createdAt", **page)
        listed |= {request["id"]: request for request in result["sessionRequests"]}
        if result["nextPage"] is None:
            break
        page = {"page": result["nextPage"]}
    assert {identity: (request["revision"], request["comments"]) for identity, request in listed.items()} == {
        identity: (request["revision"], request["comments"]) for identity, request in world.requests.items()}


def test_nothing_that_was_answered_is_lost_or_doubled_by_kill(make_desk):
    answered = run(make_desk, rounds(50))
    print(f"{answered} answered changes")
