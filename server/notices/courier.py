"""Works the outbox off: fills it from the log, sends what is due, says how it went.

One for each process; several share the outbox. What it claims and does not settle, because the
process was killed or the database went away, is due again after the claim's lease.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter

import structlog

from domain.errors import Refusal
from server.notices.letters import letter
from server.notices.sender import LONGEST_S, Answer, Sending
from server.notices.targets import Targets
from server.notices.threads import in_thread
from storage import outbox
from storage.outbox import Delivery
from storage.pool import Pool

CHECK_S = 5.0
"""As often as the feed looks for what a lost bell would miss."""
BEAT_S = 0.05
AGAIN_S = 1.0
SWEEP_EVERY = 60
"""Checks between two batches of sweeping: about 5 minutes where little happens."""
MOST_AT_ONCE, MOST_EACH = 4, 2
"""Letters on their way at once, and of one web-hook: a slow one leaves room for the others."""
SETTLE_TRIES = 5
MARGIN_S = 1.0
"""For a thread that was cut to say so; one that asks a name server cannot be cut."""
CHECKING_S = 5.0

_log = structlog.get_logger("dawr.notices")


class Courier:
    """Fills and sends until it is cancelled, then cut short by `close`.

    Args:
        phone_url: where patients find the server; then letters carry the whole address of a page.
    """

    def __init__(self, pool: Pool, targets: Targets, phone_url: str | None = None) -> None:
        self.is_wanting = False
        """Whether the last look found web-hooks; without any, nothing is read for them."""
        self._pool = pool
        self._targets = targets
        self._phone_url = phone_url
        self._wake = asyncio.Event()
        self._under_way: dict[asyncio.Task[None], int] = {}
        self._sendings: set[Sending] = set()
        self._looks = 0

    def changed(self) -> None:
        """Something happened that may become a notice."""
        if self.is_wanting:
            self._wake.set()

    def wake(self) -> None:
        """A web-hook is new, or something of it is due again."""
        self._wake.set()

    async def run(self) -> None:
        """For ever; a database that is away is asked again until it is back."""
        while True:
            wait_s = AGAIN_S
            try:
                wait_s = await self._look()
            except Refusal:
                pass
            except Exception:  # noqa: BLE001 - the courier outlives whatever the database does
                _log.exception("outbox fault")
            try:
                async with asyncio.timeout(wait_s):
                    await self._wake.wait()
            except TimeoutError:
                pass
            else:
                await asyncio.sleep(BEAT_S)  # what happens together is read together

    async def close(self) -> None:
        """Cut what is under way; it will be sent again."""
        for sending in list(self._sendings):
            sending.cut()
        for task in list(self._under_way):
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)

    async def _look(self) -> float:
        """Fill, send, and answer for how long nothing is to be done unless somebody wakes us."""
        self._wake.clear()
        filled = await outbox.fill(self._pool)
        while filled.more:
            filled = await outbox.fill(self._pool)
        self.is_wanting = filled.webhooks > 0
        if self._looks % SWEEP_EVERY == 0:
            await outbox.sweep(self._pool)
        self._looks += 1
        if not self.is_wanting:
            return CHECK_S
        if await self._take() or filled.due_in_s is None or self._under_way:
            return CHECK_S  # the end of what is under way wakes us
        return min(CHECK_S, max(AGAIN_S, filled.due_in_s))

    async def _take(self) -> int:
        """Claim what there is room for and begin to send it; answers how many."""
        room = MOST_AT_ONCE - len(self._under_way)
        if room <= 0:
            return 0
        busy = Counter(self._under_way.values())
        passing = [webhook for webhook, count in busy.items() if count >= MOST_EACH]
        each = 1 if busy else MOST_EACH
        claimed = await outbox.claim(self._pool, room, each, passing)
        for delivery in claimed:
            task = asyncio.create_task(self._deliver(delivery))
            self._under_way[task] = delivery.webhook
            task.add_done_callback(self._ended)
        return len(claimed)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._under_way.pop(task, None)
        self._wake.set()

    async def _deliver(self, delivery: Delivery) -> None:
        body = letter(str(delivery.id), delivery.payload, self._phone_url)
        answer = await self.send(delivery.url, delivery.secret, str(delivery.id), body)
        if answer.trouble is not None:
            _log.info(
                "notice not delivered",
                delivery=str(delivery.id),
                attempt=delivery.attempt,
                why=answer.trouble,
            )
        for _ in range(SETTLE_TRIES):
            try:
                await outbox.settle(self._pool, delivery, answer.trouble)
            except Refusal:
                await asyncio.sleep(AGAIN_S)
            else:
                return

    async def send(
        self, url: str, secret: str, delivery_id: str, body: bytes, *, is_curious: bool = False
    ) -> Answer:
        """Send in a thread of its own, which is cut when it takes too long."""
        sending = Sending(self._targets, is_curious=is_curious)
        self._sendings.add(sending)
        cutting = asyncio.get_running_loop().call_later(LONGEST_S, sending.cut)
        try:
            return await in_thread(
                lambda: sending.send(url, secret, delivery_id, body), LONGEST_S + MARGIN_S
            )
        except TimeoutError:
            return Answer(error="it took too long")
        except asyncio.CancelledError:
            sending.cut()
            raise
        finally:
            cutting.cancel()
            self._sendings.discard(sending)

    async def check(self, url: str) -> None:
        """Refuse an address that nothing could be sent to.

        Raises:
            NotAllowed: why.
        """
        with contextlib.suppress(TimeoutError):  # its name may be known when it is needed
            await in_thread(lambda: self._targets.check(url), CHECKING_S)
