"""What was not well understood is told, with the line to look at; what was is not."""

from __future__ import annotations

from itertools import pairwise

from generator.ingest.doubts import Doubt, confidence
from tests.ingest.fixture_floors import FIXTURES
from tests.ingest.rules.test_likeness import COMMENTS, LINKS
from tests.ingest.sources import PARAGRAPHS, TITLE, clean_bytes

TEXT = (
    *PARAGRAPHS,
    "The mayor promised an answer before the herring come, which in this town is as firm a date as any other.",
    "Until then the keeper climbs the stairs every evening, two hundred of them, and counts them aloud on the way.",
)


def doubts(*blocks: str) -> dict[str, int]:
    """The words of each doubt about a source of these blocks, and its line."""
    result = clean_bytes("\n\n".join(blocks).encode())
    return {doubt.text: doubt.line for doubt in result.cleaned.doubts}


def test_a_plain_article_with_title_and_date_raises_none() -> None:
    assert doubts(TITLE, "By Ada Example", "3 May 2011", *TEXT) == {}


def test_what_the_source_does_not_tell() -> None:
    assert doubts(TITLE, *TEXT) == {"the source tells no date of publication": 1}
    assert set(doubts("3 May 2011", *(text + " It went on." for text in TEXT))) == {"the source tells no title"}


def test_little_text() -> None:
    found = doubts(TITLE, "3 May 2011", PARAGRAPHS[0], PARAGRAPHS[3])
    assert found == {f"only {len((PARAGRAPHS[0] + ' ' + PARAGRAPHS[3]).split())} words left": 5}


def test_scraps_among_the_text() -> None:
    scraps = [f"Lamp {name} of the east" for name in "red green white amber blue violet".split()]
    mixed = [part for pair in zip(TEXT, scraps, strict=False) for part in pair]
    found = doubts(TITLE, "3 May 2011", *mixed, *scraps[:1])
    assert all("scraps" not in text for text in found), "headings between paragraphs are no scraps"


def test_a_paragraph_that_was_weighed_and_set_aside_tells_by_which_signs() -> None:
    text = (FIXTURES / "inscriptis-news.gold.txt").read_text(encoding="utf-8").splitlines()
    comments = [f"{one} {other.rstrip('!?')}." for one, other in pairwise(COMMENTS)]
    found = doubts("Beavers close the by-pass again", *text, *LINKS, *comments)
    (told,) = [text for text in found if "for where they stand" in text]
    assert "against the text: " in told


def test_trust_is_what_all_doubts_leave() -> None:
    assert confidence(()) == 1
    assert confidence((Doubt(1, "a", 0.5), Doubt(2, "b", 0.8))) == 0.4


def test_the_gravest_comes_first() -> None:
    result = clean_bytes("\n\n".join(PARAGRAPHS[:1]).encode())
    trust = [doubt.trust for doubt in result.cleaned.doubts]
    assert trust == sorted(trust)
    assert len(trust) == 3
