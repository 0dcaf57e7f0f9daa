"""Strict JSON and JSON-RPC 2.0, line by line."""

import json

import pytest

PING = '{"jsonrpc":"2.0","id":1,"method":"rpc.ping"}'


@pytest.fixture
def agent(desk):
    connection = desk.agent()
    yield connection
    connection.close()


def deep(containers):
    return "[" * containers + "]" * containers


def alive(agent):
    agent.send_line('{"jsonrpc":"2.0","id":"still","method":"rpc.ping"}')
    assert agent.receive() == {"jsonrpc": "2.0", "id": "still", "result": {"pong": True}}


BROKEN = {
    "not JSON": b"hello",
    "half a message": b'{"jsonrpc":"2.0","id":1,"method":"rpc.ping"',
    "two values": b"{} {}",
    "a trailing comma in an object": b'{"jsonrpc":"2.0","id":1,"method":"rpc.ping",}',
    "a trailing comma in an array": b'[1,]',
    "a name twice": b'{"jsonrpc":"2.0","id":1,"id":2,"method":"rpc.ping"}',
    "a name twice, once escaped": b'{"jsonrpc":"2.0","id":1,"\\u0069d":2,"method":"rpc.ping"}',
    "a name twice deep inside": b'{"jsonrpc":"2.0","id":1,"method":"rpc.ping","params":{"a":[{"b":1,"b":1}]}}',
    "a byte order mark": b'\xef\xbb\xbf{"jsonrpc":"2.0","id":1,"method":"rpc.ping"}',
    "a lone high surrogate": b'{"jsonrpc":"2.0","id":1,"method":"\\ud800"}',
    "a lone low surrogate": b'{"jsonrpc":"2.0","id":1,"method":"\\udc00x"}',
    "surrogates in the wrong order": b'{"jsonrpc":"2.0","id":1,"method":"\\udc00\\ud800"}',
    "an encoded surrogate": b'{"jsonrpc":"2.0","id":1,"method":"\xed\xa0\x80"}',
    "bytes that are not UTF-8": b'{"jsonrpc":"2.0","id":1,"method":"\xff"}',
    "an overlong encoding": b'{"jsonrpc":"2.0","id":1,"method":"\xc0\xaf"}',
    "Latin-1": b'{"jsonrpc":"2.0","id":1,"method":"caf\xe9"}',
    "a raw tab in a string": b'{"jsonrpc":"2.0","id":1,"method":"a\tb"}',
    "a NUL": b'{"jsonrpc":"2.0","id":1,"method":"rpc.ping"}\x00',
    "single quotes": b"{'jsonrpc':'2.0'}",
    "a comment": b'{"jsonrpc":"2.0","id":1,/* hello */"method":"rpc.ping"}',
    "a bare name": b'{jsonrpc:"2.0"}',
    "a number with a leading zero": b'{"jsonrpc":"2.0","id":01,"method":"rpc.ping"}',
    "a number with a plus": b'{"jsonrpc":"2.0","id":+1,"method":"rpc.ping"}',
    "a number without digits": b'{"jsonrpc":"2.0","id":1.,"method":"rpc.ping"}',
    "not a number": b'{"jsonrpc":"2.0","id":NaN,"method":"rpc.ping"}',
    "a word in capitals": b'{"jsonrpc":"2.0","id":1,"method":"rpc.ping","params":True}',
    "an unknown escape": b'{"jsonrpc":"2.0","id":1,"method":"\\x41"}',
    "a short escape": b'{"jsonrpc":"2.0","id":1,"method":"\\u12"}',
    "an unclosed string": b'{"jsonrpc":"2.0","id":1,"method":"rpc.ping}',
    "a mismatched bracket": b'{"jsonrpc":"2.0","id":1,"method":"rpc.ping"]',
    "65 containers": deep(65).encode(),
    "a form feed between tokens": b'{"jsonrpc":"2.0",\x0c"id":1,"method":"rpc.ping"}',
    "a no-break space between tokens": '{"jsonrpc":"2.0",\u00a0"id":1,"method":"rpc.ping"}'.encode(),
}


@pytest.mark.parametrize("line", BROKEN.values(), ids=BROKEN.keys())
def test_what_is_no_strict_json_is_a_parse_error_and_the_connection_lives(agent, line):
    answer = agent.line(line)
    assert answer["id"] is None and answer["error"]["code"] == -32700
    assert answer["error"]["data"]["reason"] == "parse_error" and answer["error"]["data"]["retryable"] is False
    alive(agent)


INVALID = {
    "a number": ("1", None),
    "a string": ('"rpc.ping"', None),
    "null": ("null", None),
    "an empty object": ("{}", None),
    "no version": ('{"id":1,"method":"rpc.ping"}', 1),
    "version one": ('{"jsonrpc":"1.0","id":1,"method":"rpc.ping"}', 1),
    "the version as a number": ('{"jsonrpc":2.0,"id":1,"method":"rpc.ping"}', 1),
    "a method that is a number": ('{"jsonrpc":"2.0","id":"x","method":1}', "x"),
    "null params": ('{"jsonrpc":"2.0","id":7,"method":"rpc.ping","params":null}', 7),
    "params that are a string": ('{"jsonrpc":"2.0","id":7,"method":"rpc.ping","params":"x"}', 7),
    "an id that is an object": ('{"jsonrpc":"2.0","id":{},"method":"rpc.ping"}', None),
    "an id that is true": ('{"jsonrpc":"2.0","id":true,"method":"rpc.ping"}', None),
    "a fractional id": ('{"jsonrpc":"2.0","id":1.5,"method":"rpc.ping"}', None),
    "an id with a fraction of nothing": ('{"jsonrpc":"2.0","id":1.0,"method":"rpc.ping"}', None),
    "an id with a negative exponent": ('{"jsonrpc":"2.0","id":1e-2,"method":"rpc.ping"}', None),
    "an id over 128 bytes": (json.dumps({"jsonrpc": "2.0", "id": "i" * 129, "method": "rpc.ping"}), None),
}


@pytest.mark.parametrize("line, identity", INVALID.values(), ids=INVALID.keys())
def test_what_is_no_request_is_invalid_and_echoes_a_readable_id(agent, line, identity):
    answer = agent.line(line)
    assert answer["error"]["code"] == -32600 and answer["error"]["data"]["reason"] == "invalid_request"
    assert answer["id"] == identity
    alive(agent)


@pytest.mark.parametrize("raw", [
    "1", "0", "-1", "9007199254740991", "9007199254740993", "123456789012345678901234567890", '"x"', '""', '"\\u0041"',
    '"\\/"', '"ü"', '"🙂"', f'"{"i" * 126}"', "null", '"a\\nb"', "-0",
    "1e2", "1E2", "-1e+2"])
def test_an_id_is_echoed_byte_for_byte(agent, raw):
    agent.send_line(f'{{"jsonrpc":"2.0","id":{raw},"method":"rpc.ping"}}')
    line = agent.receive_line()
    assert f'"id":{raw}'.encode() in line.replace(b": ", b":"), line


@pytest.mark.parametrize("line", [
    f"  {PING}  ", f"{PING}\r", f"\t{PING}", PING.replace(":", " : ").replace(",", " , "),
    PING.replace("rpc", "\\u0072pc"), PING.replace('"method"', '"m\\u0065thod"'),
    '{"method":"rpc.ping","params":{},"id":1,"jsonrpc":"2.0"}',
])
def test_what_is_strict_json_is_taken_however_it_is_written(agent, line):
    assert agent.line(line) == {"jsonrpc": "2.0", "id": 1, "result": {"pong": True}}


def test_containers_nest_to_64(agent):
    # The message itself and its params are two of them.
    answer = agent.line('{"jsonrpc":"2.0","id":1,"method":"rpc.ping","params":{"a":%s}}' % deep(62))
    assert answer["error"]["data"]["reason"] == "invalid_params"
    answer = agent.line('{"jsonrpc":"2.0","id":1,"method":"rpc.ping","params":{"a":%s}}' % deep(63))
    assert answer["error"]["data"]["reason"] == "parse_error"


def test_blank_lines_are_nothing(agent):
    agent.send_bytes(b"\n\r\n   \n\n" + PING.encode() + b"\n\n")
    assert agent.receive()["id"] == 1
    alive(agent)


@pytest.mark.parametrize("method", ["rpc.ping", "nothing.at.all", "sessionRequest.get"])
def test_a_notification_is_never_answered(agent, method):
    agent.send_line(json.dumps({"jsonrpc": "2.0", "method": method, "params": {"colour": 1}}))
    alive(agent)


def test_a_notification_acts(agent):
    before = agent.call("sessionRequest.summary")["cursor"]
    agent.notify("sessionRequest.create", recipient={"name": "M"})
    assert agent.call("sessionRequest.summary")["cursor"] != before


def test_answers_from_a_client_are_ignored_in_silence(agent):
    agent.send_line('{"jsonrpc":"2.0","id":1,"result":{}}')
    agent.send_line('{"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"x"}}')
    alive(agent)


def test_an_unknown_method_is_not_found(agent):
    answer = agent.line('{"jsonrpc":"2.0","id":1,"method":"rpc.pong"}')
    assert answer["error"]["code"] == -32601 and "rpc.pong" in answer["error"]["message"]


def test_an_unknown_member_of_the_envelope_does_not_matter_or_is_refused_with_its_id(agent):
    answer = agent.line('{"jsonrpc":"2.0","id":9,"method":"rpc.ping","trace":1}')
    assert answer["id"] == 9
    alive(agent)


def batch(agent, *messages):
    return agent.line(json.dumps(messages))


def test_a_batch_answers_as_a_batch(agent):
    answers = batch(
        agent,
        {"jsonrpc": "2.0", "id": 1, "method": "rpc.ping"},
        {"jsonrpc": "2.0", "method": "rpc.ping"},
        {"jsonrpc": "2.0", "id": "two", "method": "sessionRequest.create", "params": {"recipient": {"name": "M"}}},
        {"jsonrpc": "2.0", "id": 3, "method": "nothing"},
        {"jsonrpc": "2.0", "id": 4, "method": "rpc.ping", "params": {"a": 1}},
        7,
        {"id": 5},
    )
    by_id = {str(answer["id"]): answer for answer in answers}
    assert len(answers) == 6
    assert by_id["1"]["result"] == {"pong": True}
    assert by_id["two"]["result"]["sessionRequest"]["status"] == "open"
    assert by_id["3"]["error"]["code"] == -32601 and by_id["4"]["error"]["code"] == -32602
    assert by_id["5"]["error"]["code"] == by_id["None"]["error"]["code"] == -32600


def test_an_empty_batch_is_one_invalid_request(agent):
    answer = agent.line("[]")
    assert isinstance(answer, dict) and answer["id"] is None and answer["error"]["code"] == -32600


def test_a_batch_of_notifications_is_not_answered(agent):
    agent.send_line('[{"jsonrpc":"2.0","method":"rpc.ping"},{"jsonrpc":"2.0","method":"nothing"}]')
    alive(agent)


def test_a_batch_of_rubbish_is_answered_one_by_one(agent):
    answers = agent.line("[1,2,3]")
    assert [answer["error"]["code"] for answer in answers] == [-32600] * 3


def test_a_batch_inside_a_batch_is_an_invalid_request(agent):
    (answer,) = agent.line(f"[[{PING}]]")
    assert answer["error"]["code"] == -32600


def test_a_batch_that_is_broken_is_one_parse_error(agent):
    answer = agent.line(f"[{PING},")
    assert isinstance(answer, dict) and answer["error"]["code"] == -32700


def test_a_blocking_call_in_a_batch_holds_up_no_line_behind_it(agent):
    created = agent.call("sessionRequest.create", recipient={"name": "M"})["sessionRequest"]
    agent.send_line(json.dumps([
        {"jsonrpc": "2.0", "id": "wait", "method": "sessionRequest.wait",
         "params": {"id": created["id"], "until": ["ready"], "timeout": 0.3}},
        {"jsonrpc": "2.0", "id": "ping", "method": "rpc.ping"}]))
    alive(agent)
    answers = agent.receive()
    assert {answer["id"] for answer in answers} == {"wait", "ping"}


def test_a_batch_whose_answers_are_too_much_is_not_carried_out_to_its_end(agent):
    answers = batch(agent, *[{"jsonrpc": "2.0", "id": n, "method": "rpc.discover"} for n in range(1000)])
    assert [answer["id"] for answer in answers] == list(range(1000))
    refused = [answer["error"]["data"]["reason"] for answer in answers if "error" in answer]
    assert 100 < len(refused) < 1000 and set(refused) == {"too_large"}
    assert all("error" in answer for answer in answers[1000 - len(refused):])


def test_no_call_begins_while_the_peer_leaves_its_answers(desk):
    agent, other = desk.agent(), desk.agent()
    for number in range(100):
        agent.send_line('{"jsonrpc":"2.0","id":%d,"method":"rpc.discover"}' % number)
    for number in range(100):
        other.call("rpc.ping")
    rss, _ = desk.memory()
    assert rss < 256 << 20
    for number in range(100):
        assert agent.receive()["id"] == number
    agent.close()


@pytest.mark.parametrize("length", [10, 1000, 4000])
def test_calls_that_waited_for_room_are_all_answered(agent, length):
    """Whatever is left when there is room again, in a line or in none."""
    made = agent.call("sessionRequest.create", recipient={"name": "M"}, comments="x" * length)["sessionRequest"]
    agent.send_messages([
        {"jsonrpc": "2.0", "id": number, "method": "sessionRequest.get", "params": {"id": made["id"]}}
        for number in range(600)])
    assert [agent.receive()["id"] for _ in range(600)] == list(range(600))


def test_a_batch_of_writes_is_done_in_order(agent):
    answers = batch(agent, *[
        {"jsonrpc": "2.0", "id": n, "method": "sessionRequest.create", "params": {"recipient": {"name": f"N{n}"}}}
        for n in range(50)])
    made = [answer["result"]["sessionRequest"] for answer in sorted(answers, key=lambda answer: answer["id"])]
    assert [request["recipient"]["name"] for request in made] == [f"N{n}" for n in range(50)]
    assert [request["id"] for request in made] == sorted(request["id"] for request in made)
