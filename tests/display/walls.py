"""Walls for tests: a feed without a network, clocks that tests move, and a small site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal

from display.settings import DisplaySettings
from display.siteclock import Clocks
from display.window import DisplayWindow
from domain.feed import Announcement, ClinicStatus, Link, QueueUpdate, Snapshot
from domain.states import ClinicState, EventKind
from domain.tickets import Catalogue, Clinic, Site

QATAR = "Asia/Qatar"
MORNING = dt.datetime(2026, 11, 21, 7, 42, tzinfo=dt.UTC)
"""10:42 in Qatar."""

CLINICS = (
    ("lab", "L", "lab", "المختبر", "Laboratory", "ห้องแล็บ"),
    ("xr", "X", "xray", "الأشعة", "X-ray", "เอกซเรย์"),
    ("bio", "V", "vitals", "العلامات الحيوية", "Vital signs", "ตรวจสัญญาณชีพ"),
    ("eye", "E", "eye", "العيون", "Eyes", "ตา"),
    ("int", "I", "internal", "الباطنية", "Internal", "อายุรกรรม"),
    ("ent", "N", "ent", "أنف وأذن وحنجرة", "Ear, nose, throat", "หู คอ จมูก"),
    ("sur", "S", "surgery", "الجراحة", "Surgery", "ศัลยกรรม"),
    ("psy", "P", "psychology", "الصحة النفسية", "Mental health", "สุขภาพจิต"),
    ("dnt", "D", "dental", "الأسنان", "Dental", "ทันตกรรม"),
    ("aud", "A", "hearing", "السمع", "Hearing", "ตรวจการได้ยิน"),
    ("ecg", "C", "ecg", "تخطيط القلب", "ECG", "คลื่นไฟฟ้าหัวใจ"),
    ("der", "K", "skin", "الجلدية", "Skin", "ผิวหนัง"),
)
WAITING = (4, 2, 6, 3, 5, 1, 0, 2, 9, 0, 1, 3)
LANGUAGES = {"ar": ("ar", "en", "th"), "en": ("en", "ar", "th"), "th": ("th", "en", "ar")}


class FakeFeed(QObject):
    """The signals a wall hears, without a server."""

    catalogue_changed = Signal(object)
    snapshot = Signal(object)
    updated = Signal(object)
    link_changed = Signal(object)


@dataclass
class FakeClocks:
    """Clocks that stand still until they are moved; `wall_at` may jump alone."""

    wall_at: dt.datetime = MORNING
    elapsed_s: float = 1000.0

    def clocks(self) -> Clocks:
        return Clocks(lambda: self.wall_at, lambda: self.elapsed_s)

    def move(self, seconds: float) -> None:
        self.wall_at += dt.timedelta(seconds=seconds)
        self.elapsed_s += seconds


@dataclass
class RecordedVoice:
    """Remembers what it was asked to say; says it is done at once, or when told."""

    at_once: bool = True
    heard: list[Announcement] = field(default_factory=list)
    pending: list[Callable[[], None]] = field(default_factory=list)

    def announce(self, announcement: Announcement, done: Callable[[], None]) -> None:
        self.heard.append(announcement)
        if self.at_once:
            done()
        else:
            self.pending.append(done)

    def finish(self) -> None:
        self.pending.pop(0)()

    @property
    def labels(self) -> list[str]:
        return [call.ticket for call in self.heard]


def place_of(code: str) -> int:
    return [each[0] for each in CLINICS].index(code)


def clinic(index: int, **changes: object) -> Clinic:
    code, prefix, icon, ar, en, th = CLINICS[index]
    names = {"ar": ar, "en": en, "th": th}
    made = Clinic(code, names, prefix, "M", "any", ClinicState.OPEN, WAITING[index], icon)
    return replace(made, **changes)  # type: ignore[arg-type]


def catalogue(count: int = 6, language: str = "ar", clinics: Sequence[Clinic] = ()) -> Catalogue:
    names = {"ar": "عيادة النور", "en": "Al Noor Clinic", "th": "คลินิกอัลนูร"}
    site = Site("demo", names, QATAR, dt.time(5), LANGUAGES[language])
    return Catalogue(site, tuple(clinics) or tuple(clinic(index) for index in range(count)))


def call(
    label: str = "L-031",
    room: str | None = "3",
    at: dt.datetime = MORNING,
    *,
    code: str = "lab",
    recalled: bool = False,
) -> Announcement:
    return Announcement(code, label, room, at, recalled)


def update(
    kind: EventKind,
    label: str | None = "L-031",
    room: str | None = "3",
    at: dt.datetime = MORNING,
    *,
    code: str = "lab",
    waiting: int = 4,
) -> QueueUpdate:
    number = None if label is None else int(label.rpartition("-")[2])
    return QueueUpdate(
        kind, code, number, label, room, number or 0, waiting, 1, 30, at, dt.date(2026, 11, 21)
    )


def status(code: str = "lab", waiting: int = 4, **changes: object) -> ClinicStatus:
    made = ClinicStatus(code, 31, "L-031", 40, waiting, 1, 35, "v1")
    return replace(made, **changes)  # type: ignore[arg-type]


def snapshot(
    *calls: Announcement,
    at: dt.datetime = MORNING,
    statuses: Sequence[ClinicStatus] = (),
) -> Snapshot:
    return Snapshot(at, tuple(statuses), calls)


@dataclass
class WallRig:
    """A real window on a fake feed, with clocks that only the test moves."""

    feed: FakeFeed
    clocks: FakeClocks
    voice: RecordedVoice
    window: DisplayWindow

    @property
    def banner(self) -> str | None:
        shown = self.window.wall.banner.value.call
        return None if shown is None else shown.label

    @property
    def is_new(self) -> bool:
        """Whether the banner says that its call is being announced."""
        return self.window.wall.banner.value.announced is not None

    @property
    def history(self) -> list[str]:
        return [each.label for each in self.window.wall.history.calls]

    def shown(self) -> tuple[str | None, list[str]]:
        """The banner and the last calls."""
        return self.banner, self.history

    def now(self) -> dt.datetime:
        """The server's time, when it was told at MORNING and nobody moved the wall clock alone."""
        return MORNING + dt.timedelta(seconds=self.clocks.elapsed_s - 1000.0)

    def pass_s(self, seconds: float) -> None:
        """Let time pass at once; the window looks at its clocks as its timers would make it."""
        self.clocks.move(seconds)
        self.window.pass_time()

    def call(self, label: str, room: str | None = "3", *, code: str = "lab") -> QueueUpdate:
        """A call made just now, as the feed says it."""
        made = update(
            EventKind.CALLED, label, room, self.now(), code=code, waiting=WAITING[place_of(code)]
        )
        self.feed.updated.emit(made)
        return made

    def tell(self, kind: EventKind, label: str | None, *, code: str = "lab") -> None:
        self.feed.updated.emit(update(kind, label, None, self.now(), code=code))


def rig(
    count: int = 6,
    language: str = "ar",
    *,
    voice: RecordedVoice | None = None,
    started: bool = True,
    **settings: object,
) -> WallRig:
    """A wall with its catalogue and an empty snapshot, at MORNING and live, unless not started."""
    feed, clocks, said = FakeFeed(), FakeClocks(), voice or RecordedVoice()
    chosen = DisplaySettings(voice=said, clocks=clocks.clocks())
    window = DisplayWindow(feed, replace(chosen, **settings))  # type: ignore[arg-type]
    window.resize(1920, 1080)
    made = WallRig(feed, clocks, said, window)
    if started:
        go_live(made, catalogue(count, language))
    return made


def go_live(made: WallRig, site: Catalogue) -> None:
    made.feed.catalogue_changed.emit(site)
    made.feed.link_changed.emit(Link.LIVE)
    statuses = [status(each.code, each.waiting) for each in site.clinics]
    made.feed.snapshot.emit(snapshot(at=made.now(), statuses=statuses))
