"""What the site decides of the kiosk's look: its languages and their order, its name, its clock."""

from __future__ import annotations

from PySide6.QtCore import QSize

from domain.names import name_in
from domain.tickets import Catalogue
from kiosk.look import Look
from kiosk.settings import KioskSettings


def languages_of(settings: KioskSettings, catalogue: Catalogue | None) -> tuple[str, ...]:
    """The site's languages that this kiosk speaks, in the site's order; before it is known, all."""
    site = catalogue.site.languages if catalogue is not None else ()
    return tuple(each for each in site if each in settings.languages) or settings.languages


def first_look(settings: KioskSettings, catalogue: Catalogue | None, size: QSize) -> Look:
    """How the kiosk looks to the next patient, whatever the one before wished."""
    return Look(
        languages_of(settings, catalogue)[0],
        size,
        digits=settings.digits,
        zone=settings.time_zone if catalogue is None else catalogue.site.time_zone,
        motion=settings.motion,
    )


def site_name(catalogue: Catalogue | None, language: str) -> str:
    return "" if catalogue is None else name_in(catalogue.site.names, language)
