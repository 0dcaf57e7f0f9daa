"""The recipient's client as a window, by a screen reader's eyes and hands."""

import signal
import subprocess

import pytest

from recipient import JOIN, SHORT, command
from stage import Stage, anydesk


@pytest.fixture
def stage(tmp_path, home, page):
    with Stage(tmp_path / "stage", home, page.desk) as stage:
        anydesk(stage.bin)
        yield stage


def trusts(home, page, more=""):
    settings = home / ".config" / "session-request" / "join.ini"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(f"[join]\ntrusted = {page.address}\n{more}")


@pytest.mark.parametrize("scheme", ["prefer-light", "prefer-dark"])
def test_allow_connect_take_back_close(stage, page, scheme):
    stage.environment["ADW_DEBUG_COLOR_SCHEME"] = scheme
    made = page.create(recipient={"name": "<b>Maria</b> & Keller"}, subject="Printer <i>is</i> offline")
    client = stage.start(JOIN, page.scheme_link(made))
    reader = stage.reader()
    reader.sees("Talk to 127.0.0.1?")
    stage.screenshot(f"join-{scheme}-host.png")
    assert "granted" not in page.events(made)
    reader.press("Continue")
    # A name is text, whatever it looks like.
    texts = reader.sees("root of Example Support asks for access to this computer")
    assert "<b>Maria</b> & Keller" in texts and "Printer <i>is</i> offline" in texts and "127.0.0.1" in texts
    stage.screenshot(f"join-{scheme}-asking.png")
    reader.press("Allow access")
    reader.sees("Waiting for root of Example Support")
    assert page.becomes(made, "ready")["join"]["target"]["address"] == "987654321"
    page.agent.call("sessionRequest.connect", id=made["id"])
    reader.sees("root of Example Support is connected")
    stage.screenshot(f"join-{scheme}-connected.png")
    reader.press("Take the permission back")
    page.becomes(made, "waiting")
    reader.sees("The permission is taken back")
    reader.press("Allow access")
    page.becomes(made, "ready")
    # The button of the title bar: closing is taking back.
    reader.press("Close")
    assert client.wait(20) == 0
    assert page.status(made) == "waiting" and page.events(made)[-1] == "revoked"


def test_deny_and_being_asked_again(stage, page, home):
    trusts(home, page)
    made = page.create()
    stage.start(JOIN, made["link"])
    reader = stage.reader()
    reader.sees("asks for access")
    reader.press("Deny")
    reader.sees("You said no")
    assert page.becomes(made, "waiting")["denials"] == 1
    page.agent.call("sessionRequest.requestAccess", id=made["id"])
    reader.sees("They ask for it right now")
    reader.press("Allow access")
    page.becomes(made, "ready")
    page.agent.call("sessionRequest.close", id=made["id"], reason="done")
    reader.sees("This session is closed")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_takes_the_access_back(stage, page, home, number):
    trusts(home, page)
    made = page.create()
    client = stage.start(JOIN, made["link"])
    reader = stage.reader()
    reader.press("Allow access")
    page.becomes(made, "ready")
    client.send_signal(number)
    assert client.wait(20) == 128 + number and page.status(made) == "waiting"


def test_the_end_of_the_display_is_the_end_of_the_access(stage, page, home):
    """A desktop's session that ends takes the X server away."""
    trusts(home, page)
    made = page.create()
    client = stage.start(*command(made["link"], **SHORT))
    reader = stage.reader()
    reader.press("Allow access")
    page.becomes(made, "ready")
    stage.xvfb.terminate()
    client.wait(20)
    page.becomes(made, "waiting", within=10)


def test_without_a_link_it_asks_for_one(stage, page, home):
    trusts(home, page)
    made = page.create(recipient={"name": "Maria Keller"})
    stage.start(JOIN)
    reader = stage.reader()
    reader.sees("Enter the link that you were sent")
    stage.screenshot("join-link.png")
    reader.type(made["link"])
    reader.press("Continue")
    reader.sees("Maria Keller")


def test_what_is_no_link_is_told_in_a_window(stage):
    client = stage.start(JOIN, "session-request://join?link=https://user@help.example.com/s/abc")
    reader = stage.reader()
    reader.sees("it names a user before its host, which hides where it leads")
    reader.press("Close")
    assert client.wait(15) == 3


def test_the_browser_s_press_opens_it(stage, page, home, tmp_path):
    """xdg-open, as a browser does it with the address on the page."""
    trusts(home, page)
    prefix = tmp_path / "prefix"
    subprocess.run(
        ["make", "--silent", "install-desktop", f"PREFIX={prefix}"], cwd=JOIN.parents[2], check=True, capture_output=True)
    stage.environment["PATH"] = f"{stage.bin}:{prefix}/bin:/usr/bin:/bin"
    stage.environment["XDG_DATA_DIRS"] = f"{prefix}/share:/usr/share"
    made = page.create(recipient={"name": "Maria Keller"})
    stage.start("xdg-open", page.scheme_link(made))
    reader = stage.reader()
    reader.sees("Maria Keller")
    reader.press("Allow access")
    page.becomes(made, "ready")
