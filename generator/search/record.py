"""What is remembered of the search of a site, so that the next build need not make again what has not changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

import msgspec

from generator.search.lunr_index import article_language, names, publication_name

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from generator.archive.values import Archive
    from generator.articles.article import Article

    Numbers = NDArray[np.int64]

DIGEST = 12
"""Bytes of a digest."""


class Record(msgspec.Struct, frozen=True, array_like=True):
    """The search of a site: what its files were made of, and how they are called."""

    refs: list[str]
    """The paths of the articles' pages, sorted: an article's number is its position."""
    indexed: list[bytes]
    """Of each article the digests of what its postings are made of: of what it says itself, then of its names."""
    shown: list[bytes]
    """Of each article that of what a result shows of it."""
    lengths: bytes
    """How many terms each field of each article has, as `uint32`: articles × FIELDS."""
    terms: str
    """All of them in their order, one a line."""
    counts: bytes
    """Of each how many postings it has, as `uint32`."""
    ends: list[int]
    """As `Shards` has it, and so the next."""
    place_ends: list[int]
    term_files: list[str]
    place_files: list[str]
    text_files: dict[bytes, str]
    """The names of the files of texts, by the digest of what is shown."""
    common: list[str]
    """The words that these files tell by numbers."""
    sample: bytes
    """The digest of what is shown of the articles that tell which these are."""
    vocabulary: dict[bytes, str]
    """The names of the files of the vocabulary, by the digests of what they have."""
    without_texts: WithoutTexts


class WithoutTexts(msgspec.Struct, frozen=True, array_like=True):
    """What search makes without looking at a text."""

    digest: bytes
    """That of all that is in the archive but texts; empty where it is not known."""
    languages: list[str]
    """As `archive_languages` has them."""
    columns: dict[str, str]
    """The names of the files of columns, by what they are called; likewise the next."""
    refs: str
    names: str


@dataclass(frozen=True, slots=True)
class Former:
    """The search of the site that the last build made, which stands as it was made."""

    record: bytes
    """What `SearchMemory.record` was."""
    read: Callable[[str], bytes | None]
    """Gives a file of that site by its path in it; None where there is none."""
    study: Callable[[str], tuple[bytes, bytes] | None]
    """Gives, by the path of an article's file, what `own` gave for that site of an article that was edited since, and
    what `study` made of it; None where that is not known."""


@dataclass(slots=True)
class SearchMemory:
    """The search of the last build, if that is to be made use of, and what is to be remembered of this one, once it is
    made."""

    former: Former | None = None
    record: bytes = b""


def read_record(former: Former | None) -> Record | None:
    """None where there is none that can be read."""
    if former is None or not former.record:
        return None
    try:
        return msgspec.msgpack.decode(former.record, type=Record)
    except msgspec.MsgspecError:
        return None


def packed_numbers32(numbers: Numbers) -> bytes:
    return numbers.astype("<u4").tobytes()


def unpacked_numbers32(data: bytes) -> Numbers:
    import numpy as np

    return np.frombuffer(data, "<u4").astype(np.int64)


def digests(archive: Archive, article: Article, own: bytes) -> tuple[bytes, bytes]:
    """The digests of what an article's postings are made of, as `Record.indexed` has them, and of what a result shows
    of it; `own` is that of all that it says itself."""
    language = article_language(archive, article)
    named = digest_of(language, *map("\n".join, names(archive, article)))
    shown = digest_of(own.hex(), language, article.page, publication_name(archive, article))
    return digest_of_own(own) + named, shown


def digest_of_own(own: bytes) -> bytes:
    """That of what an article says itself."""
    return blake2b(own, digest_size=DIGEST).digest()


def digest_of(*parts: str) -> bytes:
    digest = blake2b(digest_size=DIGEST)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "little") + data)
    return digest.digest()
