"""Digits of any script."""

from __future__ import annotations

import pytest

from domain.digits import ascii_digits


@pytest.mark.parametrize("typed", ["07", "٠٧", "۰۷", "๐๗", "०७", "０７", " 07 ", "٠7"])
def test_every_scripts_digits_are_the_same_code(typed: str) -> None:
    assert ascii_digits(typed) == "07"


@pytest.mark.parametrize("typed", ["²", "½", "Ⅶ", "一", "a7", ""])
def test_what_is_no_decimal_digit_stays_what_it_is(typed: str) -> None:
    assert ascii_digits(typed) == typed
