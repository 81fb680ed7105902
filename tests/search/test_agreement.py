"""Python and the browser make the same terms of the same text."""

from __future__ import annotations

import random
import re
import string
import sysconfig
import unicodedata
from importlib.metadata import distributions
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.search.scripts import client_script, lunr_js
from generator.search.stemmer import english_stem
from generator.search.terms import terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

SUFFIXES = """
ational tional enci anci izer bli alli entli eli ousli ization ation ator alism iveness fulness ousness aliti iviti
biliti logi icate ative alize iciti ical ful ness al ance ence er ic able ible ant ement ment ent ou ism ate iti ous ive
ize ion sion tion s es ies sses ss ed eed ing y ey ly ll le e at bl iz
""".split()


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Iterator[Page]:
    """A page with lunr.js and our pipeline."""
    page = browser.new_page()
    page.add_script_tag(content=lunr_js())
    page.add_script_tag(content=client_script("pipeline.js"))
    yield page
    page.close()


def stems_of_lunr_js(page: Page, words: list[str]) -> list[str]:
    stems = page.evaluate("words => words.map(word => lunr.stemmer(new lunr.Token(word)).toString())", words)
    return [str(stem) for stem in stems]


def terms_in_browser(page: Page, texts: list[str], language: str) -> list[list[str]]:
    call = "([texts, language]) => texts.map(text => lunr.backfile.terms(text, language))"
    return list(page.evaluate(call, [texts, language]))


def real_texts() -> list[str]:
    """The descriptions of the installed packages, and the standard library's modules."""
    modules = sorted(Path(sysconfig.get_paths()["stdlib"]).glob("*.py"))
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in modules]
    return texts + [each.read_text("METADATA") or "" for each in distributions()]


def made_words() -> set[str]:
    """Words with the endings that stemmers take off, on stems of any kind."""
    chance = random.Random(20)
    letters = string.ascii_lowercase + "aeiouyyy"
    stems = ["".join(chance.choice(letters) for _ in range(chance.randint(0, 6))) for _ in range(3000)]
    return {
        stem + one + two
        for stem in stems
        for one in chance.sample(SUFFIXES, 4)
        for two in ("", chance.choice(SUFFIXES))
    }


def test_every_word_of_a_large_vocabulary_has_the_stem_of_lunr_js(blank: Page) -> None:
    real = set(re.findall("[a-z]{1,64}", " ".join(real_texts()).lower()))
    words = sorted(real | made_words() | set(SUFFIXES))
    assert len(real) > 10_000
    assert len(words) > 30_000
    pairs = zip(words, stems_of_lunr_js(blank, words), strict=True)
    assert [(word, stem) for word, stem in pairs if english_stem(word) != stem] == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(words=st.lists(st.text("abdeginosty", min_size=1, max_size=64), min_size=1, max_size=50))
def test_any_letters_have_the_stem_of_lunr_js(blank: Page, words: list[str]) -> None:
    assert [english_stem(word) for word in words] == stems_of_lunr_js(blank, words)


@pytest.mark.parametrize(("language", "every"), [("en", 2), ("ru", 9)])
def test_real_texts_have_the_same_terms(blank: Page, language: str, every: int) -> None:
    texts = real_texts()[::every]
    for text, there in zip(texts, terms_in_browser(blank, texts, language), strict=True):
        assert terms(text, language) == there


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    texts=st.lists(
        st.text(
            st.sampled_from("aAbsS1230ßïИийΣςİŁαk")
            | st.sampled_from("'’ʼ´.,-‐ _\u00ad\u0301\u0306\u200d$\n")
            | st.characters(),
            max_size=30,
        ),
        max_size=40,
    )
)
def test_any_text_has_the_same_terms(blank: Page, texts: list[str]) -> None:
    # Characters newer than Python's tables are none to it.
    known = ["".join(char for char in text if unicodedata.category(char) not in ("Cn", "Cs")) for text in texts]
    assert terms_in_browser(blank, known, "en") == [terms(text, "en") for text in known]


def test_every_character_counts_the_same(blank: Page) -> None:
    large = [(0x3400, 0x9FFF), (0xAC00, 0xD7A3), (0x20000, 0x323AF)]  # Han and Hangul: of each block all are alike
    codes = [code for code in range(0x110000) if not any(low < code < high for low, high in large)]
    chars = [chr(code) for code in codes if unicodedata.category(chr(code)) not in ("Cn", "Co", "Cs")]
    assert len(chars) > 30_000
    unknown = set(blank.evaluate(r"chars => chars.filter(char => /\p{Cn}/u.test(char))", chars))
    texts = [f"a{char}b1 {char}" for char in chars if char not in unknown]
    for text, there in zip(texts, terms_in_browser(blank, texts, "de"), strict=True):
        assert terms(text, "de") == there, hex(ord(text[1]))


def test_words_of_digits_are_not_lost(blank: Page) -> None:
    """lunr.js as it is finds 42 of these no more, since it takes different nodes of its word graph for one."""
    chance = random.Random(1)
    words = sorted({"".join(chance.choices(string.digits, k=chance.randint(1, 8))) for _ in range(20_000)})
    found = blank.evaluate("words => lunr.TokenSet.fromArray(words).toArray().sort()", words)
    assert found == words
