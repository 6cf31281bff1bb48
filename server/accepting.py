"""What an Accept-Language header asks for (RFC 9110, section 12.5.4)."""

from __future__ import annotations


def accepted(header: str | None) -> list[str]:
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
