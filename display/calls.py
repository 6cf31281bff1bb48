"""The calls of a wall: which is announced now, which wait, which were; it paints and times nothing.

A call is known by clinic, ticket and the instant it was made. Each is announced once, in the order
it came, and holds the banner until its announcement is over and for at least HOLD_S. The rules
where the specification leaves them open:

- Fresh is made within FRESH before now, by the server's clock. An older call is only recorded.
- At most MOST_WAITING calls wait. With one more, the oldest waiting is recorded without being
  announced: at HOLD_S each it is minutes old, and the newest patients must not wait behind it.
- A ticket stands in the record once, with its newest call.
- A call taken back leaves the wall at once, wherever it stands, and does not return with a
  snapshot. The announcement under way is not cut off, the next one waits for its end. The banner
  then rests on the newest call that still holds.
- A no-show leaves the banner but stays among the last calls, where a patient who is late looks.
- At the turn of the day all goes but what still has to be announced; that goes when it has been.
"""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from display.fates import Fates, remember, ticket_of
from domain.feed import Announcement, QueueUpdate, Snapshot
from domain.states import EventKind

HOLD_S = 6.0
LONGEST_ANNOUNCEMENT_S = 60.0
"""A voice that never says it is done holds up the others no longer than this."""
FRESH = dt.timedelta(minutes=2)
MOST_WAITING = 60
MOST_RECORDED = 12
SNAPSHOT_CALLS = 12
"""How many calls a snapshot carries; with fewer, they are all there are."""

_Key: TypeAlias = tuple[str, str, dt.datetime]


@dataclass(frozen=True, slots=True)
class Board:
    """What the wall shows of the calls. `announcing` says that the banner's call is new."""

    banner: Announcement | None = None
    announcing: bool = False
    history: tuple[Announcement, ...] = ()


class Calls:
    """Takes calls and what becomes of them; gives one call at a time to announce.

    Times come in as parameters: `now` is the server's clock, aware UTC; `elapsed` counts seconds
    and never jumps.
    """

    def __init__(self) -> None:
        self._waiting: deque[Announcement] = deque()
        self._record: list[Announcement] = []
        self._on_air: Announcement | None = None
        self._began = 0.0
        self._spoken = True
        self._withdrawn = False
        self._known: OrderedDict[_Key, None] = OrderedDict()
        self._fates = Fates()
        self._day_began: dt.datetime | None = None

    @property
    def waiting(self) -> int:
        """How many calls wait for their announcement."""
        return len(self._waiting)

    @property
    def is_busy(self) -> bool:
        """Whether a call is being announced or waits to be."""
        return self._on_air is not None or bool(self._waiting)

    def board(self, shown: int) -> Board:
        """The banner and so many of the other last calls, newest first."""
        announcing = self._on_air is not None and not self._withdrawn
        holding = [call for call in self._record if announcing or not self._fates.is_missed(call)]
        banner = holding[0] if holding else None
        history = tuple(call for call in self._record if call is not banner)[:shown]
        return Board(banner, announcing, history)

    def take(self, update: QueueUpdate, now: dt.datetime) -> None:
        """Take one change of a clinic: a new call, or what becomes of an old one."""
        self._fates.follow(update)
        call = update.announcement
        if call is not None:
            self._add(call, now)
        elif update.kind is EventKind.RESET:
            self._drop(lambda each: each.clinic == update.clinic and each.at <= update.at)
        else:
            self._drop(self._fates.is_taken_back)
        if self._on_air is not None and self._fates.is_missed(self._on_air):
            self._withdrawn = True

    def resync(self, snapshot: Snapshot, now: dt.datetime) -> None:
        """Take the last calls whole, after a time in which some may have been missed."""
        listed = {ticket_of(call) for call in snapshot.calls}
        whole = len(snapshot.calls) < SNAPSHOT_CALLS
        since = min((call.at for call in snapshot.calls), default=snapshot.at)
        self._drop(
            lambda call: (
                ticket_of(call) not in listed
                and (whole or since <= call.at)
                and call.at <= snapshot.at
                and not self._is_of_yesterday(call)
            )
        )
        for call in reversed(snapshot.calls):
            self._add(call, now)

    def begin_day(self, began_at: dt.datetime) -> None:
        """Clear what was called before; what has still to be announced goes when it has been."""
        self._day_began = began_at
        self._prune()

    def next_to_announce(self, elapsed: float) -> Announcement | None:
        """The call whose turn it is to be announced now, or None while another holds the banner."""
        if self.remaining_s(elapsed) > 0:
            return None
        self._on_air = None
        self._prune()
        if not self._waiting:
            return None
        call = self._waiting.popleft()
        self._on_air, self._began, self._spoken, self._withdrawn = call, elapsed, False, False
        self._enter(call)
        return call

    def spoken(self, call: Announcement) -> None:
        """Take the voice's word that this call has been heard."""
        if call == self._on_air:
            self._spoken = True

    def remaining_s(self, elapsed: float) -> float:
        """How long at most the call being announced still holds the others up; 0 when none does."""
        if self._on_air is None:
            return 0.0
        hold = 0.0 if self._withdrawn else HOLD_S
        return max(0.0, self._began + (hold if self._spoken else LONGEST_ANNOUNCEMENT_S) - elapsed)

    def _add(self, call: Announcement, now: dt.datetime) -> None:
        key = (call.clinic, call.ticket, call.at)
        if key in self._known or self._fates.is_taken_back(call):
            return
        remember(self._known, key, None)
        if now - call.at > FRESH:
            self._enter(call)
            return
        self._waiting.append(call)
        if len(self._waiting) > MOST_WAITING:
            self._enter(self._waiting.popleft())

    def _enter(self, call: Announcement) -> None:
        """Put the call into the record, in place of an older one of the same ticket."""
        same = [each for each in self._record if ticket_of(each) == ticket_of(call)]
        if call is not self._on_air and any(
            each is self._on_air or each.at > call.at for each in same
        ):
            return
        self._record = [each for each in self._record if each not in same]
        self._record.append(call)
        self._record.sort(key=self._rank, reverse=True)
        self._prune()

    def _rank(self, call: Announcement) -> tuple[bool, dt.datetime]:
        return call is self._on_air, call.at

    def _prune(self) -> None:
        """Keep the newest of today, and whichever is being announced."""
        kept = [c for c in self._record if c is self._on_air or not self._is_of_yesterday(c)]
        self._record = kept[:MOST_RECORDED]

    def _is_of_yesterday(self, call: Announcement) -> bool:
        return self._day_began is not None and call.at < self._day_began

    def _drop(self, gone: Callable[[Announcement], bool]) -> None:
        self._waiting = deque(call for call in self._waiting if not gone(call))
        self._record = [call for call in self._record if not gone(call)]
        if self._on_air is not None and gone(self._on_air):
            self._withdrawn = True
