"""What the documents show is what happens."""

import doctest
import os
import re
import subprocess
import sys
import threading

import pytest
import session_request
from conftest import CLIENT, ROOT
from moments import until
from session_request import Desk
from steps import join, named

EXAMPLE = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)
PAGES = {"clients/python/README.md": CLIENT / "README.md", "README.md": ROOT / "README.md"}


def examples():
    for name, page in PAGES.items():
        for number, match in enumerate(EXAMPLE.finditer(page.read_text()), 1):
            yield pytest.param(match.group(1), id=f"{name}-{number}")


@pytest.fixture
def desks(service, monkeypatch):
    monkeypatch.setenv("SESSION_REQUEST_SOCKET", str(service.path("agent")))
    with Desk(service.path("agent")) as agent, Desk(service.path("gateway")) as page:
        yield agent, page


@pytest.mark.parametrize("module", [session_request.desk, session_request.async_desk], ids=lambda each: each.__name__)
def test_what_docstrings_show_is_what_happens(desks, module):
    found = doctest.testmod(module)
    assert found.attempted and not found.failed


@pytest.mark.parametrize("program", list(examples()))
def test_examples_run_as_they_are(desks, service, program, tmp_path):
    """Each is a program; the recipients of what it creates open their links and allow access, so that it gets on. One
    that goes on for ever is ended when it has told what it was waiting for.
    """
    agent, page = desks
    (tmp_path / "program.py").write_text(program)
    endless = " for event in " in f" {program}" or "async for event" in program
    with agent.watch(types=["sessionRequest.created"]) as created:
        created.next(0.05)
        running = subprocess.Popen(
            [sys.executable, "-W", "error", "-u", "program.py"], cwd=tmp_path, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, env={
                "PATH": os.environ["PATH"], "PYTHONPATH": str(CLIENT / "src"), "CURSOR": "earliest",
                "SESSION_REQUEST_SOCKET": str(service.path("agent"))})
        lines, complaints = [], []
        readers = [threading.Thread(target=into.extend, args=(stream,)) for into, stream in (
            (lines, running.stdout), (complaints, running.stderr))]
        for reader in readers:
            reader.start()
        try:
            until(lambda: played(agent, page if "wait(" in program else None, created, running, lines if endless else None), within=30, what=program)
        finally:
            running.kill()
            status = running.wait(10)
            for reader in readers:
                reader.join(10)
            running.stdout.close()
            running.stderr.close()
    assert status == (-9 if endless else 0), "".join(complaints)
    assert not complaints and (lines or "print(" not in program)


def played(agent, page, created, running, lines):
    """Plays the recipients; whether the program has ended, or one that does not end has told something."""
    event = created.next(0.02)
    if page and event:
        code = agent.session_request.get(event.session_request.id).code
        page.link.grant(code=code, join=join())
    if lines is not None and not lines:
        agent.session_request.create(recipient=named("Pedro"), assignee="me")
    return running.poll() is not None or bool(lines)


def test_the_readme_speaks_of_every_exception():
    text = (CLIENT / "README.md").read_text()
    missing = [name for name in session_request.refusals.__all__ if name != "refusal" and f"`{name}`" not in text]
    assert not missing
