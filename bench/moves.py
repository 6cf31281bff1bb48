"""Issue and call next through storage, against pgbench calling the same functions."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from contextlib import ExitStack

from bench import load
from bench.site import ONE_AND_TWENTY, Bench, make
from bench.table import ROUNDS, Row, compared
from domain.ports import Press
from domain.tickets import Desk, TicketRequest
from storage import embedded
from storage.kiosk_desk import KioskDesk
from storage.staff_desk import StaffDesk

LINE = 20_000
HISTORIES = (10_000, 1_000_000)
_PRESS = (
    "row(null, null, null, gen_random_uuid(), gen_random_uuid(), 'bench', null, 'payload')"
    "::dawr.press"
)


def issue_statement(clinic: str) -> str:
    """The same call, with key and correlation, as storage makes it."""
    return (
        f"select dawr.issue_ticket(press => {_PRESS}, clinic => '{clinic}', patient => null,"
        " name => null, mobile => null, gender => null, priority => 'none', party_size => 1,"
        " practitioner => null)"
    )


def bare_statement(clinic: str) -> str:
    """The issue alone: no key, no correlation id, nobody named."""
    return (
        "select dawr.issue_ticket(press => row(null, null, null, null, null, null, null, null)"
        f"::dawr.press, clinic => '{clinic}')"
    )


def call_statement(clinic: str) -> str:
    return (
        f"select dawr.call_next(press => {_PRESS}, clinics => '{{{clinic}}}', credits => null,"
        " room => null, practitioner => null)"
    )


def measure(lease: embedded.Lease) -> Iterator[Row]:
    """Storage against pgbench at 1 and 8 threads over 1 and 20 clinics."""
    for clinics in ONE_AND_TWENTY:
        bench = make(lease, f"moves_{clinics}", clinics)
        for threads in (1, 8):
            least = 0.85 if threads == 1 else 0.70
            for move, statement, maker in (
                ("issue", issue_statement, issuing),
                ("call next", call_statement, calling),
            ):
                pairs = []
                for _ in range(ROUNDS):
                    bench.fill_line(LINE // clinics)
                    pairs.append(_round(bench, threads, statement, maker))
                words = f"{move} through storage, {threads} thread(s), {clinics} clinic(s)"
                yield compared(words, pairs, least if move == "issue" else None)


def _round(
    bench: Bench,
    threads: int,
    statement: Callable[[str], str],
    maker: Callable[[Bench, Iterator[str], ExitStack], Callable[[], object]],
) -> tuple[float, float]:
    """Ours and theirs, one directly after the other, each with as many connections."""
    codes = itertools.cycle(bench.clinics)
    url = bench.kiosk_url if statement is issue_statement else bench.staff_url
    theirs = load.pgbench(url, [statement(code) for code in bench.clinics], threads)
    with ExitStack() as opened:
        ours = load.threads([maker(bench, codes, opened) for _ in range(threads)])
    return ours, theirs


def issuing(bench: Bench, codes: Iterator[str], opened: ExitStack) -> Callable[[], object]:
    """A kiosk that presses as fast as it can, over the clinics in turn."""
    kiosk = KioskDesk(bench.kiosk_url)
    opened.callback(kiosk.close)
    requests = {code: TicketRequest(code) for code in bench.clinics}
    return lambda: kiosk.issue_ticket(Press(), requests[next(codes)])


def calling(bench: Bench, codes: Iterator[str], opened: ExitStack) -> Callable[[], object]:
    """A desk that calls as fast as it can, over the clinics in turn."""
    staff = StaffDesk(bench.staff_url)
    opened.callback(staff.close)
    desks = {code: Desk(None, (code,)) for code in bench.clinics}
    return lambda: staff.call_next(Press(), desks[next(codes)])


def measure_histories(lease: embedded.Lease) -> Iterator[Row]:
    """Call next after a million tickets of history against ten thousand."""
    short, long = (make(lease, f"history_{rows}", 1) for rows in HISTORIES)
    short.add_history(HISTORIES[0])
    long.add_history(HISTORIES[1])
    pairs = []
    for _ in range(ROUNDS):
        figures = []
        for bench in (long, short):
            bench.fill_line(LINE)
            codes = itertools.cycle(bench.clinics)
            with ExitStack() as opened:
                figures.append(load.threads([calling(bench, codes, opened)]))
        pairs.append((figures[0], figures[1]))
    yield compared("call next, history of 1,000,000 against 10,000", pairs, 0.95)
