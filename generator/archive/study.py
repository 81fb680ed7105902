"""What linking needs of one article: made of its text and the authorities alone, so that it can be made anywhere."""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from generator.archive.contexts import sentence_around, written_contexts
from generator.archive.mentions import MentionFinder
from generator.archive.references import resolve_references
from generator.archive.usage import AuthorityKey
from generator.archive.values import MENTION_KINDS, Kind, Mention, UnclearName
from generator.archive.word_counts import WordCounts, count_words
from generator.articles.article import Article
from generator.articles.near_duplicates import sketch
from generator.problems import Problem, Problems

if TYPE_CHECKING:
    from generator.articles.near_duplicates import Sketch


class Study(msgspec.Struct, frozen=True):
    """What linking needs of one article, in few and compact parts: 8 kB for an article of 730 words.

    It depends on the article's file, the authorities and the code of this program, and on nothing else.
    """

    listed: str = ""
    """`names`, one a line."""
    added: int = 0
    """How many of them, from the first on, the editor adds."""
    places: bytes = b""
    """Four numbers of 32 bits, little-endian, for each authority that the body may link, in the order of the text: its
    position in `names`, where its first mention starts and ends, and how many mentions there are."""
    unclear: tuple[UnclearName, ...] = ()
    problems: tuple[Problem, ...] = ()
    """What is wrong with the authorities that its front matter names."""
    words: WordCounts = WordCounts()
    sketched: bytes = b""
    """Numbers of 32 bits, little-endian: see `sketch`."""
    contexts: str = ""
    """The sentences of these mentions, as `Archive` has them."""
    forms: str = ""
    """How the text writes `words`, in their order, with a blank between."""

    @property
    def names(self) -> list[str]:
        """The authorities that it names, each once, as `kind/id`: first those that the editor adds, by kind, then those
        that title, summary and body name, by their first appearance."""
        return self.listed.split("\n") if self.listed else []

    def keys(self) -> list[AuthorityKey]:
        """The kinds and ids of `names`."""
        return list(map(_key, self.names))

    def named(self) -> dict[Kind, tuple[str, ...]]:
        """The ids of each kind that the article names, in the order of `names`."""
        named: dict[Kind, list[str]] = {kind: [] for kind in MENTION_KINDS}
        for kind, id_ in self.keys():
            named[kind].append(id_)
        return {kind: tuple(ids) for kind, ids in named.items()}

    def mentions(self) -> tuple[Mention, ...]:
        """The first mention of each authority, in the order of the text."""
        keys = self.keys()
        places = struct.iter_unpack(_PLACE, self.places)
        return tuple([Mention(keys[key][0], keys[key][1], start, end) for key, start, end, _ in places])

    def sketch(self) -> Sketch:
        """What is kept of the text in order to find other editions of it."""
        import numpy as np

        return np.frombuffer(self.sketched, "<u4")


unpacked_study = msgspec.msgpack.Decoder(Study).decode
"""The study that `msgspec.msgpack.encode` wrote. Raises msgspec.MsgspecError where the bytes are none."""

_PLACE = "<4I"


@lru_cache(maxsize=1 << 16)
def _key(name: str) -> AuthorityKey:
    kind, _, id_ = name.partition("/")
    return Kind(kind), id_


def study(article: Article, finder: MentionFinder) -> Study:
    """What linking needs of `article`, of which `finder` looks for the authorities. A withdrawn one has no text."""
    article = as_published(article)
    problems = Problems()
    references = resolve_references(article, finder.authorities, problems)
    found = finder.find(article, references)
    added = [(kind, id_) for kind in MENTION_KINDS for id_ in references.added[kind]]
    position = {key: number for number, key in enumerate(dict.fromkeys([*added, *found.named]))}
    times = Counter([(mention.kind, mention.id) for mention in found.mentions])
    first = [((mention.kind, mention.id), mention) for mention in found.first_mentions()]
    places = [struct.pack(_PLACE, position[key], mention.start, mention.end, times[key]) for key, mention in first]
    words, forms = count_words(article.text)
    return Study(
        listed="\n".join(map("/".join, position)),
        added=len(added),
        places=b"".join(places),
        unclear=found.unclear,
        problems=tuple(problems),
        words=words,
        sketched=sketch(article.text).astype("<u4").tobytes(),
        contexts=written_contexts(("/".join(key), sentence_around(article.html, mention)) for key, mention in first),
        forms=forms,
    )


@dataclass(frozen=True, slots=True)
class Wording:
    """What is kept apart from the studies of articles, since it is asked for late and seldom."""

    contexts: Mapping[str, str]
    """`Study.contexts` by slug."""
    forms: Callable[[str], str]
    """Gives `Study.forms` by slug."""
    digest: Callable[[str], bytes]
    """Gives, by slug, what is other where `forms` is."""


def as_published(article: Article) -> Article:
    """The article itself, or what a withdrawn one leaves, so that no later stage can show the rest by mistake."""
    if not article.meta.withdrawn:
        return article
    meta = msgspec.structs.replace(article.meta, summary="")
    return Article(article.slug, article.path, meta, html="", text="", lines=article.lines)
