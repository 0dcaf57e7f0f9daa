"""The picture of a status bar that the README shows."""

import desk as desks
import screens
from scene import kept, morning
from test_bars import picture, shows
from moments import until


def test_waybar(make_desk, tmp_path):
    from conftest import PERSON

    roles = desks.configuration()["roles"]
    roles["support_agent"]["users"].append("games")
    desk = make_desk(config=desks.configuration(roles=roles))
    morning(desk.agent(desks.ROOT), desk.gateway())
    desktop = screens.sway(desk, PERSON)
    try:
        screens.waybar(desktop)
        shows(desktop, "bar", "#5FB35F")
        until(lambda: picture(desktop, "bar") == picture(desktop, "bar"), within=10, what="the bar standing still")
        (desktop.home / "bar.png").rename(desktop.home / "whole.png")
        cut = desktop.run("convert", "whole.png", "-crop", "800x40+0+0", "+repage", "cut.png")
        assert cut.returncode == 0, cut.stderr
        kept(tmp_path, "bar.png").write_bytes((desktop.home / "cut.png").read_bytes())
    finally:
        desktop.end()
