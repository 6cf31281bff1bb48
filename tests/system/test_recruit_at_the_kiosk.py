"""A recruit walks ten clinics at the kiosk, leaving each with its PIN; his phone says the same."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any, cast

import psycopg
import pytest
import requests
from pytestqt.qtbot import QtBot

from domain.ports import Press
from domain.tickets import Desk, IssuedTicket
from kiosk.farewell_page import FarewellPage
from kiosk.home_page import HomePage
from kiosk.needs import EXAM, LEAVE, Step
from kiosk.ticket_page import TicketPage
from storage import logins, sites
from storage.kiosk_desk import KioskDesk
from storage.staff_desk import StaffDesk
from tests.kiosk.driver import Driver, settings
from tests.kiosk.fakes import FakePort
from tests.kiosk.screens import PORTRAIT
from tests.system.conftest import Serving

RECRUIT = "R-900417"
CLINICS = {"lab", "xr", "bio", "eye", "int", "sur", "ent", "psy", "dnt", "der"}


@pytest.fixture
def conninfos(serving: Serving) -> dict[str, str]:
    """The logins of a kiosk and of a desk."""
    conninfo = serving.program.conninfo()
    with psycopg.connect(conninfo, autocommit=True) as one:
        site, _ = sites.find_site(one, None)
        kiosk = logins.ensure_login(one, site, "kiosk", "Kiosk of the recruit")
        staff = logins.ensure_login(one, site, "staff", "Desk of the recruit")
        return {"kiosk": kiosk.conninfo(conninfo), "staff": staff.conninfo(conninfo)}


@pytest.fixture
def driver(conninfos: dict[str, str], qtbot: QtBot) -> Iterator[Driver]:
    with closing(KioskDesk(conninfos["kiosk"])) as port:
        one = Driver(qtbot, cast(FakePort, port), settings(), PORTRAIT)
        one.open()
        yield one
        one.close()


@pytest.fixture
def desk(conninfos: dict[str, str]) -> Iterator[StaffDesk]:
    with closing(StaffDesk(conninfos["staff"])) as one:
        yield one


class Phone:
    """What the recruit's phone is told over HTTP with the token of his ticket."""

    def __init__(self, serving: Serving) -> None:
        self.serving = serving

    def status(self, token: str) -> dict[str, Any]:
        answer = requests.get(
            f"{self.serving.program.url}/api/v1/patient/status",
            params={"patientId": RECRUIT},
            headers={"Authorization": f"Bearer {token}"},
            timeout=10,
        )
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def page(self, token: str) -> str:
        answer = requests.get(f"{self.serving.program.url}/t/{token}", timeout=10)
        assert answer.status_code == 200, answer.text
        return answer.text


def pins(serving: Serving) -> dict[str, str]:
    answer = requests.get(
        f"{serving.program.url}/api/v1/pins",
        headers={"Authorization": f"Bearer {serving.tokens['staff']}"},
        timeout=10,
    )
    assert answer.status_code == 200, answer.text
    return dict(answer.json()["pins"])


def log_in(driver: Driver) -> None:
    driver.begin(EXAM)
    driver.choose("recruitment")
    driver.choose("male")
    driver.scan(RECRUIT)


def begin_again(driver: Driver) -> None:
    driver.window.begin_again()
    driver.page(HomePage)


def leave(driver: Driver, ticket: IssuedTicket, pin: str, *, by_code: bool) -> None:
    """Name the ticket by its code or by clinic and number, and type the PIN."""
    driver.begin(LEAVE)
    if by_code:
        driver.scan(f"http://127.0.0.1/t/{ticket.token}")
    else:
        driver.choose(ticket.clinic)
        driver.tap(str(ticket.number))
        driver.accept()
    driver.qtbot.waitUntil(lambda: driver.window.visit.step is Step.PIN)
    driver.tap(pin)
    driver.accept()


def on_the_kiosk(driver: Driver) -> dict[str, str]:
    """How each clinic of the route stands, as the kiosk was told last."""
    route = driver.window.visit.route
    assert route is not None
    return {stop.clinic: stop.status.value for stop in route.stops}


def on_the_phone(status: dict[str, Any]) -> dict[str, str]:
    return {stop["clinic"]: stop["status"] for stop in status["route"]}


def test_a_recruit_walks_ten_clinics_and_kiosk_and_phone_say_the_same(
    serving: Serving, driver: Driver, desk: StaffDesk
) -> None:
    phone, codes = Phone(serving), pins(serving)
    been: list[str] = []
    token = ""
    log_in(driver)
    for place in range(1, 11):
        driver.page(TicketPage)
        ticket = driver.window.visit.ticket
        assert ticket is not None
        token = ticket.token
        driver.see(f"Clinic {place} of 10")
        assert on_the_kiosk(driver) == on_the_phone(phone.status(token))
        assert ticket.label in phone.page(token)
        been.append(ticket.clinic)
        begin_again(driver)
        # out of order, as other tests' patients may wait there too
        desk.call_chosen(Press(), Desk(None, (ticket.clinic,)), ticket.ticket_id, "the recruit")
        leave(driver, ticket, codes[ticket.clinic], by_code=place % 2 == 0)

    driver.page(FarewellPage)
    driver.see("Your exam is complete. Thank you")
    assert set(been) == CLINICS
    assert been[:3] == ["lab", "xr", "bio"], "the fixed ones come first, in their order"
    status = phone.status(token)
    assert on_the_kiosk(driver) == on_the_phone(status)
    assert set(on_the_phone(status).values()) == {"COMPLETED"}

    begin_again(driver)
    log_in(driver)
    driver.page(FarewellPage)
    assert on_the_kiosk(driver) == on_the_phone(status)
