"""The revisions of the schema that this program knows, read without Alembic, which takes 40 MB.

A test holds it against Alembic's own word.
"""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import Any

VERSIONS = Path(__file__).resolve().parent / "migrations" / "versions"


@cache
def known() -> tuple[str, ...]:
    """Every revision, oldest first."""
    after = dict(_revision(file) for file in VERSIONS.glob("[0-9]*.py"))
    chain: list[str] = []
    newest: str | None = None
    while (newest := after.get(newest)) is not None:
        chain.append(newest)
    return tuple(chain)


def wanted() -> str:
    """The revision a database must be at."""
    return known()[-1]


def missing(revision: str | None) -> tuple[str, ...] | None:
    """What a database at this revision lacks, oldest first; None for a revision not known here."""
    if revision is None:
        return known()
    if revision not in known():
        return None
    return known()[known().index(revision) + 1 :]


def _revision(file: Path) -> tuple[str | None, str]:
    """The revision a file comes after, and its own."""
    said: dict[str, Any] = {}
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            said |= {one.id: node.value.value for one in node.targets if isinstance(one, ast.Name)}
    return said["down_revision"], said["revision"]
