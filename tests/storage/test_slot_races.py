"""Every race for a slot twice: one who comes while the other is not committed yet, and a storm.

And the races against time: what counts is the clock once the slot's lock is had, never before.
"""

from __future__ import annotations

import functools
import itertools
import threading
import time
from collections import Counter
from collections.abc import Callable

import psycopg
import pytest

from domain.errors import Busy
from domain.slots import SlotId
from storage import moves, slots
from tests.storage.booking import MINUTE, MORNING, TTL, Book, outcome
from tests.storage.conftest import at_once
from tests.storage.hand import Hand, staff

INSTANT = MINUTE / 60_000_000
CROWD = 12


@pytest.fixture
def slot(book: Book) -> SlotId:
    return book.slots()[0].slot_id


def at_one_instant(*works: Callable[[], object]) -> list[str]:
    """What becomes of each of several works that start together, in their order."""
    turn = itertools.count()
    found = at_once(len(works), lambda: (n := next(turn), outcome(works[n])))
    return [what for _, what in sorted(found)]


def owners(book: Book, slot: SlotId) -> tuple[int, int]:
    """How many live appointments, and how many open holds, a slot has."""
    rows = book.database.rows(
        "select (select count(*) from booking where slot_id = %s and state <> 'cancelled'),"
        " (select count(*) from slot_hold where slot_id = %s and ended_at is null)",
        [slot, slot],
    )
    return int(rows[0][0]), int(rows[0][1])


def while_locked(book: Book, slot: SlotId, work: Callable[[], object], then: object) -> str:
    """What becomes of a press that waits for the slot's lock while the clock goes on to `then`."""
    seen: list[str] = []
    with book.rival_holding("slot", f"id = {slot}") as rival:
        press = threading.Thread(target=lambda: seen.append(outcome(work)))
        press.start()
        book.database.until_waiting_for_lock("dawr server")
        book.database.stop_clock(then)  # type: ignore[arg-type]  # an instant
        rival.rollback()
        press.join()
    return seen[0]


# Two holds


def test_of_two_holds_the_second_waits_and_reads_that_it_is_taken(book: Book, slot: SlotId) -> None:
    first = {"slot": slot, "patient": "P-1"}
    assert book.behind(slots.HOLD_SLOT, first, lambda: book.hold(slot, "P-2")) == "SLOT_TAKEN"


def test_what_the_first_gave_up_the_second_gets(book: Book, slot: SlotId) -> None:
    first = {"slot": slot, "patient": "P-1"}
    second = book.behind(slots.HOLD_SLOT, first, lambda: book.hold(slot, "P-2"), commit=False)

    assert second == "done"
    assert owners(book, slot) == (0, 1)


def test_of_many_who_hold_one_slot_one_gets_it(book: Book, slot: SlotId) -> None:
    found = at_once(CROWD, lambda: outcome(lambda: book.hold(slot)))

    assert Counter(found) == {"done": 1, "SLOT_TAKEN": CROWD - 1}
    assert owners(book, slot) == (0, 1)


def test_of_many_holds_of_one_patient_one_is_made(book: Book) -> None:
    """Different slots of one clinic: no lock is shared but the index that carries the rule."""
    turn = iter(book.slots()[:CROWD])
    found = at_once(CROWD, lambda: outcome(lambda: book.hold(next(turn).slot_id, "P-1")))

    assert Counter(found) == {"done": 1, "ALREADY_HOLDING": CROWD - 1}


def test_two_holds_of_one_patient_the_second_waits_for_the_index(book: Book, slot: SlotId) -> None:
    other = book.slots()[1].slot_id
    book.release(book.hold(slot, "P-1"))  # he is known, so that nothing else makes them wait
    first = {"slot": slot, "patient": "P-1"}

    second = book.behind(slots.HOLD_SLOT, first, lambda: book.hold(other, "P-1"))

    assert second == "ALREADY_HOLDING"


def test_of_many_holds_from_one_address_three_are_made(book: Book) -> None:
    turn = iter(book.slots()[:CROWD])
    found = at_once(
        CROWD, lambda: outcome(lambda: book.hold(next(turn).slot_id, address="10.0.0.7"))
    )

    assert Counter(found) == {"done": 3, "RATE_LIMITED": CROWD - 3}


def test_a_crowd_that_wants_a_few_slots_fills_each_once(book: Book) -> None:
    few = [one.slot_id for one in book.slots()[:3]]
    turn = itertools.cycle(few)
    found = at_once(CROWD, lambda: outcome(lambda: book.book(next(turn))))

    assert Counter(found) == {"done": 3, "SLOT_TAKEN": CROWD - 3}
    assert [owners(book, slot) for slot in few] == [(1, 0)] * 3


def test_a_lock_that_is_not_got_is_waited_for_a_second(book: Book, slot: SlotId) -> None:
    hold = book.hold(book.slots()[1].slot_id)
    with book.rival_holding("slot", f"id in ({slot}, {slot + 1})"):
        for work, found in ((lambda: book.hold(slot), "SLOT_TAKEN"),
                            (lambda: book.confirm(hold), Busy.code)):  # fmt: skip
            began = time.perf_counter()
            assert outcome(work) == found
            assert 0.9 < time.perf_counter() - began < 2.5

    book.confirm(hold)


# A hold against expiry


def test_a_hold_that_waited_past_the_others_expiry_gets_the_slot(book: Book, slot: SlotId) -> None:
    book.database.stop_clock(MORNING)
    book.hold(slot)
    book.database.stop_clock(MORNING + TTL - INSTANT)

    assert while_locked(book, slot, lambda: book.hold(slot), MORNING + TTL) == "done"
    assert owners(book, slot) == (0, 1)


def test_a_hold_that_waited_not_quite_so_long_does_not(book: Book, slot: SlotId) -> None:
    book.database.stop_clock(MORNING)
    book.hold(slot)

    late = MORNING + TTL - INSTANT
    assert while_locked(book, slot, lambda: book.hold(slot), late) == "SLOT_TAKEN"


def test_of_many_who_hold_at_the_instant_of_expiry_one_gets_it(book: Book, slot: SlotId) -> None:
    book.database.stop_clock(MORNING)
    book.hold(slot)
    book.database.stop_clock(MORNING + TTL)

    found = at_once(CROWD, lambda: outcome(lambda: book.hold(slot)))

    assert Counter(found) == {"done": 1, "SLOT_TAKEN": CROWD - 1}
    assert owners(book, slot) == (0, 1)


# A confirm against expiry


def test_a_confirm_that_waited_past_its_expiry_books_nothing(book: Book, slot: SlotId) -> None:
    book.database.stop_clock(MORNING)
    hold = book.hold(slot)
    book.database.stop_clock(MORNING + TTL - INSTANT)

    found = while_locked(book, slot, lambda: book.confirm(hold), MORNING + TTL)

    assert found == "HOLD_EXPIRED"
    assert owners(book, slot) == (0, 1)


def test_a_hold_behind_a_confirm_of_the_last_instant_is_too_late(book: Book, slot: SlotId) -> None:
    """The confirm has the lock; while the other waits for it the hold would have expired."""
    book.database.stop_clock(MORNING)
    hold = book.hold(slot)
    book.database.stop_clock(MORNING + TTL - INSTANT)

    def later() -> None:
        book.database.stop_clock(MORNING + TTL)
        book.hold(slot)

    assert book.behind(slots.CONFIRM_BOOKING, {"hold": hold}, later) == "SLOT_TAKEN"
    assert owners(book, slot) == (1, 0)


def test_a_confirm_behind_a_hold_that_took_over_is_too_late(book: Book, slot: SlotId) -> None:
    book.database.stop_clock(MORNING)
    hold = book.hold(slot)
    book.database.stop_clock(MORNING + TTL)
    first = {"slot": slot, "patient": "P-2"}

    assert book.behind(slots.HOLD_SLOT, first, lambda: book.confirm(hold)) == "HOLD_EXPIRED"
    assert owners(book, slot) == (0, 1)


def test_at_the_very_instant_of_expiry_it_is_the_others(book: Book, slot: SlotId) -> None:
    """Confirming and holding read one clock: whatever the order, one of them has the slot."""
    for at, winner in ((MORNING + TTL - INSTANT, "confirm"), (MORNING + TTL, "hold")):
        book.database.do("truncate slot_hold, booking")
        book.database.stop_clock(MORNING)
        hold = book.hold(slot)
        book.database.stop_clock(at)

        confirmed, *held = at_one_instant(
            lambda hold=hold: book.confirm(hold),  # type: ignore[misc]  # a default binds the value
            *[lambda: book.hold(slot)] * 6,
        )

        assert (confirmed == "done") == (winner == "confirm")
        assert held.count("done") == (1 if winner == "hold" else 0)
        assert owners(book, slot) == ((1, 0) if winner == "confirm" else (0, 1))


def insisting(book: Book, slot: SlotId) -> str:
    """What becomes of somebody who asks for a slot again and again for a moment."""
    found = "SLOT_TAKEN"
    deadline = time.monotonic() + 0.2
    while found == "SLOT_TAKEN" and time.monotonic() < deadline:
        found = outcome(lambda: book.hold(slot))
    return found


def test_while_the_clock_runs_over_the_expiry_one_has_the_slot(book: Book) -> None:
    for slot in [one.slot_id for one in book.slots()[:6]]:
        hold = book.hold(slot)
        expiry = book.database.value("select expires_at from slot_hold where id = %s", [hold])
        book.database.set_clock(expiry - 20_000 * INSTANT)
        works: list[Callable[[], str]] = [functools.partial(insisting, book, slot)] * 3
        works.append(functools.partial(outcome, functools.partial(book.confirm, hold)))

        found = at_once(len(works), lambda works=works: works.pop()())  # type: ignore[misc]  # bound

        assert found.count("done") == 1, found
        assert set(found) <= {"done", "SLOT_TAKEN", "HOLD_EXPIRED"}
        assert sum(owners(book, slot)) == 1


# Confirming twice


def test_a_second_confirm_waits_and_reads_that_it_is_used(book: Book, slot: SlotId) -> None:
    hold = book.hold(slot)
    second = book.behind(slots.CONFIRM_BOOKING, {"hold": hold}, lambda: book.confirm(hold))

    assert second == "HOLD_USED"
    assert owners(book, slot) == (1, 0)


def test_of_many_confirms_of_one_hold_one_books(book: Book, slot: SlotId) -> None:
    hold = book.hold(slot)

    found = at_once(CROWD, lambda: outcome(lambda: book.confirm(hold)))

    assert Counter(found) == {"done": 1, "HOLD_USED": CROWD - 1}
    assert owners(book, slot) == (1, 0)


# Calling off against confirming, and against checking in


def test_a_release_behind_a_confirm_is_too_late(book: Book, slot: SlotId) -> None:
    hold = book.hold(slot)
    second = book.behind(slots.CONFIRM_BOOKING, {"hold": hold}, lambda: book.release(hold))

    assert second == "HOLD_USED"
    assert owners(book, slot) == (1, 0)


def test_a_confirm_behind_a_release_is_too_late(book: Book, slot: SlotId) -> None:
    hold = book.hold(slot)
    second = book.behind(slots.RELEASE_HOLD, {"hold": hold}, lambda: book.confirm(hold))

    assert second == "HOLD_NOT_FOUND"
    assert owners(book, slot) == (0, 0)


def test_of_a_confirm_and_a_release_one_wins(book: Book) -> None:
    for slot in [one.slot_id for one in book.slots()[:5]]:
        hold = book.hold(slot)

        confirmed, released = at_one_instant(
            lambda hold=hold: book.confirm(hold),  # type: ignore[misc]  # a default binds the value
            lambda hold=hold: book.release(hold),  # type: ignore[misc]  # a default binds the value
        )

        lost = {"confirm": ("done", "HOLD_USED"), "release": ("HOLD_NOT_FOUND", "done")}
        assert (confirmed, released) in lost.values()
        assert owners(book, slot) == ((1, 0) if confirmed == "done" else (0, 0))


def test_a_check_in_behind_a_cancel_finds_nothing_and_the_other_way_round(book: Book) -> None:
    first, second = (book.book(one.slot_id) for one in book.slots()[:2])
    book.database.set_clock(MORNING + 20 * MINUTE)

    assert book.behind(slots.CANCEL_BOOKING, {"code": first}, lambda: book.check_in(first)) == (
        "NOT_FOUND"
    )
    assert book.behind(slots.CHECK_IN, {"code": second}, lambda: book.cancel(second)) == (
        "WRONG_STATE"
    )
    assert book.database.rows("select state from booking order by id") == [
        ("cancelled",), ("checked_in",)
    ]  # fmt: skip


def test_of_many_check_ins_by_one_code_all_get_one_ticket(book: Book, slot: SlotId) -> None:
    code = book.book(slot)

    tickets = at_once(CROWD, lambda: book.check_in(code))

    assert {one["label"] for one in tickets} == {"L-001"}
    assert Counter(one["existing"] for one in tickets) == {False: 1, True: CROWD - 1}


def test_a_cancelled_slot_goes_to_one_of_many_who_wait_for_it(book: Book, slot: SlotId) -> None:
    code = book.book(slot)

    cancelled, *held = at_one_instant(
        lambda: book.cancel(code), *[lambda: book.hold(slot)] * (CROWD - 1)
    )

    assert cancelled == "done"
    assert set(held) <= {"done", "SLOT_TAKEN"}
    assert held.count("done") == owners(book, slot)[1] <= 1


def test_time_that_passes_and_a_hold_wait_in_one_order(book: Book) -> None:
    """Who did not come is written with the clinic's head held, and an expired hold without it."""
    database = book.database
    database.do("update site set no_show_after_recalls = 0, no_show_grace = '0'")
    slot = book.free()[0].slot_id
    book.hold(slot, "P-1")
    staff(database).press(moves.ISSUE_TICKET, clinic="lab", patient="P-2", party_size=1)
    staff(database).press(moves.CALL_NEXT, clinics=["lab"])
    database.pass_time(minutes=11)
    told: list[str] = []

    def hold() -> None:
        Hand(database).press(slots.HOLD_SLOT, slot=slot, patient="P-3")
        told.append("held")

    def pass_time() -> None:
        with psycopg.connect(
            database.login("server"), autocommit=True, application_name="dawr server"
        ) as server:
            server.execute("select dawr.pass_time(1)")
            told.append("passed")

    with psycopg.connect(database.admin_url) as rival:
        rival.execute("select from dawr.slot_hold where ended_at is null for update")
        threads = [threading.Thread(target=hold), threading.Thread(target=pass_time)]
        threads[0].start()
        database.until_waiting_for_lock("dawr hand")
        threads[1].start()
        database.until_waiting_for_lock("dawr server")
        rival.rollback()
    for one in threads:
        one.join()

    assert sorted(told) == ["held", "passed"]
