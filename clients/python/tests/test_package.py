"""What is built installs into an empty environment, whole, and works there."""

import sys
import tarfile
import venv
import zipfile

import pytest
from conftest import CLIENT
from session_request import __version__

PROGRAM = """
import importlib.metadata, pathlib, sys
import session_request
from session_request import AsyncDesk, Desk, NotFound
assert "site-packages" in session_request.__file__, session_request.__file__
assert importlib.metadata.version("session-request") == session_request.__version__
assert not importlib.metadata.requires("session-request")
with Desk(sys.argv[1]) as desk:
    print(desk.session_request.create(recipient={"name": "Maria"}).status)
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The folder of the sdist and of the wheel that is built out of it, as whoever installs from a registry has it."""
    import subprocess

    folder = tmp_path_factory.mktemp("dist")
    done = subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(CLIENT)],
        capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.mark.parametrize("kind", [f"session_request-{__version__}-py3-none-any.whl", f"session_request-{__version__}.tar.gz"])
def test_it_installs_into_an_empty_environment_and_works(built, kind, tmp_path, run, service):
    venv.create(tmp_path / "venv", with_pip=False)
    python = tmp_path / "venv" / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--disable-pip-version-check", "--no-index",
        *(["--no-build-isolation"] if kind.endswith("gz") else []), built / kind,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": ":".join(sys.path) if kind.endswith("gz") else ""})
    assert run(python, "-I", "-W", "error", "-c", PROGRAM, service.path("agent"), cwd=tmp_path) == "open\n"


def test_the_wheel_has_the_package_its_types_and_its_license(built):
    with zipfile.ZipFile(built / f"session_request-{__version__}-py3-none-any.whl") as wheel:
        names = set(wheel.namelist())
    modules = {f"session_request/{path.name}" for path in (CLIENT / "src" / "session_request").iterdir()
               if path.suffix in (".py", ".typed")}
    assert {name for name in names if name.startswith("session_request/")} == modules
    assert "session_request/py.typed" in names and any(name.endswith("LICENSE") for name in names)


def test_the_source_has_what_it_is_built_and_tested_with(built):
    with tarfile.open(built / f"session_request-{__version__}.tar.gz") as source:
        names = {name.partition("/")[2] for name in source.getnames()}
    assert {"pyproject.toml", "README.md", "LICENSE", "PKG-INFO", "src/session_request/py.typed"} <= names
    assert "tests/test_calls.py" in names and not any("__pycache__" in name for name in names)
