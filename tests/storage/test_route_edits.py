"""Staff change a patient's route: what becomes of his tickets, and what the log keeps of it."""

from __future__ import annotations

from typing import Any

import pytest

from domain.errors import (
    ClinicNotFound,
    InvalidInput,
    NotAllowed,
    NotInQueue,
    NotOnRoute,
)
from storage import moves
from storage.answers_routes import Edited
from storage.moves import TicketRef
from storage.moves_routes import EDIT_ROUTE, READ_TICKET_ROUTE
from tests.postgres import Database
from tests.storage.hand import Hand, staff
from tests.storage.walker import Walker

COOK = ["lab", "int", "ent", "sur"]


def edit(walker: Walker, action: str, reason: str = "asked", **given: Any) -> Edited:
    told = staff(walker.database).press(
        EDIT_ROUTE, action=action, reason=reason, patient=walker.patient, **given
    )
    if told.ticket is not None:
        walker.token = told.ticket.answer["token"]
    return told


@pytest.fixture
def cook(database: Database) -> Walker:
    """A cook who has been at the laboratory and waits for his second clinic."""
    walker = Walker(database, exam="cooks")
    walker.log_in()
    walker.visit_next()
    return walker


def tickets(database: Database) -> list[tuple[str, str]]:
    return database.rows("select label, state from ticket order by id")


def test_reset_begins_again_at_the_first(cook: Walker) -> None:
    told = edit(cook, "reset_path")

    assert told.ticket is not None
    assert told.ticket.answer["label"] == "L-002"
    assert (told.route["done"], told.route["due"]) == (0, "lab")
    assert [state for _, state in tickets(cook.database)] == ["done", "cancelled", "waiting"]
    for _ in COOK:
        cook.visit_next()
    assert cook.route()["completed"]


def test_taken_out_of_the_line_he_may_come_back(cook: Walker) -> None:
    due = cook.route()["due"]

    told = edit(cook, "remove_from_queue")

    assert (told.ticket, told.route["due"]) == (None, due)
    back = cook.log_in()
    assert back.ticket is not None
    assert (back.existing, back.ticket.answer["clinic"]) == (True, due)


def test_taken_out_of_another_clinic_nothing_happens(cook: Walker) -> None:
    told = edit(cook, "remove_from_queue", clinic="lab")

    assert told.ticket is not None
    assert told.ticket.answer["state"] == "waiting"


@pytest.mark.parametrize(("inside", "state"), [(True, "done"), (False, "cancelled")])
def test_a_clinic_counted_as_done_ends_his_ticket_there_and_draws_the_next(
    cook: Walker, *, inside: bool, state: str
) -> None:
    due = cook.route()["due"]
    if inside:
        cook.be_called()

    told = edit(cook, "force_complete_clinic", clinic=due)

    assert told.ticket is not None
    assert told.ticket.answer["clinic"] != due
    assert told.route["done"] == 2
    assert tickets(cook.database)[1][1] == state
    assert cook.statuses()[due] == "COMPLETED"
    for _ in range(2):
        cook.visit_next()
    assert cook.route()["completed"]
    assert due not in cook.been


def test_a_clinic_ahead_counted_as_done_is_skipped(cook: Walker) -> None:
    due = cook.route()["due"]
    ahead = next(clinic for clinic in COOK if clinic not in ("lab", due))

    told = edit(cook, "force_complete_clinic", clinic=ahead)

    assert told.ticket is not None
    assert told.ticket.answer["clinic"] == due
    assert cook.statuses()[ahead] == "COMPLETED"


def test_the_last_one_counted_as_done_ends_the_journey(cook: Walker) -> None:
    told = [edit(cook, "force_complete_clinic", clinic=clinic) for clinic in COOK]

    assert told[-1].route["completed"]
    assert told[-1].ticket is None


def test_another_path_keeps_what_is_done_and_ends_what_is_left_out(cook: Walker) -> None:
    told = edit(cook, "update_path", clinics=["AUD", "xr"])

    assert [stop["clinic"] for stop in told.route["stops"]] == ["lab", "aud", "xr"]
    assert told.route["done"] == 1
    assert told.ticket is not None
    assert told.ticket.answer["clinic"] in {"aud", "xr"}
    assert tickets(cook.database)[1][1] == "cancelled"
    for _ in range(2):
        cook.visit_next()
    assert cook.route()["completed"]


def test_fixed_clinics_keep_the_order_they_are_given(database: Database) -> None:
    walker = Walker(database)
    walker.log_in()

    told = edit(walker, "update_path", clinics=["bio", "eye", "lab"])

    assert [stop["clinic"] for stop in told.route["stops"]] == ["bio", "eye", "lab"]
    assert told.route["due"] == "lab"
    assert walker.visit_next()["next"]["clinic"] == "bio"


def test_priority_is_kept_through_an_edit(cook: Walker) -> None:
    staff(cook.database).press(
        moves.CHANGE_PRIORITY, TicketRef(token=cook.token), priority="disability"
    )

    told = edit(cook, "update_path", clinics=["xr"])

    assert told.ticket is not None
    assert told.ticket.answer["priority"] == "disability"


@pytest.mark.parametrize(
    ("action", "given", "refusal"),
    [
        ("reset_path", {"reason": " "}, InvalidInput),
        ("make_tea", {}, InvalidInput),
        ("force_complete_clinic", {}, InvalidInput),
        ("force_complete_clinic", {"clinic": "no"}, ClinicNotFound),
        ("force_complete_clinic", {"clinic": "aud"}, NotOnRoute),
        ("update_path", {}, InvalidInput),
        ("update_path", {"clinics": []}, InvalidInput),
        ("update_path", {"clinics": ["lab", "LAB"]}, InvalidInput),
        ("update_path", {"clinics": ["no"]}, ClinicNotFound),
    ],
)
def test_what_is_no_edit_changes_nothing(
    cook: Walker, action: str, given: dict[str, Any], refusal: type[Exception]
) -> None:
    before = cook.route()["stops"]

    with pytest.raises(refusal):
        edit(cook, action, **given)

    assert cook.route()["stops"] == before


def test_who_is_on_no_route_has_none_to_edit(cook: Walker) -> None:
    with pytest.raises(NotInQueue):
        edit(Walker(cook.database, "nobody"), "reset_path")
    ticket = staff(cook.database).press(moves.ISSUE_TICKET, clinic="eye", party_size=1)
    with pytest.raises(NotInQueue):
        staff(cook.database).press(
            EDIT_ROUTE, action="reset_path", reason="x", ticket=ticket.answer["ticket_id"]
        )


def test_only_staff_edit(cook: Walker) -> None:
    for scope in ("patient", "kiosk"):
        with pytest.raises(NotAllowed):
            Hand(cook.database, scope).press(
                EDIT_ROUTE, action="reset_path", reason="x", patient=cook.patient
            )


def test_the_desk_edits_by_the_ticket_and_reads_the_route_by_it(cook: Walker) -> None:
    ticket = cook.route()["ticket"]["ticket_id"]

    told = staff(cook.database).press(
        EDIT_ROUTE, action="update_path", reason="x", ticket=ticket, clinics=["xr"]
    )

    read = Hand(cook.database).read(READ_TICKET_ROUTE, ticket=ticket)
    assert read["stops"] == told.route["stops"]
    off = staff(cook.database).press(moves.ISSUE_TICKET, clinic="eye", party_size=1)
    assert Hand(cook.database).read(READ_TICKET_ROUTE, ticket=off.answer["ticket_id"]) is None


def test_the_log_says_who_changed_what_and_why(cook: Walker) -> None:
    edit(cook, "update_path", "Mariam asked for it", clinics=["xr"])

    rows = cook.database.rows(
        "select e.actor, e.reason, e.facts, e.ticket_id = (select max(id) from ticket), c.code"
        " from event e join clinic c on c.id = e.clinic_id where e.kind = 'ROUTE_EDITED'"
    )

    facts = {"action": "update_path", "clinic": None, "clinics": ["xr"]}
    assert rows == [("Nurse", "Mariam asked for it", facts, True, "xr")]
    assert "Mariam" not in str(cook.database.rows("select f::text from feed_event f"))
    counted = "select waiting, in_service, held from head h join clinic c on c.id = h.clinic_id"
    assert cook.database.rows(f"{counted} where c.code = 'xr'") == [(1, 0, 0)]


def test_its_words_go_with_the_rest_in_time(cook: Walker) -> None:
    edit(cook, "update_path", "Mariam asked for it", clinics=["xr"])
    cook.database.do("update site set personal_data_kept = '1 microsecond'")

    while Hand(cook.database).read("select dawr.erase_personal_data(500)"):
        pass

    assert cook.database.rows("select * from visit") == []
    assert cook.database.rows("select * from visit_stop") == []
    assert cook.database.rows("select * from patient") == []
    assert "Mariam" not in str(cook.database.rows("select e::text from event e"))


def test_an_exam_for_anybody_and_for_one_gender_is_led_through_other_clinics(
    database: Database,
) -> None:
    """The exam of his gender is his; the other of that name is none of his business."""
    database.do(
        "insert into exam_type (site_id, code, gender, names)"
        " select site_id, code, 'any', names from exam_type"
        " where code = 'general' and gender = 'male'"
    )
    database.do(
        "insert into exam_clinic (site_id, code, gender, clinic_id, place, fixed)"
        " select site_id, code, 'any', clinic_id, place, fixed from exam_clinic"
        " where code = 'general' and gender = 'male'"
    )
    walker = Walker(database, exam="general")
    walker.log_in()

    edited = edit(walker, "update_path", clinics=["lab", "eye"])

    assert [stop["clinic"] for stop in edited.route["stops"]] == ["lab", "eye"]
