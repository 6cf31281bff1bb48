"""What a patient reads when no number was given, in three languages."""

from __future__ import annotations

import pytest

from domain.errors import (
    AlreadyWaiting,
    ClinicClosed,
    ClinicNotFound,
    ClinicPaused,
    InvalidInput,
    OtherGender,
    Refusal,
)
from kiosk.clinic_page import ClinicPage
from kiosk.home_page import HomePage
from kiosk.notice_page import NoticePage
from tests.kiosk.driver import Opener
from tests.kiosk.fakes import FakePort, today_at

AT = today_at(23, 59)

CASES = [
    (
        ClinicPaused(reason=None, until=AT),
        "متوقفة حتى 23:59",
        "Paused until 23:59",
        "พักถึง 23:59\u00a0น.",
    ),
    (ClinicPaused(reason="x", until=None), "متوقفة الآن: x", "Paused for now: x", "หยุดชั่วคราว: x"),
    (
        ClinicClosed(until=AT.isoformat()),
        "مغلقة، تفتح 23:59",
        "Closed, opens at 23:59",
        "ปิดอยู่ เปิด 23:59\u00a0น.",
    ),
    (ClinicClosed(until=None), "مغلقة لبقية اليوم", "Closed for today", "ปิดแล้วสำหรับวันนี้"),
    (OtherGender(gender="female"), "للنساء فقط", "Women only", "เฉพาะผู้หญิง"),
    (OtherGender(gender="male"), "للرجال فقط", "Men only", "เฉพาะผู้ชาย"),
    (AlreadyWaiting(), "رقمك ما زال محفوظًا", "You already have a number", "คุณมีหมายเลขคิวอยู่แล้ว"),
    (InvalidInput(), "الرقم غير مكتمل", "The number is not complete", "เลขยังไม่ครบ"),
    (
        ClinicNotFound(),
        "لا يمكننا إعطاؤك رقمًا لهذه العيادة",
        "We cannot give you a number for this clinic",
        "ออกหมายเลขสำหรับคลินิกนี้ไม่ได้",
    ),
]


@pytest.mark.parametrize("language", ["ar", "en", "th"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: repr(case[0]))
def test_a_refusal_is_one_plain_sentence_and_shows_no_number(
    kiosk: Opener, case: tuple[Refusal, str, str, str], language: str
) -> None:
    refusal, *sentences = case
    driver = kiosk(FakePort(answers=[refusal]))

    driver.ask(language)
    page = driver.page(NoticePage)

    expected = sentences[("ar", "en", "th").index(language)]
    assert expected in driver.texts().replace("\u200b", "")
    assert "L-0" not in driver.texts()
    assert page.text.text(), "what to do is said too"


def test_after_a_refusal_another_clinic_can_be_chosen(kiosk: Opener) -> None:
    driver = kiosk(FakePort(answers=[ClinicClosed(until=None)]))
    driver.ask()

    driver.touch(driver.page(NoticePage).again_button)

    driver.page(ClinicPage)
    assert driver.window.visit.refusal is None


def test_after_a_refusal_one_can_begin_again(kiosk: Opener) -> None:
    driver = kiosk(FakePort(answers=[AlreadyWaiting()]))
    driver.ask()

    driver.touch(driver.page(NoticePage).restart_button)

    driver.page(HomePage)
