"""What the command line says when something is not as somebody thought: true words, and a way out that leads there."""

import json
import re
import signal
import socket

import pytest

from command_line import Window, done, run
from desk import ANA, BEN, ROOT, STRANGER
from flows import bring, create, fresh, get


def plain(window):
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", window.raw.decode()).replace("\r", "")


def shown(desk, *arguments, status=0, **more):
    """What a verb leaves on a terminal."""
    with Window(desk, *arguments, **more) as window:
        assert window.end() == status, window.text
    return plain(window)


def test_what_is_somebody_else_s_is_asked_for_by_number_and_name(desk, ana):
    made = create(ana, assignee={"type": "agent", "id": "me"})["id"]
    refused = run(desk, "claim", made, uid=BEN)
    assert refused.status == 1 and f"'session-request assign {made} agent:{BEN}'" in refused.err


def test_what_somebody_is_connected_to_is_ended_by_number(desk, ana, gateway):
    made = bring(ana, gateway, "connected")["id"]
    refused = run(desk, "connect", made, "--print")
    assert refused.status == 1 and f"'session-request disconnect {made}'" in refused.err


def test_a_name_that_no_account_has_is_told_and_taken(desk, ana):
    made = create(ana)["id"]
    unknown = fresh("nobody")
    for arguments in (["assign", made, f"agent:{unknown}"], ["create", "Otto", "--assign", f"agent:{unknown}"]):
        told = run(desk, *arguments, uid=ROOT)
        assert told.status == 0 and told.object["assignee"] == {"type": "agent", "id": unknown}
        assert f"no account '{unknown}' on this machine" in told.err
    queue = fresh("queue")
    for arguments in (["create", queue, "--user", ANA], ["update", queue, "--user", unknown, "--user", "root"]):
        told = run(desk, "queue", *arguments, uid=ROOT)
        assert told.status == 0 and (f"no account '{unknown}'" in told.err) == (arguments[0] == "update")
        assert "root" not in told.err
    done(desk, "assign", made, "agent:root", uid=ROOT)


@pytest.mark.parametrize("columns", [60, 80])
def test_an_empty_list_says_what_it_is_empty_of(make_desk, columns):
    desk = make_desk()
    assert "session-request create NAME" in shown(desk, "list", columns=columns)
    create(desk.agent(ROOT))
    for arguments in (["--tag", "nope"], ["--queue", "nosuch"], ["--mine"], ["--assignee", "queue:nosuch"]):
        text = shown(desk, "list", *arguments, columns=columns)
        assert "No session requests now" not in text and "--all" in text
        assert max(map(len, text.splitlines())) <= columns


def test_a_bulk_that_is_refused_names_the_operation_and_that_nothing_was_done(desk, ana):
    made = create(ana)["id"]
    operations = [{"method": "sessionRequest.claim", "params": {"id": made}},
                  {"method": "sessionRequest.disconnect", "params": {"id": made}}]
    refused = run(desk, "bulk", given=json.dumps(operations))
    assert refused.status == 1 and refused.out == ""
    first, second, *_ = refused.err.splitlines()
    assert first.startswith("session-request: cannot do operation 2, sessionRequest.disconnect: cannot disconnect ")
    assert first.endswith("[invalid_transition]") and second.strip().startswith("Nothing was done.")


@pytest.mark.parametrize("arguments, verb, hint", [
    (["help", "lst"], "lst", "session-request list"), (["queue", "ad"], "queue ad", "list, show, next, create"),
    (["queue", "shwo"], "queue shwo", "session-request queue show"), (["help", "queue", "lst"], "queue lst", "queue list"),
    (["clients", "logout"], "clients logout", "sign-out"), (["--json", "clients", "lst"], "clients lst", "clients list"),
])
def test_a_verb_that_does_not_exist_is_not_taken_for_another(desk, arguments, verb, hint):
    wrong = run(desk, *arguments)
    assert wrong.status == 3 and wrong.out == ""
    assert wrong.err.startswith(f"session-request: cannot find the verb '{verb}'\n") and hint in wrong.err


@pytest.mark.parametrize("arguments", [["help"], ["help", "queue"], ["help", "queue", "next"], ["help", "help"]])
def test_help_of_what_there_is_is_a_success(desk, arguments):
    assert "USAGE" in done(desk, *arguments).out


def test_print_says_that_it_connects(desk, root, gateway):
    assert "Connect, but start nothing" in done(desk, "connect", "--help").out
    made = bring(root, gateway, "ready")["id"]
    text = shown(desk, "connect", made, "--print", "--json", columns=200)
    assert f"session request {made} is connected: 'session-request disconnect {made}' ends that" in text
    assert get(root, {"id": made})["status"] == "connected"


@pytest.mark.parametrize("arguments", [["list"], ["create", "Nobody"], ["call", "rpc.ping"]])
def test_a_service_that_does_not_answer_has_done_nothing(make_desk, arguments):
    desk = make_desk()
    desk.process.send_signal(signal.SIGSTOP)
    try:
        late = run(desk, *arguments, "--timeout", "0.5", uid=ROOT)
    finally:
        desk.process.send_signal(signal.SIGCONT)
    assert late.status == 4 and "session-request doctor" in late.err and "may have been done" not in late.err


def test_a_service_that_refuses_is_reached(desk):
    status = run(desk, "status", uid=STRANGER)
    assert status.status == 1 and status.object["reachable"] is True
    assert "[permission_denied]" in status.object["error"] and "ask an admin" in status.err
    words = run(desk, "status", "--color", "always", uid=STRANGER).out
    assert "not reached" not in words and "no answer for you" in words


def test_a_service_that_has_just_started_says_so(make_desk):
    text = shown(make_desk(), "status")
    assert re.search(r"running +since just now, process \d+", text)


def test_an_invitation_without_an_address_says_how_to_give_one(desk, ana):
    made = create(ana)["id"]
    for way, option in (("--email", "--email ADDRESS"), ("--sms", "--phone NUMBER")):
        refused = run(desk, "invite", made, way)
        assert refused.status == 1 and f"'session-request update {made} {option}'" in refused.err


def test_a_change_of_nothing_is_refused(desk, ana):
    made = create(ana)
    queue = fresh("queue")
    done(desk, "queue", "create", queue, uid=ROOT)
    for arguments in (["update", made["id"]], ["update", made["id"], "--if-revision", 1], ["queue", "update", queue]):
        wrong = run(desk, *arguments, uid=ROOT)
        assert wrong.status == 3 and wrong.out == "" and "what is to change" in wrong.err
    assert get(ana, made)["revision"] == made["revision"]
    done(desk, "queue", "update", queue, "--no-public-page", uid=ROOT)


def test_a_word_that_is_none_of_several_names_them(desk):
    wrong = run(desk, "bar", "--format", "foo")
    assert wrong.status == 3
    assert wrong.err.splitlines()[0].endswith(
        "Please provide one of the following: waybar, i3bar, i3blocks, polybar, xbar, tmux, plain")


def test_what_a_list_cannot_be_sorted_by_is_a_mistake_on_the_command_line(desk):
    sort = run(desk, "list", "--sort", "foo")
    assert sort.status == 3 and "createdAt, updatedAt" in sort.err
    assert done(desk, "list", "--sort", "-createdAt", "--limit", 1).status == 0


def test_help_promises_only_what_has_an_effect(desk):
    text = " ".join(done(desk, "queue", "create", "--help").out.split())
    assert re.search(r"--strategy \S+ [^-]*without effect in this release", text)
    assert re.search(r"--fallback \S+ [^-]*without effect in this release", text)


def test_a_queue_s_id_that_will_not_do_says_what_will(desk):
    refused = run(desk, "queue", "create", "Foo", uid=ROOT)
    assert refused.status == 1 and "a-z, 0-9 and -" in refused.err and "/id" not in refused.err


def test_the_time_of_what_runs_on_is_over_in_a_sentence(desk):
    late = run(desk, "bar", "--timeout", "0.3")
    assert late.status == 4 and "cannot feed the bar any longer: 0.3 s have passed" in late.err


@pytest.mark.parametrize("path, words", [
    ("/etc/passwd", "it is no socket"), ("/tmp", "it is no socket"), ("ssh://a@b", "only the path of a socket"),
])
def test_what_is_no_socket_is_called_so(desk, path, words):
    away = run(desk, "list", SESSION_REQUEST_SOCKET=path)
    assert away.status == 2 and f"cannot reach the service at {path}: " in away.err and words in away.err


def test_a_socket_that_was_left_behind_is_called_so(desk, tmp_path):
    left = socket.socket(socket.AF_UNIX)
    left.bind(str(tmp_path / "left.sock"))
    left.close()
    away = run(desk, "list", "--socket", tmp_path / "left.sock", uid=ROOT)
    assert away.status == 2 and "nobody listens on it any more" in away.err


@pytest.mark.parametrize("columns", [40, 60, 80])
def test_sentences_and_figures_are_wrapped(desk, ana, columns):
    made = create(ana)["id"]
    for arguments in (["explain", made], ["summary"]):
        lines = shown(desk, *arguments, columns=columns).splitlines()
        assert max(map(len, lines)) <= columns, lines
    assert "[invalid_transition]" in shown(desk, "explain", made, columns=columns).replace("\n", " ")
