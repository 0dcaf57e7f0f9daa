"""The MESSAGE_IDs of the daemon's noteworthy lines, read from the catalogue that is shipped with it."""

from machine import REPOSITORY


def _catalogue():
    subjects = {}
    text = (REPOSITORY / "contrib" / "catalog" / "session-requestd.catalog").read_text()
    for entry in text.split("\n-- ")[1:]:
        identifier, subject = entry.splitlines()[:2]
        subjects[subject.removeprefix("Subject: ")] = identifier
    return subjects


SUBJECTS = _catalogue()
STARTED = SUBJECTS["The session request desk answers"]
STOPPING = SUBJECTS["The session request desk is stopping"]
IDLE_EXIT = SUBJECTS["The session request desk has gone to sleep"]
RECOVERED = SUBJECTS["The session request desk has recovered"]
CREATED = SUBJECTS["Session request @SESSION_REQUEST_ID@ was created"]
CONNECTED = SUBJECTS["Session request @SESSION_REQUEST_ID@ is connected"]
CLOSED = SUBJECTS["Session request @SESSION_REQUEST_ID@ was closed"]
DENIED = SUBJECTS["A call was not permitted"]
RELOADED = SUBJECTS["A new configuration is in force"]
REFUSED = SUBJECTS["The configuration was refused"]
