"""The books of a line, held against each other: numbers, heads, states and the feed's positions."""

from __future__ import annotations

from typing import Any

import psycopg

_HAS_GAP = """
select c.code, t.service_day, t.series, min(t.number), max(t.number), count(*)
from dawr.ticket t join dawr.clinic c on (c.site_id, c.id) = (t.site_id, t.clinic_id)
group by c.code, t.service_day, t.series
having min(t.number) <> 1 or max(t.number) <> count(*)
"""
_HEAD_IS_WRONG = """
select h.clinic_id from dawr.head h
left join dawr.ticket t on (t.site_id, t.clinic_id) = (h.site_id, h.clinic_id)
group by h.site_id, h.clinic_id
having h.waiting <> count(*) filter (where t.state = 'waiting')
    or h.held <> count(*) filter (where t.state = 'held')
    or h.in_service <> count(*) filter (where t.state in ('called', 'serving'))
    or h.counter <> count(*) filter (
        where (t.service_day, t.series) = (h.service_day, h.series))
    or h.completed <> count(*) filter (
        where t.state = 'done' and (t.service_day, t.series) = (h.service_day, h.series))
"""
_FEED_HAS_GAP = """
select h.clinic_id, h.position, count(e.position), max(e.position) from dawr.head h
left join dawr.event e on (e.site_id, e.clinic_id) = (h.site_id, h.clinic_id)
group by h.site_id, h.clinic_id
having h.position <> count(e.position) or h.position <> coalesce(max(e.position), 0)
"""
_LAST_EVENT_IS_OLD = """
select h.clinic_id from dawr.head h
join dawr.event e on (e.site_id, e.clinic_id, e.position) = (h.site_id, h.clinic_id, h.position)
where h.clinic_id > 0 and e.service_day = h.service_day
  and (e.waiting, e.in_service, e.completed, e.total, e.current)
   <> (h.waiting, h.in_service, h.completed, h.counter, h.current)
"""
_RULES = {
    "numbers with a gap": _HAS_GAP,
    "a head that counts wrong": _HEAD_IS_WRONG,
    "a feed with a gap": _FEED_HAS_GAP,
    "a last event with other counts than its head": _LAST_EVENT_IS_OLD,
}


def wrongs(admin: psycopg.Connection[tuple[Any, ...]]) -> list[str]:
    """What does not agree; empty when every book is right."""
    found = ((rule, admin.execute(query).fetchall()) for rule, query in _RULES.items())
    return [f"{rule}: {row}" for rule, rows in found for row in rows]


def numbers(admin: psycopg.Connection[tuple[Any, ...]], clinic: str) -> list[int]:
    """The numbers given in a clinic, in their order."""
    rows = admin.execute(
        "select t.number from dawr.ticket t"
        " join dawr.clinic c on (c.site_id, c.id) = (t.site_id, t.clinic_id)"
        " where c.code = %s order by t.service_day, t.series, t.number",
        [clinic],
    ).fetchall()
    return [row[0] for row in rows]


def kept_answers(admin: psycopg.Connection[tuple[Any, ...]]) -> dict[str, int]:
    """The number that each idempotency key of an entry has drawn."""
    return dict(
        admin.execute(
            "select key, (answer->>'number')::int from dawr.idempotency"
            " where scope like '%/queue/enter'"
        ).fetchall()
    )


def feed(admin: psycopg.Connection[tuple[Any, ...]], clinic: str) -> list[tuple[str, int | None]]:
    """What the feed of a clinic must have told, in order: kind and number."""
    rows = admin.execute(
        "select e.kind, e.number from dawr.event e"
        " join dawr.clinic c on (c.site_id, c.id) = (e.site_id, e.clinic_id)"
        " where c.code = %s and e.kind <> 'NOTED' order by e.position",
        [clinic],
    ).fetchall()
    return [(str(kind), number) for kind, number in rows]
