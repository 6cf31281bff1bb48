"""Bodies made by dice for every call of the queue: whatever comes, the answer is a clean one.

`python -m tests.system.fuzz` runs long on a server of its own; test_fuzz.py holds a sample.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Callable
from typing import Any

import psycopg
import requests
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.system import books
from tests.system.conftest import a_program, end

CALLS = (
    *("enter", "call", "recall", "start", "no-show", "hold", "resume", "reactivate"),
    *("undo", "priority", "transfer", "done", "cancel", "reset"),
)
CLINICS = ("lab", "eye")
FIELDS = (
    *("clinic", "number", "token", "user", "reason", "room", "priority", "to", "keep_arrival"),
    *("name", "mobile", "gender", "party_size", "pin", "idempotency_key", "colour"),
)

_ODD = "\x00\n\u202e\ud7ff\U0010ffffا١ก'\"\\%{}"
_text = st.text(max_size=20) | st.text(_ODD, max_size=70)
_scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(-3, 40),
    st.floats(),
    _text,
    st.sampled_from([*CLINICS, "LAB", "1", "none", "emergency", "male", "a" * 65, "+966551234567"]),
)
_values = st.recursive(
    _scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_text, inner, max_size=3)
)
_wild = st.dictionaries(st.sampled_from(FIELDS) | _text, _values, max_size=6)
_likely = {
    "number": st.integers(1, 12),
    "room": st.sampled_from(["1", "2", "99"]),
    "priority": st.sampled_from(["none", "elderly", "emergency"]),
    "to": st.sampled_from(CLINICS),
    "reason": st.sampled_from(["r", "\u0633\u0628\u0628", "", "\n"]),
    "user": st.sampled_from(["P1", "P2", "x y"]),
    "keep_arrival": st.booleans(),
    "idempotency_key": st.sampled_from(["k1", "k2", "", "\n"]),
    "party_size": st.integers(0, 22),
}
_NEEDED = {
    **dict.fromkeys(CALLS, ("number",)),
    "enter": (),
    "call": (),
    "reset": ("reason",),
    "transfer": ("number", "to"),
    "priority": ("number", "priority"),
}
_FREE = {
    "enter": ("user", "priority", "party_size"),
    "call": ("room",),
    "transfer": ("keep_arrival",),
}


@st.composite
def _sensible(draw: st.DrawFn, call: str) -> dict[str, Any]:
    """A body that the call could mean, more or less."""
    free = (*_FREE.get(call, ()), *(() if call in ("enter", "call") else ("reason",)))
    chosen = draw(st.sets(st.sampled_from([*free, "idempotency_key"]), max_size=2))
    named = {*_NEEDED[call], *(one for one in chosen if draw(st.integers(0, 3)) == 0)}
    body: dict[str, Any] = {name: draw(_likely[name]) for name in sorted(named)}
    return {"clinic": draw(st.sampled_from(CLINICS)), **body}


def _case(call: str) -> st.SearchStrategy[tuple[str, Any, str | None]]:
    sensible = st.tuples(st.just(call), _sensible(call), st.sampled_from(["staff", "admin"]))
    scopes = st.sampled_from([None, "staff", "admin"])
    return sensible | st.tuples(st.just(call), _wild | _values, scopes)


cases = st.sampled_from([*CALLS, *("enter", "call") * 3]).flatmap(_case)


class Fuzzer:
    """Posts what it is given to a server and looks at every answer."""

    def __init__(self, url: str, tokens: dict[str, str]) -> None:
        self.seen: Counter[tuple[str, int]] = Counter()
        self._url, self._tokens = url, tokens
        self._session = requests.Session()
        self._session.trust_env = False

    def close(self) -> None:
        self._session.close()

    def post(self, call: str, body: Any, scope: str | None) -> None:
        """Post one body.

        Raises:
            AssertionError: the answer is not one the contract knows.
        """
        headers = {"Content-Type": "application/json"}
        if scope is not None:
            headers["Authorization"] = f"Bearer {self._tokens[scope]}"
        answer = self._session.post(
            f"{self._url}/api/v1/queue/{call}", json.dumps(body), headers=headers, timeout=15
        )
        self.seen[call, answer.status_code] += 1
        assert_contract(answer)


def assert_contract(answer: requests.Response) -> None:
    """A success says so; anything else is a problem of the 400s with its correlation id."""
    told = answer.json()
    assert answer.headers["X-Correlation-ID"]
    if answer.status_code < 300:
        assert told["success"] is True
        return
    assert 400 <= answer.status_code < 500, (answer.status_code, told)
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert (told["success"], told["status"]) == (False, answer.status_code)
    assert told["correlation_id"] == answer.headers["X-Correlation-ID"]
    assert all(told[one] for one in ("code", "error", "message"))
    assert "Traceback" not in answer.text


def run(fuzzer: Fuzzer, examples: int, dice: int | None = None) -> None:
    """So many bodies; the same dice throw the same ones."""

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(cases)
    def post(case: tuple[str, Any, str | None]) -> None:
        fuzzer.post(*case)

    thrown: Callable[[], None] = post if dice is None else seed(dice)(post)
    thrown()


def table(seen: Counter[tuple[str, int]]) -> str:
    """How often each call answered with each status."""
    statuses = sorted({status for _, status in seen})
    width = max((len(call) for call, _ in seen), default=0) + 2
    head = f"{'call':<{width}}" + "".join(f"{status:>8}" for status in statuses)
    rows = [
        f"{call:<{width}}" + "".join(f"{seen[call, status]:>8}" for status in statuses)
        for call in sorted({call for call, _ in seen})
    ]
    return "\n".join([head, *rows])


def main() -> int:
    """Run long; prints the seed first and the table last."""
    parser = argparse.ArgumentParser(prog="python -m tests.system.fuzz", description=__doc__)
    parser.add_argument("--examples", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    asked = parser.parse_args()
    sys.stdout.write(f"seed {asked.seed}, {asked.examples} bodies\n")
    with a_program() as program:
        server = program.start_server(workers=2)
        fuzzer = Fuzzer(program.url, {one: program.token(one) for one in ("staff", "admin")})
        try:
            run(fuzzer, asked.examples, asked.seed)
            with psycopg.connect(program.conninfo()) as admin:
                wrong = books.wrongs(admin)
        finally:
            sys.stdout.write(table(fuzzer.seen) + "\n")
            fuzzer.close()
            end(server)
    sys.stdout.write("".join(f"WRONG: {one}\n" for one in wrong) or "The books are right.\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
