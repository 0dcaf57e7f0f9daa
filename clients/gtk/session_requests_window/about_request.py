"""The fields of what a session request is about, which are filled in when it is made and when it is changed."""

from __future__ import annotations

from typing import Any, Dict, List, Optional

from gi.repository import Gtk

from . import texts
from .board import Request
from .desk_fields import LanguageField
from .fields import Choice, Line, Text
from .problems import Unreadable
from .translation import _


class RecipientFields:
    """The person who needs help."""

    def __init__(self) -> None:
        self.name = Line(_("Name"), "/recipient/name", purpose=Gtk.InputPurpose.NAME)
        self.email = Line(_("Email"), "/recipient/email", purpose=Gtk.InputPurpose.EMAIL)
        self.phone = Line(_("Phone"), "/recipient/phone", purpose=Gtk.InputPurpose.PHONE)
        self.language = LanguageField()
        self.all = (self.name, self.email, self.phone, self.language)

    def values(self) -> Dict[str, Optional[str]]:
        return {"name": self.name.text, "email": self.email.text, "phone": self.phone.text, "language": self.language.tag}

    def fill(self, values: Dict[str, Optional[str]]) -> None:
        self.name.text, self.email.text, self.phone.text = values["name"], values["email"], values["phone"]
        self.language.tag = values["language"]


class SubjectFields:
    """What it is about, and where else it is known."""

    def __init__(self) -> None:
        self.subject = Line(_("Subject"), "/subject")
        self.comments = Text(_("Comments"), "/comments")
        self.tags = Line(_("Tags, with commas between them"), "/tags")
        self.priority: Choice[str] = Choice(
            _("Priority"), [(label, priority) for priority, label in texts.PRIORITIES.items()], "/priority")
        self.priority.chosen = "normal"
        self.system = Line(_("System"), "/externalReference/system")
        self.number = Line(_("Number"), "/externalReference/id")
        self.address = Line(_("Web address"), "/externalReference/url", purpose=Gtk.InputPurpose.URL)
        self.all = (self.subject, self.comments, self.tags, self.priority)
        self.ticket = (self.system, self.number, self.address)

    def values(self) -> Dict[str, Any]:
        """As the service takes them; Unreadable if half of a ticket is missing."""
        ticket = {name: text for name, text in (
            ("system", self.system.text), ("id", self.number.text), ("url", self.address.text)) if text}
        for name, path in (("system", "/externalReference/system"), ("id", "/externalReference/id")):
            if ticket and name not in ticket:
                raise Unreadable(path, _("A ticket needs both its system and its number."))
        tags: List[str] = [tag.strip() for tag in (self.tags.text or "").split(",") if tag.strip()]
        return {
            "subject": self.subject.text, "comments": self.comments.text, "tags": tags,
            "priority": self.priority.chosen, "external_reference": ticket or None}

    def fill(self, values: Dict[str, Any]) -> None:
        self.subject.text, self.comments.text = values["subject"], values["comments"]
        self.tags.text, self.priority.chosen = ", ".join(values["tags"]), values["priority"]
        ticket = values["external_reference"] or {}
        self.system.text, self.number.text = ticket.get("system"), ticket.get("id")
        self.address.text = ticket.get("url")


def recipient_of(request: Request) -> Dict[str, Optional[str]]:
    """What the service knows, as the fields have it."""
    given = request.recipient
    return {"name": given.name, "email": given.email, "phone": given.phone, "language": given.language}


def subject_of(request: Request) -> Dict[str, Any]:
    """What the service knows, as the fields have it."""
    ticket = request.external_reference
    known = ticket and {
        name: text for name, text in (("system", ticket.system), ("id", ticket.id), ("url", ticket.url)) if text}
    return {
        "subject": request.subject, "comments": request.comments, "tags": list(request.tags),
        "priority": request.priority, "external_reference": known}
