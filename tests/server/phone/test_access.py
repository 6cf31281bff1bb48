"""The phone page for everybody: large text, right to left, the keyboard alone, axe, print."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe  # type: ignore[import-untyped]  # it has none
from playwright.async_api import Browser, Page, ViewportSize, expect

from server.phone.words import LANGUAGES
from tests.server.phone import browsers
from tests.server.phone.conftest import Gallery

pytestmark = pytest.mark.asyncio(loop_scope="module")

LEAST_TARGET_PX = 48
ZOOMED: ViewportSize = {"width": 195, "height": 422}
OUTSIDE = """() => {
  const wide = document.documentElement.clientWidth, found = [];
  if (document.scrollingElement.scrollWidth > wide) { found.push('the page scrolls sideways'); }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode, home = node.parentElement;
    const box = home.closest('.b,.box,.fact,.pill,.badge,.arch,.card,.langs a,main,header');
    if (!node.data.trim() || !box || home.closest('.unseen')) { continue; }
    const range = document.createRange();
    range.selectNodeContents(node);
    const around = box.getBoundingClientRect();
    for (const one of range.getClientRects()) {
      if (one.width > 0 && (one.left < -1 || one.right > wide + 1 || one.left < around.left - 1
          || one.right > around.right + 1 || one.bottom > around.bottom + 6)) {
        found.push(node.data.trim());
      }
    }
  }
  return found;
}"""
SMALL = """least => [...document.querySelectorAll('a,button,input:not([type=hidden])')]
  .filter(one => one.getClientRects().length)
  .filter(one => one.getBoundingClientRect().height < least)
  .map(one => one.id || one.textContent)"""
FOCUSED = """() => {
  const one = document.activeElement, look = getComputedStyle(one);
  return {id: one.id || one.lang, width: parseFloat(look.outlineWidth), style: look.outlineStyle};
}"""


async def test_axe_finds_nothing_in_any_state(browser: Browser, gallery: Gallery) -> None:
    found: dict[str, list[str]] = {}
    async with browsers.phone(browser, gallery.served.url, bypass_csp=True) as phone:
        page = await phone.page()
        for language in LANGUAGES:
            for state, path in gallery.paths.items():
                await page.goto(f"{gallery.served.url}{path}?lang={language}")
                results = await Axe().run(page)
                broken = [one["id"] for one in results.response["violations"]]
                if broken:
                    found[f"{state} {language}"] = broken

    assert found == {}


async def test_nothing_is_lost_at_twice_the_size(browser: Browser, gallery: Gallery) -> None:
    """The browser's zoom, which halves the page's width, and its own setting for larger text."""
    lost: dict[str, Any] = {}
    async with browsers.phone(browser, gallery.served.url) as phone:
        page = await phone.page()
        for language in LANGUAGES:
            for state, path in gallery.paths.items():
                await page.set_viewport_size(ZOOMED)
                await page.goto(f"{gallery.served.url}{path}?lang={language}")
                zoomed = await page.evaluate(OUTSIDE)
                await page.set_viewport_size(browsers.PHONE)
                await page.evaluate("document.documentElement.style.fontSize = '200%'")
                if outside := [*zoomed, *await page.evaluate(OUTSIDE)]:
                    lost[f"{state} {language}"] = outside

    assert lost == {}


async def test_whatever_can_be_touched_is_large_enough(browser: Browser, gallery: Gallery) -> None:
    async with browsers.phone(browser, gallery.served.url) as phone:
        page = await phone.page()
        for state, path in gallery.paths.items():
            await page.goto(f"{gallery.served.url}{path}?lang=en")
            assert await page.evaluate(SMALL, LEAST_TARGET_PX) == [], state


async def x_of(page: Page, selector: str) -> float:
    box = await page.locator(selector).bounding_box()
    assert box is not None
    return box["x"]


async def test_arabic_is_mirrored_and_its_numbers_are_not(
    browser: Browser, gallery: Gallery
) -> None:
    async with browsers.phone(browser, gallery.served.url) as phone:
        page = await phone.page()
        for language, turn in (("ar", 1), ("en", -1)):
            await page.goto(f"{gallery.served.url}{gallery.paths['waiting']}?lang={language}")
            await expect(page.locator("html")).to_have_attribute(
                "dir", "rtl" if turn > 0 else "ltr"
            )
            assert (await x_of(page, ".ring") - await x_of(page, ".door")) * turn > 0
            assert (await x_of(page, ".mark") - await x_of(page, "#badge")) * turn > 0
            assert await page.locator(".number").evaluate("n => getComputedStyle(n).direction") == (
                "ltr"
            )
            wait = await page.locator(".fact dd >> nth=1").inner_text()
            assert wait.count("\u2066") == wait.count("\u2069") == 2  # each number by itself

        await page.goto(f"{gallery.served.url}{gallery.paths['called']}?lang=ar")
        turned = "icon => getComputedStyle(icon).transform"
        assert await page.locator(".floor .i").evaluate(turned) == "matrix(-1, 0, 0, 1, 0, 0)"
        assert await page.locator("h1 .i").evaluate(turned) == "none"


async def tabbed(page: Page, times: int) -> list[str]:
    """The ids the focus goes to, each of which must be seen to have it."""
    ids = []
    for _ in range(times):
        await page.keyboard.press("Tab")
        where = await page.evaluate(FOCUSED)
        assert where["style"] == "solid", where
        assert where["width"] >= 3, where
        ids.append(where["id"])
    return ids


async def test_the_keyboard_alone_reaches_everything_in_reading_order(
    browser: Browser, gallery: Gallery
) -> None:
    async with browsers.phone(browser, gallery.served.url) as phone:
        page = await phone.page()
        await page.goto(f"{gallery.served.url}{gallery.paths['called']}?lang=en")
        assert await tabbed(page, 6) == ["leave", "bell", "cancel", "ar", "en", "th"]

        await page.goto(f"{gallery.served.url}{gallery.paths['cancelling']}?lang=en")
        assert await tabbed(page, 2) == ["keep", "yes"]
        await page.keyboard.press("Shift+Tab")
        await page.keyboard.press("Enter")
        await expect(page.locator(".strand")).to_be_visible()
        await tabbed(page, 1)
        await page.keyboard.press("Space")
        await expect(page.locator("#bell")).to_have_attribute("aria-pressed", "true")


async def test_motion_stops_and_buttons_are_not_printed_where_that_is_asked(
    browser: Browser, gallery: Gallery
) -> None:
    async with browsers.phone(browser, gallery.served.url, reduced_motion="reduce") as phone:
        page = await phone.page()
        await page.goto(f"{gallery.served.url}{gallery.paths['called']}?lang=en")
        await page.evaluate("document.body.className = 'turn new'")
        assert await page.evaluate("getComputedStyle(document.body).animationName") == "none"

        await page.emulate_media(media="print")
        for one in ("#leave", "#bell", "#badge", ".langs"):
            await expect(page.locator(one)).to_be_hidden()
        await expect(page.locator(".number")).to_be_visible()
