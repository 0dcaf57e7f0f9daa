"""A courier of its own for the tests, beside a desk."""

import pathlib
import signal
import subprocess

import desk as desks
from moments import until

PROGRAM = desks.DAEMON.parent / "session-request-courier"


class Courier:
    """A running courier, or one that can be started again."""

    def __init__(self, desk, *, credentials=None, overrides=None):
        self.desk = desk
        self.log = desk.directory / "courier.log"
        self.credentials = credentials
        self.overrides = overrides or desk.directory / "mail"
        self.process = None

    def command(self, *arguments):
        assert PROGRAM.exists(), f"cannot test without {PROGRAM}: build session-request-courier"
        return [str(PROGRAM), "--socket", str(self.desk.path("courier")), "--config", str(self.desk.config),
                "--overrides", str(self.overrides), *map(str, arguments)]

    def environment(self):
        known = desks.environment()
        return known | {"CREDENTIALS_DIRECTORY": str(self.credentials)} if self.credentials else known

    def start(self, *arguments):
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command(*arguments), stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=self.environment())
        return self

    def ready(self, within=10.0):
        until(lambda: "ready: " in self.text(), within, what="the courier being ready")
        return self

    def text(self):
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    def kill(self):
        self.process.kill()
        self.process.wait(10)

    def stop(self, within=30.0):
        if self.process is None:
            return None
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(within)
        self.process = None
        return status

    def remove(self):
        if self.process is not None and self.process.poll() is None:
            self.kill()
        self.process = None


def smtp(office, files, directory, **more):
    """The section `email` for a server of the tests, with its password in a file."""
    import post_office

    password = pathlib.Path(directory) / "smtp-password"
    password.write_text(post_office.PASSWORD + "\n")
    settings = {"host": "localhost", "port": office.port, "security": "starttls", "user": post_office.USER,
                "passwordFile": str(password), "caFile": str(files[0])}
    settings |= more
    return {"from": "Example Support <help@desk.test>", "smtp": {k: v for k, v in settings.items() if v is not None}}


def invitation(agent, request):
    return agent.call("sessionRequest.get", id=request["id"])["sessionRequest"]["invitation"]


def settled(agent, request, way="email", within=15.0):
    """Waits until a sending is no longer under way, and answers how it stands."""
    return until(
        lambda: (now := invitation(agent, request)[way])["state"] in ("sent", "failed") and now, within,
        what=f"the {way} of request {request['id']} being settled")


def environ_of(pid):
    return pathlib.Path(f"/proc/{pid}/environ").read_bytes()


def words_of(pid):
    return pathlib.Path(f"/proc/{pid}/cmdline").read_bytes()
