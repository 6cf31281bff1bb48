"""The group roles of a database and what each may do; logins are members of one.

Roles belong to the cluster, so their names are prefixed by the database's: dawr_owner, dawr_kiosk.
A kiosk's login can do what the kiosk's screen shows and nothing else; a display has no login.
"""

from __future__ import annotations

from psycopg import sql

GROUPS = ("owner", "kiosk", "staff", "server")

_STAFF_MOVES = (
    "issue_ticket",
    "call_next",
    "call_chosen",
    "recall",
    "start_service",
    "finish",
    "mark_no_show",
    "reactivate",
    "hold",
    "resume",
    "transfer",
    "cancel",
    "change_priority",
    "add_note",
    "undo",
    "pause_clinic",
    "open_clinic",
)
GRANTS: dict[str, tuple[str, ...]] = {
    "kiosk": ("read_board", "issue_ticket", "ask_for_help", "report_print_failure"),
    "staff": ("read_board", "read_desk", *_STAFF_MOVES),
    "server": (
        "read_board",
        "read_heads",
        "read_revision",
        "read_events",
        "read_position",
        "find_token",
        "clinics_due",
        "pass_time",
        "forget_keys",
        "reset_clinic",
        "ask_for_help",
        "report_print_failure",
        *_STAFF_MOVES,
    ),
}
"""EXECUTE for each group; nobody but the owner has anything on a table."""


def group(database: str, name: str) -> str:
    """The cluster-wide name of a group role."""
    return f"{database}_{name}"


def create_statements(database: str) -> list[sql.Composed]:
    """What makes the group roles where they are missing; run under an advisory lock of the cluster.

    Where creating roles is forbidden these are the statements a database administrator runs once.
    """
    names = [group(database, name) for name in GROUPS]
    made = [
        sql.SQL(
            "do $$ begin if not exists (select from pg_roles where rolname = {literal}) then "
            "create role {role} nologin; end if; end $$"
        ).format(
            literal=sql.Literal(group(database, name)), role=sql.Identifier(group(database, name))
        )
        for name in GROUPS
    ]
    owner = sql.Identifier(group(database, "owner"))
    here = sql.Identifier(database)
    return [
        *made,
        sql.SQL("grant {} to current_user").format(owner),
        sql.SQL("grant create, temporary on database {} to {}").format(
            sql.Identifier(database), owner
        ),
        sql.SQL("revoke all on database {} from public").format(sql.Identifier(database)),
        *(
            sql.SQL("grant connect on database {} to {}").format(here, sql.Identifier(name))
            for name in names
        ),
    ]


def grant_statements(database: str) -> list[sql.Composed]:
    """What gives each group its functions, and everybody else nothing. Run as the owner."""
    given: list[sql.Composed] = [
        sql.SQL("revoke all on all routines in schema dawr from public").format(),
        sql.SQL("revoke all on all tables in schema dawr from public").format(),
    ]
    for name, functions in GRANTS.items():
        role = sql.Identifier(group(database, name))
        given.append(sql.SQL("revoke all on all routines in schema dawr from {}").format(role))
        given.append(sql.SQL("grant usage on schema dawr to {}").format(role))
        given.extend(
            sql.SQL("grant execute on function {} to {}").format(
                sql.Identifier("dawr", function), role
            )
            for function in functions
        )
    return given
