"""Mixed load for minutes: entries, moves, feeds that come and go; then the books and the figures.

`python -m tests.system.soak` runs long on a server of its own; test_soak.py holds a sample.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field

import psutil
import psycopg
import requests

from tests.system import books
from tests.system.conftest import Program, a_program, end
from tests.system.faults import tell
from tests.system.listener import Listener

CLINICS = ("lab", "eye", "int", "ecg")
DESKS = 4
PASSERS = 2
"""Threads whose feeds come and go."""
PACE_S = 0.01
MOST_GROWTH = 0.10
SLACK_MB = 8.0
SLACK_FILES = 4
HEAD = f"{'minute':>6} {'requests':>9} {'a second':>9} {'memory MB':>10} {'files':>6} {'feeds':>6}"


@dataclass
class Tally:
    """What was asked and answered so far, by everybody."""

    answers: Counter[tuple[str, int]] = field(default_factory=Counter)
    visits: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, call: str, status: int) -> None:
        with self.lock:
            self.answers[call, status] += 1


class Desk:
    """One of those who press: patients and nurses of all clinics at once."""

    def __init__(self, url: str, token: str, dice: random.Random, tally: Tally) -> None:
        self._url, self._dice, self._tally = url, dice, tally
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.headers["Authorization"] = f"Bearer {token}"

    def work(self, ended: threading.Event) -> None:
        """Until it is over; an answer of the 500s ends it at once."""
        with self._session:
            while not ended.wait(PACE_S * self._dice.random()):
                clinic = self._dice.choice(CLINICS)
                if self._dice.random() < 0.5:
                    self._ask("enter", {"clinic": clinic})
                else:
                    self._serve(clinic)

    def _serve(self, clinic: str) -> None:
        called = self._ask("call", {"clinic": clinic})
        if called is not None:
            ticket = {"clinic": clinic, "number": called["number"]}
            for call in self._dice.choice(WAYS):
                more = {"to": self._dice.choice(CLINICS)} if call == "transfer" else {}
                self._ask(call, ticket | more)

    def _ask(self, call: str, body: dict[str, object]) -> dict[str, object] | None:
        answer = self._session.post(f"{self._url}/api/v1/queue/{call}", json=body, timeout=20)
        self._tally.note(call, answer.status_code)
        if answer.status_code >= 500:
            raise AssertionError((call, answer.status_code, answer.text))
        return dict(answer.json()) if answer.ok else None


WAYS = (
    ("start", "done"),
    ("done",),
    ("done", "undo"),
    ("start", "undo", "done"),
    ("undo",),
    ("transfer",),
    ("transfer", "undo"),
    ("hold", "resume"),
    ("recall", "start", "hold", "cancel"),
    ("cancel",),
)


def pass_by(url: str, dice: random.Random, tally: Tally, ended: threading.Event) -> None:
    """Open a feed, listen a little, leave; again and again."""
    while not ended.is_set():
        clinics = dice.sample(CLINICS, dice.randint(0, len(CLINICS)))
        with Listener(url, *clinics):
            tally.visits += 1
            ended.wait(dice.random())


@dataclass(frozen=True)
class Sample:
    """What the server's processes use together at one moment."""

    memory_mb: float
    files: int


def sample(pid: int) -> Sample:
    above = psutil.Process(pid)
    family = [above, *above.children(recursive=True)]
    memory = sum(one.memory_info().rss for one in family) / 2**20
    return Sample(memory, sum(one.num_fds() for one in family))


class Soak:
    """A server under load, and what is seen of it."""

    def __init__(self, program: Program, pid: int, token: str, dice: random.Random) -> None:
        self.program, self.pid = program, pid
        self.tally = Tally()
        self.samples: list[Sample] = []
        self.wrong: list[str] = []
        self._token, self._dice = token, dice

    def run(self, seconds: float, every_s: float) -> Iterator[str]:
        """Load it for so long; a line of the table whenever a sample is taken."""
        resting = sample(self.pid)
        ended = threading.Event()
        with ExitStack() as stack:
            ears = {one: stack.enter_context(Listener(self.program.url, one)) for one in CLINICS}
            pool = stack.enter_context(ThreadPoolExecutor(DESKS + PASSERS))
            stack.callback(ended.set)
            work = [pool.submit(one.work, ended) for one in self._desks()]
            for _ in range(PASSERS):
                dice = random.Random(self._dice.random())
                work.append(pool.submit(pass_by, self.program.url, dice, self.tally, ended))
            yield HEAD
            yield from self._watch(seconds, every_s, ended)
            ended.set()
            for one in work:
                one.result()
            self.wrong += self._compared(ears)
        self.wrong += self._grown(resting)

    def _desks(self) -> Iterator[Desk]:
        for _ in range(DESKS):
            dice = random.Random(self._dice.random())
            yield Desk(self.program.url, self._token, dice, self.tally)

    def _watch(self, seconds: float, every_s: float, ended: threading.Event) -> Iterator[str]:
        began = last = time.monotonic()
        before = 0
        while last - began < seconds and not ended.wait(every_s):
            self.samples.append(sample(self.pid))
            total = self.tally.answers.total()
            now = time.monotonic()
            yield (
                f"{(now - began) / 60:>6.1f} {total:>9} {(total - before) / (now - last):>9.0f}"
                f" {self.samples[-1].memory_mb:>10.1f} {self.samples[-1].files:>6}"
                f" {self.tally.visits:>6}"
            )
            before, last = total, now

    def _compared(self, ears: dict[str, Listener]) -> Iterator[str]:
        """Heads, states and feed of the database against each other and against what was heard."""
        with psycopg.connect(self.program.conninfo(), autocommit=True) as admin:
            yield from books.wrongs(admin)
            for clinic, ear in ears.items():
                log = books.feed(admin, clinic)
                ear.hears(lambda ear=ear, log=log: len(ear.updates) >= len(log))  # type: ignore[misc]
                if ear.told != log:
                    yield f"the feed of {clinic} heard another thing than the log holds"

    def _grown(self, resting: Sample) -> Iterator[str]:
        """Memory of the last quarter against the second; files once everybody has left."""
        quarter = len(self.samples) // 4
        if quarter:
            early = statistics.median(one.memory_mb for one in self.samples[quarter : 2 * quarter])
            late = statistics.median(one.memory_mb for one in self.samples[-quarter:])
            if late > early * (1 + MOST_GROWTH) + SLACK_MB:
                yield f"memory grew from {early:.1f} to {late:.1f} MB"
        until = time.monotonic() + 10
        while (files := sample(self.pid).files) > resting.files + SLACK_FILES:
            if time.monotonic() > until:
                yield f"open files grew from {resting.files} to {files}"
                return


def table(answers: Counter[tuple[str, int]]) -> Iterator[str]:
    """How often each call was answered with each status."""
    for call in sorted({call for call, _ in answers}):
        told = [
            f"{status}: {count}" for (one, status), count in sorted(answers.items()) if one == call
        ]
        yield f"  {call:<9} {', '.join(told)}"


def main() -> int:
    """Run long; prints the seed first, a line twenty times, and the figures last."""
    parser = argparse.ArgumentParser(prog="python -m tests.system.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    asked = parser.parse_args()
    tell(f"seed {asked.seed}, {asked.minutes:g} minutes")
    seconds = asked.minutes * 60
    with a_program() as program:
        server = program.start_server(workers=2)
        try:
            soak = Soak(program, server.pid, program.token("staff"), random.Random(asked.seed))
            for line in soak.run(seconds, seconds / 20):
                tell(line)
        finally:
            out, errors = end(server)
    if "Traceback" in out + errors:
        soak.wrong.append("the server wrote a traceback")
    for line in (*table(soak.tally.answers), *(f"WRONG: {one}" for one in soak.wrong)):
        tell(line)
    tell(f"{len(soak.wrong)} wrong")
    return 1 if soak.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
