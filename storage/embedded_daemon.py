"""The supervisor's process: detached from its starter, without root's rights, replaced if killed.

`python -m storage.embedded_daemon ORDER` is started by storage.embedded and by nobody else. It
becomes two processes: the supervisor, and the guardian, which only waits for it.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from storage.embedded_cluster import OWN_WORKING_DIRECTORY, Place
from storage.embedded_home import Home, become, plain
from storage.embedded_supervisor import NobodyLeft, Supervisor
from storage.embedded_troubles import EmbeddedUnavailable, Trouble


@dataclass(frozen=True)
class Order:
    """What the starter hands over.

    Args:
        home: the full name of the server's folder.
        account: who runs the server; "" is whoever runs this.
        programs: the directory of PostgreSQL's programs.
        settings: more of postgresql.conf.
        lock: the inherited descriptor of supervisor.lock, already locked.
        report: the inherited descriptor on which to tell the starter how it went.
    """

    home: str
    account: str
    programs: str
    settings: Mapping[str, str]
    lock: int
    report: int

    def text(self) -> str:
        return json.dumps(asdict(self))


def main(argument: str) -> int:
    """Carry out an order, see Order.text, in a process of its own.

    Returns:
        The exit code: 0 when the server ended with its users, 1 when it could not be started.
    """
    order = Order(**json.loads(argument))
    for descriptor in (order.lock, order.report):
        os.set_inheritable(descriptor, False)
    if os.fork():
        os._exit(0)
    os.setsid()
    with Path(os.devnull).open("wb") as nowhere:  # the starter waits for the end of its pipe
        os.dup2(nowhere.fileno(), sys.stderr.fileno())
    os.umask(0o077)
    os.chdir(order.home)
    if order.account:
        become(order.account)
    code = _guard()
    return _supervise(order) if code is None else code


def _guard() -> int | None:
    """Split off the supervisor; stay as its guardian and split off another if it is killed.

    Both hold supervisor.lock, so that nobody starts a third in between. A guardian that is killed
    leaves a supervisor that goes on alone.

    Returns:
        None in the supervisor, in the guardian the exit code when there is nothing left to guard.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    while True:
        child = os.fork()
        if child == 0:
            return None
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            return os.waitstatus_to_exitcode(status)


def _supervise(order: Order) -> int:
    shown = Path(order.home)
    try:
        supervisor = Supervisor(_place(shown, Path(order.programs)), order.settings)
        _serve(supervisor, order.report)
    except EmbeddedUnavailable as trouble:
        _report(order.report, trouble)
        return 1
    except OSError as refused:
        _report(order.report, plain(refused, shown))
        return 1
    except BaseException as fault:
        detail = f"{type(fault).__name__}, {fault}"
        _report(order.report, EmbeddedUnavailable(Trouble.FAILED, path=shown, detail=detail))
        raise
    return 0


def _serve(supervisor: Supervisor, report: int) -> None:
    try:
        supervisor.bring_up()
        _report(report, None)
        supervisor.keep_up()
    except NobodyLeft as reason:
        supervisor.shut_down(reason.phase)
    except BaseException:
        supervisor.shut_down("ended")
        raise


def _place(shown: Path, programs: Path) -> Place:
    """Look at the home from inside: may this account also come to it from outside?"""
    try:
        closed = not shown.samefile(".")
    except PermissionError:
        closed = True
    if closed and not Path(OWN_WORKING_DIRECTORY).exists():
        raise EmbeddedUnavailable(Trouble.NOT_WRITABLE, path=shown)
    return Place(Home(Path()), shown, programs, closed)


def _report(descriptor: int, trouble: EmbeddedUnavailable | None) -> None:
    """Tell the starter in one line how it went; it may be gone, or have been told already."""
    said = {} if trouble is None else {"trouble": trouble.trouble, "facts": trouble.facts}
    with contextlib.suppress(OSError):
        os.write(descriptor, f"{json.dumps(said)}\n".encode())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
