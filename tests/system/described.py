"""Schemathesis holds every answer of a running server to its own description.

Whatever the description allows or forbids is asked, by strangers and by every scope. No answer may
be a fault, have a status, a code or a media type that is not described, or another shape.

`python -m tests.system.described --examples 20000 --seed 7` runs it long and prints how often each
call answered with each status.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import schemathesis
from requests.structures import CaseInsensitiveDict
from schemathesis import Case, HookContext, hooks
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema
from schemathesis.engine.recorder import ScenarioRecorder

from tests.server.contract import codes, document
from tests.system.conftest import Program, a_program, end
from tests.system.fuzz import table

SCOPES = ("kiosk", "staff", "admin")
WITHOUT_LIMITS = {
    "DAWR_RATE_LIMIT_PER_ADDRESS": "0",
    "DAWR_RATE_LIMIT_PER_MOBILE": "0",
    "DAWR_RATE_LIMIT_PER_STATION": "0",
}
HELD = (
    *("not_a_server_error", "status_code_conformance", "content_type_conformance"),
    *("response_schema_conformance", "response_headers_conformance"),
)
_OTHER_CHECKS = (
    *("positive_data_acceptance", "negative_data_rejection", "use_after_free", "ignored_auth"),
    *("ensure_resource_availability", "missing_required_header", "unsupported_method"),
    *("object_level_authorization", "allow_header_conformance"),
)
"""They guess what a call means; what these calls mean has its own tests."""
LEADING_OUT = ("POST", "/api/v1/admin/webhooks")
"""An address made by dice may be somebody's: a test sends nothing beyond this machine."""
_OF_NO_CALL = frozenset({"METHOD_NOT_ALLOWED"})


@dataclass
class Heard:
    """How often each call answered with each status, and every answer that was wrong."""

    seen: Counter[tuple[str, int]] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def listen(
    url: str, tokens: Mapping[str, str], examples: int, dice: int, *, is_thorough: bool = False
) -> Heard:
    """Ask every call so often, each time as somebody else.

    Args:
        tokens: by scope; those who ask without any are a quarter.
        is_thorough: also each bound of each field, by turns.
    """
    config = SchemathesisConfig.from_dict(_config(examples, dice, is_thorough))
    every = schemathesis.openapi.from_url(f"{url}/api/v1/openapi.json", config=config)
    schema = every.exclude(path=LEADING_OUT[1], method=LEADING_OUT[0])
    heard = Heard()
    with _asking_as(tokens, random.Random(dice)):
        for event in from_schema(schema).execute():
            if isinstance(event, events.ScenarioFinished):
                _hear(heard, event.recorder)
            elif isinstance(event, events.NonFatalError | events.FatalError):
                heard.wrong.append(str(event))
    return heard


@contextmanager
def _asking_as(tokens: Mapping[str, str], dice: random.Random) -> Iterator[None]:
    """Let each request carry the token of a scope, or none."""
    bearers = [None, *(f"Bearer {token}" for token in tokens.values())]

    def before_call(_: HookContext, case: Case[Any], __: dict[str, Any]) -> None:
        headers = CaseInsensitiveDict(case.headers or {})
        headers.pop("Authorization", None)
        bearer = dice.choice(bearers)
        if bearer is not None:
            headers["Authorization"] = bearer
        case.headers = headers

    schemathesis.hook(before_call)
    try:
        yield
    finally:
        hooks.unregister(before_call)


def _hear(heard: Heard, recorder: ScenarioRecorder) -> None:
    heard.wrong.extend(_failures(recorder))
    for label, status, content in _answers(recorder):
        heard.seen[label, status] += 1
        heard.wrong.extend(_undescribed(label, status, content))


def _config(examples: int, seed: int, is_thorough: bool) -> dict[str, Any]:
    on, off = {"enabled": True}, {"enabled": False}
    return {
        "seed": seed,
        "checks": {**dict.fromkeys(HELD, on), **dict.fromkeys(_OTHER_CHECKS, off)},
        "phases": {"stateful": off, "coverage": on if is_thorough else off},
        "generation": {"max-examples": examples, "database": "none", "no-shrink": True},
        "request-timeout": 15,
        "continue-on-failure": True,
        "max-stream-events": 1,
    }


def _failures(recorder: ScenarioRecorder) -> Iterator[str]:
    for case_id, checks in recorder.checks.items():
        for check in checks:
            if check.failure_info is not None:
                case, failure = recorder.cases[case_id].value, check.failure_info.failure
                asked = (case.path_parameters, case.query, case.body)
                yield f"{recorder.label} {asked}: {failure.title}: {failure.message}"[:1000]


def _answers(recorder: ScenarioRecorder) -> Iterator[tuple[str, int, bytes]]:
    for case_id, exchange in recorder.interactions.items():
        if exchange.response is not None:
            case = recorder.cases[case_id].value
            label = f"{case.method.upper()} {case.operation.path}"
            yield label, exchange.response.status_code, exchange.response.content


def _undescribed(label: str, status: int, content: bytes) -> Iterator[str]:
    """A refusal must have a code that is described, not its status alone."""
    method, path = label.split(" ")
    operation = document()["paths"][path].get(method.lower())
    if operation is None or status < 400 or not content.startswith(b"{"):
        return
    code = json.loads(content)["code"]
    if code not in codes(operation, status) | _OF_NO_CALL:
        yield f"{label}: {code} is not described for {status}"


def calls_asked() -> set[str]:
    """Every call that is described, but for what is left out."""
    every = {
        f"{method.upper()} {path}"
        for path, found in document()["paths"].items()
        for method in found
    }
    return every - {" ".join(LEADING_OUT)}


def seed_line(program: Program, staff: str) -> None:
    """A few tickets, so that some numbers that are guessed are there."""
    for clinic in ("lab", "eye"):
        for _ in range(3):
            program.post("/queue/enter", {"clinic": clinic})
    program.post("/queue/call", {"clinic": "lab", "room": "1"}, Authorization=f"Bearer {staff}")


def main() -> int:
    """Run long; prints the seed first and the table last."""
    parser = argparse.ArgumentParser(prog="python -m tests.system.described", description=__doc__)
    parser.add_argument("--examples", type=int, default=20_000, help="in all, more or less")
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    asked = parser.parse_args()
    calls = len(calls_asked())
    each = max(1, asked.examples // calls)
    sys.stdout.write(f"seed {asked.seed}, {each} requests to each of {calls} calls\n")
    with a_program() as program:
        program.settings.update(WITHOUT_LIMITS)
        server = program.start_server(workers=2)
        try:
            tokens = {scope: program.token(scope) for scope in SCOPES}
            seed_line(program, tokens["staff"])
            heard = listen(program.url, tokens, each, asked.seed, is_thorough=True)
        finally:
            out, errors = end(server)
    heard.wrong += [line for line in (out + errors).splitlines() if "Traceback" in line]
    sys.stdout.write(table(heard.seen) + "\n")
    sys.stdout.write("".join(f"WRONG: {one}\n" for one in heard.wrong) or "Nothing was found.\n")
    return 1 if heard.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
