"""The real program as people start it: `main.py server` on its own data directory, ended by pid."""

from __future__ import annotations

import contextlib
import os
import select
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil
import psycopg
import pytest
import requests
from tenacity import Retrying, retry_if_exception_type, stop_after_delay, wait_fixed

from storage import embedded

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 60
AWAY = (requests.RequestException, psycopg.OperationalError, AssertionError, OSError)


def patiently(seconds: float = PATIENCE_S) -> Retrying:
    """Try again each 50 ms until it works, for so long at most."""
    return Retrying(
        retry=retry_if_exception_type(AWAY),
        stop=stop_after_delay(seconds),
        wait=wait_fixed(0.05),
        reraise=True,
    )


def a_free_port() -> int:
    """A port below 32768 that nobody listens on."""
    for port in range(20_000 + os.getpid() % 9000, 32_000):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port
    raise OSError


@dataclass
class Program:
    """A data directory with its database, and commands of main.py on it."""

    data_dir: Path
    port: int
    settings: dict[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("DAWR_")}
        own = {
            "DAWR_DATA_DIR": str(self.data_dir),
            "DAWR_SERVER_URL": self.url,
            "DAWR_RATE_LIMIT_NETWORKS": "127.0.0.0/8=1000000",
            "QT_QPA_PLATFORM": "offscreen",
        }
        return kept | own | self.settings

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, str(ROOT / "main.py"), *arguments],
            env=self.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, str(ROOT / "main.py"), *arguments],
            env=self.environment(),
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE_S,
        )

    def start_server(self, workers: int = 2) -> subprocess.Popen[str]:
        """A server that answers; its own line says where."""
        server = self.start("server", "--port", str(self.port), "--workers", str(workers))
        for attempt in patiently():
            with attempt:
                answer = requests.get(f"{self.url}/readyz", timeout=5)
                assert answer.status_code == 200, answer.text
        return server

    def token(self, scope: str) -> str:
        made = self.run("token", "create", "--scope", scope, "--name", f"test {scope}")
        assert made.returncode == 0, made.stderr
        return made.stdout.strip()

    def post(self, path: str, body: dict[str, Any], **headers: str) -> requests.Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return requests.post(f"{self.url}/api/v1{path}", json=body, headers=named, timeout=10)

    def status(self, clinic: str) -> dict[str, Any]:
        """The numbers of a clinic."""
        path = f"{self.url}/api/v1/queue/status"
        answer = requests.get(path, params={"clinic": clinic}, timeout=10)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def conninfo(self) -> str:
        with embedded.start(self.data_dir) as lease:
            return lease.conninfo()


def end(process: subprocess.Popen[str], patience: float = 15) -> tuple[str, str]:
    """SIGTERM, then what it printed."""
    process.terminate()
    try:
        return process.communicate(timeout=patience)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        raise


def kill_tree(process: subprocess.Popen[str]) -> None:
    """SIGKILL a program and every process it started, at one blow."""
    family = [*psutil.Process(process.pid).children(recursive=True), psutil.Process(process.pid)]
    for one in family:
        one.kill()
    process.communicate()


@pytest.fixture
def program() -> Iterator[Program]:
    with a_program() as one:
        yield one


@contextlib.contextmanager
def a_program() -> Iterator[Program]:
    """A program on a data directory of its own, whose database is stopped at the end."""
    with tempfile.TemporaryDirectory(prefix="dawr-system-") as folder:
        data_dir = Path(folder) / "data"
        yield Program(data_dir, a_free_port())
        embedded.stop(data_dir)


@dataclass
class Serving:
    """A program whose server runs, with a token of each scope."""

    program: Program
    server: subprocess.Popen[str]
    tokens: dict[str, str]

    def post(self, path: str, body: dict[str, Any], scope: str | None = None) -> requests.Response:
        named = {} if scope is None else {"Authorization": f"Bearer {self.tokens[scope]}"}
        return self.program.post(path, body, **named)


@pytest.fixture(scope="session")
def serving() -> Iterator[Serving]:
    """One server of two processes for all tests that leave it as it was: up."""
    with a_program() as program:
        server = program.start_server(workers=2)
        try:
            yield Serving(program, server, {one: program.token(one) for one in ("staff", "admin")})
        finally:
            out, errors = end(server)
        assert "Traceback" not in out + errors


@pytest.fixture(scope="session")
def screen() -> Iterator[dict[str, str]]:
    """What tells Qt of a screen that nobody sees, as big as a wall's."""
    heard, told = os.pipe()
    command = ["Xvfb", "-displayfd", str(told), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
    server = subprocess.Popen(
        command, pass_fds=(told,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(told)
    try:
        assert select.select([heard], [], [], 30)[0]
        yield {"DISPLAY": f":{os.read(heard, 16).decode().strip()}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        os.close(heard)
        server.terminate()
        server.wait()
