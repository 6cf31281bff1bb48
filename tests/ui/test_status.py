"""Pills, the link badge and the waiting bead: never a colour alone, whole in every look."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from domain.feed import Link
from domain.names import LANGUAGES
from domain.states import Priority, TicketState
from tests.ui.conftest import Show
from tests.ui.looks import columns, looks, picture, share
from tests.ui.overlap import assert_no_clipping, texts
from ui.icons import names
from ui.languages import Digits
from ui.shapes import Fill
from ui.theme import Theme, tokens
from ui.widgets.bead_wait import BeadWait, WaitLimits, usual_limits, wait_look
from ui.widgets.link_badge import LinkBadge
from ui.widgets.status_pill import Status, StatusPill, status_face
from ui.widgets.themed import restyle

STAFF = Theme("staff")


def badge(theme: Theme, link: Link, since: str = "10:40") -> LinkBadge:
    made = LinkBadge(theme)
    made.show_link(link)
    made.set_since(since)
    return made


def wait(theme: Theme, minutes: int) -> BeadWait:
    made = BeadWait(theme)
    made.set_minutes(minutes)
    return made


@pytest.mark.parametrize("theme", looks("staff", "kiosk", "display"), ids=str)
def test_nothing_is_clipped_in_any_look(show: Show, theme: Theme) -> None:
    widgets: list[QWidget] = [StatusPill(theme, status) for status in Status]
    widgets += [badge(theme, link) for link in Link]
    if theme.surface != "display":  # which shows nobody's wait
        widgets += [wait(theme, minutes) for minutes in (0, 20, 31, 1046)]

    assert_no_clipping(show(theme, *widgets))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_status_has_its_own_word_and_icon(language: str) -> None:
    faces = [status_face(Theme("staff", language), status) for status in Status]

    assert len({face.words for face in faces}) == len(faces)
    assert {face.icon for face in faces} <= names()


@pytest.mark.parametrize("state", TicketState)
def test_every_state_of_a_ticket_has_a_pill(state: TicketState) -> None:
    assert Status.of_state(state).value == state.value


def test_only_a_class_that_is_not_regular_has_a_pill() -> None:
    assert Status.of_priority(Priority.NONE) is None
    assert Status.of_priority(Priority.EMERGENCY) is Status.EMERGENCY
    assert {Status.of_priority(each) for each in Priority} == {
        None,
        Status.EMERGENCY,
        Status.PRIORITY,
    }


@pytest.mark.parametrize("status", [each for each in Status if each is not Status.CALLED])
def test_marigold_means_a_turn_and_nothing_else(show: Show, status: Status) -> None:
    pill, called = StatusPill(STAFF, status), StatusPill(STAFF, Status.CALLED)
    show(STAFF, pill, called)

    assert share(pill, STAFF.color("marigold")) == 0
    assert share(called, STAFF.color("marigold")) > 0.3


def test_soft_grounds_become_outlines_in_high_contrast(show: Show) -> None:
    loud = Theme("staff", high_contrast=True)
    pill = StatusPill(loud, Status.HELD)
    show(loud, pill)

    assert share(pill, loud.color("black")) > 0.5
    assert share(pill, loud.color("white")) > 0.1


@pytest.mark.parametrize(
    ("link", "since", "words"),
    [
        (Link.LIVE, "10:40", "Live"),
        (Link.CONNECTING, "10:40", "Connecting"),
        (Link.STALE, "10:40", "Lost \u206610:40\u2069"),
        (Link.STALE, "", "Not connected"),
    ],
)
def test_the_badge_says_how_the_link_is(show: Show, link: Link, since: str, words: str) -> None:
    made = badge(STAFF, link, since)

    assert texts(show(STAFF, made)) == [words]
    assert made.accessibleName() == words


def test_the_three_states_of_the_link_differ_in_grey(show: Show) -> None:
    badges = [badge(STAFF, link) for link in Link]
    show(STAFF, *badges)

    grey = [
        picture(each).convertToFormat(picture(each).Format.Format_Grayscale8) for each in badges
    ]
    assert len({bytes(image.constBits()) for image in grey}) == len(badges)


def test_at_the_kiosk_the_badge_is_there_only_while_the_link_is_lost(show: Show) -> None:
    theme = Theme("kiosk")
    made = LinkBadge(theme)
    show(theme, made)

    seen = []
    for link in (Link.CONNECTING, Link.LIVE, Link.STALE, Link.LIVE):
        made.show_link(link)
        seen.append(made.isVisible())

    assert seen == [False, False, True, False]


def test_the_badge_stays_readable_on_a_dark_bar(show: Show) -> None:
    dark = STAFF.on_dark()
    made = badge(dark, Link.LIVE)
    show(dark, made)

    assert share(made, STAFF.color("soft")) > 0.4


def test_the_badge_speaks_the_new_language(show: Show) -> None:
    made = badge(STAFF, Link.LIVE)
    window = show(STAFF, made)

    restyle(window, Theme("staff", "ar"))

    assert texts(window) == ["مباشر"]
    assert made.accessibleName() == "مباشر"


def test_a_bead_fills_with_the_minutes() -> None:
    limits = usual_limits()
    found = {minutes: wait_look(minutes, limits) for minutes in (0, 14, 15, 29, 30, 44, 45, 400)}

    assert found == {
        0: (Fill.EMPTY, "text", False),
        14: (Fill.EMPTY, "text", False),
        15: (Fill.HALF, "text", False),
        29: (Fill.HALF, "text", False),
        30: (Fill.FULL, "attention", False),
        44: (Fill.FULL, "attention", False),
        45: (Fill.FULL, "danger", True),
        400: (Fill.FULL, "danger", True),
    }


def test_a_site_sets_its_own_limits() -> None:
    assert wait_look(6, WaitLimits(half=2, attention=5, late=9))[1] == "attention"
    assert usual_limits() == WaitLimits(**tokens()["wait_limits_min"])


def test_a_late_bead_carries_an_exclamation_mark_not_only_a_colour(show: Show) -> None:
    late = wait(STAFF, 46)
    show(STAFF, late)
    bead = late.grab().toImage().copy(0, 0, round(STAFF.px("list_number")), late.height())

    inner = [bead.pixelColor(x, y) for x in range(bead.width()) for y in range(bead.height())]
    assert STAFF.color("card") in inner


@pytest.mark.parametrize(("language", "first"), [("en", True), ("ar", False)])
def test_the_bead_stands_at_the_start(show: Show, language: str, first: bool) -> None:
    theme = Theme("staff", language)
    made = wait(theme, 46)
    show(theme, made)
    number, unit = made.text_rects()

    assert (number.ink.left() < unit.ink.left()) is first
    red = columns(made, theme.color("danger"))
    beyond = min(red) < number.ink.left() - 8 if first else max(red) > number.ink.right() + 8
    assert beyond


def test_minutes_have_the_digits_of_the_site(show: Show) -> None:
    theme = Theme("staff", "ar")
    made = BeadWait(theme, digits=Digits.ARABIC)
    made.set_minutes(46)

    assert texts(show(theme, made)) == ["٤٦", "د"]
