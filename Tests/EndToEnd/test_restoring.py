"""A database that is restored from a copy: what came after the copy is gone, and nobody takes what is for what was."""

import shutil
import sqlite3

from connection import RpcError
from flows import create, token


def refusal(connection, method, **params):
    try:
        return connection.call(method, **params)
    except RpcError as error:
        return error.reason


def restored(desk, folder):
    """Takes a copy as the README says, goes on, and puts the copy in place: the request and the cursor of in between."""
    agent = desk.agent()
    create(agent, recipient={"name": "Maria Souza"})
    with sqlite3.connect(desk.state / "desk.sqlite") as source, sqlite3.connect(folder / "desk.sqlite") as copy:
        source.backup(copy)
    lost = create(agent, recipient={"name": "Berta Lang"})
    cursor = agent.call("events.poll", since="earliest", timeout=0)["cursor"]
    desk.stop()
    shutil.copy(folder / "desk.sqlite", desk.state / "desk.sqlite")
    for log in ("-wal", "-shm"):
        (desk.state / f"desk.sqlite{log}").unlink(missing_ok=True)
    desk.start()
    return lost, cursor


def test_a_link_of_what_is_gone_leads_to_nobody_elses_request(make_desk, tmp_path):
    desk = make_desk()
    lost, _ = restored(desk, tmp_path)
    other = create(desk.agent(), recipient={"name": "Someone Else"})
    assert other["id"] > 100_000
    gateway = desk.gateway()
    assert refusal(gateway, "link.open", token=token(lost)) == "link_invalid"
    assert gateway.call("link.open", token=token(other))["link"]["recipientName"] == "Someone Else"


def test_nobody_goes_on_at_a_place_that_means_something_else_now(make_desk, tmp_path):
    desk = make_desk()
    _, cursor = restored(desk, tmp_path)
    agent = desk.agent()
    for _ in range(5):
        create(agent)
    assert refusal(agent, "events.poll", since=cursor, timeout=0) == "cursor_expired"


def test_the_journal_says_so_once(make_desk, tmp_path):
    desk = make_desk()
    restored(desk, tmp_path)
    assert "the database was restored" in desk.tail()
    said = desk.tail().count("the database was restored")
    desk.restart()
    assert desk.tail().count("the database was restored") == said
