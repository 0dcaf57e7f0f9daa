"""The judge itself: it lets good messages pass and refuses bad ones for the right reason."""

import copy

import pytest
from contract import Contract, check_visibility

CONTRACT = Contract.load()
EVENT = {param["name"]: param["value"]
         for param in CONTRACT.notifications["events.event"]["examples"][0]["params"]}
SEEN = EVENT["sessionRequest"] | {"allowedActions": ["close"]}
ERRORS = CONTRACT.document["components"]["errors"]


def refused(match):
    return pytest.raises(AssertionError, match=match)


def changed(value, path, member):
    """A copy of `value` with one member at `path` replaced, or taken out where `member` is None."""
    value = copy.deepcopy(value)
    *steps, last = path.split("/")
    inner = value
    for step in steps:
        inner = inner[step]
    if member is None:
        del inner[last]
    else:
        inner[last] = member
    return value


GOOD_REQUESTS = [
    ("rpc.ping", {}),
    ("sessionRequest.create", {"recipient": {"name": "Łukasz Żak 🙂"}, "comments": "one\ntwo\t"}),
    ("sessionRequest.create", {"recipient": {"name": "M", "email": None}, "schedule": None, "assignee": "me"}),
    ("sessionRequest.create", {"recipient": {"name": "M"}, "expiresAt": "2031-01-01T00:00:00+02:00"}),
    ("sessionRequest.assign", {"id": 1, "assignee": None}),
    ("sessionRequest.wait", {"id": 1, "until": ["ready"], "timeout": 0.25}),
    ("sessionRequest.list", {"filter": {"assignee": None}, "sort": "-priority", "view": "past"}),
    ("events.poll", {"since": "9f3c2a71.42"}),
    ("link.open", {"code": "604 153 928", "source": "2001:db8::/64"}),
    ("rpc.cancel", {"id": None}),
]
BAD_REQUESTS = [
    ("rpc.ping", {"loud": True}, "loud"),
    ("rpc.shout", {}, "no method"),
    ("sessionRequest.create", {}, "recipient"),
    ("sessionRequest.create", {"recipient": {"name": "a" * 129}}, "too long"),
    ("sessionRequest.create", {"recipient": {"name": "a\nb"}}, "does not match"),
    ("sessionRequest.create", {"recipient": {"name": "a\u202eb"}}, "does not match"),
    ("sessionRequest.create", {"recipient": {"name": "M", "nickname": "m"}}, "nickname"),
    ("sessionRequest.create", {"recipient": {"name": "M"}, "comments": "a\u0007"}, "does not match"),
    ("sessionRequest.create", {"recipient": {"name": "M"}, "priority": "HIGH"}, "HIGH"),
    ("sessionRequest.create", {"recipient": {"name": "M"}, "tags": ["a", "a"]}, "non-unique"),
    ("sessionRequest.create", {"recipient": {"name": "M"}, "customFields": {"a": 1}}, "not of type"),
    ("sessionRequest.create", {"recipient": {"name": "M"}, "expiresIn": -1}, "less than"),
    ("sessionRequest.create", {"recipient": {"name": "M"}, "expiresIn": 9, "expiresAt": "2031-01-01T00:00:00Z"},
     "at most"),
    ("sessionRequest.list", {"limit": 501}, "greater than"),
    ("sessionRequest.get", {"id": 1.5}, "not of type"),
    ("link.open", {}, "exactly one"),
    ("link.open", {"token": "t", "code": "1"}, "exactly one"),
    ("sessionRequest.bulk", {"operations": [{"method": "sessionRequest.get", "params": {"id": 1}}]}, "not one of"),
    ("sessionRequest.bulk", {"operations": [{"method": "sessionRequest.close", "params": {"id": "1"}}]}, "not of type"),
]


@pytest.mark.parametrize("method, params", GOOD_REQUESTS)
def test_a_good_request_passes(method, params):
    CONTRACT.check_request(method, params)


@pytest.mark.parametrize("method, params, why", BAD_REQUESTS)
def test_a_bad_request_is_refused(method, params, why):
    with refused(why):
        CONTRACT.check_request(method, params)


def test_a_good_session_request_passes():
    CONTRACT.check_result("sessionRequest.get", {"sessionRequest": SEEN}, "agent")


@pytest.mark.parametrize("path, member", [
    ("status", None), ("closed", None), ("status", "done"), ("id", 0), ("createdAt", "2026-11-23T09:29:00Z"),
    ("recipient/nickname", "m"), ("code", "12345678"), ("allowedActions", ["fly"]),
    ("assignee", {"type": "team", "id": "a"}),
    ("invitation/email/state", "lost"), ("surprise", 1), ("recipient/email", ["m@example.org"])])
def test_a_bad_session_request_is_refused(path, member):
    with refused("the result of sessionRequest.get"):
        CONTRACT.check_result("sessionRequest.get", {"sessionRequest": changed(SEEN, path, member)})


def test_a_draft_has_no_id_and_only_a_draft_has_none():
    CONTRACT.check_result("sessionRequest.create", {"sessionRequest": SEEN | {"id": None, "link": None, "code": None}})
    with refused("sessionRequest"):
        CONTRACT.check_result("sessionRequest.get", {"sessionRequest": SEEN | {"id": None}})


def test_a_viewer_sees_less_and_an_agent_all():
    blind = {name: value for name, value in SEEN.items() if name not in ("link", "code", "comments", "customFields")}
    CONTRACT.check_result("sessionRequest.get", {"sessionRequest": blind}, "viewer")
    for value, socket in ((SEEN, "viewer"), (blind, "agent")):
        with refused("lacks"):
            CONTRACT.check_result("sessionRequest.get", {"sessionRequest": value}, socket)
    with refused("shows a viewer.*email"):
        check_visibility([changed(blind, "recipient/email", "m@example.org")], "viewer", "it")
    for name, inner in (("join", "target"), ("closed", "note"), ("feedback", "comment")):
        with refused(f"shows a viewer.*{inner}"):
            check_visibility(blind | {name: {inner: "x"}}, "viewer", "it")
    with refused("shows a viewer.*comments"):
        check_visibility([{"changes": {"comments": {"from": None, "to": "x"}}}], "viewer", "it")


def test_a_good_error_passes_and_a_bad_one_is_refused():
    good = ERRORS["invalid_transition"]
    CONTRACT.check_error("sessionRequest.connect", good)
    in_bulk = good["data"] | {"cause": "invalid_transition", "index": 1}
    CONTRACT.check_error("sessionRequest.bulk", good | {"data": in_bulk})
    for bad, why in [
            (changed(good, "code", 1002), "has the code"), (changed(good, "message", "oops"), "begins with"),
            (changed(good, "data/status", None), "status"), (changed(good, "data/retryable", True), "retryable"),
            (changed(good, "data/reason", "unheard_of"), "unknown reason"), (changed(good, "data", None), "is {"),
            (changed(good, "data/sql", "SELECT 1"), "sql")]:
        with refused(why):
            CONTRACT.check_error("sessionRequest.connect", bad)


def test_a_method_answers_only_the_reasons_that_it_names():
    with refused("may not answer"):
        CONTRACT.check_error("rpc.ping", ERRORS["invalid_transition"])
    with refused("may not answer"):
        CONTRACT.check_error(None, ERRORS["not_found"])
    CONTRACT.check_error(None, ERRORS["parse_error"])
    CONTRACT.check_error("no.such", ERRORS["method_not_found"])


def test_notifications_pass_whole_or_in_parts_and_nothing_else_does():
    CONTRACT.check_notification("events.event", EVENT)
    CONTRACT.check_notification({"jsonrpc": "2.0", "method": "events.event", "params": EVENT})
    for bad, why in [
            (changed(EVENT, "cursor", None), "cursor"), (changed(EVENT, "type", "sessionRequest.vanished"), "type"),
            (changed(EVENT, "sessionRequest/allowedActions", []), "allowedActions"),
            (changed(EVENT, "changes/revision", {"from": 1, "to": 2}), "revision"),
            (changed(EVENT, "changes/status", {"to": "waiting"}), "from"),
            (changed(EVENT, "type", "queue.created"), "carries"),
            (changed(EVENT, "type", "sessionRequest.created"), "changes")]:
        with refused(why):
            CONTRACT.check_notification("events.event", bad)
    with refused("no notification"):
        CONTRACT.check_notification("events.lost", {})
