"""What the database's jsonb answers mean, as values; no rule is here, and no query."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain.names import Names
from domain.routes import ExamType
from domain.states import ClinicState, Priority, TicketState
from domain.tickets import (
    CalledTicket,
    Catalogue,
    Clinic,
    DeskChoices,
    DeskList,
    DeskTicket,
    IssuedTicket,
    MovedTicket,
    Room,
    Site,
    TicketId,
    Today,
    UndoOffer,
)
from domain.waits import Estimate, Service, estimate_wait
from storage.answers_visit import booking_of, route_of

Answer = Mapping[str, Any]


def instant(text: str) -> dt.datetime:
    """An instant of a jsonb answer, aware."""
    return dt.datetime.fromisoformat(text)


def maybe_instant(text: str | None) -> dt.datetime | None:
    return None if text is None else dt.datetime.fromisoformat(text)


@dataclass(frozen=True, slots=True)
class Issued:
    """A ticket with its place, as issue_ticket, transfer and read_position answer it."""

    answer: Answer

    @staticmethod
    def of(answer: Answer) -> Issued:
        return Issued(answer)

    @property
    def replayed(self) -> bool:
        """Whether the press's key was used before, and this is its first answer."""
        return bool(self.answer.get("replayed"))

    @property
    def position(self) -> int:
        """The feed's position of the clinic as of which the answer is true."""
        return int(self.answer["position"])

    @property
    def state(self) -> TicketState:
        return TicketState(self.answer["state"])

    def estimate(self) -> Estimate | None:
        """The expected wait, None when unknown or not waiting any more."""
        if self.state is not TicketState.WAITING:
            return None
        service = Service.of(self.answer["service"])
        return estimate_wait(self.answer["ahead"], self.answer["in_service"], service)

    def ticket(self, patient: str | None = None) -> IssuedTicket:
        """The value the windows know."""
        a = self.answer
        return IssuedTicket(
            ticket_id=TicketId(a["ticket_id"]),
            clinic=a["clinic"],
            number=a["number"],
            label=a["label"],
            token=a["token"],
            state=self.state,
            arrived_at=instant(a["arrived_at"]),
            ahead=a["ahead"],
            estimate=self.estimate(),
            entered=a["entered"],
            exited=a["exited"],
            waiting=a["waiting"],
            floor=a["floor"],
            room=a["room"],
            patient=patient,
            priority=Priority(a["priority"]),
            existing=a["existing"],
        )


@dataclass(frozen=True, slots=True)
class Moved:
    """A ticket after a move."""

    answer: Answer

    @staticmethod
    def of(answer: Answer) -> Moved:
        return Moved(answer)

    @property
    def replayed(self) -> bool:
        return bool(self.answer.get("replayed"))

    @property
    def position(self) -> int:
        return int(self.answer["position"])

    def ticket(self) -> MovedTicket:
        """The value the windows know; after a transfer it is the new ticket."""
        a = self.answer
        return MovedTicket(
            ticket_id=TicketId(a["ticket_id"]),
            clinic=a["clinic"],
            number=a["number"],
            label=a["label"],
            state=TicketState(a["state"]),
            room=a["room"],
            at=instant(a["at"]),
            token=a["token"],
            waiting=a["waiting"],
            next=None if a.get("next") is None else Issued(a["next"]).ticket(),
        )

    def call(self) -> CalledTicket:
        """The value the windows know of a call."""
        a = self.answer
        return CalledTicket(
            ticket_id=TicketId(a["ticket_id"]),
            clinic=a["clinic"],
            number=a["number"],
            label=a["label"],
            room=a["room"],
            waiting=a["waiting"],
            called_at=instant(a["called_at"]),
            finished=a["finished"],
        )


@dataclass(frozen=True, slots=True)
class Reset:
    """A clinic whose numbers start again: how many tickets expired, and the series now open."""

    clinic: str
    expired: int
    series: int
    position: int
    replayed: bool

    @staticmethod
    def of(answer: Answer) -> Reset:
        a = answer
        return Reset(a["clinic"], a["expired"], a["series"], a["position"], bool(a.get("replayed")))


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a clinic is open, as pause_clinic and open_clinic answer it."""

    clinic: str
    state: ClinicState
    reason: str | None
    until: dt.datetime | None
    position: int
    replayed: bool

    @staticmethod
    def of(answer: Answer) -> Standing:
        a = answer
        return Standing(
            a["clinic"],
            ClinicState(a["state"]),
            a["reason"],
            maybe_instant(a["until"]),
            a["position"],
            bool(a.get("replayed")),
        )


@dataclass(frozen=True, slots=True)
class Told:
    """Something that staff were told on the site's own stream."""

    position: int
    replayed: bool

    @staticmethod
    def of(answer: Answer) -> Told:
        return Told(answer["position"], bool(answer.get("replayed")))


def site_of(answer: Answer) -> Site:
    """The site of a board."""
    return Site(
        code=answer["code"],
        names=answer["names"],
        time_zone=answer["time_zone"],
        day_turns_at=dt.time.fromisoformat(answer["day_turns_at"]),
        languages=tuple(answer["languages"]),
    )


def clinic_of(answer: Answer) -> Clinic:
    """A clinic of a board."""
    names: Names = answer["names"]
    return Clinic(
        code=answer["code"],
        names=names,
        prefix=answer["prefix"],
        floor=answer["floor"],
        gender=answer["gender"],
        state=ClinicState(answer["state"]),
        waiting=answer["waiting"],
        icon=answer["icon"],
        room=answer["room"],
        reason=answer["reason"],
        until=maybe_instant(answer["until"]),
        pin_required=answer["pin_required"],
    )


def catalogue_of(board: Answer) -> Catalogue:
    return Catalogue(
        site_of(board["site"]),
        tuple(clinic_of(one) for one in board["clinics"]),
        tuple(exam_of(one) for one in board["exams"]),
        takes_bookings=board["takes_bookings"],
        pin_digits=board["pin_digits"],
    )


def exam_of(answer: Answer) -> ExamType:
    """An exam type of a board."""
    return ExamType(**{**answer, "clinics": tuple(answer["clinics"])})


def choices_of(board: Answer) -> DeskChoices:
    rooms = tuple(Room(one["name"], one["floor"], one["places"]) for one in board["rooms"])
    return DeskChoices(
        site_of(board["site"]), rooms, tuple(clinic_of(one) for one in board["clinics"])
    )


def desk_list_of(answer: Answer) -> DeskList:
    """All a desk shows."""
    undo = answer["undo"]
    return DeskList(
        read_at=instant(answer["read_at"]),
        waiting=tuple(_desk_ticket(one) for one in answer["waiting"]),
        in_hand=tuple(_desk_ticket(one) for one in answer["in_hand"]),
        aside=tuple(_desk_ticket(one) for one in answer["aside"]),
        today=Today(**answer["today"]),
        undo=None
        if undo is None
        else UndoOffer(
            TicketId(undo["ticket_id"]), undo["label"], undo["kind"], instant(undo["until"])
        ),
        usual_service_s=answer["usual_service_s"],
        no_show_grace_s=answer["no_show_grace_s"],
        pins=answer["pins"],
        bookings=tuple(booking_of(one) for one in answer["bookings"]),
    )


def _undo_offer(answer: Answer) -> UndoOffer:
    return UndoOffer(
        TicketId(answer["ticket_id"]), answer["label"], answer["kind"], instant(answer["until"])
    )


def _desk_ticket(answer: Answer) -> DeskTicket:
    times = ("called_at", "started_at", "ended_at")
    return DeskTicket(
        **{
            **answer,
            "state": TicketState(answer["state"]),
            "priority": Priority(answer["priority"]),
            "arrived_at": instant(answer["arrived_at"]),
            **{name: maybe_instant(answer[name]) for name in times},
            "route": None if answer.get("route") is None else route_of(answer["route"]),
        }
    )
