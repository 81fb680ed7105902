"""A source's lines as they are shown: in passages, with what became of them and what the article has in their place."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from generator.articles.article import Article
from generator.articles.ledger import Fate
from generator.articles.source_text import SourceText
from generator.render.page.maker import PageMaker
from generator.render.sources.alignment import Place, align, letters
from generator.render.sources.article import Imported, article_paragraphs, as_imported, lifted_values
from generator.render.sources.notes import fate_class, note_views, part_views
from generator.render.sources.passages import Line, Passage, Run, kept_spans, passages, told_spans
from generator.render.sources.views import DifferenceView, FacsimileView, GapView, LineView, PassageView, RunView
from generator.render.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is shown as one facsimile: a source, or the record beside it."""

    letter: str
    """What the anchors of its lines begin with."""
    heading: str
    line_words: str
    """The key of what one of its lines is called."""
    file: str
    lines: tuple[Line, ...]


_LONG = 500_000
"""Characters of a source beyond which the article's text does not stand on the page a second time."""


def is_long(sheets: Sequence[Sheet]) -> bool:
    """Whether the article is shown beside its source only where it does not repeat the lines."""
    return sum(len(text) for sheet in sheets for text, _ in sheet.lines) > _LONG


@dataclass(frozen=True, slots=True)
class _Shown:
    """What passages are shown with."""

    maker: PageMaker
    article: Article
    imported: Imported
    is_long: bool
    told: set[str] = field(default_factory=set)
    """The keys of front matter whose values stand beside a passage above."""


def facsimile_views(
    maker: PageMaker, article: Article, source: SourceText, sheets: Sequence[Sheet]
) -> tuple[FacsimileView, ...]:
    """The sheets of an article's source, beside the article."""
    shown = _Shown(maker, article, as_imported(article, source), is_long(sheets))
    of_sheets = _passages(sheets, shown.imported)
    beside = _beside(
        [passage for of_sheet in of_sheets for passage in of_sheet],
        article_paragraphs(maker, article, shown.imported),
    )
    views, first = [], 0
    for sheet, of_sheet in zip(sheets, of_sheets, strict=True):
        gaps = _gaps([run for passage in of_sheet for run in passage.runs], maker.words)
        made = [
            _passage(shown, sheet, passage, beside.get(position, ()), gaps)
            for position, passage in enumerate(of_sheet, start=first)
        ]
        views.append(FacsimileView(sheet.heading, sheet.file, sheet.letter, sheet.line_words, tuple(made)))
        first += len(of_sheet)
    return tuple(views)


def _passages(sheets: Sequence[Sheet], imported: Imported) -> list[list[Passage]]:
    """Those of each sheet."""
    kept = [
        (sheet.letter, position, text[span.start : span.end])
        for sheet in sheets
        for position, (text, line) in enumerate(sheet.lines)
        for span in kept_spans(line)
    ]
    paragraphs = [letters(text) for text in imported.paragraphs]
    places: defaultdict[str, defaultdict[int, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for (letter, position, _), place in zip(kept, align([text for _, _, text in kept], paragraphs), strict=True):
        if place:
            places[letter][position].append(place)
    sizes = [len(text) for text in paragraphs]
    return [passages(sheet.lines, places[sheet.letter], sizes) for sheet in sheets]


def _beside(
    made: Sequence[Passage], paragraphs: Mapping[int, Sequence[DifferenceView]]
) -> Mapping[int, Sequence[DifferenceView]]:
    """The paragraphs that stand beside each passage, by its position.

    One that is in no line stands with the one above it in the article, or with the first.
    """
    home = {number: position for position, passage in enumerate(made) for number in passage.paragraphs}
    homes = sorted(home)
    beside: defaultdict[int, list[DifferenceView]] = defaultdict(list)
    for number in sorted(paragraphs) if made else ():
        above = homes[max(bisect_right(homes, number) - 1, 0)] if homes else None
        beside[len(made) - 1 if above is None else home[above]].extend(paragraphs[number])
    return beside


def _gaps(runs: Sequence[Run], words: Words) -> Mapping[int, Sequence[GapView]]:
    """What stands in the place of runs that are not shown while only the lines of one fate are.

    By the number of the first line of the first of them.
    """
    gaps: defaultdict[int, list[GapView]] = defaultdict(list)
    for fate in sorted({fate for run in runs for fate in run.fates}, key=list(Fate).index):
        for is_shown, group in groupby(runs, key=lambda run: fate in run.fates):
            if is_shown:
                continue
            left_out = list(group)
            first, last = left_out[0].first, left_out[-1].last
            lines = words("source.range", first=first, last=last) if last > first else words.number(first)
            text = words("source.gap", n=last - first + 1, lines=lines)
            gaps[first].append(GapView(fate_class(fate), text))
    return gaps


def _passage(
    shown: _Shown,
    sheet: Sheet,
    passage: Passage,
    paragraphs: Sequence[DifferenceView],
    gaps: Mapping[int, Sequence[GapView]],
) -> PassageView:
    anchor, numbers = _range(sheet, passage, shown.maker.words)
    runs = tuple(_run(shown.maker, run, gaps.get(run.first, ())) for run in passage.runs)
    is_repeated = passage.is_repeated and all(paragraph.kind == "same" for paragraph in paragraphs)
    return PassageView(
        anchor=anchor,
        range=numbers,
        runs=runs,
        classes=_classes(runs),
        values=tuple(lifted_values(shown.maker, shown.article.meta, shown.imported.meta, passage.lifted, shown.told)),
        paragraphs=() if is_repeated and shown.is_long else tuple(paragraphs),
        is_repeated=is_repeated,
        is_heading=passage.is_heading,
    )


def _range(sheet: Sheet, passage: Passage, words: Words) -> tuple[str, str]:
    """The anchor of the passage's lines as a range, and the range in words; empty where it has but one."""
    numbers = [line.n for _, line in passage.lines if told_spans(line)]
    if len(numbers) < 2:
        return "", ""
    first, last = numbers[0], numbers[-1]
    return f"{sheet.letter}{first}-{last}", words("source.lines", first=first, last=last)


def _classes(runs: Sequence[RunView]) -> tuple[str, ...]:
    fates = {fate for run in runs for fate in run.fates}
    of_gaps = {gap.fate for run in runs for gap in run.gaps}
    return (*sorted(fates), *(f"gap-{fate}" for fate in sorted(of_gaps)))


def _run(maker: PageMaker, run: Run, gaps: Sequence[GapView]) -> RunView:
    return RunView(
        lines=tuple(_lines(maker, run)),
        notes=tuple(note_views(run.spans, maker.words)),
        fates=tuple(fate_class(fate) for fate in Fate if fate in run.fates),
        gaps=tuple(gaps),
    )


def _lines(maker: PageMaker, run: Run) -> Iterator[LineView]:
    for text, line in run.lines:
        yield LineView(line.n, tuple(part_views(text, line, maker.archive.config, maker.words)), line.at)
