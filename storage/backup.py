"""The whole database in one file of SQL and back, with the roles of its stations.

Roles belong to the cluster and not to the database, so PostgreSQL's own dump leaves them out; here
they stand before it, with the passwords they have, so that every station goes on with its own file.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from io import BufferedWriter
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from storage import roles
from storage.embedded import EmbeddedUnavailable, binaries

Admin = psycopg.Connection[tuple[Any, ...]]

_TITLE = "-- A backup of Dawr's database "
_ONCE_OR_NOT = ["--no-psqlrc", "--quiet", "--single-transaction", "-v", "ON_ERROR_STOP=1"]


class BackupFailed(Exception):
    """Why there is no backup, or none was restored, in one plain sentence. Nothing was changed."""


def save(conninfo: str, admin: Admin, file: Path) -> None:
    """Write the database into the file, whole or not at all, readable by its owner alone.

    Args:
        conninfo: the same superuser's login as `admin` has.
    """
    given = _roles_of(admin)
    whole = file.with_name(f"{file.name}.part")
    with _fresh(whole) as out:
        out.write(f"{_TITLE}{admin.info.dbname}\n{given}".encode())
        out.flush()
        _run([_dump_for(admin), "--no-password"], conninfo, stdout=out.fileno())
    whole.replace(file)


def load(conninfo: str, admin: Admin, file: Path) -> None:
    """Put a saved database into an empty one of the same name, whole or not at all."""
    if not file.is_file():
        raise BackupFailed(f"There is no file {file}; name one that database backup has written.")
    with file.open(encoding="utf-8", errors="replace") as saved:
        title, _, name = saved.readline().rstrip("\n").rpartition(" ")
    if f"{title} " != _TITLE:
        raise BackupFailed(f"The file {file} is no backup that database backup has written.")
    _check_place(admin, name)
    _run([_tools("psql")[0], *_ONCE_OR_NOT, "--no-password", "-f", str(file)], conninfo)


def _check_place(admin: Admin, name: str) -> None:
    """Refuse a place that holds something, or that has another name: roles are named after it."""
    if admin.info.dbname != name:
        raise BackupFailed(
            f"The backup is of a database named {name}; restore it into one of that name."
        )
    row = admin.execute("select to_regclass('dawr.site') is null").fetchone()
    if row is None or not row[0]:
        raise BackupFailed(
            "The database is not empty; name another with DAWR_DATABASE_URL or"
            " DAWR_DATA_DIR and restore there."
        )


def _roles_of(admin: Admin) -> str:
    """SQL that makes the groups and the stations' logins where they are missing."""
    rows = admin.execute(
        "select r.rolname, r.rolpassword, r.rolcanlogin, array(select g.rolname from"
        " pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid)"
        " from pg_authid r where r.rolname in (select role_name from dawr.login)"
        " or r.rolname = any(%s) order by r.rolcanlogin, r.rolname",
        [[roles.group(admin.info.dbname, name) for name in roles.GROUPS]],
    ).fetchall()
    return "".join(_role(*row).as_string(admin) for row in rows)


def _role(name: str, password: str | None, can_login: bool, groups: Sequence[str]) -> sql.Composed:
    """One `do` statement, its body a literal within it."""
    member = sql.Identifier(name)
    made = [
        sql.SQL("create role {} {} password {}").format(
            member, sql.SQL("login" if can_login else "nologin"), sql.Literal(password)
        ),
        *(sql.SQL("grant {} to {}").format(sql.Identifier(group), member) for group in groups),
    ]
    body = sql.SQL(
        "begin if not exists (select from pg_roles where rolname = {}) then {}; end if; end"
    ).format(sql.Literal(name), sql.SQL("; ").join(made))
    return sql.SQL("do {};\n").format(sql.Literal(body.as_string()))


@contextlib.contextmanager
def _fresh(path: Path) -> Iterator[BufferedWriter]:
    """A new file that only its owner can read, gone again if writing it fails."""
    path.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            yield out
    except OSError as error:
        path.unlink(missing_ok=True)
        raise BackupFailed(f"The file {path} cannot be written: {error.strerror}.") from error
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _dump_for(admin: Admin) -> str:
    """The oldest pg_dump that knows this server: a newer one may write what it cannot read."""
    major = admin.info.server_version // 10_000
    found = {_major(path): path for path in reversed(_tools("pg_dump"))}
    fit = sorted(version for version in found if version >= major)
    if not fit:
        raise BackupFailed(f"Install the tools of PostgreSQL {major} to back this database up.")
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


def _run(command: list[str], conninfo: str, stdout: int = subprocess.DEVNULL) -> None:
    """Run one of PostgreSQL's tools on the database; the password goes by the environment."""
    given = conninfo_to_dict(conninfo)
    password = given.pop("password", None)
    secret = {} if password is None else {"PGPASSWORD": str(password)}
    done = subprocess.run(
        [*command, "--dbname", make_conninfo("", **given)],
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env={**os.environ, **secret},
        check=False,
    )
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines() or ["it said nothing"]
        worst = next((line for line in said if "ERROR:" in line), said[-1])
        raise BackupFailed(f"{Path(command[0]).name} failed: {worst}")
