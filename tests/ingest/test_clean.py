"""One source becomes an article and an account of its lines."""

from __future__ import annotations

import hashlib

import pytest

from generator.articles.ledger import Fate, Role
from generator.ingest.decode import RefusalError
from tests.ingest.sources import PARAGRAPHS, TITLE, article, article_around, clean_blocks, clean_bytes, clean_lines

TEXT = "\n\n".join((TITLE, "By Ada Example", "3 May 2011", *PARAGRAPHS)) + "\n"


def test_the_article_file() -> None:
    result = clean_bytes(TEXT.encode(), "folder/example.txt")
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    assert result.cleaned.article == (
        f"---\ntitle: {TITLE}\ndate: 2011-05-03\nauthor: [Ada Example]\nsource:\n  file: folder/example.txt\n"
        f"  sha256: {digest}\n  imported: 2026-11-21\n---\n" + "\n\n".join(PARAGRAPHS) + "\n"
    )
    assert result.ledger.imported == result.cleaned.article
    assert result.ledger.source_sha256 == digest


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_of_all_kinds_give_the_same_article(line_end: str) -> None:
    result = clean_bytes(TEXT.replace("\n", line_end).encode())
    assert result.body == clean_bytes(TEXT.encode()).body
    assert [line.n for line in result.ledger.lines] == list(range(1, TEXT.count("\n") + 1))


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings_of_all_kinds_give_the_same_article(codec: str) -> None:
    text = TEXT.replace("keeper", "keeper’s café", 2)
    assert clean_bytes(text.encode(codec)).body == clean_bytes(text.encode()).body


def test_odd_characters_are_left_out_of_the_article_and_counted_in_the_ledger() -> None:
    line = "The lamp\0 is\u200b lit\x07 and\u00a0the tide\x0c is low, said the old keeper, who had seen it all before."
    result = article_around(line)
    assert "The lamp is lit and the tide is low" in result.text
    (span,) = result.ledger.lines[result.lines.index(line)].spans
    assert (span.start, span.end) == (0, len(line))


def test_blank_lines_are_accounted_for() -> None:
    result = clean_lines("", TITLE, " \t ", *PARAGRAPHS)
    first, _, third = (line.spans for line in result.ledger.lines[:3])
    assert [(span.start, span.end, span.role, span.fate) for span in (*first, *third)] == [
        (0, 0, Role.BLANK, Fate.SET_ASIDE), (0, 3, Role.BLANK, Fate.SET_ASIDE)
    ]  # fmt: skip


def test_the_archives_language_is_not_repeated() -> None:
    assert clean_bytes(TEXT.encode(), language="en").meta.language == ""
    assert clean_bytes(TEXT.encode(), language="en-GB").meta.language == ""
    assert clean_bytes(TEXT.encode(), language="de").meta.language == "en"


def test_names_in_cyrillic_and_text_from_right_to_left() -> None:
    result = clean_blocks(
        "Маяк", "Автор: Арина Полозьева", *PARAGRAPHS[:2], "قال الحارس: «المصباح مضاء».", *PARAGRAPHS[2:]
    )
    assert (result.meta.title, result.meta.author) == ("Маяк", ("Арина Полозьева",))
    assert "قال الحارس: «المصباح مضاء»." in result.text.split("\n")


def test_what_markdown_would_read_is_escaped() -> None:
    lines = (
        "# 1: The lamp, which is <lit> & *bright*",
        "> said the keeper, and that was that for the day.",
        "[[no link]]",
    )
    assert [line for line in article_around(*lines).text.split("\n") if line not in PARAGRAPHS] == list(lines)


def test_a_title_that_yaml_would_read_stays_text() -> None:
    for title in ("no", "2001", "'quoted'", "#hash", "[list]", "Null", "a: b", "!tag"):
        assert clean_blocks(title, "By Ada Example", *PARAGRAPHS).meta.title == title


def test_bytes_that_are_no_text_are_told_of() -> None:
    text = TEXT.replace("ee", "éé").encode()
    data = text.replace(b"council", b"co\xffuncil", 1)
    (warning,) = clean_bytes(data).cleaned.warnings
    line = text[: text.index(b"council")].count(b"\n") + 1
    assert (warning.line, "bytes that are not text" in warning.text) == (line, True)


def test_a_source_without_a_body_is_told_of() -> None:
    result = clean_lines("Share", "Print", "Advertisement")
    assert result.meta.title == "example"
    assert [told.text for told in result.cleaned.warnings] == [
        "no title was found: the file's name stands for it",
        "no text was found for the article's body",
    ]
    assert all(told.hint for told in result.cleaned.warnings)


def test_no_text_is_refused() -> None:
    with pytest.raises(RefusalError):
        clean_bytes(b"\x00\x01\x02\x03" * 100)


def test_the_first_of_two_values_stands_and_the_second_is_not_called_lifted() -> None:
    result = article("Published: 3 May 2011", "Published: 4 May 2011")
    assert str(result.meta.date) == "2011-05-03"
    assert result.span("Published: 3 May 2011").keys == ("date",)
    assert (result.span("Published: 4 May 2011").keys, result.fate("Published: 4 May 2011")) == ((), Fate.SET_ASIDE)


def test_a_byline_far_from_the_first_is_another_articles() -> None:
    result = article("By Ada Example", below=("By Ben Muster",))
    assert result.meta.author == ("Ada Example",)
    assert result.fate("By Ben Muster") is Fate.SET_ASIDE


def test_lists_and_paragraphs_beside_each_other() -> None:
    items = ("• one lamp", "• two keepers")
    result = article_around("There were:", *items, "1. first the lamp", "2. then the keeper", "And so on.")
    assert (
        "There were:\n\n- one lamp\n- two keepers\n\n1. first the lamp\n2. then the keeper\n\nAnd so on." in result.body
    )
