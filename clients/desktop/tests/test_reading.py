"""What comes from outside: settings, events, texts, remembered hosts, programs' answers."""

import random

import pytest

from session_request_desktop import hosts, limits, links, programs, settings
from session_request_desktop.events import Event, EventReader, TooLong
from session_request_desktop.shown import shown

PORTAL = links.portal("https://help.example.com")


def written(home, text):
    file = home / "join.ini"
    file.write_text(text)
    return settings.read([home / "missing.ini", file])


def test_without_settings_no_screen_is_shared(home):
    read = settings.read(settings.files())
    assert read == settings.Settings() and read.screen.share is False and read.screen.listen == "127.0.0.1"
    assert settings.files()[1] == home / ".config" / "session-request" / "join.ini"


def test_settings_are_read_and_the_later_go_before(home):
    (home / "first.ini").write_text("[join]\nportal = https://old.example.com\n[vnc]\nshare = yes\ncontrol = no\n")
    (home / "second.ini").write_text(
        "[join]\nportal = https://help.example.com/\ntrusted = https://a.example, http://b.example:8080/desk\n"
        "[anydesk]\nprogram = acme-desk\n[vnc]\nserver = x11vnc\nlisten = 10.1.2.3\nports = 5901\naddress = pc7.example.com\n")
    read = settings.read([home / "first.ini", home / "second.ini"])
    assert read.portal == PORTAL and read.trusted == {"https://a.example", "http://b.example:8080"}
    assert read.anydesk == "acme-desk" and read.screen == settings.Screen(
        True, "x11vnc", "10.1.2.3", range(5901, 5902), "pc7.example.com", False)


@pytest.mark.parametrize("text, what", [
    ("[vnc]\nlisten = 0.0.0.0\n", "vnc.listen"), ("[vnc]\nlisten = any\n", "vnc.listen"), ("[vnc]\nports = 80\n", "vnc.ports"),
    ("[vnc]\nports = 6000-5900\n", "vnc.ports"), ("[vnc]\nshare = perhaps\n", "vnc.share"), ("[vnc]\nserver = sh\n", "vnc.server"),
    ("[vnc]\naddress = -oProxy\n", "vnc.address"), ("[vnc]\npassword = x\n", "password"), ("[other]\n", "other"),
    ("[join]\nportal = javascript:x\n", "join.portal"), ("[join]\ntrusted = help\n", "join.trusted"), ("nonsense", "join.ini"),
])
def test_wrong_settings_are_named(home, text, what):
    with pytest.raises(settings.SettingsError) as caught:
        written(home, text)
    assert str(caught.value).startswith("cannot ") and what in str(caught.value)


def test_hosts_are_remembered_by_origin(home):
    known = hosts.KnownHosts()
    assert PORTAL not in known
    known.add(PORTAL)
    again = hosts.KnownHosts()
    assert PORTAL in again and links.portal("https://help.example.com/desk") in again
    for other in ("http://help.example.com", "https://help.example.com:8443", "https://elp.example.com"):
        assert links.portal(other) not in again
    assert links.portal("http://b.example") in hosts.KnownHosts(trusted=frozenset({"http://b.example"}))
    file = home / ".local" / "state" / "session-request" / "hosts"
    assert file.read_text() == "https://help.example.com\n" and file.stat().st_mode & 0o077 == 0


def test_the_oldest_hosts_are_forgotten(home, monkeypatch):
    monkeypatch.setattr(limits, "HOSTS", 3)
    known = hosts.KnownHosts()
    for number in range(5):
        known.add(links.portal(f"https://{number}.example"))
    assert [number for number in range(5) if links.portal(f"https://{number}.example") in known] == [2, 3, 4]


def test_events_are_the_same_however_they_arrive():
    stream = ("retry: 3000\n\n:\n\nevent: link\ndata: {\"ü\":1}\n\nevent: link\r\ndata:a\r\ndata: b\r\n\r\ndata: x\n\n"
              "event: none\n\n").encode()
    expected = [Event("link", '{"ü":1}'), Event("link", "a\nb"), Event("message", "x")]
    for seed in range(200):
        reader, found, rest = EventReader(), [], stream
        cuts = random.Random(seed)
        while rest:
            size = cuts.randint(1, 12)
            found += list(reader.fed(rest[:size]))
            rest = rest[size:]
        assert found == expected


def test_events_have_a_bound():
    for chunk in (b"data: " + b"x" * 65536, b"data: " + b"x" * 65529 + b"\n"):
        reader = EventReader()
        with pytest.raises(TooLong):
            for _ in range(limits.ANSWER // 65536 + 2):
                list(reader.fed(chunk))


@pytest.mark.parametrize("text, line", [
    ("Maria\nSilva\t!", "Maria Silva !"), ("\x1b[31mred\x07", "[31mred"), ("a\u202egnp.exe\u2066b", "agnp.exeb"),
    ("\u2028\u0085x", "x"), (None, ""), (42, ""), ({"a": 1}, ""), ("x" * 300, "x" * 255 + "…"), ("\ud800x", "x"), ("日本 ✓", "日本 ✓"),
    ("<b>&amp;</b>", "<b>&amp;</b>"),
])
def test_texts_are_shown_on_one_plain_line(text, line):
    assert shown(text) == line


def program(folder, body):
    path = folder / "program"
    path.write_text("#!/bin/bash\n" + body)
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize("scheme, printed, address", [
    ("anydesk", "987654321", "987654321"), ("anydesk", "AnyDesk 9\\n1987654321", "1987654321"), ("anydesk", "ana@desk", "ana@desk"),
    ("rustdesk", "123456789", "123456789"), ("rustdesk", "maria_pc", "maria_pc"),
])
def test_a_program_tells_its_address(tmp_path, scheme, printed, address):
    path = program(tmp_path, f'[ "$1" = --version ] && echo "v 9.0.5 (x)" || printf "{printed}\\n"\n')
    found = programs.address(programs.Program(scheme, path))
    assert (found.address, found.version) == (address, "9.0.5")
    assert found.join()["client"] == {"name": programs.NAMES[scheme], "version": "9.0.5", "platform": "linux"}


@pytest.mark.parametrize("body", [
    "echo 0", "echo SERVICE_NOT_RUNNING", "echo -- --help", "echo 987654321; echo '987654321 --password x'", "exit 1",
    "head -c 100000 /dev/zero", "printf '\\xff\\xfe\\n'", "echo 98765432१",
])
def test_what_is_no_address_is_not_passed_on(tmp_path, body):
    with pytest.raises(programs.ProgramError, match="^cannot learn the address of AnyDesk"):
        programs.address(programs.Program("anydesk", program(tmp_path, body + "\n")))


def test_a_program_that_hangs_or_is_gone_is_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "PROGRAM_SECONDS", 0.2)
    with pytest.raises(programs.ProgramError, match="does not answer"):
        programs.address(programs.Program("rustdesk", program(tmp_path, "exec sleep 60\n")))
    with pytest.raises(programs.ProgramError, match="cannot start"):
        programs.address(programs.Program("rustdesk", str(tmp_path / "none")))


def test_programs_are_offered_in_the_desk_s_order():
    here = [programs.Program("anydesk", "/a"), programs.Program("rustdesk", "/r"), programs.Program("vnc", None)]
    link = {"joinMethods": [{"scheme": "vnc"}, {"scheme": "anydesk"}, 5, {"scheme": None}]}
    assert [one.scheme for one in programs.offered(here, link)] == ["vnc", "anydesk"]
    assert programs.offered(here, {"joinMethods": "x"}) == [] == programs.offered(here, {})
