"""`make demo`: the main job on a desk of its own, told to people; nothing is left afterwards."""

import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile

import pytest

from desk import CLI, HERE
from moments import until

DEMO = HERE.parent.parent / "contrib" / "demo" / "run"
COMMAND = [str(DEMO), "--programs", str(CLI.parent)]
# What the story is made of, in the order of its steps.
STEPS = [
    "session-request status", "session-request watch", "session-request create", "session-request explain 1",
    "curl http://localhost", "$LINK/open", "curl --json '{\"join\"", "session-request connect 1 --print",
    "session-request close 1 --note", "session-request history 1", "session-request create You", "curl --data form=",
    "session-request show 2",
]
HAPPENED = ["created", "opened", "granted", "assigned", "connected", "closed"]


@pytest.fixture
def place():
    """Where the demo makes its folder; short, for the sake of the sockets in it."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="demo-", dir="/tmp"))
    yield folder
    shutil.rmtree(folder)


def settings(place, **more):
    names = ("PATH", "HOME")
    kept = {name: os.environ[name] for name in names if name in os.environ}
    return kept | {"TMPDIR": str(place), "LANG": "C.UTF-8", "TERM": "xterm-256color", "DEMO_PAUSE": "0"} | more


def living(place):
    """The command lines of the processes that belong to the demo in a folder."""
    found = []
    for process in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
        except OSError:
            continue
        if f"{place}/session-request-demo".encode() in words:
            found.append(words.split(b"\0")[:4])
    return found


def assert_nothing_is_left(place):
    assert list(place.iterdir()) == []
    assert living(place) == []


def play(place, **more):
    done = subprocess.run(COMMAND, env=settings(place, **more), stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def told():
    """What the demo says where there is no terminal."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="demo-", dir="/tmp"))
    try:
        done = play(folder)
        assert_nothing_is_left(folder)
    finally:
        shutil.rmtree(folder)
    assert done.stderr == ""
    return done.stdout


def part(told, number):
    """What is told between the heading of one step and that of the next."""
    return re.search(rf"(?ms)^{number}\. .*?(?=^{number + 1}\. |^That was)", told)[0]


def test_each_step_is_told_in_its_order(told):
    shown = [line for line in told.splitlines() if line.startswith("$ ")]
    assert len(shown) == len(STEPS)
    for line, step in zip(shown, STEPS, strict=True):
        assert step in line


def test_the_daemon_starts_with_the_first_call(told):
    assert re.search(r"\b1\.\d+\.\d+\b", part(told, 1))


def test_the_link_and_the_code_are_shown(told):
    assert re.search(r"http://localhost:\d+/s/[a-z2-7]{20,}", part(told, 3))
    assert re.search(r"\d{3} \d{3} \d{3}", part(told, 3))


def test_the_visitor_brings_it_to_waiting_and_ready(told):
    assert "the page: Remote support for Maria Keller" in part(told, 5)
    assert "now it is waiting" in part(told, 5)
    assert "now it is ready" in part(told, 6)


def test_it_ends_with_a_page_that_the_demo_opens_itself_when_nobody_is_there(told):
    assert re.search(r"http://localhost:\d+/s/[a-z2-7]{20,}", part(told, 10))
    assert re.search(r"(?m)^  watch \| .*2 You +opened", part(told, 10))
    assert re.search(r"status +waiting", part(told, 10))


def test_what_would_be_launched_is_shown_and_not_launched(told):
    assert "anydesk 987654321" in part(told, 7)


def test_the_note_and_every_event_are_in_the_history(told):
    history = part(told, 9)
    places = [history.index(word) for word in HAPPENED]
    assert places == sorted(places)
    assert "The cable was loose." in history


def test_the_watcher_sees_every_step_as_it_happens(told):
    for step, seen in [(3, "created"), (5, "opened"), (6, "granted"), (7, "connected"), (8, "closed")]:
        assert re.search(rf"(?m)^  watch \| .*\b{seen}\b", part(told, step)), part(told, step)


def test_it_says_how_to_keep_it_and_how_to_install_it(told):
    end = told[told.index("That was"):]
    assert "--listen agent=" in end and "make release" in end and "make install enable" in end


def test_without_a_terminal_there_is_no_colour(told):
    assert "\x1b" not in told


def test_an_interruption_leaves_nothing(place):
    process = subprocess.Popen(COMMAND, env=settings(place, DEMO_PAUSE="2"), stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
    try:
        until(lambda: list(place.glob("*/state")), 20, "the daemon running")
        # As Ctrl-C at a terminal: to the whole group.
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(10) == 130
    finally:
        process.stdout.close()
        if process.poll() is None:
            process.kill()
            process.wait()
    until(lambda: not living(place), 5, "its processes being gone")
    assert_nothing_is_left(place)


@pytest.fixture
def terminal(place):
    """Runs a command line in a terminal of 100 by 40, and looks at what is there."""
    command = ["tmux", "-u", "-S", str(place / "terminal"), "-f", "/dev/null"]

    def tmux(*words):
        return subprocess.run([*command, *words], check=True, capture_output=True, text=True, timeout=10,
                              env=settings(place)).stdout

    yield tmux
    # The test ends the server itself; what is left of it here is left by a failure.
    subprocess.run([*command, "kill-server"], check=False, capture_output=True)


def test_on_a_terminal_the_watchers_table_has_a_pane_of_its_own(place, terminal):
    demo = f"env -u TMUX {' '.join(COMMAND)}; echo it ended with $?; read"
    terminal("new-session", "-d", "-x", "100", "-y", "40", demo)
    screen = until(lambda: (shown := terminal("capture-pane", "-p")) and "Enter ends it" in shown and shown, 60,
                   "the page to open")
    table, story = screen.split("the story", 1)
    assert "a colleague watches the desk" in table and "Maria Keller" in table
    assert "A page to open" in story
    terminal("send-keys", "Enter")
    until(lambda: "Press Enter to leave" in terminal("capture-pane", "-p"), 20, "the end of the story")
    terminal("send-keys", "Enter")
    screen = until(lambda: (shown := terminal("capture-pane", "-p")) and "it ended with" in shown and shown, 20,
                   "the end of the demo")
    assert "it ended with 0" in screen and "make install enable" in screen
    terminal("kill-server")
    (place / "terminal").unlink(missing_ok=True)
    assert_nothing_is_left(place)


def test_a_folder_without_the_programs_is_refused(place):
    done = subprocess.run([str(DEMO), "--programs", str(place)], env=settings(place), capture_output=True, text=True)
    assert done.returncode == 1 and "cannot find session-requestd" in done.stderr
    assert list(place.iterdir()) == []
