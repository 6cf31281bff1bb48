"""Leaving with the clinic's PIN on the phone: the right one ends the visit, wrong ones count."""

from __future__ import annotations

import httpx
import pytest
from playwright.async_api import Browser, expect

from tests.server.conftest import Served
from tests.server.phone import browsers
from tests.server.phone.browsers import Phone, reads
from tests.server.phone.states import at_state
from tests.server.phone.test_cancel import key_of

pytestmark = pytest.mark.asyncio(loop_scope="module")

ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


async def pin_of(served: Served, clinic: str = "sur") -> str:
    """Today's code as the staff read it."""
    return str((await served.get("/pins", "staff")).json()["pins"][clinic])


async def wrong_pin_of(served: Served) -> str:
    return f"{(int(await pin_of(served)) + 1) % 100:02d}"


async def send(served: Served, address: str, pin: str, key: str | None = None) -> httpx.Response:
    fields = {"key": key or await key_of(served, address), "pin": pin}
    return await served.client.post(f"{address}?lang=en", data=fields)


def state(served: Served) -> str:
    return str(served.database.value("select state from ticket order by id desc limit 1"))


async def test_the_pin_in_arabic_digits_ends_the_visit(served: Served, phone: Phone) -> None:
    address = (await at_state(served, "leaving")).removesuffix("/leave")
    page = await phone.page()
    await page.goto(f"{served.url}{address}?lang=ar")
    await page.click("#leave")

    await page.fill("#pin", (await pin_of(served)).translate(ARABIC))
    await page.press("#pin", "Enter")

    await expect(page.locator(".pill.done")).to_be_visible()
    assert page.url == f"{served.url}{address}?lang=ar"
    assert state(served) == "done"


async def test_it_works_without_scripts(served: Served, browser: Browser) -> None:
    address = await at_state(served, "leaving")
    async with browsers.phone(browser, served.url, java_script_enabled=False) as plain:
        page = await plain.page()
        await page.goto(f"{served.url}{address}?lang=en")
        await page.fill("#pin", await wrong_pin_of(served))
        await page.click("#ok")
        await expect(page.locator("#pin-wrong")).to_have_text(reads("Wrong PIN. Tries left: 4"))
        await page.fill("#pin", await pin_of(served))
        await page.click("#ok")

        await expect(page.locator(".pill.done")).to_be_visible()


async def test_wrong_ones_are_counted_told_and_lock_the_ticket(served: Served) -> None:
    address = await at_state(served, "leaving")
    wrong = await wrong_pin_of(served)

    for left in (4, 3, 2, 1):
        refused = await send(served, address, wrong)
        assert refused.status_code == 403
        assert f"Tries left: \u2066{left}\u2069" in refused.text
        assert f'value="{wrong}"' in refused.text
        assert 'aria-invalid="true"' in refused.text
    last = await send(served, address, wrong)
    assert (last.status_code, "No tries left" in last.text) == (403, True)
    locked = await send(served, address, await pin_of(served))

    assert locked.status_code == 429
    assert int(locked.headers["retry-after"]) > 0
    assert "No tries left until" in locked.text
    assert 'id="ok"' not in locked.text
    assert state(served) == "called"


async def test_a_form_sent_twice_counts_one_try(served: Served) -> None:
    address = await at_state(served, "leaving")
    key, wrong = await key_of(served, address), await wrong_pin_of(served)

    first, again = [await send(served, address, wrong, key) for _ in range(2)]

    assert first.status_code == again.status_code == 403
    assert "Tries left: \u20664\u2069" in again.text
    other = await send(served, address, await pin_of(served), key)  # went back, typed another
    assert other.status_code == 409
    assert "Please try again" in other.text
    assert (await send(served, address, await pin_of(served))).status_code == 303


async def test_what_can_be_no_pin_is_no_try(served: Served) -> None:
    address = await at_state(served, "leaving")

    for typed in ("", "1", "ab", "12345", "<b>"):
        answer = await send(served, address, typed)
        assert answer.status_code == 422, typed
        assert "Please type two digits" in answer.text
        assert "<b>" not in answer.text.split("<main")[1]
    assert served.database.value("select count(*) from pin_try") == 0


async def test_who_has_been_finished_by_staff_meanwhile_is_shown_so(served: Served) -> None:
    address = await at_state(served, "leaving")
    key = await key_of(served, address)
    await served.post("/queue/done", {"token": address.split("/")[2]}, "staff")

    answer = await send(served, address, "00", key)

    assert answer.status_code == 303
    assert 'class="pill done"' in (await served.client.get(answer.headers["location"])).text


async def test_a_clinic_that_asks_for_none_offers_no_form(served: Served) -> None:
    served.database.do("update clinic set pin_required = false")
    address = await at_state(served, "leaving")

    assert 'id="pin"' not in (await served.client.get(address)).text
    assert 'id="leave"' not in (await served.client.get(address.removesuffix("/leave"))).text
