"""Fields that only a support desk has: who, in which language, when, until when."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Dict, List, Literal, Optional, Tuple, Union

from gi.repository import Adw, Gtk
from session_request import Assignee, AssigneeInput, Desk

from . import moments, texts
from .fields import Choice, Field, Line, named
from .problems import Unreadable
from .translation import _
from .work import Work

# Those that the page behind the link and the messages speak.
LANGUAGES = ("en", "de", "es", "fr", "it", "nl", "pl", "pt-BR", "ja", "ar")
_ANOTHER = "another"
_AT_A_TIME = timedelta(0)
Given = Union[None, Literal["me"], AssigneeInput]


class LanguageField(Choice[Optional[str]]):
    """The recipient's language: one that the desk speaks, or any other by its tag."""

    def __init__(self) -> None:
        spoken = [(moments.language_name(tag), tag) for tag in LANGUAGES]
        super().__init__(
            _("Language"), [(_("As the desk has it"), None), *spoken, (_("Another"), _ANOTHER)], "/recipient/language")
        self._tag = Line(_("Language tag, such as pt-PT"))
        self._tag.changed = self.touched
        self._tag.row.set_visible(False)
        self.rows = [self.row, self._tag.row]
        self.row.connect("notify::selected", lambda *_: self._tag.row.set_visible(self.chosen == _ANOTHER))

    @property
    def tag(self) -> Optional[str]:
        return self._tag.text if self.chosen == _ANOTHER else self.chosen

    @tag.setter
    def tag(self, tag: Optional[str]) -> None:
        is_known = tag is None or tag in LANGUAGES
        self.chosen = tag if is_known else _ANOTHER
        self._tag.text = None if is_known else tag


class AssigneeField(Choice[Given]):
    """Whose it is: nobody's, mine, an agent's, a queue's, or whoever's is signed in on a client."""

    def __init__(self, work: Work, now: Optional[Assignee] = None) -> None:
        first: List[Tuple[str, Given]] = [(_("Nobody"), None), (_("Me"), "me")]
        if now is not None:
            first.append((texts.assignee(now, {}), {"type": now.type, "id": now.id}))
        super().__init__(_("Assign to"), first, "/assignee")
        if now is not None:
            self.row.set_selected(2)
        work.call(self._possible, self._learned, lambda _: None)

    @staticmethod
    def _possible(desk: Desk) -> List[Tuple[str, Given]]:
        found: List[Tuple[str, Given]] = [
            (texts.assignee_queue(queue.name), {"type": "queue", "id": queue.id}) for queue in desk.queue.list()]
        found += [(agent.user, {"type": "agent", "id": agent.user}) for agent in desk.agent.list()]
        return found + [
            (_("Client {name}").format(name=f"{client.client_id} ({client.user})"), {"type": "client", "id": client.client_id})
            for client in desk.client.list() if client.client_id]

    def _learned(self, found: List[Tuple[str, Given]]) -> None:
        names = {str(option): label for label, option in found}
        known = [(names.get(str(option), label), option) for label, option in self.options]
        self.set_options([*known, *(each for each in found if each[1] not in [option for _, option in known])])


class MomentField(Line):
    """A time: typed, or its day taken from a calendar."""

    def __init__(self, title: str, *paths: str, usual_clock: str = "09:00") -> None:
        super().__init__(title, *paths)
        self._usual_clock = usual_clock
        calendar = Gtk.Calendar()
        popover = Gtk.Popover(child=calendar)
        calendar.connect("day-selected", lambda _: self._take(calendar))
        button = Gtk.MenuButton(
            icon_name="x-office-calendar-symbolic", popover=popover, valign=Gtk.Align.CENTER, css_classes=["flat"],
            tooltip_text=_("Choose a day"))
        named(button, f"{title}: {_('Choose a day')}")
        self.row.add_suffix(button)

    def _take(self, calendar: Gtk.Calendar) -> None:
        clock = (self.text or "").partition(" ")[2] or self._usual_clock
        self.text = f"{calendar.get_date().format('%Y-%m-%d')} {clock}"

    def moment(self, zone: Optional[str] = None) -> Optional[datetime]:
        """The time on the clock of a zone, or of this computer; Unreadable if it is none."""
        if self.text is None:
            return None
        try:
            return moments.read(self.text, zone)
        except ValueError:
            raise Unreadable(self.paths[0], _("“{text}” is no time. Write it as 2030-05-01 14:00.").format(
                text=self.text)) from None


# Searching needs an expression, which GTK makes from a description only.
_SEARCHED = """<interface><object class="GtkDropDown" id="menu"><property name="enable-search">1</property>
<property name="expression"><lookup type="GtkStringObject" name="string"/></property></object></interface>"""


class ZoneField(Field):
    """The time zone in which the recipient is told the time."""

    def __init__(self, chosen: Optional[str] = None) -> None:
        super().__init__("/schedule/timeZone")
        name = chosen or moments.local_zone_name()
        zones = sorted((moments.zone_label(each), each) for each in {*moments.zone_names(), name})
        self._names = [each for _, each in zones]
        self._menu = Gtk.Builder.new_from_string(_SEARCHED, -1).get_object("menu")
        self._menu.set_model(Gtk.StringList.new([label for label, _ in zones]))
        self._menu.set_selected(self._names.index(name))
        self._menu.set_valign(Gtk.Align.CENTER)
        self._menu.connect("notify::selected", lambda *_: self.touched())
        row = Adw.ActionRow(title=_("Time zone"), activatable_widget=self._menu)
        row.add_suffix(self._menu)
        self.rows = [row]

    @property
    def name(self) -> str:
        return self._names[self._menu.get_selected()]


class ExpiryField(Choice[Optional[timedelta]]):
    """Until when the link can be used."""

    def __init__(self, nothing: str) -> None:
        spans = [timedelta(hours=1), timedelta(hours=8), timedelta(days=1), timedelta(days=3), timedelta(days=7)]
        super().__init__(_("Expires"), [
            (nothing, None), *((moments.ahead(each), each) for each in spans), (_("At a time"), _AT_A_TIME)],
            "/expiresIn", "/expiresAt")
        self._at = MomentField(_("Expires at"), "/expiresAt", usual_clock="18:00")
        self._at.changed = self.touched
        self._at.row.set_visible(False)
        self.rows = [self.row, self._at.row]
        self.row.connect("notify::selected", lambda *_: self._at.row.set_visible(self.chosen == _AT_A_TIME))

    def params(self) -> Dict[str, Any]:
        """As the service takes it; nothing if nothing was chosen."""
        if self.chosen is None:
            return {}
        if self.chosen != _AT_A_TIME:
            return {"expires_in": self.chosen}
        at = self._at.moment()
        if at is None:
            raise Unreadable("/expiresAt", _("Say when it expires."))
        return {"expires_at": at}
