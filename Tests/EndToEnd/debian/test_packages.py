"""The life of an installation by packages, in this order: installed, used, upgraded, removed, purged."""

import json
import subprocess

import pytest

from conftest import PEOPLE, UPGRADE
from machine import SERVICE
from peer import AGENT, Peer, Refused
from waiting import until

SOCKETS = ["session-requestd.socket", "session-requestd-viewer.socket", "session-requestd-gateway.socket",
           "session-requestd-courier.socket", "session-request-portal.socket"]
PATHS = ["session-requestd-due.path", "session-request-courier.path"]
SERVICES = [SERVICE, "session-request-portal.service", "session-request-courier.service"]
WATCHERS = 100
# Opens the window on a display and a bus of its own, and looks for a text as a screen reader would.
WINDOW = """
import os, subprocess, sys, time
if "DBUS_SESSION_BUS_ADDRESS" not in os.environ:
    reading, writing = os.pipe()
    screen = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-nolisten", "tcp"], pass_fds=[writing],
                              stderr=subprocess.DEVNULL)
    display = ":" + os.read(reading, 16).decode().strip()
    done = subprocess.run(["dbus-run-session", "--", sys.executable, "-c", sys.orig_argv[2], *sys.argv[1:]],
                          env={**os.environ, "DISPLAY": display})
    screen.terminate()
    sys.exit(done.returncode)
import gi
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib
window = subprocess.Popen(["session-requests"])
def names(node):
    try:
        yield node.get_name() or ""
        for index in range(node.get_child_count()):
            yield from names(node.get_child_at_index(index))
    except (GLib.Error, AttributeError):
        return
deadline = time.monotonic() + 60
while time.monotonic() < deadline and window.poll() is None:
    if any(sys.argv[1] in name for name in names(Atspi.get_desktop(0))):
        print("shown")
        break
    time.sleep(0.1)
window.terminate()
"""
# Answers the recipient's client on a terminal: goes on, says no, and leaves once that is heard.
RECIPIENT = """
import os, pty, sys
pid, terminal = pty.fork()
if pid == 0:
    os.execvp("session-request-join", ["session-request-join", "--terminal", sys.argv[1]])
shown, answers = b"", [(b"[c]", b"c\\n"), (b"[d]", b"d\\n"), (b"You said no", b"q\\n")]
while True:
    try:
        shown += os.read(terminal, 4096)
    except OSError:
        break
    if answers and answers[0][0] in shown:
        os.write(terminal, answers.pop(0)[1])
        shown = b""
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
"""
# Watchers of another kind: the command line, in a unit of its own each.
BYSTANDERS = ["bystander-1", "bystander-2"]


@pytest.fixture(scope="module")
def machine(installation):
    """The machine with the packages installed, and the people."""
    installation.install("present")
    for person, group in PEOPLE.items():
        installation.machine.run("useradd", "--create-home", *(["--groups", group] if group else []), person)
    return installation.machine


def test_installing_opens_the_sockets_and_starts_nothing(machine):
    for unit in SOCKETS + PATHS:
        assert machine.is_active(unit), unit
        assert machine.output("systemctl", "is-enabled", unit) == "enabled"
    for unit in SERVICES:
        assert not machine.is_active(unit), unit


def test_nothing_that_was_installed_has_failed(machine):
    assert machine.output("systemctl", "list-units", "--failed", "--no-legend", "session-request*") == ""
    assert machine.output("dpkg", "--audit") == ""


def test_the_first_connection_starts_the_daemon(machine):
    with Peer(machine, AGENT, "ana") as ana:
        request = ana.create("Maria Silva", subject="Printer")
    assert request["id"] == 1
    assert machine.is_active(SERVICE)


def test_who_is_not_in_the_group_stays_outside(machine):
    with pytest.raises(Refused, match="EACCES"):
        Peer(machine, AGENT, "sam")


def test_the_command_line_and_python_find_the_desk(machine):
    shown = machine.output("session-request", "show", "1", "--json", user="ana")
    assert json.loads(shown)["recipient"]["name"] == "Maria Silva"
    shown = machine.output(
        "/usr/bin/python3", "-c", "from session_request import Desk\nwith Desk() as desk:\n"
        "    print(desk.session_request.get(1).recipient.name)", user="ana")
    assert shown == "Maria Silva"


@pytest.fixture
def page(machine):
    """The page's socket; its service runs for this test alone."""
    yield
    machine.run("systemctl", "stop", "session-request-portal.service")
    machine.run("systemctl", "start", "session-request-portal.socket")


def test_the_page_starts_with_its_first_visitor(machine, page):
    link = machine.output("session-request", "link", "1", user="ana").split()[0]
    assert "Maria Silva" in machine.output("curl", "--silent", "--show-error", "--fail", link)
    assert machine.is_active("session-request-portal.service")


def test_the_bash_client_finds_the_desk(machine):
    assert machine.output(
        "bash", "-c", ". /usr/share/session-requestd/session-request.bash\n"
        "session_request_create 'Otto Weiß' --subject Sound | jq -r .recipient.name", user="ana") == "Otto Weiß"


def test_a_status_bar_counts(machine):
    shown = json.loads(machine.output("session-request", "bar", "--format", "waybar", "--once", user="ana"))
    assert (shown["text"], shown["class"]) == ("2 open", "idle")


def at_home(user):
    """The environment of a program with windows."""
    return {"HOME": f"/home/{user}", "LANG": "C.UTF-8", "LIBGL_ALWAYS_SOFTWARE": "1", "GSK_RENDERER": "cairo",
            "GDK_BACKEND": "x11"}


@pytest.mark.parametrize("user, text", [
    pytest.param("ana", "Maria Silva", id="who belongs sees the requests"),
    pytest.param("sam", "session-request", id="who does not is told why")])
def test_the_window(machine, user, text):
    said = machine.output(
        "/usr/bin/python3", "-c", WINDOW, text, user=user, environment=at_home(user))
    assert said.splitlines()[-1:] == ["shown"], said


def test_the_recipients_client_asks_and_takes_no_for_an_answer(machine, page):
    with Peer(machine, AGENT, "ana") as ana:
        request = ana.create("Rosa", subject="Mail")
        machine.run("/usr/bin/python3", "-c", RECIPIENT, request["link"], user="sam", environment=at_home("sam"))
        denied = ana.call("sessionRequest.get", id=request["id"])["sessionRequest"]
    assert (denied["status"], denied["denials"]) == ("waiting", 1), denied


@pytest.mark.parametrize("program", ["session-request-join", "session-request-open", "session-requests"])
def test_the_programs_of_the_desktop_start(machine, program):
    assert program in machine.output(program, "--help", user="ana")


def test_the_desktop_knows_who_opens_addresses(machine):
    handlers = machine.output("grep", "^x-scheme-handler/session-request=", "/usr/share/applications/mimeinfo.cache")
    assert "org.session_requestd.Open.desktop" in handlers and "org.session_requestd.Join.desktop" in handlers


def test_the_journal_explains_itself(machine):
    assert "session-requestd: " in machine.output("journalctl", "--list-catalog", "--no-pager")


def test_metadata_says_what_python_has(machine):
    assert machine.output(
        "/usr/bin/python3", "-c", "import importlib.metadata as known; print(known.version('session-request'))") == \
        machine.output("/usr/bin/python3", "-c", "import session_request; print(session_request.__version__)")


@pytest.fixture(scope="module")
def bystanders(machine):
    """Watches of the command line; what each has seen, by its name."""
    for name in BYSTANDERS:
        machine.run(
            "systemd-run", "--quiet", f"--unit={name}", "--uid=ana", f"--property=StandardOutput=file:/run/{name}",
            "--property=StandardError=journal", "session-request", "watch", "--since", "earliest", "--type", "created", "--json")

    def seen(name):
        return [json.loads(line)["sessionRequest"]["id"] for line in machine.output("cat", f"/run/{name}").splitlines()]

    for name in BYSTANDERS:
        until(lambda name=name: seen(name), f"{name} watches")
    yield seen
    for name in BYSTANDERS:
        machine.run("systemctl", "stop", name)


def test_an_upgrade_loses_no_event_of_who_watches(machine, installation, bystanders):
    with Peer(machine, AGENT, "ana") as ana:
        cursor = ana.call("sessionRequest.summary")["cursor"]
        before = [request["id"] for request in ana.call("sessionRequest.list", sort="createdAt")["sessionRequests"]]
    daemon, sockets = machine.main_pid(), inodes(machine)
    process = subprocess.Popen(
        machine.command("/usr/bin/python3", "/var/cache/packages/watchers.py", WATCHERS, user="ana"),
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout.readline() == "watching\n"
        installation.install("upgrade")
        assert machine.output("dpkg-query", "--show", "--showformat=${Version}", "session-requestd") == UPGRADE
        # Two rounds: one may have begun before the upgrade.
        for _ in range(2):
            process.stdin.write("on\n")
            process.stdin.flush()
            assert process.stdout.readline() == "going on\n"
        told, _ = process.communicate(timeout=60)
    finally:
        process.kill()
    assert process.returncode == 0
    told = json.loads(told)
    assert len(told["made"]) >= 3
    assert len(told["watchers"]) == WATCHERS
    for watcher in told["watchers"]:
        assert watcher["seen"] == told["made"]
        # Each lost its connection and went on from its cursor, and none had to begin again.
        assert watcher["interruptions"] >= 1 and watcher["resumptions"] >= 1
        assert watcher["snapshots"] == 1
    for name in BYSTANDERS:
        until(lambda name=name: bystanders(name) == [*before, *told["made"]], f"{name} has seen all")

    assert machine.main_pid() not in (0, daemon)
    assert inodes(machine) == sockets
    with Peer(machine, AGENT, "ana") as ana:
        assert ana.call("sessionRequest.get", id=1)["sessionRequest"]["recipient"]["name"] == "Maria Silva"
        first = ana.call("events.poll", since=cursor, limit=1, timeout=0)["events"][0]
        assert first["sessionRequest"]["id"] == told["made"][0]


def inodes(machine):
    """The sockets' files, which change when a socket is closed and opened again."""
    return machine.output("stat", "--format=%i %n", *(f"/run/session-requestd/{door}.sock" for door in
                                                      ["agent", "viewer", "gateway", "courier"]))


def test_an_upgrade_leaves_alone_what_did_not_run(machine):
    for unit in SOCKETS + PATHS:
        assert machine.is_active(unit), unit
    assert not machine.is_active("session-request-portal.service")


def test_an_upgrade_leaves_closed_what_the_admin_has_closed(machine, installation):
    machine.run("systemctl", "disable", "--now", "session-requestd-viewer.socket")
    installation.install("upgrade", "session-requestd")
    assert machine.run("systemctl", "is-enabled", "session-requestd-viewer.socket", check=False).stdout == "disabled\n"


def test_removing_takes_the_units_and_leaves_the_data(machine, installation):
    machine.write("/etc/session-requestd/config.yaml", "organization: Example\n")
    machine.run("dpkg", "--remove", *installation.names())
    for unit in SOCKETS + PATHS + SERVICES:
        assert not machine.is_active(unit), unit
        assert machine.property("LoadState", unit) in ("not-found", "masked"), unit
    assert machine.output("find", "/run/session-requestd", "-type", "s") == ""
    assert machine.run("test", "-s", "/var/lib/session-requestd/desk.sqlite").returncode == 0
    assert machine.output("cat", "/etc/session-requestd/config.yaml") == "organization: Example"


def test_purging_leaves_nothing_and_asks_nothing(machine, installation):
    machine.run("dpkg", "--purge", *installation.names())
    assert installation.traces() == installation.before
    assert "session-request" not in machine.output("getent", "group")
