"""Looks at a shown window as a careful reader would: no text clipped, overlapping or boxes.

Widgets that paint their own text say where it is through `text_rects()`, and where their icons are
through `sign_rects()`; Qt's labels and buttons are measured here. What lies behind an open dialog
is not looked at, a toast may lie over anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from ui.text import TextBlock, TextSpot, TextStyle
from ui.widgets.dialog import Dialog
from ui.widgets.focus_ring import FocusRing
from ui.widgets.themed import ThemedButton, ThemedWidget
from ui.widgets.toast import Toast

EDGE_PX = 1.5
"""Antialiasing may reach this far over an edge."""
OUTLINE_PX = {"kiosk": 4.0}
"""An outline is as wide on the kiosk in high contrast; elsewhere letters must not cross it."""
CLOSE_PX = 2.5
"""Ink of two texts may come this close: the rectangles around letters hold some empty corners."""
BUTTON_PX = 2.0
"""So far within its button's edge ink must end, or it stands on the outline."""


@dataclass(frozen=True)
class Seen:
    """A text in the coordinates of the window, and the widget that painted it."""

    widget: QWidget
    spot: TextSpot
    ink: QRectF

    def __str__(self) -> str:
        name = self.widget.objectName() or type(self.widget).__name__
        return f"{name} «{self.spot.text}»"


def assert_no_clipping(window: QWidget) -> None:
    """Fail when a text of the shown window is clipped, hidden by another one, or has no letters.

    Returns once the window has been laid out; the caller has shown it.
    """
    found = faults(window)
    assert not found, "\n".join(found)


def faults(window: QWidget) -> list[str]:
    """What a reader would find wrong, one plain line each; empty when all can be read."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    root = _top_dialog(window) or window
    seen = [each for widget in _shown(root) for each in _texts(widget, window)]
    return [*_unreadable(seen, window), *_overlapping(seen), *_over_signs(seen)]


def spots(window: QWidget) -> list[TextSpot]:
    """Every text with its place in its widget and its size, in the order of the widgets."""
    return [each.spot for widget in _shown(window) for each in _texts(widget, window)]


def texts(window: QWidget) -> list[str]:
    """Every text a reader finds in the window now, in the order of its widgets."""
    return [spot.text for spot in spots(window)]


def _unreadable(seen: list[Seen], window: QWidget) -> Iterator[str]:
    for each in seen:
        if each.spot.missing_glyphs:
            yield f"{each} has letters that no font can draw"
        if each.spot.cut:
            yield f"{each} does not fit and was cut"
        room = _room(each.widget, window)
        if not room.contains(each.ink):
            yield f"{each} reaches out of its place: ink {_say(each.ink)}, place {_say(room)}"
        surface = (
            each.widget.theme.surface
            if isinstance(each.widget, (ThemedWidget, ThemedButton))
            else ""
        )
        width = OUTLINE_PX.get(surface, 0.0)
        box = each.spot.inside.adjusted(width, width, -width, -width)
        if box.isValid() and not box.contains(each.spot.ink):
            yield f"{each} touches its outline: ink {_say(each.spot.ink)}, inside {_say(box)}"


def _overlapping(seen: list[Seen]) -> Iterator[str]:
    for index, first in enumerate(seen):
        for second in seen[index + 1 :]:
            if _floats(first.widget) != _floats(second.widget):
                continue
            common = first.ink.intersected(second.ink)
            if min(common.width(), common.height()) > CLOSE_PX:
                yield f"{first} and {second} overlap in {_say(common)}"


def _over_signs(seen: list[Seen]) -> Iterator[str]:
    """Words painted over an icon of their own widget, where it tells where its icons are."""
    for each in seen:
        signs: list[QRectF] = getattr(each.widget, "sign_rects", list)()
        for sign in signs:
            common = each.spot.ink.intersected(sign)
            if min(common.width(), common.height()) > CLOSE_PX:
                yield f"{each} lies over an icon in {_say(common)}"


def _texts(widget: QWidget, window: QWidget) -> Iterator[Seen]:
    corner = QPointF(widget.mapTo(window, QPointF(0, 0)))
    for spot in _spots(widget):
        if spot.text.strip():
            yield Seen(widget, spot, spot.ink.translated(corner))


def _spots(widget: QWidget) -> list[TextSpot]:
    painted = getattr(widget, "text_rects", None)
    if painted is not None:
        spots: list[TextSpot] = painted()
        return spots
    if isinstance(widget, QLabel) and widget.text():
        return [_label_spot(widget)]
    if isinstance(widget, QAbstractButton) and widget.text():
        return [_button_spot(widget)]
    return []


def _label_spot(label: QLabel) -> TextSpot:
    """Where a plain label's lines lie, by Qt's own measure."""
    flags = label.alignment().value | (Qt.TextFlag.TextWordWrap.value if label.wordWrap() else 0)
    room = QRectF(label.contentsRect())
    ink = QFontMetricsF(label.font()).boundingRect(room, flags, label.text())
    return TextSpot(label.text(), ink, _boxes(label.text(), label))


def _button_spot(button: QAbstractButton) -> TextSpot:
    metrics = QFontMetricsF(button.font())
    text = button.text().replace("&", "")
    ink = QRectF(0, 0, metrics.horizontalAdvance(text), metrics.height())
    ink.moveCenter(QRectF(button.rect()).center())
    return TextSpot(text, ink, _boxes(text, button))


def _boxes(text: str, widget: QWidget) -> bool:
    return TextBlock(text, TextStyle(widget.font(), 1.25)).missing_glyphs()


def _room(widget: QWidget, window: QWidget) -> QRectF:
    """The part of the window in which the widget and all around it may paint."""
    room = QRectF(window.rect())
    each: QWidget | None = widget
    while each is not None and each is not window:
        corner = QPointF(each.mapTo(window, QPointF(0, 0)))
        room = room.intersected(QRectF(each.rect()).translated(corner))
        each = each.parentWidget()
    inset = BUTTON_PX if isinstance(widget, QAbstractButton) else -EDGE_PX
    return room.adjusted(inset, inset, -inset, -inset)


def _shown(root: QWidget) -> Iterator[QWidget]:
    if root.isVisible():
        yield root
    for child in root.findChildren(QWidget):
        if child.isVisible() and not isinstance(child, FocusRing):
            yield child


def _top_dialog(window: QWidget) -> Dialog | None:
    open_ones = [dialog for dialog in window.findChildren(Dialog) if dialog.isVisible()]
    return open_ones[-1] if open_ones else None


def _floats(widget: QWidget | None) -> bool:
    while widget is not None:
        if isinstance(widget, Toast):
            return True
        widget = widget.parentWidget()
    return False


def _say(rect: QRectF) -> str:
    numbers = (rect.left(), rect.top(), rect.width(), rect.height())
    return "({:.0f}, {:.0f}, {:.0f} wide, {:.0f} high)".format(*numbers)
