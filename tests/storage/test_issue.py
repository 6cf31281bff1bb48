"""Numbers: consecutive from 1, whatever runs at once; one active ticket a patient."""

from __future__ import annotations

import datetime as dt

import psycopg
import pytest

from domain.errors import (
    ClinicClosed,
    ClinicNotFound,
    ClinicPaused,
    InvalidInput,
    NotAllowed,
    OtherGender,
)
from domain.ports import Press
from domain.states import Priority, TicketState
from domain.tickets import Desk, TicketRequest, label
from tests.storage.conftest import ClinicFixture, at_once, flat, gapless


@pytest.mark.parametrize(("kiosks", "each"), [(5, 1), (10, 4), (32, 8)])
def test_simultaneous_issues_are_consecutive_without_duplicate_or_gap(
    clinic: ClinicFixture, kiosks: int, each: int
) -> None:
    def draw() -> list[int]:
        return [ticket.number for ticket in clinic.issue(each)]

    numbers = flat(at_once(kiosks, draw))

    assert sorted(numbers) == gapless(after=0, count=kiosks * each)
    assert clinic.feed_positions("ENTERED") == gapless(after=0, count=kiosks * each)


def test_order_and_number_agree(clinic: ClinicFixture) -> None:
    """Virtual arrival is strictly increasing with the number, also when the clock stands still."""
    at_once(8, lambda: clinic.issue(5))

    rows = clinic.database.rows("select number, queue_at from ticket order by queue_at, id")

    assert [number for number, _ in rows] == gapless(after=0, count=40)
    assert len({at for _, at in rows}) == 40


def test_a_clock_that_goes_back_does_not_turn_the_line_round(clinic: ClinicFixture) -> None:
    clinic.issue(1)
    now = clinic.database.value("select dawr.now()")
    clinic.database.set_clock(now - dt.timedelta(hours=1))
    clinic.issue(1)

    assert [clinic.press_next(), clinic.press_next()] == ["L-001", "L-002"]


def test_a_failed_issue_leaves_no_gap(clinic: ClinicFixture) -> None:
    clinic.issue(1)
    with psycopg.connect(clinic.database.login("kiosk")) as kiosk:
        kiosk.execute(
            "select dawr.issue_ticket(row(null,null,null,null,null,null,null,null)::dawr.press,"
            " 'lab')"
        )
        kiosk.rollback()

    assert clinic.issue(1)[0].number == 2


def test_a_patient_gets_the_ticket_he_holds_again(clinic: ClinicFixture) -> None:
    first = clinic.issue(1, patient="A-1")[0]
    again = clinic.issue(1, patient="A-1")[0]

    assert (again.label, again.token, again.existing) == (first.label, first.token, True)
    assert clinic.database.value("select count(*) from ticket") == 1


def test_one_patient_at_many_kiosks_at_once_gets_one_ticket(clinic: ClinicFixture) -> None:
    tickets = flat(at_once(12, lambda: clinic.issue(1, patient="A-1")))

    assert {ticket.label for ticket in tickets} == {"L-001"}
    assert sum(not ticket.existing for ticket in tickets) == 1


def test_a_patient_may_come_again_after_being_served(clinic: ClinicFixture) -> None:
    clinic.issue(1, patient="A-1")
    desk = clinic.desk()
    called = clinic.call(desk)
    assert called is not None
    desk.finish(Press(), called.ticket_id)

    assert clinic.issue(1, patient="A-1")[0].label == "L-002"


def test_anonymous_tickets_are_never_the_same(clinic: ClinicFixture) -> None:
    assert [ticket.label for ticket in clinic.issue(2)] == ["L-001", "L-002"]


def test_labels_have_at_least_three_digits(clinic: ClinicFixture) -> None:
    clinic.database.do("update head set counter = 998")

    assert [ticket.label for ticket in clinic.issue(2)] == ["L-999", "L-1000"]
    assert (label("L", 7), label("L", 1000)) == ("L-007", "L-1000")


def test_ahead_counts_those_who_will_be_called_before(clinic: ClinicFixture) -> None:
    clinic.issue(3)
    elderly = clinic.issue(1, priority=Priority.ELDERLY)[0]
    last = clinic.issue(1)[0]

    assert (elderly.ahead, last.ahead, last.waiting) == (0, 4, 5)
    assert elderly.estimate is not None


def test_an_unknown_clinic_is_named(clinic: ClinicFixture) -> None:
    with pytest.raises(ClinicNotFound) as refused:
        clinic.kiosk().issue_ticket(Press(), TicketRequest("nowhere"))

    assert refused.value.facts == {"clinic": "nowhere"}


def test_a_paused_clinic_gives_no_number_but_staff_may(clinic: ClinicFixture) -> None:
    clinic.database.do(
        "update clinic set paused = true, paused_reason = 'cleaning' where code = 'lab'"
    )

    with pytest.raises(ClinicPaused) as refused:
        clinic.issue(1)
    walk_in = clinic.desk().register_walk_in(Press(), TicketRequest("lab"))

    assert refused.value.facts["reason"] == "cleaning"
    assert walk_in.state is TicketState.WAITING


def test_a_closed_clinic_says_when_it_opens(clinic: ClinicFixture) -> None:
    """Open on Mondays from 07:00 to 15:00 in Qatar (UTC+3); it is Sunday noon."""
    clinic.database.do(
        "insert into clinic_hours select site_id, id, 1, '07:00', '15:00' from clinic"
        " where code = 'lab'"
    )
    clinic.database.set_clock(dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC))

    with pytest.raises(ClinicClosed) as refused:
        clinic.issue(1)

    assert refused.value.instant("until") == dt.datetime(2026, 11, 23, 4, 0, tzinfo=dt.UTC)


def test_a_clinic_for_women_refuses_a_man_and_says_why(clinic: ClinicFixture) -> None:
    clinic.database.do("update clinic set gender = 'female' where code = 'lab'")

    with pytest.raises(OtherGender) as refused:
        clinic.issue(1, gender="male")

    assert refused.value.facts["gender"] == "female"


def test_emergency_is_not_for_kiosks(clinic: ClinicFixture) -> None:
    with pytest.raises(NotAllowed):
        clinic.issue(1, priority=Priority.EMERGENCY)


@pytest.mark.parametrize("asked", [{"party_size": 0}, {"party_size": 21}, {"patient": "x" * 65}])
def test_what_is_out_of_bounds_is_refused_and_nothing_is_drawn(
    clinic: ClinicFixture, asked: dict[str, object]
) -> None:
    with pytest.raises(InvalidInput):
        clinic.issue(1, **asked)

    assert clinic.issue(1)[0].number == 1


def test_a_name_alone_is_kept_with_its_ticket_and_is_nobody_known(clinic: ClinicFixture) -> None:
    """A walk-in without papers: staff see the name; the next of that name is another person."""
    for _ in range(2):
        walk_in = clinic.desk().register_walk_in(Press(), TicketRequest("lab", name="Mariam"))
        assert not walk_in.existing

    names = [one.name for one in clinic.desk().desk_list(Desk(None, ("lab",))).waiting]
    assert names == ["Mariam", "Mariam"]
    assert clinic.database.value("select count(*) from patient") == 2
