"""Paints every state of the phone page in every language to files, for people to look at.

`python -m pytest tests/server/phone/screens.py` paints them into build/screens/phone.
"""

from __future__ import annotations

import pytest
from playwright.async_api import Browser

from server.phone.words import LANGUAGES
from tests.house.source import ROOT
from tests.server.phone import browsers
from tests.server.phone.conftest import Gallery

OUT = ROOT / "build" / "screens" / "phone"
pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_pictures(browser: Browser, gallery: Gallery, language: str) -> None:
    (OUT / language).mkdir(parents=True, exist_ok=True)
    async with browsers.phone(browser, gallery.served.url, device_scale_factor=2) as phone:
        for state, path in gallery.paths.items():
            page = await phone.page()
            await page.goto(f"{gallery.served.url}{path}?lang={language}")
            await page.screenshot(path=OUT / language / f"{state}.png", full_page=True)
            await page.close()
