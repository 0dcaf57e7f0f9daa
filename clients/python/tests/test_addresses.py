"""Where the service is looked for."""

import os
import socket

import pytest
from session_request import Desk, NotAllowed, Unreachable
from session_request.addresses import SSHAddress, lookup, parsed

SYSTEM = "/run/session-requestd/agent.sock"
OWN = "/run/user/1/session-requestd/agent.sock"


@pytest.mark.parametrize(("environment", "exists", "found"), [
    ({}, True, SYSTEM),
    ({"XDG_RUNTIME_DIR": "/run/user/1"}, True, OWN),
    ({"XDG_RUNTIME_DIR": "/run/user/1"}, False, SYSTEM),
    ({"XDG_RUNTIME_DIR": ""}, True, SYSTEM),
    ({"XDG_RUNTIME_DIR": "/run/user/1", "SESSION_REQUEST_SOCKET": "/s"}, False, "/s"),
    ({"XDG_RUNTIME_DIR": "/run/user/1", "SESSION_REQUEST_SOCKET": ""}, True, OWN),
    ({"SESSION_REQUEST_SOCKET": "ssh://desk"}, True, "ssh://desk"),
])
def test_every_client_looks_in_the_same_places(environment, exists, found):
    assert lookup(environment, lambda path: exists) == found


@pytest.mark.parametrize(("text", "place"), [
    ("ssh://desk", SSHAddress("desk", None, None, SYSTEM)),
    ("ssh://desk/", SSHAddress("desk", None, None, SYSTEM)),
    ("ssh://ana@desk.example.org:2222/run/d/viewer.sock", SSHAddress("desk.example.org", "ana", 2222, "/run/d/viewer.sock")),
    ("ssh://ana@example.org@desk", SSHAddress("desk", "ana@example.org", None, SYSTEM)),
    ("ssh://[2001:db8::7]:22", SSHAddress("2001:db8::7", None, 22, SYSTEM)),
    ("/run/x.sock", "/run/x.sock"),
    ("x.sock", "x.sock"),
])
def test_addresses_are_read(text, place):
    assert parsed(text) == place


@pytest.mark.parametrize("text", [
    "ssh:desk", "ssh://", "ssh:///run/x", "ssh://-oProxyCommand=id", "ssh://-x@desk", "ssh://ana@-desk", "ssh://desk:0",
    "ssh://desk:65536", "ssh://desk:x", "ssh://a b", "ssh://desk\n", "ssh://desk/a\0b"])
def test_what_is_no_address_or_would_be_an_option_of_ssh_is_refused(text):
    with pytest.raises(ValueError, match="cannot use the address"):
        Desk(text)


def test_an_address_is_written_as_it_is_read():
    for text in ("ssh://ana@desk:2222/run/x.sock", "ssh://[::1]:22/run/x.sock"):
        assert str(parsed(text)) == text


def test_a_socket_that_is_not_there_is_told_with_a_way_out(tmp_path):
    with pytest.raises(Unreachable, match="there is no such socket.*session-requestd.socket") as raised:
        Desk(tmp_path / "none").connect()
    assert raised.value.address == str(tmp_path / "none")


def test_a_socket_that_nobody_listens_on_is_told(tmp_path):
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(tmp_path / "s"))
    with pytest.raises(Unreachable, match="nobody listens"):
        Desk(tmp_path / "s").connect()


def test_a_socket_that_one_may_not_open_is_told(service, run):
    path = service.directory / "closed.sock"
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(path))
        bound.listen()
        path.chmod(0o600)
        program = f"""
import os, sys
sys.path.insert(0, {str(os.path.dirname(os.path.dirname(__import__("session_request").__file__)))!r})
import session_request
os.setgid(21900); os.setuid(21900)
try:
    session_request.Desk({str(path)!r}).connect()
except session_request.NotAllowed as error:
    print(error.hint)
"""
        assert "group 'session-request'" in run("/usr/bin/python3", "-c", program)
    assert issubclass(NotAllowed, Unreachable)


def test_a_path_that_is_too_long_for_the_kernel_works(service, tmp_path):
    folder = tmp_path / ("x" * 120)
    folder.mkdir()
    (folder / "agent.sock").symlink_to(service.path("agent"))
    with Desk(folder / "agent.sock") as desk:
        assert desk.rpc.ping()


def test_a_full_queue_of_connections_is_waited_for_no_longer_than_the_deadline(tmp_path):
    with socket.socket(socket.AF_UNIX) as busy, socket.socket(socket.AF_UNIX) as first:
        busy.bind(str(tmp_path / "s"))
        busy.listen(0)
        first.connect(str(tmp_path / "s"))
        with pytest.raises(Unreachable, match="queue of new connections"):
            Desk(tmp_path / "s", deadline=0.1).connect()
        first.close()
