"""The questions about a route and a PIN: what to change and why, which digits the patient says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from domain.routes import Route, RouteAction, RouteEdit, StopStatus
from domain.tickets import Clinic, DeskTicket
from staff.choice_grid import Choice, ChoiceGrid
from staff.field import Field
from staff.look import Look
from staff.order_dialogs import OrderDialog
from staff.orders import Act, Order
from staff.reason_box import ReasonBox
from staff.route_strand import route_words
from staff.scroll_box import ScrollBox
from staff.words import translate, who

PIN_LENGTH = 4
CHOICES_ROWS = 4


class PinDialog(OrderDialog):
    """Asks for the digits; the database alone knows whether they are right."""

    def __init__(self, look: Look, window: QWidget, act: Act, ticket: DeskTicket) -> None:
        super().__init__(look, window, act, ticket)
        self.pin = Field(
            look,
            translate("Staff", "The PIN that the patient says"),
            PIN_LENGTH,
            left_to_right=True,
        )
        self.add_body(self.pin)
        self.pin.changed.connect(self.check)
        self.add_answers(self.pin)

    def is_ready(self) -> bool:
        return bool(self.pin.text()) and self.pin.text().isdecimal()

    def complete(self, order: Order) -> Order:
        return replace(order, pin=self.pin.text())


class RouteDialog(OrderDialog):
    """Asks what is to be changed, which clinics it is about, and why."""

    def __init__(
        self, look: Look, window: QWidget, ticket: DeskTicket, clinics: Sequence[Clinic]
    ) -> None:
        super().__init__(look, window, Act.ROUTE, ticket)
        route = ticket.route
        if route is None:
            raise ValueError("the patient has no route")
        self.set_text(f"{who(ticket)} · {route_words(route, look)}")
        self._route = route
        self.kinds = ChoiceGrid(look, _actions(), per_row=2)
        self.one = ChoiceGrid(look, _left(route, look))
        self.all = ChoiceGrid(look, _every(clinics, look), several=True)
        self.all.choose([one.clinic for one in route.stops])
        self._detail = QStackedWidget()
        self._detail.addWidget(QWidget())
        for choices in (self.one, self.all):
            self._detail.addWidget(ScrollBox(look, choices, choices.rows_px(CHOICES_ROWS)))
        self._detail.setFixedHeight(self.all.rows_px(CHOICES_ROWS))
        self.reason = ReasonBox(look, Act.ROUTE)
        for body in (self.kinds, self._detail, self.reason):
            self.add_body(body)
        self.kinds.choose([RouteAction.COMPLETE.value])
        self._detail.setCurrentIndex(1)
        self.kinds.changed.connect(self._acted)
        for changing in (self.one, self.all, self.reason):
            changing.changed.connect(self.check)
        self.add_answers(self.kinds.buttons[RouteAction.COMPLETE.value])

    @property
    def action(self) -> RouteAction:
        return RouteAction(self.kinds.chosen()[0])

    def is_ready(self) -> bool:
        if not self.kinds.chosen() or not self.reason.is_given():
            return False
        if self.action is RouteAction.COMPLETE:
            return len(self.one.chosen()) == 1
        if self.action is RouteAction.UPDATE:
            return self.all.chosen() != () and set(self.all.chosen()) != self._clinics()
        return True

    def complete(self, order: Order) -> Order:
        action = self.action
        clinic = self.one.chosen()[0] if action is RouteAction.COMPLETE else None
        clinics = self._ordered() if action is RouteAction.UPDATE else ()
        return replace(order, edit=RouteEdit(action, self.reason.text(), clinic, clinics))

    def _clinics(self) -> set[str]:
        return {one.clinic for one in self._route.stops}

    def _ordered(self) -> tuple[str, ...]:
        """The route's own order first, then what was added."""
        chosen = self.all.chosen()
        kept = [one.clinic for one in self._route.stops if one.clinic in chosen]
        return (*kept, *(code for code in chosen if code not in kept))

    @Slot()
    def _acted(self) -> None:
        pages = {RouteAction.COMPLETE: 1, RouteAction.UPDATE: 2}
        self._detail.setCurrentIndex(pages.get(self.action, 0) if self.kinds.chosen() else 0)
        self.check()


def _actions() -> list[Choice]:
    return [
        Choice(RouteAction.COMPLETE.value, translate("Staff", "Count a clinic as done"), "done"),
        Choice(RouteAction.UPDATE.value, translate("Staff", "Choose other clinics"), "route"),
        Choice(RouteAction.REMOVE.value, translate("Staff", "Take out of the line"), "close"),
        Choice(RouteAction.RESET.value, translate("Staff", "Begin the route again"), "undo"),
    ]


def _left(route: Route, look: Look) -> list[Choice]:
    """The clinics that are not done yet."""
    return [
        Choice(one.clinic, look.wording.name(one.names))
        for one in route.stops
        if one.status is not StopStatus.COMPLETED
    ]


def _every(clinics: Sequence[Clinic], look: Look) -> list[Choice]:
    return [Choice(one.code, look.wording.name(one.names), one.icon) for one in clinics]
