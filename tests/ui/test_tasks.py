"""Calls that block, made for windows that must not."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, Signal, Slot
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from domain.errors import NobodyWaiting
from ui import tasks as tasks_module
from ui.tasks import Tasks

SOON_S = 0.2


@pytest.fixture
def tasks(qapp: object) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    tasks.close()


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """Holds a call back until it is opened."""
    gate = threading.Event()
    yield gate
    gate.set()


class View(QObject):
    """Whoever asks, as a window does: with its own methods."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[object] = []
        self.threads: set[threading.Thread] = set()

    @Slot(object)
    def take(self, answer: object) -> None:
        self.threads.add(threading.current_thread())
        self.answers.append(answer)


def working() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name == "tasks"]


def returning(value: object) -> Callable[[], object]:
    return lambda: value


def test_the_answer_comes_back_on_the_thread_that_asked(qtbot: QtBot, tasks: Tasks) -> None:
    view, worked_on = View(), []

    tasks.run(lambda: worked_on.append(threading.current_thread()), view.take, view.take)

    qtbot.waitUntil(lambda: view.answers == [None])
    assert view.threads == {threading.current_thread()}
    assert worked_on[0] is not threading.current_thread()


def test_answers_come_in_the_order_of_asking_and_never_two_at_once(
    qtbot: QtBot, tasks: Tasks
) -> None:
    view, at_work, most = View(), [], []

    def work(number: int) -> int:
        at_work.append(number)
        most.append(len(at_work))
        at_work.remove(number)
        return number

    for number in range(200):
        tasks.run(lambda number=number: work(number), view.take, view.take)  # type: ignore[misc]

    qtbot.waitUntil(lambda: len(view.answers) == 200)
    assert view.answers == list(range(200))
    assert set(most) == {1}


@pytest.mark.parametrize("error", [NobodyWaiting(), ZeroDivisionError(), TimeoutError("5 s")])
def test_what_a_call_raises_is_handed_over_as_it_is(
    qtbot: QtBot, tasks: Tasks, error: Exception
) -> None:
    view, lost = View(), View()

    def work() -> None:
        raise error

    tasks.run(work, lost.take, view.take)

    qtbot.waitUntil(lambda: view.answers == [error])
    assert lost.answers == []


def test_one_failure_does_not_end_the_worker(qtbot: QtBot, tasks: Tasks) -> None:
    view = View()

    tasks.run(lambda: 1 // 0, View().take, View().take)
    tasks.run(returning(7), view.take, view.take)

    qtbot.waitUntil(lambda: view.answers == [7])


def test_an_error_in_an_answer_does_not_swallow_the_next(qtbot: QtBot, tasks: Tasks) -> None:
    view = View()

    def spoil(_: object) -> None:
        raise LookupError

    with capture_exceptions() as caught:
        tasks.run(returning(1), spoil, view.take)
        tasks.run(returning(2), view.take, view.take)
        qtbot.waitUntil(lambda: view.answers == [2])

    assert [kind for kind, _, _ in caught] == [LookupError]


def test_a_deleted_window_hears_nothing_and_others_do(
    qtbot: QtBot, tasks: Tasks, gate: threading.Event
) -> None:
    gone, view = View(), View()
    tasks.run(gate.wait, gone.take, gone.take)
    tasks.run(returning(2), view.take, view.take)
    with qtbot.waitSignal(gone.destroyed):
        gone.deleteLater()

    gate.set()

    qtbot.waitUntil(lambda: view.answers == [2])
    assert gone.answers == []


def test_close_drops_what_has_not_begun_and_what_was_not_heard(
    qtbot: QtBot, tasks: Tasks, gate: threading.Event
) -> None:
    view, begun, done = View(), threading.Event(), []

    def first() -> None:
        begun.set()
        gate.wait()

    tasks.run(first, view.take, view.take)
    tasks.run(lambda: done.append("second"), view.take, view.take)
    assert begun.wait(5)
    threading.Timer(0.05, gate.set).start()

    tasks.close()

    assert working() == []
    later = Tasks()
    heard = View()
    later.run(returning(1), heard.take, heard.take)
    qtbot.waitUntil(lambda: heard.answers == [1])
    later.close()
    assert done == []
    assert view.answers == []


def test_an_answer_that_was_on_its_way_is_dropped_by_close(qtbot: QtBot, tasks: Tasks) -> None:
    view, later, begun = View(), View(), threading.Event()
    tasks.run(returning(1), view.take, view.take)
    tasks.run(begun.set, view.take, view.take)
    assert begun.wait(5)  # the first has been answered, but Qt has not run yet
    after = Tasks()

    tasks.close()
    after.run(returning(2), later.take, later.take)

    qtbot.waitUntil(lambda: later.answers == [2])
    after.close()
    assert view.answers == []


def test_close_with_a_call_that_hangs_is_bounded(
    monkeypatch: pytest.MonkeyPatch, tasks: Tasks, gate: threading.Event
) -> None:
    monkeypatch.setattr(tasks_module, "CLOSE_S", 0.2)
    begun = threading.Event()

    def hanging() -> None:
        begun.set()
        gate.wait()

    tasks.run(hanging, View().take, View().take)
    assert begun.wait(5)
    began_at = time.monotonic()

    tasks.close()

    assert 0.2 <= time.monotonic() - began_at < 0.2 + SOON_S
    tasks.run(returning(1), View().take, View().take)
    gate.set()


def test_close_is_quick_when_nothing_is_at_work_and_may_be_repeated(tasks: Tasks) -> None:
    tasks.run(returning(1), View().take, View().take)
    began_at = time.monotonic()

    tasks.close()
    tasks.close()

    assert time.monotonic() - began_at < SOON_S
    assert working() == []


def test_tasks_that_are_deleted_end_their_thread(
    qtbot: QtBot, qapp: object, gate: threading.Event
) -> None:
    parent, view = QObject(), View()
    Tasks(parent).run(gate.wait, view.take, view.take)

    with qtbot.waitSignal(parent.destroyed):
        parent.deleteLater()
    gate.set()

    qtbot.waitUntil(lambda: working() == [])
    assert view.answers == []


class Bell(QObject):
    """Signals of every kind the windows use."""

    told = Signal(object)
    pressed = Signal(bool)
    rung = Signal()


def test_sixty_thousand_signals_leave_python_alive(qapp: object) -> None:
    """PySide 6.12.0 on Python 3.10 and 3.11 loses a reference to None or True each time."""
    bell, view = Bell(), View()
    bell.told.connect(view.take)
    bell.pressed.connect(view.take)

    for _ in range(20_000):
        bell.told.emit(None)
        bell.pressed.emit(True)
        bell.rung.emit()

    assert len(view.answers) == 40_000
