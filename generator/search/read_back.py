"""Reads what shards say of their terms back from their files: the twin of `written` and `shards`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from generator.search.fields import BODY
from generator.search.packed import BASE, SIGNS, unpacked_number, unpacked_numbers
from generator.search.written import TermText

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

FIELDS_OF = tuple(
    tuple(field for field in range(BODY + 1) if (not mask & 1 if field == BODY else mask & 2 << field))
    for mask in range(2 << BODY)
)
"""By the first number of a term's head, the fields that have it."""

_NUMBER = f"[{re.escape(SIGNS[BASE:].decode())}]*[{re.escape(SIGNS[:BASE].decode())}]"
_ONE_NUMBER = re.compile(_NUMBER)
_WORDS = re.compile(f"({_NUMBER})([^ ]*) ")

_term_shard = msgspec.json.Decoder(list[str]).decode
_place_shard = msgspec.json.Decoder(list[list[str]]).decode


@dataclass(frozen=True, slots=True)
class Heads:
    """In which fields terms stand: a group is a field of a term."""

    texts: list[str]
    """That of each term."""
    term: Numbers
    """Of each group its term's number."""
    field: Numbers
    count: Numbers
    """In how many articles."""

    @property
    def postings(self) -> Numbers:
        """Of each term how many postings it has."""
        import numpy as np

        sums = np.append(0, np.cumsum(self.count))
        ends = np.searchsorted(self.term, np.arange(len(self.texts)), "right")
        return np.diff(sums[ends], prepend=0)


def read_term_shards(files: Sequence[bytes]) -> list[str]:
    """What the files of neighbouring term shards hand over but for their terms, put together."""
    values = [_term_shard(_handed_over(data)) for data in files]
    return ["".join(texts) for texts in zip(*(value[1:] for value in values), strict=True)]


def read_heads(text: str, terms: int) -> Heads:
    """The heads of so many terms."""
    import numpy as np

    numbers, ends = unpacked_numbers(text)
    values = numbers.tolist()
    at = 0
    starts: list[int] = []
    fields: list[int] = []
    sizes: list[int] = []
    for _ in range(terms):
        starts.append(at)
        of_term = FIELDS_OF[values[at]]
        fields.extend(of_term)
        sizes.append(len(of_term))
        at += 1 + len(of_term)
    is_count = np.ones(numbers.size, bool)
    is_count[starts] = False
    bounds = np.append(0, ends)[[*starts, at]].tolist()
    return Heads(
        texts=[text[start:end] for start, end in pairwise(bounds)],
        term=np.repeat(np.arange(terms), sizes),
        field=np.array(fields, np.int64),
        count=numbers[is_count],
    )


def read_articles(text: str, counts: Numbers) -> Numbers:
    """The numbers of articles that `TermText.numbers` tells, of groups with so many of them."""
    import numpy as np

    gaps, _ = unpacked_numbers(text)
    numbers = np.cumsum(gaps + 1) - 1
    starts = np.cumsum(counts) - counts
    articles: Numbers = numbers - np.repeat(numbers[starts] - gaps[starts], counts)
    return articles


def read_group(
    term_files: Sequence[bytes], place_file: bytes, terms: list[str], carried: int
) -> tuple[list[TermText], Heads]:
    """The texts of the terms of a shard of places and of its term shards; see `shards.carried`."""
    import numpy as np

    head_text, numbers, times, lengths = read_term_shards(term_files)
    heads = read_heads(head_text, len(terms))
    postings = heads.postings
    has_length = (heads.field != BODY) | (heads.count < carried)
    lengthy = np.bincount(heads.term, weights=heads.count * has_length, minlength=len(terms)).astype(np.int64)
    values = _place_shard(_handed_over(place_file))
    form_text, places, farther, which = map("".join, values)
    forms, counts = _parted_forms(form_text)
    time_of_each = np.append(0, np.cumsum(unpacked_numbers(times)[0] + 1))
    occurrences = np.diff(time_of_each[np.cumsum(postings)], prepend=0)
    columns = (
        terms,
        heads.texts,
        _parted(numbers, postings),
        _parted(times, postings),
        _parted(lengths, lengthy),
        forms,
        _slices(places, np.cumsum(occurrences)),
        _parted(farther, occurrences),
        _parted(which, occurrences * (counts > 1)),
    )
    return list(map(TermText, *columns)), heads


def read_forms(term: str, text: str) -> list[str]:
    """The forms of a term, of which `TermText.forms` says this."""
    number = _ONE_NUMBER.match(text)
    return _words(text[number.end() :] if number else "") or [term]


def _words(text: str) -> list[str]:
    """What `packed_words` wrote."""
    found = []
    before = b""
    for same, rest in _WORDS.findall(text):
        before = before[: 2 * unpacked_number(same)] + rest.encode("utf-16-le")
        found.append(before.decode("utf-16-le"))
    return found


def _parted_forms(text: str) -> tuple[list[str], Numbers]:
    """The texts of terms' forms, and their numbers: 0 where a term is itself the only one."""
    import numpy as np

    found = []
    counts = []
    at = 0
    while at < len(text):
        number = _ONE_NUMBER.match(text, at)
        # That of a term that is itself its only form is 0, and nothing else.
        many = unpacked_number(number[0]) if number else 0
        words = _so_many_words(many).match(text, number.end() if number else at)
        end = words.end() if words else at + 1
        found.append(text[at:end])
        counts.append(many)
        at = end
    return found, np.array(counts, np.int64)


@lru_cache(maxsize=512)
def _so_many_words(count: int) -> re.Pattern[str]:
    return re.compile(f"(?:{_NUMBER}[^ ]* ){{{count}}}")


def _parted(text: str, of_terms: Numbers) -> list[str]:
    """A text of numbers, parted by how many each term has."""
    import numpy as np

    return _slices(text, np.append(0, unpacked_numbers(text)[1])[np.cumsum(of_terms)])


def _slices(text: str, ends: Numbers) -> list[str]:
    return [text[start:end] for start, end in pairwise((0, *ends.tolist()))]


def _handed_over(data: bytes) -> bytes:
    """The JSON in a script that `handing_over` made."""
    return data[data.index(b",") + 1 : data.rindex(b")")]
