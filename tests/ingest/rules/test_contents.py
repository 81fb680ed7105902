"""Rules for what an encyclopedia's page adds to its article."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate, Role
from tests.ingest.sources import PARAGRAPHS, TITLE, clean_blocks

HEADINGS = ("The roof", "The radio", "The keeper")


def encyclopedia(*contents: str, suffix: str = "") -> tuple[str, ...]:
    """A text with three headings, and lines between its first and its second paragraph."""
    parts = [block for pair in zip((h + suffix for h in HEADINGS), PARAGRAPHS[2:], strict=True) for block in pair]
    return (TITLE, PARAGRAPHS[0], PARAGRAPHS[1], *contents, *parts)


@pytest.mark.parametrize("label", ["Contents", "Inhalt", "目次"])
@pytest.mark.parametrize("numbers", [("1 ", "2 ", "3 "), ("1. ", "2. ", "3. "), ("", "", "")])
def test_a_list_of_what_stands_below_as_headings(label: str, numbers: tuple[str, ...]) -> None:
    listed = tuple(number + heading for number, heading in zip(numbers, HEADINGS, strict=True))
    result = clean_blocks(*encyclopedia("\n".join((label, *listed))))
    assert [result.fate(line) for line in (label, *listed[:1])] == [Fate.SET_ASIDE] * 2
    for heading, text in zip(HEADINGS, PARAGRAPHS[2:], strict=True):
        assert result.text.split("\n").count(heading) == 1
        assert text in result.text


@pytest.mark.parametrize("lines", [("The fog", "The mole", "The dog"), ("The radio", "The roof", "The keeper")])
def test_a_list_of_other_things_stays(lines: tuple[str, ...]) -> None:
    result = clean_blocks(*encyclopedia("Three things matter here:", "\n".join(f"• {line}" for line in lines)))
    assert all(line in result.text for line in lines)


@pytest.mark.parametrize("link", ["[edit]", " [edit]", "[ править | править код ]", "[Bearbeiten]"])
def test_a_link_for_editing_behind_a_heading(link: str) -> None:
    result = clean_blocks(*encyclopedia(suffix=link))
    heading, gone = result.spans(HEADINGS[0] + link)
    assert (heading.role, heading.fate, gone.fate) == (Role.HEADING, Fate.KEPT, Fate.SET_ASIDE)
    assert "## The roof\n" in result.body


@pytest.mark.parametrize("line", ["The word is edit.", "He wrote [edited] behind his name", "[Edit: it was the roof]"])
def test_a_line_about_editing_stays(line: str) -> None:
    assert clean_blocks(*encyclopedia(line)).fate(line) is Fate.KEPT
