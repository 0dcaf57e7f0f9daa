"""The courier ended in the worst moments: nothing is lost, and what comes twice is known as the same."""

import collections
import random
import signal
import time

from couriers import OlderDesk, settled
from desk import rounds
from moments import until
from test_mail import address, create, part


def test_killed_after_the_server_took_it_the_letter_comes_again_under_the_same_id(mail_desk, make_courier, office):
    desk = mail_desk()
    agent = desk.agent()
    courier = make_courier(desk, start=False)
    killed = []

    def end(mail):
        if not killed:
            killed.append(mail)
            courier.process.kill()

    office.on_taken = end
    try:
        request = create(agent)
        courier.start()
        until(lambda: killed and courier.process.poll() is not None, 15, what="the courier being killed")
    finally:
        office.on_taken = None
    courier.start()
    first, second = office.wait_for(address(request), 2)
    assert first.message["Message-ID"] == second.message["Message-ID"]
    state = settled(agent, request)
    assert state["state"] == "sent" and state["attempts"] == 2


def test_a_daemon_killed_before_it_hears_of_it_has_nothing_sent_twice(mail_desk, make_courier, office):
    desk = mail_desk()
    request = create(desk.agent())
    killed = []

    def end(mail):
        if not killed:
            killed.append(mail)
            desk.kill()

    office.on_taken = end
    try:
        courier = make_courier(desk)
        until(lambda: killed, 15, what="the daemon being killed")
    finally:
        office.on_taken = None
    until(lambda: desk.process is None)
    desk.forget_connections()
    desk.start()
    state = settled(desk.agent(), request)
    assert (state["state"], state["attempts"]) == ("sent", 2)
    # Whatever were to come twice would have come before another one.
    other = create(desk.agent())
    office.wait_for(address(other))
    assert len(office.to(address(request))) == 1
    assert courier.process.poll() is None


def test_one_way_that_cannot_go_on_is_told_and_has_all_begin_anew(mail_desk, make_courier, office):
    desk = mail_desk(sms={"command": ["/bin/true", "{number}", "{text}"]})
    older = OlderDesk(desk, without="sms")
    try:
        courier = make_courier(desk, socket=older.path)
        assert courier.process.wait(20) == 1
        assert "error: sms cannot go on: cannot read params: /kinds/0" in courier.text()
    finally:
        older.close()
    request = create(desk.agent())
    make_courier(desk)
    office.wait_for(address(request))


def test_killed_at_random_under_load_nothing_is_lost(mail_desk, make_courier, office):
    chance = random.Random(4711)
    desk = mail_desk()
    agent = desk.agent()
    courier = make_courier(desk, start=False)
    requests = [create(agent) for _ in range(60)]
    for _ in range(rounds(10, 0.3)):
        courier.start()
        # The moment is what is tested, and any will do.
        time.sleep(chance.uniform(0.02, 0.4))
        courier.kill()
    courier.start()
    for request in requests:
        assert settled(agent, request, within=60)["state"] == "sent"
    for request in requests:
        ids = collections.Counter(mail.message["Message-ID"] for mail in office.to(address(request)))
        assert len(ids) == 1, ids


def test_told_to_end_it_finishes_what_it_holds(mail_desk, make_courier, office):
    desk = mail_desk()
    agent = desk.agent()
    requests = [create(agent) for _ in range(20)]
    courier = make_courier(desk)
    office.wait_for(address(requests[0]))
    assert courier.stop() == 0
    sent = [request for request in requests if office.to(address(request))]
    for request in sent:
        assert settled(agent, request, within=1)["state"] == "sent"
        assert len(office.to(address(request))) == 1


def test_it_leaves_when_there_is_nothing_to_send(mail_desk, make_courier, office):
    desk = mail_desk()
    agent = desk.agent()
    request = create(agent)
    courier = make_courier(desk, "--exit-when-idle", "1")
    assert courier.process.wait(20) == 0
    assert settled(agent, request, within=1)["state"] == "sent" and office.to(address(request))
    assert "nothing is left to send" in courier.text()


def test_hung_up_on_it_reads_the_configuration_anew(mail_desk, make_courier, office):
    desk = mail_desk()
    agent = desk.agent()
    courier = make_courier(desk).ready()
    (desk.directory / "mail" / "texts").mkdir(parents=True)
    (desk.directory / "mail" / "texts" / "en.yaml").write_text('mail: {greeting: "Dear {name}!"}\n')
    courier.process.send_signal(signal.SIGHUP)
    until(lambda: "read anew" in courier.text(), 10, what="the courier reading anew")
    request = create(agent)
    (mail,) = office.wait_for(address(request))
    assert "Dear Maria Silva!" in mail.message.get_body(("plain",)).get_content()


def test_hung_up_on_with_a_fault_it_goes_on_as_before_and_says_so(mail_desk, make_courier, office):
    desk = mail_desk()
    agent = desk.agent()
    courier = make_courier(desk).ready()
    usual = desk.config.read_text()
    desk.configure("email: {from: nobody}\n")
    courier.process.send_signal(signal.SIGHUP)
    until(lambda: "error: kept the old configuration: " in courier.text(), 10, what="the fault being told")
    desk.configure(usual)
    request = create(agent)
    office.wait_for(address(request))
    assert courier.process.poll() is None


def test_a_template_with_a_fault_is_named_and_the_letter_is_sent_without_it(mail_desk, make_courier, office):
    desk = mail_desk()
    folder = desk.directory / "mail" / "templates"
    folder.mkdir(parents=True)
    (folder / "invitation.text.mustache").write_text("{{greeting}}\n{{#open}}\n")
    (folder / "mail.html.mustache").write_text("<p>{{> mail.html}}</p>\n")
    courier = make_courier(desk)
    request = create(desk.agent())
    (mail,) = office.wait_for(address(request))
    assert request["link"] in part(mail, "plain") and request["link"] in part(mail, "html")
    for name, cause in (("invitation.text", "it is no Mustache template: line"), ("mail.html", "it includes itself")):
        assert f"cannot use {folder}/{name}.mustache: {cause}" in courier.text()
