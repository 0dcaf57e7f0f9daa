"""The pictures of the page that the README shows."""

import pytest
from desk import configuration
from flows import create, token
from playwright.sync_api import expect
from scene import AGENT, kept


@pytest.fixture(scope="module")
def desk(make_module_desk):
    return make_module_desk(config=configuration(organization="Example Support"))


@pytest.fixture
def link(desk, portal):
    request = create(
        desk.agent(0), recipient={"name": "Maria Keller"}, subject="The printer prints nothing", assignee=AGENT)
    return f"{portal.address}/s/{token(request)}"


def test_the_page_on_a_desktop(link, browse, tmp_path):
    page = browse(size={"width": 960, "height": 760})
    page.goto(link)
    expect(page.get_by_text("ana from Example Support would like to help you")).to_be_visible()
    page.screenshot(path=kept(tmp_path, "page-desktop.png"))


def test_the_page_on_a_phone(link, browse, tmp_path):
    page = browse(size={"width": 390, "height": 760}, dark=True)
    page.goto(link)
    page.get_by_role("button", name="Continue", exact=True).click()
    expect(page.get_by_label("Address that the program shows")).to_be_visible()
    page.screenshot(path=kept(tmp_path, "page-phone.png"))
