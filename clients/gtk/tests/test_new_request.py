"""The dialog that makes a request, and what it makes."""

import subprocess
from datetime import datetime, timedelta, timezone

from moments import until
from moves import still


def test_a_request_is_made_with_every_field(desk, reader, stage):
    desk.queue.create("tier-1", name="First line", members={"users": ["root"]})
    day = datetime.now(timezone.utc).date() + timedelta(days=2)
    reader.press("New request")
    for field, text in {
            "Name": "Maria Keller", "Email": "maria@example.org", "Phone": "+351 210 000 000", "Subject": "Printer",
            "Comments": "Second call.\nIn the evening.", "Tags, with commas between them": "printer, lisbon",
            "Starts": f"{day} 14:00", "Ends": f"{day} 15:00", "System": "Freshservice", "Number": "INC-42",
            "Web address": "https://desk.example.org/42"}.items():
        reader.type(text, field)
    reader.choose("Send by email")
    reader.pick("Language", "Portuguese (Brazil)")
    still(stage, "new-request.png")
    reader.pick("Assign to", "Queue First line")
    reader.pick("Expires", "in 1 week")
    still(stage, "new-request-end.png")
    reader.press("Create")
    made = until(lambda: desk.session_request.list(view="upcoming").session_requests, what="the new request")[0]
    recipient = made.recipient
    assert (recipient.name, recipient.email, recipient.phone, recipient.language) == (
        "Maria Keller", "maria@example.org", "+351 210 000 000", "pt-BR")
    assert (made.subject, made.comments, made.tags, made.priority) == (
        "Printer", "Second call.\nIn the evening.", ("printer", "lisbon"), "normal")
    assert (made.assignee.type, made.assignee.id) == ("queue", "tier-1")
    assert made.schedule.starts_at.isoformat() == f"{day}T14:00:00+00:00"
    assert made.schedule.ends_at - made.schedule.starts_at == timedelta(hours=1)
    assert abs(made.expires_at - made.created_at - timedelta(days=7)) < timedelta(minutes=1)
    ticket = made.external_reference
    assert (ticket.system, ticket.id, ticket.url) == ("Freshservice", "INC-42", "https://desk.example.org/42")
    assert made.invitation.email.state != "notRequested" and made.invitation.sms.state == "notRequested"
    reader.sees(made.link)
    reader.sees("Freshservice INC-42")
    still(stage, "made.png")


def test_a_time_is_on_the_clock_of_the_zone_that_is_chosen(desk, make_stage):
    stage = make_stage(TZ="Asia/Tokyo")
    reader = stage.reader()
    reader.press("New request")
    reader.type("Maria Keller", "Name")
    reader.type("2035-07-01 09:30", "Starts")
    reader.press("Create")
    made = until(lambda: desk.session_request.list(view="upcoming").session_requests, what="the new request")[0]
    assert made.schedule.starts_at.isoformat() == "2035-07-01T00:30:00+00:00"
    assert made.schedule.time_zone == "Asia/Tokyo"


def test_what_is_wrong_is_named_and_nothing_written_is_lost(desk, reader, stage):
    reader.press("New request")
    until(lambda: reader.may_press("Create") is False, what="Create waiting for a name")
    reader.type("Maria", "Name")
    reader.type("nobody", "Email")
    reader.press("Create")
    reader.sees("Cannot")
    still(stage, "wrong.png")
    reader.type("tomorrow", "Starts")
    reader.press("Create")
    reader.sees("“tomorrow” is no time. Write it as 2030-05-01 14:00.")
    reader.type("2035-01-01 10:00", "Starts")
    reader.type("2035-01-01 09:00", "Ends")
    reader.press("Create")
    reader.sees("It cannot end before it starts.")
    reader.type("", "Starts")
    reader.press("Create")
    reader.sees("Say when it starts.")
    reader.type("", "Ends")
    reader.type("maria@example.org", "Email")
    reader.press("Create")
    made = until(lambda: desk.session_request.list().session_requests, what="the new request")
    assert (made[0].recipient.name, made[0].recipient.email) == ("Maria", "maria@example.org")


def test_what_was_written_is_not_lost_by_one_key(desk, reader):
    reader.keys("ctrl+n")
    reader.sees("Web address")
    reader.keys("Escape")
    until(lambda: "Web address" not in reader.texts(), what="an empty dialog going")
    reader.keys("ctrl+n")
    reader.sees("Web address")
    reader.type("Maria Keller", "Name")
    reader.keys("Escape")
    reader.sees("Discard what was written?")
    reader.keys("Escape")
    until(lambda: "Discard what was written?" not in reader.texts(), what="the question going")
    reader.press("Create")
    made = until(lambda: desk.session_request.list().session_requests, what="the new request")
    assert made[0].recipient.name == "Maria Keller"
    reader.keys("ctrl+n")
    reader.sees("Web address")
    reader.type("Pedro Brandt", "Name")
    reader.press("Cancel")
    reader.press("Discard")
    until(lambda: "Web address" not in reader.texts(), what="the dialog going")


def test_the_qr_code_is_the_link(desk, reader, stage):
    made = desk.session_request.create(recipient={"name": "Maria Keller"})
    reader.sees("Maria Keller")
    reader.select("Maria Keller")
    reader.press("Show QR code")
    reader.sees("Maria Keller opens the link with the camera of a phone, or types the code.")

    def seen():
        return subprocess.run(
            ["zbarimg", "--quiet", "--raw", stage.screenshot("qr-code.png")], capture_output=True, text=True,
            check=False).stdout.strip()

    until(lambda: seen() == made.link, within=10, what="the link, read from the screen")
    reader.press("Copy link")
    reader.sees("Link copied")
    assert stage.run("xclip", "-selection", "clipboard", "-out").stdout == made.link
