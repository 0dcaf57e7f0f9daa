"""How long to wait before trying again."""

from __future__ import annotations

from .limits import FIRST_PAUSE, LONGEST_PAUSE


class Backoff:
    """Twice as long each time, up to a bound, less up to half of it by chance, so that many clients that lost the same
    service do not come back at once. A value, without a clock.
    """

    def __init__(self) -> None:
        self._ceiling = FIRST_PAUSE

    def succeeded(self) -> None:
        """Something worked: the next wait is a short one again."""
        self._ceiling = FIRST_PAUSE

    def failed(self, random: float, minimum: float = 0.0) -> float:
        """Something failed: how many seconds to wait, at least `minimum`. `random` is from 0 up to 1."""
        pause = self._ceiling * (0.5 + random / 2)
        self._ceiling = min(self._ceiling * 2, LONGEST_PAUSE)
        return max(pause, minimum)
