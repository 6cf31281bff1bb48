"""What is said at the foot of the list: errors and kiosks' notices one after another, until closed.

Words of success are said only while nothing else waits to be read. The line is bounded: of more
than MOST the oldest go, and what is said of the same station again stands once.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QWidget

from domain.feed import StationNotice
from domain.states import EventKind
from staff.counts import StaffCounts
from staff.look import Look
from staff.words import translate
from ui.languages import in_digits, isolate
from ui.widgets.toast import Toast

MOST = 20
WEBHOOK_OFF = "WEBHOOK_OFF"
"""The notice of a web-hook that failed for so long that nothing is sent there any more."""


class Messages(QObject):
    """One toast at a time; the next message comes when the one before is closed.

    Args:
        hosts: At the foot of which widgets it can stand, one for each page.
    """

    def __init__(self, look: Look, hosts: Sequence[QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._line: deque[str] = deque(maxlen=MOST)
        self._toasts = [Toast(look.theme, host) for host in hosts]
        self.toast = self._toasts[0]
        for each in self._toasts:
            each.installEventFilter(self)

    @property
    def waiting(self) -> tuple[str, ...]:
        """What is not read yet, the one that is shown first."""
        return tuple(self._line)

    def use(self, place: int) -> None:
        """Stand on another page from now on."""
        before, self.toast = self.toast, self._toasts[place]
        if before is not self.toast:
            before.hide()
            self._show()

    def say(self, words: str, icon: str = "check") -> None:
        """Say that something was done, for a few seconds."""
        if not self._line:
            self.toast.say(words, icon)

    def say_error(self, words: str) -> None:
        """Say what went wrong, before anything that waits; it stays until closed."""
        if self._line and self._line[0] == words:
            return
        if len(self._line) == MOST:
            self._line.pop()
        self._line.appendleft(words)
        self._show()

    @Slot(object)
    def tell(self, notice: StationNotice) -> None:
        """Say what a kiosk asks of staff; it stays until closed."""
        words = self._sentence(notice)
        if words not in self._line:
            if len(self._line) == MOST:
                self._line.remove(self._line[1])
            self._line.append(words)
            self._show()

    def close_error(self, words: str) -> None:
        """Take back an error that is not true any more."""
        if words in self._line:
            self._line.remove(words)
            self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        closed = event.type() == QEvent.Type.HideToParent
        if watched is self.toast and closed and self._line and self.toast.isHidden():
            self._line.popleft()
            self._show()
        return False

    def _show(self) -> None:
        if self._line:
            more = len(self._line) - 1
            words = self._line[0]
            if more:
                count = StaffCounts().more(more)
                words = f"{words} {in_digits(count, self._look.wording.digits)}"
            self.toast.say_error(words)
        elif self.toast.is_error:
            self.toast.hide()

    def _sentence(self, notice: StationNotice) -> str:
        station = isolate(notice.station or translate("Staff", "a kiosk"))
        time = self._look.wording.time(notice.at)
        if notice.kind is EventKind.HELP_ASKED:
            return translate(
                "Staff", "{time}: somebody at {station} asks for help. Please go there."
            ).format(time=time, station=station)
        if notice.notice == WEBHOOK_OFF:
            return translate(
                "Staff", "{time}: messages no longer go out to {name}. Tell an administrator."
            ).format(time=time, name=isolate((notice.detail or "").partition(":")[0]))
        if notice.ticket:
            return translate(
                "Staff", "{time}: {station} could not print {label}. See to paper and printer."
            ).format(time=time, station=station, label=self._look.wording.label(notice.ticket))
        return translate("Staff", "{time}: {station} needs attention. Please look there.").format(
            time=time, station=station
        )
