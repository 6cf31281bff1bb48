"""Folders for the built-in database; whatever runs in them is stopped at the end of the test."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage import embedded
from tests.storage.embedded.users import ANYBODY, FAST, is_root, stopped


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory that was started once and rests; for copies alone."""
    data_dir = tmp_path_factory.mktemp("made") / "dawr"
    with embedded.start(data_dir, settings=FAST):
        pass
    stopped(data_dir)
    return data_dir


@pytest.fixture
def data_dir(tmp_path: Path, made_once: Path) -> Iterator[Path]:
    """A data directory of its own that was started before."""
    subprocess.run(["/bin/cp", "-a", made_once, tmp_path / "dawr"], check=True)
    yield tmp_path / "dawr"
    stopped(tmp_path / "dawr")


@pytest.fixture
def new_dir(tmp_path: Path) -> Iterator[Path]:
    """Where nothing is yet; as root its parents are closed to the server's account."""
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
