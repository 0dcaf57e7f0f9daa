"""Desktops for tests: sway without a screen, and X on a virtual one, with real bars and screenshots of them."""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile

import desk as desks
from moments import until

CONTRIB = desks.HERE.parent.parent / "contrib"


class Desktop:
    """A folder that is a home, an environment, and the programs that run in it."""

    def __init__(self, desk, uid):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="desktop-", dir="/tmp"))
        self.uid = uid
        self.programs = []
        runtime = self.home / "run"
        runtime.mkdir(mode=0o700)
        (self.home / "bin").mkdir()
        shutil.copy(desks.CLI, self.home / "bin/session-request")
        self.environment = desks.environment() | {
            "HOME": str(self.home), "XDG_RUNTIME_DIR": str(runtime), "XDG_CONFIG_HOME": str(self.home),
            "PATH": f"{self.home}/bin:{os.environ['PATH']}", "SESSION_REQUEST_SOCKET": str(desk.path("agent")),
            "LANG": "C.UTF-8", "SHELL": "/bin/sh"}
        self.own()

    def own(self):
        """Everything in the home is the person's."""
        for path in (self.home, *self.home.rglob("*")):
            os.chown(path, self.uid, self.uid, follow_symlinks=False)

    def start(self, *command, **more):
        log = (self.home / f"{pathlib.Path(command[0]).name}.log").open("ab")
        self.programs.append(subprocess.Popen(
            [str(word) for word in command], env=self.environment | more, stdin=subprocess.DEVNULL, stdout=log,
            stderr=log, cwd=self.home, user=self.uid, group=self.uid, extra_groups=[], start_new_session=True))
        return self.programs[-1]

    def run(self, *command, within=20):
        return subprocess.run(
            [str(word) for word in command], env=self.environment, capture_output=True, text=True, timeout=within,
            cwd=self.home, user=self.uid, group=self.uid, extra_groups=[])

    def end(self):
        for program in reversed(self.programs):
            program.send_signal(signal.SIGTERM)
            try:
                program.wait(5)
            except subprocess.TimeoutExpired:
                program.kill()
                program.wait(5)
        shutil.rmtree(self.home, ignore_errors=True)

    def logs(self):
        return "\n".join(f"{log.name}: {log.read_text(errors='replace')[-2000:]}" for log in self.home.glob("*.log"))


def sway(desk, uid):
    """sway on an output that no screen shows."""
    desktop = Desktop(desk, uid)
    config = desktop.home / "sway.conf"
    config.write_text("output HEADLESS-1 resolution 800x100 position 0 0 bg #203040 solid_color\n")
    desktop.own()
    desktop.start(
        "sway", "-c", config, WLR_BACKENDS="headless", WLR_LIBINPUT_NO_DEVICES="1", WLR_RENDERER="pixman",
        LIBSEAT_BACKEND="noop", XDG_CURRENT_DESKTOP="sway")
    runtime = pathlib.Path(desktop.environment["XDG_RUNTIME_DIR"])
    displays = lambda: [path.name for path in runtime.glob("wayland-*") if path.suffix != ".lock"]  # noqa: E731
    until(displays, within=20, what="sway's display")
    desktop.environment["WAYLAND_DISPLAY"] = displays()[0]
    return desktop


def waybar(desktop):
    """Waybar with our module, configured with the files of contrib."""
    folder = CONTRIB / "waybar"
    modules = "".join(line for line in (folder / "session-request.jsonc").read_text().splitlines() if "//" not in line)
    config = {"layer": "top", "height": 40, "modules-center": ["custom/session-request"]} | json.loads(modules)
    (desktop.home / "waybar.json").write_text(json.dumps(config))
    (desktop.home / "style.css").write_text(
        "* { font-family: DejaVu Sans; font-size: 20px; }\n" + (folder / "style.css").read_text())
    desktop.own()
    return desktop.start("waybar", "-c", "waybar.json", "-s", "style.css")


def plasma():
    """Where the parts of plasma-workspace are that show a widget: a window for it, and the source of its data. The package
    alone weighs little; with what it depends on it is a whole desktop.
    """
    folder = desks.HERE.parent.parent / "build" / "plasma-workspace"
    if not (folder / "usr/bin/plasmawindowed").exists():
        with tempfile.TemporaryDirectory() as download:
            subprocess.run(["apt-get", "download", "--quiet", "plasma-workspace"], cwd=download, check=True, capture_output=True)
            (package,) = pathlib.Path(download).glob("*.deb")
            subprocess.run(["dpkg-deb", "--extract", package, folder], check=True)
    return folder


def x11(desk, uid):
    """An X server with a screen in memory."""
    desktop = Desktop(desk, uid)
    number = desktop.home / "display"
    with number.open("w") as file:
        desktop.programs.append(subprocess.Popen(
            ["Xvfb", "-displayfd", str(file.fileno()), "-screen", "0", "800x200x24", "-nolisten", "tcp", "-ac"],
            pass_fds=[file.fileno()], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
    until(lambda: number.read_text().strip(), within=20, what="the number of the display")
    desktop.environment["DISPLAY"] = f":{number.read_text().strip()}"
    return desktop
