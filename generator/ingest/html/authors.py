"""Finds who wrote a page's article: what its metadata and its bylines say, weighed against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.ingest.blocks import fold
from generator.ingest.html.facts import PageFacts, Said
from generator.ingest.html.json_ld import Node
from generator.ingest.html.names import FULL_NAME, names_in_metadata
from generator.ingest.html.publication import said_names
from generator.ingest.html.shown_authors import Authors, shown_authors, together
from generator.ingest.rules.names import is_newsroom
from generator.ingest.typography import normalise

_LISTED = ("citation_author", "dc.creator", "dc:creator", "dcterms.creator", "dc.creator.personalname")
"""Names of which each `meta` element has one author, perhaps as `Doe, Jane`."""
_META = (
    "parsely-author",
    "sailthru.author",
    "cxenseparse:author",
    "author",
    "article:author",
    "og:article:author",
    "article.author",
    "article:author_name",
    "byl",
    "rnews:creator",
    "author_name",
    "authors",
    "article_author",
    "vr:author",
    "og:author",
    "bt:author",
    "mrf:authors",
    "dc.author",
    "articleauthor",
    "analyticsattributes.author",
    "article:byline",
    "sailthru.byline_name",
    "mediator_author",
    "twitter:author",
)
_WEIGHTS = {
    "written": 3.4,
    "clear": 3.2,
    "json": 3.0,
    "twitter": 1.9,
    "named": 1.7,
    "author": 1.6,
    "signed": 1.4,
    "beside": 1.2,
}
"""Of each kind of witness, after how often it was right on some four hundred pages: from nine times in ten to seven."""
_WEIGHT = 2.0
"""Of any other."""


def find_authors(facts: PageFacts, title: int | None, publications: set[str]) -> Authors | None:
    """Who the page says wrote the article; None where it names nobody.

    `title` is the index of the visible title's block; `publications` are names of the site, folded, and no author's.
    The weights of witnesses that agree add up.
    """
    told = [*_in_metadata(facts, publications), *shown_authors(facts, title, publications)]
    if len({_folded(authors) for _, authors in told}) > 1:
        told = _without_editors(told, facts)
    best: Authors | None = None
    best_weight = 0.0
    for _, authors in told:
        same = {kind for kind, other in told if _folded(other) == _folded(authors) or _is_short_for(other, authors)}
        doubted = _is_login(authors) or all(map(is_newsroom, authors.names))
        weight = sum(_WEIGHTS.get(kind, _WEIGHT) for kind in sorted(same)) * (0.5 if doubted else 1.0)
        if weight > best_weight:
            best, best_weight = authors, weight
    return _all_of(best, told) if best else None


def _all_of(best: Authors, told: Sequence[tuple[str, Authors]]) -> Authors:
    """The authors whom a byline names beside the best witness's: metadata often has but the first."""
    for kind, authors in told:
        more = _folded(authors) - _folded(best)
        if kind in _SHOWN and _folded(authors) > _folded(best) and more:
            best = authors
    return best


_SHOWN = ("clear", "written", "linked")


def _without_editors(told: list[tuple[str, Authors]], facts: PageFacts) -> list[tuple[str, Authors]]:
    """What is told of the authors, without those whom the page calls its editors, if it names others."""
    labelled = (facts.lines[index].text for index in facts.text)
    edited = [text for text in labelled if len(text) <= _LONGEST_LABELLED and _EDITOR.match(text)]
    if not edited:
        return told
    line = fold(" | ".join(edited))
    others = [(kind, authors) for kind, authors in told if not all(fold(name) in line for name in authors.names)]
    return others or told


_EDITOR = re.compile(r"(?:editor|edited by|redaktur|penyunting|editör|责编|責任編集|责任编辑)\s*[:：]", re.IGNORECASE)
_LONGEST_LABELLED = 80
"""Characters."""


def _is_login(authors: Authors) -> bool:
    """Whether the names are what somebody logs in with: one word in small letters."""
    return all(" " not in name and name.islower() for name in authors.names)


def _is_short_for(short: Authors, authors: Authors) -> bool:
    """Whether one witness has but the first name, or the last, of the author whom the other names."""
    if len(short.names) != 1 or len(authors.names) != 1:
        return False
    one, other = fold(short.names[0]), fold(authors.names[0]).split()
    return " " not in one and len(other) in (2, 3) and one in (other[0], other[-1], "".join(other))


def _folded(authors: Authors) -> frozenset[str]:
    return frozenset(map(fold, authors.names))


def _in_metadata(facts: PageFacts, publications: set[str]) -> Iterator[tuple[str, Authors]]:
    """What each kind of metadata says."""
    for kind, said in _said(facts):
        told = [(entry.block, names_in_metadata(entry.value, publications)) for entry in said]
        if any(names for _, names in told):
            yield kind, together(told)


def _said(facts: PageFacts) -> Iterator[tuple[str, Sequence[Said]]]:
    yield "json", _json_authors(facts)
    for name in _LISTED:
        yield name, [Said(_turned(said.value), said.block) for said in facts.meta(name)]
    for name in _META:
        yield name, list(facts.meta(name))
    yield "twitter", _labelled(facts)


def _turned(name: str) -> str:
    """`Doe, Jane` as `Jane Doe`."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma and "," not in first and " " not in last.strip() else name


def persons(facts: PageFacts) -> set[str]:
    """The authors that the metadata says are persons, folded and without spaces, where the site has another name.

    A person's site may have an address like her name; many sites call themselves a person.
    """
    sites = " ".join(fold(said.value).replace(" ", "") for said in said_names(facts))
    found = set[str]()
    for node in facts.articles if sites else ():
        for author in (facts.json.resolved(other) for other in node.children.get("author", ())):
            name = author.first("name")
            if name and author.types == {"Person"} and FULL_NAME.fullmatch(normalise(name.value).strip()):
                found.add(fold(name.value).replace(" ", ""))
    return {name for name in found if name not in sites}


def _json_authors(facts: PageFacts) -> list[Said]:
    for node in facts.articles:
        for key in ("author", "creator"):
            found = [Said(normalise(leaf.value).strip(), leaf.block) for leaf in node.leaves.get(key, ())]
            found += _named(facts, node.children.get(key, ()))
            if found:
                return found
    return []


def _named(facts: PageFacts, nodes: Sequence[Node]) -> Iterator[Said]:
    for node in nodes:
        name = facts.json.resolved(node).first("name")
        if name:
            yield Said(normalise(name.value).strip(), name.block)


def _labelled(facts: PageFacts) -> list[Said]:
    """`twitter:data1`, where `twitter:label1` calls it the author."""
    for number in ("1", "2"):
        if any(_WRITTEN_BY.match(said.value) for said in facts.meta(f"twitter:label{number}")):
            return list(facts.meta(f"twitter:data{number}"))
    return []


_WRITTEN_BY = re.compile(
    r"(?:written|posted)? ?by|written|author|autor|verfasst|geschrieben|von|écrit|auteur|escrito|publicado por|scritto|"
    r"geschreven|door|написано|автор|napisane|skrevet|skriven|yazan|作者",
    re.IGNORECASE,
)
