"""The dialog that makes a session request, with every field that it can have."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any, Callable, Dict, List, Optional, Tuple

from gi.repository import Adw, Gtk
from session_request import Desk, InvalidParams, SessionRequest

from .work import Work

if TYPE_CHECKING:
    from .window import Window

PRIORITIES = ("low", "normal", "high", "urgent")
# The row that an error's path belongs to.
PATHS = {
    "/recipient/name": "Name", "/recipient/email": "Email", "/recipient/phone": "Phone",
    "/recipient/language": "Language", "/subject": "Subject", "/comments": "Comments", "/tags": "Tags",
    "/schedule/startsAt": "Starts", "/schedule/endsAt": "Ends", "/expiresIn": "Expires after, in hours"}


class NewRequest(Adw.Window):
    def __init__(self, window: Window, work: Work, created: Callable[[SessionRequest], None]) -> None:
        super().__init__(transient_for=window, modal=True, title="New request", default_width=480, default_height=720)
        self._work, self._created_then = work, created
        self._rows: Dict[str, Adw.EntryRow] = {}
        self._assignees: List[Tuple[str, Any]] = [("Nobody", None), ("Me", "me")]
        self._problem = Gtk.Label(
            wrap=True, xalign=0, visible=False, css_classes=["error"], margin_start=12, margin_end=12, margin_bottom=6)
        self._assignee = Adw.ComboRow(title="Assign to")
        self._priority = Adw.ComboRow(title="Priority", model=Gtk.StringList.new(list(PRIORITIES)), selected=1)
        self._by_email, self._by_sms = Gtk.Switch(valign=Gtk.Align.CENTER), Gtk.Switch(valign=Gtk.Align.CENTER)
        self._make = Gtk.Button(label="Create", css_classes=["suggested-action"], sensitive=False)
        self._make.connect("clicked", lambda _: self._create())
        self._show_assignees()
        self.set_content(self._body())
        escape = Gtk.ShortcutController()
        escape.add_shortcut(Gtk.Shortcut.new(
            Gtk.ShortcutTrigger.parse_string("Escape"), Gtk.CallbackAction.new(lambda *_: self.close() or True)))
        self.add_controller(escape)
        self.set_focus(self._rows["Name"])
        work.call(self._possible_assignees, self._learned_assignees, lambda _: None)

    def _body(self) -> Gtk.Widget:
        header = Adw.HeaderBar(show_end_title_buttons=False)
        cancel = Gtk.Button(label="Cancel")
        cancel.connect("clicked", lambda _: self.close())
        header.pack_start(cancel)
        header.pack_end(self._make)
        page = Adw.PreferencesPage(vexpand=True)
        page.add(self._group("Recipient", "Name", "Email", "Phone", "Language"))
        request = self._group("Request", "Subject", "Comments", "Tags")
        request.add(self._assignee)
        request.add(self._priority)
        page.add(request)
        invitation = Adw.PreferencesGroup(title="Invitation")
        for title, switch in (("Send by email", self._by_email), ("Send by SMS", self._by_sms)):
            row = Adw.ActionRow(title=title, activatable_widget=switch)
            switch.update_property([Gtk.AccessibleProperty.LABEL], [title])
            row.add_suffix(switch)
            invitation.add(row)
        page.add(invitation)
        when = self._group("When", "Starts", "Ends", "Expires after, in hours")
        when.set_description("Times as 2030-05-01 14:00, on this computer's clock; empty for now.")
        page.add(when)
        box = Gtk.Box(orientation=Gtk.Orientation.VERTICAL)
        for part in (header, page, self._problem):
            box.append(part)
        return box

    def _group(self, title: str, *fields: str) -> Adw.PreferencesGroup:
        group = Adw.PreferencesGroup(title=title)
        for field in fields:
            row = self._rows[field] = Adw.EntryRow(title=field)
            row.get_delegate().update_property([Gtk.AccessibleProperty.LABEL], [field])
            row.connect("changed", lambda row: self._changed(row))
            row.connect("entry-activated", lambda _: self._make.get_sensitive() and self._create())
            group.add(row)
        return group

    def _changed(self, row: Adw.EntryRow) -> None:
        row.remove_css_class("error")
        self._problem.set_visible(False)
        self._make.set_sensitive(bool(self._text("Name")))

    def _text(self, field: str) -> Optional[str]:
        return self._rows[field].get_text().strip() or None

    # Assignees

    @staticmethod
    def _possible_assignees(desk: Desk) -> List[Tuple[str, Any]]:
        """Queues, and agents that are there."""
        queues = [(f"Queue {queue.name}", {"type": "queue", "id": queue.id}) for queue in desk.queue.list()]
        return queues + [(agent.user, {"type": "agent", "id": agent.user}) for agent in desk.agent.list()]

    def _learned_assignees(self, found: List[Tuple[str, Any]]) -> None:
        self._assignees += found
        self._show_assignees()

    def _show_assignees(self) -> None:
        chosen = self._assignee.get_selected() if self._assignee.get_model() else 0
        self._assignee.set_model(Gtk.StringList.new([name for name, _ in self._assignees]))
        self._assignee.set_selected(chosen)

    # Creating

    def _create(self) -> None:
        try:
            params = self._params()
        except ValueError as error:
            return self._refused(error)
        self._make.set_sensitive(False)
        self._work.call(lambda desk: desk.session_request.create(**params), self._created, self._refused)

    def _params(self) -> Dict[str, Any]:
        names = [name for name in ("Name", "Email", "Phone", "Language") if self._text(name)]
        recipient = {name.lower(): self._text(name) for name in names}
        params: Dict[str, Any] = {
            "recipient": recipient, "priority": PRIORITIES[self._priority.get_selected()],
            "assignee": self._assignees[self._assignee.get_selected()][1], "subject": self._text("Subject"),
            "send_invitation": {"email": self._by_email.get_active(), "sms": self._by_sms.get_active()},
            "comments": self._text("Comments"),
            "tags": [tag.strip() for tag in (self._text("Tags") or "").split(",") if tag.strip()]}
        starts, ends, hours = self._time("Starts"), self._time("Ends"), self._text("Expires after, in hours")
        if ends and not starts:
            raise _Field("Starts", "cannot plan an end without a start")
        if starts:
            params["schedule"] = {"starts_at": starts, **({"ends_at": ends} if ends else {})}
        if hours:
            try:
                params["expires_in"] = float(hours.replace(",", ".")) * 3600
            except ValueError:
                raise _Field("Expires after, in hours", f"cannot read {hours!r} as a number of hours") from None
        return params

    def _time(self, field: str) -> Optional[datetime]:
        text = self._text(field)
        if text is None:
            return None
        try:
            return datetime.strptime(text, "%Y-%m-%d %H:%M").astimezone(timezone.utc)
        except ValueError:
            raise _Field(field, f"cannot read {text!r} as a time: write it as 2030-05-01 14:00") from None

    def _created(self, request: SessionRequest) -> None:
        self.close()
        self._created_then(request)

    def _refused(self, error: Exception) -> None:
        """Nothing is lost: what was written stays, and what is wrong is named and marked."""
        self._make.set_sensitive(True)
        field = error.field if isinstance(error, _Field) else None
        if isinstance(error, InvalidParams) and error.path:
            field = PATHS.get(error.path)
        if field:
            self._rows[field].add_css_class("error")
            self._rows[field].grab_focus()
        text = str(error)
        self._problem.set_label(text[:1].upper() + text[1:])
        self._problem.set_visible(True)


class _Field(ValueError):
    """What stands in a field cannot be read."""

    def __init__(self, field: str, text: str) -> None:
        super().__init__(text)
        self.field = field
