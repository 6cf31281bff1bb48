"""What the API answered in a whole run: of each call its success and each of its refusals.

The judge in tests/server/contract.py notes what it saw; of several workers each hands its notes
over at its end. A run of all tests of the server, or of all tests, fails where the description
tells of an answer that was never given.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

SEEN: set[tuple[str, str]] = set()
"""Of a call such as "POST /api/v1/queue/enter" a status of success, or the code of a refusal."""
_KEY = "answers_seen"
_NARROWED = ("keyword", "markexpr", "lf", "deselect", "ignore", "ignore_glob", "collectonly")
_missing: list[str] = []


def note(call: str, answered: str) -> None:
    SEEN.add((call, answered))


def told() -> set[tuple[str, str]]:
    """All that the description of the API tells of, the phone's page apart."""
    from tests.server.contract import codes, operations  # noqa: PLC0415 - a narrow run has no need

    found = set()
    for call, operation in operations():
        for status in operation["responses"]:
            answers = {status} if status < "4" else codes(operation, int(status))
            found |= {(call, one) for one in answers}
    return found


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    """A worker has ended, with what it saw."""
    SEEN.update(
        (call, answered) for call, answered in getattr(node, "workeroutput", {}).get(_KEY, ())
    )


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    handed_over = getattr(session.config, "workeroutput", None)
    if handed_over is not None:
        handed_over[_KEY] = sorted(SEEN)
    elif exitstatus == pytest.ExitCode.OK and _is_whole(session.config):
        _missing.extend(f"{call}: {answered}" for call, answered in sorted(told() - SEEN))
        if _missing:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    if _missing:
        terminalreporter.section("described, and never answered in this run", red=True)
        for line in _missing:
            terminalreporter.line(line)


def _is_whole(config: pytest.Config) -> bool:
    """Whether all tests of the server were run, none left out."""
    narrowed = any(config.getoption(name, default=None) for name in _NARROWED)
    server = Path(__file__).parent / "server"
    asked = [Path(one).resolve() for one in config.args]
    return not narrowed and any(one in (server, *server.parents) for one in asked)
