"""What the person reads and may press, for each state; a window and a terminal show the same."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import Optional

from . import facts
from .language import _
from .links import Link
from .session import Phase, Session


class Press(enum.Enum):
    CONTINUE = "continue"
    ALLOW = "allow"
    DENY = "deny"
    TAKE_BACK = "take back"
    CANCEL = "cancel"
    OPEN_PAGE = "open the page"
    LEAVE = "leave"


@dataclass(frozen=True)
class Button:
    press: Press
    label: str
    #: The one that goes on, or the one that ends something; a window colours them.
    is_suggested: bool = False
    is_destructive: bool = False


@dataclass(frozen=True)
class View:
    icon: str
    title: str
    body: str = ""
    facts: list = field(default_factory=list)
    #: What stands out above all else; empty: nothing.
    notice: str = ""
    warning: str = ""
    #: Ways to share to choose from; the first unless said.
    choices: list = field(default_factory=list)
    #: Whether it can be chosen that the agent only looks on.
    offers_control: bool = False
    #: What is to be typed; empty: nothing.
    asks: str = ""
    buttons: list = field(default_factory=list)
    is_busy: bool = False
    #: Somebody waits for an answer: a window comes to the front.
    is_urgent: bool = False


@dataclass(frozen=True)
class Sharing:
    """What is told to the agent by voice, while this screen is shared by a server of our own."""

    password: str
    user: Optional[str]


def view(session: Session, link: Link, offered: list, sharing: Optional[Sharing] = None) -> View:
    """What is to be seen now."""
    if session.phase is Phase.UNKNOWN_HOST:
        return _unknown_host(link)
    if session.phase is Phase.LEAVING:
        return View("session-request", _("Ending…"), _("Access is being taken back."), is_busy=True)
    if session.phase is Phase.FAILED:
        return View(
            "session-request-expired", _("This link does not work"), _notice(session), facts.host(link),
            buttons=[_close()])
    if session.link is None:
        body = _("{host} cannot be reached. It is tried again by itself; look at your network meanwhile.",
                 host=link.portal.host) if session.is_lost else \
            _("Asking {host} about the request.", host=link.portal.host)
        return View("session-request", _("One moment…"), body, facts.host(link), is_busy=True, buttons=[_close()])
    if session.phase is Phase.OVER:
        return _over(session, link)
    if session.has_consent:
        return _allowed(session, link, sharing)
    if session.status in ("ready", "connected"):
        return View(
            f"session-request-{session.status}", _("Access is allowed already"),
            _("It was allowed on the page or by another program, which goes on sharing this computer."),
            facts.facts(session.link, link), _notice(session), buttons=[_take_back(), _close()])
    return _asking(session, link, offered)


def _unknown_host(link: Link) -> View:
    warning = "" if link.portal.is_private else \
        _("The connection to it is not encrypted: others on the way can read along and pose as it.")
    return View(
        "session-request", _("Talk to {host}?", host=link.portal.host),
        _("Somebody who wants to help you would see this computer. This program has not talked to that host before. Go on "
          "only if you know it and expect help from there."),
        facts.host(link), warning=warning,
        buttons=[Button(Press.CONTINUE, _("Continue"), is_suggested=True), Button(Press.LEAVE, _("Cancel"))])


def _asking(session: Session, link: Link, offered: list) -> View:
    who = facts.who(session.link)
    rows = facts.facts(session.link, link)
    asks = bool(session.link.get("accessRequested"))
    notice = _notice(session) or (
        _("The desk cannot be reached at the moment. It is tried again by itself.") if session.is_lost else "")
    icon = f"session-request-{session.status}"
    if session.said_no and not asks:
        return View(
            icon, _("You said no"), _("Nobody can see this screen. {agent} is told.", agent=who), rows, notice,
            choices=offered, offers_control=_has_screen(offered),
            buttons=[Button(Press.ALLOW, _("Allow after all")) if offered else _open_page(),
                     Button(Press.CANCEL, _("Cancel the request")), Button(Press.LEAVE, _("Close"), is_suggested=True)])
    if not offered:
        names = facts.programs(session.link)
        body = _("{agent} would connect with {programs}, and nothing of that is installed here. Install it and open the "
                 "link again, or go on with the page.", agent=who, programs=names) if names else \
            _("The desk has said no way to share this computer. Go on with the page.")
        return View(
            icon, _("Nothing here can share this computer"), body, rows, notice,
            buttons=[_open_page(), Button(Press.DENY, _("Deny"))], is_urgent=asks)
    body = _("If you allow it, they can see and use this computer until you take the permission back, or close this.")
    return View(
        icon, _("{agent} asks for access to this computer", agent=who),
        _("They ask for it right now.") + " " + body if asks else body, rows, notice,
        _("Allow this only if you have asked for help and expect it from there. Nobody who helps needs your passwords, "
          "your bank, or a payment."),
        offered, offers_control=_has_screen(offered),
        buttons=[Button(Press.ALLOW, _("Allow access"), is_suggested=True),
                 Button(Press.DENY, _("Deny"), is_destructive=True)],
        is_urgent=asks)


def _allowed(session: Session, link: Link, sharing: Optional[Sharing]) -> View:
    rows = facts.facts(session.link, link)
    who = facts.who(session.link)
    notice = _("The desk cannot be reached. If that lasts for a minute, the access ends by itself.") \
        if session.is_lost else ""
    if session.phase is Phase.ALLOWING:
        return View(
            "session-request-waiting", _("Allowing…"), _("The program that shares this computer is being asked."), rows,
            buttons=[_take_back()], is_busy=True)
    tell = []
    if sharing is not None:
        if sharing.user is not None:
            rows.append((_("User name to tell them"), sharing.user))
        rows.append((_("Password to tell them"), f"{sharing.password[:4]} {sharing.password[4:]}"))
        tell = [_("Tell them the password by voice: it is written nowhere else.")]
    if session.status == "connected":
        body = _("They can see this computer. Stay with it, and take the permission back when you are done or in doubt.")
        return View(
            "session-request-connected", _("{agent} is connected", agent=who), " ".join([body, *tell]), rows, notice,
            buttons=[_take_back()])
    body = _("Access is allowed, and they may connect at any moment. Leave this open: closing it takes the permission back.")
    return View(
        "session-request-ready", _("Waiting for {agent}", agent=who), " ".join([body, *tell]), rows, notice,
        buttons=[_take_back()])


def _over(session: Session, link: Link) -> View:
    if session.status == "expired":
        title = _("This link has expired")
        body = _("Nobody can connect any more. Ask for a new link if you still need help.")
    else:
        title, body = _("This session is closed"), _("Nobody can connect any more. You can close this.")
    buttons = [Button(Press.LEAVE, _("Close"), is_suggested=True)]
    if "feedback" in facts.actions(session.link):
        buttons.append(Button(Press.OPEN_PAGE, _("Say how it was")))
    return View(
        f"session-request-{session.status}", title, body, facts.facts(session.link, link, is_over=True), buttons=buttons)


def _close() -> Button:
    return Button(Press.LEAVE, _("Close"))


def _open_page() -> Button:
    return Button(Press.OPEN_PAGE, _("Open the page"))


def _take_back() -> Button:
    return Button(Press.TAKE_BACK, _("Take the permission back"), is_destructive=True)


def _notice(session: Session) -> str:
    return _(session.notice) if session.notice else ""


def _has_screen(offered: list) -> bool:
    return any(program.path is None for program in offered)
