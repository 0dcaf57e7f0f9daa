"""What the person reads and may press, for each state; a window and a terminal show the same."""

from __future__ import annotations

import datetime
import enum
from dataclasses import dataclass, field
from typing import Optional

from . import programs as installed
from .links import Link
from .session import Phase, Session
from .shown import shown

SCAM = ("Allow this only if you have asked for help and expect it from there. Nobody who helps needs your passwords, "
        "your bank, or a payment.")


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
        return View("session-request", "Ending…", "Access is being taken back.", is_busy=True)
    if session.phase is Phase.FAILED:
        return View(
            "session-request-expired", "This link cannot be used", session.notice or "", _host(link),
            buttons=[Button(Press.LEAVE, "Close")])
    if session.link is None:
        body = f"{link.portal.host} cannot be reached. It is tried again by itself; look at your network meanwhile." \
            if session.is_lost else f"Asking {link.portal.host} about the request."
        return View(
            "session-request", "One moment…", body, _host(link), is_busy=True, buttons=[Button(Press.LEAVE, "Close")])
    if session.phase is Phase.OVER:
        return _over(session, link)
    if session.has_consent:
        return _allowed(session, link, sharing)
    if session.status in ("ready", "connected"):
        return View(
            f"session-request-{session.status}", "Access is allowed already",
            "It was allowed on the page or by another program, which goes on sharing this computer.",
            _facts(session.link, link), session.notice or "",
            buttons=[Button(Press.TAKE_BACK, "Take the access back", is_destructive=True), Button(Press.LEAVE, "Close")])
    return _asking(session, link, offered)


def _unknown_host(link: Link) -> View:
    warning = "" if link.portal.is_private else \
        "The connection to it is not encrypted: others on the way can read along and pose as it."
    return View(
        "session-request", f"Talk to {link.portal.host}?",
        "Somebody who wants to help you would see this computer. This program has not talked to that host before. Go on "
        "only if you know it and expect help from there.",
        [("Address", link.portal.address)], warning=warning,
        buttons=[Button(Press.CONTINUE, "Continue", is_suggested=True), Button(Press.LEAVE, "Cancel")])


def _asking(session: Session, link: Link, offered: list) -> View:
    who = _who(session.link)
    facts = _facts(session.link, link)
    page = Button(Press.OPEN_PAGE, "Open the page")
    deny = Button(Press.DENY, "Deny")
    asks = bool(session.link.get("accessRequested"))
    notice = session.notice or (_LOST if session.is_lost else "")
    icon = f"session-request-{session.status}"
    if not offered:
        names = _names(session.link)
        body = (f"{who} would connect with {names}, and nothing of that is installed here. Install it and open the link "
                "again, or go on with the page." if names else
                "The desk has said no way to share this computer. Go on with the page.")
        return View(
            icon, "Nothing here can share this computer", body, facts, notice, buttons=[page, deny],
            is_urgent=asks)
    if session.said_no and not asks:
        return View(
            icon, "You said no", f"Nobody can see this screen. {who} is told.", facts, notice,
            choices=offered, offers_control=_has_screen(offered),
            buttons=[Button(Press.ALLOW, "Allow after all"), Button(Press.CANCEL, "End the request"),
                     Button(Press.LEAVE, "Close", is_suggested=True)])
    body = (f"{'They ask for it right now. ' if asks else ''}If you allow it, they can see and use this computer until "
            "you take the access back, or close this.")
    return View(
        icon, f"{who} asks for access to this computer", body, facts, notice, SCAM, offered,
        offers_control=_has_screen(offered),
        buttons=[Button(Press.ALLOW, "Allow", is_suggested=True), Button(Press.DENY, "Deny", is_destructive=True)],
        is_urgent=asks)


def _allowed(session: Session, link: Link, sharing: Optional[Sharing]) -> View:
    facts = _facts(session.link, link)
    who = _who(session.link)
    back = Button(Press.TAKE_BACK, "Take the access back", is_destructive=True)
    notice = "The desk cannot be reached. If that lasts for a minute, the access ends by itself." if session.is_lost else ""
    if session.phase is Phase.ALLOWING:
        return View(
            "session-request-waiting", "Allowing…", "The program that shares this computer is being asked.", facts,
            buttons=[back], is_busy=True)
    if sharing is not None:
        if sharing.user is not None:
            facts.append(("User name to tell them", sharing.user))
        facts.append(("Password to tell them", f"{sharing.password[:4]} {sharing.password[4:]}"))
    tell = " Tell them the password by voice: it is written nowhere else." if sharing is not None else ""
    if session.status == "connected":
        return View(
            "session-request-connected", f"{who} is connected",
            "They can see this computer. Stay with it, and take the access back when you are done or in doubt." + tell,
            facts, notice, buttons=[back])
    return View(
        "session-request-ready", f"Waiting for {who}",
        "Access is allowed, and they may connect at any moment. Leave this open: closing it takes the access back." + tell,
        facts, notice, buttons=[back])


def _over(session: Session, link: Link) -> View:
    if session.status == "expired":
        title, body = "This request has expired", "Nobody can connect any more. Ask for a new link if you still need help."
    else:
        title, body = "This request is closed", "Nobody can connect any more. You can close this."
    return View(
        f"session-request-{session.status}", title, body, _facts(session.link, link, is_over=True),
        buttons=[Button(Press.LEAVE, "Close", is_suggested=True), Button(Press.OPEN_PAGE, "Say how it was")]
        if "feedback" in _actions(session.link) else [Button(Press.LEAVE, "Close", is_suggested=True)])


_LOST = "The desk cannot be reached at the moment. It is tried again by itself."


def _host(link: Link) -> list:
    return [("Address", link.portal.address)]


def _who(link: dict) -> str:
    agent, organization = shown(link.get("agentName")), shown(link.get("organization"))
    if agent and organization:
        return f"{agent} of {organization}"
    return agent or organization or "The support desk"


def _facts(link: dict, address: Link, is_over: bool = False) -> list:
    facts = [("For", shown(link.get("recipientName")))]
    if shown(link.get("subject")):
        facts.append(("About", shown(link.get("subject"))))
    schedule = link.get("schedule")
    if isinstance(schedule, dict) and not is_over:
        starts, ends = moment(schedule.get("startsAt")), moment(schedule.get("endsAt"))
        if starts:
            facts.append(("When", f"{starts} to {ends}" if ends else starts))
    position = link.get("queuePosition")
    if isinstance(position, int) and link["status"] == "waiting":
        facts.append(("Place in the queue", str(position)))
    until = moment(link.get("expiresAt"))
    if until and not is_over:
        facts.append(("Valid until", until))
    facts.append(("Host", address.portal.host))
    return facts


def moment(text: object) -> str:
    """A time of the protocol as this computer's clock shows it; empty if it is none."""
    if not isinstance(text, str):
        return ""
    try:
        at = datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone()
    except (ValueError, OverflowError):
        return ""
    return f"{at.day} {at:%B %Y, %H:%M} {shown(at.tzname())}".strip()


def _names(link: dict) -> str:
    methods = link.get("joinMethods")
    schemes = [shown(method.get("scheme"), 64) for method in methods if isinstance(method, dict)] \
        if isinstance(methods, list) else []
    names = list(dict.fromkeys(installed.NAMES.get(scheme, scheme) if scheme != "vnc" else "VNC" for scheme in schemes))
    return ", ".join(names[:-1]) + (" or " if len(names) > 1 else "") + names[-1] if names else ""


def _has_screen(offered: list) -> bool:
    return any(program.path is None for program in offered)


def _actions(link: dict) -> list:
    actions = link.get("allowedActions")
    return actions if isinstance(actions, list) else []
