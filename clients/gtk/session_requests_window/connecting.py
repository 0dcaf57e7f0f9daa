"""Connect: asks, starts the client, follows the session to its end, and asks for a note."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from session_request import Desk, DeskError, SessionRequest, SessionRequestConnectResult

from .asking import Question
from .work import Work, on_main_loop

if TYPE_CHECKING:
    from .window import Window


class Connecting:
    def __init__(self, window: Window, work: Work) -> None:
        self._window, self._work = window, work

    def ask(self, request: SessionRequest) -> None:
        """Shows who and where before anything is started."""
        target = request.join.target if request.join else None
        where = f"{target.scheme} {target.address}" if target else "an address that is not known yet"
        Question(
            self._window, f"Connect to {request.recipient.name}?", f"Request {request.id}: {where}", "Connect now",
            lambda _: self._connect(request)).present()

    def _connect(self, request: SessionRequest) -> None:
        # What was shown is what is connected to: a request that has changed since is refused.
        self._work.call(
            lambda desk: desk.session_request.connect(request.id, if_revision=request.revision), self._connected,
            self._window.failed)

    def _connected(self, connected: SessionRequestConnectResult) -> None:
        self._window.learned(connected.session_request)
        self._work.call(
            lambda desk: self._session(desk, connected), lambda _: self._ended(connected.session_request),
            self._window.failed)

    def _session(self, desk: Desk, connected: SessionRequestConnectResult) -> None:
        """Returns when the client has ended. A client that cannot be started takes nobody's session."""
        number, argv = connected.session_request.id, connected.launch.argv
        try:
            client = subprocess.Popen(list(argv), stdin=subprocess.DEVNULL, start_new_session=True)
        except OSError as error:
            try:
                on_main_loop(self._window.learned, desk.session_request.disconnect(number))
            except DeskError as other:
                on_main_loop(self._window.failed, other)
            raise OSError(
                f"cannot start {argv[0]}: {error.strerror}; install it, or see `connectors` in the configuration"
            ) from None
        client.wait()

    def _ended(self, request: SessionRequest) -> None:
        calls = self._work.desk.session_request
        Question(
            self._window, f"The session with {request.recipient.name} has ended",
            "Close the request? Write a note, if there is one to make.", "Close request",
            lambda note: self._work.call(
                lambda _: calls.close(request.id, reason="done", note=note or None), self._window.learned,
                self._window.failed), field="Note").present()
