import pathlib
import resource
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[3]
CLIENT = ROOT / "clients" / "python"
sys.path[:0] = [
    str(CLIENT / "src"), str(ROOT / "Tests" / "EndToEnd"), str(ROOT / "Tests" / "EndToEnd" / "schema")]

import desk as daemons  # noqa: E402
from session_request import Desk  # noqa: E402


def pytest_configure(config):
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


@pytest.fixture
def make_service():
    """Makes daemons that end with the test."""
    made = []

    def make(**more):
        service = daemons.Desk(None, **more)
        made.append(service)
        return service.start()

    yield make
    for service in made:
        service.remove()


@pytest.fixture(scope="module")
def service():
    """The module's daemon."""
    made = daemons.Desk(None)
    try:
        yield made.start()
    finally:
        made.remove()


@pytest.fixture
def desk(service):
    with Desk(service.path("agent")) as desk:
        yield desk


@pytest.fixture
def page(service):
    """The page behind the links."""
    with Desk(service.path("gateway")) as page:
        yield page


@pytest.fixture
def run():
    """Runs a program to its end and answers what it printed; its failure is the test's."""

    def run(*command, within=120, **more):
        done = subprocess.run(
            [str(word) for word in command], capture_output=True, text=True, timeout=within, check=False, **more)
        assert done.returncode == 0, f"{command[0]} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}"
        return done.stdout

    return run
