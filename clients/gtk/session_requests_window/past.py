"""What is over, which the desk searches and gives page by page."""

from __future__ import annotations

from typing import Callable, Optional, Sequence

from session_request import FilterInput, SessionRequest, SessionRequestListResult

from .board import OVER, Filter, Whose
from .work import Work

PAGE = 100


class Past:
    def __init__(
        self, work: Work, learned: Callable[[Sequence[SessionRequest]], None], failed: Callable[[Exception], None]
    ) -> None:
        self._work, self._learned, self._failed = work, learned, failed
        self._wanted = Filter()
        self._next: Optional[str] = None

    def look(self, wanted: Filter) -> None:
        """Reads the newest of these."""
        self._wanted, self._next = wanted, None
        self._read(None)

    def look_further(self) -> None:
        """Reads the ones before those, if there are any."""
        page, self._next = self._next, None
        if page:
            self._read(page)

    def _read(self, page: Optional[str]) -> None:
        wanted = self._wanted

        def answered(found: SessionRequestListResult) -> None:
            if wanted == self._wanted:
                self._next = found.next_page
            self._learned(found.session_requests)

        if wanted.status is not None and wanted.status not in OVER:
            return
        self._work.call(
            lambda desk: desk.session_request.list(
                view="past", sort="-updatedAt", limit=PAGE, query=wanted.words.strip() or None, page=page,
                filter=filter_of(wanted)), answered, self._failed)


def filter_of(wanted: Filter) -> FilterInput:
    """The same for the desk; words are a query of their own."""
    said: FilterInput = {}
    if wanted.whose is Whose.MINE:
        said["mine"] = True
    elif wanted.whose is Whose.NOBODY:
        said["assignee"] = None
    elif wanted.whose is Whose.QUEUE and wanted.queue is not None:
        said["queues"] = [wanted.queue]
    if wanted.status is not None:
        said["statuses"] = [status for status in OVER if status == wanted.status]
    if wanted.tag is not None:
        said["tags"] = [wanted.tag]
    return said
