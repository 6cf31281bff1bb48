"""One browser for a module, one server and database for a test, all in the module's loop.

Tests that only look share a server on which every state was brought about once: the gallery.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from tests.postgres import Cluster, Database
from tests.server.conftest import Served, serving
from tests.server.phone import browsers
from tests.server.phone.browsers import Phone
from tests.server.phone.states import STATES, at_state


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def loop_with_a_thread() -> None:
    """The loop's own thread is there before a test begins, and lives as long as the loop."""
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(1))
    await asyncio.to_thread(int)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser(
    loop_with_a_thread: None, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Browser]:
    async with browsers.launched(tmp_path_factory.mktemp("browser")) as one:
        yield one


@pytest_asyncio.fixture(loop_scope="module")
async def served(loop_with_a_thread: None, database: Database) -> AsyncIterator[Served]:
    async with serving(database) as one:
        yield one


@pytest_asyncio.fixture(loop_scope="module")
async def phone(browser: Browser, served: Served) -> AsyncIterator[Phone]:
    async with browsers.phone(browser, served.url) as one:
        yield one


@dataclass(frozen=True)
class Gallery:
    """A server with a ticket in every state: the path of each one's page."""

    served: Served
    paths: dict[str, str]


@pytest.fixture(scope="module")
def gallery_database(cluster: Cluster, template: Database) -> Iterator[Database]:
    name = f"{template.name}_gallery"
    cluster.create(name, template.name)
    yield Database(name, cluster.url(name), template.credentials)
    cluster.drop(name)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def gallery(loop_with_a_thread: None, gallery_database: Database) -> AsyncIterator[Gallery]:
    async with serving(gallery_database) as served:
        yield Gallery(served, {state: await at_state(served, state) for state in STATES})
