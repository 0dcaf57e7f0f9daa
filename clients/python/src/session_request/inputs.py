# Written by contrib/generate/python-client from schema/openrpc.json; `make generate` writes it anew.

"""What params are made of: dictionaries with names as Python has them, and how the wire spells those."""

from __future__ import annotations

from datetime import datetime
from typing import Dict, Literal, Mapping, Optional, Sequence, TypedDict, Union

from .reading import Shape
from .nouns import Assignee, EventType, JoinMethodName, RemoteClient, Status, Target


class _RecipientInputNeeds(TypedDict):
    name: str


class RecipientInput(_RecipientInputNeeds, total=False):
    """The person who needs help. Null is the same as leaving a member out."""

    email: Optional[str]
    phone: Optional[str]
    language: Optional[str]


class AssigneeInput(TypedDict):
    """Whose it is."""

    type: Literal["agent", "queue", "client"]
    id: str


class SendInvitationInput(TypedDict, total=False):
    """Which invitations to send; each needs the address it goes to, else it is `invalid_params` with that address's
    path.
    """

    email: bool
    sms: bool


class _ScheduleInputNeeds(TypedDict):
    starts_at: Union[str, datetime]


class ScheduleInput(_ScheduleInputNeeds, total=False):
    """When the session shall take place. `endsAt` must be after `startsAt`; `timeZone` is `UTC` unless said."""

    ends_at: Optional[Union[str, datetime]]
    time_zone: str


class _ExternalReferenceInputNeeds(TypedDict):
    system: str
    id: str


class ExternalReferenceInput(_ExternalReferenceInputNeeds, total=False):
    """The same case in another system."""

    url: Optional[str]


class FilterInput(TypedDict, total=False):
    """What all must hold; an empty filter holds for all. 1000 entries at most in each list."""

    statuses: Sequence[Status]
    assignee: Optional[Union[AssigneeInput, Assignee, Literal["me"]]]
    queues: Sequence[str]
    mine: bool
    tags: Sequence[str]
    ids: Sequence[int]


class _OperationInputNeeds(TypedDict):
    method: Literal["sessionRequest.create", "sessionRequest.update", "sessionRequest.assign", "sessionRequest.claim", "sessionRequest.comment", "sessionRequest.reschedule", "sessionRequest.connect", "sessionRequest.requestAccess", "sessionRequest.disconnect", "sessionRequest.close", "sessionRequest.reopen", "sessionRequest.resendInvitation", "sessionRequest.rotateLink"]


class OperationInput(_OperationInputNeeds, total=False):
    """One call inside a bulk, as it would be made alone."""

    params: Mapping[str, object]


class EventFilterInput(TypedDict, total=False):
    """What all must hold for an event's session request as it was right after the event, or else for it as it was
    right before: so a reader who keeps those of a filter hears of one that leaves it, and then `sessionRequest` is
    outside of the filter. An event without one (`queue.*`, `client.*`) passes if nothing but `types` is said.
    """

    statuses: Sequence[Status]
    assignee: Optional[Union[AssigneeInput, Assignee, Literal["me"]]]
    queues: Sequence[str]
    mine: bool
    tags: Sequence[str]
    ids: Sequence[int]
    types: Sequence[EventType]


class QueueMembersInput(TypedDict, total=False):
    """Who serves the queue. A list that is left out is empty."""

    users: Sequence[str]
    groups: Sequence[str]


class _RemoteClientInputNeeds(TypedDict):
    name: str


class RemoteClientInput(_RemoteClientInputNeeds, total=False):
    """The recipient's remote-desktop client; what is not known is absent."""

    version: Optional[str]
    platform: Optional[str]


class TargetInput(TypedDict):
    """Where the agent shall connect to. An address outside its scheme's grammar, a scheme that policy does not allow,
    and a private host where none is allowed are `invalid_params`.
    """

    scheme: str
    address: str


class _JoinInputNeeds(TypedDict):
    method: JoinMethodName
    target: Union[TargetInput, Target]


class JoinInput(_JoinInputNeeds, total=False):
    """How the recipient joins and what it allows."""

    client: Optional[Union[RemoteClientInput, RemoteClient]]
    permissions: Sequence[str]


SHAPES: Dict[str, Shape] = {
    "RecipientInput": {
        "name": ("name", ""),
        "email": ("email", ""),
        "phone": ("phone", ""),
        "language": ("language", ""),
    },
    "AssigneeInput": {
        "type": ("type", ""),
        "id": ("id", ""),
    },
    "SendInvitationInput": {
        "email": ("email", ""),
        "sms": ("sms", ""),
    },
    "ScheduleInput": {
        "starts_at": ("startsAt", ""),
        "ends_at": ("endsAt", ""),
        "time_zone": ("timeZone", ""),
    },
    "ExternalReferenceInput": {
        "system": ("system", ""),
        "id": ("id", ""),
        "url": ("url", ""),
    },
    "FilterInput": {
        "statuses": ("statuses", ""),
        "assignee": ("assignee", "AssigneeInput"),
        "queues": ("queues", ""),
        "mine": ("mine", ""),
        "tags": ("tags", ""),
        "ids": ("ids", ""),
    },
    "OperationInput": {
        "method": ("method", ""),
        "params": ("params", ""),
    },
    "EventFilterInput": {
        "statuses": ("statuses", ""),
        "assignee": ("assignee", "AssigneeInput"),
        "queues": ("queues", ""),
        "mine": ("mine", ""),
        "tags": ("tags", ""),
        "ids": ("ids", ""),
        "types": ("types", ""),
    },
    "QueueMembersInput": {
        "users": ("users", ""),
        "groups": ("groups", ""),
    },
    "RemoteClientInput": {
        "name": ("name", ""),
        "version": ("version", ""),
        "platform": ("platform", ""),
    },
    "TargetInput": {
        "scheme": ("scheme", ""),
        "address": ("address", ""),
    },
    "JoinInput": {
        "method": ("method", ""),
        "client": ("client", "RemoteClientInput"),
        "target": ("target", "TargetInput"),
        "permissions": ("permissions", ""),
    },
}
"""By the name of a dictionary: how each of its members is called on the wire, and what it is made of."""


__all__ = [
    "AssigneeInput",
    "EventFilterInput",
    "ExternalReferenceInput",
    "FilterInput",
    "JoinInput",
    "OperationInput",
    "QueueMembersInput",
    "RecipientInput",
    "RemoteClientInput",
    "ScheduleInput",
    "SendInvitationInput",
    "TargetInput",
]
