"""The one big button of the desk: call the next patient, and who that will be."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QWidget

from domain.states import Priority
from domain.tickets import DeskTicket
from staff.counts import StaffCounts
from staff.look import Look
from staff.orders import Act
from staff.scene import Scene
from staff.words import act_name, class_name, translate
from ui.languages import in_digits
from ui.widgets.big_button import BigButton, ButtonKind

KEY = "F2"


class CallNextButton(BigButton):
    """Marigold while somebody can be called; dashed, with the reason, while nobody can."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        words = act_name(Act.CALL_NEXT)
        super().__init__(look.theme, words, "call", kind=ButtonKind.TURN, hint=KEY, parent=parent)
        self._wording = look.wording
        self._shown: tuple[object, ...] = ()

    def show_scene(self, scene: Scene, now: dt.datetime | None) -> None:
        """Say who is next and for how long that patient has waited."""
        asking = scene.standing.asking
        self.set_waiting(asking is not None and asking.act is Act.CALL_NEXT)
        following = next_of(scene)
        why_not = _why_not(scene)
        enabled = why_not is None and scene.shows_free
        label = self._wording.label(following.label) if following else ""
        detail = ""
        if following is not None and why_not is None:
            detail = self._who_is_next(following, label, now)
        face = (why_not, detail, enabled)
        if face != self._shown:
            self._shown = face
            self.set_text(why_not or act_name(Act.CALL_NEXT))
            self.set_icon("people" if why_not else "call")
            self.set_detail(detail, (label,))
            self.setEnabled(enabled)

    def _who_is_next(self, ticket: DeskTicket, label: str, now: dt.datetime | None) -> str:
        if ticket.priority is Priority.EMERGENCY:
            words = translate("Staff", "Next is {label}, {class}")
            return words.replace("{label}", label).replace("{class}", class_name(ticket.priority))
        if now is None:
            return translate("Staff", "Next is {label}").format(label=label)
        minutes = max(0, int((now - ticket.arrived_at).total_seconds() // 60))
        words = StaffCounts().next_waiting(minutes)
        return in_digits(words, self._wording.digits).replace("{label}", label)


def next_of(scene: Scene) -> DeskTicket | None:
    """Whom Call next would call: the first who asked for nobody else."""
    waiting = () if scene.desk_list is None else scene.desk_list.waiting
    mine = (None, scene.desk.practitioner)
    return next((one for one in waiting if one.practitioner in mine), None)


def _why_not(scene: Scene) -> str | None:
    """Why nobody can be called, in a few words; None when somebody can."""
    if scene.trouble is not None:
        return translate("Staff", "Not connected")
    if scene.desk_list is None:
        return translate("Staff", "Reading the list")
    if next_of(scene) is not None:
        return None
    if scene.is_paused:
        return translate("Staff", "Clinic is paused")
    if scene.is_closed:
        return translate("Staff", "Clinic is closed")
    return translate("Staff", "Nobody is waiting")
