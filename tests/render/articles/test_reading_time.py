from __future__ import annotations

import pytest

from generator.render.articles.reading_time import Length, length_of, minutes


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", Length(0)),
        ("Two words\nand three more.", Length(5)),
        ("Das größte Gerät", Length(3)),
        ("捷克的雷达站，一个问题。", Length(0, ideographs=10)),
        ("レーダー", Length(0, ideographs=4)),
        ("北约 NATO 与 don't", Length(2, ideographs=3)),
        ("เรดาร์", Length(0, letters=6)),
        ("레이더 기지", Length(2)),
    ],
)
def test_length_is_in_words_where_the_script_parts_them(text: str, length: Length) -> None:
    assert length_of(text) == length


@pytest.mark.parametrize(
    ("length", "language", "found"),
    [
        (Length(0), "en", 0),
        (Length(1), "en", 1),
        (Length(238 * 6), "en", 6),
        (Length(238 * 6), "en-GB", 6),
        (Length(238 * 6 + 118), "en", 6),
        (Length(238 * 6 + 120), "en", 7),
        # 1428 / (179 · 238 / 228) = 7.6
        (Length(238 * 6), "de", 8),
        (Length(238 * 6), "DE", 8),
        (Length(1920), "cs", 10),
        (Length(0, ideographs=2662), "zh-Hant", 10),
        (Length(0, ideographs=2662), "ja", 7),
        (Length(0, letters=9000), "th", 10),
        (Length(238, ideographs=1331), "en", 6),
    ],
)
def test_minutes_by_language(length: Length, language: str, found: int) -> None:
    assert minutes(length, language) == found
