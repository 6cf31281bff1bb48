"""Dawr's command line: one command a role. Each reads the settings and hands them to its role."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from roles import plain, settings

WINDOW = "Show one window, linked to the server."

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    rich_markup_mode=None,
)
database = typer.Typer(no_args_is_help=True, help="The database: set up, look at, save.")
token = typer.Typer(no_args_is_help=True, help="Keys for other programs.")
app.add_typer(database, name="database")
app.add_typer(token, name="token")


class Scope(StrEnum):
    STAFF = "staff"
    ADMIN = "admin"
    KIOSK = "kiosk"


Server = Annotated[str | None, typer.Option(help="Where the server is; else DAWR_SERVER_URL.")]
Windowed = Annotated[bool, typer.Option("--windowed", help="In a window, not the full screen.")]
Name = Annotated[str, typer.Option(help="What people call it.")]


def say(lines: Iterable[str]) -> None:
    for line in lines:
        print(line, flush=True)


@app.command(help="The whole system on this machine, with a demo site.")
def demo(
    once: Annotated[Path | None, typer.Option(help="Play a short day into this folder.")] = None,
) -> None:
    from roles.demo import run

    run(settings.load(), once)


@app.command(help="The HTTP API, the feed and the phone page.")
def server(
    host: str = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8765,
    workers: Annotated[int, typer.Option(min=1, max=64)] = 1,
    parent: Annotated[int | None, typer.Option(hidden=True)] = None,
) -> None:
    from roles.server import run

    run(settings.load(), host, port, workers, parent)


@app.command(help=WINDOW)
def kiosk(server: Server = None, windowed: Windowed = False) -> None:
    from roles.kiosk import run

    run(settings.load(), server, windowed=windowed)


@app.command(help=WINDOW)
def staff(server: Server = None, windowed: Windowed = False) -> None:
    from roles.staff import run

    run(settings.load(), server, windowed=windowed)


@app.command(help=WINDOW)
def display(server: Server = None, windowed: Windowed = False) -> None:
    from roles.display import run

    run(settings.load(), server, windowed=windowed)


@app.command("settings", help="Every setting, its value and where it comes from.")
def show_settings() -> None:
    say(settings.lines(settings.load()))


@database.command("upgrade", help="Make the schema, or bring it to this program's.")
@database.command("status", help="How the database stands.")
@database.command("stop", help="Stop the built-in PostgreSQL for everyone.")
def on_database(context: typer.Context) -> None:
    from roles import database as role

    work = {"upgrade": role.upgrade, "status": role.status, "stop": role.stop}
    say(work[context.info_name or ""](settings.load()))


@database.command("backup", help="Save everything in one file.")
@database.command("restore", help="Put a saved file into an empty database.")
def with_file(context: typer.Context, file: Path) -> None:
    from roles import database as role

    work = {"backup": role.backup, "restore": role.restore}
    say(work[context.info_name or ""](settings.load(), file))


@token.command("create", help="Print a new token, this once.")
def create_token(scope: Annotated[Scope, typer.Option()], name: Name) -> None:
    from roles import tokens

    say(tokens.create(settings.load(), scope.value, name))


@token.command("list", help="The tokens there are, never the keys themselves.")
def list_tokens() -> None:
    from roles import tokens

    say(tokens.listed(settings.load()))


@token.command("revoke", help="Make a token worthless.")
def revoke_token(name: str) -> None:
    from roles import tokens

    say(tokens.revoke(settings.load(), name))


def main() -> int:
    """Exit codes: 0 done, 1 refused or failed with one sentence, 2 wrong usage."""
    try:
        app()
    except Exception as error:  # noqa: BLE001 - no traceback reaches a person
        print(plain.sentence(error, settings.faults_file()), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
