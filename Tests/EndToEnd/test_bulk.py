"""Many operations in one transaction: all of them, or none."""

import pytest

from flows import bring, create, fresh, get, history, types

ABSENT = 999_999_999


def operation(method, **params):
    return {"method": f"sessionRequest.{method}", "params": params}


def bulk(agent, *operations):
    return agent.call("sessionRequest.bulk", operations=list(operations))["results"]


def test_results_come_in_the_order_of_the_operations(ana):
    tag = fresh("bulk")
    first = create(ana)
    results = bulk(
        ana,
        operation("create", recipient={"name": "One"}, tags=[tag]),
        operation("update", id=first["id"], comments="all at once"),
        operation("claim", id=first["id"]),
        operation("create", recipient={"name": "Two"}, tags=[tag]),
        operation("close", id=first["id"], reason="done"),
    )
    assert [result["sessionRequest"]["recipient"]["name"] for result in results] == [
        "One", "Maria Keller", "Maria Keller", "Two", "Maria Keller"]
    assert get(ana, first) == results[-1]["sessionRequest"]
    assert types(history(ana, first)) == ["created", "updated", "assigned", "closed"]
    assert len(ana.call("sessionRequest.list", filter={"tags": [tag]})["sessionRequests"]) == 2


def test_one_that_fails_undoes_all_and_says_which_and_why(ana):
    tag = fresh("bulk")
    request = create(ana)
    before = ana.call("sessionRequest.summary")["cursor"]
    refusal = ana.refusal("sessionRequest.bulk", operations=[
        operation("create", recipient={"name": "One"}, tags=[tag]),
        operation("comment", id=request["id"], text="undone"),
        operation("close", id=ABSENT, reason="done"),
        operation("claim", id=request["id"]),
    ])
    assert (refusal.reason, refusal.data["cause"], refusal.data["index"]) == ("not_found", "not_found", 2)
    assert get(ana, request) == request
    assert ana.call("sessionRequest.list", filter={"tags": [tag]})["sessionRequests"] == []
    assert ana.call("sessionRequest.summary")["cursor"] == before


def test_a_later_operation_sees_what_an_earlier_one_did(ana, gateway):
    request = bring(ana, gateway, "ready")
    refusal = ana.refusal("sessionRequest.bulk", operations=[
        operation("close", id=request["id"], reason="done"), operation("close", id=request["id"], reason="done")])
    assert (refusal.data["cause"], refusal.data["index"]) == ("invalid_transition", 1)
    assert get(ana, request)["status"] == "ready"


def test_a_malformed_operation_is_refused_with_its_place(ana):
    refusal = ana.refusal("sessionRequest.bulk", operations=[
        operation("create", recipient={"name": "One"}), operation("create", recipient={"name": "One", "colour": 1})])
    assert refusal.reason == "invalid_params" and refusal.data["index"] == 1
    assert refusal.data["path"] == "/operations/1/params/recipient/colour"


@pytest.mark.parametrize("envelope, path", [
    ({}, "/method"), (1, ""), ({"method": 1}, "/method"), ({"method": "sessionRequest.claim", "x": 1}, "/x")])
def test_an_envelope_that_cannot_be_read_is_told_as_the_operation_that_failed(ana, envelope, path):
    refusal = ana.refusal("sessionRequest.bulk", operations=[operation("create", recipient={"name": "One"}), envelope])
    assert refusal.data["path"] == f"/operations/1{path}"
    assert (refusal.reason, refusal.data["cause"], refusal.data["index"]) == ("invalid_params", "invalid_params", 1)
    for wrong in ([], {"0": {}}):
        refusal = ana.refusal("sessionRequest.bulk", operations=wrong)
        assert refusal.data["path"] == "/operations" and "index" not in refusal.data


@pytest.mark.parametrize("method", [
    "sessionRequest.bulk", "sessionRequest.wait", "sessionRequest.get", "sessionRequest.nothing", "link.open"])
def test_only_operations_on_requests_can_be_part_of_a_bulk(ana, method):
    refusal = ana.refusal("sessionRequest.bulk", operations=[{"method": method, "params": {}}])
    assert refusal.reason in ("invalid_params", "method_not_found")


def test_a_bulk_of_one_s_own_and_another_s_is_refused_whole(ana, ben):
    mine, hers = (create(agent, assignee={"type": "agent", "id": "me"}) for agent in (ben, ana))
    refusal = ben.refusal("sessionRequest.bulk", operations=[
        operation("comment", id=mine["id"], text="x"), operation("comment", id=hers["id"], text="x")])
    assert (refusal.data["cause"], refusal.data["index"]) == ("permission_denied", 1)
    assert get(ben, mine)["revision"] == mine["revision"]


def test_a_hundred_creates_are_one_answer(ana):
    tag = fresh("bulk")
    results = bulk(ana, *[operation("create", recipient={"name": f"N{i}"}, tags=[tag]) for i in range(100)])
    ids = [result["sessionRequest"]["id"] for result in results]
    assert ids == sorted(set(ids)) and len(ids) == 100
