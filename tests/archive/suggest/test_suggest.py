from __future__ import annotations

import pytest

from generator.archive.authorities import Authorities
from generator.archive.suggest.suggest import Suggestion, suggest_names
from generator.archive.values import Kind
from generator.articles.article import Article
from tests.archive.builders import GATES, article, authorities

PLACES = {"Moscow": "Moscow", "U.S.": "United States", "United States": "United States", "Москве": "Moscow"}


def suggest(*texts: str, among: Authorities | None = None, least: int = 1, language: str = "en") -> list[Suggestion]:
    articles = [article(f"a-{number}", text, title="x") for number, text in enumerate(texts)]
    return suggest_all(articles, among, least, language)


def suggest_all(
    articles: list[Article], among: Authorities | None = None, least: int = 1, language: str = "en"
) -> list[Suggestion]:
    texts = {one.path: f"---\ntitle: x\n---\n{one.text}" for one in articles}
    return list(suggest_names(articles, texts, among or authorities(), PLACES, language, least))


def names(found: list[Suggestion]) -> dict[str, str]:
    return {one.name: one.kind.value if one.kind else "" for one in found}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("We met President Vladimir Putin there.", "Vladimir Putin", "people"),
        ("It was, said Edda Quill, late.", "Edda Quill", "people"),
        ("They saw Ms. Quill go.", "Quill", "people"),
        ("Then Secretary of State Condoleezza Rice came.", "Condoleezza Rice", "people"),
        ("And the Defense Minister Ursula von der Leyen said no.", "Ursula von der Leyen", "people"),
        ("He called President Bashar al-Assad then.", "Bashar al-Assad", "people"),
        ("We asked Gen. J. R. O'Neill about it.", "J. R. O'Neill", "people"),
        ("A boat lay in Tern Point all year.", "Tern Point", "places"),
        ("They sailed the Marrow Sea at night.", "Marrow Sea", "places"),
        ("And so NATO agreed, and so on.", "NATO", "organizations"),
        ("Now the Ministry of Defense agreed.", "Ministry of Defense", "organizations"),
        ("Then the Council on Foreign Relations met.", "Council on Foreign Relations", "organizations"),
        ("All signed the Marrow Treaty again.", "Marrow Treaty", ""),
        ("Вчера министр Сергей Лавров уехал.", "Сергей Лавров", "people"),
        ("Они были в Калининграде давно.", "Калининграде", "places"),
    ],
)
def test_a_name_and_its_kind(text: str, name: str, kind: str) -> None:
    assert names(suggest(text)) == {name: kind}


@pytest.mark.parametrize(
    "text",
    [
        "However, the lamp was lit. The village slept.",
        "We met on Monday, in March, and I'll go.",
        "A Russian came, then a Russian left, and Russians wept.",
        "THE WHOLE PAPER IS IN CAPITALS HERE TODAY",
        "The Lamp Of Marrow Head Is Lit",
        "It is a US-led, Soviet-style thing.",
        "Then the President agreed with the Minister.",
    ],
)
def test_what_is_no_name_is_not_suggested(text: str) -> None:
    assert suggest(text) == []


def test_the_first_word_of_a_sentence_counts_where_others_show_that_it_is_a_name() -> None:
    (found,) = suggest("Quill came. We saw Quill go. Quill left.")
    assert (found.name, found.uses) == ("Quill", 3)
    assert suggest("Lamps came. We saw lamps go. Lamps left.") == []


def test_variants_of_one_name_are_one_suggestion() -> None:
    (found,) = suggest(
        "We saw Robert Gates. And then Gates left.", "And then Secretary Robert M. Gates came.", "Mr. Gates?"
    )
    assert (found.id, found.name, found.variants) == ("robert-gates", "Robert Gates", ("Gates", "Robert M. Gates"))
    assert (found.articles, found.uses, found.kind) == (3, 4, Kind.PEOPLE)


def test_a_last_name_of_two_is_a_variant_of_both_and_counts_for_none() -> None:
    found = suggest("We saw Minister Igor Ivanov, Minister Sergei Ivanov, and President Ivanov.")
    assert [(one.name, one.variants, one.uses) for one in found] == [
        ("Igor Ivanov", ("Ivanov",), 1),
        ("Sergei Ivanov", ("Ivanov",), 1),
    ]
    assert all("“Ivanov” is another's name too" in one.remarks[0] for one in found)


def test_russian_case_forms_are_variants() -> None:
    (found,) = suggest("Там министр Сергей Лавров ждал. Тут с Сергеем Лавровым говорил посол. Все видели Лаврова.")
    assert found.name == "Сергей Лавров"
    assert set(found.variants) == {"Сергеем Лавровым", "Лаврова"}


def test_spellings_of_a_country_are_one_place() -> None:
    found = suggest("Then the U.S. agreed. So the United States did.", "Это было в Москве вчера.")
    assert names(found) == {"Moscow": "places", "United States": "places"}
    assert found[0].remarks == ("a country or a capital",)


def test_known_names_are_not_suggested() -> None:
    among = authorities(people=(GATES,))
    assert names(suggest("We met Mr. Robert Gates and Mr. Gates and Mr. Bill Gates.", among=among)) == {
        "Bill Gates": "people"
    }


def test_a_name_that_another_entry_has_is_told() -> None:
    among = authorities(people=(GATES,))
    (found,) = suggest("We met Mr. Bill Gates, and then Gates left.", among=among)
    assert found.remarks == ("“Gates” is a name of another entry already",)


def test_ids_are_free() -> None:
    among = authorities(people=(GATES,), places=())
    found = suggest("We met the Robert-Gates Bank there.", among=among)
    assert [one.id for one in found] == ["robert-gates-bank"]


def test_only_names_in_enough_articles() -> None:
    assert names(suggest("We saw Mr. Quill.", "We saw Mr. Quill and Mr. Marrow.", least=2)) == {"Quill": "people"}


def test_drafts_and_withdrawn_articles_do_not_count() -> None:
    draft = article("draft", "We saw Mr. Quill.", draft=True)
    withdrawn = article("withdrawn", "We saw Mr. Quill.", withdrawn="asked")
    assert suggest_all([draft, withdrawn]) == []


def test_in_german_a_single_noun_is_no_name() -> None:
    text = (
        "Der Minister sprach mit der Zeitung. Die Leute in der Stadt lesen Bücher in Ruhe. Dann ging Präsident Putin."
    )
    assert names(suggest(text, language="de")) == {"Putin": "people"}


def test_german_names_are_told_by_their_surroundings() -> None:
    texts = ["Heute sagte Angela Merkel, es sei so. Sie kam aus Potsdam und fuhr nach Potsdam."] * 2
    assert names(suggest(*texts, language="de")) == {"Angela Merkel": "people", "Potsdam": "places"}


def test_an_example_is_the_sentence_with_its_line() -> None:
    (found,) = suggest("It rained.\nDr. A. Quill came by. All slept.")
    (example,) = found.examples
    assert (example.path, example.line) == ("content/articles/a-0.md", 5)
    assert example.text == "Dr. A. Quill came by."


def test_a_long_sentence_is_cut() -> None:
    (found,) = suggest(f"{'word ' * 60}with Mr. Quill {'word ' * 60}.")
    assert len(found.examples[0].text) <= 162
    assert "Quill" in found.examples[0].text


def test_an_acronym_after_numbers_is_a_thing() -> None:
    assert names(suggest("It has 4 GB or 8 GB and a GB more.")) == {"GB": ""}


def test_roman_numbers_are_no_names() -> None:
    assert names(suggest("It was in part II, and in part III.")) == {}
