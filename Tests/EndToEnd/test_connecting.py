"""Connecting: one winner, a launch from a connector, a lease on the socket."""

import re

import pytest

from connection import RpcError
from desk import ANA, BEN, configuration
from flows import bring, create, fresh, get, grant, history, join, token, types
from moments import until

MINE = {"type": "agent", "id": "me"}
SCHEMES = ["anydesk", "rustdesk", "vnc", "rdp", "ssh"]
GOOD = {
    "anydesk": ["123456789", "1234567890", "maria@ad", "maria.keller@desk-7"],
    "rustdesk": ["123456789", "987654321012"],
    "vnc": ["support.example.org", "support.example.org:5901", "203.0.113.9:5900", "[2001:470::1]:5900"],
    "rdp": ["support.example.org", "203.0.113.9:3390"],
    "ssh": ["support.example.org", "maria@support.example.org", "maria@support.example.org:2222"],
}
BAD = {
    "anydesk": ["12345678", "12345678901", "0123456789", "123 456 789", "123456789;id", "maria@", "$(id)", ""],
    "rustdesk": ["12345", "1234 56789", "a", "123456789&", "rustdesk://1", ""],
    "vnc": ["exa mple.org", "example.org:0", "example.org:65536", "example.org:port", "a/b", "example.org;id",
            "[::1", ""],
    "rdp": ["example.org /v:other", "example..org", "user@example.org", "example.org:1:2", ""],
    "ssh": ["a@b@example.org", "@example.org", "maria@", "-oProxyCommand=id@example.org", "maria@-example.org",
            "$(id)@example.org", "maria@example.org -oProxyCommand=id", ""],
}
PRIVATE = ["10.1.2.3", "192.168.0.7", "172.16.0.1", "127.0.0.1", "localhost", "169.254.10.1", "[::1]", "[fe80::1]",
           "[fd00::1]", "[::ffff:10.0.0.1]", "0.0.0.0"]


@pytest.fixture(scope="module")
def open_desk(make_module_desk):
    """A desk whose policy takes every built-in scheme, but no private hosts."""
    return make_module_desk(config=configuration(policy={"allowedSchemes": SCHEMES}))


@pytest.fixture(scope="module")
def inside_desk(make_module_desk):
    """A desk for machines of the house."""
    return make_module_desk(config=configuration(policy={"allowedSchemes": SCHEMES, "allowPrivateHosts": True}))


def connect(agent, request, **params):
    return agent.call("sessionRequest.connect", id=request["id"], **params)


def test_connecting_answers_the_target_and_what_to_launch(ana, gateway):
    result = connect(ana, bring(ana, gateway, "ready", assignee=MINE))
    assert result["target"] == {"scheme": "anydesk", "address": "123456789"}
    assert result["launch"] == {"argv": ["anydesk", "123456789"], "uri": "anydesk:123456789"}
    connection = result["sessionRequest"]["connection"]
    assert connection["agent"]["uid"] == ANA and connection["agent"]["user"] == str(ANA)
    assert connection["leased"] is False
    assert result["sessionRequest"]["status"] == "connected"


def test_connecting_what_is_nobody_s_claims_it_in_the_same_step(root, ben, gateway):
    request = bring(root, gateway, "ready")
    assert connect(ben, request)["sessionRequest"]["assignee"] == {"type": "agent", "id": str(BEN)}
    events = history(ben, request)[-2:]
    assert types(events) == ["assigned", "connected"] and events[0]["at"] == events[1]["at"]


def test_connecting_what_is_a_queue_s_claims_it_for_a_member_and_refuses_a_stranger_to_it(root, ana, ben, gateway):
    queue = fresh("queue")
    root.call("queue.create", id=queue, name="Q", members={"users": [str(BEN)], "groups": []})
    request = bring(root, gateway, "ready", assignee={"type": "queue", "id": queue})
    assert ana.refusal("sessionRequest.connect", id=request["id"]).reason == "permission_denied"
    assert connect(ben, request)["sessionRequest"]["assignee"] == {"type": "agent", "id": str(BEN)}


def test_connecting_what_is_a_client_s_or_of_a_queue_of_others_leaves_it_where_it_is(desk, root, ben, gateway):
    queue, client = fresh("queue"), fresh("client")
    root.call("queue.create", id=queue, name="Q", members={"users": [str(BEN)], "groups": []})
    request = bring(root, gateway, "ready", assignee={"type": "queue", "id": queue})
    assert connect(root, request)["sessionRequest"]["assignee"] == {"type": "queue", "id": queue}
    agent = desk.agent(ANA)
    agent.call("client.signIn", name="anydesk", version="9.0.5", clientId=client)
    request = bring(root, gateway, "ready", assignee={"type": "client", "id": client})
    assert connect(agent, request)["sessionRequest"]["assignee"] == {"type": "client", "id": client}
    assert types(history(agent, request))[-2:] == ["granted", "connected"]
    agent.call("client.signOut")
    assert agent.call("sessionRequest.disconnect", id=request["id"])["sessionRequest"]["status"] == "ready"
    assert agent.refusal("sessionRequest.connect", id=request["id"]).reason == "permission_denied"


def test_whoever_asks_for_a_connected_request_learns_who_has_it(root, ana, ben, gateway):
    request = bring(root, gateway, "ready")
    connect(ana, request)
    for other in (root, ben, ana):
        refusal = other.refusal("sessionRequest.connect", id=request["id"])
        assert refusal.reason == "already_connected"
        assert refusal.data["by"]["uid"] == ANA


@pytest.mark.parametrize("creator", ["ana", "ben", "root"])
def test_what_is_assigned_to_another_is_already_claimed(desk, gateway, creator):
    ana, ben, root = desk.agent(ANA), desk.agent(BEN), desk.agent(0)
    request = bring({"ana": ana, "ben": ben, "root": root}[creator], gateway, "ready",
                    assignee={"type": "agent", "id": str(ANA)})
    refusal = ben.refusal("sessionRequest.connect", id=request["id"])
    assert (refusal.reason, refusal.data["by"]["user"]) == ("already_claimed", str(ANA))


def test_a_lease_ends_with_its_connection(desk, root, gateway):
    request = bring(root, gateway, "ready")
    leaving = desk.agent(ANA)
    assert connect(leaving, request, lease=True)["sessionRequest"]["connection"]["leased"] is True
    leaving.close()
    assert root.call("sessionRequest.wait", id=request["id"], until=["ready"], timeout=5)["timedOut"] is False
    last = history(root, request)[-1]
    assert types([last]) == ["disconnected"] and last["actor"]["kind"] == "service"


def test_without_a_lease_the_connection_may_go(desk, root, gateway):
    request = bring(root, gateway, "ready")
    leaving = desk.agent(ANA)
    connect(leaving, request)
    leaving.close()
    assert root.call("sessionRequest.wait", id=request["id"], until=["ready"], timeout=0.3)["timedOut"] is True


def test_another_connection_s_end_leaves_a_lease_alone(desk, root, gateway):
    request = bring(root, gateway, "ready")
    holder, other = desk.agent(ANA), desk.agent(ANA)
    connect(holder, request, lease=True)
    other.call("rpc.ping")
    other.close()
    assert root.call("sessionRequest.wait", id=request["id"], until=["ready"], timeout=0.3)["timedOut"] is True


def test_a_lease_that_was_given_back_does_not_end_the_next_connection(desk, root, gateway):
    request = bring(root, gateway, "ready")
    holder = desk.agent(ANA)
    connect(holder, request, lease=True)
    holder.call("sessionRequest.disconnect", id=request["id"])
    other = desk.agent(ANA)
    connect(other, request)
    holder.close()
    assert root.call("sessionRequest.wait", id=request["id"], until=["ready"], timeout=0.3)["timedOut"] is True


@pytest.mark.parametrize("end", ["kill", "stop"])
def test_a_lease_does_not_outlive_the_daemon(make_desk, end):
    desk = make_desk()
    root, gateway = desk.agent(0), desk.gateway()
    leased, kept = bring(root, gateway, "ready"), bring(root, gateway, "ready")
    ana = desk.agent(ANA)
    connect(ana, leased, lease=True)
    connect(ana, kept)
    getattr(desk, end)()
    desk.start()
    root = desk.agent(0)
    found = until(lambda: (lambda r: r["status"] == "ready" and r)(get(root, leased)), what="the lease given back")
    assert found.get("connection") is None and found["join"]["target"]["address"] == "123456789"
    last = history(root, leased)[-1]
    assert types([last]) == ["disconnected"] and last["actor"]["kind"] == "service"
    assert get(root, kept)["status"] == "connected"


@pytest.mark.parametrize("scheme, address", [(scheme, address) for scheme in SCHEMES for address in GOOD[scheme]])
def test_each_built_in_connector_launches_a_list_of_arguments(open_desk, scheme, address):
    root, gateway = open_desk.agent(0), open_desk.gateway()
    request = create(root)
    grant(gateway, request, scheme=scheme, address=address)
    result = connect(root, request)
    assert result["target"] == {"scheme": scheme, "address": address}
    argv, uri = result["launch"]["argv"], result["launch"]["uri"]
    assert all(isinstance(argument, str) and argument for argument in argv)
    assert argv[0].rpartition("/")[2] not in ("sh", "bash", "dash", "env", "xterm") and "-c" not in argv
    host = re.sub(r"(^[^@]*@(?=.*[.].*[.])|:[0-9]{1,5}$)", "", address)
    assert any(host in argument for argument in argv[1:]), argv
    assert uri.startswith(f"{scheme}:") and host in uri
    open_desk.forget_connections()


def test_ssh_is_launched_without_forwarding_and_ends_its_options_before_the_host(open_desk):
    root, gateway = open_desk.agent(0), open_desk.gateway()
    request = create(root)
    grant(gateway, request, scheme="ssh", address="maria@support.example.org:2222")
    argv = connect(root, request)["launch"]["argv"]
    assert argv[0] == "ssh"
    assert any("ClearAllForwardings=yes" in argument for argument in argv) and "2222" in argv
    assert "ForwardAgent=no" in " ".join(argv) or "-a" in argv
    assert argv.index("--") < argv.index(next(argument for argument in argv if "support.example.org" in argument))


@pytest.mark.parametrize("scheme, address", [(scheme, address) for scheme in SCHEMES for address in BAD[scheme]])
def test_an_address_that_its_scheme_would_not_write_is_refused(open_desk, scheme, address):
    refused(open_desk, scheme, address)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("address", ["-123456789", "--help", "-oProxyCommand=id"])
def test_no_address_begins_with_a_dash(open_desk, scheme, address):
    refused(open_desk, scheme, address)


@pytest.mark.parametrize("scheme", ["vnc", "rdp", "ssh"])
@pytest.mark.parametrize("address", PRIVATE)
def test_private_hosts_need_configuration(open_desk, inside_desk, scheme, address):
    refused(open_desk, scheme, address)
    if address == "localhost" or not address.startswith("0."):
        root, gateway = inside_desk.agent(0), inside_desk.gateway()
        assert grant(gateway, create(root), scheme=scheme, address=address)["status"] == "ready"
        inside_desk.forget_connections()


def refused(desk, scheme, address):
    root, gateway = desk.agent(0), desk.gateway()
    request = create(root)
    refusal = gateway.refusal("link.grant", token=token(request), join=join(scheme, address))
    assert (refusal.reason, refusal.data["path"]) == ("invalid_params", "/join/target/address")
    assert get(root, request)["status"] == "open"
    desk.forget_connections()


@pytest.mark.parametrize("scheme", ["vnc", "rdp", "ssh", "teamviewer", "file", "javascript"])
def test_only_the_schemes_of_the_policy_are_granted(ana, gateway, scheme):
    request = create(ana)
    refusal = gateway.refusal("link.grant", token=token(request), join=join(scheme, "support.example.org"))
    assert (refusal.reason, refusal.data["path"]) == ("invalid_params", "/join/target/scheme")
    assert get(ana, request)["status"] == "open"


def test_a_scheme_without_a_connector_is_granted_but_not_connected(make_desk):
    desk = make_desk(config=configuration(policy={"allowedSchemes": ["teamviewer"]}))
    root, gateway = desk.agent(0), desk.gateway()
    request = create(root)
    grant(gateway, request, scheme="teamviewer", address="123456789")
    refusal = root.refusal("sessionRequest.connect", id=request["id"])
    assert refusal.reason == "connector_missing" and "teamviewer" in refusal.message
    assert get(root, request)["status"] == "ready"
    assert root.call("sessionRequest.explain", id=request["id"])["reason"] == "connector_missing"


def test_checks_come_in_their_order(root, ana, ben, gateway):
    others = bring(ana, gateway, "open", assignee=MINE)
    with pytest.raises(RpcError) as refusal:
        ben.call("sessionRequest.connect", id=others["id"], colour="red")
    assert refusal.value.reason == "invalid_params"
    assert gateway.refusal("sessionRequest.connect", id=999_999_999).reason == "permission_denied"
    assert gateway.refusal("sessionRequest.connect", id="x").reason == "invalid_params"
    assert ben.refusal("sessionRequest.update", id=others["id"], ifRevision=others["revision"] + 7,
                       priority="low").reason == "revision_conflict"
    assert ben.refusal("sessionRequest.update", id=others["id"], priority="low").reason == "permission_denied"
    assert root.refusal("sessionRequest.connect", id=others["id"]).reason == "already_claimed"
    assert ana.refusal("sessionRequest.connect", id=others["id"]).reason == "invalid_transition"
