"""The persons in a byline."""

from __future__ import annotations

import pytest

from generator.ingest.rules.names import is_name_in_capitals, match_byline, split_names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Example", ("Ada Example",)),
        ("by Ada Example", ("Ada Example",)),
        ("BY ADA EXAMPLE", ("Ada Example",)),
        ("By: Ada Example", ("Ada Example",)),
        ("Written by Ada Example", ("Ada Example",)),
        ("By ADA EXAMPLE, Diplomatic Correspondent", ("Ada Example",)),
        ("By Ada Example in Moscow", ("Ada Example",)),
        ("By Ada Example, Example Service", ("Ada Example",)),
        ("By Ada Example and Ben van der Muster", ("Ada Example", "Ben van der Muster")),
        ("By Ada Example, Ben Muster and Cy O'Neill", ("Ada Example", "Ben Muster", "Cy O'Neill")),
        ("By IAN O'NEILL and ROY McDONALD", ("Ian O'Neill", "ROY McDONALD")),
        ("By A. B. Example", ("A. B. Example",)),
        ("By Jean-Luc D'Arcy", ("Jean-Luc D'Arcy",)),
        ("By Staff Reporter", ()),
        ("By Our Correspondent", ()),
        ("Текст: Арина Полозьева", ("Арина Полозьева",)),
        ("Автор Иван Петров", ("Иван Петров",)),
    ],
)
def test_a_byline(line: str, names: tuple[str, ...]) -> None:
    assert match_byline(line, "en") == names


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the foreign minister had resigned.",
        "By Friday, the Moscow talks were over.",
        "By Christmas Ivan Petrov had left.",
        "By Washington standards it was a modest house.",
        "By then the agencies had gone",
        "By land and sea",
        "By Land and Sea",
        "Byron was here",
        "Bypass closed",
        "Stand by Ada Example",
    ],
)
def test_no_byline(line: str) -> None:
    assert match_byline(line, "en") is None


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Von Jutta Brennwald", "de"),
        ("Par Jeanne Exemple", "fr"),
        ("Di Ada Esempio", "it"),
        ("Door Jan Voorbeeld", "nl"),
    ],
)
def test_a_word_of_another_language_counts_in_that_language_only(line: str, language: str) -> None:
    name = line.split(" ", 1)[1]
    assert match_byline(line, language) == (name,)
    assert match_byline(line, "") == (name,)
    assert match_byline(line, "en") is None


def test_names_are_told_once() -> None:
    assert split_names("Ada Example and Ada Example") == ("Ada Example",)


@pytest.mark.parametrize("text", ["THOM EXAMPLE", "A. B. EXAMPLE", "JEAN-LUC D'ARCY", "ИВАН ПЕТРОВ"])
def test_a_name_in_capitals(text: str) -> None:
    assert is_name_in_capitals(text)


@pytest.mark.parametrize(
    "text",
    ["THE END", "BREAKING NEWS", "MIDDLE EAST", "NEW YORK", "WORLD WAR TWO", "NATO", "Thom Example", "2003 AND 2004"],
)
def test_no_name_in_capitals(text: str) -> None:
    assert not is_name_in_capitals(text)
