"""What is told of clinics to everybody, as answers that can be kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from domain.errors import ClinicNotFound
from server import replies
from server.cache.answer import Answer
from server.cache.cache import Cache
from server.replies import Reply
from storage.feed_log import SITE_STREAM
from storage.pool import Pool

_READ = "select dawr.read_lasting_board(%(codes)s)"


async def catalogue(cache: Cache, pool: Pool) -> bytes:
    """The site and all its clinics."""

    async def read() -> Answer:
        return _answer(await pool.read(_READ, {"codes": None}), replies.catalogue)

    return await cache.body("clinics", read)


async def status(cache: Cache, pool: Pool, clinic: str) -> bytes:
    """A clinic's numbers.

    Raises:
        ClinicNotFound: there is none of that code.
    """
    code = clinic.lower()

    async def read() -> Answer:
        board = await pool.read(_READ, {"codes": [code]})
        if not board["clinics"]:
            raise ClinicNotFound(clinic=clinic)
        return _answer(board, lambda one: replies.status(one["clinics"][0]))

    return await cache.body(f"status:{code}", read)


def _answer(board: Mapping[str, Any], tell: Callable[[Mapping[str, Any]], Reply]) -> Answer:
    positions = {clinic["clinic_id"]: clinic["position"] for clinic in board["clinics"]}
    if not positions:  # a site without clinics: told, and over at once
        return Answer(replies.packed(tell(board)), {SITE_STREAM: board["site_position"]}, 0.0)
    return Answer(replies.packed(tell(board)), positions, board["ends_at"])
