"""A sample of the soak that `make soak` runs long."""

from __future__ import annotations

import random

from tests.system.conftest import Program, end
from tests.system.soak import CLINICS, HEAD, WAYS, Soak

SECONDS = 6.0


def test_mixed_load_leaves_the_books_right_and_no_file_open(program: Program) -> None:
    server = program.start_server(workers=2)
    try:
        soak = Soak(program, server.pid, program.token("staff"), random.Random(1))
        lines = list(soak.run(SECONDS, SECONDS / 4))
    finally:
        out, errors = end(server)

    assert soak.wrong == []
    assert lines[0] == HEAD
    assert len(lines) > 3
    assert {call for call, _ in soak.tally.answers} == {"enter", "call", *sum(WAYS, ())}
    assert soak.tally.answers["call", 200] > len(CLINICS)
    assert "Traceback" not in out + errors
