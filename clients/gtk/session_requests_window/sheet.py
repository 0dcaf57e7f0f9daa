"""Everything about one session request, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Optional, Tuple

from gi.repository import Adw, Gtk
from session_request import Event, SessionRequest

from . import icons, texts
from .asking import Question
from .board import Request
from .work import Work

if TYPE_CHECKING:
    from .connecting import Connecting
    from .window import Window


class Sheet(Gtk.ScrolledWindow):
    def __init__(self, window: Window, work: Work, connecting: Connecting) -> None:
        super().__init__(hexpand=True, hscrollbar_policy=Gtk.PolicyType.NEVER)
        self._window, self._work, self._connecting = window, work, connecting
        self._request: Optional[Request] = None
        self._history = Adw.PreferencesGroup(title="History")
        self.set_child(Adw.StatusPage(
            icon_name="session-request-symbolic", title="No request chosen",
            description="Choose one in the list, or make a new one."))

    def show_request(self, request: Request) -> None:
        known = self._request
        if known and (known.id, known.revision, type(known)) == (request.id, request.revision, type(request)):
            return
        is_another = not known or known.id != request.id
        self._request = request
        box = Gtk.Box(
            orientation=Gtk.Orientation.VERTICAL, spacing=18, margin_top=18, margin_bottom=18, margin_start=12,
            margin_end=12)
        box.append(self._head(request))
        if isinstance(request, SessionRequest):
            box.append(self._actions(request))
        box.append(self._particulars(request))
        if is_another:
            self._history = Adw.PreferencesGroup(title="History")
        elif self._history.get_parent():
            self._history.unparent()
            self._history = Adw.PreferencesGroup(title="History")
        box.append(self._history)
        self.set_child(Adw.Clamp(child=box, maximum_size=640))
        number = request.id
        self._work.call(
            lambda desk: desk.session_request.history(number, limit=500).events,
            lambda events, history=self._history: self._show_history(history, events), self._window.failed)

    def _show_history(self, history: Adw.PreferencesGroup, events: Tuple[Event, ...]) -> None:
        if history is not self._history or getattr(history, "is_filled", False):
            return
        history.is_filled = True
        for event in reversed(events):
            history.add(Adw.ActionRow(
                use_markup=False, title=texts.happened(event), subtitle=texts.local(event.at)))

    def _head(self, request: Request) -> Gtk.Widget:
        head = Gtk.Box(spacing=12)
        head.append(Gtk.Image(icon_name=icons.of_status(request.status), pixel_size=48))
        words = Gtk.Box(orientation=Gtk.Orientation.VERTICAL, hexpand=True)
        words.append(Gtk.Label(label=request.recipient.name, xalign=0, wrap=True, css_classes=["title-2"]))
        words.append(Gtk.Label(
            label=f"Request {request.id} · {texts.STATUSES.get(request.status, request.status)}", xalign=0,
            css_classes=["dim-label"]))
        head.append(words)
        return head

    def _actions(self, request: SessionRequest) -> Gtk.Widget:
        bar = Gtk.Box(spacing=6)
        allowed = request.allowed_actions

        def button(label: str, action: str, press: Callable[[], None], *styles: str) -> None:
            if action in allowed:
                made = Gtk.Button(label=label, css_classes=list(styles))
                made.connect("clicked", lambda _: press())
                bar.append(made)

        calls = self._work.desk.session_request
        number = request.id
        button("Connect", "connect", lambda: self._connecting.ask(request), "suggested-action")
        button("Ask for access", "requestAccess", lambda: self._do(lambda: calls.request_access(number)))
        button("Disconnect", "disconnect", lambda: self._do(lambda: calls.disconnect(number)))
        if request.assignee is None:
            button("Take it", "claim", lambda: self._do(lambda: calls.claim(number)))
        button("Comment", "comment", lambda: Question(
            self._window, f"Comment on the request of {request.recipient.name}", "", "Add",
            lambda text: self._do(lambda: calls.comment(number, text)), field="Comment", may_be_empty=False).present())
        button("Close", "close", lambda: Question(
            self._window, f"Close the request of {request.recipient.name}?", "Write a note, if there is one to make.",
            "Close request", lambda note: self._do(lambda: calls.close(number, reason="done", note=note or None)),
            field="Note").present())
        button("Open again", "reopen", lambda: self._do(lambda: calls.reopen(number)))
        return bar

    def _particulars(self, request: Request) -> Gtk.Widget:
        group = Adw.PreferencesGroup()

        def row(title: str, text: Optional[str], copied: Optional[str] = None) -> None:
            if not text:
                return
            made = Adw.ActionRow(use_markup=False, title=title, subtitle=text, subtitle_lines=0)
            if copied:
                copy = Gtk.Button(icon_name="edit-copy-symbolic", valign=Gtk.Align.CENTER, css_classes=["flat"],
                                  tooltip_text=f"Copy {title.lower()}")
                copy.update_property([Gtk.AccessibleProperty.LABEL], [f"Copy {title.lower()}"])
                copy.connect("clicked", lambda _: self._copy(title, copied))
                made.add_suffix(copy)
            group.add(made)

        recipient, schedule = request.recipient, request.schedule
        row("Subject", request.subject)
        row("Link", request.link, request.link)
        row("Code", texts.code(request.code) if request.code else None, request.code)
        row("Email", recipient.email)
        row("Phone", recipient.phone)
        row("Language", recipient.language)
        row("Assigned to", texts.assignee(request))
        row("Priority", request.priority if request.priority != "normal" else None)
        row("Tags", ", ".join(request.tags))
        row("Scheduled", f"{texts.local(schedule.starts_at)} to {texts.local(schedule.ends_at)}" if schedule else None)
        row("Expires", texts.local(request.expires_at) if request.status not in ("closed", "expired") else None)
        row("Reaches", f"{request.join.target.scheme} {request.join.target.address}"
            if request.join and request.join.target else None)
        row("Note", request.closed.note if request.closed else None)
        row("Comments", request.comments)
        return group

    def _copy(self, title: str, text: str) -> None:
        self.get_clipboard().set(text)
        self._window.say(f"{title} copied")

    def _do(self, act: Callable[[], Any]) -> None:
        self._work.call(lambda _: act(), self._window.learned, self._window.failed)
