"""Which times can be booked: made from the schedules, by the site's clock, within the hours."""

from __future__ import annotations

import datetime as dt
import itertools
import threading
from zoneinfo import ZoneInfo

import psycopg
import pytest

from domain.errors import ClinicNotFound, SlotNotFound
from domain.slots import Slot, SlotId, SlotStatus
from tests.postgres import Database
from tests.storage.booking import DAY, MINUTE, MORNING, Book
from tests.storage.conftest import at_once
from tests.storage.test_plans import blocks_of

ONE_DAY = dt.timedelta(days=1)


def local(slots: list[Slot], zone: str = "Asia/Qatar") -> list[str]:
    """When they start, by the site's clock."""
    return [one.starts_at.astimezone(ZoneInfo(zone)).strftime("%H:%M") for one in slots]


def in_zone(book: Book, zone: str, day: dt.date, *schedule: tuple[str, str, str]) -> None:
    """The site moves to another time zone and offers other times, some days before that day."""
    book.database.do("update site set time_zone = %s", [zone])
    book.database.do("delete from slot_schedule")
    for begins, ends, every in schedule:
        book.database.do(
            "insert into slot_schedule select 1, c.id, d, %s::text::time, %s::text::time,"
            " %s::text::interval from clinic c, generate_series(1, 7) d where c.code = 'lab'",
            [begins, ends, every],
        )
    before = dt.datetime.combine(day - 3 * ONE_DAY, dt.time(12), dt.UTC)
    book.database.set_clock(before)


def test_the_demo_site_offers_a_quarter_of_an_hour_from_seven_to_three(book: Book) -> None:
    slots = book.slots()

    assert (len(slots), local(slots)[0], local(slots)[-1]) == (32, "07:00", "14:45")
    assert {one.ends_at - one.starts_at for one in slots} == {15 * MINUTE}
    assert {one.clinic for one in slots} == {"lab"}
    assert len(book.slots(DAY + 60 * ONE_DAY, code="DER")) == 32


def test_looking_again_finds_the_same_and_writes_nothing(book: Book) -> None:
    first = book.slots()
    ids = book.database.value("select pg_sequence_last_value('slot_id_seq')")

    assert book.slots() == first
    assert book.database.value("select pg_sequence_last_value('slot_id_seq')") == ids


def test_many_who_look_first_at_once_find_the_same(book: Book) -> None:
    found = at_once(8, book.slots)

    assert len(found[0]) == 32
    assert found == [found[0]] * 8
    assert book.database.value("select count(*) from slot") == 32


def test_who_looks_while_another_is_making_them_waits_and_finds_them(book: Book) -> None:
    seen: list[list[Slot]] = []
    with psycopg.connect(book.database.login("server")) as rival:
        rival.execute("select dawr.read_slots('lab', %s)", [DAY])
        look = threading.Thread(target=lambda: seen.append(book.slots()))
        look.start()
        book.database.until_waiting_for_lock("dawr server")
        rival.commit()
        look.join()

    assert len(seen[0]) == 32
    assert seen[0] == book.slots()


def test_what_is_past_is_not_offered(book: Book) -> None:
    first = book.slots()[0]
    book.database.stop_clock(first.starts_at)

    assert local(book.slots())[0] == "07:15"
    assert local(book.slots(only_free=False))[0] == "07:15"
    assert book.slots(DAY - ONE_DAY) == []
    with pytest.raises(SlotNotFound):
        book.hold(first.slot_id)


def test_nothing_is_made_of_a_day_too_far_ahead_or_past(book: Book) -> None:
    assert book.slots(DAY + 61 * ONE_DAY) == []
    assert book.slots(DAY - ONE_DAY) == []
    assert book.slots(dt.date(9999, 12, 31)) == []
    assert book.slots(dt.date.min) == []
    assert book.database.value("select count(*) from slot") == 0


def test_without_a_date_it_is_the_sites_local_today(book: Book) -> None:
    """At 22:00 UTC it is one in the morning of the next day in Qatar."""
    book.database.set_clock(MORNING.replace(hour=22, minute=0))

    answer = book.read("select dawr.read_slots('LAB')", {})

    assert (answer["clinic"], answer["date"]) == ("lab", "2026-11-25")
    assert len(answer["slots"]) == 32


def test_no_such_clinic(book: Book) -> None:
    with pytest.raises(ClinicNotFound):
        book.slots(code="none")


def test_a_clinic_is_booked_within_its_hours_only(book: Book) -> None:
    """On Tuesdays it opens late and closes over noon; on Wednesdays not at all."""
    for opens, closes in (("09:50", "12:05"), ("13:00", "20:00")):
        book.database.do(
            "insert into clinic_hours select site_id, id, 2, %s::text::time, %s::text::time"
            " from clinic where code = 'lab'",
            [opens, closes],
        )

    tuesday = local(book.slots())

    assert (tuesday[0], tuesday[-1]) == ("10:00", "14:45")
    assert "11:45" in tuesday
    assert not {"12:00", "12:45"} & set(tuesday)
    assert book.slots(DAY + ONE_DAY) == []
    assert book.next_free(slot=book.slots()[0].slot_id)[0] == book.slots()[0]


def test_a_time_taken_out_of_the_schedule_or_the_hours_is_offered_no_more(book: Book) -> None:
    slots = book.slots()
    taken, free = slots[0], slots[1]
    book.hold(taken.slot_id)
    book.database.do("update slot_schedule set begins_at = '08:00'")

    assert local(book.slots())[0] == "08:00"
    assert local(book.slots(only_free=False))[:2] == ["07:00", "08:00"]
    with pytest.raises(SlotNotFound):
        book.hold(free.slot_id)


def test_a_time_of_a_new_schedule_that_overlaps_one_taken_is_not_offered(book: Book) -> None:
    """Half hours where quarters were: the second quarter is somebody's."""
    book.book(book.slots()[1].slot_id)
    book.database.do("delete from slot_schedule")
    book.database.do(
        "insert into slot_schedule select 1, c.id, 2, '07:10', '09:10', '20 minutes'"
        " from clinic c where c.code = 'lab'"
    )

    assert local(book.slots())[:2] == ["07:30", "07:50"]


SPRING = dt.date(2027, 3, 28)
AUTUMN = dt.date(2026, 10, 25)
NIGHT = ("01:00", "04:00", "30 minutes")


def test_a_local_time_that_the_clocks_skip_is_no_slot(book: Book) -> None:
    """In Berlin 02:00 to 02:59 of this night do not exist; nor is 02:15 then another 03:15."""
    in_zone(book, "Europe/Berlin", SPRING, ("01:15", "02:45", "30 minutes"))
    assert local(book.slots(SPRING), "Europe/Berlin") == ["01:15", "01:45"]
    book.database.do("truncate slot cascade")
    in_zone(book, "Europe/Berlin", SPRING, NIGHT)

    slots = book.slots(SPRING)

    assert local(slots, "Europe/Berlin") == ["01:00", "01:30", "03:00", "03:30"]
    assert [slot.starts_at.hour for slot in slots] == [0, 0, 1, 1]
    assert {slot.ends_at - slot.starts_at for slot in slots} == {30 * MINUTE}


def test_a_local_time_that_comes_twice_is_one_slot(book: Book) -> None:
    """In Berlin 02:00 to 02:59 of this night come twice."""
    in_zone(book, "Europe/Berlin", AUTUMN, NIGHT)

    slots = book.slots(AUTUMN)

    assert local(slots, "Europe/Berlin") == ["01:00", "01:30", "02:00", "02:30", "03:00", "03:30"]
    starts = [slot.starts_at for slot in slots]
    assert len(set(starts)) == 6
    pairs = itertools.pairwise(slots)
    assert all(one.ends_at <= next_one.starts_at for one, next_one in pairs)


ZONES = ("Asia/Qatar", "Europe/Berlin", "Asia/Kathmandu")


def test_a_days_slots_are_of_that_local_day_and_hour(book: Book) -> None:
    for zone, day in itertools.product(ZONES, (AUTUMN, DAY, SPRING)):
        in_zone(book, zone, day, ("07:00", "15:00", "15 minutes"))
        book.database.do("truncate slot cascade")
        at_its_hours(book.slots(day), zone, day)


def at_its_hours(slots: list[Slot], zone: str, day: dt.date) -> None:
    assert local(slots, zone) == [f"{7 + n // 4:02}:{15 * (n % 4):02}" for n in range(32)]
    assert {one.starts_at.astimezone(ZoneInfo(zone)).date() for one in slots} == {day}


def test_the_next_free_are_the_five_soonest_later_days_included(book: Book) -> None:
    slots = book.slots()
    for one in (slots[29], slots[31]):
        book.book(one.slot_id)
    book.database.stop_clock(slots[28].starts_at - MINUTE)
    book.hold(slots[28].slot_id)

    found = book.next_free(slot=slots[28].slot_id)

    assert local(found) == ["14:30", "07:00", "07:15", "07:30", "07:45"]
    assert {one.status for one in found} == {SlotStatus.FREE}
    assert [one.starts_at.date() - DAY for one in found] == [dt.timedelta(0)] + [ONE_DAY] * 4
    assert book.next_free(slot=999_999) == []


def test_a_clinic_that_is_booked_out_has_no_next_free(book: Book) -> None:
    slot = book.slots()[0]
    book.hold(slot.slot_id)
    book.database.do("update slot_schedule set ends_at = '07:15', weekday = weekday where true")
    book.database.do("delete from slot_schedule where weekday <> 2")
    book.database.do("delete from clinic_hours")

    found = book.next_free(slot=slot.slot_id)

    assert [one.starts_at.date() - DAY for one in found] == [
        dt.timedelta(weeks=week) for week in range(1, 6)
    ]


def test_the_slots_of_another_site_are_not_there(book: Book) -> None:
    slot = book.slots()[0]
    book.database.do("insert into site (code, names, time_zone) values ('two', '{}', 'UTC')")
    book.database.do("update slot set site_id = 1")
    book.database.do("update login set site_id = 2 where kind = 'server'")

    with pytest.raises(SlotNotFound):
        book.hold(slot.slot_id)
    assert book.next_free(slot=slot.slot_id) == []


def test_reading_a_day_uses_the_indexes(database: Database, book: Book) -> None:
    """Ten thousand days of slots and bookings, and a day reads some blocks."""
    database.do(
        "insert into slot (site_id, clinic_id, starts_at, ends_at)"
        " select 1, c, t, t + interval '15 minutes' from generate_series(1, 12) c,"
        " generate_series(timestamptz '2020-01-01', timestamptz '2021-06-01', '90 minutes') t"
    )
    database.do(
        "insert into booking (site_id, code, slot_id, clinic_id, hold_id, state, booked_at)"
        " select 1, lpad(translate(to_hex(id), '0123456789abcdef', 'ABCDEFGHJKLMNPQR'), 8, 'Z'),"
        " id, clinic_id, id::text, 'booked', starts_at from slot where mod(id, 2) = 0"
    )
    database.do("analyze slot, booking, slot_hold")
    slot = book.slots()[0].slot_id

    server, staff = database.login("server"), database.login("staff")
    read = {
        "slots": blocks_of(server, f"dawr.read_slots('lab', '{DAY}')", 7),
        "next free": blocks_of(server, f"dawr.read_next_free({SlotId(slot)})", 7),
        "bookings": blocks_of(staff, f"dawr.read_bookings('{{lab,xr}}', '{DAY}')", 7),
    }
    assert database.value("select pg_relation_size('slot') / 8192") > 800
    assert max(read.values()) < 600, read
