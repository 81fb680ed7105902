"""Finds where articles name people, places and organizations; a name that may be several is never given by guess."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.archive.authorities import Authorities
from generator.archive.readable_copy import ReadableCopy, normalised_line
from generator.archive.references import References
from generator.archive.usage import AuthorityKey, Usage
from generator.archive.values import MENTION_KINDS, Mention, UnclearName
from generator.articles.article import Article


@dataclass(frozen=True, slots=True)
class Found:
    """What one article names."""

    mentions: tuple[Mention, ...]
    """Every place of the article's HTML that may become a link, in the order of the text, without overlap."""
    named: tuple[AuthorityKey, ...]
    """Every authority named in title, summary or body, headings and links too, by its first appearance."""
    unclear: tuple[UnclearName, ...] = ()
    """The names that might be an authority's and could not be told, each once, by their first appearance."""

    def first_mentions(self) -> tuple[Mention, ...]:
        """The first mention of each authority, in the order of the text."""
        first: dict[AuthorityKey, Mention] = {}
        for mention in self.mentions:
            first.setdefault((mention.kind, mention.id), mention)
        return tuple(first.values())


@dataclass(frozen=True, slots=True)
class _Match:
    """A stretch of a normalised text that is some authority's name."""

    start: int
    end: int
    name: int
    """The position of the name in the finder's list."""

    @property
    def length(self) -> int:
        return self.end - self.start


class MentionFinder:
    """Looks for all names and variants of an archive's authorities in one pass over each article.

    Names are compared with their case; white space of any kind and length counts as one space, typographic
    apostrophes and hyphens as plain ones. A name stands alone: no letter or digit touches it (the `’s` of a
    possessive is parted by its apostrophe). Of names that overlap the leftmost counts, of those the longest.
    """

    def __init__(self, authorities: Authorities) -> None:
        import ahocorasick_rs

        self.authorities = authorities
        owners: defaultdict[str, set[AuthorityKey]] = defaultdict(set)
        shown = set()
        for kind in MENTION_KINDS:
            for entry in authorities.of(kind):
                key = (kind, entry.id)
                shown.add((normalised_line(entry.name), key))
                for name in (entry.name, *entry.variants, *authorities.usage.forms.get(key, ())):
                    owners[normalised_line(name)].add(key)
        witnesses = _witnesses(authorities.usage)
        # What is nobody's name is looked for too: a witness, or a longer name in whose place a shorter one stands.
        for word in (*witnesses, *map(normalised_line, authorities.usage.others)):
            owners[word].update(())
        owners.pop("", None)
        self._names = sorted(owners)
        self._owners = [tuple(sorted(owners[name])) for name in self._names]
        self._speaks_for = [witnesses.get(name, ()) for name in self._names]
        self._doubtful = {
            (normalised_line(name), key) for key, names in authorities.usage.doubtful.items() for name in names
        }
        self._shown = frozenset(shown)
        self._automaton = ahocorasick_rs.AhoCorasick(self._names, matchkind=ahocorasick_rs.MatchKind.Standard)

    def __reduce__(self) -> tuple[type[MentionFinder], tuple[Authorities]]:
        # The automaton cannot be sent to another process.
        return MentionFinder, (self.authorities,)

    def find(self, article: Article, references: References) -> Found:
        """What `article` names. Ids that `references` denies are left out; those it adds help to tell who is meant."""
        copy = ReadableCopy.of(article.html)
        head = [match for text in _head(article) for match in self._matches(normalised_line(text))]
        body = self._matches(copy.text)
        meanings = self._meanings([*head, *body], references)
        named: dict[AuthorityKey, None] = {}
        mentions = []
        for match in [*head, *body]:
            if match.name in meanings:
                named[meanings[match.name]] = None
        for match in body:
            if match.name in meanings and copy.may_link(match.start):
                start, end = copy.origin(match.start), copy.origin(match.end)
                mentions.append(Mention(*meanings[match.name], start, end))
        in_head = {match.name for match in head}
        unclear = (
            UnclearName(self._names[name], self._owners[name], name in in_head)
            for name in dict.fromkeys(match.name for match in [*head, *body])
            if name not in meanings
            and not all(id_ in references.denied for _, id_ in self._owners[name])
            and self._is_worth_telling(name)
        )
        return Found(tuple(mentions), tuple(named), tuple(unclear))

    def _is_worth_telling(self, name: int) -> bool:
        """Whether somebody should look at a name that could not be told.

        A doubtful one in another language is almost never meant: Island is Iceland in German, and a word in English.
        """
        owners = self._owners[name]
        return len(owners) > 1 or (self._names[name], owners[0]) in self._shown

    def _matches(self, text: str) -> list[_Match]:
        """The names that stand in a normalised text, leftmost and longest first, without overlap."""
        found = (
            _Match(start, end, name)
            for name, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True)
            if stands_alone(text, start, end)
        )
        return list(_without_overlap(sorted(found, key=lambda match: (match.start, -match.end))))

    def _meanings(self, matches: Sequence[_Match], references: References) -> dict[int, AuthorityKey]:
        """Whom each name in an article means; a name that cannot be told, or must not be linked, is left out.

        A name that several share means the one whose longer name, shared with no one, stands in the same article, or
        whom a witness speaks for, or whom the editor added. Where that holds for none or for several of them, it means
        no one. A doubtful name needs as much, but of its other names any will do. Denied ids count until the end: that
        one Ivanov is not meant does not make it the other.
        """
        longest: dict[AuthorityKey, int] = {}
        shown = {(kind, id_) for kind, ids in references.added.items() for id_ in ids}
        for match in matches:
            shown.update(self._speaks_for[match.name])
            sure = self._sure_owner(match.name)
            if sure is not None:
                longest[sure] = max(longest.get(sure, 0), match.length)
        meanings: dict[int, AuthorityKey] = {}
        for match in matches:
            owners: Sequence[AuthorityKey] = self._owners[match.name]
            if self._sure_owner(match.name) is None:
                least = match.length + 1 if len(owners) > 1 else 1
                owners = [key for key in owners if key in shown or longest.get(key, 0) >= least]
            if len(owners) == 1 and owners[0][1] not in references.denied:
                meanings[match.name] = owners[0]
        return meanings

    def _sure_owner(self, name: int) -> AuthorityKey | None:
        """Whose name it is, where that needs no showing."""
        owners = self._owners[name]
        return owners[0] if len(owners) == 1 and (self._names[name], owners[0]) not in self._doubtful else None


def _witnesses(usage: Usage) -> dict[str, tuple[AuthorityKey, ...]]:
    """The words that speak for authorities, as they are looked for."""
    speak: defaultdict[str, set[AuthorityKey]] = defaultdict(set)
    for key, words in usage.witnesses.items():
        for word in words:
            speak[normalised_line(word)].add(key)
    return {word: tuple(sorted(keys)) for word, keys in speak.items()}


def _head(article: Article) -> tuple[str, str]:
    return article.meta.title, article.meta.summary


def _without_overlap(ordered: Sequence[_Match]) -> Iterator[_Match]:
    end = 0
    for match in ordered:
        if match.start >= end:
            yield match
            end = match.end


# Scripts that write their words without spaces: a letter beside a name does not show that a word goes on.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]")


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no word goes on before or after a stretch of a text."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return _parts_words(before, text[start]) and _parts_words(after, text[end - 1])


def _parts_words(outer: str, inner: str) -> bool:
    """Whether a word ends between two neighbouring characters, one within a name and one outside."""
    if not (outer.isalnum() or outer == "_" or unicodedata.category(outer).startswith("M")):
        return True
    return _UNSPACED.match(outer) is not None and _UNSPACED.match(inner) is not None
