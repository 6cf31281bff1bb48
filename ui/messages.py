"""What the server's JSON means as values of the domain; it fetches nothing and trusts nothing.

The fields are those of the HTTP contract. Fields it does not know are passed over, as are kinds of
events it does not know; a field that is missing or has another shape makes the message unreadable.
"""

from __future__ import annotations

import datetime as dt
import enum
import json
from collections.abc import Callable, Mapping
from typing import TypeVar

from domain.feed import Announcement, ClinicStatus, QueueUpdate, Snapshot, StationNotice
from domain.states import ClinicState, EventKind
from domain.tickets import Catalogue, Clinic, Site

T = TypeVar("T")
E = TypeVar("E", bound=enum.StrEnum)
Message = Snapshot | QueueUpdate | StationNotice
_Json = Mapping[str, object]

_STATION_KINDS = frozenset({EventKind.STATION_NOTICE, EventKind.HELP_ASKED})
_FOR_NO_WINDOW = frozenset({EventKind.SETTINGS_CHANGED, EventKind.STATION_APPROVED})


class Unreadable(ValueError):
    """A message that does not say what it must; str() names the field, never what was in it."""


def read_event(kind: str, text: str) -> Message | None:
    """The value an event of the feed carries, or None when it is not for a window.

    Raises:
        Unreadable: it is not what the contract says.
    """
    if kind not in ("connected", "queue_update"):
        return None
    data = _object(read_json(text), "event")
    return _snapshot(data) if kind == "connected" else _change(data)


def read_json(text: str | bytes) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise Unreadable("not JSON") from None


def read_catalogue(text: str | bytes) -> Catalogue:
    """The answer of GET /clinics."""
    data = _object(read_json(text), "answer")
    site = _object(data.get("site"), "site")
    return Catalogue(
        Site(
            code=_text(site, "code"),
            names=_names(site),
            time_zone=_text(site, "time_zone"),
            day_turns_at=_needed(site, "day_turns_at", _clock),
            languages=tuple(_list(site, "languages", _string)),
        ),
        tuple(_list(data, "clinics", _clinic)),
    )


def _clinic(value: object) -> Clinic:
    data = _object(value, "clinics")
    return Clinic(
        code=_text(data, "code"),
        names=_names(data),
        prefix=_text(data, "prefix"),
        floor=_maybe(data, "floor", _written) or "",
        gender=_text(data, "gender"),
        state=_one_of(ClinicState, data, "state"),
        waiting=_count(data, "waiting"),
        icon=_maybe(data, "icon", _string) or "",
        room=_maybe(data, "room", _written),
        reason=_maybe(data, "reason", _string),
        until=_maybe(data, "until", _instant),
        pin_required=data.get("pin_required") is True,
    )


def _snapshot(data: _Json) -> Snapshot:
    return Snapshot(
        at=_needed(data, "time", _instant),
        clinics=tuple(_list(data, "clinics", _status)),
        calls=tuple(_list(data, "calls", _call)) if data.get("calls") is not None else (),
    )


def _status(value: object) -> ClinicStatus:
    data = _object(value, "clinics")
    has_state = data.get("state") is not None
    return ClinicStatus(
        clinic=_text(data, "clinic"),
        current=_count(data, "current"),
        current_ticket=_maybe(data, "current_ticket", _string)
        or _maybe(data, "current_display", _label),
        total=_count(data, "total"),
        waiting=_count(data, "waiting"),
        in_service=_count(data, "in_service"),
        completed=_count(data, "completed"),
        version=_text(data, "version"),
        state=_one_of(ClinicState, data, "state") if has_state else ClinicState.OPEN,
        reason=_maybe(data, "reason", _string),
        until=_maybe(data, "until", _instant),
        service_day=_maybe(data, "service_day", _day),
    )


def _call(value: object) -> Announcement:
    data = _object(value, "calls")
    return Announcement(
        clinic=_text(data, "clinic"),
        ticket=_text(data, "ticket"),
        room=_maybe(data, "room", _written),
        at=_needed(data, "at", _instant),
        recalled=data.get("recalled") is True,
    )


def _change(data: _Json) -> QueueUpdate | StationNotice | None:
    """What changed, or None when no window shows it or it is of a kind from a newer server."""
    name = _text(data, "type")
    if name not in EventKind.__members__ or name in _FOR_NO_WINDOW:
        return None
    kind = EventKind[name]
    return _station_notice(kind, data) if kind in _STATION_KINDS else _queue_update(kind, data)


def _queue_update(kind: EventKind, data: _Json) -> QueueUpdate:
    has_state = data.get("state") is not None
    return QueueUpdate(
        kind=kind,
        clinic=_text(data, "clinic"),
        number=_maybe(data, "number", _whole),
        ticket=_maybe(data, "ticket", _string),
        room=_maybe(data, "room", _written),
        current=_count(data, "current"),
        waiting=_count(data, "waiting"),
        in_service=_count(data, "in_service"),
        completed=_count(data, "completed"),
        at=_needed(data, "time", _instant),
        service_day=_needed(data, "service_day", _day),
        state=_one_of(ClinicState, data, "state") if has_state else None,
        reason=_maybe(data, "reason", _string),
        until=_maybe(data, "until", _instant),
    )


def _station_notice(kind: EventKind, data: _Json) -> StationNotice:
    return StationNotice(
        kind=kind,
        station=_maybe(data, "station", _string),
        ticket=_maybe(data, "ticket", _string),
        detail=_maybe(data, "detail", _string),
        at=_needed(data, "time", _instant),
        notice=_maybe(data, "notice", _string),
    )


def _needed(data: _Json, name: str, read: Callable[[object], T]) -> T:
    try:
        return read(data.get(name))
    except ValueError:
        raise Unreadable(name) from None


def _maybe(data: _Json, name: str, read: Callable[[object], T]) -> T | None:
    return None if data.get(name) is None else _needed(data, name, read)


def _text(data: _Json, name: str) -> str:
    return _needed(data, name, _string)


def _count(data: _Json, name: str) -> int:
    return _needed(data, name, _whole)


def _one_of(kinds: type[E], data: _Json, name: str) -> E:
    try:
        return kinds(_text(data, name))
    except ValueError:
        raise Unreadable(name) from None


def _list(data: _Json, name: str, read: Callable[[object], T]) -> list[T]:
    values = data.get(name)
    if not isinstance(values, list):
        raise Unreadable(name)
    return [read(value) for value in values]


def _names(data: _Json) -> dict[str, str]:
    names = _object(data.get("names"), "names")
    return {language: _text(names, language) for language in names}


def _object(value: object, name: str) -> _Json:
    if not isinstance(value, dict):
        raise Unreadable(name)
    return value


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise Unreadable("text")
    return value


def _written(value: object) -> str:
    """A name people give: "3" or 3 alike."""
    return str(value) if type(value) is int else _string(value)


def _label(value: object) -> str | None:
    """The label of the number called last; before the first there is none, or a bare 0."""
    return value if isinstance(value, str) and value and not value.isdecimal() else None


def _whole(value: object) -> int:
    if type(value) is not int or value < 0:
        raise Unreadable("number")
    return value


def _instant(value: object) -> dt.datetime:
    """An instant with its offset; one without would be a guess."""
    instant = dt.datetime.fromisoformat(_string(value))
    if instant.tzinfo is None:
        raise Unreadable("instant")
    return instant


def _day(value: object) -> dt.date:
    return dt.date.fromisoformat(_string(value))


def _clock(value: object) -> dt.time:
    return dt.time.fromisoformat(_string(value))
