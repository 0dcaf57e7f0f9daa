"""Every cell of statuses by events that somebody can reach through a method."""

import pytest

from connection import RpcError
from flows import STATUSES, bring, create, get, grant, history, join, open_link, token, types
from moments import instant, now

REFUSED = None
ACTS = {
    "open": lambda agent, gateway, r: gateway.call("link.open", token=token(r)),
    "grant": lambda agent, gateway, r: gateway.call("link.grant", token=token(r), join=join()),
    "deny": lambda agent, gateway, r: gateway.call("link.deny", token=token(r)),
    "revoke": lambda agent, gateway, r: gateway.call("link.revoke", token=token(r)),
    "cancel": lambda agent, gateway, r: gateway.call("link.cancel", token=token(r)),
    "connect": lambda agent, gateway, r: agent.call("sessionRequest.connect", id=r["id"]),
    "disconnect": lambda agent, gateway, r: agent.call("sessionRequest.disconnect", id=r["id"]),
    "close": lambda agent, gateway, r: agent.call("sessionRequest.close", id=r["id"], reason="done"),
    "reopen": lambda agent, gateway, r: agent.call("sessionRequest.reopen", id=r["id"]),
}
# What becomes of a request in each status, and which events say so.
TABLE = {
    "open": {
        "open": ("waiting", ["opened"]),
        "waiting": ("waiting", []), "ready": ("ready", []), "connected": ("connected", []),
    },
    "grant": {
        "open": ("ready", ["opened", "granted"]), "waiting": ("ready", ["granted"]),
        "ready": ("ready", []), "connected": ("connected", []),
    },
    "deny": {
        "open": ("waiting", ["opened", "denied"]), "waiting": ("waiting", ["denied"]), "ready": ("waiting", ["denied"]),
    },
    "revoke": {"ready": ("waiting", ["revoked"]), "connected": ("waiting", ["revoked"])},
    "cancel": {status: ("closed", ["closed"]) for status in STATUSES[:4]},
    "connect": {"ready": ("connected", ["connected"])},
    "disconnect": {"connected": ("ready", ["disconnected"])},
    "close": {status: ("closed", ["closed"]) for status in STATUSES[:4]},
    "reopen": {"closed": ("open", ["reopened"]), "expired": ("open", ["reopened"])},
}
CELLS = [(act, status) for act in ACTS for status in STATUSES]
MINE = {"type": "agent", "id": "me"}


@pytest.mark.parametrize("act, status", CELLS, ids=lambda value: value)
def test_each_act_in_each_status_does_what_the_table_says(ana, gateway, act, status):
    before = bring(ana, gateway, status, assignee=MINE)
    events = len(history(ana, before))
    expected = TABLE[act].get(status, REFUSED)
    if expected is REFUSED:
        with pytest.raises(RpcError) as refusal:
            ACTS[act](ana, gateway, before)
        reason = "already_connected" if (act, status) == ("connect", "connected") else "invalid_transition"
        assert refusal.value.reason == reason
        assert refusal.value.data["retryable"] is False
        assert get(ana, before) == before
        return
    result = ACTS[act](ana, gateway, before)
    after = get(ana, before)
    assert after["status"] == expected[0]
    assert types(history(ana, before)[events:]) == expected[1]
    assert result.get("sessionRequest", after)["status"] == result.get("link", after)["status"] == expected[0]
    assert (after["revision"] > before["revision"]) == bool(expected[1])


@pytest.mark.parametrize("status", STATUSES)
def test_a_refused_act_says_the_status_and_what_is_allowed_instead(ana, gateway, status):
    request = bring(ana, gateway, status, assignee=MINE)
    act = "connect" if status in ("open", "waiting", "closed", "expired") else "reopen"
    refusal = ana.refusal(f"sessionRequest.{act}", id=request["id"])
    assert refusal.data["status"] == status
    assert sorted(refusal.data["allowed"]) == sorted(request["allowedActions"])
    assert act not in refusal.data["allowed"]
    assert str(request["id"]) in refusal.message and status in refusal.message
    assert refusal.message.startswith("cannot ")


@pytest.mark.parametrize("status", STATUSES)
def test_allowed_actions_are_those_that_would_succeed(ana, gateway, status):
    request = bring(ana, gateway, status, assignee=MINE)
    for act in ("connect", "disconnect", "close", "reopen"):
        assert (act in request["allowedActions"]) == (status in TABLE[act]), (act, request["allowedActions"])
    link = gateway.call("link.resolve", token=token(request))["link"]
    assert link["status"] == status
    for act in ("deny", "revoke", "cancel"):
        assert (act in link["allowedActions"]) == (status in TABLE[act]), (act, link["allowedActions"])
    if status in ("closed", "expired"):
        assert not {"open", "grant"} & set(link["allowedActions"])


@pytest.mark.parametrize("status, act", [
    ("closed", "open"), ("expired", "grant"), ("connected", "deny"), ("open", "revoke")])
def test_a_visitor_who_is_refused_learns_what_a_visitor_may(ana, gateway, status, act):
    request = bring(ana, gateway, status)
    allowed = gateway.call("link.resolve", token=token(request))["link"]["allowedActions"]
    with pytest.raises(RpcError) as refusal:
        ACTS[act](ana, gateway, request)
    assert refusal.value.reason == "invalid_transition"
    assert refusal.value.data["status"] == status
    assert sorted(refusal.value.data["allowed"]) == sorted(allowed)


def test_granting_from_open_gives_the_whole_join_and_the_time_of_the_grant(ana, gateway):
    request = create(ana)
    since = now()
    grant(gateway, request)
    found = get(ana, request)
    wanted = join()
    assert {name: found["join"][name] for name in wanted} == wanted
    assert since <= instant(found["join"]["grantedAt"]) <= now()
    assert found["statusSince"] == found["join"]["grantedAt"]


def test_the_third_denial_closes_the_request_in_the_name_of_the_service(ana, gateway):
    request = create(ana)
    for count in (1, 2):
        assert gateway.call("link.deny", token=token(request))["link"]["status"] == "waiting"
        assert get(ana, request)["denials"] == count
    assert gateway.call("link.deny", token=token(request))["link"]["status"] == "closed"
    found = get(ana, request)
    assert found["denials"] == 3
    assert found["closed"]["reason"] == "denied"
    assert found["closed"]["by"]["kind"] == "service"
    events = history(ana, request)
    assert types(events) == ["created", "opened", "denied", "denied", "denied", "closed"]
    assert [event["actor"]["kind"] for event in events] == ["user"] + ["recipient"] * 4 + ["service"]


def test_reopening_resets_the_denials(ana, gateway):
    request = create(ana)
    gateway.call("link.deny", token=token(request))
    ana.call("sessionRequest.close", id=request["id"], reason="done")
    reopened = ana.call("sessionRequest.reopen", id=request["id"])["sessionRequest"]
    assert reopened["denials"] == 0
    for _ in range(2):
        assert gateway.call("link.deny", token=token(reopened))["link"]["status"] == "waiting"


def test_revoking_a_connected_request_ends_the_connection_and_the_grant(ana, gateway):
    request = bring(ana, gateway, "connected")
    gateway.call("link.revoke", token=token(request))
    found = get(ana, request)
    assert (found["status"], found.get("connection"), found.get("join")) == ("waiting", None, None)


def test_a_grant_outlives_the_connection(ana, gateway):
    request = bring(ana, gateway, "connected")
    ana.call("sessionRequest.comment", id=request["id"], text="x" * 4000)
    before = get(ana, request)
    refusal = ana.refusal("sessionRequest.disconnect", id=request["id"], note="y" * 96)
    assert (refusal.reason, refusal.data["path"]) == ("invalid_params", "/note") and get(ana, request) == before
    ana.call("sessionRequest.disconnect", id=request["id"], note="will call back")
    found = get(ana, request)
    last = history(ana, request)[-1]
    assert types([last]) == ["disconnected"] and found["revision"] == before["revision"] + 1
    assert last["changes"]["comments"] == {"from": "x" * 4000, "to": found["comments"]}
    assert found["comments"].endswith("\nwill call back")
    assert found["status"] == "ready" and found["join"]["target"]["address"] == "123456789"
    assert found.get("connection") is None
    assert ana.call("sessionRequest.connect", id=request["id"])["sessionRequest"]["status"] == "connected"


def test_a_grant_whose_lease_runs_out_is_revoked_by_the_service_and_one_renewed_is_not(ana, gateway):
    lapsing, renewed = create(ana), create(ana)
    grant(gateway, lapsing, leaseSeconds=5)
    grant(gateway, renewed, leaseSeconds=5)
    revision = get(ana, renewed)["revision"]
    grant(gateway, renewed, leaseSeconds=3600)
    result = ana.call("sessionRequest.wait", id=lapsing["id"], until=["waiting"], timeout=8)
    assert result["timedOut"] is False and result["sessionRequest"].get("join") is None
    last = history(ana, lapsing)[-1]
    assert types([last]) == ["revoked"] and last["actor"]["kind"] == "service"
    found = get(ana, renewed)
    assert (found["status"], found["revision"]) == ("ready", revision)


@pytest.mark.parametrize("reason", ["done", "canceled", "duplicate", "other"])
def test_an_agent_closes_with_a_reason_and_a_note(ana, reason):
    request = create(ana)
    result = ana.call("sessionRequest.close", id=request["id"], reason=reason, note="see #7")
    closed = result["sessionRequest"]["closed"]
    assert (closed["reason"], closed["note"]) == (reason, "see #7")
    assert closed["by"]["kind"] == "user" and closed["by"]["uid"] == 21001
    assert abs(instant(closed["at"]) - now()) < 5_000


def test_a_recipient_who_cancels_is_named_as_the_reason(ana, gateway):
    request = bring(ana, gateway, "waiting")
    gateway.call("link.cancel", token=token(request))
    closed = get(ana, request)["closed"]
    assert closed["reason"] == "canceledByRecipient" and closed["by"]["kind"] == "recipient"


def test_opening_again_and_again_is_one_event(ana, gateway):
    request = create(ana)
    for _ in range(3):
        assert open_link(gateway, request)["status"] == "waiting"
    assert types(history(ana, request)) == ["created", "opened"]
