"""Holding, confirming, releasing, cancelling: each effect and each refusal, one after the other."""

from __future__ import annotations

import psycopg
import pytest
from psycopg import errors as pg

from domain.errors import (
    AlreadyHolding,
    BookingNotFound,
    HoldExpired,
    HoldNotFound,
    HoldUsed,
    NotAllowed,
    RateLimited,
    SlotNotFound,
    SlotTaken,
)
from domain.slots import CODE_LENGTH, CODE_LETTERS, SlotId
from storage import moves, slots
from storage.connections import CONSTRAINTS
from storage.moves import Pressed
from tests.storage.booking import MINUTE, MORNING, TTL, Book

KIOSK = Pressed(scope="kiosk", actor="Kiosk")
STAFF = Pressed(scope="staff", actor="Nurse")


@pytest.fixture
def slot(book: Book) -> SlotId:
    return book.slots()[0].slot_id


@pytest.fixture
def other(book: Book) -> SlotId:
    return book.slots()[1].slot_id


def test_a_hold_lasts_ten_minutes_and_is_a_secret(book: Book, slot: SlotId) -> None:
    book.database.stop_clock(MORNING)
    held = book.move(slots.HOLD_SLOT, slot=slot, patient="P-1", mobile="+97455501234")

    assert held["expires_at"] == (MORNING + TTL).isoformat()
    assert len(held["hold"]) == 22
    assert (held["slot"]["id"], held["slot"]["status"]) == (slot, "HELD")
    assert book.status(slot) == "HELD"
    assert slot not in [one.slot_id for one in book.slots()]
    assert book.database.rows("select mobile from slot_hold") == [("+97455501234",)]


def test_a_slot_that_is_held_or_booked_is_taken(book: Book, slot: SlotId) -> None:
    hold = book.hold(slot)
    with pytest.raises(SlotTaken):
        book.hold(slot)
    book.confirm(hold)
    with pytest.raises(SlotTaken):
        book.hold(slot)


def test_no_such_slot(book: Book) -> None:
    with pytest.raises(SlotNotFound):
        book.hold(SlotId(4711))


def test_a_hold_that_expired_blocks_nobody_and_no_sweeper_is_needed(
    book: Book, slot: SlotId, other: SlotId
) -> None:
    """Free at the very instant it expires: for others, and for the patient himself."""
    book.database.stop_clock(MORNING)
    book.hold(slot, "P-1")
    book.database.stop_clock(MORNING + TTL - MINUTE / 60_000_000)
    with pytest.raises(SlotTaken):
        book.hold(slot)
    with pytest.raises(AlreadyHolding):
        book.hold(other, "P-1")

    book.database.stop_clock(MORNING + TTL)

    assert book.status(slot) == "FREE"
    assert slot in [one.slot_id for one in book.slots()]
    book.hold(other, "P-1")
    book.hold(slot, "P-2")
    assert book.database.rows("select outcome, ended_at = expires_at from slot_hold") == [
        ("expired", True), (None, None), (None, None)
    ]  # fmt: skip


def test_a_hold_cannot_be_confirmed_from_the_instant_it_expires(book: Book, slot: SlotId) -> None:
    book.database.stop_clock(MORNING)
    hold = book.hold(slot)
    book.database.stop_clock(MORNING + TTL)

    with pytest.raises(HoldExpired):
        book.confirm(hold)
    with pytest.raises(HoldExpired):
        book.release(hold)
    assert book.database.value("select count(*) from booking") == 0


def test_it_can_a_microsecond_before(book: Book, slot: SlotId) -> None:
    book.database.stop_clock(MORNING)
    hold = book.hold(slot)
    book.database.stop_clock(MORNING + TTL - MINUTE / 60_000_000)

    book.confirm(hold)

    assert book.status(slot) == "BOOKED"


def test_a_confirmed_hold_is_an_appointment_with_a_code(book: Book, slot: SlotId) -> None:
    hold = book.hold(slot, "P-1", mobile="+97455501234")
    booked = book.move(slots.CONFIRM_BOOKING, hold=hold, name="Mariam")

    assert len(booked["code"]) == CODE_LENGTH
    assert set(booked["code"]) <= set(CODE_LETTERS)
    assert (booked["slot"]["id"], booked["slot"]["status"]) == (slot, "BOOKED")
    assert book.database.rows("select name, mobile, state from booking") == [
        ("Mariam", "+97455501234", "booked")
    ]


def test_codes_use_every_letter_alike(book: Book) -> None:
    drawn = book.database.value("select string_agg(draw_code(1), '') from generate_series(1, 2000)")
    counts = {letter: drawn.count(letter) for letter in CODE_LETTERS}

    assert len(drawn) == 2000 * CODE_LENGTH
    assert set(drawn) == set(CODE_LETTERS)
    assert min(counts.values()) > 350  # of 500; six times the deviation away
    assert max(counts.values()) < 650


def test_a_hold_confirms_once(book: Book, slot: SlotId) -> None:
    hold = book.hold(slot)
    book.confirm(hold)

    with pytest.raises(HoldUsed):
        book.confirm(hold)
    with pytest.raises(HoldUsed):
        book.release(hold)
    assert book.database.value("select count(*) from booking") == 1


def test_a_released_hold_is_gone_and_its_slot_free_at_once(book: Book, slot: SlotId) -> None:
    hold = book.hold(slot)
    book.release(hold)

    assert book.status(slot) == "FREE"
    for again in (book.release, book.confirm):
        with pytest.raises(HoldNotFound):
            again(hold)
    with pytest.raises(HoldNotFound):
        book.confirm("nothing")
    book.hold(slot)


def test_a_cancelled_appointment_is_gone_and_its_slot_free_at_once(
    book: Book, slot: SlotId
) -> None:
    code = book.book(slot)
    book.cancel(code.lower())

    assert book.status(slot) == "FREE"
    with pytest.raises(BookingNotFound):
        book.cancel(code)
    with pytest.raises(BookingNotFound):
        book.check_in(code)
    with pytest.raises(BookingNotFound):
        book.cancel("ABCD2345")
    assert book.book(slot) != code


def test_a_press_repeated_gives_the_first_answer(book: Book, slot: SlotId) -> None:
    """Confirming again under its own key is the stored answer, under another HOLD_USED."""

    def keyed(key: str) -> Pressed:
        return Pressed(scope="patient", key=key, key_scope="s", payload="p")

    held = [book.move(slots.HOLD_SLOT, keyed("1"), slot=slot, patient="P-1") for _ in "ab"]
    hold = held[0]["hold"]
    booked = [book.move(slots.CONFIRM_BOOKING, keyed("2"), hold=hold) for _ in "ab"]
    cancelled = [book.move(slots.CANCEL_BOOKING, keyed("3"), code=booked[0]["code"]) for _ in "ab"]

    for first, second in (held, booked, cancelled):
        assert second == {**first, "replayed": True}
    with pytest.raises(HoldUsed):
        book.move(slots.CONFIRM_BOOKING, keyed("4"), hold=hold)
    assert book.database.value("select count(*) from slot_hold") == 1
    assert book.database.value("select count(*) from booking") == 1


def test_a_patient_holds_one_slot_of_a_clinic(book: Book, slot: SlotId, other: SlotId) -> None:
    hold = book.hold(slot, "P-1")

    with pytest.raises(AlreadyHolding):
        book.hold(other, "P-1")
    book.hold(book.slots(code="xr")[0].slot_id, "P-1")
    book.confirm(hold)
    book.hold(other, "P-1")


def test_when_another_hold_ends_is_told_to_kiosks_and_staff_only(
    book: Book, slot: SlotId, other: SlotId
) -> None:
    book.hold(slot, "P-1")

    with pytest.raises(AlreadyHolding) as stranger:
        book.hold(other, "P-1")
    with pytest.raises(AlreadyHolding) as kiosk:
        book.move(slots.HOLD_SLOT, KIOSK, slot=other, patient="P-1")

    assert stranger.value.facts == {}
    assert kiosk.value.instant("expires_at") is not None


def test_an_address_holds_three_at_once(book: Book) -> None:
    book.database.stop_clock(MORNING)
    slots_of_day = [one.slot_id for one in book.slots()]
    holds = [book.hold(one, address="10.0.0.7") for one in slots_of_day[:3]]
    book.database.stop_clock(MORNING + MINUTE)

    with pytest.raises(RateLimited) as refused:
        book.hold(slots_of_day[3], address="10.0.0.7")
    with pytest.raises(RateLimited):  # judged before what is asked for
        book.hold(SlotId(4711), address="10.0.0.7")
    book.hold(slots_of_day[3], address="10.0.0.8")
    book.hold(slots_of_day[4])

    left = {"retry_after_s": 540, "reset_s": 540}
    assert refused.value.facts == {**left, "limit": 3, "remaining": 0}
    book.confirm(holds[0])
    book.hold(slots_of_day[5], address="10.0.0.7")
    with pytest.raises(RateLimited):
        book.hold(slots_of_day[6], address="10.0.0.7")
    book.database.stop_clock(MORNING + TTL)
    book.hold(slots_of_day[6], address="10.0.0.7")


def test_remote_entry_switched_off_leaves_kiosks_and_staff(book: Book, slot: SlotId) -> None:
    hold = book.hold(slot)
    book.database.do("update site set remote_entry = false")

    with pytest.raises(NotAllowed):
        book.hold(book.slots()[0].slot_id)
    with pytest.raises(NotAllowed):
        book.confirm(hold)
    book.move(slots.CONFIRM_BOOKING, KIOSK, hold=hold)


def test_every_change_is_in_the_clinics_log_and_names_nobody(
    book: Book, slot: SlotId, other: SlotId
) -> None:
    hold = book.hold(slot, "P-1")
    book.cancel(book.confirm(hold, name="Mariam"))
    book.release(book.hold(slot, "P-1"))
    book.hold(other, "P-1")

    kinds = book.database.rows("select position, kind from event order by position")
    assert [kind for _, kind in kinds] == [
        *("SLOT_HELD", "SLOT_BOOKED", "BOOKING_CANCELLED"),
        *("SLOT_HELD", "HOLD_RELEASED", "SLOT_HELD"),
    ]
    assert [place for place, _ in kinds] == list(range(1, 7))
    logged = str(book.database.rows("select to_jsonb(e) from event e"))
    assert "P-1" not in logged
    assert "Mariam" not in logged
    assert hold not in logged


def test_many_appointments_do_not_hide_the_desks_at_work(book: Book) -> None:
    """The expected wait is divided by the desks that called of late, however many booked since."""
    with book.server() as server:
        for room in ("1", "2"):
            moves.perform(server, moves.ISSUE_TICKET, STAFF, clinic="lab", priority="none")
            moves.perform(server, moves.CALL_NEXT, STAFF, clinics=["lab"], room=room)
        for slot in book.slots()[:30]:
            given = {"slot": slot.slot_id, "patient": f"Q-{slot.slot_id}"}
            held = moves.perform(server, slots.HOLD_SLOT, STAFF, None, **given)
            assert held is not None
            moves.perform(server, slots.CONFIRM_BOOKING, STAFF, hold=held.answer["hold"])

    assert book.database.value("select desks_at_work(1, 1, '3')") == 3


def test_the_servers_check_says_once_that_holds_expired(book: Book, slot: SlotId) -> None:
    book.hold(slot)
    assert book.database.value("select count(*) from slot_hold where ended_at is null") == 1
    with psycopg.connect(book.database.login("server"), autocommit=True) as server:
        assert server.execute("select dawr.clinics_due()").fetchall() == []
        book.database.set_clock(MORNING + 2 * TTL)
        assert server.execute("select dawr.clinics_due()").fetchall() == [(1,)]
        for _ in range(2):
            server.execute("select dawr.pass_time(1)")
        assert server.execute("select dawr.clinics_due()").fetchall() == []

    assert book.database.rows("select kind from event order by position") == [
        ("SLOT_HELD",),
        ("HOLD_EXPIRED",),
    ]
    assert book.database.value("select outcome from slot_hold") == "expired"


BROKEN = {
    "slot_hold_open": """
        insert into slot_hold select site_id, 'x', slot_id, clinic_id, patient_id, mobile,
            address, made_at, expires_at from slot_hold""",
    "slot_hold_of_slot": """
        insert into slot_hold select h.site_id, 'x', h.slot_id, h.clinic_id, p.id, null, null,
            h.made_at, h.expires_at from slot_hold h, patient p where p.id <> h.patient_id""",
    "slot_hold_confirmed_in_time": """
        update slot_hold set outcome = 'confirmed', ended_at = expires_at""",
    "booking_of_slot": """
        insert into booking (site_id, code, slot_id, clinic_id, hold_id, state, booked_at)
        select site_id, 'ZZZZZZZZ', slot_id, clinic_id, 'x', 'booked', booked_at from booking""",
    "booking_site_id_hold_id_key": """
        insert into booking (site_id, code, slot_id, clinic_id, hold_id, state, booked_at)
        select site_id, 'ZZZZZZZZ', slot_id + 1, clinic_id, hold_id, 'booked', booked_at
        from booking""",
}


@pytest.mark.parametrize("constraint", BROKEN)
def test_the_schema_carries_each_rule_a_second_time(book: Book, constraint: str) -> None:
    held, booked = (one.slot_id for one in book.slots()[:2])
    book.book(booked, "P-2")
    book.hold(held, "P-1")
    book.database.do("delete from slot_hold where ended_at is not null")

    with pytest.raises((pg.UniqueViolation, pg.CheckViolation)) as violated:
        book.database.do(BROKEN[constraint])

    assert violated.value.diag.constraint_name == constraint
    assert constraint in CONSTRAINTS
