"""A sample of the fuzzing that `make fuzz` runs long."""

from __future__ import annotations

import psycopg

from tests.system import books
from tests.system.conftest import Serving
from tests.system.fuzz import CALLS, Fuzzer, run

SAMPLE = 300


def test_no_body_makes_a_call_of_the_queue_answer_uncleanly(serving: Serving) -> None:
    fuzzer = Fuzzer(serving.program.url, serving.tokens)
    try:
        run(fuzzer, SAMPLE)
    finally:
        fuzzer.close()

    assert {call for call, _ in fuzzer.seen} == set(CALLS)
    assert {status for _, status in fuzzer.seen} >= {200, 401, 404, 422}
    with psycopg.connect(serving.program.conninfo()) as admin:
        assert books.wrongs(admin) == []
