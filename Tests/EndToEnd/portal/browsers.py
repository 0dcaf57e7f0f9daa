"""A real Chromium, driven as a visitor uses it."""

import os
import pathlib
import re
import shutil

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

PHONE = {"width": 320, "height": 640}
DESKTOP = {"width": 1100, "height": 900}
# Where screenshots go, when somebody wants to look at them.
SHOTS = os.environ.get("PORTAL_SCREENSHOTS")


class Browser:
    def __init__(self):
        program = shutil.which("chromium-headless-shell") or shutil.which("chromium")
        assert program, "cannot test without chromium-headless-shell: install Tests/EndToEnd/packages.txt"
        self._playwright = sync_playwright().start()
        self._browser = self._playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])

    def visitor(self, *, size=DESKTOP, dark=False, script=True, language="en-US", zone="America/New_York", **more):
        """A visitor who has never been here."""
        return self._browser.new_context(
            viewport=size, color_scheme="dark" if dark else "light", java_script_enabled=script, locale=language,
            timezone_id=zone, **more)

    def close(self):
        self._browser.close()
        self._playwright.stop()


def heading(page):
    return page.locator("h1").inner_text()


def serious(page):
    """What the accessibility engine finds serious or worse."""
    results = Axe().run(page).response
    return [f"{found['id']}: {found['help']} ({[node['target'] for node in found['nodes']]})"
            for found in results["violations"] if found["impact"] in ("serious", "critical")]


def fits(page):
    """Whether nothing has to be scrolled sideways."""
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def small_targets(page):
    """Buttons and fields that are lower than 44 pixels."""
    script = """() => [...document.querySelectorAll("button, .button, summary, input:not([type=hidden]):not([type=radio]), select, textarea")]
        .filter(e => e.offsetParent && e.getBoundingClientRect().height < 44).map(e => e.outerHTML)"""
    return page.evaluate(script)


def shoot(page, name):
    if SHOTS:
        pathlib.Path(SHOTS).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=f"{SHOTS}/{re.sub(r'[^a-z0-9-]', '-', name.lower())}.png", full_page=True)
