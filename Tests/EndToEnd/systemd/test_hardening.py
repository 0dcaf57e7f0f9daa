"""What the daemon could do to the machine if it were turned against it: very little."""

import json

import pytest

from machine import SERVICE
from peer import AGENT
from waiting import until

# Runs in place of the daemon, in its sandbox and under its account, and tells what it can do.
PROBE = """
import ctypes, errno, json, mmap, os, socket
def attempt(act):
    try:
        act()
        return "yes"
    except OSError as problem:
        return errno.errorcode[problem.errno]
def make(family):
    return attempt(lambda: socket.socket(family, socket.SOCK_DGRAM).close())
def write(folder):
    return attempt(lambda: open(folder + "/probe", "w").close())
def read(path):
    return attempt(lambda: open(path).close())
def user_namespace():
    if ctypes.CDLL(None, use_errno=True).unshare(0x10000000) != 0:
        raise OSError(ctypes.get_errno(), "unshare")
print("PROBE " + json.dumps({
    "unix": make(socket.AF_UNIX), "inet": make(socket.AF_INET), "inet6": make(socket.AF_INET6),
    "netlink": make(socket.AF_NETLINK), "packet": make(socket.AF_PACKET),
    "state": write(os.environ["STATE_DIRECTORY"]), "etc": write("/etc"), "usr": write("/usr"), "var": write("/var"),
    "accounts": read("/etc/passwd"), "passwords": read("/etc/shadow"), "homes": attempt(lambda: os.listdir("/home")),
    "others": read("/proc/1/cmdline"), "machine": read("/proc/cpuinfo"), "user": attempt(lambda: os.setuid(0)),
    "code": attempt(lambda: mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)),
    "namespace": attempt(user_namespace), "priority": attempt(lambda: os.sched_setaffinity(0, {0})),
}))
"""


def test_the_exposure_is_half_a_point_or_less(desk):
    shown = json.loads(desk.output(
        "systemd-analyze", "security", "--offline=true", "--no-pager", "--json=short", SERVICE))
    assert shown
    # The threshold is ten times the exposure; a worse unit makes the command fail.
    desk.run("systemd-analyze", "security", "--offline=true", "--no-pager", "--threshold=5", SERVICE)
    assert "PrivateUsers=yes" not in desk.output("systemctl", "cat", SERVICE)


def test_the_process_has_no_privilege_left(desk, agent):
    agent().call("rpc.ping")
    text = desk.output("cat", f"/proc/{desk.main_pid()}/status")
    status = dict(line.split(":\t", 1) for line in text.splitlines() if ":\t" in line)
    assert status["Uid"].split() == [str(desk.uid("session-requestd"))] * 4
    for capabilities in ["CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"]:
        assert int(status[capabilities], 16) == 0
    assert (status["NoNewPrivs"], status["Seccomp"], status["Umask"]) == ("1", "2", "0077")


def test_the_daemon_has_unix_sockets_and_no_network(desk, agent):
    agent().call("rpc.ping")
    process = desk.main_pid()
    assert desk.output("readlink", f"/proc/{process}/ns/net") != desk.output("readlink", "/proc/1/ns/net")
    interfaces = desk.output("cat", f"/proc/{process}/net/dev").splitlines()[2:]
    assert [line.split(":")[0].strip() for line in interfaces] == ["lo"]
    # Every socket that it holds is in the kernel's list of Unix sockets, seen from its own or from the box's namespace.
    held = {
        word[len("socket:["):-1]
        for word in desk.output("find", f"/proc/{process}/fd", "-type", "l", "-printf", "%l\\n").splitlines()
        if word.startswith("socket:[")}
    unix = {
        line.split()[6]
        for place in [process, 1] for line in desk.output("cat", f"/proc/{place}/net/unix").splitlines()[1:]}
    assert held and held <= unix


@pytest.fixture
def probed(desk, drop_in):
    desk.write("/usr/local/share/probe.py", PROBE)
    before = desk.cursor()
    drop_in("Type=oneshot", "ExecStart=", "ExecStart=/usr/bin/python3 -I /usr/local/share/probe.py", "Restart=no",
            "WatchdogSec=0")
    desk.run("systemctl", "start", SERVICE)
    entries = until(
        lambda: [entry["MESSAGE"] for entry in desk.journal(f"_SYSTEMD_UNIT={SERVICE}", after=before)
                 if entry["MESSAGE"].startswith("PROBE ")], "the probe has told what it can do")
    desk.run("rm", "-f", "/var/lib/session-requestd/probe")
    return json.loads(entries[0].removeprefix("PROBE "))


def test_the_sandbox_gives_what_it_needs_and_withholds_the_rest(probed):
    assert probed == {
        "unix": "yes", "inet": "EAFNOSUPPORT", "inet6": "EAFNOSUPPORT", "netlink": "EAFNOSUPPORT",
        "packet": "EAFNOSUPPORT", "state": "yes", "etc": "EROFS", "usr": "EROFS", "var": "EROFS", "accounts": "yes",
        "passwords": "EACCES", "homes": "EACCES", "others": "ENOENT", "machine": "ENOENT", "user": "EPERM",
        "code": "EPERM", "namespace": "EPERM", "priority": "EPERM"}


def test_the_state_is_for_the_daemon_alone(desk, agent):
    agent().create()
    folder = "/var/lib/session-requestd"
    assert desk.output("stat", "--format=%U %G %a", folder) == "session-requestd session-requestd 700"
    kinds = desk.output("find", folder, "-mindepth", "1", "-printf", "%y %m %u %f\\n").splitlines()
    assert any(line.startswith("f ") for line in kinds)
    for line in kinds:
        assert line.startswith(("f 600 session-requestd ", "d 700 session-requestd ")), line


def test_the_key_of_the_links_may_come_from_the_credential_store(desk, peer):
    key = "/etc/credstore/session-requestd.link-key"

    def link(identifier=None):
        with peer(AGENT, "ana") as ana:
            if identifier is None:
                return ana.create()
            return ana.call("sessionRequest.get", id=identifier)["sessionRequest"]["link"]

    desk.run("mkdir", "-p", "-m", "700", "/etc/credstore")
    desk.run("dd", "if=/dev/urandom", f"of={key}", "bs=32", "count=1")
    try:
        request = link()
        desk.run("systemctl", "stop", SERVICE)
        desk.run("mv", key, f"{key}.away")
        assert link(request["id"]) != request["link"]
        desk.run("systemctl", "stop", SERVICE)
        desk.run("mv", f"{key}.away", key)
        assert link(request["id"]) == request["link"]
    finally:
        desk.run("rm", "-rf", "/etc/credstore")
