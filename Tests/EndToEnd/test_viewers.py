"""Viewers read without link, code, target, contact data, comments and custom fields: everywhere."""

import json

import pytest

from flows import bring, create, fresh, get, grant, token

HIDDEN = ("link", "code", "comments", "customFields")


class Secrets:
    """A request full of what a viewer may not see, and the words to look for."""

    def __init__(self, agent, gateway, status="connected"):
        self.words = [fresh(word) for word in ("mail", "remark", "field", "opinion")]
        mail, remark, field, opinion = self.words
        self.tag, self.name = fresh("tag"), fresh("maria")
        self.phone, self.address = "+49 30 90182099", "911222333"
        request = create(
            agent, recipient={"name": self.name, "email": f"{mail}@example.org", "phone": self.phone, "language": "pt"},
            subject="Printer", comments=f"{remark} {remark}", customFields={"account": field}, tags=[self.tag])
        self.id, self.words = request["id"], self.words + [token(request), request["code"], self.phone, self.address]
        grant(gateway, request, address=self.address)
        agent.call("sessionRequest.connect", id=self.id)
        agent.call("sessionRequest.comment", id=self.id, text=f"{remark} again")
        agent.call("sessionRequest.update", id=self.id, customFields={"account": f"{field}2"},
                   recipient={"name": self.name, "email": f"{mail}2@example.org", "phone": self.phone})
        rotated = agent.call("sessionRequest.rotateLink", id=self.id)["sessionRequest"]
        self.words += [token(rotated), rotated["code"]]
        agent.call("sessionRequest.close", id=self.id, reason="done", note=remark)
        gateway.call("link.feedback", token=token(rotated), rating=4, comment=opinion)
        self.search = {"mail": mail, "remark": remark, "field": field, "link": token(rotated), "code": rotated["code"],
                       "address": self.address, "phone": "90182099", "opinion": opinion}

    def absent_from(self, answer):
        text = json.dumps(answer, ensure_ascii=False)
        return [word for word in self.words if word in text]


@pytest.fixture
def secrets(ana, gateway):
    return Secrets(ana, gateway)


def check(request):
    assert not set(HIDDEN) & set(request), request
    assert not {"email", "phone"} & set(request["recipient"])
    assert "target" not in (request.get("join") or {})


def test_one_request(secrets, viewer):
    request = viewer.call("sessionRequest.get", id=secrets.id)["sessionRequest"]
    check(request)
    assert secrets.absent_from(request) == []
    assert (request["recipient"]["name"], request["subject"]) == (secrets.name, "Printer")
    assert request["tags"] == [secrets.tag]
    assert request["allowedActions"] == [] and request["status"] == "closed"
    assert request["join"]["client"]["name"] == "AnyDesk" and request["feedback"]["rating"] == 4


def test_lists(secrets, viewer):
    (request,) = viewer.call("sessionRequest.list", filter={"tags": [secrets.tag]})["sessionRequests"]
    check(request)
    assert secrets.absent_from(request) == []


def test_histories(secrets, viewer):
    answer = viewer.call("sessionRequest.history", id=secrets.id)
    assert secrets.absent_from(answer) == []
    for event in answer["events"]:
        check(event["sessionRequest"])
        assert not set(HIDDEN) & set(event["changes"]), event["changes"]
    updated = next(event for event in answer["events"] if event["type"] == "sessionRequest.updated")
    assert "@" not in json.dumps(updated["changes"])


def test_streams_and_polls(secrets, viewer):
    poll = viewer.call("events.poll", since="earliest", limit=500, filter={"ids": [secrets.id]})
    assert poll["events"] and secrets.absent_from(poll) == []
    stream = viewer.call("events.subscribe", since="now", filter={"ids": [secrets.id]}, snapshot=True)
    check(stream["snapshot"][0])
    assert secrets.absent_from(stream) == []
    viewer.call("events.subscribe", since="earliest", filter={"ids": [secrets.id]})
    seen = []
    while len(seen) < len(poll["events"]):
        event = viewer.notification("events.event")["params"]
        check(event["sessionRequest"])
        assert secrets.absent_from(event) == []
        seen.append(event["cursor"])
    assert seen == [event["cursor"] for event in poll["events"]]


def test_waits_and_explanations(secrets, viewer):
    result = viewer.call("sessionRequest.wait", id=secrets.id, until=["closed"], timeout=1)
    check(result["sessionRequest"])
    assert secrets.absent_from(result) == []
    explained = viewer.call("sessionRequest.explain", id=secrets.id)
    assert explained["connectable"] is False and secrets.absent_from(explained) == []


def test_errors_tell_no_more_than_results(secrets, viewer):
    refusal = viewer.refusal("sessionRequest.close", id=secrets.id)
    assert refusal.reason == "permission_denied" and secrets.absent_from([refusal.message, refusal.data]) == []


@pytest.mark.parametrize("what", ["mail", "remark", "field", "link", "code", "address", "phone", "opinion"])
def test_a_query_finds_nothing_by_what_a_viewer_may_not_see(secrets, viewer, ana, what):
    assert viewer.call("sessionRequest.list", query=secrets.search[what])["sessionRequests"] == []
    together = f"{secrets.name} {secrets.search[what][:5]}"
    assert viewer.call("sessionRequest.list", query=together)["sessionRequests"] == []


def test_a_query_finds_by_what_a_viewer_may_see(secrets, viewer, ana):
    for query in (secrets.name, secrets.tag, f"printer {secrets.name}"):
        found = viewer.call("sessionRequest.list", query=query)["sessionRequests"]
        assert [request["id"] for request in found] == [secrets.id], query
    by_remark = ana.call("sessionRequest.list", query=secrets.search["remark"])["sessionRequests"]
    assert [request["id"] for request in by_remark] == [secrets.id]


def test_a_change_that_a_viewer_may_not_see_shows_no_content(ana, viewer):
    request = create(ana, comments="before")
    cursor = viewer.call("sessionRequest.summary")["cursor"]
    ana.call("sessionRequest.comment", id=request["id"], text="hush")
    (event,) = viewer.call("events.poll", since=cursor, timeout=5)["events"]
    assert event["type"] == "sessionRequest.commented" and event["changes"] == {}


def test_queues_agents_and_summaries_are_for_viewers_too(root, viewer, gateway):
    queue = fresh("queue")
    root.call("queue.create", id=queue, name="Q")
    request = bring(root, gateway, "waiting", assignee={"type": "queue", "id": queue})
    assert viewer.call("sessionRequest.summary")["byQueue"][queue] == 1
    assert viewer.call("queue.get", id=queue)["queue"]["name"] == "Q"
    assert get(viewer, request)["status"] == "waiting"
    assert isinstance(viewer.call("agent.list")["agents"], list)


def test_whoever_comes_to_the_viewer_socket_is_a_viewer(desk, ana):
    request = create(ana)
    for uid in (0, 21001, 21900):
        viewer = desk.connect("viewer", uid)
        assert viewer.call("daemon.whoami")["roles"] == ["viewer"]
        check(get(viewer, request))
