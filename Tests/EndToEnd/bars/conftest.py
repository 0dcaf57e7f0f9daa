import pwd

import pytest

import desk as desks
import screens

# sway refuses root, and a session bus wants an account: one that every Debian has.
PERSON = pwd.getpwnam("games").pw_uid


@pytest.fixture(scope="module")
def desk(make_module_desk):
    """The module's daemon, in which the person at the desktop is an agent."""
    roles = desks.configuration()["roles"]
    roles["support_agent"]["users"].append("games")
    return make_module_desk(config=desks.configuration(roles=roles))


@pytest.fixture
def desktop(desk):
    """Makes desktops, which end with the test."""
    made = []

    def make(kind):
        made.append(kind(desk, PERSON))
        return made[-1]

    yield make
    for one in made:
        one.end()


@pytest.fixture
def sway(desktop):
    return desktop(screens.sway)


@pytest.fixture
def x11(desktop):
    return desktop(screens.x11)
