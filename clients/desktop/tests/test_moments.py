"""Times as people read them, in their language and with their zone."""

import time

import pytest

from session_request_desktop import language, moments


@pytest.fixture(autouse=True)
def berlin(monkeypatch):
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    language.speak("en")
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("zone, said", [
    (None, "Tuesday, 1 January 2030, 15:00 (CET, UTC+1)"),
    ("America/Sao_Paulo", "Tuesday, 1 January 2030, 11:00 (America/Sao Paulo, UTC-3)"),
    ("Asia/Kolkata", "Tuesday, 1 January 2030, 19:30 (Asia/Kolkata, UTC+5:30)"),
    ("Pacific/Auckland", "Wednesday, 2 January 2030, 03:00 (Pacific/Auckland, UTC+13)"),
    ("UTC", "Tuesday, 1 January 2030, 14:00 (UTC)"),
    ("Mars/Olympus", "Tuesday, 1 January 2030, 15:00 (CET, UTC+1)"),
    ("../../etc/passwd", "Tuesday, 1 January 2030, 15:00 (CET, UTC+1)"),
    (7, "Tuesday, 1 January 2030, 15:00 (CET, UTC+1)"),
])
def test_a_moment_names_its_zone(zone, said):
    assert moments.moment("2030-01-01T14:00:00.000Z", zone) == said


@pytest.mark.parametrize("at", [None, 5, "", "soon", "9999-99-99T00:00:00Z", {}])
def test_what_is_no_time_is_not_said(at):
    assert moments.moment(at) == "" and moments.span(at, "2030-01-01T14:00:00Z") == ""


def test_a_span_says_another_day_only():
    assert moments.span("2030-01-01T14:00:00Z", "2030-01-01T15:30:00Z", "UTC") \
        == "Tuesday, 1 January 2030, 14:00 – 15:30 (UTC)"
    assert moments.span("2030-01-01T23:00:00Z", "2030-01-02T01:00:00Z", "UTC") \
        == "Tuesday, 1 January 2030, 23:00 – Wednesday, 2 January 2030, 01:00 (UTC)"
    assert moments.span("2030-01-01T14:00:00Z", None, "UTC") == "Tuesday, 1 January 2030, 14:00 (UTC)"


def test_summer_and_winter_are_told_apart():
    assert moments.differs_here("2030-01-01T14:00:00Z", "Europe/London")
    assert not moments.differs_here("2030-07-01T14:00:00Z", "Europe/Madrid")
    assert not moments.differs_here("2030-07-01T14:00:00Z", None)


@pytest.mark.parametrize("tag, said", [
    ("de", "Dienstag, 1. Januar 2030, 15:00 (CET, UTC+1)"), ("pl", "wtorek, 1 stycznia 2030, 15:00 (CET, UTC+1)"),
    ("ja", "2030年1月1日 火曜日 15:00 (CET, UTC+1)"), ("ar", "الثلاثاء، 1 يناير 2030، 15:00 (\u2068CET, UTC+1\u2069)"),
    ("pt-BR", "terça-feira, 1 de janeiro de 2030, 15:00 (CET, UTC+1)"),
])
def test_days_are_said_in_the_language(tag, said, compiled):
    language.speak("en", tag)
    assert moments.moment("2030-01-01T14:00:00Z") == said
