"""The application's ends: a signal, a closed window, an awaited thing that never comes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from roles import desktop as desktop_module
from roles.desktop import Desktop, Stopped
from roles.plain import Plain
from tests.house.source import ROOT


@pytest.fixture
def desktop(qapp: object) -> Iterator[Desktop]:
    desktop = Desktop()
    yield desktop
    desktop.close()


class Stubborn(QWidget):
    """A window that lets nobody close it, as the kiosk's."""

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_wakes_qt_and_ends_it_even_with_a_stubborn_window(
    qtbot: QtBot, desktop: Desktop, number: signal.Signals
) -> None:
    """Qt sits in C and runs no Python: only the wake-up can end it."""
    window = Stubborn()
    qtbot.addWidget(window)
    window.show()
    sender = threading.Timer(0.1, os.kill, (os.getpid(), number))
    sender.start()

    desktop.run()

    sender.join()
    assert desktop.ended


def test_signals_belong_to_their_former_owner_afterwards(qapp: object) -> None:
    before = signal.getsignal(signal.SIGTERM)

    Desktop().close()

    assert signal.getsignal(signal.SIGTERM) is before


def test_a_person_who_closes_a_stubborn_window_ends_the_program(
    qtbot: QtBot, desktop: Desktop
) -> None:
    window = Stubborn()
    qtbot.addWidget(window)
    window.show()
    desktop.ends_with(window)
    QTimer.singleShot(0, window.close)

    desktop.run()

    assert desktop.ended


def test_a_program_told_to_end_before_it_runs_does_not_run(desktop: Desktop) -> None:
    desktop.end()

    desktop.run()

    assert desktop.ended


def test_what_comes_is_waited_for(qtbot: QtBot, desktop: Desktop) -> None:
    came: list[int] = []

    @Slot()
    def come() -> None:
        came.append(1)

    QTimer.singleShot(50, come)
    desktop.until(lambda: came, "it")

    assert came == [1]


def test_what_never_comes_is_named(monkeypatch: pytest.MonkeyPatch, desktop: Desktop) -> None:
    monkeypatch.setattr(desktop_module, "PATIENCE_S", 0.05)

    with pytest.raises(Plain, match=r"^Waited in vain for the rain\.$"):
        desktop.until(lambda: False, "the rain")


def test_waiting_ends_when_the_program_is_told_to(desktop: Desktop) -> None:
    QTimer.singleShot(10, desktop.end)

    with pytest.raises(Stopped, match=r"^Stopped while waiting for the rain\.$"):
        desktop.until(lambda: False, "the rain")


def test_a_fault_in_a_window_is_written_down_and_the_window_goes_on(
    qtbot: QtBot,
    desktop: Desktop,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("DAWR_DATA_DIR", str(tmp_path))
    came: list[int] = []

    @Slot()
    def fail() -> None:
        came.append(1)
        raise LookupError("a fault of ours")

    QTimer.singleShot(0, fail)
    with pytest.raises(Plain, match=r"^A window failed while the rain was awaited\.$"):
        desktop.until(lambda: False, "the rain")

    assert came == [1]
    said = capsys.readouterr().err
    assert said.startswith("Dawr met a fault of its own; ")
    assert said.count("\n") == 1
    assert "LookupError: a fault of ours" in (tmp_path / "faults.log").read_text()


@pytest.mark.parametrize(
    ("environment", "seen"),
    [
        ({"QT_QPA_PLATFORM": "offscreen"}, False),
        ({"DISPLAY": "", "WAYLAND_DISPLAY": ""}, False),
        ({"DISPLAY": ":4711"}, False),
    ],
)
def test_a_screen_that_is_not_there_is_not_believed(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], seen: bool
) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert desktop_module.has_screen() is seen


@pytest.mark.parametrize("role", ["kiosk", "staff", "display"])
def test_a_window_without_a_screen_is_one_plain_sentence(role: str) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), role],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 1
    assert done.stderr.startswith("There is no screen here; ")
    assert done.stderr.count("\n") == 1
