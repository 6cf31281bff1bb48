"""A port, a feed and a printer without a database, a network or paper; and a site to show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from domain.errors import Refusal
from domain.names import Names
from domain.ports import Left, LoggedIn, LogIn, Press, TicketClue
from domain.routes import ExamType, Route, RouteStop, StopStatus
from domain.states import ClinicState, TicketState
from domain.tickets import Catalogue, Clinic, IssuedTicket, Site, TicketId, TicketRequest
from domain.waits import Estimate

T = TypeVar("T")

ZONE = "Asia/Qatar"
SITE = Site(
    "demo",
    {"ar": "عيادة النور", "en": "Al Noor Clinic", "th": "คลินิกอัลนูร์"},
    ZONE,
    dt.time(5),
    ("ar", "en", "th"),
)
_CLINICS = (
    ("lab", "L", "ground", "lab", "المختبر", "Laboratory", "ห้องปฏิบัติการ", 4),
    ("xr", "X", "M", "xray", "الأشعة", "X-ray", "เอกซเรย์", 2),
    ("bio", "V", "2", "vitals", "العلامات الحيوية", "Vital signs", "สัญญาณชีพ", 6),
    ("eye", "E", "2", "eye", "العيون", "Eyes", "จักษุ", 3),
    ("int", "I", "2", "internal", "الباطنية", "Internal medicine", "อายุรกรรม", 15),
    ("sur", "S", "2", "surgery", "الجراحة", "Surgery", "ศัลยกรรม", 0),
    ("ent", "N", "2", "ent", "أنف وأذن وحنجرة", "Ear, nose, throat", "หู คอ จมูก", 1),
    ("psy", "P", "2", "psychology", "الطب النفسي", "Psychology", "จิตเวช", 2),
    ("dnt", "D", "2", "dental", "الأسنان", "Dental", "ทันตกรรม", 5),
    ("aud", "A", "2", "hearing", "السمع", "Hearing", "ตรวจการได้ยิน", 0),
    ("ecg", "C", "2", "ecg", "تخطيط القلب", "ECG", "คลื่นไฟฟ้าหัวใจ", 1),
    ("der", "K", "3", "skin", "الجلدية", "Skin", "ผิวหนัง", 2),
)


def clinics(count: int = 12) -> tuple[Clinic, ...]:
    """So many open clinics; beyond twelve they are the same ones under other codes."""
    made = []
    for index in range(count):
        code, prefix, floor, icon, ar, en, th, waiting = _CLINICS[index % len(_CLINICS)]
        again = index // len(_CLINICS)
        names = {"ar": ar, "en": en, "th": th}
        names = {each: f"{name} {again + 1}" if again else name for each, name in names.items()}
        made.append(
            Clinic(
                f"{code}{again or ''}",
                names,
                prefix,
                floor,
                "any",
                ClinicState.OPEN,
                waiting,
                icon=icon,
                room=str(index + 1),
            )
        )
    return tuple(made)


def catalogue(count: int = 12, **changed: Clinic) -> Catalogue:
    """The demo site; a clinic given by its code stands in for the usual one."""
    return Catalogue(SITE, tuple(changed.get(each.code, each) for each in clinics(count)))


def clinic(code: str, **change: object) -> Clinic:
    """One of the site's clinics with some of its values changed."""
    found = next(each for each in clinics() if each.code == code)
    return replace(found, **change)  # type: ignore[arg-type]


def today_at(hour: int, minute: int = 0) -> dt.datetime:
    """An instant of the site's day of now, aware."""
    now = dt.datetime.now(ZoneInfo(ZONE))
    return now.replace(hour=hour, minute=minute, second=0, microsecond=0)


def ticket(clinic_code: str = "lab", **change: object) -> IssuedTicket:
    """L-031 with four ahead, waiting for 25 to 40 minutes."""
    made = IssuedTicket(
        ticket_id=TicketId(77),
        clinic=clinic_code,
        number=31,
        label="L-031",
        token="3f9ac1d27be84c55a1",
        state=TicketState.WAITING,
        arrived_at=dt.datetime.now(dt.UTC),
        ahead=4,
        estimate=Estimate(25 * 60, 40 * 60),
        entered=31,
        exited=27,
        waiting=5,
        floor="ground",
        room="3",
    )
    return replace(made, **change)  # type: ignore[arg-type]


_EXAMS = (
    ("recruitment", "تجنيد", "Recruitment", "รับสมัครเข้าทำงาน"),
    ("promotion", "ترفيع", "Promotion", "เลื่อนตำแหน่ง"),
    ("transfer", "نقل", "Transfer", "ย้ายหน่วยงาน"),
    ("referral", "تحويل", "Referral", "ส่งต่อ"),
    ("contract", "عقد", "Contract", "ทำสัญญาจ้าง"),
    ("courses", "دورات", "Courses", "เข้าอบรม"),
    ("aviation", "طيران", "Aviation", "การบิน"),
    ("cooks", "طبّاخون", "Cooks", "ผู้ประกอบอาหาร"),
)
GENERAL: Names = {"ar": "عام", "en": "General", "th": "ทั่วไป"}
NOTE: Names = {
    "ar": "الطابق 3، التسجيل في استقبال الطابق الأرضي",
    "en": "Floor 3, register at the ground-floor reception",
    "th": "ชั้น 3 ลงทะเบียนที่เคาน์เตอร์ต้อนรับชั้นล่าง",
}
ROUTE_CLINICS = ("lab", "xr", "bio", "eye", "int", "sur", "ent", "psy", "dnt", "der")


def exams() -> tuple[ExamType, ...]:
    """The demo's exams; the general one has a section for men and one for women."""
    made = [
        ExamType(code, "any", {"ar": ar, "en": en, "th": th}, None, ROUTE_CLINICS)
        for code, ar, en, th in _EXAMS
    ]
    made.append(ExamType("general", "male", GENERAL, None, ("lab", "xr", "bio")))
    made.append(ExamType("general", "female", GENERAL, NOTE, ("int", "eye", "der")))
    return tuple(made)


def everything(count: int = 12) -> Catalogue:
    """A site that does all a kiosk can offer: exams, bookings, clinics left with a PIN."""
    pins = tuple(replace(each, pin_required=True) for each in clinics(count))
    return Catalogue(SITE, pins, exams(), takes_bookings=True)


def route(
    done: int = 0, codes: tuple[str, ...] = ROUTE_CLINICS, *, entered: bool = True, **change: object
) -> Route:
    """The recruit's route with so many clinics behind him."""
    here = StopStatus.IN_QUEUE if entered else StopStatus.READY
    stops = []
    for place, code in enumerate(codes):
        there = clinic(code)
        status = here if place == done else StopStatus.LOCKED
        status = StopStatus.COMPLETED if place < done else status
        stops.append(RouteStop(code, there.names, status, there.floor, there.room))
    over = done == len(codes)
    due = None if over else codes[done]
    names: Names = {"ar": "تجنيد", "en": "Recruitment", "th": "รับสมัครเข้าทำงาน"}
    made = Route(
        "recruitment", names, "male", None, tuple(stops), due, done, len(codes), completed=over
    )
    return replace(made, **change)  # type: ignore[arg-type]


@dataclass
class FakePort:
    """Answers what it was told to; remembers every call.

    `answers` are given in their order to whatever is asked next; without one it is the usual.
    """

    catalogue_now: Catalogue = field(default_factory=catalogue)
    answers: list[object] = field(default_factory=list)
    away: Refusal | None = None
    help_trouble: Refusal | None = None
    before_issue: Callable[[], None] = lambda: None
    issued: list[tuple[Press, TicketRequest]] = field(default_factory=list)
    logged_in: list[tuple[Press, LogIn]] = field(default_factory=list)
    checked_in: list[tuple[Press, str]] = field(default_factory=list)
    left: list[tuple[Press, TicketClue, str]] = field(default_factory=list)
    helped: list[Press] = field(default_factory=list)
    reported: list[tuple[Press, TicketId, str]] = field(default_factory=list)
    asked: int = 0

    def catalogue(self) -> Catalogue:
        self.asked += 1
        if self.away is not None:
            raise self.away
        return self.catalogue_now

    def issue_ticket(self, press: Press, request: TicketRequest) -> IssuedTicket:
        self.issued.append((press, request))
        return self._answer(ticket(request.clinic))

    def log_in(self, press: Press, request: LogIn) -> LoggedIn:
        self.logged_in.append((press, request))
        return self._answer(LoggedIn(existing=False, route=route(), ticket=ticket()))

    def check_in(self, press: Press, code: str) -> IssuedTicket:
        self.checked_in.append((press, code))
        return self._answer(ticket("eye", label="E-007", number=7))

    def leave(self, press: Press, clue: TicketClue, pin: str) -> Left:
        self.left.append((press, clue, pin))
        return self._answer(Left("lab", "L-031", None, None))

    def _answer(self, usual: T) -> T:
        self.before_issue()
        if self.away is not None:
            raise self.away
        answer = self.answers.pop(0) if self.answers else usual
        if isinstance(answer, Exception):
            raise answer
        assert isinstance(answer, type(usual))
        return answer

    def ask_for_help(self, press: Press) -> None:
        self.helped.append(press)
        if self.help_trouble is not None:
            raise self.help_trouble

    def report_print_failure(self, press: Press, ticket: TicketId, why: str) -> None:
        self.reported.append((press, ticket, why))


class FakeFeed(QObject):
    """The signals of the feed; a test emits them itself."""

    catalogue_changed = Signal(object)
    snapshot = Signal(object)
    updated = Signal(object)
    link_changed = Signal(object)


class FakePrinter:
    """Prints into a list, or has no paper."""

    def __init__(self, trouble: str = "") -> None:
        self.trouble = trouble
        self.printed: list[tuple[str, str]] = []

    def print_ticket(self, ticket: IssuedTicket, clinic: Clinic, language: str) -> None:
        if self.trouble:
            raise OSError(self.trouble)
        self.printed.append((ticket.label, language))
