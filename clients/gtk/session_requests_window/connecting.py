"""Connect: asks, starts the program, follows the session through restarts of the desk, and asks for a note."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Dict, List

from session_request import CloseReason, Event, SessionRequest, SessionRequestConnectResult

from . import terminal, texts
from .board import Request
from .problems import NotStarted, is_conflict
from .question import confirm
from .session import Next, Session
from .session_end import session_ended
from .translation import _, isolated
from .work import Work

if TYPE_CHECKING:
    from .window import Window


class Connecting:
    def __init__(self, window: Window, work: Work) -> None:
        self._window, self._work = window, work
        self._sessions: Dict[int, Session] = {}

    @property
    def running(self) -> List[int]:
        """The requests whose programs run."""
        return [number for number, session in self._sessions.items() if session.is_running]

    def ask(self, request: Request) -> None:
        """Shows who and where before anything is started."""
        where = texts.target(request.join.target if request.join else None)
        body = "\n".join(filter(None, (
            _("Request {id}: {address}").format(id=request.id, address=where or _("an address that is not known yet")),
            isolated(request.subject) if request.subject else None)))
        confirm(
            self._window, _("Connect to {name}?").format(name=isolated(request.recipient.name)), body, _("Connect now"),
            lambda: self._connect(request))

    def told(self, event: Event) -> None:
        """Something happened at the desk."""
        number = event.session_request.id if event.session_request else None
        session = self._sessions.get(number) if number is not None else None
        if session and number is not None:
            self._do(number, session.told(event))

    # From the press to the program

    def _connect(self, request: Request) -> None:
        # What was shown is what is connected to: a request that has changed since is refused.
        self._work.call(
            lambda desk: desk.session_request.connect(request.id, lease=True, if_revision=request.revision),
            self._connected, self._not_connected)

    def _not_connected(self, error: Exception) -> None:
        if is_conflict(error):
            self._window.say(_("The request has changed since. Look at it again before you connect."))
        else:
            self._window.failed(error)

    def _connected(self, connected: SessionRequestConnectResult) -> None:
        request = connected.session_request
        self._sessions[request.id] = Session(request.connection.agent.user if request.connection else None)
        self._window.learned(request)
        self._work.wait(
            lambda: self._run(connected), lambda _: self._do(request.id, self._sessions[request.id].program_ended()),
            lambda error: self._not_started(request, error))

    def _run(self, connected: SessionRequestConnectResult) -> None:
        """Returns when the program has ended."""
        argv = terminal.command(connected.target.scheme, connected.launch.argv)
        try:
            program = subprocess.Popen(argv, stdin=subprocess.DEVNULL, start_new_session=True)
        except OSError as error:
            raise NotStarted(argv[0], error.strerror or str(error)) from None
        program.wait()

    def _not_started(self, request: SessionRequest, error: Exception) -> None:
        """A program that cannot be started takes nobody's session."""
        self._sessions.pop(request.id, None)
        self._window.failed(error)
        self._work.call(
            lambda desk: desk.session_request.disconnect(request.id), self._window.learned, self._window.failed)

    # From the program to the note

    def _do(self, number: int, what: Next) -> None:
        request = self._window.known(number)
        if what is Next.CONNECT_AGAIN:
            self._work.call(
                lambda desk: desk.session_request.connect(number, lease=True).session_request,
                self._connected_again, lambda error: self._refused(number, error))
        elif what is Next.ASK and request is not None:
            session_ended(
                self._window, request, lambda reason, note: self._close(number, reason, note),
                lambda note: self._disconnect(number, note))
        elif what is Next.FORGET:
            self._sessions.pop(number, None)

    def _connected_again(self, request: SessionRequest) -> None:
        self._window.learned(request)
        session = self._sessions.get(request.id)
        if session:
            self._do(request.id, session.connected_again())

    def _refused(self, number: int, error: Exception) -> None:
        session, request = self._sessions.get(number), self._window.known(number)
        if session and request:
            self._window.say(_("The desk no longer counts you as connected to {name}.").format(
                name=isolated(request.recipient.name)))
            self._window.failed(error)
            self._do(number, session.refused())

    def _close(self, number: int, reason: CloseReason, note: str) -> None:
        self._work.call(
            lambda desk: desk.session_request.close(number, reason=reason, note=note or None), self._window.learned,
            self._window.failed)

    def _disconnect(self, number: int, note: str) -> None:
        self._work.call(
            lambda desk: desk.session_request.disconnect(number, note=note or None), self._window.learned,
            self._window.failed)
