from __future__ import annotations

from collections.abc import Sequence

from generator.archive.values import Authority, Kind
from generator.config import Config
from generator.render.page.maker import PageMaker
from generator.render.terms.order import term_groups, term_letters, term_sheets
from generator.render.terms.pages import term_list_pages
from generator.render.words.catalogue import ENGLISH
from tests.render.archives import a_maker, an_archive, an_article
from tests.render.parsed import Parsed

MANY = [f"{letter}{second} Name" for letter in "ÉRS" for second in "abcdefghijklmnopqrstuvwxyz"]


def a_maker_of(people: Sequence[str], per_page: int = 30) -> PageMaker:
    return a_maker(an_archive(an_article("One", people=tuple(people)), config=Config(title="T", per_page=per_page)))


def test_few_names_stand_in_one_list() -> None:
    maker = a_maker_of(["Robert Gates", "The Anonymous", "Élodie Martin"])
    (sheet,) = term_sheets(maker, Kind.PEOPLE)
    assert term_letters(maker, [sheet]) == ()
    (group,) = term_groups(sheet, ENGLISH, lettered=False)
    assert (group.label, [link.text for link in group.terms]) == (
        "",
        ["Élodie Martin", "Robert Gates", "The Anonymous"],
    )


def test_many_names_have_letters_that_lead_to_the_right_page() -> None:
    maker = a_maker_of(MANY)
    sheets = term_sheets(maker, Kind.PEOPLE)
    letters = term_letters(maker, sheets)
    assert [(letter.text, letter.path) for letter in letters] == [
        ("E", "people/index.html#letter-e"),
        ("R", "people/index.html#letter-r"),
        ("S", "people/page-2.html#letter-s"),
    ]
    groups = [list(term_groups(sheet, ENGLISH, lettered=True)) for sheet in sheets]
    assert [[(group.label, len(group.terms)) for group in page] for page in groups] == [
        [("E", 26), ("R", 4)],
        [("R", 22), ("S", 8)],
        [("S", 18)],
    ]


def test_the_pages_of_many_names_have_what_the_letters_lead_to() -> None:
    made = {page.path: Parsed(page) for page in term_list_pages(a_maker_of(MANY), Kind.PEOPLE)}
    for path, page in made.items():
        assert page.one("nav", "letters").text.split() == [*"ERS"]
        anchors = {section["id"] for section in page.all("section", "group")}
        assert {"people/index.html": "letter-e", "people/page-2.html": "letter-s"}.get(path, "letter-s") in anchors


def test_names_are_filed_where_their_authority_says() -> None:
    sorts = {"robert-gates": "Gates, Robert", "the-hague": " ", "zoe-adams": "Ádams, Zoë"}
    people = [an_article("One", people=("Robert Gates", "The Hague", "Zoe Adams", "Bob Hall"))]
    authorities = {(Kind.PEOPLE, id_): Authority(id=id_, name=id_, sort=sort) for id_, sort in sorts.items()}
    maker = a_maker(an_archive(*people, authorities=authorities, config=Config(title="T", per_page=3)))
    sheets = term_sheets(maker, Kind.PEOPLE)
    assert [term.name for sheet in sheets for _, term in sheet.items] == [
        "Zoe Adams",
        "Bob Hall",
        "Robert Gates",
        "The Hague",
    ]
    # A list of several pages has letters however short it is.
    assert [(letter.text, letter.path) for letter in term_letters(maker, sheets)] == [
        ("A", "people/index.html#letter-a"),
        ("B", "people/index.html#letter-b"),
        ("G", "people/index.html#letter-g"),
        ("T", "people/page-2.html#letter-t"),
    ]
