"""The shape of the tree: names, sizes, empty package files, who may import which library."""

from __future__ import annotations

import sys

from tests.house.source import ROOMS, ROOT, everything, imported, modules

LONGEST_MODULE = 400
LONGEST_MAIN = 120
NAMES_OF_NO_SUBJECT = {"utils", "helpers", "common", "manager", "core", "misc"}
# Rooms whose libraries are few enough to be listed; contracts hold the others.
LIBRARIES = {
    "domain": {"domain"},
    "kiosk": {"domain", "ui", "kiosk", "PySide6", "shiboken6"},
    "staff": {"domain", "ui", "staff", "PySide6", "shiboken6"},
    "display": {"domain", "ui", "display", "PySide6", "shiboken6"},
}


def test_package_files_are_empty() -> None:
    full = [each.name for each in everything() if each.path.name == "__init__.py" and each.text]

    assert full == []


def test_no_module_is_too_long_to_have_one_subject() -> None:
    long = [each.name for each in everything() if each.text.count("\n") > LONGEST_MODULE]

    assert long == []


def test_main_only_wires() -> None:
    lines = [each.text.count("\n") for each in everything() if each.name == "main.py"]

    assert all(count <= LONGEST_MAIN for count in lines)


def test_no_room_hides_a_module_of_the_standard_library() -> None:
    top = {path.stem for path in ROOT.iterdir() if path.is_dir() or path.suffix == ".py"}

    assert top & set(sys.stdlib_module_names) == set()


def test_every_module_is_named_after_a_subject() -> None:
    vague = [each.name for each in everything() if each.path.stem in NAMES_OF_NO_SUBJECT]

    assert vague == []


def test_every_room_is_mirrored_by_its_tests() -> None:
    unmirrored = [room for room in ROOMS if not (ROOT / "tests" / room).is_dir()]

    assert unmirrored == []


def test_the_domain_and_the_windows_import_nothing_unexpected() -> None:
    strange = [
        f"{module.at(node)} imports {name}"
        for room, libraries in LIBRARIES.items()
        for module in modules(room)
        for name, node in imported(module)
        if name not in libraries and name not in sys.stdlib_module_names
    ]

    assert strange == [], "\n".join(strange)
