"""How often somebody may: counted in PostgreSQL, within a window that slides."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import psycopg
import pytest

from domain.errors import RateLimited
from domain.ports import Press
from domain.tickets import IssuedTicket, TicketRequest
from storage.connections import refusal_of
from tests.postgres import Database
from tests.storage.conftest import ClinicFixture, at_once

NOON = dt.datetime(2026, 11, 27, 9, 0, tzinfo=dt.UTC)
Counted = tuple[bool, int, int, int | None]


@dataclass
class Counter:
    """A server's login that counts."""

    database: Database
    server: psycopg.Connection[tuple[Any, ...]]

    def hit(self, subject: str = "address 192.0.2.1", at_most: int = 20) -> Counted:
        row = self.server.execute(
            "select * from dawr.count_request(%s, %s)", [subject, at_most]
        ).fetchone()
        assert row is not None
        return row[0] == 1, row[1], row[2], row[3]

    def hit_from_elsewhere(self) -> Counted:
        """On a connection of its own, as another server does."""
        with psycopg.connect(self.database.login("server"), autocommit=True) as server:
            return Counter(self.database, server).hit()

    def hits(self, count: int, at_most: int = 20) -> list[bool]:
        return [self.hit(at_most=at_most)[0] for _ in range(count)]

    def at(self, seconds: float) -> None:
        """Let the clock stand there; a test's own statements take no time then."""
        self.database.do(
            "create or replace function dawr.now() returns timestamptz language sql volatile as"
            f" $$ select timestamptz '{NOON + dt.timedelta(seconds=seconds)}' $$"
        )


@pytest.fixture
def counter(database: Database) -> Iterator[Counter]:
    with psycopg.connect(database.login("server"), autocommit=True) as server:
        found = Counter(database, server)
        found.at(0)
        yield found


def test_the_one_after_the_last_is_refused_and_not_counted(counter: Counter) -> None:
    assert [counter.hit()[1] for _ in range(20)] == list(range(19, -1, -1))
    assert [counter.hit() for _ in range(30)] == [(False, 0, 60, 60)] * 30
    assert counter.database.value("select sum(c) from rate, unnest(counts) c") == 20


def test_the_window_slides(counter: Counter) -> None:
    """Never more than twenty within any sixty seconds, and not one less."""
    counter.hits(15)
    counter.at(30)
    assert counter.hits(6) == [True] * 5 + [False]

    counter.at(59.999999)
    assert counter.hit() == (False, 0, 1, 1)
    counter.at(60)
    assert counter.hits(16) == [True] * 15 + [False]
    counter.at(90)
    assert counter.hits(6) == [True] * 5 + [False]


@pytest.mark.parametrize("at_most", [1, 20, 60, 61, 600])
def test_who_waits_as_long_as_he_is_told_is_let_in(counter: Counter, at_most: int) -> None:
    begun = counter.hits(at_most // 2, at_most)
    counter.at(12.5)
    begun += counter.hits(at_most - at_most // 2, at_most)
    _, _, reset, after = counter.hit(at_most=at_most)

    assert begun == [True] * at_most
    assert after is not None
    assert after == reset
    counter.at(12.5 + after - 1)
    assert counter.hits(1, at_most) == [False]
    counter.at(12.5 + after)
    assert counter.hits(1, at_most) == [True]


def test_a_large_limit_is_kept_in_sixty_pieces(counter: Counter) -> None:
    """Its row stays small, and no minute has more than it allows."""
    let_in: list[float] = []
    for tenth in range(0, 1300, 5):
        counter.at(tenth / 10)
        let_in += [tenth / 10] * counter.hits(1, 100).count(True)

    pieces = counter.database.value("select cardinality(times) from rate")
    most = max(sum(begun <= at < begun + 60 for at in let_in) for begun in let_in)
    assert pieces <= 62
    assert most == 100
    assert len([at for at in let_in if at >= 60]) >= 100


def test_hits_counted_together_are_granted_as_far_as_they_may(counter: Counter) -> None:
    counter.hits(5)
    asked = "select * from dawr.count_request('address 192.0.2.1', 20, 60, %s)"
    told = [counter.server.execute(asked.encode(), [hits]).fetchone() for hits in (8, 10, 2)]

    assert told == [(8, 7, 60, None), (7, 0, 60, 60), (0, 0, 60, 60)]
    counter.at(60)
    assert counter.server.execute(asked.encode(), [25]).fetchone() == (20, 0, 60, 60)


def test_everybody_is_counted_for_himself(counter: Counter) -> None:
    counter.hits(20)

    assert not counter.hit()[0]
    assert counter.hit("address 192.0.2.2")[0]
    assert counter.hit("station address 192.0.2.1")[0]


def test_of_a_storm_exactly_as_many_as_allowed_are_let_in(counter: Counter) -> None:
    answers = at_once(60, counter.hit_from_elsewhere)

    assert [allowed for allowed, *_ in answers].count(True) == 20
    assert sorted(left for allowed, left, *_ in answers if allowed) == list(range(20))


def test_two_at_once_wait_for_each_other(counter: Counter) -> None:
    """While one transaction has counted the twentieth, another waits and is then refused."""
    counter.hits(19)
    with psycopg.connect(counter.database.login("server"), application_name="first") as first:
        first.execute("select dawr.count_request('address 192.0.2.1', 20)")
        with (
            psycopg.connect(
                counter.database.login("server"), autocommit=True, options="-c lock_timeout=50ms"
            ) as second,
            pytest.raises(psycopg.errors.LockNotAvailable),
        ):
            second.execute("select dawr.count_request('address 192.0.2.1', 20)")

    assert not counter.hit()[0]


def test_a_clock_put_back_locks_nobody_out(counter: Counter) -> None:
    counter.at(86_400)
    counter.hits(21)
    counter.at(0)

    assert counter.hits(21) == [True] * 20 + [False]


def test_what_limits_nobody_any_more_is_deleted_in_batches(counter: Counter) -> None:
    for number in range(7):
        counter.hit(f"address 192.0.2.{number}")
    counter.at(30)
    counter.hit("address 192.0.2.200")
    counter.at(61)
    with psycopg.connect(counter.database.login("server"), autocommit=True) as server:
        gone = [server.execute("select dawr.forget_rates(5)").fetchone() for _ in range(3)]

    assert gone == [(5,), (2,), (0,)]
    assert counter.database.rows("select subject from rate") == [("address 192.0.2.200",)]


def test_only_a_server_counts(database: Database) -> None:
    for kind in ("kiosk", "staff"):
        with (
            psycopg.connect(database.login(kind), autocommit=True) as other,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            other.execute("select dawr.count_request('address 192.0.2.1', 20)")


MOBILE = "+97455512345"


def press(clinic: ClinicFixture, patient: str | None = None, code: str = "lab") -> IssuedTicket:
    return clinic.kiosk().issue_ticket(Press(), TicketRequest(code, patient=patient, mobile=MOBILE))


def test_a_mobile_number_draws_three_tickets_an_hour(clinic: ClinicFixture) -> None:
    now = clinic.database.value("select dawr.now()")
    for code in ("lab", "xr", "eye"):
        press(clinic, code=code)
    with pytest.raises(RateLimited) as refused:
        press(clinic, code="ent")

    assert {"limit": 3, "remaining": 0}.items() <= refused.value.facts.items()
    assert 3590 <= int(str(refused.value.facts["retry_after_s"])) <= 3600
    assert clinic.database.value("select count(*) from ticket") == 3
    clinic.database.set_clock(now + dt.timedelta(hours=1, seconds=1))
    assert press(clinic, code="ent").label == "N-001"


def test_only_tickets_really_drawn_count_for_a_mobile_number(clinic: ClinicFixture) -> None:
    once = Press()
    for _ in range(5):
        clinic.kiosk().issue_ticket(once, TicketRequest("lab", patient="P-1", mobile=MOBILE))
        assert press(clinic, "P-1").existing
    for number in range(3):
        clinic.desk().register_walk_in(Press(), TicketRequest("xr", f"P-{number}", mobile=MOBILE))

    drawn = [press(clinic, code=code).label for code in ("eye", "ent")]
    with pytest.raises(RateLimited):
        press(clinic, code="int")

    assert drawn == ["E-001", "N-001"]


def test_many_tickets_for_one_mobile_number_at_once_are_three(clinic: ClinicFixture) -> None:
    codes = itertools.cycle(("lab", "xr", "eye", "ent", "int", "sur"))

    def draw() -> str | None:
        try:
            return press(clinic, code=next(codes)).label
        except RateLimited:
            return None

    drawn = at_once(12, draw)

    assert len([one for one in drawn if one is not None]) == 3
    assert clinic.database.value("select count(*) from ticket") == 3


def test_a_refusal_of_the_database_carries_how_it_stands(database: Database) -> None:
    with database.admin() as admin:
        admin.execute("select dawr.limit_mobile(1, '+9745', 1)")
        with pytest.raises(psycopg.Error) as raised:
            admin.execute("select dawr.limit_mobile(1, '+9745', 1)")

    refusal = refusal_of(raised.value)
    assert isinstance(refusal, RateLimited)
    assert set(refusal.facts) == {"limit", "remaining", "reset_s", "retry_after_s"}
