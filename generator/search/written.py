"""What the shards say of each term, as text: made of its postings, and read back."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from generator.search.fields import BODY
from generator.search.packed import packed_lists, packed_number, packed_numbers, split_numbers
from generator.search.postings import TermPostings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]


class TermText(NamedTuple):
    """A term, and texts of packed numbers that say where it stands."""

    term: str
    head: str
    """Which fields have the term, and in how many articles each: the sum of 2 << field over all fields but the body,
    and 1 if it is not in the body; then the numbers of articles, in the order of the fields."""
    numbers: str
    """Of each field the articles: how many are left out before each."""
    times: str
    """How often the term stands there, less one; likewise."""
    lengths: str
    """How many terms the field has, likewise; of the body only where few have the term, see `shards.carried`, since the
    lengths of all bodies are in the list of articles."""
    forms: str
    """How many forms it has, 0 if it is itself the only one, and the forms as words."""
    places: str
    """Where it stands: how many places are left out before each, in each field of each article; the lowest digits, as
    `packed.split_numbers` makes them."""
    farther: str
    """What is left of these numbers."""
    which: str
    """Which form stands at each of these, where there are several."""


def write_terms(found: TermPostings, carried: int) -> list[TermText]:
    """The texts of the terms that have these postings; see `shards.carried`."""
    import numpy as np

    count = len(found.terms)
    term = np.repeat(np.arange(count), found.postings)
    group = np.flatnonzero(np.diff(term * (BODY + 1) + found.fields, prepend=-1))
    in_body = found.fields == BODY
    has_length = ~in_body | (np.bincount(term[in_body], minlength=count) < carried)[term]
    occurrences = np.bincount(term, weights=found.times, minlength=count).astype(np.int64)
    several = np.fromiter((len(forms) > 1 for forms in found.forms_of), bool, count)
    first_place = np.cumsum(found.times) - found.times
    places, farther = split_numbers(left_out(found.places, first_place))
    columns = (
        found.terms,
        _heads(term[group], found.fields[group], np.diff(group, append=term.size), count),
        texts_of_terms(left_out(found.numbers, group), found.postings),
        texts_of_terms(found.times - 1, found.postings),
        texts_of_terms(found.field_lengths[has_length], np.bincount(term[has_length], minlength=count)),
        forms_texts(found.terms, found.forms_of),
        _parted(places, np.cumsum(occurrences)),
        texts_of_terms(farther, occurrences),
        texts_of_terms(found.forms[np.repeat(several, occurrences)], np.where(several, occurrences, 0)),
    )
    return list(map(TermText, *columns))


def left_out(rising: Numbers, starts: Numbers) -> Numbers:
    """How many numbers are left out before each, in stretches that start at some positions."""
    gaps = rising.copy()
    gaps[1:] -= rising[:-1]
    gaps[1:] -= 1
    gaps[starts] = rising[starts]
    return gaps


def texts_of_terms(numbers: Numbers, of_terms: Numbers) -> list[str]:
    """The numbers as text, parted by how many each term has."""
    import numpy as np

    text, sizes = packed_numbers(numbers)
    ends = np.cumsum(sizes, dtype=np.int64)
    last = np.cumsum(of_terms) - 1
    return _parted(text, np.where(last < 0, 0, ends[last] if ends.size else 0))


def _parted(text: bytes, ends: Numbers) -> list[str]:
    whole = text.decode("ascii")
    return [whole[start:end] for start, end in pairwise((0, *ends.tolist()))]


def _heads(term: Numbers, field: Numbers, articles: Numbers, terms: int) -> list[str]:
    """`TermText.head` of groups, each a field of a term, in their order."""
    import numpy as np

    in_body = field == BODY
    masks = np.bincount(term[~in_body], weights=(2 << field[~in_body]), minlength=terms).astype(np.int64)
    masks += 1 - np.bincount(term[in_body], minlength=terms)
    groups = np.bincount(term, minlength=terms)
    starts = np.cumsum(groups + 1) - groups - 1
    numbers = np.empty(int((groups + 1).sum()), np.int64)
    numbers[starts] = masks
    rest = np.ones(numbers.size, bool)
    rest[starts] = False
    numbers[rest] = articles
    return texts_of_terms(numbers, groups + 1)


def forms_texts(terms: Sequence[str], forms_of: Sequence[list[str]]) -> list[str]:
    """`TermText.forms` of each term."""
    lists = [[] if forms == [term] else forms for term, forms in zip(terms, forms_of, strict=True)]
    return [f"{packed_number(len(forms))}{text}" for forms, text in zip(lists, packed_lists(lists), strict=True)]
