"""The document by itself: whole, sound, and saying what it means."""

import json
import re

import jsonschema
import pytest
from contract import FILE, Contract
from examples import all_examples

DOCUMENT = json.loads(FILE.read_text(encoding="utf-8"))
METHODS = {method["name"]: method for method in DOCUMENT["methods"]}
READERS = ["admin", "support_agent", "viewer"]
EVERYBODY = [*READERS, "gateway", "courier"]
AGENTS, ADMINS, GATEWAY, COURIER = ["admin", "support_agent"], ["admin"], ["gateway"], ["courier"]
ACCESS = {
    "rpc.*": EVERYBODY, "daemon.info": EVERYBODY, "daemon.health": EVERYBODY, "daemon.whoami": EVERYBODY,
    "daemon.metrics": READERS, "sessionRequest.get": READERS, "sessionRequest.list": READERS,
    "sessionRequest.history": READERS, "sessionRequest.explain": READERS, "sessionRequest.wait": READERS,
    "sessionRequest.summary": READERS, "sessionRequest.*": AGENTS, "events.*": READERS, "queue.get": READERS,
    "queue.list": READERS, "queue.next": AGENTS, "queue.*": ADMINS, "agent.list": READERS, "client.*": AGENTS,
    "link.*": GATEWAY, "delivery.*": COURIER,
}


def walk(value, path=""):
    yield path, value
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, member in inside:
        yield from walk(member, f"{path}/{name}")


def test_it_is_formatted_with_two_spaces():
    assert FILE.read_text(encoding="utf-8") == json.dumps(DOCUMENT, indent=2, ensure_ascii=False) + "\n"


def test_every_reference_resolves_and_stands_alone():
    used = set()
    for path, value in walk(DOCUMENT):
        if isinstance(value, dict) and "$ref" in value:
            assert list(value) == ["$ref"], f"draft 7 ignores what stands beside the reference at {path}"
            target = DOCUMENT
            for step in value["$ref"].removeprefix("#/").split("/"):
                assert step in target, f"{path} refers to {value['$ref']}"
                target = target[step]
            used.add(value["$ref"])
    for kind in ("schemas", "errors", "tags"):
        unused = {name for name in DOCUMENT["components"][kind] if f"#/components/{kind}/{name}" not in used}
        assert not unused, f"nothing refers to {kind} {sorted(unused)}"


def test_every_schema_is_a_schema_of_draft_7():
    for name, schema in DOCUMENT["components"]["schemas"].items():
        jsonschema.Draft7Validator.check_schema(schema)
        assert schema.get("description"), f"{name} says nothing"


def test_every_object_is_closed_and_every_member_bounded():
    # A page of anything is bounded by its limit; what the service alone fills needs no bound of its own.
    for path, schema in walk(DOCUMENT["components"]["schemas"]):
        if not isinstance(schema, dict) or schema.get("type") not in ("object", "string", "array"):
            continue
        if schema["type"] == "object" and path != "/Operation/properties/params":
            assert schema.get("additionalProperties") is not None, f"{path} takes any member"
        if schema["type"] == "string" and re.search("Input|Token|Recipient|Tag|CustomFields", path):
            assert "maxLength" in schema or "enum" in schema, f"{path} takes a text of any length"


def test_names_are_camel_case():
    camel = re.compile(r"[a-z][A-Za-z0-9]*")
    for path, value in walk(DOCUMENT):
        if path.endswith("/properties"):
            assert all(camel.fullmatch(name) for name in value), f"{path}: {list(value)}"
    for name, method in METHODS.items():
        assert all(camel.fullmatch(part) for part in name.split(".")) and name.count(".") == 1, name
        assert all(camel.fullmatch(param["name"]) for param in method["params"]), name
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", reason) for reason in DOCUMENT["x-errors"])


@pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
def test_a_method_says_everything(method):
    assert method["summary"].endswith((".", "?")) and method["description"] and method["paramStructure"] == "by-name"
    names = [param["name"] for param in method["params"]]
    assert len(names) == len(set(names))
    assert all(param["description"] and isinstance(param["required"], bool) for param in method["params"])
    for group in method.get("x-exactlyOneOf", []) + method.get("x-atMostOneOf", []):
        assert set(group) <= set(names)
    assert method["result"]["description"] and method["x-since"] == "1.0"
    assert method["x-blocking"] is (method["name"] in ("sessionRequest.wait", "events.poll", "delivery.next"))
    family = method["name"].split(".")[0]
    assert method["x-access"] == ACCESS.get(method["name"], ACCESS.get(f"{family}.*"))
    assert method["examples"], "it has no example"


def test_examples_name_params_that_exist_and_are_named_once():
    for example in all_examples(DOCUMENT):
        known = {param["name"]: param["required"] for param in METHODS[example.method]["params"]}
        assert set(example.params) <= set(known), example
        if example.error is None:
            assert {name for name, required in known.items() if required} <= set(example.params), example
        for call in example.setup:
            assert call["method"] in METHODS and call["socket"] in DOCUMENT["x-sockets"], example
    names = [str(example) for example in all_examples(DOCUMENT)]
    assert len(names) == len(set(names))


def test_notifications_have_examples_that_hold():
    contract = Contract(DOCUMENT)
    for one in DOCUMENT["x-notifications"]:
        for example in one["examples"]:
            contract.check_notification(one["name"], {param["name"]: param["value"] for param in example["params"]})


def test_each_error_has_one_number_and_an_example_that_holds():
    contract = Contract(DOCUMENT)
    codes = [error["code"] for error in DOCUMENT["x-errors"].values()]
    assert len(codes) == len(set(codes)) == 24
    assert set(DOCUMENT["x-errors"]) == set(DOCUMENT["components"]["errors"])
    assert set(DOCUMENT["x-errors"]) == set(DOCUMENT["components"]["schemas"]["ErrorReason"]["enum"])
    for reason, error in DOCUMENT["components"]["errors"].items():
        method = next((name for name in METHODS if reason in contract.errors_of(name)), None)
        assert method, f"no method answers {reason}"
        contract.check_error(method, error)


def test_the_limits_are_the_limits_of_the_shapes():
    limits = {name: limit["value"] for name, limit in DOCUMENT["x-limits"].items()}
    schemas = DOCUMENT["components"]["schemas"]
    assert set(limits) == set(schemas["Limits"]["properties"]) == set(schemas["Limits"]["required"])
    recipient, fields = schemas["RecipientInput"]["properties"], schemas["CustomFields"]
    params = {param["name"]: param["schema"] for param in METHODS["sessionRequest.create"]["params"]}
    assert recipient["name"]["maxLength"] == limits["name"] == 128
    assert schemas["Email"]["maxLength"] == limits["email"] == 254
    assert params["comments"]["maxLength"] == limits["comments"] == 4096
    assert schemas["Tag"]["maxLength"] == limits["tag"] == 64
    assert fields["additionalProperties"]["maxLength"] == limits["customValue"] == 512
    assert fields["maxProperties"] == limits["customFields"] == 16
    assert fields["propertyNames"]["maxLength"] == limits["customName"]
    assert params["tags"]["maxItems"] == limits["tags"]
    assert params["idempotencyKey"]["maxLength"] == limits["idempotencyKey"]
    paged = [param["schema"]["maximum"] for method in METHODS.values() for param in method["params"]
             if param["name"] == "limit"]
    assert paged == [limits["pageItems"]] * 3 and limits["pageItems"] == 500
    timeouts = [param["schema"]["maximum"] for method in METHODS.values() for param in method["params"]
                if param["name"] == "timeout"]
    assert timeouts == [limits["timeoutSeconds"]] * 3 and limits["timeoutSeconds"] == 3600
