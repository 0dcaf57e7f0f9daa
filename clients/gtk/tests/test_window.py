"""The window as a screen reader sees it, and a person who only has a keyboard."""

from datetime import datetime, timedelta, timezone

import pytest
from moments import until

JOIN = {"method": "client", "target": {"scheme": "anydesk", "address": "987654321"}}


@pytest.fixture
def reader(stage):
    reader = stage.reader()
    reader.sees("New request")
    return reader


def started(tmp_path):
    file = tmp_path / "started"
    return file.read_text().splitlines() if file.exists() else []


def test_it_lists_what_is_there_and_what_comes(desk, page, reader, stage):
    first = desk.session_request.create(recipient={"name": "Maria Keller"}, subject="Printer")
    reader.sees("Maria Keller")
    reader.sees("Open, just now · Printer")
    page.link.open(code=first.code)
    reader.sees("Waiting, just now · Printer")
    reader.sees("(1) Session Requests")
    desk.session_request.close(first.id)
    until(lambda: "Maria Keller" not in reader.texts(), what="the closed one leaving the list")
    reader.press("Past")
    reader.sees("Maria Keller")


def test_a_name_is_not_markup(desk, reader):
    desk.session_request.create(recipient={"name": "<b>Maria</b> & Sons"}, subject="<i>")
    reader.sees("<b>Maria</b> & Sons")


def test_a_search_leaves_what_has_the_words(desk, reader):
    for name, subject in (("Maria", "Printer"), ("Pedro", "Network")):
        desk.session_request.create(recipient={"name": name}, subject=subject)
        reader.sees(name)
    reader.type("netw", "Search")
    until(lambda: "Maria" not in reader.texts(), what="Maria going")
    assert "Pedro" in reader.texts()


def test_a_request_is_made_with_every_field(desk, reader, stage):
    day = datetime.now(timezone.utc).date() + timedelta(days=2)
    reader.press("New request")
    for field, text in {
            "Name": "Maria Keller", "Email": "maria@example.org", "Phone": "+351 210 000 000", "Language": "pt-PT",
            "Subject": "Printer", "Comments": "Second call.", "Tags": "printer, lisbon", "Starts": f"{day} 14:00",
            "Ends": f"{day} 15:00", "Expires after, in hours": "100"}.items():
        reader.type(text, field)
    reader.choose("Send by email")
    stage.screenshot("new-request.png")
    reader.press("Create")
    made = until(lambda: desk.session_request.list(view="upcoming").session_requests, what="the new request")[0]
    assert (made.recipient.name, made.recipient.email, made.recipient.phone, made.recipient.language) == (
        "Maria Keller", "maria@example.org", "+351 210 000 000", "pt-PT")
    assert (made.subject, made.comments, made.tags) == ("Printer", "Second call.", ("printer", "lisbon"))
    assert made.schedule.starts_at.isoformat() == f"{day}T14:00:00+00:00"
    assert made.schedule.ends_at - made.schedule.starts_at == timedelta(hours=1)
    assert timedelta(hours=99) < made.expires_at - made.created_at <= timedelta(hours=101)
    assert made.invitation.email.state != "notRequested" and made.invitation.sms.state == "notRequested"
    reader.sees(made.link)


def test_what_is_wrong_is_named_and_nothing_written_is_lost(desk, reader):
    reader.press("New request")
    reader.type("Maria", "Name")
    reader.type("nobody", "Email")
    reader.press("Create")
    reader.sees("Cannot")
    reader.type("tomorrow", "Starts")
    reader.press("Create")
    reader.sees("Cannot read 'tomorrow' as a time")
    reader.type("", "Starts")
    reader.type("maria@example.org", "Email")
    reader.press("Create")
    made = until(lambda: desk.session_request.list().session_requests, what="the new request")
    assert (made[0].recipient.name, made[0].recipient.email) == ("Maria", "maria@example.org")


def test_connect_asks_starts_the_client_and_closes_with_a_note(desk, page, reader, stage, tmp_path):
    made = desk.session_request.create(recipient={"name": "Maria Keller"}, subject="Printer")
    page.link.grant(code=made.code, join=JOIN)
    reader.sees("Ready, just now · Printer")
    reader.select("Maria Keller")
    reader.sees("anydesk 987654321")
    reader.sees("Access allowed, by the recipient")
    stage.screenshot("ready.png")
    reader.press("Connect")
    reader.sees("Connect to Maria Keller?")
    assert started(tmp_path) == [] and desk.session_request.get(made.id).status == "ready"
    reader.press("Connect now")
    reader.sees("The session with Maria Keller has ended")
    assert started(tmp_path) == ["987654321"] and desk.session_request.get(made.id).status == "connected"
    stage.screenshot("ended.png")
    reader.type("New toner.", "Note")
    reader.press("Close request")
    closed = until(lambda: (lambda each: each.closed and each)(desk.session_request.get(made.id)), what="the close")
    assert (closed.closed.reason, closed.closed.note) == ("done", "New toner.")
    reader.sees("New toner.")


def test_a_client_that_is_missing_is_named_and_takes_nobodys_session(desk, page, reader, stage):
    (stage.bin / "anydesk").unlink()
    made = desk.session_request.create(recipient={"name": "Maria Keller"})
    page.link.grant(code=made.code, join=JOIN)
    reader.sees("Maria Keller")
    reader.select("Maria Keller")
    reader.press("Connect")
    reader.press("Connect now")
    reader.sees("Cannot start anydesk")
    until(lambda: desk.session_request.get(made.id).status == "ready", what="the session being given back")


def test_what_changed_after_the_question_is_not_connected(desk, page, reader, tmp_path):
    made = desk.session_request.create(recipient={"name": "Maria Keller"})
    page.link.grant(code=made.code, join=JOIN)
    reader.sees("Maria Keller")
    reader.select("Maria Keller")
    reader.press("Connect")
    reader.sees("Connect to Maria Keller?")
    page.link.revoke(code=made.code)
    page.link.grant(code=made.code, join={**JOIN, "target": {"scheme": "anydesk", "address": "555555555"}})
    reader.press("Connect now")
    reader.sees("Cannot")
    assert started(tmp_path) == [] and desk.session_request.get(made.id).status == "ready"


def test_only_what_may_be_done_can_be_pressed(desk, reader):
    made = desk.session_request.create(recipient={"name": "Maria Keller"})
    reader.sees("Maria Keller")
    reader.select("Maria Keller")
    reader.sees("Take it")
    assert "Connect" not in reader.texts() and "Open again" not in reader.texts()
    reader.press("Take it")
    until(lambda: desk.session_request.get(made.id).assignee, what="the claim")
    reader.press("Comment")
    reader.type("Rang twice.", "Comment")
    reader.press("Add")
    reader.sees("Rang twice.")


def test_it_says_when_the_service_cannot_be_reached_and_comes_back_by_itself(desk, service, reader, stage):
    desk.session_request.create(recipient={"name": "Maria Keller"})
    reader.sees("Maria Keller")
    service.stop()
    reader.sees("Cannot")
    stage.screenshot("unreachable.png")
    assert "Maria Keller" in reader.texts()
    service.start()
    desk.session_request.create(recipient={"name": "Pedro Brandt"})
    reader.sees("Pedro Brandt")


def test_it_waits_for_a_service_that_is_not_there_yet(service, make_stage):
    service.stop()
    reader = make_stage().reader()
    reader.sees("Cannot reach the service")
    service.start()
    until(lambda: not any("Cannot reach" in text for text in reader.texts()), within=20, what="the trouble going")


def test_it_is_worked_by_the_keyboard_alone(desk, stage, reader):
    stage.run("xdotool", "key", "ctrl+n")
    reader.sees("Recipient")
    stage.run("xdotool", "type", "Maria Keller")
    stage.run("xdotool", "key", "Return")
    until(lambda: desk.session_request.list().session_requests, what="the new request")
    stage.run("xdotool", "key", "ctrl+q")
    assert stage.window.wait(10) == 0


def test_it_is_readable_in_the_dark(desk, page, make_stage):
    stage = make_stage(ADW_DEBUG_COLOR_SCHEME="prefer-dark")
    reader = stage.reader()
    for name in ("Maria Keller", "Pedro Brandt"):
        made = desk.session_request.create(recipient={"name": name}, subject="Printer")
        reader.sees(name)
    page.link.grant(code=made.code, join=JOIN)
    reader.select("Pedro Brandt")
    reader.sees("Access allowed, by the recipient")
    shot = stage.screenshot("dark.png")
    mean = stage.run("convert", shot, "-colorspace", "Gray", "-format", "%[fx:mean]", "info:")
    assert 0.02 < float(mean.stdout) < 0.4


def test_a_wrong_address_is_refused_on_the_command_line(stage):
    done = stage.run(stage.window.args[0], "--socket", "ssh://-x")
    assert done.returncode == 3 and "cannot use the address" in done.stderr
