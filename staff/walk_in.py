"""Registers a patient at the desk: clinic, class, and whatever is known of the person.

The number that was drawn is shown large, so that it can be read out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from domain.states import Priority
from domain.tickets import Clinic, IssuedTicket, TicketRequest
from staff.choice_grid import Choice, ChoiceGrid
from staff.counts import StaffCounts
from staff.field import Field
from staff.look import Look
from staff.order_dialogs import DO
from staff.scroll_box import ScrollBox
from staff.words import class_icon, class_name, translate
from ui.languages import in_digits
from ui.widgets.big_button import ButtonKind
from ui.widgets.dialog import Dialog
from ui.widgets.number_label import NumberLabel

WIDTH_PX = 860
_PATIENT = re.compile(r"[A-Za-z0-9_-]{1,64}")
_MOBILE = re.compile(r"\+[1-9][0-9]{6,14}")
NAME_LENGTH, ID_LENGTH, MOBILE_LENGTH = 100, 64, 24


class WalkInDialog(Dialog):
    """Asks only for the clinic; the rest may stay empty. `draft` is what was typed before."""

    def __init__(
        self,
        look: Look,
        window: QWidget,
        clinics: Sequence[Clinic],
        draft: TicketRequest,
    ) -> None:
        title = translate("Staff", "Register a walk-in")
        super().__init__(look.theme, window, title, _needed())
        self.card.setFixedWidth(min(WIDTH_PX, window.width() - 40))
        names = [Choice(one.code, look.wording.name(one.names), one.icon) for one in clinics]
        self.clinics = ChoiceGrid(look, names, per_row=4)
        classes = [Choice(one.value, class_name(one), class_icon(one)) for one in Priority]
        self.classes = ChoiceGrid(look, classes, per_row=5)
        self.genders = ChoiceGrid(look, _genders(), per_row=3)
        self.name = Field(look, translate("Staff", "Name"), NAME_LENGTH)
        self.patient = Field(
            look, translate("Staff", "ID or file number"), ID_LENGTH, left_to_right=True
        )
        self.mobile = Field(
            look, translate("Staff", "Mobile, with country code"), MOBILE_LENGTH, left_to_right=True
        )
        self.add_body(ScrollBox(look, self.clinics, self.clinics.rows_px(3)))
        self.add_body(self.classes)
        self.add_body(self._person(look))
        self._fill(draft)
        self.clinics.changed.connect(self.check)
        for field in (self.name, self.patient, self.mobile):
            field.changed.connect(self.check)
        self.add_button(
            DO, translate("Staff", "Give a number"), "walk-in", kind=ButtonKind.FIRST, safe=True
        )
        self.add_button("keep", translate("Staff", "Back"), kind=ButtonKind.PLAIN)
        self.check()

    def open(self) -> None:
        super().open()
        chosen = self.clinics.chosen()
        first = self.name if chosen else next(iter(self.clinics.buttons.values()), self.name)
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def check(self) -> None:
        """Say what is missing or cannot be used; without that the number can be given."""
        wrong = trouble_of(self.request())
        self.set_text(wrong or _needed())
        self.setAccessibleDescription(wrong or _needed())
        self.button(DO).setEnabled(len(self.clinics.chosen()) == 1 and not wrong)

    def request(self) -> TicketRequest:
        """What was asked for, as far as it was filled in."""
        gender = "".join(self.genders.chosen())
        return TicketRequest(
            clinic="".join(self.clinics.chosen()),
            patient=_typed(self.patient.text(), " ") or None,
            priority=Priority("".join(self.classes.chosen()) or Priority.NONE),
            name=self.name.text() or None,
            mobile=_typed(self.mobile.text(), " -()") or None,
            gender=gender if gender in ("female", "male") else None,
        )

    def _person(self, look: Look) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(look.theme.space(2))
        grid.addWidget(self.name, 0, 0)
        grid.addWidget(self.patient, 0, 1)
        grid.addWidget(self.mobile, 1, 0)
        grid.addWidget(self.genders, 1, 1, Qt.AlignmentFlag.AlignBottom)
        return box

    def _fill(self, draft: TicketRequest) -> None:
        self.clinics.choose([draft.clinic])
        self.classes.choose([draft.priority.value])
        self.genders.choose([draft.gender or "unsaid"])
        self.name.set_text(draft.name or "")
        self.patient.set_text(draft.patient or "")
        self.mobile.set_text(draft.mobile or "")


class IssuedDialog(Dialog):
    """Shows the number that was drawn, how many are ahead and how long it may take."""

    def __init__(self, look: Look, window: QWidget, ticket: IssuedTicket) -> None:
        title = translate("Staff", "The number is")
        if ticket.existing:
            title = translate("Staff", "This patient already has the number")
        super().__init__(look.theme, window, title, _facts(look, ticket))
        self.number = NumberLabel(
            look.theme, look.wording.bare_label(ticket.label), "serving_number"
        )
        self.number.setFixedHeight(self.number.sizeHint().height() + 48)
        self.add_body(self.number)
        self.add_button("close", translate("Staff", "Close"), kind=ButtonKind.FIRST, safe=True)


def _facts(look: Look, ticket: IssuedTicket) -> str:
    wording = look.wording
    ahead = StaffCounts().ahead(ticket.ahead)
    if ticket.ahead == 0:
        ahead = translate("Staff", "Nobody ahead")
    parts = [in_digits(ahead, wording.digits)]
    if ticket.estimate is not None:
        low, high = ticket.estimate.minutes()
        words = translate("Staff", "about {a} to {b} minutes")
        if high == 1:
            words = translate("Staff", "less than a minute")
        parts.append(words.format(a=wording.number(low), b=wording.number(high)))
    else:
        parts.append(translate("Staff", "the wait is not known yet"))
    return " · ".join(parts)


def trouble_of(request: TicketRequest) -> str:
    """What cannot be used of it, as a sentence; empty when all is well."""
    if request.patient is not None and not _PATIENT.fullmatch(request.patient):
        return translate("Staff", "An ID has letters, digits, “-” and “_” only. Check it.")
    if request.mobile is not None and not _MOBILE.fullmatch(request.mobile):
        return translate("Staff", "Type the mobile with its country code, beginning with “+”.")
    return ""


def _needed() -> str:
    return translate("Staff", "Only the clinic is needed.")


def _typed(text: str, dropped: str) -> str:
    """Without the characters that only make a number easier to read; digits of any script."""
    kept = (one for one in text if one not in dropped)
    return "".join(str(unicodedata.digit(one)) if one.isdigit() else one for one in kept)


def _genders() -> list[Choice]:
    return [
        Choice("unsaid", translate("Staff", "Not said")),
        Choice("female", translate("Staff", "Woman")),
        Choice("male", translate("Staff", "Man")),
    ]
