"""A request from its beginning to its end, in other languages, from left to right and from right to left."""

import subprocess

import polib
import pytest
from conftest import HERE
from moments import until
from moves import JOIN, becomes, still

NAME = "Maria Keller"
LANGUAGES = {
    "de": "de_DE", "ar": "ar_EG", "es": "es_ES", "fr": "fr_FR", "it": "it_IT", "ja": "ja_JP", "nl": "nl_NL", "pl": "pl_PL",
    "pt_BR": "pt_BR"}


class Words:
    """What the window says in a language, out of its catalogue."""

    def __init__(self, tag):
        self._tag = tag
        self._texts = {entry.msgid: entry.msgstr for entry in polib.pofile(str(HERE.parent / "po" / f"{tag}.po"))}

    def __call__(self, message, **values):
        if self._tag == "ar":
            values = {name: f"\u2068{value}\u2069" for name, value in values.items()}
        return self._texts[message].format(**values) if values else self._texts[message]


def shown(text, tag):
    """Digits and addresses, as they stand among the words of a language."""
    return f"\u2066{text}\u2069" if tag == "ar" else text


@pytest.fixture(scope="session")
def locales(tmp_path_factory):
    """Locales of the test's own: those of the machine need not have these languages."""
    folder = tmp_path_factory.mktemp("locales")
    for tag in ("de", "ar"):
        name = LANGUAGES[tag]
        subprocess.run(
            ["localedef", "--no-archive", "-i", name, "-f", "UTF-8", folder / f"{name}.UTF-8"], check=True,
            capture_output=True)
    return folder


@pytest.mark.parametrize(("tag", "scheme"), [("de", "prefer-light"), ("ar", "prefer-dark")])
def test_a_request_is_made_watched_connected_and_closed(desk, page, make_stage, locales, tag, scheme):
    say = Words(tag)
    stage = make_stage(
        LANG=f"{LANGUAGES[tag]}.UTF-8", LOCPATH=str(locales), ADW_DEBUG_COLOR_SCHEME=scheme)
    reader = stage.reader()
    reader.press(say("New request"))
    reader.type(NAME, say("Name"))
    reader.type("maria@example.org", say("Email"))
    reader.type("2035-07-01 10:00", say("Starts"))
    still(stage, f"{tag}-new-request.png")
    reader.press(say("Create"))
    made = until(lambda: desk.session_request.list().session_requests, what="the new request")[0]
    desk.session_request.reschedule(made.id, None)
    reader.sees(say("{name} has not opened the link yet.", name=NAME))
    reader.sees(shown(" ".join((made.code[:3], made.code[3:6], made.code[6:])), tag))
    page.link.open(code=made.code)
    reader.sees(say("{name} has opened the link, and has not allowed access yet.", name=NAME))
    page.link.grant(code=made.code, join=JOIN)
    reader.sees(say("{name} allows access. You can connect.", name=NAME))
    reader.sees(say("Access allowed"))
    dark = still(stage, f"{tag}-ready.png")
    mean = float(stage.run("convert", dark, "-colorspace", "Gray", "-format", "%[fx:mean]", "info:").stdout)
    assert 0.02 < mean < 0.4 if scheme == "prefer-dark" else 0.6 < mean
    # The list is where reading begins.
    side, sheet = reader.where(say("Search")), reader.where(say("Connect"))
    assert (side > sheet) if tag == "ar" else (side < sheet)
    reader.press(say("Connect"))
    reader.sees(say("Connect to {name}?", name=NAME))
    still(stage, f"{tag}-question.png")
    reader.press(say("Connect now"))
    reader.sees(say("The session with {name} has ended", name=NAME))
    reader.type("Toner.", say("Note"))
    still(stage, f"{tag}-ended.png")
    reader.press(say("Close request"))
    assert becomes(desk, made.id, "closed").closed.note == "Toner."
    reader.press(say("Past"))
    reader.sees(say("This request is closed."))
    reader.sees(say("Reason"))
    still(stage, f"{tag}-closed.png")


@pytest.mark.parametrize("tag", [tag for tag in LANGUAGES if tag not in ("de", "ar")])
def test_it_speaks_the_language_of_the_account(desk, make_stage, tag):
    say = Words(tag)
    desk.session_request.create(recipient={"name": NAME, "language": "pl"}, tags=["vip"])
    stage = make_stage(LANG=f"{LANGUAGES[tag]}.UTF-8")
    reader = stage.reader()
    reader.sees(NAME)
    reader.select(NAME)
    reader.sees(say("{name} has not opened the link yet.", name=NAME))
    until(lambda: reader.may_press(say("Close…")), what="the actions")
    still(stage, f"{tag}.png")
    texts = reader.texts()
    assert {say(message) for message in ("Active", "Upcoming", "Past", "Search", "Filter", "Link", "Assigned to", "History")} \
        <= set(texts)


def test_english_comes_before_what_comes_after_it(make_stage):
    reader = make_stage(LANG="en_US.UTF-8", LANGUAGE="en_US:de").reader()
    reader.sees("Nobody is waiting.")
