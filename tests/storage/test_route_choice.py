"""The database chooses a route's next clinic, and expects its wait, as the domain does."""

from __future__ import annotations

import math
from typing import Any

import psycopg
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from domain.routes import Candidate, choose_next, floor_level
from domain.waits import Service, expected_wait
from tests.postgres import Database
from tests.storage.walker import Walker

Connection = psycopg.Connection[tuple[Any, ...]]

SEEN_TWICE = {
    "waiting": st.integers(0, 2),
    "in_service": st.just(1),
    "expected": st.just(480),
    "capacity": st.just(2),
    "desks": st.none(),
    "weight": st.just(0.0),
    "mean": st.just(1.0),
    "cv": st.just(0.0),
}
"""Lines as alike as two clinics are in the morning, so that ties are had."""
ANY = {
    "waiting": st.integers(0, 3) | st.integers(0, 200),
    "in_service": st.integers(0, 3),
    "expected": st.none() | st.sampled_from([480, 600]) | st.integers(1, 20_000),
    "capacity": st.integers(1, 4),
    "desks": st.none() | st.integers(1, 4),
    "weight": st.just(0.0) | st.floats(0.5, 20),
    "mean": st.floats(1, 14_400),
    "cv": st.floats(0, 2),
}
LOOKS = {
    "paused": st.sampled_from([False, False, True]),
    "floor": st.sampled_from(["G", "M", "1", "2", "3", "B2", "roof", ""]),
    "fixed": st.sampled_from([False, False, False, True]),
    "name": st.sampled_from(["Eyes", "Ears", "eyes", "العيون", "Ä"]),
}
lines = st.fixed_dictionaries({**ANY, **LOOKS}) | st.fixed_dictionaries({**SEEN_TWICE, **LOOKS})
BEFORE_HIM = 5
FIRST = 2
"""The ids of the clinics he has before him, x-ray to surgery, follow that of the laboratory."""


def lay(conn: Connection, clinic: int, line: dict[str, Any]) -> None:
    """Make a clinic's line what it should be."""
    conn.execute(
        "update head set waiting = %(waiting)s, in_service = %(in_service)s, desks = %(desks)s,"
        " desks_at = case when %(desks)s::int is not null then dawr.now() end,"
        " service_weight = %(weight)s, service_sum = %(sum)s, service_squares = %(squares)s"
        " where clinic_id = %(clinic)s",
        {
            **line,
            "clinic": clinic,
            "sum": line["weight"] * line["mean"],
            "squares": line["weight"] * line["mean"] ** 2 * (1 + line["cv"] ** 2),
        },
    )
    conn.execute(
        "update clinic set expected_service = make_interval(secs => %(expected)s),"
        " capacity = %(capacity)s, paused = %(paused)s, floor = %(floor)s,"
        " names = jsonb_build_object('en', %(name)s::text) where id = %(clinic)s",
        {**line, "clinic": clinic},
    )
    conn.execute(
        "update visit_stop set fixed = %(fixed)s where clinic_id = %(clinic)s",
        {**line, "clinic": clinic},
    )


def test_the_least_expected_wait_is_chosen_alike_by_both(database: Database) -> None:
    Walker(database).log_in()
    with database.admin() as conn:
        conn.execute("set search_path = dawr")
        conn.execute("update ticket set state = 'done', ended_at = dawr.now()")
        conn.execute("update visit_stop set done_at = dawr.now() where place > 6")

        @settings(max_examples=200, phases=[Phase.reuse, Phase.generate])
        @given(st.lists(lines, min_size=BEFORE_HIM, max_size=BEFORE_HIM))
        def holds(found: list[dict[str, Any]]) -> None:
            with conn.transaction(force_rollback=True):
                for clinic, line in enumerate(found, start=FIRST):
                    lay(conn, clinic, line)
                rows = conn.execute(
                    "select p.clinic, p.name, p.place, p.fixed, p.is_open, p.wait_s, p.waiting,"
                    " p.floor from site s, visit v, candidates(s, v) p"
                ).fetchall()
                chosen = conn.execute(
                    "select c.code, l.floor from site s, visit v, clinic c, clinic l"
                    " where c.id = choose_stop(s, v) and l.code = 'lab'"
                ).fetchone()
                facts = dict(
                    conn.execute(
                        "select c.code, service_facts(c, h) from clinic c"
                        " join head h on h.clinic_id = c.id"
                    ).fetchall()
                )
            candidates = [Candidate(*row) for row in rows]
            assert len(candidates) == BEFORE_HIM
            assert chosen is not None
            assert choose_next(candidates, chosen[1]) == chosen[0]
            for one in candidates:
                line = found[place[one.clinic]]
                mean = expected_wait(
                    line["waiting"], line["in_service"], Service.of(facts[one.clinic])
                )
                assert (mean is None) == (one.wait_s is None)
                if mean is not None and one.wait_s is not None:
                    assert math.isclose(mean, one.wait_s, rel_tol=1e-9, abs_tol=1e-6)

        place = dict(conn.execute("select code, id - %s from clinic", [FIRST]).fetchall())
        holds()


def test_floors_are_read_alike_by_both(database: Database) -> None:
    signs = [
        "G",
        "g",
        " GF ",
        "M",
        "B",
        "B2",
        "b12",
        "0",
        "2",
        "12",
        "999",
        "1000",
        "roof",
        "",
        "-1",
    ]
    rows = database.rows("select sign, floor_level(sign) from unnest(%s::text[]) sign", [signs])

    assert dict(rows) == {sign: floor_level(sign) for sign in signs}
