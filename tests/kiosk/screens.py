"""Draws every screen of the kiosk in every arrangement, from real widgets."""

from __future__ import annotations

import itertools
from collections.abc import Generator, Iterator
from pathlib import Path

from tests.kiosk.route_scenes import ROUTE_SCENES
from tests.kiosk.scenes import NUMBER_SCENES
from tests.kiosk.stage import LANDSCAPE, PORTRAIT, WAYS, Scene, Stage, Way

__all__ = ["LANDSCAPE", "PORTRAIT", "SCENES", "WAYS", "Stage", "Way", "render", "scenes"]

SCENES: dict[str, Scene] = {each.__name__: each for each in (*NUMBER_SCENES, *ROUTE_SCENES)}


def scenes(language: str, ways: tuple[Way, ...] = WAYS) -> Iterator[tuple[str, Stage]]:
    """Each scene in each way, open and laid out; it is closed when the next one is asked for."""
    for way, (name, scene) in itertools.product(ways, SCENES.items()):
        stage = Stage(language, way)
        try:
            scene(stage)
            stage.settle()
            yield f"kiosk-{way.name}-{name}-{language}", stage
        finally:
            stage.close()


def render(out: Path, language: str, ways: tuple[Way, ...] = WAYS) -> Generator[Path, None, None]:
    """Draw all screens in one language into a folder, each when its path is asked for."""
    out.mkdir(parents=True, exist_ok=True)
    for name, stage in scenes(language, ways):
        path = out / f"{name}.png"
        if stage.window is not None:
            stage.window.grab().save(str(path))
            yield path
