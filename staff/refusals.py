"""Every refusal as one plain sentence: what happened, and what to do."""

from __future__ import annotations

from collections.abc import Callable

from domain import errors
from staff.visit_refusals import VISIT_SENTENCES
from staff.words import Wording, state_name, state_of_status, translate
from ui.languages import isolate

Sentence = Callable[[errors.Refusal, str, Wording], str]


def sentence_of(why: Exception, label: str, wording: Wording) -> str:
    """What a person reads when `why` stood in an answer's place.

    Args:
        why: A refusal of domain.errors; any other exception is told without its details.
        label: The ticket's number the order was about, empty when it was about none.
        wording: How the site writes times and numbers.
    """
    named = wording.label(label) if label else translate("Staff", "This number")
    for kind in type(why).__mro__:
        if kind in _SENTENCES and isinstance(why, errors.Refusal):
            return _SENTENCES[kind](why, named, wording)
    return translate("Staff", "Something went wrong here. Look at the list, then press Try again.")


def _invalid(why: errors.Refusal, _label: str, _wording: Wording) -> str:
    if why.facts.get("field") == "reason":
        return translate("Staff", "A reason is needed. Type one and press again.")
    return translate("Staff", "What was typed cannot be used. Check it and press again.")


def _unauthorized(_why: errors.Refusal, _label: str, _wording: Wording) -> str:
    return translate(
        "Staff", "This desk may not use the database. Ask whoever looks after the system."
    )


def _not_allowed(why: errors.Refusal, _label: str, _wording: Wording) -> str:
    by = why.facts.get("by")
    if isinstance(by, str) and by:
        return translate(
            "Staff", "This was done by {by}, who alone can take it back. Ask there."
        ).format(by=isolate(by))
    return translate("Staff", "This desk may not do that. Ask a supervisor.")


def _no_clinic(_why: errors.Refusal, _label: str, _wording: Wording) -> str:
    return translate("Staff", "This clinic is no longer there. Choose your clinics again.")


def _no_room(_why: errors.Refusal, _label: str, _wording: Wording) -> str:
    return translate("Staff", "This room is no longer there. Choose your room again.")


def _no_ticket(_why: errors.Refusal, label: str, _wording: Wording) -> str:
    return translate("Staff", "{label} is no longer there. Look at the list again.").format(
        label=label
    )


def _not_in_queue(_why: errors.Refusal, _label: str, _wording: Wording) -> str:
    return translate("Staff", "This patient is in no line today. Register a walk-in.")


def _nobody(_why: errors.Refusal, _label: str, _wording: Wording) -> str:
    return translate("Staff", "Nobody is waiting now. The next patient will appear in the list.")


def _in_hand(why: errors.Refusal, _label: str, wording: Wording) -> str:
    held = why.facts.get("ticket")
    if isinstance(held, str) and held:
        return translate(
            "Staff", "{label} is still in this room. Finish it, then call the next one."
        ).format(label=wording.label(held))
    return translate("Staff", "This room is full. Finish one patient, then call the next one.")


def _wrong_state(why: errors.Refusal, label: str, wording: Wording) -> str:
    state = state_of_status(why.facts.get("state"))
    by, at = why.facts.get("by"), why.instant("at")
    if state is None:
        return translate("Staff", "{label} has changed meanwhile. Look at the list again.").format(
            label=label
        )
    facts = {"label": label, "state": isolate(state_name(state, wording.language))}
    if isinstance(by, str) and by and at is not None:
        return translate(
            "Staff",
            "{label} is now “{state}”: {by} did that at {time}. Look at the list again.",
        ).format(by=isolate(by), time=wording.time(at), **facts)
    if at is not None:
        return translate(
            "Staff", "{label} is “{state}” since {time}. Look at the list again."
        ).format(time=wording.time(at), **facts)
    return translate("Staff", "{label} is now “{state}”. Look at the list again.").format(**facts)


def _too_early(why: errors.Refusal, label: str, wording: Wording) -> str:
    at = why.instant("at")
    if at is None:
        return translate("Staff", "It is too early for a no-show of {label}. Recall first.").format(
            label=label
        )
    return translate(
        "Staff", "{label} can be a no-show from {time} on. Recall the patient until then."
    ).format(label=label, time=wording.time(at))


def _too_late(why: errors.Refusal, label: str, wording: Wording) -> str:
    at = why.instant("at")
    if at is None:
        return translate(
            "Staff", "This cannot be taken back. Use the buttons for {label} instead."
        ).format(label=label)
    return translate(
        "Staff", "Undo was possible until {time}. Use the buttons for {label} instead."
    ).format(label=label, time=wording.time(at))


def _already(_why: errors.Refusal, _label: str, _wording: Wording) -> str:
    return translate("Staff", "This patient already has a number here. Look in the list.")


def _closed(why: errors.Refusal, _label: str, wording: Wording) -> str:
    until = why.instant("until")
    if until is None:
        return translate("Staff", "This clinic is closed for today. Choose another clinic.")
    return translate(
        "Staff", "This clinic is closed and opens at {time}. Choose another clinic."
    ).format(time=wording.time(until))


def _paused(why: errors.Refusal, _label: str, wording: Wording) -> str:
    until, reason = why.instant("until"), why.facts.get("reason")
    if until is not None:
        return translate(
            "Staff", "This clinic is paused until {time}. Choose another clinic."
        ).format(time=wording.time(until))
    if isinstance(reason, str) and reason:
        return translate("Staff", "This clinic is paused: {reason}. Choose another clinic.").format(
            reason=isolate(reason)
        )
    return translate("Staff", "This clinic is paused. Choose another clinic.")


def _other_gender(why: errors.Refusal, _label: str, _wording: Wording) -> str:
    if why.facts.get("gender") == "female":
        return translate("Staff", "This clinic is for women only. Choose another clinic.")
    return translate("Staff", "This clinic is for men only. Choose another clinic.")


def _key_reused(_why: errors.Refusal, _label: str, _wording: Wording) -> str:
    return translate("Staff", "This press was mixed up with another. Press the button again.")


def _in_progress(_why: errors.Refusal, _label: str, _wording: Wording) -> str:
    return translate("Staff", "The same press is still being done. Try again in a moment.")


def _busy(why: errors.Refusal, _label: str, wording: Wording) -> str:
    seconds = why.facts.get("retry_after_s")
    if isinstance(seconds, int | float) and seconds >= 1:
        return translate(
            "Staff", "The system is busy. Try again in {n} s; it will not be done twice."
        ).format(n=wording.number(int(seconds)))
    return translate("Staff", "The system is busy. Try again; it will not be done twice.")


def _away(_why: errors.Refusal, _label: str, _wording: Wording) -> str:
    return translate("Staff", "The database does not answer. Try again; it will not be done twice.")


def _any(_why: errors.Refusal, _label: str, _wording: Wording) -> str:
    return translate("Staff", "This cannot be done now. Look at the list, then press again.")


_SENTENCES: dict[type, Sentence] = {
    errors.InvalidInput: _invalid,
    errors.Unauthorized: _unauthorized,
    errors.NotAllowed: _not_allowed,
    errors.ClinicNotFound: _no_clinic,
    errors.RoomNotFound: _no_room,
    errors.TicketNotFound: _no_ticket,
    errors.NotInQueue: _not_in_queue,
    errors.NobodyWaiting: _nobody,
    errors.TicketInHand: _in_hand,
    errors.WrongState: _wrong_state,
    errors.TooEarly: _too_early,
    errors.TooLateToUndo: _too_late,
    errors.AlreadyWaiting: _already,
    errors.ClinicClosed: _closed,
    errors.ClinicPaused: _paused,
    errors.OtherGender: _other_gender,
    errors.KeyReused: _key_reused,
    errors.InProgress: _in_progress,
    errors.Busy: _busy,
    errors.StoreAway: _away,
    errors.Refusal: _any,
    **VISIT_SENTENCES,
}
