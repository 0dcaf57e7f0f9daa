"""Starting, stopping, reloading: what an operator sees."""

import json
import re
import signal
import socket
import stat
import subprocess

import pytest

from connection import Closed, RpcError
from desk import ANA, BEN, DAEMON, STRANGER, configuration, environment
from flows import create, get, grant, history, secret_bytes, token, types
from moments import ahead, instant, until


def test_a_stale_socket_file_is_replaced(make_desk):
    desk = make_desk(start=False)
    for name in ("agent", "gateway", "viewer"):
        with socket.socket(socket.AF_UNIX) as stale:
            stale.bind(str(desk.path(name)))
    desk.start()
    assert desk.agent().call("rpc.ping") == {"pong": True}


def test_a_socket_left_by_a_kill_is_replaced(make_desk):
    desk = make_desk()
    desk.kill()
    assert desk.path("agent").exists()
    desk.start()
    assert desk.agent().call("rpc.ping") == {"pong": True}


@pytest.mark.parametrize("attempt", range(10))
def test_of_two_daemons_that_start_at_once_one_gets_all(make_desk, attempt):
    desk = make_desk(start=False)
    both = [subprocess.Popen(desk.command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment())
            for _ in range(2)]
    try:
        until(lambda: any(one.poll() is not None for one in both), what="one of them giving up")
        (lost,) = [one for one in both if one.poll() is not None]
        assert lost.returncode == 1
        desk.process = both[1 - both.index(lost)]
        until(lambda: desk._answers("agent", 20) and desk._answers("gateway", 20), what="the other answering")
    finally:
        if desk.process is None:
            for one in both:
                one.kill()
    assert stat.S_IMODE(desk.state.stat().st_mode) == 0o700
    request = create(desk.agent())
    desk.restart()
    # The key of its links is the one that the winner had.
    assert desk.gateway().call("link.resolve", token=token(request))["link"]["status"] == "open"


def test_a_socket_that_somebody_listens_on_is_refused_and_left_alone(make_desk):
    desk = make_desk()
    rival = desk.run("--state-directory", str(desk.directory / "other"))
    assert rival.returncode != 0
    assert str(desk.path("agent")) in rival.stderr
    assert desk.agent().call("rpc.ping") == {"pong": True}


def test_a_file_that_is_no_socket_is_not_deleted(make_desk):
    desk = make_desk(start=False)
    desk.path("agent").write_text("precious")
    result = desk.run()
    assert result.returncode != 0 and str(desk.path("agent")) in result.stderr
    assert desk.path("agent").read_text() == "precious"


def test_one_state_directory_has_one_daemon(make_desk):
    desk = make_desk()
    rival = make_desk(start=False, state=desk.state)
    result = rival.run()
    assert result.returncode != 0 and str(desk.state) in result.stderr
    assert create(desk.agent())["status"] == "open"


def test_the_state_is_for_the_daemon_s_user_alone(make_desk):
    desk = make_desk()
    create(desk.agent())
    assert stat.S_IMODE(desk.state.stat().st_mode) == 0o700
    files = [file for file in desk.state.rglob("*") if file.is_file()]
    assert files
    assert {file.name: oct(stat.S_IMODE(file.stat().st_mode)) for file in files} == {
        file.name: "0o600" for file in files}


def test_no_link_token_or_code_is_in_any_file_of_the_state(make_desk):
    desk = make_desk()
    ana, gateway = desk.agent(), desk.gateway()
    requests = [create(ana, idempotencyKey=f"k{number}", comments="findable") for number in range(5)]
    for request in requests:
        gateway.call("link.open", token=token(request))
        gateway.call("link.resolve", code=request["code"])
    requests += [ana.call("sessionRequest.rotateLink", id=request["id"])["sessionRequest"] for request in requests]
    for when in ("running", "stopped"):
        if when == "stopped":
            desk.stop()
        kept = b"".join(file.read_bytes() for file in desk.state.rglob("*") if file.is_file())
        assert b"findable" in kept
        for request in requests:
            assert token(request).encode() not in kept and token(request).upper().encode() not in kept
            assert secret_bytes(token(request))[-16:] not in kept
            assert request["code"].encode() not in kept
        as_numbers = [request for request in requests if int(request["code"]).to_bytes(4, "big") in kept]
        assert len(as_numbers) <= 1, "codes are kept as numbers"


def test_a_newer_database_is_refused_with_the_way_out(make_desk):
    desk = make_desk()
    create(desk.agent())
    desk.stop()
    database = desk.database()
    (version,) = database.execute("PRAGMA user_version").fetchone()
    database.execute(f"PRAGMA user_version = {version + 1000}")
    tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "grdb_migrations" in tables:
        database.execute("INSERT INTO grdb_migrations (identifier) VALUES ('9999-from-the-future')")
    database.commit()
    database.close()
    result = desk.run()
    assert result.returncode != 0
    assert re.search("newer", result.stderr) and "cannot" in result.stderr, result.stderr
    assert "Fatal error" not in result.stderr


def test_what_is_no_database_is_refused(make_desk):
    desk = make_desk()
    desk.stop()
    (name,) = [file for file in desk.state.rglob("*") if file.read_bytes()[:6] == b"SQLite"]
    for companion in desk.state.glob(f"{name.name}-*"):
        companion.unlink()
    name.write_bytes(b"this is not a database, but long enough to look at" * 100)
    result = desk.run()
    assert result.returncode != 0 and "cannot" in result.stderr and "Fatal error" not in result.stderr


def test_the_database_is_whole_and_durable_after_use(make_desk):
    desk = make_desk()
    for _ in range(20):
        create(desk.agent())
    desk.kill()
    desk.start()
    desk.stop()
    database = desk.database()
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    database.close()


def test_links_outlive_the_daemon(make_desk):
    desk = make_desk()
    request = create(desk.agent())
    desk.restart()
    assert get(desk.agent(), request)["link"] == request["link"]


# Configuration


def check(desk, config):
    desk.configure(config)
    return subprocess.run([str(DAEMON), "--check-config", "--config", str(desk.config)],
                          capture_output=True, text=True, timeout=20, env=environment())


def test_a_good_configuration_is_said_to_be_good(make_desk):
    desk = make_desk(start=False)
    policy = {"allowedSchemes": ["anydesk", "vnc"], "maxDenials": 5}
    for config in ("{}", "", configuration(), configuration(policy=policy)):
        result = check(desk, config)
        assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("config, named", [
    ("roles:\n  admin:\n    users: [root]\n  wizard:\n    users: [x]\n", "wizard"),
    ("policy:\n  maxDenials: many\n", "maxDenials"), ("policy:\n  maxDenials: 0\n", "maxDenials"),
    ("colour: red\n", "colour"), ("roles: [\n", "config.yaml"), ("portal: {address: \"ftp://x\"}\n", "address"),
    ("- a\n- b\n", "config.yaml"), ("policy: {allowedSchemes: anydesk}\n", "allowedSchemes"),
])
def test_a_bad_configuration_is_said_to_be_bad_and_where(make_desk, config, named):
    desk = make_desk(start=False)
    result = check(desk, config)
    assert result.returncode != 0
    assert named in result.stderr + result.stdout and "Fatal error" not in result.stderr
    assert desk.run().returncode != 0, "the daemon starts with a configuration that it calls bad"


def test_a_configuration_that_is_not_there_is_refused(make_desk):
    desk = make_desk(start=False)
    desk.config.unlink()
    result = desk.run()
    assert result.returncode != 0 and str(desk.config) in result.stderr


def test_a_folder_beside_the_configuration_lies_over_it(make_desk):
    desk = make_desk(start=False, config=configuration(organization="First"))
    folder = desk.directory / "config.d"
    folder.mkdir()
    (folder / "10-second.yaml").write_text(json.dumps({"organization": "Second"}))
    (folder / "20-third.yaml").write_text(json.dumps({"policy": {"maxDenials": 1}}))
    (folder / "ignored.txt").write_text("not: [yaml")
    desk.start()
    request = create(desk.agent())
    gateway = desk.gateway()
    assert gateway.call("link.resolve", token=token(request))["link"]["organization"] == "Second"
    assert gateway.call("link.deny", token=token(request))["link"]["status"] == "closed"


def test_a_hang_up_reloads_the_configuration(make_desk):
    desk = make_desk()
    assert desk.agent(STRANGER).refusal("daemon.whoami").reason == "permission_denied"
    kept = desk.agent(ANA)
    desk.configure(configuration(roles={"support_agent": {"users": [str(STRANGER), str(ANA)]}}))
    desk.process.send_signal(signal.SIGHUP)

    def reloaded():
        with desk.agent(STRANGER) as stranger:
            return "result" in stranger.line('{"jsonrpc":"2.0","id":1,"method":"daemon.whoami"}')

    until(reloaded, what="the new roles")
    assert kept.call("rpc.ping") == {"pong": True}


def test_a_hang_up_with_a_bad_configuration_keeps_the_old_one_and_says_so(make_desk):
    desk = make_desk()
    desk.configure("roles: [broken\n")
    before = len(desk.tail())
    desk.process.send_signal(signal.SIGHUP)
    until(lambda: "cannot" in desk.tail()[before:], what="a word about the bad configuration")
    assert desk.agent(ANA).call("daemon.whoami")["roles"] == ["support_agent"]


# Ending


def test_a_termination_answers_what_was_asked_before_and_ends_well(make_desk):
    desk = make_desk()
    ana = desk.agent(ANA)
    asked = [ana.request("sessionRequest.create", recipient={"name": "M"}) for _ in range(50)]
    ana.answer(asked[0])
    desk.stop()
    made = []
    for identity in asked[1:]:
        try:
            made.append(ana.answer(identity)["sessionRequest"]["id"])
        except RpcError as refusal:
            assert refusal.reason == "shutting_down"
        except Closed:
            break
    desk.start()
    kept = desk.agent(BEN).call("sessionRequest.list", limit=500)["sessionRequests"]
    assert set(made) <= {request["id"] for request in kept}


def test_the_sockets_are_gone_after_a_good_end(make_desk):
    desk = make_desk()
    desk.stop()
    assert not desk.path("agent").exists() or not listening(desk.path("agent"))


def listening(path):
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(str(path))
        except OSError:
            return False
    return True


def test_an_interrupt_ends_it_as_well(make_desk):
    desk = make_desk()
    desk.process.send_signal(signal.SIGINT)
    assert desk.process.wait(10) == 0
    desk.process = None


def test_an_idle_daemon_exits_and_what_it_knew_is_there_again(make_desk):
    desk = make_desk(idle_exit=1)
    ana = desk.agent()
    request = create(ana, expiresAt=ahead(3600))
    ana.close()
    assert desk.process.wait(10) == 0
    desk.process = None
    desk.start()
    assert get(desk.agent(), request)["status"] == "open"


def test_a_daemon_whose_recipient_holds_a_lease_is_not_idle_until_it_has_run_out(make_desk):
    desk = make_desk(idle_exit=1)
    ana = desk.agent()
    request = create(ana)
    grant(desk.gateway(), request, leaseSeconds=5)
    desk.forget_connections()
    try:
        desk.process.wait(2.5)
        raise AssertionError("it left while a lease ran")
    except subprocess.TimeoutExpired:
        pass
    assert desk.process.wait(10) == 0
    desk.process = None
    desk.start()
    ana = desk.agent()
    assert get(ana, request)["status"] == "waiting"
    granted, revoked = history(ana, request)[-2:]
    assert types([granted, revoked]) == ["granted", "revoked"]
    assert 5000 <= instant(revoked["at"]) - instant(granted["at"]) <= 5100


def test_a_daemon_with_a_connection_is_not_idle(make_desk):
    desk = make_desk(idle_exit=1)
    ana = desk.agent()
    try:
        desk.process.wait(2.5)
        raise AssertionError("it left with a connection open")
    except subprocess.TimeoutExpired:
        pass
    assert ana.call("rpc.ping") == {"pong": True}


# The command line


@pytest.mark.parametrize("arguments", [
    ["--listen", "agent"], ["--listen", "kitchen=/tmp/x.sock"], ["--state-directory"], ["--colour"],
    ["--idle-exit", "soon"], ["--idle-exit", "-1"]])
def test_a_wrong_command_line_is_said_to_be_wrong(make_desk, arguments):
    desk = make_desk(start=False)
    result = desk.run(*arguments)
    assert result.returncode != 0 and result.stderr and "Fatal error" not in result.stderr


def test_a_socket_path_that_is_too_long_is_said_to_be(make_desk):
    desk = make_desk(start=False)
    command = [str(DAEMON), "--listen", f"agent={desk.directory / ('x' * 120)}", "--state-directory", str(desk.state)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=20, env=environment())
    assert result.returncode != 0 and "cannot" in result.stderr


def test_a_state_directory_that_cannot_be_made_is_said(make_desk):
    desk = make_desk(start=False, state="/proc/nowhere/state")
    result = desk.run()
    assert result.returncode != 0 and "/proc/nowhere/state" in result.stderr


def test_help_names_every_option_and_needs_no_environment():
    help_text = subprocess.run([str(DAEMON), "--help"], capture_output=True, text=True, env={}, timeout=20)
    assert help_text.returncode == 0
    for option in ("--listen", "--state-directory", "--config", "--idle-exit", "--check-config"):
        assert option in help_text.stdout
