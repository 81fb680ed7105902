from __future__ import annotations

from itertools import combinations

from generator.render.together.page import together_page
from tests.render.archives import a_maker, an_archive, an_article
from tests.render.parsed import Element, Parsed


def made(*groups: str, apart: int = 2) -> Parsed:
    """The page of an archive with an article for each group of people and organizations (those in capitals)."""
    articles = [
        an_article(
            f"Article {number}",
            people=tuple(name for name in group.split(", ") if not name.isupper()),
            organizations=tuple(name for name in group.split(", ") if name.isupper()),
        )
        for number, group in enumerate(groups)
    ]
    (page,) = together_page(a_maker(an_archive(*articles, *(an_article(f"Other {n}") for n in range(apart)))))
    assert page.path == "together.html"
    return Parsed(page)


def test_every_person_and_organization_is_a_link_with_its_name() -> None:
    page = made("Jo Doe, Al Roe, Cy Poe, NATO", "Jo Doe, Al Roe, Cy Poe, NATO", "Jo Doe, Al Roe")
    assert page.texts("h1") == ["Who appears with whom"]
    assert page.texts("p", "size") == ["3 people and 1 organization"]
    nodes = page.all("a", "node")
    assert [(node["href"], node["aria-label"]) for node in nodes] == [
        ("people/al-roe.html", "Al Roe: 3 articles"),
        ("people/jo-doe.html", "Jo Doe: 3 articles"),
        ("people/cy-poe.html", "Cy Poe: 2 articles"),
        ("organizations/nato.html", "NATO: 2 articles"),
    ]
    # Two in three articles weigh more than all others in two.
    assert page.texts("figcaption") == ["Most often together: Al Roe with Jo Doe (3 articles)."]
    assert [line.classes for line in page.all("line")].count(["is-full"]) == 1
    assert len(page.all("circle")) == 3
    assert len(page.all("rect", "node-mark")) == 1


def test_the_table_has_the_same_facts() -> None:
    page = made("Jo Doe, Al Roe, Cy Poe", "Jo Doe, Al Roe, Cy Poe", "Jo Doe, Al Roe")
    cells = [" ".join(cell.text.split()) for cell in page.elements if cell.name in ("th", "td")]
    assert cells == [
        *("Name", "Articles", "Appears with, in how many articles"),
        *("Al Roe Person", "3", "Jo Doe 3, Cy Poe 2"),
        *("Jo Doe Person", "3", "Al Roe 3, Cy Poe 2"),
        *("Cy Poe Person", "2", "Al Roe 2, Jo Doe 2"),
    ]


def test_pairs_that_are_together_equally_often() -> None:
    few = made("Jo Doe, Al Roe", "Jo Doe, Al Roe", "Cy Poe, Di Moe", "Cy Poe, Di Moe")
    assert few.texts("figcaption") == [
        "Most often together: Al Roe with Jo Doe and Cy Poe with Di Moe (2 articles each)."
    ]
    many = made("Jo Doe, Al Roe, Cy Poe, Di Moe", "Jo Doe, Al Roe, Cy Poe, Di Moe")
    assert many.texts("figcaption") == ["Many pairs appear together equally often; none in more than 2 articles."]
    assert not many.all("line", "is-full")


def test_without_enough_people_there_is_no_page() -> None:
    articles = [an_article(f"Article {n}", people=("Jo Doe", "Al Roe"), organizations=("NATO",)) for n in range(5)]
    assert list(together_page(a_maker(an_archive(*articles, an_article("Other"))))) == []
    assert list(together_page(a_maker(an_archive()))) == []


def test_labels_do_not_overlap_however_long_they_are() -> None:
    names = [f"{'Very ' * (n % 5)}Long Name of {'the' if n % 3 else 'a'} Person Number {n}" for n in range(30)]
    names += ["国際連合安全保障理事会の長い名前", "Ж" * 90]
    groups = [", ".join(names[n : n + 5]) for n in range(28) for _ in range(2)] + [", ".join(names[-3:])] * 2
    page = made(*groups, apart=30)
    places = [rectangle(place) for place in page.all("rect", "node-place")]
    assert len(places) == 32
    for one, two in combinations(places, 2):
        across = min(one[2], two[2]) - max(one[0], two[0])
        down = min(one[3], two[3]) - max(one[1], two[1])
        assert min(across, down) < 0.25
    (plot,) = page.all("svg", "together-plot")
    assert min(place[0] for place in places) >= -0.1
    assert max(place[2] for place in places) <= float(plot["width"]) + 0.2
    assert max(place[3] for place in places) <= float(plot["height"]) + 0.2
    assert max(len(label.text) for label in page.all("text")) == 60


def test_a_picture_is_as_wide_as_the_page_unless_that_makes_it_flat() -> None:
    names = [f"Person Number{n}" for n in range(12)]
    page = made(*(", ".join(names[n : n + 4]) for n in range(9) for _ in range(2)), apart=20)
    assert picture(page)[0] == 940.0
    width, height = picture(made("Jo Doe, Al Roe, Cy Poe", "Jo Doe, Al Roe, Cy Poe"))
    assert width < 940.0
    assert abs(width / height - 2.2) < 0.01


def picture(page: Parsed) -> tuple[float, float]:
    (plot,) = page.all("svg", "together-plot")
    return float(plot["width"]), float(plot["height"])


def test_a_label_goes_on_below_after_a_word_or_a_hyphen() -> None:
    names = ("Jean-Pierre Müller-Lüdenscheidt", "Al-Roe", "Cy - Poe -")
    group = ", ".join(names)
    assert made(group, group).texts("text") == [
        *("Al-Roe", "Cy - Poe -"),
        *("Jean-Pierre", "Müller-", "Lüdenscheidt"),
    ]


def test_each_line_of_a_label_stands_on_ground_of_its_own_over_the_lines_between_marks() -> None:
    names = "Jean-Pierre Müller-Lüdenscheidt, Al-Roe, Cy Poe"
    page = made(names, names)
    grounds = [rectangle(ground) for ground in page.all("rect", "node-ground")]
    labels = [(float(label["x"]), float(label["y"])) for label in page.all("text")]
    assert len(grounds) == len(labels)
    for (left, top, right, bottom), (middle, foot) in zip(grounds, labels, strict=True):
        assert abs((left + right) / 2 - middle) < 0.2
        assert top + 10 < foot < bottom - 3
    kinds = [element.name for element in page.elements if element.name == "line" or "node-ground" in element.classes]
    assert kinds == sorted(kinds)


def rectangle(element: Element) -> tuple[float, float, float, float]:
    left, top = float(element["x"]), float(element["y"])
    return left, top, left + float(element["width"]), top + float(element["height"])
