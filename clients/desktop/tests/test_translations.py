"""The catalogues, held to the sources, to the page's words and to the desktop's entries."""

import ast
import pathlib
import re
import string
import subprocess
import xml.etree.ElementTree

import polib
import pytest

from session_request_desktop import language
from stage import PROGRAMS

ROOT = PROGRAMS.parents[1]
SOURCES = sorted((PROGRAMS / "session_request_desktop").glob("*.py"))
CATALOGUES = {file.stem: file for file in sorted((PROGRAMS / "po").glob("*.po"))}
SWIFT = {
    "ar": "Arabic", "de": "German", "es": "Spanish", "fr": "French", "it": "Italian", "ja": "Japanese", "nl": "Dutch",
    "pl": "Polish", "pt_BR": "Portuguese"}
# What the page says with the same words, by its keys.
TERMS = {
    "About": "factSubject", "Allow access": "allowButton", "Cancel the request": "cancelButton",
    "Continue": "continueButton", "Deny": "denyButton", "In your time zone": "factWhenHere",
    "Take the permission back": "revokeButton", "The support agent": "someAgent",
    "The permission is taken back. Nobody can connect until you allow it again.": "noticeRevoked",
    "The support desk cannot be reached at the moment": "unavailableHeading",
    "There is no request with this code. Please check the digits, or ask for a new code.": "codeInvalid",
    "This is not an address that the support desk takes. Please compare it with what the program shows.": "addressInvalid",
    "This link does not work": "linkInvalidHeading", "This link has expired": "expiredHeading",
    "This link works until": "factUntil", "When": "factWhen", "{agent} is connected": "connectedHeading",
    "This one has been replaced. Please use the latest message that you were sent.": "linkReplacedIntro",
    "This session is closed": "closedHeading",
}


def calls(file):
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "N_"):
            yield node


def messages():
    """What the sources say, by Python's own parser."""
    said = set()
    for file in SOURCES:
        for call in calls(file):
            if isinstance(call.args[0], ast.Constant):
                said.add(call.args[0].value)
    assert len(said) > 100
    return said


def places(text):
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def swift(name):
    file = ROOT / "Sources" / "SessionRequestText" / "Languages" / f"{name}.swift"
    return dict(re.findall(r'\.(\w+):\s*"((?:[^"\\]|\\.)*)"', file.read_text()))


def test_each_language_of_the_page_has_a_catalogue():
    assert sorted(CATALOGUES) == sorted(tag.replace("-", "_") for tag in language.TAGS if tag != "en") == sorted(SWIFT)


@pytest.mark.parametrize("tag", CATALOGUES)
def test_nothing_is_missing_unused_fuzzy_or_filled_in_wrongly(tag):
    entries = polib.pofile(str(CATALOGUES[tag]))
    assert {entry.msgid for entry in entries if not entry.obsolete} == messages()
    assert [entry.msgid for entry in entries if entry.obsolete or entry.fuzzy or not entry.msgstr.strip()] == []
    wrong = [entry.msgid for entry in entries if set(places(entry.msgid)) != set(places(entry.msgstr))]
    assert wrong == []


@pytest.mark.parametrize("tag", CATALOGUES)
def test_the_words_of_the_field_are_those_of_the_page(tag):
    entries = {entry.msgid: entry.msgstr for entry in polib.pofile(str(CATALOGUES[tag]))}
    page = swift(SWIFT[tag])
    assert {message: entries[message] for message in TERMS} == {message: page[key] for message, key in TERMS.items()}


def test_the_english_words_are_those_of_the_page():
    page = swift("English")
    assert {message: message for message in TERMS} == {message: page[key] for message, key in TERMS.items()}


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: file.name)
def test_each_message_is_given_what_it_has_in_braces(file):
    for call in calls(file):
        if isinstance(call.args[0], ast.Constant) and call.func.id == "_" and call.keywords:
            assert set(places(call.args[0].value)) == {word.arg for word in call.keywords}
    # Nothing else may be called `_` where it speaks; a comprehension's names are its own.
    tree = ast.parse(file.read_text())
    if any(isinstance(node, ast.ImportFrom) and "_" in [name.name for name in node.names] for node in tree.body):
        apart = {id(name) for node in ast.walk(tree) if isinstance(node, ast.comprehension) for name in ast.walk(node.target)}
        others = [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id == "_"
                  and isinstance(node.ctx, ast.Store) and id(node) not in apart]
        assert others == []


def test_gathering_the_messages_changes_nothing(tmp_path):
    """`contrib/generate/translations` finds what the sources say, and lays out the catalogues of both clients as they are."""
    copy = tmp_path / "tree"
    for folder in ("contrib/generate", "clients/desktop/po", "clients/desktop/session_request_desktop", "clients/gtk/po",
                   "clients/gtk/session_requests_window"):
        (copy / folder).parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["cp", "-r", ROOT / folder, copy / folder], check=True)
    subprocess.run([copy / "contrib" / "generate" / "translations"], check=True, capture_output=True)
    for client in ("desktop", "gtk"):
        for tag in CATALOGUES:
            catalogue = pathlib.PurePath("clients", client, "po", f"{tag}.po")
            assert (copy / catalogue).read_text() == (ROOT / catalogue).read_text(), "run contrib/generate/translations"


@pytest.mark.parametrize("name", ["Join", "Open"])
def test_desktop_entries_are_in_every_language(name):
    lines = (ROOT / "contrib" / "desktop" / f"org.session_requestd.{name}.desktop").read_text().splitlines()
    keys = [line.partition("=")[0] for line in lines]
    for key in ("Name", "GenericName", "Comment", "Keywords"):
        if key in keys:
            assert [f"{key}[{tag}]" for tag in CATALOGUES if f"{key}[{tag}]" not in keys] == []


def test_metadata_is_in_every_language():
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    tree = xml.etree.ElementTree.parse(ROOT / "contrib" / "desktop" / "org.session_requestd.Join.metainfo.xml")
    for parent in tree.iter():
        for kind in ("name", "summary", "p", "li"):
            plain = [child for child in parent if child.tag == kind and child.get(lang) is None]
            for tag in CATALOGUES if plain else ():
                assert len([child for child in parent if child.tag == kind and child.get(lang) == tag]) == len(plain)
