"""Amends the index of the last build: only what changed articles have to do with is made anew.

The files of the index are all that is read of it. What comes of it is the index that a clean build makes, byte for
byte.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.errors import BackfileError
from generator.output_file import KeptFile, OutputFile
from generator.search.gathered import sorted_keys
from generator.search.index_files import GroupFiles, IndexNames, group_files, hash_of
from generator.search.read_back import read_articles, read_group, read_heads, read_term_shards
from generator.search.shards import Group, Shards, carried
from generator.search.term_amends import Amends, amended, renumbered
from generator.search.written import TermText

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from generator.execution.executors import Executor

    Numbers = NDArray[np.int64]

_SCANNED = 64
"""Term shards that are looked through together."""


@dataclass(frozen=True, slots=True)
class FormerIndex:
    """The index of the last build."""

    shards: Shards
    counts: Numbers
    """Of each term how many postings it has."""
    names: IndexNames
    read: Callable[[str], bytes | None]
    """Gives a file of the site that the last build made, by its path in it."""

    def term_file(self, number: int) -> bytes:
        return self._file(f"search/terms/{self.names.terms[number]}.js")

    def place_file(self, number: int) -> bytes:
        return self._file(f"search/places/{self.names.places[number]}.js")

    def _file(self, path: str) -> bytes:
        data = self.read(path)
        if data is None:
            raise BackfileError(f"{path} of the site was taken away while the site was built", "Build it again.")
        return data


@dataclass(frozen=True, slots=True)
class AmendedIndex:
    """An index, of which the shards are yet to be written."""

    former: FormerIndex
    amends: Amends
    shards: Shards
    counts: Numbers
    before: Numbers
    """Of each term its position in the former index, or -1."""
    touched: NDArray[np.bool_]
    """Of each term whether it is to be written anew."""


def amended_index(executor: Executor, former: FormerIndex, amends: Amends) -> AmendedIndex:
    """The terms of the index as it is now, and how they are parted."""
    import numpy as np

    old = former.shards.terms
    place = {term: position for position, term in enumerate(old)}
    change = np.zeros(len(old), np.int64)
    touched = np.zeros(len(old), bool)
    if amends.lost is not None:
        for term, lost_ in amends.lost.items():
            change[place[term]] -= lost_
            touched[place[term]] = True
    elif (amends.moved < 0).any():
        starts = range(0, len(former.shards.ends), _SCANNED)
        for positions, lost in executor.run(_lost, (former, amends.moved), starts):
            change[positions] -= lost
            touched[positions] = True
    added: dict[str, int] = {}
    for term, rows in amends.rows.items():
        if term in place:
            change[place[term]] += len(rows)
            touched[place[term]] = True
        else:
            added[term] = len(rows)
    counts_of = former.counts + change
    left = np.flatnonzero(counts_of).tolist()
    terms = sorted_keys([*(old[position] for position in left), *added])
    before = np.array([place.get(term, -1) for term in terms], np.int64)
    is_new = before < 0
    counts = np.where(is_new, 0, counts_of[before])
    counts[is_new] = [added[terms[position]] for position in np.flatnonzero(is_new).tolist()]
    carries = {carried(amends.moved.size), carried(len(amends.lengths))}
    # Where the bound moves, any term that is frequent enough for either may now carry lengths, or not any more.
    crosses = (counts >= min(carries)) if len(carries) > 1 else is_new
    return AmendedIndex(
        former=former,
        amends=amends,
        shards=Shards.of(terms, counts, len(amends.lengths)),
        counts=counts,
        before=before,
        touched=is_new | crosses | touched[before],
    )


def _lost(context: tuple[FormerIndex, Numbers], start: int) -> tuple[Numbers, Numbers]:
    """The positions of terms that lose postings, and how many each does, in term shards from a number on."""
    import numpy as np

    former, moved = context
    bounds = (0, *former.shards.ends)
    end = min(start + _SCANNED, len(former.shards.ends))
    head_text, numbers, _, _ = read_term_shards([former.term_file(number) for number in range(start, end)])
    heads = read_heads(head_text, bounds[end] - bounds[start])
    gone = moved[read_articles(numbers, heads.count)] < 0
    lost = np.bincount(np.repeat(heads.term, heads.count)[gone], minlength=len(heads.texts))
    found = np.flatnonzero(lost)
    return found + bounds[start], lost[found]


def amended_files(executor: Executor, index: AmendedIndex) -> Generator[OutputFile | KeptFile, None, IndexNames]:
    """The shards of the index; tells how they are called."""
    names = IndexNames([], [])
    groups = index.shards.groups
    kept = _kept_groups(index)
    made = executor.run(_amended_group, index, [group for group in groups if group.start not in kept])
    for group in groups:
        former = kept.get(group.start)
        if former:
            names.terms.extend(former.terms)
            names.places.extend(former.places)
            yield from (KeptFile(f"search/terms/{name}.js") for name in former.terms)
            yield from (KeptFile(f"search/places/{name}.js") for name in former.places)
        else:
            files = next(made)
            names.terms.extend(map(hash_of, files.terms))
            names.places.append(hash_of(files.places))
            yield from files.terms
            yield files.places
    return names


def _kept_groups(index: AmendedIndex) -> dict[int, IndexNames]:
    """Those that are as they were, by their first terms' positions, with the names of their files."""
    former = index.former
    if index.amends.moves:
        return {}
    known: dict[tuple[int, ...], IndexNames] = {}
    first = 0
    for number, group in enumerate(former.shards.groups):
        last = first + len(group.ends)
        known[group.start, *group.ends] = IndexNames(former.names.terms[first:last], [former.names.places[number]])
        first = last
    found = {}
    for group in index.shards.groups:
        end = group.ends[-1]
        if index.touched[group.start : end].any():
            continue
        # Its terms are all old, and stand in the old order; with none between them that is gone they are the same.
        start = int(index.before[group.start])
        names = known.get((start, *(start + other - group.start for other in group.ends)))
        if names and int(index.before[end - 1]) == start + end - group.start - 1:
            found[group.start] = names
    return found


def _amended_group(index: AmendedIndex, group: Group) -> GroupFiles:
    """The files of a group, made of what the former ones say of its terms."""
    end = group.ends[-1]
    before = index.before[group.start : end]
    terms = list(index.shards.terms[group.start : end])
    old, current, first = _former_texts(index, before)
    found = []
    for term, position, touched in zip(terms, before.tolist(), index.touched[group.start : end].tolist(), strict=True):
        if touched:
            text = old[position - first] if position >= 0 else None
            found.append(amended(term, text, index.amends))
        else:
            found.append(current[position - first])
    return group_files(found, group, group.start)


def _former_texts(index: AmendedIndex, positions: Numbers) -> tuple[list[TermText], list[TermText], int]:
    """What the former groups that have terms at these positions say of theirs; the same with the articles' numbers of
    now; and the position of the first term."""
    former = index.former
    wanted = positions[positions >= 0]
    if not wanted.size:
        return [], [], 0
    low, high = int(wanted[0]), int(wanted[-1])
    of_former = carried(index.amends.moved.size)
    found: list[TermText] = []
    current: list[TermText] = []
    start = shard = 0
    for number, group in enumerate(former.shards.groups):
        end = group.ends[-1]
        after = shard + len(group.ends)
        if end > low and group.start <= high:
            start = start if found else group.start
            files = [former.term_file(each) for each in range(shard, after)]
            texts, heads = read_group(
                files, former.place_file(number), list(former.shards.terms[group.start : end]), of_former
            )
            found += texts
            current += renumbered(texts, heads, index.amends.moved) if index.amends.moves else texts
        shard = after
    return found, current, start
