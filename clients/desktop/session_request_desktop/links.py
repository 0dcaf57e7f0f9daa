"""Links, codes and URIs of the scheme `session-request`, as somebody outside wrote them."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
import urllib.parse
from dataclasses import dataclass
from typing import Optional, Union

from . import limits
from .language import _

SCHEME = "session-request"
_TOKEN = re.compile(r"[A-Za-z0-9_-]{1,%d}" % limits.TOKEN)
_HOST = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*\.?")
_PATH = re.compile(r"(/[A-Za-z0-9._~-]+)*")
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\u202a-\u202e\u2066-\u2069\\]")


class LinkError(Exception):
    """What was given is no link; its text says why and what one looks like."""


@dataclass(frozen=True)
class Portal:
    """Where pages of links are: `https://help.example.com`, perhaps with a path."""

    scheme: str
    host: str
    port: Optional[int]
    path: str

    @property
    def origin(self) -> str:
        """Scheme, host and port, as a browser names who it talks to."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + (f":{self.port}" if self.port is not None else "")

    @property
    def address(self) -> str:
        return self.origin + self.path

    @property
    def is_private(self) -> bool:
        """Whether what is said there stays unread on the way: TLS, or this machine itself."""
        if self.scheme == "https" or self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


@dataclass(frozen=True)
class Link:
    portal: Portal
    token: str

    @property
    def address(self) -> str:
        return f"{self.portal.address}/s/{self.token}"


@dataclass(frozen=True)
class Code:
    digits: str


@dataclass(frozen=True)
class Connect:
    """`session-request://connect/42`: for a support agent."""

    id: int


def _split(text: str) -> tuple[Portal, str]:
    """The portal's origin with an empty path, and the path that came with it."""
    if not isinstance(text, str) or not 0 < len(text) <= limits.LINK:
        raise LinkError(_("cannot use this link: it is longer than {limit} characters, or empty", limit=limits.LINK))
    if _FORBIDDEN.search(text):
        raise LinkError(_("cannot use this link: it holds characters that no link has; copy it once more"))
    try:
        parts = urllib.parse.urlsplit(text)
        port = parts.port
        host = (parts.hostname or "").lower()
    except ValueError:
        raise _no_host() from None
    if parts.scheme not in ("http", "https"):
        raise LinkError(_("cannot use this link: it begins with neither https:// nor http://"))
    if "@" in parts.netloc:
        raise LinkError(_("cannot use this link: it names a user before its host, which hides where it leads"))
    if "?" in text or "#" in text:
        raise LinkError(_("cannot use this link: something follows its token"))
    if not host or ("[" in parts.netloc) != (":" in host):
        raise _no_host()
    if port == 0:
        raise _no_host()
    if (parts.scheme, port) in (("https", 443), ("http", 80)):
        port = None
    return Portal(parts.scheme, _host(host), port, ""), parts.path


def _host(host: str) -> str:
    if ":" in host:
        try:
            return ipaddress.IPv6Address(host).compressed
        except ValueError:
            raise _no_host() from None
    try:
        # Shown and compared in ASCII, so that no letter of another alphabet poses as a known host.
        ascii_host = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        raise _no_host() from None
    if len(ascii_host) > 253 or not _HOST.fullmatch(ascii_host):
        raise _no_host()
    return ascii_host


def _path(path: str) -> str:
    if not _PATH.fullmatch(path) or {".", ".."} & set(path.split("/")):
        raise LinkError(_("cannot use this link: its path is none of a support desk"))
    return path


def portal(text: str) -> Portal:
    """The address of a page, without the token of a link."""
    origin, path = _split(text)
    return Portal(origin.scheme, origin.host, origin.port, _path(path.rstrip("/")))


def link(text: str) -> Link:
    """A link as it was sent: an address of http or https that ends with `/s/` and a token."""
    origin, path = _split(text)
    before, found, token = path.rpartition("/s/")
    if not found or not _TOKEN.fullmatch(token):
        raise LinkError(_("cannot use this link: it does not end with /s/ and a token, as links to a session request do"))
    return Link(Portal(origin.scheme, origin.host, origin.port, _path(before)), token)


def code(text: str) -> Optional[Code]:
    """Nine digits, perhaps in groups, of whatever keyboard; None if it is something else."""
    written = text if isinstance(text, str) and len(text) <= 32 else ""
    digits = re.sub(r"[ -]", "", "".join(str(unicodedata.decimal(character, character)) for character in written))
    return Code(digits) if re.fullmatch(r"[0-9]{9}", digits, re.ASCII) else None


def uri(text: str) -> Union[Link, Connect]:
    """A URI of the scheme: `session-request://join?link=...` or `session-request://connect/42`."""
    if not isinstance(text, str) or len(text) > limits.URI or _FORBIDDEN.search(text):
        raise LinkError(_("cannot use this address: it is too long, or holds characters that no address has"))
    scheme, _colon, rest = text.partition("://")
    if scheme.lower() != SCHEME:
        raise LinkError(_("cannot use this address: it does not begin with {scheme}://", scheme=SCHEME))
    what, _mark, query = rest.partition("?")
    if what.rstrip("/") == "join":
        if "#" in query:
            raise _no_address()
        try:
            fields = urllib.parse.parse_qsl(query, strict_parsing=True, max_num_fields=1, errors="strict")
        except ValueError:
            raise _no_address() from None
        if len(fields) != 1 or fields[0][0] != "link":
            raise _no_address()
        return link(fields[0][1])
    match = re.fullmatch(r"connect/([1-9][0-9]{0,15})/?", rest, re.ASCII)
    if match and int(match.group(1)) < 2**53:
        return Connect(int(match.group(1)))
    raise _no_address()


def _no_host() -> LinkError:
    return LinkError(_("cannot use this link: its host is none that can be used; copy it once more"))


def _no_address() -> LinkError:
    return LinkError(_(
        "cannot use this address: after {scheme}:// comes join?link= and a link, or connect/ and the number of a request",
        scheme=SCHEME))


def argument(text: str) -> Union[Link, Code, Connect]:
    """What was given on the command line: a link, a code, or a URI of the scheme."""
    found = code(text)
    if found is not None:
        return found
    return uri(text) if text.lower().startswith(SCHEME + ":") else link(text)
