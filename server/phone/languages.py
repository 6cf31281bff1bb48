"""Which language a phone page speaks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from server.accepting import accepted
from server.phone.words import LANGUAGES

COOKIE = "dawr_lang"


def offered(site: Iterable[str]) -> tuple[str, ...]:
    """The site's languages that the page speaks, the main one first; all where it speaks none."""
    return tuple(one for one in site if one in LANGUAGES) or tuple(LANGUAGES)


def choose(
    asked: str | None, remembered: str | None, accept: str | None, languages: Sequence[str]
) -> str:
    """What the address asks for, else the cookie, else the browser, else the site's first."""
    for one in (asked, remembered, *accepted(accept)):
        if one in languages:
            return str(one)
    return languages[0]
