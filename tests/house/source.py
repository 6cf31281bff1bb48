"""The project's own source as the house-rule tests read it: files, rooms, syntax trees."""

from __future__ import annotations

import ast
import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("domain", "storage", "server", "ui", "kiosk", "staff", "display", "roles")
QT_ROOMS = ("ui", "kiosk", "staff", "display")


@dataclass(frozen=True)
class Module:
    """One Python file: its path from the top of the project, and its text."""

    path: Path
    text: str

    @property
    def name(self) -> str:
        return self.path.as_posix()

    @functools.cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    def at(self, node: ast.expr | ast.stmt) -> str:
        return f"{self.name}:{node.lineno}"


Rule = Callable[[Module], Iterator[str]]  # yields the places that break it


def modules(*rooms: str) -> Iterator[Module]:
    """Every module of these rooms, in the order of their paths."""
    for room in rooms:
        for path in sorted((ROOT / room).rglob("*.py")):
            yield Module(path.relative_to(ROOT), path.read_text(encoding="utf-8"))


def everything() -> Iterator[Module]:
    """Every module there is, main.py and the tests too."""
    yield from modules(*ROOMS, "bench", "tests", "scripts")
    for path in sorted(ROOT.glob("*.py")):
        yield Module(path.relative_to(ROOT), path.read_text(encoding="utf-8"))


def imported(module: Module) -> Iterator[tuple[str, ast.stmt]]:
    """The top-level name of each absolute import, wherever in the module it stands."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name.split(".")[0], node
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0], node


def strings(module: Module) -> Iterator[ast.Constant]:
    """The text constants of a module, without its docstrings."""
    docstrings = {
        id(node.value)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(module.tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and (id(node) not in docstrings)
        ):
            yield node


def calls(module: Module) -> Iterator[tuple[str, ast.Call]]:
    """Each call with the dotted name of what is called, as far as it is written as names."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            yield dotted(node.func), node


def dotted(node: ast.expr) -> str:
    """`a.b.c` for a chain of names; what is no name counts as `?`."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return "?"
