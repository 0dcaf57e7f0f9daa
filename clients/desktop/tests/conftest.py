"""The programs of the desktop against a real daemon, a real portal, a real display."""

import pathlib
import subprocess
import sys

import pytest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path[:0] = [str(HERE), str(HERE.parent), str(ROOT / "Tests" / "EndToEnd"), str(ROOT / "Tests" / "EndToEnd" / "schema")]

import desk as desks  # noqa: E402
from held import Held  # noqa: E402
from page import Page, desk_of  # noqa: E402


@pytest.fixture(scope="session")
def contract():
    return Held()


@pytest.fixture(scope="session")
def compiled():
    """The translations, as `make release` compiles them."""
    subprocess.run(["make", "--silent", "translations"], cwd=ROOT, check=True, capture_output=True)


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home of the test's own; nothing of the machine's settings is read."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(folder))
    return folder


@pytest.fixture
def desk(contract):
    made = desk_of(contract).start()
    yield made
    made.remove()


@pytest.fixture
def page(contract):
    """A desk and the portal in front of it."""
    with Page(contract) as page:
        yield page


@pytest.fixture
def root(desk):
    return desk.agent(desks.ROOT)


@pytest.fixture
def gateway(desk):
    return desk.gateway()
