"""What the page tells of the request, as the rows that a person reads, and who asks."""

from __future__ import annotations

from .language import _
from .links import Link
from .moments import differs_here, moment, span
from .programs import NAMES
from .shown import shown


def host(link: Link) -> list:
    return [(_("Address"), link.portal.address)]


def who(link: dict) -> str:
    """Who would connect: an agent, the desk, or both."""
    agent, organization = shown(link.get("agentName")), shown(link.get("organization"))
    if agent and organization:
        return _("{agent} of {organization}", agent=agent, organization=organization)
    return agent or organization or _("The support agent")


def facts(link: dict, address: Link, is_over: bool = False) -> list:
    """Pairs of a name and a value."""
    rows = [(_("For"), shown(link.get("recipientName")))]
    if shown(link.get("subject")):
        rows.append((_("About"), shown(link.get("subject"))))
    schedule = link.get("schedule")
    schedule = schedule if isinstance(schedule, dict) else {}
    zone = schedule.get("timeZone")
    if not is_over:
        starts, ends = schedule.get("startsAt"), schedule.get("endsAt")
        if span(starts, ends, zone):
            rows.append((_("When"), span(starts, ends, zone)))
            if differs_here(starts, zone):
                rows.append((_("In your time zone"), span(starts, ends)))
    position = link.get("queuePosition")
    if isinstance(position, int) and link["status"] == "waiting":
        rows.append((_("Place in the queue"), str(position)))
    until = moment(link.get("expiresAt"), zone)
    if until and not is_over:
        rows.append((_("This link works until"), until))
    rows.append((_("Host"), address.portal.host))
    return rows


def programs(link: dict) -> str:
    """The programs that the desk takes, as a list to read."""
    methods = link.get("joinMethods")
    schemes = [shown(method.get("scheme"), 64) for method in methods if isinstance(method, dict)] \
        if isinstance(methods, list) else []
    names = list(dict.fromkeys(NAMES.get(scheme, scheme) for scheme in schemes))
    if len(names) < 2:
        return "".join(names)
    return _("{some} or {last}", some=", ".join(names[:-1]), last=names[-1])


def actions(link: dict) -> list:
    found = link.get("allowedActions")
    return found if isinstance(found, list) else []


def minimum_version(link: dict, scheme: str) -> str:
    """The oldest version of a program that the desk takes; empty if it has not said any that can be read."""
    methods = link.get("joinMethods")
    for method in methods if isinstance(methods, list) else []:
        if isinstance(method, dict) and method.get("scheme") == scheme:
            version = method.get("minimumVersion")
            if isinstance(version, str) and len(version) <= 64 and version.replace(".", "").isdecimal():
                return version
    return ""
