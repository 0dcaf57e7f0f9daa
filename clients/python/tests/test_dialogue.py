"""Lines become messages, wherever they are cut."""

import json

import pytest
from session_request import ProtocolViolation, TooLarge, limits
from session_request.dialogue import Answer, Dialogue, Notification

LINES = (
    b'{"jsonrpc":"2.0","id":1,"result":{"pong":true}}\n'
    b'\n'
    b'{"jsonrpc":"2.0","method":"events.sync","params":{"cursor":"e.1"}}\n'
    b'{"jsonrpc":"2.0","id":2,"error":{"code":1000,"message":"cannot: \xc3\xa7","data":{"reason":"not_found"}}}\n'
)
MESSAGES = [
    Answer(1, {"pong": True}, None),
    Notification("events.sync", {"cursor": "e.1"}),
    Answer(2, None, {"code": 1000, "message": "cannot: ç", "data": {"reason": "not_found"}}),
]


@pytest.mark.parametrize("cut", range(len(LINES) + 1))
def test_messages_come_out_whole_wherever_they_are_cut(cut):
    dialogue = Dialogue()
    assert dialogue.received(LINES[:cut]) + dialogue.received(LINES[cut:]) == MESSAGES


def test_messages_come_out_of_single_bytes():
    dialogue = Dialogue()
    assert [message for at in range(len(LINES)) for message in dialogue.received(LINES[at:at + 1])] == MESSAGES


def test_a_long_line_is_not_copied_for_each_piece():
    dialogue = Dialogue()
    text = "x" * (8 << 20)
    line = json.dumps({"id": 1, "result": text}).encode() + b"\n"
    found = [message for at in range(0, len(line), 4096) for message in dialogue.received(line[at:at + 4096])]
    assert found == [Answer(1, text, None)]


@pytest.mark.parametrize("line", [
    b"HTTP/1.1 400 Bad Request\r\n", b"{}\n", b"[]\n", b"3\n", b'{"id":1}\n', b'{"method":"x"}\n', b'{"id":1,"error":3}\n',
    b'\xff\xfe{"id":1,"result":1}\n', b'{"id":1,"result":' + b"[" * 100_000 + b"\n"])
def test_what_is_no_message_is_a_violation(line):
    with pytest.raises(ProtocolViolation, match="cannot understand what answers"):
        Dialogue().received(line)


def test_a_line_without_end_is_not_kept_for_ever(monkeypatch):
    monkeypatch.setattr(limits, "ANSWER_BYTES", 1000)
    dialogue = Dialogue()
    dialogue.received(b"x" * 1000)
    with pytest.raises(ProtocolViolation, match="over 1000 bytes"):
        dialogue.received(b"x")


def test_a_call_is_one_line_of_strict_json():
    number, line = Dialogue().request(b'\"sessionRequest.comment\"', {"id": 1, "text": 'a "ç"\n\u2028'})
    assert line.endswith(b"\n") and line.count(b"\n") == 1
    assert json.loads(line) == {
        "jsonrpc": "2.0", "id": number, "method": "sessionRequest.comment",
        "params": {"id": 1, "text": 'a "ç"\n\u2028'}}


def test_numbers_are_not_used_again():
    dialogue = Dialogue()
    assert len({dialogue.request(b'\"rpc.ping\"', {})[0] for _ in range(100)}) == 100


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "\ud800", object(), b"bytes"])
def test_what_json_has_no_form_of_is_not_sent(value):
    with pytest.raises((ValueError, TypeError)):
        Dialogue().request(b'\"rpc.ping\"', {"value": value})


def test_what_contains_itself_is_not_sent():
    endless = []
    endless.append(endless)
    with pytest.raises(ValueError, match="contains itself"):
        Dialogue().request(b'\"rpc.ping\"', {"value": endless})


def test_a_line_that_the_service_would_not_take_is_not_sent():
    dialogue = Dialogue()
    envelope = len(dialogue.request(b'\"rpc.ping\"', {"value": ""})[1])
    fits = "x" * (limits.LINE_BYTES - envelope)
    assert len(dialogue.request(b'\"rpc.ping\"', {"value": fits})[1]) == limits.LINE_BYTES
    with pytest.raises(TooLarge) as raised:
        dialogue.request(b'\"rpc.ping\"', {"value": fits + "x"})
    assert raised.value.reason == "too_large" and raised.value.hint and not raised.value.retryable
