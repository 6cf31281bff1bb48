"""The folder of the built-in database: who owns it, its locks, its password and its noticeboard.

    DATA_DIR/postgres/            0700, owned by the account that runs the server
        cluster/                  PostgreSQL's own data; it exists only once it is whole
        users.lock                shared by everyone who uses the server, the kernel frees it
        supervisor.lock           held by the one supervisor
        state.json                where the server is; written whole, see State
        password                  0600, the superuser's
        port                      where the server listens, and shall next time
        postgres.log, .1          bounded

It starts no process.
"""

from __future__ import annotations

import errno
import json
import os
import secrets
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from storage.embedded_troubles import EmbeddedUnavailable, Trouble, explained

if sys.platform == "win32":  # neither its locks nor its accounts are what is needed here
    raise EmbeddedUnavailable(Trouble.UNSUPPORTED)

import fcntl
import pwd

ALONE, SHARED = fcntl.LOCK_EX, fcntl.LOCK_SH
ROOT = 0
SERVICE_ACCOUNTS = ("dawr", "nobody")


@dataclass(frozen=True)
class State:
    """What the supervisor last said: phase is starting, ready, failing, ended or stopped.

    `stopped` means on purpose, by `database stop`; `ended` that the last user left.
    """

    phase: str
    supervisor: int = 0
    postmaster: int = 0
    trouble: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Home:
    """The files of one embedded server. The supervisor sees them from inside, as `.`."""

    path: Path

    @property
    def cluster(self) -> Path:
        return self.path / "cluster"

    @property
    def log(self) -> Path:
        return self.path / "postgres.log"

    @property
    def stop_request(self) -> Path:
        return self.path / "stop.request"

    def lock(self, name: str) -> int:
        """Open a lock file and return its descriptor; nothing is locked yet."""
        return self._open(name, os.O_RDWR | os.O_CREAT)

    def read(self, name: str) -> str | None:
        """Return a small file's text, None if it is not there."""
        try:
            descriptor = self._open(name, os.O_RDONLY)
        except FileNotFoundError:
            return None
        with os.fdopen(descriptor, encoding="utf-8") as file:
            return file.read()

    def write(self, name: str, text: str, *, durable: bool = False) -> None:
        """Replace a small file whole: a reader sees the old text or the new.

        Args:
            name: the file, seen from the folder.
            text: all of it.
            durable: wait until it is on the disk, so that this holds after a power cut too.
        """
        fresh = f"{name}.{secrets.token_hex(4)}.new"
        try:
            with os.fdopen(
                self._open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL), "w", encoding="utf-8"
            ) as file:
                file.write(text)
                file.flush()
                if durable:
                    os.fsync(file.fileno())
            (self.path / fresh).replace(self.path / name)
        except OSError:
            (self.path / fresh).unlink(missing_ok=True)
            raise

    def state(self) -> State | None:
        """Return what the supervisor last said, None if it never did."""
        text = self.read("state.json")
        try:
            return None if text is None else State(**json.loads(text))
        except (ValueError, TypeError):
            return None

    def say(self, state: State) -> None:
        self.write("state.json", json.dumps(asdict(state)))

    def password(self) -> str:
        """Return the superuser's password, "" if none was made yet."""
        return self.read("password") or ""

    def port(self) -> int:
        """Return the port of the last start, 0 before the first."""
        text = self.read("port") or ""
        return int(text) if text.isdecimal() else 0

    def _open(self, name: str, flags: int) -> int:
        """Open a file of the folder 0600 for its owner, also when root does; never via a link."""
        descriptor = os.open(self.path / name, flags | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        if os.geteuid() == ROOT and flags & os.O_CREAT:
            owner = self.path.stat()
            os.fchown(descriptor, owner.st_uid, owner.st_gid)
        return descriptor


def locked(descriptor: int, mode: int) -> bool:
    """Try to lock a file, ALONE or SHARED, without waiting.

    The lock is the open file's, not the process's: a child can inherit it.
    """
    try:
        fcntl.flock(descriptor, mode | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def home_of(data_dir: Path) -> Home:
    return Home(data_dir.absolute() / "postgres")


def prepare(data_dir: Path) -> Home:
    """Make the folder, owned by the account that will run the server; leave its parents alone.

    Raises:
        EmbeddedUnavailable: it cannot be written, or belongs to another account.
    """
    home = home_of(data_dir)
    try:
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        home.path.mkdir(mode=0o700, exist_ok=True)
        if os.geteuid() == ROOT and home.path.stat().st_uid == home.path.lstat().st_uid == ROOT:
            account = _service_account(data_dir)
            os.chown(home.path, account.pw_uid, account.pw_gid)
        owner = home.path.stat().st_uid
    except OSError as refused:
        raise plain(refused, data_dir) from refused
    if os.geteuid() not in {ROOT, owner} or owner == ROOT:
        raise EmbeddedUnavailable(Trouble.NOT_OURS, path=data_dir)
    return home


def owner_account(home: Home) -> pwd.struct_passwd:
    """Return the account that runs the server of this folder.

    Raises:
        EmbeddedUnavailable: its number has no name on this machine.
    """
    try:
        return pwd.getpwuid(home.path.stat().st_uid)
    except KeyError:
        raise EmbeddedUnavailable(Trouble.NO_NAME, path=home.path) from None


def become(account: str) -> None:
    """Give up root's rights for good: this process is the account's from now on."""
    entry = pwd.getpwnam(account)
    os.initgroups(entry.pw_name, entry.pw_gid)
    os.setgid(entry.pw_gid)
    os.setuid(entry.pw_uid)
    os.environ.update(HOME=entry.pw_dir, USER=entry.pw_name, LOGNAME=entry.pw_name)


def plain(refused: OSError, path: Path) -> EmbeddedUnavailable:
    """Say in a sentence what the operating system refused in this folder, or elsewhere."""
    named = path / str(refused.filename or path)
    if not (named.is_relative_to(path) or path.is_relative_to(named)):
        return EmbeddedUnavailable(Trouble.FAILED, path=path, detail=f"{named}: {refused.strerror}")
    if refused.errno in {errno.ENOSPC, errno.EDQUOT}:
        return EmbeddedUnavailable(Trouble.DISK_FULL, path=path)
    if refused.errno in {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST}:
        return EmbeddedUnavailable(Trouble.NOT_WRITABLE, path=path)
    return explained(refused.strerror or str(refused), path)


def _service_account(data_dir: Path) -> pwd.struct_passwd:
    """Choose the account when root starts the first time.

    The data folder's owner if it is not root, else `dawr`, which the deployment notes create,
    else `nobody`. Never `postgres`: the distribution's own clusters belong to it.
    """
    owner = data_dir.stat().st_uid
    if owner != ROOT:
        return pwd.getpwuid(owner)
    for name in SERVICE_ACCOUNTS:
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise EmbeddedUnavailable(Trouble.NO_ACCOUNT)
