"""Remote-desktop clients: signed in for as long as their connection lives, and old enough."""

import pytest

from desk import ANA, BEN, configuration
from flows import bring, fresh, get
from moments import until


def sign_in(agent, client=None, version="9.0.4", **more):
    return agent.call("client.signIn", name="anydesk", version=version, clientId=client, **more)["client"]


def clients(agent):
    return {client["clientId"]: client for client in agent.call("client.list")["clients"]}


def number():
    return f"7{int(fresh('')[:-1]):08}"


def test_signing_in_binds_a_client_to_the_connection(ana, root, desk):
    name = number()
    client = sign_in(ana, name, features=["chat"])
    assert (client["clientId"], client["name"], client["version"], client["features"], client["supported"]) == (
        name, "anydesk", "9.0.4", ["chat"], True)
    listed = clients(root)[name]
    assert (listed["uid"], listed["user"]) == (ANA, str(ANA))
    ana.close()
    until(lambda: name not in clients(root), what="the client signed out with its connection")


def test_agents_are_listed_with_their_clients(ana, ben, root):
    name = number()
    sign_in(ana, name)
    ben.call("rpc.ping")
    agents = {agent["user"]: agent for agent in root.call("agent.list")["agents"]}
    assert agents[str(ANA)]["signedIn"] is True and agents[str(ANA)]["uid"] == ANA
    assert name in [client["clientId"] for client in agents[str(ANA)]["clients"]]
    assert agents[str(BEN)]["signedIn"] is False and agents[str(BEN)]["clients"] == []


def test_signing_out_ends_it(ana):
    name = number()
    sign_in(ana, name)
    assert ana.call("client.signOut") == {"signedOut": True}
    assert name not in clients(ana)
    assert ana.call("client.signOut") == {"signedOut": False}


def test_signing_in_again_replaces(ana):
    first, second = number(), number()
    sign_in(ana, first)
    sign_in(ana, second)
    assert first not in clients(ana) and second in clients(ana)


def test_a_client_belongs_to_who_first_signed_in_with_it(ana, ben, root):
    name = number()
    sign_in(ana, name)
    ana.call("client.signOut")
    assert ben.refusal("client.signIn", name="anydesk", version="9.0.4", clientId=name).reason == "permission_denied"
    assert sign_in(ana, name)["clientId"] == name
    ana.call("client.signOut")
    assert root.call("client.signOut", clientId=name, release=True) == {"signedOut": True}
    assert sign_in(ben, name)["clientId"] == name


def test_only_an_admin_releases(ana, ben):
    name = number()
    sign_in(ana, name)
    assert ben.refusal("client.signOut", clientId=name, release=True).reason == "permission_denied"
    assert name in clients(ben)


def test_whose_a_client_is_outlives_the_daemon(make_desk):
    desk = make_desk()
    sign_in(desk.agent(ANA), "712345678")
    desk.kill()
    desk.start()
    ben = desk.agent(BEN)
    assert clients(ben) == {}
    refusal = ben.refusal("client.signIn", name="anydesk", version="9.0.4", clientId="712345678")
    assert refusal.reason == "permission_denied"


@pytest.mark.parametrize("end", ["kill", "stop"])
def test_a_client_does_not_stay_signed_in_when_the_daemon_has_ended(make_desk, end):
    desk = make_desk()
    sign_in(desk.agent(ANA), "712345678")
    other = desk.agent(BEN)
    sign_in(other, "787654321")
    other.call("client.signOut")
    for _ in range(2):
        desk.kill() if end == "kill" else desk.stop()
        desk.start()
    told = desk.agent(0).call("events.poll", since="earliest")["events"]
    assert [(event["type"], event["client"]["clientId"]) for event in told] == [
        ("client.signedIn", "712345678"), ("client.signedIn", "787654321"), ("client.signedOut", "787654321"),
        ("client.signedOut", "712345678")]
    assert told[-1]["actor"] == {"kind": "service"}


@pytest.mark.parametrize("version, supported", [
    ("9.0.1", True), ("9.0.0", False), ("9.0", False), ("9", False), ("8.9.99", False), ("10", True), ("9.0.10", True)])
def test_an_old_client_is_told_so_may_look_and_may_not_connect(desk, root, gateway, version, supported):
    ana = desk.agent(ANA)
    assert sign_in(ana, version=version)["supported"] is supported
    request = bring(root, gateway, "ready")
    assert get(ana, request)["status"] == "ready"
    if supported:
        assert ana.call("sessionRequest.connect", id=request["id"])["sessionRequest"]["status"] == "connected"
        return
    refusal = ana.refusal("sessionRequest.connect", id=request["id"])
    assert refusal.reason == "client_too_old" and version in refusal.message
    assert get(root, request)["assignee"] is None


def test_connecting_without_a_client_is_allowed_unless_one_is_required(make_desk):
    desk = make_desk(config=configuration(connect={"requireClient": True}))
    ana, gateway = desk.agent(ANA), desk.gateway()
    request = bring(ana, gateway, "ready")
    assert ana.refusal("sessionRequest.connect", id=request["id"]).reason == "client_too_old"
    sign_in(ana)
    assert ana.call("sessionRequest.connect", id=request["id"])["sessionRequest"]["status"] == "connected"


def test_a_request_of_a_client_belongs_to_who_is_signed_in_on_it(root, ana, ben, gateway):
    name = number()
    request = bring(root, gateway, "ready", assignee={"type": "client", "id": name})
    assert ana.refusal("sessionRequest.claim", id=request["id"]).reason == "permission_denied"
    sign_in(ana, name)
    assert ben.refusal("sessionRequest.connect", id=request["id"]).reason == "permission_denied"
    connected = ana.call("sessionRequest.connect", id=request["id"])["sessionRequest"]
    assert connected["assignee"] == {"type": "client", "id": name}


def test_clients_write_their_own_events(ana, desk):
    cursor = ana.call("sessionRequest.summary")["cursor"]
    name = number()
    sign_in(ana, name)
    leaving = desk.agent(BEN)
    other = number()
    sign_in(leaving, other)
    leaving.close()
    ana.call("client.signOut")
    seen = []
    while len(seen) < 4:
        result = ana.call("events.poll", since=cursor, timeout=5)
        assert result["events"], seen
        # Clients of the tests before may leave as well.
        seen += [(event["type"], event["client"]["clientId"]) for event in result["events"]
                 if event["client"]["clientId"] in (name, other)]
        cursor = result["cursor"]
    assert sorted(seen) == sorted([("client.signedIn", name), ("client.signedIn", other),
                                   ("client.signedOut", other), ("client.signedOut", name)])


@pytest.mark.parametrize("params, path", [
    ({"version": "9"}, "/name"), ({"name": "anydesk"}, "/version"), ({"name": "anydesk", "version": ""}, "/version"),
    ({"name": "a\nb", "version": "9"}, "/name"), ({"name": "anydesk", "version": "9", "clientId": "a\nb"}, "/clientId"),
    ({"name": "anydesk", "version": "9", "features": ["a", "a"]}, "/features/1"),
])
def test_a_malformed_sign_in_is_refused_with_its_place(ana, params, path):
    refusal = ana.refusal("client.signIn", **params)
    assert refusal.reason == "invalid_params" and refusal.data["path"] in (path, path.rpartition("/")[0])
