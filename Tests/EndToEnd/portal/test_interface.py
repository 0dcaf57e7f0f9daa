"""The remote client's own door: JSON, as schema/portal.openapi.json says, and live by server-sent events."""

import http.client
import json
import pathlib
import subprocess
import sys

import pytest
from flows import create, get, join, token
from moments import until

DOCUMENT = pathlib.Path(__file__).resolve().parents[3] / "schema" / "portal.openapi.json"
SCHEMATHESIS = pathlib.Path(sys.executable).parent / "schemathesis"


@pytest.fixture
def agent(desk):
    return desk.agent()


def error(answer, status, reason):
    body = answer.json()["error"]
    assert (answer.status, body["reason"]) == (status, reason), body
    assert body["message"].startswith("cannot ")
    return body


def test_a_client_goes_the_whole_way(portal, agent):
    request = create(agent, subject="Printer")
    key = token(request)
    link = portal.link(key)
    assert (link["status"], link["subject"], link["recipientName"]) == ("open", "Printer", "Maria Keller")
    assert portal.call(key, "open").json()["link"]["status"] == "waiting"
    assert portal.call(key, "deny").json()["link"]["status"] == "waiting"
    assert portal.call(key, "grant", {"join": join()}).json()["link"]["status"] == "ready"
    assert get(agent, request)["join"]["client"]["name"] == "AnyDesk"
    assert portal.call(key, "revoke", {}).json()["link"]["status"] == "waiting"
    assert portal.call(key, "cancel").json()["link"]["status"] == "closed"
    refused = error(portal.call(key, "open"), 409, "invalid_transition")
    assert (refused["status"], refused["allowed"]) == ("closed", [])


def test_a_client_that_is_too_old_is_told_so(portal, agent):
    request = create(agent)
    refused = error(
        portal.call(token(request), "grant", {"join": join(version="8.0.1")}), 403, "client_too_old")
    assert refused["hint"]
    assert get(agent, request)["status"] == "open"


def test_a_lease_that_is_not_renewed_takes_the_permission_back(portal, agent):
    request = create(agent)
    body = {"join": join(), "leaseSeconds": 2}
    assert portal.call(token(request), "grant", body).status == 200
    first = get(agent, request)
    assert first["status"] == "ready"
    assert portal.call(token(request), "grant", body).status == 200
    until(lambda: portal.link(token(request))["status"] == "waiting", 15, what="the lease being over")


def test_what_is_wrong_with_a_body_is_named(portal, agent):
    key = token(create(agent))
    good = {"join": join()}
    for body, path in (
            ({}, "/join"), ({"join": {}}, "/join/method"), (good | {"token": key}, "/token"),
            (good | {"source": "x"}, "/source"), (good | {"lease": 5}, "/lease"), (good | {"leaseSeconds": 0.5}, "/leaseSeconds"),
            ({"join": join(scheme="gopher")}, "/join/target/scheme"),
            ({"join": join(address="-x")}, "/join/target/address"), ([], "")):
        assert error(portal.call(key, "grant", body), 400, "invalid_params").get("path", "") == path, body
    assert error(portal.call(key, "open", {"a/b~c": 1}), 400, "invalid_params")["path"] == "/a~1b~0c"
    fields = {"Content-Type": "application/json"}
    path = f"/api/v1/links/{key}/grant"
    error(portal.ask("POST", path, body='{"join": 1, "join": 2}', headers=fields), 400, "invalid_params")
    error(portal.ask("POST", path, body="{", headers=fields), 400, "invalid_params")
    error(portal.ask("POST", path, body="{}", headers={"Content-Type": "text/plain"}), 415, "invalid_request")
    error(portal.ask("POST", path, body="x" * 70_000, headers=fields), 413, "too_large")
    error(portal.call(key, "open", Origin="https://evil.example"), 403, "permission_denied")
    error(portal.call(key, "open", Sec_Fetch_Site="cross-site"), 403, "permission_denied")


def test_nine_digits_lead_to_the_link(portal, agent):
    request = create(agent)
    code = request["code"]
    fields = {"Content-Type": "application/json"}
    for spelling in (code, f"{code[:3]} {code[3:6]}-{code[6:]}"):
        answer = portal.ask("POST", "/api/v1/codes", body=json.dumps({"code": spelling}), headers=fields)
        assert answer.status == 200 and answer.json()["token"] == token(request)
        assert answer.json()["link"]["status"] == "open"
    for body, path in (({}, "/code"), ({"code": 5}, "/code"), ({"code": code, "token": "x"}, "/token"), ([], "")):
        refused = portal.ask("POST", "/api/v1/codes", body=json.dumps(body), headers=fields)
        assert error(refused, 400, "invalid_params").get("path", "") == path, body
    for wrong in ("000000000", "1" * 65, "nine digits"):
        error(portal.ask("POST", "/api/v1/codes", body=json.dumps({"code": wrong}), headers=fields), 404, "link_invalid")
    error(portal.ask("POST", "/api/v1/codes", body="{}", headers=fields | {"Origin": "https://evil.example"}), 403,
          "permission_denied")
    assert portal.get("/api/v1/codes").headers["Allow"] == "POST"


class Events:
    """A stream of server-sent events."""

    def __init__(self, portal, path):
        self.connection = http.client.HTTPConnection("127.0.0.1", portal.port, timeout=20)
        self.connection.request("GET", path)
        self.response = self.connection.getresponse()
        assert self.response.status == 200, self.response.read()
        assert self.response.headers["Content-Type"].startswith("text/event-stream")

    def next(self):
        name = None
        while True:
            line = self.response.readline().decode().rstrip("\n")
            if line.startswith("event: "):
                name = line[7:]
            if line.startswith("data: "):
                return name, json.loads(line[6:])

    def close(self):
        self.connection.close()


def test_a_client_hears_of_every_change(portal, agent):
    request = create(agent)
    events = Events(portal, f"/api/v1/links/{token(request)}/events")
    try:
        name, data = events.next()
        assert (name, data["link"]["status"]) == ("link", "open")
        portal.call(token(request), "open")
        assert events.next()[1]["link"]["status"] == "waiting"
        agent.call("sessionRequest.requestAccess", id=request["id"])
        assert events.next()[1]["link"]["accessRequested"] is True
        portal.call(token(request), "grant", {"join": join()})
        assert events.next()[1]["link"]["status"] == "ready"
        agent.call("sessionRequest.connect", id=request["id"])
        assert events.next()[1]["link"]["status"] == "connected"
    finally:
        events.close()


def test_many_who_watch_one_link_share_one_watch(portal, agent, desk):
    request = create(agent)
    streams = [Events(portal, f"/api/v1/links/{token(request)}/events") for _ in range(40)]
    try:
        for stream in streams:
            assert stream.next()[1]["link"]["status"] == "open"
        portal.call(token(request), "open")
        for stream in streams:
            assert stream.next()[1]["link"]["status"] == "waiting"
    finally:
        for stream in streams:
            stream.close()


def test_the_document_is_formatted_with_two_spaces():
    text = DOCUMENT.read_text(encoding="utf-8")
    assert text == json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("whose", ["a link", "no link"])
def test_schemathesis_finds_no_answer_that_the_document_does_not_know(make_portal, make_desk, tmp_path, whose):
    """Made-up calls, right and wrong ones, at a link that is one and at one that is none."""
    desk = make_desk()
    portal = make_portal(desk, config={"portal": {
        "rateLimits": {"pagesPerMinute": 1_000_000, "formsPerMinute": 1_000_000, "codesPerMinute": 1_000_000}}})
    key = token(create(desk.agent())) if whose == "a link" else "a" * 44
    settings = tmp_path / "schemathesis.toml"
    settings.write_text(f'[parameters]\n"path.token" = "{key}"\n')
    checks = ["not_a_server_error", "status_code_conformance", "content_type_conformance",
              "response_schema_conformance", "negative_data_rejection", "unsupported_method"]
    done = subprocess.run(
        [str(SCHEMATHESIS), "--config-file", str(settings), "run", str(DOCUMENT), "--url", portal.address,
         "--exclude-path-regex", "/events$", "--checks", ",".join(checks), "--max-examples", "30", "--seed", "7",
         "--generation-database", "none", "--phases", "examples,coverage,fuzzing", "--no-color"],
        capture_output=True, text=True, timeout=240, cwd=tmp_path)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
