"""The leak check itself: each kind of leftover is seen, and what was cleared away is not."""

from __future__ import annotations

import threading

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests import leaks


def test_a_thread_that_goes_on_is_named() -> None:
    stop = threading.Event()
    before = leaks.census()
    thread = threading.Thread(target=stop.wait, name="forgotten")
    thread.start()

    seen = leaks.left_since(before, grace_s=0.1)
    stop.set()

    assert seen == ["thread forgotten"]
    assert leaks.left_since(before) == []


def test_a_thread_that_is_just_ending_is_not_named() -> None:
    before = leaks.census()
    threading.Timer(0.05, threading.Event().set).start()

    assert leaks.left_since(before) == []


def test_a_window_that_stays_is_named(qtbot: QtBot) -> None:
    before = leaks.census()
    window = QWidget()

    seen = leaks.left_since(before)
    window.deleteLater()

    assert len(seen) == 1
    assert seen[0].startswith("window ")
    assert leaks.left_since(before) == []


def test_a_timer_that_ticks_on_is_named_even_inside_a_hidden_window(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    before = leaks.census()
    timer = QTimer(window)
    timer.start(1000)

    seen = leaks.left_since(before)
    timer.stop()

    assert len(seen) == 1
    assert seen[0].startswith("timer ")
    assert leaks.left_since(before) == []
