"""Connect: whom and where first, then the program, then the note; through restarts of the desk, too."""

import pytest
from moments import until
from moves import JOIN, becomes, lasting, ready, still


def started(tmp_path):
    file = tmp_path / "started"
    return file.read_text().splitlines() if file.exists() else []


def chosen(reader):
    reader.sees("Maria Keller")
    reader.select("Maria Keller")
    reader.sees("anydesk 987654321")
    until(lambda: reader.may_press("Connect"), what="Connect being allowed")


def test_connect_asks_starts_the_client_and_closes_with_a_note(desk, page, reader, stage, tmp_path):
    made = ready(desk, page, subject="Printer")
    reader.sees("Ready, just now · Printer")
    chosen(reader)
    reader.sees("Maria Keller allows access. You can connect.")
    still(stage, "ready.png")
    reader.press("Connect")
    reader.sees("Connect to Maria Keller?")
    reader.sees("Request 1: anydesk 987654321\nPrinter")
    still(stage, "question.png")
    assert started(tmp_path) == [] and desk.session_request.get(made.id).status == "ready"
    reader.press("Connect now")
    reader.sees("The session with Maria Keller has ended")
    held = desk.session_request.get(made.id)
    assert started(tmp_path) == ["987654321"] and held.status == "connected" and held.connection.leased
    reader.pick("Reason", "Other")
    reader.type("New toner.", "Note")
    still(stage, "ended.png")
    reader.press("Close request")
    closed = becomes(desk, made.id, "closed")
    assert (closed.closed.reason, closed.closed.note) == ("other", "New toner.")
    reader.sees("New toner.")


def test_a_session_that_ends_can_leave_the_request_open(desk, page, reader):
    made = ready(desk, page)
    chosen(reader)
    reader.press("Connect")
    reader.press("Connect now")
    reader.sees("The session with Maria Keller has ended")
    reader.type("Calls back.", "Note")
    reader.press("Disconnect only")
    becomes(desk, made.id, "ready")
    until(lambda: reader.may_press("Connect"), what="Connect being allowed again")
    last = desk.session_request.history(made.id).events[-1]
    assert last.type == "sessionRequest.disconnected" and last.actor.user == "root"


@pytest.mark.parametrize("how", ["restart", "kill"])
def test_a_restart_of_the_service_in_the_middle_loses_no_session(desk, page, service, reader, stage, tmp_path, how):
    end = lasting(stage, tmp_path / "started")
    made = ready(desk, page)
    chosen(reader)
    reader.press("Connect")
    reader.press("Connect now")
    becomes(desk, made.id, "connected")
    if how == "kill":
        service.kill()
        service.start()
    else:
        service.restart()
    back = becomes(desk, made.id, "connected")
    types = [event.type.partition(".")[2] for event in desk.session_request.history_all(made.id)]
    assert back.connection.leased and types[-2:] == ["disconnected", "connected"] and started(tmp_path) == ["987654321"]
    end()
    reader.sees("The session with Maria Keller has ended")
    reader.type("Went on.", "Note")
    reader.press("Close request")
    assert becomes(desk, made.id, "closed").closed.note == "Went on."


def test_access_that_is_taken_back_ends_it_without_a_question(desk, page, reader, stage, tmp_path):
    end = lasting(stage, tmp_path / "started")
    made = ready(desk, page)
    chosen(reader)
    reader.press("Connect")
    reader.press("Connect now")
    becomes(desk, made.id, "connected")
    page.link.revoke(code=made.code)
    reader.sees("Access taken back, by the recipient")
    end()
    stage.run("xdotool", "key", "ctrl+q")
    assert stage.window.wait(10) == 0
    assert desk.session_request.get(made.id).status == "waiting"


def test_quitting_asks_while_a_session_goes_on_and_gives_it_back(desk, page, reader, stage, tmp_path):
    end = lasting(stage, tmp_path / "started")
    made = ready(desk, page)
    chosen(reader)
    reader.press("Connect")
    reader.press("Connect now")
    until(lambda: started(tmp_path), what="the client's start")
    reader.keys("ctrl+q")
    reader.sees("1 session goes on. The desk will count it as disconnected.")
    still(stage, "quit.png")
    assert stage.window.poll() is None
    reader.press("Quit")
    assert stage.window.wait(10) == 0
    becomes(desk, made.id, "ready")
    end()


def test_a_client_that_is_missing_is_named_and_takes_nobodys_session(desk, page, reader, stage):
    (stage.bin / "anydesk").unlink()
    made = ready(desk, page)
    chosen(reader)
    reader.press("Connect")
    reader.press("Connect now")
    reader.sees("Cannot start anydesk")
    still(stage, "missing.png")
    becomes(desk, made.id, "ready")


def test_what_changed_after_the_question_is_not_connected(desk, page, reader, tmp_path):
    made = ready(desk, page)
    chosen(reader)
    reader.press("Connect")
    reader.sees("Connect to Maria Keller?")
    page.link.revoke(code=made.code)
    page.link.grant(code=made.code, join={**JOIN, "target": {"scheme": "anydesk", "address": "555555555"}})
    reader.press("Connect now")
    reader.sees("The request has changed since. Look at it again before you connect.")
    assert started(tmp_path) == [] and desk.session_request.get(made.id).status == "ready"
