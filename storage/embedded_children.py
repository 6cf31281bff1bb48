"""How the supervisor starts a program so that it does not outlive it; it starts none itself."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Callable

PR_SET_PDEATHSIG = 1  # linux/prctl.h


def ends_with_parent(by: signal.Signals) -> Callable[[], None] | None:
    """Return what a child does before exec so that the kernel signals it when its parent ends.

    It holds on Linux only; elsewhere the next start ends what was left. The kernel forgets the
    wish when the child forks or changes its account and grants it when the parent's *thread* ends,
    so the parent drops its rights first and starts the child from its main thread.
    """
    if sys.platform != "linux":
        return None
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    parent = os.getpid()

    def ask() -> None:
        prctl(PR_SET_PDEATHSIG, int(by), 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)

    return ask


def clean_environment() -> dict[str, str]:
    """Return this process's environment without what steers PostgreSQL, which speaks English."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_"))}
    return kept | {"LC_ALL": "C", "TZ": "UTC"}
