"""Finds tables that lost their rows: a cell a line, as extractors of text leave them, look like a page's menu."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from generator.articles.ledger import Role
from generator.ingest.blocks import Block
from generator.ingest.decisions import EDITOR
from generator.ingest.findings import Finding, Reading, kept
from generator.ingest.rules.furniture import is_button_text
from generator.ingest.rules.lists import is_measured

_BY_PEOPLE = frozenset({EDITOR, "site-keep", "site-set-aside"})
"""Rules that say nothing of the other cells."""
_FEWEST_CELLS, _FEWEST_FIGURES, _PART_OF_FIGURES = 9, 4, 0.25
"""Lines of a table, those of them that are figures, and their part."""
_WORDS_OF_A_CELL = 4
"""Most in the mean, of the cells that are no figures: headlines beside dates and counts have more."""
_LONGEST_CELL = 10
"""Words."""
_FARTHEST = 8
"""Lines without a figure that part two tables; no table has so many columns of words."""
_LEAST_SHARED, _FEWEST_SHARED = 0.25, 3
"""The part of the cells, and how many, that have a word of the text."""
_LONG_WORD = 4
_LONGEST_NUMBER = 9
"""Digits. Python refuses to read thousands of them."""
_MOST_COUNTED_ON = 0.5
"""The part of the whole numbers that are one more than that before: pages, days of a calendar, ranks of headlines."""
_MOST_DATES = 0.8
"""The part of the figures that may be dates and times, as those of teasers all are."""
_DATE = re.compile(r"\d:\d|\b(?:19|20)\d\d\b|^\d{1,2}[./]\d{1,2}\b|\d\D*[^\W\d_]{3}")
_ENDS_OF_CODE = (";", "{", "}")
_MISSING = re.compile(r"n\.? ?/? ?a\.?|k\. ?a\.?|н/д", re.IGNORECASE)
_SIGNS = "$€£¥₽+-–−±~≈<>( "
"""What may stand before a figure."""
_MOST_ALIKE, _PART_ALIKE = 3, 0.3
"""Cells of words that are the same, and their part, from which on they are buttons of a shop."""
_DAY = re.compile(r"^(?:19|20)\d\d(?:\b|-\d\d)|^\d{1,2}[./-]\d{1,2}[./-](?:\d\d){1,2}$")
_FEW_SCRAPS, _SCRAPS_BESIDE = 30, 2
"""Short lines, and those for each paragraph, that stand in a text besides its tables."""
_HEADING = 2
"""Lines between a text and its table."""
_CONTACT = re.compile(
    r"\W*(?:tel(?:efono?|ephone|éfono?)?|phone|(?:tele)?fax|mobile?|тел|e-?mail|website|po box)\b|\S+@\S+\.|www\.",
    re.IGNORECASE,
)
_FEWEST_CONTACTS = 2
"""Lines of addresses, which have as many figures."""
_LEADING_ON = re.compile(
    r"(?:(?:read|view|see|show) (?:more|all)|quick view|add to (?:cart|basket)|buy now|jetzt kaufen|zum angebot|"
    r"in den warenkorb|ver (?:más|todo)|voir (?:plus|tou)|ajouter au panier|acheter|comprar|в корзину|купить)\b",
    re.IGNORECASE,
)
_FEWEST_MEASURES = 3
_WIDEST, _FEWEST_ROWS = 10, 4
_MANY_DIGITS, _PART_OF_DIGITS = 4, 0.25
"""Of the characters of a line that begins with a name."""


@dataclass(frozen=True, slots=True)
class FlatTable:
    """Cells one below the other, from block `start` up to but not including `end`."""

    start: int
    end: int
    width: int = 0
    """Cells of a row; 0 where the cells do not tell."""
    first: int = 0
    """The block of the first cell, where `width` tells the rows; headings of the table stand above it."""
    header: int = 0
    """How many cells name columns, above the first row: all, all but the first one, or none."""


def flat_table(reading: Reading) -> Iterator[Finding]:
    """The cells of tables of the text's own, each on a line; what has a link to other articles in it is none.

    Pages whose markup tells the article have their tables in it.
    """
    for table in () if reading.outside else reading.of_blocks(flat_tables):
        cells = reading.blocks[table.start : table.end]
        decided = {cell.index: reading.found[cell.index][1] for cell in cells if cell.index in reading.found}
        if _BY_PEOPLE.issuperset(decided.values()):
            yield from (kept(cell, Role.BODY) for cell in cells if cell.index not in decided)


def flat_tables(blocks: Sequence[Block]) -> tuple[FlatTable, ...]:
    """The runs of short lines with a figure every few, right below a paragraph or in the text's own words.

    Scores, results, prices, ingredients: no menu has as many figures, and lists of teasers have dates or counts alone.
    """
    found: list[FlatTable] = []
    text: set[str] | None = None
    candidates = [
        (start, end)
        for run in _runs(blocks)
        if _is_full_of_figures(blocks[slice(*run)])
        for start, end in _between_buttons(blocks, *run)
        if _is_full_of_figures(blocks[start:end])
    ]
    runs = [(start, end) for start, end in candidates if _is_table(blocks[start:end])]
    is_page = bool(runs) and _is_whole_page(blocks, sum(end - start for start, end in candidates))
    for start, end in runs:
        run = blocks[start:end]
        if is_page and not _is_recipe(run):
            continue
        if not _has_text(blocks[max(start - _HEADING, 0) : start]):
            text = _words_of_text(blocks) if text is None else text
            if not _is_of(text, run) or not (_has_text(blocks[:start]) or _is_recipe(run)):
                continue
        found += _parts(blocks, start, end)
    return tuple(found)


def _is_whole_page(blocks: Sequence[Block], cells: int) -> bool:
    """Whether so many short lines stand around that these are rather calendars, votes and weather: what shows a page as
    it is seen keeps the rows of its tables."""
    paragraphs = sum(block.is_prose for block in blocks)
    return sum(map(_is_cell, blocks)) - cells > _FEW_SCRAPS + _SCRAPS_BESIDE * paragraphs


def _runs(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Lines one after the other that may be cells, from the headings of the first row to the last with a figure."""
    start = end = 0
    for place, block in enumerate(blocks):
        is_cell = _is_cell(block)
        if not is_cell or place - max(start, end) >= _FARTHEST:
            if end > start:
                yield start, end
            start, end = place + (not is_cell), 0
        if is_cell and _is_figure(block):
            end = place + 1
    if end > start:
        yield start, end


def _between_buttons(blocks: Sequence[Block], start: int, end: int) -> Iterator[tuple[int, int]]:
    for place in range(start, end):
        if blocks[place].words and is_button_text(blocks[place]):
            yield start, place
            start = place + 1
    yield start, end


def _is_cell(block: Block) -> bool:
    """Whether a line may be a cell; a name or a measure may end in a full stop."""
    if block.is_prose or block.words > _LONGEST_CELL or block.text.endswith(_ENDS_OF_CODE):
        return False
    return block.words <= _WORDS_OF_A_CELL or not block.ends_in_stop


def _is_figure(block: Block) -> bool:
    """Whether a line is a number, with a unit or a name: a sum, a date, a score, how much of a thing is wanted."""
    text = block.text
    if text.lstrip(_SIGNS)[:1].isdigit() and block.words <= _WORDS_OF_A_CELL:
        return True
    digits = sum(map(str.isdigit, text))
    return digits >= _MANY_DIGITS and digits >= _PART_OF_DIGITS * len(text)


def _is_full_of_figures(run: Sequence[Block]) -> bool:
    if len(run) < _FEWEST_CELLS:
        return False
    return sum(map(_is_figure, run)) >= max(_FEWEST_FIGURES, _PART_OF_FIGURES * len(run))


def _is_table(run: Sequence[Block]) -> bool:
    figures = [block.text for block in run if _is_figure(block)]
    words = [block.words for block in run if not _is_figure(block)]
    if (
        any(block.listed and not _is_figure(block) for block in run)
        or not words
        or sum(words) > _WORDS_OF_A_CELL * len(words)
    ):
        return False
    alike = max(Counter(block.text for block in run if not _is_figure(block)).values())
    if alike >= _MOST_ALIKE and alike >= _PART_ALIKE * len(words):
        return False
    if sum(_CONTACT.match(cell.text) is not None for cell in run) >= _FEWEST_CONTACTS or any(map(_leads_on, run)):
        return False
    whole = [int(figure) for figure in figures if len(figure) <= _LONGEST_NUMBER and figure.isdecimal()]
    on = sum(after == before + 1 for before, after in pairwise(whole))
    dates = sum(_DATE.search(figure) is not None for figure in figures)
    return on <= _MOST_COUNTED_ON * len(whole) and dates <= _MOST_DATES * len(figures)


def _has_text(blocks: Sequence[Block]) -> bool:
    return any(block.is_prose for block in blocks)


def _is_recipe(run: Sequence[Block]) -> bool:
    """Whether ingredients are told, which stand above what is done with them."""
    return sum(map(is_measured, run)) >= _FEWEST_MEASURES


def _leads_on(cell: Block) -> bool:
    return _LEADING_ON.match(cell.text) is not None


def _words_of_text(blocks: Sequence[Block]) -> set[str]:
    return {word for block in blocks if block.is_prose for word in block.folded_words if len(word) >= _LONG_WORD}


def _is_of(text: set[str], run: Sequence[Block]) -> bool:
    cells = [block for block in run if not _is_figure(block)]
    shared = {block.text for block in cells if not text.isdisjoint(block.folded_words)}
    return len(shared) >= _FEWEST_SHARED and len(shared) >= _LEAST_SHARED * len({block.text for block in cells})


def _parts(blocks: Sequence[Block], start: int, end: int) -> Iterator[FlatTable]:
    """The table; or where only a part of it has rows that are alike, this and what follows it."""
    while start < end:
        found = _with_rows(blocks, start, end)
        yield found
        start = found.end


def _with_rows(blocks: Sequence[Block], start: int, end: int) -> FlatTable:
    """What has rows of equally many words and then figures, or of figures and then words, from its start on.

    Rows begin with words, since those name what the figures tell of. They begin with figures where these are ranks; or
    dates or measures, and the last row ends in words: no figure tells that those are part of the table.
    """
    further = end
    while further < min(end + _WIDEST, len(blocks)) and _is_cell(blocks[further]):
        further += 1
    cells = blocks[start:further]
    ranked = _with_ranks(cells)
    if ranked:
        first, width, last = ranked
        heading = _heading(first, width, width)
        if heading:
            return FlatTable(start, start + last, width, start + heading[1], heading[0])
    lead = next(place for place, cell in enumerate(cells) if _is_figure(cell))
    figures = sum(1 for _ in takewhile(_may_be_figure, cells[lead:]))
    words = sum(1 for _ in takewhile(lambda cell: not _may_be_figure(cell), cells[lead + figures :]))
    width = figures + words
    rows = 0
    while _are_row(cells[lead + rows * width : lead + (rows + 1) * width], figures, words):
        rows += 1
    last = lead + rows * width
    column = cells[lead:last:width]
    told: tuple[int, int] | None = None
    if rows >= _FEWEST_ROWS and last == len(cells) and _leads(column):
        told = (0, lead) if _is_recipe(column) else _heading(lead, width, width)
    elif words and lead >= words:
        whole = _are_row(cells[last : last + figures], figures, 0)
        last = last + figures if whole else last - words
        lead -= words
        named = figures if words == 1 < figures else width
        told = _heading(lead, width, named) if rows + whole >= _FEWEST_ROWS else None
    if told is None or width > _WIDEST:
        return FlatTable(start, end)
    header, above = told
    return FlatTable(start, start + last, width, start + above, header)


def _with_ranks(cells: Sequence[Block]) -> tuple[int, int, int] | None:
    """Where rows begin that are numbered `1.`, `2.` and so on, how many cells each has, and where the last one ends."""
    places = [place for place, cell in enumerate(cells) if cell.text in ("1.", "2.")][:2]
    if len(places) < 2 or cells[places[0]].text != "1.":
        return None
    first, width = places[0], places[1] - places[0]
    rows = 0
    for place in range(first, len(cells) - width + 1, width):
        if cells[place].text != f"{rows + 1}.":
            break
        rows += 1
    return (first, width, first + rows * width) if rows >= _FEWEST_ROWS and 1 < width <= _WIDEST else None


def _may_be_figure(cell: Block) -> bool:
    """An empty cell has a sign in it, or says so: `–`, `n/a`."""
    return cell.words == 0 or _is_figure(cell) or _MISSING.fullmatch(cell.text) is not None


def _are_row(cells: Sequence[Block], figures: int, words: int) -> bool:
    if not figures or len(cells) < figures + words:
        return False
    return all(map(_may_be_figure, cells[:figures])) and not any(map(_is_figure, cells[figures:]))


def _leads(column: Sequence[Block]) -> bool:
    """Whether figures name what stands behind them: dates, measures."""
    return all(_DAY.search(cell.text) for cell in column) or _is_recipe(column)


def _heading(lead: int, width: int, named: int) -> tuple[int, int] | None:
    """How many of the lines above the first row name columns, and how many head the table; None where one cannot tell.

    All columns are named, or but the first, or none.
    """
    for cells in (width, named, 0):
        if cells <= lead <= cells + _HEADING:
            return cells, lead - cells
    return None
