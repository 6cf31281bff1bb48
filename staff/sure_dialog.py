"""Are you sure? For what is about no ticket: another PIN, an appointment that is cancelled."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from staff.look import Look
from staff.order_dialogs import DO
from staff.orders import DESTRUCTIVE, Order
from staff.words import ACT_ICONS, act_name, translate
from ui.widgets.big_button import ButtonKind
from ui.widgets.dialog import Dialog


class SureDialog(Dialog):
    """Holds the order that is given when the answer is yes; Enter and Esc change nothing."""

    def __init__(self, look: Look, window: QWidget, order: Order, title: str, text: str) -> None:
        super().__init__(look.theme, window, title, text)
        self.order = order
        kind = ButtonKind.DANGER if order.act in DESTRUCTIVE else ButtonKind.PLAIN
        self.add_button("keep", translate("Staff", "Back"), kind=ButtonKind.FIRST, safe=True)
        self.add_button(DO, act_name(order.act), ACT_ICONS[order.act], kind=kind)
