"""`session-request connect`: it asks, starts the client from its argument list, waits, and disconnects."""

import json
import os
import signal

import pytest

from command_line import Window, done, run, start
from desk import ROOT, configuration
from flows import bring, create, get, grant, history, types
from moments import until


@pytest.fixture
def programs(tmp_path):
    """A folder in PATH; `anydesk` there writes its arguments down and lives as long as it may."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (tmp_path / "hold").write_text("")
    (folder / "anydesk").write_text(
        "#!/bin/bash\n"
        f'printf "%s\\n" "$#" "$@" >{tmp_path}/arguments.new; readlink /proc/$$/fd/1 >{tmp_path}/output\n'
        f"grep -E 'Sig(Blk|Ign)' /proc/$$/status >{tmp_path}/signals\n"
        f"mv {tmp_path}/arguments.new {tmp_path}/arguments\n"
        f"while [ -e {tmp_path}/hold ]; do sleep 0.05; done\n")
    (folder / "anydesk").chmod(0o755)
    (folder / "xdg-open").write_text(f'#!/bin/bash\nprintf "%s\\n" "$@" >{tmp_path}/opened.new\n'
                                     f"mv {tmp_path}/opened.new {tmp_path}/opened\n")
    (folder / "xdg-open").chmod(0o755)
    yield tmp_path
    (tmp_path / "hold").unlink(missing_ok=True)


def path(programs):
    return {"PATH": f"{programs}/bin:/usr/bin:/bin"}


def arguments(programs):
    return until(lambda: (programs / "arguments").exists() and (programs / "arguments").read_text().split("\n"))[:-1]


def test_it_starts_the_client_and_leaves_it_alone(desk, root, gateway, programs):
    made = bring(root, gateway, "ready")
    result = done(desk, "connect", made["id"], uid=ROOT, **path(programs)).object
    assert arguments(programs) == ["1", "123456789"] == [str(len(result["launch"]["argv"]) - 1), result["launch"]["argv"][1]]
    assert (programs / "output").read_text() == "/dev/null\n"
    # A program that starts with signals held back could not be ended.
    for line in (programs / "signals").read_text().splitlines():
        held = int(line.split()[1], 16)
        assert not any(held >> (number - 1) & 1 for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM)), line
    assert get(root, made)["status"] == "connected" and get(root, made)["connection"]["leased"] is False


def test_waiting_it_disconnects_when_the_client_ends(desk, root, gateway, programs):
    made = bring(root, gateway, "ready")
    process = start(desk, "connect", made["id"], "--wait", uid=ROOT, **path(programs))
    arguments(programs)
    assert get(root, made)["connection"]["leased"] is True
    (programs / "hold").unlink()
    out, err = process.communicate(timeout=10)
    assert (process.returncode, err) == (0, "") and json.loads(out)["target"]["address"] == "123456789"
    assert get(root, made)["status"] == "ready"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_waiting_it_disconnects_when_it_is_ended_itself(desk, root, gateway, programs, number):
    made = bring(root, gateway, "ready")
    process = start(desk, "connect", made["id"], "--wait", uid=ROOT, **path(programs))
    try:
        arguments(programs)
        os.kill(process.pid, number)
        _, err = process.communicate(timeout=10)
    finally:
        process.kill()
    assert process.returncode == 128 + number and err == ""
    assert get(root, made)["status"] == "ready"
    assert types(history(root, made))[-1] == "disconnected"


def test_killed_it_loses_its_lease(desk, root, gateway, programs):
    made = bring(root, gateway, "ready")
    process = start(desk, "connect", made["id"], "--wait", uid=ROOT, **path(programs))
    arguments(programs)
    process.kill()
    until(lambda: get(root, made)["status"] == "ready")
    (programs / "hold").unlink()
    process.communicate(timeout=10)


def test_a_client_that_is_missing_is_named_and_the_request_is_free_again(desk, root, gateway, tmp_path):
    made = bring(root, gateway, "ready")
    refused = run(desk, "connect", made["id"], uid=ROOT, PATH=str(tmp_path))
    assert refused.status == 1 and refused.out == ""
    assert "cannot start anydesk: it is not installed" in refused.err and "Install AnyDesk" in refused.err
    assert get(root, made)["status"] == "ready"


def test_the_desktop_s_handler_gets_the_uri(desk, root, gateway, programs):
    made = bring(root, gateway, "ready")
    done(desk, "connect", made["id"], "--uri", uid=ROOT, **path(programs))
    assert until(lambda: (programs / "opened").exists() and (programs / "opened").read_text()) == "anydesk:123456789\n"


def test_on_a_terminal_it_asks_first(desk, root, gateway, programs):
    made = bring(root, gateway, "ready")
    with Window(desk, "connect", made["id"], **path(programs)) as window:
        window.until(r"Connect to Maria Keller at anydesk 123456789\? \[y/N\]")
        assert get(root, made)["status"] == "ready"
        window.type("n\n")
        assert window.end() == 1
    assert get(root, made)["status"] == "ready"
    with Window(desk, "connect", made["id"], **path(programs)) as window:
        window.until(r"\[y/N\]")
        window.type("y\n")
        assert window.end() == 0
        assert "is connected" in window.text
    assert get(root, made)["status"] == "connected"


def test_what_changed_while_it_asked_is_not_connected(desk, root, gateway, programs):
    made = bring(root, gateway, "ready")
    with Window(desk, "connect", made["id"], **path(programs)) as window:
        window.until(r"\[y/N\]")
        root.call("sessionRequest.comment", id=made["id"], text="hold on")
        window.type("y\n")
        assert window.end() == 1
        assert "revision_conflict" in window.text
    assert not (programs / "arguments").exists()


def test_yes_asks_nothing(desk, root, gateway, programs):
    made = bring(root, gateway, "ready")
    with Window(desk, "connect", made["id"], "--yes", **path(programs)) as window:
        assert window.end() == 0
        assert "[y/N]" not in window.text


def test_print_shows_what_would_be_started(desk, root, gateway, programs):
    made = bring(root, gateway, "ready")
    with Window(desk, "connect", made["id"], "--print", **path(programs)) as window:
        assert window.end() == 0
        assert "anydesk 123456789" in window.text and "anydesk:123456789" in window.text
    assert not (programs / "arguments").exists() and get(root, made)["status"] == "connected"


def test_ssh_has_the_terminal_and_is_waited_for(make_desk, tmp_path):
    desk = make_desk(config=configuration(policy={"allowedSchemes": ["ssh"]}))
    root, gateway = desk.agent(ROOT), desk.gateway()
    made = create(root)
    grant(gateway, made, scheme="ssh", address="maria@support.example.org")
    program = tmp_path / "ssh"
    program.write_text('#!/bin/bash\n[ -t 0 ] && [ -t 1 ] && echo "on a terminal: $*"; read -r line; echo "read $line"\n')
    program.chmod(0o755)
    refused = run(desk, "connect", made["id"], uid=ROOT, PATH=f"{tmp_path}:/usr/bin:/bin")
    assert refused.status == 1 and "it needs a terminal" in refused.err and get(root, made)["status"] == "ready"
    with Window(desk, "connect", made["id"], "--yes", columns=140, PATH=f"{tmp_path}:/usr/bin:/bin") as window:
        window.until("on a terminal: .*-- maria@support.example.org")
        assert get(root, made)["status"] == "connected"
        window.type("hello\n")
        assert window.end() == 0
        assert "read hello" in window.text
    assert get(root, made)["status"] == "ready"
