"""What `python main.py database …` does: set up, say how it stands, back up, restore, stop."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from roles.plain import Plain
from roles.settings import Settings
from roles.store import Store, opened
from storage import database, embedded
from storage.embedded import EmbeddedUnavailable, binaries

_TITLE = "-- A backup of Dawr's database "


def upgrade(settings: Settings) -> Iterator[str]:
    """Bring the database to this program's schema; answers what was done, a line each."""
    with opened(settings) as store:
        made = store.set_up()
        yield f"The database is ready at revision {database.wanted_revision()}."
        if made:
            yield "It was empty and has got the demo site."


def status(settings: Settings) -> Iterator[str]:
    """How the database stands; starts no server.

    Raises:
        Plain: it is not usable, and what to do.
    """
    if settings.database_url is None and not embedded.running(settings.data_dir):
        raise Plain(
            "The built-in database is not running; it starts by itself with: python main.py demo"
        )
    with opened(settings) as store, store.admin() as admin:
        yield f"Database: {admin.info.dbname} at {admin.info.host}:{admin.info.port}"
        yield f"PostgreSQL: {admin.info.parameter_status('server_version')}"
        stands = database.standing(admin)
        yield f"Revision: {stands.revision or 'none'}"
        if not stands.ready:
            raise Plain(
                "The database is not set up for this program; run: python main.py database upgrade"
            )


def stop(settings: Settings) -> Iterator[str]:
    """Stop the built-in server for everyone."""
    if settings.database_url is not None:
        raise Plain("DAWR_DATABASE_URL names a server of your own; stop it as you started it.")
    stopped = embedded.stop(settings.data_dir)
    yield "The built-in database has stopped." if stopped else "It was not running."


def backup(settings: Settings, file: Path) -> Iterator[str]:
    """Write the whole database and its roles into one file of SQL, readable by its owner alone."""
    with opened(settings) as store, store.admin() as admin:
        roles = _roles_of(admin)
        whole = file.with_name(f"{file.name}.part")
        with _fresh(whole) as out:
            out.write(f"{_TITLE}{admin.info.dbname}\n{roles}".encode())
            out.flush()
            _run([_dump_for(admin), "--no-password"], store, stdout=out.fileno())
        whole.replace(file)
        yield f"The database is saved in {file}; keep it safe, it holds patients' names."


def restore(settings: Settings, file: Path) -> Iterator[str]:
    """Put a backup into an empty database, whole or not at all."""
    if not file.is_file():
        raise Plain(f"There is no file {file}; name one that database backup has written.")
    with file.open(encoding="utf-8", errors="replace") as saved:
        title, _, name = saved.readline().rstrip("\n").rpartition(" ")
    if f"{title} " != _TITLE:
        raise Plain(f"The file {file} is no backup that database backup has written.")
    with opened(settings) as store:
        with store.admin() as admin:
            _check_place(admin, name)
        options = ["--no-psqlrc", "--quiet", "--single-transaction", "-v", "ON_ERROR_STOP=1"]
        _run([_tools("psql")[0], *options, "--no-password", "-f", str(file)], store)
        database.upgrade(store.conninfo)
        yield f"The database of {file} is restored and ready."


def _check_place(admin: psycopg.Connection[tuple[Any, ...]], name: str) -> None:
    """Refuse a place that holds something, or that has another name: roles are named after it."""
    if admin.info.dbname != name:
        raise Plain(f"The backup is of a database named {name}; restore it into one of that name.")
    row = admin.execute("select to_regclass('dawr.site') is null").fetchone()
    if row is None or not row[0]:
        raise Plain(
            "The database is not empty; name another with DAWR_DATABASE_URL or"
            " DAWR_DATA_DIR and restore there."
        )


def _roles_of(admin: psycopg.Connection[tuple[Any, ...]]) -> str:
    """SQL that makes the groups and the stations' logins, with the passwords they have."""
    rows = admin.execute(
        "select r.rolname, r.rolpassword, r.rolcanlogin, array(select g.rolname from"
        " pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid)"
        " from pg_authid r where r.rolname in (select role_name from dawr.login)"
        " or r.rolname = any(%s) order by r.rolcanlogin, r.rolname",
        [[f"{admin.info.dbname}_{group}" for group in ("owner", "kiosk", "staff", "server")]],
    ).fetchall()
    return "".join(_role(admin, *row) for row in rows)


def _role(
    admin: psycopg.Connection[tuple[Any, ...]],
    name: str,
    password: str | None,
    can_login: bool,
    groups: Sequence[str],
) -> str:
    made = sql.SQL("create role {} {} password {}").format(
        sql.Identifier(name), sql.SQL("login" if can_login else "nologin"), sql.Literal(password)
    )
    statements = [made, *(_grant(group, name) for group in groups)]
    body = "; ".join(each.as_string(admin) for each in statements)
    return (
        sql.SQL("do {};\n")
        .format(
            sql.Literal(
                f"begin if not exists (select from pg_roles where rolname ="
                f" {sql.Literal(name).as_string(admin)}) then {body}; end if; end"
            )
        )
        .as_string(admin)
    )


def _grant(group: str, member: str) -> sql.Composed:
    return sql.SQL("grant {} to {}").format(sql.Identifier(group), sql.Identifier(member))


@contextlib.contextmanager
def _fresh(path: Path) -> Iterator[Any]:
    """A new file that only its owner can read, gone again if writing it fails."""
    path.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            yield out
    except OSError as error:
        raise Plain(f"The file {path} cannot be written: {error.strerror}.") from error
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _dump_for(admin: psycopg.Connection[tuple[Any, ...]]) -> str:
    """The oldest pg_dump that knows this server: a newer one may write what it cannot read."""
    major = admin.info.server_version // 10_000
    found = {_major(path): path for path in reversed(_tools("pg_dump"))}
    fit = sorted(version for version in found if version >= major)
    if not fit:
        raise Plain(f"Install the tools of PostgreSQL {major} to back this database up.")
    return found[fit[0]]


def _tools(name: str) -> list[str]:
    """PostgreSQL's own tool: the one that came with Dawr, and the system's."""
    places = [shutil.which(name)]
    with contextlib.suppress(EmbeddedUnavailable):
        places.insert(0, str(binaries() / name))
    return [place for place in places if place is not None]


def _major(tool: str) -> int:
    """18 of `pg_dump (PostgreSQL) 18.4`; 0 where that is not said."""
    said = subprocess.run([tool, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.search(r"\) (\d+)", said)
    return int(found[1]) if found else 0


def _run(command: list[str], store: Store, stdout: int = subprocess.DEVNULL) -> None:
    """Run one of PostgreSQL's tools on the store; the password goes by the environment."""
    given = conninfo_to_dict(store.conninfo)
    password = given.pop("password", None)
    secret = {} if password is None else {"PGPASSWORD": str(password)}
    done = subprocess.run(
        [*command, "--dbname", str(make_conninfo("", **given))],
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env={**os.environ, **secret},
        check=False,
    )
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines() or ["it said nothing"]
        worst = next((line for line in said if "ERROR:" in line), said[-1])
        raise Plain(f"{Path(command[0]).name} failed: {worst}")
