"""The program's life: restarts of the daemon under its visitors, limits, guesses, reloading, systemd's sockets, leaving."""

import concurrent.futures
import os
import select
import shutil
import signal
import socket
import struct
import subprocess
import threading
import time

import pytest
from desk import configuration, environment
from flows import create, get, grant, open_link, token
from moments import until
from playwright.sync_api import expect
from portals import SlowDoor, free_port
from test_interface import Events


def test_the_daemon_restarts_under_a_watching_visitor(make_desk, make_portal, browse):
    desk = make_desk()
    portal = make_portal(desk)
    request = create(desk.agent())
    page = browse()
    page.goto(f"{portal.address}/s/{token(request)}")
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Address that the program shows").fill("987654321")
    desk.forget_connections()
    desk.stop()
    expect(page.locator("h1")).to_have_text("The support desk cannot be reached at the moment")
    answer = portal.get(f"/s/{token(request)}")
    assert answer.status == 503
    assert answer.headers["Retry-After"] == "5"
    assert "This page tries again by itself in a moment." in answer.body
    assert 'http-equiv="refresh"' in answer.body
    refused = portal.call(token(request), "open")
    assert (refused.status, refused.json()["error"]["reason"]) == (503, "unavailable")
    assert portal.get("/healthz").status == 503
    desk.start()
    expect(page.locator("h1")).to_have_text("Get ready", timeout=20_000)
    assert portal.get("/healthz").status == 200
    # And it is live again.
    grant(desk.gateway(), request)
    expect(page.locator("h1")).to_have_text("Thank you. Now the agent can connect")


def test_a_visitor_whose_link_is_replaced_is_told_at_once(make_desk, make_portal, browse):
    desk = make_desk()
    portal = make_portal(desk)
    agent = desk.agent()
    request = create(agent)
    page = browse()
    page.goto(f"{portal.address}/s/{token(request)}")
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Address that the program shows").fill("987654321")
    stream = Events(portal, f"/api/v1/links/{token(request)}/events")
    assert stream.next()[1]["link"]["status"] == "waiting"
    agent.call("sessionRequest.rotateLink", id=request["id"])
    expect(page.locator("h1")).to_have_text("There is a newer link", timeout=5_000)
    assert page.get_by_role("button", name="Allow access").count() == 0
    name, data = stream.next()
    assert (name, data["error"]["reason"]) == ("error", "link_expired")
    # The stream ends with it.
    assert stream.response.read() == b"\n"
    stream.close()
    # Who has the new link goes on, and the old page hears nothing of it.
    page.goto(get(agent, request)["link"].replace("http://localhost:7080", portal.address))
    expect(page.locator("h1")).to_have_text("Get ready")


def test_a_watch_that_came_too_late_is_given_back(make_desk, make_portal):
    desk = make_desk()
    door = SlowDoor(desk)
    portal = make_portal(desk, gateway=door.path)
    request = create(desk.agent())
    root = desk.agent(0)

    def watches():
        text = root.call("daemon.metrics")["openMetrics"]
        return sum(float(line.split()[-1]) for line in text.splitlines() if "watch" in line and line[0] != "#")

    try:
        door.holds = True
        stream = Events(portal, f"/api/v1/links/{token(request)}/events")
        until(lambda: watches() == 1, what="the watch whose answer is late")
        # The portal asks once more when it has waited for long enough.
        assert stream.next()[0] == "error"
        door.holds = False
        assert stream.next()[1]["link"]["status"] == "open"
        assert watches() == 2
        open_link(desk.gateway(), request)
        assert stream.next()[1]["link"]["status"] == "waiting"
        until(lambda: watches() == 1, what="the watch that nobody knows being given back")
        stream.close()
    finally:
        door.close()


def test_many_watchers_survive_a_daemon_that_is_killed(make_desk, make_portal):
    desk = make_desk()
    portal = make_portal(desk)
    agent = desk.agent()
    requests = [create(agent) for _ in range(60)]
    streams = [Events(portal, f"/api/v1/links/{token(request)}/events") for request in requests]
    try:
        for stream in streams:
            assert stream.next()[1]["link"]["status"] == "open"
        desk.forget_connections()
        desk.kill()
        for stream in streams:
            name, data = stream.next()
            assert (name, data["error"]["reason"]) == ("error", "unavailable")
        desk.start()
        for stream in streams:
            assert stream.next()[1]["link"]["status"] == "open"
        gateway = desk.gateway()
        for request in requests:
            open_link(gateway, request)
        for stream in streams:
            assert stream.next()[1]["link"]["status"] == "waiting"
    finally:
        for stream in streams:
            stream.close()


def test_a_watch_that_nobody_needs_is_given_up(make_desk, make_portal):
    desk = make_desk()
    portal = make_portal(desk)
    request = create(desk.agent())
    root = desk.agent(0)

    def watches():
        text = root.call("daemon.metrics")["openMetrics"]
        return [float(line.split()[-1]) for line in text.splitlines() if "watch" in line and not line.startswith("#")]

    stream = Events(portal, f"/api/v1/links/{token(request)}/events")
    stream.next()
    until(lambda: sum(watches()) >= 1, what="the watch")
    stream.close()
    until(lambda: sum(watches()) == 0, 10, what="no watch")


def test_ten_thousand_guesses_of_codes(make_desk, make_portal):
    desk = make_desk(config=configuration(budgets={"wrongCodesPerMinute": 50}))
    portal = make_portal(desk, config={"portal": {
        "trustedProxies": ["127.0.0.1"], "rateLimits": {"codesPerMinute": 20}}})
    request = create(desk.agent())
    visitor = portal.visitor()
    visitor.open("/join")
    form, cookie = visitor.form_token, visitor.headers["Cookie"]
    statuses = {}
    lock = threading.Lock()

    def guess(number):
        code = f"{(int(request['code']) + 1 + number * 7919) % 1_000_000_000:09d}"
        if code == request["code"]:
            return
        answer = portal.ask(
            "POST", "/join", body=f"form={form}&code={code}",
            headers={"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie,
                     "X-Forwarded-For": f"2001:db8:{number % 700:x}:1::{number:x}"})
        with lock:
            statuses[answer.status] = statuses.get(answer.status, 0) + 1
        if answer.status == 429:
            assert int(answer.headers["Retry-After"]) >= 1

    started = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        list(pool.map(guess, range(10_000)))
    minutes = 1 + int((time.monotonic() - started) / 60)
    assert set(statuses) == {422, 429}, statuses
    # The daemon's budget holds for everybody together; a little more may have been on its way.
    assert statuses[422] <= 60 * minutes, statuses
    # Links are not codes: who holds one is not held up.
    assert portal.get(f"/s/{token(request)}").status == 200
    assert get(desk.agent(), request)["status"] == "open"


def test_each_address_has_its_own_budget(make_desk, make_portal):
    portal = make_portal(make_desk(), config={"portal": {
        "trustedProxies": ["127.0.0.1"],
        "rateLimits": {"pagesPerMinute": 5, "formsPerMinute": 2, "codesPerMinute": 1, "streams": 1}}})

    def statuses(source, count, path="/s/x", method="GET"):
        return [portal.ask(method, path, headers={"X-Forwarded-For": source}).status for _ in range(count)]

    assert statuses("192.0.2.1", 6) == [404] * 5 + [429]
    assert statuses("192.0.2.2", 1) == [404]
    # A visitor cannot pose as another by what it says itself: the proxy adds the address that it sees.
    assert statuses("6.6.6.6, 192.0.2.1", 1) == [429]
    # One network of IPv6 is one visitor.
    assert [statuses(f"2001:db8::{number}", 1)[0] for number in range(1, 7)] == [404] * 5 + [429]
    assert statuses("2001:db8:0:1::1", 1) == [404]
    assert statuses("192.0.2.3", 3, "/s/x/open", "POST") == [415, 415, 429]
    assert statuses("192.0.2.3", 2, "/join", "POST") == [415, 429]
    answer = portal.ask("GET", "/s/x", headers={"X-Forwarded-For": "192.0.2.1", "Accept-Language": "de"})
    assert "Zu viele Versuche" in answer.body
    assert int(answer.headers["Retry-After"]) >= 1


def test_live_pages_of_one_address_are_counted(make_desk, make_portal):
    desk = make_desk()
    portal = make_portal(desk, config={"portal": {"rateLimits": {"streams": 2}}})
    path = f"/s/{token(create(desk.agent()))}/events"
    streams = [Events(portal, path) for _ in range(2)]
    assert portal.get(path).status == 429
    streams.pop().close()
    until(lambda: takes(portal, path), 10, what="a stream being given back")
    for stream in streams:
        stream.close()


def test_a_visitor_who_is_gone_before_the_answer_keeps_no_place(make_desk, make_portal):
    desk = make_desk()
    portal = make_portal(desk, config={"portal": {"rateLimits": {"streams": 2, "pagesPerMinute": 1_000_000}}})
    path = f"/s/{token(create(desk.agent()))}/events"
    for _ in range(100):
        with socket.create_connection(("127.0.0.1", portal.port)) as visitor:
            # Closed with a reset, whatever is under way.
            visitor.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            visitor.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    until(lambda: takes(portal, path), 10, what="every place being given back")


def takes(portal, path):
    try:
        Events(portal, path).close()
    except AssertionError:
        return False
    return True


def test_overrides_are_read_again(make_desk, make_portal):
    desk = make_desk()
    portal = make_portal(desk)
    path = f"/s/{token(create(desk.agent()))}"
    assert "Continue</button>" in portal.get(path).body
    (portal.overrides / "texts").mkdir()
    (portal.overrides / "templates").mkdir()
    (portal.overrides / "texts" / "en.yaml").write_text("page:\n  continueButton: Go on\n")
    (portal.overrides / "style.css").write_text("h1 { color: rebeccapurple }\n")
    (portal.overrides / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')
    (portal.overrides / "templates" / "warning.mustache").write_text("<p>Mind the gap, {{organization}}.</p>")
    portal.configure({"organization": "Other <Desk>"})
    portal.reload()
    body = portal.get(path).body
    assert "Go on</button>" in body and "Mind the gap, Other &lt;Desk&gt;." in body
    own = body.split('href="/assets/own-')[1].split('"')[0]
    assert portal.get(f"/assets/own-{own}").body == "h1 { color: rebeccapurple }\n"
    logo = body.split('src="/assets/logo-')[1].split('"')[0]
    assert portal.get(f"/assets/logo-{logo}").headers["Content-Type"] == "image/svg+xml"
    # What is wrong is told, and what was right stays.
    (portal.overrides / "templates" / "warning.mustache").write_text("{{#open}}")
    (portal.overrides / "texts" / "en.yaml").write_text("page: {continueButon: x}\n")
    checked = subprocess.run(portal.command("--check-config"), capture_output=True, text=True, env=environment())
    assert checked.returncode == 1
    assert "warning.mustache: it is not a Mustache template" in checked.stderr
    assert "page.continueButon is unknown; did you mean page.continueButton?" in checked.stderr
    portal.reload()
    assert "Continue</button>" in portal.get(path).body
    # A template that includes itself could never be shown, and a file that is none of ours never would be.
    (portal.overrides / "templates" / "warning.mustache").write_text("<p>Mind!</p> {{>warning}}")
    (portal.overrides / "templates" / "warnings.mustache").write_text("<p>Mind!</p>")
    (portal.overrides / "texts" / "pt.yaml").write_text("page: {}\n")
    portal.reload()
    assert "Protect yourself against fraud" in portal.get(path).body
    for fault in ("warning.mustache: it includes itself", "warnings.mustache: it is no template that pages are made of",
                  "pt.yaml: it is of no language that there is"):
        assert f"/{fault}" in portal.tail(), fault
    portal.config.write_text("portal: {address: 7}")
    before = portal.tail().count("kept the old configuration")
    portal.process.send_signal(signal.SIGHUP)
    until(lambda: portal.tail().count("kept the old configuration") > before, what="the refusal")
    assert portal.get(path).status == 200


def test_it_starts_by_systemds_socket_and_leaves_when_nobody_comes(make_desk, make_portal):
    desk = make_desk()
    portal = make_portal(desk, start=False)
    activate = shutil.which("systemd-socket-activate")
    assert activate, "cannot test without systemd-socket-activate: install systemd"
    command = [argument for argument in portal.command("--idle-exit", "1")]
    at = command.index("--listen")
    del command[at:at + 2]
    with portal.log.open("ab") as log:
        portal.process = subprocess.Popen(
            [activate, "-l", f"127.0.0.1:{portal.port}", "--fdname=http", *command], stdin=subprocess.DEVNULL,
            stdout=log, stderr=log, env=environment())
    until(lambda: listens(portal.port), 10, what="the socket")
    assert portal.get("/healthz").status == 200
    assert portal.process.wait(20) == 0
    assert "nobody is connected; the next visitor starts it again" in portal.tail()
    portal.process = None


def listens(port):
    # Looked up, not connected to: that would start it.
    return f":{port:04X} 00000000:0000 0A" in open("/proc/net/tcp").read()


def test_it_says_why_it_cannot_start(make_desk, make_portal):
    desk = make_desk()
    portal = make_portal(desk)
    again = subprocess.run(portal.command(), capture_output=True, text=True, env=environment(), timeout=20)
    assert again.returncode == 1
    assert f"cannot listen on 127.0.0.1:{portal.port}" in again.stderr
    portal.configure({"portal": {"address": "ftp://x"}})
    wrong = subprocess.run(portal.command("--check-config"), capture_output=True, text=True, env=environment())
    assert (wrong.returncode, "portal.address must begin with https:// or http://" in wrong.stderr) == (1, True)


def test_it_stops_with_live_pages_open(make_desk, make_portal):
    desk = make_desk()
    portal = make_portal(desk)
    streams = [Events(portal, f"/s/{token(create(desk.agent()))}/events") for _ in range(5)]
    idle = socket.create_connection(("127.0.0.1", portal.port))
    half = socket.create_connection(("127.0.0.1", portal.port))
    half.sendall(b"GET /join HTTP/1.1\r\nHost: x\r\n")
    started = time.monotonic()
    portal.stop()
    assert time.monotonic() - started < 6
    for stream in streams:
        stream.close()
    idle.close()
    half.close()


def test_a_body_that_drips_holds_no_place_for_long(portal, desk):
    request = create(desk.agent())
    path = f"/s/{token(request)}"
    stream = Events(portal, f"/api/v1/links/{token(request)}/events")
    assert stream.next()[1]["link"]["status"] == "open"
    asked = [
        # Of a form and of a call, which are read, the visitor is told; what nobody reads is cut off.
        (f"POST {path}/open", "application/x-www-form-urlencoded", b"HTTP/1.1 408 ", 13),
        (f"POST /api/v1/links/{path[3:]}/grant", "application/json", b"HTTP/1.1 408 ", 13),
        ("POST /nowhere", "text/plain", b"HTTP/1.1 404 ", 33), ("GET /join", "text/plain", b"HTTP/1.1 200 ", 33),
    ]
    with concurrent.futures.ThreadPoolExecutor(len(asked)) as pool:
        for (_, _, expected, seconds), (answer, ended) in zip(asked, pool.map(lambda one: drip(portal, *one[:2]), asked)):
            assert answer.startswith(expected), answer[:300]
            assert ended < seconds
    # A live page is live for as long as it likes.
    open_link(desk.gateway(), request)
    assert stream.next()[1]["link"]["status"] == "waiting"
    stream.close()


def drip(portal, line, kind):
    """Sends a body byte by byte until the other side has had enough; what it said, and after how many seconds it ended."""
    began = time.monotonic()
    said = b""
    with socket.create_connection(("127.0.0.1", portal.port), timeout=60) as visitor:
        visitor.sendall(f"{line} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {kind}\r\nContent-Length: 5000\r\n\r\n".encode())
        while time.monotonic() - began < 45:
            ready, _, _ = select.select([visitor], [], [], 0.2)
            try:
                if ready:
                    piece = visitor.recv(65_536)
                    if not piece:
                        break
                    said += piece
                visitor.sendall(b"x")
            except ConnectionError:
                break
    return said, time.monotonic() - began


@pytest.mark.parametrize("text", [
    b"GET /join HTTP/9.9\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01", b"{\"jsonrpc\":\"2.0\"}\n",
    b"GET " + b"/" * 70_000 + b" HTTP/1.1\r\n\r\n", b"GET /join HTTP/1.1\r\nX: " + b"a" * 70_000 + b"\r\n\r\n",
    b"POST /join HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"])
def test_what_is_no_request_harms_nobody(portal, text):
    with socket.create_connection(("127.0.0.1", portal.port), timeout=10) as connection:
        try:
            connection.sendall(text)
            connection.shutdown(socket.SHUT_WR)
            answer = connection.recv(65_536)
            assert not answer or not answer.startswith(b"HTTP/1.1 2"), answer[:200]
        except ConnectionError:
            pass
    assert portal.get("/join").status == 200
    assert os.path.exists(f"/proc/{portal.process.pid}")
    assert free_port()


def test_it_says_where_it_listens_and_where_links_lead(desk, make_portal, tmp_path):
    portal = make_portal(desk)
    assert f"ready: {portal.address}\n" in portal.tail() + "\n"
    other, socket_file = f"127.0.0.1:{free_port()}", tmp_path / "page.sock"
    portal = make_portal(desk, listen=[other, f"unix:{socket_file}"])
    assert f"ready: http://{other}, unix:{socket_file}; links lead to {portal.address}" in portal.tail()
