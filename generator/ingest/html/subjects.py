"""Finds a page's tags, summary, language and rights in its metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from generator.articles.html.data import DataSource
from generator.ingest.blocks import fold
from generator.ingest.html.facts import PageFacts, Said
from generator.ingest.html.json_ld import Node
from generator.ingest.language import detect_language
from generator.ingest.typography import normalise

_LANGUAGES = (
    "content-language",
    "dc.language",
    "dcterms.language",
    "dc:language",
    "og:locale",
    "inlanguage",
    "language",
)
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]\w+)*")
_SAMPLE = 3_000
"""Characters of the text by which a declared language is checked."""


def find_language(facts: PageFacts) -> Said | None:
    """The language that the page declares, unless its text is plainly in another: templates declare their own.

    Only the language itself is taken (`de` of `de_AT`).
    """
    said = [*facts.of(DataSource.HTML, "lang"), *_leaves(facts, "inLanguage"), *facts.meta(*_LANGUAGES)]
    declared = [(match[1].lower(), entry) for entry in said if (match := _LANGUAGE.fullmatch(entry.value))]
    if not declared:
        return None
    sample = " ".join(facts.blocks[index].text for index in facts.prose)[:_SAMPLE]
    written = detect_language(sample)
    return next((Said(code, entry.block) for code, entry in declared if code == written or not written), None)


def _leaves(facts: PageFacts, key: str) -> Iterator[Said]:
    for node in islice(facts.articles, _MOST_NODES):
        yield from _of(node, key)


_MOST_NODES = 3


def _of(node: Node, key: str) -> list[Said]:
    return [Said(normalise(leaf.value).strip(), leaf.block) for leaf in node.leaves.get(key, ())]


_TAGS = (
    "article:tag",
    "og:article:tag",
    "parsely-tags",
    "sailthru.tags",
    "citation_keywords",
    "dc.subject",
    "dcterms.subject",
)
_KEYWORDS = ("news_keywords", "keywords")
_MOST_TAGS = 15
_LONGEST_TAG = 5
"""Words."""
_NO_TAG = frozenset(
    "uncategorized allgemein unkategorisiert uncategorised news aktuelles sonstiges general article".split()
)


def find_tags(facts: PageFacts, publications: set[str]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The article's tags and the metadata's blocks that say them; both empty where there are none.

    Keywords, which many sites write into each of their pages, count only where the page's text has most of them.
    """
    told = [*facts.meta(*_TAGS)] or list(_json_keywords(facts))
    tags = _split(told, publications)
    if not tags:
        for name in _KEYWORDS:
            told = list(facts.meta(name))
            tags = _split(told, publications)
            if tags and _stand_in_text(facts, tags):
                break
        else:
            return (), ()
    return tags[:_MOST_TAGS], tuple(said.block for said in told)


def _json_keywords(facts: PageFacts) -> Iterator[Said]:
    for node in facts.articles:
        if node.is_article and "keywords" in node.leaves:
            yield from _of(node, "keywords")
            return


def _split(told: Sequence[Said], publications: set[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for said in told:
        for part in re.split(r"\s*[,;|]\s*", said.value):
            tag = part.strip(" .#\"'")
            folded = fold(tag)
            prefixed = ":" in tag and " " not in tag
            if folded and not prefixed and len(tag.split()) <= _LONGEST_TAG and folded not in publications | _NO_TAG:
                found.setdefault(folded, tag)
    return tuple(found.values())


def _stand_in_text(facts: PageFacts, tags: Sequence[str]) -> bool:
    text = " ".join(facts.blocks[index].folded for index in facts.prose)
    there = sum(fold(tag) in text for tag in tags)
    return len(tags) <= _MOST_TAGS and 2 * there > len(tags)


_DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description", "sailthru.description")
_SHORTEST_SUMMARY, _LONGEST_SUMMARY = 6, 80
"""Words."""
_RUN = 4
_MOST_SHARED = 0.4
"""The part of a summary's runs of words that the page may have too: beyond it, it repeats the text or a visible dek."""
_ENOUGH, _PLENTY = 0.4, 0.7
"""The part of a summary's longer words that the text must have, else it describes the site; more where the title has
none of them."""


def descriptions(facts: PageFacts) -> tuple[str, ...]:
    """What the metadata says the page is about, each text once."""
    return tuple({entry.value: None for entry in _descriptions(facts)})


def _descriptions(facts: PageFacts) -> Iterator[Said]:
    yield from facts.meta(*_DESCRIPTIONS)
    yield from _leaves(facts, "description")


def find_summary(facts: PageFacts, title: str) -> Said | None:
    """What the metadata says the article is about, if the page does not say it in the same words itself."""
    said = {entry.value: entry for entry in reversed([*_descriptions(facts)])}
    likely = [entry for value, entry in said.items() if _SENTENCE.fullmatch(value) and not value.endswith(_CUT_OFF)]
    if not likely:
        return None
    shown = " ".join(["", *(facts.blocks[index].folded for index in facts.text)])
    prose = " ".join(["", *(facts.blocks[index].folded for index in facts.prose)])
    for entry in sorted(likely, key=lambda entry: (-len(entry.value), entry.block)):
        own = fold(entry.value).split()
        if _SHORTEST_SUMMARY <= len(own) <= _LONGEST_SUMMARY and _tells_more(own, fold(title), shown, prose):
            return entry
    return None


def _tells_more(own: Sequence[str], title: str, shown: str, prose: str) -> bool:
    """Whether a summary's words are neither those of the page nor those of just any page; all texts are folded."""
    runs = [" ".join(own[start : start + _RUN]) for start in range(len(own) - _RUN + 1)]
    if sum(run in shown for run in runs) > _MOST_SHARED * len(runs):
        return False
    longer = [word for word in own if len(word) > _RUN]
    taken_up = sum(f" {word[:5]}" in prose for word in longer)
    of_title = any(f" {word[:5]}" in f" {title}" for word in longer)
    return taken_up >= (_ENOUGH if of_title else _PLENTY) * len(longer) > 0


_SENTENCE = re.compile(r"[^\W\d_a-z].*[.!?。！？।]|[\"'„“«»‹(\d].*[.!?。！？।]?[\"'”“»«)]?", re.DOTALL)
_CUT_OFF = ("...", "…", "[&hellip;]", "[...]", "[…]")


_RIGHTS = (
    "dc.rights",
    "dcterms.rights",
    "dc:rights",
    "dcterms.license",
    "dcterms.rightsholder",
    "copyright",
    "license",
)
_LONGEST_RIGHTS = 200


def find_rights(facts: PageFacts) -> Said | None:
    """Under which terms the page says that it may be used."""
    said = [
        *facts.of(DataSource.LINK, "license"),
        *_leaves(facts, "license"),
        *facts.meta(*_RIGHTS),
        *_leaves(facts, "copyrightNotice"),
    ]
    return next((entry for entry in said if 2 < len(entry.value) <= _LONGEST_RIGHTS), None)
