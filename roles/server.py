"""The server's role: its own login, then server.run until it is told to end."""

from __future__ import annotations

import ctypes
import os
import platform
import signal
import sys
import time
from dataclasses import fields

import psycopg

from roles import plain, store
from roles.plain import Plain
from roles.settings import Settings
from roles.store import Store
from server.options import Options
from server.run import serve
from storage.logins import Credential
from storage.sites import NoSite

PR_SET_PDEATHSIG = 1
AGAIN_S = 1.0


def run(settings: Settings, host: str, port: int, workers: int, parent: int | None) -> None:
    """Serve until SIGTERM or Ctrl-C.

    Args:
        port: 0 chooses a free one.
        parent: the process to end with, however that one ends.
    """
    if parent is not None:
        _end_with(parent)
    with store.opened(settings) as place:
        place.begin()
        credential = _credential_once_there(place)
        code = serve(
            conninfo=place.conninfo_of(credential),
            host=host,
            port=port,
            workers=workers,
            log_format=settings.log_format,
            options=Options(**{one.name: getattr(settings, one.name) for one in fields(Options)}),
        )
    if code:
        sys.exit(code)


def _credential_once_there(place: Store) -> Credential | None:
    """The server's login; while the database is away or not set up, say so once and wait for it."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    trouble: str | None = None
    while True:
        said = trouble
        try:
            return place.credential("server", f"Server {platform.node()}")
        except NoSite as error:
            if error.known:
                raise
            trouble = str(error)  # an upgrade makes the site after the schema
        except psycopg.Error as error:
            trouble = plain.of_database(error)
            if trouble not in plain.PASSING:
                raise
        if trouble != said:
            sys.stderr.write(f"{trouble}\n")
            sys.stderr.flush()
        time.sleep(AGAIN_S)  # nothing else is to be done yet; SIGTERM ends it at once


def _end_with(parent: int) -> None:
    """Have the kernel end this process when its parent is gone; only Linux knows that."""
    if not sys.platform.startswith("linux"):
        return
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, int(signal.SIGTERM))
    if os.getppid() != parent:  # it was gone before we asked
        raise Plain("The program that started this server has ended.")
