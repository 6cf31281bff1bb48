"""Random moves, undos, transfers and days against the small pure model of line_model.py."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any, ClassVar, LiteralString

import psycopg
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from domain.errors import NobodyWaiting
from domain.ports import Press
from domain.states import Priority
from domain.tickets import Desk, IssuedTicket, TicketId, TicketRequest
from storage.kiosk_desk import KioskDesk
from storage.staff_desk import StaffDesk
from tests.postgres import Database
from tests.storage.line_model import IN_HAND, Line, ModelTicket

CLINICS = ("lab", "xr", "eye")
OVERNIGHT = {"xr"}
FIRST_DAY = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)

clinics = st.sampled_from(CLINICS)
picks = st.integers(0, 1000)
Row = tuple[Any, ...]


class LineMachine(RuleBasedStateMachine):
    """Each rule does the same thing to the database and to the model and compares the answers."""

    database: ClassVar[Database]
    admin: ClassVar[psycopg.Connection[tuple[Any, ...]]]
    kiosk: ClassVar[KioskDesk]
    desk: ClassVar[StaffDesk]

    def __init__(self) -> None:
        super().__init__()
        self.now = FIRST_DAY
        self.set_clock()
        with self.admin.transaction():
            self.admin.execute("truncate ticket, booking, event, idempotency")
            self.admin.execute("delete from head")
            self.admin.execute(
                "insert into head (site_id, clinic_id, service_day, announced_state)"
                " select site_id, id, %s, 'OPEN' from clinic union all"
                " select id, 0, %s, null from site",
                [FIRST_DAY.date(), FIRST_DAY.date()],
            )
        self.line = Line()
        self.before: tuple[int, Line] | None = None

    def set_clock(self) -> None:
        """Move the database's clock to the machine's; it goes on ticking from there."""
        self.admin.execute("update test_clock set shift = %s - clock_timestamp()", [self.now])

    def rows(self, query: LiteralString, given: list[object] | None = None) -> list[Row]:
        """What is there, read over one connection for the whole run of the machine."""
        return self.admin.execute(query, given).fetchall()

    def keep(self, ticket: int) -> None:
        """Remember the model as it is, for an undo of what comes next."""
        self.before = (ticket, copy.deepcopy(self.line))

    def pick(self, number: int, *states: str) -> TicketId:
        found = self.line.of(*states)
        return TicketId(found[number % len(found)])

    def drawn(self, ticket: IssuedTicket, key: dt.datetime | None = None) -> None:
        number = self.line.next_number(ticket.clinic)
        assert ticket.number == number
        self.line.tickets[ticket.ticket_id] = ModelTicket(
            ticket.clinic, ticket.label, key or ticket.arrived_at, ticket.priority.value
        )

    @rule(clinic=clinics, priority=st.sampled_from(["none", "none", "elderly"]))
    def issue(self, clinic: str, priority: str) -> None:
        request = TicketRequest(clinic, priority=Priority(priority))
        self.drawn(self.kiosk.issue_ticket(Press(), request))

    @rule(clinic=clinics, room=st.sampled_from([None, "1", "2"]))
    def call_next(self, clinic: str, room: str | None) -> None:
        self.call((clinic,), room)

    @rule(room=st.sampled_from([None, "1"]))
    def call_next_of_a_profile(self, room: str | None) -> None:
        self.call(("lab", "eye"), room)

    def call(self, profile: tuple[str, ...], room: str | None) -> None:
        expected = self.line.next_in(profile)
        try:
            called = self.desk.call_next(Press(), Desk(room, profile, (0,) * len(profile)))
        except NobodyWaiting:
            assert expected is None
            return
        assert called.ticket_id == expected
        self.keep(called.ticket_id)
        ended = self.line.in_room(room) if room else []
        for one in ended:
            self.line.tickets[one].state = "done"
            self.before[1].tickets[one].state = "done"  # type: ignore[index]  # kept just above
        self.line.tickets[called.ticket_id].state = "called"
        self.line.tickets[called.ticket_id].room = room

    @precondition(lambda self: self.line.of("called"))
    @rule(number=picks)
    def start(self, number: int) -> None:
        ticket = self.pick(number, "called")
        self.keep(ticket)
        self.desk.start_service(Press(), ticket)
        self.line.tickets[ticket].state = "serving"

    @precondition(lambda self: self.line.of(*IN_HAND))
    @rule(number=picks)
    def finish(self, number: int) -> None:
        ticket = self.pick(number, *IN_HAND)
        self.keep(ticket)
        self.desk.finish(Press(), ticket)
        self.line.tickets[ticket].state = "done"

    @precondition(lambda self: self.line.of("waiting"))
    @rule(number=picks)
    def hold(self, number: int) -> None:
        ticket = self.pick(number, "waiting")
        self.keep(ticket)
        self.desk.hold(Press(), ticket, "fasting")
        self.line.tickets[ticket].state = "held"

    @precondition(lambda self: self.line.of("held"))
    @rule(number=picks)
    def resume(self, number: int) -> None:
        ticket = self.pick(number, "held")
        self.keep(ticket)
        self.desk.resume(Press(), ticket)
        self.line.tickets[ticket].state = "waiting"

    @precondition(lambda self: self.line.of("waiting", "held"))
    @rule(number=picks, priority=st.sampled_from(["none", "elderly", "emergency"]))
    def change_priority(self, number: int, priority: str) -> None:
        ticket = self.pick(number, "waiting", "held")
        self.keep(ticket)
        self.desk.change_priority(Press(), ticket, Priority(priority), "asked")
        self.line.tickets[ticket].priority = priority

    @precondition(lambda self: self.line.of("waiting", "held"))
    @rule(number=picks)
    def cancel(self, number: int) -> None:
        ticket = self.pick(number, "waiting", "held")
        self.keep(ticket)
        self.desk.cancel(Press(), ticket, "left")
        self.line.tickets[ticket].state = "cancelled"

    @precondition(lambda self: self.line.of("waiting"))
    @rule(number=picks, clinic=clinics, keep_arrival=st.booleans())
    def transfer(self, number: int, clinic: str, *, keep_arrival: bool) -> None:
        ticket = self.pick(number, "waiting")
        old = self.line.tickets[ticket]
        if old.clinic == clinic:
            return
        moved = self.desk.transfer(Press(), ticket, clinic, keep_arrival=keep_arrival, reason=None)
        new = self.line.tickets[moved.ticket_id] = ModelTicket(
            clinic, moved.label, old.arrived if keep_arrival else moved.at, old.priority
        )
        assert moved.number == self.line.next_number(clinic)
        before = copy.deepcopy(self.line)
        before.tickets[moved.ticket_id].state = "cancelled"
        self.before = (ticket, before)
        old.state = "transferred"
        assert new.state == "waiting"

    @precondition(lambda self: self.before is not None)
    @rule()
    def undo(self) -> None:
        assert self.before is not None
        ticket, line = self.before
        room = line.tickets[ticket].room
        full = [one for one in self.line.in_room(room) if one != ticket] if room else []
        if line.tickets[ticket].state in IN_HAND and full:
            return
        self.before = None
        undone = self.desk.undo(Press(), TicketId(ticket))
        drawn_since = set(self.line.tickets) - set(line.tickets)
        assert undone.state.value == line.tickets[ticket].state
        self.line.tickets = line.tickets | {one: self.line.tickets[one] for one in drawn_since}

    @rule(minutes=st.integers(0, 30))
    def pass_minutes(self, minutes: int) -> None:
        self.now += dt.timedelta(minutes=minutes, seconds=1)
        self.set_clock()
        self.before = None

    @rule(by_server=st.booleans())
    def turn_the_day(self, *, by_server: bool) -> None:
        self.now = self.now.replace(hour=9, minute=0) + dt.timedelta(days=1)
        self.set_clock()
        self.before = None
        if by_server:
            with psycopg.connect(self.database.login("server"), autocommit=True) as server:
                for (clinic,) in server.execute("select * from dawr.clinics_due()").fetchall():
                    server.execute("select dawr.pass_time(%s)", [clinic])
        else:
            for clinic in CLINICS:
                self.desk.register_walk_in(Press(), TicketRequest(clinic))
        self.line.turn(OVERNIGHT)
        if not by_server:
            for row in self.rows(
                "select t.id, c.code, t.label, t.arrived_at from ticket t"
                " join clinic c on c.id = t.clinic_id"
                " where t.service_day = %s",
                [self.now.date()],
            ):
                self.line.next_number(row[1])
                self.line.tickets[row[0]] = ModelTicket(row[1], row[2], row[3])

    @invariant()
    def states_agree(self) -> None:
        rows = self.rows("select id, label, state from ticket order by id")
        known = self.line.tickets
        assert rows == [(one, known[one].label, known[one].state) for one in sorted(known)]

    @invariant()
    def heads_count_what_is_there(self) -> None:
        wrong = self.rows(
            "select h.clinic_id from head h left join ticket t"
            "   on t.site_id = h.site_id and t.clinic_id = h.clinic_id"
            " group by h.site_id, h.clinic_id"
            " having h.waiting <> count(*) filter (where t.state = 'waiting')"
            "   or h.held <> count(*) filter (where t.state = 'held')"
            "   or h.in_service <> count(*) filter (where t.state in ('called', 'serving'))"
            "   or h.completed <> count(*) filter (where t.state = 'done'"
            "      and t.service_day = h.service_day and t.series = h.series)"
            "   or h.exited <> count(*) filter (where t.state not in"
            "      ('waiting', 'held', 'called', 'serving')"
            "      and t.service_day = h.service_day and t.series = h.series)"
        )
        assert wrong == []

    @invariant()
    def the_feed_has_no_gap(self) -> None:
        wrong = self.rows(
            "select h.clinic_id from head h left join event e"
            "   on e.site_id = h.site_id and e.clinic_id = h.clinic_id"
            " group by h.site_id, h.clinic_id"
            " having h.position <> count(e.position) or h.position <> coalesce(max(e.position), 0)"
        )
        assert wrong == []


@pytest.fixture
def machine(database: Database) -> Iterator[type[LineMachine]]:
    """One database and its connections for all runs; each empties the line and starts anew."""
    with ExitStack() as opened:
        LineMachine.database = database
        LineMachine.admin = opened.enter_context(database.admin())
        LineMachine.kiosk = KioskDesk(database.login("kiosk"))
        LineMachine.desk = StaffDesk(database.login("staff"))
        opened.callback(LineMachine.kiosk.close)
        opened.callback(LineMachine.desk.close)
        LineMachine.admin.execute(
            "insert into clinic_hours select c.site_id, c.id, d, '06:00', '23:00' from clinic c,"
            " generate_series(1, 7) d where c.code <> all(%s)",
            [list(OVERNIGHT)],
        )
        yield LineMachine


def test_the_database_and_the_model_agree(machine: type[LineMachine]) -> None:
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=settings().max_examples // 4,
            stateful_step_count=40,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
