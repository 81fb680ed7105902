"""The page of who appears with whom: a picture drawn at build time, and the same facts as a table."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.archive.company import FEWEST_TOGETHER
from generator.archive.values import Circle, Kind, Term, Tie
from generator.output_file import OutputFile
from generator.render.page.maker import TOGETHER, PageMaker, term_link
from generator.render.page.views import LinkView
from generator.render.together.spread import Box, Pull, spread
from generator.render.together.views import LineView, NodeView, PersonRowView, TieView, TogetherView
from generator.render.words.catalogue import Words

# Lengths are in CSS pixels at the browser's own size of type.
_SMALLEST, _LARGEST = 5.0, 17.0
"""Half the width of a mark."""
_THINNEST, _THICKEST = 0.5, 5.0
_TYPE = 13.0
_LEADING = 15.0
_GAP = 3.0
"""Between a mark and its label."""
_AIR = 7.0
"""Around a mark with its label."""
_LONGEST_LINE = 15
"""Characters of a label after which it goes on in a second line."""
_LONGEST_LABEL = 60
_PARTS = re.compile(r"\S+?(?:-(?=\w)|\s+|$)")
"""What a label may be broken after."""
_WIDEST = 940.0
_TIGHTNESS = 0.3
"""The part of the picture that marks and labels fill: more is a heap, less is empty."""
_SHAPE = 1.5
"""Width to height."""
_FLATTEST = 2.2
"""Width to height, where a picture is drawn wider so as to take the page's whole width."""

_MOST_NAMED = 3
"""Pairs that a caption can name and still be read as a sentence."""


def together_page(maker: PageMaker) -> Iterator[OutputFile]:
    """`together.html`, where enough people appear with others."""
    circle = maker.archive.circle
    if not circle.terms:
        return
    words = maker.words
    marks = [_Mark.of(term, len(circle.terms[0].articles)) for term in circle.terms]
    width, height = _size(marks)
    most = max(tie.together for tie in circle.ties)
    fullest, caption = _finding(circle, most, words)
    pulls = [Pull(tie.first, tie.second, 0.5 + tie.together / most) for tie in circle.ties]
    middles = _widened(marks, spread([mark.box for mark in marks], pulls, width, height))
    corner, reach = _bounds(marks, middles)
    placed = [(x - corner[0], y - corner[1]) for x, y in middles]
    people = sum(term.kind is Kind.PEOPLE for term in circle.terms)
    view = TogetherView(
        size=_how_many(people, len(circle.terms) - people, words),
        caption=caption,
        explained=words("together.explained", n=FEWEST_TOGETHER),
        width=_number(reach[0]),
        height=_number(reach[1]),
        nodes=tuple(_node(mark, x, y, words) for mark, (x, y) in zip(marks, placed, strict=True)),
        ties=tuple(_tie(tie, marks, placed, most, is_full=tie in fullest) for tie in circle.ties),
        rows=tuple(_rows(circle, words)),
    )
    yield maker.page(maker.page_view(TOGETHER, "together", words("page.together"), description=view.caption), view)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark with its label, not yet placed. The box is what both fill, with the air around them."""

    term: Term
    radius: float
    lines: tuple[str, ...]
    box: Box

    @staticmethod
    def of(term: Term, most: int) -> _Mark:
        # The mark's area, not its width, is what the eye compares.
        radius = _SMALLEST + (_LARGEST - _SMALLEST) * math.sqrt(len(term.articles) / most)
        lines = tuple(_lines(term.name))
        width = max(2 * radius, *map(_text_width, lines)) + 2 * _AIR
        height = 2 * radius + _GAP + _LEADING * len(lines) + 2 * _AIR
        return _Mark(term, radius, lines, Box(width, height))


def _lines(name: str) -> Iterator[str]:
    """A name as a label: in lines of whole words, or parts up to a hyphen, each as long as the longest may be."""
    if len(name) > _LONGEST_LABEL:
        name = name[: _LONGEST_LABEL - 1].rstrip() + "…"
    line = ""
    for part in _PARTS.findall(name):
        if line and len(line) + len(part.rstrip()) > _LONGEST_LINE:
            yield line.rstrip()
            line = ""
        line += part
    yield line.rstrip()


_NARROW = frozenset("fijlrtI.,:;'’|!()[]- ")
_BROAD = frozenset("mwMWЖМШЩЮФжмшщюф@%")


def _text_width(text: str) -> float:
    """About how wide a text is, rather too much than too little: the reader's fonts are not known."""
    return sum(map(_sign_width, text)) * _TYPE


def _sign_width(sign: str) -> float:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.0
    if sign in _NARROW:
        return 0.36
    if sign in _BROAD:
        return 0.95
    return 0.74 if sign.isupper() else 0.61


def _size(marks: Sequence[_Mark]) -> tuple[float, float]:
    """The size of a picture in which the marks have room."""
    area = sum(mark.box.width * mark.box.height for mark in marks) / _TIGHTNESS
    width = min(_WIDEST, math.sqrt(area * _SHAPE))
    return width, max(area / width, width / 2)


def _widened(marks: Sequence[_Mark], middles: Sequence[tuple[float, float]]) -> Sequence[tuple[float, float]]:
    """The middles drawn apart from side to side until the picture is as wide as the page, or as flat as it may be."""
    _, (_, height) = _bounds(marks, middles)
    width = min(_WIDEST, height * _FLATTEST)
    placed = list(zip(marks, middles, strict=True))
    # Boxes keep their width, so the pair that is the first to reach from edge to edge decides.
    stretches = [
        (width - (left.box.width + right.box.width) / 2) / (x2 - x1)
        for left, (x1, _) in placed
        for right, (x2, _) in placed
        if x1 < x2
    ]
    stretch = max(1.0, min(stretches, default=1.0))
    return [(x * stretch, y) for x, y in middles]


def _bounds(
    marks: Sequence[_Mark], middles: Sequence[tuple[float, float]]
) -> tuple[tuple[float, float], tuple[float, float]]:
    """The corner at the left above, and the width and height, of what the boxes fill."""
    placed = list(zip(marks, middles, strict=True))
    left = min(x - mark.box.width / 2 for mark, (x, _) in placed)
    top = min(y - mark.box.height / 2 for mark, (_, y) in placed)
    right = max(x + mark.box.width / 2 for mark, (x, _) in placed)
    bottom = max(y + mark.box.height / 2 for mark, (_, y) in placed)
    return (left, top), (right - left, bottom - top)


def _finding(circle: Circle, most: int, words: Words) -> tuple[Sequence[Tie], str]:
    """The ties that stand out, and the sentence that says so."""
    articles = words("count.articles", n=most)
    fullest = [tie for tie in circle.ties if tie.together == most]
    if len(fullest) > _MOST_NAMED:
        return [], words("together.caption_many", articles=articles)
    pairs = [
        words("together.pair", first=circle.terms[tie.first].name, second=circle.terms[tie.second].name)
        for tie in fullest
    ]
    key = "together.caption" if len(fullest) == 1 else "together.caption_each"
    return fullest, words(key, pairs=words.joined(pairs), articles=articles)


def _how_many(people: int, organizations: int, words: Words) -> str:
    counted = [words("count.people", n=people)]
    if organizations:
        counted.append(words("count.organizations", n=organizations))
    return words.joined(counted)


def _node(mark: _Mark, x: float, y: float, words: Words) -> NodeView:
    """`x` and `y` are the middle of the mark's box."""
    term = mark.term
    middle = _mark_middle(mark, y)
    # A square of the same area as the circle.
    half = mark.radius * math.sqrt(math.pi) / 2
    foot = middle + mark.radius + _GAP + _TYPE * 0.85
    return NodeView(
        name=words("together.node", name=term.name, articles=words("count.articles", n=len(term.articles))),
        path=term.page,
        is_person=term.kind is Kind.PEOPLE,
        x=_number(x),
        y=_number(middle),
        radius=_number(mark.radius),
        left=_number(x - half),
        top=_number(middle - half),
        side=_number(2 * half),
        lines=tuple(_line(text, x, foot + number * _LEADING) for number, text in enumerate(mark.lines)),
        place_left=_number(x - mark.box.width / 2),
        place_top=_number(y - mark.box.height / 2),
        place_width=_number(mark.box.width),
        place_height=_number(mark.box.height),
    )


def _line(text: str, x: float, foot: float) -> LineView:
    """A line of a label whose middle is `x`, and whose letters stand on `foot`."""
    width = _text_width(text)
    left, top = x - width / 2, foot - _TYPE * 0.85
    return LineView(text, _number(foot), _number(left), _number(top), _number(width), _number(_LEADING))


def _mark_middle(mark: _Mark, y: float) -> float:
    """How far down the middle of the mark itself is."""
    return y - mark.box.height / 2 + _AIR + mark.radius


def _tie(
    tie: Tie, marks: Sequence[_Mark], placed: Sequence[tuple[float, float]], most: int, *, is_full: bool
) -> TieView:
    (x1, y1), (x2, y2) = placed[tie.first], placed[tie.second]
    return TieView(
        x1=_number(x1),
        y1=_number(_mark_middle(marks[tie.first], y1)),
        x2=_number(x2),
        y2=_number(_mark_middle(marks[tie.second], y2)),
        width=_number(_THINNEST + (_THICKEST - _THINNEST) * tie.together / most),
        is_full=is_full,
    )


def _rows(circle: Circle, words: Words) -> Iterator[PersonRowView]:
    company: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for tie in circle.ties:
        company[tie.first].append((-tie.together, tie.second))
        company[tie.second].append((-tie.together, tie.first))
    for number, term in enumerate(circle.terms):
        others = [(circle.terms[other], -together) for together, other in sorted(company[number])]
        links = tuple(LinkView(other.name, other.page, together) for other, together in others)
        yield PersonRowView(term_link(term), words(f"term.of.{term.kind}"), links)


def _number(number: float) -> str:
    return f"{number:.1f}"
