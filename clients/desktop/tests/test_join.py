"""The recipient's client against a real portal: consent, lease, and every way in which it ends."""

import http.server
import json
import signal
import subprocess
import threading

import pytest

from moments import ahead, now, until
from recipient import JOIN, SHORT, Recipient, environment


@pytest.fixture
def sits(home, tmp_path):
    """Somebody at a terminal, who has agreed to all hosts unless the test is about that."""
    sitting = []

    def sit(*arguments, trusts=(), **more):
        settings = home / ".config" / "session-request" / "join.ini"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(f"[join]\ntrusted = {' '.join(trusts)}\n")
        person = Recipient(home, tmp_path / "bin", "--terminal", *arguments, **more)
        sitting.append(person)
        return person

    yield sit
    for person in sitting:
        person.terminal.close()


def allows(page, sits, request, **more):
    """Somebody who has allowed access."""
    person = sits(request["link"], trusts=[page.address], **more)
    person.sees("[a] Allow")
    person.type("a")
    person.sees("Waiting for root of Example Support")
    return person


def test_from_the_page_to_the_session_and_back(page, sits):
    made = page.create(recipient={"name": "Maria Keller"}, subject="Printer")
    person = sits(page.scheme_link(made))
    # It has not talked to this host before: nothing was asked there yet.
    person.sees("Talk to 127.0.0.1?")
    person.sees(page.address)
    person.type("c")
    person.sees("root of Example Support asks for access to this computer")
    person.sees("Maria Keller")
    person.sees("Printer")
    assert page.status(made) == "waiting"
    person.type("a")
    person.sees("Waiting for root of Example Support")
    join = page.becomes(made, "ready")["join"]
    assert join["target"] == {"scheme": "anydesk", "address": "987654321"} and join["method"] == "client"
    assert join["client"] == {"name": "AnyDesk", "version": "9.0.5", "platform": "linux"}
    page.agent.call("sessionRequest.connect", id=made["id"])
    person.sees("root of Example Support is connected")
    person.type("t")
    page.becomes(made, "waiting")
    person.sees("The permission is taken back")
    person.type("q")
    assert person.end() == 0
    assert page.events(made).count("revoked") == 1

    # The host is known from now on.
    again = sits(made["link"])
    again.sees("[a] Allow")
    assert "Talk to" not in again.text


def test_nine_digits_are_enough(page, sits):
    made = page.create(recipient={"name": "Maria Keller"})
    code = made["code"]
    person = sits("--portal", page.address, f"{code[:3]} {code[3:6]} {code[6:]}")
    # It is asked about before the code is looked up there.
    person.sees("Continue? [y/N]")
    person.type("y")
    person.sees("Maria Keller")
    person.type("a")
    page.becomes(made, "ready")
    wrong = sits("--portal", page.address, "000000000", trusts=[page.address])
    assert wrong.end() == 1
    assert "There is no request with this code" in wrong.text


def test_a_code_alone_is_not_enough(sits):
    person = sits("604153928")
    assert person.end() == 3 and "give --portal" in person.text


def test_nothing_is_asked_of_a_new_host_before_a_press(page, sits):
    made = page.create()
    person = sits(made["link"])
    person.sees("Talk to 127.0.0.1?")
    person.type("q")
    assert person.end() == 0
    # Looking at a link leaves a trace, and there is none.
    assert page.events(made) == ["created"]


def test_no_is_no_until_they_ask_again(page, sits):
    made = page.create()
    person = sits(made["link"], trusts=[page.address])
    person.sees("[d] Deny")
    person.type("d")
    person.sees("You said no")
    assert page.becomes(made, "waiting")["denials"] == 1
    page.agent.call("sessionRequest.requestAccess", id=made["id"])
    person.sees("They ask for it right now")
    person.type("a")
    page.becomes(made, "ready")


def test_ending_the_request_closes_it(page, sits):
    made = page.create()
    person = sits(made["link"], trusts=[page.address])
    person.sees("[d] Deny")
    person.type("d")
    person.sees("[e] Cancel the request")
    person.type("e")
    person.sees("This session is closed")
    assert page.get(made)["closed"]["reason"] == "canceledByRecipient"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_takes_the_access_back(page, sits, number):
    made = page.create()
    person = allows(page, sits, made)
    page.becomes(made, "ready")
    person.signal(number)
    assert person.end() == 128 + number
    assert page.status(made) == "waiting" and page.events(made)[-1] == "revoked"


def test_a_terminal_that_is_closed_takes_the_access_back(page, sits):
    made = page.create()
    person = allows(page, sits, made)
    page.becomes(made, "ready")
    person.type("\x04")
    page.becomes(made, "waiting")


def test_killed_it_leaves_the_rest_to_its_lease(page, sits):
    made = page.create()
    person = allows(page, sits, made, times=SHORT)
    page.becomes(made, "ready")
    began = now()
    # It lives longer than its lease as long as it runs ...
    until(lambda: now() > began + 6500, 10, what="more than the length of a lease")
    assert page.status(made) == "ready" and page.events(made)[-1] == "granted"
    person.signal(signal.SIGKILL)
    # ... and no longer than that when it does not.
    page.becomes(made, "waiting", within=10)
    assert page.events(made)[-1] == "revoked"


def test_access_taken_back_on_the_page_stays_taken_back(page, sits):
    made = page.create()
    person = allows(page, sits, made, times=SHORT)
    page.becomes(made, "ready")
    page.gateway.call("link.revoke", token=made["link"].rpartition("/s/")[2])
    person.sees("The access has ended")
    began = now()
    until(lambda: now() > began + 2000, 5, what="four renewals that do not happen")
    assert page.status(made) == "waiting" and page.events(made)[-1] == "revoked"
    person.type("a")
    page.becomes(made, "ready")


def test_the_desk_s_end_is_told(page, sits):
    made = page.create()
    person = allows(page, sits, made)
    page.agent.call("sessionRequest.close", id=made["id"], reason="done")
    person.sees("This session is closed")
    short = page.create(expiresAt=ahead(2))
    other = sits(short["link"], trusts=[page.address])
    other.sees("This link has expired")


def test_a_portal_that_is_gone_for_a_moment_is_come_back_to(page, sits):
    made = page.create()
    person = allows(page, sits, made, times=SHORT | {"LEASE_SECONDS": 30})
    page.stop()
    person.sees("The desk cannot be reached")
    page.start()
    person.sees("Access is allowed", times=2)
    assert page.status(made) == "ready"
    page.agent.call("sessionRequest.connect", id=made["id"])
    person.sees("is connected")


def test_a_portal_that_stays_away_ends_the_access_here_too(page, sits):
    made = page.create()
    person = allows(page, sits, made, times=SHORT)
    page.stop()
    person.sees("could not be reached for too long", within=20)
    page.becomes(made, "waiting", within=10)


def test_a_link_that_is_none_or_an_old_one_is_told(page, sits):
    made = page.create()
    person = sits(made["link"][:-3] + "aaa", trusts=[page.address])
    person.sees("This link does not work")
    person.sees("It belongs to no request")
    page.agent.call("sessionRequest.rotateLink", id=made["id"])
    old = sits(made["link"], trusts=[page.address])
    old.sees("This one has been replaced")


def test_a_client_that_is_too_old_is_named(page, sits):
    made = page.create()
    person = sits(made["link"], trusts=[page.address], version="8.1.2")
    person.sees("[a] Allow")
    person.type("a")
    person.sees("This AnyDesk is too old for the desk, which takes 9.0 and later.")
    assert page.status(made) == "open"


def test_a_program_that_tells_no_address_is_named(page, sits, tmp_path):
    made = page.create()
    person = sits(made["link"], trusts=[page.address])
    (tmp_path / "bin" / "anydesk").write_text("#!/bin/bash\necho SERVICE_NOT_RUNNING\n")
    person.sees("[a] Allow")
    person.type("a")
    person.sees("Cannot learn the address of AnyDesk: start AnyDesk")
    assert page.status(made) == "open"


def test_without_a_program_the_page_is_the_way_on(page, sits):
    made = page.create()
    person = sits(made["link"], trusts=[page.address], has_anydesk=False)
    person.sees("nothing of that is installed here")
    person.type("p")
    person.sees(made["link"])


def test_where_nobody_can_be_asked_nothing_begins(home, tmp_path, page):
    made = page.create()
    done = subprocess.run(
        [JOIN, made["link"]], env=environment(home, tmp_path), stdin=subprocess.DEVNULL, capture_output=True, text=True,
        check=False)
    assert done.returncode == 1 and "neither a display" in done.stderr
    assert page.events(made) == ["created"]


# A host that means no good

class Hostile(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    asked = []
    answer = staticmethod(lambda handler: None)

    def do_GET(self):
        self.asked.append(self.path)
        type(self).answer(self)

    do_POST = do_GET

    def log_message(self, *_):
        pass

    def say(self, status, kind, body=b"", **headers):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            return


@pytest.fixture
def hostile():
    servers = []

    def serve(answer):
        handler = type("Answering", (Hostile,), {"answer": staticmethod(answer), "asked": []})
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        server.address = f"http://127.0.0.1:{server.server_port}"
        return server

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


def events(*links):
    return b"".join(b"event: link\ndata: " + json.dumps({"link": link}).encode() + b"\n\n" for link in links)


def test_a_redirection_is_not_followed(sits, hostile):
    other = hostile(lambda handler: handler.say(200, "text/plain"))
    server = hostile(lambda handler: handler.say(302, "text/plain", Location=other.address + "/s/abc"))
    person = sits(f"{server.address}/s/abc", trusts=[server.address])
    person.sees("leads to another address")
    assert other.RequestHandlerClass.asked == [] and server.RequestHandlerClass.asked


@pytest.mark.parametrize("answer, said", [
    (lambda handler: handler.say(200, "text/html", b"<h1>Hello</h1>"), "no support desk is there"),
    (lambda handler: handler.say(200, "text/event-stream", b"event: link\ndata: [1]\n\n"), "no support desk is there"),
    (lambda handler: handler.say(200, "text/event-stream", b"event: link\ndata: " + b"[" * 100_000 + b"\n\n"),
     "no support desk is there"),
    (lambda handler: handler.say(200, "text/event-stream", b"data: " + b"x" * 3_000_000), "no support desk is there"),
    (lambda handler: handler.say(404, "text/html", b"nothing here"), "no support desk is there"),
])
def test_what_is_no_portal_is_told(sits, hostile, answer, said):
    server = hostile(answer)
    person = sits(f"{server.address}/s/abc", trusts=[server.address])
    person.sees("This link does not work")
    person.sees(said)


def test_texts_of_a_host_cannot_steer_the_terminal(sits, hostile):
    link = {"status": "waiting", "agentName": "\x1b]0;owned\x07\x1b[2Jeve\u202e", "organization": "Bank\nYour password:",
            "recipientName": "\x9b31mx", "subject": ["no", "text"], "joinMethods": [{"scheme": "anydesk", "minimumVersion": 5}, 7],
            "schedule": {"startsAt": "9999-99-99T00:00:00Z"}, "expiresAt": {}, "queuePosition": "\x1b[1m", "allowedActions": 3}
    server = hostile(lambda handler: handler.say(200, "text/event-stream", events(link)))
    person = sits(f"{server.address}/s/abc", trusts=[server.address])
    person.sees("eve of Bank Your password: asks for access to this computer")
    person.sees("[a] Allow")
    printed = person.text.replace("\r\n", "\n")
    assert all(character == "\n" or character.isprintable() for character in printed), ascii(printed)


def test_a_grant_tells_a_host_the_address_and_no_more(sits, hostile):
    bodies = []

    def answer(handler):
        if handler.path.endswith("/events"):
            return handler.say(200, "text/event-stream", events({"status": "waiting", "joinMethods": [{"scheme": "anydesk"}]}))
        bodies.append((handler.path, handler.rfile.read(int(handler.headers.get("Content-Length", 0)))))
        handler.say(409, "application/json", b'{"error":{"reason":"invalid_transition","message":"cannot"}}')

    server = hostile(answer)
    person = sits(f"{server.address}/s/abc", trusts=[server.address])
    person.sees("[a] Allow")
    assert bodies == []
    person.type("a")
    until(lambda: bodies, what="the grant")
    path, body = bodies[0]
    assert path == "/api/v1/links/abc/grant"
    assert json.loads(body) == {"leaseSeconds": 60, "join": {
        "method": "client", "client": {"name": "AnyDesk", "version": "9.0.5", "platform": "linux"},
        "target": {"scheme": "anydesk", "address": "987654321"}, "permissions": []}}


def test_a_flood_of_news_leaves_the_person_in_charge(sits, hostile):
    link = {"status": "waiting", "joinMethods": [{"scheme": "anydesk"}]}

    def answer(handler):
        handler.say(200, "text/event-stream", events(*({**link, "subject": f"number {n}"} for n in range(20_000))))

    server = hostile(answer)
    person = sits(f"{server.address}/s/abc", trusts=[server.address])
    person.sees("number 3")
    person.type("q")
    assert person.end(within=5) == 0
    assert "number 300" not in person.text


def test_python_without_gtk_is_enough(page, home, tmp_path):
    """With a display but without GTK's bindings it talks on the terminal."""
    made = page.create()
    blind = tmp_path / "blind" / "gi"
    blind.mkdir(parents=True)
    (blind / "__init__.py").write_text("raise ImportError('not installed')\n")
    with Recipient(home, tmp_path / "bin", made["link"], DISPLAY=":9999", PYTHONPATH=str(blind.parent)) as person:
        person.sees("Talk to 127.0.0.1?")
