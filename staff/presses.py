"""One order at a time from press to answer, and the same key again when the answer was lost.

It knows nothing of buttons: they ask `standing` whether they may be pressed.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from domain.errors import Busy, InProgress, Refusal
from domain.ports import Press, StaffPort
from staff.orders import Answer, Order, perform
from staff.wiring import Worker


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of the last press: `asking`, its answer is under way; `lost`, it did not come.

    `why` is the Busy or other exception that stood in the answer's place.
    """

    asking: Order | None = None
    lost: Order | None = None
    why: Exception | None = None

    @property
    def is_free(self) -> bool:
        return self.asking is None and self.lost is None


@dataclass(frozen=True, slots=True)
class Answered:
    order: Order
    answer: Answer


@dataclass(frozen=True, slots=True)
class Refused:
    order: Order
    why: Refusal


class Presses(QObject):
    """Makes each press's key, and keeps it until there is an answer or the person lets it go.

    Signals:
        standing_changed(Standing): newest wins.
        answered(Answered), refused(Refused): once for each press, before `standing_changed` says
            that the desk is free again.
    """

    standing_changed = Signal(object)
    answered = Signal(object)
    refused = Signal(object)

    def __init__(self, port: StaffPort, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._port = port
        self._worker = worker
        self._press = Press()
        self.standing = Standing()

    def give(self, order: Order) -> bool:
        """Press: True when the order is under way, False when another one is not answered yet.

        While an answer is lost, the same order again is the same press again.
        """
        if order == self.standing.lost:
            self.again()
            return True
        if not self.standing.is_free:
            return False
        self._press = Press()
        self._ask(order)
        return True

    @Slot()
    def again(self) -> None:
        """Ask again for the lost answer, with the key of the first press."""
        if self.standing.lost is not None:
            self._ask(self.standing.lost)

    @Slot()
    def let_go(self) -> None:
        """Ask no more for a lost answer; the next press is a new one."""
        if self.standing.lost is not None:
            self._stand(Standing())

    def _ask(self, order: Order) -> None:
        self._stand(Standing(asking=order))
        work = functools.partial(perform, self._port, self._press, order)
        self._worker.run(work, self._came, self._failed)

    @Slot(object)
    def _came(self, answer: Answer) -> None:
        order = self.standing.asking
        if order is not None:
            self.answered.emit(Answered(order, answer))
            self._stand(Standing())

    @Slot(object)
    def _failed(self, why: Exception) -> None:
        order = self.standing.asking
        if order is None:
            return
        if isinstance(why, Refusal) and not isinstance(why, Busy | InProgress):
            self.refused.emit(Refused(order, why))
            self._stand(Standing())
        else:
            self._stand(Standing(lost=order, why=why))

    def _stand(self, standing: Standing) -> None:
        self.standing = standing
        self.standing_changed.emit(standing)
