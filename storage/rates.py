"""How often somebody has asked of late, counted for every server of the database."""

from __future__ import annotations

from typing import NamedTuple

from storage.pool import Pool

_COUNT = "select * from dawr.count_request(%(subject)s, %(at_most)s, %(span_s)s, %(hits)s)"


class Counted(NamedTuple):
    """How many were granted, and how the subject stands then; the seconds are from now on."""

    granted: int
    remaining: int
    reset_s: int
    retry_after_s: int | None


async def count_requests(
    pool: Pool, subject: str, at_most: int, span_s: int, hits: int = 1
) -> Counted:
    """Count so many more requests of a subject, as far as it may make them within the span.

    Raises:
        Busy: they could not be counted.
    """
    given = {"subject": subject, "at_most": at_most, "span_s": span_s, "hits": hits}
    return Counted(*(await pool.rows(_COUNT, given))[0])
