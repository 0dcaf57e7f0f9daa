"""What is configured: /etc/session-request/join.ini, and ~/.config/session-request/join.ini over it."""

from __future__ import annotations

import configparser
import ipaddress
import os
import pathlib
import re
from dataclasses import dataclass
from typing import Iterable, Mapping, Optional

from . import links

SYSTEM = pathlib.Path("/etc/session-request/join.ini")
_KNOWN = {
    "join": {"portal", "trusted"},
    "anydesk": {"program"},
    "rustdesk": {"program"},
    "vnc": {"share", "server", "listen", "ports", "address", "control"},
}
# `host` or `host:port`, as the service takes it.
_ADDRESS = re.compile(r"([A-Za-z0-9][A-Za-z0-9.-]*|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?")


class SettingsError(Exception):
    """A file of settings cannot be used; the text names it and the key."""


@dataclass(frozen=True)
class Screen:
    """How the desktop is shared by a VNC server of our own."""

    share: bool = False
    server: str = "auto"
    listen: str = "127.0.0.1"
    ports: range = range(5900, 6000)
    #: What the agent connects to; None: where the server listens.
    address: Optional[str] = None
    control: bool = True


@dataclass(frozen=True)
class Settings:
    portal: Optional[links.Portal] = None
    #: Origins that are not asked about.
    trusted: frozenset = frozenset()
    anydesk: str = "anydesk"
    rustdesk: str = "rustdesk"
    screen: Screen = Screen()


def files(environment: Mapping[str, str] = os.environ) -> list[pathlib.Path]:
    """Where settings are looked for; what the later say goes before the earlier."""
    home = pathlib.Path(environment.get("XDG_CONFIG_HOME") or pathlib.Path.home() / ".config")
    return [SYSTEM, home / "session-request" / "join.ini"]


def read(paths: Iterable[pathlib.Path]) -> Settings:
    parser = configparser.ConfigParser(interpolation=None, strict=True, inline_comment_prefixes=(";", "#"))
    for path in paths:
        try:
            with open(path, encoding="utf-8") as file:
                parser.read_file(file)
        except FileNotFoundError:
            continue
        except (OSError, UnicodeDecodeError, configparser.Error) as error:
            raise SettingsError(f"cannot read {path}: {str(error).splitlines()[0]}") from None
        for section in parser.sections():
            if section not in _KNOWN:
                raise SettingsError(f"cannot use {path}: there is no section [{section}]; there are {', '.join(_KNOWN)}")
            for key in sorted(set(parser[section]) - _KNOWN[section]):
                raise SettingsError(
                    f"cannot use {path}: [{section}] has no key '{key}'; it has {', '.join(sorted(_KNOWN[section]))}")
    return _settings(parser)


def _settings(parser: configparser.ConfigParser) -> Settings:
    def text(section: str, key: str, usual: str = "") -> str:
        return parser.get(section, key, fallback=usual).strip()

    def portal(section: str, key: str, value: str) -> links.Portal:
        try:
            return links.portal(value)
        except links.LinkError as error:
            raise SettingsError(f"cannot use the setting {section}.{key} '{value}': {error}") from None

    address = text("join", "portal")
    trusted = frozenset(
        portal("join", "trusted", one).origin for one in re.split(r"[,\s]+", text("join", "trusted")) if one)
    return Settings(
        portal=portal("join", "portal", address) if address else None,
        trusted=trusted,
        anydesk=text("anydesk", "program", "anydesk") or "anydesk",
        rustdesk=text("rustdesk", "program", "rustdesk") or "rustdesk",
        screen=_screen(parser, text),
    )


def _screen(parser, text) -> Screen:
    def choice(key: str, usual: bool) -> bool:
        try:
            return parser.getboolean("vnc", key, fallback=usual)
        except ValueError:
            raise SettingsError(f"cannot use the setting vnc.{key}: it is yes or no") from None

    server = text("vnc", "server", "auto")
    if server not in ("auto", "x11vnc", "wayvnc"):
        raise SettingsError(f"cannot use the setting vnc.server '{server}': it is auto, x11vnc or wayvnc")
    listen = text("vnc", "listen", "127.0.0.1")
    try:
        ipaddress.IPv4Address(listen)
    except ValueError:
        raise SettingsError(
            f"cannot use the setting vnc.listen '{listen}': it is the IPv4 address of an interface") from None
    if listen == "0.0.0.0":
        raise SettingsError("cannot use the setting vnc.listen '0.0.0.0': name one interface, not all of them")
    ports = re.fullmatch(r"([0-9]{4,5})(?:-([0-9]{4,5}))?", text("vnc", "ports", "5900-5999"), re.ASCII)
    first = int(ports.group(1)) if ports else 0
    last = int(ports.group(2) or first) if ports else 0
    if not 1024 <= first <= last <= 65535:
        raise SettingsError("cannot use the setting vnc.ports: it is a port, or two with - between, from 1024 to 65535")
    address = text("vnc", "address") or None
    if address is not None and not _ADDRESS.fullmatch(address):
        raise SettingsError(f"cannot use the setting vnc.address '{address}': it is a host, perhaps with :port")
    return Screen(
        share=choice("share", False), server=server, listen=listen, ports=range(first, last + 1), address=address,
        control=choice("control", True))
