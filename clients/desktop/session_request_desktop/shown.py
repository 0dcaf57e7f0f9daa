"""What came from outside, made fit to be shown on a line of a window or a terminal."""

from __future__ import annotations

import unicodedata

from . import limits

# Embeddings, overrides and isolates, with which a name could pose as another; marks of direction are harmless.
_BIDIRECTIONAL = set(range(0x202A, 0x202F)) | set(range(0x2066, 0x206A))


def shown(text: object, limit: int = limits.SHOWN) -> str:
    """One line of `text` without control characters and bidirectional controls; empty if it is no text."""
    if not isinstance(text, str):
        return ""
    kept = []
    for character in text[: limit * 4]:
        if ord(character) in _BIDIRECTIONAL or unicodedata.category(character) in ("Cs", "Co", "Cn"):
            continue
        if unicodedata.category(character) in ("Cc", "Zl", "Zp"):
            character = " "
        kept.append(character)
    line = " ".join("".join(kept).split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
