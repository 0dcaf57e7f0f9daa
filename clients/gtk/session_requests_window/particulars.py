"""What is known of a session request, row by row, with what can be copied."""

from __future__ import annotations

from typing import Mapping, Optional, Sequence, Tuple

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

    def show_request(self, request: Request, queues: Mapping[str, str]) -> None:
        if self._group:
            self.remove(self._group)
        self._group = Adw.PreferencesGroup()
        for title, text, actions in self._rows(request, queues):
            if text:
                self._group.add(_row(title, text, actions))
        self.append(self._group)

    @staticmethod
    def _rows(request: Request, queues: Mapping[str, str]) -> Sequence[Tuple[str, Optional[str], Tuple[str, ...]]]:
        now, recipient, join, closed = moments.now(), request.recipient, request.join, request.closed
        client, ticket = join.client if join else None, request.external_reference
        rating = request.feedback
        rows: Sequence[Tuple[str, Optional[str], Tuple[str, ...]]] = (
            (_("Link"), request.link and left_to_right(request.link), ("copyLink", "showQRCode")),
            (_("Code"), request.code and texts.code(request.code), ("copyCode",)),
            (_("Subject"), request.subject, ()),
            (_("Comments"), request.comments, ()),
            (_("Address"), texts.target(join.target) if join else None, ()),
            (_("Program"), " ".join(filter(None, (
                client.name, client.version, client.platform))) if client else None, ()),
            (_("Denied"), ngettext("{count} time", "{count} times", request.denials).format(
                count=request.denials) if request.denials else None, ()),
            (_("Assigned to"), texts.assignee(request.assignee, queues), ()),
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
            (_("Ticket"), f"{isolated(ticket.system)} {left_to_right(ticket.id)}" if ticket else None, ()),
            (_("Ticket's web address"), left_to_right(ticket.url) if ticket and ticket.url else None, ()),
            *((name, value, ()) for name, value in (request.custom_fields or {}).items()),
            (_("Reason"), texts.REASONS.get(closed.reason, closed.reason) if closed else None, ()),
            (_("Note"), closed.note if closed else None, ()),
            (_("Rating"), " ".join(filter(None, (
                "★" * rating.rating + "☆" * (5 - rating.rating), rating.comment))) if rating else None, ()),
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
