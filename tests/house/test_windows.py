"""House rules of Qt: threads, colours, slots, signals, and layouts that turn round for Arabic."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.source import QT_ROOMS, Module, Rule, calls, dotted, imported, modules, strings

THREADED = {"ui/tasks.py", "ui/feed.py"}
THREAD_MODULES = {"threading", "concurrent", "multiprocessing", "_thread", "asyncio"}
THREAD_CLASSES = {"QThread", "QThreadPool", "QRunnable", "QtConcurrent"}
PAINTED = {"ui/theme.py"}
MIRRORED = {"ui/text.py"}  # paints text itself, so it is what turns start into left or right
PLACES = {"opened", "page_opened"}  # signals whose number is a place among a few, never an id
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b|\brgba?\(|font-family")
ONE_SIDED = re.compile(r"(?:padding|margin|border)-(?:left|right)|text-align:\s*(?:left|right)")


def attributes(module: Module) -> Iterator[ast.Attribute]:
    return (node for node in ast.walk(module.tree) if isinstance(node, ast.Attribute))


def threads_elsewhere(module: Module) -> Iterator[str]:
    """Only two modules may touch threads; elsewhere everything runs where Qt paints."""
    if module.name in THREADED:
        return
    for name, node in imported(module):
        if name in THREAD_MODULES:
            yield module.at(node)
    for name, call in calls(module):
        if name.split(".")[-1] in THREAD_CLASSES:
            yield module.at(call)


def colours_elsewhere(module: Module) -> Iterator[str]:
    """Colours and fonts have one home, so that high contrast and large text reach every screen."""
    if module.name in PAINTED:
        return
    for text in strings(module):
        if COLOUR.search(str(text.value)):
            yield module.at(text)
    for node in attributes(module):
        if ".GlobalColor." in dotted(node) and node.attr != "transparent":
            yield module.at(node)
    for name, call in calls(module):
        if name in {"QColor", "QFont"} and any(isinstance(a, ast.Constant) for a in call.args):
            yield module.at(call)


def lambdas_connected(module: Module) -> Iterator[str]:
    """A lambda keeps its window alive and runs in whatever thread the signal came from."""
    for name, call in calls(module):
        if name.endswith((".connect", ".singleShot")) and any(
            isinstance(argument, ast.Lambda) for argument in call.args
        ):
            yield module.at(call)


def unsafe_signals(module: Module) -> Iterator[str]:
    """Signal(dict) loses integer keys on the way; Signal(int) cuts an id at 32 bits."""
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Call):
            continue
        payload = {dotted(argument) for argument in node.value.args}
        small = {dotted(target) for target in node.targets} <= PLACES
        if dotted(node.value.func).split(".")[-1] == "Signal" and (
            "dict" in payload or ("int" in payload and not small)
        ):
            yield module.at(node)


def tied_to_a_side(module: Module) -> Iterator[str]:
    """Arabic mirrors a window; what is said as leading and trailing turns round with it."""
    if module.name in MIRRORED:
        return
    for node in attributes(module):
        if node.attr in {"AlignLeft", "AlignRight"}:
            yield module.at(node)
    for text in strings(module):
        if ONE_SIDED.search(str(text.value)):
            yield module.at(text)


SPOILT: list[tuple[Rule, str]] = [
    (threads_elsewhere, "import threading"),
    (threads_elsewhere, "from concurrent.futures import ThreadPoolExecutor"),
    (threads_elsewhere, "worker = QtCore.QThread(self)"),
    (colours_elsewhere, "label.setStyleSheet('color: #0a7d5a')"),
    (colours_elsewhere, "painter.setPen(Qt.GlobalColor.red)"),
    (colours_elsewhere, "painter.setPen(QColor(10, 20, 30))"),
    (colours_elsewhere, "label.setFont(QFont('Arial', 12))"),
    (lambdas_connected, "button.clicked.connect(lambda: self.call())"),
    (lambdas_connected, "QTimer.singleShot(0, lambda: self.call())"),
    (unsafe_signals, "called = Signal(int)"),
    (unsafe_signals, "called = QtCore.Signal(str, dict)"),
    (tied_to_a_side, "label.setAlignment(Qt.AlignmentFlag.AlignLeft)"),
    (tied_to_a_side, "sheet = 'padding-left: 4px'"),
]
RULES = sorted({rule for rule, _ in SPOILT}, key=lambda rule: rule.__name__)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_no_window_breaks_a_rule(rule: Rule) -> None:
    places = [place for module in modules(*QT_ROOMS) for place in rule(module)]

    assert places == [], "\n".join(places)


@pytest.mark.parametrize(("rule", "line"), SPOILT)
def test_a_rule_sees_what_breaks_it(rule: Rule, line: str) -> None:
    spoilt = Module(Path("kiosk/spoilt.py"), f'"""Says #fff in vain."""\n{line}\n')

    assert set(rule(spoilt)) == {"kiosk/spoilt.py:2"}
