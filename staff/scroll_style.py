"""A scroll bar as thin and calm as the rest of the desk; its colours are the theme's."""

from __future__ import annotations

from ui.theme import Theme

SCROLL_PX = 10


def scroll_style(theme: Theme, *, ground: str = "transparent", gap_px: int = 0) -> str:
    """The style sheet of an upright scroll bar without arrows, so far from what is beside it."""
    thumb, width = theme.color("outline").name(), SCROLL_PX + 2 * gap_px
    return (
        f"QScrollBar:vertical {{ background: {ground}; width: {width}px; border: none; }}"
        f"QScrollBar::handle:vertical {{ background: {thumb}; min-height: 32px;"
        f" border-radius: {SCROLL_PX // 2 - 1}px; margin: 1px {gap_px + 1}px; }}"
        "QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; border: none; }"
        "QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical { background: none; }"
    )
