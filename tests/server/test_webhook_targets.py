"""Where notices may be sent, and how a receiver tells that they are ours."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import ipaddress
from collections.abc import Sequence
from pathlib import Path

import pytest

from domain.limits import parse_networks
from server.notices import sender
from server.notices.letters import signature
from server.notices.sender import Sending
from server.notices.targets import NotAllowed, Targets
from tests.server.receiver import receiving
from tests.server.tls import server_context, trusting_context

PUBLIC = ("93.184.215.14", "2606:4700::6810:84e5")
INSIDE = [
    "0.0.0.0", "0.1.2.3",  # noqa: S104 - nothing is bound to it
    "10.0.0.1", "100.64.0.1", "127.0.0.1", "127.9.9.9", "169.254.169.254",
    "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.168.1.1", "198.18.0.1",
    "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254",
    "64:ff9b::7f00:1", "64:ff9b:1::1", "100::1", "2001:db8::1", "2001::1", "2002:7f00:1::",
    "2002:a00:1::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fec0::1", "ff02::1", "ff0e::1",
]  # fmt: skip


def leading_to(*addresses: str) -> Targets:
    """Targets whose every name leads to these addresses."""
    return Targets(resolve=lambda *_: addresses)


@pytest.mark.parametrize("address", INSIDE)
def test_nothing_is_sent_into_the_sites_own_network(address: str) -> None:
    """Whether the address stands there itself or a name leads to it, alone or among others."""
    host = f"[{address}]" if ":" in address else address
    with pytest.raises(NotAllowed):
        Targets(resolve=lambda host, _: [host.strip("[]")]).check(f"https://{host}/x")
    for answers in ((address,), (*PUBLIC, address), (address, *PUBLIC)):
        with pytest.raises(NotAllowed):
            leading_to(*answers).addresses("hook.example", 443, is_secure=True)


@pytest.mark.parametrize(
    "host", ["127.1", "2130706433", "0x7f000001", "0177.0.0.1", "localhost", "[::1]"]
)
def test_other_spellings_of_this_machine_are_seen_through(host: str) -> None:
    with pytest.raises(NotAllowed):
        Targets().check(f"https://{host}/x")
    sent = Sending(Targets()).send(f"https://{host}/x", "s", "1", b"{}")
    assert (sent.status, "not allowed" in str(sent.error)) == (None, True)


def test_the_internet_is_reached_by_https_alone() -> None:
    assert leading_to(*PUBLIC).addresses("h", 443, is_secure=True) == list(PUBLIC)
    with pytest.raises(NotAllowed, match="https"):
        leading_to(*PUBLIC).addresses("h", 80, is_secure=False)
    with pytest.raises(NotAllowed, match="https"):
        Targets().check("http://hook.example/x")


def test_an_allowed_network_is_reached_by_http_too_and_opens_no_other() -> None:
    targets = Targets(parse_networks("10.1.0.0/16, fd00::/8"), lambda host, _: [host])

    for address in ("10.1.2.3", "fd00::7"):
        assert targets.addresses(address, 80, is_secure=False) == [address]
    assert targets.addresses("::ffff:10.1.2.3", 80, is_secure=False)
    for address in ("10.2.0.1", "127.0.0.1", "fe80::1"):
        with pytest.raises(NotAllowed):
            targets.addresses(address, 443, is_secure=True)
    with pytest.raises(NotAllowed, match="https"):
        targets.addresses(PUBLIC[0], 80, is_secure=False)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://hook.example/x", "file:///etc/passwd", "https:///x", "https://", "hook.example",
        "https://user:word@hook.example/", "https://user@hook.example/", "https://h.example/#part",
        "https://h.example:99999/", "https://[::1/", "javascript:alert(1)", "https://h.example:0/",
    ],
)  # fmt: skip
def test_what_is_no_plain_address_is_refused(url: str) -> None:
    with pytest.raises(NotAllowed):
        leading_to(*PUBLIC).check(url)


def test_a_name_that_is_not_known_just_now_may_be_later() -> None:
    def unknown(host: str, port: int) -> Sequence[str]:
        raise OSError(host)

    Targets(resolve=unknown).check("https://hook.example/x")


def test_a_name_is_resolved_once_for_a_connection_and_that_answer_is_the_one_used() -> None:
    """A name server that answers a public address first and a private one after gains nothing."""
    asked: list[str] = []

    def rebinding(host: str, port: int) -> Sequence[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) > 1 else ["127.0.0.2"]

    allowed = (ipaddress.ip_network("127.0.0.2/32"),)
    sent = Sending(Targets(allowed, rebinding)).send("http://hook.example:1/x", "s", "1", b"{}")

    assert asked == ["hook.example"]
    assert sent.error == "it cannot be reached, or hung up"


@pytest.mark.parametrize(
    ("host", "trusts", "error"),
    [
        ("hook.example", True, None),
        ("other.example", True, "its certificate was not accepted"),
        ("hook.example", False, "its certificate was not accepted"),
    ],
)
async def test_tls_verifies_the_name_although_the_address_was_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, host: str, trusts: bool, error: str | None
) -> None:
    if trusts:
        monkeypatch.setattr(sender, "trusted", trusting_context)
    targets = Targets(parse_networks("127.0.0.0/8"), lambda *_: ["127.0.0.1"])
    async with receiving(server_context(tmp_path)) as receiver:
        url = f"https://{host}:{receiver.port}/x"
        sent = await asyncio.to_thread(Sending(targets).send, url, "s", "1", b"{}")

    assert sent.trouble == error
    assert [one.headers["host"] for one in receiver.received] == (
        [] if error else [f"{host}:{receiver.port}"]
    )


def test_the_signature_is_the_documented_one() -> None:
    body = b'{"id":"1"}'

    made = signature("secret", 1_764_000_000, body)

    stamp, _, mac = made.partition(",v1=")
    again = hmac.new(b"secret", b"1764000000." + body, hashlib.sha256).hexdigest()
    assert (stamp, mac) == ("t=1764000000", again)
