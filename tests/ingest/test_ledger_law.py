"""For whatever text comes in: every line is accounted for, and what is kept is what the article says."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.articles.ledger import Fate, Role, read_ledger, write_ledger
from generator.articles.source_text import SourceText, decode, split_lines
from generator.articles.sources import read_source
from generator.ingest.clean import Cleaned, CleanOptions, clean
from generator.ingest.decode import RefusalError
from generator.ingest.findings import Settings
from generator.ingest.typography import normalise
from generator.problems import Severity
from tests.ingest.sources import PARAGRAPHS, TITLE, TODAY, body_as_kept, clean_bytes

FURNITURE = (
    "Share", "• Tweet", "Home > World > Europe", "Advertisement", "Read more: the other lamp", "Related stories",
    "By Ada Example", "By Ada Example | 3 May 2011 | 2 comments", "Published: 3 May 2011", "Last updated: 04.06.2012",
    "Tags: lamps, harbours", "Filed under: Lamps", "2 Responses", "1. somebody", "ada says:", "3 May 2011 at 10:00",
    "© 2011 The Example", "Page 1 of 2", "The Example | 3 May 2011", "Photo: Ada Example", "(AP Photo)", "ADA EXAMPLE",
    "Sign up for our newsletter", "We use cookies to improve your experience.", "Comments", "Leave a Reply",
    "  • Seals & Tags", "* * *", "---", ".", "Poll: yes or no?", "Most read", "Vol. 3, No. 4", TITLE,
    TITLE + " | Example", TITLE[:30] + "...", "Ada Example is a writer in the harbour.",
    "This article first appeared in The Example.", "LONDON, May 3 (Reuters) - " + PARAGRAPHS[0],
    PARAGRAPHS[1] + "   Read more", "Advertisement " + PARAGRAPHS[2],
)  # fmt: skip
ODD = (
    "# no heading", "1. one", "2. two", "7. seven", "- dash", "* star", "> quoted", "a | b | c", "<b>bold</b>", "\x0c",
    "\u2028", "a\u2028b", "\x85", "\u00a0", "\u200b", "\ufeff", "\x00", "a\x00b", "\\", "[[link]]", "&amp;", "    four",
    "\tTab", "Ã©tÃ©", "‘‘double’’", "``old''", "— Нет, — сказал он.", "灯塔没有人。", "مرحبا بالعالم", "हिन्दी में।", "🕯",
    "hyphen-", "ated at the end of the line and going on for a while, so that it is long enough", "x" * 300, "0" * 60,
    "[^1]: note", "[a]: http://e.example", "===", "~~~", "```", ":    def", "+ plus", "1) one", "2) two",
    "http://e.example",
)  # fmt: skip
lines = st.one_of(
    st.sampled_from((*PARAGRAPHS, *(part for text in PARAGRAPHS for part in text.split(", ")))),
    st.sampled_from(FURNITURE),
    st.sampled_from(ODD),
    st.sampled_from(("", "", "  ")),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), max_size=40),
)
ends = st.sampled_from(("\n", "\n", "\n\n", "\r\n", "\r"))
WORDS = (
    "Gull",
    "Heron",
    "The old school",
    "A. Moe",
    "n/a",
    "*Tern*",
    "a | b",
    "- dash",
    "<b>Elm</b>",
    "[[Ash]]",
    "# Oak",
)
FIGURES = ("112", "9,310", "–", "£20", "3.2.1987", "250 g", "1.", "2.", "-4 %", "7*", "8 | 9", "1 \\", "`3`", "5_6_")


@st.composite
def flat_tables(draw: st.DrawFn) -> str:
    """A paragraph and a table below it that lost its rows, perhaps with a line too many or few."""
    pattern = draw(st.lists(st.sampled_from((WORDS, FIGURES)), min_size=2, max_size=4))
    cells = [draw(st.sampled_from(kind)) for _ in range(draw(st.integers(3, 6))) for kind in pattern]
    return "\n".join((PARAGRAPHS[0], *cells[draw(st.integers(0, 2)) :], draw(lines)))


documents = st.lists(st.tuples(st.one_of(lines, lines, lines, flat_tables()), ends), min_size=1, max_size=30).map(
    lambda parts: "".join(line + end for line, end in parts)
)
encodings = st.sampled_from(("utf-8", "utf-8-sig", "utf-16"))


def options() -> CleanOptions:
    return CleanOptions("en", 20_000_000, Settings())


def cleaned(data: bytes) -> Cleaned | None:
    try:
        return clean(data, "example.txt", TODAY, options())
    except RefusalError:
        return None


@given(documents, encodings)
@settings(deadline=None)
def test_every_line_is_accounted_for_from_end_to_end(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    result = cleaned(data)
    if result is None:
        return
    ledger = write_ledger(result.ledger)
    assert read_ledger(ledger) == result.ledger
    source = read_source("example.txt", data, ledger, result.article, Severity.ERROR)
    assert isinstance(source, SourceText), source
    assert not source.edited
    for line, entry in source.account():
        for span in entry.spans:
            assert span.rule
            assert (span.role is Role.BLANK) == (normalise(line) == "")
            # Text may be kept and tell something all the same, as a dateline does.
            assert span.keys if span.fate is Fate.LIFTED else span.fate is Fate.KEPT or not span.keys


@given(documents)
@settings(deadline=None)
def test_what_is_kept_is_what_the_article_says(text: str) -> None:
    if cleaned(text.encode()) is None:
        return
    result = clean_bytes(text.encode())
    assert "".join(result.text.split()) == body_as_kept(result)


@given(documents)
@settings(deadline=None)
def test_what_is_lifted_stands_in_the_front_matter(text: str) -> None:
    if cleaned(text.encode()) is None:
        return
    result = clean_bytes(text.encode())
    keys = {key for entry in result.ledger.lines for span in entry.spans for key in span.keys}
    assert keys <= {"title", "date", "updated", "author", "publication", "summary", "tags", "extra.dateline"}
    assert all(getattr(result.meta, key.partition(".")[0]) for key in keys)
    if result.meta.date:
        assert "date" in keys, "a date that no line of the source told"


@given(documents)
@settings(deadline=None)
def test_the_same_bytes_give_the_same_article(text: str) -> None:
    assert cleaned(text.encode()) == cleaned(text.encode())


@given(st.binary(max_size=400))
@settings(deadline=None)
def test_any_bytes_are_cleaned_or_refused(data: bytes) -> None:
    result = cleaned(data)
    assert result is None or len(result.ledger.lines) == len(split_lines(decode(data, result.ledger.encoding)))
