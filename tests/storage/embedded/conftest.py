"""Folders for the built-in database; whatever runs in them is stopped at the end of the test."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.embedded.users import ANYBODY, is_root, stopped


@pytest.fixture
def data_dir(tmp_path: Path) -> Iterator[Path]:
    """Where a server may be started; as root its parents are closed to the server's account."""
    yield tmp_path / "dawr"
    stopped(tmp_path / "dawr")


@pytest.fixture
def open_dir() -> Iterator[Path]:
    """A folder of an ordinary account's, below parents that are open to it."""
    made = Path(tempfile.mkdtemp(prefix="dawr-test-"))
    if is_root():
        os.chown(made, ANYBODY, ANYBODY)
    yield made
    stopped(made)
    shutil.rmtree(made)
