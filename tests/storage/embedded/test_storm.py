"""The built-in database under a run of random blows: what was acknowledged is there after each.

`DAWR_STORM_ROUNDS=500 pytest tests/storage/embedded/test_storm.py` runs it long.
"""

from __future__ import annotations

import contextlib
import os
import random
import signal
from collections.abc import Callable
from functools import partial
from pathlib import Path

import psycopg
import pytest

from storage import embedded
from tests.storage.embedded.users import guardian, ours, rows, state, until, user, write_row

ROUNDS = int(os.environ.get("DAWR_STORM_ROUNDS", "7"))


def test_every_acknowledged_row_outlives_every_blow(data_dir: Path) -> None:
    seed = random.randrange(2**32)
    dice = random.Random(seed)
    blows: list[Callable[[], None]] = [
        lambda: strike(state(data_dir).postmaster),
        lambda: strike(state(data_dir).supervisor),
        lambda: strike(guardian(data_dir).pid),
        lambda: strike(guardian(data_dir).pid, state(data_dir).supervisor),
        lambda: strike(*ours(data_dir)),
        lambda: None if embedded.stop(data_dir) else pytest.fail("nothing ran"),
        lambda: None,
    ]
    acknowledged: list[int] = []
    for number in range(ROUNDS):
        with user(data_dir, settings={}) as one, user(data_dir, settings={}) as two:
            one.answer()
            two.answer()
            blow = dice.randrange(len(blows)) if number >= len(blows) else number
            blows[blow]()
            dice.choice((one, two)).kill()

            with embedded.start(data_dir) as lease:
                until(partial(written, lease, number))
                acknowledged.append(number)
                found = until(partial(rows, lease.conninfo()))
            missing = set(acknowledged) - set(found or [])
            assert not missing, f"seed {seed}, round {number}, blow {blow}"


def strike(*pids: int) -> None:
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def written(lease: embedded.Lease, value: int) -> bool:
    """Commit a row; False where the blow came between."""
    try:
        write_row(lease.conninfo(), value)
    except psycopg.Error:
        return False
    return True
