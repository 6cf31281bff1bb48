"""Every move from every state: what domain.states offers is exactly what the database allows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from domain.errors import AlreadyWaiting, InvalidInput, TicketNotFound, TooEarly, WrongState
from domain.ports import Press
from domain.states import VALID_FROM, Move, Priority, TicketState
from domain.tickets import Desk, TicketId, TicketRequest
from storage.staff_desk import StaffDesk
from tests.storage.conftest import ClinicFixture, at_once

LAB = Desk(None, ("lab",))
Doing = Callable[[StaffDesk, TicketId], object]

MOVES: dict[Move, Doing] = {
    Move.CALL_CHOSEN: lambda desk, one: desk.call_chosen(Press(), LAB, one, "asked for"),
    Move.RECALL: lambda desk, one: desk.recall(Press(), one),
    Move.START: lambda desk, one: desk.start_service(Press(), one),
    Move.DONE: lambda desk, one: desk.finish(Press(), one),
    Move.NO_SHOW: lambda desk, one: desk.mark_no_show(Press(), one),
    Move.REACTIVATE: lambda desk, one: desk.reactivate(Press(), one),
    Move.HOLD: lambda desk, one: desk.hold(Press(), one, "fasting"),
    Move.RESUME: lambda desk, one: desk.resume(Press(), one),
    Move.TRANSFER: lambda desk, one: desk.transfer(
        Press(), one, "eye", keep_arrival=True, reason=None
    ),
    Move.CANCEL: lambda desk, one: desk.cancel(Press(), one, "left"),
    Move.PRIORITY: lambda desk, one: desk.change_priority(
        Press(), one, Priority.ELDERLY, "81 years old"
    ),
}
WAY_TO: dict[TicketState, tuple[Move, ...]] = {
    TicketState.WAITING: (),
    TicketState.CALLED: (Move.CALL_CHOSEN,),
    TicketState.SERVING: (Move.CALL_CHOSEN, Move.START),
    TicketState.HELD: (Move.HOLD,),
    TicketState.DONE: (Move.CALL_CHOSEN, Move.DONE),
    TicketState.NO_SHOW: (Move.CALL_CHOSEN, Move.NO_SHOW),
    TicketState.TRANSFERRED: (Move.TRANSFER,),
    TicketState.CANCELLED: (Move.CANCEL,),
}
AFTER: dict[Move, TicketState] = {
    Move.CALL_CHOSEN: TicketState.CALLED,
    Move.RECALL: TicketState.CALLED,
    Move.START: TicketState.SERVING,
    Move.DONE: TicketState.DONE,
    Move.NO_SHOW: TicketState.NO_SHOW,
    Move.REACTIVATE: TicketState.WAITING,
    Move.HOLD: TicketState.HELD,
    Move.RESUME: TicketState.WAITING,
    Move.TRANSFER: TicketState.TRANSFERRED,
    Move.CANCEL: TicketState.CANCELLED,
}


def ticket_in(clinic: ClinicFixture, desk: StaffDesk, state: TicketState) -> TicketId:
    """A ticket brought to a state by the moves that lead there; the grace has passed."""
    ticket = clinic.issue(1)[0].ticket_id
    clinic.database.do("update site set no_show_grace = '0'")
    for move in WAY_TO[state]:
        MOVES[move](desk, ticket)
    return ticket


@pytest.mark.parametrize("state", WAY_TO)
def test_a_move_is_possible_from_just_the_states_that_are_offered(
    clinic: ClinicFixture, state: TicketState
) -> None:
    desk = clinic.desk()
    for move, do in MOVES.items():
        ticket = ticket_in(clinic, desk, state)
        if state in VALID_FROM[move]:
            do(desk, ticket)
            now = clinic.database.value("select state from ticket where id = %s", [ticket])
            assert now == AFTER.get(move, state), move
        else:
            with pytest.raises(WrongState):
                do(desk, ticket)


def test_the_second_of_two_equal_moves_reads_who_was_first(clinic: ClinicFixture) -> None:
    clinic.issue(1)
    called = clinic.call(clinic.desk("Desk 1"))
    assert called is not None
    clinic.desk("Desk 1").finish(Press(), called.ticket_id)

    with pytest.raises(WrongState) as refused:
        clinic.desk("Desk 2").finish(Press(), called.ticket_id)

    facts = refused.value.facts
    assert (facts["state"], facts["by"]) == ("DONE", "Desk 1")
    assert refused.value.instant("at") is not None


def test_of_two_desks_that_make_the_same_move_at_once_one_wins(clinic: ClinicFixture) -> None:
    clinic.issue(1)
    called = clinic.call(clinic.desk())
    assert called is not None

    def finish() -> str:
        try:
            return clinic.desk().finish(Press(), called.ticket_id).state.value
        except WrongState:
            return "refused"

    assert sorted(at_once(8, finish)) == ["done"] + ["refused"] * 7


def test_no_show_counts_from_the_call(clinic: ClinicFixture) -> None:
    clinic.issue(1)
    start = clinic.database.value("select dawr.now()")
    clinic.database.set_clock(start + dt.timedelta(minutes=10))
    desk = clinic.desk()
    called = desk.call_next(Press(), LAB)

    with pytest.raises(TooEarly) as refused:
        desk.mark_no_show(Press(), called.ticket_id)
    clinic.database.set_clock(called.called_at + dt.timedelta(minutes=5, seconds=1))

    assert refused.value.instant("at") == called.called_at + dt.timedelta(minutes=5)
    assert desk.mark_no_show(Press(), called.ticket_id).state is TicketState.NO_SHOW


def test_hold_and_reactivate_keep_the_place_in_the_line(clinic: ClinicFixture) -> None:
    first, second, _ = clinic.issue(3)
    clinic.database.do("update site set no_show_grace = '0'")
    desk = clinic.desk()
    desk.hold(Press(), second.ticket_id, "fasting")
    desk.call_chosen(Press(), LAB, first.ticket_id, "asked for")
    desk.mark_no_show(Press(), first.ticket_id)
    desk.resume(Press(), second.ticket_id)
    desk.reactivate(Press(), first.ticket_id)

    assert [clinic.press_next(desk) for _ in range(3)] == ["L-001", "L-002", "L-003"]


def test_a_transfer_keeps_the_arrival_or_goes_last(clinic: ClinicFixture) -> None:
    early, late = clinic.issue(2)
    kiosk, desk = clinic.kiosk(), clinic.desk()
    kiosk.issue_ticket(Press(), TicketRequest("eye"))
    desk.transfer(Press(), early.ticket_id, "eye", keep_arrival=True, reason=None)
    kiosk.issue_ticket(Press(), TicketRequest("eye"))
    desk.transfer(Press(), late.ticket_id, "eye", keep_arrival=False, reason=None)
    eyes = Desk(None, ("eye",))

    called = [desk.call_next(Press(), eyes).label for _ in range(4)]

    assert called == ["E-002", "E-001", "E-003", "E-004"]
    assert clinic.database.rows(
        "select o.label, n.label from ticket o join ticket n on n.id = o.went_to"
        " and n.came_from = o.id order by 1"
    ) == [("L-001", "E-002"), ("L-002", "E-004")]


def test_transfers_both_ways_at_once_do_not_wait_for_each_other(clinic: ClinicFixture) -> None:
    """Heads are locked by clinic id, whichever way the patient goes."""
    to_eye = [one.ticket_id for one in clinic.issue(10)]
    eyes = clinic.kiosk()
    to_lab = [eyes.issue_ticket(Press(), TicketRequest("eye")).ticket_id for _ in range(10)]
    work = [(one, "eye") for one in to_eye] + [(one, "lab") for one in to_lab]

    def carry() -> int:
        desk, done = clinic.desk(), 0
        while work:
            ticket, goal = work.pop()
            desk.transfer(Press(), ticket, goal, keep_arrival=True, reason=None)
            done += 1
        return done

    assert sum(at_once(8, carry)) == 20
    assert clinic.database.value("select sum(waiting) from head") == 20


def test_a_patient_already_waiting_there_is_not_transferred(clinic: ClinicFixture) -> None:
    ticket = clinic.issue(1, patient="A-1")[0]
    clinic.kiosk().issue_ticket(Press(), TicketRequest("eye", patient="A-1"))

    with pytest.raises(AlreadyWaiting):
        clinic.desk().transfer(Press(), ticket.ticket_id, "eye", keep_arrival=True, reason=None)

    assert clinic.database.value("select state from ticket where label = 'L-001'") == "waiting"


def test_calling_out_of_order_needs_a_reason(clinic: ClinicFixture) -> None:
    ticket = clinic.issue(1)[0]

    with pytest.raises(InvalidInput):
        clinic.desk().call_chosen(Press(), LAB, ticket.ticket_id, "  ")


def test_an_unknown_ticket_is_refused(clinic: ClinicFixture) -> None:
    with pytest.raises(TicketNotFound):
        clinic.desk().finish(Press(), TicketId(999_999))
