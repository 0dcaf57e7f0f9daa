"""The catalogues of the window, held to its sources, to the page's words, and to its entry and metadata."""

import ast
import re
import string
import subprocess
import xml.etree.ElementTree

import polib
import pytest
from conftest import HERE, ROOT

PROGRAM = HERE.parent
SOURCES = sorted((PROGRAM / "session_requests_window").glob("*.py"))
CATALOGUES = {file.stem: file for file in sorted((PROGRAM / "po").glob("*.po"))}
SWIFT = {
    "ar": "Arabic", "de": "German", "es": "Spanish", "fr": "French", "it": "Italian", "ja": "Japanese", "nl": "Dutch",
    "pl": "Polish", "pt_BR": "Portuguese"}
# What the page says with the same words, by its keys.
TERMS = {"Code": "codeLabel", "Email": "emailLabel", "Phone": "phoneLabel", "Program": "programLabel"}
# Numbers of which languages speak differently.
COUNTS = (0, 1, 2, 3, 5, 11, 12, 22, 100)


def calls(file):
    """Where a source speaks: the call, and the messages in it."""
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
            assert all(isinstance(each, ast.Constant) for each in node.args[:2 if node.func.id == "ngettext" else 1]), \
                f"{file.name}:{node.lineno} says what nobody can translate"
            yield [each.value for each in node.args if isinstance(each, ast.Constant)]


def messages():
    """What the sources say, by Python's own parser."""
    said = {words[0] for file in SOURCES for words in calls(file)}
    assert len(said) > 200
    return said


def places(text):
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def translations(entry):
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def test_each_language_of_the_page_has_a_catalogue():
    assert sorted(CATALOGUES) == sorted(SWIFT)


@pytest.mark.parametrize("tag", CATALOGUES)
def test_nothing_is_missing_unused_fuzzy_or_filled_in_wrongly(tag):
    entries = polib.pofile(str(CATALOGUES[tag]))
    assert {entry.msgid for entry in entries if not entry.obsolete} == messages()
    assert [entry.msgid for entry in entries if entry.obsolete or entry.fuzzy
            or not all(text.strip() for text in translations(entry))] == []
    wrong = [entry.msgid for entry in entries for text in translations(entry) if places(entry.msgid) != places(text)]
    assert wrong == []
    # What ends with an ellipsis opens a dialog, in every language.
    assert [entry.msgid for entry in entries if entry.msgid.endswith("…") != entry.msgstr.endswith("…")] == []


def test_what_begins_with_a_name_runs_from_right_to_left_in_arabic():
    """GTK takes the direction of a text from its first letter, which may be one of a Latin name."""
    texts = [text for entry in polib.pofile(str(CATALOGUES["ar"])) for text in translations(entry)]
    assert [text for text in texts if text.startswith("{")] == []
    assert len([text for text in texts if text.startswith("\u200f{")]) > 3


@pytest.mark.parametrize("tag", CATALOGUES)
def test_every_number_has_its_form(tag):
    import gettext
    subprocess.run(["make", "--silent", "translations"], cwd=ROOT, check=True, capture_output=True)
    with open(ROOT / "build" / "locale" / tag / "LC_MESSAGES" / "session-requests.mo", "rb") as file:
        catalogue = gettext.GNUTranslations(file)
    forms = {catalogue.ngettext("{count} time", "{count} times", count).format(count=count) for count in COUNTS}
    assert len(forms) == len(COUNTS) and not any("time" in form for form in forms)


@pytest.mark.parametrize("tag", CATALOGUES)
def test_the_words_of_the_field_are_those_of_the_page(tag):
    entries = {entry.msgid: entry.msgstr for entry in polib.pofile(str(CATALOGUES[tag]))}
    file = ROOT / "Sources" / "SessionRequestText" / "Languages" / f"{SWIFT[tag]}.swift"
    page = dict(re.findall(r'\.(\w+):\s*"((?:[^"\\]|\\.)*)"', file.read_text()))
    assert {message: entries[message] for message in TERMS} == {message: page[key] for message, key in TERMS.items()}


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: file.name)
def test_nothing_else_takes_the_name_of_what_speaks(file):
    """`lambda _: _("...")` would call a widget."""
    for scope in ast.walk(ast.parse(file.read_text())):
        if isinstance(scope, ast.Lambda) and any(each.arg == "_" for each in scope.args.args):
            assert not [node for node in ast.walk(scope.body) if isinstance(node, ast.Call)
                        and isinstance(node.func, ast.Name) and node.func.id == "_"], f"line {scope.lineno}"


def test_the_desktop_entry_is_in_every_language():
    entry = (ROOT / "contrib" / "desktop" / "org.session_requestd.Requests.desktop").read_text().splitlines()
    keys = [line.partition("=")[0] for line in entry]
    for key in ("Name", "GenericName", "Comment", "Keywords"):
        assert key in keys and [tag for tag in CATALOGUES if f"{key}[{tag}]" not in keys] == []


def test_metadata_is_in_every_language():
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    tree = xml.etree.ElementTree.parse(ROOT / "contrib" / "desktop" / "org.session_requestd.Requests.metainfo.xml")
    counted = 0
    for parent in tree.iter():
        for kind in ("name", "summary", "p", "li"):
            plain = [child for child in parent if child.tag == kind and child.get(lang) is None]
            for tag in CATALOGUES if plain else ():
                counted += 1
                assert len([child for child in parent if child.tag == kind and child.get(lang) == tag]) == len(plain)
    assert counted == 4 * len(CATALOGUES)
