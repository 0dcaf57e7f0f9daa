"""Getting, listing, filtering, searching, sorting, paging; histories and explanations."""

import pytest

from desk import ANA, BEN
from flows import STATUSES, bring, create, fresh, get, history, types
from moments import ahead, instant, later

ABSENT = 999_999_999


def ids(result):
    return [request["id"] for request in result["sessionRequests"]]


def listed(agent, **params):
    return agent.call("sessionRequest.list", **params)


@pytest.mark.parametrize("method", ["get", "history", "explain", "claim", "connect", "close", "requestAccess"])
def test_what_does_not_exist_is_not_found(ana, method):
    more = {"reason": "done"} if method == "close" else {}
    refusal = ana.refusal(f"sessionRequest.{method}", id=ABSENT, **more)
    assert refusal.reason == "not_found" and str(ABSENT) in refusal.message


def test_getting_answers_what_creating_answered(ana):
    request = create(ana, tags=["a"], priority="high")
    assert get(ana, request) == request


def test_agents_read_each_other_s_requests(ana, ben):
    request = create(ana, assignee={"type": "agent", "id": "me"}, comments="only a desk shares this")
    found = get(ben, request)
    assert found["comments"] == request["comments"] and found["link"] == request["link"]
    assert "close" in request["allowedActions"] and "close" not in found["allowedActions"]


def test_a_filter_by_statuses_gives_those_and_no_others(ana, gateway):
    tag = fresh("st")
    made = {status: bring(ana, gateway, status, tags=[tag])["id"] for status in STATUSES}
    for status in STATUSES:
        assert ids(listed(ana, filter={"tags": [tag], "statuses": [status]})) == [made[status]]
    some = listed(ana, filter={"tags": [tag], "statuses": ["open", "closed"]})
    assert set(ids(some)) == {made["open"], made["closed"]}
    assert ids(listed(ana, filter={"tags": [tag]})) == sorted(made.values(), reverse=True)


def test_tags_match_any_and_ids_match_exactly(ana):
    one, two = fresh("x"), fresh("y")
    first, second = create(ana, tags=[one]), create(ana, tags=[two, "shared"])
    assert set(ids(listed(ana, filter={"tags": [one, two]}))) == {first["id"], second["id"]}
    assert ids(listed(ana, filter={"ids": [second["id"], ABSENT]})) == [second["id"]]
    assert ids(listed(ana, filter={"tags": [fresh("none")]})) == []


def test_filters_by_assignee_and_by_mine(ana, ben):
    tag = fresh("as")
    hers = create(ana, tags=[tag], assignee={"type": "agent", "id": "me"})
    his = create(ana, tags=[tag], assignee={"type": "agent", "id": str(BEN)})
    nobodys = create(ana, tags=[tag])
    assert hers["assignee"] == {"type": "agent", "id": str(ANA)}
    assert ids(listed(ana, filter={"tags": [tag], "assignee": {"type": "agent", "id": str(BEN)}})) == [his["id"]]
    assert ids(listed(ana, filter={"tags": [tag], "assignee": {"type": "agent", "id": "me"}})) == [hers["id"]]
    assert ids(listed(ana, filter={"tags": [tag], "mine": True})) == [hers["id"]]
    assert ids(listed(ben, filter={"tags": [tag], "mine": True})) == [his["id"]]
    assert ids(listed(ben, filter={"tags": [tag], "assignee": None})) == [nobodys["id"]]


def test_filters_by_queue(root):
    tag, queue = fresh("q"), fresh("queue")
    root.call("queue.create", id=queue, name="Q", members={"users": [str(ANA)], "groups": []})
    inside = create(root, tags=[tag], assignee={"type": "queue", "id": queue})
    create(root, tags=[tag])
    assert ids(listed(root, filter={"tags": [tag], "queues": [queue]})) == [inside["id"]]


def test_views_split_a_desk_into_past_upcoming_and_active(ana, gateway):
    tag = fresh("view")
    made = {status: bring(ana, gateway, status, tags=[tag])["id"] for status in STATUSES}
    later = create(ana, tags=[tag], schedule={"startsAt": ahead(3600), "timeZone": "UTC"})["id"]
    mine = create(ana, tags=[tag], assignee={"type": "agent", "id": "me"})["id"]

    def view(name):
        return set(ids(listed(ana, view=name, filter={"tags": [tag]})))

    assert view("past") == {made["closed"], made["expired"]}
    assert view("upcoming") == {later}
    assert view("active") == {made["open"], made["waiting"], made["ready"], made["connected"], mine}
    assert {mine} <= view("mine") and later not in view("mine")


def test_an_opened_request_with_a_later_start_is_active(ana, gateway):
    tag = fresh("view")
    request = bring(ana, gateway, "waiting", tags=[tag], schedule={"startsAt": ahead(3600), "timeZone": "UTC"})
    assert ids(listed(ana, view="active", filter={"tags": [tag]})) == [request["id"]]
    assert ids(listed(ana, view="upcoming", filter={"tags": [tag]})) == []


def test_a_query_matches_all_its_words_by_prefix_in_any_field_an_agent_reads(ana):
    word = fresh("zebra")
    found = create(ana, recipient={"name": f"Jürgen {word}", "email": f"{word}@example.org"},
                   comments=f"the scanner{word} hums", customFields={"asset": f"serial{word}"})["id"]
    create(ana, recipient={"name": f"Jürgen {word}"}, comments="quiet")
    for query in (f"jürgen scanner{word}", f"scanner{word[:-1]}", f"SCANNER{word.upper()}", f"serial{word}",
                  f"{word}@example.org scanner{word}"):
        assert ids(listed(ana, query=query)) == [found], query
    assert ids(listed(ana, query=f"{word} nothinglikethis")) == []
    assert len(ids(listed(ana, query=word))) == 2


@pytest.mark.parametrize("query", ['"', "a OR", "* NOT (", "name:x", "'; --", "^", "a* -b", "{a b}", "\\"])
def test_a_query_is_words_and_never_a_language(ana, query):
    assert isinstance(listed(ana, query=query)["sessionRequests"], list)


def test_a_query_follows_an_update(ana):
    word, other = fresh("walrus"), fresh("heron")
    request = create(ana, comments=word)
    ana.call("sessionRequest.update", id=request["id"], comments=other)
    assert ids(listed(ana, query=word)) == []
    assert ids(listed(ana, query=other)) == [request["id"]]


SORTS = ["createdAt", "updatedAt", "expiresAt", "statusSince", "startsAt", "priority"]


@pytest.mark.parametrize("sort", SORTS)
def test_each_sort_orders_both_ways(ana, gateway, sort):
    tag = fresh("sort")
    for at, priority in enumerate(["high", "low", "urgent", "normal"]):
        request = create(ana, tags=[tag], priority=priority,
                         schedule={"startsAt": ahead(9000 - at * 1000), "timeZone": "UTC"})
        gateway.call("link.open", token=request["link"].rpartition("/")[2])
    order = ["low", "normal", "high", "urgent"]

    def key(request):
        value = request["schedule"]["startsAt"] if sort == "startsAt" else request[sort]
        return order.index(value) if sort == "priority" else instant(value)

    up = [key(request) for request in listed(ana, sort=sort, filter={"tags": [tag]})["sessionRequests"]]
    down = [key(request) for request in listed(ana, sort=f"-{sort}", filter={"tags": [tag]})["sessionRequests"]]
    assert len(up) == 4
    assert up == sorted(up) and down == sorted(down, reverse=True)


def test_the_newest_come_first_when_nothing_is_said(ana):
    tag = fresh("new")
    made = [create(ana, tags=[tag])["id"] for _ in range(4)]
    assert ids(listed(ana, filter={"tags": [tag]})) == made[::-1]


@pytest.mark.parametrize("sort", [None, "priority", "-expiresAt", "createdAt", "-updatedAt"])
def test_pages_together_hold_each_request_once(ana, sort):
    tag = fresh("page")
    made = {create(ana, tags=[tag], expiresAt=later(600, "00:00:00.000"))["id"] for _ in range(7)}
    more = {"sort": sort} if sort else {}
    pages, page = [], {}
    while True:
        result = listed(ana, filter={"tags": [tag]}, limit=3, **more, **page)
        pages.append(ids(result))
        if result["nextPage"] is None:
            break
        page = {"page": result["nextPage"]}
    assert [len(page) for page in pages] == [3, 3, 1]
    assert set(sum(pages, [])) == made and len(sum(pages, [])) == 7


def test_a_full_last_page_has_no_next(ana):
    tag = fresh("page")
    for _ in range(3):
        create(ana, tags=[tag])
    assert listed(ana, filter={"tags": [tag]}, limit=3)["nextPage"] is None


def test_pages_do_not_repeat_a_request_when_others_are_created_between(ana):
    tag = fresh("page")
    made = [create(ana, tags=[tag])["id"] for _ in range(4)]
    first = listed(ana, filter={"tags": [tag]}, limit=2)
    create(ana, tags=[tag])
    second = listed(ana, filter={"tags": [tag]}, limit=2, page=first["nextPage"])
    assert ids(first) + ids(second) == made[::-1]


@pytest.mark.parametrize("params, path", [
    ({"limit": 0}, "/limit"), ({"limit": 501}, "/limit"), ({"limit": "3"}, "/limit"), ({"page": "nonsense"}, "/page"),
    ({"page": ""}, "/page"), ({"sort": "comments"}, "/sort"), ({"sort": "--createdAt"}, "/sort"),
    ({"view": "all"}, "/view"), ({"filter": {"statuses": ["done"]}}, "/filter/statuses/0"),
    ({"filter": {"status": "open"}}, "/filter/status"), ({"filter": {"ids": ["1"]}}, "/filter/ids/0"),
    ({"query": 5}, "/query"), ({"offset": 3}, "/offset"),
])
def test_a_malformed_list_is_refused_with_its_place(ana, params, path):
    refusal = ana.refusal("sessionRequest.list", **params)
    assert (refusal.reason, refusal.data["path"]) == ("invalid_params", path)


@pytest.mark.parametrize("limit", [1, 500])
def test_the_ends_of_the_limit_are_allowed(ana, limit):
    create(ana)
    assert 1 <= len(listed(ana, limit=limit)["sessionRequests"]) <= limit


def test_a_history_is_every_event_oldest_first_with_who_did_it(ana, gateway):
    request = bring(ana, gateway, "connected")
    ana.call("sessionRequest.close", id=request["id"], reason="done", note="paper jam")
    events = history(ana, request)
    assert types(events) == ["created", "opened", "granted", "assigned", "connected", "closed"]
    assert [event["actor"]["kind"] for event in events] == [
        "user", "recipient", "recipient", "user", "user", "user"]
    assert [instant(event["at"]) for event in events] == sorted(instant(event["at"]) for event in events)
    assert events[-1]["sessionRequest"]["status"] == "closed"


def test_a_history_comes_in_pages(ana):
    request = create(ana)
    for number in range(6):
        ana.call("sessionRequest.update", id=request["id"], comments=f"round {number}")
    whole = history(ana, request)
    first = ana.call("sessionRequest.history", id=request["id"], limit=4)
    second = ana.call("sessionRequest.history", id=request["id"], limit=4, page=first["nextPage"])
    assert (len(first["events"]), len(second["events"]), second["nextPage"]) == (4, 3, None)
    assert first["events"] + second["events"] == whole


@pytest.mark.parametrize("status", STATUSES)
def test_explain_says_why_a_request_cannot_be_connected(ana, gateway, status):
    request = bring(ana, gateway, status)
    result = ana.call("sessionRequest.explain", id=request["id"])
    assert result["connectable"] == (status == "ready")
    if status == "ready":
        return
    assert result["reason"] == ("already_connected" if status == "connected" else "invalid_transition")
    assert result["message"] and "\n" not in result["message"]


def test_explain_tells_an_agent_that_another_has_it(ana, gateway, ben):
    request = bring(ana, gateway, "ready", assignee={"type": "agent", "id": "me"})
    result = ben.call("sessionRequest.explain", id=request["id"])
    assert result["connectable"] is False and result["reason"] in ("already_claimed", "permission_denied")
    assert ana.call("sessionRequest.explain", id=request["id"])["connectable"] is True


def test_a_summary_counts_and_looks_ahead(make_desk):
    desk = make_desk()
    root, gateway = desk.agent(0), desk.gateway()
    empty = root.call("sessionRequest.summary")
    assert sum(empty["byStatus"].values()) == 0 and empty["oldestWaiting"] is None
    assert empty["nextScheduled"] is None and empty["nextExpiry"] is None
    root.call("queue.create", id="tier-1", name="Tier 1", members={"users": [str(ANA)], "groups": []})
    waiting = bring(root, gateway, "waiting")
    bring(root, gateway, "waiting")
    create(root, assignee={"type": "queue", "id": "tier-1"})
    soonest = create(root, assignee={"type": "agent", "id": str(BEN)}, expiresIn=7000)
    scheduled = create(root, schedule={"startsAt": ahead(5000), "timeZone": "UTC"})
    bring(root, gateway, "closed")
    summary = root.call("sessionRequest.summary")
    assert {name: count for name, count in summary["byStatus"].items() if count} == {
        "waiting": 2, "open": 3, "closed": 1}
    assert set(summary["byStatus"]) == set(STATUSES)
    assert summary["oldestWaiting"] == {"id": waiting["id"], "since": waiting["statusSince"]}
    assert summary["nextScheduled"] == {"id": scheduled["id"], "startsAt": scheduled["schedule"]["startsAt"]}
    assert summary["nextExpiry"] == {"id": soonest["id"], "expiresAt": soonest["expiresAt"]}
    assert list(summary["byQueue"]) == ["tier-1"] and list(summary["byAssignee"]) == [str(BEN)]
