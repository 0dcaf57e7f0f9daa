"""The recipient's side: by token and by code, with minimal data out and a budget for guesses."""

import random

import pytest

from desk import ANA, configuration
from flows import bring, create, fresh, get, grant, history, join, open_link, secret_bytes, token, types
from moments import ahead, instant, now

SECRETS = {"comments": "a secret remark", "customFields": {"cost": "a secret cost"}, "tags": ["secret-tag"]}


def resolve(gateway, **params):
    return gateway.call("link.resolve", **params)["link"]


def test_resolving_tells_a_visitor_what_it_may_see_and_nothing_more(ana, gateway):
    recipient = {"name": "Maria", "email": "maria@example.org", "phone": "+49 30 1", "language": "pt-BR"}
    request = create(ana, recipient=recipient, subject="Printer", assignee={"type": "agent", "id": "me"},
                     schedule={"startsAt": ahead(600), "timeZone": "Europe/Lisbon"}, **SECRETS)
    link = resolve(gateway, token=token(request))
    assert link["status"] == "open" and link["recipientName"] == "Maria" and link["subject"] == "Printer"
    assert link["language"] == "pt-BR" and link["schedule"] == request["schedule"]
    assert link["expiresAt"] == request["expiresAt"] and link["agentName"] == str(ANA)
    assert link["accessRequested"] is False and link["feedback"] is None
    assert {way["scheme"] for way in link["joinMethods"]} == {"anydesk", "rustdesk"}
    for text in ("secret", "example.org", "+49", request["code"]):
        assert text not in str(link)


def test_resolving_changes_nothing(ana, gateway):
    request = create(ana)
    for _ in range(3):
        resolve(gateway, token=token(request))
        resolve(gateway, code=request["code"])
    assert get(ana, request) == request


def test_a_code_resolves_to_its_token_and_a_token_does_not(ana, gateway):
    request = create(ana)
    by_code = gateway.call("link.resolve", code=request["code"])
    assert by_code["token"] == token(request)
    assert "token" not in gateway.call("link.resolve", token=token(request))
    spaced = f"{request['code'][:3]} {request['code'][3:6]}-{request['code'][6:]}"
    assert gateway.call("link.resolve", code=spaced) == by_code


@pytest.mark.parametrize("act, params, status", [
    ("open", {}, "waiting"), ("grant", {"join": join()}, "ready"), ("deny", {}, "waiting"), ("cancel", {}, "closed")])
def test_every_act_works_by_code_as_well(ana, gateway, act, params, status):
    request = create(ana)
    assert gateway.call(f"link.{act}", code=request["code"], **params)["link"]["status"] == status
    assert get(ana, request)["status"] == status


@pytest.mark.parametrize("params", [
    {}, {"token": "a", "code": "123456789"}, {"token": 1}, {"token": ""}, {"token": "a", "id": 1}])
def test_a_visitor_comes_with_exactly_one_of_token_and_code(gateway, params):
    assert gateway.refusal("link.resolve", **params).reason == "invalid_params"


def forged(token):
    """Tokens that are almost the one given: each differs in one place, or in its length."""
    alphabet = "abcdefghijklmnopqrstuvwxyz234567"
    chance = random.Random(7)
    for _ in range(20):
        at = chance.randrange(len(token))
        other = chance.choice([c for c in alphabet if c != token[at].lower()])
        if secret_bytes(token[:at] + other + token[at + 1:]) != secret_bytes(token):
            yield token[:at] + other + token[at + 1:]
    yield from (token[:-1], token + "a", token[8:], "x", "0189", "../../etc/passwd", "%00", "a" * 256)


def test_a_forged_token_is_invalid_and_says_nothing(ana, gateway):
    request = create(ana)
    for attempt in forged(token(request)):
        assert gateway.refusal("link.resolve", token=attempt).reason == "link_invalid", attempt
        assert gateway.refusal("link.open", token=attempt).reason == "link_invalid", attempt
    assert get(ana, request) == request


def test_the_token_of_a_request_that_never_was_is_invalid_like_any_other(ana, gateway):
    first, second = create(ana), create(ana)
    a, b = token(first), token(second)
    mixed = a[: len(a) // 2] + b[len(b) // 2:]
    assert gateway.refusal("link.open", token=mixed).reason == "link_invalid"


@pytest.mark.parametrize("status", ["closed", "expired"])
def test_the_link_of_what_is_over_still_resolves_and_its_code_does_not(ana, gateway, status):
    request = create(ana, expiresAt=ahead(0.2))
    if status == "closed":
        ana.call("sessionRequest.close", id=request["id"])
    ana.call("sessionRequest.wait", id=request["id"], until=[status], timeout=5)
    over = get(ana, request)
    assert over["code"] is None and over["link"] == request["link"]
    assert resolve(gateway, token=token(request))["status"] == status
    assert gateway.refusal("link.resolve", code=request["code"], source="198.51.100.20").reason == "link_invalid"
    assert gateway.refusal("link.open", token=token(request)).reason == "invalid_transition"


def test_ten_wrong_codes_an_hour_are_what_a_source_has(make_desk):
    desk = make_desk()
    ana, gateway = desk.agent(), desk.gateway()
    request = create(ana)
    wrong = f"{(int(request['code']) + 1) % 10**9:09}"
    for _ in range(10):
        assert gateway.refusal("link.resolve", code=wrong, source="203.0.113.5").reason == "link_invalid"
    for code in (wrong, request["code"]):
        refusal = gateway.refusal("link.resolve", code=code, source="203.0.113.5")
        assert refusal.reason == "rate_limited" and 0 < refusal.data["retryAfter"] <= 3600
    assert gateway.refusal("link.open", code=request["code"], source="203.0.113.5").reason == "rate_limited"
    assert resolve(gateway, token=token(request), source="203.0.113.5")["status"] == "open"
    assert resolve(gateway, code=request["code"], source="203.0.113.6")["status"] == "open"


def test_a_right_code_does_not_spend_the_budget(make_desk):
    desk = make_desk()
    request = create(desk.agent())
    gateway = desk.gateway()
    for _ in range(25):
        assert resolve(gateway, code=request["code"], source="203.0.113.9")["status"] == "open"


def test_a_visitor_watches_its_request_change(ana, gateway):
    request = create(ana, **SECRETS)
    watch = gateway.call("link.watch", token=token(request))
    assert watch["link"]["status"] == "open"
    ana.call("sessionRequest.requestAccess", id=request["id"])
    assert changed(gateway, watch, lambda link: link["accessRequested"])["status"] == "open"
    grant(gateway, request)
    changed(gateway, watch, lambda link: link["status"] == "ready")
    ana.call("sessionRequest.connect", id=request["id"])
    assert changed(gateway, watch, lambda link: link["status"] == "connected")["agentName"] == str(ANA)
    ana.call("sessionRequest.close", id=request["id"], reason="done", note="a secret note")
    link = changed(gateway, watch, lambda link: link["status"] == "closed")
    assert "secret" not in str(link)


def changed(gateway, watch, wanted):
    while True:
        params = gateway.notification("link.changed", within=5)["params"]
        assert params["subscription"] == watch["subscription"]
        if wanted(params["link"]):
            return params["link"]


def test_in_a_batch_too_a_watch_is_answered_before_it_tells(ana, gateway):
    request = create(ana)
    asked = [("link.watch", {"token": token(request)}), ("link.open", {"token": token(request)})]
    asked += [("link.resolve", {"token": token(request), "prefetch": True})] * 50
    gateway.send([
        {"jsonrpc": "2.0", "id": number, "method": method, "params": params}
        for number, (method, params) in enumerate(asked)])
    answers = gateway.receive()
    assert [answer["id"] for answer in answers] == list(range(52))
    changed(gateway, answers[0]["result"], lambda link: link["status"] == "waiting")


def test_a_watch_hears_of_its_own_request_and_of_no_other(ana, gateway, desk):
    mine, other = create(ana), create(ana)
    watcher = desk.gateway()
    watch = watcher.call("link.watch", code=mine["code"])
    open_link(gateway, other)
    open_link(gateway, mine)
    first = watcher.notification("link.changed", within=5)["params"]
    assert first["subscription"] == watch["subscription"] and first["link"]["status"] == "waiting"
    watcher.call("rpc.ping")
    assert not watcher.notifications


def test_a_watch_that_ended_hears_nothing_and_the_others_go_on(ana, desk):
    request = create(ana)
    watcher = desk.gateway()
    kept, ended = [watcher.call("link.watch", token=token(request))["subscription"] for _ in range(2)]
    assert watcher.call("link.unwatch", subscription=ended) == {"unwatched": True}
    assert watcher.call("link.unwatch", subscription=ended) == {"unwatched": False}
    ana.call("sessionRequest.update", id=request["id"], subject="Printer")
    assert watcher.notification("link.changed", within=5)["params"]["subscription"] == kept
    watcher.call("rpc.ping")
    assert not watcher.notifications
    assert desk.gateway().call("link.unwatch", subscription=kept) == {"unwatched": False}


def test_a_connection_watches_so_many_links_and_no_more(make_desk):
    desk = make_desk(config=configuration(limits={"watchesPerConnection": 40}))
    request, gateway = create(desk.agent()), desk.gateway()
    assert gateway.call("rpc.hello")["limits"]["watchesPerConnection"] == 40
    kept = [gateway.call("link.watch", token=token(request))["subscription"] for _ in range(40)]
    refusal = gateway.refusal("link.watch", token=token(request))
    assert refusal.reason == "busy" and "retryAfter" in refusal.data
    gateway.call("link.unwatch", subscription=kept[7])
    assert gateway.call("link.watch", token=token(request))["subscription"] not in kept


@pytest.mark.parametrize("end", ["rotateLink", "reopen"])
def test_a_watch_of_a_link_that_is_replaced_hears_that_and_no_more(ana, gateway, desk, end):
    request = create(ana)
    watcher, other = desk.gateway(), desk.gateway()
    watch = watcher.call("link.watch", token=token(request))
    if end == "reopen":
        ana.call("sessionRequest.close", id=request["id"])
        changed(watcher, watch, lambda link: link["status"] == "closed")
    ana.call(f"sessionRequest.{end}", id=request["id"])
    last = watcher.notification("link.changed", within=5)["params"]
    assert last["replaced"] is True and last["subscription"] == watch["subscription"]
    assert last["link"]["status"] == ("closed" if end == "reopen" else "open")
    assert watcher.call("link.unwatch", subscription=watch["subscription"]) == {"unwatched": False}
    renewed = get(ana, request)
    again = other.call("link.watch", token=token(renewed))
    open_link(gateway, renewed)
    assert changed(other, again, lambda link: link["status"] == "waiting")
    watcher.call("rpc.ping")
    assert not watcher.notifications
    assert watcher.refusal("link.watch", token=token(request)).reason == "link_expired"


def test_what_a_visitor_may_not_see_wakes_no_watch(ana, desk):
    request = create(ana)
    watcher = desk.gateway()
    watcher.call("link.watch", token=token(request))
    ana.call("sessionRequest.comment", id=request["id"], text="between us")
    ana.call("sessionRequest.update", id=request["id"], customFields={"a": "b"})
    ana.call("sessionRequest.update", id=request["id"], subject="for you")
    link = watcher.notification("link.changed", within=5)["params"]["link"]
    assert link["subject"] == "for you"


def test_a_watch_hears_the_clock(ana, desk):
    expiry = ahead(0.4)
    request = create(ana, expiresAt=expiry)
    watcher = desk.gateway()
    watch = watcher.call("link.watch", token=token(request))
    changed(watcher, watch, lambda link: link["status"] == "expired")


@pytest.mark.parametrize("method, params, path", [
    ("grant", {"join": join() | {"method": "x"}}, "/join/method"),
    ("grant", {"join": join(), "leaseSeconds": 0.5}, "/leaseSeconds"),
    ("grant", {"join": join(scheme="gopher")}, "/join/target/scheme"),
    ("feedback", {"rating": 9}, "/rating")])
def test_what_is_wrong_with_a_call_comes_before_what_is_wrong_with_its_link(gateway, method, params, path):
    refusal = gateway.refusal(f"link.{method}", token="zz", **params)
    assert (refusal.reason, refusal.data.get("path")) == ("invalid_params", path)


def test_feedback_is_asked_for_once_after_each_session(ana, gateway):
    request = bring(ana, gateway, "connected")
    ana.call("sessionRequest.close", id=request["id"])
    gateway.call("link.feedback", token=token(request), rating=2)
    assert gateway.refusal("link.feedback", token=token(request), rating=5).reason == "invalid_transition"
    ana.call("sessionRequest.reopen", id=request["id"], keepLink=True)
    link = gateway.call("link.resolve", token=token(request))["link"]
    assert "feedback" not in link["allowedActions"] and link["feedback"] is None
    assert get(ana, request)["feedback"] is None
    assert history(ana, request)[-1]["changes"]["feedback"]["to"] is None
    ana.call("sessionRequest.close", id=request["id"])
    assert gateway.call("link.resolve", token=token(request))["link"]["allowedActions"] == ["feedback"]
    gateway.call("link.feedback", token=token(request), rating=5)
    assert get(ana, request)["feedback"]["rating"] == 5
    assert gateway.refusal("link.feedback", token=token(request), rating=4).reason == "invalid_transition"


def test_feedback_comes_when_it_is_over_and_is_kept(ana, gateway):
    request = bring(ana, gateway, "connected")
    ana.call("sessionRequest.close", id=request["id"], reason="done")
    link = gateway.call("link.feedback", token=token(request), rating=5, comment="quick")["link"]
    assert (link["feedback"]["rating"], link["feedback"]["comment"]) == (5, "quick")
    kept = get(ana, request)["feedback"]
    assert (kept["rating"], kept["comment"]) == (5, "quick") and instant(kept["at"])
    assert types(history(ana, request))[-1] == "feedbackGiven"


@pytest.mark.parametrize("rating", [0, 6, 2.5, "5", None])
def test_a_rating_is_one_to_five(ana, gateway, rating):
    request = bring(ana, gateway, "closed")
    refusal = gateway.refusal("link.feedback", token=token(request), rating=rating)
    assert (refusal.reason, refusal.data["path"]) == ("invalid_params", "/rating")


def test_a_public_queue_takes_requests_from_its_page(root, gateway):
    queue = fresh("queue")
    root.call("queue.create", id=queue, name="Help", publicPage=True, defaultLanguage="de", defaultExpirySeconds=600,
              members={"users": [str(ANA)]})
    asked = {"queue": queue, "recipient": {"name": "Maria"}, "comments": "it beeps", "source": "203.0.113.1"}
    would = gateway.call("link.request", dryRun=True, **asked)["link"]
    assert 0 < instant(would["expiresAt"]) - now() <= 600_000
    made = gateway.call("link.request", **asked)
    assert made["link"]["status"] == "open" and made["link"]["language"] == "de"
    assert resolve(gateway, token=made["token"])["recipientName"] == "Maria"
    (request,) = root.call("sessionRequest.list", filter={"queues": [queue]})["sessionRequests"]
    assert token(request) == made["token"]
    assert request["createdBy"]["kind"] == "recipient" and request["comments"] == "it beeps"
    assert request["assignee"] == {"type": "queue", "id": queue}
    assert instant(request["expiresAt"]) - instant(request["createdAt"]) == 600_000
    assert {way["state"] for way in request["invitation"].values()} == {"notRequested"}
    second = gateway.call("link.request", queue=queue, recipient={"name": "Rui"})
    for position, token_of_one in enumerate((made["token"], second["token"]), start=1):
        assert gateway.call("link.open", token=token_of_one)["link"]["queuePosition"] == position


def test_a_queue_without_a_page_takes_none(root, gateway):
    queue = fresh("queue")
    root.call("queue.create", id=queue, name="Inside")
    for name in (queue, "no-such-queue"):
        assert gateway.refusal("link.request", queue=name, recipient={"name": "Maria"}).reason == "not_found"
    assert root.call("sessionRequest.list", filter={"queues": [queue]})["sessionRequests"] == []


@pytest.mark.parametrize("params", [
    {"recipient": {"name": "a\nb"}}, {"recipient": {"name": "M"}, "sendInvitation": {"email": True}},
    {"recipient": {"name": "M"}, "priority": "urgent"}, {"recipient": {"name": "M"}, "comments": "x" * 4097}, {}])
def test_a_page_may_not_say_more_than_it_should(root, gateway, params):
    queue = fresh("queue")
    root.call("queue.create", id=queue, name="Help", publicPage=True)
    assert gateway.refusal("link.request", queue=queue, **params).reason == "invalid_params"


def test_a_client_below_the_minimum_cannot_be_granted(ana, gateway):
    request = create(ana)
    refusal = gateway.refusal("link.grant", token=token(request), join=join(version="8.9.9"))
    assert refusal.reason == "client_too_old"
    assert get(ana, request)["status"] == "open"
    assert gateway.call("link.grant", token=token(request), join=join(version="9.0"))["link"]["status"] == "ready"
