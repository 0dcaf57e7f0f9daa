"""What contrib/examples/README.md tells authors of clients to send and to type is sent and typed here."""

import json
import os
import re
import socket
import subprocess
import urllib.error
import urllib.request

import pytest

import desk as desks
from flows import create, get, grant, token
from moments import TooLate, until

PROJECT = desks.HERE.parent.parent
GUIDE = (PROJECT / "contrib/examples/README.md").read_text(encoding="utf-8")


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


def typed(script, **variables):
    """Runs lines of bash as somebody would who has sourced the client: what they printed, line by line."""
    done = subprocess.run(
        ["bash", "-eu", "-c", f'. "$LIBRARY"\n{script}'], capture_output=True, text=True, timeout=60,
        env=desks.environment() | {"LIBRARY": str(PROJECT / "clients/bash/session-request.bash")} | variables)
    assert done.returncode == 0, (script, done.stdout, done.stderr)
    return done.stdout.splitlines()


def test_the_agents_lines_are_answered_as_it_says(make_desk):
    desk = make_desk()
    lines = [json.loads(block) for block in blocks("json")]
    assert [line["method"] for line in lines] == ["client.signIn", "events.subscribe", "sessionRequest.connect"]
    root = desk.agent(desks.ROOT)
    request = create(root)
    grant(desk.gateway(), request)
    assert request["id"] == lines[2]["params"]["id"]
    agent = desk.agent(desks.ROOT)
    client, followed, connected = (agent.call(line["method"], **line["params"]) for line in lines)
    assert client["client"]["supported"] and [one["id"] for one in followed["snapshot"]] == [request["id"]]
    assert connected["target"] == {"scheme": "anydesk", "address": "123456789"}
    agent.close()
    until(lambda: get(root, request)["status"] == "ready", what="the lease ending with the connection")


def test_its_reasons_are_reasons():
    known = set(json.loads((PROJECT / "schema/openrpc.json").read_text())["x-errors"])
    named = set(re.findall(r"`([a-z]+_[a-z_]+)`", GUIDE))
    assert len(named) > 4 and named <= known, named - known


def test_the_agents_commands(make_desk):
    desk = make_desk()
    agent = [block for block in blocks("bash") if "agent " in block]
    assert len(agent) == 2
    said = typed(agent[0], AGENT=str(desk.path("agent")))
    assert len(said) == 1 and said[0].startswith("The recipient of session request 1 has not opened the link")
    root = desk.agent(desks.ROOT)
    grant(desk.gateway(), root.call("sessionRequest.get", id=1)["sessionRequest"])
    function = agent[0].partition("\n")[0]
    assert typed(f"{function}\nid=1\n{agent[1]}", AGENT=str(desk.path("agent"))) == ["anydesk 123456789", "closed"]


@pytest.fixture
def portal(desk, tmp_path):
    """The portal of the build in front of the module's desk; its address."""
    program = desks.DAEMON.parent / "session-request-portal"
    assert program.exists(), f"cannot test without {program}: build it"
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    (tmp_path / "portal.yaml").write_text("{}\n")
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen(
            [program, "--listen", f"127.0.0.1:{port}", "--gateway", desk.path("gateway"), "--config",
             tmp_path / "portal.yaml", "--overrides", tmp_path / "overrides"],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=desks.environment())
    try:
        address = f"http://127.0.0.1:{port}"
        try:
            until(lambda: answers(address), within=20, what="the portal answering")
        except TooLate as error:
            raise TooLate(f"{error}\n{(tmp_path / 'log').read_text()}") from None
        yield address
    finally:
        process.terminate()
        process.wait(15)


def answers(address):
    try:
        urllib.request.urlopen(f"{address}/", timeout=5).close()
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True


def test_the_recipients_commands(portal, root):
    request = create(root, subject="Printer")
    recipient = [block for block in blocks("bash") if "agent " not in block]
    assert len(recipient) == 5
    script = "".join(recipient)
    said = typed(script, PORTAL=portal, TOKEN=token(request))
    assert said[0].endswith("asks for help with Printer; you are waiting")
    assert said[1:3] == ["ready", "ready"]
    assert json.loads(said[3].removeprefix("data:"))["link"]["status"] == "ready"
    assert said[4:] == ["waiting", "closed"]
    assert get(root, request)["closed"]["reason"] == "canceledByRecipient"
    # A refusal has its reason.
    refused = subprocess.run(
        ["bash", "-c", f"{recipient[0]}\nrecipient open"], capture_output=True, text=True,
        env=os.environ | {"PORTAL": portal, "TOKEN": token(request)})
    assert refused.returncode == 22 and json.loads(refused.stdout)["error"]["reason"] == "invalid_transition"


def test_an_access_whose_lease_is_not_renewed_is_taken_back(portal, root):
    request = create(root)
    script = "".join(block for block in blocks("bash") if "agent " not in block and "recipient()" in block)
    grants = next(block for block in blocks("bash") if "leaseSeconds" in block)
    short = grants.replace('"leaseSeconds":60', '"leaseSeconds":5')
    assert typed(f"{script}\n{short}", PORTAL=portal, TOKEN=token(request)) == ["ready", "ready"]
    assert not root.call("sessionRequest.wait", id=request["id"], until=["waiting"], timeout=15)["timedOut"]
