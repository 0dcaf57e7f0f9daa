"""What is started for an address."""

from session_requests_window import terminal


def test_only_what_needs_a_terminal_gets_one():
    assert terminal.command("anydesk", ["anydesk", "987654321"]) == ["anydesk", "987654321"]
    found = {"konsole", "xterm"}
    assert terminal.command("ssh", ["ssh", "--", "pc"], lambda name: name if name in found else None) == [
        "konsole", "-e", "ssh", "--", "pc"]


def test_without_a_terminal_the_usual_one_is_named():
    assert terminal.command("ssh", ["ssh", "--", "pc"], lambda _: None) == ["x-terminal-emulator", "-e", "ssh", "--", "pc"]
