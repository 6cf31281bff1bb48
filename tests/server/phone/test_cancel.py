"""Giving a place up on the phone: asked once more, done once, whatever is pressed twice."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Browser

from tests.server.conftest import Served
from tests.server.phone import browsers
from tests.server.phone.browsers import Phone
from tests.server.phone.states import at_state

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def key_of(served: Served, path: str) -> str:
    """The key that was made for the form of this page."""
    found = re.search(r'name="key" value="([^"]+)"', (await served.client.get(path)).text)
    assert found is not None
    return found[1]


def states(served: Served) -> list[str]:
    return [row[0] for row in served.database.rows("select state from ticket order by id")]


async def test_a_place_is_given_up_after_one_more_question(served: Served, phone: Phone) -> None:
    address = await at_state(served, "waiting")
    page = await phone.page()
    await page.goto(f"{served.url}{address}?lang=en")

    await page.click("#cancel")
    assert await page.inner_text("h2") == "Cancel your place?"
    await page.click("#keep")
    assert states(served)[-1] == "waiting"
    await page.click("#cancel")
    await page.click("#yes")

    await page.wait_for_selector(".pill.cancelled")
    assert page.url == f"{served.url}{address}?lang=en"
    assert states(served) == ["waiting", "waiting", "waiting", "cancelled"]


async def test_it_works_without_scripts(served: Served, browser: Browser) -> None:
    address = await at_state(served, "waiting")
    async with browsers.phone(browser, served.url, java_script_enabled=False) as plain:
        page = await plain.page()
        await page.goto(f"{served.url}{address}?lang=th")
        assert not await page.locator("#bell").is_visible()
        assert not await page.locator("#badge").is_visible()
        await page.click("#cancel")
        await page.click("#yes")

        assert await page.locator(".pill.cancelled").is_visible()
        assert await page.get_attribute("html", "lang") == "th"


async def test_the_same_form_sent_twice_cancels_once_and_says_the_same(served: Served) -> None:
    address = await at_state(served, "waiting")
    key = await key_of(served, f"{address}/cancel")

    first, again = [
        await served.client.post(f"{address}/cancel?lang=en", data={"key": key}) for _ in range(2)
    ]

    assert first.status_code == again.status_code == 303
    assert first.headers["location"] == again.headers["location"] == f"{address}?lang=en"
    assert served.database.value("select count(*) from event where kind = 'CANCELLED'") == 1
    assert served.database.value("select actor from event where kind = 'CANCELLED'") is None


async def test_a_ticket_that_is_over_meanwhile_is_shown_as_it_is(served: Served) -> None:
    address = await at_state(served, "waiting")
    key = await key_of(served, f"{address}/cancel")
    body = {"token": address.removeprefix("/t/"), "reason": "a test"}
    assert (await served.post("/queue/cancel", body, "staff")).status_code == 200

    answer = await served.client.post(f"{address}/cancel", data={"key": key})

    assert answer.status_code == 303
    assert "name=" not in (await served.client.get(f"{address}/cancel")).text.split("<main")[1]


async def test_a_form_without_its_key_is_asked_again(served: Served) -> None:
    address = await at_state(served, "waiting")

    for fields in ({}, {"key": "mine"}, {"key": "'; drop table ticket; --"}):
        answer = await served.client.post(f"{address}/cancel?lang=en", data=fields)
        assert answer.status_code == 409
        assert "That did not go through. Please try again" in answer.text
    assert set(states(served)) == {"waiting"}


async def test_a_press_that_meets_no_database_can_be_pressed_again_with_its_key(
    served: Served,
) -> None:
    address = await at_state(served, "waiting")
    key = await key_of(served, f"{address}/cancel")
    served.backend.pool.away = True

    refused = await served.client.post(f"{address}/cancel?lang=en", data={"key": key})
    served.backend.pool.away = False

    assert refused.status_code == 503
    assert int(refused.headers["retry-after"]) > 0
    assert f'name="key" value="{key}"' in refused.text
    assert "http-equiv" not in refused.text
    assert (await served.client.post(f"{address}/cancel", data={"key": key})).status_code == 303


async def test_an_unknown_ticket_cannot_be_given_up(served: Served) -> None:
    key = "00000000-0000-4000-8000-000000000000"
    answer = await served.client.post("/t/AAAAAAAAAAAAAAAAAAAAAA/cancel", data={"key": key})

    assert answer.status_code == 303
    assert (await served.client.get(answer.headers["location"])).status_code == 404
