from __future__ import annotations

from generator.ingest.collection.copies import copies
from generator.ingest.collection.line_keys import line_keys
from tests.ingest.collections_made_up import paragraphs, source

FURNITURE = ["Quarry Street Herald", "Home", "Villages", "© 2011 Quarry Street Herald"]


def test_different_articles_of_one_paper_are_no_copies() -> None:
    sources = [source(seed, above=FURNITURE, below=FURNITURE) for seed in range(30)]
    assert copies([line_keys(lines) for lines in sources]) == set()


def test_of_the_copies_of_one_text_the_longest_is_left() -> None:
    story = paragraphs(1, 10)
    sources = [
        story[:6],
        paragraphs(2),
        [*FURNITURE, *story],
        ["Another headline", *story[1:9], *paragraphs(3, 1)],
        [*paragraphs(2)[:3], *paragraphs(4)],
    ]
    assert copies([line_keys(lines) for lines in sources]) == {0, 3}


def test_a_long_notice_that_all_pages_have_does_not_make_them_copies() -> None:
    notice = paragraphs(99, 3)
    sources = [[*source(seed), *notice] for seed in range(30)]
    assert copies([line_keys(lines) for lines in sources]) == set()


def test_many_copies_are_one_text() -> None:
    story = paragraphs(1, 10)
    sources = [[*story[: number % 5], *paragraphs(100 + number, 1), *story[number % 5 :]] for number in range(60)]
    assert len(copies([line_keys(lines) for lines in sources])) == 59


def test_texts_without_long_lines_are_no_copies() -> None:
    assert copies([line_keys(["Short", "lines"]), line_keys(["Short", "lines"]), line_keys([])]) == set()
    assert copies([]) == set()
