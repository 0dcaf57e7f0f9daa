"""The language that the person is spoken to in: that of the request, else that of this account, else English.

One program speaks to one person, so what is spoken is the program's: `speak` sets it, `_` speaks. Messages are the
msgids of `clients/desktop/po`; `N_` marks one that is spoken later.
"""

from __future__ import annotations

import gettext
import os
import pathlib
import unicodedata
from typing import Iterable, Mapping, Optional

DOMAIN = "session-request-desktop"
#: BCP 47 tags, as the page's (Sources/SessionRequestText/Language.swift).
TAGS = ("en", "pt-BR", "es", "de", "fr", "it", "nl", "pl", "ja", "ar")
_RIGHT_TO_LEFT = ("ar",)
_HERE = pathlib.Path(__file__).resolve().parent
# PREFIX/lib/session-request-desktop/session_request_desktop, and clients/desktop/session_request_desktop after
# `make translations`.
_FOLDERS = (_HERE.parents[2] / "share" / "locale", _HERE.parents[2] / "build" / "locale")
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"


class Language:
    """A language with its catalogue; one that is not there speaks English."""

    def __init__(self, tag: str, folders: Iterable[pathlib.Path] = _FOLDERS):
        self.tag = "en"
        self._catalogue = gettext.NullTranslations()
        for folder in folders if tag != "en" else ():
            try:
                with open(folder / tag.replace("-", "_") / "LC_MESSAGES" / f"{DOMAIN}.mo", "rb") as file:
                    self._catalogue = gettext.GNUTranslations(file)
            except (OSError, ValueError):
                continue
            self.tag = tag
            break

    @property
    def is_right_to_left(self) -> bool:
        return self.tag in _RIGHT_TO_LEFT

    def text(self, message: str, **values: object) -> str:
        """The message in this language, with values in place of what it has in braces."""
        text = self._catalogue.gettext(message)
        return text.format(**{name: self.isolated(str(value)) for name, value in values.items()}) if values else text

    def isolated(self, value: str) -> str:
        """Between FSI and PDI (Unicode UAX 9), if it is written the other way than the words that it stands among."""
        against = ("L", "EN") if self.is_right_to_left else ("R", "AL")
        if not any(unicodedata.bidirectional(character) in against for character in value):
            return value
        return _FIRST_STRONG_ISOLATE + value + _POP_ISOLATE


def tag_of(wanted: object) -> Optional[str]:
    """The language of a tag, BCP 47 or a locale's, by its primary part: `de_AT.UTF-8` is German; None: none of these."""
    if not isinstance(wanted, str):
        return None
    primary = wanted.replace("_", "-").replace(".", "-").partition("-")[0].lower()
    return next((tag for tag in TAGS if tag[:2] == primary), None)


def account_tag(environment: Mapping[str, str] = os.environ) -> str:
    """What this account reads, as gettext finds it: LANGUAGE, if LC_ALL, LC_MESSAGES or LANG say anything but C."""
    names = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next((name for name in names if name), "C")
    if locale in ("C", "POSIX"):
        return "en"
    preferred = [*environment.get("LANGUAGE", "").split(":"), locale]
    return next((tag for tag in map(tag_of, preferred) if tag), "en")


_account = "en"
_spoken = Language("en")


def speak(account: str, request: object = None) -> None:
    """Speaks the language of the request, if it names one of ours, else that of the account."""
    global _account, _spoken
    _account = account
    tag = tag_of(request) or account
    if tag != _spoken.tag:
        _spoken = Language(tag)


def heed(request: object) -> None:
    """The request's page has named a language, or none."""
    speak(_account, request)


def spoken() -> Language:
    return _spoken


def _(message: str, **values: object) -> str:
    return _spoken.text(message, **values)


def N_(message: str) -> str:
    """Marks a message that is spoken later."""
    return message
