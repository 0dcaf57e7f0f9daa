"""The client does what the contract says: it is generated from it, knows all of it, and plays its examples."""

import asyncio
import inspect
import json
import time

import pytest
from conftest import ROOT
from desk import Desk as Daemon
from examples import Placeholders, all_examples, differences
from session_request import AsyncDesk, Desk, Refused
from session_request.inputs import SHAPES

CONTRACT = json.loads((ROOT / "schema" / "openrpc.json").read_text())
STREAMS = {"events.subscribe", "events.unsubscribe", "link.watch", "link.unwatch"}
METHODS = {method["name"]: method for method in CONTRACT["methods"]}
EXAMPLES = [example for example in all_examples(CONTRACT) if example.method not in STREAMS]
MEMBERS = {wire: name for shape in SHAPES.values() for name, (wire, _) in shape.items()}


def snake(name):
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)


def bound(desk, method):
    family, name = method.split(".")
    return getattr(getattr(desk, snake(family)), snake(name))


def test_what_is_generated_is_what_would_be_generated(run):
    run(ROOT / "contrib" / "generate" / "python-client", "--check")


@pytest.mark.parametrize("kind", [Desk, AsyncDesk])
@pytest.mark.parametrize("method", sorted(METHODS))
def test_every_method_is_there_with_every_param(kind, method):
    if method in STREAMS:
        assert not hasattr(getattr(kind("/none"), snake(method.split(".")[0]), None), snake(method.split(".")[1]))
        return
    given = inspect.signature(bound(kind("/none"), method)).parameters
    assert list(given) == sorted(
        [snake(param["name"]) for param in METHODS[method]["params"]], key=list(given).index) + ["deadline"]
    needed = {name for name, each in given.items() if each.default is inspect.Parameter.empty}
    assert needed == {snake(param["name"]) for param in METHODS[method]["params"] if param.get("required")}
    assert inspect.iscoroutinefunction(bound(kind("/none"), method)) == (kind is AsyncDesk)


def pythonic(value):
    """Members as Python spells them; what is free, such as custom fields and a bulk's params, stays."""
    if isinstance(value, dict):
        return {MEMBERS.get(name, name): item if name in ("customFields", "params") else pythonic(item)
                for name, item in value.items()}
    return [pythonic(item) for item in value] if isinstance(value, list) else value


def raw(value):
    """What a typed answer was read from."""
    if isinstance(value, tuple):
        return [raw(item) for item in value]
    return getattr(value, "raw", value)


@pytest.fixture
def fresh():
    """A daemon that knows nothing yet."""
    daemon = Daemon(None, config={})
    try:
        yield daemon.start()
    finally:
        daemon.remove()


class Play:
    def __init__(self, daemon, kind):
        self._daemon, self._kind, self._desks = daemon, kind, {}

    def desk(self, socket):
        if socket not in self._desks:
            self._desks[socket] = self._kind(self._daemon.path(socket))
        return self._desks[socket]

    async def call(self, socket, method, params):
        """The plain answer of a step, typed where the client has a type for it."""
        if method in STREAMS:
            return None
        called = bound(self.desk(socket), method)(
            **{snake(name): pythonic({name: value})[MEMBERS.get(name, name)] for name, value in params.items()})
        answer = raw(await called if inspect.isawaitable(called) else called)
        members = list(METHODS[method]["result"]["schema"].get("properties", {}))
        return {members[0]: answer} if len(members) == 1 and members[0] in METHODS[method]["result"]["schema"].get(
            "required", []) and not method == "rpc.discover" else answer

    async def close(self):
        for desk in self._desks.values():
            if isinstance(desk, AsyncDesk):
                await desk.aclose()
            else:
                desk.close()


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_an_example_is_what_happens(fresh, example):
    kind = AsyncDesk if EXAMPLES.index(example) % 2 else Desk

    async def play():
        playing, placeholders = Play(fresh, kind), Placeholders(time.time())
        try:
            for step in example.setup:
                placeholders.results.append(
                    await playing.call(step["socket"], step["method"], placeholders.filled(step["params"])))
            params = placeholders.filled(example.params)
            try:
                answer = await playing.call(example.socket, example.method, params)
            except TypeError:
                # An example of what no signature lets through.
                assert example.error is not None
                desk = playing.desk(example.socket)
                called = desk.call(example.method, params)
                answer = await called if inspect.isawaitable(called) else called
            assert example.error is None, answer
            assert differences(placeholders.filled(example.result), answer) == []
        except Refused as refused:
            assert example.error is not None, refused
            actual = {"code": refused.code, "message": refused.message, "data": dict(refused.data)}
            assert differences(placeholders.filled(example.error), actual) == []
        finally:
            await playing.close()

    asyncio.run(play())
