"""Warns of names in authority files that are common words: each time that the word is used it would become a link."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from generator.archive.authorities import Authorities, authority_file
from generator.archive.mentions import stands_alone
from generator.archive.readable_copy import normalised_line
from generator.archive.values import MENTION_KINDS
from generator.articles.article import Article

if TYPE_CHECKING:
    from generator.problems import Problems

CALENDAR = frozenset(
    "January February March April May June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday "
    "Januar Jänner Februar März Mai Juni Juli Oktober Dezember "
    "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag "
    "Январь Февраль Март Апрель Май Июнь Июль Август Сентябрь Октябрь Ноябрь Декабрь "
    "Понедельник Вторник Среда Четверг Пятница Суббота Воскресенье".split()
)
"""Months and days of the week, in the languages of the interface."""

_FEWEST = 3
"""Articles with a word in lower case that make it a common one."""
_UNUSUAL = 10
"""Articles up to which a name without capitals may stand in any part of them."""
_COMMON_PART = 3
"""A name without capitals that stands in more than one in so many articles is a common word."""


def tell_common_names(articles: Sequence[Article], authorities: Authorities, problems: Problems) -> None:
    """A warning for each name or variant, at its line of the authority file, that the articles show to be a word."""
    names = list(_own_names(authorities))
    counts = _articles_with({form for _, _, name in names for form in (name, name.lower())}, articles)
    for path, line, name in names:
        reason = _why_common(name, counts, len(articles))
        if reason:
            hint = "every use of the word would be a link: write the name in a longer form, or take it out"
            problems.warning(path, line, f"“{name}” is a common word: {reason}", hint)


def _own_names(authorities: Authorities) -> Iterator[tuple[str, int, str]]:
    """File, line and normalised name of all names and variants of the kinds that are looked for in texts."""
    for kind in MENTION_KINDS:
        for entry in authorities.of(kind):
            # What the packaged list gave has no line: it stands after what the file gives.
            lines = authorities.lines.get((kind, entry.id), ())
            for line, name in zip(lines, (entry.name, *entry.variants), strict=False):
                yield authority_file(kind), line, normalised_line(name)


def _why_common(name: str, counts: Counter[str], articles: int) -> str:
    lower = name.lower()
    if name in CALENDAR:
        return "a month or a day of the week"
    if name == lower:
        common = counts[name] > max(_UNUSUAL, articles / _COMMON_PART) and name != name.upper()
        return f"without a capital, it stands in {counts[name]:,} of {articles:,} articles" if common else ""
    # An acronym is told from a word by its capitals: US, WHO, IT.
    if name == name.upper() or counts[lower] < max(_FEWEST, counts[name]):
        return ""
    return f"“{lower}” stands in {counts[lower]:,} articles, “{name}” in {counts[name]:,}"


def _articles_with(names: set[str], articles: Sequence[Article]) -> Counter[str]:
    """In how many articles each name stands alone."""
    import ahocorasick_rs

    ordered = sorted(names - {""})
    automaton = ahocorasick_rs.AhoCorasick(ordered, matchkind=ahocorasick_rs.MatchKind.Standard)
    counts: Counter[str] = Counter()
    for article in articles:
        text = normalised_line(article.text)
        found = automaton.find_matches_as_indexes(text, overlapping=True)
        counts.update({ordered[name] for name, start, end in found if stands_alone(text, start, end)})
    return counts
