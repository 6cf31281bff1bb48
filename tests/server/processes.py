"""The server as a command runs it: processes of their own, on a free port."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from typing import Any

import psutil
import pytest

from tests.server.ear import PATIENCE_S

ROOT = Path(__file__).resolve().parents[2]
START_S = 60.0
_PROGRAM = """
import json, sys
from server.options import Options
from server.run import serve
asked = json.load(sys.stdin)
sys.exit(serve(**{**asked, "options": Options(**asked.get("options", {}))}))
"""


@dataclass
class Command:
    """A running server; `url` once it said it is ready."""

    process: subprocess.Popen[str]
    errors: Path
    url: str = ""

    def workers(self) -> list[psutil.Process]:
        return psutil.Process(self.process.pid).children(recursive=True)

    def end(self, number: signal.Signals = signal.SIGTERM) -> int:
        self.process.send_signal(number)
        return self.process.wait(PATIENCE_S)

    def said(self) -> str:
        return self.errors.read_text(encoding="utf-8")


def metrics_in(folder: Path) -> list[str]:
    """The directories in which workers' numbers meet, where TMPDIR is this folder."""
    return [one.name for one in folder.glob("dawr-metrics-*")]


@contextlib.contextmanager
def started(errors: Path, conninfo: str, *, before: str = "", **options: Any) -> Iterator[Command]:
    """Start a server; what is left of it at the end is killed.

    Args:
        before: statements for its process to run first.
    """
    with errors.open("w") as to:
        process = subprocess.Popen(
            [sys.executable, "-c", before + _PROGRAM],
            cwd=ROOT,
            env=os.environ | {"PYTHONDEVMODE": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=to,
            text=True,
        )
    assert process.stdin is not None
    with process.stdin as order:
        json.dump({"conninfo": conninfo, **options}, order)
    try:
        yield Command(process, errors)
    finally:
        family = [psutil.Process(process.pid)] if process.poll() is None else []
        for one in [*family, *(each for parent in family for each in parent.children())]:
            with contextlib.suppress(psutil.NoSuchProcess):
                one.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


@contextlib.contextmanager
def ready(errors: Path, conninfo: str, **options: Any) -> Iterator[Command]:
    """Start a server and wait until it says that it is ready."""
    with started(errors, conninfo, **{"port": 0, **options}) as command:
        line = _line(command)
        assert line.startswith("Dawr is ready at http://"), (line, command.said())
        command.url = line.removeprefix("Dawr is ready at ").strip()
        yield command


def _line(command: Command) -> str:
    lines: Queue[str] = Queue()
    stdout = command.process.stdout
    assert stdout is not None
    reader = threading.Thread(target=lambda: lines.put(stdout.readline()))
    reader.start()
    try:
        return lines.get(timeout=START_S)
    except Empty:
        command.process.kill()
        pytest.fail(f"the server never said that it is ready: {command.said()}")
    finally:
        reader.join()
