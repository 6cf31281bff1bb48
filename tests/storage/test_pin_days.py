"""PINs through the night, and against whoever ends the ticket otherwise."""

from __future__ import annotations

import datetime as dt

import pytest

from domain.errors import (
    IncorrectPin,
    WrongState,
)
from domain.ports import Press
from storage import moves
from storage.answers_routes import pins_of
from storage.moves import TicketRef
from storage.moves_routes import READ_PINS, REGENERATE_PIN
from tests.storage.conftest import ClinicFixture, at_once
from tests.storage.hand import Hand, staff
from tests.storage.test_pins import EVENING, called, leave, pins


@pytest.mark.parametrize(
    "at",
    [
        dt.datetime(2027, 3, 10, 20, 59, 50, tzinfo=dt.UTC),  # midnight in Qatar
        dt.datetime(2027, 3, 10, 21, 30, tzinfo=dt.UTC),
        dt.datetime(2027, 3, 10, 23, 59, 50, tzinfo=dt.UTC),  # midnight in UTC, 03:00 in Qatar
        dt.datetime(2027, 3, 11, 1, 59, 50, tzinfo=dt.UTC),  # the day turns
    ],
)
def test_a_pin_works_through_the_night_whichever_date_a_clock_shows(
    clinic: ClinicFixture, at: dt.datetime
) -> None:
    """The old fault: stored by one date and read by another, it was closed three hours a night."""
    database = clinic.database
    database.set_clock(at - dt.timedelta(minutes=30))
    ticket, late = called(clinic), called(clinic)
    found = pins_of(Hand(database).read(READ_PINS))
    assert found.date == dt.date(2027, 3, 10)
    database.set_clock(at)
    assert leave(database, ticket, found.pins["lab"]) == "done"
    database.set_clock(at + dt.timedelta(seconds=20))

    assert leave(database, late, found.pins["lab"]) == "done"
    after = pins_of(Hand(database).read(READ_PINS))
    turned = at + dt.timedelta(seconds=20) >= dt.datetime(2027, 3, 11, 2, 0, tzinfo=dt.UTC)
    assert (after.date == dt.date(2027, 3, 11)) is turned
    assert turned or after == found


def test_yesterdays_code_opens_nothing_that_was_called_today(clinic: ClinicFixture) -> None:
    database = clinic.database
    database.set_clock(EVENING)
    waited_overnight = clinic.issue(1)[0]
    yesterday = pins(database)["lab"]
    database.set_clock(EVENING + dt.timedelta(hours=14))
    assert clinic.press_next() == waited_overnight.label
    today = pins(database)["lab"]
    if today == yesterday:
        today = staff(database).press(REGENERATE_PIN, clinic="lab").pin

    with pytest.raises(IncorrectPin):
        leave(database, waited_overnight, yesterday)
    assert leave(database, waited_overnight, today) == "done"


def test_a_pin_typed_while_staff_finish_is_too_late_and_harmless(clinic: ClinicFixture) -> None:
    ticket = called(clinic)
    clinic.desk().finish(Press(), ticket.ticket_id)

    with pytest.raises(WrongState) as late:
        leave(clinic.database, ticket, pins(clinic.database)["lab"])

    assert late.value.facts["by"] == "Desk 1"


def test_a_ticket_is_left_once_by_pin_or_by_staff(clinic: ClinicFixture) -> None:
    ticket = called(clinic)
    pin = pins(clinic.database)["lab"]
    ways = iter([True, False] * 4)

    def end() -> bool:
        try:
            if next(ways):
                leave(clinic.database, ticket, pin)
            else:
                staff(clinic.database).press(moves.FINISH, TicketRef(token=ticket.token))
        except WrongState:
            return False
        return True

    assert at_once(8, end).count(True) == 1
    assert clinic.feed_positions("COMPLETED") == [3]


BY_UTC = """
create or replace function dawr.is_pin(s dawr.site, t dawr.ticket, given text) returns boolean
language plpgsql stable as $$
begin
    return exists (
        select from pin p
        where p.site_id = s.id and p.clinic_id = t.clinic_id and p.code = given
          and p.service_day = (dawr.now() at time zone 'UTC')::date);
end $$
"""


def test_the_old_fault_would_be_seen(clinic: ClinicFixture) -> None:
    """Read by the date of UTC, a PIN opens nothing between midnight there and five at the site."""
    database = clinic.database
    database.do(BY_UTC)
    database.set_clock(dt.datetime(2027, 3, 11, 0, 30, tzinfo=dt.UTC))
    ticket = called(clinic)

    with pytest.raises(IncorrectPin):
        leave(database, ticket, pins(database)["lab"])
