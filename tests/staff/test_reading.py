"""The list is read once for an event, never twice at a time, and tried again when it fails."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from domain.errors import StoreAway
from staff import reading
from staff.reading import Reading
from tests.staff.fakes import FakeTasks


class Source:
    """Counts its reads; fails while told to."""

    def __init__(self) -> None:
        self.reads = 0
        self.away = False

    def __call__(self) -> int:
        self.reads += 1
        if self.away:
            raise StoreAway(why="gone")
        return self.reads


@pytest.fixture
def made(qtbot: QtBot) -> tuple[Reading, Source, FakeTasks, QObject]:
    tasks, source, owner = FakeTasks(), Source(), QObject()
    work: Callable[[], object] = source
    return Reading(work, tasks, owner), source, tasks, owner


Made = tuple[Reading, Source, FakeTasks, QObject]


def test_asking_often_during_a_read_makes_one_more(made: Made) -> None:
    read, source, tasks, _owner = made
    read.read()
    for _ in range(50):
        read.read()
    assert tasks.under_way == 1

    tasks.flush()

    assert source.reads == 2
    assert tasks.under_way == 0


def test_asking_after_the_answer_reads_again(made: Made) -> None:
    read, source, tasks, _owner = made
    for _ in range(3):
        read.read()
        tasks.flush()

    assert source.reads == 3


def test_a_failed_read_is_tried_again_by_itself(
    qtbot: QtBot, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "RETRY_MS", (1, 1))
    read, source, tasks, _owner = made
    source.away = True
    with qtbot.waitSignal(read.failed):
        read.read()
        tasks.flush()
    qtbot.waitUntil(lambda: tasks.under_way == 1)
    source.away = False

    with qtbot.waitSignal(read.came):
        tasks.flush()

    assert source.reads == 2


def test_the_pauses_between_tries_grow_and_are_bounded(made: Made) -> None:
    read, source, tasks, _owner = made
    source.away = True
    pauses = []
    for _ in range(6):
        read.read()
        tasks.flush()
        timer = read.findChild(QTimer)
        assert timer is not None
        pauses.append(timer.interval())
    read.stop()

    assert pauses == [1_000, 2_000, 5_000, 10_000, 10_000, 10_000]
