"""Holds every message that passes to schema/openrpc.json."""

from contract import Contract


class Held:
    """Checks single messages; the many alike ones of the load tests once for each shape."""

    def __init__(self):
        self.contract = Contract.load()
        self._seen = set()

    def answered(self, method, params, result, socket):
        """A success: what was asked was well-formed, and the answer is what the socket may show."""
        self.contract.check_request(method, params)
        self.contract.check_result(method, result, socket)

    def error(self, method, error):
        self.contract.check_error(method, error)

    def notification(self, method, params):
        self.contract.check_notification(method, params)


class HeldByShape(Held):
    """Checks one message of each shape, which is what ten thousand messages leave time for."""

    def answered(self, method, params, result, socket):
        if self._new(("result", method, socket, shape(params), shape(result))):
            super().answered(method, thinned(params), thinned(result), socket)

    def notification(self, method, params):
        if self._new(("notification", method, params.get("type"), shape(params))):
            super().notification(method, params)

    def _new(self, key):
        if key in self._seen:
            return False
        self._seen.add(key)
        return True


def shape(value):
    """The names and kinds of a value without its content."""
    if isinstance(value, dict):
        return tuple((name, shape(value[name])) for name in sorted(value))
    if isinstance(value, list):
        return ("list", frozenset(shape(element) for element in value))
    return type(value).__name__


def thinned(value):
    """The value with one element of each shape in its lists."""
    if isinstance(value, dict):
        return {name: thinned(member) for name, member in value.items()}
    if isinstance(value, list):
        return [thinned(element) for element in {shape(element): element for element in value}.values()]
    return value
