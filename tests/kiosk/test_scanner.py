"""Which keys are a card reader's, by their pace."""

from __future__ import annotations

from kiosk.scanner import GAP_S, Scanner


class Reader:
    """Types at a pace and keeps what the scanner made of it."""

    def __init__(self) -> None:
        self.now = 100.0
        self.read: list[str] = []
        self.scanner = Scanner(clock=lambda: self.now)
        self.scanner.scanned.connect(self.read.append)
        self.scanner.unreadable.connect(self._unreadable)

    def _unreadable(self) -> None:
        self.read.append("unreadable")

    def type(self, keys: str, gap_s: float, *, enter: bool = True) -> None:
        for key in keys:
            self.now += gap_s
            self.scanner.take(key)
        if enter:
            self.now += gap_s
            self.scanner.end()


def test_quick_keys_that_end_with_enter_are_a_reading() -> None:
    reader = Reader()
    reader.type("28475906123", 0.01)
    reader.type("AB-1_z", 0.05)

    assert reader.read == ["28475906123", "AB-1_z"]


def test_slow_keys_are_nobodys_reading() -> None:
    reader = Reader()
    reader.type("28475", GAP_S * 1.5)

    assert reader.read == []


def test_slow_keys_before_a_reading_do_not_become_part_of_it() -> None:
    reader = Reader()
    reader.type("99", GAP_S * 3, enter=False)
    reader.now += 1
    reader.type("28475", 0.01)

    assert reader.read == ["28475"]


def test_a_late_enter_makes_no_reading() -> None:
    reader = Reader()
    reader.type("28475", 0.01, enter=False)
    reader.now += 1
    reader.scanner.end()

    assert reader.read == []


def test_digits_of_any_script_are_read_as_digits() -> None:
    reader = Reader()
    reader.type("٢٨٤٧٥", 0.01)
    reader.type("๒๘๔", 0.01)

    assert reader.read == ["28475", "284"]


def test_too_short_is_a_slip_and_too_long_is_unreadable() -> None:
    reader = Reader()
    reader.type("12", 0.01)
    reader.type("1" * 64, 0.001)
    reader.type("1" * 65, 0.001)
    reader.type("12;34", 0.001)

    assert reader.read == ["1" * 64, "unreadable", "unreadable"]


def test_forgotten_keys_are_gone() -> None:
    reader = Reader()
    reader.type("28475", 0.01, enter=False)
    reader.scanner.forget()
    reader.scanner.end()

    assert reader.read == []
