"""What a page without JavaScript does: scanners, forged forms, foreign links, hostile texts, and the fields of answers."""

import re
import urllib.parse

import hostile
import pytest
from flows import bring, create, get, grant, open_link, token
from moments import until


@pytest.fixture
def agent(desk):
    return desk.agent()


def opened(portal, request):
    visitor = portal.visitor()
    visitor.open(f"/s/{token(request)}")
    return visitor


def events(agent, request):
    return [event["type"] for event in agent.call("sessionRequest.history", id=request["id"])["events"]]


def test_a_mail_scanner_changes_nothing(portal, agent):
    request = create(agent)
    path = f"/s/{token(request)}"
    scanner = {"User-Agent": "SafeLinks/1.0", "Accept": "*/*"}
    for method in ("GET", "HEAD", "GET", "GET", "HEAD"):
        answer = portal.ask(method, path, headers=scanner)
        assert answer.status == 200
        assert bool(answer.body) == (method == "GET")
    for name in ("open", "grant", "deny", "revoke", "cancel", "feedback", "events?x"):
        portal.ask("HEAD", f"{path}/{name}", headers=scanner)
    # A scanner that follows every address that it finds on the page.
    page = portal.ask("GET", path, headers=scanner).body
    for address in set(re.findall(r'(?:href|src|action|formaction)="(/[^"]*)"', page)):
        assert portal.ask("GET", address, headers=scanner).status in (200, 303)
    after = get(agent, request)
    assert (after["status"], after["denials"]) == ("open", 0)
    assert set(events(agent, request)) == {"sessionRequest.created", "sessionRequest.linkPrefetched"}


def test_only_a_form_that_was_shown_here_is_taken(portal, agent):
    request = create(agent)
    visitor, other = opened(portal, request), opened(portal, request)
    path = f"/s/{token(request)}/open"
    forged = [
        {"form": ""}, {"form": "0" * 64}, {"form": other.form_token}, {"form": visitor.form_token[:-2]},
    ]
    for fields in forged:
        answer = visitor.post(path, **fields)
        assert answer.status == 403
        assert "your last press was not taken" in answer.body
        assert '<button class="primary">Continue</button>' in answer.body
    visitor.open(f"/s/{token(request)}")
    for foreign in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Cookie": ""}):
        before = visitor.headers
        visitor.headers = before | foreign
        assert visitor.post(path).status == 403
        visitor.headers = before
        visitor.open(f"/s/{token(request)}")
    assert get(agent, request)["status"] == "open"
    assert visitor.post(path).status == 303
    assert get(agent, request)["status"] == "waiting"


def test_what_was_typed_outlives_a_stale_form(portal, agent):
    request = create(agent)
    visitor = opened(portal, request)
    visitor.press(token(request), "open")
    visitor.open(f"/s/{token(request)}")
    answer = visitor.press(token(request), "grant", form="f" * 64, scheme="rustdesk", address="my-desk-1")
    assert answer.status == 403
    assert 'value="my-desk-1"' in answer.body
    assert re.search(r'<option value="rustdesk"[^>]* selected>', answer.body)
    assert visitor.press(token(request), "grant", scheme="rustdesk", address="my-desk-1").status == 303
    assert get(agent, request)["join"]["target"]["address"] == "my-desk-1"


def test_a_press_that_comes_too_late_is_told_how_things_are(portal, agent):
    request = create(agent)
    visitor = opened(portal, request)
    agent.call("sessionRequest.close", id=request["id"], reason="canceled")
    answer = visitor.press(token(request), "open")
    assert answer.status == 409
    assert "Things have changed meanwhile" in answer.body
    assert "This session is closed" in answer.body


def swapped(token):
    other = "b" if token[-1] == "a" else "a"
    return token[:-1] + other


@pytest.mark.parametrize("status", ["open", "waiting", "ready", "connected"])
def test_the_visitor_may_call_it_off_at_every_step(portal, agent, desk, status):
    request = bring(agent, desk.gateway(), status)
    visitor = opened(portal, request)
    assert f'action="/s/{token(request)}/cancel"' in visitor.page.body
    assert visitor.press(token(request), "cancel").status == 303
    after = get(agent, request)
    assert (after["status"], after["closed"]["reason"]) == ("closed", "canceledByRecipient")


def test_forged_truncated_and_swapped_tokens_are_all_alike(portal, agent, desk):
    request, other = create(agent), create(agent)
    good, second = token(request), token(other)
    bad = [good[:-1], good[:8], good + "a", swapped(good), good[:20] + second[20:], "a" * len(good), "x", good[::-1]]
    pages = set()
    for text in bad:
        answer = portal.get(f"/s/{text}")
        assert answer.status == 404, text
        pages.add(answer.body)
        assert portal.ask("GET", f"/api/v1/links/{text}").json()["error"]["reason"] == "link_invalid"
        assert portal.call(text, "open").status == 404
        assert portal.get(f"/s/{text}/events").status == 404
    assert len(pages) == 1
    assert "This link does not work" in pages.pop()
    assert events(agent, request) == ["sessionRequest.created"]


def test_who_held_a_link_is_told_what_became_of_it(portal, agent):
    request = create(agent)
    old = token(request)
    renewed = agent.call("sessionRequest.rotateLink", id=request["id"])["sessionRequest"]
    answer = portal.get(f"/s/{old}")
    assert (answer.status, "There is a newer link" in answer.body) == (410, True)
    assert portal.call(old, "open").json()["error"]["reason"] == "link_expired"
    agent.call("sessionRequest.close", id=request["id"])
    answer = portal.get(f"/s/{token(renewed)}")
    assert (answer.status, "This session is closed" in answer.body) == (200, True)


@pytest.mark.parametrize("name", hostile.LINES)
def test_hostile_names_are_text(portal, agent, desk, name):
    text = hostile.LINES[name]
    request = create(agent, recipient={"name": text}, subject=text)
    open_link(desk.gateway(), request)
    for path in (f"/s/{token(request)}",):
        body = portal.get(path).body
        for raw in ("<script>alert", "<img src=x", "' onmouseover='", "<!-- ]]>"):
            assert raw not in body
        assert set(re.findall(r"<(\w+)", body)) <= {
            "html", "head", "meta", "title", "link", "script", "noscript", "body", "header", "img", "span", "main", "p",
            "h1", "h2", "h3", "section", "dl", "div", "dt", "dd", "bdi", "time", "ul", "li", "strong", "form", "input",
            "button", "details", "summary", "footer", "a", "select", "option", "label", "code", "textarea", "fieldset",
            "legend"}
        assert body.count("<script") == 1
    assert portal.link(token(request))["recipientName"] == text


@pytest.mark.parametrize("name", hostile.TEXTS)
def test_hostile_comments_are_kept_as_they_are(portal, agent, desk, name):
    text = hostile.TEXTS[name]
    request = create(agent)
    gateway = desk.gateway()
    open_link(gateway, request)
    grant(gateway, request)
    agent.call("sessionRequest.connect", id=request["id"])
    agent.call("sessionRequest.close", id=request["id"])
    visitor = opened(portal, request)
    assert visitor.press(token(request), "feedback", rating="4", comment=text).status == 303
    kept = get(agent, request)["feedback"]["comment"]
    assert kept.replace("\r\n", "\n").strip() == text.replace("\r\n", "\n").strip()


@pytest.mark.parametrize("name", hostile.REFUSED_LINES)
def test_names_that_no_name_may_be_are_refused_with_a_sentence(portal, desk, name):
    root = desk.agent(0)
    if "front" not in [queue["id"] for queue in root.call("queue.list")["queues"]]:
        root.call("queue.create", id="front", name="Front", publicPage=True)
    visitor = portal.visitor(X_Forwarded_For="192.0.2.7")
    visitor.open("/q/front")
    answer = visitor.post("/q/front", name=hostile.REFUSED_LINES[name], email="maria@example.org")
    assert answer.status == 422
    assert "Please type your name, at most 128 characters." in answer.body


def test_the_fields_of_every_answer(portal, agent):
    request = create(agent)
    good = token(request)
    for path in (f"/s/{good}", "/join", "/q/front", "/nothing", "/s/x", f"/api/v1/links/{good}", "/healthz"):
        headers = portal.get(path).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Robots-Tag"].startswith("noindex")
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "camera=()" in headers["Permissions-Policy"]
        assert headers["Server"] is None
        assert headers["Date"].endswith("GMT")
    page = portal.get(f"/s/{good}").body
    # Nothing inline, and nothing from anywhere else.
    assert " style=" not in page and "<style" not in page
    assert re.findall(r"<script[^>]*>", page) == re.findall(r'<script src="/assets/[^"]*" defer>', page)
    assert set(re.findall(r'(?:src|action)="([^/"][^"]*)"', page)) == set()
    for asset in set(re.findall(r'"(/assets/[^"]+)"', page)):
        answer = portal.get(asset)
        assert answer.status == 200
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_the_one_cookie_there_is(portal, agent):
    answer = portal.get(f"/s/{token(create(agent))}")
    assert answer.headers.get_all("Set-Cookie") == [answer.headers["Set-Cookie"]]
    assert re.fullmatch(r"session-request-form=[0-9a-f]{32}; Path=/; HttpOnly; SameSite=Strict",
                        answer.headers["Set-Cookie"])
    again = portal.get("/join", Cookie=answer.cookie)
    assert again.headers["Set-Cookie"] is None


def test_tokens_and_codes_are_in_no_log(portal, agent):
    request = create(agent)
    visitor = opened(portal, request)
    visitor.press(token(request), "open")
    visitor.open("/join")
    visitor.post("/join", code=request["code"])
    portal.get(f"/s/{swapped(token(request))}")
    portal.call(token(request), "grant", {"join": {"method": "x"}})
    log = portal.tail()
    assert token(request) not in log and request["code"] not in log and swapped(token(request)) not in log


def test_a_code_leads_to_the_page(portal, agent):
    request = create(agent)
    visitor = portal.visitor()
    visitor.open("/join")
    groups = [request["code"][at:at + 3] for at in (0, 3, 6)]
    # As it is grouped, and as keyboards of Japan and Egypt write it.
    fullwidth, arabic = (str.maketrans("0123456789", digits) for digits in ("０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩"))
    for typed in (" ".join(groups), "–".join(groups), request["code"].translate(fullwidth),
                  request["code"].translate(arabic)):
        answer = visitor.post("/join", code=typed)
        assert answer.status == 303, typed
        assert answer.headers["Location"] == f"/s/{token(request)}"
    for wrong in ("", "12", "abcdefghi", "1234567890"):
        answer = visitor.post("/join", code=wrong)
        assert answer.status == 422
        assert "There is no request with this code." in answer.body


def test_methods_that_a_page_does_not_know(portal, agent):
    good = token(create(agent))
    for method, path, allowed in (
            ("POST", f"/s/{good}", "GET, HEAD"), ("DELETE", f"/s/{good}", "GET, HEAD"), ("PUT", "/join", "GET, HEAD, POST"),
            ("GET", f"/api/v1/links/{good}/open", "POST"), ("POST", f"/api/v1/links/{good}", "GET, HEAD")):
        answer = portal.ask(method, path)
        assert (answer.status, answer.headers["Allow"]) == (405, allowed), (method, path)


def test_bodies_that_cannot_be_used(portal, agent):
    good = token(create(agent))
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert portal.ask("POST", f"/s/{good}/open", body="x" * 70_000, headers=form).status == 413
    assert portal.ask("POST", f"/s/{good}/open", body="{}", headers={"Content-Type": "application/json"}).status == 415
    assert portal.ask("POST", f"/s/{good}/open", body=b"form=\xff\xfe", headers=form).status == 400
    assert portal.ask("POST", f"/s/{good}/open", body=urllib.parse.urlencode({"x": 1}), headers=form).status == 403


def test_asking_for_help_at_a_public_queue(make_portal, make_desk):
    from desk import configuration

    desk = make_desk(config=configuration(budgets={"publicRequestsPerSourcePerHour": 2}))
    portal = make_portal(desk, config={"portal": {"trustedProxies": ["127.0.0.1"]}})
    root = desk.agent(0)
    root.call("queue.create", id="front", name="Front", publicPage=True)
    root.call("queue.create", id="back", name="Back")
    visitor = portal.visitor(X_Forwarded_For="192.0.2.1", Accept_Language="de")
    visitor.open("/q/front")
    assert visitor.post("/q/front", name="Maria").status == 422
    assert "Bitte geben Sie eine E-Mail-Adresse oder eine Telefonnummer an." in visitor.page.body
    assert visitor.post("/q/front", name="Maria", email="nowhere").status == 422
    answer = visitor.post("/q/front", name="Maria", phone="+49 30 1234", comments="Nothing prints.\nAt all.")
    assert answer.status == 303
    page = visitor.open(answer.headers["Location"])
    assert "Ihre Anfrage ist angekommen." in page.body
    made = root.call("sessionRequest.list")["sessionRequests"][0]
    assert made["recipient"] == {"name": "Maria", "email": None, "phone": "+49 30 1234", "language": "de"} or (
        made["recipient"]["name"], made["recipient"]["phone"], made["recipient"]["language"]) == (
        "Maria", "+49 30 1234", "de")
    assert made["assignee"] == {"type": "queue", "id": "front"}
    for _ in range(2):
        visitor.open("/q/front")
        answer = visitor.post("/q/front", name="Maria", phone="+49 30 1234")
    assert answer.status == 429
    assert int(answer.headers["Retry-After"]) > 60
    # The neighbour is not to blame.
    other = portal.visitor(X_Forwarded_For="192.0.2.2")
    other.open("/q/front")
    assert other.post("/q/front", name="Ben", phone="1").status == 303
    for hidden in ("back", "nowhere", "No_Slug"):
        assert portal.get(f"/q/{hidden}").status == 404, hidden
    until(lambda: len(root.call("sessionRequest.list")["sessionRequests"]) == 3, what="three requests")
