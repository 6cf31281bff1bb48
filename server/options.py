"""What an administrator set and a server process goes by; the same in each of its workers.

Plain values only: a worker gets them as JSON.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    """Each field is the setting of its name; the defaults are those of a server by itself."""

    redis_url: str | None = None
    rate_limit_per_address: int = 0
    rate_limit_per_mobile: int = 0
    rate_limit_per_station: int = 0
    rate_limit_networks: str = ""
    trusted_proxies: str = ""
    webhook_networks: str = ""
    phone_url: str | None = None


NOTHING_SET = Options()
