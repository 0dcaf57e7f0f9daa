"""The life of a session, event by event."""

from types import SimpleNamespace as Value

import pytest
from session_requests_window.session import Next, Session


def event(status, kind="user", agent="ana"):
    connection = Value(agent=Value(user=agent)) if status == "connected" else None
    return Value(actor=Value(kind=kind), session_request=Value(status=status, connection=connection))


def test_its_end_is_asked_about():
    session = Session("ana")
    assert session.told(event("connected")) is Next.NOTHING
    assert session.program_ended() is Next.ASK
    assert session.told(event("closed")) is Next.FORGET


def test_a_lease_that_was_lost_is_taken_again_while_the_program_runs():
    session = Session("ana")
    assert session.told(event("ready", kind="service")) is Next.CONNECT_AGAIN
    assert session.connected_again() is Next.NOTHING and session.is_connected
    assert session.program_ended() is Next.ASK


def test_a_program_that_ends_while_the_desk_is_away_is_asked_about_once():
    session = Session("ana")
    assert session.program_ended() is Next.ASK
    assert session.told(event("ready", kind="service")) is Next.CONNECT_AGAIN
    assert session.connected_again() is Next.NOTHING


@pytest.mark.parametrize("status", ["ready", "waiting"])
def test_who_disconnected_or_lost_access_is_not_asked(status):
    session = Session("ana")
    assert session.told(event(status)) is Next.NOTHING
    assert session.is_running and not session.is_connected
    assert session.program_ended() is Next.FORGET


def test_what_somebody_else_took_meanwhile_is_left_to_them():
    session = Session("ana")
    assert session.told(event("ready", kind="service")) is Next.CONNECT_AGAIN
    assert session.told(event("connected", agent="ben")) is Next.NOTHING
    assert session.refused() is Next.NOTHING
    assert session.program_ended() is Next.FORGET


def test_nothing_happens_after_its_end():
    session = Session("ana")
    assert session.told(event("closed")) is Next.FORGET
    assert session.told(event("ready", kind="service")) is Next.NOTHING
    assert session.program_ended() is Next.NOTHING
