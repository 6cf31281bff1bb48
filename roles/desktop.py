"""The one Qt application of a process: the screen there is, and the ways it is told to end."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from types import FrameType, TracebackType

from PySide6.QtCore import QEvent, QEventLoop, QObject, QSocketNotifier, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from roles.plain import Plain, sentence
from roles.settings import faults_file
from ui.theme import load_fonts

POLL_MS = 10
PATIENCE_S = 30.0
PROBE_S = 20
_NO_SCREENS = {"offscreen", "minimal", "vnc", "linuxfb"}
_PROBE = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"


def has_screen() -> bool:
    """Whether windows can be seen here.

    A display that is named but not there ends a program of Qt, so another process tries it first.
    """
    chosen = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if chosen:
        return chosen not in _NO_SCREENS
    if not sys.platform.startswith("linux"):
        return True
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        return False
    try:
        tried = subprocess.run(
            [sys.executable, "-c", _PROBE], capture_output=True, timeout=PROBE_S, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return tried.returncode == 0


def need_screen() -> None:
    if not has_screen():
        raise Plain("There is no screen here; start it on a machine with one, or set DISPLAY.")


class Stopped(Plain):
    """The program was told to end while it waited."""


class Desktop(QObject):
    """The application, its end by Ctrl-C, SIGTERM or a closed window, and waiting in between."""

    def __init__(self, *, offscreen: bool = False) -> None:
        if offscreen:
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        there = QApplication.instance()
        self.app = there if isinstance(there, QApplication) else QApplication(sys.argv[:1])
        super().__init__()
        self.app.setApplicationName("Dawr")
        load_fonts()
        self.ended = self._runs = False
        self.fault: Exception | None = None
        self._heard, told = socket.socketpair()
        self._told = told
        for end in (self._heard, told):
            end.setblocking(False)
        self._wake = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._wake.activated.connect(self._woken)
        self._before = signal.set_wakeup_fd(told.fileno(), warn_on_full_buffer=False)
        self._hook = sys.excepthook
        sys.excepthook = self._caught
        self._handlers = {
            number: signal.signal(number, self._signalled)
            for number in (signal.SIGINT, signal.SIGTERM)
        }

    def run(self) -> None:
        """Until a signal, or the last window is closed."""
        if not self.ended:
            self._runs = True
            self.app.exec()
            self._runs = False

    def end(self) -> None:
        """`exit`, not `quit`: that asks each window, and a kiosk refuses."""
        self.ended = True
        if self._runs:  # without it Qt would remember the exit for the next loop
            self.app.exit(0)

    def ends_with(self, window: QWidget) -> None:
        """End when a person closes this window, even one that lets nobody close it."""
        window.installEventFilter(self)

    def until(self, condition: Callable[[], object], what: str) -> None:
        """Let events happen until it is so.

        Raises:
            Plain: it did not come to be in half a minute, or a window failed.
            Stopped: the program was told to end.
        """
        loop = QEventLoop()
        poll = QTimer(self, interval=POLL_MS)
        over = QTimer(self, singleShot=True, interval=round(PATIENCE_S * 1000))

        @Slot()
        def look() -> None:
            if condition() or self.ended or self.fault is not None:
                loop.quit()

        poll.timeout.connect(look)
        over.timeout.connect(loop.quit)
        poll.start()
        over.start()
        if not condition() and not self.ended:
            loop.exec()
        poll.deleteLater()
        over.deleteLater()
        if self.ended:
            raise Stopped(f"Stopped while waiting for {what}.")
        if self.fault is not None:
            raise Plain(f"A window failed while {what} was awaited.")
        if not condition():
            raise Plain(f"Waited in vain for {what}.")

    def close(self) -> None:
        """Give signals and faults back to whoever had them."""
        sys.excepthook = self._hook
        signal.set_wakeup_fd(self._before)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._wake.setEnabled(False)
        self._heard.close()
        self._told.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and not self.ended:
            self.end()
        return super().eventFilter(watched, event)

    @Slot()
    def _woken(self) -> None:
        """Python runs its signal handlers as soon as any of its code runs: this."""
        self._heard.recv(64)

    def _caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Write a fault in a slot down and let the window go on: no person sees a traceback."""
        if isinstance(error, Exception):
            self.fault = error
            sys.stderr.write(sentence(error, faults_file()) + "\n")
        else:
            self._hook(kind, error, trace)

    def _signalled(self, _number: int, _frame: FrameType | None) -> None:
        self.end()


def fill_screen(window: QWidget) -> None:
    """Cover the screen; said twice, as without a window manager once was not enough."""
    window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    area = window.screen().geometry()
    window.setGeometry(area)
    window.showFullScreen()
    window.setGeometry(area)
