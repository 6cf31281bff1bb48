"""Work that spans transactions over HTTP: done once, whoever repeats it and whatever is killed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from server import spanning
from server.calls import ROUTERS
from tests.postgres import Database
from tests.server import contract, errand, processes
from tests.server.conftest import Served, serving
from tests.server.ear import PATIENCE_S
from tests.server.errand import ERRAND
from tests.server.letterbox import Letterbox, receiving
from tests.server.test_keys import REPLAYED
from tests.server.test_refusals import problem

KEY = {"Idempotency_Key": "press-1"}
_PROGRAM = """
import server.app, tests.server.errand
server.app.ROUTERS += (tests.server.errand.router,)
"""


@pytest.fixture
async def served(database: Database, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Served]:
    contract.document()  # what answers are held to is the product's own, without the errand
    monkeypatch.setattr("server.app.ROUTERS", (*ROUTERS, errand.router))
    async with serving(database) as one:
        yield one


@pytest.fixture
async def receiver() -> AsyncIterator[Letterbox]:
    async with receiving() as one:
        yield one


async def test_work_repeated_gives_its_first_answer_to_the_letter(
    served: Served, receiver: Letterbox
) -> None:
    first = await served.post(ERRAND, {"to": receiver.url}, **KEY)
    again = await served.post(ERRAND, {"to": receiver.url}, **KEY)

    assert (first.status_code, again.status_code) == (201, 201)
    assert first.content == again.content
    assert (REPLAYED in first.headers, again.headers[REPLAYED]) == (False, "true")
    assert len(receiver.letters) == 1
    assert served.database.value("select count(*) from ticket") == 2


async def test_work_without_a_key_is_done_as_often_as_it_is_asked(
    served: Served, receiver: Letterbox
) -> None:
    for _ in range(2):
        assert (await served.post(ERRAND, {"to": receiver.url})).status_code == 201

    assert len(receiver.letters) == 2
    assert served.database.value("select count(*) from ticket") == 4
    assert served.database.value("select count(*) from idempotency") == 0


async def test_who_repeats_it_while_it_is_at_work_is_told_to_wait(
    served: Served, receiver: Letterbox
) -> None:
    receiver.answers.clear()
    first = asyncio.create_task(served.post(ERRAND, {"to": receiver.url}, **KEY))
    await receiver.came.wait()
    during = [await served.post(ERRAND, {"to": receiver.url}, **KEY) for _ in range(5)]
    receiver.answers.set()
    done = await first
    again = await served.post(ERRAND, {"to": receiver.url}, **KEY)

    for answer in during:
        problem(answer, 409, "IN_PROGRESS")
        assert 15 <= int(answer.headers["retry-after"]) <= 20
    assert (done.status_code, again.content) == (201, done.content)
    assert len(receiver.letters) == 1


async def test_of_many_who_press_at_once_one_does_it(served: Served, receiver: Letterbox) -> None:
    answers = await asyncio.gather(
        *(served.post(ERRAND, {"to": receiver.url}, **KEY) for _ in range(20))
    )

    assert {answer.status_code for answer in answers} <= {201, 409}
    assert 201 in {answer.status_code for answer in answers}
    assert len(receiver.letters) == 1
    assert served.database.value("select count(*) from ticket") == 2


async def test_work_that_failed_may_be_tried_again_and_does_no_step_twice(
    served: Served, receiver: Letterbox
) -> None:
    """The first attempt draws its first number and then fails; the second goes on from there."""
    nowhere = {"to": receiver.url, "idempotency_key": "press-1"}
    served.database.do("update clinic set paused = true, paused_reason = 'x' where code = 'xr'")
    failed = await served.post(ERRAND, nowhere)
    served.database.do("update clinic set paused = false, paused_reason = null")
    done = await served.post(ERRAND, nowhere)

    problem(failed, 409, "CLINIC_PAUSED")
    assert done.json()["tickets"] == ["L-001", "X-001"]
    assert REPLAYED not in done.headers
    assert len({letter["id"] for letter in receiver.letters}) == 1
    assert served.database.value("select count(*) from ticket") == 2


async def test_a_record_that_never_ends_is_answered_at_once_and_not_asked_again_and_again(
    served: Served, receiver: Letterbox
) -> None:
    """The old fault: what was still at work called itself until its stack was full."""
    receiver.answers.clear()
    first = asyncio.create_task(served.post(ERRAND, {"to": receiver.url}, **KEY))
    await receiver.came.wait()
    async with asyncio.timeout(PATIENCE_S):
        answers = await asyncio.gather(
            *(served.post(ERRAND, {"to": receiver.url}, **KEY) for _ in range(50))
        )
    receiver.answers.set()
    await first

    assert {answer.status_code for answer in answers} == {409}
    assert {answer.json()["code"] for answer in answers} == {"IN_PROGRESS"}


async def test_a_fault_frees_the_key_too(served: Served) -> None:
    body = {"to": "http://127.0.0.1:1/"}
    for _ in range(2):
        problem(await served.post(ERRAND, body, **KEY), 500, "INTERNAL_ERROR")

    assert served.database.value("select state from idempotency where key = 'press-1'") == "failed"


async def test_work_that_hangs_is_given_up_before_another_may_take_it_over(
    served: Served, receiver: Letterbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert spanning.LONGEST_S < 20
    receiver.answers.clear()
    with monkeypatch.context() as patched:
        patched.setattr(spanning, "LONGEST_S", 0.2)
        problem(await served.post(ERRAND, {"to": receiver.url}, **KEY), 503, "BUSY")
    receiver.answers.set()

    assert (await served.post(ERRAND, {"to": receiver.url}, **KEY)).status_code == 201
    assert served.database.value("select count(*) from ticket") == 2


async def test_one_whose_work_was_taken_over_is_refused_and_the_others_answer_stands(
    served: Served, receiver: Letterbox
) -> None:
    receiver.answers.clear()
    slow = asyncio.create_task(served.post(ERRAND, {"to": receiver.url}, **KEY))
    await receiver.came.wait()
    served.database.pass_time(seconds=21)
    receiver.came.clear()
    taker = asyncio.create_task(served.post(ERRAND, {"to": receiver.url}, **KEY))
    await receiver.came.wait()
    third = await served.post(ERRAND, {"to": receiver.url}, **KEY)
    receiver.answers.set()
    answers = [await slow, await taker]
    again = await served.post(ERRAND, {"to": receiver.url}, **KEY)

    problem(answers[0], 409, "IN_PROGRESS")
    assert (answers[1].status_code, third.status_code) == (201, 409)
    assert again.content == answers[1].content
    assert len(receiver.letters) == 2
    assert len({letter["id"] for letter in receiver.letters}) == 1
    assert served.database.value("select count(*) from ticket") == 2


@pytest.mark.timeout(120)
async def test_a_process_killed_between_start_and_completion_loses_nothing_and_doubles_nothing(
    database: Database, receiver: Letterbox, tmp_path: Path
) -> None:
    """Killed while its letter is under way: the number it drew stays, and is not drawn again."""
    login = database.login("server")
    receiver.answers.clear()
    with processes.ready(tmp_path / "one", login, before=_PROGRAM) as command:
        async with httpx.AsyncClient(base_url=command.url, timeout=PATIENCE_S) as client:
            pressing = asyncio.create_task(press(client, receiver))
            await receiver.came.wait()
            command.process.kill()
            with pytest.raises(httpx.HTTPError):
                await pressing
    receiver.answers.set()
    with processes.ready(tmp_path / "two", login, before=_PROGRAM) as command:
        async with httpx.AsyncClient(base_url=command.url, timeout=PATIENCE_S) as client:
            early = await press(client, receiver)
            database.pass_time(seconds=20)
            answers = await asyncio.gather(*(press(client, receiver) for _ in range(8)))
            again = await press(client, receiver)
        command.end()

    problem(early, 409, "IN_PROGRESS")
    assert sorted({answer.status_code for answer in answers}) in ([201], [201, 409])
    assert again.json()["tickets"] == ["L-001", "X-001"]
    assert again.headers[REPLAYED] == "true"
    assert len(receiver.letters) == 2
    assert len({letter["id"] for letter in receiver.letters}) == 1
    assert database.value("select count(*) from ticket") == 2


async def press(client: httpx.AsyncClient, receiver: Letterbox) -> httpx.Response:
    headers = {"Idempotency-Key": "press-1"}
    return await client.post(ERRAND, json={"to": receiver.url}, headers=headers)
