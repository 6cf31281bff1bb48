"""The page while it is open: it changes by itself, says when it cannot know, and catches up."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Browser, Page, expect

from tests.postgres import Database
from tests.server.conftest import Served, make_tokens, until
from tests.server.phone import browsers, wire
from tests.server.phone.browsers import Phone, reads
from tests.server.phone.states import at_state
from tests.server.processes import ready

pytestmark = pytest.mark.asyncio(loop_scope="module")

FACT = ".fact dd >> nth=0"


async def badge(page: Page, state: str) -> None:
    await expect(page.locator("#badge")).to_have_class(re.compile(rf"\b{state}\b"))


async def opened(served: Served, phone: Phone, state: str) -> Page:
    page = await phone.page()
    await page.goto(f"{served.url}{await at_state(served, state)}?lang=en")
    await badge(page, "live")
    return page


async def test_the_line_moves_on_the_page_until_the_turn(served: Served, phone: Phone) -> None:
    page = await opened(served, phone, "waiting")
    await page.evaluate("window.isSame = true")

    for people in ("2 people", "1 person"):
        await served.call(room="1")
        await expect(page.locator(FACT)).to_have_text(reads(people))
    await expect(page.locator(".bead")).to_have_count(1)
    await served.call(room="1")
    await expect(page.locator(".next")).to_have_text("You are next")
    await expect(page.locator("#say")).to_contain_text("You are next")
    await served.call(room="3")

    await expect(page.locator("body")).to_have_class(re.compile("turn"))
    await expect(page.locator(".arch .room")).to_have_text("3")
    await expect(page.locator("#kept")).to_have_text(re.compile(r"4:\d\d"))
    await expect(page.locator("#cry")).to_contain_text("It’s your turn")
    assert "L-004" in await page.title()
    assert await page.evaluate("window.isSame") is True


async def test_a_clinic_that_pauses_is_told(served: Served, phone: Phone) -> None:
    page = await opened(served, phone, "waiting")

    await served.post("/clinics/lab/pause", {"reason": "device check"}, "staff")

    await expect(page.locator(".box.clay")).to_contain_text("paused")
    await expect(page.locator(".fact.unknown")).to_contain_text("Not known yet")


async def test_the_page_goes_on_to_the_ticket_that_follows(served: Served, phone: Phone) -> None:
    address = await at_state(served, "waiting")
    page = await phone.page()
    await page.clock.install()
    await page.goto(f"{served.url}{address}?lang=en")
    await badge(page, "live")

    body = {"token": address.removeprefix("/t/"), "to": "ent"}
    moved = (await served.post("/queue/transfer", body, "staff")).json()
    await expect(page.locator("#go-on")).to_contain_text("N-001")
    await page.clock.fast_forward(4_000)

    await expect(page.locator(".number")).to_have_text("N-001")
    assert page.url == f"{served.url}/t/{moved['token']}?lang=en"
    await served.call("ent", room="7")
    await expect(page.locator(".arch .room")).to_have_text("7")


async def test_what_is_typed_and_the_focus_stay(served: Served, phone: Phone) -> None:
    page = await opened(served, phone, "leaving")
    await page.type("#pin", "4")

    await served.post("/queue/start", {"token": page.url.split("/")[-2]}, "staff")
    await expect(page.locator(".state")).to_have_text("Being seen")

    assert await page.input_value("#pin") == "4"
    assert await page.evaluate("document.activeElement.id") == "pin"


async def test_a_call_ends_the_question_whether_to_cancel(served: Served, phone: Phone) -> None:
    page = await opened(served, phone, "cancelling")

    for _ in range(4):
        await served.call("ecg", room="11")

    await expect(page.locator("body")).to_have_class(re.compile("turn"))
    await expect(page.locator("#yes")).to_have_count(0)


async def test_silence_is_admitted_within_20_s_and_what_was_missed_is_caught_up(
    served: Served, browser: Browser
) -> None:
    address = await at_state(served, "waiting")
    async with wire.laid(served.url) as (url, line), browsers.phone(browser, url) as phone:
        page = await phone.page()
        await page.clock.install()
        await page.goto(f"{url}{address}?lang=en")
        await badge(page, "live")

        line.fall_silent()
        await served.call(room="1")
        await page.clock.fast_forward(20_000)
        await badge(page, "lost")
        await expect(page.locator("#badge")).to_have_text(re.compile(r"Lost \W*\d\d:\d\d"))
        await expect(page.locator(FACT)).to_have_text(reads("3 people"))

        line.carry_again()
        await badge(page, "live")
        await expect(page.locator(FACT)).to_have_text(reads("2 people"))


async def test_a_quiet_page_costs_the_database_nothing(served: Served, phone: Phone) -> None:
    page = await phone.page()
    await page.clock.install()
    await page.goto(f"{served.url}{await at_state(served, 'waiting')}?lang=en")
    await badge(page, "live")
    await page.wait_for_load_state("networkidle")
    asked: list[str] = []
    read = served.backend.pool.read

    async def counted(statement: str, given: object = None) -> object:
        asked.append(statement)
        return await read(statement, given)  # type: ignore[arg-type]  # handed on as it came

    served.backend.pool.read = counted  # type: ignore[method-assign]
    for _ in range(3):
        async with page.expect_response(lambda one: "/now?" in one.url) as answered:
            await page.clock.fast_forward(10_000)
        assert (await answered.value).status == 204

    assert [one for one in asked if "read_phone" in one] == []
    await badge(page, "live")


async def test_a_call_is_in_the_next_answer_though_nobody_listens_to_the_feed(
    served: Served,
) -> None:
    mine = await served.enter()
    follower = served.backend.hub.follower
    await until(lambda: follower.is_sure, "bells are heard")
    await follower.refresh()
    stream = follower.clinics["lab"]
    asked = f"/t/{mine['token']}/now?stream={stream}&at={follower.seen[stream]}"

    before = await served.client.get(asked)
    await served.call(room="3")
    after = await served.client.get(asked)

    assert (before.status_code, after.status_code) == (204, 200)
    assert "turn" in after.text


@pytest.mark.timeout(180)
async def test_a_server_that_is_killed_and_back_on_its_port(
    browser: Browser, database: Database, tmp_path_factory: pytest.TempPathFactory
) -> None:
    log = tmp_path_factory.mktemp("server") / "log"
    staff = {"Authorization": f"Bearer {make_tokens(database)['staff']}"}
    with ready(log, database.login("server")) as first:
        url, port = first.url, int(first.url.rsplit(":", 1)[1])
        async with browsers.phone(browser, url) as phone:
            ask = phone.context.request
            entered = [
                await ask.post(f"{url}/api/v1/queue/enter", data={"clinic": "lab"})
                for _ in range(3)
            ]
            page = await phone.page()
            await page.clock.install()
            token = (await entered[-1].json())["token"]
            await page.goto(f"{url}/t/{token}?lang=en")
            await badge(page, "live")

            first.process.kill()
            first.process.wait()
            await badge(page, "connecting")
            await page.clock.fast_forward(20_000)
            await badge(page, "lost")
            await expect(page.locator(FACT)).to_have_text(reads("2 people"))

            with ready(log, database.login("server"), port=port) as second:
                assert second.url == url
                await ask.post(f"{url}/api/v1/queue/call", data={"clinic": "lab"}, headers=staff)
                await page.clock.fast_forward(4_000)
                await badge(page, "live")
                await expect(page.locator(FACT)).to_have_text(reads("1 person"))
