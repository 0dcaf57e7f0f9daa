"""Events on their way to endpoints: each in the order of the log, none held up by another."""

import pytest

from desk import configuration
from flows import bring, create, get, token
from moments import ahead, instant, now, until

CRM, AUDIT = "crm", "audit"


def endpoint(**more):
    return {"url": "http://127.0.0.1:9/hook"} | more


@pytest.fixture
def make_told(make_desk):
    """A desk with these endpoints, an agent, and a courier."""
    def make(**webhooks):
        desk = make_desk(config=configuration(webhooks=webhooks, delivery={"firstRetrySeconds": 1, "maxAttempts": 3}))
        return desk, desk.agent(0), desk.courier()
    return make


def take(courier, **params):
    return courier.call("delivery.next", kinds=["webhook"], **params)["delivery"]


def ack(courier, delivery):
    assert courier.call("delivery.ack", id=delivery["id"])["acknowledged"]


def everything(courier, **params):
    """The events that wait, in the order in which they may leave."""
    events = []
    while delivery := take(courier, **params):
        events.append(delivery["event"])
        ack(courier, delivery)
    return events


def test_every_event_goes_to_every_endpoint_in_order(make_told):
    desk, agent, courier = make_told(crm=endpoint(), audit=endpoint())
    gateway = desk.gateway()
    bring(agent, gateway, "connected")
    agent.call("queue.create", id="tier-1")
    log = agent.call("events.poll", since="earliest", limit=500)["events"]
    for name in (CRM, AUDIT):
        events = everything(courier, endpoints=[name])
        assert [event["cursor"] for event in events] == [event["cursor"] for event in log]
        assert [event["type"] for event in events][-1] == "queue.created"


def test_only_what_an_endpoint_asks_for_goes_there(make_told):
    desk, agent, courier = make_told(
        crm=endpoint(types=["sessionRequest.closed"]), audit=endpoint(queues=["tier-1"]))
    agent.call("queue.create", id="tier-1")
    agent.call("queue.create", id="tier-2")
    here = create(agent, assignee={"type": "queue", "id": "tier-1"})
    there = create(agent, assignee={"type": "queue", "id": "tier-2"})
    for request in (here, there):
        agent.call("sessionRequest.close", id=request["id"])
    closed = everything(courier, endpoints=[CRM])
    assert [event["sessionRequest"]["id"] for event in closed] == [here["id"], there["id"]]
    assert {event["type"] for event in closed} == {"sessionRequest.closed"}
    told = everything(courier, endpoints=[AUDIT])
    assert [event["type"] for event in told] == ["queue.created", "sessionRequest.created", "sessionRequest.closed"]
    assert {event["sessionRequest"]["id"] for event in told[1:]} == {here["id"]}


def test_an_endpoint_is_told_no_link_and_no_code_unless_it_is_meant_to_be(make_told):
    _, agent, courier = make_told(crm=endpoint(), audit=endpoint(includeLinks=True))
    request = create(agent, recipient={"name": "Maria", "email": "maria@example.org"}, comments="between us")
    agent.call("sessionRequest.rotateLink", id=request["id"])
    renewed = get(agent, request)
    for name, knows in ((CRM, False), (AUDIT, True)):
        deliveries = []
        while delivery := take(courier, endpoints=[name]):
            deliveries.append(delivery)
            ack(courier, delivery)
        text = str(deliveries)
        for secret in (token(request), request["code"], token(renewed), renewed["code"]):
            assert (secret in text) is knows, name
        assert "between us" in text and "maria@example.org" in text
        first, last = deliveries
        assert first["sessionRequest"] == first["event"]["sessionRequest"] and first["purpose"] == "event"
        assert first["endpoint"] == name and "recipient" in first["sessionRequest"]
        assert ("link" in last["event"]["changes"]) is knows
        assert (first["sessionRequest"]["link"] == request["link"]) is knows


def test_an_endpoint_that_fails_keeps_its_order_and_holds_up_no_other(make_told):
    _, agent, courier = make_told(crm=endpoint(types=["sessionRequest.created"]), audit=endpoint(types=["sessionRequest.created"]))
    made = [create(agent)["id"] for _ in range(4)]
    failing = take(courier, endpoints=[CRM])
    retry = courier.call("delivery.fail", id=failing["id"], error="500", retryAfter=1)["retryAt"]
    assert take(courier, endpoints=[CRM]) is None
    assert [event["sessionRequest"]["id"] for event in everything(courier)] == made
    again = take(courier, endpoints=[CRM], timeout=5)
    assert again["key"] == failing["key"] and again["attempt"] == 2 and now() >= instant(retry)
    assert take(courier, endpoints=[CRM]) is None
    assert courier.call("delivery.fail", id=again["id"], error="410 gone", retryable=False) == {"retryAt": None}
    rest = everything(courier, endpoints=[CRM])
    assert [event["sessionRequest"]["id"] for event in rest] == made[1:]
    figures = agent.call("daemon.metrics")["openMetrics"]
    assert 'session_requestd_outbox{kind="webhook",state="failed"} 1' in figures


def test_an_endpoint_that_is_taken_out_of_the_configuration_waits_for_nobody(make_told):
    desk, agent, courier = make_told(crm=endpoint(), audit=endpoint())
    create(agent)
    desk.configure(configuration(webhooks={AUDIT: endpoint()}))
    desk.hang_up()
    until(lambda: agent.call("daemon.info")["delivery"]["webhooks"] == 1, what="the new configuration")
    assert [event["type"] for event in everything(courier)] == ["sessionRequest.created"]
    desk.configure(configuration(webhooks={CRM: endpoint()}))
    desk.hang_up()
    until(lambda: take(courier, timeout=1), within=10, what="the endpoint that is back")


def test_what_comes_while_a_courier_waits_is_handed_over_at_once(make_told):
    desk, agent, courier = make_told(crm=endpoint(types=["sessionRequest.opened"]))
    request = create(agent)
    waiting = courier.request("delivery.next", timeout=30, endpoints=[CRM])
    desk.gateway().call("link.open", token=token(request))
    assert courier.answer(waiting, 5)["delivery"]["event"]["type"] == "sessionRequest.opened"


def test_the_clock_is_heard_though_nobody_is_there(make_told):
    _, agent, courier = make_told(crm=endpoint(types=["sessionRequest.expired"]))
    expiry = ahead(0.5)
    request = create(agent, expiresAt=expiry)
    delivery = take(courier, timeout=5)
    assert delivery["event"]["at"] == expiry and delivery["sessionRequest"]["id"] == request["id"]
    assert delivery["sessionRequest"]["status"] == "expired"


def test_hundreds_of_events_in_a_row_arrive_once_and_in_order(make_told):
    _, agent, courier = make_told(crm=endpoint(types=["sessionRequest.created"]))
    agent.send_messages([
        {"jsonrpc": "2.0", "id": f"m{number}", "method": "sessionRequest.create", "params": {"recipient": {"name": "M"}}}
        for number in range(300)])
    made = [agent.answer(f"m{number}")["sessionRequest"]["id"] for number in range(300)]
    assert [event["sessionRequest"]["id"] for event in everything(courier)] == made
