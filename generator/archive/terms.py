"""Gathers the cross-links of an archive: its tags, authors, publications, people, places and organizations."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from generator.archive.authorities import Authorities
from generator.archive.names import alphabetical, fold
from generator.archive.references import which_id
from generator.archive.values import MENTION_KINDS, Kind, Term
from generator.articles.article import Article
from generator.urls import slugify, unique_slug

if TYPE_CHECKING:
    from generator.problems import Problems

IdsByKind = Mapping[Kind, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of an archive, from both sides."""

    by_kind: Mapping[Kind, tuple[Term, ...]]
    """Every kind has an entry; its terms stand in the order of their names, then ids."""
    by_article: Mapping[str, IdsByKind]
    """By slug, the ids of each kind in the order in which the article gives them. Every article and kind has one."""


def gather_terms(
    articles: Sequence[Article], named: Mapping[str, IdsByKind], authorities: Authorities, problems: Problems
) -> Terms:
    """The terms of `articles`, which stand in the order of time.

    `named` gives, by slug, the ids of the people, places and organizations of each article. A publication that an
    authority describes is that authority; other publications, authors and tags are known by their names alone.
    """
    given: dict[Kind, Mapping[str, tuple[str, ...]]] = {
        kind: {article.slug: named[article.slug][kind] for article in articles} for kind in MENTION_KINDS
    }
    names: dict[tuple[Kind, str], str] = {key: entry.name for key, entry in authorities.by_id.items()}
    for kind, written in _written(articles).items():
        known = _known_publications(articles, written, authorities, problems) if kind is Kind.PUBLICATIONS else {}
        given[kind], plain = _identified(written, known, [entry.id for entry in authorities.of(kind)])
        names.update(((kind, id_), name) for id_, name in plain.items())
    in_order = [(kind, given[kind]) for kind in Kind]
    return Terms(
        {kind: tuple(_terms(kind, of, names, authorities)) for kind, of in in_order},
        {article.slug: {kind: of[article.slug] for kind, of in in_order} for article in articles},
    )


def _identified(
    written: Mapping[str, tuple[str, ...]], known: Mapping[str, str], taken: Iterable[str]
) -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, str]]:
    """The ids of the names that articles have, by slug; and the names that are shown of ids that were made of them.

    `known` gives the ids of folded names that authorities describe, `taken` the ids that no other name gets.
    """
    times = Counter(chain.from_iterable(written.values()))
    folded = {name: fold(name) for name in times}
    plain = name_plainly((name for name in times.elements() if folded[name] not in known), taken)
    id_of = {**plain.ids, **known}
    ids = {name: id_of[of] for name, of in folded.items() if of}
    return {slug: _each_once(filter(None, map(ids.get, of))) for slug, of in written.items()}, plain.names


def _written(articles: Iterable[Article]) -> Mapping[Kind, dict[str, tuple[str, ...]]]:
    """The names of the other kinds that the front matter of each article has, by its slug."""
    written: dict[Kind, dict[str, tuple[str, ...]]] = {Kind.PUBLICATIONS: {}, Kind.AUTHORS: {}, Kind.TAGS: {}}
    for article in articles:
        meta = article.meta
        written[Kind.PUBLICATIONS][article.slug] = (meta.publication,)
        written[Kind.AUTHORS][article.slug] = meta.author
        written[Kind.TAGS][article.slug] = meta.tags
    return written


def _known_publications(
    articles: Iterable[Article],
    written: Mapping[str, tuple[str, ...]],
    authorities: Authorities,
    problems: Problems,
) -> dict[str, str]:
    """The ids of the folded names that a publication's authority describes; a name that may be several is told.

    `written` are the names by the slug of the article.
    """
    known = {}
    meant = {name: (fold(name), authorities.find(Kind.PUBLICATIONS, name)) for (name,) in set(written.values())}
    for article in articles:
        (name,) = written[article.slug]
        folded, found = meant[name]
        if len(found) == 1:
            known[folded] = found[0].id
        elif found:
            text = f"`publication`: “{name}” may be several; it gets a page of its own"
            problems.warning(article.path, article.line("publication"), text, which_id(found))
    return known


def _each_once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


def _terms(
    kind: Kind, given: Mapping[str, tuple[str, ...]], names: Mapping[tuple[Kind, str], str], authorities: Authorities
) -> list[Term]:
    slugs: defaultdict[str, list[str]] = defaultdict(list)
    for slug, ids in given.items():
        for id_ in ids:
            slugs[id_].append(slug)
    terms = [
        Term(kind, id_, names[kind, id_], tuple(under), authorities.by_id.get((kind, id_)))
        for id_, under in slugs.items()
    ]
    return sorted(terms, key=lambda term: (alphabetical(term.name), term.id))


@dataclass(frozen=True, slots=True)
class PlainNames:
    """Names that no authority describes, with the ids that were made of them."""

    ids: Mapping[str, str]
    """Folded name to id."""
    names: Mapping[str, str]
    """Id to the spelling that is shown."""


def name_plainly(names: Iterable[str], taken: Iterable[str] = ()) -> PlainNames:
    """Ids and spellings for names, each given as often as it is used.

    Names that differ only in case or white space are one, shown in its most frequent spelling (of those equally
    frequent the first in sorted order). Two names with the same slug stay two: the first in sorted order, unless
    the slug is among `taken`, has it, the others get `-2`, `-3` …
    """
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name, times in Counter(names).items():
        folded = fold(name)
        if folded:
            spellings[folded][" ".join(name.split())] += times
    shown = {
        folded: min(counted, key=lambda spelling: (-counted[spelling], spelling))
        for folded, counted in sorted(spellings.items())
    }
    claimed = set(taken)
    ids = {}
    for folded, spelling in shown.items():
        if slugify(spelling) not in claimed:
            ids[folded] = slugify(spelling)
            claimed.add(ids[folded])
    # Only now, so that the name "C 2" keeps `c-2` though "C" and "C!" are both there.
    for folded, spelling in shown.items():
        if folded not in ids:
            ids[folded] = unique_slug(spelling, claimed)
            claimed.add(ids[folded])
    return PlainNames(ids, {id_: shown[folded] for folded, id_ in ids.items()})
