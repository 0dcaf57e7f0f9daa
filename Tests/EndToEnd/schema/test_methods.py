"""The daemon's methods and the contract's, held against each other both ways."""

import json
import re
import subprocess
import time

import pytest
from contract import Contract
from desk import DAEMON
from examples import Placeholders

CONTRACT = Contract.load()
SOCKETS = {"viewer": "viewer", "gateway": "gateway", "courier": "courier", "agent": "admin"}


@pytest.fixture(scope="module")
def routes():
    """What the daemon says that it routes."""
    printed = subprocess.run([str(DAEMON), "--print-methods"], capture_output=True, text=True, timeout=20)
    assert printed.returncode == 0, printed.stderr
    return [json.loads(line) for line in printed.stdout.splitlines()]


def test_each_route_is_one_method_and_each_method_one_route(routes):
    assert all(set(route) == {"method", "access", "blocking"} for route in routes)
    routed, described = [route["method"] for route in routes], list(CONTRACT.methods)
    assert sorted(routed) == sorted(described)


def test_access_and_blocking_are_as_the_contract_says(routes):
    described = {name: (method["x-access"], method["x-blocking"]) for name, method in CONTRACT.methods.items()}
    assert {route["method"]: (route["access"], route["blocking"]) for route in routes} == described


def test_every_socket_refuses_what_it_may_not(desk):
    for socket, role in SOCKETS.items():
        connection = desk.connect(socket)
        for name, method in CONTRACT.methods.items():
            if role not in method["x-access"]:
                refusal = connection.refusal(name, **smallest(method))
                assert refusal.reason == "permission_denied", f"{name} on the {socket} socket: {refusal}"
                assert refusal.code == -32004 and refusal.data["retryable"] is False


def smallest(method):
    """Params of the right shape, from the first example that succeeds, with numbers in place of what a setup makes."""
    pairing = next(one for one in method["examples"] if "x-error" not in one)
    text = json.dumps({param["name"]: param["value"] for param in pairing["params"]})
    text = re.sub(r'"\$\{setup[^}]*\.id\}"', "1", text)
    return Placeholders(time.time()).filled(json.loads(re.sub(r'"\$\{setup[^}]*\}"', '"1"', text)))
