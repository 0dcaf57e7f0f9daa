"""100,000 calls leave nothing behind: by what the system says of the process, and to the byte for some of them."""

import asyncio
import concurrent.futures
import gc
import os
import pathlib
import tracemalloc

from session_request import AsyncDesk, DeadlineExceeded, Desk, NotFound

CALLS, TRACED_CALLS = 100_000, 5_000
# What an interpreter keeps for itself comes and goes. A small object for each call would be 5 MB, and 250 KB traced.
RESIDENT_BYTES, TRACED_BYTES = 2 << 20, 128 << 10


def descriptors():
    return sorted(os.listdir("/proc/self/fd"))


def resident():
    return int(pathlib.Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


class NothingLeft:
    """What is done in its block leaves no descriptor, no object and no memory behind."""

    def __init__(self, traced=False):
        self._traced = traced

    def __enter__(self):
        gc.collect()
        self._descriptors = descriptors()
        self._objects = len(gc.get_objects())
        self._resident = resident()
        if self._traced:
            tracemalloc.start()

    def __exit__(self, kind, *_):
        gc.collect()
        traced = tracemalloc.get_traced_memory()[0] if self._traced else 0
        tracemalloc.stop()
        if kind is None:
            assert descriptors() == self._descriptors
            assert len(gc.get_objects()) - self._objects < 500
            assert resident() - self._resident < RESIDENT_BYTES
            assert traced < TRACED_BYTES, f"{traced} bytes are still held"


def refused(desk):
    try:
        desk.session_request.get(999_999)
    except NotFound:
        return
    raise AssertionError("it was not refused")


def given_up(desk, number):
    try:
        desk.session_request.wait(number, ["ready"], timeout=3600, deadline=0.0005)
    except DeadlineExceeded:
        return


def mixed_calls(desk, number, many):
    """So many calls: answered, refused, and a few given up."""
    for _ in range(many // 10):
        for _ in range(8):
            desk.rpc.ping()
        refused(desk)
        desk.session_request.get(number)
    for _ in range(many // 200):
        given_up(desk, number)


def test_a_hundred_thousand_calls_leave_nothing(desk):
    number = desk.session_request.create(recipient={"name": "Maria"}).id
    mixed_calls(desk, number, 1000)
    with NothingLeft():
        mixed_calls(desk, number, CALLS)
    with NothingLeft(traced=True):
        mixed_calls(desk, number, TRACED_CALLS)


def test_nor_do_those_of_many_threads(desk):
    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        def call(many):
            for done in [pool.submit(lambda: [desk.rpc.ping() for _ in range(many // 16)]) for _ in range(16)]:
                assert all(done.result())

        call(1600)
        with NothingLeft():
            call(20_000)
        with NothingLeft(traced=True):
            call(TRACED_CALLS)


def test_nor_those_that_are_awaited(service):
    async def calling():
        async with AsyncDesk(service.path("agent")) as desk:
            async def call(many):
                for _ in range(many // 100):
                    await asyncio.gather(*(desk.rpc.ping() for _ in range(100)))

            await call(1000)
            with NothingLeft():
                await call(20_000)
            with NothingLeft(traced=True):
                await call(TRACED_CALLS)

    asyncio.run(calling())


def test_nor_do_connections_and_watches(service):
    def once():
        with Desk(service.path("agent")) as desk:
            desk.rpc.ping()
            with desk.watch(since="earliest") as watch:
                watch.next(1)

    for _ in range(50):
        once()
    with NothingLeft(traced=True):
        for _ in range(500):
            once()
