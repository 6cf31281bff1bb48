"""Refusals: one table, three languages, and the order in which they are judged."""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx
import pytest

from domain import errors
from domain.errors import Refusal
from server import problems
from server.models import ProblemOut
from server.refusals import WORDS
from tests.server.conftest import Served

STATUSES = {
    "INVALID_INPUT": 422,
    "BODY_TOO_LARGE": 413,
    "UNAUTHORIZED": 401,
    "FORBIDDEN": 403,
    "BUSY": 503,
    "NOT_FOUND": 404,
    "METHOD_NOT_ALLOWED": 405,
    "CLINIC_NOT_FOUND": 404,
    "ROOM_NOT_FOUND": 404,
    "TICKET_NOT_FOUND": 404,
    "NOT_IN_QUEUE": 404,
    "NO_PATIENTS_WAITING": 404,
    "TICKET_IN_HAND": 409,
    "WRONG_STATE": 409,
    "TOO_EARLY": 409,
    "TOO_LATE_TO_UNDO": 409,
    "ALREADY_WAITING": 409,
    "CLINIC_CLOSED": 409,
    "CLINIC_PAUSED": 409,
    "CLINIC_OTHER_GENDER": 409,
    "IN_PROGRESS": 409,
    "IDEMPOTENCY_KEY_REUSED": 422,
    "INCORRECT_PIN": 403,
    "PIN_LOCKED": 429,
    "INCORRECT_QUEUE_NUMBER": 409,
    "WRONG_SEQUENCE": 403,
    "PREVIOUS_NOT_COMPLETED": 403,
    "CLINIC_NOT_IN_PATH": 403,
    "SLOT_NOT_FOUND": 404,
    "HOLD_NOT_FOUND": 404,
    "SLOT_TAKEN": 409,
    "HOLD_EXPIRED": 409,
    "HOLD_USED": 409,
    "ALREADY_HOLDING": 409,
    "OUTSIDE_CHECK_IN_WINDOW": 409,
    "RATE_LIMITED": 429,
    "REQUEST_TIMEOUT": 408,
    "INTERNAL_ERROR": 500,
}
ARABIC, THAI = re.compile("[\u0600-\u06ff]"), re.compile("[\u0e00-\u0e7f]")


def below(kind: type[Refusal]) -> Iterator[type[Refusal]]:
    for one in kind.__subclasses__():
        yield one
        yield from below(one)


def problem(answer: httpx.Response, status: int, code: str) -> dict[str, object]:
    """The problem an answer must be."""
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.status_code == status, answer.text
    told = ProblemOut.model_validate_json(answer.content)
    assert (told.code, told.status) == (code, status)
    assert told.correlation_id == answer.headers["x-correlation-id"]
    return dict(answer.json())


def test_every_refusal_of_the_product_has_its_words_and_status() -> None:
    assert set(WORDS) == set(below(Refusal))
    assert {kind.code: words.status for kind, words in WORDS.items()} == STATUSES


@pytest.mark.parametrize("kind", WORDS, ids=lambda kind: str(kind.code))
def test_every_refusal_is_one_sentence_in_each_language(kind: type[Refusal]) -> None:
    words = WORDS[kind]

    assert re.fullmatch(r"[A-Z][^.]+\.", words.en)
    assert ARABIC.search(words.ar)
    assert words.ar.endswith(".")
    assert THAI.search(words.th)
    assert len({words.en, words.ar, words.th}) == 3


@pytest.mark.parametrize(
    ("accept", "spoken"),
    [
        (None, "en"),
        ("", "en"),
        ("*", "en"),
        ("fr", "en"),
        ("ar", "ar"),
        ("th-TH,th;q=0.9,en;q=0.8", "th"),
        ("fr, en;q=0.2, ar-QA;q=0.7", "ar"),
        ("th;q=0, ar;q=0.1", "ar"),
        ("th;q=nonsense, ar", "ar"),
        ("TH", "th"),
        ("ar;q=nan", "en"),
    ],
)
def test_the_language_is_the_best_the_caller_accepts(accept: str | None, spoken: str) -> None:
    assert problems.language(accept) == spoken


async def test_a_problem_speaks_the_callers_language(served: Served) -> None:
    words = WORDS[errors.ClinicNotFound]
    for language, told in (("ar", words.ar), ("en", words.en), ("th", words.th)):
        answer = await served.get("/queue/status?clinic=none", Accept_Language=language)

        found = problem(answer, 404, "CLINIC_NOT_FOUND")
        assert (found["error"], found["message"]) == (told, words.en)
        assert found["clinic"] == "none"
        assert answer.headers["content-language"] == language


def test_only_listed_facts_are_told() -> None:
    refusal = errors.NotAllowed(login="dawr_server_1", by="Desk 1")

    told = problems.body(refusal, "en")

    assert told["by"] == "Desk 1"
    assert "login" not in told


@pytest.mark.parametrize("refusal", [errors.Busy(retry_after_s=3), errors.StoreAway()])
def test_who_is_sent_away_is_told_when_to_come_back(refusal: Refusal) -> None:
    answer = problems.response(refusal, None)

    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) >= 1


async def test_an_unknown_address_and_a_wrong_method(served: Served) -> None:
    problem(await served.get("/nothing"), 404, "NOT_FOUND")
    problem(await served.get("/api/v1/clinics/"), 404, "NOT_FOUND")
    wrong = await served.client.put("/api/v1/queue/enter", json={})
    problem(wrong, 405, "METHOD_NOT_ALLOWED")
    assert wrong.headers["allow"] == "POST"


STAFF_CALLS = [
    *("call", "recall", "start", "no-show", "hold", "resume", "reactivate", "undo", "priority"),
    "transfer",
]


async def test_who_asks_is_judged_before_what_he_asks(served: Served) -> None:
    for path in (f"/queue/{call}" for call in STAFF_CALLS):
        missing = await served.client.post(f"/api/v1{path}", content=b"{not json")
        problem(missing, 401, "UNAUTHORIZED")
        assert missing.headers["www-authenticate"] == "Bearer"
        problem(await served.post(path, {}, "x" * 43), 401, "UNAUTHORIZED")
        problem(await served.post(path, {}, "kiosk"), 403, "FORBIDDEN")
        problem(await served.post(path, {}, "staff"), 422, "INVALID_INPUT")


async def test_administrators_calls_are_not_for_staff(served: Served) -> None:
    problem(await served.post("/queue/reset", {}), 401, "UNAUTHORIZED")
    problem(await served.post("/queue/reset", {}, "staff"), 403, "FORBIDDEN")
    problem(await served.post("/queue/reset", {}, "admin"), 422, "INVALID_INPUT")
    for path in ("/clinics/lab/pause", "/clinics/lab/open"):
        problem(await served.post(path, {}), 401, "UNAUTHORIZED")
        problem(await served.post(path, {}, "kiosk"), 403, "FORBIDDEN")


async def test_too_large_comes_before_everything(served: Served) -> None:
    body = {"clinic": "x" * 70_000}

    problem(await served.post("/queue/call", body), 413, "BODY_TOO_LARGE")


async def test_what_is_not_there(served: Served) -> None:
    await served.enter()
    problem(await served.post("/queue/enter", {"clinic": "none"}), 404, "CLINIC_NOT_FOUND")
    staff = "staff"
    problem(await served.post("/queue/call", {"clinic": "eye"}, staff), 404, "NO_PATIENTS_WAITING")
    problem(await served.post("/queue/call", {"clinic": "no"}, staff), 404, "CLINIC_NOT_FOUND")
    nowhere = {"clinic": "lab", "room": "99"}
    assert (
        problem(await served.post("/queue/call", nowhere, staff), 404, "ROOM_NOT_FOUND")["room"]
        == "99"
    )
    for named in ({"clinic": "lab", "number": 7}, {"token": "nothing"}):
        problem(await served.post("/queue/start", named, staff), 404, "TICKET_NOT_FOUND")
    unknown = {"clinic": "no", "number": 1}
    problem(await served.post("/queue/start", unknown, staff), 404, "CLINIC_NOT_FOUND")


async def test_emergency_is_given_by_staff_only(served: Served) -> None:
    body = {"clinic": "lab", "priority": "emergency"}

    problem(await served.post("/queue/enter", body), 403, "FORBIDDEN")
    problem(await served.post("/queue/enter", body, "kiosk"), 403, "FORBIDDEN")
    assert (await served.post("/queue/enter", body, "staff")).status_code == 201


async def test_remote_entry_switched_off_leaves_kiosks_and_staff(served: Served) -> None:
    served.database.do("update site set remote_entry = false")

    problem(await served.post("/queue/enter", {"clinic": "none"}), 403, "FORBIDDEN")
    problem(await served.post("/queue/enter", {"clinic": "lab"}), 403, "FORBIDDEN")
    assert (await served.post("/queue/enter", {"clinic": "lab"}, "kiosk")).status_code == 201


async def test_a_clinic_for_others_says_so(served: Served) -> None:
    served.database.do("update clinic set gender = 'female' where code = 'der'")

    body = {"clinic": "der", "gender": "male"}

    told = problem(await served.post("/queue/enter", body), 409, "CLINIC_OTHER_GENDER")
    assert told["gender"] == "female"


async def test_a_closed_clinic_says_until_when(served: Served) -> None:
    served.database.do(
        "insert into clinic_hours select site_id, id, extract(isodow from now())::int,"
        " '00:00', '00:01' from clinic where code = 'eye'"
    )

    told = problem(await served.post("/queue/enter", {"clinic": "eye"}), 409, "CLINIC_CLOSED")

    assert "until" in told


async def test_a_revoked_token_is_refused_soon(served: Served) -> None:
    assert (await served.post("/queue/call", {}, "staff")).status_code == 422
    served.database.do("update token set revoked_at = now() where scope = 'staff'")
    served.backend.callers.forget()

    problem(await served.post("/queue/call", {}, "staff"), 401, "UNAUTHORIZED")


async def test_a_fault_of_ours_says_nothing_of_itself(
    served: Served, capfd: pytest.CaptureFixture[str]
) -> None:
    served.database.do("drop function dawr.read_position")
    served.database.do(
        "create function dawr.read_position(scope text, token text, clinic text, patient text)"
        " returns jsonb language plpgsql security definer as"
        " $$ begin raise exception 'a secret of ours'; end $$"
    )

    answer = await served.get("/queue/position?token=a", X_Correlation_ID="find-me")

    problem(answer, 500, "INTERNAL_ERROR")
    assert not re.search("secret|Traceback|select|plpgsql", answer.text)
    logged = capfd.readouterr()
    assert "find-me" in logged.out + logged.err
    assert "a secret of ours" in logged.out + logged.err


def test_over_http_a_repeated_refusal_says_that_it_is_one() -> None:
    first = problems.response(errors.IncorrectPin(attempts_left=4), None)
    again = problems.response(errors.IncorrectPin(attempts_left=4, replayed=True), None)

    assert "idempotency-replayed" not in first.headers
    assert again.headers["idempotency-replayed"] == "true"
