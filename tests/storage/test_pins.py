"""PINs: one code per clinic and service day, counted tries, and whom they let out."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

import psycopg
import pytest

from domain.errors import (
    IncorrectPin,
    InvalidInput,
    NotAllowed,
    NotInQueue,
    PinLocked,
    WrongQueueNumber,
    WrongState,
)
from domain.tickets import IssuedTicket
from storage.answers_routes import pins_of
from storage.connections import refusals
from storage.moves import TicketRef
from storage.moves_routes import LEAVE, READ_PINS, REGENERATE_PIN
from tests.postgres import Database
from tests.storage.conftest import ClinicFixture, at_once
from tests.storage.hand import Hand, staff

EVENING = dt.datetime(2027, 3, 10, 15, 0, tzinfo=dt.UTC)
"""18:00 in Qatar, of the service day 10 March."""


def pins(database: Database) -> dict[str, str]:
    return dict(pins_of(Hand(database).read(READ_PINS)).pins)


def another(pin: str) -> str:
    return f"{(int(pin) + 1) % 100:02d}"


def called(clinic: ClinicFixture, **asked: object) -> IssuedTicket:
    """A ticket that a desk has called."""
    ticket = clinic.issue(1, **asked)[0]
    assert clinic.press_next() == ticket.label
    return ticket


def leave(database: Database, ticket: IssuedTicket, pin: str, **given: Any) -> str:
    """Leave by the ticket's token; answers its state."""
    answer = Hand(database).press(LEAVE, TicketRef(token=ticket.token), pin=pin, **given).answer
    return str(answer["state"])


def test_each_clinic_that_asks_for_one_has_a_code_of_its_own(database: Database) -> None:
    database.do("update clinic set pin_required = false where code = 'der'")
    found = pins(database)

    assert len(found) == len(set(found.values())) == 11
    assert "der" not in found
    assert all(len(pin) == 2 for pin in found.values())
    assert pins(database) == found


def test_who_asks_first_at_once_with_others_gets_what_they_get(database: Database) -> None:
    found = at_once(6, lambda: pins(database))

    assert all(one == found[0] for one in found)


def test_codes_are_drawn_evenly(database: Database) -> None:
    """Of 400 draws from ten codes each comes some 40 times; below 12 is one chance in a million."""
    with database.admin() as admin:
        rows = admin.execute(
            "select free_pin(s, '2030-01-01'), n from generate_series(1, 4000) n,"
            " lateral (select * from site where n > 0) s"
        ).fetchall()

    counted = Counter(row[0] for row in rows)
    assert len(counted) == 100
    assert min(counted.values()) > 11


@pytest.mark.parametrize("digits", [2, 3, 4])
def test_a_code_has_the_sites_number_of_digits(database: Database, digits: int) -> None:
    database.do("update site set pin_digits = %s", [digits])

    assert {len(pin) for pin in pins(database).values()} == {digits}


def test_more_pin_clinics_than_half_the_codes_are_refused(database: Database) -> None:
    """With two digits at most fifty clinics may ask for one."""
    more = (
        "insert into clinic (site_id, code, names, prefix, pin_required)"
        " select 1, 'c' || n, '{}', chr(65 + n / 26) || chr(65 + mod(n, 26)), true"
        " from generate_series(1, %s) n"
    )
    with database.admin() as admin:
        admin.execute("set search_path = dawr")
        admin.execute(more.encode(), [38])
        with refusals_named("pin_digits"):
            admin.execute(
                "insert into clinic (site_id, code, names, prefix, pin_required)"
                " values (1, 'last', '{}', 'ZZZ', true)"
            )
        admin.execute("update site set pin_digits = 3")
        admin.execute("update clinic set pin_required = true")
        admin.execute(
            more.replace("'c'", "'d'").replace("chr(65 + n", "'Q' || chr(65 + n").encode(), [20]
        )
        with refusals_named("pin_digits"):
            admin.execute("update site set pin_digits = 2")


class refusals_named:  # noqa: N801 - reads as what it does
    """What the block does must be refused, naming that field."""

    def __init__(self, field: str) -> None:
        self._field = field

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        assert isinstance(error, psycopg.Error), "not refused"
        with pytest.raises(InvalidInput) as refused, refusals():
            raise error
        assert refused.value.facts["field"] == self._field
        return True


def test_the_right_code_ends_a_called_ticket(clinic: ClinicFixture) -> None:
    ticket = called(clinic, patient="A-1")

    assert leave(clinic.database, ticket, pins(clinic.database)["lab"]) == "done"
    assert clinic.database.rows("select kind from event where ticket_id = 1 order by position") == [
        ("ENTERED",),
        ("CALLED",),
        ("COMPLETED",),
    ]


def test_another_clinics_code_does_not(clinic: ClinicFixture) -> None:
    ticket = called(clinic)

    with pytest.raises(IncorrectPin):
        leave(clinic.database, ticket, pins(clinic.database)["xr"])


def test_the_fifth_wrong_one_says_none_is_left_and_then_the_right_one_is_locked_too(
    clinic: ClinicFixture,
) -> None:
    ticket = called(clinic)
    pin = pins(clinic.database)["lab"]
    left = []
    for _ in range(5):
        with pytest.raises(IncorrectPin) as wrong:
            leave(clinic.database, ticket, another(pin))
        left.append(wrong.value.facts["attempts_left"])

    with pytest.raises(PinLocked) as locked:
        leave(clinic.database, ticket, pin)

    assert left == [4, 3, 2, 1, 0]
    retry_after = locked.value.facts["retry_after_s"]
    assert isinstance(retry_after, int)
    assert 890 <= retry_after <= 900
    assert clinic.database.value("select count(*) from pin_try") == 5


def test_a_lock_ends_after_a_quarter_of_an_hour_and_its_tries_are_cleared(
    clinic: ClinicFixture,
) -> None:
    clinic.database.set_clock(EVENING)
    ticket = called(clinic)
    pin = pins(clinic.database)["lab"]
    for _ in range(5):
        with pytest.raises(IncorrectPin):
            leave(clinic.database, ticket, another(pin))
    clinic.database.set_clock(EVENING + dt.timedelta(minutes=15, seconds=5))

    with pytest.raises(IncorrectPin) as wrong:
        leave(clinic.database, ticket, another(pin))
    assert wrong.value.facts["attempts_left"] == 4
    assert clinic.database.value("select count(*) from pin_try") == 1
    assert leave(clinic.database, ticket, pin) == "done"


def test_tries_at_once_count_exactly(clinic: ClinicFixture) -> None:
    """Of twelve wrong ones at the same instant five are told it is wrong, each another number."""
    ticket = called(clinic)
    pin = another(pins(clinic.database)["lab"])

    def attempt() -> object:
        try:
            return leave(clinic.database, ticket, pin)
        except IncorrectPin as wrong:
            return wrong.facts["attempts_left"]
        except PinLocked:
            return "locked"

    told = at_once(12, attempt)

    assert sorted(one for one in told if isinstance(one, int)) == [0, 1, 2, 3, 4]
    assert told.count("locked") == 7


def test_a_repeated_press_counts_once_and_hears_the_same(clinic: ClinicFixture) -> None:
    ticket = called(clinic)
    pin = another(pins(clinic.database)["lab"])
    heard = []
    for _ in range(3):
        with pytest.raises(IncorrectPin) as wrong:
            Hand(clinic.database).press(LEAVE, TicketRef(token=ticket.token), "k", pin=pin)
        heard.append(dict(wrong.value.facts))

    assert heard == [{"attempts_left": 4}, *[{"attempts_left": 4, "replayed": True}] * 2]
    assert clinic.database.value("select count(*) from pin_try") == 1


def test_a_stranger_is_counted_by_his_address_too_and_stations_are_not(
    clinic: ClinicFixture,
) -> None:
    """Five patients' tickets, four wrong tries each: the twenty-first is locked, wherever."""
    tickets = [called(clinic) for _ in range(6)]
    pin = pins(clinic.database)["lab"]
    here = {"pin": another(pin), "address": "203.0.113.7"}
    for ticket in tickets[:5]:
        for _ in range(4):
            with pytest.raises(IncorrectPin):
                Hand(clinic.database).press(LEAVE, number_of(ticket), **here)

    with pytest.raises(PinLocked):
        Hand(clinic.database).press(LEAVE, number_of(tickets[5]), **{**here, "pin": pin})
    by_kiosk = Hand(clinic.database, "kiosk", "Hall").press(
        LEAVE, number_of(tickets[5]), **{**here, "pin": pin}
    )
    by_owner = leave(clinic.database, tickets[0], pin, address="203.0.113.7")

    assert (by_kiosk.answer["state"], by_owner) == ("done", "done")


def number_of(ticket: IssuedTicket) -> TicketRef:
    return TicketRef(clinic=ticket.clinic, number=ticket.number)


def test_an_address_is_counted_exactly_when_it_tries_many_tickets_at_once(
    clinic: ClinicFixture,
) -> None:
    tickets = [called(clinic) for _ in range(8)]
    pin = another(pins(clinic.database)["lab"])
    turns = iter(tickets)

    def attempts() -> list[str]:
        ticket, told = next(turns), []
        for _ in range(4):
            try:
                Hand(clinic.database).press(LEAVE, number_of(ticket), pin=pin, address="::1")
            except (IncorrectPin, PinLocked) as refused:
                told.append(refused.code)
        return told

    told = [one for attempt in at_once(8, attempts) for one in attempt]

    assert told.count("INCORRECT_PIN") == 20
    assert told.count("PIN_LOCKED") == 12


def test_in_another_state_no_try_is_counted(clinic: ClinicFixture) -> None:
    ticket = clinic.issue(1)[0]
    pin = another(pins(clinic.database)["lab"])
    ref = number_of(ticket)

    with pytest.raises(WrongState) as owner:
        leave(clinic.database, ticket, pin)
    with pytest.raises(WrongState) as stranger:
        Hand(clinic.database).press(LEAVE, ref, pin=pin, address="::1")
    with pytest.raises(WrongQueueNumber):
        leave(clinic.database, ticket, pin, queue_number=2)

    assert owner.value.facts["state"] == "WAITING"
    assert stranger.value.facts == {}
    assert clinic.database.value("select count(*) from pin_try") == 0


def test_a_stranger_is_not_told_whose_ticket_it_was(clinic: ClinicFixture) -> None:
    ticket = called(clinic, patient="A-1")
    ref = number_of(ticket)

    told = Hand(clinic.database).press(LEAVE, ref, pin=pins(clinic.database)["lab"]).answer

    assert told["patient"] is None
    assert called(clinic, patient="A-2").number == 2
    by_kiosk = Hand(clinic.database, "kiosk", "Hall").press(
        LEAVE, TicketRef(clinic="lab", patient="A-2"), pin=pins(clinic.database)["lab"]
    )
    assert by_kiosk.answer["patient"] == "A-2"


def test_a_patient_who_is_not_there_is_not_in_the_queue(clinic: ClinicFixture) -> None:
    with pytest.raises(NotInQueue):
        Hand(clinic.database).press(LEAVE, TicketRef(clinic="lab", patient="A-9"), pin="00")


def test_where_no_pin_is_asked_for_the_holder_leaves_and_a_stranger_does_not(
    clinic: ClinicFixture,
) -> None:
    clinic.database.do("update clinic set pin_required = false where code = 'lab'")
    ticket = called(clinic)

    with pytest.raises(NotAllowed):
        Hand(clinic.database).press(LEAVE, number_of(ticket))
    assert (
        Hand(clinic.database).press(LEAVE, TicketRef(token=ticket.token)).answer["state"] == "done"
    )


def test_a_missing_pin_is_no_try(clinic: ClinicFixture) -> None:
    ticket = called(clinic)

    with pytest.raises(InvalidInput) as refused:
        Hand(clinic.database).press(LEAVE, TicketRef(token=ticket.token))

    assert refused.value.facts == {"field": "pin"}


def test_a_regenerated_pin_is_another_and_forgets_the_tries(clinic: ClinicFixture) -> None:
    database = clinic.database
    ticket = called(clinic)
    before = pins(database)
    for _ in range(5):
        with pytest.raises(IncorrectPin):
            leave(database, ticket, another(before["lab"]))

    drawn = staff(database).press(REGENERATE_PIN, clinic="LAB")

    assert drawn.clinic == "lab"
    assert drawn.pin not in before.values()
    assert pins(database) == {**before, "lab": drawn.pin}
    with pytest.raises(IncorrectPin):
        leave(database, ticket, before["lab"])
    assert leave(database, ticket, drawn.pin) == "done"
    assert drawn.pin not in str(
        database.rows("select reason, facts, before from event where kind like 'PIN%%'")
    )


def test_only_staff_read_and_change_them(clinic: ClinicFixture) -> None:
    for scope in ("patient", "kiosk"):
        with pytest.raises(NotAllowed):
            Hand(clinic.database, scope, "x").press(REGENERATE_PIN, clinic="lab")
    with (
        psycopg.connect(clinic.database.login("kiosk"), autocommit=True) as kiosk,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        kiosk.execute("select dawr.read_pins()")
