"""What a patient is told of his place: the kind of a notice, and its sentence in each language.

One rule and one text for the feed, the phone page and web-hooks; nothing here knows how it travels.
"""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass

from domain.names import Names, name_in
from domain.states import IN_HAND_STATES, OVER_STATES, TicketState
from domain.waits import Estimate


class NoticeKind(enum.StrEnum):
    YOUR_TURN = "YOUR_TURN"
    NEXT_IN_LINE = "NEXT_IN_LINE"
    NEAR_TURN = "NEAR_TURN"
    ALMOST_READY = "ALMOST_READY"
    POSITION_UPDATE = "POSITION_UPDATE"
    IN_SERVICE = "IN_SERVICE"
    COMPLETED = "COMPLETED"
    NEXT_CLINIC = "NEXT_CLINIC"


NEARING = (NoticeKind.NEXT_IN_LINE, NoticeKind.NEAR_TURN, NoticeKind.ALMOST_READY)
"""By how many are ahead: none, one, two."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a ticket stands. `ahead` is 0 unless it waits or is held; `room` is where it is called.

    Two places are the same news when their `news` are equal; the estimate alone is none.
    """

    ticket_id: int
    clinic: str
    names: Names
    floor: str
    label: str
    number: int
    state: TicketState
    ahead: int
    room: str | None = None
    called_at: dt.datetime | None = None
    recalls: int = 0
    token: str | None = None
    estimate: Estimate | None = None
    at: dt.datetime | None = None

    @property
    def position(self) -> int:
        """1 for who is called next, 0 when called or inside, -1 when over."""
        if self.state in OVER_STATES:
            return -1
        return 0 if self.state in IN_HAND_STATES else self.ahead + 1

    @property
    def news(self) -> tuple[object, ...]:
        return (*(self.ticket_id, self.state, self.ahead, self.room, self.called_at, self.recalls),)


def kind_of(place: Place, *, is_new_ticket: bool = False) -> NoticeKind:
    """The kind of the notice that says this.

    Args:
        is_new_ticket: the visit, or a transfer, has just gone on to this ticket.
    """
    match place.state:
        case TicketState.CALLED:
            return NoticeKind.YOUR_TURN
        case TicketState.SERVING:
            return NoticeKind.IN_SERVICE
        case TicketState.DONE:
            return NoticeKind.COMPLETED
        case TicketState.WAITING if is_new_ticket:
            return NoticeKind.NEXT_CLINIC
        case TicketState.WAITING if place.ahead < len(NEARING):
            return NEARING[place.ahead]
    return NoticeKind.POSITION_UPDATE


Sentences = dict[str, str]
"""By language: ar, en, th."""

_SENTENCES: dict[NoticeKind, Sentences] = {
    NoticeKind.YOUR_TURN: {
        "ar": "{label}: حان دورك. يرجى التوجه إلى الغرفة {room}.",
        "en": "{label}: it is your turn. Please go to room {room}.",
        "th": "{label}: ถึงคิวของคุณแล้ว โปรดไปที่ห้อง {room}",
    },
    NoticeKind.NEXT_IN_LINE: {
        "ar": "{label}: أنت التالي. يرجى الاستعداد عند {clinic}.",
        "en": "{label}: you are next. Please be ready at {clinic}.",
        "th": "{label}: คิวถัดไปคือคุณ โปรดเตรียมตัวที่ {clinic}",
    },
    NoticeKind.NEAR_TURN: {
        "ar": "{label}: بقي مراجع واحد أمامك. يرجى البقاء قرب {clinic}.",
        "en": "{label}: one patient is ahead of you. Please stay near {clinic}.",
        "th": "{label}: เหลืออีก 1 คิวก่อนหน้าคุณ โปรดรออยู่ใกล้ {clinic}",
    },
    NoticeKind.ALMOST_READY: {
        "ar": "{label}: بقي مراجعان أمامك. يرجى العودة إلى {clinic}.",
        "en": "{label}: two patients are ahead of you. Please come back to {clinic}.",
        "th": "{label}: เหลืออีก 2 คิวก่อนหน้าคุณ โปรดกลับมาที่ {clinic}",
    },
    NoticeKind.POSITION_UPDATE: {
        "ar": "{label}: ترتيبك في الانتظار هو {position}.",
        "en": "{label}: your place in the line is {position}.",
        "th": "{label}: คุณอยู่ลำดับที่ {position} ในคิว",
    },
    NoticeKind.IN_SERVICE: {
        "ar": "{label}: أنت الآن في {clinic}.",
        "en": "{label}: you are now being seen at {clinic}.",
        "th": "{label}: คุณกำลังรับบริการที่ {clinic}",
    },
    NoticeKind.COMPLETED: {
        "ar": "{label}: انتهيت من {clinic}. شكرًا لك.",
        "en": "{label}: you are done at {clinic}. Thank you.",
        "th": "{label}: คุณเสร็จที่ {clinic} แล้ว ขอบคุณ",
    },
    NoticeKind.NEXT_CLINIC: {
        "ar": "توجه الآن إلى {clinic}. رقمك هناك {label}، وترتيبك {position}.",
        "en": "Please go to {clinic} now. Your number there is {label}, your place is {position}.",
        "th": "โปรดไปที่ {clinic} หมายเลขของคุณที่นั่นคือ {label} ลำดับที่ {position}",
    },
}
_CALLED_WITHOUT_ROOM: Sentences = {
    "ar": "{label}: حان دورك. يرجى التوجه إلى {clinic}.",
    "en": "{label}: it is your turn. Please go to {clinic}.",
    "th": "{label}: ถึงคิวของคุณแล้ว โปรดไปที่ {clinic}",
}
_ASIDE: dict[TicketState, Sentences] = {
    TicketState.HELD: {
        "ar": "{label}: وضع الموظفون رقمك جانبًا، ومكانك محفوظ.",
        "en": "{label}: the staff have set your number aside. Your place is kept.",
        "th": "{label}: เจ้าหน้าที่พักคิวของคุณไว้ ลำดับของคุณยังอยู่",
    },
    TicketState.NO_SHOW: {
        "ar": "{label}: تم النداء عليك ولم تحضر. يرجى مراجعة الموظفين.",
        "en": "{label}: you were called and did not come. Please speak to the staff.",
        "th": "{label}: เรียกคิวแล้วแต่ไม่พบคุณ โปรดติดต่อเจ้าหน้าที่",
    },
    TicketState.TRANSFERRED: {
        "ar": "{label}: نُقل رقمك إلى عيادة أخرى. يرجى مراجعة الموظفين.",
        "en": "{label}: your number was moved to another clinic. Please speak to the staff.",
        "th": "{label}: คิวของคุณถูกย้ายไปคลินิกอื่น โปรดติดต่อเจ้าหน้าที่",
    },
    TicketState.CANCELLED: {
        "ar": "{label}: أُلغي هذا الرقم.",
        "en": "{label}: this number was cancelled.",
        "th": "{label}: หมายเลขนี้ถูกยกเลิกแล้ว",
    },
    TicketState.EXPIRED: {
        "ar": "{label}: لم يعد هذا الرقم صالحًا. يرجى أخذ رقم جديد.",
        "en": "{label}: this number is no longer valid. Please take a new one.",
        "th": "{label}: หมายเลขนี้ใช้ไม่ได้แล้ว โปรดรับหมายเลขใหม่",
    },
}


def sentences(kind: NoticeKind, place: Place) -> Sentences:
    """What to tell the patient, by language."""
    spoken = _SENTENCES[kind]
    if kind is NoticeKind.YOUR_TURN and place.room is None:
        spoken = _CALLED_WITHOUT_ROOM
    elif kind is NoticeKind.POSITION_UPDATE:
        spoken = _ASIDE.get(place.state, spoken)
    return {
        language: text.format(
            label=place.label,
            clinic=name_in(place.names, language),
            room=place.room,
            position=place.position,
        )
        for language, text in spoken.items()
    }
