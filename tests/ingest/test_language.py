"""The language of a text."""

from __future__ import annotations

import pytest

from generator.ingest.blocks import make_blocks
from generator.ingest.language import detect_language, language_of
from tests.ingest.sources import PARAGRAPHS
from tests.ingest.test_shapes import ARABIC, CHINESE, GERMAN, HINDI, RUSSIAN

FRENCH = (
    "Le phare au-dessus du port a un gardien depuis que les gens de la ville s'en souviennent, et le conseil voudrait "
    "que cela reste ainsi. Les pêcheurs ont leur avis sur la question, et ils ne le cachent pas."
)
JAPANESE = "港の上の灯台には、町の人々が覚えているかぎりずっと番人がいます。議会はこれからもそうしたいと考えています。"
KOREAN = (
    "항구 위의 등대에는 마을 사람들이 기억하는 한 언제나 등대지기가 있었고 의회는 앞으로도 그러기를 바란다고 말했다."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (" ".join(PARAGRAPHS), "en"),
        (" ".join(GERMAN), "de"),
        (" ".join(RUSSIAN), "ru"),
        (FRENCH, "fr"),
        (" ".join(CHINESE), "zh"),
        (" ".join(ARABIC), "ar"),
        (" ".join(HINDI), "hi"),
        (JAPANESE, "ja"),
        (KOREAN, "ko"),
    ],
    ids=["en", "de", "ru", "fr", "zh", "ar", "hi", "ja", "ko"],
)
def test_a_text_of_some_length(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    "text", ["", "The lamp is out.", "lamp " * 100, "1 2 3 " * 100, "der the la le un the der " * 9]
)
def test_an_unclear_language_is_left_open(text: str) -> None:
    assert detect_language(text) == ""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Совет порта решил, чтобы маяк светил и дальше.", "ru"),
        ("Рада порту вирішила, що маяк світитиме й надалі, її підтримали всі.", "uk"),
        ("Съветът на пристанището реши, че фарът ще свети и занапред.", ""),
        ("Савет луке је одлучио да светионик сија и даље.", ""),
        ("Рада порта вырашыла, што маяк будзе свяціць і надалей.", ""),
        ("Маяк", ""),
        ("The word маяк, which every sailor of that coast knows, means a lighthouse or a beacon.", ""),
    ],
    ids=["ru", "uk", "bg", "sr", "be", "one word", "a quoted word"],
)
def test_a_short_cyrillic_text_is_told_by_letters_that_one_language_has(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("lines", [PARAGRAPHS, GERMAN * 9, RUSSIAN * 3, CHINESE, ("Маяк", *ARABIC), ("İlk ışık",), ()])
def test_blocks_have_the_language_of_their_text(lines: tuple[str, ...]) -> None:
    assert language_of(make_blocks(lines)) == detect_language(" ".join(lines))
