"""What a phone page is told: by one call of a server's login, and nothing personal."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import psycopg
import pytest

from domain.ports import Press
from tests.storage.conftest import ClinicFixture


def read(clinic: ClinicFixture, token: str) -> dict[str, Any]:
    with psycopg.connect(clinic.database.login("server"), autocommit=True) as server:
        row = server.execute("select dawr.read_phone(%s)", [token]).fetchone()
    assert row is not None
    return dict(row[0])


def test_a_ticket_is_told_with_its_clinic_and_its_line(clinic: ClinicFixture) -> None:
    tickets = clinic.issue(3)

    told = read(clinic, tickets[2].token)

    assert told["site"]["languages"] == ["ar", "en", "th"]
    wanted = {"label": "L-003", "state": "waiting", "ahead": 2, "room": None, "route": None}
    assert told["ticket"].items() >= {**wanted, "next": None, "pin_required": True}.items()


def test_nothing_personal_is_told(clinic: ClinicFixture) -> None:
    (ticket,) = clinic.issue(1, patient="A-100", name="Salem Secret", mobile="+97455512345")

    told = json.dumps(read(clinic, ticket.token))

    assert not any(word in told for word in ("A-100", "Salem", "55512345", "patient"))


def test_a_token_that_is_none_still_tells_the_site(clinic: ClinicFixture) -> None:
    clinic.issue()

    for token in ("", "AAAAAAAAAAAAAAAAAAAAAA"):
        told = read(clinic, token)
        assert told["ticket"] is None
        assert told["site"]["names"]["en"] == "Al Noor Clinic"


def test_what_was_over_yesterday_is_told_no_more(clinic: ClinicFixture) -> None:
    (ticket,) = clinic.issue()
    clinic.desk().cancel(Press(), ticket.ticket_id, "left")
    assert read(clinic, ticket.token)["ticket"]["state"] == "cancelled"

    clinic.database.set_clock(dt.datetime.now(dt.UTC) + dt.timedelta(days=1))

    assert read(clinic, ticket.token)["ticket"] is None


@pytest.mark.parametrize("kind", ["kiosk", "staff"])
def test_only_a_server_may_ask(clinic: ClinicFixture, kind: Any) -> None:
    (ticket,) = clinic.issue()
    with (
        psycopg.connect(clinic.database.login(kind), autocommit=True) as other,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        other.execute("select dawr.read_phone(%s)", [ticket.token])
