"""Puts tickets on paper: a picture, sent as dots to an ESC/POS printer over network, file or USB.

Called from a worker, never from the GUI thread. Whether paper came out is said by an exception.
"""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable
from typing import Protocol
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from escpos.escpos import Escpos  # type: ignore[import-untyped]  # python-escpos has no types
from escpos.exceptions import Error as EscposError  # type: ignore[import-untyped]  # the same
from escpos.printer import File, Network, Usb  # type: ignore[import-untyped]  # the same
from PIL import Image
from PySide6.QtGui import QImage

from domain.tickets import Clinic, IssuedTicket, Site
from ui.languages import Digits
from ui.paper import PaperTicket, paint_ticket

PROFILE = "TM-T20II"
"""A printer of 576 dots a line that python-escpos knows; others of that width speak the same."""
CONNECT_S = 3.0
STATUS_S = 1.0
PRINTED_S = 10.0
"""A ticket takes two seconds; a printer that is still silent then has stopped."""
NETWORK_PORT = 9100

_PAPER_STATUS_IN_ORDER = b"\x1dr\x01"  # GS r 1: answered once all before it is on paper
_NO_PAPER = 0b1100

log = logging.getLogger(__name__)


class NotPrinted(OSError):
    """No ticket came out; str() is one plain sentence for staff."""


class Printer(Protocol):
    """What prints; the kiosk knows no more of it."""

    def print_ticket(self, ticket: IssuedTicket, clinic: Clinic, language: str) -> None:
        """Raises NotPrinted when no paper came out."""


class EscposPrinter:
    """Prints on one printer, opened for each ticket, so that it may be switched off in between.

    Args:
        address: "tcp://host:9100", "file:/dev/usb/lp0" or "usb://04b8:0e15".
        site: Answers the site, asked once before the first ticket.
        follow_url: What the QR code says before the ticket's token.
    """

    def __init__(
        self,
        address: str,
        site: Callable[[], Site],
        follow_url: str,
        *,
        digits: Digits = Digits.WESTERN,
    ) -> None:
        self._open = opener(address)
        self._ask_site = site
        self._site: Site | None = None
        self._follow_url = follow_url
        self._digits = digits

    def print_ticket(self, ticket: IssuedTicket, clinic: Clinic, language: str) -> None:
        """Print it and wait until the printer says so, where it can.

        Raises:
            NotPrinted: When it is off, out of paper, or stopped.
        """
        picture = paint_ticket(self._paper(ticket, clinic, language))
        send(picture, self._open)

    def _paper(self, ticket: IssuedTicket, clinic: Clinic, language: str) -> PaperTicket:
        if self._site is None:
            self._site = self._ask_site()
        site = self._site
        others = [other for other in site.languages if other != language]
        return PaperTicket(
            label=ticket.label,
            site=site.names,
            clinic=clinic.names,
            icon=clinic.icon,
            floor=ticket.floor,
            room=ticket.room or clinic.room,
            ahead=ticket.ahead,
            estimate=ticket.estimate,
            url=self._follow_url + ticket.token,
            at=ticket.arrived_at.astimezone(ZoneInfo(site.time_zone)),
            languages=(language, *others),
            digits=self._digits,
        )


def opener(address: str) -> Callable[[], Escpos]:
    """How the printer at an address is opened.

    Raises:
        ValueError: When the address is none of ours, in one plain sentence.
    """
    parts = urlsplit(address)
    if parts.scheme == "tcp" and parts.hostname:
        host, port = parts.hostname, parts.port or NETWORK_PORT
        return lambda: _Network(host, port, timeout=CONNECT_S, profile=PROFILE)
    if parts.scheme == "file" and parts.path:
        return lambda: File(parts.path, profile=PROFILE)  # flushed at once, so that it can fail
    if parts.scheme == "usb" and parts.netloc.count(":") == 1:
        vendor, product = (int(part, 16) for part in parts.netloc.split(":"))
        return lambda: Usb(vendor, product, timeout=int(CONNECT_S * 1000), profile=PROFILE)
    raise ValueError(
        f"{address} is not the address of a printer. "
        "Give tcp://HOST:9100, file:/dev/usb/lp0 or usb://VENDOR:PRODUCT."
    )


def send(picture: QImage, opened: Callable[[], Escpos]) -> None:
    """Send a picture and cut the paper.

    Raises:
        NotPrinted: When the printer cannot be reached, has no paper, or stopped.
    """
    printer = None
    try:
        printer = opened()
        printer.open()
        answers = _check_paper(printer)
        printer.hw("INIT")
        printer.image(to_pillow(picture), impl="bitImageRaster")
        printer.cut()
        if answers:
            _wait_until_printed(printer)
    except NotPrinted:
        raise
    except (EscposError, OSError, RuntimeError) as error:
        log.warning("a ticket was not printed: %s", error)
        raise NotPrinted("The printer cannot be reached. Check that it is on.") from error
    finally:
        if printer is not None:
            _close(printer)


def to_pillow(picture: QImage) -> Image.Image:
    """The same dots as Pillow's black-and-white picture."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    size = (grey.width(), grey.height())
    bits = bytes(grey.constBits())
    return Image.frombytes("L", size, bits, "raw", "L", grey.bytesPerLine(), 1).convert(
        "1", dither=Image.Dither.NONE
    )


class _Network(Network):  # type: ignore[misc]  # python-escpos has no types
    def open(self, raise_not_found: bool = True) -> None:
        """WORKAROUND(python-escpos 3.1): its own leaves the socket open when it is refused."""
        del raise_not_found
        self.device = socket.create_connection((self.host, self.port), self.timeout)


def _check_paper(printer: Escpos) -> bool:
    """Whether the printer answers questions; raises NotPrinted when it has no paper."""
    if not isinstance(printer, Network):
        return False
    printer.device.settimeout(STATUS_S)
    try:
        status = printer.paper_status()
    except TimeoutError:
        return False  # many never answer, and print all the same
    finally:
        printer.device.settimeout(CONNECT_S)
    if status == 0:
        raise NotPrinted("The printer has no paper. Put in a new roll.")
    return True


def _wait_until_printed(printer: Escpos) -> None:
    printer.device.settimeout(PRINTED_S)
    try:
        status = printer.query_status(_PAPER_STATUS_IN_ORDER)
    except TimeoutError as error:
        raise NotPrinted("The printer stopped. Check its paper and its cover.") from error
    if not status or status[-1] & _NO_PAPER == _NO_PAPER:
        raise NotPrinted("The printer ran out of paper. Put in a new roll.")


def _close(printer: Escpos) -> None:
    try:
        printer.close()
    except (EscposError, OSError):
        log.warning("the printer was not closed cleanly")
