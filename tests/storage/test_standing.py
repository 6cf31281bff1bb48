"""A clinic's standing against what happens at the same instant: one head, one order of events."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psycopg
import pytest

from domain.errors import ClinicPaused, InvalidInput, Refusal
from storage.connections import bounded, refusals
from tests.storage.conftest import ClinicFixture

STAFF = "row('staff', 'Nurse', null, null, null, null, null, null)::dawr.press"


@contextmanager
def pausing(clinic: ClinicFixture) -> Iterator[None]:
    """A pause that is done but not committed until the block ends: it holds the head."""
    with psycopg.connect(clinic.database.login("server")) as server:
        server.execute(f"select dawr.pause_clinic({STAFF}, 'lab', 'cleaning')".encode())
        yield
        server.commit()


def meanwhile(clinic: ClinicFixture, work: Callable[[], object], application: str) -> list[str]:
    """Start the work while a pause is under way, commit the pause; answers the refusal's code."""
    heard: list[str] = []

    def run() -> None:
        try:
            work()
        except Refusal as refused:
            heard.append(refused.code)

    press = threading.Thread(target=run)
    with pausing(clinic):
        press.start()
        clinic.database.until_waiting_for_lock(application)
    press.join()
    return heard


def test_no_number_is_given_once_the_pause_is_announced(clinic: ClinicFixture) -> None:
    heard = meanwhile(clinic, lambda: clinic.issue(1), "dawr kiosk")

    assert heard == [ClinicPaused.code]
    assert clinic.feed_positions("ENTERED") == []


def test_a_check_that_waited_for_a_pause_does_not_announce_the_opening(
    clinic: ClinicFixture,
) -> None:
    lab = clinic.database.value("select id from clinic where code = 'lab'")

    def check() -> None:
        conninfo = bounded(clinic.database.login("server"), "a check")
        with psycopg.connect(conninfo, autocommit=True) as server:
            server.execute("select dawr.pass_time(%s)", [lab])

    assert meanwhile(clinic, check, "a check") == []
    assert len(clinic.feed_positions("CLINIC_PAUSED")) == 1
    assert clinic.feed_positions("CLINIC_OPENED") == []


def test_a_pause_ends_in_the_future(clinic: ClinicFixture) -> None:
    now = clinic.database.value("select dawr.now()")

    assert refuses_a_pause_until(clinic, now - dt.timedelta(seconds=1))


@pytest.mark.parametrize("until", ["2101-01-01 00:00+00", "9999-12-31 23:59-12", "infinity"])
def test_a_pause_ends_before_the_calendar_does(clinic: ClinicFixture, until: str) -> None:
    """An instant that some time zone does not have broke every read that tells of the clinic."""
    assert refuses_a_pause_until(clinic, until)


def refuses_a_pause_until(clinic: ClinicFixture, until: dt.datetime | str) -> bool:
    with (
        psycopg.connect(clinic.database.login("server"), autocommit=True) as server,
        pytest.raises(InvalidInput),
        refusals(),
    ):
        server.execute(
            f"select dawr.pause_clinic({STAFF}, 'lab', 'cleaning', %s)".encode(), [until]
        )
    return clinic.database.rows("select code from clinic where paused") == []
