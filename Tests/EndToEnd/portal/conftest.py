import os
import pathlib
import sys

import pytest

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE)]

from browsers import Browser  # noqa: E402
from portals import Portal  # noqa: E402

CONFIG = {
    "organization": "Example Support",
    "portal": {
        "downloads": [
            {"scheme": "anydesk", "platform": "windows", "name": "AnyDesk",
             "url": "https://files.example.org/anydesk.exe", "sha256": "a" * 64},
            {"scheme": "anydesk", "platform": "linux", "name": "AnyDesk",
             "url": "https://files.example.org/anydesk.deb", "sha256": "b" * 64},
        ],
        # The tests come from one address, and are faster than people.
        "rateLimits": {"pagesPerMinute": 1_000_000, "formsPerMinute": 1_000_000},
        "support": {"phone": "+1 555 0100", "email": "help@example.org"},
    },
}


def making():
    made = []

    def make(desk, start=True, **more):
        portal = Portal(desk, **{"config": CONFIG} | more)
        made.append(portal)
        return portal.start() if start else portal

    yield make
    for portal in made:
        portal.remove()


@pytest.fixture
def make_portal():
    """Makes portals that end with the test."""
    yield from making()


@pytest.fixture(scope="module")
def make_module_portal():
    """Makes portals that end with the module."""
    yield from making()


@pytest.fixture(scope="module")
def desk(make_module_desk):
    """The module's daemon; it names the organization, as the portal's configuration does."""
    from desk import configuration

    return make_module_desk(config=configuration(organization="Example Support"))


@pytest.fixture(scope="module")
def portal(desk, make_module_portal):
    """The module's portal, in front of the module's daemon."""
    return make_module_portal(desk)


@pytest.fixture(scope="session")
def chromium():
    """One browser for all tests; each test has contexts of its own."""
    browser = Browser()
    yield browser
    browser.close()


@pytest.fixture
def browse(chromium):
    """Opens pages of new visitors, which end with the test."""
    contexts = []

    def open_page(**more):
        context = chromium.visitor(**more)
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


def pytest_configure(config):
    # Playwright must not look for browsers of its own.
    os.environ.setdefault("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
