"""What a site sets of limits: networks, addresses, and who counts as one."""

from __future__ import annotations

import pytest

from domain.limits import parse_address, parse_limits, parse_networks, subject_of


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("192.0.2.1", "192.0.2.1"),
        (" 192.0.2.1:4711 ", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:DB8::1", "2001:db8::1"),
        ("[2001:db8::1]:443", "2001:db8::1"),
        ('"[2001:db8::1]"', "2001:db8::1"),
        ("fe80::1%eth0", "fe80::1"),
        ("unknown", None),
        ("", None),
        ("192.0.2.256", None),
        ("192.0.2.1, 192.0.2.2", None),
    ],
)
def test_addresses_are_read_as_sockets_and_proxies_write_them(
    written: str, meant: str | None
) -> None:
    found = parse_address(written)

    assert (None if found is None else str(found)) == meant


def test_addresses_of_one_home_count_as_one() -> None:
    same = {
        subject_of(one) for one in map(parse_address, ("2001:db8::1", "2001:db8::ffff:2")) if one
    }
    other = parse_address("2001:db8:0:1::1")

    assert other is not None
    assert same == {"2001:db8::/64"}
    assert subject_of(other) == "2001:db8:0:1::/64"


def test_the_narrowest_network_comes_first() -> None:
    found = parse_limits("10.0.0.0/8=600, 10.1.2.3=0,2001:db8::/32=40,")

    assert [(str(network), limit) for network, limit in found] == [
        ("10.1.2.3/32", 0),
        ("2001:db8::/32", 40),
        ("10.0.0.0/8", 600),
    ]


@pytest.mark.parametrize(
    "text", ["10.0.0.0/8", "10.0.0.0/8=many", "10.0.0.1/8=5", "clinic=5", "=5"]
)
def test_a_limit_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        parse_limits(text)


def test_a_network_that_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="clinic"):
        parse_networks("10.0.0.0/8, clinic")
