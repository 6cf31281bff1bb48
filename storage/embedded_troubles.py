"""Why the built-in database cannot be had, each as one plain sentence; it mends nothing."""

from __future__ import annotations

import enum
from pathlib import Path


class Trouble(enum.StrEnum):
    """What is wrong; the value is the key under which the sentence is translated."""

    NO_BINARIES = "no_binaries"
    UNSUPPORTED = "unsupported"
    NO_ACCOUNT = "no_account"
    NO_NAME = "no_name"
    NOT_OURS = "not_ours"
    NOT_WRITABLE = "not_writable"
    DISK_FULL = "disk_full"
    OTHER_VERSION = "other_version"
    NO_PORT = "no_port"
    STOPPED = "stopped"
    TOO_SLOW = "too_slow"
    NOT_ENDING = "not_ending"
    FAILED = "failed"


SENTENCES: dict[Trouble, str] = {
    Trouble.NO_BINARIES: (
        "The built-in database is not installed with this program; "
        "install the packages of requirements.txt again or set DAWR_DATABASE_URL."
    ),
    Trouble.UNSUPPORTED: (
        "The built-in database does not run on this kind of system; "
        "set DAWR_DATABASE_URL to a PostgreSQL server."
    ),
    Trouble.NO_ACCOUNT: (
        "The database may not run as root and there is no account for it; create one named dawr."
    ),
    Trouble.NO_NAME: (
        "The account that owns {path} has no name on this machine, which PostgreSQL asks for; "
        "add it to the machine's accounts."
    ),
    Trouble.NOT_OURS: (
        "The data folder {path} belongs to another account; "
        "run the program as that account or choose another folder with DAWR_DATA_DIR."
    ),
    Trouble.NOT_WRITABLE: (
        "The data folder {path} cannot be written; "
        "give this account the right to write there or choose another with DAWR_DATA_DIR."
    ),
    Trouble.DISK_FULL: "The disk that holds {path} is full; free some space and start again.",
    Trouble.OTHER_VERSION: (
        "The data in {path} was made by PostgreSQL {found} and this program brings {ours}; "
        "restore a backup into a new folder or use the program that made it."
    ),
    Trouble.NO_PORT: "No free port was found on this machine for the built-in database.",
    Trouble.STOPPED: "The built-in database was stopped on purpose; start the program again.",
    Trouble.TOO_SLOW: (
        "The built-in database in {path} did not answer in time; "
        "look at postgres.log there and start again."
    ),
    Trouble.NOT_ENDING: (
        "The built-in database in {path} does not end; "
        "look at postgres.log there and stop it again."
    ),
    Trouble.FAILED: "The built-in database in {path} did not start: {detail}.",
}


class EmbeddedUnavailable(Exception):
    """The built-in database cannot be had; str() is one plain sentence for a person.

    Args:
        trouble: what is wrong.
        facts: values for the sentence's gaps: path, found, ours, detail.
    """

    def __init__(self, trouble: Trouble, **facts: object) -> None:
        self.trouble = trouble
        self.facts = {name: str(value) for name, value in facts.items()}
        super().__init__(SENTENCES[trouble].format_map(self.facts))


NO_ROOM = ("No space left on device", "Disk quota exceeded", "Check free disk space")


def explained(output: str, path: Path) -> EmbeddedUnavailable:
    """Say in a sentence what PostgreSQL's own words mean, newest line first."""
    if any(words in output for words in NO_ROOM):
        return EmbeddedUnavailable(Trouble.DISK_FULL, path=path)
    if "Permission denied" in output or "Read-only file system" in output:
        return EmbeddedUnavailable(Trouble.NOT_WRITABLE, path=path)
    if "could not look up effective user ID" in output:
        return EmbeddedUnavailable(Trouble.NO_NAME, path=path)
    return EmbeddedUnavailable(Trouble.FAILED, path=path, detail=_last_complaint(output))


def _last_complaint(output: str) -> str:
    """Return the last line that names an error, without its date and severity."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    for line in reversed(lines):
        for mark in ("FATAL:", "PANIC:", "ERROR:", "error:", "LOG:"):
            if mark in line and not line.endswith("contains errors"):  # the line before says which
                return line.split(mark, 1)[1].strip().rstrip(".")
    return lines[-1].rstrip(".") if lines else "it said nothing"
