"""What the programs say in a language, out of its catalogue."""

import polib

from stage import PROGRAMS


class Words:
    def __init__(self, tag):
        self.tag = tag
        file = PROGRAMS / "po" / f"{tag.replace('-', '_')}.po"
        self._texts = {} if tag == "en" else {entry.msgid: entry.msgstr for entry in polib.pofile(str(file))}

    def __call__(self, message, **values):
        """The message with values in place, of which a right-to-left text keeps the left-to-right ones apart."""
        text = message if self.tag == "en" else self._texts[message]
        if self.tag == "ar":
            values = {name: f"\u2068{value}\u2069" for name, value in values.items()}
        return text.format(**values) if values else text
