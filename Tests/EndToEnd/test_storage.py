"""A full disk: writes say so, readers go on, and there is room again when there is room."""

import subprocess
import tempfile
import time

import pytest

from connection import RpcError
from flows import bring, create, get, token
from moments import until

SIZE = 24 << 20


@pytest.fixture
def small_disk():
    folder = tempfile.mkdtemp(prefix="srd-disk-", dir="/tmp")
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=0755", "tmpfs", folder], check=True)
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)
    subprocess.run(["rmdir", folder], check=True)


def fill(folder, leave):
    """Takes all room of the disk but `leave` bytes."""
    block = b"\0" * 4096
    with open(f"{folder}/ballast", "wb", buffering=0) as ballast:
        try:
            while True:
                ballast.write(block)
        except OSError:
            pass
        ballast.truncate(max(0, ballast.tell() - leave))


def until_full(agent):
    """Creates until the disk is full; returns the refusal and how many were taken."""
    taken = 0
    while taken < 20_000:
        try:
            create(agent, comments="x" * 4000)
        except RpcError as refusal:
            return refusal, taken
        taken += 1
    raise AssertionError("the disk does not fill")


def outcome(connection, method, **params):
    """The reason of a refusal, or None."""
    try:
        connection.call(method, **params)
    except RpcError as refusal:
        return refusal.reason
    return None


def test_a_full_disk_refuses_writes_serves_readers_and_recovers(make_desk, small_disk):
    desk = make_desk(state=f"{small_disk}/state")
    ana, gateway = desk.agent(), desk.gateway()
    desk.agent(0).call("queue.create", id="help", publicPage=True)
    request = bring(ana, gateway, "waiting")
    reader = desk.agent()
    reader.call("events.subscribe", since="now")
    fill(small_disk, leave=256 << 10)
    refusal, taken = until_full(ana)
    assert refusal.reason == "storage_full" and refusal.data["retryable"] is True

    assert get(ana, request)["status"] == "waiting"
    assert len(ana.call("sessionRequest.list", limit=500)["sessionRequests"]) == taken + 1
    assert ana.call("events.poll", since="earliest", limit=500)["events"]
    assert gateway.call("link.resolve", token=token(request))["link"]["status"] == "waiting"
    assert desk.agent().call("rpc.ping") == {"pong": True}
    until(lambda: ana.call("daemon.health")["status"] == "degraded", what="the health being degraded")
    # A smaller change may still fit; what does not is told so, whoever makes it.
    asked = {"queue": "help", "recipient": {"name": "M"}, "comments": "y" * 4000}
    more = 0
    while (refused := outcome(gateway, "link.request", source=f"203.0.113.{more}", **asked)) is None:
        more += 1
    assert refused == "storage_full"
    taken += more

    subprocess.run(["rm", f"{small_disk}/ballast"], check=True)
    made = create(ana, comments="room again")
    assert ana.call("sessionRequest.claim", id=request["id"])["sessionRequest"]["assignee"] is not None
    until(lambda: ana.call("daemon.health")["status"] == "ok", what="the health being well again")
    seen = [reader.notification("events.event")["params"] for _ in range(taken + 2)]
    numbers = [int(event["cursor"].rpartition(".")[2]) for event in seen]
    assert numbers == list(range(numbers[0], numbers[0] + taken + 2))
    assert seen[-2]["sessionRequest"]["id"] == made["id"]

    desk.restart()
    assert len(desk.agent().call("sessionRequest.list", limit=500)["sessionRequests"]) == min(500, taken + 2)
    desk.stop()
    assert desk.database().execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_what_a_connection_leaves_behind_on_a_full_disk_is_written_when_there_is_room(make_desk, small_disk):
    desk = make_desk(state=f"{small_disk}/state")
    ana, leaving, gateway = desk.agent(), desk.agent(), desk.gateway()
    leaving.call("client.signIn", name="Desk client", version="1.0")
    request = bring(ana, gateway, "ready")
    leaving.call("sessionRequest.connect", id=request["id"], lease=True)
    fill(small_disk, leave=256 << 10)
    until_full(ana)
    # What is smaller than a create may have found room; nothing has, once the last page is taken.
    while outcome(ana, "sessionRequest.comment", id=request["id"], text="x") is None:
        pass
    leaving.close()
    until(lambda: not ana.call("client.list")["clients"], what="the client being gone")
    assert get(ana, request)["status"] == "connected"

    subprocess.run(["rm", f"{small_disk}/ballast"], check=True)
    until(lambda: get(ana, request)["status"] == "ready", what="the session having ended")
    types = [event["type"] for event in ana.call("events.poll", since="earliest", limit=500)["events"]]
    assert "client.signedOut" in types


@pytest.mark.parametrize("end", ["stop", "kill"])
def test_reading_goes_on_though_there_is_no_room_for_what_a_start_has_to_write(make_desk, small_disk, end):
    desk = make_desk(state=f"{small_disk}/state")
    ana, leaving, gateway = desk.agent(), desk.agent(), desk.gateway()
    request = bring(ana, gateway, "ready")
    leaving.call("client.signIn", name="Desk client", version="1.0")
    leaving.call("sessionRequest.connect", id=request["id"], lease=True)
    fill(small_disk, leave=256 << 10)
    until_full(ana)
    while outcome(ana, "sessionRequest.comment", id=request["id"], text="x") is None:
        pass
    getattr(desk, end)()
    fill(small_disk, leave=0)
    desk.start()
    ana = desk.agent()
    assert get(ana, request)["status"] == "connected"
    assert outcome(ana, "sessionRequest.comment", id=request["id"], text="x") == "storage_full"
    assert ana.call("client.list")["clients"] == []

    subprocess.run(["rm", f"{small_disk}/ballast"], check=True)
    # Whoever comes first, the session of before is over by then.
    again = ana.call("sessionRequest.connect", id=request["id"], lease=True)["sessionRequest"]
    assert again["status"] == "connected"
    types = [event["type"] for event in ana.call("sessionRequest.history", id=request["id"], limit=500)["events"]]
    assert types[-2:] == ["sessionRequest.disconnected", "sessionRequest.connected"]
    time.sleep(1.2)
    assert get(ana, request)["connection"]["since"] == again["connection"]["since"]


def test_a_daemon_that_is_killed_on_a_full_disk_comes_back(make_desk, small_disk):
    desk = make_desk(state=f"{small_disk}/state")
    ana = desk.agent()
    fill(small_disk, leave=256 << 10)
    _, taken = until_full(ana)
    desk.kill()
    subprocess.run(["rm", f"{small_disk}/ballast"], check=True)
    desk.start()
    ana = desk.agent()
    assert sum(ana.call("sessionRequest.summary")["byStatus"].values()) == taken
    create(ana)
    desk.stop()
