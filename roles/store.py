"""Which database a role works on, and as whom: the built-in one or the administrator's own.

It opens no window and serves nobody. The rules on logins: a station uses the login in its own file,
or the one DAWR_DATABASE_URL names; an administrator's login makes such a file where there is none.
"""

from __future__ import annotations

import contextlib
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from roles.plain import Plain, make_folder
from roles.settings import Settings
from storage import logins, sites, tokens
from storage.connections import bounded
from storage.logins import Credential, Kind

_REFUSED = ("authentication failed", "does not exist", "permission denied", "not permitted")
if sys.platform != "win32":
    import fcntl

SCOPES: dict[Kind, tokens.Scope] = {"kiosk": "kiosk", "staff": "staff"}


@dataclass(frozen=True)
class Store:
    """A database that is there: its place with the login given for it."""

    conninfo: str
    site: str | None
    data_dir: Path
    is_built_in: bool

    @contextlib.contextmanager
    def admin(self) -> Iterator[psycopg.Connection[tuple[Any, ...]]]:
        """The given login's autocommit connection, bounded, so that nothing waits for ever."""
        with psycopg.connect(bounded(self.conninfo, "dawr admin"), autocommit=True) as connection:
            yield connection

    def set_up(self) -> bool:
        """Bring the schema to this program's; an empty database gets the demo site.

        Returns:
            Whether the demo site was made.
        """
        from storage import database  # noqa: PLC0415 - 40 MB of Alembic that few starts need

        database.upgrade(self.conninfo)
        return sites.make_demo_site(self.conninfo)

    def begin(self) -> None:
        """Set a built-in database up; one of the administrator's own is set up when he says so."""
        if self.is_built_in:
            self.set_up()

    def credential(self, kind: Kind, name: str) -> Credential | None:
        """The login of a station or server, made if need be; None: the given one is such a one.

        Of several that start at once under one name the first makes it and the others use it.
        """
        file = f"{kind}-{re.sub('[^a-z0-9]+', '-', name.lower())}.json"
        with _alone(self.data_dir / "logins"):
            return self._credential(kind, name, self.data_dir / "logins" / file)

    def _credential(self, kind: Kind, name: str, path: Path) -> Credential | None:
        saved = Credential.load(path)
        if saved is not None and self._is_good(saved):
            return saved
        if "user" not in conninfo_to_dict(self.conninfo):
            raise Plain(
                f"There is no login for this {kind} in {path.parent}; run the command once on this"
                " machine with an administrator's login in DAWR_DATABASE_URL."
            )
        with self.admin() as admin:
            if logins.is_login(admin):
                return None
            credential = self._made(admin, kind, name)
        credential.save(path)
        return credential

    def _made(
        self, admin: psycopg.Connection[tuple[Any, ...]], kind: Kind, name: str
    ) -> Credential:
        site, _ = sites.find_site(admin, self.site)
        made = logins.ensure_login(admin, site, kind, name)
        if kind not in SCOPES:
            return made
        tokens.revoke_token(admin, site, name)
        token = tokens.create_token(admin, site, SCOPES[kind], name)
        return Credential(made.user, made.password, token)

    def _is_good(self, credential: Credential) -> bool:
        """Whether the database knows the login, and as one of the site that is asked for.

        It does not when it is another database, was made anew, or another site is set now. While it
        is away or not set up, the login is taken to be good and the role waits.
        """
        try:
            with psycopg.connect(bounded(credential.conninfo(self.place), "dawr login")) as login:
                row = login.execute("select dawr.read_board('{}') #>> '{site,code}'").fetchone()
        except psycopg.OperationalError as error:
            return not any(said in str(error) for said in _REFUSED)
        except psycopg.ProgrammingError:
            return True
        code = None if row is None else row[0]
        return code is not None and (self.site or code).lower() == code

    @property
    def place(self) -> str:
        """Host and database without the given login."""
        parts = conninfo_to_dict(self.conninfo)
        kept = {key: parts[key] for key in parts.keys() - {"user", "password"}}
        return make_conninfo("", **kept)

    def conninfo_of(self, credential: Credential | None) -> str:
        return self.conninfo if credential is None else credential.conninfo(self.place)


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the folder against other processes; the kernel lets go when this one ends."""
    make_folder(folder)
    with (folder / "lock").open("ab") as lock:
        if sys.platform != "win32":
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextlib.contextmanager
def opened(settings: Settings) -> Iterator[Store]:
    """The database of the settings; a built-in one stays up for as long as this is held."""
    if settings.database_url is not None:
        yield Store(_checked(settings.database_url), settings.site, settings.data_dir, False)
        return
    from storage import embedded  # noqa: PLC0415 - not every system has it, and not every clinic

    with embedded.start(settings.data_dir) as lease:
        yield Store(lease.conninfo(), settings.site, settings.data_dir, True)


def _checked(url: str) -> str:
    try:
        conninfo_to_dict(url)
    except psycopg.ProgrammingError as error:
        raise Plain(
            "DAWR_DATABASE_URL is not an address of a PostgreSQL database"
            " such as postgresql://user@host/dawr."
        ) from error
    return url
