"""The schema as pg_dump says it, without what differs from one database to the next.

The bodies of functions are left out: they stand in their files, and a test holds the two together.

Run as `python -m tests.storage.schema_dump` it renews the golden file from a fresh database.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path

from psycopg.conninfo import conninfo_to_dict

from storage import database, embedded

_BODY = re.compile(r"AS \$\$.*?\$\$;", re.DOTALL)


def dump(conninfo: str) -> str:
    """The text of `pg_dump -s` with the database's name and the dump's own settings taken out."""
    done = subprocess.run(
        [
            str(embedded.binaries() / "pg_dump"),
            "--schema-only",
            "--schema=dawr",
            "--restrict-key=dawr",
            conninfo,
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    name = str(conninfo_to_dict(conninfo)["dbname"])
    kept = [
        line
        for line in done.stdout.replace(f"{name}_", "dawr_").splitlines()
        if not re.match(r"(--|SET |SELECT pg_catalog|\\)", line) and line
    ]
    return _BODY.sub("AS $$ ... $$;", "\n".join(kept)) + "\n"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, embedded.start(Path(folder)) as lease:
        database.upgrade(lease.conninfo())
        golden = Path(__file__).with_name("schema.golden.sql")
        golden.write_text(dump(lease.conninfo()), encoding="utf-8")
        embedded.stop(lease.data_dir)


if __name__ == "__main__":
    main()
