"""`session-request doctor`: what is wrong is told with what to do about it, and nothing else is called wrong."""

import contextlib
import functools
import http.server
import json
import pathlib
import socket
import ssl
import subprocess
import sys
import threading
import urllib.request

import pytest

from command_line import Window, done, run
from desk import ANA, ROOT, STRANGER, configuration

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "portal"))
from portals import Portal, free_port  # noqa: E402

CHECKS = ["socket", "service", "role", "groups", "units", "configuration", "portal", "mail", "sms", "webhooks", "storage"]


def findings(ended):
    """The findings by check, which are in the order of the checks, each with all that it must have."""
    found = ended.objects
    assert [finding["check"] for finding in found] == CHECKS
    for finding in found:
        assert finding["status"] in ("ok", "warning", "failed", "skipped") and finding["message"], finding
        assert finding["status"] != "failed" or finding["advice"], finding
    return {finding["check"]: finding for finding in found}


def failed(found):
    return [check for check, finding in found.items() if finding["status"] == "failed"]


@pytest.fixture(scope="module")
def page(make_module_desk):
    """A desk whose links lead to a page that runs, and that page."""
    desk = make_module_desk(start=False)
    portal = Portal(desk)
    desk.configure(configuration(portal={"address": portal.address}))
    desk.start()
    portal.start()
    yield portal
    portal.remove()


@pytest.fixture
def doctor(page):
    """Examines the desk with the page."""
    return functools.partial(run, page.desk, "doctor", "--config", page.desk.config)


def test_a_desk_that_is_well(page, doctor):
    ended = doctor()
    assert (ended.status, ended.err) == (0, "")
    found = findings(ended)
    assert failed(found) == []
    for check in ("socket", "service", "role", "configuration", "portal", "storage"):
        assert found[check]["status"] == "ok", found[check]
    assert page.address in found["portal"]["message"]
    assert "session-requestd 1.0.0" in found["service"]["message"]
    assert "support_agent" in found["role"]["message"]
    assert done(page.desk, "doctor", "--config", page.desk.config, uid=ROOT).objects[2]["status"] == "ok"


def test_a_terminal_shows_signs_and_words(page):
    with Window(page.desk, "doctor", "--config", page.desk.config) as window:
        assert window.end() == 0
        assert "✓ socket" in window.text and "- mail" in window.text and "✗" not in window.text
        assert "{" not in window.text
        assert b"\x1b[32m" in window.raw
    away = {"SESSION_REQUEST_SOCKET": page.directory / "none.sock"}
    with Window(page.desk, "doctor", "--config", page.desk.config, **away) as window:
        assert window.end() == 2
        assert "✗ socket" in window.text and "→ " in window.text and "cannot reach the service" in window.text


def test_no_socket(page, doctor):
    ended = doctor("--socket", "/tmp/no/such.sock")
    assert ended.status == 2 and "cannot reach the service at /tmp/no/such.sock" in ended.err
    found = findings(ended)
    assert "socket" in failed(found) and "/tmp/no/such.sock" in found["socket"]["message"]
    assert found["configuration"]["status"] == "ok"
    for check in ("service", "role", "portal", "mail", "storage"):
        assert found[check]["status"] == "skipped"
    wrong = doctor("--socket", page.desk.config)
    assert wrong.status == 2 and "is no socket" in findings(wrong)["socket"]["message"]


def test_nobody_listens_and_nobody_answers(doctor, tmp_path):
    path = tmp_path / "agent.sock"
    with socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind(str(path))
        ended = doctor("--socket", path, uid=ROOT)
        assert ended.status == 2 and "nobody listens" in findings(ended)["socket"]["message"]
        deaf.listen()
        ended = doctor("--socket", path, "--timeout", "0.3", uid=ROOT)
        found = findings(ended)
        assert ended.status == 2 and found["socket"]["status"] == "ok"
        assert "has not answered in 0.3 s" in found["service"]["message"]


def test_a_socket_that_is_not_for_the_caller(make_desk):
    desk = make_desk()
    desk.path("agent").chmod(0o660)
    ended = run(desk, "doctor", "--config", desk.config, uid=STRANGER)
    assert ended.status == 2
    found = findings(ended)["socket"]
    assert found["status"] == "failed" and "you may not open it" not in found["message"]
    assert f"you may not open {desk.path('agent')}: it is for the group root" in found["message"]


def test_a_stranger_without_a_role(doctor):
    ended = doctor(uid=STRANGER)
    assert ended.status == 1
    found = findings(ended)
    assert "role" in failed(found) and found["socket"]["status"] == found["service"]["status"] == "ok"
    assert "roles" in found["role"]["advice"] and "session-request" in found["role"]["advice"]


@contextlib.contextmanager
def other_site():
    """A web server that is not the page."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_page_that_is_down_is_another_or_is_cut_off(make_desk):
    desk = make_desk(config=configuration(portal={"address": f"http://127.0.0.1:{free_port()}/help"}))
    ended = run(desk, "doctor", "--config", desk.config)
    found = findings(ended)
    assert ended.status == 1 and failed(found) == ["portal"]
    assert "Connection refused" in found["portal"]["message"]
    assert "session-request-portal.socket" in found["portal"]["advice"]
    assert ended.err.startswith("session-request: cannot call the desk well: portal")
    with other_site() as address:
        desk.configure(configuration(portal={"address": address}))
        desk.restart()
        assert "is not the page" in findings(run(desk, "doctor", "--config", desk.config))["portal"]["message"]
    portal = Portal(desk, gateway=desk.directory / "none.sock")
    try:
        portal.start()
        desk.configure(configuration(portal={"address": portal.address}))
        desk.restart()
        found = findings(run(desk, "doctor", "--config", desk.config))["portal"]
        assert found["status"] == "failed" and "does not reach the service" in found["message"]
        assert "session-requestd-gateway.socket" in found["advice"]
    finally:
        portal.remove()


@contextlib.contextmanager
def encrypted(address, directory):
    """A web server with TLS in front of the page, and the certificate that it shows."""
    certificate, key = directory / "cert.pem", directory / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost", "-addext",
         "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate], check=True, capture_output=True)

    class Proxy(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            with urllib.request.urlopen(address + self.path, timeout=10) as answer:
                body = answer.read()
                self.send_response(answer.status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"https://localhost:{server.server_port}", certificate
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_page_behind_tls_whose_certificate_is_known_or_not(make_desk, page, tmp_path):
    with encrypted(page.address, tmp_path) as (address, certificate):
        desk = make_desk(config=configuration(portal={"address": address}))
        certificate.parent.chmod(0o755)
        found = findings(run(desk, "doctor", "--config", desk.config))["portal"]
        assert found["status"] == "failed" and "certificate" in found["message"], found
        found = findings(run(desk, "doctor", "--config", desk.config, uid=ROOT, CURL_CA_BUNDLE=certificate))["portal"]
        assert found["status"] == "ok" and address in found["message"], found


def test_a_faulty_configuration_is_told_with_its_places(page):
    page.directory.joinpath("faulty.yaml").write_text(json.dumps({"portal": {"address": 5}, "nonsense": True}))
    ended = run(page.desk, "doctor", "--config", page.directory / "faulty.yaml")
    found = findings(ended)
    assert ended.status == 1 and failed(found) == ["configuration"]
    assert "nonsense" in found["configuration"]["message"] and "faulty.yaml" in found["configuration"]["message"]
    assert "reload" in found["configuration"]["advice"]


def test_an_invitation_that_was_queued_a_moment_ago_is_not_late(page):
    page.desk.agent(ANA).call(
        "sessionRequest.create", recipient={"name": "M", "email": "m@example.org"}, sendInvitation={"email": True})
    found = findings(run(page.desk, "doctor", "--config", page.desk.config))
    assert found["mail"]["status"] == "skipped" and found["webhooks"]["status"] == "skipped"
