"""The window against a real daemon, on a display of its own."""

import pathlib
import subprocess
import sys

import pytest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path[:0] = [str(folder) for folder in (
    HERE, HERE.parent, ROOT / "clients" / "python" / "src", ROOT / "clients" / "desktop" / "tests", ROOT / "Tests" / "EndToEnd",
    ROOT / "Tests" / "EndToEnd" / "schema")]

import desk as desks  # noqa: E402
from session_request import Desk  # noqa: E402
from stage import Stage, anydesk  # noqa: E402


@pytest.fixture(scope="session", autouse=True)
def translations():
    """The window's languages, where it finds them in the source tree."""
    subprocess.run(["make", "--silent", "translations"], cwd=ROOT, check=True, capture_output=True)


@pytest.fixture
def service():
    made = desks.Desk(None).start()
    yield made
    made.remove()


@pytest.fixture
def desk(service):
    with Desk(service.path("agent"), patience=20) as desk:
        yield desk


@pytest.fixture
def page(service):
    with Desk(service.path("gateway"), patience=20) as page:
        yield page


@pytest.fixture
def make_stage(tmp_path, service):
    """A display with the window on it, and what the agent's client was started with."""
    made = []

    def make(*arguments, size="1000x820x24", before=lambda stage: None, **environment):
        home = tmp_path / "home"
        home.mkdir(exist_ok=True)
        stage = Stage(tmp_path / "stage", home, service, size=size)
        stage.environment.update(environment)
        made.append(stage.__enter__())
        anydesk(stage.bin, logs=tmp_path / "started")
        # Lists choose what is under the pointer, and without a window manager it has the keyboard: there a window has nothing.
        stage.run("xdotool", "mousemove", "0", "0")
        before(stage)
        stage.window = stage.start(HERE.parent / "session-requests", *arguments)
        return stage

    yield make
    for stage in made:
        stage.__exit__()


@pytest.fixture
def stage(make_stage):
    return make_stage()


@pytest.fixture
def reader(stage):
    reader = stage.reader()
    reader.sees("New request")
    return reader
