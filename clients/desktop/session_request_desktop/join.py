"""`session-request-join`: from the command line to a window or a terminal."""

from __future__ import annotations

import argparse
import os
import sys
from typing import Optional

from . import VERSION, dialogs, language, links, settings
from .conversation import Conversation
from .hosts import KnownHosts
from .language import _
from .portal import PortalError, resolve_code
from .refusals import code_refusal

_DESCRIPTION = """\
Lets a support agent who sent you a link connect to this computer, if you allow it, until you take that back.

LINK is the link that you were sent (https://.../s/...), a session-request:// address, or the code of nine digits."""


def main(arguments: Optional[list] = None) -> int:
    parser = argparse.ArgumentParser(
        prog="session-request-join", description=_DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("link", metavar="LINK", nargs="?")
    parser.add_argument("--portal", metavar="ADDRESS", help="where codes are known, such as https://help.example.com")
    parser.add_argument("--terminal", action="store_true", help="use the terminal, although there is a display")
    parser.add_argument("--version", action="version", version=VERSION)
    given = parser.parse_args(arguments)
    language.speak(language.account_tag())
    speaker = dialogs.Dialogs(wants_terminal=given.terminal)
    try:
        settled = settings.read(settings.files())
        text = given.link if given.link is not None else speaker.ask_for_link()
        if text is None:
            return 1
        what = links.argument(text.strip())
        if isinstance(what, links.Connect):
            return speaker.hand_over(
                "session-request-open", f"{links.SCHEME}://connect/{what.id}",
                _("This address is for support agents: it connects to somebody's computer. The program for that, "
                  "{program}, is not installed here.", program="session-request-open"))
        hosts = KnownHosts(trusted=settled.trusted)
        if isinstance(what, links.Code):
            what = _resolved(what, given.portal, settled, hosts, speaker)
            if what is None:
                return 1
    except (settings.SettingsError, links.LinkError, PortalError) as error:
        speaker.say(_("Cannot begin"), code_refusal(error) if isinstance(error, PortalError) else str(error))
        return 3 if not isinstance(error, PortalError) else 1

    def conversation_of(show, ended) -> Conversation:
        return Conversation(what, settled, hosts, show, ended)

    if speaker.has_window:
        from .window import WindowClient

        client = WindowClient(what, conversation_of)
        client.run(None)
        return client.status()
    if not sys.stdin.isatty():
        speaker.say_that_nobody_is_there()
        return 1
    from .terminal import TerminalClient

    return TerminalClient(what, conversation_of).run()


def _resolved(code, address, settled, hosts, speaker) -> Optional[links.Link]:
    """The link of a code, from the portal that was named and, if it is a new one, agreed to."""
    portal = links.portal(address) if address else settled.portal
    if portal is None:
        raise links.LinkError(_(
            "cannot use a code without knowing whose it is: give --portal and the address of the page, or the link itself"))
    if portal not in hosts:
        if not speaker.confirm(
                _("Talk to {host}?", host=portal.host),
                _("The code is looked up at {address}, which this program has not talked to before. Go on only if you know "
                  "it and expect help from there.", address=portal.address), _("Continue")):
            return None
        hosts.add(portal)
    return resolve_code(portal, code)


if __name__ == "__main__":
    os.umask(0o077)
    sys.exit(main())
