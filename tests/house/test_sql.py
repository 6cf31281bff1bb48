"""Where SQL may stand, and what a function's file must and must not say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.house.source import ROOMS, ROOT, Module, modules, strings

MOVES = sorted((ROOT / "storage" / "moves").glob("*.sql"))
FUNCTIONS = MOVES + sorted((ROOT / "storage" / "functions").glob("*.sql"))
STATEMENT = re.compile(
    r"\b(?:select\b.+\bfrom\s|insert\s+into\s|update\s+\S+\s+set\s|delete\s+from\s"
    r"|(?:create|alter|drop)\s+(?:or\s+replace\s+)?(?:table|function|role|view|schema|index)\s"
    r"|(?:un)?listen\s+\w+$|notify\s+\w+$|pg_notify)",
    re.IGNORECASE | re.DOTALL,
)
COMMENT = re.compile(r"--[^\n]*|/\*.*?\*/", re.DOTALL)
FUNCTION = re.compile(r"create\s+(?:or\s+replace\s+)?function\s+dawr\.(\w+)", re.IGNORECASE)


def code(function: Path) -> str:
    return COMMENT.sub(" ", function.read_text(encoding="utf-8")).lower()


def statements(module: Module) -> list[str]:
    return [module.at(node) for node in strings(module) if STATEMENT.search(str(node.value))]


def test_sql_is_written_in_the_storage_room_only() -> None:
    rooms = [room for room in ROOMS if room != "storage"]

    assert [place for module in modules(*rooms) for place in statements(module)] == []


@pytest.mark.parametrize(
    "sql",
    [
        "select number from dawr.ticket",
        "INSERT INTO ticket values (1)",
        "update ticket set state = 'done'",
        "delete from ticket",
        "create table x (y int)",
        "LISTEN dawr",
        "notify dawr",
        "select pg_notify('dawr', '')",
    ],
)
def test_sql_outside_it_would_be_seen(sql: str) -> None:
    assert statements(Module(Path("server/spoilt.py"), f"query = {sql!r}"))


def test_there_are_moves_to_look_at() -> None:
    assert MOVES


def test_no_function_rings_the_bell_inside_its_transaction() -> None:
    """The lock that NOTIFY takes at commit cut twenty busy clinics to a third."""
    ringing = [each.name for each in FUNCTIONS if re.search(r"\bnotify\b|pg_notify", code(each))]

    assert ringing == []


def test_a_file_holds_the_one_function_it_is_named_after() -> None:
    held = {each: FUNCTION.findall(code(each)) for each in FUNCTIONS}

    assert {each.name: found for each, found in held.items() if found != [each.stem]} == {}


def test_a_move_runs_as_its_owner_and_looks_names_up_in_its_own_schema() -> None:
    needed = ("security definer", "set search_path = dawr, pg_temp")
    loose = [move.name for move in MOVES if not all(words in code(move) for words in needed)]

    assert loose == []


def test_no_move_is_told_what_time_it_is() -> None:
    """Time is the database's clock; who may say the time may forge it. `until` says a wish."""
    told = [
        move.name
        for move in MOVES
        if re.search(r"function\s+dawr\.\w+\s*\([^)]*\b(?!until\b)\w+\s+timestamptz\b", code(move))
    ]

    assert told == []
