"""What `python main.py station …` does; what a station is, storage knows."""

from __future__ import annotations

from collections.abc import Iterator

from domain.errors import InvalidInput
from roles.plain import Plain
from roles.settings import Settings
from roles.store import opened
from storage import sites, stations

LONGEST_NAME = 60
"""As the schema has it."""


def pair(settings: Settings, code: str, name: str) -> Iterator[str]:
    """Let the station in that shows this code; it fetches its token by itself."""
    if not 1 <= len(name.strip()) <= LONGEST_NAME:
        raise Plain(f"A station's name has 1 to {LONGEST_NAME} letters; choose another --name.")
    with opened(settings) as store, store.admin() as admin:
        site, _ = sites.find_site(admin, settings.site)
        try:
            found = stations.approve(admin, site, code, name.strip())
        except InvalidInput:
            raise Plain(
                f"A token or station named {name} exists already; choose another --name."
            ) from None
        if found is None:
            raise Plain(f"No station shows the code {code} now; look at its screen again.")
        yield f"The {found['kind']} {found['name']} is let in."


def list(settings: Settings) -> Iterator[str]:  # noqa: A001 - the command says so
    """A line for each station: its name, kind, clinics, and whether it was shut out."""
    with opened(settings) as store, store.admin() as admin:
        site, _ = sites.find_site(admin, settings.site)
        for one in stations.list_stations(admin, site):
            clinics = ",".join(one.clinics) or "all clinics"
            line = f"{one.name}\t{one.kind}\t{clinics}\tsince {one.since:%Y-%m-%d}"
            yield line + ("\trevoked" if one.revoked else "")


def revoke(settings: Settings, name: str) -> Iterator[str]:
    """Shut a station out from this instant."""
    with opened(settings) as store, store.admin() as admin:
        site, _ = sites.find_site(admin, settings.site)
        if not stations.revoke_station(admin, site, name):
            raise Plain(f"There is no station named {name}; see: python main.py station list")
        yield f"The station {name} is shut out."
