"""Queues: made by admins, served by members, worked off by urgency."""

import pytest

from desk import ANA, BEN, CLEO
from flows import bring, create, fresh, get, history, types
from moments import instant


def make(root, *users, **more):
    name = fresh("queue")
    more.setdefault("members", {"users": [str(user) for user in users], "groups": []})
    return root.call("queue.create", id=name, name=more.pop("name", "Queue"), **more)["queue"]


def put(agent, queue, **more):
    return create(agent, assignee={"type": "queue", "id": queue["id"]}, **more)


def following(agent, *queues):
    more = {"queues": [queue["id"] for queue in queues]} if queues else {}
    return agent.call("queue.next", **more)["sessionRequest"]


def test_a_queue_is_what_was_said_and_what_is_assumed(root):
    queue = make(root, ANA, name="First line", description="Everything")
    assert (queue["name"], queue["description"], queue["members"]) == (
        "First line", "Everything", {"users": [str(ANA)], "groups": []})
    assert (queue["publicPage"], queue["strategy"], queue["fallback"], queue["revision"]) == (False, "manual", None, 1)
    assert root.call("queue.get", id=queue["id"])["queue"] == queue
    assert queue in root.call("queue.list")["queues"]


def test_an_update_replaces_what_it_names(root):
    queue = make(root, ANA)
    other = make(root)
    changed = root.call("queue.update", id=queue["id"], name="Second line", members={"users": [str(BEN)]},
                        fallback=other["id"], ifRevision=1)["queue"]
    assert (changed["name"], changed["members"]["users"]) == ("Second line", [str(BEN)])
    assert changed["fallback"] == other["id"]
    assert changed["revision"] == 2
    refusal = root.refusal("queue.update", id=queue["id"], name="x", ifRevision=1)
    assert (refusal.reason, refusal.data["revision"]) == ("revision_conflict", 2)


@pytest.mark.parametrize("params, path", [
    ({"name": "n" * 129}, "/name"), ({"defaultLanguage": "?"}, "/defaultLanguage"),
    ({"defaultExpirySeconds": 0}, "/defaultExpirySeconds"), ({"fallback": "No Slug"}, "/fallback")])
def test_what_is_wrong_with_an_update_comes_before_the_queue_and_its_revision(root, params, path):
    for queue in ({"id": "nowhere"}, {"id": make(root)["id"], "ifRevision": 7}):
        refusal = root.refusal("queue.update", **queue, **params)
        assert (refusal.reason, refusal.data["path"]) == ("invalid_params", path)


def test_a_deleted_queue_is_gone_and_its_requests_are_nobody_s(root):
    queue = make(root)
    request = put(root, queue)
    assert root.call("queue.delete", id=queue["id"]) == {"deleted": True}
    assert root.refusal("queue.get", id=queue["id"]).reason == "not_found"
    assert get(root, request)["assignee"] is None
    assert types(history(root, request)) == ["created", "assigned"]


@pytest.mark.parametrize("identity", ["", "Tier", "tier_1", "tier 1", "é", "x" * 65, "tier/1"])
def test_an_id_is_a_slug(root, identity):
    refusal = root.refusal("queue.create", id=identity, name="Q")
    assert (refusal.reason, refusal.data["path"]) == ("invalid_params", "/id")


def test_an_id_is_taken_once(root):
    queue = make(root)
    refusal = root.refusal("queue.create", id=queue["id"], name="Again")
    assert (refusal.reason, refusal.data["path"]) == ("invalid_params", "/id")


@pytest.mark.parametrize("method", ["get", "update", "delete"])
def test_what_does_not_exist_is_not_found(root, method):
    assert root.refusal(f"queue.{method}", id="no-such-queue").reason == "not_found"


@pytest.mark.parametrize("method", ["create", "update", "delete"])
def test_only_admins_make_and_change_queues(ana, root, method):
    identity = fresh("queue") if method == "create" else make(root, ANA)["id"]
    assert ana.refusal(f"queue.{method}", id=identity).reason == "permission_denied"


def test_next_is_the_most_urgent_then_those_whose_recipient_is_there_then_the_oldest(root, ana, gateway):
    queue = make(root, ANA)
    low = put(root, queue, priority="low")
    first, second = put(root, queue), put(root, queue)
    waiting = bring(root, gateway, "waiting", assignee={"type": "queue", "id": queue["id"]})
    ready = bring(root, gateway, "ready", assignee={"type": "queue", "id": queue["id"]})
    high = put(root, queue, priority="high")
    urgent = put(root, queue, priority="urgent")
    order = [urgent, high, ready, waiting, first, second, low]
    taken = [following(ana, queue) for _ in order]
    ids = [request["id"] for request in taken]
    assert ids[:2] + ids[4:] == [request["id"] for request in order[:2] + order[4:]]
    assert set(ids[2:4]) == {ready["id"], waiting["id"]}
    assert all(request["assignee"] == {"type": "agent", "id": str(ANA)} for request in taken)
    assert following(ana, queue) is None


def test_next_skips_what_is_over(root, ana, gateway):
    queue = make(root, ANA)
    for status in ("closed", "expired"):
        bring(root, gateway, status, assignee={"type": "queue", "id": queue["id"]})
    assert following(ana, queue) is None


def test_next_looks_into_all_queues_of_a_member_and_into_no_other(make_desk):
    desk = make_desk()
    root, ana = desk.agent(0), desk.agent(ANA)
    mine, also, others = make(root, ANA), make(root, ANA, BEN), make(root, BEN)
    put(root, others, priority="urgent")
    a, b = put(root, mine), put(root, also, priority="high")
    assert [following(ana)["id"], following(ana)["id"], following(ana)] == [b["id"], a["id"], None]


def test_next_is_for_members_and_admins(root, ana, ben, desk):
    queue = make(root, BEN)
    request = put(root, queue)
    assert ana.refusal("queue.next", queues=[queue["id"]]).reason == "permission_denied"
    assert ana.refusal("queue.next", queues=["no-such-queue"]).reason == "not_found"
    assert following(root, queue)["id"] == request["id"]
    put(root, queue)
    assert following(ben, queue)["assignee"]["id"] == str(BEN)
    assert following(desk.agent(CLEO)) is None


def test_a_member_by_group_is_a_member(root, desk):
    queue = make(root, members={"users": [], "groups": ["4712"]})
    request = put(root, queue)
    assert following(desk.agent(CLEO, groups=(4712,)), queue)["id"] == request["id"]


def test_many_who_ask_for_the_next_each_get_another(root, desk):
    queue = make(root, *range(21100, 21110))
    made = {put(root, queue)["id"] for _ in range(10)}
    agents = [desk.agent(uid) for uid in range(21100, 21110)]
    asked = [agent.request("queue.next", queues=[queue["id"]]) for agent in agents]
    taken = [agent.answer(identity)["sessionRequest"]["id"] for agent, identity in zip(agents, asked)]
    assert sorted(taken) == sorted(made)


def test_positions_of_those_who_wait_follow_the_order_of_the_queue(root, ana, gateway):
    queue = make(root, ANA)
    put(root, queue)
    assignee = {"type": "queue", "id": queue["id"]}
    first, second = (bring(root, gateway, "waiting", assignee=assignee) for _ in range(2))
    urgent = bring(root, gateway, "waiting", assignee=assignee, priority="urgent")
    assert [get(root, request)["queuePosition"] for request in (first, second, urgent)] == [2, 3, 1]
    following(ana, queue)
    assert [get(root, request)["queuePosition"] for request in (first, second, urgent)] == [1, 2, None]


def test_the_default_expiry_of_a_queue_counts_for_its_requests(root):
    queue = make(root, defaultExpirySeconds=600)
    request = put(root, queue)
    assert instant(request["expiresAt"]) - instant(request["createdAt"]) == 600_000


def test_queues_write_their_own_events(root):
    cursor = root.call("sessionRequest.summary")["cursor"]
    queue = make(root)
    root.call("queue.update", id=queue["id"], name="Renamed")
    root.call("queue.delete", id=queue["id"])
    events = root.call("events.poll", since=cursor)["events"]
    assert [event["type"] for event in events] == ["queue.created", "queue.updated", "queue.deleted"]
    assert all(event["sessionRequest"] is None and event["queue"]["id"] == queue["id"] for event in events)
    assert events[1]["changes"]["name"] == {"from": "Queue", "to": "Renamed"}
