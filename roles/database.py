"""What `python main.py database …` does: set up, say how it stands, back up, restore, stop."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from roles.plain import Plain
from roles.settings import Settings
from roles.store import opened
from storage import database


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
    if settings.database_url is None and not _built_in_runs(settings):
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


def _built_in_runs(settings: Settings) -> bool:
    from storage import embedded  # noqa: PLC0415 - not every system has it

    return embedded.running(settings.data_dir)


def stop(settings: Settings) -> Iterator[str]:
    """Stop the built-in server for everyone."""
    if settings.database_url is not None:
        raise Plain("DAWR_DATABASE_URL names a server of your own; stop it as you started it.")
    from storage import embedded  # noqa: PLC0415 - not every system has it

    stopped = embedded.stop(settings.data_dir)
    yield "The built-in database has stopped." if stopped else "It was not running."


def backup(settings: Settings, file: Path) -> Iterator[str]:
    """Write the whole database and its roles into one file of SQL, readable by its owner alone."""
    from storage import backup as saving  # noqa: PLC0415 - it needs the built-in programs

    with opened(settings) as store, store.admin() as admin:
        saving.save(store.conninfo, admin, file)
        yield f"The database is saved in {file}; keep it safe, it holds patients' names."


def restore(settings: Settings, file: Path) -> Iterator[str]:
    """Put a backup into an empty database, whole or not at all, and bring it up to date."""
    from storage import backup as saving  # noqa: PLC0415 - it needs the built-in programs

    with opened(settings) as store:
        with store.admin() as admin:
            saving.load(store.conninfo, admin, file)
        database.upgrade(store.conninfo)
        yield f"The database of {file} is restored and ready."
