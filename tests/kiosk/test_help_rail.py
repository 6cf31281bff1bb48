"""The help rail: larger text, high contrast, lower reach, help, another language, read aloud."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QSize

from domain.errors import StoreAway
from kiosk.clinic_page import ClinicPage
from kiosk.patient_page import PatientPage
from kiosk.ticket_page import TicketPage
from kiosk.top_bar import MarkButton
from tests.kiosk.driver import Driver, Opener
from tests.kiosk.fakes import FakePort
from tests.kiosk.screens import LANDSCAPE, PORTRAIT

BOTH = pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])


class FakeVoice:
    """Keeps what it should say."""

    def __init__(self) -> None:
        self.said: list[list[str]] = []
        self.quiet = 0

    def speak(self, language: str, sentences: Sequence[str]) -> None:
        self.said.append(list(sentences))

    def be_quiet(self) -> None:
        self.quiet += 1


def test_larger_text_is_a_quarter_larger_in_one_column_and_can_be_taken_back(kiosk: Opener) -> None:
    driver = kiosk()
    before = driver.choose_language("en").title.height()

    driver.wish("larger")
    page = driver.page(ClinicPage)

    assert driver.window.look.theme.px("body") == round(34 * 1.25)
    assert page.title.height() > before
    assert len({tile.mapTo(driver.window, tile.rect().topLeft()).x() for tile in page.tiles}) == 1
    assert driver.rail.buttons["larger"].isChecked()
    driver.wish("larger")
    assert driver.window.look.theme.px("body") == 34


def test_high_contrast_is_white_on_black_and_chosen_is_yellow(kiosk: Opener) -> None:
    driver = kiosk()
    driver.choose_language("en")

    driver.wish("contrast")

    picture = driver.window.grab().toImage()
    colours = {
        picture.pixelColor(x, y).name() for x in range(0, 1080, 9) for y in range(0, 1920, 9)
    }
    assert {"#000000", "#ffffff", "#ffd91a"} <= colours
    assert not colours & {"#ebf4f1", "#dbebe8", "#f7f6f2", "#ffc133"}


def steps(driver: Driver) -> list[str]:
    """Every step up to the ticket in lower reach, with what lies too high to be touched."""
    line = driver.window.height() * 0.45
    found: list[str] = []

    def look(step: str) -> None:
        found.extend(
            f"{step}: {button.accessibleName() or button.text()}"
            for button in driver.touchable()
            if button.mapTo(driver.window, button.rect().topLeft()).y() < line
        )

    look("home")
    driver.choose_language("en")
    look("clinics")
    driver.touch(driver.tile("lab"))
    patient = driver.page(PatientPage)
    look("patient")
    driver.touch(patient.skip)
    look("priority")
    driver.window.visit.choose_priority(next(iter(driver.window.page.tiles)))  # type: ignore[union-attr]
    driver.page(TicketPage)
    look("ticket")
    return found


@BOTH
def test_in_lower_reach_everything_to_touch_lies_in_the_lower_55_percent(
    kiosk: Opener, size: QSize
) -> None:
    driver = kiosk(size=size)
    driver.wish("lower")

    assert steps(driver) == []


def test_in_lower_reach_the_mark_is_out_of_reach_too(kiosk: Opener) -> None:
    driver = kiosk(exit_code="2468")
    driver.wish("lower")

    driver.touch(driver.window.findChildren(MarkButton)[-1])

    assert not driver.window.overlays.is_open


def test_back_stands_in_the_rail_in_lower_reach(kiosk: Opener) -> None:
    driver = kiosk()
    driver.wish("lower")
    driver.to_patient()

    driver.wish("back")

    driver.page(ClinicPage)


@pytest.mark.parametrize(
    "wishes", [(), ("larger",), ("contrast",), ("lower",), ("lower", "larger")]
)
@BOTH
def test_every_target_is_at_least_96_design_pixels(
    kiosk: Opener, size: QSize, wishes: tuple[str, ...]
) -> None:
    driver = kiosk(size=size)
    for wish in wishes:
        driver.wish(wish)
    small: list[str] = []

    def look() -> None:
        small.extend(
            f"{type(driver.window.page).__name__} {button.accessibleName()}: {button.size()}"
            for button in driver.touchable()
            if min(button.width(), button.height()) < 96
        )

    look()
    driver.choose_language("ar")
    look()
    driver.touch(driver.tile("lab"))
    look()
    driver.touch(driver.page(PatientPage).skip)
    look()
    driver.touch(next(iter(driver.window.page.tiles.values())))  # type: ignore[union-attr]
    driver.page(TicketPage)
    look()
    assert small == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ar", "أبلغنا الموظف، سيأتيك قريبًا"),
        ("en", "Staff have been told and will come"),
        ("th", "แจ้งเจ้าหน้าที่แล้ว กรุณา\u200bรอสักครู่"),
    ],
)
def test_asking_for_help_tells_staff_and_says_so(kiosk: Opener, language: str, words: str) -> None:
    driver = kiosk()
    driver.choose_language(language)

    driver.wish("help")

    driver.see(words)
    assert len(driver.port.helped) == 1


def test_help_that_could_not_be_asked_for_is_not_promised(kiosk: Opener) -> None:
    driver = kiosk(FakePort(help_trouble=StoreAway()))
    driver.choose_language("en")

    driver.wish("help")

    driver.see("We could not reach the staff. Please go to the reception desk")
    assert "Staff have been told" not in driver.texts()


def test_another_language_keeps_the_question_and_the_answers(kiosk: Opener) -> None:
    driver = kiosk()
    driver.to_patient("en", "eye")

    driver.wish("language")
    driver.touch(driver.dialog.button("th"))

    driver.page(PatientPage)
    driver.see("เลขบัตร")
    clinic = driver.window.visit.answers.clinic
    assert clinic is not None
    assert clinic.code == "eye"


def test_digits_typed_stay_when_the_look_changes(kiosk: Opener) -> None:
    driver = kiosk()
    driver.to_patient().keypad.set_text("2847")

    driver.wish("larger")

    assert driver.page(PatientPage).keypad.text() == "2847"


def test_without_a_voice_there_is_no_button_for_it(kiosk: Opener) -> None:
    assert "read" not in kiosk().rail.buttons


def test_with_a_voice_a_screen_is_read_and_a_first_touch_only_names(kiosk: Opener) -> None:
    voice = FakeVoice()
    driver = kiosk(voice=voice)
    driver.choose_language("en")
    driver.wish("read")
    assert [_plain(each) for each in voice.said[-1][:3]] == [
        "Which clinic?",
        "Touch a clinic to take a number",
        "Laboratory, Ground floor, 4 waiting",
    ]

    tile = driver.tile("eye")
    driver.touch(tile)
    assert isinstance(driver.window.page, ClinicPage)
    assert [_plain(each) for each in voice.said[-1]] == ["Eyes, Floor 2, 3 waiting"]
    driver.touch(tile)
    driver.page(PatientPage)
    driver.wish("read")

    assert voice.quiet == 1
    driver.touch(driver.page(PatientPage).skip)
    assert not isinstance(driver.window.page, PatientPage)


def _plain(text: str) -> str:
    """Without the marks that keep a fact's direction."""
    return text.translate({0x2066: None, 0x2068: None, 0x2069: None})
