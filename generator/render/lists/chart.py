"""The chart of years: how many articles are from each, drawn in percentages so that it fits any width."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from generator.archive.values import Archive
from generator.render.lists.sheets import TIMELINE, year_anchor, year_path
from generator.render.page.views import BarView, ChartView
from generator.render.words.catalogue import Words

_MOST_COLUMNS = 40
"""Years. What reaches farther is drawn by decades."""
_MOST_LABELS = 8
"""Labels of four digits that stand beside each other on a phone."""
_MOST_NAMED = 3
"""Years that a caption can name and still be read as a sentence."""
_TOP, _BOTTOM = 16.0, 82.0
"""Where the longest column ends and where all begin, in percent from above; the rest is for labels."""
_FILLED = 0.64
"""How much of its place a column takes."""
_FEWEST_OF_TERM = 5
"""Articles with a known year: fewer are seen at a glance in the list itself."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A year, or the ten from `year` on."""

    year: int
    label: str
    name: str
    """The label as it stands in a sentence."""
    count: int
    first: int
    """The first year in it that has articles; `year` where there is none."""


@dataclass(frozen=True, slots=True)
class _Captions:
    """The catalogue's keys for what a chart may show."""

    few: str
    """That most are of a few years."""
    full: str
    """That one year has more than any other."""
    even: str
    """That none stands out."""


_OF_ARCHIVE = _Captions("home.chart_few", "home.chart_full", "home.chart_even")
_OF_TERM = _Captions("term.chart_few", "term.chart_full", "term.chart_even")


def chart_of_years(archive: Archive, words: Words) -> ChartView | None:
    """The archive's chart; None where fewer than two years have articles. Its columns lead to the timeline."""
    years = [article.year for article in archive.articles]
    by_decade = _is_by_decade({year for year in years if year})

    def path_of(year: int) -> str:
        # From a decade's first year in the list of years its others are seen too.
        return f"{TIMELINE}#{year_anchor(year)}" if by_decade else year_path(archive, year)

    return _chart(years, path_of, _OF_ARCHIVE, words)


def chart_of_term(years: Sequence[int | None], path_of: Callable[[int], str], words: Words) -> ChartView | None:
    """The chart of a term that is in articles from these years, None standing for no date; None where these are few, or
    all of one year. `path_of` is where a year's stand."""
    dated = [year for year in years if year]
    return _chart(years, path_of, _OF_TERM, words) if len(dated) >= _FEWEST_OF_TERM else None


def _chart(
    years: Sequence[int | None], path_of: Callable[[int], str], captions: _Captions, words: Words
) -> ChartView | None:
    """The chart of articles from these years, with a caption that states the finding."""
    counts = Counter(year for year in years if year)
    if len(counts) < 2:
        return None
    columns = _columns(counts, words)
    named, caption = _finding(columns, len(years), captions, words)
    ticks = _labelled(columns, named)
    numbers = range(len(columns)) if _have_room_for_numbers(columns, words) else ticks
    bars = [
        _bar(
            columns,
            position,
            position in ticks,
            position in numbers,
            column.year in named,
            path_of(column.first),
            words,
        )
        for position, column in enumerate(columns)
        if column.count
    ]
    return ChartView(tuple(bars), caption)


def _is_by_decade(years: Collection[int]) -> bool:
    return bool(years) and max(years) - min(years) >= _MOST_COLUMNS


def _columns(counts: Mapping[int, int], words: Words) -> list[_Column]:
    by_decade = _is_by_decade(counts)
    years = 10 if by_decade else 1
    columns: list[_Column] = []
    for start in range(min(counts) // years * years, max(counts) + 1, years):
        inside = [year for year in range(start, start + years) if year in counts]
        columns.append(
            _Column(
                year=start,
                label=words("date.decade", year=str(start)) if by_decade else str(start),
                name=words("chart.decade", year=str(start)) if by_decade else str(start),
                count=sum(counts[year] for year in inside),
                first=inside[0] if inside else start,
            )
        )
    return columns


def _finding(columns: list[_Column], articles: int, captions: _Captions, words: Words) -> tuple[set[int], str]:
    """The years that stand out, and the sentence that says so."""
    fullest = sorted((column for column in columns if column.count), key=lambda column: (-column.count, column.year))
    # Half of the columns or more are no few.
    for number in range(1, min(_MOST_NAMED, (len(fullest) - 1) // 2) + 1):
        stand_out = fullest[number - 1].count > fullest[number].count
        if stand_out and sum(column.count for column in fullest[:number]) * 2 > articles:
            named = sorted(fullest[:number], key=lambda column: column.year)
            caption = words(captions.few, years=words.joined([column.name for column in named]))
            return {column.year for column in named}, caption
    first = fullest[0]
    if first.count > fullest[1].count:
        count = words("count.articles", n=first.count)
        return {first.year}, words(captions.full, year=first.name, articles=count)
    return set(), words(captions.even, first=columns[0].name, last=columns[-1].name)


def _labelled(columns: list[_Column], named: set[int]) -> set[int]:
    """The positions of the columns whose labels have room: those that stand out, the first, the last, then others."""
    filled = [position for position, column in enumerate(columns) if column.count]
    wanted = [position for position in filled if columns[position].year in named]
    room = -(-len(columns) // _MOST_LABELS)
    chosen: set[int] = set()
    for position in (*wanted, filled[0], filled[-1], *filled):
        if all(abs(position - other) >= room for other in chosen):
            chosen.add(position)
    return chosen


def _have_room_for_numbers(columns: list[_Column], words: Words) -> bool:
    """Whether each column's number can stand over it, though its year cannot below: it is shorter."""
    longest = max(len(words.number(column.count)) for column in columns)
    return len(columns) * (longest + 1) <= _MOST_LABELS * len("2001 ")


def _bar(
    columns: list[_Column],
    position: int,
    has_tick: bool,
    has_number: bool,
    is_full: bool,
    path: str,
    words: Words,
) -> BarView:
    column = columns[position]
    step = 100 / len(columns)
    height = (_BOTTOM - _TOP) * column.count / max(other.count for other in columns)
    return BarView(
        place=_percent(step * position),
        place_width=_percent(step),
        left=_percent(step * (position + (1 - _FILLED) / 2)),
        width=_percent(step * _FILLED),
        middle=_percent(step * (position + 0.5)),
        top=_percent(_BOTTOM - height),
        height=_percent(height),
        name=words("chart.bar", year=column.label, articles=words("count.articles", n=column.count)),
        path=path,
        tick=column.label if has_tick else "",
        label=words.number(column.count) if has_number else "",
        is_full=is_full,
    )


def _percent(number: float) -> str:
    return f"{number:.2f}%"
