from __future__ import annotations

import pytest

from generator.archive.values import Kind
from generator.config import Config
from generator.output_file import OutputFile
from generator.render.articles.pages import article_page
from generator.render.front.texts import missing_page
from generator.render.lists.timeline import timeline_pages
from generator.render.page import shared_text
from generator.render.page.maker import PageMaker
from generator.render.page.shared_text import SharedText
from generator.render.terms.pages import pages_of_term, term_list_pages
from tests.render.archives import an_archive, an_article, installed


def test_a_macro_writes_once_for_the_same_values_and_language() -> None:
    calls = []

    def row(*values: object) -> str:
        calls.append(values)
        return f"row {values}"

    shared = SharedText()
    assert shared.of(row, "en", ("a", 1)) == shared.of(row, "en", ("a", 1)) == "row ('a', 1)"
    assert shared.of(row, "en", ("a", 2)) == "row ('a', 2)"
    shared.of(row, "de", ("a", 1))
    assert calls == [("a", 1), ("a", 2), ("a", 1)]


def test_what_is_kept_goes_once_it_is_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared_text, "_MOST", 2)
    calls: list[object] = []
    shared = SharedText()

    def macro(*values: object) -> str:
        calls.append(values)
        return ""

    for value in ("a", "b", "a", "c", "c", "a"):
        shared.of(macro, "en", (value,))
    assert calls == [("a",), ("b",), ("c",), ("a",)]


@pytest.mark.parametrize("theme", ["reader", "plain", "broadsheet"])
@pytest.mark.parametrize("url", ["", "https://example.org/archive/"])
def test_a_page_is_the_same_whatever_was_made_before_it(theme: str, url: str) -> None:
    languages = ("en", "de", "ar", "")
    archive = an_archive(
        *(
            an_article(f"Lamp {n}", date=f"20{n:02}", language=languages[n % 4], tags=("a", "b"), people=("Ada Lamp",))
            for n in range(8)
        ),
        config=Config(title="Lamps", url=url, per_page=5),
    )

    def pages(number: int, maker: PageMaker) -> list[OutputFile]:
        """Pages from different folders and depths, each of which links to the others."""
        made = [
            lambda: [article_page(maker, article) for article in archive.articles],
            lambda: [page for term in archive.terms[Kind.TAGS] for page in pages_of_term(maker, term)],
            lambda: list(term_list_pages(maker, Kind.PEOPLE)),
            lambda: [missing_page(maker)],
            lambda: list(timeline_pages(maker)),
        ]
        return made[number]()

    one = PageMaker.of(archive, installed(theme))
    for number in range(5):
        assert pages(number, one) == pages(number, PageMaker.of(archive, installed(theme)))
