"""Dawr's command line: one command a role. It reads the settings and hands them to the role."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated, Literal

from typer import Context, Option, Typer

from roles import plain, settings

app = Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    rich_markup_mode=None,
)
database = Typer(no_args_is_help=True, help="Set the database up, look at it, save it.")
token = Typer(no_args_is_help=True, help="Keys for other programs.")
app.add_typer(database, name="database")
app.add_typer(token, name="token")


@app.command(help="The whole system on this machine, with a demo site.")
def demo(
    once: Annotated[Path | None, Option(help="Play a short day into this folder.")] = None,
) -> None:
    from roles.demo import run

    run(settings.load(), once)


@app.command(help="The HTTP API, the feed and the phone page.")
def server(
    host: str = "127.0.0.1",
    port: Annotated[int, Option(min=0, max=65535)] = 8765,
    workers: Annotated[int, Option(min=1, max=64)] = 1,
    parent: Annotated[int | None, Option(hidden=True)] = None,
) -> None:
    from roles.server import run

    run(settings.load(), host, port, workers, parent)


@app.command("kiosk", help="The patients' window: take a number.")
@app.command("staff", help="The desk's window: call and serve.")
@app.command("display", help="The waiting room's window: who is called where.")
def window(
    context: Context,
    server: Annotated[str | None, Option(help="Where the server is: DAWR_SERVER_URL.")] = None,
    windowed: Annotated[bool, Option("--windowed", help="Not the full screen.")] = False,
) -> None:
    role = import_module(f"roles.{context.info_name}")
    role.run(settings.load(), server, windowed=windowed)


@app.command("settings", help="Every setting, its value and where it comes from.")
def show_settings() -> None:
    plain.say(settings.lines(settings.load()))


@database.command("upgrade", help="Make the schema, or bring it to this program's.")
@database.command("status", help="How the database stands.")
@database.command("stop", help="Stop the built-in PostgreSQL for everyone.")
def on_database(context: Context) -> None:
    from roles import database as role

    work = {"upgrade": role.upgrade, "status": role.status, "stop": role.stop}
    plain.say(work[str(context.info_name)](settings.load()))


@database.command("backup", help="Save everything in one file.")
@database.command("restore", help="Put a saved file into an empty database.")
def with_file(context: Context, file: Path) -> None:
    from roles import database as role

    work = {"backup": role.backup, "restore": role.restore}
    plain.say(work[str(context.info_name)](settings.load(), file))


@token.command("create", help="Print a new token, this once.")
def create_token(
    scope: Annotated[Literal["staff", "admin", "kiosk"], Option()],
    name: Annotated[str, Option(help="What people call it.")],
) -> None:
    from roles import tokens

    plain.say(tokens.create(settings.load(), scope, name))


@token.command("list", help="The tokens there are, never the keys themselves.")
def list_tokens() -> None:
    from roles import tokens

    plain.say(tokens.listed(settings.load()))


@token.command("revoke", help="Make a token worthless.")
def revoke_token(name: str) -> None:
    from roles import tokens

    plain.say(tokens.revoke(settings.load(), name))


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
