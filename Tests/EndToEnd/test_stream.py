"""Ten thousand changes by four writers: every subscriber sees each event once and in order, however it reads."""

import itertools
import random
import threading

from desk import ANA, configuration
from held import HeldByShape
from moments import until

WRITERS = 4
CHANGES = 10_000
IN_FLIGHT = 32
STALLED = 1000
GROWTH = 16 << 20


class Failures:
    """Threads whose assertions are not lost."""

    def __init__(self):
        self.threads, self.raised = [], []

    def start(self, work, *arguments):
        def guarded():
            try:
                work(*arguments)
            except BaseException as error:
                self.raised.append(error)

        self.threads.append(threading.Thread(target=guarded, daemon=True))
        self.threads[-1].start()
        return self.threads[-1]

    def join(self, threads, within):
        for thread in threads:
            thread.join(within)
        if self.raised:
            raise self.raised[0]
        assert not [thread for thread in threads if thread.is_alive()], "a reader or a writer hangs"


def write(agent, number, count, text="x"):
    """Makes so many changes: creates, comments, and a few closes, with some in flight."""
    chance = random.Random(number)
    mine, flying = [], []

    def settle():
        result = agent.answer(flying.pop(0), within=60)["sessionRequest"]
        if result["revision"] == 1:
            mine.append(result["id"])

    for _ in range(count):
        if not mine or chance.random() < 0.4:
            flying.append(agent.request("sessionRequest.create", recipient={"name": "Maria"}, tags=[f"w{number}"],
                                        comments=text))
        else:
            changed = f"{text}{chance.random()}"
            flying.append(agent.request("sessionRequest.update", id=chance.choice(mine), comments=changed))
        if len(flying) >= IN_FLIGHT:
            settle()
    while flying:
        settle()


class Reader:
    """Follows the stream and holds it to its order."""

    def __init__(self, desk, contract, first, last, wants=None):
        self.desk, self.contract = desk, contract
        self.first, self.last = first, last
        self.wants = wants
        self.numbers = []
        self.cursor = None

    def subscribe(self, since, **more):
        agent = self.desk.agent(ANA, contract=self.contract, within=60)
        agent.call("events.subscribe", since=since, **more)
        return agent

    def take(self, params):
        self.cursor = params["cursor"]
        number = int(self.cursor.rpartition(".")[2])
        if self.numbers:
            assert number > self.numbers[-1], f"{number} after {self.numbers[-1]}"
            if self.wants is None:
                assert number == self.numbers[-1] + 1, f"{number} after {self.numbers[-1]}"
        if self.wants is not None:
            assert self.wants in params["sessionRequest"]["tags"]
        self.numbers.append(number)

    def follow(self, agent, count=None):
        """Takes so many events, or all up to the last; True once the last is there."""
        for taken in itertools.count(1):
            message = agent.notification()
            if message["method"] == "events.event":
                self.take(message["params"])
            if int(message["params"]["cursor"].rpartition(".")[2]) >= self.last:
                return True
            if count is not None and taken >= count:
                return False

    def check(self):
        assert self.numbers == list(range(self.first, self.last + 1))


def steady(reader, since):
    reader.follow(reader.subscribe(since))


def coming_and_going(reader, since, seed):
    """Reads a little, leaves with answers still on their way, comes back with its cursor."""
    chance = random.Random(seed)
    while True:
        agent = reader.subscribe(reader.cursor or since)
        done = reader.follow(agent, count=chance.randrange(1, 800))
        agent.close()
        if done:
            return


def polling(reader, since):
    agent = reader.desk.agent(ANA, contract=reader.contract, within=60)
    cursor = since
    while True:
        page = agent.call("events.poll", since=cursor, limit=500, timeout=5)
        for event in page["events"]:
            reader.take(event)
        cursor = page["cursor"]
        if int(cursor.rpartition(".")[2]) >= reader.last:
            return


def run(desk, changes):
    contract = HeldByShape()
    probe = desk.agent(0)
    since = probe.call("sessionRequest.summary")["cursor"]
    first = int(since.rpartition(".")[2]) + 1
    last = first + changes - 1
    failures = Failures()

    def reader(**more):
        return Reader(desk, contract, first, last, **more)

    readers = [reader() for _ in range(6)]
    stalling = [reader() for _ in range(3)]
    filtered = reader(wants="w0")
    stalled = [one.subscribe(since) for one in stalling]
    threads = [failures.start(steady, readers[0], since), failures.start(steady, readers[1], since),
               failures.start(coming_and_going, readers[2], since, 1),
               failures.start(coming_and_going, readers[3], since, 2), failures.start(polling, readers[4], since)]
    narrow = filtered.subscribe(since, filter={"tags": ["w0"]})
    threads.append(failures.start(filtered.follow, narrow))
    writers = [failures.start(write, desk.agent(0, contract=contract), number, changes // WRITERS)
               for number in range(WRITERS)]
    # One stalls after a while, and goes on much later.
    stalling[0].follow(stalled[0], count=100)
    failures.join(writers, within=300)
    assert probe.call("sessionRequest.summary")["cursor"].endswith(f".{last}")
    threads += [failures.start(one.follow, agent) for one, agent in zip(stalling, stalled)]
    # One comes when all is over.
    threads.append(failures.start(steady, readers[5], since))
    failures.join(threads, within=300)
    for one in readers + stalling:
        one.check()
    made = [one for one in filtered.numbers if first <= one <= last]
    assert len(made) == len(set(made)) == changes // WRITERS
    desk.forget_connections()


def test_every_subscriber_sees_every_event_once_and_in_order(make_desk):
    run(make_desk(), CHANGES)


def stall(desk, contract, count):
    """Subscribers that have read the answer to their subscription and nothing since."""
    connections = []
    for _ in range(count):
        connection = desk.agent(0, contract=contract)
        connection.call("events.subscribe", since="now")
        connections.append(connection)
    return connections


def run_stalled(make_desk, changes):
    desk = make_desk(config=configuration(limits={"connections": 4096, "connectionsPerUser": 4096}))
    contract = HeldByShape()
    writer = desk.agent(0, contract=contract, within=60)
    text = "x" * 2000
    # Warm: pools, caches and the log as large as they get without subscribers.
    write(writer, 0, 600, text)
    before = desk.memory()
    since = writer.call("sessionRequest.summary")["cursor"]
    first = int(since.rpartition(".")[2]) + 1
    stalled = stall(desk, contract, STALLED)
    write(writer, 1, changes, text)
    assert writer.call("rpc.ping") == {"pong": True}
    after = desk.memory()
    grown = [now - then for now, then in zip(after, before)]
    print(f"{STALLED} stalled subscribers: RSS +{grown[0] >> 10} KiB, private dirty +{grown[1] >> 10} KiB")
    assert max(grown) < GROWTH, f"grown by {grown} bytes"
    # Nobody was cut off, and each reads on where it was.
    for number, connection in enumerate(stalled):
        if number % (STALLED // 20) == 0:
            reader = Reader(desk, contract, first, first + changes - 1)
            reader.follow(connection)
            reader.check()
        else:
            assert connection.receive_line(within=5), "a stalled subscriber was cut off"
    desk.forget_connections()
    until(lambda: writer_lives(desk), what="the daemon after its stalled subscribers")


def writer_lives(desk):
    with desk.agent(0) as agent:
        return agent.call("rpc.ping") == {"pong": True}


def test_a_thousand_stalled_subscribers_cost_next_to_nothing(make_desk):
    run_stalled(make_desk, 600)
