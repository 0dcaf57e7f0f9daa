"""The recipient's client in other languages: on a terminal in each, as a window in two."""

import pytest

from recipient import JOIN, Recipient
from session_request_desktop import language
from stage import Stage, anydesk
from words import Words

AGENT = "root"
ORGANIZATION = "Example Support"


pytestmark = pytest.mark.usefixtures("compiled")


def trusts(home, page):
    settings = home / ".config" / "session-request" / "join.ini"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(f"[join]\ntrusted = {page.address}\n")


def is_at_the_left_of_its_row(reader, value, row):
    (left, right), (row_left, row_right) = reader.where(value), reader.where(row)
    return left - row_left < row_right - right


@pytest.mark.parametrize("tag", language.TAGS)
def test_a_terminal_speaks_the_request_s_language(page, home, tmp_path, tag):
    trusts(home, page)
    says = Words(tag)
    who = says("{agent} of {organization}", agent=AGENT, organization=ORGANIZATION)
    who = f"\u2068{who}\u2069" if tag == "ar" else who
    made = page.create(recipient={"name": "Maria Keller", "language": tag}, subject="Printer", schedule={
        "startsAt": "2030-01-01T14:00:00Z", "endsAt": "2030-01-01T15:00:00Z", "timeZone": "America/Sao_Paulo"})
    # The account's own language is another one.
    own = "de" if tag != "de" else "fr"
    with Recipient(home, tmp_path / "bin", "--terminal", made["link"], LANGUAGE=own) as person:
        person.sees(says("{agent} asks for access to this computer").replace("{agent}", who))
        for label in ("About", "When", "In your time zone", "This link works until"):
            person.sees(f"  {says(label)}")
        person.sees(says("Tuesday"))
        for times, zone in (("11:00 – 12:00", "America/Sao Paulo, UTC-3"), ("14:00 – 15:00", "UTC")):
            person.sees(f"{times} ({language.Language(tag).isolated(zone)})")
        person.sees(f"[a] {says('Allow access')}  [d] {says('Deny')}")
        person.type("a")
        page.becomes(made, "ready")
        page.agent.call("sessionRequest.connect", id=made["id"])
        person.sees(says("{agent} is connected").replace("{agent}", who))
        person.type("t")
        person.sees(says("The permission is taken back. Nobody can connect until you allow it again."))
        page.agent.call("sessionRequest.close", id=made["id"], reason="done")
        person.sees(says("This session is closed"))
        person.type("q")
        assert person.end() == 0
        assert tag == "en" or "asks for access" not in person.text


def test_a_terminal_that_has_not_the_letters_goes_on(page, home, tmp_path):
    trusts(home, page)
    made = page.create(recipient={"name": "Maria Keller", "language": "ja"})
    with Recipient(home, tmp_path / "bin", "--terminal", made["link"], PYTHONIOENCODING="latin-1") as person:
        person.sees("[a] ?")
        person.type("a")
        page.becomes(made, "ready")
        person.type("q")
        assert person.end() == 0 and page.status(made) == "waiting"


@pytest.mark.parametrize("variables, tag", [
    ({"LANG": "pl_PL.UTF-8"}, "pl"), ({"LANG": "de_AT.UTF-8", "LC_ALL": "ja_JP.UTF-8"}, "ja"),
    ({"LANGUAGE": "xx:pt_PT:de", "LANG": "en_GB.UTF-8"}, "pt-BR"), ({"LANG": "sv_SE.UTF-8"}, "en"),
    ({"LANG": "C", "LANGUAGE": "de"}, "en")])
def test_where_the_request_names_no_language_the_account_s_is_spoken(page, home, tmp_path, variables, tag):
    trusts(home, page)
    made = page.create(recipient={"name": "Maria Keller"})
    with Recipient(home, tmp_path / "bin", "--terminal", made["link"], **variables) as person:
        person.sees(f"[a] {Words(tag)('Allow access')}")


def test_what_goes_wrong_before_is_said_in_the_account_s_language(home, tmp_path):
    with Recipient(home, tmp_path / "bin", "--terminal", "https://u@x.example/s/abc", LANG="nl_NL.UTF-8") as person:
        says = Words("nl")
        assert person.end() == 3
        assert f"{says('Cannot begin')}: " in person.text
        assert says("cannot use this link: it names a user before its host, which hides where it leads")[1:] in person.text


@pytest.mark.parametrize("tag", ["de", "ar"])
def test_a_window_speaks_the_request_s_language(page, home, tmp_path, tag):
    says = Words(tag)
    made = page.create(recipient={"name": "Maria Keller", "language": tag}, subject="Printer", schedule={
        "startsAt": "2030-01-01T14:00:00Z", "endsAt": "2030-01-01T15:00:00Z", "timeZone": "Europe/Berlin"})
    with Stage(tmp_path / "stage", home, page.desk) as stage:
        anydesk(stage.bin)
        stage.start(JOIN, made["link"])
        reader = stage.reader()
        # Nothing is known of the request yet: the account's language.
        reader.sees("Talk to 127.0.0.1?")
        assert not is_at_the_left_of_its_row(reader, page.address, "Address")
        reader.press("Continue")
        who = says("{agent} of {organization}", agent=AGENT, organization=ORGANIZATION)
        who = f"\u2068{who}\u2069" if tag == "ar" else who
        texts = reader.sees(says("{agent} asks for access to this computer").replace("{agent}", who))
        assert says("Share with") in texts and any(says("January") in text for text in texts)
        stage.screenshot(f"join-{tag}-asking.png")
        # In a language that is written from right to left, values stand at the left, their names at the right.
        assert is_at_the_left_of_its_row(reader, "Printer", says("About")) == (tag == "ar")
        reader.press(says("Allow access"))
        page.becomes(made, "ready")
        reader.sees(says("Waiting for {agent}").replace("{agent}", who))
        page.agent.call("sessionRequest.connect", id=made["id"])
        reader.sees(says("{agent} is connected").replace("{agent}", who))
        stage.screenshot(f"join-{tag}-connected.png")
        reader.press(says("Take the permission back"))
        page.becomes(made, "waiting")
        reader.press(says("Deny"))
        reader.sees(says("You said no"))
        reader.press(says("Cancel the request"))
        reader.sees(says("This session is closed"))
        stage.screenshot(f"join-{tag}-closed.png")
