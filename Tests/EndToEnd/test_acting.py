"""Update, assign, claim, comment, reschedule, access requests, links, reopening."""

import pytest

from desk import ANA, BEN, CLEO
from flows import bring, create, fresh, get, grant, history, token, types
from moments import ahead, instant, later

MINE = {"type": "agent", "id": "me"}


def act(agent, name, request, **params):
    return agent.call(f"sessionRequest.{name}", id=request["id"], **params)["sessionRequest"]


def refused(agent, name, request, **params):
    return agent.refusal(f"sessionRequest.{name}", id=request["id"], **params)


UPDATES = [
    {"comments": "rebooted twice"}, {"priority": "urgent"}, {"tags": ["a", "b"]}, {"customFields": {"room": "3"}},
    {"externalReference": {"system": "freshservice", "id": "INC-1", "url": "https://example.org/1"}},
    {"recipient": {"name": "Maria K.", "email": "m@example.org"}}, {"expiresAt": later(700, "00:00:00.000")},
]


@pytest.mark.parametrize("change", UPDATES, ids=[next(iter(change)) for change in UPDATES])
def test_an_update_changes_what_it_names_and_nothing_else(ana, change):
    before = create(ana, tags=["kept"], comments="kept")
    after = act(ana, "update", before, **change)
    name, value = next(iter(change.items()))
    kept = after[name]
    if name in ("recipient", "externalReference"):
        kept = {part: kept.get(part) for part in value}
    assert kept == value
    assert after["revision"] > before["revision"]
    different = {part for part in after if after[part] != before.get(part)}
    assert name in different and different <= {name, "revision", "updatedAt"}
    last = history(ana, before)[-1]
    assert types([last]) == ["updated"] and last["sessionRequest"][name] == after[name]
    assert "changes" in last and name in str(last["changes"])


@pytest.mark.parametrize("name, value", [
    ("assignee", None), ("status", "closed"), ("schedule", None), ("id2", 1), ("link", "x"), ("subject2", "x")])
def test_an_update_refuses_what_has_a_method_of_its_own(ana, name, value):
    refusal = refused(ana, "update", create(ana), **{name: value})
    assert (refusal.reason, refusal.data["path"]) == ("invalid_params", f"/{name}")


REVISED = [
    ("update", {"comments": "x"}), ("assign", {"assignee": MINE}), ("claim", {}), ("comment", {"text": "x"}),
    ("reschedule", {"schedule": {"startsAt": later(800, "00:00:00.000"), "timeZone": "UTC"}}),
]


@pytest.mark.parametrize("name, params", REVISED, ids=[case[0] for case in REVISED])
def test_an_act_on_an_old_revision_is_a_conflict_that_tells_the_new_one(ana, name, params):
    old = create(ana)
    new = act(ana, "update", old, comments="moved on")
    refusal = refused(ana, name, old, ifRevision=old["revision"], **params)
    assert (refusal.reason, refusal.data["revision"]) == ("revision_conflict", new["revision"])
    assert get(ana, old) == new
    assert act(ana, name, old, ifRevision=new["revision"], **params)["revision"] > new["revision"]


def test_every_change_raises_the_revision(ana, gateway):
    request = create(ana)
    seen = [request["revision"]]
    gateway.call("link.open", token=token(request))
    seen.append(get(ana, request)["revision"])
    seen.append(act(ana, "claim", request)["revision"])
    seen.append(act(ana, "comment", request, text="hello")["revision"])
    grant(gateway, request)
    seen.append(get(ana, request)["revision"])
    assert all(a < b for a, b in zip(seen, seen[1:])), seen


def test_assigning_to_an_agent_a_queue_a_client_and_nobody(root):
    queue = fresh("queue")
    root.call("queue.create", id=queue, name="Q", members={"users": [], "groups": []})
    request = create(root)
    for assignee in ({"type": "agent", "id": str(ANA)}, {"type": "queue", "id": queue},
                     {"type": "client", "id": "987654321"}, None):
        assert act(root, "assign", request, assignee=assignee).get("assignee") == assignee
    events = history(root, request)
    assert types(events) == ["created"] + ["assigned"] * 4
    assert events[-1]["sessionRequest"].get("assignee") is None


def test_assigning_to_a_queue_that_does_not_exist_is_refused(ana):
    refusal = refused(ana, "assign", create(ana), assignee={"type": "queue", "id": "no-such-queue"})
    assert refusal.reason == "not_found"


def test_a_claim_is_mine_and_claiming_again_is_no_event(ana):
    request = create(ana)
    claimed = act(ana, "claim", request)
    assert claimed["assignee"] == {"type": "agent", "id": str(ANA)}
    assert act(ana, "claim", request)["revision"] == claimed["revision"]
    assert types(history(ana, request)) == ["created", "assigned"]


def test_the_loser_of_a_claim_learns_the_winner(root, ana, ben):
    request = create(root)
    act(ana, "claim", request)
    for loser in (ben, root):
        refusal = refused(loser, "claim", request)
        assert refusal.reason == "already_claimed"
        assert (refusal.data["by"]["kind"], refusal.data["by"]["user"]) == ("user", str(ANA))


def test_an_admin_may_not_connect_what_is_another_s_but_may_assign_it(root, ana, gateway):
    request = bring(ana, gateway, "ready", assignee=MINE)
    assert refused(root, "connect", request).reason == "already_claimed"
    act(root, "assign", request, assignee=MINE)
    assert root.call("sessionRequest.connect", id=request["id"])["sessionRequest"]["status"] == "connected"


def test_an_agent_acts_on_what_is_created_by_or_assigned_to_them_or_unassigned_and_on_nothing_else(root, ana, ben):
    others = create(root, assignee={"type": "agent", "id": str(CLEO)})
    assert refused(ana, "comment", others, text="x").reason == "permission_denied"
    for request in (create(ana, assignee={"type": "agent", "id": str(CLEO)}),
                    create(root, assignee={"type": "agent", "id": str(ANA)}), create(root)):
        act(ana, "comment", request, text="x")
    hers = create(ana, assignee=MINE)
    for name, params in [("update", {"priority": "low"}), ("close", {"reason": "done"}), ("rotateLink", {}),
                         ("assign", {"assignee": MINE}), ("requestAccess", {})]:
        assert refused(ben, name, hers, **params).reason == "permission_denied", name


def test_a_comment_is_an_event_with_its_text(ana):
    request = create(ana, comments="first")
    text = f"second {fresh('comment')}"
    act(ana, "comment", request, text=text)
    last = history(ana, request)[-1]
    assert types([last]) == ["commented"]
    assert last["sessionRequest"]["comments"] == f"first\n{text}"


@pytest.mark.parametrize("text", ["", "x" * 4097])
def test_a_comment_has_a_length(ana, text):
    refusal = refused(ana, "comment", create(ana), text=text)
    assert (refusal.reason, refusal.data["path"]) == ("invalid_params", "/text")


def test_rescheduling_moves_the_expiry_along_and_is_an_update(ana):
    request = create(ana)
    schedule = {"startsAt": later(900, "10:00:00.000"), "endsAt": later(900, "11:00:00.000"),
                "timeZone": "America/New_York"}
    moved = act(ana, "reschedule", request, schedule=schedule)
    assert {name: moved["schedule"][name] for name in schedule} == schedule
    assert instant(moved["expiresAt"]) - instant(schedule["endsAt"]) == 86_400_000
    assert types(history(ana, request)) == ["created", "updated"]


def test_a_schedule_can_be_taken_away_again(ana):
    request = create(ana, schedule={"startsAt": later(30), "timeZone": "UTC"})
    moved = act(ana, "reschedule", request, schedule=None)
    assert moved["schedule"] is None and moved["expiresAt"] < request["expiresAt"]


def test_requesting_access_is_an_event_once_in_ten_seconds_and_changes_no_status(ana, gateway):
    request = bring(ana, gateway, "waiting")
    after = act(ana, "requestAccess", request)
    assert after["status"] == "waiting"
    assert types(history(ana, request))[-1] == "accessRequested"
    assert gateway.call("link.resolve", token=token(request))["link"]["accessRequested"]
    refusal = refused(ana, "requestAccess", request)
    assert refusal.reason == "rate_limited" and 0 < refusal.data["retryAfter"] <= 10
    assert refusal.data["retryable"] is True
    grant(gateway, request)
    assert not gateway.call("link.resolve", token=token(request))["link"]["accessRequested"]


def test_access_is_not_asked_for_again_in_ten_seconds_whatever_the_recipient_has_answered(ana, gateway):
    request = bring(ana, gateway, "waiting")
    act(ana, "requestAccess", request)
    gateway.call("link.deny", token=token(request))
    assert refused(ana, "requestAccess", request).reason == "rate_limited"
    grant(gateway, request)
    gateway.call("link.revoke", token=token(request))
    assert refused(ana, "requestAccess", request).reason == "rate_limited"
    act(ana, "rotateLink", request)
    act(ana, "requestAccess", request)


@pytest.mark.parametrize("status", ["closed", "expired"])
def test_access_to_what_is_over_cannot_be_requested(ana, gateway, status):
    assert refused(ana, "requestAccess", bring(ana, gateway, status)).reason == "invalid_transition"


def test_a_revision_is_one_or_more(ana):
    request = create(ana)
    for wrong in (0, -1, 1.5, "1"):
        refusal = refused(ana, "comment", request, text="x", ifRevision=wrong)
        assert (refusal.reason, refusal.data["path"]) == ("invalid_params", "/ifRevision"), wrong


def test_a_rotated_link_kills_the_old_one(ana, gateway):
    old = create(ana)
    new = act(ana, "rotateLink", old)
    assert new["link"] != old["link"] and new["code"] != old["code"]
    assert gateway.refusal("link.resolve", token=token(old)).reason == "link_expired"
    assert gateway.refusal("link.open", token=token(old)).reason == "link_expired"
    assert gateway.refusal("link.resolve", code=old["code"], source="198.51.100.7").reason == "link_invalid"
    assert gateway.call("link.resolve", token=token(new))["link"]["status"] == "open"


def test_reopening_makes_a_new_link_unless_it_is_kept(ana, gateway):
    first = create(ana)
    act(ana, "close", first)
    second = act(ana, "reopen", first)
    assert second["link"] != first["link"] and second["code"] not in (None, first["code"])
    assert gateway.refusal("link.resolve", token=token(first)).reason == "link_expired"
    act(ana, "close", first, reason="done")
    third = act(ana, "reopen", first, keepLink=True)
    assert (third["link"], third["code"]) == (second["link"], second["code"])
    assert gateway.call("link.open", token=token(second))["link"]["status"] == "waiting"


def test_reopening_drops_what_was_and_keeps_whose_it_is(ana, gateway):
    request = bring(ana, gateway, "connected", assignee=MINE, schedule={"startsAt": ahead(0.05), "timeZone": "UTC"})
    act(ana, "close", request, reason="done")
    again = act(ana, "reopen", request)
    for name in ("join", "connection", "closed"):
        assert again.get(name) is None, name
    assert again["assignee"] == {"type": "agent", "id": str(ANA)}
    assert again["status"] == "open"


def test_reopening_keeps_a_schedule_that_is_still_to_come(ana):
    request = create(ana, schedule={"startsAt": later(900, "10:00:00.000"), "timeZone": "UTC"})
    act(ana, "close", request, reason="canceled")
    assert act(ana, "reopen", request)["schedule"]["startsAt"] == later(900, "10:00:00.000")


def test_resending_an_invitation_queues_it(ana):
    request = create(ana, recipient={"name": "M", "email": "m@example.org"})
    assert refused(ana, "resendInvitation", create(ana)).reason == "invalid_params"
    assert refused(ana, "resendInvitation", request, sms=True).reason == "invalid_params"
    sent = act(ana, "resendInvitation", request, email=True)
    assert sent["invitation"]["email"]["state"] == "queued" and sent["invitation"]["sms"]["state"] == "notRequested"
    assert act(ana, "resendInvitation", request)["invitation"]["email"]["state"] == "queued"
    assert types(history(ana, request)) == ["created", "invitationQueued", "invitationQueued"]


@pytest.mark.parametrize("member", ["users", "groups"])
def test_members_act_on_what_belongs_to_their_queue(desk, root, member):
    queue, gid = fresh("queue"), 4711
    members = {"users": [str(BEN)] if member == "users" else [], "groups": [str(gid)] if member == "groups" else []}
    root.call("queue.create", id=queue, name="Q", members=members)
    request = create(root, assignee={"type": "queue", "id": queue})
    inside = desk.agent(BEN, groups=(gid,) if member == "groups" else ())
    outside = desk.agent(CLEO)
    assert refused(outside, "comment", request, text="x").reason == "permission_denied"
    assert refused(outside, "claim", request).reason == "permission_denied"
    assert act(inside, "comment", request, text="x")["assignee"] == {"type": "queue", "id": queue}
    assert act(inside, "claim", request)["assignee"] == {"type": "agent", "id": str(BEN)}
