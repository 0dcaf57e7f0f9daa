"""The window: the list with its tabs, search and filters, and what is chosen beside it."""

from __future__ import annotations

from typing import Any, Dict, Optional, Sequence

from gi.repository import Adw, Gio, GLib, Gtk
from session_request import DeskError, Event, Interrupted, Queue, Resumed, SessionRequest, Snapshot, __version__

from . import moments, shortcuts
from .actions import GROUP, RequestActions
from .board import Board, Filter, Request, View, view_of
from .connecting import Connecting
from .filters import Filters
from .frame import Frame
from .new_request import NewRequest
from .notifications import Notifications
from .past import Past
from .problems import problem
from .question import confirm, pressed
from .request_list import RequestList
from .sheet import Sheet
from .translation import _, ngettext
from .work import Work

# "3 min" in the list grows old.
TICK_SECONDS = 30


class Window(Adw.ApplicationWindow):
    def __init__(self, application: Adw.Application, work: Work, later_seconds: float) -> None:
        super().__init__(
            application=application, title=_("Session Requests"), default_width=1000, default_height=720,
            width_request=340, height_request=360, icon_name="session-request")
        self._work = work
        self._board = Board()
        self._user: Optional[str] = None
        self._queues: Dict[str, str] = {}
        self._view = View.ACTIVE
        self._chosen: Optional[int] = None
        self._connecting = Connecting(self, work)
        self._actions = RequestActions(self, work, self._connecting)
        self.insert_action_group(GROUP, self._actions)
        self._add_actions()
        self._notifications = Notifications(application, work.desk.address, self._read, later_seconds)
        self._past = Past(work, self._learned_past, self.failed)
        self._sheet = Sheet(self, work)
        self._filters = Filters(self._wanted_other)
        self._list = RequestList(self._choose, self._open, self._more)
        self._frame = Frame(self._filters, self._list, self._sheet)
        self.set_content(self._frame)
        keys = Gtk.ShortcutController()
        keys.add_shortcut(Gtk.Shortcut.new(
            Gtk.ShortcutTrigger.parse_string("Escape"), pressed(self._back)))
        self.add_controller(keys)
        self.connect("close-request", lambda _: self._closing())
        self.refresh()
        self._ticking = GLib.timeout_add_seconds(TICK_SECONDS, self._tick)

    def _add_actions(self) -> None:
        for name, act in (
                ("new", self.new_request), ("search", self.search), ("about", self._about),
                ("shortcuts", lambda: shortcuts.page(self).present())):
            action = Gio.SimpleAction.new(name, None)
            action.connect("activate", lambda *_, act=act: act())
            self.add_action(action)
        view = Gio.SimpleAction.new_stateful("view", GLib.VariantType("s"), GLib.Variant("s", self._view.value))
        view.connect("change-state", self._view_changed)
        self.add_action(view)

    # What comes from outside

    def told(self, news: Any) -> None:
        """Something happened at the desk."""
        if isinstance(news, (Interrupted, DeskError)):
            self._frame.show_trouble(problem(news.error if isinstance(news, Interrupted) else news))
        elif isinstance(news, (Resumed, Snapshot)):
            self._frame.show_trouble(None)
            self._greet()
        if isinstance(news, Snapshot):
            self._board.began_anew(news.session_requests)
            if self._chosen is not None:
                self._read_chosen()
        elif isinstance(news, Event):
            self._happened(news)
        self.refresh()

    def _happened(self, event: Event) -> None:
        if event.type.startswith("queue."):
            self._work.call(lambda desk: desk.queue.list(), self._learned_queues, lambda _: None)
        if event.session_request is None:
            return
        self._board.learned([event.session_request])
        self._connecting.told(event)
        self._notifications.told(event, self._user)
        if event.session_request.id == self._chosen:
            self._read_chosen()

    def _greet(self) -> None:
        """Who we are at this desk, and which queues it has."""
        def learned(user: str, queues: Sequence[Queue]) -> None:
            self._user = user
            self._learned_queues(queues)

        self._work.call(
            lambda desk: (desk.daemon.whoami().user, desk.queue.list()), lambda both: learned(*both), lambda _: None)

    def _learned_queues(self, queues: Sequence[Queue]) -> None:
        self._queues = {queue.id: queue.name for queue in queues}
        self._filters.offer_queues(queues)
        self.refresh()

    def learned(self, request: SessionRequest) -> None:
        """A call answered a session request."""
        self._board.learned([request])
        self.refresh()

    def known(self, number: int) -> Optional[Request]:
        """A session request as it was last told."""
        return self._board.get(number)

    def failed(self, error: Exception) -> None:
        """A call had no answer: told in a line that goes away by itself."""
        self._frame.say(problem(error), seconds=12)

    def say(self, text: str) -> None:
        self._frame.say(text)

    def copy(self, text: str, said: str) -> None:
        self.get_clipboard().set(text)
        self.say(said)

    # What is pressed

    def new_request(self) -> None:
        NewRequest(self, self._work, self._show_now).present()

    def search(self) -> None:
        self._frame.show_list()
        self._filters.grab_search()

    def show_request(self, number: int, connects: bool = False) -> None:
        """Chooses a request, and asks whether to connect to it."""
        def learned(request: SessionRequest) -> None:
            self._show_now(request)
            if connects:
                self._connecting.ask(request)

        self.present()
        self._read(number, learned)

    def remind(self, number: int) -> None:
        self._notifications.later(number)

    def end(self) -> None:
        """Ends what belongs to this desk."""
        if self._ticking:
            GLib.source_remove(self._ticking)
            self._ticking = 0
            self._notifications.close()
            self._work.close()

    def _view_changed(self, action: Gio.SimpleAction, value: GLib.Variant) -> None:
        action.set_state(value)
        self._view = View(value.get_string())
        self._wanted_other()

    def _about(self) -> None:
        Adw.AboutWindow(
            transient_for=self, modal=True, application_name=_("Session Requests"), application_icon="session-request",
            version=__version__, developer_name=_("The authors of session-requestd"),
            license_type=Gtk.License.APACHE_2_0, comments=_("See who waits for help, and connect")).present()

    def confirm_end(self, then: Any) -> bool:
        """Whether it can end at once; else it asks first."""
        count = len(self._connecting.running)
        if not count:
            return True
        text = ngettext(
            "{count} session goes on. The desk will count it as disconnected.",
            "{count} sessions go on. The desk will count them as disconnected.", count)
        confirm(self, _("Quit all the same?"), text.format(count=count), _("Quit"), then)
        return False

    def _closing(self) -> bool:
        def close() -> None:
            self.end()
            self.destroy()

        if self.confirm_end(close):
            self.end()
            return False
        return True

    def _show_now(self, request: SessionRequest) -> None:
        self._board.learned([request])
        self._turn_to_view_of(request)
        self._choose(request.id)
        self._frame.show_sheet()
        self.refresh()

    def _turn_to_view_of(self, request: Request) -> None:
        view = view_of(request, moments.now())
        if view is not self._view:
            self.lookup_action("view").change_state(GLib.Variant("s", view.value))

    def _choose(self, number: Optional[int]) -> None:
        if number is not None and number != self._chosen:
            self._chosen = number
            self._actions.show_request(None)
            self._read_chosen()
            self._show_chosen()

    def _open(self) -> None:
        self._frame.show_sheet()
        self._sheet.grab_main()

    def _back(self) -> None:
        self._frame.show_list()
        self._list.grab_list()

    def _read(self, number: int, then: Any) -> None:
        self._work.call(lambda desk: desk.session_request.get(number), then, lambda _: None)

    def _read_chosen(self) -> None:
        if self._chosen is not None:
            self._read(self._chosen, self.learned)

    # What is seen

    def _wanted_other(self) -> None:
        self._list.back_to_top()
        if self._view is View.PAST:
            self._past.look(self._filters.wanted)
        self.refresh()

    def _more(self) -> None:
        if self._view is View.PAST:
            self._past.look_further()

    def _learned_past(self, requests: Sequence[SessionRequest]) -> None:
        self._board.learned(requests)
        self.refresh()

    def refresh(self) -> None:
        """Shows what is known now."""
        now, wanted = moments.now(), self._filters.wanted
        shown = self._board.shown(self._view, wanted, self._user, now)
        self._list.show_requests(shown, self._queues, self._chosen, self._nothing(wanted), now)
        self._filters.offer_tags(self._board.tags())
        self._show_chosen()
        waiting = self._board.count("waiting") + self._board.count("ready")
        self.set_title(f"({waiting}) {_('Session Requests')}" if waiting else _("Session Requests"))

    def _show_chosen(self) -> None:
        request = self._board.get(self._chosen) if self._chosen is not None else None
        if request is not None:
            self._actions.show_request(request)
            self._sheet.show_request(request, self._queues, self._user)

    def _nothing(self, wanted: Filter) -> str:
        if wanted != Filter():
            return _("Nothing is found.")
        return {View.ACTIVE: _("Nobody is waiting."), View.UPCOMING: _("Nothing is planned."),
                View.PAST: _("Nothing is over.")}[self._view]

    def _tick(self) -> bool:
        self.refresh()
        return bool(GLib.SOURCE_CONTINUE)
