"""The menu of one row: all that may be done to that ticket now."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QMenu, QWidget

from domain.tickets import DeskTicket
from staff.look import Look
from staff.orders import Act, may
from staff.words import ACT_ICONS, act_name
from ui.icons import icon_pixmap

_ORDER = (
    Act.CALL_CHOSEN,
    Act.RESUME,
    Act.REACTIVATE,
    Act.PRIORITY,
    Act.HOLD,
    Act.TRANSFER,
    Act.NOTE,
    Act.CANCEL,
)


class RowMenu(QMenu):
    """Made for one ticket and thrown away when closed.

    Signals:
        asked(Act, DeskTicket): something was chosen.
    """

    asked = Signal(object, object)

    def __init__(self, look: Look, ticket: DeskTicket, parent: QWidget) -> None:
        super().__init__(parent)
        self._ticket = ticket
        self.setFont(look.theme.font("body"))
        palette = self.palette()
        for role, color in (
            (QPalette.ColorRole.Window, "card"),
            (QPalette.ColorRole.Base, "card"),
            (QPalette.ColorRole.Button, "card"),
            (QPalette.ColorRole.WindowText, "text"),
            (QPalette.ColorRole.ButtonText, "text"),
            (QPalette.ColorRole.Text, "text"),
            (QPalette.ColorRole.Highlight, "action"),
            (QPalette.ColorRole.HighlightedText, "on_action"),
        ):
            palette.setColor(role, look.color(color))
        self.setPalette(palette)
        for act in _ORDER:
            if may(act, ticket):
                icon = icon_pixmap(
                    ACT_ICONS[act], look.color("text"), 18, mirrored=look.theme.is_rtl
                )
                self.addAction(icon, act_name(act)).setData(act)
        self.triggered.connect(self._triggered)

    @Slot(QAction)
    def _triggered(self, action: QAction) -> None:
        self.asked.emit(action.data(), self._ticket)
