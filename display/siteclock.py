"""The time at the site, by the server's clock when it was heard and by this machine's until then.

A cheap PC may wake up in the year 2000 and be put right later. Once the server has told the time,
only the seconds that passed since count, sleep included; a jump of this machine's clock moves
nothing.
"""

from __future__ import annotations

import datetime as dt
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_log = logging.getLogger(__name__)


def _utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _elapsed_s() -> float:
    """Seconds that never jump; where the system can, those asleep are counted too."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


@dataclass(frozen=True, slots=True)
class Clocks:
    """This machine's two clocks: `wall` (aware UTC) may jump, `elapsed` (seconds) only goes on."""

    wall: Callable[[], dt.datetime] = _utc_now
    elapsed: Callable[[], float] = _elapsed_s


class SiteClock:
    """What time it is where the wall hangs, and when its service day began."""

    def __init__(self, clocks: Clocks) -> None:
        self._clocks = clocks
        self._anchor: tuple[dt.datetime, float] | None = None
        self._zone: dt.tzinfo | None = None
        self._turns_at = dt.time(5)

    def settle(self, time_zone: str, turns_at: dt.time) -> None:
        """Take the site's zone, e.g. Asia/Qatar, and the local time at which its day turns."""
        try:
            self._zone = ZoneInfo(time_zone)
        except (ZoneInfoNotFoundError, ValueError):
            _log.warning("The time zone %r is not known here; the wall shows UTC", time_zone)
            self._zone = dt.UTC
        self._turns_at = turns_at

    def set(self, at: dt.datetime) -> None:
        """Take the server's time as it is this instant."""
        self._anchor = (at, self._clocks.elapsed())

    def reached(self, at: dt.datetime) -> None:
        """Take word of something that happened then: it cannot be earlier now."""
        if self._anchor is not None and at > self.now():
            self.set(at)

    @property
    def zone(self) -> dt.tzinfo | None:
        """The site's time zone; None, which is this machine's, until it is known."""
        return self._zone

    def elapsed(self) -> float:
        """Seconds for measuring how long something lasts."""
        return self._clocks.elapsed()

    def now(self) -> dt.datetime:
        """The instant, aware UTC."""
        if self._anchor is None:
            return self._clocks.wall()
        at, since = self._anchor
        return at + dt.timedelta(seconds=self._clocks.elapsed() - since)

    def local(self, at: dt.datetime | None = None) -> dt.datetime:
        """An instant, or now, as the clock of the site shows it."""
        return (self.now() if at is None else at).astimezone(self._zone)

    def day_began_at(self) -> dt.datetime:
        """The instant at which the service day of now began, aware UTC; never after now.

        Instants are compared, not local times: where clocks change at the boundary it may not
        exist, or come twice, and the day still begins once.
        """
        now = self.now()
        today = now.astimezone(self._zone).date()
        began = self._boundary(today)
        return began if began <= now else self._boundary(today - dt.timedelta(days=1))

    def _boundary(self, day: dt.date) -> dt.datetime:
        return dt.datetime.combine(day, self._turns_at, self._zone).astimezone(dt.UTC)
