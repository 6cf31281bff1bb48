"""A real Chromium with the project's fonts; it is let out to the server and nowhere else."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.async_api import (
    Browser,
    BrowserContext,
    Page,
    Route,
    ViewportSize,
    async_playwright,
    expect,
)

from tests.house.source import ROOT
from tests.server.ear import PATIENCE_S

PHONE: ViewportSize = {"width": 390, "height": 844}
FLAGS = (
    *("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    "--font-render-hinting=none",
)
PATIENCE_MS = PATIENCE_S * 1000
expect.set_options(timeout=PATIENCE_MS)  # on a busy machine a page takes its time
_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>"""


def reads(text: str) -> re.Pattern[str]:
    """The text, whatever invisible marks of direction stand around its numbers."""
    return re.compile(r"^\W*" + r"\W+".join(map(re.escape, text.split())) + r"\W*$")


@asynccontextmanager
async def launched(folder: Path) -> AsyncIterator[Browser]:
    """The browser; `folder` keeps its fonts' list."""
    file = folder / "fonts.conf"
    file.write_text(_FONTS.format(fonts=ROOT / "ui" / "assets" / "fonts", cache=folder / "cache"))
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=FLAGS,
            env={**os.environ, "FONTCONFIG_FILE": str(file)},
        )
        try:
            yield browser
        finally:
            await browser.close()


@dataclass
class Phone:
    """One person's browser. `strays` are requests to anywhere but the server; they are stopped."""

    context: BrowserContext
    url: str
    strays: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    async def page(self) -> Page:
        page = await self.context.new_page()
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda said: self._hear(said.type, said.text))
        return page

    async def open(self, token: str, path: str = "", language: str = "en") -> Page:
        """A ticket's page in a new tab."""
        page = await self.page()
        await page.goto(f"{self.url}/t/{token}{path}?lang={language}")
        return page

    async def watch(self, route: Route) -> None:
        if urlsplit(route.request.url).netloc == urlsplit(self.url).netloc:
            await route.continue_()
        else:
            self.strays.append(route.request.url)
            await route.abort()

    def _hear(self, kind: str, text: str) -> None:
        """What the browser itself complains of, such as a policy that was broken."""
        if kind == "error" and "Failed to load resource" not in text:
            self.faults.append(text)


@asynccontextmanager
async def phone(browser: Browser, url: str, **options: object) -> AsyncIterator[Phone]:
    """A browser of its own for one person; whatever left the server's origin fails the test."""
    settings: dict[str, object] = {"viewport": PHONE, "locale": "en-GB", **options}
    context = await browser.new_context(**settings)  # type: ignore[arg-type]  # playwright's own names
    context.set_default_timeout(PATIENCE_MS)
    one = Phone(context, url)
    await context.route("**/*", one.watch)
    try:
        yield one
    finally:
        await context.close()
    assert one.strays == []
    assert one.faults == []
