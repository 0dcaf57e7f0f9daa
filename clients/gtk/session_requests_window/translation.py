"""The window's words in the language of whoever looks at it: GNU gettext, and what goes with a language."""

from __future__ import annotations

import gettext as catalogs
import os
import pathlib
from typing import List

DOMAIN = "session-requests"
_HERE = pathlib.Path(__file__).resolve().parent
# Where `make translations` puts them in the source tree, and where they are below a prefix.
_FOLDERS = (_HERE.parents[2] / "build" / "locale", _HERE.parents[2] / "share" / "locale")
_RIGHT_TO_LEFT = ("ar", "fa", "he", "ur")
_FIRST_STRONG_ISOLATE, _LEFT_TO_RIGHT_ISOLATE, _POP_ISOLATE = "\u2068", "\u2066", "\u2069"


def _wanted() -> List[str]:
    """The languages that are asked for before English, which needs no catalog."""
    locale = next(filter(None, (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), "C")
    wanted: List[str] = []
    for language in (os.environ.get("LANGUAGE") or locale).split(":") if _is_of_a_language(locale) else ():
        if language.partition("_")[0].partition(".")[0] == "en":
            break
        wanted.append(language)
    return wanted


def _is_of_a_language(locale: str) -> bool:
    return locale.partition(".")[0] not in ("C", "POSIX")


def _opened() -> catalogs.NullTranslations:
    wanted = _wanted()
    for folder in _FOLDERS if wanted else ():
        if catalogs.find(DOMAIN, str(folder), wanted):
            return catalogs.translation(DOMAIN, str(folder), wanted)
    return catalogs.NullTranslations()


_catalog = _opened()
_ = _catalog.gettext
ngettext = _catalog.ngettext
language: str = _catalog.info().get("language", "en")
"""The language that is shown, such as `pt_BR`."""
is_english = language.startswith("en")
is_right_to_left = language.partition("_")[0] in _RIGHT_TO_LEFT


def isolated(text: str) -> str:
    """A name inside a sentence, which must not move the words around it when it runs the other way."""
    return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}" if is_right_to_left else text


def left_to_right(text: str) -> str:
    """Digits and addresses, which keep their order in every language."""
    return f"{_LEFT_TO_RIGHT_ISOLATE}{text}{_POP_ISOLATE}" if is_right_to_left else text
