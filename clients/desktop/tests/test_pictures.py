"""The picture of the recipient's client that the README shows."""

import re
import subprocess

import pytest

from moments import until
from page import Page
from recipient import JOIN
from scene import AGENT, kept
from stage import Stage, anydesk


def blue(picture):
    """Pixels in the colour of what is suggested."""
    done = subprocess.run(
        ["convert", picture, "-depth", "8", "-format", "%c", "histogram:info:"], capture_output=True, text=True, check=True)
    return sum(int(count) for count in re.findall(r"(\d+): .*#3584E4", done.stdout))


@pytest.mark.parametrize("tag, name", [("en", "join.png"), ("ar", "join-arabic.png")])
def test_the_recipient_s_client(contract, home, tmp_path, compiled, tag, name):
    with Page(contract) as page, Stage(tmp_path / "stage", home, page.desk, size="460x700x24") as stage:
        settings = home / ".config" / "session-request" / "join.ini"
        settings.parent.mkdir(parents=True)
        settings.write_text(f"[join]\ntrusted = {page.address}\n")
        anydesk(stage.bin)
        made = page.create(
            recipient={"name": "Maria Keller", "language": tag}, subject="The printer prints nothing", assignee=AGENT)
        stage.start(JOIN, made["link"])
        reader = stage.reader()
        reader.sees("Maria Keller")
        # It can be pressed after a moment, and has its full colour then.
        until(lambda: blue(stage.screenshot("shown.png")) > 1000, within=10, what="the button for allowing")
        kept(tmp_path, name).write_bytes(stage.screenshot("shown.png").read_bytes())
