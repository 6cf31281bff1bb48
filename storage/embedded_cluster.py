"""Makes PostgreSQL's data directory, whole or not at all; it starts no server.

It runs initdb and the single-user mode, each of which ends by itself.
"""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from storage.embedded_binaries import MAJOR
from storage.embedded_children import clean_environment, ends_with_parent
from storage.embedded_home import Home
from storage.embedded_troubles import EmbeddedUnavailable, Trouble, explained

PATIENCE_S = 120  # for a slow disk; 0.5 s is usual
OWN_WORKING_DIRECTORY = "/proc/self/cwd"


@dataclass(frozen=True)
class Place:
    """Where the supervisor works: the home from inside, its full name, PostgreSQL's programs.

    closed: the account may not pass through a directory above the home, so that its full name is
    of no use to the programs; they are started inside the directory and call it /proc/self/cwd.
    """

    home: Home
    shown: Path
    programs: Path
    closed: bool

    def reach(self, directory: Path) -> str:
        """Return the absolute name by which a program started in this directory reaches it."""
        return OWN_WORKING_DIRECTORY if self.closed else str(self.shown / directory.name)

    def run(self, program: str, *arguments: str, cwd: Path, given: str = "") -> str:
        """Run a program of PostgreSQL that ends by itself and return what it said.

        Raises:
            EmbeddedUnavailable: it failed.
        """
        try:
            ended = subprocess.run(
                [self.programs / program, *arguments],
                cwd=cwd,
                env=clean_environment(),
                input=given,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
                timeout=PATIENCE_S,
                check=False,
                preexec_fn=ends_with_parent(signal.SIGKILL),
            )
        except subprocess.TimeoutExpired:
            raise EmbeddedUnavailable(Trouble.TOO_SLOW, path=self.shown) from None
        if ended.returncode:
            raise explained(ended.stdout, self.shown)
        return ended.stdout


def ensure_cluster(place: Place, *, durable: bool) -> None:
    """Make the data directory if there is none: built beside it and renamed when it is whole.

    Args:
        place: where.
        durable: wait until it is on the disk.

    Raises:
        EmbeddedUnavailable: it was made by another major version, or cannot be made.
    """
    home = place.home
    for left in home.path.glob("cluster.new-*"):
        shutil.rmtree(left, ignore_errors=True)
    if home.cluster.exists():
        _check_version(place)
        if not home.password():
            _set_password(place)
        return
    made = Path(tempfile.mkdtemp(prefix="cluster.new-", dir=home.path))
    try:
        _initialise(place, made, durable=durable)
        made.rename(home.cluster)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise
    _sync_directory(home.path)


def _initialise(place: Place, made: Path, *, durable: bool) -> None:
    """Run initdb and create the database `dawr` in a directory that nobody uses yet."""
    if not place.home.password():
        place.home.write("password", secrets.token_urlsafe(32), durable=True)
    place.run(
        "initdb",
        f"--pgdata={place.reach(made)}",
        "--username=postgres",
        "--pwfile=../password",
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        *([] if durable else ["--no-sync"]),
        cwd=made,
    )
    (made / "conf.d").mkdir(mode=0o700)
    with (made / "postgresql.conf").open("a", encoding="utf-8") as file:
        file.write("\ninclude_dir = 'conf.d'\n")
        file.flush()
        os.fsync(file.fileno())
    _sync_directory(made)
    _single_user(place, made, "create database dawr", *([] if durable else ["-F"]))


def _set_password(place: Place) -> None:
    """Give the superuser a new password: the file that held the old one is gone."""
    password = secrets.token_urlsafe(32)
    _single_user(place, place.home.cluster, f"alter role postgres password '{password}'")
    place.home.write("password", password, durable=True)


def _single_user(place: Place, directory: Path, statement: str, *options: str) -> None:
    said = place.run(
        "postgres",
        "--single",
        "-D",
        place.reach(directory),
        *options,
        "postgres",
        cwd=directory,
        given=f"{statement};\n",
    )
    if "ERROR:" in said:  # after which it goes on, and ends as if nothing was wrong
        raise explained(said, place.shown)


def _check_version(place: Place) -> None:
    found = (place.home.cluster / "PG_VERSION").read_text(encoding="utf-8").strip()
    if found != str(MAJOR):
        raise EmbeddedUnavailable(Trouble.OTHER_VERSION, path=place.shown, found=found, ours=MAJOR)


def _sync_directory(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
