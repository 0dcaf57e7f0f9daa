import pathlib
import sys

import pytest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from couriers import Courier, smtp  # noqa: E402
from desk import configuration  # noqa: E402
from post_office import PostOffice, authority  # noqa: E402


@pytest.fixture(scope="session")
def files(tmp_path_factory):
    """The authority's certificate, and the server's certificate and key."""
    return authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def office(files):
    """A mail server with STARTTLS and AUTH."""
    office = PostOffice(files).start()
    yield office
    office.stop()


@pytest.fixture
def make_courier():
    """Makes couriers that end with the test."""
    made = []

    def make(desk, *arguments, start=True, **more):
        courier = Courier(desk, **more)
        made.append(courier)
        return courier.start(*arguments) if start else courier

    yield make
    for courier in made:
        courier.remove()


# What a desk of these tests is called, and how soon it tries again.
USUAL = {"organization": "Example Support", "portal": {"address": "https://help.desk.test"},
         "delivery": {"firstRetrySeconds": 1, "longestRetrySeconds": 1}}


@pytest.fixture
def mail_desk(make_desk, office, files, tmp_path):
    """Makes desks whose mail goes to the office."""

    def make(**more):
        smtp_more = more.pop("smtp", {})
        return make_desk(config=configuration(
            email=smtp(office, files, tmp_path, **smtp_more), **USUAL | more))

    return make


@pytest.fixture(scope="module")
def posted(make_module_desk, office, files, tmp_path_factory):
    """The module's desk with a courier, whose mail goes to the office."""
    desk = make_module_desk(config=configuration(
        email=smtp(office, files, tmp_path_factory.mktemp("secrets")), **USUAL))
    courier = Courier(desk).start()
    yield desk
    courier.remove()


@pytest.fixture
def ana(posted):
    before = posted.connection_count
    yield posted.agent()
    posted.forget_connections(keep=before)
