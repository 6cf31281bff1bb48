"""The group roles of a database and what each may do; logins are members of one.

Roles belong to the cluster, so their names are prefixed by the database's: dawr_owner, dawr_kiosk.
A kiosk's login can do what the kiosk's screen shows and nothing else; a display has no login.
"""

from __future__ import annotations

from typing import Any

from psycopg import Connection, sql

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
    "leave",
    "regenerate_pin",
    "log_in",
    "edit_route",
)
GRANTS: dict[str, tuple[str, ...]] = {
    "kiosk": (
        "read_board",
        "issue_ticket",
        "check_in",
        "leave",
        "log_in",
        "ask_for_help",
        "report_print_failure",
    ),
    "staff": (
        "read_board",
        "read_desk",
        "read_pins",
        "read_ticket_route",
        "read_bookings",
        "check_in",
        "cancel_booking",
        *_STAFF_MOVES,
    ),
    "server": (
        "read_board",
        "read_lasting_board",
        "read_lasting_slots",
        "read_pulse",
        "read_heads",
        "read_revision",
        "read_events",
        "read_position",
        "read_pins",
        "read_places",
        "find_place",
        "read_phone",
        "read_route",
        "read_ticket_route",
        "fill_outbox",
        "claim_deliveries",
        "settle_delivery",
        "sweep_outbox",
        "read_webhooks",
        "read_dead_letters",
        "read_webhook_target",
        "create_webhook",
        "delete_webhook",
        "switch_on_webhook",
        "send_again",
        "find_token",
        "clinics_due",
        "pass_time",
        "forget_keys",
        "count_request",
        "start_work",
        "complete_work",
        "fail_work",
        "forget_rates",
        "erase_personal_data",
        "reset_clinic",
        "change_settings",
        "read_settings",
        "read_clinic_stats",
        "read_live_feed",
        "read_report",
        "read_station",
        "pair_station",
        "approve_station",
        "tell_token",
        "ask_for_help",
        "report_print_failure",
        "read_slots",
        "read_next_free",
        "read_bookings",
        "hold_slot",
        "release_hold",
        "confirm_booking",
        "cancel_booking",
        "check_in",
        *_STAFF_MOVES,
    ),
}
"""EXECUTE for each group; nobody but the owner has anything on a table."""


def group(database: str, name: str) -> str:
    """The cluster-wide name of a group role."""
    return f"{database}_{name}"


def prefix_of(connection: Connection[tuple[Any, ...]]) -> str:
    """The prefix of a database's group roles; a restored or copied one keeps its first name."""
    row = connection.execute(
        "select r.rolname from pg_namespace n join pg_roles r on r.oid = n.nspowner"
        " where n.nspname = 'dawr'"
    ).fetchone()
    return connection.info.dbname if row is None else str(row[0]).removesuffix("_owner")


def create_statements(database: str, prefix: str, login: str) -> list[sql.Composed]:
    """What makes the group roles where they are missing; run under an advisory lock of the cluster.

    Where creating roles is forbidden these are the statements a database administrator runs once
    for the `login` that sets the database up.
    """
    names = [group(prefix, name) for name in GROUPS]
    owner, here = sql.Identifier(group(prefix, "owner")), sql.Identifier(database)
    made = [
        sql.SQL(
            "do $$ begin if not exists (select from pg_roles where rolname = {literal}) then "
            "create role {role} nologin; end if; end $$"
        ).format(literal=sql.Literal(name), role=sql.Identifier(name))
        for name in names
    ]
    let_in = [
        sql.SQL("grant connect on database {} to {}").format(here, sql.Identifier(name))
        for name in names
    ]
    return [
        *made,
        sql.SQL("grant {} to {}").format(owner, sql.Identifier(login)),
        sql.SQL("grant create, temporary on database {} to {}").format(here, owner),
        sql.SQL("revoke all on database {} from public").format(here),
        *let_in,
        sql.SQL("create schema if not exists dawr").format(),
        sql.SQL("alter schema dawr owner to {}").format(owner),
    ]


def are_made(connection: Connection[tuple[Any, ...]], prefix: str) -> bool:
    """Whether the groups are there, the schema is the owner's, and this login may act as it."""
    row = connection.execute(
        "select count(*) = %s and exists (select from pg_namespace n where n.nspname = 'dawr'"
        "   and n.nspowner = to_regrole(quote_ident(%s)) and pg_has_role(n.nspowner, 'member'))"
        " from pg_roles where rolname = any(%s)",
        [len(GROUPS), group(prefix, "owner"), [group(prefix, name) for name in GROUPS]],
    ).fetchone()
    return row is not None and bool(row[0])


def grant_statements(prefix: str) -> list[sql.Composed]:
    """What gives each group its functions, and everybody else nothing. Run as the owner."""
    given: list[sql.Composed] = [
        sql.SQL("revoke all on all routines in schema dawr from public").format(),
        sql.SQL("revoke all on all tables in schema dawr from public").format(),
    ]
    for name, functions in GRANTS.items():
        role = sql.Identifier(group(prefix, name))
        given.append(sql.SQL("revoke all on all routines in schema dawr from {}").format(role))
        given.append(sql.SQL("grant usage on schema dawr to {}").format(role))
        given.extend(
            sql.SQL("grant execute on function {} to {}").format(
                sql.Identifier("dawr", function), role
            )
            for function in functions
        )
    return given
