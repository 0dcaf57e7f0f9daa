"""What a recipient's computer has to have: Python 3.9, its library, and GTK's bindings where there is a window."""

import ast
import sys

import pytest

from stage import PROGRAMS

SOURCES = [*sorted((PROGRAMS / "session_request_desktop").glob("*.py")), PROGRAMS / "session-request-join",
           PROGRAMS / "session-request-open"]
WINDOWS = {"page.py", "window.py", "icons.py", "dialogs.py"}


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: file.name)
def test_it_is_python_3_9_and_the_standard_library(file):
    tree = ast.parse(file.read_text(), feature_version=(3, 9))
    modules = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            modules |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            modules.add(node.module.partition(".")[0])
    foreign = modules - set(sys.stdlib_module_names) - {"session_request_desktop"}
    assert foreign <= ({"gi"} if file.name in WINDOWS else set())
