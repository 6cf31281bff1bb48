"""Exam routes: the first clinic, the next one, and what is refused out of turn."""

from __future__ import annotations

from typing import Any

import pytest

from domain.errors import (
    AlreadyWaiting,
    ClinicClosed,
    ClinicPaused,
    InvalidInput,
    NotAllowed,
    NotOnRoute,
    PreviousNotCompleted,
    TooLateToUndo,
    WrongSequence,
)
from domain.routes import StopStatus
from storage import moves
from storage.answers_visit import route_of
from storage.moves import TicketRef
from tests.postgres import Database
from tests.storage.conftest import ClinicFixture
from tests.storage.hand import Hand, staff
from tests.storage.walker import Answer, Walker

RECRUIT = ["lab", "xr", "bio", "eye", "int", "sur", "ent", "psy", "dnt", "der"]


def close(database: Database, *clinics: str) -> None:
    """Close clinics now: they open for a minute, seven days from tomorrow's weekday."""
    database.do(
        "insert into clinic_hours select site_id, id,"
        " extract(isodow from (dawr.now() at time zone 'Asia/Qatar') + interval '3 days')::int,"
        " '12:00', '12:01' from clinic where code = any(%s)",
        [list(clinics)],
    )


def enter(walker: Walker, clinic: str, scope: str = "patient", **given: Any) -> Answer:
    told = Hand(walker.database, scope, None if scope == "patient" else "Someone").press(
        moves.ISSUE_TICKET,
        clinic=clinic,
        patient=walker.patient,
        party_size=1,
        holder=walker.token,
        **given,
    )
    return dict(told.answer)


def ref(ticket: Answer) -> TicketRef:
    return TicketRef(ticket["ticket_id"])


def test_a_recruit_walks_ten_clinics(database: Database) -> None:
    patient = Walker(database)
    first = patient.log_in()
    assert not first.existing
    assert first.ticket is not None
    assert first.ticket.answer["label"] == "L-001"
    assert patient.statuses() == {"lab": "IN_QUEUE", **dict.fromkeys(RECRUIT[1:], "LOCKED")}

    told = [patient.visit_next() for _ in range(10)]

    assert [one["route"]["done"] for one in told] == list(range(1, 11))
    assert [one["next"] is None for one in told] == [False] * 9 + [True]
    assert patient.been[:3] == RECRUIT[:3]
    assert sorted(patient.been) == sorted(RECRUIT)
    assert told[-1]["route"]["completed"]
    assert told[-1]["route"]["due"] is None
    assert patient.statuses() == dict.fromkeys(RECRUIT, "COMPLETED")
    linked = database.rows(
        "select count(*) from ticket t join ticket n on n.id = t.went_to and n.came_from = t.id"
        " where n.source = 'route'"
    )
    assert linked == [(9,)]


def test_a_route_reads_as_the_windows_know_it(database: Database) -> None:
    patient = Walker(database, gender="female", exam="General")
    route = route_of(patient.log_in().route)

    assert (route.exam, route.gender, route.total, route.done) == ("general", "female", 3, 0)
    assert {stop.clinic for stop in route.stops} == {"int", "eye", "der"}
    assert route.note is not None
    assert route.due == route.stops[1].clinic == "eye"
    assert route.stops[1].status is StopStatus.IN_QUEUE
    assert (route.stops[1].ticket, route.stops[1].room) == ("E-001", "4")


def test_clinics_of_the_other_gender_are_left_out(database: Database) -> None:
    database.do("update clinic set gender = 'female' where code = 'der'")

    assert "der" not in {stop["clinic"] for stop in Walker(database).log_in().route["stops"]}


def test_an_exam_the_site_does_not_have_is_refused(database: Database) -> None:
    database.do("delete from exam_clinic where code = 'cooks'")
    for exam in ("astronauts", "cooks"):
        with pytest.raises(InvalidInput) as refused:
            Walker(database, exam=exam).log_in()
        assert refused.value.facts == {"field": "examType"}
    assert database.rows("select * from visit") == []


def test_a_login_is_had_once_a_day_by_whoever_may_know_it(database: Database) -> None:
    patient = Walker(database)
    first = patient.log_in()
    with pytest.raises(AlreadyWaiting):
        Walker(database).log_in()

    by_token, by_kiosk, by_staff = (
        patient.log_in(scope) for scope in ("patient", "kiosk", "staff")
    )

    for again in (by_token, by_kiosk, by_staff):
        assert again.existing
        assert again.ticket is not None
        assert first.ticket is not None
        assert again.ticket.answer["token"] == first.ticket.answer["token"]
    assert database.value("select count(*) from ticket") == 1


def test_any_token_of_the_visit_opens_it_and_no_other(database: Database) -> None:
    patient, other = Walker(database), Walker(database, "P-2")
    patient.log_in()
    other.log_in()
    first = patient.token
    patient.visit_next()
    assert patient.token != first

    patient.token = first

    assert patient.route()["done"] == 1
    assert patient.log_in().existing
    patient.token = other.token
    with pytest.raises(NotAllowed):
        patient.route()
    with pytest.raises(AlreadyWaiting):
        patient.log_in()


def test_after_the_end_a_login_tells_the_completed_route(database: Database) -> None:
    patient = Walker(database, exam="courses")
    patient.log_in()
    for _ in range(4):
        patient.visit_next()

    over = patient.log_in()

    assert over.existing
    assert over.ticket is None
    assert over.route["completed"]
    with pytest.raises(AlreadyWaiting):
        Walker(database, exam="courses").log_in()
    assert enter(patient, "der")["label"] == "K-001"


@pytest.mark.parametrize("way", ["closed", "paused"])
def test_a_first_clinic_that_gives_no_numbers_begins_nothing(database: Database, way: str) -> None:
    if way == "closed":
        close(database, "lab")
    else:
        database.do("update clinic set paused = true where code = 'lab'")

    with pytest.raises((ClinicClosed, ClinicPaused)):
        Walker(database).log_in("kiosk")

    assert database.rows("select * from visit") == []
    assert Walker(database).log_in("staff").ticket is not None


def test_remote_entry_switched_off_leaves_kiosks(database: Database) -> None:
    database.do("update site set remote_entry = false")

    with pytest.raises(NotAllowed):
        Walker(database).log_in()
    assert Walker(database).log_in("kiosk").ticket is not None


def test_the_ticket_he_holds_already_becomes_the_first_of_his_route(database: Database) -> None:
    patient = Walker(database)
    held = enter(patient, "lab")
    with pytest.raises(AlreadyWaiting):
        patient.log_in()
    patient.token = held["token"]

    told = patient.log_in()

    assert told.ticket is not None
    assert told.ticket.answer["ticket_id"] == held["ticket_id"]
    assert patient.visit_next()["next"]["clinic"] == "xr"


def test_a_stranger_logs_nobody_in_who_waits_in_a_clinic_of_the_exam(database: Database) -> None:
    held = enter(Walker(database), "eye")

    with pytest.raises(AlreadyWaiting):
        Walker(database).log_in()
    with_it = Walker(database, token=held["token"]).log_in()
    assert with_it.ticket is not None
    assert with_it.ticket.answer["clinic"] == "lab"


def test_what_is_entered_out_of_turn_is_told_what_is_due(database: Database) -> None:
    patient = Walker(database)
    patient.log_in()

    with pytest.raises(NotOnRoute) as off:
        enter(patient, "aud")
    with pytest.raises(PreviousNotCompleted) as early:
        enter(patient, "xr")
    assert off.value.facts == {"clinic": "aud"}
    assert early.value.facts == {"due": "lab"}
    assert enter(patient, "lab")["existing"]

    staff(database).press(moves.CANCEL, TicketRef(clinic="lab", number=1))
    with pytest.raises(WrongSequence) as wrong:
        enter(patient, "xr", "kiosk")
    assert wrong.value.facts == {"due": "lab"}
    again = enter(patient, "lab")

    assert (again["label"], again["existing"]) == ("L-002", False)
    patient.token = again["token"]
    assert patient.visit_next()["next"]["clinic"] == "xr"


@pytest.mark.parametrize("clinic", ["lab", "xr", "aud"])
def test_a_stranger_who_enters_him_hears_the_same_of_every_clinic(
    database: Database, clinic: str
) -> None:
    Walker(database).log_in()

    with pytest.raises(AlreadyWaiting) as refused:
        enter(Walker(database, token="nobodys"), clinic)

    assert refused.value.facts == {}


def test_staff_enter_him_anywhere(database: Database) -> None:
    patient = Walker(database)
    patient.log_in()

    on_route, off_route = enter(patient, "eye", "staff"), enter(patient, "aud", "staff")

    assert patient.statuses()["eye"] == "IN_QUEUE"
    visits = database.rows("select clinic_id, visit_id is not null from ticket order by id")
    assert [joined for _, joined in visits] == [True, True, False]
    for ticket in (on_route, off_route):
        assert not ticket["existing"]


def test_who_did_not_come_is_still_expected_there(database: Database) -> None:
    database.do("update site set no_show_grace = '0'")
    patient = Walker(database, exam="cooks")
    patient.log_in()
    patient.visit_next()
    patient.be_called()
    missed = patient.route()["ticket"]
    staff(database).press(moves.MARK_NO_SHOW, ref(missed))

    route = patient.route()

    assert (route["due"], route["ticket"]) == (missed["clinic"], None)
    assert patient.statuses()[missed["clinic"]] == "READY"
    again = patient.log_in()
    assert again.ticket is not None
    assert again.ticket.answer["clinic"] == missed["clinic"]


def test_a_closed_clinic_is_passed_over_while_another_is_open(database: Database) -> None:
    """Surgery would be first by name; who missed it goes elsewhere when it closes."""
    close(database, "int", "ent")
    patient = Walker(database, exam="cooks")
    patient.log_in()

    told = patient.visit_next()

    assert told["next"]["clinic"] == "sur"
    staff(database).press(moves.CANCEL, TicketRef(token=patient.token))
    database.do("delete from clinic_hours")
    close(database, "sur")
    assert patient.route()["due"] in {"int", "ent"}


def test_where_nothing_can_be_entered_the_due_clinic_is_named_and_had_later(
    database: Database,
) -> None:
    close(database, "xr")
    patient = Walker(database)
    patient.log_in()

    told = patient.visit_next()

    assert (told["next"], told["route"]["due"]) == (None, "xr")
    assert patient.log_in().ticket is None
    database.do("delete from clinic_hours")
    later = patient.log_in()
    assert later.ticket is not None
    assert later.ticket.answer["label"] == "X-001"


def test_the_desk_draws_the_next_ticket_whichever_way_it_ends_one(clinic: ClinicFixture) -> None:
    """By done, by the next call to a full room, and by calling somebody out of order."""
    database = clinic.database
    nurse = staff(database)
    patients = [Walker(database, f"P-{number}") for number in range(3)]
    for patient in patients:
        patient.log_in()
    clinic.issue(2)

    nurse.press(moves.CALL_NEXT, clinics=["lab"], room="1")
    nurse.press(moves.CALL_NEXT, clinics=["lab"], room="1")
    last = patients[2].route()["ticket"]
    nurse.press(moves.CALL_CHOSEN, ref(last), reason="in a hurry", room="1")
    done = nurse.press(moves.FINISH, ref(last))

    assert done.answer["next"]["label"] == "X-003"
    assert done.answer["route"]["due"] == "xr"
    assert done.answer["patient"] == "P-2"
    assert [patient.route()["ticket"]["label"] for patient in patients] == [
        "X-001",
        "X-002",
        "X-003",
    ]
    off_route = nurse.press(moves.CALL_NEXT, clinics=["lab"])
    ended = nurse.press(moves.FINISH, TicketRef(off_route.answer["ticket_id"]))
    assert (ended.answer["next"], ended.answer["route"]) == (None, None)


def test_priority_is_kept_and_the_arrival_is_new(database: Database) -> None:
    patient = Walker(database)
    first = patient.log_in().ticket
    assert first is not None
    staff(database).press(moves.CHANGE_PRIORITY, ref(dict(first.answer)), priority="elderly")

    told = patient.visit_next()["next"]

    assert told["priority"] == "elderly"
    assert told["arrived_at"] > first.answer["arrived_at"]
    assert database.value("select arrived_at - queue_at = '15 min' from ticket where id = 2")


def test_an_undone_done_takes_the_next_ticket_back(database: Database) -> None:
    patient, nurse = Walker(database), staff(database)
    patient.log_in()
    patient.be_called()
    ticket = ref(patient.route()["ticket"])
    nurse.press(moves.FINISH, ticket)
    assert patient.statuses()["xr"] == "IN_QUEUE"

    nurse.press(moves.UNDO, ticket)

    assert patient.statuses() == {"lab": "IN_QUEUE", **dict.fromkeys(RECRUIT[1:], "LOCKED")}
    assert database.rows("select label, state from ticket order by id") == [
        ("L-001", "called"),
        ("X-001", "cancelled"),
    ]
    nurse.press(moves.FINISH, ticket)
    nurse.press(moves.CALL_NEXT, clinics=["xr"])
    with pytest.raises(TooLateToUndo):
        nurse.press(moves.UNDO, ticket)


def test_a_transferred_patient_stays_on_his_route(database: Database) -> None:
    patient, nurse = Walker(database), staff(database)
    patient.log_in()
    moved = nurse.press(
        moves.TRANSFER, TicketRef(token=patient.token), destination="aud", keep_arrival=True
    )
    assert patient.route()["due"] == "aud"
    patient.token = moved.answer["token"]

    told = patient.visit_next()

    assert told["next"]["clinic"] == "lab"
    assert told["route"]["done"] == 0
