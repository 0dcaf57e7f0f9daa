# Written by contrib/generate/python-client from schema/openrpc.json; `make generate` writes it anew.

"""The methods of the service, by family, to be awaited. A result with one member is answered as that member."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, AsyncIterator, Dict, Literal, Mapping, Optional, Sequence, Tuple, Union, overload

from .calling import AsyncCaller, Method
from .inputs import *
from .inputs import SHAPES
from .nouns import *
from .reading import UNSET, Unset, instant, wire

_RPC_DISCOVER = Method("rpc.discover")
_RPC_PING = Method("rpc.ping", reads=True)
_RPC_HELLO = Method("rpc.hello")
_RPC_CANCEL = Method("rpc.cancel")
_DAEMON_INFO = Method("daemon.info", reads=True)
_DAEMON_HEALTH = Method("daemon.health", reads=True)
_DAEMON_METRICS = Method("daemon.metrics", reads=True)
_DAEMON_WHOAMI = Method("daemon.whoami", reads=True)
_SESSION_REQUEST_CREATE = Method("sessionRequest.create", keyed=True)
_SESSION_REQUEST_GET = Method("sessionRequest.get", reads=True)
_SESSION_REQUEST_LIST = Method("sessionRequest.list", reads=True)
_SESSION_REQUEST_HISTORY = Method("sessionRequest.history", reads=True)
_SESSION_REQUEST_EXPLAIN = Method("sessionRequest.explain", reads=True)
_SESSION_REQUEST_UPDATE = Method("sessionRequest.update")
_SESSION_REQUEST_ASSIGN = Method("sessionRequest.assign")
_SESSION_REQUEST_CLAIM = Method("sessionRequest.claim")
_SESSION_REQUEST_COMMENT = Method("sessionRequest.comment")
_SESSION_REQUEST_RESCHEDULE = Method("sessionRequest.reschedule")
_SESSION_REQUEST_CONNECT = Method("sessionRequest.connect")
_SESSION_REQUEST_REQUEST_ACCESS = Method("sessionRequest.requestAccess")
_SESSION_REQUEST_DISCONNECT = Method("sessionRequest.disconnect")
_SESSION_REQUEST_CLOSE = Method("sessionRequest.close")
_SESSION_REQUEST_REOPEN = Method("sessionRequest.reopen")
_SESSION_REQUEST_RESEND_INVITATION = Method("sessionRequest.resendInvitation")
_SESSION_REQUEST_ROTATE_LINK = Method("sessionRequest.rotateLink")
_SESSION_REQUEST_BULK = Method("sessionRequest.bulk")
_SESSION_REQUEST_WAIT = Method("sessionRequest.wait", reads=True, waits=60.0)
_SESSION_REQUEST_SUMMARY = Method("sessionRequest.summary", reads=True)
_EVENTS_POLL = Method("events.poll", reads=True, waits=0.0)
_QUEUE_CREATE = Method("queue.create")
_QUEUE_GET = Method("queue.get", reads=True)
_QUEUE_LIST = Method("queue.list", reads=True)
_QUEUE_UPDATE = Method("queue.update")
_QUEUE_DELETE = Method("queue.delete")
_QUEUE_NEXT = Method("queue.next")
_AGENT_LIST = Method("agent.list", reads=True)
_CLIENT_SIGN_IN = Method("client.signIn")
_CLIENT_SIGN_OUT = Method("client.signOut")
_CLIENT_LIST = Method("client.list")
_LINK_RESOLVE = Method("link.resolve")
_LINK_OPEN = Method("link.open")
_LINK_GRANT = Method("link.grant")
_LINK_DENY = Method("link.deny")
_LINK_REVOKE = Method("link.revoke")
_LINK_CANCEL = Method("link.cancel")
_LINK_FEEDBACK = Method("link.feedback")
_LINK_REQUEST = Method("link.request")
_DELIVERY_NEXT = Method("delivery.next", waits=0.0)
_DELIVERY_ACK = Method("delivery.ack")
_DELIVERY_FAIL = Method("delivery.fail")


class AsyncRpcMethods:
    """`rpc.*`: discover, ping, hello, cancel."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def discover(self, *, deadline: Optional[float] = None) -> Mapping[str, Any]:
        """The contract. Answers this document itself, as it is in `schema/openrpc.json`."""
        params: Dict[str, object] = {}
        return await self._caller.call_method(_RPC_DISCOVER, params, deadline, lambda result: result)

    async def ping(self, *, deadline: Optional[float] = None) -> bool:
        """Is it alive? Answers at once, without looking at anything."""
        params: Dict[str, object] = {}
        return await self._caller.call_method(_RPC_PING, params, deadline, lambda result: bool(result["pong"]))

    async def hello(
        self,
        *,
        client: Optional[str] = None,
        version: Optional[str] = None,
        features: Optional[Sequence[str]] = None,
        deadline: Optional[float] = None,
    ) -> RpcHelloResult:
        """Who is there? Optional exchange of versions, features and identity. It may be called at any time and again;
        nothing depends on it.

        - client: The caller's name: the `program` of its acts.
        - version: The caller's version.
        - features: What the caller can do; 64 at most.
        """
        params: Dict[str, object] = {}
        if client is not None:
            params["client"] = client
        if version is not None:
            params["version"] = version
        if features is not None:
            params["features"] = features
        return await self._caller.call_method(_RPC_HELLO, params, deadline, RpcHelloResult.from_raw)

    async def cancel(self, id: Optional[Union[str, int]], *, deadline: Optional[float] = None) -> bool:
        """Cancel a blocking call. Ends a call of this connection that is still waiting (`x-blocking`): that call ends with
        the reason `canceled`. What is not waiting is not touched. Ids are compared by value, however they are written.

        - id: The id of the call to cancel.
        """
        params: Dict[str, object] = {"id": id}
        return await self._caller.call_method(_RPC_CANCEL, params, deadline, lambda result: bool(result["canceled"]))


class AsyncDaemonMethods:
    """`daemon.*`: info, health, metrics, whoami."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def info(self, *, deadline: Optional[float] = None) -> DaemonInfoResult:
        """What it is. Version, protocol, limits and what is configured for everybody to know."""
        params: Dict[str, object] = {}
        return await self._caller.call_method(_DAEMON_INFO, params, deadline, DaemonInfoResult.from_raw)

    async def health(self, *, deadline: Optional[float] = None) -> DaemonHealthResult:
        """Is it well? Looks at the store and its room. `degraded` as soon as one check is."""
        params: Dict[str, object] = {}
        return await self._caller.call_method(_DAEMON_HEALTH, params, deadline, DaemonHealthResult.from_raw)

    async def metrics(self, *, deadline: Optional[float] = None) -> str:
        """Figures for a monitor. Counters and gauges in the OpenMetrics 1.0 text format, ended by `# EOF`."""
        params: Dict[str, object] = {}
        return await self._caller.call_method(_DAEMON_METRICS, params, deadline,
            lambda result: str(result["openMetrics"]))

    async def whoami(self, *, deadline: Optional[float] = None) -> Identity:
        """Who am I? Who the kernel says that the caller is, and what that makes it here."""
        params: Dict[str, object] = {}
        return await self._caller.call_method(_DAEMON_WHOAMI, params, deadline, Identity.from_raw)


class AsyncSessionRequestMethods:
    """`sessionRequest.*`: create, get, list, history, explain, update, assign, claim, comment, reschedule, connect, request_access, disconnect, close, reopen, resend_invitation, rotate_link, bulk, wait, summary."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @overload
    async def create(
        self,
        recipient: Union[RecipientInput, Recipient],
        *,
        subject: Union[str, None, Unset] = UNSET,
        assignee: Union[AssigneeInput, Assignee, Literal["me"], None, Unset] = UNSET,
        comments: Optional[str] = None,
        send_invitation: Optional[SendInvitationInput] = None,
        schedule: Union[ScheduleInput, Schedule, None, Unset] = UNSET,
        expires_at: Optional[Union[str, datetime]] = None,
        expires_in: Optional[Union[float, timedelta]] = None,
        priority: Optional[Priority] = None,
        tags: Optional[Sequence[str]] = None,
        external_reference: Union[ExternalReferenceInput, ExternalReference, None, Unset] = UNSET,
        custom_fields: Optional[Mapping[str, str]] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Literal[False] = False,
        deadline: Optional[float] = None,
    ) -> SessionRequest:
        ...

    @overload
    async def create(
        self,
        recipient: Union[RecipientInput, Recipient],
        *,
        subject: Union[str, None, Unset] = UNSET,
        assignee: Union[AssigneeInput, Assignee, Literal["me"], None, Unset] = UNSET,
        comments: Optional[str] = None,
        send_invitation: Optional[SendInvitationInput] = None,
        schedule: Union[ScheduleInput, Schedule, None, Unset] = UNSET,
        expires_at: Optional[Union[str, datetime]] = None,
        expires_in: Optional[Union[float, timedelta]] = None,
        priority: Optional[Priority] = None,
        tags: Optional[Sequence[str]] = None,
        external_reference: Union[ExternalReferenceInput, ExternalReference, None, Unset] = UNSET,
        custom_fields: Optional[Mapping[str, str]] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Literal[True],
        deadline: Optional[float] = None,
    ) -> SessionRequestDraft:
        ...

    async def create(
        self,
        recipient: Union[RecipientInput, Recipient],
        *,
        subject: Union[str, None, Unset] = UNSET,
        assignee: Union[AssigneeInput, Assignee, Literal["me"], None, Unset] = UNSET,
        comments: Optional[str] = None,
        send_invitation: Optional[SendInvitationInput] = None,
        schedule: Union[ScheduleInput, Schedule, None, Unset] = UNSET,
        expires_at: Optional[Union[str, datetime]] = None,
        expires_in: Optional[Union[float, timedelta]] = None,
        priority: Optional[Priority] = None,
        tags: Optional[Sequence[str]] = None,
        external_reference: Union[ExternalReferenceInput, ExternalReference, None, Unset] = UNSET,
        custom_fields: Optional[Mapping[str, str]] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
        deadline: Optional[float] = None,
    ) -> Union[SessionRequest, SessionRequestDraft]:
        """Create a session request. Makes a session request with its link and code, in status open, and queues the
        invitations asked for: one event, `sessionRequest.created`. Answered when it is durable.

        - recipient: Who needs help; only the name is needed.
        - subject: What it is about in a few words; shown to the recipient.
        - assignee: Whose it shall be. Left out or null: nobody's. A queue that does not exist is `not_found`.
        - comments: What the agents note; never shown to the recipient. 4096 characters at most.
        - send_invitation: Which invitations to send. Default: none.
        - schedule: When it shall take place. Left out or null: whenever.
        - expires_at: When it expires. Must be in the future and not before `startsAt`. Not together with
          `expires_in`. With neither, it is the queue's or the policy's default (24 hours) after `schedule.endsAt`,
          else `startsAt`, else now; after now, if that lies in the past.
        - expires_in: Seconds from now until it expires, 315360000 (ten years) at most. Not together with
          `expires_at`.
        - priority: `normal` unless said.
        - tags: Words to find it by: 32 at most, 64 characters each.
        - external_reference: The same case in another system.
        - custom_fields: Values of the desk's own.
        - idempotency_key: Makes it safe to call again after a cut connection: the same uid with the same key and
          params within 24 hours gets the request that was made the first time; with other params it is
          `idempotency_mismatch`.
        - dry_run: True: check everything and answer what would be, with `id` null, and change nothing.
        """
        params: Dict[str, object] = {"recipient": wire(recipient, SHAPES, "RecipientInput")}
        if subject is not UNSET:
            params["subject"] = subject
        if assignee is not UNSET:
            params["assignee"] = wire(assignee, SHAPES, "AssigneeInput")
        if comments is not None:
            params["comments"] = comments
        if send_invitation is not None:
            params["sendInvitation"] = wire(send_invitation, SHAPES, "SendInvitationInput")
        if schedule is not UNSET:
            params["schedule"] = wire(schedule, SHAPES, "ScheduleInput")
        if expires_at is not None:
            params["expiresAt"] = expires_at
        if expires_in is not None:
            params["expiresIn"] = expires_in
        if priority is not None:
            params["priority"] = priority
        if tags is not None:
            params["tags"] = tags
        if external_reference is not UNSET:
            params["externalReference"] = wire(external_reference, SHAPES, "ExternalReferenceInput")
        if custom_fields is not None:
            params["customFields"] = custom_fields
        if idempotency_key is not None:
            params["idempotencyKey"] = idempotency_key
        if dry_run is not None:
            params["dryRun"] = dry_run
        return await self._caller.call_method(_SESSION_REQUEST_CREATE, params, deadline,
            lambda result: (SessionRequestDraft if result["sessionRequest"]["id"] is None else SessionRequest).from_raw(result["sessionRequest"]))

    async def get(self, id: int, *, deadline: Optional[float] = None) -> SessionRequest:
        """One session request. Reads one session request.

        - id: Which session request.
        """
        params: Dict[str, object] = {"id": id}
        return await self._caller.call_method(_SESSION_REQUEST_GET, params, deadline,
            lambda result: SessionRequest.from_raw(result["sessionRequest"]))

    async def list(
        self,
        *,
        filter: Optional[FilterInput] = None,
        query: Optional[str] = None,
        view: Optional[View] = None,
        sort: Optional[Sort] = None,
        page: Optional[str] = None,
        limit: Optional[int] = None,
        deadline: Optional[float] = None,
    ) -> SessionRequestListResult:
        """Many session requests. A page of session requests. `filter`, `query` and `view` narrow it together. A page token
        keeps its place while requests come and go.

        - filter: What must hold.
        - query: Full text: every word must begin a word of the subject, the recipient's name, e-mail or telephone
          number, the comments, the tags, the external reference or a custom field. Viewers search only what they may
          read.
        - view: A ready-made selection.
        - sort: The order; `-createdAt` unless said.
        - page: Where the page begins: `nextPage` of the one before. Left out: the first.
        - limit: How many at most, 1 to 500; 100 unless said.
        """
        params: Dict[str, object] = {}
        if filter is not None:
            params["filter"] = wire(filter, SHAPES, "FilterInput")
        if query is not None:
            params["query"] = query
        if view is not None:
            params["view"] = view
        if sort is not None:
            params["sort"] = sort
        if page is not None:
            params["page"] = page
        if limit is not None:
            params["limit"] = limit
        return await self._caller.call_method(_SESSION_REQUEST_LIST, params, deadline,
            SessionRequestListResult.from_raw)

    async def list_all(
        self,
        *,
        filter: Optional[FilterInput] = None,
        query: Optional[str] = None,
        view: Optional[View] = None,
        sort: Optional[Sort] = None,
        limit: Optional[int] = None,
        deadline: Optional[float] = None,
    ) -> AsyncIterator[SessionRequest]:
        """All that `list` answers, page by page as they are taken; `limit` is the size of a page."""
        page: Optional[str] = None
        while True:
            answer = await self.list(filter=filter, query=query, view=view, sort=sort, limit=limit, deadline=deadline, page=page)
            for item in answer.session_requests:
                yield item
            page = answer.next_page
            if page is None:
                return

    async def history(
        self,
        id: int,
        *,
        page: Optional[str] = None,
        limit: Optional[int] = None,
        deadline: Optional[float] = None,
    ) -> SessionRequestHistoryResult:
        """What happened to it. The events of one session request, oldest first.

        - id: Which session request.
        - page: Where the page begins: `nextPage` of the one before. Left out: the first.
        - limit: How many at most, 1 to 500; 100 unless said.
        """
        params: Dict[str, object] = {"id": id}
        if page is not None:
            params["page"] = page
        if limit is not None:
            params["limit"] = limit
        return await self._caller.call_method(_SESSION_REQUEST_HISTORY, params, deadline,
            SessionRequestHistoryResult.from_raw)

    async def history_all(
        self,
        id: int,
        *,
        limit: Optional[int] = None,
        deadline: Optional[float] = None,
    ) -> AsyncIterator[Event]:
        """All that `history` answers, page by page as they are taken; `limit` is the size of a page."""
        page: Optional[str] = None
        while True:
            answer = await self.history(id=id, limit=limit, deadline=deadline, page=page)
            for item in answer.events:
                yield item
            page = answer.next_page
            if page is None:
                return

    async def explain(self, id: int, *, deadline: Optional[float] = None) -> SessionRequestExplainResult:
        """Why can it not be connected now? Says in one sentence why this caller cannot connect it right now, or that it
        can.

        - id: Which session request.
        """
        params: Dict[str, object] = {"id": id}
        return await self._caller.call_method(_SESSION_REQUEST_EXPLAIN, params, deadline,
            SessionRequestExplainResult.from_raw)

    async def update(
        self,
        id: int,
        *,
        if_revision: Optional[int] = None,
        recipient: Optional[Union[RecipientInput, Recipient]] = None,
        subject: Union[str, None, Unset] = UNSET,
        comments: Union[str, None, Unset] = UNSET,
        priority: Optional[Priority] = None,
        tags: Optional[Sequence[str]] = None,
        external_reference: Union[ExternalReferenceInput, ExternalReference, None, Unset] = UNSET,
        custom_fields: Optional[Mapping[str, str]] = None,
        expires_at: Optional[Union[str, datetime]] = None,
        expires_in: Optional[Union[float, timedelta]] = None,
        deadline: Optional[float] = None,
    ) -> SessionRequest:
        """Change what it says. Every member given takes the place of what was there, whole; null clears it where it says
        so. What is left out stays. While it is neither closed nor expired. If nothing is different, it succeeds without
        an event.

        - id: Which session request.
        - if_revision: Do it only if this is the present revision, else `revision_conflict`.
        - recipient: The whole recipient: what is left out inside it is not known any more.
        - subject: Null: none.
        - comments: Null: none.
        - priority: How urgent it is.
        - tags: All its tags from now on.
        - external_reference: Null: none.
        - custom_fields: All its custom fields from now on.
        - expires_at: When it expires. Must be in the future and not before `startsAt`. Not together with
          `expires_in`.
        - expires_in: Seconds from now until it expires, 315360000 (ten years) at most. Not together with
          `expires_at`.
        """
        params: Dict[str, object] = {"id": id}
        if if_revision is not None:
            params["ifRevision"] = if_revision
        if recipient is not None:
            params["recipient"] = wire(recipient, SHAPES, "RecipientInput")
        if subject is not UNSET:
            params["subject"] = subject
        if comments is not UNSET:
            params["comments"] = comments
        if priority is not None:
            params["priority"] = priority
        if tags is not None:
            params["tags"] = tags
        if external_reference is not UNSET:
            params["externalReference"] = wire(external_reference, SHAPES, "ExternalReferenceInput")
        if custom_fields is not None:
            params["customFields"] = custom_fields
        if expires_at is not None:
            params["expiresAt"] = expires_at
        if expires_in is not None:
            params["expiresIn"] = expires_in
        return await self._caller.call_method(_SESSION_REQUEST_UPDATE, params, deadline,
            lambda result: SessionRequest.from_raw(result["sessionRequest"]))

    async def assign(
        self,
        id: int,
        assignee: Optional[Union[AssigneeInput, Assignee, Literal["me"]]],
        *,
        if_revision: Optional[int] = None,
        deadline: Optional[float] = None,
    ) -> SessionRequest:
        """Give it to someone. Assigns it to the caller, an agent, a queue, a client, or nobody (null). While it is neither
        closed nor expired. A queue that does not exist is `not_found`. If it is there already, it succeeds without an
        event.

        - id: Which session request.
        - if_revision: Do it only if this is the present revision, else `revision_conflict`.
        - assignee: Whose it shall be.
        """
        params: Dict[str, object] = {"id": id, "assignee": wire(assignee, SHAPES, "AssigneeInput")}
        if if_revision is not None:
            params["ifRevision"] = if_revision
        return await self._caller.call_method(_SESSION_REQUEST_ASSIGN, params, deadline,
            lambda result: SessionRequest.from_raw(result["sessionRequest"]))

    async def claim(
        self,
        id: int,
        *,
        if_revision: Optional[int] = None,
        deadline: Optional[float] = None,
    ) -> SessionRequest:
        """Take it. Compare and set: takes a request that is unassigned, or of a queue or client of the caller. What is
        another agent's is `already_claimed` with the winner in `by`; what is the caller's already succeeds without an
        event. While it is neither closed nor expired.

        - id: Which session request.
        - if_revision: Do it only if this is the present revision, else `revision_conflict`.
        """
        params: Dict[str, object] = {"id": id}
        if if_revision is not None:
            params["ifRevision"] = if_revision
        return await self._caller.call_method(_SESSION_REQUEST_CLAIM, params, deadline,
            lambda result: SessionRequest.from_raw(result["sessionRequest"]))

    async def comment(
        self,
        id: int,
        text: str,
        *,
        if_revision: Optional[int] = None,
        deadline: Optional[float] = None,
    ) -> SessionRequest:
        """Add a comment. Appends the text to the comments, on a new line. Over 4096 characters in all it is
        `invalid_params`. In every status.

        - id: Which session request.
        - text: What to add, 1 character at least.
        - if_revision: Do it only if this is the present revision, else `revision_conflict`.
        """
        params: Dict[str, object] = {"id": id, "text": text}
        if if_revision is not None:
            params["ifRevision"] = if_revision
        return await self._caller.call_method(_SESSION_REQUEST_COMMENT, params, deadline,
            lambda result: SessionRequest.from_raw(result["sessionRequest"]))

    async def reschedule(
        self,
        id: int,
        schedule: Optional[Union[ScheduleInput, Schedule]],
        *,
        if_revision: Optional[int] = None,
        expires_at: Optional[Union[str, datetime]] = None,
        expires_in: Optional[Union[float, timedelta]] = None,
        deadline: Optional[float] = None,
    ) -> SessionRequest:
        """Move it. Gives it another schedule, or none (null). The expiry moves along unless it is given: it keeps its
        distance from the end, else the start, else the time of creation (before) and of the call (after); if that lies
        in the past, its distance from the call. Written as `sessionRequest.updated`. While it is neither closed nor
        expired.

        - id: Which session request.
        - if_revision: Do it only if this is the present revision, else `revision_conflict`.
        - schedule: When it shall take place; null: whenever.
        - expires_at: When it expires. Must be in the future and not before `startsAt`. Not together with
          `expires_in`.
        - expires_in: Seconds from now until it expires, 315360000 (ten years) at most. Not together with
          `expires_at`.
        """
        params: Dict[str, object] = {"id": id, "schedule": wire(schedule, SHAPES, "ScheduleInput")}
        if if_revision is not None:
            params["ifRevision"] = if_revision
        if expires_at is not None:
            params["expiresAt"] = expires_at
        if expires_in is not None:
            params["expiresIn"] = expires_in
        return await self._caller.call_method(_SESSION_REQUEST_RESCHEDULE, params, deadline,
            lambda result: SessionRequest.from_raw(result["sessionRequest"]))

    async def connect(
        self,
        id: int,
        *,
        lease: Optional[bool] = None,
        if_revision: Optional[int] = None,
        deadline: Optional[float] = None,
    ) -> SessionRequestConnectResult:
        """Connect. Ready to connected: of many callers exactly one wins, and the others learn who. An unassigned request,
        or one of a queue that the caller is a member of, is claimed in the same step (`assigned`, then `connected`);
        any other keeps its assignee. The answer says where to and how to launch the client; the daemon launches
        nothing.

        - id: Which session request.
        - lease: True: stay connected only while this socket connection lives; its end is `disconnected`.
        - if_revision: Do it only if this is the present revision, else `revision_conflict`.
        """
        params: Dict[str, object] = {"id": id}
        if lease is not None:
            params["lease"] = lease
        if if_revision is not None:
            params["ifRevision"] = if_revision
        return await self._caller.call_method(_SESSION_REQUEST_CONNECT, params, deadline,
            SessionRequestConnectResult.from_raw)

    async def request_access(
        self,
        id: int,
        *,
        if_revision: Optional[int] = None,
        deadline: Optional[float] = None,
    ) -> SessionRequest:
        """Ask for access. The other order, Connect before Allow: writes `sessionRequest.accessRequested` and changes no
        status; the page and the recipient's client then raise Allow and Deny. While open or waiting; once in
        `policy.requestAccessIntervalSeconds` (10), whatever the recipient has answered meanwhile; sooner it is
        `rate_limited`. Reopening and another link end the wait.

        - id: Which session request.
        - if_revision: Do it only if this is the present revision, else `revision_conflict`.
        """
        params: Dict[str, object] = {"id": id}
        if if_revision is not None:
            params["ifRevision"] = if_revision
        return await self._caller.call_method(_SESSION_REQUEST_REQUEST_ACCESS, params, deadline,
            lambda result: SessionRequest.from_raw(result["sessionRequest"]))

    async def disconnect(
        self,
        id: int,
        *,
        note: Optional[str] = None,
        if_revision: Optional[int] = None,
        deadline: Optional[float] = None,
    ) -> SessionRequest:
        """Disconnect. Connected to ready: the access stays granted until close or expiry. A note is added to the comments,
        in the same event; one that does not fit there is `invalid_params`, and nothing happens. If its expiry has
        passed meanwhile, it becomes expired in the same step.

        - id: Which session request.
        - note: A note for the history, 4096 characters at most.
        - if_revision: Do it only if this is the present revision, else `revision_conflict`.
        """
        params: Dict[str, object] = {"id": id}
        if note is not None:
            params["note"] = note
        if if_revision is not None:
            params["ifRevision"] = if_revision
        return await self._caller.call_method(_SESSION_REQUEST_DISCONNECT, params, deadline,
            lambda result: SessionRequest.from_raw(result["sessionRequest"]))

    async def close(
        self,
        id: int,
        *,
        reason: Optional[CloseReason] = None,
        note: Optional[str] = None,
        if_revision: Optional[int] = None,
        deadline: Optional[float] = None,
    ) -> SessionRequest:
        """Close. Ends it, in whatever status it is but closed and expired.

        - id: Which session request.
        - reason: Why; `done` unless said.
        - note: A note for the history, 4096 characters at most.
        - if_revision: Do it only if this is the present revision, else `revision_conflict`.
        """
        params: Dict[str, object] = {"id": id}
        if reason is not None:
            params["reason"] = reason
        if note is not None:
            params["note"] = note
        if if_revision is not None:
            params["ifRevision"] = if_revision
        return await self._caller.call_method(_SESSION_REQUEST_CLOSE, params, deadline,
            lambda result: SessionRequest.from_raw(result["sessionRequest"]))

    async def reopen(
        self,
        id: int,
        *,
        keep_link: Optional[bool] = None,
        expires_at: Optional[Union[str, datetime]] = None,
        expires_in: Optional[Union[float, timedelta]] = None,
        if_revision: Optional[int] = None,
        deadline: Optional[float] = None,
    ) -> SessionRequest:
        """Open it again. Closed or expired to open. A new link and a new code unless `keepLink`; a past schedule, the
        join, the connection, how it closed and the feedback are dropped, the denials begin at 0, the assignee stays.
        Whoever has had an invitation is sent the new link, or with `keepLink` an invitation again, unless they were not
        told yet that it was over.

        - id: Which session request.
        - keep_link: True: the old link works on, with its code.
        - expires_at: When it expires. Must be in the future and not before `startsAt`. Not together with
          `expires_in`. With neither, the default again.
        - expires_in: Seconds from now until it expires, 315360000 (ten years) at most. Not together with
          `expires_at`.
        - if_revision: Do it only if this is the present revision, else `revision_conflict`.
        """
        params: Dict[str, object] = {"id": id}
        if keep_link is not None:
            params["keepLink"] = keep_link
        if expires_at is not None:
            params["expiresAt"] = expires_at
        if expires_in is not None:
            params["expiresIn"] = expires_in
        if if_revision is not None:
            params["ifRevision"] = if_revision
        return await self._caller.call_method(_SESSION_REQUEST_REOPEN, params, deadline,
            lambda result: SessionRequest.from_raw(result["sessionRequest"]))

    async def resend_invitation(
        self,
        id: int,
        *,
        email: Optional[bool] = None,
        sms: Optional[bool] = None,
        if_revision: Optional[int] = None,
        deadline: Optional[float] = None,
    ) -> SessionRequest:
        """Send the invitation again. Queues the invitations named, or if neither is, all that the recipient has an address
        for. Nothing to send, or no address to send to, is `invalid_params`. Written as
        `sessionRequest.invitationQueued`. While it is neither closed nor expired.

        - id: Which session request.
        - email: Send it by e-mail.
        - sms: Send it by SMS.
        - if_revision: Do it only if this is the present revision, else `revision_conflict`.
        """
        params: Dict[str, object] = {"id": id}
        if email is not None:
            params["email"] = email
        if sms is not None:
            params["sms"] = sms
        if if_revision is not None:
            params["ifRevision"] = if_revision
        return await self._caller.call_method(_SESSION_REQUEST_RESEND_INVITATION, params, deadline,
            lambda result: SessionRequest.from_raw(result["sessionRequest"]))

    async def rotate_link(
        self,
        id: int,
        *,
        if_revision: Optional[int] = None,
        deadline: Optional[float] = None,
    ) -> SessionRequest:
        """A new link. Makes a new link and a new code; the old link is `link_expired` from then on. While it is neither
        closed nor expired.

        - id: Which session request.
        - if_revision: Do it only if this is the present revision, else `revision_conflict`.
        """
        params: Dict[str, object] = {"id": id}
        if if_revision is not None:
            params["ifRevision"] = if_revision
        return await self._caller.call_method(_SESSION_REQUEST_ROTATE_LINK, params, deadline,
            lambda result: SessionRequest.from_raw(result["sessionRequest"]))

    async def bulk(
        self,
        operations: Sequence[OperationInput],
        *,
        deadline: Optional[float] = None,
    ) -> Tuple[OperationResult, ...]:
        """Many at once. 1 to 1000 operations in one transaction: all, in order, or none. The error of the first that fails
        carries its own reason, again as `cause`, and its `index`; a `path` begins with `/operations/INDEX`, and with
        `/operations/INDEX/params` if the params are at fault.

        - operations: What to do.
        """
        params: Dict[str, object] = {"operations": wire(operations, SHAPES, "OperationInput")}
        return await self._caller.call_method(_SESSION_REQUEST_BULK, params, deadline,
            lambda result: tuple(OperationResult.from_raw(item) for item in result["results"]))

    async def wait(
        self,
        id: int,
        until: Sequence[Status],
        *,
        timeout: Optional[Union[float, timedelta]] = None,
        deadline: Optional[float] = None,
    ) -> SessionRequestWaitResult:
        """Wait for a status. Answers as soon as it is in one of the statuses, at once if it is already. When the time is
        up it answers as well: `timedOut` is true, and that is no error. It holds up no call behind it.

        - id: Which session request.
        - until: The statuses to wait for.
        - timeout: Seconds to wait at most, 0 to 3600; 60 unless said.
        """
        params: Dict[str, object] = {"id": id, "until": until}
        if timeout is not None:
            params["timeout"] = timeout
        return await self._caller.call_method(_SESSION_REQUEST_WAIT, params, deadline,
            SessionRequestWaitResult.from_raw)

    async def summary(self, *, deadline: Optional[float] = None) -> SessionRequestSummaryResult:
        """All in one look. What a status bar needs, in one cheap call."""
        params: Dict[str, object] = {}
        return await self._caller.call_method(_SESSION_REQUEST_SUMMARY, params, deadline,
            SessionRequestSummaryResult.from_raw)


class AsyncEventsMethods:
    """`events.*`: poll."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def poll(
        self,
        *,
        since: Optional[Union[Literal["now", "earliest"], str]] = None,
        filter: Optional[EventFilterInput] = None,
        limit: Optional[int] = None,
        timeout: Optional[Union[float, timedelta]] = None,
        deadline: Optional[float] = None,
    ) -> EventsPollResult:
        """The stream without a subscription. Answers the events behind the cursor, at once if there are any, else when the
        first comes or the time is up; that is an empty list, no error. Ask again with the cursor that it answers. It
        holds up no call behind it.

        - since: Where to begin; `now` unless said.
        - filter: What must hold for an event; it narrows the snapshot as well.
        - limit: How many at most, 1 to 500; 100 unless said.
        - timeout: Seconds to wait at most, 0 to 3600; 0 unless said.
        """
        params: Dict[str, object] = {}
        if since is not None:
            params["since"] = since
        if filter is not None:
            params["filter"] = wire(filter, SHAPES, "EventFilterInput")
        if limit is not None:
            params["limit"] = limit
        if timeout is not None:
            params["timeout"] = timeout
        return await self._caller.call_method(_EVENTS_POLL, params, deadline, EventsPollResult.from_raw)


class AsyncQueueMethods:
    """`queue.*`: create, get, list, update, delete, next."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def create(
        self,
        id: str,
        *,
        name: Optional[str] = None,
        description: Optional[str] = None,
        members: Optional[Union[QueueMembersInput, QueueMembers]] = None,
        default_expiry_seconds: Union[float, timedelta, None, Unset] = UNSET,
        default_language: Union[str, None, Unset] = UNSET,
        public_page: Optional[bool] = None,
        strategy: Optional[Strategy] = None,
        fallback: Union[str, None, Unset] = UNSET,
        deadline: Optional[float] = None,
    ) -> Queue:
        """Make a queue. Makes a queue. An id that is taken is `invalid_params` with the path `/id`.

        - id: Its slug for ever: 1 to 64 of a-z, 0-9 and -.
        - name: What it is called; its id unless said.
        - description: What it is for, 512 characters at most.
        - members: Who serves it.
        - default_expiry_seconds: Seconds until its requests expire; null: the policy's.
        - default_language: For recipients whose language is not known; null: none.
        - public_page: Whether recipients may ask for help through it.
        - strategy: How a new request finds its agent; `manual` unless said.
        - fallback: Another queue, that exists, else `not_found`; null: none.
        """
        params: Dict[str, object] = {"id": id}
        if name is not None:
            params["name"] = name
        if description is not None:
            params["description"] = description
        if members is not None:
            params["members"] = wire(members, SHAPES, "QueueMembersInput")
        if default_expiry_seconds is not UNSET:
            params["defaultExpirySeconds"] = default_expiry_seconds
        if default_language is not UNSET:
            params["defaultLanguage"] = default_language
        if public_page is not None:
            params["publicPage"] = public_page
        if strategy is not None:
            params["strategy"] = strategy
        if fallback is not UNSET:
            params["fallback"] = fallback
        return await self._caller.call_method(_QUEUE_CREATE, params, deadline,
            lambda result: Queue.from_raw(result["queue"]))

    async def get(self, id: str, *, deadline: Optional[float] = None) -> Queue:
        """One queue. Reads one queue.

        - id: Which queue.
        """
        params: Dict[str, object] = {"id": id}
        return await self._caller.call_method(_QUEUE_GET, params, deadline,
            lambda result: Queue.from_raw(result["queue"]))

    async def list(self, *, deadline: Optional[float] = None) -> Tuple[Queue, ...]:
        """All queues. All queues, by id."""
        params: Dict[str, object] = {}
        return await self._caller.call_method(_QUEUE_LIST, params, deadline,
            lambda result: tuple(Queue.from_raw(item) for item in result["queues"]))

    async def update(
        self,
        id: str,
        *,
        if_revision: Optional[int] = None,
        name: Optional[str] = None,
        description: Optional[str] = None,
        members: Optional[Union[QueueMembersInput, QueueMembers]] = None,
        default_expiry_seconds: Union[float, timedelta, None, Unset] = UNSET,
        default_language: Union[str, None, Unset] = UNSET,
        public_page: Optional[bool] = None,
        strategy: Optional[Strategy] = None,
        fallback: Union[str, None, Unset] = UNSET,
        deadline: Optional[float] = None,
    ) -> Queue:
        """Change a queue. Every member given takes the place of what was there, whole; what is left out stays. If nothing
        is different, it succeeds without an event.

        - id: Which queue.
        - if_revision: Do it only if this is the present revision, else `revision_conflict`.
        - name: What it is called.
        - description: What it is for, 512 characters at most.
        - members: Who serves it.
        - default_expiry_seconds: Seconds until its requests expire; null: the policy's.
        - default_language: For recipients whose language is not known; null: none.
        - public_page: Whether recipients may ask for help through it.
        - strategy: How a new request finds its agent.
        - fallback: Another queue, that exists, else `not_found`; null: none.
        """
        params: Dict[str, object] = {"id": id}
        if if_revision is not None:
            params["ifRevision"] = if_revision
        if name is not None:
            params["name"] = name
        if description is not None:
            params["description"] = description
        if members is not None:
            params["members"] = wire(members, SHAPES, "QueueMembersInput")
        if default_expiry_seconds is not UNSET:
            params["defaultExpirySeconds"] = default_expiry_seconds
        if default_language is not UNSET:
            params["defaultLanguage"] = default_language
        if public_page is not None:
            params["publicPage"] = public_page
        if strategy is not None:
            params["strategy"] = strategy
        if fallback is not UNSET:
            params["fallback"] = fallback
        return await self._caller.call_method(_QUEUE_UPDATE, params, deadline,
            lambda result: Queue.from_raw(result["queue"]))

    async def delete(self, id: str, *, deadline: Optional[float] = None) -> bool:
        """Delete a queue. Deletes a queue. Its requests that are neither closed nor expired become unassigned, each with
        its `sessionRequest.assigned`, and queues that fell back on it have no fallback any more.

        - id: Which queue.
        """
        params: Dict[str, object] = {"id": id}
        return await self._caller.call_method(_QUEUE_DELETE, params, deadline, lambda result: bool(result["deleted"]))

    async def next(
        self,
        *,
        queues: Optional[Sequence[str]] = None,
        deadline: Optional[float] = None,
    ) -> Optional[SessionRequest]:
        """Take the next one. Claims the most urgent request that the caller may take from its queues: the highest priority
        first, then those whose recipients are there (waiting or ready) before those whose are not, then the oldest; one
        that is scheduled for later and not opened is passed over. For members of the queue; an admin may name any
        queue.

        - queues: Only from these; naming one that the caller is not a member of is `permission_denied`, one that does
          not exist `not_found`. Left out: from all that the caller is a member of.
        """
        params: Dict[str, object] = {}
        if queues is not None:
            params["queues"] = queues
        return await self._caller.call_method(_QUEUE_NEXT, params, deadline,
            lambda result: SessionRequest.from_raw(result["sessionRequest"]) if result["sessionRequest"] is not None else None)


class AsyncAgentMethods:
    """`agent.*`: list."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(self, *, deadline: Optional[float] = None) -> Tuple[AgentPresence, ...]:
        """Who is there. The agents that are connected to the agent socket, by user."""
        params: Dict[str, object] = {}
        return await self._caller.call_method(_AGENT_LIST, params, deadline,
            lambda result: tuple(AgentPresence.from_raw(item) for item in result["agents"]))


class AsyncClientMethods:
    """`client.*`: sign_in, sign_out, list."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def sign_in(
        self,
        name: str,
        version: str,
        *,
        client_id: Union[str, None, Unset] = UNSET,
        features: Optional[Sequence[str]] = None,
        deadline: Optional[float] = None,
    ) -> Client:
        """Sign in a remote-desktop client. Binds a remote-desktop client to this connection: the agent is signed in while
        the connection lives. Signing in again takes the place of the one before. A clientId belongs to the uid that
        first signed in with it, else `permission_denied`, until an admin releases it.

        - name: The client's name, such as `anydesk`.
        - version: The client's version.
        - client_id: The number or alias under which it is reached.
        - features: What it says it can do.
        """
        params: Dict[str, object] = {"name": name, "version": version}
        if client_id is not UNSET:
            params["clientId"] = client_id
        if features is not None:
            params["features"] = features
        return await self._caller.call_method(_CLIENT_SIGN_IN, params, deadline,
            lambda result: Client.from_raw(result["client"]))

    async def sign_out(
        self,
        *,
        client_id: Optional[str] = None,
        release: Optional[bool] = None,
        deadline: Optional[float] = None,
    ) -> bool:
        """Sign it out. Signs out this connection's client. An admin may name a clientId, and whoever is signed in with it
        is signed out; with `release` it belongs to nobody any more, so that another uid may sign in with it.

        - client_id: A client by its id, whoever's it is; for admins, else `permission_denied` unless it is this
          connection's.
        - release: True: the clientId belongs to nobody any more; for admins, with `client_id`.
        """
        params: Dict[str, object] = {}
        if client_id is not None:
            params["clientId"] = client_id
        if release is not None:
            params["release"] = release
        return await self._caller.call_method(_CLIENT_SIGN_OUT, params, deadline,
            lambda result: bool(result["signedOut"]))

    async def list(self, *, deadline: Optional[float] = None) -> Tuple[ClientPresence, ...]:
        """The clients that are signed in. Every remote-desktop client that is signed in, and whose it is."""
        params: Dict[str, object] = {}
        return await self._caller.call_method(_CLIENT_LIST, params, deadline,
            lambda result: tuple(ClientPresence.from_raw(item) for item in result["clients"]))


class AsyncLinkMethods:
    """`link.*`: resolve, open, grant, deny, revoke, cancel, feedback, request."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def resolve(
        self,
        *,
        token: Optional[str] = None,
        code: Optional[str] = None,
        source: Optional[str] = None,
        prefetch: Optional[bool] = None,
        deadline: Optional[float] = None,
    ) -> LinkResolveResult:
        """What stands behind a link. Reads what the recipient may see. Asking changes nothing, so that mail scanners may
        follow links. By code it also answers the token.

        - token: The token of the link. Either this or `code`.
        - code: The code that was read aloud. Either this or `token`.
        - source: The visitor's address.
        - prefetch: True: the page was fetched without anybody pressing anything; written as
          `sessionRequest.linkPrefetched` while it is open, once in ten minutes.
        """
        params: Dict[str, object] = {}
        if token is not None:
            params["token"] = token
        if code is not None:
            params["code"] = code
        if source is not None:
            params["source"] = source
        if prefetch is not None:
            params["prefetch"] = prefetch
        return await self._caller.call_method(_LINK_RESOLVE, params, deadline, LinkResolveResult.from_raw)

    async def open(
        self,
        *,
        token: Optional[str] = None,
        code: Optional[str] = None,
        source: Optional[str] = None,
        deadline: Optional[float] = None,
    ) -> Link:
        """The recipient has come. Open to waiting, by an explicit press on the page. Again later it succeeds without an
        event.

        - token: The token of the link. Either this or `code`.
        - code: The code that was read aloud. Either this or `token`.
        - source: The visitor's address.
        """
        params: Dict[str, object] = {}
        if token is not None:
            params["token"] = token
        if code is not None:
            params["code"] = code
        if source is not None:
            params["source"] = source
        return await self._caller.call_method(_LINK_OPEN, params, deadline,
            lambda result: Link.from_raw(result["link"]))

    async def grant(
        self,
        join: Union[JoinInput, Join],
        *,
        token: Optional[str] = None,
        code: Optional[str] = None,
        source: Optional[str] = None,
        lease_seconds: Optional[Union[float, timedelta]] = None,
        deadline: Optional[float] = None,
    ) -> Link:
        """The recipient allows access. Open or waiting to ready (from open it implies opened). Granted again when ready or
        connected it renews the lease, without an event. A client below the configured minimum is `client_too_old`.

        - token: The token of the link. Either this or `code`.
        - code: The code that was read aloud. Either this or `token`.
        - source: The visitor's address.
        - join: How the recipient joins and where the agent connects to.
        - lease_seconds: The access is taken back unless it is granted again within this time, 1 to 3600 seconds. Left
          out: it stays until close or expiry.
        """
        params: Dict[str, object] = {"join": wire(join, SHAPES, "JoinInput")}
        if token is not None:
            params["token"] = token
        if code is not None:
            params["code"] = code
        if source is not None:
            params["source"] = source
        if lease_seconds is not None:
            params["leaseSeconds"] = lease_seconds
        return await self._caller.call_method(_LINK_GRANT, params, deadline,
            lambda result: Link.from_raw(result["link"]))

    async def deny(
        self,
        *,
        token: Optional[str] = None,
        code: Optional[str] = None,
        source: Optional[str] = None,
        deadline: Optional[float] = None,
    ) -> Link:
        """The recipient says no. To waiting, from open, waiting or ready; counted in `denials`. At `policy.maxDenials` (3)
        it is closed with the reason `denied`.

        - token: The token of the link. Either this or `code`.
        - code: The code that was read aloud. Either this or `token`.
        - source: The visitor's address.
        """
        params: Dict[str, object] = {}
        if token is not None:
            params["token"] = token
        if code is not None:
            params["code"] = code
        if source is not None:
            params["source"] = source
        return await self._caller.call_method(_LINK_DENY, params, deadline,
            lambda result: Link.from_raw(result["link"]))

    async def revoke(
        self,
        *,
        token: Optional[str] = None,
        code: Optional[str] = None,
        source: Optional[str] = None,
        deadline: Optional[float] = None,
    ) -> Link:
        """The recipient takes the access back. Ready or connected to waiting. If its expiry has passed while it was
        connected, it becomes expired in the same step.

        - token: The token of the link. Either this or `code`.
        - code: The code that was read aloud. Either this or `token`.
        - source: The visitor's address.
        """
        params: Dict[str, object] = {}
        if token is not None:
            params["token"] = token
        if code is not None:
            params["code"] = code
        if source is not None:
            params["source"] = source
        return await self._caller.call_method(_LINK_REVOKE, params, deadline,
            lambda result: Link.from_raw(result["link"]))

    async def cancel(
        self,
        *,
        token: Optional[str] = None,
        code: Optional[str] = None,
        source: Optional[str] = None,
        deadline: Optional[float] = None,
    ) -> Link:
        """The recipient needs no help any more. Closes it with the reason `canceledByRecipient`, in whatever status it is
        but closed and expired.

        - token: The token of the link. Either this or `code`.
        - code: The code that was read aloud. Either this or `token`.
        - source: The visitor's address.
        """
        params: Dict[str, object] = {}
        if token is not None:
            params["token"] = token
        if code is not None:
            params["code"] = code
        if source is not None:
            params["source"] = source
        return await self._caller.call_method(_LINK_CANCEL, params, deadline,
            lambda result: Link.from_raw(result["link"]))

    async def feedback(
        self,
        rating: int,
        *,
        token: Optional[str] = None,
        code: Optional[str] = None,
        source: Optional[str] = None,
        comment: Union[str, None, Unset] = UNSET,
        deadline: Optional[float] = None,
    ) -> Link:
        """What the recipient thought of it. Keeps a rating and a comment: once after each session, when an agent has
        closed it as `done` or `other`. A closed request has no code any more, so by token.

        - token: The token of the link. Either this or `code`.
        - code: The code that was read aloud. Either this or `token`.
        - source: The visitor's address.
        - rating: 1 (bad) to 5 (good).
        - comment: 4096 characters at most.
        """
        params: Dict[str, object] = {"rating": rating}
        if token is not None:
            params["token"] = token
        if code is not None:
            params["code"] = code
        if source is not None:
            params["source"] = source
        if comment is not UNSET:
            params["comment"] = comment
        return await self._caller.call_method(_LINK_FEEDBACK, params, deadline,
            lambda result: Link.from_raw(result["link"]))

    async def request(
        self,
        queue: str,
        recipient: Union[RecipientInput, Recipient],
        *,
        comments: Optional[str] = None,
        source: Optional[str] = None,
        dry_run: Optional[bool] = None,
        deadline: Optional[float] = None,
    ) -> LinkRequestResult:
        """A recipient asks for help. Makes a session request in a queue that has a public page. It never sends anything.
        Another queue, or one that does not exist, is `not_found`. With `dryRun` nothing is made, and the answer says
        that it could be: the page asks so before it shows a form.

        - queue: Which queue.
        - recipient: Who asks.
        - comments: What the agents note; never shown to the recipient. 4096 characters at most.
        - source: The visitor's address.
        - dry_run: True: only say whether it could be made.
        """
        params: Dict[str, object] = {"queue": queue, "recipient": wire(recipient, SHAPES, "RecipientInput")}
        if comments is not None:
            params["comments"] = comments
        if source is not None:
            params["source"] = source
        if dry_run is not None:
            params["dryRun"] = dry_run
        return await self._caller.call_method(_LINK_REQUEST, params, deadline, LinkRequestResult.from_raw)


class AsyncDeliveryMethods:
    """`delivery.*`: next, ack, fail."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def next(
        self,
        *,
        kinds: Optional[Sequence[DeliveryKind]] = None,
        endpoints: Optional[Sequence[str]] = None,
        lease_seconds: Optional[Union[float, timedelta]] = None,
        timeout: Optional[Union[float, timedelta]] = None,
        deadline: Optional[float] = None,
    ) -> Optional[DueDelivery]:
        """Take what must leave. Answers the delivery that has been due for longest among those wanted, at once if there is
        one, else when one comes due or the time is up; that is null, no error. It is the caller's for a time: an
        attempt is counted, and nobody else gets it before `leaseExpiresAt` or the end of the connection. To an endpoint
        events leave strictly in order: only the oldest that is not done with can be taken. It holds up no call behind
        it.

        - kinds: By what ways it may leave; all unless said.
        - endpoints: To which endpoints events may go; all unless said.
        - lease_seconds: Seconds for which it is the caller's, 5 to 3600; 120 unless said.
        - timeout: Seconds to wait at most, 0 to 3600; 0 unless said.
        """
        params: Dict[str, object] = {}
        if kinds is not None:
            params["kinds"] = kinds
        if endpoints is not None:
            params["endpoints"] = endpoints
        if lease_seconds is not None:
            params["leaseSeconds"] = lease_seconds
        if timeout is not None:
            params["timeout"] = timeout
        return await self._caller.call_method(_DELIVERY_NEXT, params, deadline,
            lambda result: DueDelivery.from_raw(result["delivery"]) if result["delivery"] is not None else None)

    async def ack(self, id: int, *, deadline: Optional[float] = None) -> bool:
        """It has left. The delivery is done with. Of an invitation and of a renewed link it writes
        `sessionRequest.invitationSent`. It may be repeated. A lease that ran out may still be acknowledged, unless
        somebody else has taken the delivery since.

        - id: Which delivery.
        """
        params: Dict[str, object] = {"id": id}
        return await self._caller.call_method(_DELIVERY_ACK, params, deadline,
            lambda result: bool(result["acknowledged"]))

    async def fail(
        self,
        id: int,
        error: str,
        *,
        retryable: Optional[bool] = None,
        retry_after: Optional[Union[float, timedelta]] = None,
        deadline: Optional[float] = None,
    ) -> Optional[datetime]:
        """It has not left. The attempt failed. The next one is due after a time that doubles with each, 30 seconds to an
        hour unless configured, longer if `retryAfter` asks for it and never shorter; after 12 attempts, or at once if
        another is of no use, it is given up: `sessionRequest.invitationFailed` is written, with this error at the
        invitation. Of an invitation, a renewed link and another time the invitation's state is `failed`, and
        `sessionRequest.resendInvitation` sends it anew; of what else failed the state stays as it was. Only the
        connection that has the delivery may say so.

        - id: Which delivery.
        - error: Why, for the agent to read: one line.
        - retryable: False: another attempt is of no use; true unless said.
        - retry_after: Seconds until the next attempt, a week at most; as the back-off says unless said.
        """
        params: Dict[str, object] = {"id": id, "error": error}
        if retryable is not None:
            params["retryable"] = retryable
        if retry_after is not None:
            params["retryAfter"] = retry_after
        return await self._caller.call_method(_DELIVERY_FAIL, params, deadline,
            lambda result: instant(result["retryAt"]) if result["retryAt"] is not None else None)


class AsyncMethods:
    """All families, each as a member."""

    def _add_families(self, caller: AsyncCaller) -> None:
        self.rpc = AsyncRpcMethods(caller)
        self.daemon = AsyncDaemonMethods(caller)
        self.session_request = AsyncSessionRequestMethods(caller)
        self.events = AsyncEventsMethods(caller)
        self.queue = AsyncQueueMethods(caller)
        self.agent = AsyncAgentMethods(caller)
        self.client = AsyncClientMethods(caller)
        self.link = AsyncLinkMethods(caller)
        self.delivery = AsyncDeliveryMethods(caller)


__all__ = ["AsyncMethods"]
