"""A daemon, and the real portal in front of it."""

import html
import re
import socket
import subprocess
import urllib.error
import urllib.request

import desk as desks
from flows import create, get, types, history
from moments import until
from stage import PORTAL


FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"


def desk_of(contract, **more):
    more.setdefault("policy", {"allowedSchemes": ["anydesk", "rustdesk", "vnc"], "allowPrivateHosts": True})
    return desks.Desk(contract, config=desks.configuration(organization="Example Support", **more))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Page:
    def __init__(self, contract, **more):
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.desk = desk_of(contract, portal={"address": self.address}, **more)
        self.process = None

    def __enter__(self):
        self.desk.start()
        try:
            self.start()
        except BaseException:
            self.desk.remove()
            raise
        self.agent = self.desk.agent(desks.ROOT)
        self.gateway = self.desk.gateway()
        return self

    def __exit__(self, *_):
        try:
            if self.process is not None:
                self.stop()
        finally:
            self.desk.remove()

    def start(self):
        assert PORTAL.exists(), f"cannot test without {PORTAL}: build session-request-portal"
        with self.desk.log.open("ab") as log:
            self.process = subprocess.Popen(
                [str(PORTAL), "--listen", f"127.0.0.1:{self.port}", "--gateway", str(self.desk.path("gateway")), "--config",
                 str(self.desk.config)], stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=desks.environment())
        until(self._answers, 20, what="the portal answering")

    def _answers(self):
        assert self.process.poll() is None, self.desk.tail()
        try:
            with urllib.request.urlopen(f"{self.address}/healthz", timeout=5) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def stop(self):
        self.process.terminate()
        self.process.wait(20)
        self.process = None

    # What happens at the desk

    def create(self, **more):
        return create(self.agent, **more)

    def status(self, request):
        return get(self.agent, request)["status"]

    def get(self, request):
        return get(self.agent, request)

    def becomes(self, request, status, within=15.0):
        return until(
            lambda: (lambda now: now if now["status"] == status else None)(get(self.agent, request)), within,
            what=f"session request {request['id']} becoming {status}")

    def events(self, request):
        return types(history(self.agent, request))

    def scheme_link(self, request):
        """What the page has behind its button, once the person has pressed Continue there."""
        self.gateway.call("link.open", token=request["link"].rpartition("/s/")[2])
        asking = urllib.request.Request(request["link"], headers={"User-Agent": FIREFOX})
        with urllib.request.urlopen(asking, timeout=10) as answer:
            found = re.search(r'href="(session-request:[^"]*)"', answer.read().decode())
        assert found, "the page does not offer the recipient's client"
        return html.unescape(found.group(1))
