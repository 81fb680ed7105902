"""The aspects under which the figures of a block fall, and what can be said of a block under each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.ingest.blocks import PROSE_WORDS
from generator.ingest.rules.likeness_context import CONTEXT
from generator.ingest.rules.likeness_features import FIGURES

Value = Callable[[str], float]
"""Gives a figure of a block by its name."""


@dataclass(frozen=True, slots=True)
class Aspect:
    """Figures that a reader would name together."""

    figures: tuple[str, ...]
    sign: Callable[[Value], str]
    """The name of what is true of a block with such figures: a key of `articles.line_signs`. Empty where that would be
    nothing that a reader can check."""
    is_own: bool = True
    """Whether it is about the block itself, not about what stands around it."""


def _is(name: str) -> Callable[[Value], str]:
    """One thing is said, whatever the figures are."""
    return lambda value: name


def _any(some: str, none: str, *figures: str) -> Callable[[Value], str]:
    """What is said where one of the figures is above zero, and what where none is."""
    return lambda value: some if any(value(figure) > 0 for figure in figures) else none


def _with_parts(*lists: str) -> tuple[str, ...]:
    """The counts of words of these lists, and the parts of the words that they are."""
    return (*lists, *(f"part of {name}" for name in lists))


_LONG = 60
"""Words of more than one paragraph of most texts."""
_MANY_CAPITALS = 0.3
_MOST = 0.5
_NEAR_AN_END = 0.25
_NONE, _NO_LINE = -99, -9
"""Stand for the distance to what is not there, and for the odds of a line beyond the first or the last."""
_SET_ASIDE = 2
"""The kind from which on a line beside was set aside."""


def _length(value: Value) -> str:
    return "short" if value("words") < PROSE_WORDS else "long" if value("words") >= _LONG else "length"


def _ending(value: Value) -> str:
    if value("is cut off"):
        return "cut-off"
    return "ended" if value("ends a sentence") else "unended"


def _capitals(value: Value) -> str:
    return "capitals" if value("capitals") > _MANY_CAPITALS else "few-capitals"


def _quotes(value: Value) -> str:
    if value("quotation marks"):
        return "quotes"
    return "apostrophes" if value("curly marks") or value("straight marks") else "no-quotes"


def _addresses(value: Value) -> str:
    return "address" if value("addresses") else "bars" if value("bars") else "no-address"


def _links(value: Value) -> str:
    return "linked" if value("links") >= _MOST else "some-link" if value("links") else "no-link"


def _known(value: Value) -> str:
    if not value("part elsewhere"):
        return "new-words"
    return "known-words" if value("part elsewhere") >= _MOST else "few-known"


def _place(value: Value) -> str:
    if value("from first prose") < 0:
        return "above-text"
    if value("from last prose") > 0:
        return "below-text"
    part = value("part above")
    return "early" if part < _NEAR_AN_END else "late" if part > 1 - _NEAR_AN_END else "amid"


def _comments(value: Value) -> str:
    from_first = value("from first comment")
    if from_first == _NONE:
        return "no-comments" if value("from guessed comments") == _NONE else "some-comments"
    return "after-comments" if from_first > 0 else "some-comments"


def _aside(value: Value) -> str:
    above, below = value("kind above") >= _SET_ASIDE, value("kind below") >= _SET_ASIDE
    if above or below:
        return "between-aside" if above and below else "below-aside" if above else "above-aside"
    near = sum(value(f"{kind} {side} 3") for kind in ("furniture", "guesses") for side in ("above", "below"))
    return "near-aside" if near else "far-aside"


def _among(value: Value) -> str:
    odds = [value(f"odds at {offset}") for offset in ("-2", "-1", "+1", "+2")]
    told = [one for one in odds if one > _NO_LINE]
    return "unlike-neighbours" if sum(told) < 0 else "like-neighbours"


def _beyond(value: Value) -> str:
    if value("best chance above") >= _MOST > value("best chance below"):
        return "beyond"
    if value("best chance below") >= _MOST > value("best chance above"):
        return "before"
    return "within" if value("best chance above") >= _MOST else ""


_PLACE = (
    *("words above", "words below", "part above", "part of all above", "place", "blocks below", "blocks"),
    *("lines above", "lines below", "from first prose", "from last prose", "from title", "gap"),
)
_FAR = (
    *("chance above", "chance below", "best chance above", "best chance below", "from first likely"),
    *("from last likely", "from best end", "lost below best end"),
    *(name for name in CONTEXT if name.startswith("part below under ")),
)
_WHOLE = (
    *("open words", "part open", "guessed comments", "part set aside", "all guesses", "short part", "listed part"),
    *("mean words", "lead says I", "lead says you", "lead reports", "lead curly", "lead straight"),
    *("chance of all", "chance of lead", "doubt"),
)
_NEIGHBOURS = (
    *(name for name in FIGURES if name.endswith((" at -3", " at -2", " at -1", " at +1", " at +2", " at +3"))),
    *(name for name in FIGURES if name.endswith((" in all above", " in all below", " around"))),
)
_AMONG = tuple(name for name in CONTEXT if name.startswith(("odds at ", "chance within ", "worst chance near ")))
_AROUND = tuple(name for name in FIGURES if name.startswith(("kind ", "furniture ", "guesses ", "all furniture ")))

ASPECTS = (
    Aspect(("words", "length"), _length),
    Aspect(("sentences", "words a sentence"), _is("sentence-lengths")),
    Aspect(("letters a word", "short words"), _is("word-lengths")),
    Aspect(("end", "is cut off", "ends in a stop", "ends a sentence", "is prose"), _ending),
    Aspect(("opening", "opens by going on"), _any("goes-on", "opening", "opens by going on")),
    Aspect(
        ("sentences that open small",),
        _any("opens-small", "opens-large", "sentences that open small"),
    ),
    Aspect(("capitals", "words in capitals"), _capitals),
    Aspect(("digits",), _any("digits", "no-digits", "digits")),
    Aspect(_with_parts("months"), _any("times", "no-times", "months")),
    Aspect(
        ("exclamation marks", "question marks", "ellipses"),
        _any("exclaims", "no-exclaims", "exclamation marks", "question marks", "ellipses"),
    ),
    Aspect(("quotation marks", "curly marks", "straight marks", "more curly", "more straight"), _quotes),
    Aspect(("commas", "brackets", "colons", "dashes", "hyphens for dashes"), _is("punctuation")),
    Aspect(("addresses", "bars"), _addresses),
    Aspect((*_with_parts("first_person"), "opens with I", "says I more"), _any("says-i", "no-i", "first_person")),
    Aspect((*_with_parts("second_person"), "says you more"), _any("says-you", "no-you", "second_person")),
    Aspect(_with_parts("we"), _any("says-we", "no-we", "we")),
    Aspect(
        (*_with_parts("thanks", "opinion", "spoken"), "opens with a greeting"),
        _any("chatty", "not-chatty", "thanks", "opinion", "spoken"),
    ),
    Aspect(_with_parts("reports"), _any("reports", "no-reports", "reports")),
    Aspect(
        (*_with_parts("page", "writing"), "speaks of the article"),
        _any("page-words", "no-page-words", "page", "writing"),
    ),
    Aspect(_with_parts("jobs"), _any("jobs", "no-jobs", "jobs")),
    Aspect(("title words", "part in title"), _any("of-title", "not-title", "title words")),
    Aspect(("lead words", "part in lead"), _any("of-lead", "not-lead", "lead words")),
    Aspect(("known words", "topic words", "part known", "part elsewhere"), _known),
    Aspect(("is listed", "has a bullet", "shape", "level"), _any("listed", "form", "is listed")),
    Aspect(("links",), _links),
    Aspect(_PLACE, _place, is_own=False),
    Aspect(("from first comment", "to last comment", "from guessed comments"), _comments, is_own=False),
    Aspect(_AROUND, _aside, is_own=False),
    Aspect(_NEIGHBOURS, _is(""), is_own=False),
    Aspect(_AMONG, _among, is_own=False),
    Aspect(_FAR, _beyond, is_own=False),
    Aspect(_WHOLE, _is(""), is_own=False),
)
"""Every figure of `FIGURES` and of `CONTEXT` is in one of them, but for the first trees' own odds."""

ONLY_AGAINST = frozenset(
    "not-title not-lead new-words after-comments some-comments between-aside below-aside above-aside near-aside "
    "unlike-neighbours beyond before".split()
)
"""Signs that would puzzle a reader if they were told as speaking for the article's text: trees weigh figures together,
so that one of them can count for the contrary of what it says alone."""
ONLY_FOR = frozenset("of-title of-lead known-words no-comments far-aside like-neighbours within".split())
"""Likewise against it."""


def aspect_numbers() -> Mapping[str, int]:
    """For each figure the place of its aspect in `ASPECTS`."""
    return {name: number for number, aspect in enumerate(ASPECTS) for name in aspect.figures}
