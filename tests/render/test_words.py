from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from generator.archive.values import Kind
from generator.articles.ledger import Fate, Role
from generator.render.citations.formatted import STYLES
from generator.render.words.catalogue import CATALOGUES, ENGLISH, GERMAN, RUSSIAN, Words, words_for
from generator.render.words.english import TEXTS
from tests.render.archives import reader_files


def test_numbers_choose_their_form_and_have_their_thousands_parted() -> None:
    assert ENGLISH("count.articles", n=1) == "1 article"
    assert ENGLISH("count.articles", n=0) == "0 articles"
    assert ENGLISH("count.articles", n=12345) == "12,345 articles"


def test_a_year_given_as_text_is_left_as_it_is() -> None:
    assert ENGLISH("home.reach_year", year="2007") == "from 2007"


def test_joined() -> None:
    assert [ENGLISH.joined(parts) for parts in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


@pytest.mark.parametrize("words", [ENGLISH, GERMAN, RUSSIAN], ids=["en", "de", "ru"])
def test_a_kind_of_thing_has_one_name_wherever_the_site_speaks_of_it(words: Words) -> None:
    for page in Kind:
        assert words(f"find.{page}") == words(f"page.{page}")
    for kind in ("people", "places", "organizations", "tags"):
        assert words(f"article.{kind}") == words(f"page.{kind}")


def test_a_language_without_a_catalogue_gets_english() -> None:
    assert words_for("en-GB") is ENGLISH
    assert words_for("tlh").language == "en"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0 статей"),
        (1, "1 статья"),
        (2, "2 статьи"),
        (4, "4 статьи"),
        (5, "5 статей"),
        (11, "11 статей"),
        (12, "12 статей"),
        (21, "21 статья"),
        (22, "22 статьи"),
        (101, "101 статья"),
        (111, "111 статей"),
        (1005, "1\u00a0005 статей"),
    ],
)
def test_the_three_forms_of_russian(number: int, text: str) -> None:
    assert RUSSIAN("count.articles", n=number) == text


def test_numbers_as_each_language_writes_them() -> None:
    assert [words.number(1234567) for words in CATALOGUES] == ["1,234,567", "1.234.567", "1\u00a0234\u00a0567"]
    assert [words.decimal(55.755, 2) for words in CATALOGUES] == ["55.76", "55,76", "55,76"]
    assert GERMAN.decimal(3, 0) == "3"


def test_a_month_as_a_heading() -> None:
    assert [words.month_heading(4) for words in CATALOGUES] == ["April", "April", "Апрель"]


def test_names_of_languages() -> None:
    assert ENGLISH.language_name("de-AT") == "German"
    assert ENGLISH.language_name("tlh") == "tlh"


def test_a_rule_has_its_reason_in_each_language() -> None:
    assert ENGLISH.rule("above-title") == "above title: it stands above the title"
    assert GERMAN.rule("above-title") == "steht über dem Titel (above title)"
    assert RUSSIAN.rule("above-title") == "стоит над заглавием (above title)"
    assert GERMAN.rule("of-old-days") == "of old days"


def test_signs_in_each_language() -> None:
    names = ("short", "of-old-days", "no-link")
    assert [words.signs(names) for words in CATALOGUES] == [
        "few words, no link",
        "wenige Wörter, kein Link",
        "мало слов, нет ссылок",
    ]


def test_a_key_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        ENGLISH("no.such_key")


def _built_keys() -> set[str]:
    """The keys that the program puts together from the names of kinds, roles, fates and styles of citation."""
    styles = {f"cite.{style}" for style in STYLES}
    kinds = {f"{prefix}.{kind}" for kind in Kind for prefix in ("page", "count", "term.of")}
    beside_the_text = {f"article.{kind}" for kind in (Kind.PEOPLE, Kind.PLACES, Kind.ORGANIZATIONS, Kind.TAGS)}
    forms = ("day", "day_of_year", "month", "month_of_year", "year", "decade")
    dates = {f"date.{about}{form}" for about in ("", "about_") for form in forms}
    told = {f"role.{role}" for role in Role} | {f"fate.{fate}" for fate in Fate}
    return kinds | styles | beside_the_text | dates | told


def _sources() -> list[str]:
    """All that asks for words: the render stage, the theme's templates, the scripts of search."""
    generator = Path(__file__).parents[2] / "generator"
    modules = [path for path in (generator / "render").rglob("*.py") if path.parent.name != "words"]
    scripts = (generator / "search" / "client").glob("*.js")
    catalogue = generator / "render" / "words" / "catalogue.py"
    sources = [path.read_text(encoding="utf-8") for path in sorted([*modules, *scripts, catalogue])]
    return sources + [data.decode() for path, data in reader_files().items() if path.endswith(".html")]


def test_the_catalogue_holds_what_is_asked_of_it_and_nothing_else() -> None:
    sources = _sources()
    named = {name for source in sources for name in re.findall(r"\"([a-z]+\.[a-z_0-9]+)\"", source) if name in TEXTS}
    asked = {key for source in sources for key in re.findall(r"\b(?:t|words|self)\(\s*\"([a-z]+\.[a-z_.]+)\"", source)}
    assert asked - set(TEXTS) == set()
    assert set(TEXTS) - named - _built_keys() == set()


OTHERS = pytest.mark.parametrize(
    "words", [words for words in CATALOGUES if words is not ENGLISH], ids=lambda words: words.language
)


def _forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else text


def _gaps(text: str | tuple[str, ...]) -> set[str | None]:
    """The names of the gaps in any of the text's forms."""
    return {name for form in _forms(text) for _, name, _, _ in Formatter().parse(form)} - {None}


@OTHERS
def test_a_catalogue_has_the_keys_of_the_english_one(words: Words) -> None:
    assert set(ENGLISH.texts) - set(words.texts) == set()
    assert set(words.texts) - set(ENGLISH.texts) == set()
    assert list(words.languages) == list(ENGLISH.languages)


@OTHERS
def test_a_text_has_the_gaps_of_the_english_one_and_a_form_for_each_kind_of_number(words: Words) -> None:
    for key in ENGLISH.texts.keys() & words.texts.keys():
        english, text = ENGLISH.texts[key], words.texts[key]
        assert _gaps(text) == _gaps(english), key
        assert isinstance(text, str) == isinstance(english, str), key
        assert len(_forms(text)) == (1 if isinstance(text, str) else len(words.categories)), key
        assert all(form.strip() for form in _forms(text)), key


def test_each_catalogue_has_a_form_for_every_number() -> None:
    for words in CATALOGUES:
        assert {words.form(number) for number in range(200)} == set(range(len(words.categories)))
        assert [len(names) for names in (words.months, words.inflected_months)] == [12, 12]
        assert len(words.seasons) == 4


SAME_EVERYWHERE = {"cite.apa", "cite.chicago-bibliography", "cite.mla", "fact.sha256"}
SAME = {
    "de": SAME_EVERYWHERE
    | {
        "count.kilobytes",
        "count.megabytes",
        "page.feed",
        "term.north",
        "term.of.people",
        "term.south",
        "term.west",
        "together.name",
    },
    "ru": SAME_EVERYWHERE,
}
"""Names, and words that the two languages share."""


def _has_letters(text: str) -> bool:
    return any(sign.isalpha() for sign in re.sub(r"\{\w+\}", "", text))


@OTHERS
def test_no_text_is_left_in_english_by_mistake(words: Words) -> None:
    keys = ENGLISH.texts.keys() & words.texts.keys()
    shared = {key: set(_forms(ENGLISH.texts[key])) & set(_forms(words.texts[key])) for key in keys}
    assert {key for key, texts in shared.items() if any(map(_has_letters, texts))} == SAME[words.language]


LATIN = re.compile(r"[A-Za-z]{2,}")
LATIN_NAMES = set(
    "APA Backfile BibTeX CSL CSV Chicago Data EndNote Frictionless JSON JabRef JavaScript LaTeX Lunr MLA Markdown "
    "Mendeley Package Pandoc RIS SHA Zotero cookie don".split()
)
"""Names of programs and formats, which are written so in Russian too."""


def test_no_word_of_the_russian_catalogue_is_in_latin_letters() -> None:
    for key, text in RUSSIAN.texts.items():
        for form in _forms(text):
            found = set(LATIN.findall(re.sub(r"\{\w+\}", "", form)))
            assert found <= LATIN_NAMES, key


def test_quotation_marks_are_those_of_the_language() -> None:
    for words, strange in ((GERMAN, '”«»"'), (RUSSIAN, '“”„"')):
        told = [key for key, text in words.texts.items() if any(set(form) & set(strange) for form in _forms(text))]
        assert told == []


@pytest.mark.parametrize("words", CATALOGUES, ids=lambda words: words.language)
def test_every_text_can_be_filled_in(words: Words) -> None:
    for key, text in words.texts.items():
        gaps = {str(name): "x" for name in _gaps(text)}
        for number in (1, 2, 5):
            assert "{" not in words(key, **{**gaps, "n": number})
