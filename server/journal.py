"""The line a request leaves in the log: what was asked, what came of it, and under which id.

Requests that change something, and whatever fails. Of the address only the route's template is
told, because tokens and patients' ids stand in paths; nothing of a query, a body or a caller. Who
is sent away for asking too often leaves no line, else he could fill the disk; metrics count him.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import structlog

from server.metrics import UNMATCHED, template_of
from server.problems import REFUSED

READS = frozenset({"GET", "HEAD", "OPTIONS"})
FAILED, TOO_OFTEN, FAULTY = 400, 429, 500

_log = structlog.get_logger("dawr.request")


def note(scope: Mapping[str, Any], status: int, seconds: float) -> None:
    """An answer begins: write its line, if it leaves one."""
    if status == TOO_OFTEN or (scope["method"] in READS and status < FAILED):
        return
    route = template_of(scope)
    if route == UNMATCHED and status < FAULTY:
        return
    said = {"method": scope["method"], "route": route, "status": status}
    if REFUSED in scope:
        said["code"] = scope[REFUSED]
    write = _log.info if status < FAULTY else _log.warning
    write("request", **said, ms=round(seconds * 1000, 1))
