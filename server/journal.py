"""The line a request leaves in the log: what was asked, what came of it, and under which id.

Requests that change something, faults, and what is refused. Of the address only the route's
template is told, because tokens and patients' ids stand in paths; nothing of a query, a body or a
caller. Whoever may ask as often as he likes without showing who he is (reads, pages, calls that he
may not make) leaves no line unless it is a fault of ours, nor does who is sent away for asking too
often: else he could fill the disk. Metrics count them all.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import structlog

from server.callers import CALLER, Caller
from server.limiter import LIMITED
from server.metrics import template_of
from server.problems import REFUSED

READS = frozenset({"GET", "HEAD", "OPTIONS"})
FAILED, TOO_OFTEN, FAULTY = 400, 429, 500

_log = structlog.get_logger("dawr.request")


def note(scope: Mapping[str, Any], status: int, seconds: float) -> None:
    """An answer begins: write its line, if it leaves one."""
    if not _leaves_a_line(scope, status):
        return
    said = {"method": scope["method"], "route": template_of(scope), "status": status}
    if REFUSED in scope:
        said["code"] = scope[REFUSED]
    write = _log.info if status < FAULTY else _log.warning
    write("request", **said, ms=round(seconds * 1000, 1))


def _leaves_a_line(scope: Mapping[str, Any], status: int) -> bool:
    if status >= FAULTY:
        return True
    if status == TOO_OFTEN or (status < FAILED and scope["method"] in READS):
        return False
    caller: Caller | None = scope.get(CALLER)
    return LIMITED in scope or (caller is not None and caller.name is not None)
