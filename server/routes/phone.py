"""The page that a ticket's QR leads to: `/t/<token>`, at the root and never limited.

The token is the secret: who has the address may see this ticket and give it up, and nobody else
can name it, so there is nothing a foreign page could send in a patient's name.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from fastapi import APIRouter, Request, Response

from domain.errors import (
    Busy,
    InProgress,
    KeyReused,
    NotInQueue,
    Refusal,
    StoreAway,
    TicketNotFound,
    WrongState,
)
from server import correlation
from server.moving import backend_of
from server.phone import languages, pages
from server.phone.assets import ASSETS
from server.phone.pages import Away, Tried
from server.phone.reading import READ_PHONE, Phone
from server.phone.screen import CANCEL, LEAVE, Screen
from server.phone.words import LANGUAGES, Say
from server.refusals import RouteNotFound
from storage.moves import CANCEL as CANCEL_MOVE
from storage.moves import Pressed, TicketRef

router = APIRouter(prefix="/t", include_in_schema=False)

_TOKEN = re.compile(r"[A-Za-z0-9_-]{8,64}")
_KEY = re.compile(r"[0-9a-f-]{36}")
_LANGUAGES = "dawr.phone.languages"


class Gone(Exception):
    """No ticket of today; `phone` is what is known of the site."""

    def __init__(self, phone: Phone) -> None:
        super().__init__()
        self.phone = phone


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks: for which ticket, in which languages he reads."""

    request: Request
    token: str
    asked: str | None
    remembered: str | None
    accept: str | None

    @staticmethod
    def of(request: Request, token: str) -> Visitor:
        return Visitor(
            request,
            token,
            request.query_params.get("lang"),
            request.cookies.get(languages.COOKIE),
            request.headers.get("accept-language"),
        )

    @property
    def base(self) -> str:
        return f"/t/{self.token}"

    def say(self, offered: Sequence[str]) -> Say:
        return Say(languages.choose(self.asked, self.remembered, self.accept, offered))

    async def read(self) -> Phone:
        """The site and the ticket, by one call.

        Raises:
            Gone: there is no such ticket, or it was over on an earlier day.
            Busy: the database cannot be asked now.
        """
        known = self.token if _TOKEN.fullmatch(self.token) else ""
        answer = await backend_of(self.request).pool.read(READ_PHONE, {"token": known})
        if answer["site"] is None:
            raise StoreAway(retry_after_s=5)
        phone = Phone.of(answer)
        offered = languages.offered(phone.site.languages)
        setattr(self.request.app.state, _LANGUAGES, offered)
        if phone.ticket is None:
            raise Gone(phone)
        return phone

    def offered(self) -> Sequence[str]:
        """The site's languages as they were last read; it may be that nothing was read yet."""
        found: Sequence[str] = getattr(self.request.app.state, _LANGUAGES, tuple(LANGUAGES))
        return found


@router.get("/assets/{name}")
async def get_asset(name: str) -> Response:
    """The page's style, script and mark."""
    if name not in ASSETS:
        raise RouteNotFound
    return pages.asset(ASSETS[name])


@router.get("/{token}")
async def get_page(token: str, request: Request) -> Response:
    """The ticket's page."""
    return await _shown(Visitor.of(request, token), "")


@router.get("/{token}/cancel")
async def get_cancel(token: str, request: Request) -> Response:
    """Whether he really wants to give his place up."""
    return await _shown(Visitor.of(request, token), CANCEL)


@router.get("/{token}/now")
async def get_now(
    token: str, request: Request, step: str = "", stream: int = -1, at: int = -1
) -> Response:
    """What of the page can change; nothing (204) while the clinic's feed stands where it was.

    That is known without the database, so a page may ask often to be sure that it is still live.
    """
    visitor = Visitor.of(request, token)
    try:
        if _stands(visitor, stream, at):
            return pages.unchanged()
        phone = await visitor.read()
    except Gone:
        return Response(status_code=404)
    except Busy as busy:
        return Response(status_code=503, headers={"Retry-After": _seconds(busy)})
    return pages.fragment(_screen(visitor, phone, step), visitor.offered())


@router.post("/{token}/cancel")
async def post_cancel(token: str, request: Request) -> Response:
    """Give the place up."""
    visitor = Visitor.of(request, token)
    form = await _form(request)
    try:
        await _press(visitor, form)
    except Refusal as refusal:
        return await _refused(visitor, CANCEL, refusal, form)
    return pages.go_to(_home(visitor))


async def _press(visitor: Visitor, form: dict[str, str]) -> None:
    backend = backend_of(visitor.request)
    ref = TicketRef(token=visitor.token)
    await backend.pool.move(CANCEL_MOVE, _pressed(visitor, CANCEL, form), ref)
    backend.ring()


def _pressed(visitor: Visitor, what: str, form: dict[str, str]) -> Pressed:
    """The press with the key that was made when the form was shown."""
    key = form.get("key", "")
    if not _KEY.fullmatch(key):
        raise KeyReused
    asked = hashlib.sha256(repr(sorted(form.items())).encode()).hexdigest()
    scope = f"POST {visitor.base}/{what}"
    return Pressed(correlation.current(), key, scope, None, asked, "patient")


def _stands(visitor: Visitor, stream: int, at: int) -> bool:
    """Whether this process knows that nothing has happened in the clinic since.

    Raises:
        StoreAway: it does not follow the feed now, so nobody knows.
    """
    follower = backend_of(visitor.request).hub.follower
    if not follower.is_fresh:
        raise StoreAway(retry_after_s=3)
    return follower.seen.get(stream) == at


async def _shown(visitor: Visitor, step: str) -> Response:
    try:
        phone = await visitor.read()
    except Gone as none:
        answer = _gone(visitor, none.phone)
    except Busy as busy:
        answer = _away(visitor, busy, step)
    else:
        answer = pages.page(_screen(visitor, phone, step), visitor.offered())
    if visitor.asked in visitor.offered():
        secure = visitor.request.url.scheme == "https"
        pages.remember(answer, str(visitor.asked), secure=secure)
    return answer


def _screen(visitor: Visitor, phone: Phone, step: str) -> Screen:
    """The page in the visitor's language; a form that is of no use any more gives way to it."""
    ticket = phone.ticket
    assert ticket is not None  # noqa: S101 - Visitor.read() raises Gone
    is_open = {LEAVE: ticket.can_leave, CANCEL: ticket.can_cancel}
    return Screen(phone, ticket, visitor.say(visitor.offered()), step if is_open.get(step) else "")


def _gone(visitor: Visitor, phone: Phone) -> Response:
    say = visitor.say(visitor.offered())
    here = visitor.base if _TOKEN.fullmatch(visitor.token) else "/t/unknown"
    return pages.gone(phone, say, visitor.offered(), here)


def _away(visitor: Visitor, busy: Busy, step: str, again: dict[str, str] | None = None) -> Response:
    base = visitor.base if _TOKEN.fullmatch(visitor.token) else "/t/unknown"
    here = f"{base}/{step}" if step else base
    made = Away(base, here, int(_seconds(busy)), again)
    return pages.away(made, visitor.say(visitor.offered()), visitor.offered())


async def _refused(visitor: Visitor, step: str, refusal: Refusal, form: dict[str, str]) -> Response:
    """A form that could not do its work says so, or gives way to the page as it is now."""
    if isinstance(refusal, Busy):
        return _away(visitor, refusal, step, form)
    if isinstance(refusal, WrongState | TicketNotFound | NotInQueue):
        return pages.go_to(_home(visitor))
    if not isinstance(refusal, KeyReused | InProgress):
        raise refusal
    try:
        screen = _screen(visitor, await visitor.read(), step)
    except Gone as none:
        return _gone(visitor, none.phone)
    except Busy as busy:
        return _away(visitor, busy, step, form)
    return pages.page(screen, visitor.offered(), Tried(screen.say("once_more")), 409)


def _home(visitor: Visitor) -> str:
    language = visitor.say(visitor.offered()).language
    return f"{visitor.base}?lang={language}"


async def _form(request: Request) -> dict[str, str]:
    """The fields of a form as browsers send it; what is none of that is an empty one."""
    body = (await request.body()).decode("utf-8", "replace")
    found = dict(parse_qsl(body, keep_blank_values=True, max_num_fields=10))
    return {name: found[name] for name in ("key", "pin") if name in found}


def _seconds(busy: Busy) -> str:
    found = busy.facts.get("retry_after_s")
    return str(max(3, found)) if isinstance(found, int) else "3"
