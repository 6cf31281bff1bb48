"""A press has one key from the button to the answer, however often the answer gets lost."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from domain.errors import Busy, InProgress, NobodyWaiting, StoreAway, WrongState
from domain.tickets import TicketId
from staff.orders import Act, Order
from staff.presses import Answered, Presses, Refused
from tests.staff.fakes import FakePort, FakeTasks
from tests.staff.site import DESK

CALL = Order(Act.CALL_NEXT, DESK)
DONE = Order(Act.DONE, DESK, TicketId(29), "L-029")


@pytest.fixture
def port() -> FakePort:
    return FakePort()


@pytest.fixture
def tasks() -> FakeTasks:
    return FakeTasks()


@pytest.fixture
def presses(qtbot: QtBot, port: FakePort, tasks: FakeTasks) -> Presses:
    return Presses(port, tasks)


def test_two_presses_are_one_move(presses: Presses, port: FakePort, tasks: FakeTasks) -> None:
    assert presses.give(CALL)
    assert not presses.give(CALL)
    assert not presses.give(DONE)

    tasks.flush()

    assert [what[0] for what in port.asked] == ["call_next"]


def test_each_press_has_its_own_key_and_correlation(
    presses: Presses, port: FakePort, tasks: FakeTasks
) -> None:
    for order in (CALL, DONE, CALL):
        presses.give(order)
        tasks.flush()

    assert len({press.key for press in port.presses}) == 3
    assert len({press.correlation for press in port.presses}) == 3


@pytest.mark.parametrize(
    "why", [StoreAway(why="gone"), Busy(retry_after_s=2), InProgress(), RuntimeError("odd")]
)
def test_a_lost_answer_is_asked_for_again_with_the_same_key(
    presses: Presses, port: FakePort, tasks: FakeTasks, why: Exception
) -> None:
    port.refuse = why
    presses.give(CALL)
    tasks.flush()
    assert presses.standing.lost == CALL
    assert presses.standing.why is why

    presses.again()
    tasks.flush()

    assert presses.standing.is_free
    assert len(port.presses) == 2
    assert port.presses[0] == port.presses[1]


def test_the_same_order_again_is_the_lost_press_again(
    presses: Presses, port: FakePort, tasks: FakeTasks
) -> None:
    port.refuse = StoreAway(why="gone")
    presses.give(CALL)
    tasks.flush()

    assert not presses.give(DONE)
    assert presses.give(CALL)
    tasks.flush()

    assert port.presses[0] == port.presses[1]


def test_what_is_let_go_gets_a_new_key_next_time(
    presses: Presses, port: FakePort, tasks: FakeTasks
) -> None:
    port.refuse = StoreAway(why="gone")
    presses.give(CALL)
    tasks.flush()

    presses.let_go()
    presses.give(CALL)
    tasks.flush()

    assert port.presses[0].key != port.presses[1].key


@pytest.mark.parametrize("why", [NobodyWaiting(), WrongState(state="DONE", by=None, at=None)])
def test_a_refusal_ends_the_press(
    qtbot: QtBot, presses: Presses, port: FakePort, tasks: FakeTasks, why: Exception
) -> None:
    port.refuse = why
    with qtbot.waitSignal(presses.refused) as heard:
        presses.give(DONE)
        tasks.flush()

    assert heard.args == [Refused(DONE, why)]  # type: ignore[arg-type]  # a Refusal
    assert presses.standing.is_free


def test_an_answer_comes_with_its_order(qtbot: QtBot, presses: Presses, tasks: FakeTasks) -> None:
    with qtbot.waitSignal(presses.answered) as heard:
        presses.give(DONE)
        tasks.flush()

    assert heard.args is not None
    answered = heard.args[0]
    assert isinstance(answered, Answered)
    assert answered.order == DONE
