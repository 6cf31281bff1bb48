"""Calling the next patient: the order, and what two desks do at once."""

from __future__ import annotations

import pytest

from domain.errors import TicketInHand
from domain.ports import Press
from domain.states import Priority
from domain.tickets import Desk, TicketRequest
from tests.storage.conftest import ClinicFixture, at_once, flat, gapless


def test_a_ticket_being_claimed_is_passed_over_and_not_lost(clinic: ClinicFixture) -> None:
    """While L-001 is locked the press yields L-002; once released, L-001 is next."""
    clinic.issue(2)

    with clinic.rival_holding("L-001"):
        during = clinic.press_next()
    after = clinic.press_next()

    assert during == "L-002"
    assert after == "L-001"


def test_a_desk_on_two_clinics_hides_nobody_from_a_desk_on_one(clinic: ClinicFixture) -> None:
    """Of a profile exactly one row is locked: while X-001 is claimed, L-001 can be called."""
    clinic.issue(1)
    clinic.kiosk().issue_ticket(Press(), TicketRequest("xr"))
    both = Desk(None, ("lab", "xr"), (0, 0))

    with clinic.rival_holding("L-001"):
        assert clinic.desk().call_next(Press(), both).label == "X-001"
    assert clinic.press_next() == "L-001"


@pytest.mark.parametrize(("desks", "waiting"), [(8, 40), (8, 3), (2, 1), (32, 200)])
def test_no_ticket_is_called_twice_and_none_is_lost(
    clinic: ClinicFixture, desks: int, waiting: int
) -> None:
    """Desks that drain one line together call each ticket once, in one gapless feed."""
    clinic.issue(waiting)

    def drain() -> list[str]:
        desk = clinic.desk()
        return list(iter(lambda: clinic.press_next(desk), None))

    called = at_once(desks, drain)

    assert sorted(flat(called)) == clinic.labels(1, waiting)
    assert clinic.feed_positions("CALLED") == gapless(after=waiting, count=waiting)


def test_a_credit_moves_a_clinic_forward_by_that_much_only(clinic: ClinicFixture) -> None:
    first = clinic.issue(1)[0]
    second = clinic.kiosk().issue_ticket(Press(), TicketRequest("xr"))
    gap = (second.arrived_at - first.arrived_at).total_seconds()
    desk = clinic.desk()

    more = desk.call_next(Press(), Desk(None, ("lab", "xr"), (0, int(gap) + 1)))
    rest = desk.call_next(Press(), Desk(None, ("lab", "xr"), (0, int(gap) + 1)))

    assert (more.label, rest.label) == (second.label, first.label)


def test_classes_go_before_others_by_their_credit_and_emergency_before_all(
    clinic: ClinicFixture,
) -> None:
    clinic.issue(1)
    clinic.issue(1, priority=Priority.ELDERLY)
    clinic.desk().register_walk_in(Press(), TicketRequest("lab", priority=Priority.EMERGENCY))
    desk = clinic.desk()

    assert [clinic.press_next(desk) for _ in range(4)] == ["L-003", "L-002", "L-001", None]


def test_a_full_room_ends_the_one_in_hand_first(clinic: ClinicFixture) -> None:
    clinic.issue(2)
    desk = clinic.desk()
    clinic.press_next(desk, "1")

    called = clinic.call(desk, "1")

    assert called is not None
    assert (called.label, called.finished) == ("L-002", 1)
    assert clinic.database.rows("select label, state from ticket order by number") == [
        ("L-001", "done"),
        ("L-002", "called"),
    ]


def test_nobody_waiting_leaves_the_one_in_hand_alone(clinic: ClinicFixture) -> None:
    clinic.issue(1)
    desk = clinic.desk()
    clinic.press_next(desk, "1")

    assert clinic.press_next(desk, "1") is None
    assert clinic.database.value("select state from ticket") == "called"


def test_a_full_room_refuses_where_the_site_says_so(clinic: ClinicFixture) -> None:
    clinic.database.do("update site set finish_in_hand = false")
    clinic.issue(2)
    desk = clinic.desk()
    clinic.press_next(desk, "1")

    with pytest.raises(TicketInHand) as refused:
        desk.call_next(Press(), Desk("1", ("lab",)))

    assert refused.value.facts == {"ticket": "L-001"}


def test_a_room_never_holds_more_than_its_places(clinic: ClinicFixture) -> None:
    """Twelve presses at once into one room: each ends the one before, one is left in hand."""
    clinic.issue(12)

    called = at_once(12, lambda: clinic.press_next(clinic.desk(), "1"))

    assert sorted(str(label) for label in called) == clinic.labels(1, 12)
    assert clinic.database.rows("select state, count(*) from ticket group by 1 order by 1") == [
        ("called", 1),
        ("done", 11),
    ]


@pytest.mark.parametrize("keep_arrival", [True, False])
def test_an_emergency_stays_before_all_where_it_is_transferred_to(
    clinic: ClinicFixture, *, keep_arrival: bool
) -> None:
    desk = clinic.desk()
    clinic.kiosk().issue_ticket(Press(), TicketRequest("eye", priority=Priority.ELDERLY))
    urgent = desk.register_walk_in(Press(), TicketRequest("lab", priority=Priority.EMERGENCY))

    moved = desk.transfer(
        Press(), urgent.ticket_id, "eye", keep_arrival=keep_arrival, reason="eye injury"
    )

    assert desk.call_next(Press(), Desk(None, ("eye",))).label == moved.label == "E-002"
