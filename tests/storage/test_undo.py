"""Undo: the last move of a ticket, by who made it, within two minutes, by a compensating event."""

from __future__ import annotations

import datetime as dt

import psycopg
import pytest

from domain.errors import NotAllowed, TicketInHand, TooLateToUndo
from domain.ports import Press
from domain.states import Move, Priority, TicketState
from domain.tickets import Desk, TicketRequest
from tests.storage.conftest import ClinicFixture
from tests.storage.test_states import LAB, MOVES, WAY_TO, ticket_in

WHOLE = (
    "select state, priority, queue_at, called_at, started_at, ended_at, recalls, room_id, place,"
    " called_by, note, reason, went_to from ticket where id = %s"
)
UNDONE = {
    Move.CALL_CHOSEN: TicketState.WAITING,
    Move.START: TicketState.CALLED,
    Move.DONE: TicketState.SERVING,
    Move.NO_SHOW: TicketState.CALLED,
    Move.REACTIVATE: TicketState.NO_SHOW,
    Move.HOLD: TicketState.SERVING,
    Move.RESUME: TicketState.HELD,
    Move.TRANSFER: TicketState.SERVING,
    Move.CANCEL: TicketState.HELD,
    Move.PRIORITY: TicketState.WAITING,
}


@pytest.mark.parametrize(("move", "state"), UNDONE.items())
def test_undo_puts_the_ticket_back_whole(
    clinic: ClinicFixture, move: Move, state: TicketState
) -> None:
    desk = clinic.desk()
    ticket = ticket_in(clinic, desk, state)
    heads = "select clinic_id, waiting, in_service, held, completed, current from head order by 1"
    before, counted = clinic.database.rows(WHOLE, [ticket]), clinic.database.rows(heads)
    MOVES[move](desk, ticket)

    undone = desk.undo(Press(), ticket)

    assert undone.state is state
    assert clinic.database.rows(WHOLE, [ticket]) == before
    assert clinic.database.rows(heads) == counted
    assert clinic.feed_positions("UNDONE") != []


def test_a_number_is_never_given_back(clinic: ClinicFixture) -> None:
    desk = clinic.desk()
    walk_in = desk.register_walk_in(Press(), TicketRequest("lab"))

    assert desk.undo(Press(), walk_in.ticket_id).state is TicketState.CANCELLED
    assert clinic.issue(1)[0].number == 2


def test_only_who_made_the_move_undoes_it(clinic: ClinicFixture) -> None:
    clinic.issue(1)
    called = clinic.call(clinic.desk("Desk 1"))
    assert called is not None

    with pytest.raises(NotAllowed):
        clinic.desk("Desk 2").undo(Press(), called.ticket_id)


def test_after_two_minutes_it_is_too_late(clinic: ClinicFixture) -> None:
    clinic.issue(1)
    desk = clinic.desk()
    called = clinic.call(desk)
    assert called is not None
    clinic.database.set_clock(called.called_at + dt.timedelta(minutes=2, seconds=1))

    with pytest.raises(TooLateToUndo) as refused:
        desk.undo(Press(), called.ticket_id)

    assert refused.value.instant("at") == called.called_at + dt.timedelta(minutes=2)


@pytest.mark.parametrize("state", [TicketState.WAITING, TicketState.CALLED])
def test_announcements_and_undone_moves_cannot_be_undone(
    clinic: ClinicFixture, state: TicketState
) -> None:
    desk = clinic.desk()
    ticket = ticket_in(clinic, desk, TicketState.CALLED)
    if state is TicketState.WAITING:
        desk.undo(Press(), ticket)
    else:
        desk.recall(Press(), ticket)

    with pytest.raises(TooLateToUndo):
        desk.undo(Press(), ticket)


def test_undoing_a_transfer_cancels_the_untouched_new_ticket(clinic: ClinicFixture) -> None:
    ticket = clinic.issue(1, patient="A-1")[0]
    desk = clinic.desk()
    moved = desk.transfer(Press(), ticket.ticket_id, "eye", keep_arrival=True, reason=None)

    back = desk.undo(Press(), moved.ticket_id)

    assert (back.label, back.state) == ("L-001", TicketState.WAITING)
    assert clinic.database.rows("select label, state from ticket order by id") == [
        ("L-001", "waiting"),
        ("E-001", "cancelled"),
    ]


def test_a_transfer_whose_new_ticket_was_called_stays(clinic: ClinicFixture) -> None:
    ticket = clinic.issue(1)[0]
    desk = clinic.desk("Desk 1")
    desk.transfer(Press(), ticket.ticket_id, "eye", keep_arrival=True, reason=None)
    clinic.desk("Desk 2").call_next(Press(), Desk(None, ("eye",)))

    with pytest.raises(TooLateToUndo):
        desk.undo(Press(), ticket.ticket_id)


def test_the_number_called_last_is_the_one_before_again(clinic: ClinicFixture) -> None:
    clinic.issue(2)
    desk = clinic.desk()
    clinic.call(desk)
    second = clinic.call(desk)
    assert second is not None

    desk.undo(Press(), second.ticket_id)

    assert clinic.database.value("select max(current) from head") == 1
    with psycopg.connect(clinic.database.login("server")) as server:
        board = server.execute("select dawr.read_board()").fetchone()
    assert board is not None
    assert [call["ticket"] for call in board[0]["calls"]] == ["L-001"]


def test_a_ticket_does_not_return_to_a_room_that_filled_up(clinic: ClinicFixture) -> None:
    clinic.issue(2)
    desk = clinic.desk()
    first = clinic.call(desk, "1")
    assert first is not None
    desk.finish(Press(), first.ticket_id)
    clinic.call(desk, "1")

    with pytest.raises(TicketInHand):
        desk.undo(Press(), first.ticket_id)


def test_undoing_a_call_that_ended_another_leaves_the_other_done(clinic: ClinicFixture) -> None:
    clinic.issue(2)
    desk = clinic.desk()
    first = clinic.call(desk, "1")
    second = clinic.call(desk, "1")
    assert first is not None
    assert second is not None

    desk.undo(Press(), second.ticket_id)
    desk.undo(Press(), first.ticket_id)

    assert clinic.database.rows("select label, state from ticket order by id") == [
        ("L-001", "called"),
        ("L-002", "waiting"),
    ]


def test_the_desk_is_offered_just_what_can_be_undone(clinic: ClinicFixture) -> None:
    ticket = clinic.issue(1)[0]
    desk = clinic.desk()
    assert desk.desk_list(LAB).undo is None
    desk.call_next(Press(), LAB)
    offer = desk.desk_list(LAB).undo
    assert offer is not None
    assert (offer.ticket_id, offer.kind) == (ticket.ticket_id, "CALLED")

    desk.undo(Press(), offer.ticket_id)

    assert desk.desk_list(LAB).undo is None


def test_priority_comes_back_with_the_place(clinic: ClinicFixture) -> None:
    clinic.issue(1)
    second = clinic.issue(1)[0]
    desk = clinic.desk()
    desk.change_priority(Press(), second.ticket_id, Priority.EMERGENCY, "chest pain")
    desk.undo(Press(), second.ticket_id)

    assert clinic.press_next(desk) == "L-001"
    assert set(WAY_TO) >= set(UNDONE.values())
