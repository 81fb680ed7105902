"""Stretches of a paragraph: a dateline tells the place and stays, what was glued to a paragraph goes."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate, Role
from tests.ingest.sources import PARAGRAPHS, TITLE, Result, clean_blocks, clean_bytes


def cleaned(first: str) -> Result:
    """A source whose text begins with the paragraph `first`."""
    return clean_bytes("\n\n".join((TITLE, "By Ada Example", first, *PARAGRAPHS[1:])).encode())


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("LONDON (Reuters) - ", "LONDON"),
        ("ST. IVES, Cornwall (AP) — ", "ST. IVES, Cornwall"),
        ("WASHINGTON, May 3 (AFP) – ", "WASHINGTON"),
        ("MOSCOW, May 3 — ", "MOSCOW"),
        ("MOSCOW. May 3 (Interfax) - ", "MOSCOW"),
        ("NEW YORK, 3 May -- ", "NEW YORK"),
        ("KYIV, Ukraine — ", "KYIV, Ukraine"),
        ("Hamburg (dpa) – ", "Hamburg"),
        ("Frankfurt am Main (dpa) - ", "Frankfurt am Main"),
        ("МОСКВА, 3 мая. /ТАСС/. ", "МОСКВА"),
        ("МОСКВА, 3 мая — ", "МОСКВА"),
    ],
)
def test_a_dateline_tells_the_place_and_stays(opening: str, place: str) -> None:
    line = opening + PARAGRAPHS[0]
    result = cleaned(line)
    assert result.meta.extra == {"dateline": place}
    assert opening.split()[0].strip(",.") in result.text
    first, second = result.spans(line)
    assert (line[: first.end], first.role, first.fate, first.keys) == (
        opening,
        Role.DATELINE,
        Fate.KEPT,
        ("extra.dateline",),
    )
    assert (second.role, second.fate, second.keys) == (Role.BODY, Fate.KEPT, ())


def test_a_dateline_with_its_year_dates_the_article() -> None:
    result = cleaned("MOSCOW, May 3, 2007 (Interfax) - " + PARAGRAPHS[0])
    assert str(result.meta.date) == "2007-05-03"


@pytest.mark.parametrize(
    "opening",
    ["NATO — ", "OPINION: ", "UNICEF (the fund) — ", "THE END, as they say — ", "Anna, who came late — ",
     "“LONDON (Reuters) - ", "In May 3 boats sank — ", "NATO (the alliance) - ", "The Example (founded in 1908) — "],
)  # fmt: skip
def test_what_is_no_dateline_tells_no_place(opening: str) -> None:
    assert cleaned(opening + PARAGRAPHS[0]).meta.extra == {}


def inside(line: str) -> Result:
    """A source in whose text the paragraph `line` stands."""
    return clean_bytes("\n\n".join((TITLE, PARAGRAPHS[0], line, *PARAGRAPHS[2:])).encode())


@pytest.mark.parametrize("button", ["Read more", "Read More »", "Share this article", "Email Print", "Tweet"])
def test_a_button_glued_to_a_paragraph_goes(button: str) -> None:
    line = f"{PARAGRAPHS[1]} {button}"
    result = inside(line)
    assert button not in result.text
    assert PARAGRAPHS[1] in result.text
    kept, gone = result.spans(line)
    assert (line[gone.start :].strip(), gone.fate, gone.rule) == (button, Fate.SET_ASIDE, "glued-button")
    assert (kept.end, kept.fate) == (gone.start, Fate.KEPT)


def test_a_label_of_an_advertisement_glued_to_a_paragraph_goes() -> None:
    line = f"Advertisement {PARAGRAPHS[1]}"
    result = inside(line)
    assert "Advertisement" not in result.text
    assert PARAGRAPHS[1] in result.text
    assert [span.role for span in result.spans(line)] == [Role.ADVERTISEMENT, Role.BODY]


@pytest.mark.parametrize(
    "end", ["He had one wish. Print it.", "There was no reply.", "“Share,” he said. “Share!”", "So it is. Continue"]
)
def test_a_sentence_at_the_end_stays(end: str) -> None:
    assert inside(f"{PARAGRAPHS[1]} {end}").text.count(end) == 1


def test_spans_cover_a_paragraph_that_was_broken_into_lines() -> None:
    text = f"LONDON, England (Reuters) - {PARAGRAPHS[0]} {PARAGRAPHS[1]} {PARAGRAPHS[2]} Read more"
    words, lines = text.split(), [""]
    for word in words:
        if len(lines[-1]) + len(word) > 70:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    result = clean_bytes("\n".join((TITLE, "", *lines, "", *PARAGRAPHS)).encode())
    assert [span.role for span in result.spans(lines[0])] == [Role.DATELINE, Role.BODY]
    assert [span.role for span in result.spans(lines[1])] == [Role.BODY]
    assert [span.fate for span in result.spans(lines[-1])] == [Fate.KEPT, Fate.SET_ASIDE]
    assert "Read more" not in result.text


@pytest.mark.parametrize("speaker", ["The Minister for Harbours (Mr Example)", "Miss Example (Harbour South)"])
def test_a_speaker_with_a_title_is_no_place(speaker: str) -> None:
    result = cleaned(f"{speaker}: {PARAGRAPHS[0]}")
    assert "dateline" not in result.meta.extra


def test_an_account_behind_several_paragraphs_is_theirs_and_behind_one_a_button() -> None:
    lines = [f"{paragraph} Twitter: @keeper{number}" for number, paragraph in enumerate(PARAGRAPHS)]
    assert clean_blocks(TITLE, *lines).text.split("\n") == lines
    assert "@keeper0" not in clean_blocks(TITLE, lines[0], *PARAGRAPHS[1:]).text
