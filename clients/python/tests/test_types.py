"""The types hold, as strictly as type checkers can be told, and nothing is newer than Python 3.9."""

import json
import sys

from conftest import CLIENT

# What a program may write, and below what a type checker must find fault with.
RIGHT = """
import datetime
from typing import Optional
from session_request import AsyncDesk, Desk, Event, InvalidTransition, SessionRequest, SessionRequestDraft, Status

def work(desk: Desk) -> Optional[str]:
    request: SessionRequest = desk.session_request.create(
        recipient={"name": "Maria", "email": None}, expires_in=datetime.timedelta(hours=1), assignee="me",
        schedule={"starts_at": datetime.datetime.now(datetime.timezone.utc), "time_zone": "Europe/Lisbon"})
    draft: SessionRequestDraft = desk.session_request.create(recipient=request.recipient, dry_run=True)
    status: Status = draft.status
    desk.session_request.update(request.id, subject=None, tags=("a", "b"))
    for event in desk.watch(since="now", types=["sessionRequest.created"], filter={"statuses": [status]}):
        seen: Event = event
        if seen.session_request is not None:
            number: int = seen.session_request.id
            print(number + 1)
    try:
        return desk.session_request.connect(request.id).launch.uri
    except InvalidTransition as error:
        return ", ".join(error.allowed)

async def wait(desk: AsyncDesk) -> int:
    async for request in desk.session_request.list_all(view="active"):
        print(request.recipient.name)
    async for event in desk.watch():
        print(event.cursor)
    answered = await desk.session_request.wait(1, ["ready"], timeout=60)
    return answered.session_request.id
"""
WRONG = [
    'desk.session_request.create()',
    'desk.session_request.create(recipient={"email": "x"})',
    'desk.session_request.create(recipient={"name": "x", "age": 3})',
    'desk.session_request.create(recipient={"name": "x"}, priority="very")',
    'desk.session_request.list(view="everything")',
    'desk.session_request.get("1")',
    'desk.session_request.get(1).recipient.name.first',
    'desk.session_request.get(1).subject.upper()',
    'desk.session_request.get(1).id = 2',
    'desk.session_request.frobnicate(1)',
    'desk.watch(types=["sessionRequest.exploded"])',
    'desk.watch().next(1).cursor',
]


def test_the_package_is_strictly_typed(run):
    run(sys.executable, "-m", "mypy", "--no-incremental", cwd=CLIENT)
    run(sys.executable, "-m", "basedpyright", cwd=CLIENT)


def test_a_program_that_uses_it_is_too(run, tmp_path):
    program = tmp_path / "program.py"
    program.write_text(RIGHT)
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(
        {"typeCheckingMode": "strict", "pythonVersion": "3.9", "extraPaths": [str(CLIENT / "src")]}))
    run(sys.executable, "-m", "basedpyright", "--project", tmp_path, program)
    run(sys.executable, "-m", "mypy", "--strict", "--no-incremental", program,
        env={"MYPYPATH": str(CLIENT / "src"), "PATH": "/usr/bin:/bin"}, cwd=tmp_path)


def test_mistakes_are_found_before_they_run(tmp_path):
    import subprocess

    program = tmp_path / "program.py"
    lines = ["from session_request import Desk", "desk = Desk()", *WRONG]
    program.write_text("\n".join(lines) + "\n")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-incremental", program], capture_output=True, text=True, timeout=120,
        check=False, env={"MYPYPATH": str(CLIENT / "src"), "PATH": "/usr/bin:/bin"}, cwd=tmp_path)
    found = {int(line.split(":")[1]) for line in done.stdout.splitlines() if ": error:" in line}
    assert [lines[number - 1] for number in range(3, len(lines) + 1) if number not in found] == []


def test_nothing_needs_more_than_python_3_9(run):
    run(sys.executable, "-c", "import vermin; vermin.main()", "--target=3.9-", "--no-tips", "--violations", "--eval-annotations",
        CLIENT / "src")


def test_nothing_is_imported_that_is_not_in_the_standard_library():
    import ast

    for path in (CLIENT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else (
                [node.module] if isinstance(node, ast.ImportFrom) and not node.level else [])
            assert {name.split(".")[0] for name in names} <= set(sys.stdlib_module_names) | {"__future__"}, path
