"""What may be done to the row that is chosen, with its keys; there only while one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from domain.tickets import DeskTicket
from staff.look import Look
from staff.orders import Act, may
from staff.panel import Panel
from staff.words import ACT_ICONS, act_name, translate
from ui.text import start_of
from ui.widgets.big_button import BigButton, ButtonKind
from ui.widgets.number_label import NumberLabel

_MORE = "more"


class RowStrip(Panel):
    """A number and a few buttons; everything else stands in the row's menu.

    Signals:
        asked(Act): a button was pressed; each counts.
        menu_asked(): the row's menu is wanted.
    """

    asked = Signal(object)
    menu_asked = Signal()

    def __init__(
        self,
        look: Look,
        acts: Sequence[tuple[Act, str]],
        parent: QWidget | None = None,
        *,
        icons: bool = True,
    ) -> None:
        super().__init__(look.theme, parent, fill="panel", radius="button", outlined=False)
        self._look = look
        self.label = NumberLabel(look.theme, "", "list_number", alignment=start_of(rtl=False))
        self._group = QButtonGroup(self, exclusive=False)
        self._group.buttonClicked.connect(self._clicked)
        self.buttons: dict[str, BigButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 7, 7)
        row.setSpacing(look.theme.space(1))
        row.addWidget(self.label)
        row.addStretch(1)
        for act, key in acts:
            icon = ACT_ICONS[act] if icons else ""
            row.addWidget(self._button(act.value, act_name(act), icon, key))
        row.addWidget(self._button(_MORE, translate("Staff", "More")))
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(False)
        self.setSizePolicy(policy)

    def show_ticket(self, ticket: DeskTicket | None, *, free: bool) -> None:
        """Stand for that ticket; hidden without one."""
        self.setVisible(ticket is not None)
        if ticket is None:
            return
        self.label.set_text(self._look.wording.bare_label(ticket.label))
        for name, button in self.buttons.items():
            if name == _MORE:
                button.setEnabled(True)
                continue
            valid = may(Act(name), ticket)
            button.setVisible(valid)
            button.setEnabled(free and valid)

    def _button(self, name: str, words: str, icon: str = "", key: str = "") -> BigButton:
        button = BigButton(
            self._look.theme,
            words,
            icon,
            kind=ButtonKind.PLAIN,
            role="small",
            hint=key,
            parent=self,
        )
        button.setObjectName(name)
        button.setFixedHeight(40)
        self._group.addButton(button)
        self.buttons[name] = button
        return button

    @Slot(QAbstractButton)
    def _clicked(self, button: QAbstractButton) -> None:
        if button.objectName() == _MORE:
            self.menu_asked.emit()
        else:
            self.asked.emit(Act(button.objectName()))
