"""What the daemon says about itself."""

import os
import re

import pytest

from desk import DAEMON
from flows import create
from moments import instant, now


def test_ping_answers_on_every_socket(ana, gateway, viewer):
    for connection in (ana, gateway, viewer):
        assert connection.call("rpc.ping") == {"pong": True}


@pytest.mark.parametrize("params, path", [
    ({"version": ""}, "/version"), ({"version": "v" * 65}, "/version"), ({"version": "\u0001"}, "/version"),
    ({"client": ""}, "/client"), ({"client": "c" * 129}, "/client"), ({"features": ["a", "a"]}, "/features/1"),
    ({"features": [f"f{i}" for i in range(65)]}, "/features"), ({"features": ["f" * 65]}, "/features/0")])
def test_an_introduction_out_of_bounds_is_refused_with_its_place(ana, params, path):
    refusal = ana.refusal("rpc.hello", **params)
    assert (refusal.reason, refusal.data["path"]) == ("invalid_params", path)


def test_hello_exchanges_version_features_limits_and_identity(ana):
    hello = ana.call("rpc.hello", client="a test", version="0.1", features=["none"])
    assert hello["server"] == "session-requestd"
    assert hello["api"]["major"] == 1
    assert hello["limits"]["lineBytes"] == 1_048_576 and hello["limits"]["timeoutSeconds"] == 3600
    assert hello["epoch"] == ana.call("sessionRequest.summary")["cursor"].rpartition(".")[0]


def test_info_names_version_process_and_connectors(desk, ana):
    info = ana.call("daemon.info")
    assert (info["name"], info["pid"]) == ("session-requestd", desk.pid)
    assert info["portal"] == "http://localhost:7080"
    assert {"anydesk", "rustdesk", "vnc", "rdp", "ssh"} <= set(info["connectors"])
    assert now() - 600_000 < instant(info["startedAt"]) <= now()


def test_the_version_on_the_command_line_is_the_one_on_the_wire(desk, ana):
    printed = desk.run("--version").stdout
    assert ana.call("daemon.info")["version"] in printed


def test_health_is_well(ana):
    health = ana.call("daemon.health")
    assert health["status"] == "ok" and health["checks"]
    assert all(check["status"] == "ok" for check in health["checks"])


def test_metrics_are_open_metrics_and_count(ana):
    def read():
        text = ana.call("daemon.metrics")["openMetrics"]
        assert text.endswith("# EOF\n")
        for line in text.splitlines():
            assert line.startswith("# ") or re.fullmatch(r'[a-zA-Z_:][\w:]*(\{.*\})? \S+( \S+)?', line), line
        return text

    before = read()
    families = re.findall(r"^# TYPE (\S+) (\S+)$", before, re.M)
    assert len({name for name, _ in families}) == len(families) >= 5
    create(ana)
    assert read() != before


def test_discover_answers_the_schema_of_the_release(ana, contract):
    document = ana.call("rpc.discover")
    assert document["openrpc"].startswith("1.")
    assert len({method["name"] for method in document["methods"]}) == len(document["methods"])


@pytest.mark.parametrize("limit", ["recipient", "comments"])
def test_no_error_tells_what_is_inside(ana, limit):
    params = {"recipient": {"name": "M" * 200}} if limit == "recipient" else {"recipient": {"name": "M"}, "comments": 5}
    refusal = ana.refusal("sessionRequest.create", **params)
    for word in ("SQL", "sqlite", "Swift", str(os.fspath(DAEMON.parent)), "/tmp/", "GRDB", "Optional"):
        assert word not in refusal.message and word not in str(refusal.data)
