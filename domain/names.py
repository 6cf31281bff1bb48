"""Names that differ by language, and which one to show; sentences are translated elsewhere."""

from __future__ import annotations

from collections.abc import Mapping

LANGUAGES = ("ar", "en", "th")

Names = Mapping[str, str]


def name_in(names: Names, language: str) -> str:
    """The name in that language, else in English, else any; empty when there is none."""
    return names.get(language) or names.get("en") or next(iter(names.values()), "")
