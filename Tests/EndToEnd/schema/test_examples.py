"""Every example of the contract, executed against a daemon of its own."""

import time

import pytest
from connection import RpcError
from contract import Contract
from desk import Desk
from examples import Placeholders, all_examples, differences

CONTRACT = Contract.load()


@pytest.fixture
def fresh_desk(contract):
    """A daemon that knows nothing yet, with the configuration that needs no file."""
    desk = Desk(contract)
    try:
        yield desk.start()
    finally:
        desk.remove()


class Play:
    """The calls of one example: one connection for each socket, as the calls of one program."""

    def __init__(self, desk):
        self._desk = desk
        self._connections = {}

    def call(self, socket, method, params):
        if socket not in self._connections:
            self._connections[socket] = self._desk.connect(socket)
        return self._connections[socket].call(method, **params)


@pytest.mark.parametrize("example", all_examples(CONTRACT.document), ids=str)
def test_an_example_is_what_happens(fresh_desk, example):
    play, placeholders = Play(fresh_desk), Placeholders(time.time())
    for step in example.setup:
        params = placeholders.filled(step["params"])
        placeholders.results.append(play.call(step["socket"], step["method"], params))
    params = placeholders.filled(example.params)
    if example.error is not None:
        with pytest.raises(RpcError) as raised:
            play.call(example.socket, example.method, params)
        actual = {"code": raised.value.code, "message": raised.value.message, "data": raised.value.data}
        CONTRACT.check_error(example.method, actual)
        expected = example.error
    else:
        CONTRACT.check_request(example.method, params)
        actual = play.call(example.socket, example.method, params)
        CONTRACT.check_result(example.method, actual, example.socket)
        expected = example.result
    assert differences(placeholders.filled(expected), actual) == []


def test_discover_answers_the_file_itself(fresh_desk):
    for socket in ("agent", "viewer", "gateway", "courier"):
        assert fresh_desk.connect(socket).call("rpc.discover") == CONTRACT.document
