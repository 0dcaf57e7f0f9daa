"""The steps of the main job, as the tests take them."""

import itertools

_numbers = itertools.count(1)


def named(word="Maria"):
    """A recipient whom no other test knows."""
    return {"name": f"{word} {next(_numbers)}"}


def join(address="987654321"):
    return {"method": "client", "target": {"scheme": "anydesk", "address": address}}


def ready(desk, page, **params):
    """A session request whose recipient has allowed access."""
    request = desk.session_request.create(recipient=named(), **params)
    page.link.grant(code=request.code, join=join())
    return desk.session_request.get(request.id)
