"""Every call is described with examples that are true: of what is asked, answered and refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import TypeAdapter

from domain.reports import csv_text
from server.calls import BASE, guarded
from server.described.call import Call
from server.described.calls import CALLS
from server.described.values import CSV
from server.guarded import GuardedRoute
from server.models import ProblemOut
from server.refusals import WORDS
from tests.house.source import ROOT
from tests.server.contract import Json, document

ROUTES = [
    (f"{method} {path.removeprefix(BASE)}", route)
    for path, route in guarded()
    for method in sorted(route.methods or ())
]
OF_THE_CONTRACT = {
    *("INVALID_INPUT", "BODY_TOO_LARGE", "UNAUTHORIZED", "FORBIDDEN", "RATE_LIMITED", "BUSY"),
    *("NOT_FOUND", "CLINIC_NOT_FOUND", "ROOM_NOT_FOUND", "TICKET_NOT_FOUND", "NOT_IN_QUEUE"),
    *("NO_PATIENTS_WAITING", "TICKET_IN_HAND", "WRONG_STATE", "TOO_EARLY", "TOO_LATE_TO_UNDO"),
    *("ALREADY_WAITING", "INCORRECT_PIN", "PIN_LOCKED", "INCORRECT_QUEUE_NUMBER", "HOLD_EXPIRED"),
    *("WRONG_SEQUENCE", "CLINIC_NOT_IN_PATH", "PREVIOUS_NOT_COMPLETED", "SLOT_TAKEN"),
    *("OUTSIDE_CHECK_IN_WINDOW", "SLOT_NOT_FOUND", "HOLD_NOT_FOUND", "HOLD_USED", "IN_PROGRESS"),
    "IDEMPOTENCY_KEY_REUSED",
}
BESIDE = {"METHOD_NOT_ALLOWED", "INTERNAL_ERROR"}
"""Of no call: a method that is not described, a fault."""


def operation(name: str) -> Json:
    method, path = name.split(" ")
    return dict(document()["paths"][BASE + path][method.lower()])


def every() -> Iterator[tuple[str, Json]]:
    for path, found in document()["paths"].items():
        for method, one in found.items():
            yield f"{method.upper()} {path}", one


def examples(told: Json) -> list[Any]:
    return [one["value"] for one in told.get("examples", {}).values()]


def test_every_call_has_its_examples_and_no_example_is_of_no_call() -> None:
    assert {name for name, _ in ROUTES} == set(CALLS)


@pytest.mark.parametrize(("name", "route"), ROUTES, ids=[name for name, _ in ROUTES])
def test_what_is_shown_is_what_the_call_takes_and_gives(name: str, route: GuardedRoute) -> None:
    call, told = CALLS[name], operation(name)

    assert told["description"]
    if route.body_field is not None:
        asked: TypeAdapter[object] = TypeAdapter(route.body_field.field_info.annotation or object)
        (shown,) = examples(told["requestBody"]["content"]["application/json"])
        assert shown is not None
        asked.validate_json(json.dumps(shown))
    for parameter in told["parameters"]:
        assert "example" in parameter, parameter["name"]
    assert check_answers(call, route, told) == set(call.answers)


def check_answers(call: Call, route: GuardedRoute, told: Json) -> set[int]:
    """Hold the successes that are shown to their models; answers their statuses."""
    checked = set()
    for status in call.answers:
        model = route.responses.get(status, {}).get("model") or route.response_model
        (shown,) = examples(told["responses"][str(status)]["content"]["application/json"])
        TypeAdapter(model).validate_json(json.dumps(shown))
        checked.add(status)
    return checked


def test_every_success_has_an_example() -> None:
    for name, told in every():
        for status, answer in told["responses"].items():
            if status.startswith("2"):
                for media, content in answer["content"].items():
                    assert "example" in content or examples(content), (name, status, media)


def test_every_answer_tells_its_headers() -> None:
    for name, told in every():
        for status, answer in told["responses"].items():
            assert "X-Correlation-ID" in answer["headers"], (name, status)
            if status in ("429", "503") and not name.endswith("/t/{token}"):
                assert "Retry-After" in answer["headers"], (name, status)
    entering = operation("POST /queue/enter")["responses"]
    assert "Idempotency-Replayed" in entering["201"]["headers"]
    for status in ("201", "409", "429"):
        assert {"X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"} <= set(
            entering[status]["headers"]
        )
    known = document()["components"]["headers"]
    assert all(one["schema"] and one["description"] and one["example"] for one in known.values())


def test_a_refusal_is_shown_as_it_is_spoken() -> None:
    """Of its own words, so it cannot drift; each of its facts is in it."""
    shown: set[str] = set()
    for name, told in every():
        for status, answer in told["responses"].items():
            content = answer["content"].get("application/problem+json", {})
            for example in examples(content):
                problem = ProblemOut.model_validate(example)
                assert str(problem.status) == status, name
                words = [one for kind, one in WORDS.items() if kind.code == problem.code]
                assert problem.message in {one.en for one in words}
                shown.add(problem.code)
    assert shown >= OF_THE_CONTRACT
    assert shown >= {kind.code for kind in WORDS} - BESIDE


def test_the_page_of_codes_says_what_the_server_says() -> None:
    page = (ROOT / "docs/look-up/codes.md").read_text(encoding="utf-8")
    rows = {line for line in page.splitlines() if line.startswith("| `")}

    assert rows == {
        f"| `{kind.code}` | {words.status} | {words.en} |"
        f" {', '.join(f'`{fact}`' for fact in words.facts)} |"
        for kind, words in WORDS.items()
    }


def test_the_file_that_is_shown_has_the_header_of_a_real_one() -> None:
    empty: Json = {"clinics": [], "rows": []}
    real = csv_text({**dict.fromkeys(("type", "since", "until", "time_zone", "made_at")), **empty})

    assert CSV.split("\r\n")[0] == real.split("\r\n")[0]
