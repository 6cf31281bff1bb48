"""Letting stations in: a code's ten minutes, and a token that is told once whoever asks at once."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psycopg
import pytest
from psycopg import errors as pg

from storage import stations, tokens
from storage.connections import bounded
from storage.tokens import digest
from tests.postgres import Database
from tests.storage.conftest import at_once

NOBODY = "row('patient', null, null, null, null, null, null, null)::dawr.press"
_TELL = "select dawr.tell_token(%s, %s)"


def pair(database: Database, kind: str = "kiosk") -> dict[str, Any]:
    with psycopg.connect(database.login("server"), autocommit=True) as server:
        row = server.execute(f"select dawr.pair_station({NOBODY}, %s)".encode(), [kind]).fetchone()
    assert row is not None
    return dict(row[0])


def tell(database: Database, pairing: dict[str, Any], application: str = "poll") -> Any:
    conninfo = bounded(database.login("server"), application)
    with psycopg.connect(conninfo, autocommit=True) as server:
        row = server.execute(_TELL, [pairing["code"], pairing["secret"]]).fetchone()
    assert row is not None
    return row[0]


def let_in(database: Database, pairing: dict[str, Any], name: str = "Kiosk 9") -> Any:
    with database.admin() as admin:
        return stations.approve(admin, 1, pairing["code"], name)


def test_a_poll_that_waits_for_another_finds_the_token_told(database: Database) -> None:
    """One transaction has been told and not committed yet; the other must not be told too."""
    pairing = pair(database)
    let_in(database, pairing)

    with (
        psycopg.connect(database.login("server")) as first,
        ThreadPoolExecutor(1) as pool,
    ):
        told = first.execute(_TELL, [pairing["code"], pairing["secret"]]).fetchone()
        second = pool.submit(tell, database, pairing, "second poll")
        database.until_waiting_for_lock("second poll")
        first.commit()
        assert second.result(timeout=10) is None

    assert told is not None
    assert database.value("select hash from token where name = 'Kiosk 9'") == digest(
        told[0]["token"]
    )


def test_a_poll_that_was_rolled_back_has_told_nobody(database: Database) -> None:
    pairing = pair(database)
    let_in(database, pairing)

    with psycopg.connect(database.login("server")) as lost:
        lost.execute(_TELL, [pairing["code"], pairing["secret"]])
        lost.rollback()

    assert tell(database, pairing)["status"] == "APPROVED"


def test_of_a_storm_of_polls_one_is_told(database: Database) -> None:
    for number in range(3):
        pairing = pair(database)
        let_in(database, pairing, f"Kiosk {number + 10}")

        told = at_once(8, lambda pairing=pairing: tell(database, pairing))  # type: ignore[misc]  # bound

        assert sum(one is not None for one in told) == 1


def test_a_code_is_good_for_ten_minutes_from_its_last_step(database: Database) -> None:
    pairing, late = pair(database), pair(database)
    now = dt.datetime.now(dt.UTC)
    database.set_clock(now + dt.timedelta(minutes=9))
    assert let_in(database, pairing) is not None
    database.set_clock(now + dt.timedelta(minutes=11))

    assert tell(database, late) is None
    assert let_in(database, late, "Kiosk 10") is None
    assert tell(database, pairing)["status"] == "APPROVED"


def test_who_was_let_in_and_never_came_leaves_nothing(database: Database) -> None:
    pairing = pair(database)
    let_in(database, pairing)
    database.set_clock(dt.datetime.now(dt.UTC) + dt.timedelta(minutes=21))

    assert tell(database, pairing) is None
    pair(database)

    assert database.value("select count(*) from pairing") == 1
    assert database.value("select count(*) from token where is_station") == 0


def test_who_was_told_stays_when_the_pairing_goes(database: Database) -> None:
    pairing = pair(database)
    let_in(database, pairing)
    tell(database, pairing)
    database.set_clock(dt.datetime.now(dt.UTC) + dt.timedelta(minutes=21))
    pair(database)

    with database.admin() as admin:
        assert [one.name for one in stations.list_stations(admin, 1)] == ["Kiosk 9"]
        assert stations.revoke_station(admin, 1, "Kiosk 9")
        assert not stations.revoke_station(admin, 1, "Kiosk 9")


def test_a_station_shut_out_before_it_asked_is_told_nothing(database: Database) -> None:
    pairing = pair(database)
    let_in(database, pairing)
    with database.admin() as admin:
        stations.revoke_station(admin, 1, "Kiosk 9")

    assert tell(database, pairing) is None


def test_a_name_that_is_free_again_takes_a_token_that_is_no_station(database: Database) -> None:
    pairing = pair(database)
    let_in(database, pairing)
    with database.admin() as admin:
        stations.revoke_station(admin, 1, "Kiosk 9")
        tokens.create_token(admin, 1, "staff", "Kiosk 9")

        assert stations.list_stations(admin, 1) == []


def test_two_administrators_let_a_station_in_once(database: Database) -> None:
    pairing = pair(database)
    names = iter(("Kiosk A", "Kiosk B", "Kiosk C", "Kiosk D"))

    told = at_once(4, lambda: let_in(database, pairing, next(names)))

    assert sum(one is not None for one in told) == 1
    assert database.value("select count(*) from token where is_station") == 1


@pytest.mark.parametrize("code", ["KIOSK12", "ABC", "AAAAAA0", "aaaaaaa"])
def test_a_code_has_no_letter_that_looks_like_another(database: Database, code: str) -> None:
    with pytest.raises(pg.CheckViolation):
        database.do(
            "insert into pairing (site_id, code, secret_hash, kind, made_at, expires_at)"
            " values (1, %s, sha256('x'), 'kiosk', now(), now() + interval '1 min')",
            [code],
        )
