"""Tickets on paper: the dots that reach a printer are the picture, and every failure is said."""

from __future__ import annotations

import datetime as dt
import socket
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from domain.names import LANGUAGES
from domain.states import ClinicState, TicketState
from domain.tickets import Clinic, IssuedTicket, Site, TicketId
from domain.waits import Estimate
from tests.ui.printer import ALL_PRINTED, PAPER_OUT, RAN_OUT, dots, paper_printer
from ui import printing
from ui.paper import MARGIN, WIDTH, PaperTicket, paint_ticket
from ui.printing import EscposPrinter, NotPrinted, opener, send
from ui.widgets.qr_view import QUIET_ZONE, qr_modules

pytestmark = pytest.mark.usefixtures("qapp")
URL = "http://192.168.1.20:8765/t/"
SITE = Site(
    code="noor",
    names={"ar": "عيادة النور", "en": "Al Noor Clinic", "th": "คลินิกอัลนูร์"},
    time_zone="Asia/Riyadh",
    day_turns_at=dt.time(5),
    languages=("ar", "en", "th"),
)
CLINIC = Clinic(
    code="lab",
    names={"ar": "المختبر", "en": "Laboratory", "th": "ห้องแล็บ (เจาะเลือด)"},
    prefix="L",
    floor="ground",
    gender="any",
    state=ClinicState.OPEN,
    waiting=4,
    icon="lab",
    room="3",
)
TICKET = IssuedTicket(
    ticket_id=TicketId(31),
    clinic="lab",
    number=31,
    label="L-031",
    token="AbCdEfGhIj12",
    state=TicketState.WAITING,
    arrived_at=dt.datetime(2026, 11, 21, 7, 42, tzinfo=dt.UTC),
    ahead=4,
    estimate=Estimate(25 * 60, 40 * 60),
    entered=31,
    exited=27,
    waiting=5,
    floor="ground",
)


def on_paper(language: str = "ar", **changes: object) -> PaperTicket:
    values: dict[str, object] = {
        "label": "L-031",
        "site": SITE.names,
        "clinic": CLINIC.names,
        "icon": "lab",
        "floor": "ground",
        "room": "3",
        "ahead": 4,
        "estimate": Estimate(1500, 2400),
        "url": URL + "AbCdEfGhIj12",
        "at": dt.datetime(2026, 11, 21, 10, 42, tzinfo=dt.UTC),
        "languages": (language, *(each for each in LANGUAGES if each != language)),
    }
    return PaperTicket(**{**values, **changes})  # type: ignore[arg-type]


def black(image: QImage) -> list[list[bool]]:
    """The picture's rows of dots, True is black."""
    octets, line = bytes(image.constBits()), image.bytesPerLine()
    starts = range(0, line * image.height(), line)
    return [[octet == 0 for octet in octets[at : at + image.width()]] for at in starts]


class Painted:
    """Remembers what was painted: painted again, a letter's edge may be rounded otherwise."""

    def __init__(self) -> None:
        self.tickets: list[PaperTicket] = []
        self.pictures: list[QImage] = []

    def paint(self, ticket: PaperTicket) -> QImage:
        self.tickets.append(ticket)
        self.pictures.append(paint_ticket(ticket))
        return self.pictures[-1]

    def dots(self) -> list[list[bool]]:
        return black(self.pictures[-1])


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> Painted:
    memory = Painted()
    monkeypatch.setattr(printing, "paint_ticket", memory.paint)
    return memory


def printer(address: str) -> EscposPrinter:
    return EscposPrinter(address, lambda: SITE, URL)


def find_code(image: QImage, text: str) -> QRect:
    """Where exactly this QR code stands in the picture with its quiet zone, empty if nowhere."""
    modules, rows = qr_modules(text), black(image)
    count = len(modules)
    for dot in range(8, 2, -1):
        quiet, side = QUIET_ZONE * dot, count * dot
        for top in range(quiet, image.height() - side - quiet):
            for left in range(WIDTH - side):
                if all(
                    rows[top + row * dot + dot // 2][left + column * dot + dot // 2]
                    is modules[row][column]
                    for row in range(count)
                    for column in range(count)
                ):
                    return QRect(left, top, side, side)
    return QRect()


def test_every_dot_of_a_picture_arrives() -> None:
    picture = paint_ticket(on_paper())

    with paper_printer() as paper:
        send(picture, opener(paper.address))

        assert dots(paper.wait_for_end()) == black(picture)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_printed_is_the_ticket(painted: Painted, language: str) -> None:
    with paper_printer() as paper:
        printer(paper.address).print_ticket(TICKET, CLINIC, language)
        received = paper.wait_for_end()

    assert dots(received) == painted.dots()
    assert replace(painted.tickets[0], at=on_paper().at) == on_paper(language)
    assert received.startswith(b"\x10\x04\x04\x1b@")  # asked for paper, then reset
    assert b"\x1dV" in received  # cut


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_ticket_is_576_dots_wide_in_black_and_white(language: str) -> None:
    image = paint_ticket(on_paper(language))

    assert image.width() == WIDTH
    assert 600 < image.height() < 1000
    assert set(bytes(image.constBits())) == {0, 255}


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"label": "ENT-10031"},
        {"estimate": None},
        {"ahead": 120, "estimate": Estimate(3600, 43200)},
        {"clinic": {"en": "Department of otorhinolaryngology and speech therapy"}},
        {"site": {"en": "King Abdulaziz University Hospital and Research Centre"}},
        {"icon": "no such icon", "floor": "", "room": None},
    ],
    ids=lambda changes: ",".join(changes) or "usual",
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_painted_outside_the_margins(language: str, changes: dict[str, object]) -> None:
    rows = black(paint_ticket(on_paper(language, **changes)))

    assert not any(any(row[: MARGIN - 4]) or any(row[WIDTH - MARGIN + 4 :]) for row in rows)
    assert not any(any(row) for row in rows[-4:])


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_code_on_paper_leads_to_the_ticket(language: str) -> None:
    image = paint_ticket(on_paper(language))

    found = find_code(image, URL + "AbCdEfGhIj12")

    assert found.width() == 174
    at_start = found.center().x() > WIDTH // 2 if language == "ar" else found.left() < WIDTH // 2
    assert at_start


def test_the_number_is_the_largest_thing_and_shrinks_only_when_it_must() -> None:
    usual = paint_ticket(on_paper())
    long = paint_ticket(on_paper(label="ENT-10031"))

    assert usual.height() > long.height()


def test_a_silent_printer_prints_all_the_same() -> None:
    with paper_printer(status=None, printed=None) as paper:
        printer(paper.address).print_ticket(TICKET, CLINIC, "en")

        assert dots(paper.wait_for_end())


@pytest.mark.parametrize(
    ("status", "printed", "words"),
    [
        (PAPER_OUT, ALL_PRINTED, "no paper"),
        (b"\x12", RAN_OUT, "ran out of paper"),
        (b"\x12", None, "stopped"),
    ],
)
def test_a_printer_in_trouble_is_said_to_be(
    monkeypatch: pytest.MonkeyPatch, status: bytes, printed: bytes | None, words: str
) -> None:
    monkeypatch.setattr(printing, "PRINTED_S", 0.5)
    with paper_printer(status=status, printed=printed) as paper:
        with pytest.raises(NotPrinted, match=words):
            printer(paper.address).print_ticket(TICKET, CLINIC, "en")
        paper.wait_for_end()


def test_a_printer_that_is_off_is_said_to_be() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"tcp://127.0.0.1:{taken.getsockname()[1]}"

    with pytest.raises(NotPrinted, match="cannot be reached"):
        printer(address).print_ticket(TICKET, CLINIC, "en")


def test_a_file_takes_the_same_dots(painted: Painted, tmp_path: Path) -> None:
    target = tmp_path / "lp0"

    printer(f"file:{target}").print_ticket(TICKET, CLINIC, "th")

    assert dots(target.read_bytes()) == painted.dots()


@pytest.mark.parametrize("path", ["/dev/full", "/nowhere/lp0"])
def test_a_file_that_cannot_be_written_is_said(path: str) -> None:
    with pytest.raises(NotPrinted, match="cannot be reached"):
        printer(f"file:{path}").print_ticket(TICKET, CLINIC, "en")


def test_not_printed_is_an_os_error_like_the_kiosk_expects() -> None:
    assert issubclass(NotPrinted, OSError)


@pytest.mark.parametrize("address", ["", "lp0", "tcp://", "http://printer", "usb://04b8"])
def test_an_address_that_is_none_is_refused_at_the_start(address: str) -> None:
    with pytest.raises(ValueError, match="not the address of a printer"):
        opener(address)


def test_the_site_is_asked_once(tmp_path: Path) -> None:
    asked: list[str] = []

    def site() -> Site:
        asked.append("once")
        return SITE

    paper = EscposPrinter(f"file:{tmp_path / 'lp0'}", site, URL)
    paper.print_ticket(TICKET, CLINIC, "en")
    paper.print_ticket(TICKET, CLINIC, "ar")

    assert asked == ["once"]


def test_the_time_on_paper_is_the_sites(painted: Painted, tmp_path: Path) -> None:
    """07:42 UTC is 10:42 in Riyadh."""
    printer(f"file:{tmp_path / 'lp0'}").print_ticket(TICKET, CLINIC, "en")

    assert f"{painted.tickets[0].at:%H:%M}" == "10:42"


def test_printing_works_outside_the_gui_thread(painted: Painted, tmp_path: Path) -> None:
    target = tmp_path / "lp0"
    with ThreadPoolExecutor(1) as pool:
        pool.submit(printer(f"file:{target}").print_ticket, TICKET, CLINIC, "ar").result(30)

    assert dots(target.read_bytes()) == painted.dots()
