"""What is long over goes, whole, and the stream says from where it is kept."""

import re

import pytest

from desk import configuration
from flows import create
from moments import until

KEPT = 1000


def bulk(agent, operations):
    return agent.call("sessionRequest.bulk", operations=operations)["results"]


@pytest.fixture(scope="module")
def trimmed(make_module_desk):
    """A desk that keeps a thousand events and has had 1,600, of which 200 belong to a request that is still open."""
    desk = make_module_desk(config=configuration(retention={"events": KEPT}))
    agent = desk.agent()
    first = create(agent)
    for number in range(199):
        agent.call("sessionRequest.update", id=first["id"], comments=str(number))
    for _ in range(2):
        made = bulk(agent, [{"method": "sessionRequest.create", "params": {"recipient": {"name": "M"}}}] * 350)
        bulk(agent, [{"method": "sessionRequest.close", "params": {"id": one["sessionRequest"]["id"]}} for one in made])
    desk.restart()
    # 600 events are too many; of the requests that ended, 50 were closed by the 600th event, and the others are among the
    # last thousand.
    until(lambda: int(earliest(desk.agent()).rpartition(".")[2]) == 600, within=30, what="the earliest event moving on")
    return desk


def earliest(agent):
    """From where the stream is kept, as the refusal of a cursor from the future tells it."""
    epoch, _, number = agent.call("sessionRequest.summary")["cursor"].rpartition(".")
    refusal = agent.refusal("events.poll", since=f"{epoch}.{int(number) + 1000}")
    return refusal.data["earliest"]


def test_old_events_are_dropped_behind_a_refusal_and_never_in_silence(trimmed):
    agent = trimmed.agent()
    epoch = agent.call("rpc.hello")["epoch"]
    for method in ("events.poll", "events.subscribe"):
        refusal = agent.refusal(method, since=f"{epoch}.5")
        assert refusal.reason == "cursor_expired" and refusal.data["earliest"] == earliest(agent)
    assert agent.call("events.poll", since=earliest(agent))["events"]


def test_whole_requests_go_with_their_events_and_the_open_ones_stay(trimmed):
    agent = trimmed.agent()
    assert len(agent.call("sessionRequest.history", id=1, limit=500)["events"]) == 200
    assert agent.refusal("sessionRequest.get", id=2).reason == "not_found"
    assert agent.refusal("sessionRequest.history", id=2).reason == "not_found"
    listed = agent.call("sessionRequest.list", limit=500)["sessionRequests"]
    assert 1 in [request["id"] for request in agent.call("sessionRequest.list", view="active")["sessionRequests"]]
    for request in listed[:5] + listed[-5:]:
        types = [event["type"] for event in agent.call("sessionRequest.history", id=request["id"])["events"]]
        assert types[0] == "sessionRequest.created"


def test_an_id_is_not_used_again(trimmed):
    agent = trimmed.agent()
    assert create(agent)["id"] == 702


def test_what_was_to_be_sent_of_a_request_goes_with_it(make_desk):
    desk = make_desk(config=configuration(retention={"events": KEPT}, webhooks={
        "crm": {"url": "http://127.0.0.1:9/", "types": ["sessionRequest.created"]}}))
    agent, courier = desk.agent(0), desk.courier()
    maria = {"name": "Maria", "email": "maria@example.org", "phone": "+351 211 234 567"}
    over, kept = (create(agent, recipient=maria, sendInvitation={"email": True, "sms": True}) for _ in range(2))
    for _ in range(2):
        delivery = courier.call("delivery.next", kinds=["email"])["delivery"]
        courier.call("delivery.fail", id=delivery["id"], error="550 no", retryable=False)
    outbox = {("email", "failed"): 2, ("sms", "waiting"): 2, ("webhook", "waiting"): 2}
    assert in_the_outbox(agent) == outbox
    agent.call("sessionRequest.close", id=over["id"])
    outbox["sms", "waiting"] = 1
    assert in_the_outbox(agent) == outbox
    for number in range(2):
        bulk(agent, [{"method": "sessionRequest.update", "params": {"id": kept["id"], "comments": f"{number} {line}"}}
                     for line in range(700)])
    desk.forget_connections()
    desk.restart()
    agent = desk.agent(0)
    until(lambda: [one["id"] for one in agent.call("sessionRequest.list")["sessionRequests"]] == [kept["id"]],
          within=30, what="the closed request going")
    assert in_the_outbox(agent) == {("email", "failed"): 1, ("sms", "waiting"): 1, ("webhook", "waiting"): 1}


def in_the_outbox(agent):
    """How many deliveries there are, by kind and state, as a monitor is told."""
    figures = re.findall(
        r'^session_requestd_outbox{kind="(\w+)",state="(\w+)"} (\d+)', agent.call("daemon.metrics")["openMetrics"], re.M)
    return {(kind, state): int(count) for kind, state, count in figures if int(count)}
