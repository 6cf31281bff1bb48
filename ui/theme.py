"""Colours, fonts and sizes of every window, from the design's tokens; it paints nothing itself.

The only module that names a colour or a font family. Widgets ask for a *role* (`text`, `action`,
`outline_off`), which has its own token on light ground, on dark ground and in high contrast, or
for a token by its own name.
"""

from __future__ import annotations

import functools
import json
from dataclasses import KW_ONLY, dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtGui import QColor, QFont, QFontDatabase

ASSETS = Path(__file__).parent / "assets"

RTL_LANGUAGES = frozenset({"ar", "fa", "he", "ur"})

# role: on light ground, on dark ground, in high contrast
_ROLES: dict[str, tuple[str, str, str]] = {
    "ground": ("pearl50", "lagoon950", "black"),
    "bar": ("lagoon900", "lagoon900", "black"),
    "card": ("pearl0", "lagoon800", "black"),
    "panel": ("lagoon50", "lagoon800", "black"),
    "soft": ("lagoon100", "lagoon800", "black"),
    "off": ("pearl100", "lagoon950", "black"),
    "text": ("ink", "white", "white"),
    "second_text": ("ink2", "lagoon200", "white"),
    "number": ("lagoon900", "white", "white"),
    "icon": ("lagoon900", "white", "white"),
    "hairline": ("pearl200", "lagoon800", "white"),
    "outline": ("lagoon400", "lagoon400", "white"),
    "outline_staff": ("pearl500", "lagoon400", "white"),
    "outline_off": ("pearl500", "lagoon300", "white"),
    "focus": ("lagoon900", "white", "hc_yellow"),
    "action": ("lagoon700", "pearl50", "hc_yellow"),
    "action_pressed": ("lagoon900", "lagoon200", "white"),
    "on_action": ("white", "lagoon950", "black"),
    "second_action": ("lagoon700", "white", "white"),
    "bead": ("lagoon700", "white", "white"),
    "strand": ("lagoon300", "lagoon300", "white"),
    "turn": ("marigold", "marigold", "hc_yellow"),
    "turn_pressed": ("marigold_pressed", "marigold_pressed", "white"),
    "turn_soft": ("marigold_soft", "marigold_soft", "black"),
    "on_turn": ("lagoon950", "lagoon950", "black"),
    "on_turn_soft": ("ink", "lagoon950", "white"),
    "attention": ("clay", "clay_soft", "white"),
    "attention_soft": ("clay_soft", "clay_soft", "black"),
    "on_attention_soft": ("clay", "clay", "white"),
    "danger": ("brick", "brick_soft", "white"),
    "danger_soft": ("brick_soft", "brick_soft", "black"),
    "on_danger_soft": ("brick", "brick", "white"),
    "danger_fill": ("brick", "brick", "white"),
    "on_danger_fill": ("white", "white", "black"),
    "priority": ("violet", "violet_soft", "white"),
    "priority_soft": ("violet_soft", "violet_soft", "black"),
    "on_priority_soft": ("violet", "violet", "white"),
    "mark": ("lagoon700", "pearl50", "white"),
    "mark_bead": ("marigold", "marigold", "black"),
    "paper": ("pearl0", "pearl0", "white"),
    "on_paper": ("black", "black", "black"),
}

# A token asked for by its own name: soft and deep grounds turn black, what is drawn on them white.
_HC_YELLOW = frozenset({"lagoon700", "marigold", "marigold_pressed", "hc_yellow"})
_HC_BLACK = frozenset(
    {"lagoon950", "lagoon900", "lagoon800", "lagoon100", "lagoon50", "pearl0", "pearl50"}
    | {"pearl100", "marigold_soft", "clay_soft", "brick_soft", "violet_soft", "black"}
)

_BOLD = frozenset(
    {"ticket_number", "welcome", "title", "fact", "button", "tile_name", "count", "help_rail"}
    | {"serving_number", "pin", "timer", "call_next", "kpi", "page_title", "patient"}
    | {"list_number", "panel_title", "key_hint", "call_number", "room_number", "history_number"}
    | {"history_room", "clock", "label", "site", "clinic_first", "number", "clinic", "place"}
    | {"turn_title"}
)
_TOUCH_STROKES = frozenset({"kiosk_touch", "kiosk_second_choice", "staff"})


@functools.cache
def tokens() -> dict[str, Any]:
    """The design's tokens as they stand in the file."""
    loaded: dict[str, Any] = json.loads((ASSETS / "tokens.json").read_text(encoding="utf-8"))
    return loaded


def roles() -> frozenset[str]:
    """The roles a colour can be asked for by, beside the names of the tokens."""
    return frozenset(_ROLES)


@functools.cache
def load_fonts() -> None:
    """Register the shipped fonts, once; needs a QGuiApplication."""
    for path in sorted((ASSETS / "fonts").glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise RuntimeError(f"The font {path.name} cannot be read. Install Dawr again.")


@dataclass(frozen=True, slots=True)
class Theme:
    """How one window looks now. A value: another look is another theme, handed to every widget.

    `surface` is kiosk, staff, display, phone or print_576. `scale` is 1 for the design's own size,
    2 on a 4K wall. `dark` is the ground the widget stands on; the display is dark by itself.
    `motion` off stops every movement.
    """

    surface: str
    language: str = "en"
    _: KW_ONLY
    high_contrast: bool = False
    larger_text: bool = False
    scale: float = 1.0
    dark: bool | None = None
    motion: bool = True

    def __post_init__(self) -> None:
        if self.surface not in tokens()["type_px"]:
            raise ValueError(f"no surface {self.surface!r} in the tokens")

    @property
    def is_rtl(self) -> bool:
        return self.language in RTL_LANGUAGES

    @property
    def is_dark(self) -> bool:
        return self.surface == "display" if self.dark is None else self.dark

    def on_dark(self) -> Theme:
        """The same look on a dark ground: the title bar, the kiosk's first screen."""
        return replace(self, dark=True)

    def on_light(self) -> Theme:
        return replace(self, dark=False)

    def speaking(self, language: str) -> Theme:
        """The same look in another language, for a second line beside the first."""
        return replace(self, language=language)

    def color(self, name: str) -> QColor:
        """The colour of a role (see _ROLES) or of a token, changed where high contrast is on."""
        token = self._token_of_role(name) if name in _ROLES else self._token(name)
        return QColor(tokens()["color"][token]["value"])

    def _token_of_role(self, role: str) -> str:
        light, dark, contrast = _ROLES[role]
        if self.high_contrast:
            return contrast
        return dark if self.is_dark else light

    def _token(self, name: str) -> str:
        if name not in tokens()["color"]:
            raise KeyError(f"no colour {name!r}: neither a role nor a token")
        if not self.high_contrast:
            return name
        if name in _HC_YELLOW:
            return "hc_yellow"
        return "black" if name in _HC_BLACK else "white"

    def px(self, role: str) -> int:
        """The size of a type role in pixels of this window."""
        design: float = tokens()["type_px"][self.surface][role]
        larger: float = tokens()["type_px"]["kiosk"]["larger_text_factor"]
        return round(design * self.scale * (larger if self.larger_text else 1.0))

    def font(self, role: str, *, bold: bool | None = None) -> QFont:
        """The font of a type role in all three scripts; bold as the design has it, or as said."""
        return self.font_px(self.px(role), bold=role in _BOLD if bold is None else bold)

    def font_px(self, px: int, *, bold: bool = False) -> QFont:
        """A font of so many pixels; for what is drawn larger or smaller than any role."""
        load_fonts()
        font = QFont()
        font.setFamilies(tokens()["font"]["families"])
        font.setPixelSize(max(1, px))
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def number_font(self, role: str, *, px: int | None = None) -> QFont:
        """The font of ticket numbers: Noto Sans bold, a little tighter. Draw them left to right.

        `px` sets a size that no role has; a site's own digits come from their own Noto.
        """
        number = tokens()["font"]["number"]
        size = self.px(role) if px is None else px
        font = self.font_px(size, bold=True)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, number["letter_spacing_em"] * size)
        return font

    def line_height(self) -> float:
        """The distance of two lines as a multiple of the font's size."""
        heights: dict[str, float] = tokens()["font"]["line_height"]
        return heights.get(self.language, heights["en"])

    def space(self, index: int) -> int:
        """The index-th step of the surface's spaces, in pixels."""
        return self.scaled(tokens()["space_px"][self.surface][index])

    def radius(self, role: str) -> int:
        return self.scaled(tokens()["radius_px"][self.surface][role])

    def stroke(self, role: str) -> float:
        """The width of an outline; what can be touched has a wider one in high contrast."""
        strokes: dict[str, float] = tokens()["stroke_px"]
        width = strokes[role]
        if self.high_contrast and role in _TOUCH_STROKES:
            width = max(width, strokes["high_contrast"])
        return width * self.scale

    def scaled(self, px: float) -> int:
        """A length of the design in pixels of this window."""
        return round(px * self.scale)


def motion_ms(name: str) -> int:
    """How long a movement of the design lasts: press, screen, bead, call_pulse, toast."""
    ms: int = tokens()["motion"][f"{name}_ms"]
    return ms
