"""Being told that the turn comes near: at three, two, one and nobody ahead, and at each call."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.server.conftest import Served
from tests.server.ear import PATIENCE_S
from tests.server.phone import browsers
from tests.server.phone.browsers import reads

pytestmark = pytest.mark.asyncio(loop_scope="module")

RECORDER = """
window.told = {shaken: [], tones: 0, notes: [], asked: 0};
navigator.vibrate = function (beat) { told.shaken.push(beat.length / 2); return true; };
var start = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (at) { told.tones += 1; start.call(this, at); };
window.Notification = function (title) { told.notes.push(title); };
Notification.permission = 'default';
Notification.requestPermission = function () {
  told.asked += 1;
  Notification.permission = 'granted';
};
"""


@pytest_asyncio.fixture(loop_scope="module")
async def far(browser: Browser, served: Served) -> Any:
    """A page whose holder has five before him, with what it does to the phone written down."""
    for _ in range(5):
        await served.enter()
    token = (await served.enter())["token"]
    async with browsers.phone(browser, served.url) as phone:
        await phone.context.add_init_script(RECORDER)
        page = await phone.open(token)
        await expect(page.locator("#badge.live")).to_be_visible()
        yield page


async def nearer(served: Served, page: Page, people: str) -> None:
    await served.call(room="1")
    await expect(page.locator(".fact dd >> nth=0")).to_have_text(reads(people))


async def told(page: Page, what: str) -> Any:
    return await page.evaluate(f"told.{what}")


async def test_it_tells_at_three_two_one_none_and_the_call(served: Served, far: Page) -> None:
    await far.click("#bell")
    await expect(far.locator("#bell")).to_have_text("You will be told")
    assert await told(far, "tones") == 1  # so that he hears that it works
    assert await told(far, "asked") == 1

    await nearer(served, far, "4 people")
    assert await told(far, "shaken") == []
    for people in ("3 people", "2 people", "1 person"):
        await nearer(served, far, people)
    await served.call(room="1")
    await expect(far.locator(".next")).to_be_visible()
    await served.call(room="3")
    await expect(far.locator(".arch")).to_be_visible()

    assert await told(far, "shaken") == [1, 2, 3, 4, 5]
    assert await told(far, "tones") == 1 + 1 + 2 + 3 + 4 + 5
    notes = await told(far, "notes")
    assert len(notes) == 5
    assert "3 people ahead" in notes[0].replace("\u2066", "").replace("\u2069", "")
    assert "It’s your turn" in notes[-1]


async def test_a_recall_tells_again_and_going_back_does_not(served: Served, far: Page) -> None:
    for people in ("4 people", "3 people", "2 people", "1 person"):
        await nearer(served, far, people)
    await served.call(room="1")
    await expect(far.locator(".next")).to_be_visible()
    number = (await served.call(room="3"))["number"]
    await expect(far.locator(".arch")).to_be_visible()
    await served.post("/queue/recall", {"clinic": "lab", "number": number}, "staff")

    async with asyncio.timeout(PATIENCE_S):
        while len(await told(far, "shaken")) < 6:  # noqa: ASYNC110 - a phone's shaking has no event
            await asyncio.sleep(0.02)
    assert await told(far, "shaken") == [1, 2, 3, 4, 5, 5]


async def test_without_a_tap_there_is_no_sound_and_no_question(served: Served, far: Page) -> None:
    for people in ("4 people", "3 people"):
        await nearer(served, far, people)

    assert await told(far, "shaken") == [1]
    assert await told(far, "tones") == 0
    assert await told(far, "asked") == 0
    assert await told(far, "notes") == []


async def test_a_second_tap_makes_it_silent_again(served: Served, far: Page) -> None:
    await far.click("#bell")
    await far.click("#bell")
    await expect(far.locator("#bell")).to_have_text("Tell me when it is near")
    await expect(far.locator("#bell")).to_have_attribute("aria-pressed", "false")
    for people in ("4 people", "3 people"):
        await nearer(served, far, people)

    assert await told(far, "tones") == 1
    assert await told(far, "notes") == []
