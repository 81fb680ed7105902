"""Lines of verse stay lines of a stanza, in an article and alone."""

from __future__ import annotations

import textwrap

import pytest

from generator.articles.markdown_html import convert
from tests.ingest.sources import PARAGRAPHS, TITLE, clean_lines

BYLINE = "By Ada Example"
SONG = (
    "I carried over what they brought,",
    "the milk, the mail, the bride in white,",
    "and never asked them what they thought",
    "of crossing water in the night.",
)
BARE = (
    "The cow was sick the bride was glad",
    "The letter bag was wet and thin",
    "I took what little change they had",
    "And put it in the biscuit tin",
)
RUSSIAN = (
    "Уходит море, как уходит гость,",
    "забыв перчатку на краю стола,",
    "и тишина, большая, как погост,",
    "легла.",
)
GERMAN = (
    "In dem Hafen stehn die Kräne und sie rühren sich nicht mehr,",
    "Und die Möwen zählen Kisten, doch die Kisten bleiben leer.",
    "Nur der Wärter geht am Abend mit der Lampe auf und ab,",
    "Weil ihm keiner, der hier wohnte, jemals andre Arbeit gab.",
)


def spaced(*paragraphs: str) -> list[str]:
    return [line for paragraph in paragraphs for line in (paragraph, "")]


def stanza(*lines: str) -> str:
    return "  \n".join(lines)


def test_a_stanza_among_paragraphs_is_one_paragraph_with_line_breaks() -> None:
    result = clean_lines(TITLE, BYLINE, "", *spaced(*PARAGRAPHS[:3]), *BARE, "", *SONG, "", *spaced(*PARAGRAPHS[3:]))
    assert f"{PARAGRAPHS[2]}\n\n{stanza(*BARE)}\n\n{stanza(*SONG)}\n\n{PARAGRAPHS[3]}" in result.body
    assert convert(result.body).html.count("<br") == 6


def test_a_song_is_known_by_its_commas_where_no_blank_line_parts_paragraphs() -> None:
    result = clean_lines(TITLE, BYLINE, *PARAGRAPHS[:3], *SONG, *PARAGRAPHS[3:])
    assert f"{PARAGRAPHS[2]}\n\n{stanza(*SONG)}\n\n{PARAGRAPHS[3]}" in result.body


def test_a_poem_that_ends_an_article_is_kept() -> None:
    result = clean_lines(TITLE, BYLINE, "", *spaced(*PARAGRAPHS), *SONG)
    assert result.body.endswith(f"{PARAGRAPHS[-1]}\n\n{stanza(*SONG)}\n")


@pytest.mark.parametrize("lines", [SONG, BARE, GERMAN, RUSSIAN])
def test_a_poem_alone_has_its_stanzas(lines: tuple[str, ...]) -> None:
    other = tuple(reversed(lines))
    result = clean_lines("The fare", "", *lines, "", *other)
    assert result.body == f"{stanza(*lines)}\n\n{stanza(*other)}\n"


def test_verses_between_broken_lines_are_none_of_them() -> None:
    wrapped = [textwrap.wrap(paragraph, 70) for paragraph in PARAGRAPHS]
    lines = [line for paragraph in wrapped[:3] for line in (*paragraph, "")]
    rest = [line for paragraph in wrapped[3:] for line in (*paragraph, "")]
    verses = ("The tide goes out and leaves the mud to dry,", "And every boat lies down upon its side;", *BARE[:2])
    result = clean_lines(TITLE, BYLINE, "", *lines, *verses, "", *rest)
    assert f"{PARAGRAPHS[2]}\n\n{stanza(*verses)}\n\n{PARAGRAPHS[3]}" in result.body


def test_where_nothing_tells_verses_short_lines_are_paragraphs() -> None:
    names = ("Ebba Holm, keeper", "Ole Brandt, ferryman", "Klara Heim, archivist", "Per Ohm, baker of rye")
    result = clean_lines(TITLE, BYLINE, *PARAGRAPHS[:3], *names, *PARAGRAPHS[3:])
    assert "\n\n".join(names) in result.body
    assert "  \n" not in result.body


def test_lists_keep_their_items() -> None:
    result = clean_lines(TITLE, BYLINE, "", *spaced(*PARAGRAPHS[:4]), "- oil,", "- wick,", "- glass", "", PARAGRAPHS[4])
    assert "- oil,\n- wick,\n- glass" in result.body
    assert result.body.endswith(PARAGRAPHS[4] + "\n")
