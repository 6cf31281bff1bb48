"""The server told to end with feeds open, and a second one on its port."""

from __future__ import annotations

import signal
import socket
import subprocess
from contextlib import ExitStack

import psutil
import pytest
import requests

from tests.system.conftest import Program, Serving, a_free_port, kill_tree

FEEDS = 50
WAIT_S = 5
"""The contract says 2 s; a machine with much else to do may take longer."""


def open_feed(stack: ExitStack, program: Program) -> socket.socket:
    """A feed that has said how things stand."""
    plug = stack.enter_context(socket.create_connection(("127.0.0.1", program.port), 20))
    plug.sendall(b"GET /api/v1/events/stream?clinic=aud HTTP/1.1\r\nHost: dawr\r\n\r\n")
    said = b""
    while b"event: connected" not in said:
        piece = plug.recv(65_536)
        assert piece, said
        said += piece
    return plug


def end_of(server: subprocess.Popen[str]) -> tuple[str, str]:
    """What it printed, if it ends in time; a server that does not is killed."""
    try:
        return server.communicate(timeout=WAIT_S)
    except subprocess.TimeoutExpired:
        kill_tree(server)
        raise


def rest_of(plug: socket.socket) -> bytes:
    said = b""
    while piece := plug.recv(65_536):
        said += piece
    return said


@pytest.mark.parametrize(("told", "workers"), [(signal.SIGTERM, 2), (signal.SIGINT, 1)])
def test_it_ends_soon_with_fifty_feeds_open_and_leaves_nobody(
    serving: Serving, told: signal.Signals, workers: int
) -> None:
    program = Program(serving.program.data_dir, a_free_port())
    server = program.start_server(workers)
    family = psutil.Process(server.pid).children(recursive=True)
    assert len(family) == (workers if workers > 1 else 0)
    with ExitStack() as stack:
        feeds = [open_feed(stack, program) for _ in range(FEEDS)]
        server.send_signal(told)
        out, errors = end_of(server)
        ends = [rest_of(feed) for feed in feeds]

    assert server.returncode == 0
    assert out == f"Dawr is ready at {program.url}\n"
    assert "Traceback" not in errors
    assert psutil.wait_procs(family, timeout=WAIT_S)[1] == []
    assert all(one.endswith(b"0\r\n\r\n") for one in ends)
    with pytest.raises(requests.ConnectionError):
        requests.get(program.url, timeout=5)


def test_a_second_server_on_the_port_says_so_and_the_first_goes_on(serving: Serving) -> None:
    port = str(serving.program.port)

    second = serving.program.run("server", "--port", port)

    assert (second.returncode, second.stdout) == (1, "")
    assert second.stderr == (
        f"Port {port} is taken; end the program that has it or choose another with --port.\n"
    )
    assert serving.post("/queue/enter", {"clinic": "aud"}).status_code == 201


def test_a_server_whose_own_process_is_killed_leaves_no_worker(serving: Serving) -> None:
    program = Program(serving.program.data_dir, a_free_port())
    server = program.start_server(workers=2)
    workers = psutil.Process(server.pid).children(recursive=True)

    server.kill()
    end_of(server)

    assert len(workers) == 2
    assert psutil.wait_procs(workers, timeout=WAIT_S)[1] == []
