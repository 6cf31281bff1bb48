"""The sign of a new call: seen from the corner of an eye, harmless to those who mind flashes."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPoint, QVariantAnimation
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from display.calls import HOLD_S
from display.pulse import Pulse
from domain.feed import Link
from domain.states import EventKind
from tests.display.conftest import MakeWall
from tests.display.walls import WallRig, catalogue, clinic, update
from ui.theme import Theme

DURATION_MS = 6000
OUTLINE_AT, GROUND_AT = QPoint(900, 5), QPoint(900, 40)


def light_of(pulse: Pulse) -> QVariantAnimation:
    found = pulse.findChild(QVariantAnimation)
    assert found is not None
    return found


def levels(pulse: Pulse, step_ms: int = 20) -> list[float]:
    """How bright the banner is all along, by moving its animation by hand."""
    light = light_of(pulse)
    light.pause()
    found = []
    for at in range(0, DURATION_MS, step_ms):
        light.setCurrentTime(at)
        found.append(pulse.level)
    return found


def test_a_call_pulses_six_times_in_six_seconds(qtbot: QtBot) -> None:
    pulse = Pulse(motion=True)
    pulse.start()

    found = levels(pulse)

    assert pulse.duration_ms == DURATION_MS
    peaks = [
        index
        for index in range(1, len(found) - 1)
        if found[index - 1] < found[index] >= found[index + 1]
    ]
    assert len(peaks) == 6
    assert [found[index] for index in peaks] == pytest.approx([1.0] * 6, abs=0.01)
    assert min(found) == pytest.approx(0.0, abs=0.01)
    pulse.stop()


def test_light_comes_and_goes_softly_and_at_most_once_a_second(qtbot: QtBot) -> None:
    pulse = Pulse(motion=True)
    pulse.start()

    found = levels(pulse)

    assert max(abs(b - a) for a, b in itertools.pairwise(found)) < 0.08
    for start in range(0, DURATION_MS, 1000):
        second = found[start // 20 : (start + 1000) // 20]
        rises = [b > a for a, b in itertools.pairwise(second)]
        turns = sum(a != b for a, b in itertools.pairwise(rises))
        assert turns == 1
    pulse.stop()


def test_a_pulse_ends_by_itself_and_leaves_the_banner_quiet(qtbot: QtBot) -> None:
    pulse = Pulse(motion=True)
    pulse.start()
    light_of(pulse).setCurrentTime(DURATION_MS)

    assert not pulse.is_running
    assert pulse.level == 0.0


def test_each_new_call_starts_the_pulse_anew(wall: WallRig) -> None:
    pulse = wall.window.wall.banner.pulse
    wall.call("L-001")
    light_of(pulse).setCurrentTime(DURATION_MS)
    assert not pulse.is_running
    wall.pass_s(HOLD_S)

    wall.feed.updated.emit(update(EventKind.RECALLED, "L-001", "3", wall.now()))

    assert light_of(pulse).state() is QVariantAnimation.State.Running


def test_a_change_of_a_count_does_not_start_the_pulse_again(wall: WallRig) -> None:
    wall.call("L-001")
    light = light_of(wall.window.wall.banner.pulse)
    light.setCurrentTime(3000)

    wall.tell(EventKind.ENTERED, "L-050")
    wall.pass_s(1)

    assert light.currentTime() >= 3000


def test_two_calls_of_the_same_instant_each_start_the_pulse(wall: WallRig) -> None:
    pulse = wall.window.wall.banner.pulse
    wall.call("L-001")
    wall.call("L-002")
    light_of(pulse).setCurrentTime(DURATION_MS)

    wall.pass_s(HOLD_S)

    assert wall.banner == "L-002"
    assert light_of(pulse).state() is QVariantAnimation.State.Running


def test_a_new_name_of_the_clinic_does_not_start_the_pulse_again(wall: WallRig) -> None:
    wall.call("L-001")
    light = light_of(wall.window.wall.banner.pulse)
    light.setCurrentTime(3000)

    renamed = clinic(0, names={"ar": "مختبر", "en": "Blood tests"})
    wall.feed.catalogue_changed.emit(catalogue(clinics=[renamed]))

    assert light.currentTime() >= 3000
    assert any(spot.text == "مختبر" for spot in wall.window.wall.banner.text_rects())


def test_a_lost_link_stops_the_pulse(wall: WallRig) -> None:
    wall.call("L-001")
    wall.feed.link_changed.emit(Link.STALE)

    assert not wall.window.wall.banner.pulse.is_running


def test_without_motion_a_new_call_has_a_white_outline_for_six_seconds(
    make_wall: MakeWall, qtbot: QtBot
) -> None:
    made = make_wall(motion=False)
    with qtbot.waitExposed(made.window):
        made.window.show()
    banner, theme = made.window.wall.banner, Theme("display")

    def colors() -> list[QColor]:
        picture = banner.grab().toImage()
        return [picture.pixelColor(at) for at in (OUTLINE_AT, GROUND_AT)]

    made.call("L-001")
    assert colors() == [theme.color("white"), theme.color("turn")]
    assert banner.pulse.duration_ms == DURATION_MS
    assert banner.pulse.is_outlined

    banner.pulse.stop()
    assert colors() == [theme.color("turn"), theme.color("turn")]


def test_without_motion_nothing_moves(make_wall: MakeWall, qtbot: QtBot) -> None:
    made = make_wall(motion=False)
    with qtbot.waitExposed(made.window):
        made.window.show()
    for label in ("L-001", "L-002"):
        made.call(label)
        made.pass_s(HOLD_S)

    running = QVariantAnimation.State.Running
    moving = made.window.findChildren(QVariantAnimation)
    assert moving
    assert all(each.state() is not running for each in moving)


def test_a_new_call_pushes_the_last_calls_for_a_moment(wall: WallRig, qtbot: QtBot) -> None:
    with qtbot.waitExposed(wall.window):
        wall.window.show()
    shift = wall.window.wall.history.shift
    wall.call("L-001")
    wall.pass_s(HOLD_S)
    wall.call("L-002")

    assert shift.state() is QVariantAnimation.State.Running
    assert shift.duration() == 350
    qtbot.waitUntil(lambda: shift.state() is not QVariantAnimation.State.Running)
