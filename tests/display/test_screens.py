"""Every state of the wall, in a site of each language: nothing clipped, overlapping or in boxes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from domain.names import LANGUAGES
from tests.display.screens import ALSO_LARGE, SCENES, render
from tests.display.walls import WallRig
from tests.ui.overlap import faults

FULL_HD, FOUR_K = (1920, 1080), (3840, 2160)
OTHERS = [(1280, 720), (1366, 768), (1920, 1200), (1024, 768), (2560, 1080), (1080, 1920)]
MAY_BE_CUT = ("long-names", "off-12")
"""Where a name is longer than any place for it; an ellipsis says so."""


def look(qtbot: QtBot, made: WallRig, size: tuple[int, int], *, may_be_cut: bool) -> list[str]:
    qtbot.addWidget(made.window)
    made.window.resize(*size)
    with qtbot.waitExposed(made.window):
        made.window.show()
    found = faults(made.window)
    assert (made.window.width(), made.window.height()) == size
    return [each for each in found if not (may_be_cut and each.endswith("was cut"))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SCENES)
def test_every_text_of_every_state_can_be_read(qtbot: QtBot, name: str, language: str) -> None:
    may_be_cut = name.startswith(MAY_BE_CUT)

    assert look(qtbot, SCENES[name](language), FULL_HD, may_be_cut=may_be_cut) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["clinics-02", "clinics-06", "clinics-10", "clinics-12", "stale"])
def test_4k_shows_the_same_at_twice_the_size(qtbot: QtBot, name: str, language: str) -> None:
    assert look(qtbot, SCENES[name](language), FOUR_K, may_be_cut=False) == []


@pytest.mark.parametrize("size", OTHERS, ids=str)
@pytest.mark.parametrize("name", ["clinics-06", "clinics-12", "stale", "none-today"])
def test_other_screens_show_all_of_it_scaled(
    qtbot: QtBot, name: str, size: tuple[int, int]
) -> None:
    assert look(qtbot, SCENES[name]("ar"), size, may_be_cut=False) == []


def test_every_picture_is_made_at_its_size(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = {name: SCENES[name] for name in ("stale", "none-today")}
    monkeypatch.setattr("tests.display.screens.SCENES", few)

    pictures = render(tmp_path / "pictures", "th")

    sizes = {path.name: QImage(str(path)).size().toTuple() for path in pictures}
    assert sizes == {
        "display-stale-th.png": FULL_HD,
        "display-stale-4k-th.png": FOUR_K,
        "display-none-today-th.png": FULL_HD,
    }
    assert set(SCENES) >= ALSO_LARGE
