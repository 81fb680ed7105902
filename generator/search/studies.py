"""What an article's own text has to do with the index: made of it alone, so that it can be kept from build to build."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from generator.search.lexicon import lexicon, occurrences
from generator.search.lunr_index import own_texts

if TYPE_CHECKING:
    from generator.articles.article import Article


class Study(msgspec.Struct, array_like=True, frozen=True):
    """The terms of an article's own fields, in the order in which they stand there; arrays are little-endian."""

    sizes: tuple[int, ...]
    """How many each of OWN has."""
    keys: str
    """The distinct ones, each `term\\tform`, by first appearance, one a line."""
    which: bytes
    """Of each the number of its key, as `uint16`; as `uint32` where there are too many keys."""
    jumps: bytes
    """`lexicon.Occurrences.jumps`, as `uint32`."""
    shifts: bytes
    """Likewise, as `int32`."""


_encode = msgspec.msgpack.Encoder().encode
decode = msgspec.msgpack.Decoder(Study).decode
"""The study that `study` wrote."""


def study(article: Article, language: str) -> bytes:
    """The terms of an article's title, summary and text: about 6 kB for 730 words, to be kept or sent.

    `language` (BCP 47) is the archive's, for an article that names none of its own. The same article and language give
    the same bytes; the index needs them, and no more of the text.
    """
    known = lexicon()
    words = known.of(article.meta.language or language)
    found = occurrences([words.of_text(text) for text in own_texts(article)])
    distinct, which = known.distinct(found.keys)
    return _encode(
        Study(
            tuple(found.sizes),
            "\n".join(map(known.keys.texts.__getitem__, distinct.tolist())),
            which.astype("<u2" if distinct.size <= 1 << 16 else "<u4").tobytes(),
            found.jumps.astype("<u4").tobytes(),
            found.shifts.astype("<i4").tobytes(),
        )
    )
