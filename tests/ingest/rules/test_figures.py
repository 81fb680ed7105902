"""The rule for captions of figures with numbers, and sentences that begin as they do."""

from __future__ import annotations

from textwrap import wrap

import pytest

from generator.articles.ledger import Fate
from tests.ingest.sources import PARAGRAPHS, TITLE, article_around, clean_blocks, clean_lines


@pytest.mark.parametrize(
    "line",
    [
        "Fig. 2 | The lamp room before the repairs. The stairs are not shown.",
        "Figure 1. The lamp room, from a survey of 1787.",
        "Abb. 3: Das Haus im Jahr 1934, mit Leiter",
        "Рис. 4. Маяк до ремонта",
        "图2：维修前的灯塔",
    ],
)
def test_a_figures_caption(line: str) -> None:
    result = article_around(line)
    assert result.rule(line) == "figure-caption"
    assert [text for text in PARAGRAPHS if result.fate(text) is not Fate.KEPT] == []


@pytest.mark.parametrize(
    "line",
    [
        "Fig. 2 shows the lamp room before the repairs, without its stairs.",
        "Figures 1. and 2. of the report are of the same lamp, seen from both sides.",
        "Fig trees 12: what grows below the lamp",
    ],
)
def test_a_sentence_about_a_figure_stays(line: str) -> None:
    assert article_around(line).fate(line) is Fate.KEPT


def test_a_caption_that_is_one_with_a_paragraph_stays() -> None:
    figure = "Figure 1. The lamp room before the repairs. "
    blocks = (*PARAGRAPHS[:2], figure + PARAGRAPHS[2], *PARAGRAPHS[3:])
    lines = [line for block in blocks for line in (*wrap(block, 60), "")]
    result = clean_lines(TITLE, "", *lines)
    assert [line for line in lines if line and result.fate(line) is not Fate.KEPT] == []


def test_captions_that_are_the_text_stay() -> None:
    figures = [f"Figure {number}. {text}" for number, text in enumerate(PARAGRAPHS, start=1)]
    result = clean_blocks(TITLE, PARAGRAPHS[0], *figures)
    assert [line for line in figures if result.fate(line) is not Fate.KEPT] == []
