"""Another number of digits counts at once: today's PINs are drawn anew, and everybody hears."""

from __future__ import annotations

import datetime as dt
import json
import threading
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest

from domain.errors import IncorrectPin, InvalidInput, PinLocked
from storage import moves
from storage.moves import Pressed
from storage.moves_routes import REGENERATE_PIN
from storage.moves_site import CHANGE_SETTINGS
from tests.postgres import Database
from tests.storage.conftest import ClinicFixture, at_once
from tests.storage.hand import Hand, staff
from tests.storage.test_pins import another, called, leave, pins

MORNING = dt.datetime(2027, 3, 10, 3, 0, tzinfo=dt.UTC)
"""06:00 in Qatar, an hour after the day turned."""


def change(database: Database, **settings: object) -> None:
    Hand(database, "admin", "Ada").press(CHANGE_SETTINGS, changes=json.dumps(settings))


def lengths(found: dict[str, str]) -> set[int]:
    return {len(pin) for pin in found.values()}


def told(database: Database) -> list[str]:
    """The clinics whose staff heard of another PIN."""
    return [
        row[0]
        for row in database.rows(
            "select c.code from event e join clinic c on c.id = e.clinic_id"
            " where e.kind = 'PIN_CHANGED' order by c.id, e.position"
        )
    ]


@pytest.mark.parametrize("digits", [3, 4])
def test_todays_codes_have_the_new_number_of_digits_at_once(
    clinic: ClinicFixture, digits: int
) -> None:
    database = clinic.database
    ticket = called(clinic)
    before = pins(database)
    change(database, pin_digits=digits)

    after = pins(database)
    assert database.value("select length(code) from pin limit 1") == digits
    assert lengths(after) == {digits}
    assert after.keys() == before.keys()
    assert len(set(after.values())) == len(after)
    with pytest.raises(IncorrectPin):
        leave(database, ticket, before["lab"])
    assert leave(database, ticket, after["lab"]) == "done"

    change(database, pin_digits=2)
    assert lengths(pins(database)) == {2}


def test_the_staff_of_each_clinic_that_asks_for_one_hear_of_it_and_not_what_it_is(
    database: Database,
) -> None:
    database.do("update clinic set pin_required = false where code in ('xr', 'der')")
    pins(database)
    change(database, pin_digits=4)

    asking = database.rows("select code from clinic where pin_required order by id")
    assert told(database) == [code for (code,) in asking]
    events = str(database.rows("select to_jsonb(e) - 'at' from event e where kind = 'PIN_CHANGED'"))
    assert '"actor": "Ada"' in events.replace("'", '"')
    assert not [pin for pin in pins(database).values() if f"'{pin}'" in events]


def test_what_was_typed_wrong_before_is_forgotten(clinic: ClinicFixture) -> None:
    database = clinic.database
    ticket = called(clinic)
    pin = pins(database)["lab"]
    for _ in range(5):
        with pytest.raises(IncorrectPin):
            leave(database, ticket, another(pin))
    with pytest.raises(PinLocked):
        leave(database, ticket, pin)
    change(database, pin_digits=3)

    assert leave(database, ticket, pins(database)["lab"]) == "done"


def test_other_settings_and_the_same_number_leave_the_codes_as_they_are(database: Database) -> None:
    before = pins(database)
    change(database, undo_window_seconds=60, pin_digits=2)

    assert pins(database) == before
    assert told(database) == []


def test_a_number_that_is_refused_leaves_the_codes_as_they_are(database: Database) -> None:
    change(database, pin_digits=3)
    database.do(
        "insert into clinic (site_id, code, names, prefix, pin_required)"
        " select 1, 'c' || n, '{}', chr(65 + n / 26) || chr(65 + mod(n, 26)), true"
        " from generate_series(1, 60) n"
    )
    before = pins(database)

    with pytest.raises(InvalidInput):
        change(database, pin_digits=2)

    assert pins(database) == before


def test_a_clinic_that_asks_again_later_has_one_of_the_new_length(database: Database) -> None:
    pins(database)
    database.do("update clinic set pin_required = false where code = 'lab'")
    change(database, pin_digits=3)
    database.do("update clinic set pin_required = true where code = 'lab'")

    assert lengths(pins(database)) == {3}


def test_a_code_that_is_drawn_behind_the_change_has_the_new_length(database: Database) -> None:
    """Whoever regenerates one read the site before, and waits for the codes."""
    pins(database)
    drawn: list[Any] = []
    with psycopg.connect(database.login("server")) as rival:
        pressed = Pressed(scope="admin", actor="Ada")
        moves.perform(rival, CHANGE_SETTINGS, pressed, changes='{"pin_digits": 3}')
        press = threading.Thread(
            target=lambda: drawn.append(staff(database).press(REGENERATE_PIN, clinic="lab"))
        )
        press.start()
        database.until_waiting_for_lock("dawr hand")
        rival.commit()
    press.join()

    assert len(drawn[0].pin) == 3
    assert pins(database)["lab"] == drawn[0].pin


def test_whoever_changes_regenerates_and_reads_at_once_finds_codes_of_one_length(
    database: Database,
) -> None:
    turn: Iterator[Callable[[], object]] = iter(
        [
            lambda: change(database, pin_digits=3),
            lambda: change(database, pin_digits=4),
            lambda: lengths(pins(database)),
            lambda: staff(database).press(REGENERATE_PIN, clinic="lab"),
        ]
        * 3
    )

    def work() -> object:
        return next(turn)()

    found = at_once(12, work)

    assert all(len(one) == 1 for one in found if isinstance(one, set))
    digits = database.value("select pin_digits from site")
    assert {row[0] for row in database.rows("select length(code) from pin")} == {digits}
