"""The clinic of the mock-ups: Al Noor at 10:42, the laboratory with ten patients waiting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from domain.routes import Route, RouteStop, StopStatus
from domain.slots import Booking, BookingState
from domain.states import ClinicState, Priority, TicketState
from domain.tickets import (
    Clinic,
    Desk,
    DeskChoices,
    DeskList,
    DeskTicket,
    Room,
    Site,
    TicketId,
    Today,
    UndoOffer,
    label,
)

ZONE = "Asia/Riyadh"
NOON = dt.datetime(2026, 11, 21, 7, 42, tzinfo=dt.UTC)
"""10:42 in Riyadh: when the lists here were read."""

DESK = Desk("3", ("lab",))

CLINICS: tuple[tuple[str, str, str, str, str, str], ...] = (
    ("lab", "L", "lab", "المختبر", "Laboratory", "ห้องปฏิบัติการ"),
    ("xray", "X", "xray", "الأشعة", "X-ray", "เอกซเรย์"),
    ("vitals", "V", "vitals", "العلامات الحيوية", "Vitals", "สัญญาณชีพ"),
    ("eyes", "E", "eye", "العيون", "Eyes", "จักษุ"),
    ("internal", "N", "internal", "الباطنية", "Internal medicine", "อายุรกรรม"),
    ("surgery", "S", "surgery", "الجراحة العامة", "General surgery", "ศัลยกรรม"),
    ("ent", "T", "ent", "الأنف والأذن والحنجرة", "Ear, nose and throat", "หู คอ จมูก"),
    ("psychology", "P", "psychology", "الطب النفسي", "Psychiatry", "จิตเวช"),
    ("dental", "D", "dental", "الأسنان", "Dental", "ทันตกรรม"),
    ("skin", "K", "skin", "الجلدية", "Skin", "ผิวหนัง"),
    ("hearing", "H", "hearing", "السمع", "Hearing", "ตรวจการได้ยิน"),
    ("ecg", "G", "ecg", "تخطيط القلب", "Heart (ECG)", "คลื่นไฟฟ้าหัวใจ"),
)

_NAMES: Mapping[str, tuple[str, ...]] = {
    "en": (
        "Mariam Al-Sayed",
        "Nattaya Wong",
        "Leila Haddad",
        "Omar Saleh",
        "Fahad Nasser",
        "Grace Mwangi",
        "Khalid Amin",
        "Somchai Dee",
        "Huda Rashid",
        "Yousef Karim",
        "Amal Taher",
    ),
    "ar": (
        "مريم السيد",
        "ناتايا وونغ",
        "ليلى حداد",
        "عمر صالح",
        "فهد ناصر",
        "غريس موانغي",
        "خالد أمين",
        "سومتشاي دي",
        "هدى راشد",
        "يوسف كريم",
        "أمل طاهر",
    ),
    "th": (
        "มาเรียม อัลซัยยิด",
        "ณัฐญา วงศ์",
        "ไลลา ฮัดดาด",
        "โอมาร์ ศอเลี้ยะห์",
        "ฟาฮัด นัซเซอร์",
        "เกรซ มวังกี",
        "คาลิด อามิน",
        "สมชาย ดี",
        "ฮูดา ราชิด",
        "ยูซุฟ กะรีม",
        "อามัล ตอเฮร",
    ),
}
_NOTES = {
    "en": "Walks with a stick. Please allow extra time.",
    "ar": "تستخدم عصا للمشي، يُرجى التمهّل معها",
    "th": "ใช้ไม้เท้า กรุณาให้เวลาเพิ่ม",
}


def site() -> Site:
    names = {"ar": "عيادة النور", "en": "Al Noor Clinic", "th": "คลินิกอัลนูร์"}
    return Site("noor", names, ZONE, dt.time(5), ("ar", "en", "th"))


def clinics() -> tuple[Clinic, ...]:
    return tuple(
        Clinic(
            *(code, {"ar": ar, "en": en, "th": th}, prefix, "1", "any", ClinicState.OPEN, 3, icon),
            pin_required=True,
        )
        for code, prefix, icon, ar, en, th in CLINICS
    )


def choices() -> DeskChoices:
    rooms = tuple(Room(str(number), "1", 2 if number == 3 else 1) for number in range(1, 13))
    return DeskChoices(site(), rooms, clinics())


def ticket(  # noqa: PLR0913  a ticket has many sides
    number: int,
    state: TicketState = TicketState.WAITING,
    *,
    waited_min: float = 10,
    name: str | None = None,
    priority: Priority = Priority.NONE,
    source: str = "kiosk",
    called_s: float | None = None,
    started_s: float | None = None,
    note: str | None = None,
    reason: str | None = None,
    on_route: bool = False,
) -> DeskTicket:
    """A ticket of the laboratory as it stood at NOON; the times are given as how long ago."""

    def ago(seconds: float | None) -> dt.datetime | None:
        return None if seconds is None else NOON - dt.timedelta(seconds=seconds)

    return DeskTicket(
        ticket_id=TicketId(number),
        clinic="lab",
        number=number,
        label=label("L", number),
        state=state,
        priority=priority,
        source=source,
        arrived_at=NOON - dt.timedelta(minutes=waited_min),
        name=name,
        room="3" if called_s is not None else None,
        called_at=ago(called_s),
        started_at=ago(started_s),
        note=note,
        reason=reason,
        route=route() if on_route else None,
    )


def route(done: int = 0, total: int = 10) -> Route:
    """A recruit's route of which so many clinics are done."""
    stops = []
    for place, (code, _, _, ar, en, th) in enumerate(CLINICS[:total]):
        status = StopStatus.LOCKED
        if place <= done:
            status = StopStatus.COMPLETED if place < done else StopStatus.IN_QUEUE
        stops.append(RouteStop(code, {"ar": ar, "en": en, "th": th}, status, "1"))
    names = {"ar": "تجنيد", "en": "Recruitment", "th": "รับสมัครเข้าทำงาน"}
    due = CLINICS[done][0] if done < total else None
    return Route(
        "recruitment", names, "male", None, tuple(stops), due, done, total, completed=done == total
    )


def bookings(language: str = "en") -> tuple[Booking, ...]:
    """Four appointments of the laboratory around NOON, two of whose patients have come."""
    names = _NAMES[language]
    minute = dt.timedelta(minutes=1)
    found = []
    for place, (name, came) in enumerate(
        ((names[3], True), (names[8], True), (names[6], False), (names[5], False))
    ):
        at = NOON + (3 + 15 * place) * minute
        found.append(
            Booking(
                code=f"AB2CD34{place + 2}",
                clinic="lab",
                starts_at=at,
                ends_at=at + 15 * minute,
                state=BookingState.CHECKED_IN if came else BookingState.BOOKED,
                opens_at=at - 40 * minute,
                closes_at=at + 10 * minute,
                name=name,
                ticket=f"L-03{2 + place}" if came else None,
            )
        )
    return tuple(found)


def waiting(language: str = "en") -> tuple[DeskTicket, ...]:
    """The ten of the mock-up, in the order they will be called."""
    name = dict(zip(range(29, 40), _NAMES[language], strict=True))
    rows: tuple[tuple[int, float, Priority, str], ...] = (
        (38, 3.2, Priority.EMERGENCY, "kiosk"),
        (30, 46.5, Priority.NONE, "kiosk"),
        (33, 31.1, Priority.ELDERLY, "kiosk"),
        (31, 38.4, Priority.NONE, "kiosk"),
        (32, 33.3, Priority.NONE, "booking"),
        (34, 26.2, Priority.NONE, "kiosk"),
        (35, 18.6, Priority.DISABILITY, "kiosk"),
        (36, 12.1, Priority.NONE, "kiosk"),
        (37, 8.7, Priority.PREGNANT, "kiosk"),
        (39, 1.4, Priority.NONE, "staff"),
    )
    return tuple(
        ticket(number, waited_min=minutes, name=name[number], priority=priority, source=source)
        for number, minutes, priority, source in rows
    )


def called(seconds_ago: float = 65, number: int = 29, language: str = "en") -> DeskTicket:
    name = _NAMES[language][0]
    return ticket(number, TicketState.CALLED, waited_min=50, called_s=seconds_ago, name=name)


def serving(number: int = 29, language: str = "en") -> DeskTicket:
    return ticket(
        number,
        TicketState.SERVING,
        waited_min=50,
        called_s=420,
        started_s=378,
        name=_NAMES[language][0],
        note=_NOTES[language],
        on_route=True,
    )


def aside(language: str = "en") -> tuple[DeskTicket, ...]:
    names = _NAMES[language]
    reasons = {"en": "Sent for a test", "ar": "أُرسل لفحص", "th": "ส่งไปตรวจ"}
    return (
        ticket(21, TicketState.HELD, waited_min=81, name=names[3], reason=reasons[language]),
        ticket(19, TicketState.NO_SHOW, waited_min=92, name=names[4]),
        ticket(14, TicketState.NO_SHOW, waited_min=115, name=None),
    )


def desk_list(language: str = "en") -> DeskList:
    return DeskList(
        read_at=NOON,
        waiting=waiting(language),
        in_hand=(serving(language=language),),
        aside=aside(language),
        today=Today(10, 31, 18 * 60, 46 * 60, 3),
        undo=UndoOffer(TicketId(29), "L-029", "IN_SERVICE", NOON + dt.timedelta(seconds=102)),
        usual_service_s=480,
        no_show_grace_s=300,
        pins={"lab": "47"},
        bookings=bookings(language),
    )
