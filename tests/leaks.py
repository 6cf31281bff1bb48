"""What a test left behind: threads, top-level windows and ticking timers of Qt.

Connections and sockets are not looked for here: Python warns of them, and a warning fails a test.
"""

from __future__ import annotations

import gc
import sys
import threading
import time
from dataclasses import dataclass

GRACE_S = 3.0  # a thread that was told to stop may need this long on a busy machine


@dataclass(frozen=True)
class Census:
    """The threads, windows and ticking timers there are at one moment."""

    threads: frozenset[threading.Thread]
    windows: frozenset[object]
    timers: frozenset[object]


def census() -> Census:
    return Census(_threads(), _windows(), _timers())


def left_since(before: Census, grace_s: float = GRACE_S) -> list[str]:
    """Say what is there now and was not before; empty when nothing is.

    Threads get `grace_s` seconds together to end; windows are deleted if that was asked for.
    """
    threads = _threads() - before.threads
    deadline = time.monotonic() + grace_s
    for thread in threads:
        thread.join(max(0.0, deadline - time.monotonic()))
    left = [f"thread {thread.name}" for thread in threads if thread.is_alive()]

    if _windows() - before.windows or _timers() - before.timers:
        _let_qt_delete()
    left += [f"window {window!r}" for window in _windows() - before.windows]
    left += [f"timer {timer!r}" for timer in _timers() - before.timers]
    return sorted(left)


def _threads() -> frozenset[threading.Thread]:
    """Threads of Python; those of C code that merely called into it cannot be joined or counted."""
    return frozenset(
        thread
        for thread in threading.enumerate()
        if not thread.name.startswith("Dummy-") and thread is not threading.current_thread()
    )


def _windows() -> frozenset[object]:
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return frozenset()
    return frozenset(widgets.QApplication.topLevelWidgets())


def _timers() -> frozenset[object]:
    core = sys.modules.get("PySide6.QtCore")
    if core is None or core.QCoreApplication.instance() is None:
        return frozenset()
    wrappers = sys.modules["shiboken6"].Shiboken.getAllValidWrappers()
    return frozenset(each for each in wrappers if isinstance(each, core.QTimer) and each.isActive())


def _let_qt_delete() -> None:
    """Carry out what was asked with deleteLater, and collect windows held only by a cycle."""
    core = sys.modules["PySide6.QtCore"]
    gc.collect()
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
    core.QCoreApplication.processEvents()
