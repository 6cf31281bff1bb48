"""Slots that share time, of a changed schedule or of two: of any two at most one is taken."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest

from domain.errors import SlotNotFound, SlotTaken
from domain.slots import Slot
from storage import slots
from tests.storage.booking import MINUTE, MORNING, TTL, Book, outcome
from tests.storage.conftest import at_once

CROWD = 12


def every(book: Book, minutes: int) -> None:
    """The schedule is of another length from now on."""
    book.database.do("update slot_schedule set every = make_interval(mins => %s)", [minutes])


def times(found: list[Slot]) -> list[str]:
    zone = ZoneInfo("Asia/Qatar")
    return [
        f"{one.starts_at.astimezone(zone):%H:%M}-{one.ends_at.astimezone(zone):%H:%M}"
        for one in found
    ]


def overlap(one: Slot, other: Slot) -> bool:
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at


def taken(book: Book) -> list[Slot]:
    """Every slot that somebody holds or has booked, whatever its schedule."""
    return [
        Slot(*row)
        for row in book.database.rows(
            "select n.id, c.code, n.starts_at, n.ends_at, n.status from slot_now n"
            " join clinic c on c.id = n.clinic_id where n.status <> 'FREE' order by n.starts_at"
        )
    ]


@pytest.fixture
def chain(book: Book) -> list[Slot]:
    """Two schedules of the clinic: 07:00-07:15, 07:10-07:30, 07:15-07:30, 07:30-07:45 and so on."""
    book.database.do(
        "insert into slot_schedule select 1, c.id, d, '07:10', '09:10', '20 minutes'"
        " from clinic c, generate_series(1, 7) d where c.code = 'lab'"
    )
    found = book.slots()
    assert times(found)[:3] == ["07:00-07:15", "07:10-07:30", "07:15-07:30"]
    return found


# A schedule of another length


@pytest.mark.parametrize(("was", "now"), [(15, 30), (30, 15), (15, 20)])
def test_free_slots_have_the_length_of_the_schedule_as_it_is(
    book: Book, was: int, now: int
) -> None:
    every(book, was)
    book.slots()
    every(book, now)

    found = book.slots()

    assert {one.ends_at - one.starts_at for one in found} == {now * MINUTE}
    assert len(found) == 8 * 60 // now
    assert not [pair for pair in itertools.pairwise(found) if overlap(*pair)]
    assert book.next_free(slot=found[0].slot_id) == found[:5]


def test_a_slot_that_was_seen_never_becomes_another(book: Book) -> None:
    """Who saw 07:00 to 07:15 cannot hold it as a half hour; with the old schedule it is back."""
    quarters = book.slots()
    every(book, 30)
    halves = book.slots()

    assert halves[0].starts_at == quarters[0].starts_at
    with pytest.raises(SlotNotFound):
        book.hold(quarters[0].slot_id)
    every(book, 15)
    assert book.slots() == quarters


def test_what_is_taken_keeps_its_length_and_blocks_all_that_it_overlaps(book: Book) -> None:
    every(book, 30)
    old = book.slots()
    book.book(old[0].slot_id)
    book.hold(old[2].slot_id)
    every(book, 15)

    assert times(book.slots())[:4] == ["07:30-07:45", "07:45-08:00", "08:30-08:45", "08:45-09:00"]
    assert times(book.slots(only_free=False))[:4] == [
        "07:00-07:30", "07:30-07:45", "07:45-08:00", "08:00-08:30"
    ]  # fmt: skip


def test_what_is_taken_blocks_after_it_has_begun_too(book: Book) -> None:
    every(book, 30)
    book.book(book.slots()[0].slot_id)
    every(book, 15)
    book.database.stop_clock(MORNING + 35 * MINUTE)

    assert times(book.slots())[0] == "07:30-07:45"


# One state for whoever asks


def test_a_slot_beside_a_taken_one_is_not_free_whoever_asks(book: Book, chain: list[Slot]) -> None:
    first, across, second, third = (one.slot_id for one in chain[:4])
    hold = book.hold(across)
    assert [book.status(one) for one in (first, across, second, third)] == ["HELD"] * 3 + ["FREE"]
    book.confirm(hold)
    assert [book.status(one) for one in (first, across, second)] == ["BOOKED"] * 3

    for one in (first, second):
        with pytest.raises(SlotTaken):
            book.hold(one)
    book.hold(third)


def test_the_list_of_a_day_and_the_status_of_each_say_the_same(
    book: Book, chain: list[Slot]
) -> None:
    for one in chain[1:20:5]:
        outcome(lambda slot=one.slot_id: book.book(slot))  # type: ignore[misc]  # a default binds it
    outcome(lambda: book.hold(chain[22].slot_id))

    free = {one.slot_id for one in book.slots()}

    assert free == {one.slot_id for one in chain if book.status(one.slot_id) == "FREE"}
    assert 0 < len(free) < len(chain)


def test_an_expired_hold_blocks_nothing_beside_it_either(book: Book, chain: list[Slot]) -> None:
    book.database.stop_clock(MORNING)
    book.hold(chain[1].slot_id)
    book.database.stop_clock(MORNING + TTL)

    assert book.slots() == chain
    book.hold(chain[0].slot_id)
    book.hold(chain[2].slot_id)


def test_what_is_given_back_is_free_only_where_nothing_else_has_its_time(
    book: Book, chain: list[Slot]
) -> None:
    hold = book.hold(chain[1].slot_id)
    book.release(hold)
    code = book.book(chain[0].slot_id)
    book.cancel(code)

    assert book.slots() == chain


def test_another_clinics_slots_at_the_same_time_are_its_own(book: Book, chain: list[Slot]) -> None:
    book.hold(chain[0].slot_id)
    other = book.slots(code="xr")[0]

    assert other.starts_at == chain[0].starts_at
    book.hold(other.slot_id)


# Races


def test_of_two_overlapping_slots_the_second_waits_and_reads_that_it_is_taken(
    book: Book, chain: list[Slot]
) -> None:
    for one, other in ((0, 1), (2, 1), (4, 5), (5, 4)):
        assert overlap(chain[one], chain[other])
        first = {"slot": chain[one].slot_id, "patient": f"P-{one}"}
        second = chain[other].slot_id

        assert book.behind(slots.HOLD_SLOT, first, lambda: book.hold(second)) == "SLOT_TAKEN"  # noqa: B023 - called before the next
        book.database.do("delete from slot_hold")
        assert book.behind(slots.HOLD_SLOT, first, lambda: book.hold(second), commit=False) == (  # noqa: B023
            "done"
        )
        book.database.do("delete from slot_hold")


def test_a_hold_behind_a_change_of_the_schedule_meets_the_hold_before_it(book: Book) -> None:
    """The old half hour is being held when the quarters are made."""
    every(book, 30)
    half = {"slot": book.slots()[0].slot_id, "patient": "P-1"}

    def hold_a_quarter() -> str:
        every(book, 15)
        return book.hold(book.slots()[1].slot_id)

    assert book.behind(slots.HOLD_SLOT, half, hold_a_quarter) == "SLOT_TAKEN"
    assert times(taken(book)) == ["07:00-07:30"]


@pytest.mark.parametrize(
    ("move", "expected"), [(slots.CONFIRM_BOOKING, "SLOT_TAKEN"), (slots.RELEASE_HOLD, "done")]
)
def test_a_hold_beside_one_that_is_being_confirmed_or_released_waits_for_it(
    book: Book, chain: list[Slot], move: object, expected: str
) -> None:
    hold = book.hold(chain[0].slot_id)
    across = chain[1].slot_id

    assert book.behind(move, {"hold": hold}, lambda: book.hold(across)) == expected  # type: ignore[arg-type]


def test_of_a_crowd_that_wants_overlapping_slots_no_two_get_the_same_time(
    book: Book, chain: list[Slot]
) -> None:
    """Neighbours overlap neighbours; of each group of them one at least is taken."""
    for _ in range(3):
        turn: Iterator[Slot] = itertools.cycle(chain[:6])

        found = at_once(CROWD, lambda: outcome(lambda: book.book(next(turn).slot_id)))  # noqa: B023 - called before the next

        won = taken(book)
        assert set(found) == {"done", "SLOT_TAKEN"}
        assert found.count("done") == len(won) >= 3
        assert not [pair for pair in itertools.combinations(won, 2) if overlap(*pair)]
        book.database.do("delete from booking")


def test_the_locks_of_overlapping_slots_are_taken_in_the_order_of_their_ids(
    book: Book, chain: list[Slot]
) -> None:
    """Who waits for the lower one has not locked his own yet, so that two never wait in a ring."""
    lower, own = (one.slot_id for one in chain[:2])
    assert lower < own
    seen: list[str] = []
    press = threading.Thread(target=lambda: seen.append(outcome(lambda: book.hold(own))))
    with book.rival_holding("slot", f"id = {lower}") as rival:
        press.start()
        book.database.until_waiting_for_lock("dawr server")
        rival.execute("select from dawr.slot where id = %s for update nowait", [own])
    press.join()

    assert seen == ["done"]
