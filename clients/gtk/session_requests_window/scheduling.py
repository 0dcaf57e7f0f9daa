"""When a session is to take place: the fields, and the dialog that moves it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Optional

from session_request import Schedule, ScheduleInput, SessionRequest

from . import moments
from .desk_fields import ExpiryField, MomentField, ZoneField
from .form import Act, Form
from .problems import Unreadable
from .translation import _, isolated
from .work import Work

if TYPE_CHECKING:
    from .window import Window


class ScheduleFields:
    def __init__(self, known: Optional[Schedule] = None) -> None:
        self.starts = MomentField(_("Starts"), "/schedule/startsAt", "/schedule")
        self.ends = MomentField(_("Ends"), "/schedule/endsAt", usual_clock="10:00")
        self.zone = ZoneField(known.time_zone if known else None)
        self.all = (self.starts, self.ends, self.zone)
        if known:
            zone = moments.zone(known.time_zone)
            self.starts.text = moments.written(known.starts_at, zone)
            self.ends.text = moments.written(known.ends_at, zone) if known.ends_at else None

    @staticmethod
    def explained() -> str:
        return _("Write times as 2030-05-01 14:00, on the clock of the time zone. Empty means any time.")

    def value(self) -> Optional[ScheduleInput]:
        """As the service takes it; Unreadable if a time is none, or the start is missing."""
        zone = self.zone.name
        starts, ends = self.starts.moment(zone), self.ends.moment(zone)
        if starts is None:
            if ends is not None:
                raise Unreadable("/schedule/startsAt", _("Say when it starts."))
            return None
        if ends is not None and ends <= starts:
            raise Unreadable("/schedule/endsAt", _("It cannot end before it starts."))
        given: ScheduleInput = {"starts_at": starts, "time_zone": zone}
        if ends is not None:
            given["ends_at"] = ends
        return given


class Reschedule(Form):
    """Moves a session, or leaves its time open."""

    def __init__(
        self, window: Window, work: Work, request: SessionRequest, done: Callable[[SessionRequest], None]
    ) -> None:
        super().__init__(window, work, _("Reschedule"), _("Move"), done, height=480)
        self._request = request
        self._fields_of_time = ScheduleFields(request.schedule)
        self._expiry = ExpiryField(_("Moves along"))
        self.add_fields(
            _("Session with {name}").format(name=isolated(request.recipient.name)), *self._fields_of_time.all,
            description=ScheduleFields.explained())
        self.add_fields(_("Link"), self._expiry)

    def act(self) -> Act:
        number, revision = self._request.id, self._request.revision
        schedule, expiry = self._fields_of_time.value(), self._expiry.params()
        return lambda desk: desk.session_request.reschedule(number, schedule, if_revision=revision, **expiry)
