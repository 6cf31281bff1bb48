"""The frame of a list on the desk: its title, what is amiss, the rows or that there are none."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from staff.list_notice import ListNotice
from staff.look import Look
from staff.panel import Panel
from ui.widgets.fitting_label import FittingLabel


class ListFrame(Panel):
    """A panel around a list; what goes between title and rows, or below, goes into its layouts.

    Args:
        rows: the list itself.
        nobody: what is said in its stead while it is empty.

    Signals:
        read_asked(): the list is to be read again.
    """

    read_asked = Signal()

    def __init__(
        self, look: Look, title: str, rows: QWidget, nobody: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(look.theme, parent)
        theme = look.theme
        self.title = FittingLabel(theme, title, "panel_title", max_lines=1)
        self.hint = FittingLabel(theme, "", "small", color="second_text", max_lines=1)
        self.notice = ListNotice(look)
        self.notice.read_asked.connect(self.read_asked)
        middle = Qt.AlignmentFlag.AlignHCenter
        self.nobody = FittingLabel(theme, nobody, "body", color="second_text", alignment=middle)
        self._rows = rows
        self._either = QStackedWidget()
        self._either.addWidget(self.nobody)
        self._either.addWidget(rows)
        self.heads = QVBoxLayout()
        self.foot = QHBoxLayout()
        self._lay_out(theme.space(2))

    def set_empty(self, empty: bool) -> None:
        self._either.setCurrentWidget(self.nobody if empty else self._rows)

    def _lay_out(self, space: int) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(18, 0, 18, 0)
        head.setSpacing(space)
        head.addWidget(self.title)
        head.addWidget(self.hint, 1)
        inset = QHBoxLayout()
        inset.setContentsMargins(12, 8, 12, 0)
        inset.addWidget(self.notice)
        self.foot.setContentsMargins(8, 6, 8, 0)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(1, 14, 1, 8)
        self.column.setSpacing(0)
        self.column.addLayout(head)
        self.column.addLayout(inset)
        self.column.addLayout(self.heads)
        self.column.addWidget(self._either, 1)
        self.column.addLayout(self.foot)
