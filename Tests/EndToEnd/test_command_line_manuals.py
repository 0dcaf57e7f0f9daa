"""What the programs say of themselves: completions that a shell can use, manual pages that leave nothing out."""

import json
import pathlib
import subprocess

import pytest

from command_line import command, done, environment
from desk import CLI, DAEMON
from flows import create

ROOT = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("man")
    subprocess.run([ROOT / "contrib/generate/man-pages", folder, DAEMON.parent], check=True)
    return {page.name: page.read_text() for page in folder.iterdir()}


def commands(command, path=()):
    for sub in command.get("subcommands", []):
        if sub["commandName"] == "help":
            continue
        inside = list(commands(sub, (*path, sub["commandName"])))
        yield from inside or [((*path, sub["commandName"]), sub)]


def test_the_manual_has_every_verb_with_every_option(desk, pages):
    tree = json.loads(done(desk, "--experimental-dump-help").out)["command"]
    verbs = list(commands(tree))
    assert len(verbs) > 30
    for path, verb in verbs:
        _, _, section = pages["session-request.1"].partition(f'.SS "{" ".join(path)}"'.replace("-", "\\-"))
        assert section, path
        section = section.split("\n.SS ")[0].split("\n.SH ")[0] + pages["session-request.1"].partition("OF EVERY VERB")[2]
        for argument in verb["arguments"]:
            name = argument.get("preferredName", {"name": argument["valueName"]})["name"]
            assert name.replace("-", "\\-") in section, (path, name)
    for title in ("EXIT STATUS", "ENVIRONMENT", "SEE ALSO"):
        assert f".SH {title}" in pages["session-request.1"]


def test_the_manual_of_the_configuration_has_every_key(pages):
    page = pages["session-requestd.yaml.5"].replace("\\-", "-")

    def keys(schema, path=""):
        for name, sub in schema.get("properties", {}).items():
            yield f"{path}{name}"
            yield from keys(sub, f"{path}{name}.")

    names = list(keys(json.loads((ROOT / "schema/config.schema.json").read_text())))
    assert len(names) > 30
    for name in names:
        assert f"\\fB{name}\\fR" in page, name


def completed(desk, *words):
    """What bash offers for the last of these words."""
    script = subprocess.run([CLI, "--generate-completion-script", "bash"], capture_output=True, text=True, check=True)
    line = " ".join(words)
    asking = (
        f"{script.stdout}\nCOMP_WORDS=({' '.join(repr(word) for word in words)}); COMP_CWORD={len(words) - 1}\n"
        f"COMP_LINE={line!r}; COMP_POINT={len(line)}; COMP_TYPE=9\n"
        f"_session-request {words[0]!r} {words[-1]!r} {words[-2]!r}; printf '%s\\n' \"${{COMPREPLY[@]}}\"\n")
    ended = subprocess.run(
        ["bash", "--norc", "-c", asking], capture_output=True, text=True, timeout=20, env=environment(desk))
    return ended.stdout.split()


def test_bash_completes_verbs_options_and_words(desk):
    program = str(CLI)
    assert {"create", "connect", "close", "clients"} <= set(completed(desk, program, "c"))
    assert "--expires-in" in completed(desk, program, "create", "--e")
    assert completed(desk, program, "create", "--priority", "u") == ["urgent"]
    assert "sessionRequest.create" in completed(desk, program, "call", "sessionRequest.c")


def test_bash_completes_the_numbers_of_what_lives(desk, ana):
    made = [create(ana)["id"] for _ in range(2)]
    ana.call("sessionRequest.close", id=made[1])
    offered = completed(desk, str(CLI), "show", "")
    assert str(made[0]) in offered and str(made[1]) not in offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize("program", [CLI, DAEMON])
def test_every_shell_has_its_script(shell, program):
    script = subprocess.run(
        [program, "--generate-completion-script", shell], capture_output=True, text=True, timeout=20, check=True)
    assert program.name in script.stdout and len(script.stdout.splitlines()) > 20


def test_the_completion_is_quiet_without_the_service(desk, tmp_path):
    away = subprocess.run(
        command("---completion", "show", "--", "positional@0", "1", "0", "session-request", "show", ""),
        capture_output=True, text=True, timeout=20,
        env=environment(desk, SESSION_REQUEST_SOCKET=tmp_path / "none.sock", SAP_SHELL="bash"))
    assert away.stderr == "" and away.stdout.strip() == ""
