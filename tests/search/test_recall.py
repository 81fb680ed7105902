"""Every word finds every article in which it stands, and every phrase just those that have it, in Chromium."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from random import Random

import pytest

from generator.archive.values import Archive
from generator.search.terms import fold
from tests.benchmarks.corpus import small_archive
from tests.search.asking import ask_all
from tests.search.conftest import OpenPage
from tests.search.sites import write_site
from tests.search.test_queries import words_of_a_stranger

pytestmark = pytest.mark.browser

IS_FULL = os.environ.get("BACKFILE_TESTS") == "full"
ARTICLES = 1_000 if IS_FULL else 300
PHRASES = 300 if IS_FULL else 100


@lru_cache(maxsize=1)
def of() -> Archive:
    return small_archive(ARTICLES)


def holders() -> Mapping[str, set[str]]:
    """Of each word the pages of the articles in which it stands."""
    found: dict[str, set[str]] = {}
    for article in of().articles:
        for word in words_of_a_stranger(f"{article.meta.title}\n{article.meta.summary}\n{article.text}"):
            found.setdefault(word, set()).add(article.page)
    return found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site of the corpus, for tests that leave it as it is."""
    return write_site(tmp_path_factory.mktemp("corpus"), of())


@pytest.fixture(params=["file", "http"] if IS_FULL else ["file"])
def address(request: pytest.FixtureRequest, site: Path, served: tuple[Path, str]) -> str:
    """The address of the site of the corpus, ending in `/`."""
    if request.param == "file":
        return site.as_uri() + "/"
    folder, address = served
    shutil.copytree(site, folder, dirs_exist_ok=True)
    return address


def test_every_word_finds_every_article_in_which_it_stands(open_page: OpenPage, address: str) -> None:
    wanted = holders()
    assert len(wanted) > 15_000
    words = sorted(wanted)
    page = open_page(f"{address}search.html")
    page.set_default_timeout(300_000)
    misses = {
        word: sorted(wanted[word] - {ref for ref, _ in found})[:3]
        for word, found in zip(words, ask_all(page, words), strict=True)
        if not wanted[word] <= {ref for ref, _ in found}
    }
    assert misses == {}


def plain(text: str) -> str:
    """The text's words, folded, with one space before and after each; paragraphs make no difference."""
    words = " ".join(fold(word) for word in re.findall(r"[^\W_]+", text))
    return f" {words} "


def phrases(texts: Mapping[str, str]) -> Iterator[str]:
    """Stretches of articles, frequent ones and rare ones, and some that no article may have."""
    chance = Random(11)
    pages = sorted(texts)
    while True:
        words = texts[chance.choice(pages)].split()
        start = chance.randrange(len(words) - 6)
        phrase = words[start : start + chance.choice((2, 2, 2, 3, 3, 4, 6))]
        if chance.random() < 0.15:
            phrase.reverse()
        yield " ".join(phrase)


def test_a_phrase_finds_just_the_articles_that_have_it(open_page: OpenPage, site: Path) -> None:
    page = open_page(site.as_uri() + "/search.html")
    texts = {article.page: plain(article.text) for article in of().articles}
    drawn = phrases(texts)
    asked = [next(drawn) for _ in range(PHRASES)]
    asked += ["of the", "in the", "the of and"]
    wrong = {}
    for phrase, found in zip(asked, ask_all(page, [f'text:"{phrase}"' for phrase in asked]), strict=True):
        wanted = {page for page, text in texts.items() if plain(phrase) in text}
        if {ref for ref, _ in found} != wanted:
            wrong[phrase] = (len(found), len(wanted))
    assert wrong == {}
