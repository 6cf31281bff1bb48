"""The small process that keeps one embedded PostgreSQL running for as long as anybody uses it.

`python -m storage.embedded_supervisor ORDER` is started by storage.embedded and by nobody else.
It learns that its last user is gone from the kernel, which then grants it users.lock alone.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import pwd
import select
import signal
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from storage.embedded_cluster import Place, ensure_cluster
from storage.embedded_home import Home, State, locked, plain
from storage.embedded_postmaster import Postmaster, end_leftovers
from storage.embedded_settings import choose_port, write_settings
from storage.embedded_troubles import EmbeddedUnavailable, Trouble, explained

BEAT_S = 0.2  # how soon it sees that the last user left or that a stop was asked for
QUICK_BEAT_S = 0.02  # while the server starts
START_PATIENCE_S = 15.0
AGAIN_S = 2.0  # between tries to bring a fallen server back
LOG_LIMIT = 4 * 1024 * 1024


@dataclass(frozen=True)
class Order:
    """What the starter hands over: descriptors are inherited, account "" means no change."""

    home: str
    account: str
    programs: str
    settings: Mapping[str, str]
    lock: int
    report: int

    def text(self) -> str:
        return json.dumps(asdict(self))


class NobodyLeft(Exception):
    """The last user is gone or a stop was asked for; the phase says which."""

    def __init__(self, phase: str) -> None:
        super().__init__(phase)
        self.phase = phase


class Supervisor:
    """Brings the server up, keeps it up, and ends it with its last user."""

    def __init__(self, place: Place, settings: Mapping[str, str]) -> None:
        self._place = place
        self._home = place.home
        self._settings = settings
        self._users = self._home.lock("users.lock")
        self._log = os.open(
            self._home.log, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600
        )
        os.dup2(self._log, sys.stderr.fileno())  # a fault of our own is read there too
        self._state = State("starting", supervisor=os.getpid())
        self._server: Postmaster | None = None
        self._asked = False
        self._woken = _wake_on(signal.SIGCHLD, signal.SIGTERM, signal.SIGINT)
        signal.signal(signal.SIGTERM, self._take_signal)
        signal.signal(signal.SIGINT, self._take_signal)

    def bring_up(self) -> None:
        """Start the server, again and again for START_PATIENCE_S if it ends while it starts.

        Raises:
            EmbeddedUnavailable: it did not start.
            NobodyLeft: nobody waits for it any more.
        """
        ensure_cluster(self._place, durable=self._settings.get("fsync") != "off")
        until = time.monotonic() + START_PATIENCE_S
        while True:
            end_leftovers(self._home.cluster)
            port = choose_port(self._home)
            write_settings(self._home, port, self._settings)
            said_before = os.fstat(self._log).st_size
            self._server = Postmaster(self._place, self._log)
            if self._comes_up(self._server):
                self._say(
                    replace(self._state, phase="ready", port=port, postmaster=self._server.pid)
                )
                return
            if time.monotonic() > until:
                raise explained(self._said_since(said_before), self._place.shown)
            self._pause(BEAT_S)

    def keep_up(self) -> None:
        """Watch the server and bring it back when it falls.

        Raises:
            NobodyLeft: always, in the end.
        """
        while True:
            self._pause(BEAT_S)
            self._bound_log()
            if self._server is None or self._server.ended():
                self._note("the server ended and is started again")
                try:
                    self.bring_up()
                except EmbeddedUnavailable as trouble:
                    self._note(str(trouble))
                    self._say(_failing(self._state, trouble))
                    self._pause(AGAIN_S)

    def shut_down(self, phase: str) -> None:
        """End the server and leave word how."""
        if self._server is not None:
            self._server.stop()
        end_leftovers(self._home.cluster)
        with contextlib.suppress(OSError):
            self._say(replace(self._state, phase=phase, postmaster=0))
            self._home.stop_request.unlink(missing_ok=True)

    def _comes_up(self, server: Postmaster) -> bool:
        """Wait until the server takes connections; recovery may take as long as somebody waits."""
        while not server.ended():
            if server.ready():
                return True
            self._pause(QUICK_BEAT_S)
        return False

    def _pause(self, seconds: float) -> None:
        """Wait, woken early by a signal or the server's end.

        Raises:
            NobodyLeft: there is no reason to go on.
        """
        if select.select([self._woken], [], [], seconds)[0]:
            os.read(self._woken, 512)
        if self._home.stop_request.exists():
            raise NobodyLeft("stopped")
        if self._asked or locked(self._users, fcntl.LOCK_EX):
            raise NobodyLeft("ended")

    def _take_signal(self, _number: int, _frame: object) -> None:
        self._asked = True

    def _say(self, state: State) -> None:
        self._state = state
        self._home.say(state)

    def _note(self, text: str) -> None:
        when = time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime())
        os.write(self._log, f"{when} [{os.getpid()}] supervisor: {text}\n".encode())

    def _said_since(self, offset: int) -> str:
        with self._home.log.open("rb") as file:
            file.seek(offset)
            return file.read().decode("utf-8", "replace")

    def _bound_log(self) -> None:
        """Keep the last full log as postgres.log.1 and go on in an emptied file."""
        if os.fstat(self._log).st_size > LOG_LIMIT:
            kept = self._home.log.with_name("postgres.log.1")
            kept.write_bytes(self._home.log.read_bytes())
            kept.chmod(0o600)
            os.ftruncate(self._log, 0)


def main(argument: str) -> int:
    """Carry out an order; see Order.text.

    Returns:
        The exit code: 0 when the server ended with its users, 1 when it could not be started.
    """
    order = Order(**json.loads(argument))
    for descriptor in (order.lock, order.report):
        os.set_inheritable(descriptor, False)
    if os.fork():
        os._exit(0)
    os.setsid()
    os.umask(0o077)
    os.chdir(order.home)
    if order.account:
        _become(pwd.getpwnam(order.account))
    shown = Path(order.home)
    try:
        supervisor = Supervisor(_place(shown, Path(order.programs)), order.settings)
        return _serve(supervisor, order.report)
    except EmbeddedUnavailable as trouble:
        _report(order.report, trouble)
    except OSError as refused:
        _report(order.report, plain(refused, shown))
    except BaseException as fault:
        detail = f"{type(fault).__name__}, {fault}"
        _report(order.report, EmbeddedUnavailable(Trouble.FAILED, path=shown, detail=detail))
        raise
    return 1


def _serve(supervisor: Supervisor, report: int) -> int:
    try:
        supervisor.bring_up()
        _report(report, None)
        supervisor.keep_up()
    except NobodyLeft as reason:
        supervisor.shut_down(reason.phase)
        return 0
    except BaseException:
        supervisor.shut_down("ended")
        raise
    return 0


def _place(shown: Path, programs: Path) -> Place:
    try:
        closed = not shown.samefile(".")
    except PermissionError:
        closed = True
    if closed and not Path("/proc/self/cwd").exists():
        raise EmbeddedUnavailable(Trouble.NOT_WRITABLE, path=shown)
    return Place(Home(Path()), shown, programs, closed)


def _become(account: pwd.struct_passwd) -> None:
    """Give up root's rights for good."""
    os.initgroups(account.pw_name, account.pw_gid)
    os.setgid(account.pw_gid)
    os.setuid(account.pw_uid)
    os.environ.update(HOME=account.pw_dir, USER=account.pw_name, LOGNAME=account.pw_name)


def _report(descriptor: int, trouble: EmbeddedUnavailable | None) -> None:
    """Tell the starter, who may be gone, how it went."""
    said = {} if trouble is None else {"trouble": trouble.trouble, "facts": trouble.facts}
    with contextlib.suppress(OSError):  # it may be gone, or was told already
        os.write(descriptor, json.dumps(said).encode())
        os.close(descriptor)


def _failing(state: State, trouble: EmbeddedUnavailable) -> State:
    return replace(state, phase="failing", trouble=trouble.trouble, facts=trouble.facts)


def _wake_on(*signals: signal.Signals) -> int:
    """Return a descriptor that becomes readable when one of these signals arrives."""
    woken, waker = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
    signal.set_wakeup_fd(waker, warn_on_full_buffer=False)
    for number in signals:
        signal.signal(number, lambda _number, _frame: None)
    return woken


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
