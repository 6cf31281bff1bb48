"""The questions of a medical exam: which one, and in which section."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from kiosk import words
from kiosk.choices_page import Choice, ChoicesPage
from kiosk.clinics import Clinics
from kiosk.look import Look
from kiosk.needs import Step, exams_for, section_of
from kiosk.settings import KioskSettings
from kiosk.visit import Visit

SECTIONS = (("male", words.MEN_SECTION), ("female", words.WOMEN_SECTION))


class RoutePages(QObject):
    """Makes its pages, and carries what is touched to the visit."""

    def __init__(
        self, settings: KioskSettings, visit: Visit, clinics: Clinics, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._settings, self._visit, self._clinics = settings, visit, clinics
        self.makers: dict[Step, Callable[[Look], QWidget]] = {
            Step.EXAM: self._exam,
            Step.SECTION: self._section,
        }

    def _exam(self, look: Look) -> QWidget:
        catalogue = self._clinics.catalogue
        exams = () if catalogue is None else exams_for(catalogue, self._settings.gender)
        choices = [Choice(exam.code, "route", look.name(exam.names)) for exam in exams]
        page = ChoicesPage(look, look.say(words.EXAM_TITLE), choices)
        page.chosen.connect(self._choose_exam)
        page.back.connect(self._go_back)
        return page

    def _section(self, look: Look) -> QWidget:
        choices = [Choice(code, "user", look.say(sentence)) for code, sentence in SECTIONS]
        page = ChoicesPage(look, look.say(words.EXAM_GENDER), choices)
        page.chosen.connect(self._choose_section)
        page.back.connect(self._go_back)
        return page

    @Slot(object)
    def _choose_exam(self, exam: str) -> None:
        catalogue, gender = self._clinics.catalogue, self._settings.gender
        section = None if catalogue is None else section_of(catalogue, exam, gender)
        self._visit.choose_exam(exam, section)

    @Slot(object)
    def _choose_section(self, section: str) -> None:
        self._visit.choose_section(section)

    @Slot()
    def _go_back(self) -> None:
        self._visit.go_back()
