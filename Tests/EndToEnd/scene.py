"""A morning at a support desk, for pictures: people with something to ask, in each state of it; and where pictures go."""

import os
import pathlib

from flows import create, grant, open_link
from moments import ahead

AGENT = {"type": "agent", "id": "ana"}


def kept(folder, name):
    """Where a picture of this name goes: into $PICTURES (contrib/pictures/make), else into the folder of a test."""
    path = pathlib.Path(os.environ.get("PICTURES") or folder) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def morning(agent, gateway):
    """The requests, by the first names of those who made them."""
    made = {
        "Amina": create(agent, recipient={"name": "Amina Haddad"}, subject="The screen stays black", priority="high"),
        "Chloé": create(agent, recipient={"name": "Chloé Martin"}, subject="Setting up the new laptop", schedule={
            "startsAt": ahead(86_400), "endsAt": ahead(90_000), "timeZone": "Europe/Paris"}),
        "Jonas": create(agent, recipient={"name": "Jonas Weber"}, subject="Mail is full", priority="urgent", assignee=AGENT),
        "Maria": create(agent, recipient={"name": "Maria Keller"}, subject="The printer prints nothing"),
        "Paulo": create(agent, recipient={"name": "Paulo Souza"}, subject="No way into the VPN"),
    }
    open_link(gateway, made["Jonas"])
    grant(gateway, made["Maria"])
    grant(gateway, made["Paulo"])
    agent.call("sessionRequest.connect", id=made["Paulo"]["id"])
    return made
