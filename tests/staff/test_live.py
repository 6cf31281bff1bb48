"""The desk follows the feed: one read an event, the database's clock, the link in sight."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from domain.errors import StoreAway
from domain.feed import ClinicStatus, Link, QueueUpdate, Snapshot
from domain.states import ClinicState, EventKind, TicketState
from domain.tickets import Catalogue, Desk, DeskList, TicketId, UndoOffer
from staff import desk_state
from staff.desk_clock import DeskClock
from staff.orders import Act
from tests.staff.conftest import OpenDeskWith, Opened
from tests.staff.fakes import change
from tests.staff.site import DESK, NOON, called, clinics, desk_list, serving, site, ticket


def later(seconds: float) -> dt.datetime:
    return NOON + dt.timedelta(seconds=seconds)


class Steady:
    """A counter that a test moves on."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def with_steady(opened: Opened) -> Steady:
    """Give the open desk a clock of its own, set by its next list."""
    steady = Steady()
    opened.desk.state.clock = DeskClock(steady)
    opened.list_comes()
    return steady


def tick(opened: Opened) -> None:
    """What the second's timer does."""
    opened.desk._show()  # noqa: SLF001  instead of waiting a second


def test_many_events_at_once_are_one_read_and_one_more(open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    before = opened.port.reads
    for _ in range(40):
        opened.feed.say_change()
    assert opened.tasks.under_way == 1

    opened.tasks.flush()

    assert opened.port.reads == before + 2


def test_events_of_other_clinics_read_nothing(open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    before = opened.port.reads
    opened.feed.say_change(clinic="dental")
    opened.tasks.flush()

    assert opened.port.reads == before


def test_a_snapshot_is_the_word_to_read(open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    before = opened.port.reads
    opened.feed.snapshot.emit(Snapshot(NOON, (), ()))
    opened.tasks.flush()

    assert opened.port.reads == before + 1


def test_the_feed_follows_the_clinics_of_the_desk(open_desk: OpenDeskWith) -> None:
    opened = open_desk(desk=Desk("3", ("lab", "xray")))

    assert opened.feed.running
    assert opened.feed.watched == ("lab", "xray")


def test_a_list_shows_in_the_order_it_came(open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    rows = opened.desk.desk.waiting.rows
    assert [one.number for one in rows.tickets] == [38, 30, 33, 31, 32, 34, 35, 36, 37, 39]
    rows.choose(TicketId(32))

    fewer = tuple(one for one in desk_list().waiting if one.number != 38)
    opened.list_comes(replace(desk_list(), waiting=fewer))

    assert [one.number for one in rows.tickets][:2] == [30, 33]
    assert rows.chosen is not None
    assert rows.chosen.number == 32, "the chosen row stays chosen"


def test_a_chosen_row_that_leaves_takes_its_buttons_with_it(
    qtbot: QtBot, open_desk: OpenDeskWith
) -> None:
    opened = open_desk()
    panel = opened.desk.desk.waiting
    panel.rows.choose(TicketId(32))
    qtbot.waitUntil(panel.strip.isVisible)

    opened.list_comes(replace(desk_list(), waiting=desk_list().waiting[:3]))

    assert panel.rows.chosen is None
    assert not panel.strip.isVisible()


def test_waits_and_timers_grow_by_the_databases_clock(open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    steady = with_steady(opened)
    card, rows = opened.desk.desk.card, opened.desk.desk.waiting.rows
    assert card.timer.text() == "6:18"
    assert "3 min" in rows.model().index(0, 0).data()

    steady.seconds += 125
    tick(opened)

    assert card.timer.text() == "8:23"
    assert card.progress.part is not None
    assert card.progress.part > 1, "longer than usual"
    assert "5 min" in rows.model().index(0, 0).data()


def test_a_wrong_clock_of_the_pc_changes_nothing(
    open_desk: OpenDeskWith, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open_desk()
    with_steady(opened)
    monkeypatch.setattr("time.time", lambda: 0.0)
    tick(opened)

    assert opened.desk.desk.card.timer.text() == "6:18"
    assert opened.window.bar.time.text() == "10:42"


def test_a_slow_list_does_not_turn_the_clock_back() -> None:
    steady = Steady()
    clock = DeskClock(steady)
    assert clock.now() is None
    clock.set(NOON)
    steady.seconds += 10
    clock.set(later(9))

    assert clock.now() == later(10)

    clock.set(later(-3600))
    assert clock.now() == later(-3600), "the database's own clock was set back"


def test_the_undo_counts_down_and_ends(open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    steady = with_steady(opened)
    foot = opened.desk.desk.foot
    assert "Undo start" in foot.undo.text()
    assert "1:42 left" in foot.undo.accessibleName().replace("\u2066", "").replace("\u2069", "")
    assert foot.undo.isEnabled()

    steady.seconds += 103
    tick(opened)
    opened.desk.press(Act.UNDO)
    opened.tasks.flush()

    assert not foot.undo.isEnabled()
    assert foot.undo.text() == "Nothing to undo"
    assert opened.port.asked == []


@pytest.mark.parametrize("kind", [kind.value for kind in EventKind])
def test_every_kind_of_undo_has_words(open_desk: OpenDeskWith, kind: str) -> None:
    offer = UndoOffer(TicketId(29), "L-029", kind, later(60))
    opened = open_desk(replace(desk_list(), undo=offer))

    assert opened.desk.desk.foot.undo.text().startswith("Undo")


def test_the_grace_ends_by_itself(open_desk: OpenDeskWith) -> None:
    opened = open_desk(replace(desk_list(), in_hand=(called(290),)))
    steady = with_steady(opened)
    button = opened.desk.desk.card.grid.buttons[Act.NO_SHOW]
    assert not button.isEnabled()

    steady.seconds += 11
    tick(opened)

    assert button.isEnabled()


def test_the_link_is_always_in_sight(open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    badge = opened.window.bar.badge
    assert badge.isVisible()
    assert badge.words() == "Live"

    opened.feed.say_link(Link.STALE)

    assert "10:42" in badge.words()
    opened.desk.open_page(2)
    assert badge.isVisible()


def test_a_lost_link_says_of_when_the_list_is_and_can_be_read(
    qtbot: QtBot, open_desk: OpenDeskWith
) -> None:
    opened = open_desk()
    notice = opened.desk.desk.waiting.notice
    assert not notice.isVisible()
    opened.feed.say_link(Link.STALE)
    qtbot.waitUntil(notice.isVisible)
    opened.tasks.flush()
    before = opened.port.reads
    assert opened.desk.desk.call_next.isEnabled(), "the database still answers"

    notice.again.click()
    opened.tasks.flush()
    assert opened.port.reads == before + 1

    opened.feed.say_link(Link.LIVE)
    assert not notice.isVisible()


def test_a_database_that_is_away_is_admitted_and_comes_back(
    qtbot: QtBot, open_desk: OpenDeskWith
) -> None:
    opened = open_desk()
    opened.port.away = StoreAway(why="gone")
    opened.list_comes()
    assert opened.desk.desk.call_next.text() == "Not connected"
    assert not opened.desk.desk.call_next.isEnabled()
    qtbot.waitUntil(opened.desk.desk.waiting.notice.isVisible)
    assert len(opened.desk.desk.waiting.rows.tickets) == 10, "the last list stays, and is dated"

    opened.port.away = None
    qtbot.waitUntil(lambda: opened.tasks.under_way > 0)
    opened.tasks.flush()

    assert opened.desk.desk.call_next.isEnabled()


def test_a_move_whose_event_never_comes_does_not_block_the_desk(
    qtbot: QtBot, open_desk: OpenDeskWith, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_state, "SETTLE_MS", 30)
    opened = open_desk()
    before = opened.port.reads
    opened.desk.press(Act.DONE)
    opened.tasks.flush()
    assert not opened.desk.state.scene.is_free

    qtbot.waitUntil(lambda: opened.desk.state.scene.is_free)
    opened.tasks.flush()

    assert opened.port.reads == before + 1


def test_paused_and_closed_clinics_are_named(open_desk: OpenDeskWith) -> None:
    opened = open_desk(DeskList(NOON))
    paused = replace(clinics()[0], state=ClinicState.PAUSED, reason="Prayer", until=later(600))
    opened.feed.catalogue_changed.emit(Catalogue(site(), (paused, *clinics()[1:])))
    assert opened.desk.desk.call_next.text() == "Clinic is paused"
    assert "paused" in opened.desk.desk.waiting.hint.text()

    status = ClinicStatus("lab", 1, "L-001", 1, 0, 0, 1, "v", ClinicState.CLOSED)
    opened.feed.snapshot.emit(Snapshot(NOON, (status,), ()))
    assert opened.desk.desk.call_next.text() == "Clinic is closed"

    opens = replace(change(EventKind.CLINIC_OPENED, "lab"), state=ClinicState.OPEN)
    opened.feed.updated.emit(opens)
    assert opened.desk.desk.call_next.text() == "Nobody is waiting"


def test_those_who_wait_in_a_paused_clinic_can_be_called(open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    paused: QueueUpdate = replace(change(EventKind.CLINIC_PAUSED, "lab"), state=ClinicState.PAUSED)
    opened.feed.updated.emit(paused)

    assert opened.desk.desk.call_next.isEnabled()


def test_a_patient_another_desk_has_just_called_is_seen_leaving(
    open_desk: OpenDeskWith,
) -> None:
    opened = open_desk()
    opened.feed.updated.emit(change(EventKind.CALLED, "lab", "L-031", "2"))
    assert opened.desk.state.scene.leaving == {"L-031": "2"}

    opened.tasks.flush()

    assert opened.desk.state.scene.leaving == {}


def test_a_patient_who_waits_for_somebody_else_is_not_next(open_desk: OpenDeskWith) -> None:
    first, second = ticket(30, waited_min=46), ticket(31, waited_min=38)
    other = replace(first, practitioner="Dr Reem")
    opened = open_desk(replace(desk_list(), waiting=(other, second)))

    assert "L-031" in opened.desk.desk.call_next.accessibleName()


def test_todays_numbers(open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    tiles = opened.desk.desk.today.tiles
    shown = {key: tile.number for key, tile in tiles.items()}
    assert shown == {
        "waiting": "10",
        "served": "31",
        "mean": "18",
        "longest": "46",
        "no_shows": "3",
    }

    opened.list_comes(DeskList(NOON))
    assert tiles["mean"].number == "–", "nobody has waited, which is not a wait of zero"


def test_what_is_not_known_is_not_a_zero(open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    opened.window.open_desk(DESK)

    assert opened.desk.state.scene.desk_list is None
    assert {tile.number for tile in opened.desk.desk.today.tiles.values()} == {None}


def test_serving_and_called_have_their_own_first_choice(open_desk: OpenDeskWith) -> None:
    opened = open_desk(replace(desk_list(), in_hand=(called(400),)))
    buttons = opened.desk.desk.card.grid.buttons
    assert buttons[Act.START].kind.value == "first"

    opened.list_comes(replace(desk_list(), in_hand=(serving(),)))

    assert buttons[Act.DONE].kind.value == "first"
    assert buttons[Act.START].kind.value == "plain"
    assert opened.desk.desk.card.pill.status.value == TicketState.SERVING.value
