"""The reader's eye itself: it finds what is clipped, covered or boxed, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QLabel, QWidget

from tests.ui.conftest import Show
from tests.ui.overlap import assert_no_clipping, faults, texts
from ui.text import TextSpot
from ui.theme import Theme
from ui.widgets.big_button import BigButton
from ui.widgets.dialog import Dialog
from ui.widgets.fitting_label import FittingLabel
from ui.widgets.themed import ThemedWidget
from ui.widgets.toast import Toast

THEME = Theme("staff")


class Painted(ThemedWidget):
    """Says that its text lies wherever a test wants it."""

    def __init__(self, spot: TextSpot) -> None:
        super().__init__(THEME)
        self.spot = spot

    def text_rects(self) -> list[TextSpot]:
        return [self.spot]


def test_a_window_that_can_be_read_has_no_fault(show: Show) -> None:
    window = show(THEME, FittingLabel(THEME, "Waiting list"), BigButton(THEME, "Done", "check"))

    assert_no_clipping(window)
    assert texts(window) == ["Waiting list", "Done"]


def test_text_out_of_its_widget_is_found(show: Show) -> None:
    wide = Painted(TextSpot("L-031", QRectF(0, 0, 500, 10)))

    window = show(THEME, wide, width=300, height=100)

    assert "reaches out" in faults(window)[0]


def test_text_on_the_outline_around_it_is_found(show: Show) -> None:
    box, ink = QRectF(0, 0, 200, 60), QRectF(20, 30, 100, 31)
    spot = TextSpot("L-031", ink, inside=box)

    window = show(THEME, Painted(spot), width=300, height=100)

    assert "touches its outline" in faults(window)[0]


def test_text_over_an_icon_of_its_widget_is_found(show: Show) -> None:
    painted = Painted(TextSpot("L-031", QRectF(0, 0, 100, 30)))
    painted.sign_rects = lambda: [QRectF(80, 0, 40, 40)]  # type: ignore[attr-defined]

    window = show(THEME, painted, width=300, height=100)

    assert "lies over an icon" in faults(window)[0]


def test_text_on_the_outline_of_its_button_is_found(show: Show) -> None:
    button = BigButton(THEME, "Call the patient again", "call")
    button.setMinimumSize(1, 1)
    button.setFixedSize(150, 44)

    window = show(THEME, button, width=300, height=100)

    assert any("reaches out" in fault for fault in faults(window))


def test_text_cut_with_an_ellipsis_is_found(show: Show) -> None:
    label = FittingLabel(THEME, "a sentence that is longer than its place", max_lines=1)

    window = show(THEME, label, width=150, height=60)

    assert any("cut" in fault for fault in faults(window))


def test_letters_without_a_drawing_are_found(show: Show) -> None:
    window = show(THEME, FittingLabel(THEME, "ok \U000f1234"))

    assert any("no font" in fault for fault in faults(window))


def test_a_label_of_qt_that_is_too_small_is_found(show: Show) -> None:
    window = show(THEME, QWidget(), width=300, height=100)
    label = QLabel("a sentence that is longer than its place", window)
    label.setFixedWidth(60)
    label.show()

    assert any("reaches out" in fault for fault in faults(window))


def test_two_texts_in_one_place_are_found(show: Show) -> None:
    window = show(THEME, QWidget(), width=300, height=100)
    for _ in range(2):
        label = FittingLabel(THEME, "L-031", parent=window)
        label.resize(label.sizeHint())
        label.show()

    assert any("overlap" in fault for fault in faults(window))


def test_what_an_open_dialog_covers_is_not_read(show: Show) -> None:
    window = show(THEME, FittingLabel(THEME, "Waiting list"), width=900, height=600)
    dialog = Dialog(THEME, window, "Sure?")
    dialog.open()

    assert_no_clipping(window)


def test_a_toast_may_lie_over_the_list(show: Show) -> None:
    label = FittingLabel(THEME, " ".join(["Waiting"] * 200))
    window = show(THEME, label, width=900, height=400)
    toast = Toast(THEME, window)
    toast.say("L-031 is done")

    assert_no_clipping(window)
    toast.hide()
