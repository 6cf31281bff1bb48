"""Pictures of the shared widgets in their states, like the design's components sheet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from domain.feed import Link
from ui.icons import icon_pixmap, names
from ui.languages import direction
from ui.theme import Theme
from ui.widgets.bead_wait import BeadWait
from ui.widgets.big_button import BigButton, ButtonKind
from ui.widgets.clock import Clock
from ui.widgets.dialog import Dialog
from ui.widgets.fitting_label import FittingLabel
from ui.widgets.keypad import Keypad
from ui.widgets.link_badge import LinkBadge
from ui.widgets.mark import Mark
from ui.widgets.number_label import NumberLabel
from ui.widgets.qr_view import QrView
from ui.widgets.status_pill import Status, StatusPill
from ui.widgets.strand import Strand
from ui.widgets.three_beads import ThreeBeads
from ui.widgets.toast import Toast

WORDS = {
    "en": ("Done", "Print again", "Call next", "Next is L-030, waiting 46 min", "High contrast"),
    "ar": ("تم", "اطبع مرة أخرى", "نداء التالي", "التالي L-030 ينتظر منذ 46 د", "تباين عالٍ"),
    "th": ("เสร็จแล้ว", "พิมพ์อีกครั้ง", "เรียกคิวถัดไป", "ถัดไป L-030 รอ 46 นาที", "สีตัดกันชัด"),
}
WRONG = {
    "en": "Wrong PIN. Tries left: 2",
    "ar": "الرمز غير صحيح. المحاولات الباقية: 2",
    "th": "รหัสไม่ถูกต้อง เหลืออีก 2 ครั้ง",
}
SENTENCES = {
    "en": "If you already have a number, you keep your place",
    "ar": "أدخل رمز الموعد أو مرّره على القارئ، تباين عالٍ",
    "th": "ที่นี่ ปู่ ญู่ กรุณาติดต่อเคาน์เตอร์ต้อนรับ",
}


def render(out: Path, language: str) -> list[Path]:
    """Paint each sheet in its usual look, in high contrast and with larger text."""
    painted = []
    kiosk, staff = Theme("kiosk", language, motion=False), Theme("staff", language, motion=False)
    looks = {
        "": (kiosk, staff),
        "-contrast": (replace(kiosk, high_contrast=True), replace(staff, high_contrast=True)),
        "-larger": (replace(kiosk, larger_text=True), replace(staff, larger_text=True)),
    }
    for suffix, (hands, desk) in looks.items():
        for name, sheet in (
            ("buttons", buttons(hands, desk)),
            ("states", states(hands, desk)),
            ("keypad", keypads(hands)),
            ("dialog", dialog_and_toast(desk)),
            ("icons", icons(hands)),
        ):
            path = out / f"{name}{suffix}.png"
            with shown(sheet):
                sheet.grab().save(str(path))
            painted.append(path)
    return painted


@contextmanager
def shown(sheet: QWidget) -> Iterator[None]:
    """Show a sheet until it has been laid out and painted; it is gone afterwards."""
    sheet.show()
    QApplication.processEvents()
    yield
    sheet.close()
    sheet.deleteLater()
    QApplication.processEvents()


def buttons(kiosk: Theme, staff: Theme) -> QWidget:
    """Every kind and state of the big button, the label and the mark."""
    done, again, call, following, contrast = WORDS[kiosk.language]
    sheet, grid = _sheet(kiosk)
    row = [BigButton(kiosk, done, "check") for _ in range(6)]
    row[1].setDown(True)
    row[2].setEnabled(False)
    row[3].set_waiting(True)
    row[4].set_error(WRONG[kiosk.language])
    row[5] = BigButton(kiosk, again, "print", kind=ButtonKind.SECOND)
    for place, button in enumerate(row):
        grid.addWidget(button, place // 3, place % 3)
    for place, chosen in enumerate((False, True)):
        rail = BigButton(kiosk, contrast, "contrast", kind=ButtonKind.PLAIN, stacked=True)
        rail.setCheckable(True)
        rail.setChecked(chosen)
        grid.addWidget(rail, 2, place)
    grid.addWidget(
        BigButton(kiosk, done, "forward", kind=ButtonKind.SECOND, icon_at_end=True), 2, 2
    )
    turn = BigButton(staff, call, "call", kind=ButtonKind.TURN, hint="F2")
    turn.set_detail(following, ["L-030"])
    nobody = BigButton(staff, call, "people", kind=ButtonKind.TURN, hint="F2")
    nobody.setEnabled(False)
    for place, button in enumerate((turn, nobody)):
        button.setMinimumHeight(122)
        grid.addWidget(button, 3, place)
    kinds = (ButtonKind.FIRST, ButtonKind.SECOND, ButtonKind.DANGER)
    for place, kind in enumerate(kinds):
        grid.addWidget(BigButton(staff, done, "transfer", kind=kind, hint="F8"), 4, place)
    grid.addWidget(FittingLabel(kiosk, SENTENCES[kiosk.language], "title"), 5, 0, 1, 2)
    grid.addWidget(Mark(kiosk), 5, 2)
    return sheet


def states(kiosk: Theme, staff: Theme) -> QWidget:
    """Pills, the link, waits, the strand, the number and its code."""
    sheet, grid = _sheet(kiosk)
    pills, waits = QHBoxLayout(), QHBoxLayout()
    for status in Status:
        pills.addWidget(StatusPill(staff, status))
    for link in Link:
        badge = LinkBadge(staff)
        badge.show_link(link)
        badge.set_since("10:40")
        waits.addWidget(badge)
    for minutes in (3, 20, 31, 46):
        wait = BeadWait(staff)
        wait.set_minutes(minutes)
        waits.addWidget(wait)
    waits.addWidget(ThreeBeads(kiosk))
    waits.addWidget(Clock(kiosk, _morning))
    waits.addStretch()
    column = QVBoxLayout()
    column.addLayout(pills)
    column.addLayout(waits)
    for ahead in (5, 2, 0, 31, None):
        strand = Strand(kiosk)
        strand.set_ahead(ahead)
        column.addWidget(strand)
    grid.addLayout(column, 0, 0)
    card = QHBoxLayout()
    card.addWidget(NumberLabel(kiosk, "L-031", "ticket_number"))
    card.addWidget(QrView(kiosk, "http://192.168.1.20:8765/t/AbCdEfGhIj12"))
    grid.addLayout(card, 1, 0)
    return sheet


def keypads(kiosk: Theme) -> QWidget:
    """A number being typed, a wrong PIN, and a locked pad."""
    sheet, grid = _sheet(kiosk)
    typed, wrong, locked = Keypad(kiosk), Keypad(kiosk, secret=True), Keypad(kiosk, secret=True)
    typed.set_text("28475")
    typed.keys()[4].setDown(True)
    wrong.set_text("47")
    wrong.set_wrong(WRONG[kiosk.language])
    locked.set_locked(WRONG[kiosk.language])
    for place, pad in enumerate((typed, wrong, locked)):
        grid.addWidget(pad, 0, place)
    return sheet


def dialog_and_toast(staff: Theme) -> QWidget:
    """A question over a list, and what was done below it."""
    sheet, grid = _sheet(staff)
    grid.addWidget(FittingLabel(staff, SENTENCES[staff.language], "page_title"), 0, 0)
    sheet.resize(900, 600)
    done, _, _, following, _ = WORDS[staff.language]
    toast = Toast(staff, sheet)
    toast.say(SENTENCES[staff.language], undo=True)
    dialog = Dialog(staff, sheet, SENTENCES[staff.language], following)
    dialog.add_button("keep", done, "undo", kind=ButtonKind.FIRST, safe=True)
    dialog.add_button("cancel", done, "close", kind=ButtonKind.DANGER)
    dialog.open()
    return sheet


def icons(theme: Theme) -> QWidget:
    """Every icon, turned round where the language asks for it."""
    return _IconSheet(theme)


class _IconSheet(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.resize(1000, 420)

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("ground"))
        ink = self._theme.color("icon")
        for place, name in enumerate(sorted(names())):
            corner = QPoint(20 + 76 * (place % 13), 20 + 76 * (place // 13))
            picture = icon_pixmap(name, ink, 52, mirrored=self._theme.is_rtl)
            painter.drawPixmap(QRect(corner, picture.size()), picture)


def _sheet(theme: Theme) -> tuple[QWidget, QGridLayout]:
    sheet = QWidget()
    sheet.setLayoutDirection(direction(theme.language))
    palette = sheet.palette()
    palette.setColor(QPalette.ColorRole.Window, theme.color("ground"))
    sheet.setPalette(palette)
    grid = QGridLayout(sheet)
    grid.setSpacing(24)
    return sheet, grid


def _morning() -> dt.datetime:
    return dt.datetime(2026, 11, 21, 10, 42, tzinfo=dt.UTC)
