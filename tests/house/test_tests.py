"""House rules of the tests themselves, and places that no file may name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.source import ROOT, Module, Rule, calls, everything, modules

SLEEPS = {"time.sleep", "sleep", "QTest.qWait", "QTest.qSleep", "qtbot.wait"}
SKIPS = {"skip", "skipif", "xfail", "importorskip"}
TEXTS = ("*.toml", "*.txt", "*.in", "*.md", "Makefile", "scripts/*", "docs/**/*.md", "deploy/**/*")
MACHINE = re.compile(r"(?<![\w./-])/(?:work|home/\w+|root|Users/\w+)/")


def sleeping(module: Module) -> Iterator[str]:
    """A test that sleeps is too slow on a fast machine and too fast on a slow one."""
    return (module.at(call) for name, call in calls(module) if name in SLEEPS)


def skipping(module: Module) -> Iterator[str]:
    """What does not run proves nothing."""
    return (
        module.at(call)
        for name, call in calls(module)
        if name.startswith("pytest.") and name.split(".")[-1] in SKIPS
    )


SPOILT: list[tuple[Rule, str]] = [
    (sleeping, "time.sleep(1)"),
    (sleeping, "qtbot.wait(100)"),
    (skipping, "pytest.skip('later')"),
    (skipping, "pytest.mark.skipif(True, reason='later')"),
]


@pytest.mark.parametrize("rule", [sleeping, skipping], ids=lambda rule: rule.__name__)
def test_no_test_breaks_a_rule(rule: Rule) -> None:
    assert [place for module in modules("tests") for place in rule(module)] == []


@pytest.mark.parametrize(("rule", "line"), SPOILT)
def test_a_rule_sees_what_breaks_it(rule: Rule, line: str) -> None:
    assert list(rule(Module(Path("tests/spoilt.py"), line))) == ["tests/spoilt.py:1"]


def test_no_file_names_a_place_on_one_machine() -> None:
    texts = {each.name: each.text for each in everything()}
    for pattern in TEXTS:
        for path in ROOT.glob(pattern):
            if path.is_file():
                texts[path.relative_to(ROOT).as_posix()] = path.read_text(encoding="utf-8")

    assert [name for name, text in sorted(texts.items()) if MACHINE.search(text)] == []
