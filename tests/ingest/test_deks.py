"""Deks that a page shows between its title and its text."""

from __future__ import annotations

import pytest

from generator.articles.front_matter import parse_front_matter, split_article
from generator.articles.ledger import Fate, Role
from generator.ingest.clean import CleanOptions, clean
from generator.ingest.findings import Settings
from generator.ingest.html.source import read_html
from generator.problems import Problems
from tests.ingest.pages import page, shown
from tests.ingest.sources import PARAGRAPHS, TITLE, TODAY

DEK = "The council wants someone to live in the tower, and the port authority does not see why"
ROOF = ("The roof is leaking, says the council.", "Nobody will pay for it, says the port")
TEXT = f"<div class=text>{''.join(f'<p>{words}</p>' for words in PARAGRAPHS)}</div>"
FAR = "".join(f"<li><a href=/{name}>{name}</a>" for name in ("Print", "Listen", "Keep", "Send", "Larger letters"))


def described(*descriptions: str) -> str:
    return "".join(f'<meta property="og:description" content="{told}">' for told in descriptions)


def read(above: str, head: str = "", text: str = TEXT) -> tuple[list[str], list[str], str]:
    """The texts that are kept, those of the dek, and the summary in the front matter of a page with `above` between
    its title and its text."""
    html = f"<html><head>{head}</head><body><header><h1>{TITLE}</h1>{above}</header><ul>{FAR}</ul>{text}</body></html>"
    cleaned = clean(html.encode(), "page.html", TODAY, CleanOptions("en", 10_000_000, Settings()))
    lines = read_html(html).lines
    kept = [(lines[line.n - 1], line.spans[0].role) for line in cleaned.ledger.lines if line.spans[0].fate is Fate.KEPT]
    parts = split_article(cleaned.article)
    assert parts is not None
    parsed = parse_front_matter(parts.front_matter, "page.md", Problems())
    assert parsed is not None
    return [text for text, _ in kept], [text for text, role in kept if role is Role.DEK], parsed[0].summary or ""


def test_what_the_metadata_describes_the_page_with_is_its_dek_wherever_it_stands_above_the_text() -> None:
    kept, deks, summary = read(f"<p class=xy>{DEK}</p>", described(DEK))
    assert kept == [DEK, *PARAGRAPHS]
    assert deks == [DEK]
    assert summary == DEK


@pytest.mark.parametrize(
    ("told", "there"),
    [
        (f"{DEK}. Fishermen do", [DEK]),
        (f"{DEK[:50]}…", [DEK]),
        (" ".join(ROOF), list(ROOF)),
    ],
)
def test_a_dek_may_be_a_good_part_of_the_description_or_the_whole_of_one_cut_off(told: str, there: list[str]) -> None:
    kept, deks, _ = read("".join(f"<p class=xy>{line}</p>" for line in there), described(told))
    assert deks == there
    assert kept == [*there, *PARAGRAPHS]


@pytest.mark.parametrize(
    "named", ["article-subtitle", "standfirst", "c-lead", "vorspann", "chapo", "bajada", "post-dek"]
)
@pytest.mark.parametrize("form", ["<p class='{named}'>{dek}</p>", "<div class='{named}'><h2>{dek}</h2></div>"])
def test_designers_words_tell_a_dek(named: str, form: str) -> None:
    kept, deks, summary = read(form.format(named=named, dek=DEK))
    assert (kept, deks, summary) == ([DEK, *PARAGRAPHS], [DEK], DEK)


def test_a_sentence_near_the_title_is_left_to_the_rules() -> None:
    kept, _, _ = read(f"<p>{DEK}.</p>")
    assert kept == [f"{DEK}.", *PARAGRAPHS]
    kept, _, _ = read("<p>This article contains affiliate links, for which the harbour office gets a small reward.</p>")
    assert kept == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "above",
    [
        f"<figure><img src=a.jpg><figcaption class=lead>{DEK}</figcaption></figure>",
        f"<div class=lead-image-text><p class='image lead'>{DEK}</p></div>",
        f"<ul class=lead><li><a href=/more>{DEK}</a></ul>",
        "<p class=lead>By Ida Lund, 3 May 2019</p>",
        "<p class=lead>Photo: Ida Lund</p>",
        f"<div class='comment lead'>{DEK}</div>",
    ],
)
def test_captions_links_bylines_and_comments_are_no_deks(above: str) -> None:
    assert read(above)[1] == []


def test_a_scrap_with_which_the_description_of_a_page_begins_is_no_dek() -> None:
    scrap = "Here with the tower in the background"
    html = page(
        described(f"{scrap} The ferry to the outer islands left the harbour an hour late"),
        f"<h1>{TITLE}</h1><p class=xy>{scrap}</p>",
    )
    assert shown(html, scrap) is None
    assert (
        shown(
            page(described(f"{scrap}. Nobody has lived there for years"), f"<h1>{TITLE}</h1><p class=xy>{scrap}</p>"),
            scrap,
        )
        is not None
    )


def test_the_first_paragraph_is_no_dek_though_the_description_repeats_it() -> None:
    kept, deks, _ = read(f"<p class=lead>{PARAGRAPHS[0]}</p>", described(PARAGRAPHS[0]))
    assert deks == []
    assert kept == list(PARAGRAPHS)


def test_what_the_page_shows_is_the_summary_rather_than_what_it_does_not() -> None:
    hidden = "Why a harbour town keeps a lighthouse keeper whom nobody needs, and what the keeper costs the town."
    assert read(f"<p class=subtitle>{DEK}</p>", described(hidden))[2] == DEK
    assert read("", described(hidden))[2] == hidden
