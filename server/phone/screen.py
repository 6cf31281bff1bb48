"""What a phone page shows of a ticket, in words: the template only puts it in its place."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from domain.routes import Route, RouteStop, StopStatus
from domain.states import ClinicState, TicketState
from domain.waits import Estimate
from server.phone.reading import Phone, SiteFacts, TicketFacts
from server.phone.words import Say

MOST_BEADS = 8
"""More people than that are a "+": nobody counts further."""
CLINIC_ICONS = frozenset(
    {"lab", "xray", "vitals", "eye", "internal", "surgery", "ent", "psychology", "dental"}
    | {"hearing", "ecg", "skin"}
)
STATE_ICONS = {
    TicketState.WAITING: "clock",
    TicketState.CALLED: "call",
    TicketState.SERVING: "start",
    TicketState.HELD: "hold",
    TicketState.DONE: "check",
    TicketState.NO_SHOW: "no-show",
    TicketState.TRANSFERRED: "transfer",
    TicketState.CANCELLED: "close",
    TicketState.EXPIRED: "clock",
}
LEAVE, CANCEL = "leave", "cancel"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something beside the facts: its icon, its words, and how it looks."""

    icon: str
    text: str
    look: str


@dataclass(frozen=True, slots=True)
class Screen:
    """A ticket's page in one language. `step` is the form that is open, empty where none is."""

    phone: Phone
    ticket: TicketFacts
    say: Say
    step: str = ""

    @property
    def site(self) -> SiteFacts:
        return self.phone.site

    @property
    def is_turn(self) -> bool:
        return self.ticket.is_called and not self.step

    @property
    def is_waiting(self) -> bool:
        return self.ticket.state is TicketState.WAITING

    @property
    def clinic(self) -> str:
        return self.say.name(dict(self.ticket.names))

    @property
    def clinic_icon(self) -> str:
        return self.ticket.icon if self.ticket.icon in CLINIC_ICONS else "room"

    @property
    def state_icon(self) -> str:
        return STATE_ICONS[self.ticket.state]

    @property
    def floor(self) -> str:
        return self.say.floor(self.ticket.room_floor or self.ticket.floor)

    @property
    def beads(self) -> int:
        return min(self.ticket.ahead, MOST_BEADS)

    @property
    def is_more(self) -> bool:
        return self.ticket.ahead > MOST_BEADS

    @property
    def ahead(self) -> str:
        """How many are called before, as a sentence."""
        return self.say.count("ahead", self.ticket.ahead)

    @property
    def state_word(self) -> str:
        """Where the ticket stands, in a few words."""
        if self.is_waiting:
            return self.ahead
        return self.say("turn" if self.ticket.is_called else str(self.ticket.state))

    @property
    def people(self) -> str:
        """The same as a fact under its heading."""
        return self.say.count("people", self.ticket.ahead)

    @property
    def estimate(self) -> Estimate | None:
        """None also while the clinic stands still: then nobody knows."""
        return self.ticket.estimate if self.ticket.standing is ClinicState.OPEN else None

    @property
    def wait(self) -> str:
        """The expected wait as a range, or that it is not known."""
        if self.estimate is None:
            return self.say("wait_unknown")
        low, high = self.estimate.minutes()
        if low == 0:
            return self.say.count("upto", high)
        return self.say.count("range", high, a=low)

    @property
    def standing(self) -> Notice | None:
        """That the clinic stands still, where it does."""
        state, until = self.ticket.standing, self.ticket.standing_until
        if state is ClinicState.OPEN or not self.is_waiting:
            return None
        stem = "paused" if state is ClinicState.PAUSED else "closed"
        if until is None:
            return Notice("hold", self.say(stem), "clay")
        text = self.say(f"{stem}_until", time=self.site.clock(until))
        return Notice("hold", text, "clay")

    @property
    def message(self) -> Notice:
        """What a ticket that does not wait any more means for its holder."""
        state = self.ticket.state
        looks = {TicketState.NO_SHOW: "brick", TicketState.HELD: "violet"}
        name = "go_in" if state is TicketState.CALLED else f"{state}_text"
        return Notice(self.state_icon, self.say(name), looks.get(state, "soft"))

    @property
    def kept_until(self) -> dt.datetime | None:
        """Until when a called patient is waited for; None once that is over."""
        called = self.ticket.called_at
        until = None if called is None else called + self.site.grace
        return until if until is not None and until > self.phone.at else None

    @property
    def pin_hint(self) -> str:
        n = self.site.pin_digits
        return self.say("pin_after_2") if n == 2 else self.say("pin_after", n=n)  # noqa: PLR2004 - has words of its own

    @property
    def label_size(self) -> int:
        """How many letters the number has, between the sizes there are."""
        return min(max(len(self.ticket.label), 5), 9)

    @property
    def room_size(self) -> int:
        return min(len(self.ticket.room or ""), 5)

    @property
    def level(self) -> str:
        """What alerts go by: how many are ahead, or the how-manieth call this is."""
        if self.is_waiting:
            return str(self.ticket.ahead)
        return f"c{self.ticket.recalls}" if self.ticket.is_called else ""

    @property
    def spoken(self) -> str:
        """The page in one sentence, for its title and for who hears it."""
        what = self.state_word
        if self.ticket.is_called and self.ticket.room:
            what += f" · {self.say('go_to_room', room=self.ticket.room)}"
        return self.say.about("title", label=self.ticket.label, what=what)

    @property
    def route(self) -> Route | None:
        """The way through the building, for who is on one; a call shows its door alone."""
        return None if self.step or self.is_turn else self.ticket.route

    def stop_word(self, stop: RouteStop) -> str:
        """How far the patient is with a clinic of his route."""
        if stop.status is StopStatus.IN_QUEUE and stop.clinic == self.ticket.clinic:
            return self.say("turn" if self.ticket.is_called else str(self.ticket.state))
        return self.say(f"stop_{stop.status}")

    @property
    def next_label(self) -> str:
        after = self.ticket.next
        return "" if after is None else self.say("go_on", label=after.label)

    @property
    def next_clinic(self) -> str:
        after = self.ticket.next
        if after is None:
            return ""
        return self.say.about("next_clinic", clinic=self.say.name(dict(after.names)))
