"""`session-request-open`: what a desktop starts for `session-request://...`.

`connect/42` connects a support agent to session request 42: it shows recipient, scheme and address, asks, and starts
the client that the desk names for it. An address is only ever a request to ask: nothing is connected without a press.
"""

from __future__ import annotations

import argparse
import os
import sys
from typing import Optional

from . import VERSION, dialogs, language, links
from .desk import Desk, DeskError
from .language import _
from .shown import shown

_DESCRIPTION = """\
Opens an address of the scheme session-request:

  session-request://connect/42       connect to session request 42 (support agents); asks first
  session-request://join?link=LINK   let a support agent in (starts session-request-join)"""
# What the desk starts in a terminal.
_TERMINAL_SCHEMES = ("ssh",)


def main(arguments: Optional[list] = None) -> int:
    parser = argparse.ArgumentParser(
        prog="session-request-open", description=_DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("address", metavar="ADDRESS")
    parser.add_argument("--terminal", action="store_true", help="ask on the terminal, although there is a display")
    parser.add_argument("--version", action="version", version=VERSION)
    given = parser.parse_args(arguments)
    language.speak(language.account_tag())
    speaker = dialogs.Dialogs(wants_terminal=given.terminal)
    try:
        what = links.uri(given.address.strip())
    except links.LinkError as error:
        speaker.say(_("Cannot open this address"), str(error))
        return 3
    if isinstance(what, links.Link):
        return speaker.hand_over(
            "session-request-join", given.address.strip(),
            _("It lets a support agent connect to this computer. The program for that, {program}, is not installed here. "
              "Open {address} in a browser instead.", program="session-request-join", address=what.address))
    try:
        return _connect(what.id, speaker)
    except DeskError as error:
        if error.advice and f"session request {what.id}" in error.sentence:
            # It names the request by itself: with a title of ours it would be said twice.
            speaker.say(error.sentence[:1].upper() + error.sentence[1:], error.advice)
        else:
            speaker.say(_("Cannot connect session request {number}", number=what.id), str(error))
        return 1


def _connect(number: int, speaker: dialogs.Dialogs) -> int:
    desk = Desk(beside=os.path.dirname(os.path.realpath(sys.argv[0])))
    request = desk.get(number)
    join = request.get("join")
    target = join.get("target") if isinstance(join, dict) else None
    if request.get("status") != "ready" or not isinstance(target, dict):
        raise DeskError(desk.explain(number) or f"it is {shown(request.get('status'))}")
    scheme, address = shown(target.get("scheme"), 64), shown(target.get("address"))
    needs_terminal = scheme in _TERMINAL_SCHEMES
    if needs_terminal and not sys.stdin.isatty():
        raise DeskError(_("{scheme} needs a terminal: run '{command}' in one", scheme=scheme,
                          command=f"session-request connect {number}"))
    if not speaker.confirm(
            _("Connect to {recipient}?", recipient=shown(request["recipient"]["name"], 128)),
            _("Session request {number}, by {scheme}, at {address}", number=number, scheme=scheme, address=address)
            + (f": {shown(request.get('subject'))}" if request.get("subject") else ""), _("Connect")):
        return 1
    if needs_terminal:
        desk.replace_by_connect(number, request["revision"])
    desk.launch(number, request["revision"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
