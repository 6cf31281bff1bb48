"""Whether the server's database is the one it was written for, and else what is missing."""

from __future__ import annotations

import subprocess
import sys

import pytest

from storage import database as setup
from storage import revisions
from tests.server.conftest import Served
from tests.server.processes import ROOT


async def test_it_is_ready_with_the_newest_revision(served: Served) -> None:
    answer = await served.client.get("/readyz")

    assert answer.status_code == 200
    assert answer.json()["revision"] == revisions.wanted()


@pytest.mark.parametrize(
    ("revision", "says"),
    [
        ("0001_the_line", "The database lacks 0002_promises; run `main.py database upgrade`"),
        ("0999_tomorrow", "This program does not know the database's revision 0999_tomorrow"),
    ],
)
async def test_another_revision_is_not_ready_and_says_what_is_missing(
    served: Served, revision: str, says: str
) -> None:
    served.database.do("update dawr.alembic_version set version_num = %s", [revision])

    answer = await served.client.get("/readyz")

    assert (answer.status_code, answer.json()["code"]) == (503, "BUSY")
    assert len(answer.json()["missing"]) == 1
    assert answer.json()["missing"][0].startswith(says)
    assert int(answer.headers["retry-after"]) >= 1


async def test_a_database_without_a_revision_lacks_all_of_them(served: Served) -> None:
    served.database.do("delete from dawr.alembic_version")

    missing = (await served.client.get("/readyz")).json()["missing"]

    assert all(one in missing[0] for one in revisions.known())


def test_the_revisions_are_those_that_the_database_is_set_up_with() -> None:
    assert revisions.wanted() == setup.wanted_revision()
    assert revisions.missing(None) == revisions.known()
    assert revisions.missing(revisions.wanted()) == ()
    assert revisions.missing(revisions.known()[0]) == revisions.known()[1:]
    assert revisions.missing("another") is None


def test_a_server_starts_without_what_sets_a_database_up() -> None:
    """Alembic alone is 40 MB in each process."""
    program = "import sys, server.worker; sys.exit('alembic' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0
