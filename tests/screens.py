"""Paints every screen of every window in every language to files, for people to look at."""

from __future__ import annotations

import importlib
import logging
import sys
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from domain.names import LANGUAGES
from ui.languages import install

ROOMS = ("kiosk", "staff", "display", "ui")
OUT = Path(__file__).resolve().parents[1] / "build" / "screens"


def main(wanted: list[str]) -> int:
    """Paint the rooms and languages named, all where none is; answers the exit code."""
    logging.basicConfig(format="%(message)s", level=logging.INFO)
    log = logging.getLogger("screens")
    unknown = set(wanted) - {*ROOMS, *LANGUAGES}
    if unknown:
        log.error("usage: scripts/screens [%s] [%s]", "|".join(ROOMS), "|".join(LANGUAGES))
        return 2
    qInstallMessageHandler(_tell)
    app = QApplication(sys.argv[:1])
    rooms = [room for room in ROOMS if room in wanted] or ROOMS
    languages = [language for language in LANGUAGES if language in wanted] or LANGUAGES
    for language in languages:
        install(app, language)
        for room in rooms:
            folder = OUT / room / language
            folder.mkdir(parents=True, exist_ok=True)
            painted = list(
                importlib.import_module(f"tests.{room}.screens").render(folder, language)
            )
            log.info("%s in %s: %d pictures in %s", room, language, len(painted), folder)
    return 0


def _tell(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """What Qt says, but for the one remark that its offscreen screen makes for each window."""
    if "propagateSizeHints" not in message:
        logging.getLogger("screens").warning(message)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
