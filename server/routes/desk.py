"""What staff do with tickets: one move each."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from domain.digits import ascii_digits
from domain.errors import NobodyWaiting
from server import replies, replies_routes
from server.bodies import CallIn, DoneIn, PriorityIn, TicketIn, TransferIn
from server.guarded import GuardedRoute, caller_of, staff_only, staff_or_shown
from server.models import CalledOut, MovedOut, TransferredOut
from server.models_patients import DoneOut
from server.moving import address_of, done, perform
from storage import moves
from storage.answers import Moved
from storage.moves import Move, TicketRef
from storage.moves_routes import LEAVE

router = APIRouter(prefix="/queue", route_class=GuardedRoute, tags=["Desk"])


@router.post("/call", response_model=CalledOut)
@staff_only
async def post_call(body: CallIn, request: Request) -> Response:
    """Call the next patient of a clinic, to a room or without one."""
    called = await perform(request, moves.CALL_NEXT, clinics=[body.clinic], room=body.room)
    if called is None:
        raise NobodyWaiting(clinic=body.clinic.lower())
    return replies.reply(replies.called(called.answer), replayed=called.replayed)


@router.post("/recall", response_model=MovedOut)
@staff_only
async def post_recall(body: TicketIn, request: Request) -> Response:
    """Announce a called patient again."""
    return await _move(request, moves.RECALL, body)


@router.post("/start", response_model=MovedOut)
@staff_only
async def post_start(body: TicketIn, request: Request) -> Response:
    """A called patient has come in."""
    return await _move(request, moves.START_SERVICE, body)


@router.post("/no-show", response_model=MovedOut)
@staff_only
async def post_no_show(body: TicketIn, request: Request) -> Response:
    """A called patient did not come; after the grace only."""
    return await _move(request, moves.MARK_NO_SHOW, body)


@router.post("/hold", response_model=MovedOut)
@staff_only
async def post_hold(body: TicketIn, request: Request) -> Response:
    """Set a patient aside; his place in the line is kept."""
    return await _move(request, moves.HOLD, body)


@router.post("/resume", response_model=MovedOut)
@staff_only
async def post_resume(body: TicketIn, request: Request) -> Response:
    """A patient set aside waits again, at his old place."""
    return await _move(request, moves.RESUME, body)


@router.post("/reactivate", response_model=MovedOut)
@staff_only
async def post_reactivate(body: TicketIn, request: Request) -> Response:
    """A patient who did not come waits again, at his old place."""
    return await _move(request, moves.REACTIVATE, body)


@router.post("/undo", response_model=MovedOut)
@staff_only
async def post_undo(body: TicketIn, request: Request) -> Response:
    """Take back one's own last move of a ticket."""
    return await _move(request, moves.UNDO, body)


@router.post("/priority", response_model=MovedOut)
@staff_only
async def post_priority(body: PriorityIn, request: Request) -> Response:
    """Change a patient's class."""
    return await _move(request, moves.CHANGE_PRIORITY, body, priority=body.priority)


@router.post("/transfer", response_model=TransferredOut)
@staff_only
async def post_transfer(body: TransferIn, request: Request) -> Response:
    """End a ticket here and draw one in another clinic."""
    drawn = await done(
        request,
        moves.TRANSFER,
        _ref(body),
        destination=body.to,
        keep_arrival=body.keep_arrival,
        reason=body.reason,
    )
    content = replies.issued(drawn, None)
    del content["user"]
    content["from"] = replies.moved(drawn.answer["from"])
    return replies.reply(content, replayed=drawn.replayed)


@router.post("/done", response_model=DoneOut)
@staff_or_shown("pin", "token", "bearer")
async def post_done(body: DoneIn, request: Request) -> Response:
    """A patient is done: staff say so, or he types the clinic's PIN."""
    caller = caller_of(request)
    ref = TicketRef(clinic=body.clinic, number=body.number, token=body.token, patient=body.user)
    if caller.is_staff:
        ended = await done(request, moves.FINISH, ref, reason=body.reason)
    else:
        ended = await done(
            request,
            LEAVE,
            ref,
            pin=None if body.pin is None else ascii_digits(body.pin),
            holder=caller.bearer,
            address=address_of(request),
        )
    return replies.reply(replies_routes.done_answer(ended.answer), replayed=ended.replayed)


@router.post("/cancel", response_model=MovedOut)
@staff_or_shown("token")
async def post_cancel(body: TicketIn, request: Request) -> Response:
    """Give a place up: a patient by his token, staff also by clinic and number."""
    return await _move(request, moves.CANCEL, body)


def _ref(body: TicketIn) -> TicketRef:
    return TicketRef(clinic=body.clinic, number=body.number, token=body.token)


async def _move(request: Request, move: Move[Moved], body: TicketIn, **given: object) -> Response:
    moved = await done(request, move, _ref(body), reason=body.reason, **given)
    return replies.reply(replies.moved(moved.answer), replayed=moved.replayed)
