"""A visitor goes through the page in a real browser: each way that a session can take."""

import pytest
from browsers import PHONE, fits, heading, serious, shoot, small_targets
from flows import create, get, open_link, token
from moments import ahead, instant, rfc3339
from playwright.sync_api import expect


@pytest.fixture
def agent(desk):
    return desk.agent()


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def is_now(page, text):
    expect(page.locator("h1")).to_have_text(text)


def visit(browse, portal, request, **more):
    page = browse(**more)
    page.goto(f"{portal.address}/s/{token(request)}")
    return page


def looked_at(page, name):
    """What holds for every page, and a picture of it."""
    shoot(page, name)
    assert serious(page) == [], name
    assert fits(page), f"{name} is wider than the window"
    assert small_targets(page) == [], name


def allow(page, address="123 456 789"):
    page.get_by_label("Program", exact=True).select_option("anydesk")
    page.get_by_label("Address that the program shows").fill(address)
    press(page, "Allow access")


def test_the_whole_way_to_a_rating(desk, portal, browse, agent):
    request = create(agent, subject="The printer prints stripes")
    page = visit(browse, portal, request)
    is_now(page, "Remote support for Maria Keller")
    expect(page.get_by_text("The printer prints stripes")).to_be_visible()
    expect(page.get_by_text("21001 from Example Support would like to help you")).to_be_visible()
    looked_at(page, "invitation")
    assert get(agent, request)["status"] == "open"

    press(page, "Continue")
    is_now(page, "Get ready")
    assert get(agent, request)["status"] == "waiting"
    looked_at(page, "join")
    allow(page)
    is_now(page, "Thank you. Now the agent can connect")
    looked_at(page, "ready")
    after = get(agent, request)
    assert after["status"] == "ready"
    assert after["join"]["target"] == {"scheme": "anydesk", "address": "123456789"}

    agent.call("sessionRequest.connect", id=request["id"])
    is_now(page, "21001 is connected")
    looked_at(page, "connected")
    agent.call("sessionRequest.close", id=request["id"])
    is_now(page, "This session is closed")
    looked_at(page, "closed")

    page.get_by_label("Very good").check()
    page.get_by_label("What should we know?").fill("Quick, and kind.\nThank you!")
    press(page, "Send rating")
    expect(page.get_by_text("Thank you for your rating.")).to_be_visible()
    looked_at(page, "rated")
    feedback = get(agent, request)["feedback"]
    assert (feedback["rating"], feedback["comment"].split()) == (5, "Quick, and kind. Thank you!".split())


def test_deny_and_allow_after_all(desk, portal, browse, agent):
    request = create(agent)
    page = visit(browse, portal, request)
    press(page, "Continue")
    press(page, "Deny")
    expect(page.get_by_text("You have said no")).to_be_visible()
    assert (get(agent, request)["status"], get(agent, request)["denials"]) == ("waiting", 1)
    allow(page)
    is_now(page, "Thank you. Now the agent can connect")
    assert get(agent, request)["status"] == "ready"


def test_deny_until_it_is_closed_and_see_it_opened_again(desk, portal, browse, agent):
    request = create(agent)
    page = visit(browse, portal, request)
    press(page, "Continue")
    for _ in range(3):
        press(page, "Deny")
    is_now(page, "This session is closed")
    assert page.get_by_role("button", name="Send rating").count() == 0
    agent.call("sessionRequest.reopen", id=request["id"], keepLink=True)
    is_now(page, "Remote support for Maria Keller")


def test_take_it_back_while_the_agent_is_connected(desk, portal, browse, agent):
    request = create(agent)
    page = visit(browse, portal, request)
    press(page, "Continue")
    allow(page)
    is_now(page, "Thank you. Now the agent can connect")
    agent.call("sessionRequest.connect", id=request["id"])
    is_now(page, "21001 is connected")
    press(page, "Take the permission back")
    is_now(page, "Get ready")
    expect(page.get_by_text("The permission is taken back")).to_be_visible()
    assert get(agent, request)["status"] == "waiting"


def test_the_agent_asks_while_the_address_is_typed(desk, portal, browse, agent):
    request = create(agent)
    page = visit(browse, portal, request)
    press(page, "Continue")
    page.get_by_label("Address that the program shows").fill("987654321")
    agent.call("sessionRequest.requestAccess", id=request["id"])
    is_now(page, "21001 asks for access now")
    looked_at(page, "asked")
    assert page.get_by_label("Address that the program shows").input_value() == "987654321"
    press(page, "Allow access")
    is_now(page, "Thank you. Now the agent can connect")


def test_calling_it_off(desk, portal, browse, agent):
    request = create(agent)
    page = visit(browse, portal, request)
    press(page, "Continue")
    page.get_by_text("I do not need this any more").click()
    press(page, "Cancel the request")
    is_now(page, "This session is closed")
    expect(page.get_by_text("You have cancelled the request.")).to_be_visible()
    assert get(agent, request)["closed"]["reason"] == "canceledByRecipient"


def test_a_schedule_in_both_time_zones(desk, portal, browse, agent):
    request = create(agent, schedule={
        "startsAt": "2030-06-03T12:30:00.000Z", "endsAt": "2030-06-03T13:00:00.000Z", "timeZone": "Europe/Berlin"})
    page = visit(browse, portal, request)
    there = page.locator("time").first.inner_text().replace("\u202f", " ")
    assert there == "Monday, June 3, 2030 at 2:30 PM – 3:00 PM (Central European Time)"
    here = page.locator("[data-here] dd").inner_text().replace("\u202f", " ").replace("\u2009", " ")
    assert here == "Monday, June 3, 2030, 8:30 – 9:00 AM (America/New_York)"
    expect(page.get_by_text("You may get ready before that.")).to_be_visible()
    looked_at(page, "scheduled")


def test_it_expires_while_somebody_looks(desk, portal, browse, agent):
    request = create(agent, expiresIn=4)
    page = visit(browse, portal, request)
    press(page, "Continue")
    is_now(page, "Get ready")
    expect(page.locator("h1")).to_have_text("This link has expired", timeout=15_000)
    looked_at(page, "expired")
    expect(page.get_by_text("I have a new code")).to_be_visible()


def test_an_address_that_is_none_is_told_without_losing_it(desk, portal, browse, agent):
    request = create(agent)
    for script in (True, False):
        page = visit(browse, portal, request, script=script)
        if page.get_by_role("button", name="Continue").count():
            press(page, "Continue")
        allow(page, "12-34")
        if script:
            message = page.get_by_label("Address that the program shows").evaluate("input => input.validationMessage")
            assert message.startswith("This is not an address that the support desk takes.")
        else:
            expect(page.get_by_role("alert")).to_contain_text("This is not an address that the support desk takes.")
            assert page.get_by_label("Address that the program shows").input_value() == "12-34"
            looked_at_without_script(page, "wrong-address")
    assert get(agent, request)["status"] == "waiting"


@pytest.mark.parametrize("script", [True, False])
def test_an_address_in_the_digits_of_another_keyboard(desk, portal, browse, agent, script):
    request = create(agent)
    page = visit(browse, portal, request, script=script)
    press(page, "Continue")
    allow(page, "１２３ ４５６ ７８９")
    is_now(page, "Thank you. Now the agent can connect")
    assert get(agent, request)["join"]["target"]["address"] == "123456789"


def looked_at_without_script(page, name):
    shoot(page, name)


def test_everything_works_without_javascript(desk, portal, browse, agent):
    request = create(agent)
    page = visit(browse, portal, request, script=False)
    press(page, "Continue")
    is_now(page, "Get ready")
    # What was typed must not be lost, so here the visitor looks again.
    agent.call("sessionRequest.requestAccess", id=request["id"])
    page.get_by_role("link", name="See whether something has changed").click()
    expect(page.locator("h1")).to_contain_text("asks")
    allow(page)
    is_now(page, "Thank you. Now the agent can connect")
    assert page.locator("noscript p").count() == 1
    agent.call("sessionRequest.connect", id=request["id"])
    # The page looks again by itself.
    expect(page.locator("h1")).to_have_text("21001 is connected", timeout=15_000)
    agent.call("sessionRequest.close", id=request["id"])
    expect(page.locator("h1")).to_have_text("This session is closed", timeout=15_000)
    # What only a live page does is not promised.
    assert not page.get_by_text("You can leave this page open").is_visible()
    assert page.get_by_role("link", name="See whether something has changed").is_visible()
    page.get_by_label("Bad", exact=True).check()
    press(page, "Send rating")
    assert get(agent, request)["feedback"]["rating"] == 2


@pytest.mark.parametrize("dark", [False, True])
def test_it_fits_a_phone(desk, portal, browse, agent, dark):
    request = create(agent, subject="A" * 60)
    page = visit(browse, portal, request, size=PHONE, dark=dark)
    name = "phone-dark" if dark else "phone"
    looked_at(page, f"{name}-invitation")
    press(page, "Continue")
    is_now(page, "Get ready")
    looked_at(page, f"{name}-join")
    allow(page)
    is_now(page, "Thank you. Now the agent can connect")
    looked_at(page, f"{name}-ready")
    press(page, "Take the permission back")
    page.get_by_text("I do not need this any more").click()
    press(page, "Cancel the request")
    is_now(page, "This session is closed")
    looked_at(page, f"{name}-closed")


def test_arabic_is_written_from_right_to_left(desk, portal, browse, agent):
    request = create(agent, recipient={"name": "مريم", "language": "ar"})
    page = visit(browse, portal, request)
    assert page.locator("html").get_attribute("dir") == "rtl"
    looked_at(page, "arabic-invitation")
    page.get_by_role("button", name="متابعة").click()
    expect(page.locator("h1")).to_have_text("الاستعداد")
    looked_at(page, "arabic-join")
    assert get(agent, request)["status"] == "waiting"


@pytest.mark.parametrize("language", ["en", "pt-BR", "es", "de", "fr", "it", "nl", "pl", "ja", "ar"])
def test_every_language_fits_a_phone(desk, portal, browse, agent, language):
    request = create(agent, recipient={"name": "Maria", "language": language})
    page = visit(browse, portal, request, size=PHONE)
    assert page.locator("html").get_attribute("lang") == language
    looked_at(page, f"language-{language}-invitation")
    open_link(desk.gateway(), request)
    expect(page.locator("#address")).to_be_visible()
    looked_at(page, f"language-{language}-join")


def test_the_visitors_language_counts_when_the_request_has_none(desk, portal, browse, agent):
    page = visit(browse, portal, create(agent), language="nl-BE")
    assert page.locator("html").get_attribute("lang") == "nl"


def test_a_place_in_the_queue_moves_without_a_new_page(desk, portal, browse, agent):
    root = desk.agent(0)
    root.call("queue.create", id="front", name="Front desk", members={"users": ["21001"]})
    first, second = (create(agent, assignee={"type": "queue", "id": "front"}) for _ in range(2))
    gateway = desk.gateway()
    open_link(gateway, first)
    page = visit(browse, portal, second)
    press(page, "Continue")
    expect(page.locator("[data-queue]")).to_have_text("Your place in the queue: 2")
    page.get_by_label("Address that the program shows").fill("987")
    gateway.call("link.cancel", token=token(first))
    expect(page.locator("[data-queue]")).to_have_text("Your place in the queue: 1")
    assert page.get_by_label("Address that the program shows").input_value() == "987"


def test_soon_is_not_too_soon(desk, portal, browse, agent):
    start = ahead(3600)
    request = create(agent, schedule={"startsAt": start, "endsAt": rfc3339(instant(start) + 1_800_000)})
    page = visit(browse, portal, request)
    press(page, "Continue")
    allow(page)
    is_now(page, "Thank you. Now the agent can connect")
    assert heading(page)


def test_the_pages_without_a_link(desk, portal, browse):
    desk.agent(0).call("queue.create", id="everybody", name="Everybody", publicPage=True)
    page = browse(size=PHONE)
    for path, name in (("/join", "code"), ("/q/everybody", "help"), ("/s/nothing", "invalid"), ("/nowhere", "not-found")):
        page.goto(portal.address + path)
        looked_at(page, f"phone-{name}")
    page.goto(portal.address + "/")
    is_now(page, "Type your code")
    page.get_by_label("Code").fill("111 111 111")
    press(page, "Continue")
    expect(page.get_by_role("alert")).to_have_text(
        "There is no request with this code. Please check the digits, or ask for a new code.")
    looked_at(page, "phone-code-wrong")


def test_the_page_while_the_desk_is_away(make_desk, make_portal, browse):
    desk = make_desk()
    portal = make_portal(desk)
    request = create(desk.agent())
    desk.forget_connections()
    desk.stop()
    page = visit(browse, portal, request, dark=True)
    is_now(page, "The support desk cannot be reached at the moment")
    looked_at(page, "dark-unavailable")
    desk.start()
    expect(page.locator("h1")).to_have_text("Remote support for Maria Keller", timeout=20_000)
