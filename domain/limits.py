"""How often somebody may ask: what a site sets, and whom a network's own number is for."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

SPAN_S = 60
"""Requests are limited within a minute. Source: the specification's section on limits."""
HOME_BITS = 64
"""What one customer of IPv6 has at least, so who changes his address within it is still himself."""


def parse_networks(text: str) -> tuple[Network, ...]:
    """Networks and addresses with commas between.

    Raises:
        ValueError: one of them is none.
    """
    return tuple(ip_network(part.strip()) for part in text.split(",") if part.strip())


def parse_limits(text: str) -> tuple[tuple[Network, int], ...]:
    """`10.0.0.0/8=600, 10.1.2.3=0`: networks, each address in which has a limit of its own.

    The narrowest comes first, so that the first that fits is the one.

    Raises:
        ValueError: one of them is none.
    """
    found: list[tuple[Network, int]] = []
    for part in text.split(","):
        if not part.strip():
            continue
        network, _, limit = part.partition("=")
        if not limit.strip().isdecimal():
            raise ValueError(f"{part.strip()!r} should be a network and a number: 10.0.0.0/8=600")
        found.append((ip_network(network.strip()), int(limit)))
    return tuple(sorted(found, key=lambda one: one[0].prefixlen, reverse=True))


def parse_address(text: str) -> Address | None:
    """An address as a socket or a proxy writes it, also with its port; None when it is none.

    One of IPv4 within IPv6 (`::ffff:192.0.2.1`) is the one of IPv4.
    """
    bare = text.strip().strip('"')
    if bare.startswith("["):
        bare = bare[1:].partition("]")[0]
    elif bare.count(":") == 1:
        bare = bare.partition(":")[0]
    try:
        found = ip_address(bare.partition("%")[0])
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found


def subject_of(address: Address) -> str:
    """Whom an address counts for: itself, or in IPv6 the network of its home."""
    if isinstance(address, IPv4Address):
        return str(address)
    return str(IPv6Network((address, HOME_BITS), strict=False))
