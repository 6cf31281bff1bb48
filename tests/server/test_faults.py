"""What the log says of an error: enough to find it, and nothing of a patient."""

from __future__ import annotations

from pathlib import Path

import httpx
import psycopg
import pytest
from psycopg import errors as pg
from pydantic import ValidationError

from domain.errors import StoreAway
from server import faults
from server.bodies import EnterIn
from server.logs import Format
from tests.postgres import Database
from tests.server import processes
from tests.server.ear import PATIENCE_S
from tests.storage.booking import MORNING

MOBILE, PATIENT = "+97455512345", "PATIENT-4711"
SECRETS = (MOBILE.removeprefix("+"), PATIENT)


@pytest.mark.timeout(120)
@pytest.mark.parametrize("form", ["json", "console"])
async def test_a_broken_constraint_is_told_without_the_row(
    database: Database, tmp_path: Path, form: Format
) -> None:
    """PostgreSQL's DETAIL names the values of the row; the old log had them whole."""
    database.set_clock(MORNING)
    database.do("create unique index of_a_mobile on ticket (mobile) where mobile is not null")
    database.do("alter table slot_hold add column needed text not null")
    log, login = tmp_path / "log", database.login("server")
    with processes.ready(log, login, log_format=form) as command:
        async with httpx.AsyncClient(base_url=command.url, timeout=PATIENCE_S) as client:
            slots = (await client.get("/api/v1/slots?clinic=lab")).json()["slots"]
            asked = [
                ("queue/enter", {"clinic": "lab", "user": "P-1", "mobile": MOBILE}),
                ("queue/enter", {"clinic": "lab", "user": PATIENT, "mobile": MOBILE}),
                (f"slots/{slots[0]['id']}/hold", {"user": PATIENT, "mobile": f"{MOBILE}67"}),
            ]
            answers = [await client.post(f"/api/v1/{path}", json=body) for path, body in asked]
        command.end()
    said = command.said()

    assert [one.status_code for one in answers] == [201, 500, 503]
    assert [one for one in SECRETS if one in said] == []
    assert '23505 duplicate key value violates unique constraint "of_a_mobile"' in unquoted(said)
    assert '23502 null value in column "needed" of relation "slot_hold"' in unquoted(said)
    assert "Traceback (most recent call last):" in said
    assert "in post_enter" in said
    assert "DETAIL" not in said


def unquoted(said: str) -> str:
    """The log as people read it: JSON writes a quote with a stroke before it."""
    return said.replace('\\"', '"')


@pytest.mark.parametrize(
    "statement",
    [
        "select %s::text::int",
        "select cast(%s::text as date)",
        "do $$ begin perform '+97455512345'::text::int; end $$",
        "select pg_catalog.jsonb_to_record(jsonb_build_object('n', %s::text)) as x(n int)",
    ],
)
def test_a_value_that_is_no_such_thing_is_not_quoted(database: Database, statement: str) -> None:
    with database.admin() as admin, pytest.raises(psycopg.Error) as caught:
        admin.execute(statement.encode(), [MOBILE] if "%s" in statement else None)

    assert MOBILE not in faults.traced(caught.value)
    assert caught.value.sqlstate is not None
    assert caught.value.sqlstate in faults.told(caught.value)


def test_an_errors_whole_story_is_told_in_order() -> None:
    with pytest.raises(StoreAway) as caught:
        fail_thrice()

    said = faults.traced(caught.value)

    first, second = said.split(faults.CAUSED)
    assert first.strip().endswith("LookupError: no such row")
    assert second.strip().endswith("domain.errors.StoreAway: BUSY")
    assert "raise LookupError" in first
    assert MOBILE not in said
    assert PATIENT not in said


def fail_thrice() -> None:
    try:
        try:
            raise pg.UniqueViolation(f"Key (mobile)=({MOBILE}) already exists.")
        except psycopg.Error:
            raise LookupError("no such row") from None
    except LookupError as error:
        raise StoreAway(retry_after_s=2, patient=PATIENT) from error


def test_errors_of_several_are_all_told_and_none_endlessly() -> None:
    one, other = ValueError("one"), LookupError("other")
    one.__context__, other.__context__ = other, one
    group = ExceptionGroup("both", [one, other])

    said = faults.traced(group)

    assert "ExceptionGroup: both" in said
    assert "  | ValueError: one" in said
    assert "LookupError: other" in said


def test_a_model_says_where_it_was_broken_and_not_by_what() -> None:
    with pytest.raises(ValidationError) as caught:
        EnterIn.model_validate({"clinic": "lab", "mobile": f"{MOBILE}x", "user": f"{PATIENT} "})

    said = faults.told(caught.value)

    assert "mobile string_pattern_mismatch" in said
    assert "user string_pattern_mismatch" in said
    assert MOBILE not in said
    assert PATIENT not in said
