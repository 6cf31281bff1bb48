"""What stands on the tiles of the clinics, whatever the screen and the wishes are."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.kiosk.scenes import clinics12, touched
from tests.kiosk.stage import WAYS, Stage, Way


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
@pytest.mark.parametrize("language", ["ar", "en", "th"])
def test_a_clinic_that_gives_numbers_says_where_it_is_and_for_whom(
    qtbot: QtBot, language: str, way: Way
) -> None:
    stage = Stage(language, way)
    try:
        clinics12(stage)
        assert stage.window is not None
        touched(stage.window, "der")  # a page further on, where not all stand on one
        stage.window.overlays.close()
        stage.settle()
        seen = [(tile.face, said(tile)) for tile in stage.window.page.tiles]  # type: ignore[union-attr]
        for face, words in seen:
            if face.why is None:
                assert face.floor in words
                assert face.limit is None or face.limit.line in words
        assert any(face.limit is not None for face, _ in seen)
    finally:
        stage.close()


def said(tile: object) -> str:
    return " ".join(spot.text for spot in tile.text_rects())  # type: ignore[attr-defined]
