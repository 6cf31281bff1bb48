"""The desk's words that change with a number: one minute, two minutes, many minutes.

Every language has its own plural forms; Arabic has six. The number itself is written by Qt.
"""

from __future__ import annotations

from PySide6.QtCore import QObject


class StaffCounts(QObject):
    """Translated in the context "StaffCounts", which is how Qt's tools find plurals."""

    def next_waiting(self, minutes: int) -> str:
        """Who is next and since when; "{label}" stays to be filled in."""
        return self.tr("Next is {label}, waiting %n min", "", minutes)

    def usual(self, minutes: int) -> str:
        return self.tr("usual %n min", "", minutes)

    def waited(self, minutes: int) -> str:
        return self.tr("waited %n min", "", minutes)

    def recalled(self, times: int) -> str:
        return self.tr("recalled %n times", "", times)

    def party(self, people: int) -> str:
        return self.tr("party of %n", "", people)

    def ahead(self, people: int) -> str:
        return self.tr("%n people ahead", "", people)

    def more_bookings(self, bookings: int) -> str:
        return self.tr("and %n more today", "", bookings)

    def more(self, messages: int) -> str:
        return self.tr("(%n more)", "", messages)
