from __future__ import annotations

import pytest

from generator.render.page.direction import dir_attribute, direction_of


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        ("en", "ltr"),
        ("ar", "rtl"),
        ("AR-EG", "rtl"),
        ("he", "rtl"),
        ("az", "ltr"),
        ("az-Arab-IR", "rtl"),
        ("ar-Latn", "ltr"),
        ("de-1996", "ltr"),
        ("yi", "rtl"),
        ("", "ltr"),
    ],
)
def test_direction(language: str, direction: str) -> None:
    assert direction_of(language) == direction


def test_a_text_in_no_language_from_right_to_left_runs_as_it_begins() -> None:
    assert [dir_attribute(language) for language in ("ar", "he-IL", "en", "")] == ["rtl", "rtl", "auto", "auto"]
