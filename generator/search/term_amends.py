"""Takes postings of articles that changed out of what shards say of a term, and puts others in."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.search.fields import BODY
from generator.search.packed import packed, packed_numbers, split_numbers, unpacked_numbers
from generator.search.postings import TermPostings
from generator.search.read_back import FIELDS_OF, Heads, read_articles, read_forms
from generator.search.shards import carried
from generator.search.written import TermText, forms_texts, left_out, texts_of_terms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Row:
    """A new posting."""

    field: int
    number: int
    times: int
    places: tuple[int, ...]
    forms: tuple[str, ...]
    """That at each place."""


def rows_by_term(found: TermPostings, numbers: Numbers) -> dict[str, list[Row]]:
    """The postings of each term, by field and article; `numbers` gives the articles' numbers in the archive."""
    rows: dict[str, list[Row]] = {}
    places, forms = found.places.tolist(), found.forms.tolist()
    columns = (found.fields, numbers[found.numbers], found.times)
    postings = zip(*(column.tolist() for column in columns), strict=True)
    at = 0
    for term, count, written in zip(found.terms, found.postings.tolist(), found.forms_of, strict=True):
        of_term = rows[term] = []
        for _ in range(count):
            field, number, times = next(postings)
            here = slice(at, at + times)
            of_term.append(Row(field, number, times, tuple(places[here]), tuple(written[form] for form in forms[here])))
            at += times
    return rows


@dataclass(frozen=True, slots=True)
class _Term:
    """The postings of a term, read back."""

    field: Numbers
    number: Numbers
    times: Numbers
    ends: Numbers
    """How many places all postings up to each have, which is where it ends in the text of them."""
    places: str
    farther: str
    farther_ends: Numbers
    """Where in that text each posting ends."""
    which: Numbers
    forms: list[str]

    @staticmethod
    def of(text: TermText) -> _Term:
        import numpy as np

        head = unpacked_numbers(text.head)[0]
        field = np.repeat(np.array(FIELDS_OF[int(head[0])], np.int64), head[1:])
        times = unpacked_numbers(text.times)[0] + 1
        forms = read_forms(text.term, text.forms)
        ends = np.cumsum(times)
        which = unpacked_numbers(text.which)[0] if len(forms) > 1 else np.zeros(int(ends[-1]), np.int64)
        return _Term(
            field=field,
            number=read_articles(text.numbers, head[1:]),
            times=times,
            ends=ends,
            places=text.places,
            farther=text.farther,
            farther_ends=unpacked_numbers(text.farther)[1][ends - 1],
            which=which,
            forms=forms,
        )

    @staticmethod
    def empty() -> _Term:
        import numpy as np

        none = np.zeros(0, np.int64)
        return _Term(none, none, none, none, "", "", none, none, [])


@dataclass(frozen=True, slots=True)
class Amends:
    """What changes in an index."""

    moved: Numbers
    """Of each article of the last build its number now; -1 of one that is gone or is indexed anew."""
    rows: dict[str, list[Row]]
    """Of each term the new postings, by field and article."""
    lengths: Numbers
    """How many terms each field of each article has now: articles × FIELDS."""
    lost: dict[str, int] | None = None
    """How many postings go of each term of which any does or comes; None where that is to be looked for. Where it is
    known, terms of which the same come as go are left out, here and of `rows`; the articles are those of before."""

    @property
    def moves(self) -> bool:
        """Whether an article has another number."""
        import numpy as np

        stays = (self.moved < 0) | (self.moved == np.arange(self.moved.size))
        return not bool(stays.all())


def without_same(
    rows: dict[str, list[Row]], gone: dict[str, list[Row]], resized: Container[tuple[int, int]]
) -> tuple[dict[str, list[Row]], dict[str, int]]:
    """The new postings of terms, and of each how many go, but for terms of which those that come are those that go.

    `resized` has articles with their fields that have another length now, which postings tell too.
    """

    def is_same(term: str, of: list[Row]) -> bool:
        return gone.get(term) == of and not any((row.number, row.field) in resized for row in of)

    new = {term: of for term, of in rows.items() if not is_same(term, of)}
    return new, {term: len(of) for term, of in gone.items() if term in new or term not in rows}


def amended(term: str, text: TermText | None, amends: Amends) -> TermText:
    """What is said of a term that has postings left; `text` is what was said, None of a new term."""
    import numpy as np

    rows = amends.rows.get(term, [])
    articles = len(amends.lengths)
    old = _Term.of(text) if text else _Term.empty()
    number = amends.moved[old.number]
    kept = np.flatnonzero(number >= 0)
    key = old.field[kept] * articles + number[kept]
    new_key = np.array([row.field * articles + row.number for row in rows], np.int64)
    order = np.argsort(np.append(key, new_key), kind="stable")

    def joined(column: Numbers, new: Callable[[Row], int]) -> Numbers:
        return np.append(column[kept], np.array([new(row) for row in rows], np.int64))[order]

    before = np.append(kept, old.field.size)[np.searchsorted(key, new_key)].tolist()
    gone = np.flatnonzero(number < 0).tolist()
    changes = sorted([*((place, row) for row, place in enumerate(before)), *((place, _GONE) for place in gone)])
    field = joined(old.field, lambda row: row.field)
    article = joined(number, lambda row: row.number)
    starts = np.flatnonzero(np.diff(field, prepend=-1))
    in_body = field == BODY
    has_length = np.full(field.size, int(in_body.sum()) < carried(articles)) | ~in_body
    which, forms = _which_forms(old, changes, rows)
    new_places = [split_numbers(_gaps(row)) for row in rows]
    return TermText(
        term=term,
        head=_head(field[starts].tolist(), np.diff(starts, append=field.size).tolist()),
        numbers=_packed(left_out(article, starts)),
        times=_packed(joined(old.times, lambda row: row.times) - 1),
        lengths=_packed(amends.lengths[article, field][has_length]),
        forms=forms_texts([term], [forms])[0],
        places=_changed(old.places, old.ends, changes, [low.decode("ascii") for low, _ in new_places]),
        farther=_changed(old.farther, old.farther_ends, changes, [_packed(rest) for _, rest in new_places]),
        which=_packed(which) if len(forms) > 1 else "",
    )


_GONE = 1 << 62
"""Stands for a row where an old posting goes, which is after all new ones that come before it."""

_Change = tuple[int, int]
"""The position of an old posting, and the new row that comes before it; or `_GONE`."""


def _gaps(row: Row) -> Numbers:
    """How many places are left out before each of a new posting."""
    import numpy as np

    places = np.array((-1, *row.places), np.int64)
    return places[1:] - places[:-1] - 1


def _changed(text: str, ends_of: Numbers, changes: Sequence[_Change], new: Sequence[str]) -> str:
    """A text of postings, each of which ends at a position, after the changes: kept but for what comes and goes."""
    ends = [0, *ends_of.tolist()] if changes else []
    pieces = []
    done = 0
    for at, row in changes:
        pieces.append(text[done : ends[at]])
        done = ends[at]
        if row == _GONE:
            done = ends[at + 1]
        else:
            pieces.append(new[row])
    return "".join([*pieces, text[done:]])


def _which_forms(old: _Term, changes: Sequence[_Change], rows: Sequence[Row]) -> tuple[Numbers, list[str]]:
    """Which form stands at each place after the changes, and the forms that are left."""
    import numpy as np

    known = {form: number for number, form in enumerate(old.forms)}
    ends = np.append(0, old.ends)
    pieces = []
    done = 0
    for at, row in changes:
        pieces.append(old.which[done : ends[at]])
        done = ends[at]
        if row == _GONE:
            done = ends[at + 1]
        else:
            pieces.append(np.array([known.setdefault(form, len(known)) for form in rows[row].forms], np.int64))
    which = np.concatenate([*pieces, old.which[done:]])
    used = np.flatnonzero(np.bincount(which)).tolist()
    names = list(known)
    forms = sorted((names[number] for number in used), key=lambda form: form.encode("utf-16-be"))
    position = np.zeros(len(names), np.int64)
    position[[known[form] for form in forms]] = np.arange(len(forms))
    return position[which], forms


def _head(fields: Sequence[int], counts: Sequence[int]) -> str:
    mask = sum(2 << field for field in fields if field != BODY) + (BODY not in fields)
    return packed([mask, *counts])


def _packed(numbers: Numbers) -> str:
    return packed_numbers(numbers)[0].decode("ascii")


def renumbered(texts: Sequence[TermText], heads: Heads, moved: Numbers) -> list[TermText]:
    """The same with the articles' new numbers; what is said of a term of which postings go is of no use."""
    import numpy as np

    numbers = np.maximum(moved[read_articles("".join(text.numbers for text in texts), heads.count)], 0)
    starts = np.cumsum(heads.count) - heads.count
    written = texts_of_terms(np.maximum(left_out(numbers, starts), 0), heads.postings)
    return [text._replace(numbers=new) for text, new in zip(texts, written, strict=True)]
