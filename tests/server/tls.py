"""A certificate of hook.example, signed by itself, for receivers of tests; it opens nothing."""

from __future__ import annotations

import ssl
from pathlib import Path

CERTIFICATE = """\
-----BEGIN CERTIFICATE-----
MIIBnjCCAUSgAwIBAgIURjpBa4iBA04ED7Z2l55oVeB9je8wCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMaG9vay5leGFtcGxlMCAXDTI2MTEyNjIzMDkwM1oYDzIxMjYx
MTAyMjMwOTAzWjAXMRUwEwYDVQQDDAxob29rLmV4YW1wbGUwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAATOB66vqJqdsPfeYH78sz5D8C7s0rNP2VI5AqREgZ0roZKk
qEi+GPt0IWSfBWxBEl8ULyCNXA+RYQyWsyi2JxYNo2wwajAdBgNVHQ4EFgQUqaQ6
F471S7sLVl68Auma7SPqMW0wHwYDVR0jBBgwFoAUqaQ6F471S7sLVl68Auma7SPq
MW0wFwYDVR0RBBAwDoIMaG9vay5leGFtcGxlMA8GA1UdEwEB/wQFMAMBAf8wCgYI
KoZIzj0EAwIDSAAwRQIhANK4aDGHiStBgEsDyUnyCB1nChEoixQmNKMFRlyHeKoF
AiBTLJJkd8J7Ji3palEwCC+oFoYzvq4lzkmqrPRxQBTBYg==
-----END CERTIFICATE-----
"""
KEY = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQght2lpG0HLFRhx3ex
PEPAnZMWoHpYseVhKlNynA3dOw+hRANCAATOB66vqJqdsPfeYH78sz5D8C7s0rNP
2VI5AqREgZ0roZKkqEi+GPt0IWSfBWxBEl8ULyCNXA+RYQyWsyi2JxYN
-----END PRIVATE KEY-----
"""


def server_context(folder: Path) -> ssl.SSLContext:
    """What a receiver that shows this certificate speaks."""
    both = folder / "hook.pem"
    both.write_text(CERTIFICATE + KEY, encoding="ascii")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(both)
    return context


def trusting_context() -> ssl.SSLContext:
    """What a sender speaks that trusts this certificate and no other."""
    return ssl.create_default_context(cadata=CERTIFICATE)
