"""Every sentence of every window is translated, in all its plural forms, with its gaps kept."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from ui.languages import TRANSLATIONS, format_date

ROOT = TRANSLATIONS.parents[1]
ROOMS = ("ui", "kiosk", "staff", "display")
PLURAL_FORMS = {"ar": 6, "en": 2, "th": 1}
SPOKEN = {"ar": re.compile(r"[\u0600-\u06ff]"), "th": re.compile(r"[\u0e00-\u0e7f]")}
GAP = re.compile(r"\{\w*\}|%n")
ONE_OR_TWO = 3  # Arabic says none, one and two without a number


@dataclass(frozen=True)
class Sentence:
    """One message of a .ts file."""

    context: str
    source: str
    forms: tuple[str, ...]
    plural: bool
    finished: bool

    def __str__(self) -> str:
        return f"{self.context}: {self.source}"


def sentences(path: Path) -> list[Sentence]:
    found = []
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314  our own file
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.findall("numerusform")]
            found.append(
                Sentence(
                    context.findtext("name", ""),
                    message.findtext("source", ""),
                    tuple(forms or [translation.text or ""]),
                    message.get("numerus") == "yes",
                    translation.get("type") is None,
                )
            )
    return found


def of(language: str) -> list[Sentence]:
    return sentences(TRANSLATIONS / f"dawr_{language}.ts")


@pytest.mark.parametrize("language", ["ar", "th", "en"])
def test_nothing_is_left_untranslated(language: str) -> None:
    missing = [str(each) for each in of(language) if not each.finished or "" in each.forms]

    assert missing == []


@pytest.mark.parametrize("language", ["ar", "th", "en"])
def test_every_plural_has_the_forms_of_its_language(language: str) -> None:
    wrong = [
        str(each)
        for each in of(language)
        if each.plural and len(each.forms) != PLURAL_FORMS[language]
    ]

    assert wrong == []


@pytest.mark.parametrize("language", ["ar", "th", "en"])
def test_translations_keep_the_gaps_of_their_sentence(language: str) -> None:
    """A {time} lost in translation would be a hole in the sentence."""
    wrong = []
    for each in of(language):
        wanted = sorted(GAP.findall(each.source))
        for place, form in enumerate(each.forms):
            found = sorted(GAP.findall(form))
            without_number = [gap for gap in wanted if gap != "%n"]
            spoken_out = each.plural and place < ONE_OR_TWO and found == without_number
            if found != wanted and not spoken_out:
                wrong.append(f"{each} -> {form}")

    assert wrong == []


@pytest.mark.parametrize("language", ["ar", "th"])
def test_translations_are_in_their_own_script(language: str) -> None:
    letters = re.compile(r"[A-Za-z]{2}")
    wrong = [
        str(each)
        for each in of(language)
        if letters.search(GAP.sub("", each.source))
        and not all(SPOKEN[language].search(form) for form in each.forms)
    ]

    assert wrong == []


@pytest.mark.parametrize("language", ["ar", "th"])
def test_no_sentence_shouts_and_arabic_ranges_have_no_dash(language: str) -> None:
    forms = [form for each in of(language) for form in each.forms]

    assert [form for form in forms if "!" in form] == []
    if language == "ar":
        assert [form for form in forms if re.search(r"\}\s*[-–]\s*\{", form)] == []


def test_the_files_hold_exactly_the_sentences_of_the_windows(tmp_path: Path) -> None:
    """Run scripts/translations when this fails."""
    fresh = tmp_path / "dawr_ar.ts"
    sources = sorted(str(path) for room in ROOMS for path in (ROOT / room).rglob("*.py"))
    lupdate = Path(sys.executable).with_name("pyside6-lupdate")
    command = [
        str(lupdate),
        "-silent",
        "-no-obsolete",
        "-locations",
        "none",
        "-source-language",
        "en",
    ]
    subprocess.run(
        [*command, "-target-language", "ar", *sources, "-ts", str(fresh)], check=True, timeout=60
    )

    def keys(path: Path) -> set[tuple[str, str, bool]]:
        return {(each.context, each.source, each.plural) for each in sentences(path)}

    assert keys(TRANSLATIONS / "dawr_ar.ts") == keys(fresh)
    assert keys(TRANSLATIONS / "dawr_th.ts") == keys(fresh)


def test_a_thai_time_keeps_its_unit_on_its_line() -> None:
    """A line that begins with the unit alone reads as another word."""
    forms = [form for each in of("th") for form in each.forms]

    assert [form for form in forms if "{time} น." in form] == []
    assert any("{time}\u00a0น." in form for form in forms)


def test_the_thai_weekday_is_not_called_a_day_twice() -> None:
    (form,) = [
        form
        for each in of("th")
        if each.source == "Your appointment is on {day}"
        for form in each.forms
    ]

    assert not form.endswith("วัน{day}")
    assert format_date(dt.date(2026, 11, 27), "th").startswith("วัน")
