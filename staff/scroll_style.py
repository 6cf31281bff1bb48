"""A scroll bar as thin and calm as the rest of the desk; its colours are the theme's."""

from __future__ import annotations

from ui.theme import Theme


def scroll_style(theme: Theme, width_px: int) -> str:
    """The style sheet of an upright scroll bar without arrows."""
    thumb, ground = theme.color("outline").name(), theme.color("card").name()
    return (
        f"QScrollBar:vertical {{ background: {ground}; width: {width_px}px; border: none; }}"
        f"QScrollBar::handle:vertical {{ background: {thumb}; min-height: 32px;"
        f" border-radius: {width_px // 2 - 1}px; margin: 1px; }}"
        "QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; border: none; }"
        "QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical { background: none; }"
    )
