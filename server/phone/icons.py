"""The icons, to stand inside the page: copies of the windows' own, held equal by a test."""

from __future__ import annotations

import re
from pathlib import Path

from markupsafe import Markup

FOLDER = Path(__file__).resolve().parent / "icons"
MIRRORED = frozenset({"forward", "transfer", "volume", "start", "floor", "route"})
"""Those that point in reading direction."""
_INSIDE = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)


def _drawn(path: Path) -> Markup:
    found = _INSIDE.search(path.read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(path.name)
    look = "i m" if path.stem in MIRRORED else "i"
    return Markup(  # noqa: S704 - our own files
        f'<svg class="{look}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">'
        f"{found[1]}</svg>"
    )


ICONS = {path.stem: _drawn(path) for path in sorted(FOLDER.glob("*.svg"))}


def icon(name: str) -> Markup:
    return ICONS[name]
