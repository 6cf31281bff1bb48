"""Every refusal of the domain is one plain sentence in each language."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication

from domain import errors
from domain.names import LANGUAGES
from staff.refusals import sentence_of
from staff.words import Wording
from tests.staff.site import NOON, ZONE
from ui.languages import install

REFUSALS = [
    kind
    for _, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, errors.Refusal)
]
FACTS: list[dict[str, object]] = [
    {},
    {"at": NOON, "by": "Room 2", "state": "IN_SERVICE", "until": NOON, "reason": "Cleaning"},
    {"at": NOON, "by": None, "state": "EXPIRED", "gender": "female", "field": "reason"},
    {"at": None, "state": "SOMETHING_NEW", "ticket": "L-007", "gender": "male"},
    {"retry_after_s": 3, "state": "NO_SHOW"},
]


@pytest.fixture(params=LANGUAGES)
def wording(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Wording]:
    install(qapp, request.param)
    yield Wording(request.param, zone=ZoneInfo(ZONE))
    install(qapp, "en")


@pytest.mark.parametrize("kind", REFUSALS, ids=lambda kind: kind.__name__)
def test_a_refusal_is_a_whole_sentence(wording: Wording, kind: type[errors.Refusal]) -> None:
    script = {"ar": ("\u0600", "\u06ff"), "th": ("\u0e00", "\u0e7f"), "en": ("a", "z")}
    first, last = script[wording.language]
    for facts in FACTS:
        sentence = sentence_of(kind(**facts), "L-031", wording)
        assert "{" not in sentence
        assert kind.code not in sentence
        assert "None" not in sentence
        assert sum(first <= letter <= last for letter in sentence) > 12


def test_each_refusal_has_words_of_its_own(qapp: QApplication) -> None:
    wording = Wording("en", zone=ZoneInfo(ZONE))
    said = {kind: sentence_of(kind(), "L-031", wording) for kind in REFUSALS}

    assert len(set(said.values())) == len(REFUSALS)


def test_a_wrong_state_says_who_did_it_and_when_in_the_sites_time(qapp: QApplication) -> None:
    why = errors.WrongState(state="IN_SERVICE", by="Room 2", at=NOON.isoformat())
    sentence = sentence_of(why, "L-031", Wording("en", zone=ZoneInfo(ZONE)))

    plain = "".join(letter for letter in sentence if letter.isprintable())
    assert plain == ("L-031 is now “Serving”: Room 2 did that at 10:42. Look at the list again.")


def test_a_time_in_arabic_cannot_be_turned_round(qapp: QApplication) -> None:
    install(qapp, "ar")
    sentence = sentence_of(errors.TooEarly(at=NOON), "L-031", Wording("ar", zone=ZoneInfo(ZONE)))
    install(qapp, "en")

    assert "\u2066L-031\u2069" in sentence
    assert "\u206610:42\u2069" in sentence


@pytest.mark.parametrize("why", [ValueError("secret"), KeyError("secret")])
def test_anything_else_is_told_without_its_details(qapp: QApplication, why: Exception) -> None:
    assert sentence_of(why, "", Wording()) == (
        "Something went wrong here. Look at the list, then press Try again."
    )
