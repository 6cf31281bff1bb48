"""The languages people read: translations, direction, and the form of numbers, times and dates.

The .ts files are compiled by Qt's lrelease into the user's cache, under the hash of their
content; nothing compiled is kept with the sources. No sentence is written here.
"""

from __future__ import annotations

import datetime as dt
import enum
import functools
import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import PySide6
from platformdirs import user_cache_path
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from domain.names import LANGUAGES
from ui.theme import RTL_LANGUAGES

TRANSLATIONS = Path(__file__).parent / "translations"

_ENDONYMS = {"ar": "العربية", "en": "English", "th": "ไทย"}
_LETTERS = {"ar": "ع", "en": "A", "th": "ก"}
_FIRST_STRONG, _LEFT_TO_RIGHT, _END_ISOLATE = "\u2068", "\u2066", "\u2069"
_LRELEASE_TIMEOUT_S = 60


class Digits(enum.StrEnum):
    """The form of digits at a site, the same everywhere in it."""

    WESTERN = "0123456789"
    ARABIC = "٠١٢٣٤٥٦٧٨٩"
    THAI = "๐๑๒๓๔๕๖๗๘๙"


def install(app: QApplication, language: str) -> None:
    """Make the program speak a language: its words, its direction, its default locale.

    Widgets hear of it through QEvent.LanguageChange and QEvent.LayoutDirectionChange.
    """
    for each in LANGUAGES:
        app.removeTranslator(translator(each))
    QLocale.setDefault(QLocale(language))
    app.installTranslator(translator(language))
    app.setLayoutDirection(direction(language))


def direction(language: str) -> Qt.LayoutDirection:
    """Where lines of the language begin."""
    if language in RTL_LANGUAGES:
        return Qt.LayoutDirection.RightToLeft
    return Qt.LayoutDirection.LeftToRight


def endonym(language: str) -> str:
    """The language's name in itself; its code when it is not one of ours."""
    return _ENDONYMS.get(language, language)


def letter(language: str) -> str:
    """One letter that stands for the language, for those who read no other."""
    return _LETTERS.get(language, language[:1].upper())


def say(language: str, context: str, text: str, n: int | None = None) -> str:
    """A text in a language of choice, whichever is installed: for screens that speak two at once.

    Declare the text with QT_TRANSLATE_NOOP so that scripts/translations finds it.

    Args:
        language: One of LANGUAGES.
        context: The room, as in QCoreApplication.translate.
        text: The English source; "%n" in it stands for n.
        n: Chooses the plural form.
    """
    count = -1 if n is None else n
    # PySide6 declares bytes or str here; a missing translation answers with an empty string.
    found = translator(language).translate(context, text, None, count)
    return (found or text) if n is None else (found or text).replace("%n", str(n))


class Speaker:
    """Texts of one context in a language of choice; the subclass's name is the context.

    Its methods call `self.tr(text, "", n)`, which scripts/translations finds, plurals too.
    """

    def __init__(self, language: str) -> None:
        self.language = language

    def tr(self, text: str, comment: str = "", n: int | None = None) -> str:
        del comment  # for the translator alone
        return say(self.language, type(self).__name__, text, n)


@functools.cache
def translator(language: str) -> QTranslator:
    """The loaded translations of a language; empty when there is no file for it."""
    loaded = QTranslator()
    source = TRANSLATIONS / f"dawr_{language}.ts"
    if source.exists() and not loaded.load(str(compiled(source))):
        raise RuntimeError(f"The translations of {source.name} cannot be read. Install Dawr again.")
    return loaded


def isolate(text: str, *, left_to_right: bool = False) -> str:
    """Text that keeps its own direction inside a sentence of another: a name, a label, a time."""
    opening = _LEFT_TO_RIGHT if left_to_right else _FIRST_STRONG
    return f"{opening}{text}{_END_ISOLATE}"


def in_digits(text: str, digits: Digits) -> str:
    """The text with its western digits in the site's form."""
    return text.translate(str.maketrans(Digits.WESTERN, digits))


def format_number(number: int, digits: Digits = Digits.WESTERN) -> str:
    """A whole number without grouping, in the site's digits."""
    return in_digits(str(number), digits)


def format_time(moment: dt.datetime | dt.time, digits: Digits = Digits.WESTERN) -> str:
    """Hours and minutes of 24, isolated; a datetime must already be in the site's time zone."""
    return isolate(in_digits(f"{moment:%H:%M}", digits), left_to_right=True)


def format_date(
    day: dt.date, language: str, digits: Digits = Digits.WESTERN, *, year: bool = False
) -> str:
    """Weekday, day and month in words: "السبت 21 نوفمبر"; the year is Buddhist in Thai."""
    locale = QLocale(language)
    weekday = locale.standaloneDayName(day.isoweekday())
    words = [weekday, str(day.day), locale.monthName(day.month)]
    if year:
        words.append(str(day.year + (543 if language == "th" else 0)))
    return in_digits(" ".join(words), digits)


def list_of(names: Sequence[str]) -> str:
    """Names side by side, each keeping its direction: "العربية · ไทย"."""
    return " · ".join(isolate(name) for name in names)


def compiled(source: Path) -> Path:
    """The .qm of a .ts, made now unless it was made before from the same bytes."""
    version = f"{PySide6.__version__}\n".encode()
    mark = hashlib.sha256(version + source.read_bytes()).hexdigest()[:20]
    for folder in (user_cache_path("dawr"), Path(tempfile.gettempdir()) / f"dawr-{_user()}"):
        target = folder / f"{source.stem}-{mark}.qm"
        if target.exists():
            return target
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            _release(source, target)
        except (OSError, subprocess.SubprocessError):
            continue
        return target
    raise RuntimeError(
        "The translations cannot be prepared. Make the cache folder writable or reinstall Dawr."
    )


def _release(source: Path, target: Path) -> None:
    """Compile beside the target and move it there whole: two starters cannot meet halfway."""
    suffix = ".exe" if sys.platform == "win32" else ""
    tool = Path(PySide6.__file__).parent / f"lrelease{suffix}"
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        made = Path(folder) / target.name
        subprocess.run(
            [tool, "-silent", source, "-qm", made],
            check=True,
            capture_output=True,
            timeout=_LRELEASE_TIMEOUT_S,
        )
        made.replace(target)


def _user() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")
