"""Carries out what a session decides: calls, programs, time. One thread of its own does all of it, in order."""

from __future__ import annotations

import queue
import random
import threading
import time
from typing import Callable, List, Optional

from . import language, limits, programs, screen
from .hosts import KnownHosts
from .language import N_, _
from .links import Link
from .portal import PortalClient, PortalError
from .programs import Address, ProgramError
from .refusals import FINAL, refusal, sentence
from .session import Choice, Do, Phase, Session
from .settings import Settings
from .views import Press, Sharing, View, view


class Conversation:
    """Between the person at this desktop and the desk.

    - Parameters `show` (a view, whenever it changes) and `ended` are called on the conversation's own thread.
    """

    def __init__(
        self, link: Link, settings: Settings, hosts: KnownHosts, show: Callable[[View], None],
        ended: Callable[[], None]
    ):
        self._link, self._settings, self._hosts = link, settings, hosts
        self._show_view, self._ended = show, ended
        self._client = PortalClient(link)
        self._session = Session(host_is_known=link.portal in hosts)
        self._screen_name = screen.server(settings.screen)
        self._programs = programs.found(settings, self._screen_name is not None)
        self._facts: "queue.Queue[Callable[[], List[Do]]]" = queue.Queue()
        self._server: Optional[screen.ScreenServer] = None
        self._address: Optional[Address] = None
        self._permissions: List[str] = []
        self._renewal: Optional[float] = None
        self._lease_end = 0.0
        self._over = threading.Event()
        self._shown: Optional[View] = None
        self._thread = threading.Thread(target=self._run, name="conversation", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def press(self, press: Press, choice: Optional[Choice] = None) -> None:
        """The person pressed; from any thread. Opening the page is the window's own business."""
        session = self._session
        facts = {
            Press.CONTINUE: session.host_accepted, Press.DENY: session.denied, Press.TAKE_BACK: session.taken_back,
            Press.CANCEL: session.canceled, Press.LEAVE: session.left,
        }
        if press is Press.ALLOW and choice is not None:
            self._facts.put(lambda: session.allowed(choice))
        elif press in facts:
            self._facts.put(facts[press])

    def leave(self) -> None:
        """Takes back what was allowed, and ends; `ended` tells when."""
        self.press(Press.LEAVE)

    def wait(self, seconds: float) -> bool:
        """Whether it has ended within so many seconds."""
        return self._over.wait(seconds)

    def _run(self) -> None:
        try:
            self._do(self._session.started())
            while not self._over.is_set():
                self._show()
                patience = None if self._renewal is None else max(0.0, self._renewal - time.monotonic())
                try:
                    fact = self._facts.get(timeout=patience)
                except queue.Empty:
                    fact = self._session.renewal_came_due
                    self._renewal = None
                self._do(fact())
        finally:
            # Whatever has gone wrong, no screen is left shared.
            self._stop_sharing()
            self._over.set()
            self._ended()

    def _show(self) -> None:
        link = self._session.link
        offered = programs.offered(self._programs, link) if link else []
        sharing = Sharing(self._server.password, self._server.user) if self._server else None
        now = view(self._session, self._link, offered, sharing)
        if now != self._shown:
            self._shown = now
            self._show_view(now)

    def _do(self, actions: List[Do]) -> None:
        for action in actions:
            self._show()
            {
                Do.REMEMBER_HOST: lambda: self._hosts.add(self._link.portal),
                Do.FOLLOW: self._follow,
                Do.SHARE: self._share,
                Do.RENEW: self._renew,
                Do.STOP_SHARING: self._stop_sharing,
                Do.DENY: lambda: self._press_at_desk("deny"),
                Do.CANCEL: lambda: self._press_at_desk("cancel"),
                Do.REVOKE: self._revoke,
                Do.LEAVE: self._over.set,
            }[action]()

    # What the desk tells

    def _follow(self) -> None:
        threading.Thread(target=self._listen, name="events", daemon=True).start()

    def _listen(self) -> None:
        failures = 0
        while not self._over.is_set():
            pause = limits.RETRY_SECONDS[0]
            try:
                for link in self._client.events():
                    failures = 0
                    self._facts.put(lambda link=link: self._arrived(link))
                    # A page that floods us is read as fast as a person could see it, and no faster.
                    if self._over.wait(limits.NEWS_SECONDS):
                        return
            except PortalError as error:
                if error.reason in FINAL:
                    self._facts.put(lambda error=error: self._refused(error))
                    return
                pause = min(limits.RETRY_SECONDS[0] * 2**failures, limits.RETRY_SECONDS[1])
                pause = max(pause, min(error.retry_after or 0.0, 600.0))
                failures = min(failures + 1, 16)
                self._facts.put(self._session.lost)
            # Many who lost the same page do not come back at the same moment.
            self._over.wait(pause * random.uniform(0.5, 1.5))

    def _arrived(self, link: dict) -> List[Do]:
        language.heed(link.get("language"))
        return self._session.link_arrived(link)

    # What is done at the desk

    def _share(self) -> None:
        choice = self._session.choice
        program = next((one for one in self._programs if one.scheme == choice.scheme), None)
        try:
            if program is None:
                raise ProgramError(_("cannot share this computer: the program is not there any more"))
            if program.path is None:
                self._address, self._permissions = self._start_server(choice), self._server.permissions
            else:
                self._address, self._permissions = programs.address(program), []
            self._grant()
        except ProgramError as error:
            self._stop_sharing()
            return self._do(self._session.refused(sentence(str(error))))
        except PortalError as error:
            return self._do(self._refused(error))
        self._do(self._session.granted())

    def _start_server(self, choice: Choice) -> Address:
        self._server = server = screen.ScreenServer(self._settings.screen, self._screen_name, choice.control)
        try:
            address = server.start()
        except BaseException:
            self._server = None
            raise
        threading.Thread(target=self._watch, args=(server,), name="screen", daemon=True).start()
        return address

    def _watch(self, server: screen.ScreenServer) -> None:
        server.wait()
        self._facts.put(lambda: self._session.sharing_broke(N_(
            "This screen is not shared any more: its server has ended.")) if self._server is server else [])

    def _grant(self, within: float = limits.CALL_SECONDS) -> None:
        asked = time.monotonic()
        self._client.post("grant", {
            "join": self._address.join(self._permissions), "leaseSeconds": limits.LEASE_SECONDS}, within)
        self._lease_end = asked + limits.LEASE_SECONDS
        self._renewal = asked + limits.RENEWAL_SECONDS

    def _renew(self) -> None:
        within = max(1.0, min(limits.CALL_SECONDS, self._lease_end - time.monotonic()))
        try:
            actions = self._session.renewal_found(self._client.get())
            if actions or self._session.phase is not Phase.SHARING:
                return self._do(actions)
            self._grant(within)
        except PortalError as error:
            if not error.may_pass:
                return self._do(self._refused(error))
            if time.monotonic() >= self._lease_end:
                return self._do(self._session.sharing_broke(N_(
                    "The desk could not be reached for too long, so the access has ended. Allow it again if you still "
                    "want help.")))
            self._renewal = time.monotonic() + 5
            self._do(self._session.lost())

    def _refused(self, error: PortalError) -> List[Do]:
        if error.reason == "invalid_transition":
            # The news that explain it are on their way; without them the link is asked for.
            try:
                actions = self._session.refused(refusal(error, {}))
                return actions + self._session.link_arrived(self._client.get())
            except PortalError:
                return self._session.lost()
        return self._session.refused(
            refusal(error, self._session.link or {}, self._address), is_final=error.reason in FINAL)

    def _press_at_desk(self, what: str) -> None:
        try:
            link = self._client.post(what)
        except PortalError as error:
            self._do(self._refused(error))
        else:
            # While the events come, they alone tell how it is, in their order.
            if self._session.is_lost:
                self._do(self._session.link_arrived(link))

    def _revoke(self) -> None:
        is_leaving = self._session.phase is Phase.LEAVING
        self._renewal = None
        try:
            self._client.post("revoke", within=limits.ENDING_SECONDS if is_leaving else limits.CALL_SECONDS)
        except PortalError as error:
            # It is over already, or else its lease ends it.
            if error.may_pass:
                self._do(self._session.revoking_failed())

    def _stop_sharing(self) -> None:
        self._renewal = None
        server, self._server = self._server, None
        if server is not None:
            server.stop()
