"""Suggests entries for the names that recur in articles and have none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from generator.archive.authorities import Authorities
from generator.archive.names import fold
from generator.archive.suggest.candidates import Candidates, Evidence, is_acronym
from generator.archive.suggest.grouping import Group, grouped, last_words
from generator.archive.suggest.kinds import is_told, kinds_of
from generator.archive.suggest.sequences import blocks_of
from generator.archive.values import MENTION_KINDS, Kind
from generator.archive.whereabouts import line_of
from generator.articles.article import Article
from generator.urls import unique_slug

COUNTRY = "a country or a capital"
"""The remark for those that the packaged list knows."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that has a name."""

    path: str
    """The article's file."""
    line: int
    """Of that file, where the name first stands."""
    text: str
    """Shortened at both ends where it is long."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entry that an authority file may get."""

    kind: Kind | None
    """None where the articles do not tell."""
    id: str
    name: str
    variants: tuple[str, ...]
    articles: int
    """In how many articles it stands."""
    uses: int
    examples: tuple[Example, ...]
    remarks: tuple[str, ...] = ()
    """What the archivist should know before taking it over."""


def suggest_names(
    articles: Sequence[Article],
    texts: Mapping[str, str],
    authorities: Authorities,
    countries: Mapping[str, str],
    language: str,
    least: int,
) -> tuple[Suggestion, ...]:
    """The names without an entry that stand in at least `least` articles: by kind, the most frequent first.

    Drafts and withdrawn articles count for nothing. `texts` are the article files by their paths, `countries` the names
    that the packaged list knows and what it shows for each, `language` is that of articles which do not say theirs.
    """
    shown = [article for article in articles if not article.meta.draft and not article.meta.withdrawn]
    candidates = Candidates(shown, language)
    known = _known_names(authorities)
    groups = (
        group
        for group in grouped(_worth(candidates.names(), candidates), countries)
        if fold(group.names[0]) not in known
    )
    frequent = [
        (group, kind)
        for group, kind in kinds_of(groups, countries)
        if len(group.evidence.articles) >= least and is_told(group, kind)
    ]
    ids = set(authorities.ids)
    suggestions = []
    for group, kind in sorted(frequent, key=_order):
        id_ = unique_slug(group.names[0], ids)
        ids.add(id_)
        suggestions.append(
            Suggestion(
                kind=kind,
                id=id_,
                name=group.names[0],
                variants=group.names[1:],
                articles=len(group.evidence.articles),
                uses=group.evidence.uses,
                examples=tuple(_examples(group, shown, texts)),
                remarks=tuple(_remarks(group, known, countries)),
            )
        )
    return tuple(suggestions)


def _order(found: tuple[Group, Kind | None]) -> tuple[int, int, int, str]:
    group, kind = found
    rank = MENTION_KINDS.index(kind) if kind in MENTION_KINDS else len(MENTION_KINDS)
    return rank, -len(group.evidence.articles), -group.evidence.uses, group.names[0]


def _remarks(group: Group, known: frozenset[str], countries: Mapping[str, str]) -> Iterable[str]:
    for name in group.names[1:]:
        if name in group.shared:
            yield f"“{name}” is another's name too: it is linked only where a longer name in the article tells whose"
        elif fold(name) in known:
            yield f"“{name}” is a name of another entry already"
    if any(name in countries for name in group.names):
        yield COUNTRY


def _known_names(authorities: Authorities) -> frozenset[str]:
    """All names that articles may link already, folded."""
    entries = [(kind, entry) for kind in MENTION_KINDS for entry in authorities.of(kind)]
    names = (name for _, entry in entries for name in (entry.name, *entry.variants))
    forms = (form for kind, entry in entries for form in authorities.usage.forms.get((kind, entry.id), ()))
    publications = (name for entry in authorities.of(Kind.PUBLICATIONS) for name in (entry.name, *entry.variants))
    return frozenset(fold(name) for of in (names, forms, publications) for name in of)


def _worth(names: Mapping[str, Evidence], candidates: Candidates) -> dict[str, Evidence]:
    """The names without single words that are adjectives or the names of peoples."""
    short = last_words(names)
    return {
        name: evidence
        for name, evidence in names.items()
        if name in short or is_acronym(name) or evidence.titled or not candidates.is_attribute(name, evidence)
    }


def _examples(group: Group, articles: Sequence[Article], texts: Mapping[str, str]) -> Iterable[Example]:
    for position, number, start in group.evidence.examples:
        article = articles[position]
        block = next(islice(blocks_of(article.text), number, None))
        name = next((name for name in group.names if name in block[start:]), group.names[0])
        text = texts[article.path]
        # Signs of Markdown may stand among the words beside the name.
        line = line_of(_words_from(block, start), text) or line_of(name, text)
        yield Example(article.path, line, _sentence(block, start))


_SENTENCE_END = re.compile(r"(?<![^\W\d_a-zа-яё])(?<!\bMr|\bDr|\bSt)(?<!Gen|Sen|Rep|Gov|Mrs)[.!?…][\"”»'’)]*\s+(?!\d)")
"""A full stop after a capital letter is an initial's."""
_LONGEST = 160
"""Characters of an example."""


def _words_from(block: str, start: int) -> str:
    return block[start : start + _LONGEST // 2].rpartition(" ")[0] or block[start:]


def _sentence(block: str, start: int) -> str:
    """The sentence around `start`, as far as it can be seen, in at most `_LONGEST` characters."""
    begin, stop = 0, len(block)
    for end in _SENTENCE_END.finditer(block):
        if end.end() <= start:
            begin = end.end()
        elif end.start() > start:
            stop = end.end()
            break
    if stop - begin <= _LONGEST:
        return block[begin:stop].strip()
    begin = max(begin, start - _LONGEST // 2)
    cut = block[begin : min(stop, begin + _LONGEST)]
    return f"…{cut.partition(' ')[2].rpartition(' ')[0]}…"
