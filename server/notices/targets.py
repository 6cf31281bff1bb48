"""Where a web-hook may lead: never into the site's own network, unless an administrator allows it.

A name is resolved once for each connection; every address it has is checked, and the connection is
made to a checked address itself, so that no second answer of a name server counts.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit

from domain.limits import Address, Network

Resolve = Callable[[str, int], Sequence[str]]

_PORTS = {"http": 80, "https": 443}
_PROTOCOLS = (ipaddress.IPv4Network("192.0.0.0/24"), ipaddress.IPv4Network("192.88.99.0/24"))
"""Kept for protocols of the net itself. Source: RFC 6890, RFC 7526."""
_UNICAST = ipaddress.IPv6Network("2000::/3")
"""All of the internet's IPv6. Source: RFC 4291 section 2.4 and IANA's registry."""


class NotAllowed(Exception):
    """The target is one that nothing is sent to; says why, in English."""


def resolve(host: str, port: int) -> Sequence[str]:
    """Every address of a host, as the system knows it."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]).partition("%")[0] for one in found))


def is_public(address: Address) -> bool:
    """Whether an address is one of the internet's, also by the IPv4 address within it."""
    if isinstance(address, ipaddress.IPv6Address):
        within = address.ipv4_mapped or address.sixtofour
        if within is not None:
            return is_public(within)
        if address not in _UNICAST:
            return False
    if any(address in network for network in _PROTOCOLS):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved)


@dataclass(frozen=True)
class Targets:
    """What is allowed here: the internet by https, and these networks by http too."""

    allowed: tuple[Network, ...] = ()
    resolve: Resolve = field(default=resolve)

    def read(self, url: str) -> SplitResult:
        """The address of a web-hook in its parts.

        Raises:
            NotAllowed: it is not a plain http or https address of a host.
        """
        try:
            parts = urlsplit(url)
            has_port = parts.port is None or parts.port > 0
        except ValueError:
            raise NotAllowed("it is not an address") from None
        if parts.scheme not in _PORTS or not parts.hostname or not has_port:
            raise NotAllowed("it should begin with https:// and name a host")
        if parts.username is not None or parts.password is not None or parts.fragment:
            raise NotAllowed("it should carry neither a login nor a fragment")
        if parts.scheme == "http" and not self.allowed:
            raise NotAllowed("it should begin with https://")
        return parts

    def addresses(self, host: str, port: int, *, is_secure: bool) -> list[str]:
        """Where to connect for a host, each address checked.

        Raises:
            NotAllowed: one of them is in a network that nothing is sent to.
            OSError: the host is not known.
        """
        found = [ipaddress.ip_address(one) for one in self.resolve(host, port)]
        if not found:
            raise OSError("the host has no address")
        for address in found:
            if self._is_allowed(address):
                continue
            if not is_public(address):
                raise NotAllowed("it leads into a network that is not allowed")
            if not is_secure:
                raise NotAllowed("outside of the allowed networks it should begin with https://")
        return [str(address) for address in found]

    def _is_allowed(self, address: Address) -> bool:
        mapped = getattr(address, "ipv4_mapped", None)
        real: Address = mapped if mapped is not None else address
        return any(real in network for network in self.allowed)

    def check(self, url: str) -> None:
        """Refuse an address that nothing could be sent to; a host not known now may be later.

        Raises:
            NotAllowed: why.
        """
        parts = self.read(url)
        try:
            self.addresses(
                parts.hostname or "",
                parts.port or _PORTS[parts.scheme],
                is_secure=parts.scheme == "https",
            )
        except OSError:
            return
        except ValueError:
            raise NotAllowed("its host cannot be resolved") from None
