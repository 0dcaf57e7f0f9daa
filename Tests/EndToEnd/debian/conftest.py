"""The Debian packages, a machine to put them on, and the people who use it."""

import fcntl
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import pytest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "systemd"))

from machine import REPOSITORY, Machine  # noqa: E402

# A support agent, and one who has no part in it.
PEOPLE = {"ana": "session-request", "sam": None}
# Where packages and what they start may leave something.
PLACES = ["/etc", "/usr", "/lib", "/var", "/run", "/opt", "/srv"]
UPGRADE = "99.0"


def build(folder, *arguments, **environment):
    """Packages of the release build, in `folder`; hardly compressed, which is quick."""
    subprocess.run(
        [REPOSITORY / "contrib/make-deb", *arguments], check=True,
        env={**os.environ, "DEB_FOLDER": str(folder), "DPKG_DEB_COMPRESSOR_LEVEL": "0", **environment})
    return folder


@pytest.fixture(scope="session")
def packages():
    """The packages as they are, judged by lintian, and the same with a higher version: folders by their names."""
    folder = REPOSITORY / "build" / "deb-tests"
    yield {"present": build(folder / "present"),
           "upgrade": build(folder / "upgrade", "--unjudged", DEB_VERSION=UPGRADE, DPKG_DEB_COMPRESSOR_TYPE="none")}
    shutil.rmtree(folder)


class Installation:
    """A machine, what was on it before, and dpkg."""

    def __init__(self, machine):
        self.machine = machine
        self.before = self.traces()

    def traces(self):
        """Every path with the desk's name in it, and every account and group."""
        places = [place for place in PLACES if self.machine.run("test", "-d", place, check=False).returncode == 0]
        found = self.machine.output(
            "find", *places, "-xdev", "-path", "/var/cache/packages", "-prune", "-o",
            "(", "-path", "*session-request*", "-o", "-path", "*session_request*", ")", "-print").splitlines()
        accounts = [line.split(":")[0] for base in ["passwd", "group"]
                    for line in self.machine.output("getent", base).splitlines() if line.startswith("session-request")]
        return sorted(found) + accounts

    def install(self, which, name="*"):
        """Installs, or upgrades to, packages of that folder, all of them or one, by dpkg and without a question."""
        return self.machine.output("sh", "-c", f"dpkg --install /var/cache/packages/{which}/{name}_*.deb")

    def names(self):
        return self.machine.output(
            "sh", "-c", "for file in /var/cache/packages/present/*.deb; do dpkg-deb --field $file Package; done").split()


@pytest.fixture(scope="session")
def installation(packages):
    """A booted machine without the desk, on which the packages lie in /var/cache/packages."""
    machine = Machine("debian")
    with (pathlib.Path(tempfile.gettempdir()) / "session-request-debian-box.lock").open("w") as lock:
        # One run at a time; a box that an aborted run has left behind is taken down.
        fcntl.flock(lock, fcntl.LOCK_EX)
        machine.down()
        try:
            root = machine.prepare()
            for name, folder in packages.items():
                shutil.copytree(folder, root / "var/cache/packages" / name)
            shutil.copy(HERE / "watchers.py", root / "var/cache/packages")
            machine.boot()
            yield Installation(machine)
        finally:
            machine.down()
