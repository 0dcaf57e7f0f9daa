import pathlib
import resource
import sys

import pytest

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE / "schema")]

import desk as desks  # noqa: E402
from held import Held  # noqa: E402


def pytest_ignore_collect(collection_path, config):
    """The long versions run when they are named, and only then."""
    if collection_path.name == "soak" and collection_path.parent == HERE:
        return not any("soak" in argument for argument in config.args)
    return None


def pytest_configure(config):
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


@pytest.fixture(scope="session")
def contract():
    return Held()


def making(contract):
    made = []

    def make(start=True, **more):
        desk = desks.Desk(contract, **more)
        made.append(desk)
        return desk.start() if start else desk

    yield make
    for desk in made:
        desk.remove()


@pytest.fixture
def make_desk(contract):
    """Makes daemons that end with the test; one that the test stopped may stay stopped."""
    yield from making(contract)


@pytest.fixture(scope="module")
def make_module_desk(contract):
    """Makes daemons that end with the module."""
    yield from making(contract)


@pytest.fixture(scope="module")
def desk(make_module_desk):
    """The module's daemon, with the usual configuration."""
    return make_module_desk()


@pytest.fixture
def connections(desk):
    """The module's daemon; what a test connects to it ends with the test."""
    before = desk.connection_count
    yield desk
    desk.forget_connections(keep=before)


@pytest.fixture
def root(connections):
    return connections.agent(desks.ROOT)


@pytest.fixture
def ana(connections):
    return connections.agent(desks.ANA)


@pytest.fixture
def ben(connections):
    return connections.agent(desks.BEN)


@pytest.fixture
def gateway(connections):
    return connections.gateway()


@pytest.fixture
def viewer(connections):
    return connections.viewer()
