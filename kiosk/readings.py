"""What a bar-code or QR reader read, as the question of the moment needs it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from urllib.parse import urlsplit

from domain.slots import booking_code
from kiosk.needs import Step

LONGEST_IDENTIFIER = 64
_TOKEN = re.compile(r"[A-Za-z0-9_-]{8,64}")

Reading = Callable[[str], str | None]


def identifier(keys: str) -> str | None:
    """A patient's number from a card: letters, digits, "_" and "-"; digits of any script."""
    found = "".join(_plain(key) for key in keys)
    allowed = all(key.isascii() and (key.isalnum() or key in "_-") for key in found)
    return found if found and allowed and len(found) <= LONGEST_IDENTIFIER else None


def appointment(keys: str) -> str | None:
    """A booking's code, bare or as the last part of an address."""
    return booking_code(_last_part(keys))


def ticket_token(keys: str) -> str | None:
    """The token of a ticket's QR code, bare or as the last part of the phone page's address."""
    found = _TOKEN.fullmatch(_last_part(keys))
    return None if found is None else found.group()


READINGS: dict[Step, Reading] = {
    Step.PATIENT: identifier,
    Step.CODE: appointment,
    Step.LEAVING: ticket_token,
    Step.NUMBER: ticket_token,
}
"""The questions that a reader may answer."""


def _last_part(keys: str) -> str:
    """What stands behind the last slash of an address, without its query; else all of it."""
    try:
        path = urlsplit(keys.strip()).path if "/" in keys else keys.strip()
    except ValueError:
        return ""
    return path.rstrip("/").rpartition("/")[2]


def _plain(key: str) -> str:
    """A digit of any script as one of 0 to 9."""
    digit = unicodedata.digit(key, None)
    return key if digit is None else str(digit)
