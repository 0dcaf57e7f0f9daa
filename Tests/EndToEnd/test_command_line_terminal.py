"""The command line on a terminal: tables, colours, questions, QR codes, the clipboard."""

import base64
import re

import qrcode
from qrcode.util import MODE_8BIT_BYTE, QRData

from command_line import Window, done, run
from desk import ROOT
from flows import bring, create, fresh, get


def shown(desk, *arguments, **more):
    """What a verb leaves on a terminal, without colours, and what it wrote."""
    with Window(desk, *arguments, **more) as window:
        window.status_seen = window.end()
    assert window.status_seen == 0, window.text
    return window


def plain(window):
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", window.raw.decode()).replace("\r", "")


def place(window, word, row):
    """The column of the terminal at which a word stands."""
    cells = [window.screen.buffer[row][column].data for column in range(window.screen.columns)]
    (at,) = [at for at in range(len(cells)) if cells[at:at + len(word)] == list(word)]
    return at


def test_a_table_lines_up_and_fits(make_desk):
    desk = make_desk()
    agent = desk.agent(ROOT)
    for name in ("Maria Keller", "山田 太郎", "Zoë " * 25):
        create(agent, recipient={"name": name}, assignee={"type": "agent", "id": "me"}, subject="S" * 60)
    for columns in (60, 80, 120):
        window = shown(desk, "list", columns=columns, rows=20)
        title, *rows = [line for line in window.lines if line]
        assert title.split()[:4] == ["ID", "STATUS", "SINCE", "RECIPIENT"] and len(rows) == 3
        at = {place(window, "you", row) for row in (1, 2, 3)}
        assert len(at) == 1


def test_colours_are_there_on_a_terminal_and_not_when_they_are_unwanted(desk, ana):
    made = create(ana)["id"]
    colour = b"\x1b[34mopen"
    assert colour in shown(desk, "list").raw
    assert colour not in shown(desk, "list", NO_COLOR="1").raw
    assert colour not in shown(desk, "list", TERM="dumb").raw
    assert colour not in shown(desk, "list", "--color", "never").raw
    assert colour in shown(desk, "list", "--color", "always", NO_COLOR="1").raw
    piped = run(desk, "list", "--color", "always").out
    assert colour.decode() in piped and "RECIPIENT" in piped
    assert shown(desk, "show", made, "--json").raw.startswith(b'{"id"')


def test_create_shows_the_link_the_code_and_what_to_do_next(desk, ana):
    text = plain(shown(desk, "create", "Maria Keller"))
    number = int(re.search(r"Session request (\d+) for Maria Keller is open\.", text).group(1))
    made = get(ana, {"id": number})
    assert made["link"] in text
    assert re.sub(r"(...)(?!$)", r"\1 ", made["code"]) in text
    assert f"session-request connect {number}" in text and "in 24 h" in text


def test_every_view_shows_what_it_is_about(desk, ana, gateway):
    tag, queue = fresh("tag"), fresh("queue")
    done(desk, "queue", "create", queue, "--name", "First line", uid=ROOT)
    made = bring(ana, gateway, "ready", tags=[tag], comments="one\ntwo")["id"]
    for arguments, words in [
        (["show", made], ["ready since", "anydesk 123456789", tag, "two", "connect"]),
        (["history", made], ["created", "opened", "granted", "anydesk 123456789"]),
        (["explain", made], [f"{made} is ready"]),
        (["summary"], ["open", "ready", "connected"]),
        (["queue"], [queue, "First line"]),
        (["queue", "show", queue], ["First line", "nobody yet"]),
        (["agents"], ["USER", "SIGNED IN"]),
        (["clients"], ["No client is signed in."]),
        (["whoami"], ["root", "admin"]),
        (["status"], ["session-requestd 1.0.0", "health", "ok"]),
        (["discover"], ["sessionRequest.create", "Create a session request."]),
        (["discover", "sessionRequest.close"], ["PARAM", "reason", "CloseReason"]),
        (["call", "rpc.ping"], ['"pong": true']),
        (["comment", made, "three"], ["has your comment"]),
        (["assign", made, "me"], ["is yours"]),
        (["close", made], ["is closed"]),
        (["list", "--tag", fresh("no")], ["--all"]),
    ]:
        text = shown(desk, *arguments, rows=90).text
        for word in words:
            assert word in text, (arguments, text)


def test_a_refusal_names_the_way_out_on_lines_that_fit(desk, ana):
    made = create(ana)["id"]
    with Window(desk, "connect", made, columns=50) as window:
        assert window.end() == 1
    assert f"session-request wait {made} --until" in window.text
    assert "session-request: cannot connect" in window.text


def modules(lines):
    """The modules of a code in half blocks, without its quiet zone."""
    rows = []
    for line in lines:
        rows.append([character in " ▄" for character in line])
        rows.append([character in " ▀" for character in line])
    side = len(lines[0]) - 8
    return [row[4:4 + side] for row in rows[4:4 + side]]


def picture(text, version, mask):
    code = qrcode.QRCode(version=version, error_correction=qrcode.ERROR_CORRECT_M, mask_pattern=mask, border=0)
    code.add_data(QRData(text.encode(), mode=MODE_8BIT_BYTE))
    code.make(fit=False)
    return [[bool(module) for module in row] for row in code.modules]


def test_the_qr_code_says_the_link(desk, ana):
    made = create(ana)
    lines = done(desk, "link", made["id"], "--qr").out.splitlines()
    assert lines[0] == made["link"]
    seen = modules(lines[1:])
    # Each mask makes another picture of the same text; the one that was chosen is among them.
    assert seen in [picture(made["link"], (len(seen) - 17) // 4, mask) for mask in range(8)]


def test_copying_asks_the_terminal_where_there_is_no_desktop(desk, ana):
    made = create(ana)
    window = shown(desk, "link", made["id"], "--copy")
    sequence = re.search(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)\x07", window.raw)
    assert base64.b64decode(sequence.group(1)).decode() == made["link"]
    nowhere = run(desk, "link", made["id"], "--copy")
    assert nowhere.status == 1 and "wl-clipboard" in nowhere.err


def test_copying_goes_through_the_desktop_s_program(desk, ana, tmp_path):
    made = create(ana)
    tmp_path.chmod(0o777)
    program = tmp_path / "wl-copy"
    program.write_text(f"#!/bin/sh\nexec cat >{tmp_path}/clipboard\n")
    program.chmod(0o755)
    copied = run(
        desk, "link", made["id"], "--copy", uid=ROOT, WAYLAND_DISPLAY="wayland-0", PATH=f"{tmp_path}:/usr/bin:/bin")
    assert copied.status == 0 and "on the clipboard" in copied.err
    assert (tmp_path / "clipboard").read_text() == made["link"]


def test_the_end_of_a_schedule_is_shown_where_the_start_is(desk, ana):
    text = plain(shown(desk, "create", "Otto", "--at", "tomorrow 14:30", "--until", "tomorrow 15:00"))
    assert re.search(r"scheduled +tomorrow 14:30 \(in \d+ h\) until tomorrow 15:00\n", text)
    text = plain(shown(desk, "reschedule", create(ana)["id"], "--at", "tomorrow 9:00", "--until", "+90m"))
    assert re.search(r"scheduled +tomorrow 09:00 \(in \d+ \w+\) until tomorrow 10:30\n", text)
