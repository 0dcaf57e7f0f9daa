"""One question to the desk, by the command line that is installed: its socket, its roles, its errors."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import Optional

from .language import _
from .shown import shown

_SECONDS = 30


class DeskError(Exception):
    """The desk refused or cannot be reached, or its command line is missing; the text says what to do.

    `sentence` and `advice` are what cannot be done and the way out, where the command line said so; else empty.
    """

    def __init__(self, text: str, sentence: str = "", advice: str = ""):
        super().__init__(text)
        self.sentence = sentence
        self.advice = advice


class Desk:
    def __init__(self, beside: Optional[str] = None):
        """`beside`: a folder in which the command line is looked for after PATH."""
        found = shutil.which("session-request") or (shutil.which("session-request", path=beside) if beside else None)
        if found is None:
            raise DeskError(_("cannot reach the support desk: {program} is not installed; install that package",
                              program="session-request"))
        self._program = found

    def get(self, number: int) -> dict:
        return self._asked("sessionRequest.get", {"id": number})["sessionRequest"]

    def explain(self, number: int) -> str:
        """Why it cannot be connected now, in a sentence."""
        return shown(self._asked("sessionRequest.explain", {"id": number}).get("message"), 512)

    def launch(self, number: int, revision: int) -> None:
        """Connects, if nothing has changed since `revision`, and starts the agent's client."""
        done = self._run(
            ["connect", str(number), "--yes", "--if-revision", str(revision)], seconds=None)
        if done.returncode != 0:
            raise _failure(done.stderr, _("{program} ended with {status}", program="session-request", status=done.returncode))

    def replace_by_connect(self, number: int, revision: int) -> None:
        """As `launch`, in place of this program: for clients that need the terminal that we have."""
        os.execv(self._program, [self._program, "connect", str(number), "--yes", "--if-revision", str(revision)])

    def _asked(self, method: str, params: dict) -> dict:
        done = self._run(["call", method, json.dumps(params)], _SECONDS)
        try:
            answer = json.loads(done.stdout)
        except ValueError:
            answer = None
        if done.returncode != 0 or not isinstance(answer, dict):
            raise _failure(done.stderr, _("The support desk cannot be reached at the moment"))
        return answer

    def _run(self, arguments: list, seconds: Optional[float]) -> subprocess.CompletedProcess:
        try:
            return subprocess.run(
                [self._program, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                timeout=seconds, check=False)
        except subprocess.TimeoutExpired:
            raise DeskError(_("The support desk cannot be reached at the moment")) from None
        except OSError as error:
            raise DeskError(_("cannot start {program}: {cause}; install it anew", program="session-request",
                              cause=error.strerror)) from None


def _failure(stderr: bytes, otherwise: str) -> DeskError:
    """What the command line said: a line with what cannot be done, and lines with the way out."""
    said = stderr.decode("utf-8", "replace")
    own = "session-request: "
    if not said.startswith(own):
        return DeskError(shown(said, 600) or otherwise)
    said = said[len(own):]
    sentence, _end, advice = said.partition("\n")
    return DeskError(shown(said, 600), shown(sentence, 600), shown(advice, 600))
