"""The words of the paper ticket in the language of its patient; it decides nothing."""

from __future__ import annotations

from ui.languages import Speaker


class Paper(Speaker):
    """The words on paper."""

    def ahead(self) -> str:
        return self.tr("Ahead of you")

    def people(self, count: int) -> str:
        return self.tr("%n people", "", count)

    def wait(self) -> str:
        return self.tr("Wait, about")

    def minutes(self, low: int, high: int) -> str:
        if high == 1:
            return self.tr("less than a minute")
        return self.tr("{a} to {b} minutes").replace("{a}", str(low)).replace("{b}", str(high))

    def unknown(self) -> str:
        return self.tr("Not known yet")

    def ground_floor(self) -> str:
        return self.tr("Ground floor")

    def mezzanine(self) -> str:
        return self.tr("Mezzanine")

    def floor(self, name: str) -> str:
        return self.tr("Floor {floor}").replace("{floor}", name)

    def place(self, floor: str, room: str) -> str:
        return self.tr("{floor}, by room {room}").replace("{floor}", floor).replace("{room}", room)

    def follow(self) -> str:
        return self.tr("Follow on your phone")

    def scan(self) -> str:
        return self.tr("Scan the code. No app needed")
