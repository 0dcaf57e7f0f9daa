"""Everything that the service lets an agent do with a request."""

from datetime import timedelta

import pytest
from moments import until
from moves import becomes, ready, still


@pytest.fixture
def made(desk, reader):
    made = desk.session_request.create(
        recipient={"name": "Maria Keller", "email": "maria@example.org"}, subject="Printer", comments="Urgent.")
    reader.sees("Maria Keller")
    reader.select("Maria Keller")
    until(lambda: reader.may_press("Close…"), what="the actions")
    return made


def test_only_what_may_be_done_can_be_pressed(desk, made, reader):
    names = {
        "connect": "Connect", "requestAccess": "Ask for access", "disconnect": "Disconnect…", "claim": "Take it",
        "assign": "Assign…", "comment": "Comment…", "update": "Edit…", "reschedule": "Reschedule…",
        "resendInvitation": "Send the invitation again…", "rotateLink": "New link…", "close": "Close…"}
    allowed = desk.session_request.get(made.id).allowed_actions
    reader.press("More actions")
    reader.sees("New link…")
    assert {name: reader.may_press(label) for name, label in names.items()} == {name: name in allowed for name in names}
    assert reader.may_press("Open again…") is False
    reader.press("Take it")
    until(lambda: desk.session_request.get(made.id).assignee, what="the claim")
    reader.sees("Assigned, by root")
    reader.press("More actions")
    until(lambda: reader.may_press("Take it") is False, what="what is mine not being taken again")


def test_a_change_is_of_what_was_touched(desk, made, reader, stage):
    reader.keys("ctrl+e")
    reader.sees("Edit request 1")
    reader.type("Scanner", "Subject")
    reader.type("+351 210 000 000", "Phone")
    reader.pick("Priority", "High")
    still(stage, "edit.png")
    reader.press("Save")
    changed = until(lambda: (lambda each: each.subject == "Scanner" and each)(desk.session_request.get(made.id)), what="the change")
    assert (changed.recipient.phone, changed.recipient.email, changed.comments) == (
        "+351 210 000 000", "maria@example.org", "Urgent.")
    assert changed.priority == "high" and changed.expires_at == made.expires_at and changed.revision == made.revision + 1


def test_nobodys_change_is_overwritten_unseen(desk, made, reader, stage):
    reader.keys("ctrl+e")
    reader.sees("Edit request 1")
    reader.type("Scanner", "Subject")
    desk.session_request.update(made.id, subject="Monitor", comments="Rang again.")
    reader.press("Save")
    reader.sees("Somebody else has changed this request meanwhile. Their changes are shown where you changed nothing")
    still(stage, "conflict.png")
    assert desk.session_request.get(made.id).subject == "Monitor"
    reader.sees("Rang again.")
    reader.press("Save")
    both = until(lambda: (lambda each: each.subject == "Scanner" and each)(desk.session_request.get(made.id)), what="the change")
    assert both.comments == "Rang again."


def test_it_is_given_to_another(desk, made, reader):
    desk.queue.create("tier-1", name="First line", members={"users": ["root"]})
    reader.keys("ctrl+shift+t")
    reader.pick("Assign to", "Queue First line")
    reader.press("Assign")
    until(lambda: desk.session_request.get(made.id).assignee, what="the assignment")
    reader.sees("Assigned, by root")
    until(lambda: reader.texts().count("Queue First line"), what="the name of the queue")


def test_a_comment_is_added(desk, made, reader):
    reader.press("Comment…")
    reader.type("Rang twice.\nNobody there.", "Comment")
    reader.press("Add")
    until(lambda: "Nobody there." in (desk.session_request.get(made.id).comments or ""), what="the comment")
    reader.sees("Commented, by root")


def test_it_is_moved(desk, made, reader, stage):
    reader.keys("ctrl+shift+e")
    reader.sees("Session with Maria Keller")
    reader.type("2035-01-01 10:00", "Starts")
    still(stage, "reschedule.png")
    reader.press("Move")
    moved = until(lambda: (lambda each: each.schedule and each)(desk.session_request.get(made.id)), what="the new time")
    assert moved.schedule.starts_at.isoformat() == "2035-01-01T10:00:00+00:00"
    assert moved.expires_at == moved.schedule.starts_at + timedelta(days=1)
    reader.press("Upcoming")
    reader.sees("Open, 1 Jan 2035, 10:00 · Printer")


def test_it_is_closed_with_a_reason_and_opened_again_with_a_new_link(desk, made, reader, stage):
    reader.press("Close…")
    reader.pick("Reason", "Duplicate")
    reader.type("See 7.", "Note")
    still(stage, "close.png")
    reader.press("Close request")
    closed = becomes(desk, made.id, "closed")
    assert (closed.closed.reason, closed.closed.note) == ("duplicate", "See 7.")
    reader.sees("Duplicate: See 7.")
    until(lambda: reader.may_press("Open again…"), what="it being possible to open it again")
    reader.press("Open again…")
    reader.sees("Keep link and code")
    still(stage, "reopen.png")
    reader.press("Open again")
    again = becomes(desk, made.id, "open")
    assert again.link != made.link
    reader.sees(again.link)


def test_the_invitation_is_sent_again_and_the_link_is_replaced(desk, made, reader):
    reader.keys("ctrl+i")
    reader.sees("No number is known; Edit takes one.")
    reader.press("Send")
    until(lambda: desk.session_request.get(made.id).invitation.email.state == "queued", what="the invitation")
    reader.sees("Waits to be sent")
    reader.keys("ctrl+shift+l")
    reader.sees("A new link for Maria Keller?")
    reader.press("New link")
    new = until(lambda: (lambda each: each.link != made.link and each)(desk.session_request.get(made.id)), what="a new link")
    reader.sees(new.link)


def test_access_is_asked_for(desk, page, made, reader):
    page.link.open(code=made.code)
    reader.sees("Maria Keller has opened the link, and has not allowed access yet.")
    reader.keys("ctrl+r")
    until(lambda: page.link.resolve(code=made.code).link.access_requested, what="access being asked for")
    reader.sees("Access asked for, by root")


def test_a_connected_one_is_disconnected_with_a_note(desk, page, reader):
    made = ready(desk, page)
    desk.session_request.connect(made.id)
    reader.sees("Maria Keller")
    reader.select("Maria Keller")
    reader.sees("root is connected.")
    until(lambda: reader.may_press("Disconnect…"), what="it being possible")
    reader.press("Disconnect…")
    reader.type("Calls back.", "Note")
    reader.press("Disconnect")
    becomes(desk, made.id, "ready")
