"""Creating: what it needs, what it assumes, what it refuses."""

import re

import pytest

from desk import ANA, BEN
from flows import create, fresh, get, token
from moments import ahead, instant, later, now

LONG_EMAIL = f"{'a' * 64}@{'b' * 63}.{'c' * 63}.{'d' * 58}.ee"


def test_a_name_is_enough_and_the_rest_is_assumed(ana):
    since = now()
    request = create(ana, recipient={"name": "Maria Keller"})
    assert request["status"] == "open"
    assert request["recipient"]["name"] == "Maria Keller"
    assert request["priority"] == "normal"
    assert (request["tags"], request["customFields"], request["denials"]) == ([], {}, 0)
    for name in ("assignee", "schedule", "join", "connection", "closed", "feedback", "externalReference"):
        assert request.get(name) is None
    assert since <= instant(request["createdAt"]) <= now()
    assert request["createdAt"] == request["updatedAt"] == request["statusSince"]
    assert request["createdBy"]["kind"] == "user" and request["createdBy"]["uid"] == ANA
    assert request["createdBy"]["user"] == str(ANA)
    assert isinstance(request["revision"], int)
    assert {"close", "claim", "update", "comment", "assign", "reschedule"} <= set(request["allowedActions"])


def test_the_link_leads_to_the_portal_and_the_code_has_nine_digits(ana):
    request = create(ana)
    assert re.fullmatch(r"http://localhost:7080/s/[A-Za-z2-7]+", request["link"])
    assert re.fullmatch(r"[0-9]{9}", request["code"])


def test_ids_are_never_used_twice(ana):
    ids = [create(ana)["id"] for _ in range(20)]
    assert len(set(ids)) == 20 and ids == sorted(ids)


def test_links_and_codes_differ_between_requests_and_stay_the_same_between_answers(ana):
    requests = [create(ana) for _ in range(20)]
    assert len({token(request) for request in requests}) == len({request["code"] for request in requests}) == 20
    assert [(get(ana, request)["link"], get(ana, request)["code"]) for request in requests] == [
        (request["link"], request["code"]) for request in requests]


def test_everything_that_is_said_is_kept(ana):
    said = {
        "recipient": {
            "name": "Łukasz Żak 🙂", "email": "l@example.org", "phone": "+49 30 901820", "language": "pl"},
        "assignee": {"type": "agent", "id": str(BEN)},
        "comments": "first line\nsecond line\twith a tab",
        "schedule": {"startsAt": later(500, "04:05:06.789"), "endsAt": later(500, "05:05:06.789"),
                     "timeZone": "Europe/Warsaw"},
        "expiresAt": later(501, "00:00:00.001"),
        "priority": "urgent",
        "tags": ["printer", "vip"],
        "externalReference": {"system": "salesforce", "id": "5003x", "url": "https://example.org/5003x"},
        "customFields": {"room": "4.12", "costCenter": "K-7"},
    }
    request = create(ana, **said)
    for name, value in said.items():
        kept = request[name]
        assert ({part: kept.get(part) for part in value} if isinstance(value, dict) else kept) == value, name
    found = get(ana, request)
    assert {name: found[name] for name in said} == {name: request[name] for name in said}


def params(**more):
    return {"recipient": {"name": "M"}} | more


def recipient(**more):
    return {"recipient": {"name": "M"} | more}


LIMITS = [
    ("a name of 128", lambda n: {"recipient": {"name": "ä" * (128 + n)}}, "/recipient/name"),
    ("an address of 254", lambda n: recipient(email=LONG_EMAIL[:-3] + "e" * n + ".ee"), "/recipient/email"),
    ("an address of 254 before the @", lambda n: recipient(email="a" * (242 + n) + "@example.com"), "/recipient/email"),
    ("an address of 254 in one label", lambda n: recipient(email="a@" + "b" * (248 + n) + ".com"), "/recipient/email"),
    ("comments of 4096", lambda n: params(comments="ж" * (4096 + n)), "/comments"),
    ("a tag of 64", lambda n: params(tags=["ok", "t" * (64 + n)]), "/tags/1"),
    ("a custom value of 512", lambda n: params(customFields={"a": "字" * (512 + n)}), "/customFields/a"),
    ("a custom name of 64", lambda n: params(customFields={"ß" * (64 + n): "v"}), "/customFields/" + "ß" * 65),
    ("16 custom fields", lambda n: params(customFields={f"f{i}": "v" for i in range(16 + n)}), "/customFields"),
]


@pytest.mark.parametrize("make, path", [case[1:] for case in LIMITS], ids=[case[0] for case in LIMITS])
def test_a_limit_holds_at_its_maximum_and_one_above_is_refused(ana, make, path):
    assert len(LONG_EMAIL) == 254
    ana.call("sessionRequest.create", **make(0))
    refusal = ana.refusal("sessionRequest.create", **make(1))
    assert (refusal.code, refusal.reason) == (-32602, "invalid_params")
    assert refusal.data["path"] == path


def test_a_number_is_an_integer_if_its_value_is_one(ana):
    made = ana.call("sessionRequest.create", **params())["sessionRequest"]
    for number in (f"{made['id']}.0", f"{made['id']}e0", f"{made['id']}00E-2"):
        line = f'{{"jsonrpc":"2.0","id":1,"method":"sessionRequest.get","params":{{"id":{number}}}}}'
        assert ana.line(line)["result"]["sessionRequest"]["id"] == made["id"]
    line = f'{{"jsonrpc":"2.0","id":1,"method":"sessionRequest.get","params":{{"id":{made["id"]}.5}}}}'
    assert ana.line(line)["error"]["data"]["path"] == "/id"


def test_an_expiry_in_so_many_seconds_is_refused_where_it_was_given(ana):
    refusal = ana.refusal("sessionRequest.create", **params(expiresIn=60, schedule={"startsAt": later(2)}))
    assert (refusal.reason, refusal.data["path"]) == ("invalid_params", "/expiresIn")
    request = ana.call("sessionRequest.create", **params(schedule={"startsAt": later(2)}))["sessionRequest"]
    for method, more in (("update", {}), ("reschedule", {"schedule": {"startsAt": later(3)}})):
        refusal = ana.refusal(f"sessionRequest.{method}", id=request["id"], expiresIn=60, **more)
        assert (refusal.reason, refusal.data["path"]) == ("invalid_params", "/expiresIn"), method


def test_the_default_expiry_counts_from_a_start_that_has_passed_unless_that_has_passed_too(ana):
    start = ahead(-3600)
    request = ana.call("sessionRequest.create", **params(schedule={"startsAt": start}))["sessionRequest"]
    assert instant(request["expiresAt"]) - instant(start) == 86_400_000
    long_ago = ana.call(
        "sessionRequest.create", **params(schedule={"startsAt": "2020-01-01T10:00:00Z"}))["sessionRequest"]
    assert instant(long_ago["expiresAt"]) - instant(long_ago["createdAt"]) == 86_400_000


@pytest.mark.parametrize("name", ["Ticket No", "Straße", "a/b~c", 'say "hi"', "部屋", "x=1"])
def test_a_custom_field_is_called_what_the_desk_calls_it(ana, name):
    word = fresh("custom")
    request = ana.call("sessionRequest.create", **params(customFields={name: word}))["sessionRequest"]
    assert request["customFields"] == {name: word}
    assert [each["customFields"] for each in ana.call("sessionRequest.list", query=word)["sessionRequests"]] == [
        {name: word}]
    changed = ana.call("sessionRequest.update", id=request["id"], customFields={name: "2"})["sessionRequest"]
    assert changed["customFields"] == {name: "2"}
    last = ana.call("sessionRequest.history", id=request["id"])["events"][-1]
    assert last["changes"]["customFields"] == {"from": {name: word}, "to": {name: "2"}}


def test_an_invited_request_is_one_event(ana):
    request = ana.call("sessionRequest.create", recipient={"name": "M", "email": "m@example.org", "phone": "112"},
                       sendInvitation={"email": True, "sms": True})["sessionRequest"]
    assert request["revision"] == 1 and request["invitation"]["email"]["state"] == "queued"
    events = ana.call("sessionRequest.history", id=request["id"])["events"]
    assert [event["type"] for event in events] == ["sessionRequest.created"]
    assert events[0]["sessionRequest"]["invitation"]["sms"]["state"] == "queued"


REFUSED = [
    ("no recipient", {}, "/recipient"),
    ("no name", {"recipient": {}}, "/recipient/name"),
    ("an empty name", {"recipient": {"name": ""}}, "/recipient/name"),
    ("a name that is a number", {"recipient": {"name": 7}}, "/recipient/name"),
    ("a recipient that is a list", {"recipient": []}, "/recipient"),
    ("an unknown param", params(colour="red"), "/colour"),
    ("an unknown param with a slash", {"recipient": {"name": "M"}, "a/b~c": 1}, "/a~1b~0c"),
    ("an unknown member below", recipient(nickname="x"), "/recipient/nickname"),
    ("a line break in the name", recipient(name="a\nb"), "/recipient/name"),
    ("a control character in the name", recipient(name="a\u0007b"), "/recipient/name"),
    ("a delete character in the name", recipient(name="a\u007fb"), "/recipient/name"),
    ("a bidirectional override in the name", recipient(name="a\u202eb"), "/recipient/name"),
    ("a bidirectional isolate in the name", recipient(name="a\u2066b"), "/recipient/name"),
    ("a line separator in the name", recipient(name="a\u2028b"), "/recipient/name"),
    ("a tag with a line break", params(tags=["a\nb"]), "/tags/0"),
    ("an unknown priority", params(priority="HIGH"), "/priority"),
    ("a time without milliseconds' zone", params(expiresAt="2041-01-01 00:00"), "/expiresAt"),
    ("a negative duration", params(expiresIn=-1), "/expiresIn"),
    ("a time zone that is none", params(schedule={"startsAt": later(450, "00:00:00.000"), "timeZone": "Europe Berlin"}),
     "/schedule/timeZone"),
    ("an end before the start", params(schedule={"startsAt": later(450, "00:00:00.000"),
     "endsAt": later(440, "00:00:00.000"), "timeZone": "UTC"}), "/schedule/endsAt"),
    ("an assignee of no known type", params(assignee={"type": "team", "id": "a"}), "/assignee/type"),
    ("an assignee without an id", params(assignee={"type": "agent"}), "/assignee/id"),
    ("a custom field without a name", params(customFields={"": "a"}), "/customFields/"),
    ("a custom field named on two lines", params(customFields={"a\nb": "a"}), "/customFields/a\nb"),
    ("a custom field named backwards", params(customFields={"a\u202eb": "a"}), "/customFields/a\u202eb"),
    ("a custom field that is an object", params(customFields={"a": {}}), "/customFields/a"),
    ("no e-mail address", recipient(email="nobody"), "/recipient/email"),
]


@pytest.mark.parametrize("refused, path", [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_what_is_malformed_is_refused_with_its_place(ana, refused, path):
    before = ana.call("sessionRequest.summary")["cursor"]
    refusal = ana.refusal("sessionRequest.create", **refused)
    assert (refusal.code, refusal.reason, refusal.data["path"]) == (-32602, "invalid_params", path)
    assert refusal.data["retryable"] is False
    assert ana.call("sessionRequest.summary")["cursor"] == before


def test_params_by_position_are_refused(ana):
    answer = ana.line('{"jsonrpc":"2.0","id":1,"method":"sessionRequest.create","params":[{"name":"M"}]}')
    assert answer["error"]["code"] == -32602 and answer["error"]["data"]["reason"] == "invalid_params"


def test_a_dry_run_says_what_would_be_and_does_nothing(ana):
    tag = fresh("dry")
    before = ana.call("sessionRequest.summary")["cursor"]
    key = fresh("key")
    would = ana.call("sessionRequest.create", **params(tags=[tag], dryRun=True, idempotencyKey=key))["sessionRequest"]
    assert would["id"] is None
    assert (would["status"], would["tags"]) == ("open", [tag])
    assert ana.call("sessionRequest.summary")["cursor"] == before
    assert ana.call("sessionRequest.list", filter={"tags": [tag]})["sessionRequests"] == []
    assert create(ana, tags=[tag], idempotencyKey=key)["id"] is not None


def test_a_dry_run_refuses_what_the_real_thing_would(ana):
    refusal = ana.refusal("sessionRequest.create", recipient={"name": ""}, dryRun=True)
    assert (refusal.reason, refusal.data["path"]) == ("invalid_params", "/recipient/name")


def test_the_same_key_is_the_same_request(ana):
    tag = fresh("key")
    first = create(ana, tags=[tag], idempotencyKey=tag)
    again = create(ana, tags=[tag], idempotencyKey=tag)
    assert again == first
    assert len(ana.call("sessionRequest.list", filter={"tags": [tag]})["sessionRequests"]) == 1


def test_a_repeated_create_answers_the_link_that_leads_there(ana):
    key = fresh("key")
    first = create(ana, idempotencyKey=key)
    renewed = ana.call("sessionRequest.rotateLink", id=first["id"])["sessionRequest"]
    again = create(ana, idempotencyKey=key)
    assert again["link"] == renewed["link"] != first["link"] and again["code"] == renewed["code"]
    assert again["revision"] == 1


def test_the_same_key_for_something_else_is_a_mismatch(ana):
    key = fresh("key")
    create(ana, idempotencyKey=key)
    refusal = ana.refusal("sessionRequest.create", recipient={"name": "Somebody Else"}, idempotencyKey=key)
    assert refusal.reason == "idempotency_mismatch"


def test_a_key_at_a_request_that_failed_can_be_used_again(ana):
    key = fresh("key")
    ana.refusal("sessionRequest.create", recipient={"name": ""}, idempotencyKey=key)
    create(ana, idempotencyKey=key)


def test_a_key_lives_through_a_restart_and_through_kill(make_desk):
    desk = make_desk()
    first = create(desk.agent(), idempotencyKey="k-1")
    desk.restart()
    again = create(desk.agent(), idempotencyKey="k-1")
    assert (again["id"], again["link"], again["code"]) == (first["id"], first["link"], first["code"])
    desk.kill()
    desk.start()
    assert create(desk.agent(), idempotencyKey="k-1")["id"] == first["id"]
    assert desk.agent().refusal("sessionRequest.create", recipient={"name": "B"}, idempotencyKey="k-1").reason == (
        "idempotency_mismatch")


def test_an_invitation_is_requested_only_when_it_is_asked_for(ana):
    silent = create(ana, recipient={"name": "M", "email": "m@example.org"})
    assert silent["invitation"]["email"]["state"] == silent["invitation"]["sms"]["state"] == "notRequested"
    asked = create(ana, recipient={"name": "M", "email": "m@example.org"}, sendInvitation={"email": True, "sms": False})
    assert asked["invitation"]["email"]["state"] == "queued"
    assert asked["invitation"]["sms"]["state"] == "notRequested"
