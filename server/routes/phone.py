"""The page that a ticket's QR leads to: `/t/<token>`, at the root and never limited.

The token is the secret: who has the address may see this ticket and give it up, and nobody else
can name it, so there is nothing a foreign page could send in a patient's name.
"""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from domain.errors import Busy, Refusal, StoreAway
from server.moving import backend_of
from server.phone import forms, pages
from server.phone.assets import ASSETS
from server.phone.pages import Away
from server.phone.reading import Phone
from server.phone.screen import CANCEL, LEAVE, Screen
from server.phone.visitor import Gone, Visitor
from server.refusals import RouteNotFound

router = APIRouter(prefix="/t", include_in_schema=False)

FAULT_S = 10


@router.get("/assets/{name}")
async def get_asset(name: str) -> Response:
    """The page's style, script and mark."""
    if name not in ASSETS:
        raise RouteNotFound
    return pages.asset(ASSETS[name])


@router.get("/{token}")
async def get_page(token: str, request: Request) -> Response:
    """The ticket's page."""
    return await _shown(Visitor(request, token), "")


@router.get("/{token}/cancel")
async def get_cancel(token: str, request: Request) -> Response:
    """Whether he really wants to give his place up."""
    return await _shown(Visitor(request, token), CANCEL)


@router.get("/{token}/leave")
async def get_leave(token: str, request: Request) -> Response:
    """Where the clinic's PIN is typed."""
    return await _shown(Visitor(request, token), LEAVE)


@router.get("/{token}/now")
async def get_now(
    token: str, request: Request, step: str = "", stream: int = -1, at: int = -1
) -> Response:
    """What of the page can change; nothing (204) while the clinic's feed stands where it was.

    That is known without the database, so a page may ask often to be sure that it is still live.
    """
    visitor = Visitor(request, token)
    try:
        if await _stands(visitor, stream, at):
            return pages.unchanged()
        phone = await visitor.read()
    except Gone:
        return Response(status_code=404)
    except Busy as busy:
        return Response(status_code=503, headers={"Retry-After": str(pages.seconds_of(busy))})
    return pages.fragment(_screen(visitor, phone, step), visitor.offered)


@router.post("/{token}/cancel")
async def post_cancel(token: str, request: Request) -> Response:
    """Give the place up."""
    return await _pressed(Visitor(request, token), CANCEL)


@router.post("/{token}/leave")
async def post_leave(token: str, request: Request) -> Response:
    """Be done here, with the clinic's PIN; on a route the next ticket's page follows."""
    return await _pressed(Visitor(request, token), LEAVE)


async def _pressed(visitor: Visitor, step: str) -> Response:
    """A form was sent: do it, then go on; or say why not, or give way to the page as it is now."""
    form = await forms.read(visitor.request)
    try:
        token = await forms.carry_out(visitor, step, form)
    except Refusal as refusal:
        return await _refused(visitor, step, form, refusal)
    return pages.go_to(visitor.page_of(token))


async def _refused(visitor: Visitor, step: str, form: forms.Form, refusal: Refusal) -> Response:
    if isinstance(refusal, Busy):
        return _away(visitor, refusal, step, form)
    if isinstance(refusal, forms.MOVED_ON):
        return pages.go_to(visitor.home)
    try:
        screen = _screen(visitor, await visitor.read(), step)
    except Gone as none:
        return _gone(visitor, none.phone)
    except Busy as busy:
        return _away(visitor, busy, step, form)
    return pages.page(screen, visitor.offered, forms.tried(screen, form, refusal))


def faulty(request: Request) -> Response | None:
    """What a phone shows of a fault of ours; None where the request is for no page of it."""
    path = request.scope["path"]
    if not path.startswith(router.prefix + "/"):
        return None
    visitor = Visitor(request, path.split("/")[2])
    made = Away(visitor.base, visitor.base, FAULT_S, status=500)
    return pages.away(made, visitor.say, visitor.offered)


async def _stands(visitor: Visitor, stream: int, at: int) -> bool:
    """Whether this process knows that nothing has happened in the clinic since.

    Where it cannot know, as while it hears no bells, the ticket is read.

    Raises:
        StoreAway: it does not follow the feed now, which an open page should say.
    """
    follower = backend_of(visitor.request).hub.follower
    if not follower.is_live:
        raise StoreAway(retry_after_s=3)
    return at >= 0 and await follower.level() and follower.seen.get(stream) == at


async def _shown(visitor: Visitor, step: str) -> Response:
    try:
        phone = await visitor.read()
    except Gone as none:
        answer = _gone(visitor, none.phone)
    except Busy as busy:
        answer = _away(visitor, busy, step)
    else:
        tried = pages.Tried(is_thanked=visitor.is_thanked)
        answer = pages.page(_screen(visitor, phone, step), visitor.offered, tried)
    if visitor.asked in visitor.offered:
        secure = visitor.request.url.scheme == "https"
        pages.remember(answer, visitor.say.language, secure=secure)
    return answer


def _screen(visitor: Visitor, phone: Phone, step: str) -> Screen:
    """The page in the visitor's language; a form that is of no use any more gives way to it."""
    ticket = phone.ticket
    assert ticket is not None  # noqa: S101 - Visitor.read() raises Gone
    is_open = {LEAVE: ticket.can_leave, CANCEL: ticket.can_cancel}
    return Screen(phone, ticket, visitor.say, step if is_open.get(step) else "")


def _gone(visitor: Visitor, phone: Phone) -> Response:
    return pages.gone(phone, visitor.say, visitor.offered, visitor.base)


def _away(visitor: Visitor, busy: Busy, step: str, again: forms.Form | None = None) -> Response:
    here = f"{visitor.base}/{step}" if step else visitor.base
    made = Away(visitor.base, here, pages.seconds_of(busy), again)
    return pages.away(made, visitor.say, visitor.offered)
