"""The clinics on the screen: live counts and states, why one gives no numbers, pages."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from domain.feed import ClinicStatus, Link, QueueUpdate, Snapshot
from domain.states import ClinicState, EventKind
from kiosk.clinic_page import ClinicPage
from kiosk.patient_page import PatientPage
from tests.kiosk.driver import Driver, Opener
from tests.kiosk.fakes import FakePort, catalogue, clinic, today_at

NOW = dt.datetime.now(dt.UTC)


def update(
    code: str, waiting: int, kind: EventKind = EventKind.ENTERED, **more: object
) -> QueueUpdate:
    made = QueueUpdate(kind, code, 1, "L-001", None, 1, waiting, 0, 0, NOW, NOW.date())
    return replace(made, **more)  # type: ignore[arg-type]


def status(code: str, waiting: int) -> ClinicStatus:
    return ClinicStatus(code, 0, None, waiting, waiting, 0, 0, "v")


def said(driver: Driver, code: str) -> str:
    return driver.tile(code).face.status


def test_counts_follow_the_feed(kiosk: Opener) -> None:
    driver = kiosk()
    driver.feed.link_changed.emit(Link.LIVE)
    driver.choose_language("en")
    tile = driver.tile("lab")
    assert said(driver, "lab") == "4 waiting"

    driver.feed.updated.emit(update("lab", 9))
    assert said(driver, "lab") == "9 waiting"
    driver.feed.snapshot.emit(Snapshot(NOW, (status("lab", 0), status("eye", 1)), ()))

    assert said(driver, "lab") == "No wait"
    assert said(driver, "eye") == "1 waiting"
    assert driver.tile("lab") is tile, "the tiles stay where they are"


def test_a_lost_feed_says_so_and_shows_no_old_count(kiosk: Opener) -> None:
    driver = kiosk()
    driver.feed.link_changed.emit(Link.LIVE)
    page = driver.choose_language("en")
    assert not driver.window.findChildren(type(page))[-1].isHidden()

    driver.feed.link_changed.emit(Link.STALE)

    driver.see("Lost ")
    assert "?" in driver.texts()
    assert said(driver, "lab") == "? waiting"
    assert driver.tile("lab").isEnabled(), "the database alone decides whether numbers are given"
    driver.feed.link_changed.emit(Link.LIVE)
    assert said(driver, "lab") == "4 waiting"
    driver.qtbot.waitUntil(lambda: "Lost" not in driver.texts())


def test_a_clinic_paused_meanwhile_changes_under_the_patients_eyes(kiosk: Opener) -> None:
    driver = kiosk()
    driver.choose_language("en")

    driver.feed.updated.emit(update("lab", 4, EventKind.CLINIC_PAUSED, until=today_at(23, 59)))
    driver.see("Paused until 23:59")
    driver.touch(driver.tile("lab"))

    assert "Paused until 23:59" in driver.texts()
    assert "Please choose another clinic or ask at reception" in driver.texts()
    driver.touch(driver.dialog.button("close"))
    driver.feed.updated.emit(update("lab", 4, EventKind.CLINIC_OPENED))
    driver.touch(driver.tile("lab"))
    driver.page(PatientPage)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"state": ClinicState.PAUSED, "until": today_at(23, 59)}, "متوقفة حتى 23:59"),
        ({"state": ClinicState.PAUSED, "reason": "استراحة"}, "متوقفة الآن: استراحة"),
        ({"state": ClinicState.PAUSED}, "متوقفة الآن"),
        ({"state": ClinicState.CLOSED, "until": today_at(23, 59)}, "مغلقة، تفتح 23:59"),
        ({"state": ClinicState.CLOSED}, "مغلقة لبقية اليوم"),
        (
            {"state": ClinicState.CLOSED, "until": today_at(12) + dt.timedelta(days=1)},
            "مغلقة لبقية اليوم",
        ),
        ({"gender": "female"}, "للنساء فقط"),
    ],
)
def test_a_clinic_without_numbers_answers_a_touch_by_saying_why(
    kiosk: Opener, change: dict[str, object], reason: str
) -> None:
    driver = kiosk(FakePort(catalogue(3, lab=clinic("lab", **change))), gender="male")
    driver.choose_language("ar")

    driver.touch(driver.tile("lab"))

    driver.see(reason)
    assert driver.dialog.isVisible()
    driver.touch(driver.dialog.button("close"))
    assert isinstance(driver.window.page, ClinicPage)
    assert driver.port.issued == []


@pytest.mark.parametrize(
    ("count", "columns", "pages"),
    [(1, 1, 1), (6, 1, 1), (7, 2, 1), (12, 2, 1), (13, 2, 2), (30, 2, 3)],
)
def test_clinics_lie_in_one_column_or_two_and_in_pages_of_twelve(
    kiosk: Opener, count: int, columns: int, pages: int
) -> None:
    driver = kiosk(FakePort(catalogue(count)))
    page = driver.choose_language("en")

    starts = {tile.mapTo(driver.window, tile.rect().topLeft()).x() for tile in page.tiles}
    assert len(starts) == columns
    assert page.pages == pages
    assert len(page.tiles) == min(count, 12)


def test_more_leads_through_all_clinics_and_back(kiosk: Opener) -> None:
    driver = kiosk(FakePort(catalogue(30)))
    page = driver.choose_language("en")
    seen = [tile.clinic.code for tile in page.tiles]
    assert not page.pager.previous.isEnabled()

    for _ in range(2):
        driver.touch(page.pager.more)
        seen += [tile.clinic.code for tile in page.tiles]

    assert seen == [each.code for each in catalogue(30).clinics]
    assert not page.pager.more.isEnabled()
    driver.touch(page.pager.previous)
    assert page.tiles[0].clinic.code == seen[12]


def test_a_site_without_clinics_says_what_to_do(kiosk: Opener) -> None:
    driver = kiosk(FakePort(catalogue(0)))

    driver.choose_language("en")

    driver.see("No clinic gives numbers here. Please ask at reception")


def test_the_feed_may_bring_the_clinics_before_the_database(kiosk: Opener, qtbot: object) -> None:
    driver = kiosk()
    driver.feed.catalogue_changed.emit(catalogue(2))
    driver.choose_language("en")

    driver.feed.catalogue_changed.emit(catalogue(3))

    assert len(driver.page(ClinicPage).tiles) == 3
