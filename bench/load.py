"""Bounded loads: PostgreSQL's own pgbench, and threads, both calling the same functions."""

from __future__ import annotations

import re
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from storage import embedded

SECONDS = 2.0
"""How long each load of a round runs; a comparison has five rounds, its figures are medians."""


def pgbench(
    conninfo: str, statements: Sequence[str], clients: int, seconds: float = SECONDS
) -> float:
    """Transactions a second of pgbench, each one of the statements drawn at random."""
    with TemporaryDirectory(prefix="dawr-bench-") as folder:
        files = []
        for number, statement in enumerate(statements):
            path = Path(folder) / f"{number}.sql"
            path.write_text(statement + ";\n", encoding="utf-8")
            files += ["-f", str(path)]
        done = subprocess.run(
            [
                *(str(embedded.binaries() / "pgbench"), "-n", "-M", "prepared"),
                *(
                    "-c",
                    str(clients),
                    "-j",
                    str(min(clients, 2)),
                    "-T",
                    str(max(1, round(seconds))),
                ),
                *files,
                conninfo,
            ],
            capture_output=True,
            text=True,
            check=False,
        )
    found = re.search(r"tps = ([\d.]+)", done.stdout)
    if done.returncode != 0 or found is None:
        raise RuntimeError(done.stderr)
    return float(found.group(1))


def threads(works: Sequence[Callable[[], object]], seconds: float = SECONDS) -> float:
    """Calls a second of so many threads, each repeating its own work."""
    counts = [0] * len(works)
    start = threading.Barrier(len(works) + 1)

    def run(which: int) -> None:
        work = works[which]
        work()  # prepares the statement, like pgbench's first transaction
        start.wait()
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            work()
            counts[which] += 1

    crowd = [threading.Thread(target=run, args=(which,)) for which in range(len(works))]
    for one in crowd:
        one.start()
    start.wait()
    begun = time.perf_counter()
    for one in crowd:
        one.join()
    return sum(counts) / (time.perf_counter() - begun)
