"""The real wall on a feed without a network: what patients see when calls come, go and are late."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from display.calls import HOLD_S
from display.window import TICK_MS
from domain.feed import Link
from domain.states import ClinicState, EventKind
from tests.display.conftest import MakeWall
from tests.display.walls import (
    MORNING,
    RecordedVoice,
    WallRig,
    call,
    catalogue,
    clinic,
    snapshot,
    status,
    update,
)
from tests.ui.overlap import texts


def test_a_call_is_seen_and_heard_at_once(wall: WallRig) -> None:
    wall.call("L-031", "3")

    assert wall.banner == "L-031"
    assert wall.is_new
    assert wall.voice.labels == ["L-031"]


def test_calls_that_come_together_are_announced_one_after_another(wall: WallRig) -> None:
    for number in range(1, 5):
        wall.call(f"L-{number:03d}")

    seen = []
    for _ in range(4):
        seen.append(wall.banner)
        wall.pass_s(HOLD_S)

    assert seen == wall.voice.labels == ["L-001", "L-002", "L-003", "L-004"]
    assert wall.history == ["L-003", "L-002", "L-001"]
    assert not wall.is_new


def test_a_call_holds_the_banner_for_six_seconds_before_it_moves_to_the_last_calls(
    wall: WallRig,
) -> None:
    wall.call("L-001")
    wall.call("L-002")

    wall.pass_s(5.9)
    assert wall.shown() == ("L-001", [])
    wall.pass_s(0.2)

    assert wall.shown() == ("L-002", ["L-001"])


def test_the_last_call_stays_in_the_banner_until_another_comes(wall: WallRig) -> None:
    wall.call("L-001")
    wall.pass_s(3600)

    assert wall.banner == "L-001"
    assert not wall.is_new


def test_the_next_call_waits_for_the_end_of_the_voice(make_wall: MakeWall) -> None:
    voice = RecordedVoice(at_once=False)
    wall = make_wall(voice=voice)
    wall.call("L-001")
    wall.call("L-002")

    wall.pass_s(11)
    assert wall.banner == "L-001"
    voice.finish()
    wall.pass_s(0)

    assert wall.banner == "L-002"


def test_the_walls_own_timer_brings_the_next_call(make_wall: MakeWall, qtbot: QtBot) -> None:
    wall = make_wall()
    every_second = [t for t in wall.window.findChildren(QTimer) if t.interval() == TICK_MS]
    assert every_second
    for timer in every_second:
        timer.stop()
    wall.call("L-001")
    wall.call("L-002")
    wall.clocks.move(HOLD_S - 0.05)
    wall.window.announcer.advance()
    wall.clocks.move(0.05)

    qtbot.waitUntil(lambda: wall.banner == "L-002")


def test_a_voice_that_ends_after_the_window_has_gone_harms_nothing(
    make_wall: MakeWall, qtbot: QtBot
) -> None:
    voice = RecordedVoice(at_once=False)
    wall = make_wall(voice=voice)
    wall.call("L-001")
    with qtbot.waitSignal(wall.window.destroyed):
        wall.window.close()
        wall.window.deleteLater()

    voice.finish()


def test_a_recall_is_announced_again(wall: WallRig) -> None:
    wall.call("L-030", "2")
    wall.pass_s(HOLD_S)
    wall.call("L-031", "3")
    wall.pass_s(HOLD_S)

    wall.feed.updated.emit(update(EventKind.RECALLED, "L-030", "2", wall.now()))

    assert wall.voice.labels == ["L-030", "L-031", "L-030"]
    assert wall.shown() == ("L-030", ["L-031"])


def test_calls_missed_while_away_are_announced_after_the_resync_while_fresh(
    wall: WallRig,
) -> None:
    wall.feed.link_changed.emit(Link.STALE)
    wall.pass_s(300)
    old = call("L-001", "1", wall.now() - dt.timedelta(minutes=3))
    fresh = call("L-002", "2", wall.now() - dt.timedelta(minutes=1))

    wall.feed.link_changed.emit(Link.LIVE)
    wall.feed.snapshot.emit(snapshot(fresh, old, at=wall.now()))

    assert wall.voice.labels == ["L-002"]
    assert wall.shown() == ("L-002", ["L-001"])


def test_fresh_is_measured_by_the_servers_clock(make_wall: MakeWall) -> None:
    wall = make_wall(started=False)
    wall.clocks.wall_at = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
    wall.feed.catalogue_changed.emit(catalogue())
    wall.feed.snapshot.emit(snapshot(call("L-001", "3", MORNING - dt.timedelta(minutes=5))))
    wall.clocks.wall_at = dt.datetime(2030, 1, 1, tzinfo=dt.UTC)
    wall.call("L-002")

    assert wall.voice.labels == ["L-002"]
    assert wall.history == ["L-001"]


def test_an_announced_call_is_not_announced_again_by_a_resync(wall: WallRig) -> None:
    made = wall.call("L-001").announcement
    assert made is not None
    wall.pass_s(HOLD_S)

    wall.feed.snapshot.emit(snapshot(made, at=wall.now()))
    wall.pass_s(HOLD_S)

    assert wall.voice.labels == ["L-001"]
    assert wall.banner == "L-001"


def test_an_undone_call_stops_inviting_at_once(wall: WallRig) -> None:
    wall.call("L-030", "2")
    wall.pass_s(HOLD_S)
    wall.call("L-031", "3")
    wall.pass_s(2)

    wall.tell(EventKind.UNDONE, "L-031")

    assert wall.shown() == ("L-030", [])
    assert not wall.is_new
    assert not wall.window.wall.banner.pulse.is_running


def test_a_lost_link_is_admitted_and_the_contents_stay(wall: WallRig, qtbot: QtBot) -> None:
    wall.call("L-030", "2")
    wall.pass_s(HOLD_S)
    wall.call("L-031", "3")
    wall.pass_s(HOLD_S)
    with qtbot.waitExposed(wall.window):
        wall.window.show()

    wall.pass_s(60)
    wall.feed.link_changed.emit(Link.STALE)

    view = wall.window.wall
    assert view.notice.isVisible()
    assert not view.ticker.isVisible()
    assert wall.shown() == ("L-031", ["L-030"])
    assert view.banner.value.stale
    seen = texts(wall.window)
    assert seen.count("?") == 6
    assert "10:42" in "".join(seen[:6])
    assert any("10:42" in text and "Connection lost" in text for text in seen)


def test_the_time_of_the_loss_is_when_the_server_fell_silent(wall: WallRig) -> None:
    wall.pass_s(15)
    wall.feed.link_changed.emit(Link.STALE)
    wall.pass_s(3600)

    said = [spot.text for spot in wall.window.wall.notice.text_rects()]

    assert all("10:41" in text for text in said)


def test_there_is_no_sound_while_the_link_is_lost(wall: WallRig) -> None:
    wall.call("L-001")
    wall.call("L-002")
    wall.feed.link_changed.emit(Link.STALE)
    wall.pass_s(HOLD_S)

    assert wall.banner == "L-002"
    assert wall.voice.labels == ["L-001"]
    assert not wall.window.wall.banner.pulse.is_running


def test_a_new_attempt_alone_does_not_make_the_wall_live_again(wall: WallRig) -> None:
    wall.feed.link_changed.emit(Link.STALE)
    wall.feed.link_changed.emit(Link.CONNECTING)

    assert wall.window.wall.banner.value.stale
    assert wall.window.wall.clinics.value.stale


def test_a_short_reconnection_changes_nothing(wall: WallRig) -> None:
    wall.call("L-001")
    wall.feed.link_changed.emit(Link.CONNECTING)

    assert not wall.window.wall.banner.value.stale
    assert wall.banner == "L-001"


def test_the_wall_recovers_whole(wall: WallRig, qtbot: QtBot) -> None:
    with qtbot.waitExposed(wall.window):
        wall.window.show()
    wall.call("L-001")
    wall.feed.link_changed.emit(Link.STALE)
    wall.pass_s(90)

    wall.feed.link_changed.emit(Link.LIVE)
    made = call("L-002", "5", wall.now() - dt.timedelta(seconds=5))
    wall.feed.snapshot.emit(snapshot(made, at=wall.now(), statuses=[status("lab", 9)]))

    view = wall.window.wall
    assert not view.notice.isVisible()
    assert view.ticker.isVisible()
    assert wall.banner == "L-002"
    assert wall.voice.labels == ["L-001", "L-002"]
    assert view.clinics.value.clinics[0].waiting == 9
    assert "?" not in texts(wall.window)


def test_counts_follow_each_change_of_their_clinic(wall: WallRig) -> None:
    wall.feed.updated.emit(update(EventKind.ENTERED, "X-019", None, code="xr", waiting=17))

    waiting = {each.code: each.waiting for each in wall.window.wall.clinics.value.clinics}
    assert waiting["xr"] == 17
    assert waiting["lab"] == 4


def test_a_paused_clinic_says_so_and_opens_again(wall: WallRig, qtbot: QtBot) -> None:
    with qtbot.waitExposed(wall.window):
        wall.window.show()
    until = MORNING + dt.timedelta(hours=1)
    paused = clinic(0, state=ClinicState.PAUSED, until=until)
    wall.feed.catalogue_changed.emit(
        catalogue(clinics=[paused, *(clinic(index) for index in range(1, 6))])
    )
    assert any("11:42" in text for text in texts(wall.window))

    wall.feed.catalogue_changed.emit(catalogue(6))

    assert not any("11:42" in text for text in texts(wall.window))


def test_a_clinic_that_pauses_and_opens_on_the_feed_is_shown_so(wall: WallRig) -> None:
    def state() -> ClinicState:
        return wall.window.wall.clinics.value.clinics[0].state

    until = MORNING + dt.timedelta(hours=1)
    paused = update(EventKind.CLINIC_PAUSED, None, None)
    wall.feed.updated.emit(replace(paused, state=ClinicState.PAUSED, until=until))
    assert state() is ClinicState.PAUSED
    wall.feed.updated.emit(update(EventKind.ENTERED, "L-041", None))
    assert state() is ClinicState.PAUSED
    opened = update(EventKind.CLINIC_OPENED, None, None)
    wall.feed.updated.emit(replace(opened, state=ClinicState.OPEN))

    assert state() is ClinicState.OPEN


def test_a_catalogue_does_not_put_back_a_count_the_feed_has_told(wall: WallRig) -> None:
    wall.feed.updated.emit(update(EventKind.ENTERED, "L-040", None, waiting=31))

    wall.feed.catalogue_changed.emit(catalogue(6))

    assert wall.window.wall.clinics.value.clinics[0].waiting == 31


def test_the_day_turns_offline_at_the_sites_own_hour(wall: WallRig) -> None:
    wall.call("L-031", "3")
    wall.pass_s(HOLD_S)
    wall.feed.link_changed.emit(Link.STALE)
    five = dt.datetime(2026, 11, 22, 5, tzinfo=dt.timezone(dt.timedelta(hours=3)))

    wall.pass_s((five - wall.now()).total_seconds() - 1)
    assert wall.shown() == ("L-031", [])
    wall.pass_s(1)

    assert wall.shown() == (None, [])


def test_a_jump_of_the_machines_clock_does_not_turn_the_day(wall: WallRig) -> None:
    wall.call("L-031", "3")
    wall.clocks.wall_at += dt.timedelta(days=30)
    wall.pass_s(60)

    assert wall.banner == "L-031"


def test_the_day_turns_for_a_machine_that_slept_through_it(wall: WallRig) -> None:
    wall.call("L-031", "3")
    wall.pass_s(HOLD_S)
    wall.clocks.move(24 * 3600)
    wall.window.pass_time()

    assert wall.banner is None


def test_the_servers_word_of_a_later_time_turns_the_day(wall: WallRig) -> None:
    wall.call("L-031", "3")
    wall.pass_s(HOLD_S)
    tomorrow = MORNING + dt.timedelta(days=1)

    wall.feed.updated.emit(update(EventKind.DAY_TURNED, None, None, tomorrow, waiting=0))

    assert wall.banner is None


def test_a_call_just_before_the_turn_is_still_announced_and_then_goes(wall: WallRig) -> None:
    five = dt.datetime(2026, 11, 22, 2, tzinfo=dt.UTC)
    wall.pass_s((five - wall.now()).total_seconds() - 2)
    wall.call("L-098", "3")
    wall.call("L-099", "3")

    wall.pass_s(HOLD_S)
    assert wall.shown() == ("L-099", [])
    wall.pass_s(HOLD_S)

    assert wall.voice.labels == ["L-098", "L-099"]
    assert wall.shown() == (None, [])


def test_the_wall_looks_at_the_clock_by_itself(make_wall: MakeWall, qtbot: QtBot) -> None:
    wall = make_wall()
    wall.call("L-031", "3")
    wall.pass_s(HOLD_S)
    wall.clocks.move(24 * 3600)

    qtbot.waitUntil(lambda: wall.banner is None)


def test_before_the_server_was_ever_heard_the_wall_says_where_to_ask(
    make_wall: MakeWall, qtbot: QtBot
) -> None:
    wall = make_wall(started=False, languages=("en", "ar"))
    with qtbot.waitExposed(wall.window):
        wall.window.show()
    wall.feed.link_changed.emit(Link.STALE)

    assert "Not connected. Please ask at the desk" in texts(wall.window)


def test_a_call_without_a_room_has_no_door(wall: WallRig, qtbot: QtBot) -> None:
    with qtbot.waitExposed(wall.window):
        wall.window.show()
    wall.call("L-031", None)

    assert wall.banner == "L-031"
    assert "Room" not in texts(wall.window)


def test_nothing_personal_can_reach_the_wall() -> None:
    """The values of the public feed have no field for a name, a mobile or an id."""
    assert set(call().__slots__) == {"clinic", "ticket", "room", "at", "recalled"}
