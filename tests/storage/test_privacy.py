"""Who is told what, and that every showing of a patient to staff is written down."""

from __future__ import annotations

import psycopg
import pytest

from domain.errors import KeyReused, NotAllowed, NotInQueue
from domain.ports import Press
from domain.tickets import Desk, TicketRequest
from storage import moves
from storage.connections import refusals
from storage.moves import Pressed, TicketRef
from tests.postgres import Database
from tests.storage.conftest import ClinicFixture


def readers(database: Database) -> list[tuple[str, str]]:
    return database.rows(
        "select r.actor, i.value from patient_read r join patient_identifier i"
        " on i.patient_id = r.patient_id order by 1, 2"
    )


def test_a_patient_of_another_clinic_in_this_room_is_shown_and_so_noted(
    clinic: ClinicFixture,
) -> None:
    clinic.kiosk().issue_ticket(Press(), TicketRequest("eye", patient="A-1", name="Mariam"))
    clinic.desk("Desk 2").call_next(Press(), Desk("1", ("eye",)))

    shown = clinic.desk("Desk 1").desk_list(Desk("1", ("lab",)))

    assert [one.name for one in shown.in_hand] == ["Mariam"]
    assert readers(clinic.database) == [("Desk 1", "A-1")]


def test_who_is_not_shown_is_not_noted(clinic: ClinicFixture) -> None:
    """Called to another room: on no list of this desk."""
    clinic.issue(1, patient="A-1")
    clinic.desk("Desk 2").call_next(Press(), Desk("2", ("lab",)))

    clinic.desk("Desk 1").desk_list(Desk("1", ("lab",)))

    assert readers(clinic.database) == []


def test_a_done_tells_the_identifier_and_is_noted(clinic: ClinicFixture) -> None:
    clinic.issue(1, patient="A-1")
    called = clinic.call(clinic.desk())
    assert called is not None
    with psycopg.connect(clinic.database.login("server"), autocommit=True) as server:
        done = moves.perform(
            server,
            moves.FINISH,
            Pressed(scope="staff", actor="Nurse"),
            TicketRef(clinic="lab", number=called.number),
        )

    assert done is not None
    assert done.answer["patient"] == "A-1"
    assert readers(clinic.database) == [("Nurse", "A-1")]


def test_a_patient_is_found_by_his_id_and_not_by_a_number_of_another_system(
    clinic: ClinicFixture,
) -> None:
    clinic.issue(1, patient="A-1")
    clinic.database.do("update patient_identifier set system = 'file'")
    with (
        psycopg.connect(clinic.database.login("server"), autocommit=True) as server,
        refusals(),
    ):
        found = server.execute(
            "select dawr.read_position('staff', clinic => 'lab', patient => 'A-1')"
        ).fetchone()
        with pytest.raises(NotInQueue), refusals():
            moves.perform(
                server,
                moves.CANCEL,
                Pressed(scope="staff", actor="Nurse"),
                TicketRef(clinic="lab", patient="A-1"),
            )

    assert found == (None,)


STRANGER = Pressed(key="1", key_scope="POST /api/v1/queue/enter", payload="p", scope="patient")


def drawn_over_http(clinic: ClinicFixture) -> None:
    """A patient drew a number over HTTP under a key that is easily guessed."""
    with psycopg.connect(clinic.database.login("server"), autocommit=True) as server:
        moves.perform(server, moves.ISSUE_TICKET, STRANGER, clinic="lab", priority="none")


def test_a_window_cannot_hear_the_answer_to_somebody_elses_key(clinic: ClinicFixture) -> None:
    """Whatever scope and user of a key a station's login claims, it has its own keys only."""
    drawn_over_http(clinic)
    with psycopg.connect(clinic.database.login("kiosk"), autocommit=True) as kiosk:
        answer = moves.perform(kiosk, moves.ISSUE_TICKET, STRANGER, clinic="lab", priority="none")

    assert answer is not None
    assert not answer.replayed
    assert answer.answer["number"] == 2


def test_a_key_opens_nothing_without_its_payload(clinic: ClinicFixture) -> None:
    drawn_over_http(clinic)
    blank = Pressed(key=STRANGER.key, key_scope=STRANGER.key_scope, scope="patient")
    with (
        psycopg.connect(clinic.database.login("server"), autocommit=True) as server,
        pytest.raises(KeyReused),
        refusals(),
    ):
        moves.perform(server, moves.ISSUE_TICKET, blank, clinic="lab", priority="none")


def test_what_nobody_named_did_is_undone_by_nobody(clinic: ClinicFixture) -> None:
    """A remote patient's issue has no actor; an administrator without a name is not him."""
    with psycopg.connect(clinic.database.login("server"), autocommit=True) as server:
        drawn = moves.perform(
            server, moves.ISSUE_TICKET, Pressed(scope="patient"), clinic="lab", priority="none"
        )
        assert drawn is not None
        with pytest.raises(NotAllowed), refusals():
            moves.perform(
                server, moves.UNDO, Pressed(scope="admin"), TicketRef(drawn.answer["ticket_id"])
            )
