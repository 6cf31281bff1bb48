"""Languages: what is installed speaks, others speak beside it, numbers keep their form."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from domain.names import LANGUAGES
from ui import languages
from ui.languages import Digits, endonym, format_date, format_number, format_time, isolate, say
from ui.words import LINK_LIVE, Ui, word

SPEECH = {"ar": "مباشر", "en": "Live", "th": "ออนไลน์"}
AHEAD = {
    "ar": {
        0: "أنت التالي",
        1: "أمامك شخص واحد",
        2: "أمامك شخصان",
        3: "أمامك 3 أشخاص",
        10: "أمامك 10 أشخاص",
        11: "أمامك 11 شخصًا",
        99: "أمامك 99 شخصًا",
        100: "أمامك 100 شخص",
        103: "أمامك 103 أشخاص",
    },
    "en": {0: "0 people ahead", 1: "1 person ahead", 2: "2 people ahead", 21: "21 people ahead"},
    "th": {0: "มี 0 คนก่อนหน้าคุณ", 1: "มี 1 คนก่อนหน้าคุณ", 12: "มี 12 คนก่อนหน้าคุณ"},
}
PLURALS = [(language, n, text) for language, forms in AHEAD.items() for n, text in forms.items()]
Speak = Callable[[str], None]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_speaks_whichever_is_installed(language: str, speak: Speak) -> None:
    speak("ar" if language != "ar" else "en")

    assert word(language, LINK_LIVE) == SPEECH[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_installed_is_what_widgets_say(language: str, speak: Speak) -> None:
    speak(language)

    assert QCoreApplication.translate("Ui", LINK_LIVE) == SPEECH[language]


def test_only_the_language_installed_last_speaks(speak: Speak) -> None:
    for language in ("ar", "th", "en"):
        speak(language)

    assert QCoreApplication.translate("Ui", LINK_LIVE) == "Live"


@pytest.mark.parametrize(
    ("language", "side"),
    [
        ("ar", Qt.LayoutDirection.RightToLeft),
        ("en", Qt.LayoutDirection.LeftToRight),
        ("th", Qt.LayoutDirection.LeftToRight),
    ],
)
def test_the_direction_follows_the_language(
    qapp: QApplication, speak: Speak, language: str, side: Qt.LayoutDirection
) -> None:
    speak(language)

    assert qapp.layoutDirection() == side


@pytest.mark.parametrize(("language", "count", "text"), PLURALS)
def test_plurals_follow_the_language(language: str, count: int, text: str) -> None:
    assert Ui(language).people_ahead(count) == text


def test_a_text_nobody_translated_is_said_in_english() -> None:
    assert say("ar", "Ui", "Nobody wrote this: %n", 3) == "Nobody wrote this: 3"
    assert say("xx", "Ui", "Live") == "Live"


def test_languages_name_themselves() -> None:
    assert [endonym(language) for language in LANGUAGES] == ["العربية", "English", "ไทย"]


def test_numbers_and_times_have_the_digits_of_the_site() -> None:
    at = dt.datetime(2026, 11, 21, 9, 5, tzinfo=dt.UTC)

    assert format_number(-120, Digits.ARABIC) == "-١٢٠"
    assert format_time(at) == "\u206609:05\u2069"
    assert format_time(at.time(), Digits.THAI) == "\u2066๐๙:๐๕\u2069"


def test_dates_are_in_words() -> None:
    day = dt.date(2026, 11, 21)

    assert format_date(day, "ar") == "السبت 21 نوفمبر"
    assert format_date(day, "en", year=True) == "Saturday 21 November 2026"
    assert format_date(day, "th", year=True) == "วันเสาร์ 21 พฤศจิกายน 2569"


def test_an_isolated_text_is_closed() -> None:
    assert isolate("L-031") == "\u2068L-031\u2069"


def test_translations_are_compiled_once_for_each_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "dawr_ar.ts"
    shutil.copy(languages.TRANSLATIONS / "dawr_ar.ts", source)
    monkeypatch.setattr(languages, "user_cache_path", lambda _name: tmp_path / "cache")

    first = languages.compiled(source)
    made_at = first.stat().st_mtime_ns
    again = languages.compiled(source)
    source.write_text(source.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    changed = languages.compiled(source)

    assert again == first
    assert again.stat().st_mtime_ns == made_at
    assert changed != first
    assert list((tmp_path / "cache").glob("tmp*")) == []


def test_a_compilation_that_is_cut_short_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tool is killed after it has written: what it wrote is never read."""
    run = subprocess.run
    monkeypatch.setattr(languages, "user_cache_path", lambda _name: tmp_path / "cache")

    def killed(*args: Any, **options: Any) -> None:
        run(*args, **options)
        raise subprocess.CalledProcessError(-9, "lrelease")

    with monkeypatch.context() as trouble:
        trouble.setattr("subprocess.run", killed)
        trouble.setattr("tempfile.gettempdir", lambda: str(tmp_path / "cache"))
        with pytest.raises(RuntimeError, match="cannot be prepared"):
            languages.compiled(languages.TRANSLATIONS / "dawr_ar.ts")

    assert list((tmp_path / "cache").rglob("*.qm")) == []
    assert languages.compiled(languages.TRANSLATIONS / "dawr_ar.ts").exists()


def test_a_cache_nobody_may_write_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "a file, not a folder"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setattr(languages, "user_cache_path", lambda _name: blocked / "dawr")
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))

    made = languages.compiled(languages.TRANSLATIONS / "dawr_th.ts")

    assert made.is_relative_to(tmp_path)
    assert made.stat().st_size > 0


def test_two_starters_compile_at_once_and_both_read_whole_files(tmp_path: Path) -> None:
    """The second never meets half a file: it is moved into place whole."""
    program = (
        "import sys; from pathlib import Path; import ui.languages as l;"
        "l.user_cache_path = lambda name: Path(sys.argv[1]);"
        "from PySide6.QtCore import QTranslator; t = QTranslator();"
        "assert t.load(str(l.compiled(l.TRANSLATIONS / 'dawr_ar.ts')));"
        "print(t.translate('Ui', 'Live'))"
    )
    starters = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(tmp_path)],
            stdout=subprocess.PIPE,
            cwd=languages.TRANSLATIONS.parents[1],
        )
        for _ in range(2)
    ]
    said = [starter.communicate(timeout=60)[0].decode().strip() for starter in starters]

    assert said == ["مباشر", "مباشر"]
