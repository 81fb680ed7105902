"""Lists of other articles' headlines between paragraphs, and lists of the text's own."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate
from tests.ingest.sources import PARAGRAPHS, article_around, clean_blocks

HEADLINES = (
    "* Dredging: Why the harbour bar is a danger again",
    "* Storm in the strait – eleven boats are overdue",
    "* Who pays for the new mole? The council is divided",
)


@pytest.mark.parametrize(
    "items",
    [
        HEADLINES,
        ("* How the port spends two millions a year", "* Ferries: All that changes in the autumn"),
        ("* Seenot: Elf Boote sind seit Montag überfällig", "* „Niemand hat uns gewarnt“: Fischer klagen das Amt an"),
        ("* Après la tempête, les pêcheurs reviennent au port", "* Phares : le dernier gardien quitte-t-il son île ?"),
    ],
)
def test_a_list_that_nothing_announces(items: tuple[str, ...]) -> None:
    result = article_around("\n".join(items))
    assert [result.rule(line) for line in items] == ["listed-headlines"] * len(items)
    assert result.text.split("\n") == list(PARAGRAPHS)


def test_a_list_below_the_text() -> None:
    result = clean_blocks("Harbour town argues", *PARAGRAPHS, "\n".join(HEADLINES))
    assert {result.fate(line) for line in HEADLINES} == {Fate.SET_ASIDE}


@pytest.mark.parametrize(
    "items",
    [
        # In sentences, all built alike, of few words, all questions, values, numbered.
        ("* The lamp: it would go out.", "* The roof – nobody would mend it!", "* The radio: nobody would answer."),
        ("* Paraffin: Smells and leaves soot on the lens", "* Spirit: Burns clean and costs a fortune"),
        ("* The lamp", "* The roof – and the stairs"),
        ("* Keepers: One more for winter", "* The mole – two men a day"),
        ("* Who would answer the radio at night?", "* Who would mend the roof after a gale?"),
        ("* Height of the tower: 31 metres", "* Lit – in 1911, by hand and on a Sunday"),
        ("1. Dredging: Why the bar is a danger again", "2. Storm in the strait – eleven boats are overdue"),
    ],
)
def test_a_list_of_the_texts_own(items: tuple[str, ...]) -> None:
    result = article_around("\n".join(items))
    assert [line for line in items if result.fate(line) is not Fate.KEPT] == []


@pytest.mark.parametrize("above", ["What the town talks of this week:", "What the town talks of"])
def test_a_list_that_a_line_announces(above: str) -> None:
    result = article_around(above, "\n".join(HEADLINES))
    assert [line for line in HEADLINES if result.fate(line) is not Fate.KEPT] == []


def test_two_items_below_the_last_paragraph_may_be_the_articles() -> None:
    result = clean_blocks("Harbour town argues", *PARAGRAPHS, "\n".join(HEADLINES[:2]))
    assert [line for line in HEADLINES[:2] if result.rule(line) == "listed-headlines"] == []
