"""The schema of the configuration: closed, explained, and what the daemon takes."""

import json
import pathlib

import jsonschema
import pytest
from desk import Desk

FILE = pathlib.Path(__file__).resolve().parents[3] / "schema" / "config.schema.json"
SCHEMA = json.loads(FILE.read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)
# Each is wrong at one place, which the daemon must name.
WRONG = [
    ({"organisation": "x"}, "organisation"),
    ({"organization": "a\nb"}, "organization"),
    ({"portal": {"address": "ftp://example.org"}}, "address"),
    ({"portal": {"address": "https://example.org/"}}, "address"),
    ({"roles": {"supportAgent": {"users": []}}}, "supportAgent"),
    ({"roles": {"default": "admin"}}, "default"),
    ({"policy": {"maxDenials": 0}}, "maxDenials"),
    ({"policy": {"maxDenials": "three"}}, "maxDenials"),
    ({"policy": {"schemes": []}}, "schemes"),
    ({"policy": {"defaultExpirySeconds": 315360001}}, "defaultExpirySeconds"),
    ({"policy": {"allowPrivateHosts": "maybe"}}, "allowPrivateHosts"),
    ({"clients": {"minimumAgentVersion": {"anydesk": "nine"}}}, "minimumAgentVersion"),
    ({"connectors": {"vnc": {"uri": "vnc:{address}"}}}, "argv"),
    ({"connectors": {"vnc": {"argv": []}}}, "argv"),
    ({"connectors": {"vnc": {"customClient": "desk"}}}, "customClient"),
    ({"connectors": {"anydesk": {"customClient": "a/b"}}}, "customClient"),
    ({"connectors": {"anydesk": {"customClient": "desk", "uri": "anydesk:{address}"}}}, "uri"),
    ({"joinMethods": [{"method": "magic", "scheme": "anydesk"}]}, "method"),
    ({"reminders": {"minutesBefore": [0]}}, "minutesBefore"),
    ({"email": {"from": "help@example.org"}}, "smtp"),
    ({"email": {"from": "help", "sendmail": "/usr/sbin/sendmail"}}, "from"),
    ({"email": {"from": "help@example.org", "smtp": {"host": "-x"}}}, "host"),
    ({"email": {"from": "help@example.org", "smtp": {"host": "x", "password": "secret"}}}, "password"),
    ({"sms": {"command": ["/bin/true"], "http": {"url": "https://sms.example.org"}}}, "http"),
    ({"sms": {"http": {"url": "sms.example.org"}}}, "url"),
    ({"webhooks": {"CRM": {"url": "https://crm.example.org"}}}, "CRM"),
    ({"webhooks": {"crm": {"types": ["sessionRequest.closed"]}}}, "url"),
    ({"webhooks": {"crm": {"url": "https://crm.example.org", "types": ["closed"]}}}, "types"),
    ({"delivery": {"maxAttempts": 0}}, "maxAttempts"),
    ({"retention": {"days": 0}}, "days"),
    ({"budgets": {"wrongCodesPerMinute": 0}}, "wrongCodesPerMinute"),
    ({"limits": {"connections": 0}}, "connections"),
    ({"log": {"level": "loud"}}, "level"),
]


def keys(schema, path=""):
    for name, inner in schema.get("properties", {}).items():
        yield f"{path}/{name}", inner
        yield from keys(inner, f"{path}/{name}")
    for part in ("items", "additionalProperties"):
        if isinstance(schema.get(part), dict):
            yield from keys(schema[part], f"{path}/*")


def test_it_is_a_schema_and_formatted_with_two_spaces():
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    assert FILE.read_text(encoding="utf-8") == json.dumps(SCHEMA, indent=2, ensure_ascii=False) + "\n"


def test_every_key_is_explained_and_has_a_default():
    for path, schema in keys(SCHEMA):
        assert len(schema.get("description", "")) > 10, f"{path} is not explained"
        told = "default" in schema or "Left out:" in schema["description"]
        assert told or "*" in path, f"{path} does not say what it is when it is left out"
        if "default" in schema and "properties" not in schema:
            jsonschema.Draft7Validator(schema).validate(schema["default"])


def test_its_examples_hold():
    for example in SCHEMA["examples"]:
        VALIDATOR.validate(example)


@pytest.mark.parametrize("configuration, key", WRONG, ids=[json.dumps(case[0]) for case in WRONG])
def test_what_is_wrong_is_refused_by_schema_and_daemon(contract, configuration, key):
    assert not VALIDATOR.is_valid(configuration)
    desk = Desk(contract, config=configuration)
    try:
        checked = desk.run("--check-config")
        assert checked.returncode != 0 and key in checked.stdout + checked.stderr, checked
    finally:
        desk.remove()


def test_what_the_schema_shows_the_daemon_takes(contract):
    for example in SCHEMA["examples"]:
        desk = Desk(contract, config=example)
        try:
            checked = desk.run("--check-config")
            assert checked.returncode == 0, checked
        finally:
            desk.remove()
