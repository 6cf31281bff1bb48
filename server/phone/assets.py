"""The page's own files, named after their content so that they never have to be asked for again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
PLACE = "/t/assets/"
_KINDS = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it travels."""

    name: str
    content: bytes
    media_type: str

    @property
    def address(self) -> str:
        return PLACE + self.name


def _asset(path: Path) -> Asset:
    content = path.read_bytes()
    mark = hashlib.sha256(content).hexdigest()[:12]
    return Asset(f"{path.stem}.{mark}{path.suffix}", content, _KINDS[path.suffix[1:]])


STYLE, SCRIPT, MARK = (
    _asset(HERE / "assets" / name) for name in ("phone.css", "phone.js", "mark.svg")
)
ASSETS = {one.name: one for one in (STYLE, SCRIPT, MARK)}
