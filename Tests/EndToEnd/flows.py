"""The steps of the main job, as tests take them again and again."""

import base64
import itertools

from moments import ahead

STATUSES = ["open", "waiting", "ready", "connected", "closed", "expired"]
ADDRESS = "123456789"
_numbers = itertools.count(1)


def fresh(word="t"):
    """A word that no other test uses."""
    return f"{word}{next(_numbers)}x"


def join(scheme="anydesk", address=ADDRESS, method="client", version="9.0.5", permissions=()):
    return {
        "method": method,
        "client": {"name": "AnyDesk", "version": version, "platform": "linux"},
        "target": {"scheme": scheme, "address": address},
        "permissions": list(permissions),
    }


def create(agent, **params):
    params.setdefault("recipient", {"name": "Maria Keller"})
    return agent.call("sessionRequest.create", **params)["sessionRequest"]


def get(agent, request):
    return agent.call("sessionRequest.get", id=request["id"])["sessionRequest"]


def token(request):
    """The token in a request's link."""
    address, _, token = request["link"].rpartition("/s/")
    assert address and token, request["link"]
    return token


def secret_bytes(token):
    """What a token stands for: base32 of the id, the generation and the code of authenticity."""
    return base64.b32decode(token.upper() + "=" * (-len(token) % 8))


def open_link(gateway, request):
    return gateway.call("link.open", token=token(request))["link"]


def grant(gateway, request, **more):
    lease = {"leaseSeconds": more.pop("leaseSeconds")} if "leaseSeconds" in more else {}
    return gateway.call("link.grant", token=token(request), join=join(**more), **lease)["link"]


def bring(agent, gateway, status, **params):
    """A request of the agent in the status asked for, by the shortest way."""
    if status == "expired":
        params.setdefault("expiresAt", ahead(0.15))
    request = create(agent, **params)
    if status == "waiting":
        open_link(gateway, request)
    if status in ("ready", "connected"):
        grant(gateway, request)
    if status == "connected":
        agent.call("sessionRequest.connect", id=request["id"])
    if status == "closed":
        agent.call("sessionRequest.close", id=request["id"], reason="done")
    if status == "expired":
        agent.call("sessionRequest.wait", id=request["id"], until=["expired"], timeout=5)
    found = get(agent, request)
    assert found["status"] == status, found
    return found


def history(agent, request):
    """All events of a request, oldest first, over as many pages as it takes."""
    events, page = [], {}
    while True:
        result = agent.call("sessionRequest.history", id=request["id"], **page)
        events += result["events"]
        if result["nextPage"] is None:
            return events
        page = {"page": result["nextPage"]}


def types(events):
    """The events' types without their family."""
    return [event["type"].removeprefix("sessionRequest.") for event in events]
