from __future__ import annotations

import pytest

from generator.archive.whereabouts import line_of


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("Gates", "---\ntitle: Gates\n---\nOne.\n\nAnd Gates.\n", 6),
        ("Gates", "---\ntitle: One\n---\nAgates, Gatesby.\n", 0),
        ("Igor Ivanov", "---\ntitle: One\n---\nThis is Igor\nIvanov.\n", 4),
        ("Igor Ivanov", "---\ntitle: One\n---\n\n> and *Igor*\n> **Ivanov**\n", 5),
        ("N'Djamena", "---\ntitle: One\n---\nIn N’Djamena.\n", 4),
        ("C++ (x)", "In C++ (x).\n", 1),
    ],
)
def test_the_line_of_the_first_place_in_the_body(name: str, text: str, line: int) -> None:
    assert line_of(name, text) == line
