"""A sample of the rounds that `make faults` runs long: blows that the other tests leave out."""

from __future__ import annotations

import random

import pytest

from tests.system.conftest import Program
from tests.system.faults import run

BLOWS = ["every worker", "the supervisor", "sessions", "a backend", "the server"]


@pytest.mark.timeout(180)
def test_whatever_is_struck_down_the_books_say_what_people_were_told(program: Program) -> None:
    said: list[str] = []

    wrong = run(program, random.Random(1), BLOWS, said.append)

    assert (wrong, len(said)) == (0, 1 + len(BLOWS)), "\n".join(said)
