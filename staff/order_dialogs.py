"""The questions an order can need before it is given: why, where to, which class, what to note.

Each dialog says its answer as the parts of an order; it gives no order itself. Enter does what the
dialog is for, except where that ends a patient's place: there it keeps the place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from domain.states import Priority
from domain.tickets import Clinic, DeskTicket
from staff.choice_grid import Choice, ChoiceGrid
from staff.field import Field
from staff.look import Look
from staff.orders import DESTRUCTIVE, NOTE_LENGTH, Act, Order
from staff.reason_box import ReasonBox
from staff.scroll_box import ScrollBox
from staff.words import ACT_ICONS, act_name, class_icon, class_name, translate, who
from ui.languages import isolate
from ui.widgets.big_button import ButtonKind
from ui.widgets.dialog import Dialog

DO = "do"
WIDTH_PX = 640


class OrderDialog(Dialog):
    """A question about one ticket; the answer is "do" or nothing."""

    def __init__(self, look: Look, window: QWidget, act: Act, ticket: DeskTicket) -> None:
        label = look.wording.label(ticket.label)
        super().__init__(look.theme, window, _title(act).format(label=label), who(ticket))
        self.look = look
        self.act = act
        self.ticket = ticket
        self.card.setFixedWidth(min(WIDTH_PX, window.width() - 40))

    def add_answers(self, first: QWidget) -> None:
        """The two buttons, in the order of reading, and where typing begins."""
        keep = translate("Staff", "Back")
        if self.act in DESTRUCTIVE:
            keep = translate("Staff", "Keep the number")
            self.add_button("keep", keep, kind=ButtonKind.FIRST, safe=True)
            self.add_button(DO, _verb(self.act), ACT_ICONS[self.act], kind=ButtonKind.DANGER)
        else:
            icon = ACT_ICONS[self.act]
            self.add_button(DO, _verb(self.act), icon, kind=ButtonKind.FIRST, safe=True)
            self.add_button("keep", keep, kind=ButtonKind.PLAIN)
        self._first = first
        self.check()

    def open(self) -> None:
        super().open()
        self._first.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def check(self) -> None:
        """Make the answer possible once what it needs is there."""
        self.button(DO).setEnabled(self.is_ready())

    def is_ready(self) -> bool:
        return True

    def complete(self, order: Order) -> Order:
        """The order with what was answered here."""
        return order


class ReasonDialog(OrderDialog):
    """Asks why: for a hold, a cancellation, a call out of order."""

    def __init__(self, look: Look, window: QWidget, act: Act, ticket: DeskTicket) -> None:
        super().__init__(look, window, act, ticket)
        self.reason = ReasonBox(look, act)
        self.add_body(self.reason)
        self.reason.changed.connect(self.check)
        self.add_answers(self.reason.field)

    def is_ready(self) -> bool:
        return self.reason.is_given()

    def complete(self, order: Order) -> Order:
        return replace(order, reason=self.reason.text())


class PriorityDialog(OrderDialog):
    """Asks for the new class and why."""

    def __init__(self, look: Look, window: QWidget, act: Act, ticket: DeskTicket) -> None:
        super().__init__(look, window, act, ticket)
        self.classes = ChoiceGrid(
            look, [Choice(one.value, class_name(one), class_icon(one)) for one in Priority]
        )
        self.reason = ReasonBox(look, act)
        self.classes.choose([ticket.priority.value])
        self.add_body(self.classes)
        self.add_body(self.reason)
        self.classes.changed.connect(self.check)
        self.reason.changed.connect(self.check)
        self.add_answers(self.classes.buttons[ticket.priority.value])

    def is_ready(self) -> bool:
        return self.reason.is_given() and self.classes.chosen() != (self.ticket.priority.value,)

    def complete(self, order: Order) -> Order:
        chosen = Priority(self.classes.chosen()[0])
        return replace(order, priority=chosen, reason=self.reason.text())


class TransferDialog(OrderDialog):
    """Asks for the other clinic, and whether the patient keeps the time of arrival there."""

    def __init__(
        self,
        look: Look,
        window: QWidget,
        act: Act,
        ticket: DeskTicket,
        clinics: Sequence[Clinic],
    ) -> None:
        super().__init__(look, window, act, ticket)
        others = [one for one in clinics if one.code != ticket.clinic]
        names = [Choice(one.code, look.wording.name(one.names), one.icon) for one in others]
        self.clinics = ChoiceGrid(look, names)
        self.arrival = ChoiceGrid(
            look,
            [
                Choice("keep", translate("Staff", "Keeps the time of arrival")),
                Choice("last", translate("Staff", "Goes last")),
            ],
            per_row=2,
        )
        self.arrival.choose(["keep"])
        self.reason = ReasonBox(look, act)
        self.add_body(ScrollBox(look, self.clinics, self.clinics.rows_px(4)))
        self.add_body(self.arrival)
        self.add_body(self.reason)
        self.clinics.changed.connect(self.check)
        self.add_answers(next(iter(self.clinics.buttons.values()), self.reason.field))

    def is_ready(self) -> bool:
        return len(self.clinics.chosen()) == 1

    def complete(self, order: Order) -> Order:
        return replace(
            order,
            to=self.clinics.chosen()[0],
            keep_arrival=self.arrival.chosen() == ("keep",),
            reason=self.reason.text(),
        )


class NoteDialog(OrderDialog):
    """Asks for the note; an empty one takes the note away."""

    def __init__(self, look: Look, window: QWidget, act: Act, ticket: DeskTicket) -> None:
        super().__init__(look, window, act, ticket)
        self.note = Field(
            look, translate("Staff", "Note for the next people who see this number"), NOTE_LENGTH
        )
        self.note.set_text(ticket.note or "")
        self.add_body(self.note)
        self.note.changed.connect(self.check)
        self.add_answers(self.note)

    def is_ready(self) -> bool:
        return self.note.text() != (self.ticket.note or "")

    def complete(self, order: Order) -> Order:
        return replace(order, note=self.note.text())


def _title(act: Act) -> str:
    return {
        Act.CALL_CHOSEN: translate("Staff", "Call {label} out of order?"),
        Act.HOLD: translate("Staff", "Put {label} on hold?"),
        Act.CANCEL: translate("Staff", "Cancel {label} for good?"),
        Act.PRIORITY: translate("Staff", "Change the class of {label}"),
        Act.TRANSFER: translate("Staff", "Transfer {label} to another clinic"),
        Act.NOTE: translate("Staff", "Note on {label}"),
        Act.LEAVE: translate("Staff", "End {label} with the PIN"),
        Act.ROUTE: translate("Staff", "Change the route of {label}"),
    }.get(act, isolate("{label}"))


def _verb(act: Act) -> str:
    if act is Act.PRIORITY:
        return translate("Staff", "Change class")
    if act is Act.NOTE:
        return translate("Staff", "Save note")
    if act is Act.CANCEL:
        return translate("Staff", "Cancel the number")
    return act_name(act)
