"""A line to type into, with its name above; what is typed is bounded."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from staff.look import Look
from ui.widgets.fitting_label import FittingLabel
from ui.widgets.painting import Look as Box
from ui.widgets.painting import paint_box
from ui.widgets.themed import ThemedWidget


class Field(QWidget):
    """A named line.

    Signals:
        changed(str): what stands there now; newest wins.
    """

    changed = Signal(str)

    def __init__(
        self,
        look: Look,
        name: str,
        most: int,
        *,
        left_to_right: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.name = FittingLabel(look.theme, name, "small", color="second_text", max_lines=1)
        self.line = QLineEdit()
        self.line.setMaxLength(most)
        self.line.setFrame(False)
        self.line.setFont(look.theme.font("body"))
        self.line.setAccessibleName(name)
        self.line.textChanged.connect(self.changed)
        if left_to_right:
            self.line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        palette = self.line.palette()
        palette.setColor(QPalette.ColorRole.Base, look.color("card"))
        palette.setColor(QPalette.ColorRole.Text, look.color("text"))
        self.line.setPalette(palette)
        box = _Box(look, self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(0))
        column.addWidget(self.name)
        column.addWidget(box)
        self.setFocusProxy(self.line)

    def text(self) -> str:
        """What was typed, without blanks around it."""
        return " ".join(self.line.text().split())

    def set_text(self, text: str) -> None:
        self.line.setText(text)


class _Box(ThemedWidget):
    """The outline around the line; the focus is shown by it."""

    def __init__(self, look: Look, line: QLineEdit) -> None:
        super().__init__(look.theme)
        self._line = line
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 5, 12, 5)
        column.addWidget(line)
        self.setMinimumHeight(44)
        line.selectionChanged.connect(self.update)
        line.cursorPositionChanged.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme
        focus = self._line.hasFocus()
        width = theme.stroke("focus_staff" if focus else "staff")
        outline = theme.color("focus" if focus else "outline_staff")
        box = Box(theme.color("card"), outline, width, theme.color("text"))
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), theme.radius("button"), box)
