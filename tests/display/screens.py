"""Pictures of the wall in every state, from the real window on a feed without a network."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from domain.feed import Link
from domain.states import ClinicState, EventKind
from domain.tickets import Clinic
from tests.display.walls import CLINICS, MORNING, WallRig, catalogue, clinic, rig, update
from ui.languages import Digits

MOST_CLINICS = len(CLINICS)
PASSED = (("X-018", "5", "xr"), ("E-022", "9", "eye"), ("L-030", "2", "lab"))
PASSED_IN_ONE = (("L-028", "5", "lab"), ("L-029", "9", "lab"), ("L-030", "2", "lab"))
HAS_ALL = 4
LONG_NAMES = {
    "ar": "عيادة أمراض القلب والأوعية الدموية والقسطرة",
    "en": "Cardiology, vascular medicine and catheterisation",
    "th": "คลินิกโรคหัวใจและหลอดเลือดและสวนหัวใจ",
}
Scene = Callable[[str], WallRig]


def called(count: int, language: str) -> WallRig:
    """The mock-up's morning: three calls over, L-031 in the banner, quiet again."""
    made = rig(count, language)
    for label, room, code in PASSED if count >= HAS_ALL else PASSED_IN_ONE:
        made.call(label, room, code=code)
        made.pass_s(7)
    made.call("L-031", "3")
    made.pass_s(7)
    return made


def stale(language: str) -> WallRig:
    made = called(6, language)
    made.pass_s(20)
    made.feed.link_changed.emit(Link.STALE)
    return made


def stale_before_any_call(language: str) -> WallRig:
    made = rig(12, language)
    made.feed.link_changed.emit(Link.STALE)
    return made


def never_linked(language: str) -> WallRig:
    second = "en" if language == "ar" else "ar"
    made = rig(started=False, languages=(language, second))
    made.feed.link_changed.emit(Link.STALE)
    return made


def nobody_today(language: str) -> WallRig:
    hours = {"ar": "من 7:00 إلى 15:00", "en": "7:00 to 15:00", "th": "7:00 ถึง 15:00 น."}
    return rig(6, language, opening_hours=hours)


def nobody_and_hours_unknown(language: str) -> WallRig:
    return rig(2, language)


def many_calls(language: str) -> WallRig:
    """Nine calls within a second: the first is being announced, eight wait, none is lost."""
    made = rig(12, language)
    for number in range(1, 10):
        made.call(f"L-{number:03d}", str(number))
    return made


def all_announced(language: str) -> WallRig:
    made = many_calls(language)
    for _ in range(9):
        made.pass_s(6)
    return made


def without_room(language: str) -> WallRig:
    made = called(6, language)
    made.call("X-020", None, code="xr")
    made.pass_s(7)
    made.call("E-023", None, code="eye")
    return made


def stale_without_room(language: str) -> WallRig:
    made = without_room(language)
    made.feed.link_changed.emit(Link.STALE)
    return made


def long_labels(language: str) -> WallRig:
    made = rig(3, language)
    for label, room in (("L-1000", "12"), ("LAB-1001", "Radiology 12"), ("L-1002", "10")):
        made.call(label, room)
        made.pass_s(7)
    return made


def very_long_label(language: str) -> WallRig:
    made = rig(4, language)
    made.call("LAB-1001", "Radiology 12")
    return made


def recalled(language: str) -> WallRig:
    made = called(5, language)
    made.feed.updated.emit(update(EventKind.RECALLED, "L-030", "2", made.now()))
    return made


def long_names(count: int) -> Scene:
    def scene(language: str) -> WallRig:
        many = tuple(clinic(index, names=LONG_NAMES, waiting=107) for index in range(count))
        return called_on(many, language)

    return scene


def off(count: int) -> Scene:
    """Clinics that are paused or closed beside one that is open."""

    def scene(language: str) -> WallRig:
        until = MORNING + dt.timedelta(hours=1)
        changes: tuple[dict[str, Any], ...] = (
            {},
            {"state": ClinicState.PAUSED, "until": until},
            {"state": ClinicState.CLOSED, "until": until, "waiting": 0},
            {"state": ClinicState.PAUSED},
            {"state": ClinicState.CLOSED, "waiting": 0},
        )
        many = [replace(clinic(index), **changes[index % len(changes)]) for index in range(count)]
        return called_on(tuple(many), language)

    return scene


def called_on(clinics: tuple[Clinic, ...], language: str) -> WallRig:
    made = called(1, language)
    made.feed.catalogue_changed.emit(catalogue(language=language, clinics=clinics))
    return made


def in_own_digits(language: str) -> WallRig:
    own = {"ar": Digits.ARABIC, "th": Digits.THAI}.get(language, Digits.WESTERN)
    made = rig(6, language, digits=own)
    made.call("L-031", "3")
    return made


def outlined(language: str) -> WallRig:
    made = rig(9, language, motion=False)
    made.window.show()
    made.call("L-031", "3")
    return made


def with_clinics(count: int) -> Scene:
    def scene(language: str) -> WallRig:
        return called(count, language)

    return scene


SCENES: dict[str, Scene] = {
    **{f"clinics-{count:02d}": with_clinics(count) for count in range(1, MOST_CLINICS + 1)},
    "stale": stale,
    "stale-before-any-call": stale_before_any_call,
    "stale-without-room": stale_without_room,
    "never-linked": never_linked,
    "none-today": nobody_today,
    "none-today-hours-unknown": nobody_and_hours_unknown,
    "many-calls": many_calls,
    "many-calls-announced": all_announced,
    "without-room": without_room,
    "long-labels": long_labels,
    "very-long-label": very_long_label,
    "recalled": recalled,
    "motion-off": outlined,
    "own-digits": in_own_digits,
    **{f"off-{count:02d}": off(count) for count in (2, 5, 8, 12)},
    **{f"long-names-{count:02d}": long_names(count) for count in (1, 2, 3, 6, 8, 10, 12)},
}
SIZES = {"": (1920, 1080), "-4k": (3840, 2160)}
ALSO_LARGE = frozenset({"clinics-06", "clinics-12", "stale"})


def render(out: Path, language: str) -> list[Path]:
    """A picture of every scene in a site whose first language is this one; some at 4K too."""
    out.mkdir(parents=True, exist_ok=True)
    pictures = []
    for name, scene in SCENES.items():
        for suffix, (width, height) in SIZES.items():
            if suffix and name not in ALSO_LARGE:
                continue
            picture = out / f"display-{name}{suffix}-{language}.png"
            made = scene(language)
            made.window.resize(width, height)
            _photograph(made.window, picture)
            pictures.append(picture)
    return pictures


def _photograph(window: QWidget, path: Path) -> None:
    window.show()
    QApplication.processEvents()
    window.grab().save(str(path))
    window.close()
    window.deleteLater()
    QApplication.processEvents()
