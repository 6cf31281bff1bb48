"""What a database error means to whoever asked."""

from __future__ import annotations

import psycopg
import pytest
from psycopg import errors as pg

from domain import errors
from storage.connections import BUSY, NOT_SET_UP, refusal_of


@pytest.mark.parametrize("kind", BUSY)
def test_too_much_at_once_is_busy_and_nothing_was_done(kind: type[psycopg.Error]) -> None:
    found = refusal_of(kind())
    assert isinstance(found, errors.Busy)
    assert not isinstance(found, errors.StoreAway)


@pytest.mark.parametrize("kind", [*NOT_SET_UP, pg.AdminShutdown, pg.ReadOnlySqlTransaction])
def test_a_database_that_is_away_or_not_set_up_is_away(kind: type[psycopg.Error]) -> None:
    found = refusal_of(kind())
    assert isinstance(found, errors.StoreAway)
    assert str(found.facts["why"]).endswith(".")


def test_what_nobody_foresaw_is_a_fault_and_no_refusal() -> None:
    assert refusal_of(pg.DivisionByZero.__mro__[0]()) is not None  # data out of range is input
    assert refusal_of(pg.InternalError_()) is None
