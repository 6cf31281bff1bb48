"""The phone page as answers: templates filled, and the headers that keep it to itself."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

from domain.errors import Busy
from server.phone.assets import HERE, MARK, SCRIPT, STYLE, Asset
from server.phone.icons import icon
from server.phone.languages import COOKIE
from server.phone.reading import Phone
from server.phone.screen import Screen
from server.phone.words import LANGUAGES, RIGHT_TO_LEFT, Say

REFRESH_S = 15
"""How often a page without scripts asks again."""
GO_ON_S = 4
"""How long a page without scripts shows that a ticket led to another before it goes there."""
LEAST_S = 3
COOKIE_S = 180 * 24 * 3600
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
    " img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
SAFETY = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}
_PRIVATE = {**SAFETY, "Cache-Control": "no-store", "Vary": "Accept-Language, Cookie"}
_FOR_EVER = {
    "Cache-Control": "public, max-age=31536000, immutable",
    "X-Content-Type-Options": "nosniff",
}

_templates = Environment(
    loader=FileSystemLoader(HERE / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_templates.globals.update(
    icon=icon,
    own_names=LANGUAGES,
    rtl=RIGHT_TO_LEFT,
    assets={"style": STYLE.address, "script": SCRIPT.address, "mark": MARK.address},
)


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a form: why it was refused and what was typed, or that it was done."""

    status: int = 200
    trouble: str = ""
    typed: str = ""
    locked: bool = False
    retry_after_s: int | None = None
    is_thanked: bool = False


def page(screen: Screen, languages: Sequence[str], tried: Tried | None = None) -> Response:
    """The page of a ticket, or of one of its forms."""
    tried = tried or Tried()
    found = _templates.get_template("page.html").render(_given(screen, languages, tried))
    wait = {} if tried.retry_after_s is None else {"Retry-After": str(tried.retry_after_s)}
    return _answer(found, screen.say, tried.status, wait)


def fragment(screen: Screen, languages: Sequence[str]) -> Response:
    """What of the page can change, for the page's own script."""
    found = _templates.get_template("ticket.html").render(_given(screen, languages, Tried()))
    return _answer(found, screen.say, 200)


def unchanged() -> Response:
    """Nothing has happened since the page was read."""
    return Response(status_code=204, headers=_PRIVATE)


def gone(phone: Phone, say: Say, languages: Sequence[str], here: str) -> Response:
    """There is no ticket of today at this address."""
    found = _templates.get_template("gone.html").render(
        say=say, languages=languages, here=here, site_name=say.name(dict(phone.site.names))
    )
    return _answer(found, say, 404)


@dataclass(frozen=True, slots=True)
class Away:
    """What the page for a database that is away is made of.

    Attributes:
        again: the fields of a form that could not be carried out, to be sent again as they were.
    """

    base: str
    here: str
    seconds: int
    again: Mapping[str, str] | None = None
    status: int = 503


def away(away: Away, say: Say, languages: Sequence[str]) -> Response:
    """The place cannot be read or moved now; the page tries again by itself."""
    found = _templates.get_template("away.html").render(
        say=say,
        languages=languages,
        site_name="Dawr",
        base=away.base,
        here=away.here,
        seconds=away.seconds,
        again=dict(away.again) if away.again else None,
    )
    return _answer(found, say, away.status, {"Retry-After": str(away.seconds)})


def asset(found: Asset) -> Response:
    return Response(found.content, headers=_FOR_EVER, media_type=found.media_type)


def go_to(address: str) -> Response:
    """After a form has done its work."""
    return Response(status_code=303, headers={**_PRIVATE, "Location": address})


def seconds_of(busy: Busy) -> int:
    """When to ask again: not sooner than people can read why."""
    found = busy.facts.get("retry_after_s")
    return max(LEAST_S, found) if isinstance(found, int) else LEAST_S


def remember(answer: Response, language: str, *, secure: bool) -> None:
    """Keep the language for the next page of this site's tickets."""
    answer.set_cookie(
        COOKIE, language, COOKIE_S, path="/t", secure=secure, httponly=True, samesite="lax"
    )


def _answer(
    html: str, say: Say, status: int, more: Mapping[str, str] | None = None
) -> HTMLResponse:
    return HTMLResponse(
        html, status, {**_PRIVATE, "Content-Language": say.language, **(more or {})}
    )


def _given(screen: Screen, languages: Sequence[str], tried: Tried) -> dict[str, object]:
    phone, ticket, say = screen.phone, screen.ticket, screen.say
    base = f"/t/{ticket.token}"
    return {
        "screen": screen,
        "say": say,
        "site": phone.site,
        "site_name": say.name(dict(phone.site.names)),
        "languages": languages,
        "base": base,
        "here": f"{base}/{screen.step}" if screen.step else base,
        "refresh": _refresh(screen),
        "clock": phone.site.clock(phone.at),
        "now_ms": _ms(phone.at),
        "zone_min": _minutes(phone.at.astimezone(phone.site.zone).utcoffset()),
        "kept_ms": None if screen.kept_until is None else _ms(screen.kept_until),
        "kept_clock": None if screen.kept_until is None else phone.site.clock(screen.kept_until),
        "key": str(uuid.uuid4()),
        "trouble": tried.trouble,
        "typed": tried.typed,
        "locked": tried.locked,
        "thanks": tried.is_thanked and ticket.route is not None and not ticket.is_over,
    }


def _refresh(screen: Screen) -> str:
    """What a page without scripts does by itself; a form waits for its holder."""
    if screen.step:
        return ""
    after = screen.ticket.next
    if after is not None:
        return f"{GO_ON_S};url=/t/{after.token}?lang={screen.say.language}"
    return str(REFRESH_S)


def _ms(at: dt.datetime) -> int:
    return int(at.timestamp() * 1000)


def _minutes(offset: dt.timedelta | None) -> int:
    return 0 if offset is None else int(offset.total_seconds() // 60)
