"""The types of the window hold, as far as GTK's bindings, which have none, let them be known."""

import ast
import subprocess
import sys

import pytest
from conftest import HERE, ROOT

SOURCES = sorted((HERE.parent / "session_requests_window").glob("*.py"))
SETTINGS = """
[mypy]
strict = True
ignore_missing_imports = True
disallow_subclassing_any = False
warn_return_any = False
mypy_path = {root}/clients/python/src:{root}/clients/gtk
"""


def test_the_window_is_strictly_typed(tmp_path):
    (tmp_path / "mypy.ini").write_text(SETTINGS.format(root=ROOT))
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--config-file", tmp_path / "mypy.ini", "--cache-dir", tmp_path / "cache", *SOURCES],
        capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: file.name)
def test_nothing_is_newer_than_python_3_9(file):
    ast.parse(file.read_text(), feature_version=(3, 9))
