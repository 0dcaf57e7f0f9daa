"""Times as people of a language write them, on this computer's clock."""

from __future__ import annotations

import os
import zoneinfo
from datetime import datetime, timedelta, timezone, tzinfo
from typing import List, Optional

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time, format_timedelta, get_datetime_format
from gi.repository import GLib
from session_request import Schedule

from . import translation
from .translation import _

WRITTEN = "%Y-%m-%d %H:%M"
"""How a time is typed, in every language."""


def _locale() -> Locale:
    """The language of the texts, with the customs of the region that times are asked for in, where it is the same."""
    said = next(filter(None, (os.environ.get(name) for name in ("LC_ALL", "LC_TIME", "LANG"))), "").partition(".")[0]
    usual = "en_GB" if translation.is_english else translation.language
    for wanted in (said, usual, usual.partition("_")[0]):
        try:
            locale = Locale.parse(wanted)
        except (ValueError, TypeError, UnknownLocaleError):
            continue
        if locale.language == translation.language.partition("_")[0]:
            return locale
    return Locale("en", "GB")


LOCALE = _locale()


def now() -> datetime:
    return datetime.now(timezone.utc)


def zone(name: str) -> Optional[tzinfo]:
    """A zone by its name; this computer's if there is none of that name."""
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        return None


def local_zone_name() -> str:
    """This computer's time zone by its IANA name."""
    name = GLib.TimeZone.new_local().get_identifier()
    return name if name in zoneinfo.available_timezones() else "UTC"


def zone_names() -> List[str]:
    """The places and UTC, without the outdated spellings."""
    areas = ("Africa/", "America/", "Antarctica/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/")
    return ["UTC", *sorted(name for name in zoneinfo.available_timezones() if name.startswith(areas))]


def zone_label(name: str) -> str:
    """A zone, its place first, since that is what people look for."""
    area, _slash, place = name.partition("/")
    return f"{place.rpartition('/')[2].replace('_', ' ')} ({area})" if place else name


def clock(at: datetime) -> str:
    return translation.isolated(format_time(at, "short", locale=LOCALE))


def moment(at: Optional[datetime], now: datetime, zone: Optional[tzinfo] = None) -> str:
    """A time: with its day, unless that is today, yesterday or tomorrow."""
    if at is None:
        return "–"
    here, today = at.astimezone(zone), now.astimezone(zone).date()
    near = {0: _("today"), 1: _("tomorrow"), -1: _("yesterday")}.get((here.date() - today).days)
    day = near or format_date(here.date(), "medium", locale=LOCALE)
    return get_datetime_format("medium", LOCALE).replace("'", "").format(clock(here), day)


def span(schedule: Schedule, now: datetime) -> str:
    """From when to when, here and on the recipient's clock where that is another."""
    def written(place: Optional[tzinfo]) -> str:
        start, end = schedule.starts_at, schedule.ends_at
        if end is None:
            return moment(start, now, place)
        is_same_day = start.astimezone(place).date() == end.astimezone(place).date()
        ending = clock(end.astimezone(place)) if is_same_day else moment(end, now, place)
        return f"{moment(start, now, place)} – {ending}"

    here, there = written(None), written(zone(schedule.time_zone))
    return here if there == here else _("{here} ({there} in {zone})").format(
        here=here, there=there, zone=translation.left_to_right(schedule.time_zone))


def since(began: datetime, now: datetime) -> str:
    """For how long, in the largest unit."""
    passed = max(timedelta(0), now - began)
    if passed < timedelta(minutes=1):
        return _("just now")
    return str(format_timedelta(passed, granularity="minute", threshold=1, format="short", locale=LOCALE))


def ahead(length: timedelta) -> str:
    """How long from now on."""
    return str(format_timedelta(length, threshold=1, add_direction=True, locale=LOCALE))


def written(at: datetime, zone: Optional[tzinfo] = None) -> str:
    """A time as it is typed."""
    return at.astimezone(zone).strftime(WRITTEN)


def read(text: str, zone: Optional[str] = None) -> datetime:
    """A time that was typed, on the clock of a zone or of this computer; ValueError if it is none."""
    naive = datetime.strptime(text.strip(), WRITTEN)
    return (naive.replace(tzinfo=zoneinfo.ZoneInfo(zone)) if zone else naive.astimezone()).astimezone(timezone.utc)


def language_name(tag: str) -> str:
    """A language by its name; its tag if it has none."""
    try:
        name = Locale.parse(tag, sep="-").get_display_name(LOCALE) or tag
    except (ValueError, UnknownLocaleError):
        return tag
    return name[:1].upper() + name[1:]
