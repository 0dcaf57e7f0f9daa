"""session-request:// in a ticket: what it asks, what it starts, what it says when something is missing."""

import pathlib
import shutil
import subprocess

import pytest

import desk as desks
from flows import bring, create, get, grant
from moments import until
from stage import PROGRAMS, Stage, Terminal, anydesk, installed

OPEN = PROGRAMS / "session-request-open"


@pytest.fixture
def stage(tmp_path, home, desk):
    with Stage(tmp_path / "stage", home, desk) as stage:
        anydesk(stage.bin, logs=tmp_path / "started")
        yield stage


def started(tmp_path):
    file = tmp_path / "started"
    return file.read_text().splitlines() if file.exists() else []


def test_it_shows_who_and_where_and_connects_when_agreed(stage, desk, root, gateway, tmp_path):
    made = bring(root, gateway, "ready", recipient={"name": "<b>Maria</b> & Keller"}, subject="Printer <i>")
    opened = stage.start(OPEN, f"session-request://connect/{made['id']}")
    reader = stage.reader()
    reader.sees("Connect to <b>Maria</b> & Keller?")
    texts = reader.sees(f"Session request {made['id']}, by anydesk, at 123456789: Printer <i>")
    assert "Cancel" in texts and get(root, made)["status"] == "ready"
    stage.screenshot("open.png")
    reader.press("Connect")
    assert until(lambda: started(tmp_path), what="the agent's client") == ["123456789"]
    assert opened.wait(15) == 0 and get(root, made)["status"] == "connected"


def test_cancel_connects_nobody(stage, desk, root, gateway, tmp_path):
    made = bring(root, gateway, "ready")
    opened = stage.start(OPEN, f"session-request://connect/{made['id']}")
    reader = stage.reader()
    reader.press("Cancel")
    assert opened.wait(15) == 1
    assert get(root, made)["status"] == "ready" and started(tmp_path) == []


def test_what_changed_after_the_question_is_not_connected(stage, desk, root, gateway, tmp_path):
    made = bring(root, gateway, "ready")
    opened = stage.start(OPEN, f"session-request://connect/{made['id']}")
    reader = stage.reader()
    reader.sees("at 123456789")
    gateway.call("link.revoke", token=made["link"].rpartition("/s/")[2])
    grant(gateway, made, address="555555555")
    reader.press("Connect")
    reader.sees("Cannot connect session request")
    reader.press("Close")
    assert opened.wait(15) == 1 and get(root, made)["status"] == "ready" and started(tmp_path) == []


def test_it_says_why_not(stage, desk, root, gateway):
    made = create(root)
    opened = stage.start(OPEN, f"session-request://connect/{made['id']}")
    reader = stage.reader()
    reader.sees("Cannot connect session request")
    why = root.call("sessionRequest.explain", id=made["id"])["message"]
    reader.sees(why[:1].upper() + why[1:])
    reader.press("Close")
    assert opened.wait(15) == 1


def test_it_says_that_a_client_is_missing(stage, desk, root, gateway):
    made = bring(root, gateway, "ready", recipient={"name": "Maria"})
    (stage.bin / "anydesk").unlink()
    opened = stage.start(OPEN, f"session-request://connect/{made['id']}")
    reader = stage.reader()
    reader.press("Connect")
    reader.sees("it is not installed")
    reader.press("Close")
    assert opened.wait(15) == 1 and get(root, made)["status"] == "ready"


def test_it_says_that_the_command_line_is_missing(stage, desk, root, gateway):
    stage.environment["PATH"] = f"{stage.bin}:/usr/bin:/bin"
    opened = stage.start(OPEN, "session-request://connect/1")
    reader = stage.reader()
    reader.sees("session-request is not installed")
    reader.press("Close")
    assert opened.wait(15) == 1


def test_the_desktop_opens_the_address_of_a_ticket(stage, desk, root, gateway, tmp_path):
    """make install, then xdg-open, as a browser does it."""
    prefix = tmp_path / "prefix"
    put = subprocess.run(
        ["make", "--silent", "install-desktop", f"PREFIX={prefix}"], cwd=PROGRAMS.parents[1], capture_output=True, text=True,
        check=False)
    assert put.returncode == 0, put.stderr
    stage.environment["PATH"] = f"{stage.bin}:{prefix}/bin:{desks.DAEMON.parent}:/usr/bin:/bin"
    stage.environment["XDG_DATA_DIRS"] = f"{prefix}/share:/usr/share"
    known = stage.run("xdg-mime", "query", "default", "x-scheme-handler/session-request")
    assert known.stdout.strip() in ("org.session_requestd.Open.desktop", "org.session_requestd.Join.desktop")
    made = bring(root, gateway, "ready", recipient={"name": "Maria Keller"})
    stage.start("xdg-open", f"session-request://connect/{made['id']}")
    reader = stage.reader()
    reader.sees("Connect to Maria Keller?")
    reader.press("Connect")
    assert until(lambda: started(tmp_path), what="the agent's client") == ["123456789"]


def test_on_a_terminal_it_asks_there(desk, root, gateway, home, tmp_path):
    made = bring(root, gateway, "ready", recipient={"name": "Maria"})
    folder = tmp_path / "bin"
    anydesk(folder, logs=tmp_path / "started")
    env = desks.environment() | {
        "HOME": str(home), "PATH": f"{folder}:{desks.DAEMON.parent}:/usr/bin:/bin",
        "SESSION_REQUEST_SOCKET": str(desk.path("agent"))}
    terminal = Terminal(OPEN, f"session-request://connect/{made['id']}", env=env)
    terminal.sees("Connect? [y/N]")
    terminal.type("")
    assert terminal.end() == 1 and get(root, made)["status"] == "ready"
    terminal.close()
    terminal = Terminal(OPEN, f"session-request://connect/{made['id']}", env=env)
    terminal.sees("by anydesk, at 123456789")
    terminal.type("y")
    assert terminal.end() == 0, terminal.text
    terminal.close()
    assert get(root, made)["status"] == "connected" and until(lambda: started(tmp_path)) == ["123456789"]


def test_where_nobody_can_be_asked_nobody_agrees(desk, root, gateway, home):
    made = bring(root, gateway, "ready")
    env = desks.environment() | {
        "HOME": str(home), "PATH": f"{desks.DAEMON.parent}:/usr/bin:/bin", "SESSION_REQUEST_SOCKET": str(desk.path("agent"))}
    done = subprocess.run(
        [OPEN, f"session-request://connect/{made['id']}"], env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True,
        check=False)
    assert done.returncode == 1 and "neither a display" in done.stderr
    assert get(root, made)["status"] == "ready"


def test_what_cannot_be_found_is_said_once(desk, home):
    env = desks.environment() | {
        "HOME": str(home), "PATH": f"{desks.DAEMON.parent}:/usr/bin:/bin", "SESSION_REQUEST_SOCKET": str(desk.path("agent"))}
    done = subprocess.run(
        [OPEN, "session-request://connect/9999"], env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True,
        check=False)
    assert done.returncode == 1 and done.stderr.startswith("Cannot find session request 9999 [not_found]: 'session-request ")
    assert done.stderr.count("9999") == 1


def test_a_desk_that_is_away_is_told_with_what_it_was_for(home, tmp_path):
    env = desks.environment() | {
        "HOME": str(home), "PATH": f"{desks.DAEMON.parent}:/usr/bin:/bin",
        "SESSION_REQUEST_SOCKET": str(tmp_path / "none.sock")}
    done = subprocess.run(
        [OPEN, "session-request://connect/7"], env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True,
        check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("Cannot connect session request 7: Cannot reach the service at ")


@pytest.mark.parametrize("address", [
    "session-request://connect/1;id", "session-request://connect/$(id)", "file:///etc/passwd", "session-request://connect/-1",
    "--terminal=x", "session-request://join?link=https://a@b.example/s/x"])
def test_wrong_addresses_start_nothing(home, address):
    env = desks.environment() | {"HOME": str(home), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        [OPEN, address], env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    assert done.returncode in (2, 3) and "Traceback" not in done.stderr and done.stderr


def test_without_gtk_zenity_asks(stage, desk, root, gateway, tmp_path):
    made = bring(root, gateway, "ready", recipient={"name": "<b>Maria</b>"})
    # A Python that has no bindings of GTK: as on a desktop where they are not installed.
    blind = tmp_path / "blind" / "gi"
    blind.mkdir(parents=True)
    (blind / "__init__.py").write_text("raise ImportError('not installed')\n")
    stage.environment["PYTHONPATH"] = str(blind.parent)
    opened = stage.start(OPEN, f"session-request://connect/{made['id']}")
    del stage.environment["PYTHONPATH"]
    reader = stage.reader()
    reader.sees("Connect to <b>Maria</b>?")
    reader.press("Connect")
    assert opened.wait(15) == 0 and get(root, made)["status"] == "connected"


def test_the_other_program_is_handed_what_is_its_own(tmp_path, home):
    """On an agent's computer without the recipient's client, and the other way round."""
    env = desks.environment() | {"HOME": str(home), "PATH": f"{tmp_path}/bin:/usr/bin:/bin"}
    for name, address, other in (
            ("session-request-open", "session-request://join?link=https://help.example.com/s/abc", "session-request-join"),
            ("session-request-join", "session-request://connect/42", "session-request-open")):
        # The program alone, without the other beside it.
        alone = tmp_path / name
        (alone / "bin").mkdir(parents=True)
        shutil.copy(PROGRAMS / name, alone / "bin")
        shutil.copytree(PROGRAMS / "session_request_desktop", alone / "lib" / "session-request-desktop" / "session_request_desktop")
        done = subprocess.run([alone / "bin" / name, address], env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        assert done.returncode == 1 and f"{other}, is not installed here" in done.stderr.replace("\n", " ")
        installed(tmp_path / "bin", other, f'printf "%s" "$*" >{tmp_path}/handed\n')
        done = subprocess.run([alone / "bin" / name, address], env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        assert pathlib.Path(tmp_path / "handed").read_text() == address
        (tmp_path / "bin" / other).unlink()
