"""An exam route on the phone: how far one is, and from each clinic's page on to the next one's."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Page, expect

from tests.server.conftest import Served
from tests.server.phone.browsers import Phone
from tests.server.phone.states import at_state
from tests.server.phone.test_leave import pin_of

pytestmark = pytest.mark.asyncio(loop_scope="module")

COOK = {"patientId": "C-1", "gender": "male", "examType": "cooks"}


async def standing(page: Page) -> list[str]:
    """The clinics of the route as the page shows them, each with its class."""
    stops = page.locator(".route li")
    return [str(await stops.nth(i).get_attribute("class")) for i in range(await stops.count())]


async def clinic_of(page: Page) -> str:
    return str(await page.locator("#page").get_attribute("data-clinic"))


async def test_a_cook_walks_his_route_on_the_phone(served: Served, phone: Phone) -> None:
    begun = (await served.post("/patient/login", COOK)).json()
    page = await phone.open(begun["token"])
    been = []

    for done in range(4):
        await expect(page.locator("#p-route .head p")).to_have_text(
            re.compile(rf"\W*{done}\W+of\W+4\W*")
        )
        assert (await standing(page)).count("COMPLETED") == done
        assert (await standing(page)).count("IN_QUEUE") == 1
        clinic = await clinic_of(page)
        been.append(clinic)
        await served.call(clinic)
        await page.click("#leave")
        await page.fill("#pin", await pin_of(served, clinic))
        await page.click("#ok")
        if done < 3:
            await expect(page.locator("#thanks")).to_contain_text("Thank you. Next clinic:")

    await expect(page.locator(".box.done")).to_have_text("Your route is complete. Thank you")
    assert await standing(page) == ["COMPLETED"] * 4
    assert been[0] == "lab"
    assert sorted(been) == ["ent", "int", "lab", "sur"]


async def test_who_is_finished_at_the_desk_is_led_on(served: Served, phone: Phone) -> None:
    begun = (await served.post("/patient/login", COOK)).json()
    page = await phone.page()
    await page.clock.install()
    await page.goto(f"{served.url}/t/{begun['token']}?lang=en")
    await expect(page.locator("#badge.live")).to_be_visible()

    await served.call("lab")
    await expect(page.locator(".arch")).to_be_visible()
    told = (await served.post("/queue/done", {"token": begun["token"]}, "staff")).json()
    await expect(page.locator("#go-on")).to_contain_text(told["next"]["ticket"])
    await page.clock.fast_forward(4_000)

    await expect(page.locator(".number")).to_have_text(told["next"]["ticket"])
    assert await clinic_of(page) == told["next"]["clinic"]


async def test_an_earlier_clinics_page_leads_on_without_scripts(served: Served) -> None:
    begun = (await served.post("/patient/login", COOK)).json()
    await served.call("lab")
    pin = await pin_of(served, "lab")
    left = (await served.post("/queue/done", {"token": begun["token"], "pin": pin})).json()

    told = (await served.client.get(f"/t/{begun['token']}?lang=en")).text

    onward = f"/t/{left['next']['token']}?lang=en"
    assert f'<noscript><meta http-equiv="refresh" content="4;url={onward}">' in told
    assert f'href="{onward}"' in told


async def test_who_is_thanked_is_not_thanked_for_nothing(served: Served) -> None:
    for state in ("waiting", "route_done"):
        address = await at_state(served, state)
        told = (await served.client.get(f"{address}?lang=en&thanks=1")).text
        assert 'id="thanks"' not in told


async def test_the_page_and_the_api_say_the_same(served: Served, phone: Phone) -> None:
    address = await at_state(served, "on_route")
    token = address.removeprefix("/t/")
    told = (await served.get("/patient/status?patientId=R-1", token)).json()

    page = await phone.open(token)

    assert await standing(page) == [stop["status"] for stop in told["route"]]
    assert "R-1" not in await page.content()
