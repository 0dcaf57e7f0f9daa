"""Entries, metadata, icons and manuals, held to the programs that read them."""

import re
import subprocess

import pytest

from stage import PROGRAMS

ROOT = PROGRAMS.parents[1]
FOLDER = ROOT / "contrib" / "desktop"
STATUSES = ["open", "waiting", "ready", "connected", "closed", "expired"]


def done(*command):
    run = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout + run.stderr


def test_desktop_entries_are_valid():
    entries = sorted(FOLDER.glob("*.desktop"))
    assert len(entries) >= 2
    # It is silent when it is content, warnings included.
    assert done("desktop-file-validate", *entries) == ""


def test_metadata_is_valid():
    for file in FOLDER.glob("*.metainfo.xml"):
        done("appstreamcli", "validate", "--no-net", file)


def test_icons_are_what_is_drawn():
    done(FOLDER / "draw-icons", "--check")


@pytest.mark.parametrize("name", ["", *(f"-{status}" for status in STATUSES)])
def test_icons_are_drawn_in_every_size(name, tmp_path):
    icons = FOLDER / "icons" / "hicolor"
    kind = "status" if name else "apps"
    for file in (icons / "scalable" / kind / f"session-request{name}.svg",
                 icons / "symbolic" / kind / f"session-request{name}-symbolic.svg"):
        for size in (16, 128):
            picture = tmp_path / f"{file.stem}-{size}.png"
            done("rsvg-convert", "--width", size, "--height", size, "--output", picture, file)
            colors = int(done("identify", "-format", "%k", picture))
            assert colors > 1, f"nothing is drawn in {file.name} at {size}"


def test_manuals_have_no_fault_and_name_every_option():
    for folder, program in ((PROGRAMS, "session-request-join"), (PROGRAMS, "session-request-open"),
                            (PROGRAMS.parent / "gtk", "session-requests")):
        file = folder / "man" / f"{program}.1"
        checked = subprocess.run(
            ["man", "--warnings", "--encoding=UTF-8", "--local-file", file], capture_output=True, text=True,
            env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "MANROFFSEQ": "", "MANWIDTH": "100"}, check=False)
        assert checked.returncode == 0 and checked.stderr == "", checked.stderr
        said = done("/usr/bin/python3", folder / program, "--help")
        for option in set(re.findall(r"--[a-z-]+", said)) - {"--help"}:
            assert option in checked.stdout, f"{program}.1 does not tell {option}"


def test_settings_in_the_example_are_the_usual_ones(tmp_path):
    from session_request_desktop import settings

    example = (FOLDER / "join.ini").read_text()
    usual = settings.Settings()
    assert settings.read([FOLDER / "join.ini"]) == usual
    # And each of them is understood.
    spoken = tmp_path / "join.ini"
    spoken.write_text(re.sub(r"^;(?=\w+ =)", "", example, flags=re.MULTILINE))
    read = settings.read([spoken])
    assert read.screen == usual.screen and read.anydesk == usual.anydesk and read.portal is not None


def test_what_is_installed_starts(tmp_path):
    """Each from its own prefix, and nothing of the source tree beside it."""
    done("make", "--silent", "--directory", ROOT, "install-desktop", "install-window", f"PREFIX={tmp_path}")
    for program in ("session-request-join", "session-request-open", "session-requests"):
        version = done("env", "-i", "PATH=/usr/bin:/bin", tmp_path / "bin" / program, "--version")
        assert re.search(r"[0-9]+[.][0-9]+[.][0-9]+", version), version
    # Their texts are found below the prefix, too.
    said = subprocess.run(
        ["env", "-i", "PATH=/usr/bin:/bin", "LANG=de_DE.UTF-8", tmp_path / "bin" / "session-request-join", "nonsense"],
        capture_output=True, text=True, check=False)
    assert said.stderr.startswith("Es kann nicht losgehen: "), said.stderr
    for entry in (tmp_path / "share" / "applications").glob("*.desktop"):
        (command,) = re.findall(r"^Exec=(\S+)", entry.read_text(), re.MULTILINE)
        assert (tmp_path / "bin" / command).exists()
    done("make", "--silent", "--directory", ROOT, "uninstall-desktop", "uninstall-window", f"PREFIX={tmp_path}")
    assert [file for file in tmp_path.rglob("*") if file.is_file() and file.name != "icon-theme.cache"
            and file.name != "mimeinfo.cache"] == []
