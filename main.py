"""Dawr's command line: one command a role. It reads the settings and hands them to the role."""

from __future__ import annotations

import sys
from datetime import datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Annotated, Literal

from typer import Context, Option, Typer

from roles import plain, settings

Group = partial(Typer, no_args_is_help=True)
Name = Annotated[str, Option(help="What people call it.")]
app = Group(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
database = Group(help="Set the database up, look at it, save it.")
token = Group(help="Keys for other programs.")
station = Group(help="Kiosks, desks and displays that were let in.")
app.add_typer(database, name="database")
app.add_typer(token, name="token")
app.add_typer(station, name="station")


@app.command(help="The whole system on this machine, with a demo site.")
def demo(once: Annotated[Path | None, Option(help="Play a short day into it.")] = None) -> None:
    import_module("roles.demo").run(settings.load(), once)


@app.command(help="The HTTP API, the feed and the phone page.")
def server(
    host: str = "127.0.0.1",
    port: Annotated[int, Option(min=0, max=65535)] = 8765,
    workers: Annotated[int, Option(min=1, max=64)] = 1,
    parent: Annotated[int | None, Option(hidden=True)] = None,
) -> None:
    import_module("roles.server").run(settings.load(), host, port, workers, parent)


@app.command("kiosk", help="The patients' window: take a number.")
@app.command("staff", help="The desk's window: call and serve.")
@app.command("display", help="The waiting room's window: who is called where.")
def window(
    context: Context,
    server: Annotated[str | None, Option(help="Where the server is: DAWR_SERVER_URL.")] = None,
    windowed: Annotated[bool, Option("--windowed", help="Not the full screen.")] = False,
) -> None:
    import_module(f"roles.{context.info_name}").run(settings.load(), server, windowed=windowed)


@app.command("settings", help="Every setting, its value and where it comes from.")
def show_settings() -> None:
    plain.say(settings.lines(settings.load()))


@app.command(help="Days counted: arrivals, waits, services, no-shows, by clinic and hour.")
def report(
    kind: Annotated[Literal["current", "daily", "weekly", "monthly"], Option("--type")] = "current",
    date: Annotated[datetime | None, Option(formats=["%Y-%m-%d"], help="Unset: today.")] = None,
    form: Annotated[Literal["csv", "json"], Option("--format")] = "csv",
) -> None:
    plain.say(import_module("roles.report").report(settings.load(), kind, date, form))


@database.command("upgrade", help="Make the schema, or bring it to this program's.")
@database.command("status", help="How the database stands.")
@database.command("stop", help="Stop the built-in PostgreSQL for everyone.")
@token.command("list", help="The tokens there are, never the keys themselves.")
@station.command("list", help="The stations that were let in.")
def of_group(context: Context) -> None:
    _do(context)


@database.command("backup", help="Save everything in one file.")
@database.command("restore", help="Put a saved file into an empty database.")
def with_file(context: Context, file: Path) -> None:
    _do(context, file)


@token.command("revoke", help="Make a token worthless.")
@station.command("revoke", help="Shut a station out.")
def with_name(context: Context, name: str) -> None:
    _do(context, name)


@token.command("create", help="Print a new token, this once.")
def create_token(
    context: Context, scope: Annotated[Literal["staff", "admin", "kiosk"], Option()], name: Name
) -> None:
    _do(context, scope, name)


@station.command("pair", help="Let the station in that shows this code.")
def pair_station(context: Context, code: str, name: Name) -> None:
    _do(context, code, name)


def _do(context: Context, *given: object) -> None:
    """What `python main.py GROUP COMMAND` asks for: roles.GROUP.COMMAND."""
    role = import_module(f"roles.{context.parent.info_name if context.parent else None}")
    plain.say(getattr(role, str(context.info_name))(settings.load(), *given))


def main() -> int:
    """Exit codes: 0 done, 1 refused or failed with one sentence, 2 wrong usage."""
    try:
        app()
    except Exception as error:  # noqa: BLE001 - no traceback reaches a person
        print(plain.sentence(error, settings.faults_file()), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
