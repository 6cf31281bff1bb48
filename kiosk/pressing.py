"""One press until its answer: the press is made once and repeated, never made anew."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from domain.errors import Busy, InProgress, Refusal, StoreAway
from domain.ports import Press
from ui.tasks import Tasks

log = logging.getLogger(__name__)

QUICK_RETRY_MS = 500
USUAL_WAIT_S = 5
LONGEST_WAIT_S = 60

Ask = Callable[[Press], object]
"""A method of the port with all it asks but the press: it runs in the worker."""
Answer = tuple[str, object]


class Pressing(QObject):
    """Asks the database for one thing, and keeps asking with the same key while no answer came.

    Signals:
        answered: what the port answered; it is certainly in the database. Each counts.
        refused: Refusal; nothing was done. Each counts.
        busy: int, seconds until it may be tried again. Newest wins.
        lost: the database is away and the answer with it; it is tried again by itself.
        given_up: no answer came for too long; the press is forgotten.
    """

    answered = Signal(object)
    refused = Signal(object)
    busy = Signal(object)
    lost = Signal()
    given_up = Signal()

    def __init__(self, tasks: Tasks, retry_s: float, lost_answer_s: float, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._retry_ms, self._patience_s = round(retry_s * 1000), lost_answer_s
        self._pending: tuple[Press, Ask] | None = None
        self._lost_since: float | None = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self.send)

    @property
    def is_pending(self) -> bool:
        return self._pending is not None

    def press(self, ask: Ask) -> None:
        """Begin with a new press; does nothing while one is still unanswered."""
        if self._pending is None:
            self._pending = (Press(), ask)
            self._lost_since = None
            self.send()

    @Slot()
    def send(self) -> None:
        """Send the press there is, for the first time or again."""
        self._again.stop()
        if self._pending is not None:
            self._tasks.run(_Once(*self._pending), self._take_answer, self._failed)

    def forget(self) -> None:
        """Drop press and question; an answer that still comes is not shown to anybody."""
        self._again.stop()
        self._pending = None
        self._lost_since = None

    @Slot(object)
    def _take_answer(self, answer: Answer) -> None:
        key, result = answer
        if self._pending is None or self._pending[0].key != key:
            return
        if isinstance(result, StoreAway):
            self._try_again()
        elif isinstance(result, Busy | InProgress):
            self._lost_since = None
            self.busy.emit(_seconds(result))
        else:
            self.forget()
            (self.refused if isinstance(result, Refusal) else self.answered).emit(result)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        """Something no refusal describes: say no, as nothing is known to be written."""
        log.error("a press could not be answered: %s", type(error).__name__)
        if self._pending is not None:
            self.forget()
            self.refused.emit(Refusal())

    def _try_again(self) -> None:
        """Once quickly and unseen; then the kiosk says it is out of service and goes on trying."""
        now = time.monotonic()
        if self._lost_since is None:
            self._lost_since = now
            self._again.start(min(QUICK_RETRY_MS, self._retry_ms))
        elif now - self._lost_since < self._patience_s:
            self._again.start(self._retry_ms)
            self.lost.emit()
        else:
            self.forget()
            self.lost.emit()
            self.given_up.emit()


class _Once:
    """The call made in the worker; once made it forgets what it asked, whoever still holds it."""

    def __init__(self, press: Press, ask: Ask) -> None:
        self._press = press
        self._ask: Ask | None = ask

    def __call__(self) -> Answer:
        ask, self._ask = self._ask, None
        if ask is None:
            raise RuntimeError("asked twice")
        try:
            return self._press.key, ask(self._press)
        except Refusal as refusal:
            # its traceback would keep the question, and with it the patient's number
            refusal.__cause__ = refusal.__context__ = None
            return self._press.key, refusal.with_traceback(None)


def _seconds(refusal: Refusal) -> int:
    stated = refusal.facts.get("retry_after_s")
    seconds = stated if isinstance(stated, int | float) else USUAL_WAIT_S
    if isinstance(refusal, InProgress) and stated is None:
        seconds = 1
    return max(1, min(LONGEST_WAIT_S, round(seconds)))
