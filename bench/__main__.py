"""`make bench`: what Dawr costs, as ratios against PostgreSQL's own limit in the same run."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator

from bench import day, feed, http, moves, paced, roles, site
from bench.table import HEAD, Row
from storage import embedded

PARTS: dict[str, Callable[[embedded.Lease], Iterator[Row]]] = {
    "moves": moves.measure,
    "history": moves.measure_histories,
    "http": http.measure,
    "all": http.measure_all,
    "paced": paced.measure,
    "feed": feed.measure,
    "roles": roles.measure,
    "day": day.measure,
}


def main() -> int:
    """Print a row as soon as it is measured; 1 when a ratio that binds falls short."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"all, or of: {', '.join(PARTS)}")
    asked = parser.parse_args().parts or list(PARTS)
    unknown = set(asked) - set(PARTS)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    rows: list[Row] = []
    print(HEAD)
    with site.running() as lease:
        for part in asked:
            for row in PARTS[part](lease):
                print(row.text(), flush=True)
                rows.append(row)
    return 0 if all(row.holds for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
