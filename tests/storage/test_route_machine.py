"""Random journeys, edits, undos and closed clinics against what a route must always be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any, ClassVar, LiteralString

import psycopg
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from storage import moves
from storage.connections import refusals
from storage.moves import Move, Pressed, TicketRef, perform
from storage.moves_routes import EDIT_ROUTE, LEAVE, LOG_IN, READ_PINS
from tests.postgres import Database

EXAM = ("lab", "int", "ent", "sur")
PATIENTS = ("P-1", "P-2", "P-3")

patients = st.sampled_from(PATIENTS)
HELD = (
    "select i.value, t.id, c.code, t.state from ticket t join clinic c on c.id = t.clinic_id"
    " join patient_identifier i on i.patient_id = t.patient_id"
    " where t.state in ('waiting', 'held', 'called', 'serving') and t.visit_id is not null"
)
ROUTES = (
    "select i.value, route_answer(s, v) from site s, visit v"
    " join patient_identifier i on i.patient_id = v.patient_id"
)
COUNTED = (
    "select h.clinic_id from head h cross join lateral ("
    " select count(*) filter (where t.state = 'waiting') as waiting,"
    " count(*) filter (where t.state in ('called', 'serving')) as inside, max(t.number) as last"
    " from ticket t where t.clinic_id = h.clinic_id) n where h.clinic_id > 0"
    " and (h.waiting, h.in_service, h.counter) <> (n.waiting, n.inside, coalesce(n.last, 0))"
)


class RouteMachine(RuleBasedStateMachine):
    """`done` is what each patient has behind him; the rest is asked of the database."""

    admin: ClassVar[psycopg.Connection[tuple[Any, ...]]]
    server: ClassVar[psycopg.Connection[tuple[Any, ...]]]

    def __init__(self) -> None:
        super().__init__()
        with self.admin.transaction():
            self.admin.execute(
                "truncate ticket, booking, visit, visit_stop, event, idempotency cascade"
            )
            self.admin.execute("update clinic set paused = false, paused_reason = null")
            self.admin.execute(
                "update head set counter = 0, waiting = 0, in_service = 0, held = 0, completed = 0,"
                " exited = 0, position = 0, last_ticket = 0, dead_through = 0"
            )
        self.done: dict[str, set[str]] = {}
        self.last: tuple[str, int, str] | None = None

    def rows(self, query: LiteralString) -> list[tuple[Any, ...]]:
        return self.admin.execute(query).fetchall()

    def held(self) -> dict[str, tuple[int, str, str]]:
        return {row[0]: row[1:] for row in self.rows(HELD)}

    def press(self, move: Move[Any], ref: TicketRef | None = None, **given: Any) -> Any:
        self.last = None
        with refusals():
            return perform(self.server, move, Pressed(scope="staff", actor="Nurse"), ref, **given)

    def inside(self, patient: str) -> tuple[int, str] | None:
        """His ticket, once he has been called with it."""
        ticket, clinic, state = self.held().get(patient, (0, "", ""))
        if state == "waiting":
            self.press(moves.CALL_CHOSEN, TicketRef(ticket), reason="his turn")
        return (ticket, clinic) if clinic else None

    @rule(patient=patients)
    def log_in(self, patient: str) -> None:
        told = self.press(LOG_IN, patient=patient, gender="male", exam="cooks")
        assert told.existing == (patient in self.done)
        self.done.setdefault(patient, set())

    @rule(patient=patients, by_pin=st.booleans())
    def leave(self, patient: str, *, by_pin: bool) -> None:
        found = self.inside(patient)
        if found is None:
            return
        ticket, clinic = found
        pins = self.server.execute(READ_PINS).fetchone()
        assert pins is not None
        if by_pin:
            self.press(LEAVE, TicketRef(ticket), pin=pins[0]["pins"][clinic])
        else:
            self.press(moves.FINISH, TicketRef(ticket))
        self.done[patient].add(clinic)
        self.last = (patient, ticket, clinic)

    @precondition(lambda self: self.last is not None)
    @rule()
    def undo(self) -> None:
        assert self.last is not None
        patient, ticket, clinic = self.last
        self.press(moves.UNDO, TicketRef(ticket))
        self.done[patient].discard(clinic)

    @rule(patient=patients)
    def cancel(self, patient: str) -> None:
        if patient in self.held():
            self.press(moves.CANCEL, TicketRef(self.held()[patient][0]))

    @rule(patient=patients, clinic=st.sampled_from(EXAM))
    def count_as_done(self, patient: str, clinic: str) -> None:
        if patient in self.done:
            self.press(
                EDIT_ROUTE,
                action="force_complete_clinic",
                reason="x",
                patient=patient,
                clinic=clinic,
            )
            self.done[patient].add(clinic)

    @rule(patient=patients)
    def begin_again(self, patient: str) -> None:
        if patient in self.done:
            self.press(EDIT_ROUTE, action="reset_path", reason="x", patient=patient)
            self.done[patient].clear()

    @rule(clinic=st.sampled_from(EXAM[1:]))
    def pause(self, clinic: str) -> None:
        self.press(moves.PAUSE_CLINIC, clinic=clinic, reason="device check")

    @rule(clinic=st.sampled_from(EXAM[1:]))
    def open(self, clinic: str) -> None:
        self.press(moves.OPEN_CLINIC, clinic=clinic)

    @invariant()
    def every_route_is_what_its_tickets_say(self) -> None:
        every = self.rows(HELD)
        held = self.held()
        assert len(every) == len(held), "two tickets of one route"
        found = dict(self.rows(ROUTES))
        assert set(found) == set(self.done)
        for patient, route in found.items():
            done = {one["clinic"] for one in route["stops"] if one["status"] == "COMPLETED"}
            assert done == self.done[patient]
            assert route["completed"] == (len(done) == len(EXAM))
            assert (route["due"] is None) == route["completed"]
            assert route["due"] not in done
            if patient in held:
                assert route["due"] == held[patient][1]
            if "lab" not in done:
                assert route["due"] == "lab"

    @invariant()
    def the_heads_count_what_is_there(self) -> None:
        assert self.rows(COUNTED) == []


@pytest.fixture
def machine(database: Database) -> Iterator[type[RouteMachine]]:
    with ExitStack() as opened:
        RouteMachine.admin = opened.enter_context(database.admin())
        RouteMachine.admin.execute("set search_path = dawr")
        RouteMachine.server = opened.enter_context(
            psycopg.connect(database.login("server"), autocommit=True)
        )
        yield RouteMachine


def test_routes_stay_true_through_whatever_is_done(machine: type[RouteMachine]) -> None:
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=15,
            stateful_step_count=25,
            phases=[Phase.reuse, Phase.generate],
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
