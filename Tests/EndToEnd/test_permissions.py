"""Who may call what: the whole table, and who is who."""

import pytest

from desk import ANA, BOSS, NOBODY, STRANGER, configuration
from flows import create
from moments import ahead

ABSENT = 999_999_999
EVERYBODY = {"admin", "support_agent", "viewer", "gateway", "courier"}
READERS = {"admin", "support_agent", "viewer"}
AGENTS = {"admin", "support_agent"}
# A well-formed call of every method that changes nothing where it is allowed, and who may make it.
TABLE = {
    "rpc.ping": ({}, EVERYBODY),
    "rpc.hello": ({}, EVERYBODY),
    "rpc.discover": ({}, EVERYBODY),
    "rpc.cancel": ({"id": "none"}, EVERYBODY),
    "daemon.info": ({}, EVERYBODY),
    "daemon.health": ({}, EVERYBODY),
    "daemon.metrics": ({}, READERS),
    "daemon.whoami": ({}, EVERYBODY),
    "sessionRequest.create": ({"recipient": {"name": "M"}, "dryRun": True}, AGENTS),
    "sessionRequest.get": ({"id": ABSENT}, READERS),
    "sessionRequest.list": ({"filter": {"ids": [ABSENT]}}, READERS),
    "sessionRequest.history": ({"id": ABSENT}, READERS),
    "sessionRequest.explain": ({"id": ABSENT}, READERS),
    "sessionRequest.wait": ({"id": ABSENT, "until": ["open"], "timeout": 0}, READERS),
    "sessionRequest.summary": ({}, READERS),
    "sessionRequest.update": ({"id": ABSENT, "priority": "low"}, AGENTS),
    "sessionRequest.assign": ({"id": ABSENT, "assignee": None}, AGENTS),
    "sessionRequest.claim": ({"id": ABSENT}, AGENTS),
    "sessionRequest.comment": ({"id": ABSENT, "text": "x"}, AGENTS),
    "sessionRequest.reschedule": ({"id": ABSENT, "schedule": None}, AGENTS),
    "sessionRequest.connect": ({"id": ABSENT}, AGENTS),
    "sessionRequest.requestAccess": ({"id": ABSENT}, AGENTS),
    "sessionRequest.disconnect": ({"id": ABSENT}, AGENTS),
    "sessionRequest.close": ({"id": ABSENT, "reason": "done"}, AGENTS),
    "sessionRequest.reopen": ({"id": ABSENT}, AGENTS),
    "sessionRequest.resendInvitation": ({"id": ABSENT, "email": True}, AGENTS),
    "sessionRequest.rotateLink": ({"id": ABSENT}, AGENTS),
    "sessionRequest.bulk": ({"operations": [{"method": "sessionRequest.claim", "params": {"id": ABSENT}}]}, AGENTS),
    "events.subscribe": ({}, READERS),
    "events.unsubscribe": ({"subscription": "none"}, READERS),
    "events.poll": ({}, READERS),
    "queue.create": ({"id": "taken"}, {"admin"}),
    "queue.get": ({"id": "none"}, READERS),
    "queue.list": ({}, READERS),
    "queue.update": ({"id": "none", "name": "x"}, {"admin"}),
    "queue.delete": ({"id": "none"}, {"admin"}),
    "queue.next": ({}, AGENTS),
    "agent.list": ({}, READERS),
    "client.signIn": ({"name": "anydesk", "version": "9.0.4"}, AGENTS),
    "client.signOut": ({}, AGENTS),
    "client.list": ({}, AGENTS),
    "link.resolve": ({"token": "none"}, {"gateway"}),
    "link.open": ({"token": "none"}, {"gateway"}),
    "link.grant": (
        {"token": "none", "join": {"method": "manual", "target": {"scheme": "anydesk", "address": "123456789"}}},
        {"gateway"}),
    "link.deny": ({"token": "none"}, {"gateway"}),
    "link.revoke": ({"token": "none"}, {"gateway"}),
    "link.cancel": ({"token": "none"}, {"gateway"}),
    "link.feedback": ({"token": "none", "rating": 3}, {"gateway"}),
    "link.watch": ({"token": "none"}, {"gateway"}),
    "link.unwatch": ({"subscription": "none"}, {"gateway"}),
    "delivery.next": ({"endpoints": ["none"], "kinds": ["webhook"]}, {"courier"}),
    "delivery.ack": ({"id": ABSENT}, {"courier"}),
    "delivery.fail": ({"id": ABSENT, "error": "x"}, {"courier"}),
    "link.request": ({"queue": "none", "recipient": {"name": "M"}}, {"gateway"}),
}
CALLERS = ["admin", "support_agent", "viewer", "gateway", "courier", "stranger"]


def as_caller(desk, caller):
    return {
        "admin": lambda: desk.agent(BOSS), "support_agent": lambda: desk.agent(ANA), "viewer": desk.viewer,
        "gateway": desk.gateway, "courier": desk.courier, "stranger": lambda: desk.agent(STRANGER),
    }[caller]()


@pytest.mark.parametrize("caller", CALLERS)
@pytest.mark.parametrize("method", TABLE)
def test_a_method_is_for_those_whom_the_table_names(connections, method, caller):
    params, allowed = TABLE[method]
    connection = as_caller(connections, caller)
    if method == "queue.create" and caller == "admin" and "taken" in str(connection.call("queue.list")):
        return
    connection.request(method, **params)
    message = connection.receive()
    while "method" in message:
        message = connection.receive()
    reason = message.get("error", {}).get("data", {}).get("reason")
    if caller in allowed:
        assert reason in (None, "not_found", "link_invalid"), message
    else:
        assert reason == "permission_denied", message


def test_the_table_is_the_published_one(root):
    published = {method["name"]: set(method["x-access"]) for method in root.call("rpc.discover")["methods"]}
    assert published == {method: allowed for method, (_, allowed) in TABLE.items()}


@pytest.mark.parametrize("caller", CALLERS)
@pytest.mark.parametrize("method", [
    "nothing", "sessionRequest", "sessionRequest.destroy", "rpc.", "link.OPEN", "delivery.Next"])
def test_what_does_not_exist_is_not_there_for_anybody(connections, caller, method):
    refusal = as_caller(connections, caller).refusal(method)
    if caller == "stranger" and refusal.reason == "permission_denied":
        return
    assert (refusal.code, refusal.reason) == (-32601, "method_not_found")


def test_shape_comes_before_permission(gateway, viewer):
    for caller in (gateway, viewer):
        assert caller.refusal("sessionRequest.close", id=ABSENT, colour="red").reason == "invalid_params"
        assert caller.refusal("sessionRequest.close", id=ABSENT).reason == "permission_denied"


@pytest.mark.parametrize("method, params, path", [
    ("create", {"recipient": {"name": "n" * 129}}, "/recipient/name"),
    ("create", {"recipient": {"name": "M"}, "expiresAt": ahead(60), "expiresIn": 60}, "/expiresIn"),
    ("update", {"id": ABSENT, "priority": "x"}, "/priority"),
    ("comment", {"id": ABSENT, "text": ""}, "/text"),
    ("close", {"id": ABSENT, "note": "n" * 4097}, "/note"),
    ("reschedule", {"id": ABSENT, "schedule": {"startsAt": ahead(60), "timeZone": "Europe/Atlantis"}},
     "/schedule/timeZone")])
def test_the_bounds_of_values_are_shape_too(gateway, viewer, method, params, path):
    for stranger in (gateway, viewer):
        refusal = stranger.refusal(f"sessionRequest.{method}", **params)
        assert (refusal.reason, refusal.data["path"]) == ("invalid_params", path)


def test_who_may_not_guess_codes_spends_nobody_s_budget(viewer, gateway):
    for _ in range(12):
        assert viewer.refusal("link.open", code="000000000", source="203.0.113.99").reason == "permission_denied"
    assert gateway.refusal("link.open", code="000000000", source="203.0.113.99").reason == "link_invalid"


@pytest.mark.parametrize("caller, roles", [
    ("admin", ["admin", "support_agent"]), ("support_agent", ["support_agent"]), ("viewer", ["viewer"]),
    ("gateway", ["gateway"])])
def test_whoami_says_what_the_kernel_says(connections, caller, roles):
    identity = as_caller(connections, caller).call("daemon.whoami")
    assert sorted(identity["roles"]) == roles
    uid = {"admin": BOSS, "support_agent": ANA}.get(caller, 0)
    assert (identity["uid"], identity["user"]) == (uid, "root" if uid == 0 else str(uid))


def test_groups_are_those_of_the_connecting_process(desk):
    identity = desk.agent(ANA, gid=4713, groups=(4714, 4715)).call("daemon.whoami")
    assert {"4713", "4714", "4715"} <= set(identity["groups"])


def test_nobody_gets_nothing(desk):
    for name in ("agent", "viewer", "gateway"):
        nobody = desk.connect(name, NOBODY)
        try:
            nobody.send_line('{"jsonrpc":"2.0","id":1,"method":"rpc.ping"}')
        except (BrokenPipeError, ConnectionResetError):
            pass
        line = nobody.receive_line(5)
        assert line is None or b"permission_denied" in line, (name, line)
        assert nobody.receive_line(5) is None


def test_roles_come_from_groups_and_from_the_default(make_desk):
    roles = {"admin": {"groups": ["4720"]}, "support_agent": {"groups": ["4721"]}, "default": "support_agent"}
    desk = make_desk(config=configuration(roles=roles))
    assert "admin" in desk.agent(STRANGER, groups=(4720,)).call("daemon.whoami")["roles"]
    assert desk.agent(STRANGER, groups=(4721,)).call("daemon.whoami")["roles"] == ["support_agent"]
    assert desk.agent(STRANGER).call("daemon.whoami")["roles"] == ["support_agent"]
    assert create(desk.agent(STRANGER))["createdBy"]["uid"] == STRANGER


def test_without_configuration_root_is_admin_and_a_stranger_is_nobody(make_desk):
    desk = make_desk(config="{}")
    assert sorted(desk.agent(0).call("daemon.whoami")["roles"]) == ["admin", "support_agent"]
    assert desk.agent(STRANGER).refusal("sessionRequest.list").reason == "permission_denied"


def test_a_tie_of_client_and_identity_holds_for_the_whole_connection(desk):
    ana = desk.agent(ANA)
    first = ana.call("daemon.whoami")
    hello = ana.call("rpc.hello", client="test", version="1.0", features=[])
    assert {name: hello["peer"][name] for name in ("uid", "user", "roles")} == {
        name: first[name] for name in ("uid", "user", "roles")}
    assert create(ana)["createdBy"]["program"].startswith("test")
