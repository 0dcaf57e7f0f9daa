"""Calls of tasks to a real daemon."""

import asyncio
import functools
import gc
import time

import pytest
from session_request import (
    AsyncDesk,
    CursorExpired,
    DeadlineExceeded,
    DeskClosed,
    Interrupted,
    InvalidTransition,
    Resumed,
    Snapshot,
    Unreachable,
)
from steps import join, named


def awaited(test):
    """Runs a test that is a coroutine to its end, in a loop of its own, which complains about what is left."""

    @functools.wraps(test)
    def run(*arguments, **named_arguments):
        asyncio.run(asyncio.wait_for(test(*arguments, **named_arguments), 60), debug=True)

    return run


@pytest.fixture
def agent(service):
    return service.path("agent")


@pytest.fixture
def gateway(service):
    return service.path("gateway")


@awaited
async def test_a_session_from_beginning_to_end(agent, gateway):
    async with AsyncDesk(agent) as desk, AsyncDesk(gateway) as page:
        request = await desk.session_request.create(recipient=named(), subject="Printer")
        with pytest.raises(InvalidTransition) as early:
            await desk.session_request.connect(request.id)
        assert early.value.status == "open"
        await page.link.grant(code=request.code, join=join())
        connected = await desk.session_request.connect(request.id)
        assert connected.launch.argv == ("anydesk", "987654321")
        assert (await desk.session_request.close(request.id, note="New toner.")).closed.note == "New toner."


@awaited
async def test_many_tasks_share_one_connection(agent):
    async with AsyncDesk(agent) as desk:
        made = await asyncio.gather(*(desk.session_request.create(recipient={"name": f"T {n}"}) for n in range(300)))
        got = await asyncio.gather(*(desk.session_request.get(request.id) for request in made))
        assert [request.recipient.name for request in got] == [f"T {n}" for n in range(300)]


@awaited
async def test_tasks_that_begin_at_once_open_one_connection(agent):
    desk = AsyncDesk(agent)
    assert len({who.uid for who in await asyncio.gather(*(desk.daemon.whoami() for _ in range(50)))}) == 1
    info = await desk.daemon.metrics()
    assert info
    await desk.aclose()


@awaited
async def test_a_call_that_waits_holds_up_no_other(agent, gateway):
    async with AsyncDesk(agent) as desk, AsyncDesk(gateway) as page:
        request = await desk.session_request.create(recipient=named())
        waiting = [asyncio.ensure_future(desk.session_request.wait(request.id, ["ready"])) for _ in range(8)]
        for _ in range(50):
            assert await desk.rpc.ping()
        await page.link.grant(code=request.code, join=join())
        assert {done.session_request.status for done in await asyncio.gather(*waiting)} == {"ready"}


@awaited
async def test_a_deadline_ends_one_call_and_no_other(agent):
    async with AsyncDesk(agent) as desk:
        request = await desk.session_request.create(recipient=named())
        with pytest.raises(DeadlineExceeded):
            await desk.session_request.wait(request.id, ["ready"], deadline=0.05)
        assert await desk.rpc.ping()


@awaited
async def test_a_task_that_is_cancelled_cancels_its_call_there(agent):
    async with AsyncDesk(agent) as desk:
        request = await desk.session_request.create(recipient=named())
        waiting = asyncio.ensure_future(desk.session_request.wait(request.id, ["ready"], timeout=3600))
        await desk.rpc.ping()
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        assert not any([await desk.rpc.cancel(number) for number in range(1, 10)])


@awaited
async def test_cancelling_who_connects_first_does_not_hurt_the_others(agent):
    desk = AsyncDesk(agent)
    tasks = [asyncio.ensure_future(desk.rpc.ping()) for _ in range(3)]
    await asyncio.sleep(0)
    tasks[0].cancel()
    assert await asyncio.gather(*tasks[1:]) == [True, True]
    await desk.aclose()


@awaited
async def test_closing_ends_the_calls_that_wait(agent):
    desk = await AsyncDesk(agent).connect()
    request = await desk.session_request.create(recipient=named())
    waiting = asyncio.ensure_future(desk.session_request.wait(request.id, ["ready"]))
    await desk.rpc.ping()
    await desk.aclose()
    with pytest.raises(DeskClosed):
        await waiting
    with pytest.raises(DeskClosed):
        await desk.rpc.ping()


@awaited
async def test_all_pages_are_one_iterator(agent):
    async with AsyncDesk(agent) as desk:
        made = [(await desk.session_request.create(recipient=named(), tags=["pages"])).id for _ in range(5)]
        found = desk.session_request.list_all(filter={"tags": ["pages"]}, sort="createdAt", limit=2)
        assert [each.id async for each in found] == made


@awaited
async def test_more_than_the_socket_holds_is_sent_and_read(agent):
    async with AsyncDesk(agent) as desk:
        request = await desk.session_request.create(recipient=named(), comments="x" * 4000)
        got = await asyncio.gather(
            *(desk.session_request.update(request.id, comments="y" * 4000) for _ in range(100)),
            *(desk.session_request.get(request.id) for _ in range(500)))
        assert {len(each.comments) for each in got} == {4000} and len(got) == 600


@awaited
async def test_events_come_as_they_happen(agent):
    async with AsyncDesk(agent) as desk, desk.watch() as watch:
        assert await watch.next(0.05) is None
        made = [(await desk.session_request.create(recipient=named())).id for _ in range(5)]
        found = []
        async for event in watch:
            found.append(event.session_request.id)
            if len(found) == 5:
                break
        assert found == made
    async with AsyncDesk(agent) as desk, desk.watch(since=watch.cursor) as again:
        assert await again.next(0.05) is None


@awaited
async def test_a_reader_that_is_cancelled_misses_nothing(agent):
    async with AsyncDesk(agent) as desk, desk.watch() as watch:
        assert await watch.next(0.05) is None
        found = []
        for _ in range(20):
            with pytest.raises(asyncio.TimeoutError):
                await asyncio.wait_for(watch.next(), 0.001)
            request = await desk.session_request.create(recipient=named())
            found.append((await watch.next(5)).session_request.id == request.id)
        assert all(found)


@awaited
async def test_a_watch_that_is_refused_says_why(agent):
    async with AsyncDesk(agent) as desk:
        with pytest.raises(CursorExpired):
            async for _ in desk.watch(since="0000000000000000.1"):
                pass


@awaited
async def test_another_task_may_end_a_watch(agent):
    async with AsyncDesk(agent) as desk:
        watch = desk.watch()
        taking = asyncio.ensure_future(watch.next())
        await desk.rpc.ping()
        await watch.aclose()
        assert await taking is None


@awaited
async def test_following_says_when_it_cannot_and_comes_back(make_service):
    service = make_service()
    loop = asyncio.get_running_loop()
    async with AsyncDesk(service.path("agent"), patience=20) as desk, desk.follow() as news:
        assert isinstance(await news.next(5), Snapshot)
        await loop.run_in_executor(None, service.stop)
        assert isinstance(await news.next(5), Interrupted)
        await loop.run_in_executor(None, service.start)
        request = await desk.session_request.create(recipient=named())
        found = [await news.next(5)]
        while not hasattr(found[-1], "session_request"):
            found.append(await news.next(5))
        assert Resumed() in found and found[-1].session_request.id == request.id


@awaited
async def test_a_service_that_was_restarted_is_found_again(make_service):
    service = make_service()
    loop = asyncio.get_running_loop()
    async with AsyncDesk(service.path("agent"), patience=20) as desk:
        request = await desk.session_request.create(recipient=named())
        for _ in range(3):
            await loop.run_in_executor(None, service.restart)
            assert (await desk.session_request.close(request.id)).status == "closed"
            assert (await desk.session_request.reopen(request.id)).status == "open"


@awaited
async def test_what_is_not_there_is_told(tmp_path):
    began = time.monotonic()
    with pytest.raises(Unreachable, match="no such socket"):
        await AsyncDesk(tmp_path / "none").rpc.ping()
    with pytest.raises(Unreachable):
        await AsyncDesk(tmp_path / "none").watch().next()
    assert time.monotonic() - began < 5


@awaited
async def test_a_watch_that_ends_while_it_connects_leaves_nothing_open(agent):
    async with AsyncDesk(agent) as desk:
        for _ in range(10):
            watch = desk.watch()
            taking = asyncio.ensure_future(watch.next())
            await asyncio.sleep(0)
            await watch.aclose()
            assert await taking is None
            watch = desk.watch()
            taking = asyncio.ensure_future(watch.next())
            await asyncio.sleep(0)
            taking.cancel()
            with pytest.raises(asyncio.CancelledError):
                await taking
            await watch.aclose()
    gc.collect()
