"""What a patient is told: which kind, and that every kind has a sentence in each language."""

from __future__ import annotations

import re

import pytest

from domain.names import LANGUAGES
from domain.notices import NoticeKind, Place, kind_of, sentences
from domain.states import TicketState

NAMES = {"ar": "المختبر", "en": "Laboratory", "th": "ห้องแล็บ"}


def place(
    state: TicketState = TicketState.WAITING, ahead: int = 0, room: str | None = None
) -> Place:
    return Place(1, "lab", NAMES, "G", "L-007", 7, state, ahead, room)


@pytest.mark.parametrize(
    ("ahead", "kind"),
    [
        (0, NoticeKind.NEXT_IN_LINE),
        (1, NoticeKind.NEAR_TURN),
        (2, NoticeKind.ALMOST_READY),
        (3, NoticeKind.POSITION_UPDATE),
        (40, NoticeKind.POSITION_UPDATE),
    ],
)
def test_who_comes_near_is_told_how_near(ahead: int, kind: NoticeKind) -> None:
    assert kind_of(place(ahead=ahead)) is kind
    assert kind_of(place(ahead=ahead), is_new_ticket=True) is NoticeKind.NEXT_CLINIC


@pytest.mark.parametrize(
    ("state", "kind", "position"),
    [
        (TicketState.CALLED, NoticeKind.YOUR_TURN, 0),
        (TicketState.SERVING, NoticeKind.IN_SERVICE, 0),
        (TicketState.DONE, NoticeKind.COMPLETED, -1),
        (TicketState.HELD, NoticeKind.POSITION_UPDATE, 1),
        (TicketState.NO_SHOW, NoticeKind.POSITION_UPDATE, -1),
        (TicketState.CANCELLED, NoticeKind.POSITION_UPDATE, -1),
        (TicketState.EXPIRED, NoticeKind.POSITION_UPDATE, -1),
    ],
)
def test_a_state_is_told_even_of_a_new_ticket(
    state: TicketState, kind: NoticeKind, position: int
) -> None:
    assert kind_of(place(state)) is kind_of(place(state), is_new_ticket=True) is kind
    assert place(state).position == position


@pytest.mark.parametrize("kind", NoticeKind)
@pytest.mark.parametrize("state", TicketState)
@pytest.mark.parametrize("room", [None, "3"])
def test_every_sentence_is_whole_in_each_language(
    kind: NoticeKind, state: TicketState, room: str | None
) -> None:
    said = sentences(kind, place(state, 4, room))

    assert tuple(said) == LANGUAGES
    for text in said.values():
        assert "L-007" in text
        assert "None" not in text
        assert not re.search(r"[{}]", text)
    assert len(set(said.values())) == len(LANGUAGES)


def test_a_call_names_the_room_or_else_the_clinic() -> None:
    with_room = sentences(NoticeKind.YOUR_TURN, place(TicketState.CALLED, room="3"))
    without = sentences(NoticeKind.YOUR_TURN, place(TicketState.CALLED))

    assert with_room["en"] == "L-007: it is your turn. Please go to room 3."
    assert without["en"] == "L-007: it is your turn. Please go to Laboratory."


def test_a_new_estimate_alone_is_no_news() -> None:
    assert place().news == place().news
    assert place().news != place(ahead=1).news
