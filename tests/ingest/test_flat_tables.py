"""Tables that lost their rows: found, kept, and written as tables again."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate
from generator.ingest.blocks import make_blocks
from generator.ingest.clean import CleanOptions, clean
from generator.ingest.decisions import Decisions
from generator.ingest.findings import Settings
from generator.ingest.rules.flat_tables import FlatTable, flat_tables
from tests.ingest.sources import TODAY, article

TEXT = (
    "The harbour board published what each ferry carried in the winter, and the island's council asked for the list.",
    "Nobody on the council had expected the old boat to have carried more than the new one did in the same months.",
)
FERRIES = ("Ferry", "Trips", "Passengers", "Gull", "112", "9,310", "Heron", "98", "7,004", "Tern", "n/a", "1,250")
MORE = ("Petrel", "41", "2,688")


def tables(*lines: str) -> tuple[FlatTable, ...]:
    return flat_tables(make_blocks(lines))


def body(*lines: str) -> str:
    return article("\n".join(lines)).body


def test_cells_below_a_paragraph_become_rows() -> None:
    assert tables(*TEXT, *FERRIES, *MORE) == (FlatTable(2, 17, 3, 2, 3),)


def test_a_heading_above_the_columns_is_none_of_them() -> None:
    assert tables(*TEXT, "What they carried", *FERRIES, *MORE) == (FlatTable(2, 18, 3, 3, 3),)


def test_the_first_column_may_have_no_name() -> None:
    assert tables(*TEXT, *FERRIES[1:], *MORE) == (FlatTable(2, 16, 3, 2, 2),)


def test_no_column_may_have_a_name() -> None:
    assert tables(*TEXT, *FERRIES[3:], *MORE) == (FlatTable(2, 14, 3, 2, 0),)


def test_rows_that_begin_with_a_day_may_end_in_words() -> None:
    gifts = [(f"{day}.2.1931", f"£{day * 7}", f"A. M{day * chr(111)}") for day in (3, 9, 14, 20)]
    cells = ("Day", "Sum", "Giver", *(cell for row in gifts for cell in row))
    assert tables(*TEXT, *cells, TEXT[1]) == (FlatTable(2, 17, 3, 2, 3),)


def test_rows_that_begin_with_a_rank_end_in_words_whatever_follows() -> None:
    crews = [(f"{rank}.", crew) for rank, crew in enumerate(("Elm", "Oak", "Ash", "Yew", "Fir"), 1)]
    cells = ("Rank", "Crew", *(cell for row in crews for cell in row))
    assert tables(*TEXT, *cells, "Our other pages") == (FlatTable(2, 14, 2, 2, 2),)


def test_ranks_tell_the_rows_whatever_else_is_in_them() -> None:
    crews = [
        (f"{rank}.", crew, hours)
        for rank, (crew, hours) in enumerate(
            zip(("Elm", "Oak", "Ash", "Yew"), ("4.2", "4.4", "5.1", "n/a"), strict=True), 1
        )
    ]
    cells = ("Rank", "Crew", "Hours", *(cell for row in crews for cell in row))
    assert tables(*TEXT, "How they came in", *cells, TEXT[0]) == (FlatTable(2, 18, 3, 3, 3),)


def test_ingredients_stand_above_what_is_done_with_them() -> None:
    goods = ("250 g", "flour", "2 tsp", "caraway", "1 kg", "herring", "3 cups", "buttermilk", "1 tsp", "salt")
    method = "Rub the flour into the buttermilk, lay the herring on it, and strew the caraway over all of it at last."
    assert tables("Ingredients", *goods, method, TEXT[0]) == (FlatTable(0, 11, 2, 1, 0),)


def test_what_is_not_alike_stays_lines() -> None:
    cells = ("Gull", "112", "9,310", "Heron", "Tern", "1,250", "Petrel", "41", "2,688", "7 hours", "all")
    assert [found.width for found in tables(*TEXT, *cells)] == [0]


NO_TABLES = {
    "ranks of headlines": [cell for n in range(1, 9) for cell in (str(n), f"Fog on pier {n}")],
    "dated headlines": [cell for n in range(1, 9) for cell in (f"Fog, part {n}", f"{n}.3.2011")],
    "a shop": [cell for n in range(1, 9) for cell in (f"Lamp {n}", f"{n}7.50 €", "Quick view")],
    "addresses": ["Harbour office", "Tel. 55 10", "Fax 55 11", *(f"{n} Quay" for n in range(2, 9)), "Pier", "9 Quay"],
    "years": ["Home", "News", "Sport", "Tides", "Boats", "Shop", "Jobs", "2011", "2012", "2014", "2016"],
    "a program": ["if (a) {", "3;", "4;", "5;", "6;", "b = 7;", "8;", "9;", "10;", "}"],
}


@pytest.mark.parametrize("name", NO_TABLES)
def test_what_has_figures_and_is_no_table(name: str) -> None:
    assert tables(*TEXT, *NO_TABLES[name]) == ()


def test_far_from_the_text_it_must_have_the_texts_words() -> None:
    away = [f"Entry {sign}" for sign in "abcdefghijkl"]
    rows = ("Ferry", "Gull", "112", "Council list", "98", "Harbour", "41", "Winter months", "55", "Boat", "38")
    assert tables(*TEXT, *away, *rows)
    assert not tables(*TEXT, *away, *(cell if cell.isdigit() else f"Else {cell[::-1]}" for cell in rows))


def test_a_whole_page_keeps_its_rows_itself() -> None:
    menu = [f"Entry {sign}" for sign in "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"]
    assert tables(*TEXT, *FERRIES, *MORE, TEXT[0], *menu) == ()


def test_it_is_written_as_a_table() -> None:
    written = body("The winter ferries", *TEXT, *FERRIES, *MORE, TEXT[0][::-1] + ".")
    assert "| Ferry | Trips | Passengers |\n| --- | --- | --- |\n| Gull | 112 | 9,310 |\n" in written
    assert "| Tern | n/a | 1,250 |\n| Petrel | 41 | 2,688 |" in written


def test_cells_of_no_rows_are_lines_of_a_paragraph() -> None:
    cells = ("Gull", "112", "9,310", "Heron", "Tern", "1,250", "Petrel", "41", "2,688", "7 hours")
    assert "Gull  \n112  \n9,310  \nHeron  \nTern  \n1,250" in body("The winter ferries", *TEXT, *cells)


def test_the_cells_of_a_table_are_no_doubtful_scraps() -> None:
    assert not any("scraps" in doubt.text for doubt in article(*TEXT, *FERRIES, *MORE).cleaned.doubts)


def test_an_editor_takes_a_cell_out_and_brings_it_back() -> None:
    lines = ("The winter ferries", *TEXT, *FERRIES, *MORE)
    data = "\n".join(lines).encode()
    number = lines.index("98") + 1

    def written(decisions: Decisions) -> str:
        return clean(data, "ferries.txt", TODAY, CleanOptions("en", 10_000, Settings()), decisions).article

    without = written({number: Fate.SET_ASIDE})
    assert "Heron  \n7,004  \nTern  \n" in without
    assert "|" not in without
    assert "| Heron | 98 | 7,004 |" in written({number: Fate.KEPT}) == written({})


def test_a_number_of_thousands_of_digits_is_a_cell() -> None:
    assert tables(*TEXT, *FERRIES, "Petrel", "7" * 5000, "8" * 5000)
