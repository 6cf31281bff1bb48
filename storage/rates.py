"""How often somebody has asked of late, counted for every server of the database."""

from __future__ import annotations

from typing import NamedTuple

from storage.pool import Pool

_COUNT = "select * from dawr.count_request(%(subject)s, %(at_most)s, %(span_s)s)"


class Counted(NamedTuple):
    """Whether one more was let in, and how the subject stands now; the seconds are from now on."""

    allowed: bool
    remaining: int
    reset_s: int
    retry_after_s: int | None


async def count_request(pool: Pool, subject: str, at_most: int, span_s: int) -> Counted:
    """Count one more request of a subject, unless it is one too many within the span.

    Raises:
        Busy: it could not be counted.
    """
    given = {"subject": subject, "at_most": at_most, "span_s": span_s}
    return Counted(*(await pool.rows(_COUNT, given))[0])
