"""The pictures of the README that are text: the live table, and the recording of the demo, which is held to the demo."""

import json
import re
import subprocess
import sys
import xml.etree.ElementTree

import desk as desks
from command_line import Window
from scene import kept, morning
from test_demo import COMMAND, settings, place  # noqa: F401

ROOT = desks.HERE.parent.parent
PICTURES = ROOT / "docs" / "pictures"
sys.path.append(str(ROOT / "contrib" / "pictures"))

import drawing  # noqa: E402


def test_the_live_table(make_desk, tmp_path):
    desk = make_desk()
    morning(desk.agent(desks.ROOT), desk.gateway())
    with Window(desk, "watch", columns=104, rows=9) as window:
        shown = window.until("Paulo Souza[^\n]*No way into the VPN")
        assert re.search(r"1 ready +1 waiting", shown)
        svg = drawing.drawn([(drawing.rows(window.screen), 1)], 104, 9, "session-request watch: a live table of the desk")
    kept(tmp_path, "watch.svg").write_text(svg)
    texts = "".join(xml.etree.ElementTree.fromstring(svg).itertext())
    assert "Maria Keller" in texts and "The printer prints nothing" in texts


def commands(text):
    return re.findall(r"(?m)^\$ (session-request [^\n]*?) *$", text)


def test_the_recording_shows_what_the_demo_shows(place):  # noqa: F811
    told = subprocess.run(
        COMMAND, env=settings(place), stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=True)
    head, *events = map(json.loads, (PICTURES / "demo.cast").read_text().splitlines())
    assert head["version"] == 2 and all(kind == "o" for _, kind, _ in events)
    assert [at for at, _, _ in events] == sorted(at for at, _, _ in events) and events[-1][0] < 90
    screen = drawing.Screen(head["width"], head["height"])
    stream = drawing.Stream(screen)
    seen = []
    for _, _, text in events:
        stream.feed(text)
        seen += [one for one in commands("\n".join(screen.display)) if one not in seen]
    # With somebody at the terminal the watcher has a pane of its own, and the last request waits for that person.
    shown = [one for one in commands(told.stdout) if one not in ("session-request watch", "session-request show 2")]
    assert seen == shown, "the demo has changed: make pictures"


def test_the_drawing_of_the_recording_ends_where_it_does():
    svg = (PICTURES / "demo.svg").read_text()
    tree = xml.etree.ElementTree.fromstring(svg)
    texts = {element.text for element in tree.iter("{http://www.w3.org/2000/svg}text")}
    assert any("session-request create 'Maria Keller'" in text for text in texts)
    assert "@keyframes" in svg and "prefers-reduced-motion" in svg
    # Nothing is loaded from anywhere, and nothing is run.
    assert "<script" not in svg and not re.search(r'(?:href|src)="(?!#)', svg)
