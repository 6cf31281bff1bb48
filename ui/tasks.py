"""Runs what blocks away from the windows' thread, one after another; what it is, it does not know.

A window asks a port for something with `run` and goes on painting; the answer comes back to it on
its own thread.
"""

from __future__ import annotations

import contextlib
import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import Shiboken

T = TypeVar("T")

CLOSE_S = 1.0
"""How long a window that closes waits for the call it is in; a port's call is bounded at 5 s."""

_log = logging.getLogger(__name__)


class Tasks(QObject):
    """One serial worker: what was asked first is done first, and never two things at once."""

    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = _Worker(self._ended.emit)
        self._ended.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(self._worker.end)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do `work` in the worker, then call one of the two here, in the order of asking.

        Args:
            done: takes what work returned. Neither is called when it is a method of a Qt object
                that has been deleted by then, nor after `close`.
            failed: takes what work raised.
        """
        self._worker.ask(_Task(work, done, failed))

    def close(self) -> None:
        """Drop what has not begun and every answer still out; harmless when closed.

        Waits a second at most for the call at work; one that hangs longer ends with the program.
        """
        self._worker.end()
        self._worker.join(CLOSE_S)

    @Slot(object)
    def _answer(self, task: _Task) -> None:
        if self._worker.has_ended():
            return
        if task.error is None:
            answer, value = task.done, task.value
        else:
            answer, value = task.failed, task.error
        if _is_there(answer):
            answer(value)


@dataclass(slots=True)
class _Task:
    """What was asked, and once it is done what came of it."""

    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    value: Any = None
    error: Exception | None = None

    def perform(self) -> None:
        try:
            self.value = self.work()
        except Exception as error:  # noqa: BLE001 - whoever asked decides what it means
            self.error = error


class _Worker:
    """The thread, begun with the first task, and the tasks before it."""

    def __init__(self, tell: Callable[[_Task], None]) -> None:
        self._tell = tell
        self._tasks: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._over = threading.Event()

    def ask(self, task: _Task) -> None:
        if self.has_ended():
            _log.debug("asked after the end")
            return
        self._tasks.put(task)
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="tasks", daemon=True)
            self._thread.start()

    def has_ended(self) -> bool:
        return self._over.is_set()

    def end(self) -> None:
        self._over.set()
        self._tasks.put(None)

    def join(self, seconds: float) -> None:
        if self._thread is not None:
            self._thread.join(seconds)

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None and not self.has_ended():
            task.perform()
            if not self.has_ended():
                with contextlib.suppress(RuntimeError):  # the Tasks are being deleted
                    self._tell(task)


def _is_there(answer: Callable[..., None]) -> bool:
    """Whether whoever should hear it was not deleted meanwhile."""
    receiver = getattr(answer, "__self__", None)
    return not isinstance(receiver, QObject) or Shiboken.isValid(receiver)
