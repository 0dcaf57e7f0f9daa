"""sessionRequest.wait and rpc.cancel: blocking calls that block nobody."""

import json
import time

import pytest

from connection import RpcError
from flows import bring, create, open_link


def wait(agent, request, until, timeout):
    return agent.request("sessionRequest.wait", id=request["id"], until=until, timeout=timeout)


def test_a_wait_for_what_is_already_so_is_answered_at_once(ana):
    request = create(ana)
    result = ana.answer(wait(ana, request, ["waiting", "open"], 60), within=2)
    assert result["timedOut"] is False and result["sessionRequest"] == request


def test_a_wait_is_answered_when_it_comes_true(ana, gateway):
    request = create(ana)
    waiting = wait(ana, request, ["waiting"], 60)
    ana.call("rpc.ping")
    open_link(gateway, request)
    result = ana.answer(waiting, within=2)
    assert result["timedOut"] is False and result["sessionRequest"]["status"] == "waiting"


def test_it_is_answered_with_what_was_waited_for_though_that_is_over_already(ana, ben):
    request = create(ana)
    waiting = wait(ana, request, ["closed"], 60)
    ana.call("rpc.ping")
    one = {"id": request["id"]}
    ana.call("sessionRequest.bulk", operations=[
        {"method": "sessionRequest.close", "params": one}, {"method": "sessionRequest.reopen", "params": one}])
    result = ana.answer(waiting, within=2)
    assert result["timedOut"] is False and result["sessionRequest"]["status"] == "closed"


def test_a_time_out_is_a_result(ana):
    request = create(ana)
    began = time.monotonic()
    result = ana.answer(wait(ana, request, ["ready"], 0.2), within=2)
    assert result["timedOut"] is True and result["sessionRequest"] == request
    assert 0.15 < time.monotonic() - began < 1.5


def test_a_wait_for_something_else_sleeps_through_what_happens(ana, gateway):
    request = create(ana)
    waiting = wait(ana, request, ["closed"], 0.3)
    open_link(gateway, request)
    result = ana.answer(waiting, within=2)
    assert result["timedOut"] is True and result["sessionRequest"]["status"] == "waiting"


def test_many_waits_of_one_connection_end_in_the_order_of_the_facts(ana, gateway):
    requests = [create(ana) for _ in range(5)]
    waits = [wait(ana, request, ["waiting"], 30) for request in requests]
    for request in reversed(requests):
        open_link(gateway, request)
        ana.answer(waits[requests.index(request)], within=2)
    assert ana.order[-5:] == waits[::-1]


def test_more_waits_than_are_held_at_once_are_all_answered(ana, root):
    request = create(ana)
    params = {"id": request["id"], "until": ["closed"], "timeout": 60}
    ana.send_messages([{"jsonrpc": "2.0", "id": f"w{number}", "method": "sessionRequest.wait", "params": params}
                       for number in range(600)])
    root.call("sessionRequest.close", id=request["id"])
    assert all(not ana.answer(f"w{number}", within=10)["timedOut"] for number in range(600))


def test_a_wait_is_canceled_by_its_id_however_it_is_written(ana):
    for written, again in [('"\\u0061b"', '"ab"'), ("100", "1e2")]:
        line = (f'{{"jsonrpc":"2.0","id":{written},"method":"sessionRequest.wait","params":'
                f'{{"id":{create(ana)["id"]},"until":["ready"],"timeout":30}}}}')
        ana.send_line(line)
        answer = ana.line('{"jsonrpc":"2.0","id":"c","method":"rpc.cancel","params":{"id":%s}}' % again)
        first, second = answer, ana.receive()
        assert {first["id"], second["id"]} == {json.loads(written), "c"}
        assert {"canceled": True} in (first.get("result"), second.get("result"))


def test_a_wait_holds_up_nothing_behind_it(ana):
    waiting = wait(ana, create(ana), ["ready"], 30)
    assert ana.call("rpc.ping") is not None
    assert create(ana)["status"] == "open"
    assert ana.call("rpc.cancel", id=waiting) == {"canceled": True}


def test_a_wait_that_is_canceled_ends_as_canceled(ana):
    waiting = wait(ana, create(ana), ["ready"], 30)
    assert ana.call("rpc.cancel", id=waiting) == {"canceled": True}
    with pytest.raises(RpcError) as refusal:
        ana.answer(waiting, within=2)
    assert refusal.value.reason == "canceled"


def test_canceling_what_is_not_there_cancels_nothing(ana, ben):
    assert ana.call("rpc.cancel", id="nothing") == {"canceled": False}
    waiting = wait(ana, create(ana), ["ready"], 0.5)
    assert ben.call("rpc.cancel", id=waiting) == {"canceled": False}
    assert ana.answer(waiting, within=3)["timedOut"] is True
    assert ana.call("rpc.cancel", id=waiting) == {"canceled": False}


def test_ids_of_text_and_number_are_different_ids(ana):
    request = create(ana)
    line = ('{"jsonrpc":"2.0","id":"7","method":"sessionRequest.wait","params":'
            f'{{"id":{request["id"]},"until":["ready"],"timeout":30}}}}')
    ana.send_line(line)
    assert ana.call("rpc.cancel", id=7) == {"canceled": False}
    assert ana.call("rpc.cancel", id="7") == {"canceled": True}
    with pytest.raises(RpcError) as refusal:
        ana.answer("7", within=2)
    assert refusal.value.reason == "canceled"


def test_a_wait_survives_its_connection_s_half_close_and_is_answered(ana):
    waiting = wait(ana, create(ana), ["ready"], 0.3)
    ana.half_close()
    assert ana.answer(waiting, within=3)["timedOut"] is True
    assert ana.at_end(3)


def test_a_wait_ends_with_the_daemon(make_desk):
    desk = make_desk()
    ana = desk.agent()
    waiting = wait(ana, create(ana), ["ready"], 60)
    ana.call("rpc.ping")
    desk.stop()
    with pytest.raises(RpcError) as refusal:
        ana.answer(waiting, within=3)
    assert refusal.value.reason == "shutting_down" and refusal.value.data["retryable"] is True
    assert ana.at_end(3)


@pytest.mark.parametrize("params, path", [
    ({"timeout": 3601}, "/timeout"), ({"timeout": -1}, "/timeout"), ({"until": []}, "/until"),
    ({"until": ["done"]}, "/until/0"), ({"until": "open"}, "/until"), ({"timeout": "1"}, "/timeout"),
])
def test_a_malformed_wait_is_refused_with_its_place(ana, params, path):
    asked = {"id": create(ana)["id"], "until": ["ready"], "timeout": 1} | params
    refusal = ana.refusal("sessionRequest.wait", **asked)
    assert (refusal.reason, refusal.data["path"]) == ("invalid_params", path)


def test_waiting_for_what_does_not_exist_is_not_found(ana):
    assert ana.refusal("sessionRequest.wait", id=999_999_999, until=["open"], timeout=1).reason == "not_found"


def test_a_wait_for_a_closed_request_is_answered_whoever_closes_it(ana, gateway):
    request = bring(ana, gateway, "waiting")
    waiting = wait(ana, request, ["closed", "expired"], 30)
    gateway.call("link.cancel", token=request["link"].rpartition("/")[2])
    assert ana.answer(waiting, within=2)["sessionRequest"]["closed"]["reason"] == "canceledByRecipient"
