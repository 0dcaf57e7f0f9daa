"""What the configuration changes on the wire."""

import pytest

from desk import ANA, configuration
from flows import create, grant, history, join, token, types
from moments import instant, until


def test_links_lead_where_the_portal_is(make_desk):
    ana = make_desk(config=configuration(portal={"address": "https://help.example.org/desk"})).agent()
    assert create(ana)["link"].startswith("https://help.example.org/desk/s/")
    assert ana.call("daemon.info")["portal"] == "https://help.example.org/desk"


def test_an_organization_is_named_to_visitors(make_desk):
    desk = make_desk(config=configuration(organization="Câmara de Évora"))
    link = desk.gateway().call("link.resolve", token=token(create(desk.agent())))["link"]
    assert link["organization"] == "Câmara de Évora"


def test_a_policy_says_how_often_a_recipient_may_deny(make_desk):
    desk = make_desk(config=configuration(policy={"maxDenials": 1}))
    request = create(desk.agent())
    assert desk.gateway().call("link.deny", token=token(request))["link"]["status"] == "closed"
    assert types(history(desk.agent(), request)) == ["created", "opened", "denied", "closed"]


def test_a_policy_says_how_long_a_request_lives(make_desk):
    request = create(make_desk(config=configuration(policy={"defaultExpirySeconds": 60})).agent())
    assert instant(request["expiresAt"]) - instant(request["createdAt"]) == 60_000


def test_a_connector_of_the_desk_takes_the_place_of_the_built_in_one(make_desk):
    own = {"argv": ["/opt/desk/view", "--to", "{host}", "--port={port}"], "uri": "desk://{host}"}
    desk = make_desk(config=configuration(connectors={"vnc": own}, policy={"allowedSchemes": ["vnc"]}))
    ana, gateway = desk.agent(), desk.gateway()
    request = create(ana)
    grant(gateway, request, scheme="vnc", address="screen.example.org:5902")
    launch = ana.call("sessionRequest.connect", id=request["id"])["launch"]
    assert launch["argv"] == ["/opt/desk/view", "--to", "screen.example.org", "--port=5902"]
    assert launch["uri"] == "desk://screen.example.org"


def test_the_oldest_client_is_configured_for_each_client_by_name(make_desk):
    desk = make_desk(config=configuration(clients={"minimumRecipientVersion": {"rustdesk": "1.3"}}))
    ana, gateway = desk.agent(), desk.gateway()
    request = create(ana)
    old = join("rustdesk", "123456789") | {"client": {"name": "RustDesk", "version": "1.2.9"}}
    assert gateway.refusal("link.grant", token=token(request), join=old).reason == "client_too_old"
    other = join("anydesk", "123456789") | {"client": {"name": "somethingelse", "version": "0.1"}}
    assert gateway.call("link.grant", token=token(request), join=other)["link"]["status"] == "ready"


def test_everybody_together_has_a_budget_of_wrong_codes_too(make_desk):
    desk = make_desk(config=configuration(budgets={"wrongCodesPerMinute": 12, "wrongCodesPerSourcePerHour": 5}))
    request = create(desk.agent())
    gateway = desk.gateway()
    wrong = f"{(int(request['code']) + 1) % 10**9:09}"
    for number in range(12):
        assert gateway.refusal("link.resolve", code=wrong, source=f"203.0.113.{number}").reason == "link_invalid"
    refusal = gateway.refusal("link.resolve", code=request["code"], source="198.51.100.1")
    assert refusal.reason == "rate_limited" and 0 < refusal.data["retryAfter"] <= 60
    assert gateway.call("link.resolve", token=token(request), source="198.51.100.1")["link"]["status"] == "open"


@pytest.mark.parametrize("first, second, one", [
    ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True), ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
    ("203.0.113.1", "203.0.113.2", False)])
def test_a_source_is_an_address_or_the_network_of_a_customer(make_desk, first, second, one):
    desk = make_desk(config=configuration(budgets={"wrongCodesPerSourcePerHour": 1}))
    request = create(desk.agent())
    gateway = desk.gateway()
    wrong = f"{(int(request['code']) + 1) % 10**9:09}"
    assert gateway.refusal("link.resolve", code=wrong, source=first).reason == "link_invalid"
    expected = "rate_limited" if one else "link_invalid"
    assert gateway.refusal("link.resolve", code=wrong, source=second).reason == expected


def test_one_connection_too_many_is_busy_and_closed(make_desk):
    desk = make_desk(config=configuration(limits={"connections": 20, "connectionsPerUser": 8}))
    kept = [desk.agent(ANA) for _ in range(8)]
    for connection in kept:
        connection.call("rpc.ping")
    over = desk.agent(ANA)
    answer = over.receive(5)
    assert answer["id"] is None and answer["error"]["data"]["reason"] == "busy"
    assert over.receive(5) is None
    assert desk.agent(0).call("rpc.ping") == {"pong": True}
    kept.pop().close()

    def room():
        with desk.agent(ANA) as connection:
            connection.send_line('{"jsonrpc":"2.0","id":1,"method":"rpc.ping"}')
            return "result" in connection.receive(5)

    until(room, what="room for another connection")


def test_the_page_offers_what_is_configured(make_desk):
    offered = [{"method": "assist", "scheme": "rustdesk"}, {"method": "manual", "scheme": "anydesk"}]
    desk = make_desk(config=configuration(joinMethods=offered))
    link = desk.gateway().call("link.resolve", token=token(create(desk.agent())))["link"]
    assert [{"method": way["method"], "scheme": way["scheme"]} for way in link["joinMethods"]] == offered


def test_a_client_of_the_desk_s_own_is_launched_by_its_name(make_desk):
    desk = make_desk(config=configuration(connectors={"anydesk": {"customClient": "desk"}}))
    ana, gateway = desk.agent(), desk.gateway()
    request = create(ana)
    grant(gateway, request)
    launch = ana.call("sessionRequest.connect", id=request["id"])["launch"]
    assert launch == {"argv": ["anydesk_ad_desk", "123456789"], "uri": "anydesk:AnyDesk-ad_desk:123456789"}
