"""The portal's interface for programs (schema/portal.openapi.json), over http.client's streams."""

from __future__ import annotations

import http.client
import json
import platform
import ssl
import urllib.error
import urllib.request
from typing import Any, Iterator, Optional

from . import VERSION, limits, links
from .events import EventReader, TooLong
from .shown import shown

STATUSES = ("open", "waiting", "ready", "connected", "closed", "expired")


class PortalError(Exception):
    """The portal refused, or could not be reached.

    `reason` is that of the service (`link_expired`, `client_too_old` ...), or one of ours: `unreachable`, `untrusted`
    (its certificate), `redirected`, `unintelligible`.
    """

    def __init__(self, reason: str, message: str, retry_after: Optional[float] = None):
        super().__init__(message)
        self.reason = reason
        self.retry_after = retry_after

    @property
    def may_pass(self) -> bool:
        """Whether the same may succeed later without anybody's doing."""
        return self.reason in ("unreachable", "unavailable", "busy", "rate_limited", "shutting_down", "storage_full")


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """A page that leads elsewhere is somebody else's: whom the user agreed to talk to is who is talked to."""

    def redirect_request(self, *_: Any) -> None:
        return None


class PortalClient:
    """Calls on one link. Safe to be used by several threads."""

    def __init__(self, link: links.Link):
        self._base = f"{link.portal.address}/api/v1/links/{link.token}"
        self._opener = _opener()

    def get(self) -> dict:
        return _link(_call(self._opener, "GET", self._base))

    def post(self, what: str, body: Optional[dict] = None, within: float = limits.CALL_SECONDS) -> dict:
        return _link(_call(self._opener, "POST", f"{self._base}/{what}", body or {}, within))

    def events(self) -> Iterator[dict]:
        """The link, now and whenever it changes, until the stream ends; raises what the portal says on it."""
        response = _opened(self._opener, "GET", f"{self._base}/events", None, limits.SILENCE_SECONDS, "text/event-stream")
        with response:
            reader = EventReader()
            while True:
                try:
                    # One read of what is there, not of as much as was asked for.
                    read = response.read1(65536)
                except (OSError, http.client.HTTPException) as error:
                    raise PortalError("unreachable", f"cannot follow the request: {_cause(error)}") from None
                if not read:
                    return
                try:
                    events = list(reader.fed(read))
                except TooLong as error:
                    raise PortalError("unintelligible", f"cannot follow the request: {error}") from None
                for event in events:
                    message = _parsed(event.data.encode())
                    if event.name == "link":
                        yield _link(message)
                    elif event.name == "error":
                        raise _refusal(message, None)


def resolve_code(portal: links.Portal, code: links.Code) -> links.Link:
    """The link that nine digits stand for."""
    try:
        answer = _call(_opener(), "POST", f"{portal.address}/api/v1/codes", {"code": code.digits})
    except PortalError as error:
        if error.reason in ("not_found", "method_not_found"):
            raise PortalError(
                "not_found", f"cannot use the code: open {portal.address}/join in a browser and type it there") from None
        raise
    try:
        return links.link(f"{portal.address}/s/{answer['token']}")
    except (KeyError, TypeError, links.LinkError):
        raise PortalError("unintelligible", f"cannot understand what {portal.host} answers") from None


def _opener() -> urllib.request.OpenerDirector:
    return urllib.request.build_opener(
        _NoRedirects(), urllib.request.HTTPSHandler(context=ssl.create_default_context()))


def _call(opener, method: str, url: str, body: Optional[dict] = None, within: float = limits.CALL_SECONDS) -> dict:
    with _opened(opener, method, url, body, within, "application/json") as response:
        return _parsed(_read(response))


def _opened(opener, method: str, url: str, body: Optional[dict], within: float, accept: str):
    request = urllib.request.Request(url, method=method, headers={
        "Accept": accept, "User-Agent": f"session-request-join/{VERSION} ({platform.system()})"})
    if body is not None:
        request.data = json.dumps(body).encode()
        request.add_header("Content-Type", "application/json")
    try:
        response = opener.open(request, timeout=within)
    except urllib.error.HTTPError as error:
        with error:
            if 300 <= error.code < 400:
                raise PortalError(
                    "redirected", f"cannot go on: {request.host} leads to another address; open the link in a browser, "
                    "and look well where it takes you") from None
            retry_after = error.headers.get("Retry-After", "")
            raise _refusal(_parsed(_read(error), error.code), float(retry_after) if retry_after.isdecimal() else None) \
                from None
    except (urllib.error.URLError, OSError, http.client.HTTPException) as error:
        cause = getattr(error, "reason", error)
        if isinstance(cause, ssl.SSLCertVerificationError):
            raise PortalError(
                "untrusted", f"cannot trust {request.host}: {shown(cause.verify_message)}; tell whoever sent you the link"
            ) from None
        raise PortalError("unreachable", f"cannot reach {request.host}: {_cause(cause)}") from None
    if response.headers.get_content_type() != accept:
        response.close()
        raise PortalError("unintelligible", f"cannot understand what {request.host} answers: no support desk is there")
    return response


def _read(response) -> bytes:
    try:
        body = response.read(limits.ANSWER + 1)
    except (OSError, http.client.HTTPException) as error:
        raise PortalError("unreachable", f"cannot read the answer: {_cause(error)}") from None
    if len(body) > limits.ANSWER:
        raise PortalError("unintelligible", "cannot read the answer: it is too long")
    return body


def _cause(error: object) -> str:
    return shown(getattr(error, "strerror", None) or str(error) or type(error).__name__)


def _parsed(body: bytes, status: int = 200) -> dict:
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict):
        if status >= 500:
            raise PortalError("unavailable", "cannot reach the support desk at the moment")
        raise PortalError("unintelligible", "cannot understand the answer: no support desk is there")
    return answer


def _refusal(answer: dict, retry_after: Optional[float]) -> PortalError:
    error = answer.get("error")
    error = error if isinstance(error, dict) else {}
    reason = error.get("reason")
    seconds = error.get("retryAfter", retry_after)
    return PortalError(
        reason if isinstance(reason, str) else "unintelligible",
        shown(error.get("message"), 512) or "the support desk refused",
        float(seconds) if isinstance(seconds, (int, float)) and 0 <= seconds < 1e6 else None)


def _link(answer: dict) -> dict:
    link = answer.get("link")
    if not isinstance(link, dict) or link.get("status") not in STATUSES:
        raise PortalError("unintelligible", "cannot understand the answer: no support desk is there")
    return link
