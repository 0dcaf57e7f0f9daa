"""The portal's interface for programs (schema/portal.openapi.json), over http.client's streams."""

from __future__ import annotations

import http.client
import json
import platform
import ssl
import urllib.error
import urllib.parse
import urllib.request
from typing import Any, Iterator, Optional

from . import VERSION, limits, links
from .events import EventReader, TooLong
from .language import _
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
        self._host = link.portal.host
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
                    raise _unreachable(self._host, error) from None
                if not read:
                    return
                try:
                    events = list(reader.fed(read))
                except TooLong:
                    raise _unintelligible() from None
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
                "not_found", _("cannot use the code: open {address} in a browser and type it there",
                               address=f"{portal.address}/join")) from None
        raise
    try:
        return links.link(f"{portal.address}/s/{answer['token']}")
    except (KeyError, TypeError, links.LinkError):
        raise _unintelligible() from None


def _opener() -> urllib.request.OpenerDirector:
    return urllib.request.build_opener(
        _NoRedirects(), urllib.request.HTTPSHandler(context=ssl.create_default_context()))


def _call(opener, method: str, url: str, body: Optional[dict] = None, within: float = limits.CALL_SECONDS) -> dict:
    with _opened(opener, method, url, body, within, "application/json") as response:
        return _parsed(_read(response, urllib.parse.urlsplit(url).netloc))


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
                    "redirected", _("cannot go on: {host} leads to another address; open the link in a browser, and look "
                                    "well where it takes you", host=request.host)) from None
            retry_after = error.headers.get("Retry-After", "")
            raise _refusal(_parsed(_read(error, request.host), error.code), float(retry_after) if retry_after.isdecimal() else None) \
                from None
    except (urllib.error.URLError, OSError, http.client.HTTPException) as error:
        cause = getattr(error, "reason", error)
        if isinstance(cause, ssl.SSLCertVerificationError):
            raise PortalError(
                "untrusted", _("cannot trust {host}: {cause}; tell whoever sent you the link", host=request.host,
                               cause=shown(cause.verify_message))) from None
        raise _unreachable(request.host, cause) from None
    if response.headers.get_content_type() != accept:
        response.close()
        raise _unintelligible()
    return response


def _read(response, host: str) -> bytes:
    try:
        body = response.read(limits.ANSWER + 1)
    except (OSError, http.client.HTTPException) as error:
        raise _unreachable(host, error) from None
    if len(body) > limits.ANSWER:
        raise _unintelligible()
    return body


def _unreachable(host: str, error: object) -> PortalError:
    cause = shown(getattr(error, "strerror", None) or str(error) or type(error).__name__)
    return PortalError("unreachable", _("cannot reach {host}: {cause}", host=host, cause=cause))


def _unintelligible() -> PortalError:
    return PortalError("unintelligible", _("cannot understand the answer: no support desk is there"))


def _parsed(body: bytes, status: int = 200) -> dict:
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict):
        if status >= 500:
            raise PortalError("unavailable", _("The support desk cannot be reached at the moment"))
        raise _unintelligible()
    return answer


def _refusal(answer: dict, retry_after: Optional[float]) -> PortalError:
    error = answer.get("error")
    error = error if isinstance(error, dict) else {}
    reason = error.get("reason")
    seconds = error.get("retryAfter", retry_after)
    return PortalError(
        reason if isinstance(reason, str) else "unintelligible",
        shown(error.get("message"), 512) or _("The support desk does not allow that."),
        float(seconds) if isinstance(seconds, (int, float)) and 0 <= seconds < 1e6 else None)


def _link(answer: dict) -> dict:
    link = answer.get("link")
    if not isinstance(link, dict) or link.get("status") not in STATUSES:
        raise _unintelligible()
    return link
