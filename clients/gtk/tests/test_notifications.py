"""What the window tells on the desktop, with a real notification daemon, and what is pressed there."""

import json

import pytest
from moments import until
from moves import JOIN, becomes, ready


@pytest.fixture
def dunst(stage):
    return Dunst(stage)


@pytest.fixture
def stage(make_stage):
    return make_stage("--later", "0.01", before=Dunst.start)


class Dunst:
    """Shows notifications, and presses what the test wants pressed."""

    def __init__(self, stage):
        self._stage = stage

    @staticmethod
    def start(stage):
        # What has buttons is asked for with a menu.
        menu = stage.folder / "menu"
        menu.write_text(f"#!/bin/sh\ngrep -m 1 -F \"$(cat {stage.folder}/wanted)\"\n")
        menu.chmod(0o755)
        config = stage.folder / "dunstrc"
        config.write_text(f"[global]\n    font = DejaVu Sans 12\n    dmenu = {menu}\n")
        stage.start("dunst", "-config", config)
        # dunstctl would have the bus start another one.
        until(lambda: "true" in stage.run(
            "dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/", "org.freedesktop.DBus.NameHasOwner",
            "string:org.freedesktop.Notifications").stdout, within=10, what="dunst")

    def count(self):
        return int(self._stage.run("dunstctl", "count", "displayed").stdout or 0)

    def shows(self, count):
        until(lambda: self.count() == count, within=10, what=f"{count} notifications, not {self.count()}")

    def closed(self):
        """What was shown and closed, the newest first: (summary, body)."""
        entries = json.loads(self._stage.run("dunstctl", "history").stdout)["data"][0]
        return [(entry["summary"]["data"], entry["body"]["data"]) for entry in entries]

    def press(self, label):
        (self._stage.folder / "wanted").write_text(label)
        self._stage.run("dunstctl", "context")

    def close_all(self):
        self._stage.run("dunstctl", "close-all")
        self.shows(0)


def test_connect_is_pressed_and_asks_first(desk, page, reader, stage, dunst, tmp_path):
    made = desk.session_request.create(recipient={"name": "Zoë Keller"}, subject="Printer")
    reader.sees("Zoë Keller")
    page.link.open(code=made.code)
    dunst.shows(1)
    page.link.grant(code=made.code, join=JOIN)
    # It takes the place of the first.
    until(lambda: reader.sees("Ready, just now · Printer"), what="the window hearing of it")
    dunst.shows(1)
    stage.screenshot("notification.png")
    dunst.press("Connect")
    reader.sees("Connect to Zoë Keller?")
    assert not (tmp_path / "started").exists()
    reader.press("Connect now")
    becomes(desk, made.id, "connected")
    dunst.close_all()
    assert ("Zoë Keller allows access", "Printer\nanydesk 987654321") in dunst.closed()


def test_later_tells_it_again(desk, page, reader, dunst):
    made = ready(desk, page)
    dunst.shows(1)
    dunst.press("Later")
    until(lambda: len(dunst.closed()) == 1, what="it going")
    dunst.shows(1)
    dunst.press("Later")
    until(lambda: len(dunst.closed()) == 2, what="it going again")
    desk.session_request.close(made.id)
    other = ready(desk, page, name="Pedro Brandt")
    dunst.shows(1)
    page.link.revoke(code=other.code)
    dunst.shows(0)
    assert [title for title, _ in dunst.closed()].count("Maria Keller allows access") == 2


def test_only_what_is_mine_or_nobodys_is_told_and_nothing_twice(desk, page, service, reader, dunst):
    ready(desk, page, name="Somebody else's", assignee={"type": "agent", "id": "ben"})
    ready(desk, page, name="Mine", assignee="me")
    dunst.shows(1)
    dunst.close_all()
    service.restart()
    ready(desk, page, name="Nobody's")
    dunst.shows(1)
    dunst.close_all()
    assert [title for title, _ in dunst.closed()] == ["Nobody's allows access", "Mine allows access"]
