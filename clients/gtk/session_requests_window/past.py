"""What is over, which the desk searches and gives page by page."""

from __future__ import annotations

from typing import Callable, Optional, Sequence

from session_request import SessionRequest, SessionRequestListResult

from .work import Work

PAGE = 100


class Past:
    def __init__(
        self, work: Work, learned: Callable[[Sequence[SessionRequest]], None], failed: Callable[[Exception], None]
    ) -> None:
        self._work, self._learned, self._failed = work, learned, failed
        self._words = ""
        self._next: Optional[str] = None

    def look(self, words: str) -> None:
        """Reads the newest with these words."""
        self._words, self._next = words.strip(), None
        self._read(None)

    def look_further(self) -> None:
        """Reads the ones before those, if there are any."""
        page, self._next = self._next, None
        if page:
            self._read(page)

    def _read(self, page: Optional[str]) -> None:
        words = self._words

        def answered(found: SessionRequestListResult) -> None:
            if words == self._words:
                self._next = found.next_page
            self._learned(found.session_requests)

        self._work.call(
            lambda desk: desk.session_request.list(
                view="past", sort="-updatedAt", limit=PAGE, query=words or None, page=page), answered, self._failed)
