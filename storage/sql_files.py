"""The SQL of the functions and views, one file each, as the migrations install them."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent
FOLDERS = ("functions", "views", "moves", "queries")
"""functions and views are inner parts; moves and queries are what roles may be granted."""


def files(folder: str) -> list[Path]:
    """The folder's files in the order of their names."""
    return sorted((_HERE / folder).glob("*.sql"))


def install_order() -> list[Path]:
    """Every file in an order that PostgreSQL accepts: views need their functions.

    Bodies are not checked while installing, so that functions may name each other freely.
    """
    inner = files("functions")
    views = {path.stem: path for path in files("views")}
    ordered = [views[name] for name in ("my_site", "clinic_now", "feed_event", "slot_now")]
    return [*inner, *ordered, *files("moves"), *files("queries")]


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
