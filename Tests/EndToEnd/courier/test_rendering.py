"""Every language's mail in a real browser: on a phone, by day and by night, for everybody."""

import json
import shutil
import subprocess

import axe_playwright_python.sync_playwright as axe
import pytest
from playwright.sync_api import sync_playwright

from couriers import PROGRAM

LANGUAGES = ["en", "pt-BR", "es", "de", "fr", "it", "nl", "pl", "ja", "ar"]
LINK = "https://help.example.com/s/aeaqaaaaaaaaaacmk3xz6j4vq2p7yq5m6t3nq7kzra"


def request(tag):
    sent = {"state": "queued", "at": "2026-11-25T10:00:00.000Z", "attempts": 0}
    return {
        "id": 42, "revision": 1, "status": "open", "statusSince": "2026-11-25T10:00:00.000Z",
        "subject": "Donaudampfschifffahrtsgesellschaftskapitänspatent", "comments": None,
        "recipient": {"name": "Maria Silva", "email": "maria@example.org", "language": tag}, "assignee": None,
        "createdBy": {"kind": "user", "uid": 1000, "user": "ana"}, "createdAt": "2026-11-25T10:00:00.000Z",
        "updatedAt": "2026-11-25T10:00:00.000Z", "expiresAt": "2026-11-27T10:00:00.000Z", "link": LINK,
        "code": "604153928", "invitation": {"email": sent, "sms": sent}, "denials": 0, "priority": "normal", "tags": [],
        "schedule": {"startsAt": "2026-11-26T14:30:00.000Z", "endsAt": "2026-11-26T15:00:00.000Z",
                     "timeZone": "America/Argentina/Buenos_Aires"}, "customFields": {}}


def written(tag, purpose="invitation"):
    given = {"purpose": purpose, "organization": "Example Support", "agentName": "ana", "sessionRequest": request(tag)}
    done = subprocess.run(
        [PROGRAM, "preview", "--json"], input=json.dumps(given), capture_output=True, text=True, timeout=20)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        program = shutil.which("chromium-headless-shell") or shutil.which("chromium")
        assert program, "cannot test without chromium-headless-shell: install Tests/EndToEnd/packages.txt"
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("tag", LANGUAGES)
def test_on_a_phone_nothing_is_cut_and_everybody_can_read_it(browser, tag, scheme):
    page = browser.new_page(viewport={"width": 320, "height": 640}, color_scheme=scheme)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_content(written(tag)["html"])
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    button = page.get_by_role("link").first
    assert button.get_attribute("href") == LINK and button.bounding_box()["height"] >= 44
    found = axe.Axe().run(page).response["violations"]
    serious = [one["id"] for one in found if one["impact"] in ("serious", "critical")]
    assert not serious, serious
    assert not [url for url in asked if not url.startswith(("about:", "data:"))]
    page.close()


def test_every_purpose_has_a_page_of_its_own(browser):
    texts = set()
    for purpose in ("invitation", "linkRenewed", "rescheduled", "reminder", "canceled", "closed"):
        page = browser.new_page(viewport={"width": 320, "height": 640})
        page.set_content(written("en", purpose)["html"])
        links = page.get_by_role("link").count()
        assert links == (0 if purpose == "canceled" else 2), purpose
        texts.add(page.locator("p").nth(1).inner_text())
        page.close()
    assert len(texts) == 6
