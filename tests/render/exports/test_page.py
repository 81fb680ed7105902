from __future__ import annotations

import pytest

from generator.config import Config
from generator.render.exports import catalogue_json
from generator.render.exports.page import exports_page, size_in_words
from generator.render.exports.records import COLUMNS
from generator.render.words.catalogue import ENGLISH
from tests.render.archives import a_maker, an_archive, an_article, an_export
from tests.render.parsed import Parsed


def parsed(config: Config | None = None) -> Parsed:
    archive = an_archive(an_article("One", date="2001"), config=config)
    sizes = {file.path: len(file.data) for file in an_export(archive)}
    made = exports_page(a_maker(archive), sizes)
    assert made.path == "exports/index.html"
    return Parsed(made)


def test_every_export_is_offered_with_its_size_and_its_use() -> None:
    page = parsed()
    offered = {link.text: link["href"] for link in page.all("a", "export-name")}
    assert offered == {
        "articles.csv": "articles.csv",
        "articles.json": "articles.json",
        "articles.bib": "articles.bib",
        "articles.ris": "articles.ris",
        "articles.csl.json": "articles.csl.json",
        "datapackage.json": "datapackage.json",
    }
    assert all("download" in link.attributes for link in page.all("a", "export-name"))
    made = an_export(an_archive(an_article("One", date="2001")))
    assert page.texts("span", "export-size") == [size_in_words(len(file.data), ENGLISH) for file in made]
    uses = page.texts("p", "export-use")
    assert uses[1] == "The same for programs, with the articles’ texts."
    assert len(set(uses)) == 6
    assert page.texts("div", "body")[0].startswith("1 article, from 2001.")


def test_a_catalogue_without_the_texts_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue_json, "LARGEST_TEXT", 3)
    assert (
        parsed().texts("p", "export-use")[1]
        == "The same for programs, without the texts, which are too large for one file."
    )


def test_the_terms() -> None:
    page = parsed(Config(title="T", rights="CC BY 4.0, where nothing else is said", language="de"))
    (rights,) = (p for p in page.all("p") if p.text == "CC BY 4.0, where nothing else is said" and "main" in p.inside)
    assert rights["lang"] == "de"
    assert page.one("a", rel="license external")["href"] == "https://creativecommons.org/licenses/by/4.0/"
    own = parsed(Config(title="T", rights="© The Society"))
    assert not own.all("a", rel="license external")
    assert "no terms" in parsed().texts("div", "body")[0]


def test_every_column_is_explained() -> None:
    page = parsed()
    assert page.texts("dt") == [column.name for column in COLUMNS]
    assert page.texts("dd") == [column.description for column in COLUMNS]
    assert page.one("dl", "columns")["lang"] == "en"


def test_sizes() -> None:
    sizes = {1: "1 byte", 999: "999 bytes", 1000: "1 kB", 1_204_400: "1,204 kB", 12_600_000: "13 MB"}
    assert {size: size_in_words(size, ENGLISH) for size in sizes} == sizes
