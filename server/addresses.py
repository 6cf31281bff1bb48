"""From which address a request comes: the socket's, or what trusted proxies say of it.

`X-Forwarded-For` is read from the right, where the proxy nearest to us wrote: as long as that one
is trusted, what it says is believed, and no further. So nobody can claim an address through it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from domain.limits import Address, Network, parse_address, parse_networks, subject_of

ADDRESS = "dawr.address"
MOST_HOPS = 16
MOST_KNOWN = 4096
_FORWARDED = b"x-forwarded-for"

parsed = lru_cache(MOST_KNOWN)(parse_address)


@lru_cache(MOST_KNOWN)
def home_of(address: str) -> str:
    """Whom an address counts for; one that cannot be read for itself."""
    found = parse_address(address)
    return address[:64] if found is None else subject_of(found)


class Proxies:
    """The networks whose word is taken."""

    def __init__(self, trusted: str = "") -> None:
        self._networks: tuple[Network, ...] = parse_networks(trusted)

    def address_of(self, scope: Mapping[str, Any]) -> str:
        """The caller's address in its usual spelling; empty where a socket has none."""
        client = scope.get("client")
        socket = "" if client is None else str(client[0])
        if not self._networks:
            return socket
        address = parsed(socket)
        if address is None or not self._trusts(address):
            return socket
        for hop in reversed(_hops(scope)):
            said = parsed(hop[:64])
            if said is None:
                break
            address = said
            if not self._trusts(address):
                break
        return str(address)

    def _trusts(self, address: Address) -> bool:
        return any(address in network for network in self._networks)


def _hops(scope: Mapping[str, Any]) -> list[str]:
    """What the proxies added, each after the one before it."""
    lines = [value for name, value in scope["headers"] if name == _FORWARDED]
    return b",".join(lines).decode("latin-1").split(",")[-MOST_HOPS:]
