"""What the command line reads and writes when something is wrong with it: no room, no descriptor, no text."""

import json
import os
import subprocess

import pytest

from command_line import command, done, environment, run
from desk import ANA, ROOT
from flows import bring, create, fresh


def redirected(desk, redirection, *arguments):
    """Runs it from a shell with its output led elsewhere."""
    return subprocess.run(
        ["bash", "-c", f'"$@" {redirection}', "bash", *command(*arguments)], stdin=subprocess.DEVNULL,
        capture_output=True, text=True, env=environment(desk), timeout=20, user=ANA, group=ANA, extra_groups=[])


@pytest.mark.parametrize("redirection", [">/dev/full", ">&-"])
@pytest.mark.parametrize("arguments", [
    ["list"], ["show", "{id}"], ["link", "{id}"], ["call", "daemon.info"], ["bar", "--once"], ["--help"], ["status"],
])
def test_output_that_cannot_be_written_is_a_failure(desk, ana, redirection, arguments):
    made = create(ana)["id"]
    lost = redirected(desk, redirection, *[argument.format(id=made) for argument in arguments])
    assert lost.returncode == 1 and lost.stderr.startswith("session-request: cannot write the output: ")
    assert "The change was made" not in lost.stderr


@pytest.mark.parametrize("redirection", [">/dev/full", ">&-"])
def test_a_change_whose_answer_cannot_be_written_was_made_and_it_says_so(desk, redirection):
    tag = fresh("tag")
    params = json.dumps({"recipient": {"name": "Full"}, "tags": [tag]})
    for arguments in (["create", "Full", "--tag", tag], ["call", "sessionRequest.create", params]):
        lost = redirected(desk, redirection, *arguments)
        assert lost.returncode == 1 and "The change was made all the same" in lost.stderr
    assert len(done(desk, "list", "--tag", tag).objects) == 2


def test_no_descriptor_at_all_is_still_an_exit_status(desk, ana):
    made = create(ana)["id"]
    assert redirected(desk, "<&- >&- 2>&-", "show", made).returncode == 1
    assert redirected(desk, "<&- 2>&-", "show", made).returncode == 0


@pytest.mark.parametrize("arguments, place", [
    ([b"create", b"\xff\xfe"], 2), ([b"create", b"A", b"--comments", b"caf\xe9"], 4), ([b"\xff"], 1),
    ([b"--socket", b"/tmp/\xff", b"list"], 2),
])
def test_an_argument_that_is_no_text_is_refused_with_its_place(desk, arguments, place):
    ended = subprocess.run(
        [*map(os.fsencode, command()), *arguments], capture_output=True, env=environment(desk), timeout=20)
    assert ended.returncode == 3 and ended.stdout == b""
    assert ended.stderr.startswith(b"session-request: cannot read argument %d of the command line: it is not UTF-8" % place)


def test_what_a_client_prints_is_no_part_of_the_json(desk, root, gateway, tmp_path):
    made = bring(root, gateway, "ready")["id"]
    program = tmp_path / "anydesk"
    program.write_text("#!/bin/sh\necho hello from the client\n")
    program.chmod(0o755)
    ended = run(desk, "connect", made, "--wait", "--yes", uid=ROOT, PATH=f"{tmp_path}:/usr/bin:/bin")
    assert ended.status == 0 and ended.object["sessionRequest"]["id"] == made
    assert ended.err == "hello from the client\n"


def test_a_qr_code_is_no_json(desk, ana):
    refused = run(desk, "link", create(ana)["id"], "--qr", "--json")
    assert refused.status == 3 and refused.out == "" and "--qr or --json" in refused.err


def test_a_bar_in_json_is_that_of_waybar(desk):
    assert set(done(desk, "bar", "--once", "--json").object) == {"text", "alt", "tooltip", "class"}
    assert set(done(desk, "bar", "--once", "--json", "--format", "waybar").object) == {"text", "alt", "tooltip", "class"}
    refused = run(desk, "bar", "--once", "--json", "--format", "tmux")
    assert refused.status == 3 and refused.out == "" and "--json or --format tmux" in refused.err
