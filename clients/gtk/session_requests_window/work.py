"""What may take its time happens in threads; what comes of it is told on the main loop."""

from __future__ import annotations

import concurrent.futures
import threading
from typing import Any, Callable

from gi.repository import GLib
from session_request import Desk, DeskError

Told = Callable[[Any], None]


class Work:
    """Calls of the desk, a few at a time, waiting for programs, and the news of the desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._pool = concurrent.futures.ThreadPoolExecutor(8, thread_name_prefix="desk")
        self._news = desk.follow()

    def follow(self, told: Told) -> None:
        """Tells all news of the desk, until it is closed."""

        def run() -> None:
            try:
                for news in self._news:
                    on_main_loop(told, news)
            except DeskError as error:
                on_main_loop(told, error)

        threading.Thread(target=run, name="news", daemon=True).start()

    def call(self, do: Callable[[Desk], Any], then: Told, otherwise: Callable[[Exception], None]) -> None:
        """Does something with the desk, and tells what came of it."""

        def run() -> None:
            try:
                answer = do(self.desk)
            except (DeskError, ValueError, OSError) as error:
                on_main_loop(otherwise, error)
            else:
                on_main_loop(then, answer)

        try:
            self._pool.submit(run)
        except RuntimeError:
            # It was closed meanwhile; nobody waits for the answer.
            pass

    def wait(self, do: Callable[[], None], then: Told, otherwise: Callable[[Exception], None]) -> None:
        """Waits for something that may take as long as it likes, in a thread of its own."""

        def run() -> None:
            try:
                do()
            except OSError as error:
                on_main_loop(otherwise, error)
            else:
                on_main_loop(then, None)

        threading.Thread(target=run, name="waiting", daemon=True).start()

    def close(self) -> None:
        self._news.close()
        self.desk.close()
        self._pool.shutdown(wait=False)


def on_main_loop(told: Callable[[Any], None], what: Any) -> None:
    def tell() -> bool:
        told(what)
        return bool(GLib.SOURCE_REMOVE)

    GLib.idle_add(tell)
