"""Every screen in every language and arrangement: nothing clipped, overlapping or boxed."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.kiosk.screens import SCENES, WAYS, Stage, Way, render
from tests.ui.overlap import faults

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


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
@pytest.mark.parametrize("language", ["ar", "en", "th"])
def test_every_word_on_every_screen_can_be_read(qtbot: QtBot, language: str, way: Way) -> None:
    """All screens as they are at first, the fullest ones as patients may wish them."""
    found = []
    for name in SCENES if way.is_plain else FULLEST:
        scene = SCENES[name]
        stage = Stage(language, way)
        try:
            scene(stage)
            stage.settle()
            assert stage.window is not None
            found += [f"{name}: {fault}" for fault in faults(stage.window)]
        finally:
            stage.close()
    assert found == []


def test_pictures_of_the_screens_can_be_drawn(qtbot: QtBot, tmp_path: Path) -> None:
    pictures = render(tmp_path, "en", ways=WAYS[:1])

    assert len(pictures) == len(SCENES)
    assert all(picture.stat().st_size > 1000 for picture in pictures)
