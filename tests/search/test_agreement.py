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

from generator.search.scripts import lunr_js, pipeline_script
from generator.search.stemmer import english_stem, snowball_language, stemmer_of
from generator.search.terms import fold, terms
from tests.search.asking import evaluate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

SUFFIXES = """
ational tional enci anci izer bli alli entli eli ousli ization ation ator alism iveness fulness ousness aliti iviti
biliti logi icate ative alize iciti ical ful ness al ance ence er ic able ible ant ement ment ent ou ism ate iti ous ive
ize ion sion tion s es ies sses ss ed eed ing y ey ly ll le e at bl iz
""".split()


LANGUAGES = "da de es fi fr hu it nl no ro ru sv".split()
LATIN = string.ascii_lowercase
CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюя"


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Iterator[Page]:
    """A page with lunr.js, all stemmers and our pipeline."""
    page = browser.new_page()
    page.add_script_tag(content=lunr_js())
    page.add_script_tag(content=pipeline_script(LANGUAGES))
    yield page
    page.close()


def stems_of_lunr_js(page: Page, words: list[str]) -> list[str]:
    call = "words => words.map(word => lunr.stemmer(new lunr.Token(word)).toString())"
    return [str(stem) for stem in evaluate(page, call, words)]


def terms_in_browser(page: Page, texts: list[str], language: str) -> list[list[str]]:
    call = "([texts, language]) => texts.map(text => lunr.backfile.terms(text, language))"
    return list(evaluate(page, call, [texts, language]))


def forms_in_browser(page: Page, words: list[str], language: str) -> list[str]:
    call = "([words, language]) => { lunr.backfile.languages = [language]; return words.flatMap(lunr.backfile.forms) }"
    return list(evaluate(page, call, [words, language]))


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


def endings_of(language: str) -> list[str]:
    """The endings that the language's stemmer knows."""
    import importlib

    name = LANGUAGE_NAMES[language]
    module = importlib.import_module(f"snowballstemmer.{name.lower()}_stemmer")
    stemmer = getattr(module, f"{name}Stemmer")
    tables = [value for key, value in sorted(vars(stemmer).items()) if key.startswith("a_")]
    return sorted({fold(among.s) for table in tables for among in table} - {""})


LANGUAGE_NAMES = dict(
    zip(
        LANGUAGES,
        "Danish German Spanish Finnish French Hungarian Italian Dutch Norwegian Romanian Russian Swedish".split(),
        strict=True,
    )
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_stems_of_lunr_languages(blank: Page, language: str) -> None:
    chance = random.Random(21)
    letters = CYRILLIC if language == "ru" else LATIN + "aeiou"
    endings = endings_of(language)
    assert len(endings) > 15
    assert snowball_language(language) == language
    beginnings = ["".join(chance.choices(letters, k=chance.randint(0, 6))) for _ in range(6000)]
    made = {one + chance.choice(endings) + chance.choice(["", *endings]) for one in beginnings}
    real = set(re.findall("[a-z]{1,64}", " ".join(real_texts()[::5]).lower())) | sample_words(language)
    words = sorted(made | (real if language != "ru" else sample_words(language)))
    stem = stemmer_of(language)
    pairs = zip(words, forms_in_browser(blank, words, language), strict=True)
    assert [(word, form) for word, form in pairs if stem(word) != form] == []


def sample_words(language: str) -> set[str]:
    """The folded words of the sample's articles in a language."""
    folder = Path(__file__).parents[2] / "content" / "articles"
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.md"))]
    spoken = [text for text in texts if f"\nlanguage: {language}\n" in text]
    return {fold(run) for text in spoken for run in re.findall(r"[^\W\d_]+", text)}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    language=st.sampled_from(LANGUAGES),
    words=st.lists(st.text(LATIN, max_size=66) | st.text(CYRILLIC, max_size=66) | st.text(max_size=9), max_size=60),
)
def test_any_letters_have_the_stem_of_lunr_languages(blank: Page, language: str, words: list[str]) -> None:
    typed = [word for word in words if not any(0xD800 <= ord(char) < 0xE000 for char in word)]
    assert [stemmer_of(language)(word) for word in typed] == forms_in_browser(blank, typed, language)


@pytest.mark.parametrize(("language", "every"), [("en", 2), ("ru", 9), ("de", 9)])
def test_real_texts_have_the_same_terms(blank: Page, language: str, every: int) -> None:
    texts = real_texts()[::every]
    for text, there in zip(texts, terms_in_browser(blank, texts, language), strict=True):
        assert terms(text, language) == there


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    texts=st.lists(
        st.text(
            st.sampled_from("aAbsS1230ßïИийΣςİŁαk")
            | st.sampled_from("中国年ーがﾃﾞｶ々ทีำ่𠀀\u3099\U000e0100")
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
    unknown = set(evaluate(blank, r"chars => chars.filter(char => /\p{Cn}/u.test(char))", chars))
    texts = [f"a{char}b1 {char}" + ("" if ord(char) % 8 else f" 中{char}国") for char in chars if char not in unknown]
    for text, there in zip(texts, terms_in_browser(blank, texts, "de"), strict=True):
        assert terms(text, "de") == there, hex(ord(text[1]))


def test_words_of_digits_are_not_lost(blank: Page) -> None:
    """lunr.js as it is finds 42 of these no more, since it takes different nodes of its word graph for one."""
    chance = random.Random(1)
    words = sorted({"".join(chance.choices(string.digits, k=chance.randint(1, 8))) for _ in range(20_000)})
    found = evaluate(blank, "words => lunr.TokenSet.fromArray(words).toArray().sort()", words)
    assert found == words


UNSPACED_TEXTS = {
    "zh": "两国总统2005年2月在布拉迪斯拉发会晤，讨论了核安全问题。双方同意加强合作。",
    "ja": "両首脳はNATO本部で条約に署名した。プーチン大統領は「新しい関係だ」と述べた。",
    "th": "ผู้นำทั้งสองลงนามในสนธิสัญญาลดอาวุธนิวเคลียร์ที่กรุงมอสโก",
}


@pytest.mark.parametrize(("language", "text"), UNSPACED_TEXTS.items())
def test_every_stretch_of_a_text_without_spaces_is_asked_for_by_terms_that_it_has(
    blank: Page, language: str, text: str
) -> None:
    stretches = [text[at : at + size] for size in range(1, 7) for at in range(len(text) - size + 1)]
    stretches = [stretch for stretch in stretches if any(char.isalnum() for char in stretch)]
    asked = blank.evaluate("texts => texts.map(text => lunr.backfile.queryWords(text))", stretches)
    held = set(terms(text, language))
    missing = []
    for stretch, words in zip(stretches, asked, strict=True):
        assert words, stretch
        for word in words:
            # What is cut off from a word in Latin letters or a number is another word.
            if word["whole"].isascii():
                continue
            if not set(word["parts"] or [word["whole"]]) <= held:
                missing.append((stretch, word))
    assert missing == []


def test_a_phrase_in_a_script_without_spaces_takes_up_as_many_places_as_in_the_index(blank: Page) -> None:
    words = blank.evaluate("lunr.backfile.queryWords('中国人 NATO 年', true)")
    assert [(word["whole"], word["parts"], word.get("isRun", False)) for word in words] == [
        ("中国人", ["中国", "国人", "人"], True),
        ("nato", [], False),
        ("年", [], False),
    ]
    assert len(blank.evaluate("text => lunr.backfile.queryWords(text)", "中国" * 5000)[0]["parts"]) < 100
