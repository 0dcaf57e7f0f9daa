"""Short questions and messages: in a window, by zenity, or on the terminal, whichever there is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import Optional

from . import NAME
from .language import _

# What makes a window, as Debian names it.
_PACKAGES = "python3-gi gir1.2-gtk-4.0 gir1.2-adw-1"


class Dialogs:
    def __init__(self, wants_terminal: bool = False):
        has_display = bool(os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY")) and not wants_terminal
        #: Whether there are a display and GTK 4 with libadwaita to show a window of our own.
        self.has_window = has_display and _has_toolkit()
        self._zenity = shutil.which("zenity") if has_display and not self.has_window else None
        self._notify = shutil.which("notify-send") if has_display else None

    def say(self, title: str, text: str) -> None:
        """Tells what went wrong, where the person looks: a program that a browser starts has no terminal."""
        text = text[:1].upper() + text[1:]
        print(f"{title}: {text}", file=sys.stderr, flush=True)
        if sys.stderr.isatty():
            return
        if self.has_window:
            _window(title, text, closing=_("Close"))
        elif self._zenity:
            self._run_zenity("--error", "--no-markup", f"--text={title}\n\n{text}")
        elif self._notify:
            subprocess.run([self._notify, "--app-name", NAME, "--", title, text], check=False, timeout=30)

    def confirm(self, title: str, text: str, label: str) -> bool:
        """Whether the person agrees. Where nobody can be asked, nobody agrees."""
        if self.has_window:
            return _window(title, text, label) is not None
        if self._zenity:
            return self._run_zenity(
                "--question", "--no-markup", "--default-cancel", f"--ok-label={label}", f"--text={title}\n\n{text}"
            ).returncode == 0
        if not sys.stdin.isatty():
            self.say(title, _nobody())
            return False
        yes_or_no = _("y/N")
        print(f"{title}\n{text}\n{label}? [{yes_or_no}] ", end="", file=sys.stderr, flush=True)
        return sys.stdin.readline().strip().lower() in ("y", "yes", *_("y yes").split())

    def ask_for_link(self) -> Optional[str]:
        """What the person types or pastes; None if nothing."""
        question = _("Enter the link that you were sent, or its code of nine digits")
        if self.has_window:
            return _window(_("Join a session request"), question, _("Continue"), asks=_("Link or code")) or None
        if self._zenity:
            done = self._run_zenity("--entry", f"--text={question}:")
            return done.stdout.decode("utf-8", "replace").strip() or None if done.returncode == 0 else None
        if not sys.stdin.isatty():
            self.say(_("Cannot begin"), _("no link was given; see {command}", command="session-request-join --help"))
            return None
        print(f"{question}: ", end="", file=sys.stderr, flush=True)
        return sys.stdin.readline().strip() or None

    def say_that_nobody_is_there(self) -> None:
        self.say(_("Cannot begin"), _nobody())

    def hand_over(self, program: str, uri: str, missing: str) -> int:
        """Goes on as the other program of the scheme, or says that it is missing."""
        found = shutil.which(program) or shutil.which(program, path=os.path.dirname(os.path.realpath(sys.argv[0])))
        if found is None:
            self.say(_("Cannot open this address"), missing)
            return 1
        os.execv(found, [found, uri])

    def _run_zenity(self, *arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [self._zenity, f"--title={NAME}", "--width=440", *arguments], stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, check=False)


def _nobody() -> str:
    return _("cannot ask you: there is neither a display with GTK 4 and libadwaita for Python (Debian: {packages}), nor a "
             "terminal", packages=_PACKAGES)


def _has_toolkit() -> bool:
    try:
        import gi

        gi.require_version("Gtk", "4.0")
        gi.require_version("Adw", "1")
        from gi.repository import Adw, Gtk

        return Gtk.init_check() and Adw is not None
    except (ImportError, ValueError):
        return False


def _window(title: str, text: str, label: Optional[str] = None, closing: str = "", asks: str = "") -> Optional[str]:
    """None when it was closed; else, when `label` was pressed, what was typed."""
    from gi.repository import Adw, Gio, Gtk

    from . import icons
    from .page import Page
    from .views import Button, Press, View

    given: list = []
    application = Adw.Application(
        application_id="org.session_requestd.Open", flags=Gio.ApplicationFlags.NON_UNIQUE)

    def pressed(press: Press, _choice: object) -> None:
        if press is Press.CONTINUE:
            given.append(page.typed())
        application.quit()

    page: Optional[Page] = None

    def activated(_application: Adw.Application) -> None:
        nonlocal page
        icons.add_to_theme()
        page = Page(pressed)
        buttons = [Button(Press.CONTINUE, label, is_suggested=True)] if label else []
        page.show(View("session-request", title, text, asks=asks, buttons=[*buttons, Button(Press.LEAVE, closing or _("Cancel"))]))
        box = Gtk.Box(orientation=Gtk.Orientation.VERTICAL)
        box.append(Adw.HeaderBar())
        box.append(page)
        window = Adw.ApplicationWindow(
            application=application, title=NAME, icon_name="session-request", default_width=440, default_height=460,
            content=box)
        window.present()

    application.connect("activate", activated)
    application.run(None)
    return given[0] if given else None
