"""Two programs of the desktop: the recipient's `session-request-join` and the agents' `session-request-open`."""

VERSION = "1.0.0"
#: What the programs call themselves, in every language.
NAME = "Session Request"
