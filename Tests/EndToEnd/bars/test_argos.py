"""The plugin for Argos in GNOME Shell, run and read as Argos does."""

import os
import xml.etree.ElementTree

import pytest

import argos
import screens
from flows import create, grant, open_link

PLUGIN = next((screens.CONTRIB / "argos").glob("session-request.*"))


@pytest.fixture
def run(desktop):
    """What a run of the plugin prints, read."""
    plain = desktop(screens.Desktop)
    return lambda: argos.plugin(plain.run(PLUGIN).stdout)


@pytest.fixture
def opened(root, gateway):
    """Requests that wait; closed at the end."""
    made = []

    def open_one(name, **more):
        made.append(create(root, recipient={"name": name}, **more))
        open_link(gateway, made[-1])
        return made[-1]

    yield open_one
    for request in made:
        root.call("sessionRequest.close", id=request["id"], reason="done")


def test_argos_takes_it_for_a_plugin():
    assert os.access(PLUGIN, os.X_OK) and not PLUGIN.name.startswith(".")
    assert argos.interval(PLUGIN.name) == 10


def test_the_button_tells_how_many_and_the_menu_who(run, opened, gateway):
    button, menu = run()
    assert [line.markup for line in button] == ["no requests"] and menu == []
    waiting, ready = opened("Zoë", subject="Printer"), opened("Max")
    grant(gateway, ready)
    button, menu = run()
    assert [line.markup for line in button] == ["1 waiting, 1 ready"]
    assert button[0].attributes["color"].startswith("#")
    # A press opens the desktop's handler of these addresses; nothing is run by a shell.
    links = {line.attributes["href"]: line.markup for line in menu}
    assert set(links) == {f"session-request://connect/{request['id']}" for request in (waiting, ready)}
    assert "Zoë: Printer" in links[f"session-request://connect/{waiting['id']}"]
    assert not {"bash", "eval", "refresh", "param1"} & {name for line in menu for name in line.attributes}


@pytest.mark.parametrize("name", [
    "<b>Zoë</b> & <i>", "Zoë | bash=id terminal=false", "---", "--Zoë", r"Zoë \n\x41\101\\", ":smile:", "Zoë's \"name\"",
    "$(id) `id`"])
def test_a_name_is_a_name(run, opened, name):
    request = opened(name)
    button, menu = run()
    assert len(button) == 1 and len(menu) == 1 and not menu[0].is_separator and menu[0].level == 0
    assert menu[0].attributes["href"] == f"session-request://connect/{request['id']}"
    assert set(menu[0].attributes) == {"useMarkup", "emojize", "ansi", "unescape", "href"}
    # What Pango shows is what was typed, but for the bar that begins the attributes.
    shown = xml.etree.ElementTree.fromstring(f"<markup>{menu[0].markup}</markup>").text
    assert shown.removeprefix(f"{request['id']} waiting: ") == name.replace("|", "\N{BOX DRAWINGS LIGHT VERTICAL}")


def test_a_desk_that_is_away_is_told(desktop):
    plain = desktop(screens.Desktop)
    plain.environment["SESSION_REQUEST_SOCKET"] = str(plain.home / "none.sock")
    button, menu = argos.plugin(plain.run(PLUGIN).stdout)
    assert [line.markup for line in button] == ["desk offline"]
    assert len(menu) == 1 and menu[0].markup and "href" not in menu[0].attributes
