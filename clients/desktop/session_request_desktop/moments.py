"""Times of the protocol, as people read them: day and time in a time zone, with the zone's name."""

from __future__ import annotations

import datetime
import zoneinfo
from typing import Optional

from .language import N_, _, spoken
from .shown import shown

_WEEKDAYS = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"))
# As they stand in a date.
_MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August"),
    N_("September"), N_("October"), N_("November"), N_("December"))


def moment(at: object, zone: object = None) -> str:
    """In the zone of this IANA name, else in this computer's; empty for what is no time."""
    return span(at, None, zone)


def span(start: object, end: object, zone: object = None) -> str:
    """From a moment to another, if there is another; the day of the second is said when it is another day."""
    starts, ends = _read(start, zone), _read(end, zone)
    if starts is None:
        return ""
    said = _said(starts)
    if ends is not None:
        said += " – " + (f"{ends:%H:%M}" if starts.date() == ends.date() else _said(ends))
    return f"{said} ({spoken().isolated(_name(starts, zone))})"


def differs_here(at: object, zone: object) -> bool:
    """Whether this computer's clock shows another time than one in that zone."""
    there, here = _read(at, zone), _read(at, None)
    return there is not None and there.utcoffset() != here.utcoffset()


def _read(text: object, zone: object) -> Optional[datetime.datetime]:
    if not isinstance(text, str):
        return None
    try:
        return datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(_zone(zone))
    except (ValueError, OverflowError, OSError):
        return None


def _zone(name: object) -> Optional[datetime.tzinfo]:
    if not isinstance(name, str) or not name:
        return None
    try:
        return zoneinfo.ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def _name(at: datetime.datetime, zone: object) -> str:
    offset = at.strftime("%z")
    hours, minutes = offset[:3], offset[3:5]
    utc = "UTC" if offset == "+0000" else f"UTC{hours[0]}{int(hours[1:])}" + (f":{minutes}" if minutes != "00" else "")
    name = shown(zone, 64).replace("_", " ") if _zone(zone) is not None else shown(at.tzname(), 64)
    return name if name == utc or not name else f"{name}, {utc}"


def _said(at: datetime.datetime) -> str:
    return _("{weekday}, {day} {month} {year}, {time}").format(
        weekday=_(_WEEKDAYS[at.weekday()]), day=at.day, month=_(_MONTHS[at.month - 1]), year=at.year, time=f"{at:%H:%M}")
