"""Each import contract of pyproject.toml is seen to break when a room oversteps it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from tests.house.source import ROOMS, ROOT

CONTRACTS: list[dict[str, Any]] = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"][
    "importlinter"
]["contracts"]


def oversteps(contract: dict[str, Any]) -> list[tuple[str, str]]:
    """Each (room, what it must not import) that the contract forbids."""
    if contract["type"] == "independence":
        return list(permutations(contract["modules"], 2))
    return [
        (room, target)
        for room in contract["source_modules"]
        for target in contract["forbidden_modules"]
    ]


def lint(tree: Path, contract: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as f; f()"]
    command += ["--config", "pyproject.toml", "--no-cache", "--contract", contract]
    return subprocess.run(
        command, cwd=tree, capture_output=True, text=True, check=False, timeout=60
    )


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """The rooms as they are, in a place where they may be spoilt."""
    for room in ROOMS:
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda each: str(each["id"]))
def test_a_contract_holds_and_names_each_overstep(tree: Path, contract: dict[str, Any]) -> None:
    kept = lint(tree, contract["id"])
    pairs = oversteps(contract)
    for room, target in pairs:
        with (tree / room / "overstep.py").open("a") as module:
            module.write(f"import {target}\n")

    broken = lint(tree, contract["id"])

    assert kept.returncode == 0, kept.stdout
    assert broken.returncode == 1, broken.stderr
    unseen = [pair for pair in pairs if "{}.overstep -> {}".format(*pair) not in broken.stdout]
    assert unseen == []


def test_every_room_has_a_contract() -> None:
    held = {room for contract in CONTRACTS for room, _ in oversteps(contract)}

    assert held == set(ROOMS)
