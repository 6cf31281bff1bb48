"""Every screen in every language and arrangement: nothing clipped, overlapping or boxed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from kiosk.fitting import SMALLEST_PX
from tests.kiosk.screens import SCENES, WAYS, Stage, Way, render
from tests.kiosk.stage import EMERGENCY
from tests.ui.overlap import faults, spots

FULLEST = (
    "clinics12",
    "clinics30",
    "patient_wrong",
    "ticket_not_printed",
    "ticket_called",
    "refused",
    "out",
    "idle",
    "need",
    "route_with_note",
    "code_unknown",
    "pin_locked",
)
"""The screens with the most on them: whatever else fits where they do."""


SAME = 0.95
"""A title in larger words may be this much smaller, where it has one line and that is full."""
PASSING = {
    "patient",
    "patient_wrong",
    "patient_unreadable",
    "exam_patient",
    "help_called",
    "staff_code",
}
"""What shows something that another arrangement forgets: it is brought about anew in each."""


@pytest.mark.parametrize("name", SCENES)
@pytest.mark.parametrize("language", ["ar", "en", "th"])
def test_every_word_on_every_screen_can_be_read(qtbot: QtBot, language: str, name: str) -> None:
    """All screens as they are at first, the fullest ones as patients may wish them."""
    ways = sorted(
        (way for way in WAYS if way.is_plain or name in FULLEST), key=lambda way: way.size.width()
    )
    alike = [[way] for way in ways] if name in PASSING else [ways]
    found = [f"{way}: {fault}" for each in alike for way, fault in faults_in(language, name, each)]
    assert found == []


def faults_in(language: str, name: str, ways: list[Way]) -> Iterator[tuple[str, str]]:
    """What cannot be read on a screen that is opened once and arranged in each of these ways."""
    stage = Stage(language, ways[0])
    try:
        SCENES[name](stage)
        assert stage.window is not None
        shown, sizes = None, dict[QSize, dict[str, int]]()
        for way in ways:
            stage.arrange(way)
            stage.settle()
            yield from ((way.name, fault) for fault in faults(stage.window))
            large = {spot.text: spot.px for spot in spots(stage.window) if spot.px}
            usual = sizes.setdefault(way.size, large) if not way.lower else {}
            yield from ((way.name, fault) for fault in small_ones(large, usual))
            assert shown in (None, stage.window.page.__class__), way.name
            shown = stage.window.page.__class__
    finally:
        stage.close()


def small_ones(sizes: dict[str, int], usual: dict[str, int]) -> Iterator[str]:
    """Words below the design's smallest, or smaller than they are without any wish."""
    for text, px in sizes.items():
        if EMERGENCY in text:  # in the staff's own words, of any length
            continue
        if px < SMALLEST_PX:
            yield f"{text!r} is only {px} px"
        if px < usual.get(text, 0) * SAME:
            yield f"{text!r} shrank from {usual[text]} to {px} px"


def test_pictures_of_the_screens_can_be_drawn(qtbot: QtBot, tmp_path: Path) -> None:
    with closing(render(tmp_path, "en", ways=WAYS[:1])) as pictures:
        assert all(next(pictures).stat().st_size > 1000 for _ in range(3))
