"""What every test stands on: an offscreen Qt, reproducible dice, and nothing left behind."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests import leaks

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A slow machine fails no example; `print_blob` prints how to repeat one that failed.
settings.register_profile(
    "dawr", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("long", settings.get_profile("dawr"), max_examples=5000)
settings.load_profile("dawr")


@pytest.fixture(autouse=True)
def _nothing_left_behind() -> Iterator[None]:
    """Fail a test that leaves a thread running, a window open or a timer ticking."""
    before = leaks.census()
    yield
    left = leaks.left_since(before)
    if left:
        pytest.fail("left behind: " + "; ".join(left), pytrace=False)
