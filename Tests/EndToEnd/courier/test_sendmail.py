"""Mail by a program that takes what sendmail takes."""

from couriers import invitation, settled
from desk import configuration
from moments import until
from post_office import read
from test_mail import address, create


def sendmail(directory, script):
    program = directory / "sendmail"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return {"from": "help@desk.test", "sendmail": str(program)}


def test_the_program_gets_the_whole_message_on_its_input(make_desk, make_courier, tmp_path):
    desk = make_desk(config=configuration(
        email=sendmail(tmp_path, f'echo "$@" >{tmp_path}/words; cat >{tmp_path}/mail')))
    make_courier(desk)
    agent = desk.agent()
    request = create(agent)
    assert settled(agent, request)["state"] == "sent"
    assert (tmp_path / "words").read_text().split() == [
        "-i", "-f", "help@desk.test", "--", address(request)]
    content = (tmp_path / "mail").read_bytes()
    assert b"\r" not in content
    message = read(content)
    assert message["To"] == f"Maria Silva <{address(request)}>" and message["From"] == "help@desk.test"
    assert request["link"] in message.get_body(("plain",)).get_content()


def test_no_such_user_ends_it_and_a_temporary_failure_does_not(make_desk, make_courier, tmp_path):
    desk = make_desk(config=configuration(
        email=sendmail(tmp_path, 'grep -q "^To:.*gone@" && { echo "no such user" >&2; exit 67; }; exit 75'),
        delivery={"firstRetrySeconds": 1, "longestRetrySeconds": 1}))
    make_courier(desk)
    agent = desk.agent()
    gone = create(agent, recipient={"email": "gone@example.org"})
    state = settled(agent, gone)
    assert state["state"] == "failed" and "no such user" in state["error"]
    other = create(agent)
    state = until(lambda: (now := invitation(agent, other)["email"])["attempts"] >= 2 and now, 15)
    assert state["state"] == "queued"
