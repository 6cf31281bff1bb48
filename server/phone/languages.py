"""Which language a phone page speaks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from server.phone.words import LANGUAGES

COOKIE = "dawr_lang"


def offered(site: Iterable[str]) -> tuple[str, ...]:
    """The site's languages that the page speaks, the main one first; all where it speaks none."""
    return tuple(one for one in site if one in LANGUAGES) or tuple(LANGUAGES)


def choose(
    asked: str | None, remembered: str | None, accept: str | None, languages: Sequence[str]
) -> str:
    """What the address asks for, else the cookie, else the browser, else the site's first."""
    for one in (asked, remembered, *_accepted(accept)):
        if one in languages:
            return str(one)
    return languages[0]


def _accepted(header: str | None) -> list[str]:
    """The languages of an Accept-Language header, best first."""
    weighed = []
    for place, part in enumerate((header or "")[:200].split(",")):
        tag, _, parameter = part.partition(";")
        weight = _weight(parameter)
        if weight > 0:
            weighed.append((-weight, place, tag.strip().lower().partition("-")[0]))
    return [language for _, _, language in sorted(weighed)]


def _weight(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    if name != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
