"""A plugin as Argos runs and reads it, by the rules of its README: the name of the file, the button, the menu."""

import re
import shlex
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
# What a C string's escapes stand for (g_strcompress).
COMPRESSED = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


@dataclass
class Line:
    #: What Pango is given.
    markup: str
    level: int
    is_separator: bool
    attributes: dict = field(default_factory=dict)


def interval(name):
    """Seconds between two runs, out of NAME.INTERVAL[+].EXTENSION; None: it is run once."""
    parts = name.split(".")
    found = re.fullmatch(r"(\d+)([smhd])\+?", parts[-2]) if len(parts) >= 3 else None
    return int(found.group(1)) * UNITS[found.group(2)] if found else None


def line(text):
    text, bar, rest = text.partition("|")
    attributes = dict(word.split("=", 1) for word in shlex.split(rest) if "=" in word)
    dashes = len(text) - len(text.lstrip("-"))
    level = dashes // 2 if dashes < len(text) and dashes >= 2 else 0
    text = text[level * 2:]

    def may(name):
        return attributes.get(name) != "false"

    markup = text
    if may("unescape"):
        markup = re.sub(r"\\([0-7]{1,3})", lambda found: chr(int(found.group(1), 8)), markup)
        markup = re.sub(r"\\(.)", lambda found: COMPRESSED.get(found.group(1), found.group(1)), markup)
    if may("emojize"):
        markup = re.sub(r":([\w+-]+):", "\N{GRINNING FACE}", markup)
    if may("trim"):
        markup = markup.strip()
    if not may("useMarkup"):
        markup = escape(markup)
    if may("ansi"):
        markup = re.sub(r"\x1b\[[\d;]*m", "", markup)
    return Line(markup, level, re.fullmatch(r"-+", text.strip()) is not None, attributes)


def plugin(printed):
    """The button's lines, between which Argos changes, and the menu's."""
    lines = [line(one) for one in printed.split("\n") if one]
    first = next((index for index, one in enumerate(lines) if one.is_separator), len(lines))
    return lines[:first], lines[first + 1:]
