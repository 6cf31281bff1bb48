"""What a new station and those who let it in say and hear."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, StringConstraints

from server.bodies import Body, Code
from server.models import Out

Kind = Literal["kiosk", "staff", "display"]
_LETTER = r"[^\s\x00-\x1f\x7f]"
StationName = Annotated[
    str,
    StringConstraints(
        min_length=1, max_length=60, pattern=rf"^{_LETTER}([^\x00-\x1f\x7f]*{_LETTER})?$"
    ),
]
PairingCode = Annotated[str, Field(examples=["K7RTX4W"])]


class PairIn(Body):
    """What kind of station asks, and what it would like to be called."""

    kind: Kind
    name: StationName | None = None


class ApproveIn(Body):
    """What the station is called, and its clinics; without them it has all."""

    name: StationName
    clinics: Annotated[list[Code], Field(min_length=1, max_length=100)] | None = None


class PairingOut(Out):
    code: PairingCode
    secret: str
    expires_at: AwareDatetime


class PendingOut(Out):
    status: Literal["PENDING"]
    expires_at: AwareDatetime


class StationOut(Out):
    name: str
    kind: Kind
    site: str
    clinics: Annotated[list[str] | None, Field(description="Null for all.")]


class PairedOut(StationOut):
    status: Literal["APPROVED"]
    token: Annotated[str, Field(description="The station's bearer token, told this once.")]


class StationSelfOut(StationOut):
    languages: list[str]
    settings: dict[str, bool | int | str | None]
