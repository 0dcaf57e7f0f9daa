"""The window as a screen reader sees it, and a person who only has a keyboard."""

from moments import until
from moves import ready, still


def test_it_lists_what_is_there_and_what_comes(desk, page, reader):
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
    reader.type("nobody", "Search")
    reader.sees("Nothing is found.")


def test_a_filter_leaves_mine(desk, reader, stage):
    for name, assignee in (("Maria", "me"), ("Pedro", None)):
        desk.session_request.create(recipient={"name": name}, assignee=assignee, tags=["lisbon"])
        reader.sees(name)
    reader.press("Filter")
    reader.pick("Assigned to", "Me")
    still(stage, "filter.png")
    until(lambda: "Pedro" not in reader.texts(), what="Pedro going")
    assert "Maria" in reader.texts()
    reader.press("Show all")
    reader.sees("Pedro")


def test_what_is_over_is_searched_at_the_desk(desk, reader):
    for number in range(3):
        desk.session_request.close(desk.session_request.create(recipient={"name": f"Maria {number}"}).id)
    desk.session_request.close(desk.session_request.create(recipient={"name": "Pedro"}).id)
    reader.press("Past")
    for number in range(3):
        reader.sees(f"Maria {number}")
    reader.type("pedro", "Search")
    until(lambda: "Maria 1" not in reader.texts(), what="the others going")
    assert "Pedro" in reader.texts()


def test_what_is_over_comes_page_by_page(desk, make_stage):
    for start in range(0, 120, 40):
        made = desk.session_request.bulk([
            {"method": "sessionRequest.create", "params": {"recipient": {"name": f"Maria {number:03}"}, "tags": ["old"]}}
            for number in range(start, start + 40)])
        desk.session_request.bulk([
            {"method": "sessionRequest.close", "params": {"id": each.session_request.id}} for each in made])
    reader = make_stage().reader()
    reader.press("Past")
    reader.sees("Maria 119")
    assert "Maria 000" not in reader.texts()
    reader.go_to("Maria 119")
    reader.keys("End")
    reader.sees("Maria 000")


def test_what_is_over_is_filtered_at_the_desk(desk, make_stage):
    for name, assignee in (("Maria", "me"), ("Pedro", None)):
        desk.session_request.close(desk.session_request.create(recipient={"name": name}, assignee=assignee).id)
    reader = make_stage().reader()
    reader.press("Filter")
    reader.pick("Assigned to", "Me")
    reader.press("Past")
    reader.sees("Maria")
    assert "Pedro" not in reader.texts()
    reader.press("Show all")
    reader.sees("Pedro")


def test_another_agents_is_named_as_such(desk, page, reader):
    made = ready(desk, page, assignee={"type": "agent", "id": "ben"})
    reader.sees("Maria Keller")
    reader.select("Maria Keller")
    reader.sees("Maria Keller allows access. You can connect. It is assigned to ben already.")
    until(lambda: reader.may_press("Close…"), what="what an admin may do")
    assert reader.may_press("Connect") is False
    desk.session_request.assign(made.id, "me")
    until(lambda: reader.may_press("Connect"), what="Connect being allowed")


def test_it_says_when_the_service_cannot_be_reached_and_comes_back_by_itself(desk, service, reader, stage):
    desk.session_request.create(recipient={"name": "Maria Keller"})
    reader.sees("Maria Keller")
    service.stop()
    reader.sees("Cannot reach the service")
    still(stage, "unreachable.png")
    assert "Maria Keller" in reader.texts()
    service.start()
    desk.session_request.create(recipient={"name": "Pedro Brandt"})
    reader.sees("Pedro Brandt")
    until(lambda: not any("Cannot reach" in text for text in reader.texts()), within=20, what="the trouble going")


def test_it_waits_for_a_service_that_is_not_there_yet(service, make_stage):
    service.stop()
    reader = make_stage().reader()
    reader.sees("Cannot reach the service")
    service.start()
    until(lambda: not any("Cannot reach" in text for text in reader.texts()), within=20, what="the trouble going")


def test_it_is_worked_by_the_keyboard_alone(desk, page, stage, reader, tmp_path):
    reader.keys("ctrl+n")
    reader.sees("Recipient")
    stage.run("xdotool", "type", "Maria Keller")
    reader.keys("Return")
    made = until(lambda: desk.session_request.list().session_requests, what="the new request")[0]
    page.link.grant(code=made.code, join={"method": "client", "target": {"scheme": "anydesk", "address": "987654321"}})
    until(lambda: reader.may_press("Connect"), what="Connect being allowed")
    reader.keys("Escape")
    reader.keys("Return")
    until(lambda: "Connect" in reader.focused(), what="the keyboard being on Connect")
    reader.keys("Return")
    reader.sees("Connect to Maria Keller?")
    reader.keys("Return")
    reader.sees("The session with Maria Keller has ended")
    reader.keys("Return")
    until(lambda: desk.session_request.get(made.id).status == "closed", what="the close")
    reader.keys("F1")
    reader.sees("Send the invitation again")
    still(stage, "shortcuts.png")
    reader.keys("Escape")
    until(lambda: "Everywhere" not in reader.texts(), what="the page of keys going")
    reader.keys("F10")
    reader.sees("About Session Requests")
    reader.press("Quit")
    assert stage.window.wait(10) == 0


def test_it_has_room_in_a_narrow_window(desk, page, make_stage):
    ready(desk, page, subject="Printer")
    stage = make_stage(size="400x760x24")
    reader = stage.reader()
    reader.sees("Maria Keller")
    window = stage.run("xdotool", "search", "--name", "Session Requests").stdout.split()[-1]
    stage.run("xdotool", "windowmove", window, "0", "0", "windowsize", "--sync", window, "400", "760")
    still(stage, "narrow-list.png")
    reader.select("Maria Keller")
    until(lambda: reader.may_press("Connect"), what="Connect being allowed")
    reader.go_to("Maria Keller")
    reader.keys("Return")
    until(lambda: reader.may_press("Back to the list"), what="the sheet alone")
    still(stage, "narrow-sheet.png")
    reader.press("Back to the list")


def test_a_second_start_shows_the_first_window(stage, reader):
    again = stage.run(stage.window.args[0], within=20)
    assert again.returncode == 0, again.stderr
    assert stage.window.poll() is None
    frames = stage.run("xdotool", "search", "--onlyvisible", "--name", "Session Requests").stdout.split()
    assert len(frames) == 1


def test_a_wrong_address_is_refused_on_the_command_line(stage):
    done = stage.run(stage.window.args[0], "--socket", "ssh://-x")
    assert done.returncode == 3 and "cannot use the address" in done.stderr
