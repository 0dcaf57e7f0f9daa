"""The examples of the contract: which there are, how their placeholders are filled, how answers are compared.

schema/README.md, "Examples", has the convention.
"""

import dataclasses
import datetime
import re

ANY = "${any}"
_PLACEHOLDER = re.compile(r"\$\{([^}]*)\}")
_HOUR = 3600


@dataclasses.dataclass(frozen=True)
class Example:
    method: str
    name: str
    socket: str
    setup: list
    params: dict
    result: object = None
    error: dict | None = None

    def __str__(self):
        return f"{self.method}: {self.name}"


def all_examples(document):
    """Every example of every method, with the calls that go before it."""
    for method in document["methods"]:
        for pairing in method["examples"]:
            yield Example(
                method=method["name"], name=pairing["name"],
                socket=method["x-access"][0] if method["x-access"][0] in ("gateway", "courier") else "agent",
                setup=method.get("x-exampleSetup", []) + pairing.get("x-exampleSetup", []),
                params={param["name"]: param["value"] for param in pairing["params"]},
                result=pairing.get("result", {}).get("value"), error=pairing.get("x-error"))


class Placeholders:
    """Fills `${setup.N.path}` from the results so far and `${now+SECONDS}` from one clock reading."""

    def __init__(self, seconds):
        self.results = []
        self._hour = int(seconds) // _HOUR * _HOUR

    def filled(self, value):
        """A copy of `value`; `${any}` stays, for the comparison."""
        if isinstance(value, dict):
            return {name: self.filled(member) for name, member in value.items()}
        if isinstance(value, list):
            return [self.filled(element) for element in value]
        if not isinstance(value, str) or value == ANY:
            return value
        whole = _PLACEHOLDER.fullmatch(value)
        return self._meaning(whole[1]) if whole else _PLACEHOLDER.sub(lambda m: str(self._meaning(m[1])), value)

    def _meaning(self, name):
        if name.startswith("now+"):
            moment = datetime.datetime.fromtimestamp(self._hour + int(name[4:]), datetime.timezone.utc)
            return moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")
        first, *path = name.split(".")
        assert first == "setup" and path, f"no such placeholder: ${{{name}}}"
        value = self.results
        for step in path:
            value = value[int(step)] if isinstance(value, list) else value[step]
        return value


def differences(expected, actual, where=""):
    """What an answer lacks of what an example names; members that the example does not name are free."""
    if expected == ANY:
        return []
    if isinstance(expected, dict) and isinstance(actual, dict):
        found = [f"{where}/{name} is missing" for name in expected if name not in actual]
        for name in expected:
            if name in actual:
                found += differences(expected[name], actual[name], f"{where}/{name}")
        return found
    if isinstance(expected, list) and isinstance(actual, list) and len(expected) == len(actual):
        return [line for at, pair in enumerate(zip(expected, actual)) for line in differences(*pair, f"{where}/{at}")]
    same = expected == actual and isinstance(expected, bool) == isinstance(actual, bool)
    return [] if same else [f"{where or '/'} is {actual!r} instead of {expected!r}"]
