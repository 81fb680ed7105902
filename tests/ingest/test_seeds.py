"""The five seed articles, where they lie beside the checkout: each line's fate, by its number.

No word of a seed stands in this repository but its title, names and dates.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.articles.ledger import Fate
from tests.ingest.sources import Result, body_as_kept, clean_bytes, numbers

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed articles are not beside this checkout")

SAID = {
    "000": {"title": "Putin, Bush Pressed Ahead of Summit", "updated": "2016-07-27"},
    "001": {"title": "Russia Joins Coalition"},
    "002": {
        "title": "Putin, Trump Launch Long Awaited Dialogue to Improve Bilateral Relationship",
        "tags": ("Putin", "Trump"),
    },
    "003": {
        "title": "Look who may be cooperating on missile defence",
        "date": "2007-04-23",
        "author": ("Thom Shanker",),
    },
    "004": {
        "title": "Bush And Putin Rough Out Breakthrough Strategic Deal For Dumping Iran",
        "date": "2007-10-23",
        "author": ("The Bashman",),
    },
}
"""Everything that the front matter says, but for the source."""
KEPT = {
    "000": "7-27/2",
    "001": "8-12/2",
    "002": "5-35/2",
    "003": "10 12 14 18 20 22 24 28 30 32 34 38 40 42 44 48 50 52 54 58",
    "004": "8-32/2",
}
LIFTED = {"000": "3 5", "001": "1", "002": "1 37", "003": "2 4 60", "004": "1 3"}


def seed(number: str) -> Result:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    return clean_bytes(path.read_bytes(), path.name)


@needs_seeds
@pytest.mark.parametrize("number", sorted(SAID))
def test_the_front_matter_says_what_the_seed_says_and_no_more(number: str) -> None:
    meta = seed(number).meta
    said = {
        name: value if isinstance(value, (str, tuple)) else str(value)
        for name in meta.__struct_fields__
        if name != "source" and (value := getattr(meta, name))
    }
    assert said == SAID[number]


@needs_seeds
@pytest.mark.parametrize("number", sorted(KEPT))
def test_the_lines_of_the_text_are_kept_and_no_other(number: str) -> None:
    result = seed(number)
    assert result.numbers(Fate.KEPT) == numbers(KEPT[number])
    assert result.numbers(Fate.LIFTED) == numbers(LIFTED[number])


@needs_seeds
@pytest.mark.parametrize("number", sorted(KEPT))
def test_the_body_says_what_the_kept_lines_say(number: str) -> None:
    result = seed(number)
    assert "".join(result.text.split()) == body_as_kept(result)
    assert len(result.text.split("\n")) == len(numbers(KEPT[number]))


@needs_seeds
def test_the_cut_off_summary_of_003_is_a_duplicate() -> None:
    (span,) = seed("003").ledger.lines[5].spans
    assert (span.role, span.fate) == ("duplicate", "set_aside")


@needs_seeds
def test_the_readers_comments_of_004_are_told_from_its_menu() -> None:
    roles = {line.n: line.spans[0].role for line in seed("004").ledger.lines}
    assert {roles[number] for number in numbers("83-125/2")} == {"comment"}
    assert {roles[number] for number in numbers("37-39 41-81")} == {"navigation"}
