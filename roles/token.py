"""What `python main.py token …` does; what a token is, storage knows."""

from __future__ import annotations

from collections.abc import Iterator

from roles.plain import Plain
from roles.settings import Settings
from roles.store import opened
from storage import sites, tokens
from storage.tokens import Scope

LONGEST_NAME = 60
"""As the schema has it."""


def create(settings: Settings, scope: Scope, name: str) -> Iterator[str]:
    """Make a token; the only line is the token, seen this once."""
    if not 1 <= len(name.strip()) <= LONGEST_NAME:
        raise Plain(f"A token's name has 1 to {LONGEST_NAME} letters; choose another --name.")
    with opened(settings) as store, store.admin() as admin:
        site, _ = sites.find_site(admin, settings.site)
        yield tokens.create_token(admin, site, scope, name)


def list(settings: Settings) -> Iterator[str]:  # noqa: A001 - the command says so
    """A line for each token of the site: its name, scope and whether it is revoked."""
    with opened(settings) as store, store.admin() as admin:
        site, _ = sites.find_site(admin, settings.site)
        for token in tokens.list_tokens(admin, site):
            yield f"{token.name}\t{token.scope}" + ("\trevoked" if token.revoked else "")


def revoke(settings: Settings, name: str) -> Iterator[str]:
    """Make a token worthless from this instant."""
    with opened(settings) as store, store.admin() as admin:
        site, _ = sites.find_site(admin, settings.site)
        if not tokens.revoke_token(admin, site, name):
            raise Plain(f"There is no valid token named {name}; see: python main.py token list")
        yield f"The token {name} is revoked."
