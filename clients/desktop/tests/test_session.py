"""Consent: who gives it, what takes it away, and that nothing else brings it back."""

import itertools

import pytest

from session_request_desktop.links import Link, Portal
from session_request_desktop.programs import Program
from session_request_desktop.session import Choice, Do, Phase, Session
from session_request_desktop.views import Press, view

CHOICE = Choice("anydesk")
LINK = Link(Portal("https", "help.example.com", None, ""), "aaaa")


def link(status, **more):
    return {"status": status, **more}


def asking():
    session = Session(host_is_known=True)
    session.started()
    session.link_arrived(link("waiting"))
    return session


def sharing():
    session = asking()
    assert session.allowed(CHOICE) == [Do.SHARE]
    assert session.granted() == []
    session.link_arrived(link("ready"))
    assert session.phase is Phase.SHARING
    return session


def test_an_unknown_host_is_not_talked_to_before_a_press():
    session = Session(host_is_known=False)
    assert session.started() == [] and session.allowed(CHOICE) == [] and session.denied() == []
    assert session.host_accepted() == [Do.REMEMBER_HOST, Do.FOLLOW] and session.host_accepted() == []
    assert Session(host_is_known=False).left() == [Do.LEAVE]


def test_nothing_is_shared_without_a_press():
    session = asking()
    for status in ("open", "waiting", "ready", "connected", "waiting"):
        assert session.link_arrived(link(status)) == []
        assert session.renewal_came_due() == [] and not session.has_consent


def test_news_from_before_the_press_do_not_undo_it():
    session = asking()
    session.allowed(CHOICE)
    assert session.link_arrived(link("waiting")) == []
    session.granted()
    assert session.link_arrived(link("waiting")) == [] and session.has_consent
    session.link_arrived(link("ready"))
    assert session.renewal_came_due() == [Do.RENEW]


def test_access_that_was_taken_back_elsewhere_is_not_renewed():
    session = sharing()
    assert session.link_arrived(link("waiting")) == [Do.STOP_SHARING, Do.REVOKE]
    assert not session.has_consent and session.renewal_came_due() == []
    # A renewal that was on its way may have brought it back for a moment; that is nobody's consent.
    session.link_arrived(link("ready"))
    assert not session.has_consent and session.phase is Phase.ASKING


def test_a_renewal_looks_first():
    session = asking()
    session.allowed(CHOICE)
    session.granted()
    assert session.renewal_found(link("waiting")) == [Do.STOP_SHARING, Do.REVOKE] and not session.has_consent
    assert sharing().renewal_found(link("connected")) == []


@pytest.mark.parametrize("status", ["closed", "expired"])
def test_the_end_stops_the_sharing(status):
    session = sharing()
    assert session.link_arrived(link(status)) == [Do.STOP_SHARING]
    assert session.phase is Phase.OVER and session.left() == [Do.LEAVE]


def test_a_reopened_link_asks_again():
    session = sharing()
    session.link_arrived(link("closed"))
    session.link_arrived(link("open"))
    assert session.phase is Phase.ASKING and not session.has_consent


@pytest.mark.parametrize("is_confirmed", [False, True])
def test_leaving_takes_back(is_confirmed):
    session = asking()
    session.allowed(CHOICE)
    if is_confirmed:
        session.granted()
    assert session.left() == [Do.STOP_SHARING, Do.REVOKE, Do.LEAVE]
    assert session.link_arrived(link("ready")) == [] and session.granted() == [Do.STOP_SHARING, Do.REVOKE]


def test_a_grant_that_comes_after_taking_back_is_revoked():
    session = asking()
    session.allowed(CHOICE)
    assert session.taken_back() == [Do.STOP_SHARING, Do.REVOKE]
    assert session.granted() == [Do.STOP_SHARING, Do.REVOKE] and not session.has_consent


def test_a_refusal_stops_what_was_started():
    session = asking()
    session.allowed(CHOICE)
    assert session.refused("No.") == [Do.STOP_SHARING] and session.notice == "No." and session.phase is Phase.ASKING
    assert session.refused("Gone.", is_final=True) == [] and session.phase is Phase.FAILED


def test_what_the_page_allowed_can_be_taken_back_here():
    session = asking()
    session.link_arrived(link("ready"))
    assert session.taken_back() == [Do.STOP_SHARING, Do.REVOKE]


def test_saying_no_stands_until_they_ask_again():
    session = asking()
    assert session.denied() == [Do.DENY] and session.said_no
    session.link_arrived(link("waiting"))
    assert session.said_no
    session.link_arrived(link("waiting", accessRequested=True))
    assert not session.said_no


@pytest.mark.parametrize("offered, after_all", [([], Press.OPEN_PAGE), ([Program("anydesk", "/usr/bin/anydesk")], Press.ALLOW)])
def test_saying_no_is_seen_whether_something_here_could_share_or_not(offered, after_all):
    session = asking()
    before = view(session, LINK, offered)
    session.denied()
    after = view(session, LINK, offered)
    assert before.title != after.title == "You said no"
    assert [button.press for button in after.buttons] == [after_all, Press.CANCEL, Press.LEAVE]
    session.link_arrived(link("waiting", accessRequested=True))
    assert view(session, LINK, offered).title == before.title


def test_whatever_happens_consent_comes_by_the_press_alone():
    facts = {
        "waiting": lambda s: s.link_arrived(link("waiting")), "ready": lambda s: s.link_arrived(link("ready")),
        "closed": lambda s: s.link_arrived(link("closed")), "open": lambda s: s.link_arrived(link("open")),
        "granted": lambda s: s.granted(), "lost": lambda s: s.lost(), "due": lambda s: s.renewal_came_due(),
        "refused": lambda s: s.refused("x"), "broke": lambda s: s.sharing_broke("x"), "back": lambda s: s.taken_back(),
        "denied": lambda s: s.denied(), "found": lambda s: s.renewal_found(link("ready")),
    }
    for names in itertools.product(facts, repeat=3):
        session = asking()
        for name in names:
            actions = facts[name](session)
            assert not session.has_consent and Do.SHARE not in actions and Do.RENEW not in actions, names
        session = sharing()
        for name in names:
            had = session.has_consent
            actions = facts[name](session)
            if had and not session.has_consent:
                assert actions[0] is Do.STOP_SHARING, names
            assert had or not session.has_consent, names
