"""GET /events/stream: from a request to a client of the hub, until one of both ends it."""

from __future__ import annotations

from dataclasses import dataclass, field

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from domain.errors import (
    Busy,
    ClinicNotFound,
    InvalidInput,
    NotAllowed,
    Refusal,
    TicketNotFound,
    Unauthorized,
)
from server.callers import ADMIN, KIOSK, PATIENT, STAFF, Caller
from server.edge import RAW_SEND
from server.feed import frames
from server.feed.hub import MOST_REPLAYED, Hub
from server.feed.ids import decode
from server.feed.subscriber import Following, State, Subscriber
from storage.feed_log import SITE_STREAM
from storage.places import Found, find_place

_HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-cache, no-store, no-transform"),
    (b"x-accel-buffering", b"no"),
]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a stream is to carry: clinics, or all; what follows an id; somebody's own place."""

    clinics: list[str] = field(default_factory=list)
    last_event_id: str | None = None
    token: str | None = None
    user: str | None = None


class Stream(Response):
    """An answer that lasts; `first` is sent at once, then what followed `positions`.

    `watched` is told as long as its token is `token`, or always where none was asked by.
    """

    def __init__(
        self,
        hub: Hub,
        following: Following,
        positions: dict[int, int],
        first: bytes,
        watched: Found | None = None,
        token: str | None = None,
    ) -> None:
        super().__init__()
        self._hub = hub
        self._following = following
        self._positions = positions
        self._first = first
        self._watched = watched
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        client = Subscriber(self._following, self._positions, scope[RAW_SEND])
        self._hub.add(client)
        try:
            await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
            await client.send(frames.RETRY + self._first + self._own_place(client))
            self._first = b""
            try:
                await self._hub.catch_up(client)
            except Refusal:
                client.state = State.ENDED
            if client.state is State.ENDED:
                await client.finish()
                return
            while (await receive())["type"] != "http.disconnect":
                pass
        finally:
            self._hub.remove(client)

    def _own_place(self, client: Subscriber) -> bytes:
        """Watch, and say where he stands now; nothing for who watches nobody."""
        found = self._watched
        if found is None:
            return b""
        seen = self._hub.follower.seen.get(found.stream, 0)
        return self._hub.watches.add(client, found, seen, self._token)


async def open_stream(hub: Hub, caller: Caller, asked: Asked) -> Stream:
    """A stream of these clinics, or of all; resumed after a known id, else with the state whole.

    Raises:
        Unauthorized, NotAllowed: a patient is named by his id, by somebody who may not.
        TicketNotFound: there is nothing to watch.
    """
    _check_watch(caller, asked)
    if hub.is_closed:
        raise Busy(retry_after_s=1)
    following = await _follow(hub, caller, asked.clinics)
    watched = await _watched(hub, caller, asked)
    positions = await _known(hub, following, asked.last_event_id)
    if positions is not None:
        return Stream(hub, following, positions, b"", watched, asked.token)
    snapshot = await hub.snapshots.read(following.codes, with_site=following.is_staff)
    return Stream(hub, following, dict(snapshot.positions), snapshot.frame, watched, asked.token)


def _check_watch(caller: Caller, asked: Asked) -> None:
    if asked.user is not None and not (caller.is_staff or caller.scope == KIOSK):
        raise Unauthorized if caller.scope == PATIENT else NotAllowed
    if asked.user is not None and asked.token is not None:
        raise InvalidInput(errors=[{"loc": ["query"], "msg": "give token or user, not both"}])


async def _watched(hub: Hub, caller: Caller, asked: Asked) -> Found | None:
    if asked.token is None and asked.user is None:
        return None
    found = await find_place(hub.pool, caller.scope, token=asked.token, patient=asked.user)
    if found is None:
        raise TicketNotFound
    return found


async def _follow(hub: Hub, caller: Caller, clinics: list[str]) -> Following:
    follower = hub.follower
    wanted = sorted({code.lower() for code in clinics})
    if not follower.clinics or any(code not in follower.clinics for code in wanted):
        await follower.refresh(whole=True)
    for code in wanted:
        if code not in follower.clinics:
            raise ClinicNotFound(clinic=code)
    codes = tuple(wanted or sorted(follower.clinics))
    is_staff = caller.scope in (KIOSK, STAFF, ADMIN)
    streams = sorted(follower.clinics[code] for code in codes)
    return Following(codes, tuple([SITE_STREAM, *streams] if is_staff else streams), is_staff)


async def _known(
    hub: Hub, following: Following, last_event_id: str | None
) -> dict[int, int] | None:
    """The positions of an id that this feed can go on from, else None."""
    positions = decode(last_event_id, following.streams)
    if positions is None and following.is_staff:
        positions = decode(last_event_id, following.streams[1:])
        if positions is not None:
            positions[SITE_STREAM] = hub.follower.seen[SITE_STREAM]
    if positions is None:
        return None
    seen = hub.follower.seen
    is_ahead = any(position > seen[stream] for stream, position in positions.items())
    if is_ahead or len(hub) == 0:  # with nobody listening, nobody has read on
        await hub.follower.refresh()
    behind = [seen[stream] - position for stream, position in positions.items()]
    return None if min(behind) < 0 or sum(behind) > MOST_REPLAYED else positions
