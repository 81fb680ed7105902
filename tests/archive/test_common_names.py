from __future__ import annotations

import pytest

from generator.archive.authorities import parse_authorities
from generator.archive.common_names import tell_common_names
from generator.archive.values import Kind
from generator.problems import Problems
from tests.archive.builders import article, told

HINT = "(every use of the word would be a link: write the name in a longer form, or take it out)"


def warnings(variants: str, *texts: str) -> list[str]:
    entry = f"- id: one\n  name: Some Body\n  variants:\n    - {variants}\n"
    problems = Problems()
    authorities = parse_authorities({Kind.PEOPLE: entry}, problems)
    tell_common_names([article(f"a-{number}", text) for number, text in enumerate(texts)], authorities, problems)
    return told(problems)


@pytest.mark.parametrize("month", ["March", "May", "Mai", "Sunday"])
def test_months_and_days_are_common(month: str) -> None:
    assert warnings(month) == [
        f"warning content/authorities/people.yaml:4: “{month}” is a common word: a month or a day of the week {HINT}"
    ]


def test_a_word_that_stands_in_lower_case_as_often_is_common() -> None:
    assert warnings("Will", "Will said", "they will", "it will", "will it") == [
        "warning content/authorities/people.yaml:4: “Will” is a common word: “will” stands in 3 articles, “Will” in 1 "
        + HINT
    ]


@pytest.mark.parametrize(
    ("variant", "texts"),
    [
        ("US", ["for us", "to us", "with us", "by us"]),  # told from the word by its capitals
        ("Gates", ["Gates", "Gates", "Gates", "gates", "gates"]),
        ("Rice", ["rice", "rice"]),  # too few articles to show anything
        ("Reading", ["proofreading", "misreading", "spreading"]),
        ("bell hooks", ["bell hooks"] * 9),
    ],
)
def test_other_names_are_not(variant: str, texts: list[str]) -> None:
    assert warnings(variant, *texts) == []


def test_a_name_without_capitals_that_stands_everywhere_is_common() -> None:
    (problem,) = warnings("the president", *["the president"] * 11)
    assert "“the president” is a common word: without a capital, it stands in 11 of 11 articles" in problem
