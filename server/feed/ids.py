"""The feed's ids: a position for each stream of a subscription, as opaque ASCII.

Equal positions of equal streams give equal ids. An id made of anything else is simply not known.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable, Iterator, Mapping

MARK = "d"
LONGEST = 4096
_SEVEN, _MORE = 0x7F, 0x80


def encode(positions: Mapping[int, int]) -> str:
    """The id of these positions by stream."""
    packed = bytearray()
    for stream in sorted(positions):
        _put(packed, stream)
        _put(packed, positions[stream])
    return MARK + base64.urlsafe_b64encode(packed).rstrip(b"=").decode("ascii")


def decode(text: str | None, streams: Iterable[int]) -> dict[int, int] | None:
    """The positions of an id; None when it is not one of exactly these streams."""
    if text is None or not text.startswith(MARK) or len(text) > LONGEST:
        return None
    try:
        packed = base64.b64decode(text[1:] + "=" * (-len(text[1:]) % 4), b"-_", validate=True)
        numbers = list(_take(packed))
    except (binascii.Error, ValueError):
        return None
    positions = dict(zip(numbers[::2], numbers[1::2], strict=False))
    is_known = sorted(positions) == sorted(streams) and encode(positions) == text
    return positions if is_known else None


def _put(packed: bytearray, number: int) -> None:
    """Append a number, seven bits a byte, the last byte without its high bit."""
    while number > _SEVEN:
        packed.append(number & _SEVEN | _MORE)
        number >>= 7
    packed.append(number)


def _take(packed: bytes) -> Iterator[int]:
    number = shift = 0
    for byte in packed:
        number |= (byte & _SEVEN) << shift
        shift += 7
        if not byte & _MORE:
            yield number
            number = shift = 0
    if shift:
        raise ValueError("cut short")
