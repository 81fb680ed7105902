"""The persons in a byline."""

from __future__ import annotations

import pytest

from generator.ingest.rules.names import bare_name, is_name_in_capitals, match_byline, split_names


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
        ("By A.B. Example", ("A.B. Example",)),
        ("By Ada Washington", ("Ada Washington",)),
        ("By Ada Example Associated Press", ("Ada Example",)),
        ("By The Associated Press", ("The Associated Press",)),
        ("By ADX-Redaktion", ("ADX-Redaktion",)),
        ("By Jean-Luc D'Arcy", ("Jean-Luc D'Arcy",)),
        ("By Staff Reporter", ()),
        ("By Our Correspondent", ()),
        ("Текст: Арина Полозьева", ("Арина Полозьева",)),
        ("Автор Иван Петров", ("Иван Петров",)),
        ("Беседовала Арина Полозьева", ("Арина Полозьева",)),
        ("Propos recueillis par Ada Exemple", ("Ada Exemple",)),
        ("Das Gespräch führte Ada Muster.", ("Ada Muster",)),
        ("ByAnders Pell, a deputy editor who has covered the harbour since 2002", ("Anders Pell",)),
        ("Guest post by Ben Muster of Lamps and Ships", ("Ben Muster",)),
        ("Posted by Ada Example at 9:52 PM", ("Ada Example",)),
        ("Publicada por Teresa Vilarinho à(s) 21:14", ("Teresa Vilarinho",)),
        ("Ein Beitrag von Jutta Brennwald", ("Jutta Brennwald",)),
        ("作者：林知秋", ("林知秋",)),
        ("한서윤 기자", ("한서윤",)),
        ("بقلم: سلمى الخطيب", ("سلمى الخطيب",)),
        ("Της Ελένης Μαραθέα", ("Ελένη Μαραθέα",)),
        ("Του Νίκου Μαραθέα", ()),
        ("By Ben Muster Published", ("Ben Muster",)),
        ("By Ben Muster CEO", ("Ben Muster",)),
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
        "Byron Bay closed",
        "كتب محمد رسالة إلى أخيه",
        "Της νύχτας τα καμώματα",
        "文化的な港の話",
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
        ("Av Signe Almqvist", "sv"),
        ("Af Signe Almqvist", "da"),
    ],
)
def test_a_word_of_another_language_counts_in_that_language_only(line: str, language: str) -> None:
    name = line.split(" ", 1)[1]
    assert match_byline(line, language) == (name,)
    assert match_byline(line, "") == (name,)
    assert match_byline(line, "en") is None


def test_names_are_told_once() -> None:
    assert split_names("Ada Example and Ada Example") == ("Ada Example",)


@pytest.mark.parametrize("line", ["Opinion By", "Debatte Von"])
def test_a_name_does_not_end_where_one_is_announced(line: str) -> None:
    assert split_names(line) == ()
    assert bare_name(line) == ""


@pytest.mark.parametrize("text", ["THOM EXAMPLE", "A. B. EXAMPLE", "JEAN-LUC D'ARCY", "ИВАН ПЕТРОВ"])
def test_a_name_in_capitals(text: str) -> None:
    assert is_name_in_capitals(text)


@pytest.mark.parametrize(
    "text",
    [
        "HIDE CAPTION",
        "MUST WATCH",
        "THE END",
        "BREAKING NEWS",
        "MIDDLE EAST",
        "NEW YORK",
        "WORLD WAR TWO",
        "NATO",
        "Thom Example",
        "2003 AND 2004",
    ],
)
def test_no_name_in_capitals(text: str) -> None:
    assert not is_name_in_capitals(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gwen Tolliver", "Gwen Tolliver"),
        ("Corin Bale  Contributor", "Corin Bale"),
        ("Ada Example, @adaexample", "Ada Example"),
        ("Ada Example, Chefredakteurin", "Ada Example"),
        ("BASIL ORCHARD at Gull Point", "Basil Orchard"),
        ("Wendel Okafor-Lund", "Wendel Okafor-Lund"),
        ("Nesrin Akçadağ", "Nesrin Akçadağ"),
        ("Christoph von Ritter", "Christoph von Ritter"),
        ("P. J. Dunstable", "P. J. Dunstable"),
        ("Мария Ветлугина", "Мария Ветлугина"),
    ],
)
def test_a_name_alone(text: str, name: str) -> None:
    assert bare_name(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "Hide Caption",
        "World News",
        "Associated Press",
        "Getty Images",
        "The Example",
        "El Faro",
        "Von Jutta Brennwald",
        "Gwen",
        "Gwen tolliver",
        "Harbour Town Council",
        "Aktuelle Meldung",
        "Ada ExampleFollow",
        "صحيفة الميناء",
        "Ada Example keeps the lamp of Quillhaven",
    ],
)
def test_what_is_no_name_alone(text: str) -> None:
    assert bare_name(text) == ""
