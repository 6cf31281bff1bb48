"""The server as a command: when it says that it is ready, how it ends, and what it refuses."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
import requests

from storage import database as setup
from storage import sites
from tests.house.source import ROOT
from tests.postgres import Cluster, Database

Serve = Callable[..., "subprocess.Popen[str]"]
_PARENT = """
import os, subprocess, sys
child = subprocess.Popen([*sys.argv[1:], "--parent", str(os.getpid())], stdout=subprocess.PIPE)
print(child.pid, child.stdout.readline().decode(), flush=True)
sys.stdin.read()
"""


@pytest.fixture(scope="module")
def database(cluster: Cluster) -> Iterator[Database]:
    """One that was set up under its own name: a clone's roles are those of its template."""
    name = f"served_{os.getpid()}"
    cluster.create(name)
    one = Database(name, cluster.url(name))
    setup.upgrade(one.admin_url)
    sites.make_demo_site(one.admin_url)
    yield one
    cluster.drop(name)


def environment(database_url: str, data_dir: Path) -> dict[str, str]:
    given = {"DAWR_DATABASE_URL": database_url, "DAWR_DATA_DIR": str(data_dir)}
    return {**os.environ, **given}


def command(*words: str) -> list[str]:
    return [sys.executable, str(ROOT / "main.py"), *words]


@pytest.fixture
def serve(database: Database, tmp_path: Path) -> Iterator[Serve]:
    """Starts servers of the demo site, and ends those that are still there."""
    started: list[subprocess.Popen[str]] = []

    def start(*words: str, url: str = database.admin_url) -> subprocess.Popen[str]:
        server = subprocess.Popen(
            command("server", *words),
            env=environment(url, tmp_path),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(server)
        return server

    yield start
    for server in started:
        server.kill()
        server.communicate()


def address(server: subprocess.Popen[str]) -> str:
    assert server.stdout is not None
    line = server.stdout.readline()
    found = re.fullmatch(r"Dawr is ready at (http://127\.0\.0\.1:\d+)\n", line)
    assert found, (line, server.communicate())
    return found[1]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_server_says_when_it_is_ready_and_ends_cleanly_with_all_its_workers(
    serve: Serve, workers: int
) -> None:
    server = serve("--port", "0", "--workers", str(workers))
    url = address(server)
    assert requests.get(f"{url}/healthz", timeout=5).status_code == 200
    assert wait_until(lambda: requests.get(f"{url}/readyz", timeout=5).status_code == 200)
    children = psutil.Process(server.pid).children(recursive=True)

    server.send_signal(signal.SIGTERM)
    _, said = server.communicate(timeout=10)

    assert server.returncode == 0, said
    assert psutil.wait_procs(children, timeout=5)[1] == []


def wait_until(condition: Callable[[], bool]) -> bool:
    until = time.monotonic() + 10
    while time.monotonic() < until:
        if condition():
            return True
        threading.Event().wait(0.05)
    return False


def test_a_port_that_is_taken_is_one_plain_sentence(serve: Serve) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        server = serve("--port", str(taken.getsockname()[1]))
        _, said = server.communicate(timeout=30)

    assert server.returncode == 1
    assert re.fullmatch(r"Port \d+ is taken; [^\n]+\n", said)


def test_a_site_that_is_not_there_is_one_plain_sentence(database: Database, tmp_path: Path) -> None:
    done = subprocess.run(
        command("server", "--port", "0"),
        env={**environment(database.admin_url, tmp_path), "DAWR_SITE": "moon"},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )

    assert (done.returncode, done.stderr) == (
        1,
        "Set DAWR_SITE to one of the sites there are: demo.\n",
    )


def test_a_server_ends_with_the_program_that_started_it_however_that_ends(
    database: Database, tmp_path: Path
) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", _PARENT, *command("server", "--port", "0")],
        env=environment(database.admin_url, tmp_path),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert parent.stdout is not None
    pid, _, said = parent.stdout.readline().partition(" ")
    assert said.startswith("Dawr is ready")
    server = psutil.Process(int(pid))

    parent.kill()
    parent.communicate()

    assert psutil.wait_procs([server], timeout=10)[1] == []


def test_the_demo_leaves_a_clinic_s_own_site_alone(cluster: Cluster, tmp_path: Path) -> None:
    name = f"own_{os.getpid()}"
    cluster.create(name)
    own = Database(name, cluster.url(name))
    setup.upgrade(own.admin_url)
    sites.make_demo_site(own.admin_url)
    own.do("update dawr.site set code = 'north'")

    done = subprocess.run(
        command("demo", "--once", str(tmp_path / "pictures")),
        env=environment(own.admin_url, tmp_path),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 1
    assert done.stderr.startswith("The database holds the site north, ")
    assert own.value("select count(*) from ticket") == 0
    cluster.drop(name)
