"""Counts how the words and capitalised sequences of all articles are used, and makes names of the sequences."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from generator.archive.suggest.sequences import Word, blocks_of, is_heading, sequences_in, words_of
from generator.archive.suggest.vocabulary import ARTICLES, BODIES, IN_PLACES, LANDSCAPE, OFFICES, PAPERS, SPEAKS, TITLES
from generator.articles.article import Article

_NOUN_CAPITALS = frozenset({"de", "lb"})
"""Languages that capitalise all nouns: German, Luxembourgish."""
_MOST_EXAMPLES = 2
_MOST_A = 0.04
"""The part of a word's uses with `a` before it from which it is an adjective or a noun: a Russian, an Arab."""
_MOST_ARTICLES = 0.1
"""The part of a German word's uses with an article before it from which it is a noun."""
_MOST_PLURALS = 0.05
"""The part of a word's uses that its plural may have at most: Americans, but hardly Clintons."""
_MOST_ATTRIBUTES = 0.55
"""The part of a name's uses that may stand right before other than small words."""
_MOST_ATTRIBUTES_OF_SEVERAL = 0.8
"""Likewise for names of several words: Central Asian."""
_FEW = 2
"""Uses that show nothing yet."""
_SHORTEST_WORD = 4
"""Letters of a word in capitals that may be no acronym."""
_LONGEST_ACRONYM = 6
"""Letters."""
_SMALL_WORDS = 150
_LEADING = frozenset({"the", "a", "an", "der", "die", "das"})
"""With a capital they belong to no name: The Atlantic is listed as Atlantic."""
_ROMAN = frozenset("IVX")
_INDEFINITE = frozenset({"a", "an", "A", "An"})


@dataclass(slots=True)
class Evidence:
    """How a name is used in the articles."""

    articles: set[int] = field(default_factory=set)
    """Positions of the articles that have it."""
    uses: int = 0
    titled: int = 0
    """Uses after a title."""
    speaks: int = 0
    """Uses beside a verb of speaking."""
    somewhere: int = 0
    """Uses after a preposition of place."""
    definite: int = 0
    """Uses after `the`."""
    indefinite: int = 0
    """Uses after `a` or a number."""
    among_nouns: int = 0
    """Uses in languages that capitalise all nouns."""
    before: Counter[str] = field(default_factory=Counter)
    """The words in lower case that stand right after it."""
    examples: list[tuple[int, int, int]] = field(default_factory=list)
    """Article, block and offset of the first uses in the first articles."""

    def add(self, other: Evidence) -> None:
        self.articles |= other.articles
        self.uses += other.uses
        self.titled += other.titled
        self.speaks += other.speaks
        self.somewhere += other.somewhere
        self.definite += other.definite
        self.indefinite += other.indefinite
        self.among_nouns += other.among_nouns
        self.before.update(other.before)
        first = {example[0]: example for example in sorted([*self.examples, *other.examples], reverse=True)}
        self.examples = sorted(first.values())[:_MOST_EXAMPLES]


@dataclass(slots=True)
class Words:
    """How single words are used in articles of one kind of language."""

    lower: Counter[str] = field(default_factory=Counter)
    """Uses in lower case."""
    inside: Counter[str] = field(default_factory=Counter)
    """Uses with a capital that do not open a sentence."""
    after_a: Counter[str] = field(default_factory=Counter)
    """Of these, with `a` before it, or in German any article, or an adjective."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A sequence as the key under which its uses are counted."""

    words: tuple[str, ...]
    opens: bool
    nouns: bool
    """Whether it stands in a language that capitalises nouns."""


class Candidates:
    """What may be names in some articles."""

    def __init__(self, articles: Iterable[Article], language: str) -> None:
        self.words = {False: Words(), True: Words()}
        """By whether the language capitalises nouns."""
        self._found: defaultdict[_Found, Evidence] = defaultdict(Evidence)
        for position, article in enumerate(articles):
            nouns = (article.meta.language or language).partition("-")[0].lower() in _NOUN_CAPITALS
            for number, block in enumerate(blocks_of(article.text)):
                words = words_of(block)
                if nouns or not is_heading(block, words):
                    self._count_words(words, nouns)
                    self._count_sequences(words, nouns, (position, number))

    def names(self) -> dict[str, Evidence]:
        """The names that the sequences hold, with all their uses."""
        names: defaultdict[str, Evidence] = defaultdict(Evidence)
        for found, evidence in self._found.items():
            name, titled = self._name_in(found)
            if name:
                if titled:
                    # An article before it is the title's.
                    evidence.titled, evidence.definite, evidence.indefinite = evidence.uses, 0, 0
                names[" ".join(name)].add(evidence)
        return dict(names)

    def is_attribute(self, name: str, evidence: Evidence) -> bool:
        """Whether a name is an adjective or the name of a people, by what stands after it and by its plural.

        Names stand before the small words of a language (and, of, has), adjectives before all others.
        """
        others = sum(count for word, count in evidence.before.items() if word not in self._small_words)
        if " " in name:
            return evidence.uses > _FEW and others > _MOST_ATTRIBUTES_OF_SEVERAL * evidence.uses
        counts = self.words[False]
        plural = counts.inside[name + "s"]
        singular = counts.inside[name.removesuffix("s")] if name.endswith("s") else 0
        if plural > _MOST_PLURALS * counts.inside[name] or singular > counts.inside[name]:
            return True
        return others > _MOST_ATTRIBUTES * evidence.uses

    @cached_property
    def _small_words(self) -> frozenset[str]:
        """The words in lower case that are used most."""
        lower = self.words[False].lower
        return frozenset(sorted(lower, key=lambda word: (-lower[word], word))[:_SMALL_WORDS])

    def _count_words(self, words: list[Word], nouns: bool) -> None:
        counts = self.words[nouns]
        before = ""
        for word in words:
            if not word.capital:
                counts.lower[word.text] += 1
            elif not word.opens:
                counts.inside[word.text] += 1
                if _is_article(before, nouns):
                    counts.after_a[word.text] += 1
            before = word.text

    def _count_sequences(self, words: list[Word], nouns: bool, place: tuple[int, int]) -> None:
        for sequence in sequences_in(words):
            evidence = self._found[_Found(sequence.words, sequence.opens, nouns)]
            evidence.articles.add(place[0])
            evidence.uses += 1
            evidence.among_nouns += nouns
            before = sequence.before.rstrip(".").lower()
            evidence.titled += before in TITLES
            evidence.speaks += before in SPEAKS or sequence.after in SPEAKS
            evidence.somewhere += before in IN_PLACES
            evidence.definite += before == "the"
            evidence.indefinite += before in _INDEFINITE or before[:1].isdigit()
            if sequence.after.islower():
                evidence.before[sequence.after] += 1
            if len(evidence.examples) < _MOST_EXAMPLES and place[0] not in [of[0] for of in evidence.examples]:
                evidence.examples.append((*place, sequence.start))

    def _name_in(self, found: _Found) -> tuple[tuple[str, ...], bool]:
        """The name that a sequence holds, without titles and common words around it; whether a title stood before it.

        Nothing where no name is left.
        """
        words = found.words
        if found.opens and not self._is_name_like(words[0], found.nouns):
            words = words[1:]
        words = _without_particles(words)
        if len(words) > 1 and words[0].lower() in _LEADING:
            words = words[1:]
        kept = _after_titles(words)
        titled = 0 < len(kept) < len(words)
        kept = _without_particles(kept)
        if found.nouns:
            kept = self._without_nouns(kept, titled)
        if len(kept) == 1 and not self._may_stand_alone(kept[0], found.nouns, titled):
            return (), False
        if self._pairs_names(kept, found.nouns):
            return (), False
        return kept, titled

    def _pairs_names(self, words: tuple[str, ...], nouns: bool) -> bool:
        """Whether a word joins two names: the Bush-Putin deal."""
        inside = self.words[nouns].inside
        if any(word.lower() in BODIES | PAPERS for word in words):
            return False
        return any("-" in word and all(inside[part] for part in word.split("-")) for word in words)

    def _is_name_like(self, word: str, nouns: bool) -> bool:
        """Whether a word has its capital also within sentences, and mostly so."""
        if word.rstrip(".").lower() in TITLES:
            return True
        counts = self.words[nouns]
        return counts.inside[word] > counts.lower[word.lower()] or (
            counts.inside[word] == 0 and counts.lower[word.lower()] == 0 and not nouns
        )

    def _without_nouns(self, words: tuple[str, ...], titled: bool) -> tuple[str, ...]:
        """What is left of a German sequence when the nouns before a name are taken away."""
        counts = self.words[True]
        while (
            len(words) > 1
            and not titled
            and _is_often(counts.after_a[words[0]], counts.inside[words[0]], _MOST_ARTICLES)
        ):
            words = _without_particles(words[1:])
        return words

    def _may_stand_alone(self, word: str, nouns: bool, titled: bool) -> bool:
        plain = word.rstrip(".").lower()
        if len(word) < 2 or plain in TITLES | BODIES | LANDSCAPE or (len(word) == 2 and word.endswith(".")):
            return False
        if _ROMAN.issuperset(word):
            return False
        counts = self.words[nouns]
        if is_acronym(word):
            # A place in a dateline's capitals is no acronym.
            return len(word) < _SHORTEST_WORD or not counts.inside[word.capitalize()]
        if titled:
            return True
        limit = _MOST_ARTICLES if nouns else _MOST_A
        return (
            counts.inside[word] > 0
            and counts.inside[word] > counts.lower[plain]
            and not _is_often(counts.after_a[word], counts.inside[word], limit)
        )


def is_acronym(word: str) -> bool:
    """NATO, IAEA, КНДР; U.S. too, but no Roman number."""
    letters = word.replace(".", "").replace("-", "")
    return 2 <= len(letters) <= _LONGEST_ACRONYM and letters.isupper() and not _ROMAN.issuperset(letters)


def _is_article(before: str, nouns: bool) -> bool:
    if not nouns:
        return before in _INDEFINITE
    if before in SPEAKS:
        return False
    return before.lower() in ARTICLES or (
        before.islower() and before.endswith(("e", "en", "er", "es", "em")) and len(before) > 3
    )


def _is_often(count: int, of: int, limit: float) -> bool:
    return count > limit * of


def _without_particles(words: tuple[str, ...]) -> tuple[str, ...]:
    while words and words[-1].islower():
        words = words[:-1]
    while words and words[0].islower():
        words = words[1:]
    return words


def _after_titles(words: tuple[str, ...]) -> tuple[str, ...]:
    """What follows the last title; all of it where no title stands there, or where it is part of a body's name."""
    titles = [number for number, word in enumerate(words) if word.rstrip(".").lower() in TITLES]
    if len(titles) == len(words):
        return ()
    last = titles[-1] + 1 if titles else 0
    rest = words[last:]
    while titles and rest and rest[0].lower() in OFFICES | {"of"}:
        rest = rest[1:]
    if any(word.lower() in BODIES for word in rest):
        return words
    return rest or (words if any(word.lower() in BODIES for word in words) else ())
