"""A ticket is given another token while streams are open that were opened by the old one."""

from __future__ import annotations

from contextlib import AsyncExitStack

from tests.server.conftest import Served, until
from tests.server.ear import listening
from tests.server.test_notices import place_of, watching


async def test_a_token_that_was_replaced_is_told_nothing_more_and_its_stream_ends(
    served: Served,
) -> None:
    """Whoever holds the new one hears on, and so do a kiosk and a desk, which watch by the id."""
    await served.enter()
    mine = await served.enter(user="P-1")
    async with AsyncExitStack() as stack:
        old = await stack.enter_async_context(listening(served.url, "xr", watch=mine["token"]))
        inside = [
            await stack.enter_async_context(
                listening(served.url, "xr", user="P-1", token=served.tokens[scope])
            )
            for scope in ("staff", "kiosk")
        ]
        for ear in (old, *inside):
            assert (await ear.notice())["ahead"] == 1
        served.database.do("update ticket set token = %s where number = 2", ["another-token"])
        new = await stack.enter_async_context(listening(served.url, "xr", watch="another-token"))
        assert (await new.notice())["ahead"] == 1
        await served.call(room="1")
        moved = [await ear.notice() for ear in (new, *inside)]
        end = await old.anything()

    assert [one["ahead"] for one in moved] == [0] * 3
    assert end is None


async def test_a_token_replaced_before_its_stream_watches_is_told_nothing(served: Served) -> None:
    """Its place was read by the old one; meanwhile another's stream has heard that it moved."""
    hub = served.backend.hub
    await served.enter()
    mine = await served.enter()
    before = await place_of(served, mine)
    served.database.do("update ticket set token = %s where number = 2", ["another-token"])
    async with listening(served.url, "lab", watch="another-token") as new:
        await new.notice()
        await served.call(room="1")
        await new.notice()
        async with watching(served, "xr", before, str(mine["token"])) as tap:
            await until(lambda: hub.channels == 1, "it is ended")

    assert (tap.first, tap.heard) == (b"", [])
