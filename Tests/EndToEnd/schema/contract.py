"""schema/openrpc.json as a judge: every message of a test is put before it."""

import json
import pathlib

import jsonschema
import referencing
from referencing.jsonschema import DRAFT7

FILE = pathlib.Path(__file__).resolve().parents[3] / "schema" / "openrpc.json"
URI = "urn:session-requestd"
ABSENT_FOR_VIEWERS = ("link", "code", "comments", "customFields")
HIDDEN_FROM_VIEWERS = {
    "recipient": ("email", "phone"), "join": ("target",), "closed": ("note",), "feedback": ("comment",),
    "changes": ABSENT_FOR_VIEWERS,
}


class Contract:
    """Checks requests, results, errors and notifications; raises AssertionError that says what is wrong where."""

    def __init__(self, document):
        self.document = document
        self.methods = {method["name"]: method for method in document["methods"]}
        self.notifications = {one["name"]: one for one in document["x-notifications"]}
        self.errors = document["x-errors"]
        self.common_errors = {_last(each["$ref"]) for each in document["x-commonErrors"]}
        resource = referencing.Resource.from_contents(document, default_specification=DRAFT7)
        self._registry = referencing.Registry().with_resource(URI, resource)
        self._validators = {}

    @classmethod
    def load(cls, file=FILE):
        return cls(json.loads(pathlib.Path(file).read_text(encoding="utf-8")))

    def check_request(self, method, params):
        """The params of a call that shall be taken."""
        assert method in self.methods, f"the contract has no method {method}"
        self._check_params(f"methods/{self._index('methods', method)}", method, params)
        described = self.methods[method]
        for names in described.get("x-exactlyOneOf", []):
            given = [name for name in names if name in params]
            assert len(given) == 1, f"{method} takes exactly one of {names}, and got {given}"
        for names in described.get("x-atMostOneOf", []):
            given = [name for name in names if name in params]
            assert len(given) <= 1, f"{method} takes at most one of {names}, and got {given}"
        if method == "sessionRequest.bulk":
            for operation in params["operations"]:
                self.check_request(operation["method"], operation.get("params", {}))

    def check_result(self, method, result, socket=None):
        """A success; with the socket's name also what that socket may and must show."""
        assert method in self.methods, f"the contract has no method {method}"
        self._check(f"methods/{self._index('methods', method)}/result/schema", f"the result of {method}", result)
        if socket is not None and method != "rpc.discover":
            check_visibility(result, socket, f"the result of {method}")

    def check_error(self, method, error):
        """An error answer; `method` is None where the request had none that could be read."""
        where = f"the error of {method or 'an unreadable request'}"
        assert isinstance(error, dict) and set(error) == {"code", "message", "data"}, f"{where} is {error!r}"
        reason = error["data"].get("reason") if isinstance(error["data"], dict) else None
        assert reason in self.errors, f"{where} has the unknown reason {reason!r}"
        assert error["code"] == self.errors[reason]["code"], f"{where}: {reason} has the code {error['code']}"
        message = error["message"]
        assert isinstance(message, str) and message.startswith("cannot ") and "\n" not in message and len(
            message) <= 1024, f"{where}: a message is one line that begins with 'cannot': {message!r}"
        self._check(_pointer(self.errors[reason]["data"]), f"the data of {where}", error["data"])
        assert reason in self.errors_of(method), f"{method} may not answer {reason}"

    def errors_of(self, method):
        """The reasons that a call of `method` may be refused with."""
        own = self.methods.get(method, {}).get("errors", [])
        return self.common_errors | {_last(each["$ref"]) for each in own}

    def check_notification(self, method, params=None):
        """A notification, as its method and params or as the whole message."""
        if isinstance(method, dict):
            assert set(method) == {"jsonrpc", "method", "params"}, f"no notification: {method!r}"
            method, params = method["method"], method["params"]
        assert method in self.notifications, f"the contract has no notification {method}"
        self._check_params(f"x-notifications/{self._index('x-notifications', method)}", method, params)
        if method == "events.event":
            check_event(params)

    # Inside

    def _index(self, where, name):
        return next(at for at, one in enumerate(self.document[where]) if one["name"] == name)

    def _check_params(self, pointer, name, params):
        if pointer not in self._validators:
            described = self.document
            for step in pointer.split("/"):
                described = described[int(step)] if isinstance(described, list) else described[step]
            names = [param["name"] for param in described["params"]]
            self._validators[pointer] = self._validator({
                "type": "object", "additionalProperties": False,
                "required": [param["name"] for param in described["params"] if param["required"]],
                "properties": {one: {"$ref": f"{URI}#/{pointer}/params/{at}/schema"} for at, one in enumerate(names)}})
        _assert_valid(self._validators[pointer], f"the params of {name}", params)

    def _check(self, pointer, what, value):
        if pointer not in self._validators:
            self._validators[pointer] = self._validator({"$ref": f"{URI}#/{pointer}"})
        _assert_valid(self._validators[pointer], what, value)

    def _validator(self, schema):
        return jsonschema.Draft7Validator(schema, registry=self._registry)


def check_event(event):
    """What the shapes alone do not say: which noun goes with which family."""
    family = event["type"].split(".")[0]
    nouns = {"sessionRequest": event["sessionRequest"], "queue": event.get("queue"), "client": event.get("client")}
    present = {name for name, noun in nouns.items() if noun is not None}
    assert present == {family}, f"{event['type']} carries {sorted(present)}"
    if event["type"].endswith(".created"):
        assert event["changes"] == {}, f"{event['type']} changes {event['changes']}"


def check_visibility(value, socket, where):
    """Viewers see neither link, code, comments, custom fields, contact data nor target; agents see them all."""
    if isinstance(value, list):
        for at, element in enumerate(value):
            check_visibility(element, socket, f"{where}/{at}")
    if not isinstance(value, dict):
        return
    if "statusSince" in value and "recipient" in value:
        missing = {name for name in ABSENT_FOR_VIEWERS if name not in value}
        wanted = set(ABSENT_FOR_VIEWERS) if socket == "viewer" else set()
        assert missing == wanted, f"{where} on the {socket} socket lacks {sorted(missing)}"
    if socket == "viewer":
        shown = [inner for name, hidden in HIDDEN_FROM_VIEWERS.items()
                 for inner in hidden if isinstance(value.get(name), dict) and inner in value[name]]
        assert not shown, f"{where} shows a viewer {shown}"
    for name, member in value.items():
        if name != "changes":
            check_visibility(member, socket, f"{where}/{name}")


def _assert_valid(validator, what, value):
    error = jsonschema.exceptions.best_match(validator.iter_errors(value))
    if error is not None:
        text = json.dumps(value, ensure_ascii=False)
        raise AssertionError(f"{what} at {error.json_path}: {error.message[:400]}\nin {text[:2000]}")


def _last(reference):
    return reference.rsplit("/", 1)[1]


def _pointer(schema):
    return schema["$ref"].removeprefix("#/")
