"""Who one is decides what one may: the kernel says who, the socket and the groups say what."""

import pytest

from messages import DENIED
from peer import AGENT, GATEWAY, VIEWER, Refused


def test_root_is_admin(peer):
    root = peer(AGENT)
    me = root.call("daemon.whoami")
    assert (me["uid"], me["user"]) == (0, "root")
    assert "admin" in me["roles"]
    assert root.call("queue.create", id="of-root", name="Of root")["queue"]["id"] == "of-root"
    root.call("queue.delete", id="of-root")


def test_a_member_of_the_group_is_a_support_agent(desk, agent):
    ana = agent()
    me = ana.call("daemon.whoami")
    assert (me["uid"], me["user"], me["roles"]) == (desk.uid("ana"), "ana", ["support_agent"])
    assert ana.reason("queue.create", id="of-ana", name="Of Ana") == "permission_denied"
    request = ana.create()
    assert request["createdBy"]["user"] == "ana" and request["createdBy"]["uid"] == desk.uid("ana")


@pytest.mark.parametrize("path, user", [
    (AGENT, "sam"), (AGENT, "vera"), (AGENT, "session-request-portal"), (AGENT, "daemon"),
    (VIEWER, "sam"), (VIEWER, "ana"), (VIEWER, "session-request-portal"),
    (GATEWAY, "sam"), (GATEWAY, "ana"), (GATEWAY, "vera"),
])
def test_a_stranger_cannot_open_a_socket(peer, path, user):
    with pytest.raises(Refused) as refused:
        peer(path, user)
    assert refused.value.name == "EACCES"


def test_the_gateways_account_serves_links_and_nothing_else(agent, gateway):
    request = agent().create()
    page = gateway()
    assert page.call("daemon.whoami")["roles"] == ["gateway"]
    token = request["link"].rsplit("/", 1)[1]
    assert page.call("link.resolve", token=token)["link"]["status"] == "open"
    assert page.call("link.open", token=token)["link"]["status"] == "waiting"
    assert page.reason("sessionRequest.list") == "permission_denied"
    assert page.reason("sessionRequest.create", recipient={"name": "Rosa"}) == "permission_denied"


def test_links_are_not_served_to_agents(agent):
    ana = agent()
    token = ana.create()["link"].rsplit("/", 1)[1]
    assert ana.reason("link.open", token=token) == "permission_denied"


def test_a_viewer_sees_less_and_does_nothing(agent, viewer):
    request = agent().create("Rosa", comments="a secret", customFields={"account": "hidden"})
    vera = viewer()
    assert vera.call("daemon.whoami")["roles"] == ["viewer"]
    seen = vera.call("sessionRequest.get", id=request["id"])["sessionRequest"]
    assert seen["recipient"] == {"name": "Rosa"}
    assert not {"link", "code", "comments", "customFields"} & set(seen)
    assert vera.reason("sessionRequest.close", id=request["id"]) == "permission_denied"


def test_root_has_no_more_than_its_socket_gives(peer):
    assert peer(GATEWAY).call("daemon.whoami")["roles"] == ["gateway"]
    assert peer(VIEWER).call("daemon.whoami")["roles"] == ["viewer"]


def test_a_refused_call_is_in_the_journal_with_who_and_what(desk, agent):
    before = desk.cursor()
    assert agent().reason("queue.delete", id="of-nobody") == "permission_denied"
    [entry] = desk.journal(f"MESSAGE_ID={DENIED}", after=before)
    assert (entry["PEER_UID"], entry["RPC_METHOD"]) == (str(desk.uid("ana")), "queue.delete")


def test_one_connects_and_the_other_learns_who(desk, agent, gateway, peer):
    request = agent().create()
    target = {"scheme": "anydesk", "address": "123456789"}
    gateway().call(
        "link.grant", token=request["link"].rsplit("/", 1)[1],
        join={"method": "client", "client": {"name": "AnyDesk", "version": "9.0.5", "platform": "linux"},
              "target": target})
    connected = agent().call("sessionRequest.connect", id=request["id"])
    assert connected["target"]["address"] == "123456789" and connected["launch"]["argv"]
    assert peer(AGENT, "ben").reason("sessionRequest.connect", id=request["id"]) == "already_connected"
