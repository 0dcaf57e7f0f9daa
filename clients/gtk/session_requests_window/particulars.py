"""What is known of a session request, row by row, with what can be copied."""

from __future__ import annotations

from typing import Optional, Sequence, Tuple

from gi.repository import Adw, Gtk

from . import moments, texts
from .actions import GROUP, OWN
from .board import OVER, Request
from .fields import named
from .translation import _, isolated, left_to_right, ngettext



class Particulars(Gtk.Box):
    def __init__(self) -> None:
        super().__init__(orientation=Gtk.Orientation.VERTICAL)
        self._group: Optional[Adw.PreferencesGroup] = None

    def show_request(self, request: Request) -> None:
        if self._group:
            self.remove(self._group)
        self._group = Adw.PreferencesGroup()
        for title, text, actions in self._rows(request):
            if text:
                self._group.add(_row(title, text, actions))
        self.append(self._group)

    @staticmethod
    def _rows(request: Request) -> Sequence[Tuple[str, Optional[str], Tuple[str, ...]]]:
        now, recipient, join = moments.now(), request.recipient, request.join
        client = join.client if join else None
        ticket = request.external_reference
        rows: Sequence[Tuple[str, Optional[str], Tuple[str, ...]]] = (
            (_("Link"), request.link and left_to_right(request.link), ("copyLink", "showQRCode")),
            (_("Code"), request.code and texts.code(request.code), ("copyCode",)),
            (_("Subject"), request.subject, ()),
            (_("Comments"), request.comments, ()),
            (_("Address"), texts.target(join.target) if join else None, ()),
            (_("Program"), client and " ".join(filter(None, (client.name, client.version, client.platform))), ()),
            (_("Denied"), request.denials and ngettext("{count} time", "{count} times", request.denials).format(
                count=request.denials), ()),
            (_("Assigned to"), texts.assignee(request.assignee), ()),
            (_("Place in the queue"), str(request.queue_position) if request.queue_position else None, ()),
            (_("Scheduled"), moments.span(request.schedule, now) if request.schedule else None, ()),
            (_("Expires"), moments.moment(request.expires_at, now) if request.status not in OVER else None, ()),
            (_("Priority"), texts.PRIORITIES[request.priority] if request.priority != "normal" else None, ()),
            (_("Tags"), ", ".join(request.tags), ()),
            (_("Email"), recipient.email and left_to_right(recipient.email), ()),
            (_("Phone"), recipient.phone and left_to_right(recipient.phone), ()),
            (_("Language"), recipient.language and moments.language_name(recipient.language), ()),
            (_("Invitation by email"), texts.delivery(request.invitation.email, now), ()),
            (_("Invitation by SMS"), texts.delivery(request.invitation.sms, now), ()),
            (_("Ticket"), ticket and f"{isolated(ticket.system)} {left_to_right(ticket.id)}", ()),
            (_("Ticket's web address"), ticket and ticket.url and left_to_right(ticket.url), ()),
            *((name, value, ()) for name, value in (request.custom_fields or {}).items()),
            (_("Reason"), request.closed and texts.REASONS.get(request.closed.reason, request.closed.reason), ()),
            (_("Note"), request.closed and request.closed.note, ()),
            (_("Rating"), request.feedback and " ".join(filter(None, (
                "★" * request.feedback.rating + "☆" * (5 - request.feedback.rating), request.feedback.comment))), ()),
        )
        return rows


def _row(title: str, text: str, actions: Tuple[str, ...]) -> Adw.ActionRow:
    row = Adw.ActionRow(use_markup=False, title=title, subtitle=text, subtitle_lines=0)
    for action in actions:
        label = OWN[action][0]
        button = Gtk.Button(
            valign=Gtk.Align.CENTER, css_classes=["flat"], tooltip_text=label, action_name=f"{GROUP}.{action}")
        if action == "showQRCode":
            button.set_label("QR")
        else:
            button.set_icon_name("edit-copy-symbolic")
        named(button, label)
        row.add_suffix(button)
    return row
