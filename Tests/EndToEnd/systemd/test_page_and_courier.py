"""The two programs that face the world: each starts when it is needed, and can do its own work and no more."""

import json

import pytest

from machine import SERVICE
from waiting import until

PAGE = "session-request-portal.service"
COURIER = "session-request-courier.service"
PENDING = "/run/session-requestd/daemon/outbox-pending"
SECRET = "/etc/credstore/session-request-courier.smtp-password"

# Runs in place of a program, in its sandbox and under its account, and tells what it can do.
PROBE = """
import errno, json, os, socket
def attempt(act):
    try:
        act()
        return "yes"
    except OSError as problem:
        return errno.errorcode[problem.errno]
def connect(path):
    with socket.socket(socket.AF_UNIX) as link:
        link.connect(path)
def listen(family, address):
    with socket.socket(family, socket.SOCK_STREAM) as link:
        if address:
            link.bind(address)
        link.listen()
def make(family):
    socket.socket(family, socket.SOCK_DGRAM).close()
def read(path):
    with open(path, "rb") as file:
        file.read(1)
folder = "/run/session-requestd/"
print("PROBE " + json.dumps({
    "database": attempt(lambda: read("/var/lib/session-requestd/desk.sqlite")),
    "key": attempt(lambda: read("/var/lib/session-requestd/link.key")),
    "secret": attempt(lambda: read("%s")),
    "agent": attempt(lambda: connect(folder + "agent.sock")),
    "viewer": attempt(lambda: connect(folder + "viewer.sock")),
    "gateway": attempt(lambda: connect(folder + "gateway.sock")),
    "courier": attempt(lambda: connect(folder + "courier.sock")),
    "inet": attempt(lambda: make(socket.AF_INET)),
    "listen": attempt(lambda: listen(socket.AF_INET, ("127.0.0.1", 0))),
    "listen unbound": attempt(lambda: listen(socket.AF_INET, None)),
    "etc": attempt(lambda: open("/etc/probe", "w").close()),
    "var": attempt(lambda: open("/var/tmp/probe", "w").close()),
    "homes": attempt(lambda: os.listdir("/home")),
    "others": attempt(lambda: read("/proc/1/cmdline")),
    "user": attempt(lambda: os.setuid(0)),
}))
""" % SECRET


@pytest.fixture
def probed(desk):
    """Starts a unit with the probe in place of its program, and returns what the probe tells."""
    changed = []

    def probe(unit):
        desk.write("/usr/local/share/probe.py", PROBE)
        folder = f"/run/systemd/system/{unit}.d"
        changed.append((unit, folder))
        desk.write(f"{folder}/probe.conf", "[Service]\nType=oneshot\nExecStart=\n"
                   "ExecStart=/usr/bin/python3 -I /usr/local/share/probe.py\nRestart=no\n")
        desk.run("systemctl", "daemon-reload")
        before = desk.cursor()
        desk.run("systemctl", "start", unit)
        entries = until(
            lambda: [entry["MESSAGE"] for entry in desk.journal(f"_SYSTEMD_UNIT={unit}", after=before)
                     if entry["MESSAGE"].startswith("PROBE ")], f"the probe in {unit} has told what it can do")
        return json.loads(entries[0].removeprefix("PROBE "))

    yield probe
    for unit, folder in changed:
        desk.run("systemctl", "stop", unit)
        desk.run("rm", "-rf", folder)
    desk.run("systemctl", "daemon-reload")


@pytest.fixture
def secret(desk):
    desk.run("mkdir", "-p", "-m", "700", "/etc/credstore")
    desk.write(SECRET, "correct horse")
    desk.run("chmod", "600", SECRET)
    yield
    desk.run("rm", "-rf", "/etc/credstore")


def test_the_page_reaches_its_door_and_nothing_else(desk, agent, probed, secret):
    agent().create()
    assert probed(PAGE) == {
        "database": "EACCES", "key": "EACCES", "secret": "EACCES", "agent": "EACCES", "viewer": "EACCES",
        "gateway": "yes", "courier": "EACCES", "inet": "EAFNOSUPPORT", "listen": "EAFNOSUPPORT",
        "listen unbound": "EAFNOSUPPORT", "etc": "EROFS", "var": "yes", "homes": "EACCES", "others": "ENOENT",
        "user": "EPERM"}


def test_the_courier_sends_and_cannot_listen(desk, agent, probed, secret):
    agent().create()
    assert probed(COURIER) == {
        "database": "EACCES", "key": "EACCES", "secret": "EACCES", "agent": "EACCES", "viewer": "EACCES",
        "gateway": "EACCES", "courier": "yes", "inet": "yes", "listen": "EPERM", "listen unbound": "EPERM",
        "etc": "EROFS", "var": "yes", "homes": "EACCES", "others": "ENOENT", "user": "EPERM"}


@pytest.mark.parametrize("unit, exposure", [(PAGE, "5"), (COURIER, "13")])
def test_the_exposure_stays_small(desk, unit, exposure):
    desk.run("systemd-analyze", "security", "--offline=true", "--no-pager", f"--threshold={exposure}", unit)


def test_the_page_starts_with_its_first_visitor(desk, agent):
    desk.run("systemctl", "stop", PAGE)
    desk.run("systemctl", "start", "session-request-portal.socket")
    request = agent().create("Rosa")
    assert not desk.is_active(PAGE)
    shown = desk.output("curl", "--silent", "--show-error", "--fail", request["link"])
    assert "<html" in shown and "Rosa" in shown
    assert desk.is_active(PAGE)
    token = request["link"].rsplit("/", 1)[1]
    assert token not in desk.output("journalctl", "--unit", PAGE, "--no-pager")


def test_the_page_may_read_no_other_request(desk):
    done = desk.run("curl", "--silent", "--output", "/dev/null", "--write-out", "%{http_code}",
                    "http://localhost:7080/s/" + "a" * 44, check=False)
    assert done.stdout == "404"


@pytest.fixture
def mail(desk):
    """Mail leaves through a program that keeps it; the fixture reads what was kept."""
    folder = "/var/spool/probe-mail"
    desk.write("/usr/local/bin/probe-sendmail", "#!/bin/sh\nexec cat >\"$(mktemp /var/spool/probe-mail/XXXXXX)\"\n")
    desk.run("chmod", "755", "/usr/local/bin/probe-sendmail")
    desk.run("install", "-d", "-o", "session-request-courier", "-m", "700", folder)
    desk.write("/etc/session-requestd/config.yaml",
               "organization: Example\nemail:\n  from: help@example.com\n  sendmail: /usr/local/bin/probe-sendmail\n")
    drop_in = f"/run/systemd/system/{COURIER}.d"
    desk.write(f"{drop_in}/mail.conf", f"[Service]\nReadWritePaths={folder}\nExecStart=\n"
               "ExecStart=/usr/local/sbin/session-request-courier --exit-when-idle 1\n")
    desk.run("systemctl", "daemon-reload")
    desk.run("systemctl", "stop", COURIER, SERVICE)
    desk.run("systemctl", "start", "session-requestd.socket", "session-request-courier.path")
    yield lambda: desk.run("sh", "-c", f"cat {folder}/*", check=False).stdout
    desk.run("systemctl", "stop", COURIER)
    desk.run("rm", "-rf", folder, drop_in)
    desk.run("systemctl", "daemon-reload")


def test_the_courier_starts_when_there_is_mail_and_leaves_when_it_is_sent(desk, agent, mail):
    assert not desk.is_active(COURIER)
    ana = agent()
    request = ana.call("sessionRequest.create", recipient={"name": "Rosa", "email": "rosa@example.org"},
                       sendInvitation={"email": True})["sessionRequest"]
    assert request["invitation"]["email"]["state"] == "queued"
    until(lambda: "rosa@example.org" in mail(), "the mail has left")
    until(lambda: ana.call("sessionRequest.get", id=request["id"])["sessionRequest"]["invitation"]["email"]["state"]
          == "sent", "the desk knows that it was sent")
    until(lambda: not desk.is_active(COURIER), "the courier has left")
    assert desk.property("Result", unit=COURIER) == "success"
    assert desk.run("test", "-e", PENDING, check=False).returncode == 1


def test_the_desk_is_started_at_boot_for_what_is_due(desk):
    shown = desk.output("systemctl", "cat", "session-requestd-due.path")
    assert "PathExists=/var/lib/session-requestd/due" in shown
    assert desk.is_active("session-requestd-due.path")
