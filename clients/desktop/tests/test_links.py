"""What is taken for a link, and what is not: anybody may send one."""

import pytest

from session_request_desktop import links

TOKEN = "aaaaaaaaaaaacaaaaaaqnxqilens4fdrzpxkd6hxxzwpg"


@pytest.mark.parametrize("text, address", [
    (f"https://help.example.com/s/{TOKEN}", "https://help.example.com"),
    (f"https://help.example.com:443/s/{TOKEN}", "https://help.example.com"),
    (f"http://localhost:7080/s/{TOKEN}", "http://localhost:7080"),
    (f"https://HELP.Example.com/desk/eu/s/{TOKEN}", "https://help.example.com/desk/eu"),
    (f"https://[2001:DB8::1]:8443/s/{TOKEN}", "https://[2001:db8::1]:8443"),
    # A host is shown in ASCII, so that it does not pass for another.
    (f"https://hеlp.example.com/s/{TOKEN}", "https://xn--hlp-rdd.example.com"),
])
def test_a_link_is_read(text, address):
    link = links.link(text)
    assert (link.portal.address, link.token) == (address, TOKEN)
    assert link.address == f"{address}/s/{TOKEN}"
    assert links.argument(text) == link


@pytest.mark.parametrize("text", [
    "", "help.example.com", f"ftp://help.example.com/s/{TOKEN}", f"file:///s/{TOKEN}", f"javascript:alert(1)//s/{TOKEN}",
    f"https://user@help.example.com/s/{TOKEN}", f"https://help.example.com:pw@evil.example/s/{TOKEN}",
    f"https://@help.example.com/s/{TOKEN}", f"https:///s/{TOKEN}", f"https://help.example.com:0/s/{TOKEN}",
    f"https://help.example.com:99999/s/{TOKEN}", f"https://help.example.com:x/s/{TOKEN}",
    f"https://help.example.com/s/{TOKEN}?next=https://evil.example", f"https://help.example.com/s/{TOKEN}#x",
    f"https://help.example.com/s/{TOKEN}?", f"https://help.example.com/s/{TOKEN}/grant", "https://help.example.com/s/",
    f"https://help.example.com/x/{TOKEN}", f"https://help.example.com/../s/{TOKEN}", f"https://help.example.com/%2e/s/{TOKEN}",
    f"https://help.example.com//s/{TOKEN}", f"https://help.example.com/s/{TOKEN}/s/", f"https://help.example.com/s/{TOKEN}\n",
    f"https://help.example.com/s/\x1b[31m{TOKEN}", f"https://help.example.com\\@evil.example/s/{TOKEN}",
    f"https://help.example.com /s/{TOKEN}", f"https://\u202ehelp.example.com/s/{TOKEN}", f"https://-x.example/s/{TOKEN}",
    f"https://[::1/s/{TOKEN}", f"https://[v1.x]/s/{TOKEN}", f"https://a..b/s/{TOKEN}", "https://help.example.com/s/" + "a" * 129,
    f"https://{'a.' * 200}example/s/{TOKEN}", "https://help.example.com/s/ü", f"https://help.example.com/s/{TOKEN}" + "/" * 3000,
])
def test_anything_else_is_refused(text):
    with pytest.raises(links.LinkError, match="^cannot use this link"):
        links.link(text)


def test_a_code_may_be_grouped():
    assert links.argument("604 153 928") == links.argument("604-153-928") == links.Code("604153928")
    # As an Arabic and a Japanese keyboard write them.
    for text in ("٦٠٤ ١٥٣ ٩٢٨", "６０４１５３９２８"):
        assert links.code(text) == links.Code("604153928")
    for text in ("60415392", "6041539281", "٦٠٤١٥٣٩٢", "60415392²"):
        assert links.code(text) is None


@pytest.mark.parametrize("text", [
    f"session-request://join?link=https%3A%2F%2Fhelp.example.com%2Fs%2F{TOKEN}",
    f"SESSION-REQUEST://join/?link=https%3A%2F%2Fhelp.example.com%2Fs%2F{TOKEN}",
    f"session-request://join?link=https://help.example.com/s/{TOKEN}",
])
def test_the_page_s_address_holds_a_link(text):
    assert links.argument(text).address == f"https://help.example.com/s/{TOKEN}"


def test_an_address_in_a_ticket_names_a_request():
    assert links.argument("session-request://connect/42") == links.uri("session-request://connect/42/") == links.Connect(42)


@pytest.mark.parametrize("text", [
    "session-request:connect/42", "session-request://connect/0", "session-request://connect/-1", "session-request://connect/4 2",
    "session-request://connect/42;reboot", "session-request://connect/٤٢", "session-request://connect/99999999999999999999",
    "session-request://connect/42?yes=1", "session-request://connect/42#x", "session-request://connect/--yes",
    "session-request://join", "session-request://join?link=", "session-request://join?token=x",
    f"session-request://join?link=https://help.example.com/s/{TOKEN}&yes=1",
    f"session-request://join?link=https://a.example/s/{TOKEN}&link=https://b.example/s/{TOKEN}",
    f"session-request://join?link=https://help.example.com/s/{TOKEN}#x", "session-request://join?link=%ff",
    f"session-request://join?link=session-request%3A%2F%2Fjoin%3Flink%3D{TOKEN}", "session-request://join?link=%00",
    f"session-request://join?link=https%3A%2F%2Fhelp.example.com%2Fs%2F{TOKEN}%0A",
    f"session-request://evil@join?link=https://help.example.com/s/{TOKEN}", "session-request://settings", "http://connect/42",
    "session-request://join?link=" + "a" * 9000,
])
def test_other_addresses_are_refused(text):
    with pytest.raises(links.LinkError, match="^cannot use this (address|link)"):
        links.uri(text)


def test_what_is_said_to_a_page_is_private_over_tls_and_on_this_machine():
    private = ["https://help.example.com", "http://localhost:7080", "http://127.0.0.1", "http://[::1]:7080"]
    assert all(links.portal(address).is_private for address in private)
    assert not links.portal("http://help.example.com").is_private
    assert not links.portal("http://127.0.0.1.example.com").is_private
