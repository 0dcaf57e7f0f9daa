"""What may happen to a connection: order, halves, floods, stalls and ends."""

import json
import pathlib
import random
import select
import socket

import pytest

from flows import create, fresh
from moments import until

LIMIT = 1 << 20
PING = b'{"jsonrpc":"2.0","id":1,"method":"rpc.ping"}'


@pytest.fixture
def agent(desk):
    connection = desk.agent()
    yield connection
    connection.close()


def test_answers_come_in_the_order_of_the_questions(agent):
    request = create(agent)
    chance = random.Random(3)
    kinds = [
        ("rpc.ping", {}), ("sessionRequest.get", {"id": request["id"]}), ("sessionRequest.list", {"limit": 50}),
        ("sessionRequest.create", {"recipient": {"name": "M"}}), ("daemon.whoami", {}),
        ("sessionRequest.comment", {"id": request["id"], "text": "."}), ("sessionRequest.list", {"query": "maria"}),
        ("sessionRequest.summary", {}), ("sessionRequest.get", {"id": 999_999_999}), ("nothing", {}),
        ("sessionRequest.history", {"id": request["id"], "limit": 3}),
    ]
    messages = []
    for number in range(400):
        method, params = chance.choice(kinds)
        messages.append({"jsonrpc": "2.0", "id": number, "method": method, "params": params})
    agent.send_messages(messages)
    assert [agent.receive()["id"] for _ in messages] == list(range(400))


def test_a_read_behind_a_write_sees_it(agent):
    calls = [("sessionRequest.create", {"recipient": {"name": "M"}}), ("sessionRequest.list", {"limit": 1})] * 50
    agent.send_messages({"jsonrpc": "2.0", "id": number, "method": method, "params": params}
                        for number, (method, params) in enumerate(calls))
    for _ in range(50):
        made = agent.receive()["result"]["sessionRequest"]["id"]
        assert agent.receive()["result"]["sessionRequests"][0]["id"] >= made


def test_a_message_may_come_in_any_pieces(agent):
    line = PING + b"\n"
    for cut in range(1, len(line)):
        agent.send_bytes(line[:cut])
        agent.send_bytes(line[cut:])
        assert agent.receive()["result"] == {"pong": True}


def test_a_half_closed_connection_gets_its_answers_and_then_the_end(agent):
    calls = [("sessionRequest.create", {"recipient": {"name": "M"}}), ("rpc.ping", {}),
             ("sessionRequest.list", {})] * 10
    agent.send_messages({"jsonrpc": "2.0", "id": number, "method": method, "params": params}
                        for number, (method, params) in enumerate(calls))
    agent.half_close()
    assert [agent.receive()["id"] for _ in range(30)] == list(range(30))
    assert agent.receive() is None


def test_a_last_line_without_its_end_is_answered(agent):
    agent.send_bytes(PING)
    agent.half_close()
    assert agent.receive()["result"] == {"pong": True}
    assert agent.receive() is None


def test_half_a_message_at_the_end_is_a_parse_error(agent):
    agent.send_bytes(PING[:-5])
    agent.half_close()
    assert agent.receive()["error"]["code"] == -32700
    assert agent.receive() is None


def test_nothing_at_all_is_fine(agent):
    agent.half_close()
    assert agent.receive() is None


def padded(size):
    """A ping in exactly so many bytes, its line end not counted."""
    return PING[:-1] + b" " * (size - len(PING)) + b"}\n"


def test_a_line_of_a_mebibyte_is_taken(agent):
    agent.send_bytes(padded(LIMIT))
    assert agent.receive()["result"] == {"pong": True}


@pytest.mark.parametrize("line", [padded(LIMIT + 1), b"x" * (LIMIT + 4096), b" " * (LIMIT + 4096)],
                         ids=["one too long", "no end", "blanks"])
def test_a_longer_line_is_one_error_and_the_end(agent, line):
    try:
        agent.send_bytes(line)
    except (BrokenPipeError, ConnectionResetError):
        pass
    answer = agent.receive()
    assert answer["id"] is None and answer["error"]["data"]["reason"] == "too_large"
    assert agent.receive() is None


def raw(desk):
    """A connection whose making waits for room among those that wait to be accepted."""
    connection = socket.socket(socket.AF_UNIX)
    connection.connect(str(desk.path("agent")))
    connection.settimeout(10)
    return connection


@pytest.mark.parametrize("sent, reason", [
    (b"x" * (8 << 20), "too_large"), (padded(LIMIT + 1) + padded(1000) * 4000, "too_large"),
    (b"POST / HTTP/1.1\r\n\r\n" + b"x" * (4 << 20), "invalid_request")],
    ids=["no end", "more lines", "another protocol"])
def test_who_goes_on_sending_after_the_last_answer_reads_it_and_the_end(desk, sent, reason):
    with raw(desk) as sender:
        sender.sendall(sent)
        answer = sender.makefile("rb").read()
    assert answer.count(b"\n") == 1
    assert json.loads(answer)["error"]["data"]["reason"] == reason


def test_who_does_not_go_after_the_last_answer_is_cut_off(desk):
    def is_cut_off():
        try:
            sender.send(b"y")
            return False
        except BrokenPipeError:
            return True

    with raw(desk) as sender:
        sender.sendall(b"x" * (LIMIT + 1))
        assert sender.makefile("rb").read().count(b"\n") == 1
        until(is_cut_off, within=10, what="the connection is closed")


@pytest.mark.parametrize("end", ["close", "half-close"])
def test_what_was_sent_before_its_sender_went_is_carried_out(desk, ana, end):
    tag = fresh("gone")
    line = json.dumps({"jsonrpc": "2.0", "method": "sessionRequest.create",
                       "params": {"recipient": {"name": "Maria"}, "tags": [tag]}}).encode() + b"\n"
    for sent in [line] * 300 + [line * 50] * 2 + [line[:-1]] * 100:
        with raw(desk) as sender:
            sender.sendall(sent)
            if end == "half-close":
                sender.shutdown(socket.SHUT_WR)

    def made():
        return len(ana.call("sessionRequest.list", filter={"tags": [tag]}, limit=500)["sessionRequests"])
    until(lambda: made() == 500, within=20, what="500 session requests")


def test_a_call_that_waits_ends_with_a_sender_that_has_gone(desk, ana):
    request = create(ana)
    for method, params in [("sessionRequest.wait", {"id": request["id"], "until": ["closed"], "timeout": 60}),
                           ("events.subscribe", {"snapshot": True}), ("events.poll", {"timeout": 60})]:
        with raw(desk) as sender:
            sender.sendall(json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": params}).encode() + b"\n")
    close = {"jsonrpc": "2.0", "method": "sessionRequest.close", "params": {"id": request["id"]}}
    with raw(desk) as sender:
        sender.sendall(json.dumps(close).encode())
    assert ana.call("sessionRequest.wait", id=request["id"], until=["closed"], timeout=10)["timedOut"] is False


def test_what_was_asked_before_a_line_too_long_is_answered(agent):
    agent.send_bytes((PING + b"\n") * 3)
    try:
        agent.send_bytes(b"y" * (LIMIT + 1))
    except (BrokenPipeError, ConnectionResetError):
        pass
    assert [agent.receive().get("result") for _ in range(3)] == [{"pong": True}] * 3
    assert agent.receive()["error"]["data"]["reason"] == "too_large"
    assert agent.receive() is None


@pytest.mark.parametrize("greeting", [
    b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", b"POST /rpc HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}",
    b"Content-Length: 44\r\n\r\n" + PING])
def test_a_greeting_in_another_protocol_gets_one_line_of_explanation(agent, greeting):
    agent.send_bytes(greeting)
    line = agent.receive_line()
    assert b"JSON-RPC" in line and b"line" in line
    assert agent.receive_line() is None


def test_what_looks_like_http_later_is_a_parse_error(agent):
    agent.call("rpc.ping")
    assert agent.line("GET / HTTP/1.1")["error"]["code"] == -32700
    assert agent.call("rpc.ping") == {"pong": True}


def flood(connection, line, most):
    """Sends without reading until the daemon takes no more; returns how many lines went out whole."""
    connection.socket.setblocking(False)
    block = line * 64
    sent, rest = 0, b""
    while sent < most:
        rest = rest or block
        if not select.select([], [connection.socket], [], 1.0)[1]:
            break
        went = connection.socket.send(rest)
        sent += went
        rest = rest[went:]
    connection.socket.setblocking(True)
    connection.socket.settimeout(10)
    return sent // len(line)


def test_a_peer_that_does_not_read_is_not_read_from(desk, agent):
    for _ in range(5):
        create(agent, comments="x" * 500)
    stalled, other = desk.agent(), desk.agent()
    line = b'{"jsonrpc":"2.0","id":7,"method":"sessionRequest.list","params":{"limit":5}}\n'
    _, before = desk.memory()
    asked = flood(stalled, line, most=64 << 20)
    assert asked * len(line) < 2 << 20, "the daemon reads from a peer that does not read"
    assert other.call("rpc.ping") == {"pong": True}
    create(other)
    _, after = desk.memory()
    assert after - before < 16 << 20, f"a stalled peer costs {(after - before) >> 10} KiB"
    for _ in range(asked):
        message = stalled.receive_line()
        assert message.startswith(b'{"jsonrpc"') and b'"id":7' in message[:32] + message[-32:]
    stalled.close()


def test_a_vanished_reader_disturbs_nobody(desk, agent):
    line = b'{"jsonrpc":"2.0","id":7,"method":"sessionRequest.list","params":{"limit":50}}\n'
    for _ in range(20):
        vanishing = desk.agent()
        vanishing.call("events.subscribe", since="earliest")
        vanishing.send_bytes(line * 20)
        vanishing.close()
        assert agent.call("rpc.ping") == {"pong": True}
    create(agent)
    assert desk.process.poll() is None


def test_connections_come_and_go_without_a_trace(desk, agent):
    def open_files():
        return len(list((pathlib.Path(f"/proc/{desk.pid}/fd")).iterdir()))

    agent.call("rpc.ping")
    before = open_files()
    for _ in range(200):
        passing = desk.agent()
        passing.call("rpc.ping")
        passing.close()
    until(lambda: open_files() <= before + 2, what="the files of the gone connections closed")
    desk.forget_connections()


def test_a_peer_that_sends_byte_by_byte_blocks_nobody(desk, agent):
    slow = desk.agent()
    for at in range(len(PING)):
        slow.send_bytes(PING[at:at + 1])
        assert agent.call("rpc.ping") == {"pong": True}
    slow.send_bytes(b"\n")
    assert slow.receive()["result"] == {"pong": True}


def test_a_thousand_pings_in_flight_come_back(agent):
    agent.send_bytes((PING + b"\n") * 1000)
    assert [agent.receive()["result"] for _ in range(1000)] == [{"pong": True}] * 1000


def test_the_daemon_takes_a_connection_that_is_reset(desk, agent):
    for _ in range(20):
        other = socket.socket(socket.AF_UNIX)
        other.connect(str(desk.path("agent")))
        other.send(PING)
        other.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        other.close()
    assert agent.call("rpc.ping") == {"pong": True}
