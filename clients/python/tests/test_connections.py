"""Connections that end, and services that come and go or are none."""

import concurrent.futures
import socket
import threading

import pytest
from moments import until
from session_request import ConnectionLost, DeadlineExceeded, Desk, NotFound, ProtocolViolation, Refused
from steps import named


def test_a_service_that_was_restarted_is_found_again(make_service):
    service = make_service()
    with Desk(service.path("agent")) as desk:
        request = desk.session_request.create(recipient=named())
        for _ in range(3):
            service.restart()
            assert desk.session_request.close(request.id).status == "closed"
            assert desk.session_request.reopen(request.id).status == "open"


def test_a_call_waits_for_a_service_that_is_being_restarted(make_service):
    service = make_service()
    with Desk(service.path("agent"), patience=20) as desk, concurrent.futures.ThreadPoolExecutor(1) as pool:
        assert desk.rpc.ping()
        service.stop()
        called = pool.submit(desk.session_request.create, recipient=named())
        service.start()
        assert called.result(20).status == "open"


def test_readings_and_creations_survive_a_crash_in_the_middle(make_service):
    service = make_service()
    with Desk(service.path("agent"), patience=20) as desk, concurrent.futures.ThreadPoolExecutor(8) as pool:
        making = [pool.submit(desk.session_request.create, recipient={"name": f"Maria {number}"})
                  for number in range(400)]
        until(lambda: sum(each.done() for each in making) > 50)
        service.kill()
        service.start()
        names = [each.result(30).recipient.name for each in making]
        listed = [each.recipient.name for each in desk.session_request.list_all(limit=500)]
        assert len(listed) == 400 and set(listed) == set(names)


# Against servers that do what the daemon does not


@pytest.fixture
def played(tmp_path):
    """A server that answers each connection with what the test says."""
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(tmp_path / "s"))
    listener.listen()
    threads = []

    def play(*connections):
        def serve():
            for answer in connections:
                peer, _ = listener.accept()
                with peer:
                    answer(peer)

        threads.append(threading.Thread(target=serve))
        threads[-1].start()
        return Desk(tmp_path / "s", deadline=10, patience=10)

    yield play
    listener.close()
    for thread in threads:
        thread.join(10)
        assert not thread.is_alive()


def hang_up(peer):
    peer.recv(65536)


def pong(peer):
    peer.recv(65536)
    peer.sendall(b'{"jsonrpc":"2.0","id":1,"result":{"pong":true}}\n')


def test_a_reading_is_asked_again_when_its_answer_was_lost(played):
    with played(hang_up, pong) as desk:
        assert desk.rpc.ping()


def test_a_change_is_not_and_says_that_it_is_open(played):
    with played(hang_up) as desk, pytest.raises(ConnectionLost):
        desk.session_request.close(1)


def test_a_change_is_sent_again_if_it_cannot_have_arrived(played):
    """The connection had ended before the call: nothing of it has left."""
    ended = threading.Event()

    def end(peer):
        pong(peer)
        peer.close()
        ended.set()

    def refuse(peer):
        assert b"sessionRequest.close" in peer.recv(65536)
        peer.sendall(b'{"jsonrpc":"2.0","id":1,"error":{"code":1000,"message":"cannot","data":{"reason":"not_found"}}}\n')

    with played(end, refuse) as desk:
        assert desk.rpc.ping()
        assert ended.wait(5)
        with pytest.raises(NotFound):
            desk.session_request.close(1)


def test_an_objection_to_the_connection_is_told(played):
    def object_(peer):
        peer.recv(65536)
        peer.sendall(b'{"jsonrpc":"2.0","id":null,"error":{"code":-32002,"message":"cannot take more connections",'
                     b'"data":{"reason":"busy","retryable":true,"retryAfter":1}}}\n')

    with played(object_) as desk, pytest.raises(Refused) as raised:
        desk.session_request.close(1)
    assert raised.value.reason == "busy" and raised.value.retry_after == 1


@pytest.mark.parametrize("answer", [b"220 mail ESMTP\r\n", b'{"jsonrpc":"2.0","id":1,"result":{"ping":true}}\n'])
def test_what_is_not_the_service_is_told(played, answer):
    def talk(peer):
        peer.recv(65536)
        peer.sendall(answer)

    with played(talk) as desk, pytest.raises(ProtocolViolation):
        desk.rpc.ping()


def test_a_server_that_answers_nothing_is_left_at_the_deadline(played):
    release = threading.Event()
    with played(lambda peer: release.wait(10)) as desk:
        with pytest.raises(DeadlineExceeded):
            desk.rpc.ping(deadline=0.05)
        release.set()


def test_an_answer_that_comes_too_late_confuses_nobody(played):
    late = threading.Event()

    def slow(peer):
        peer.recv(65536)
        assert late.wait(10)
        peer.sendall(b'{"jsonrpc":"2.0","id":1,"result":{"pong":false}}\n')
        peer.recv(65536)
        peer.sendall(b'{"jsonrpc":"2.0","id":2,"result":{"pong":true}}\n')

    with played(slow) as desk:
        with pytest.raises(DeadlineExceeded):
            desk.rpc.ping(deadline=0.05)
        late.set()
        assert desk.rpc.ping() is True
