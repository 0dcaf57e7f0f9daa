"""The smallest clients in C, Go, Node and Rust, each built and run: contrib/examples."""

import os
import queue
import re
import shutil
import subprocess
import threading

import pytest

import desk as desks
from flows import ADDRESS, create, get, grant
from moments import TooLate, until

EXAMPLES = desks.HERE.parent.parent / "contrib" / "examples"
BUILD = {
    "c": ["cc", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-O1", "-g", "-fsanitize=address,undefined", "-o", "agent",
          EXAMPLES / "c/agent.c"],
    "go": ["go", "build", "-o", "agent", EXAMPLES / "go/agent.go"],
    "rust": ["rustc", "-D", "warnings", "-o", "agent", EXAMPLES / "rust/agent.rs"],
    "node": None,
}


@pytest.fixture(scope="module", params=sorted(BUILD))
def program(request, tmp_path_factory):
    """The words that start the client in one of the languages."""
    if request.param == "node":
        return [tool("node"), str(EXAMPLES / "node/agent.mjs")]
    folder = tmp_path_factory.mktemp(request.param)
    folder.chmod(0o755)
    command = [tool(BUILD[request.param][0]), *map(str, BUILD[request.param][1:])]
    built = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=180, env=os.environ | {
        "GOCACHE": str(folder / "cache"), "GO111MODULE": "off", "GOFLAGS": "-p=2"})
    assert (built.returncode, built.stderr) == (0, "")
    return [str(folder / "agent")]


def tool(name):
    found = shutil.which(name)
    assert found, f"cannot test without {name}: contrib/examples/install-compilers installs it"
    return found


class Client:
    """A client that runs, and what it has said."""

    def __init__(self, desk, program, *arguments):
        self.process = subprocess.Popen(
            [*program, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env=desks.environment() | {"SESSION_REQUEST_SOCKET": str(desk.path("agent"))})
        self.lines = queue.Queue()
        self.told = []
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def end(self):
        self.process.kill()
        assert "ERROR: " not in self.process.communicate()[1]

    def until(self, pattern, within=10.0):
        """Reads up to the line that matches, and answers the match."""
        while True:
            try:
                self.told.append(self.lines.get(timeout=within))
            except queue.Empty:
                raise TooLate(f"{pattern!r} was not said:\n" + "\n".join(self.told)) from None
            match = re.search(pattern, self.told[-1])
            if match:
                return match


@pytest.fixture
def agents(desk, program):
    """Starts clients that end with the test."""
    started = []

    def start(*arguments, at=desk):
        started.append(Client(at, program, *arguments))
        return started[-1]

    yield start
    for client in started:
        client.end()


def test_it_connects_to_what_becomes_ready_as_long_as_it_lives(agents, root, gateway):
    client = agents()
    client.until(r"^following from \w+\.\d+$")
    name = root.call("client.list")["clients"][-1]["name"]
    assert re.fullmatch(r"example-(c|go|node|rust)", name)
    request = create(root, recipient={"name": 'Zoë "\\" \U0001f642 \u05d0 {[,]}'}, comments="a\n\t\"}]{[\\u0041\n")
    client.until(rf"^\w+\.\d+ sessionRequest.created {request['id']}$")
    grant(gateway, request)
    client.until(rf"^connected {request['id']}: anydesk {ADDRESS}$")
    assert get(root, request)["connection"]["leased"]
    client.process.kill()
    until(lambda: get(root, request)["status"] == "ready", what="the lease ending with its client")


def test_of_two_one_is_faster(agents, root, gateway):
    first, second = agents(), agents()
    for client in (first, second):
        client.until("^following")
    request = create(root)
    grant(gateway, request)
    said = [client.until(rf"^connect(ed)? {request['id']}:.*").group() for client in (first, second)]
    assert sorted(said) == [
        f"connect {request['id']}: somebody else was faster", f"connected {request['id']}: anydesk {ADDRESS}"]
    theirs = create(root)
    root.call("sessionRequest.assign", id=theirs["id"], assignee={"type": "agent", "id": "daemon"})
    grant(gateway, theirs)
    for client in (first, second):
        client.until(rf"^connect {theirs['id']}: somebody else was faster$")


def test_it_goes_on_where_it_was(make_desk, agents):
    desk = make_desk()
    client = agents(at=desk)
    client.until("^following")
    expected = []
    for round_ in range(3):
        root = desk.agent(desks.ROOT)
        expected += [str(create(root)["id"]) for _ in range(5)]
        (desk.kill if round_ % 2 else desk.stop)()
        desk.start()
    expected.append(str(create(desk.agent(desks.ROOT))["id"]))
    client.until(rf"sessionRequest.created {expected[-1]}$", within=20)
    created = [line.split() for line in client.told if " sessionRequest.created " in line]
    assert [words[2] for words in created] == expected
    # And a new one goes on behind a cursor that it is given.
    late = agents(created[-3][0], at=desk)
    assert late.until("sessionRequest.created (.*)$").group(1) == expected[-2]


def test_a_cursor_that_is_gone_is_told_by_its_reason(agents, root):
    client = agents("deadbeef.7")
    client.until(r"^events are gone since deadbeef.7; going on from now$")
    client.until(r"^following from ")
    request = create(root)
    client.until(rf"sessionRequest.created {request['id']}$")
    malformed = agents("nonsense")
    malformed.until(r"^subscribe: cannot .* \[invalid_params\]$")


def test_nobody_there(program, tmp_path):
    ended = subprocess.run(
        program, capture_output=True, text=True, timeout=20,
        env=desks.environment() | {"SESSION_REQUEST_SOCKET": str(tmp_path / "none.sock")})
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("cannot reach the service")
