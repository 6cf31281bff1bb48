"""The demo as a person starts it: one command, a real database, server and windows, and its end."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
import requests
from PySide6.QtGui import QImage

from storage import embedded
from tests.house.source import ROOT

STEPS = (
    "home",
    "what for",
    "clinics",
    "patient",
    "priority",
    "ticket",
    "waits",
    "called",
    "wall",
    "served",
    "done",
)
EXAM_STEPS = ("exams", "exam ticket", "PIN", "next ticket")
PATIENCE_S = 150


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    """A data directory that nobody used before, on a path with a space."""
    folder = tmp_path / "data of mine"
    yield folder
    embedded.stop(folder)


def begin(data: Path, *words: str) -> subprocess.Popen[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DAWR_")}
    return subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "demo", *words],
        env={**clean, "DAWR_DATA_DIR": str(data), "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def lines_until(demo: subprocess.Popen[str], pattern: str) -> list[str]:
    """What it prints up to the line of that pattern."""
    assert demo.stdout is not None
    lines: list[str] = []
    for line in demo.stdout:
        lines.append(line.rstrip("\n"))
        if re.search(pattern, line):
            return lines
    raise AssertionError((lines, demo.communicate()))


def family(demo: subprocess.Popen[str]) -> list[psutil.Process]:
    return psutil.Process(demo.pid).children(recursive=True)


@pytest.mark.timeout(200)
def test_a_short_day_is_played_in_every_language_with_a_picture_of_each_step(
    data: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "pictures"
    demo = begin(data, "--once", str(folder))
    out, err = demo.communicate(timeout=PATIENCE_S)

    assert demo.returncode == 0, err
    assert err == ""
    lines = out.splitlines()
    pictures = sorted(folder.glob("*.png"))
    assert len(lines) == len(pictures) == 3 * len(STEPS) + len(EXAM_STEPS)
    for number, (line, picture) in enumerate(zip(lines, pictures, strict=True), start=1):
        assert line.startswith(f"{number:02d} ")
        assert picture.name.startswith(f"{number:02d}-")
        assert not QImage(str(picture)).isNull()
    assert re.findall(r": ticket (L-\d+)", out) == ["L-001", "L-002", "L-003"]
    assert re.findall(r"(exam|next) ticket (\S+)", out) == [("exam", "L-004"), ("next", "X-001")]
    assert [name for name in ("ar", "en", "th") if f"kiosk, {name}: ticket" in out] == [
        "ar",
        "en",
        "th",
    ]


@pytest.mark.timeout(200)
def test_without_a_screen_it_plays_says_so_and_serves_on_until_it_is_told_to_end(
    data: Path,
) -> None:
    demo = begin(data)
    lines = lines_until(demo, "goes on serving")
    url = re.findall(r"http://\S+", lines[-1])[0]
    assert lines[0].startswith("There is no screen here")
    assert Path(lines[-2].removeprefix("The pictures are in ").rstrip(".")).is_dir()
    assert answers(f"{url}/readyz")
    server = next(each for each in family(demo) if "server" in each.cmdline())

    server.kill()
    assert wait_until(lambda: answers(f"{url}/readyz"))

    assert_ends(demo, data, signal.SIGTERM)


@pytest.mark.timeout(200)
def test_a_demo_interrupted_in_the_middle_ends_all_of_itself(data: Path) -> None:
    demo = begin(data)
    lines_until(demo, "^02 ")

    assert_ends(demo, data, signal.SIGINT)


def assert_ends(demo: subprocess.Popen[str], data: Path, number: signal.Signals) -> None:
    """Soon, as done and not as failed, and nothing of it is left."""
    children = family(demo)
    assert children
    began_at = time.monotonic()

    demo.send_signal(number)
    out, err = demo.communicate(timeout=PATIENCE_S)

    assert (demo.returncode, err) == (0, "")
    assert "Stopped" not in out
    assert time.monotonic() - began_at < 10
    assert psutil.wait_procs(children, timeout=20)[1] == []
    assert wait_until(lambda: not embedded.running(data))


def answers(url: str) -> bool:
    try:
        return requests.get(url, timeout=2).status_code == 200
    except requests.RequestException:
        return False


def wait_until(condition: Callable[[], bool]) -> bool:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        if condition():
            return True
        threading.Event().wait(0.05)
    return False


@pytest.mark.timeout(200)
def test_a_demo_that_is_killed_leaves_nothing_running(data: Path) -> None:
    demo = begin(data)
    lines_until(demo, "^02 ")
    children = family(demo)

    demo.kill()
    demo.communicate(timeout=PATIENCE_S)

    assert children
    assert psutil.wait_procs(children, timeout=20)[1] == []
    assert wait_until(lambda: not embedded.running(data))
