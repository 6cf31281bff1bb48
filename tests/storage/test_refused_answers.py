"""Refusals that a move answers because it had something to commit: raised like any other."""

from __future__ import annotations

import psycopg
import pytest
from psycopg import sql

from domain.errors import IncorrectPin
from storage import answers
from storage.moves import Move, Pressed, perform
from tests.postgres import Database

REFUSING = """
create function dawr.ask_for_help_twice(press dawr.press) returns jsonb language plpgsql
security definer set search_path = dawr, pg_temp as $$
declare
    who begun := begin_move(press);
begin
    if who.told is not null then
        return who.told;
    end if;
    update head set current = current + 1 where clinic_id = 0;
    return end_move(press, who, '{"refused": "INCORRECT_PIN", "attempts_left": 4}');
end $$
"""
MOVE = Move("ask_for_help_twice", (), answers.Told.of)


@pytest.fixture
def kiosk(database: Database) -> str:
    database.do(REFUSING)
    login = database.credentials[("kiosk", "Kiosk 1")].user
    grant = sql.SQL("grant execute on function dawr.ask_for_help_twice to {}")
    with database.admin() as admin:
        admin.execute(grant.format(sql.Identifier(login)))
    return database.login("kiosk")


def test_it_is_raised_with_its_facts_and_what_it_wrote_stays(
    database: Database, kiosk: str
) -> None:
    pressed = Pressed(key="k", key_scope="window:x", payload="p")
    with psycopg.connect(kiosk, autocommit=True) as conn:
        with pytest.raises(IncorrectPin) as first:
            perform(conn, MOVE, pressed)
        with pytest.raises(IncorrectPin) as again:
            perform(conn, MOVE, pressed)

    assert first.value.facts == {"attempts_left": 4}
    assert again.value.facts == {"attempts_left": 4, "replayed": True}
    assert database.value("select current from head where clinic_id = 0") == 1
