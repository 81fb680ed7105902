"""The files of the index: the shards of its terms and of their places, and its vocabulary."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from generator.output_file import KeptFile, OutputFile
from generator.search.cuts import cuts
from generator.search.handing_over import shard
from generator.search.packed import packed, packed_words
from generator.search.record import digest_of
from generator.search.shards import Group, Shards, carried, place_shard, term_shard
from generator.search.written import TermText, write_terms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from generator.execution.executors import Executor
    from generator.search.postings import Postings, Range

    Numbers = NDArray[np.int64]

_PORTION = 200_000
"""Postings that are put in order together, about 60 MB; more only where one group has them."""

_VOCABULARY = 16_000
"""Terms of a part of the vocabulary, about 50 kB compressed."""


@dataclass(frozen=True, slots=True)
class GroupFiles:
    """The files of a shard of places and of its term shards."""

    terms: list[OutputFile]
    places: OutputFile


@dataclass(frozen=True, slots=True)
class IndexNames:
    """How the files of an index are called: the hashes of their contents."""

    terms: list[str]
    places: list[str]


def index_files(executor: Executor, postings: Postings, shards: Shards) -> Generator[OutputFile, None, IndexNames]:
    """The shards of an index; tells how they are called."""
    names = IndexNames([], [])
    portions = list(_portions(shards.groups, postings.counts))
    ranges = postings.ranges([*(portion[0].start for portion in portions), len(postings.terms)])
    for written in executor.run(_portion_files, postings, map(_Portion, ranges, portions)):
        for files in written:
            names.terms.extend(map(hash_of, files.terms))
            names.places.append(hash_of(files.places))
            yield from files.terms
            yield files.places
    return names


def _portions(groups: Sequence[Group], counts: Numbers) -> Iterator[list[Group]]:
    """The groups in lists that have so many postings that it is worth while to put them in order together."""
    portion: list[Group] = []
    held = 0
    for group in groups:
        size = int(counts[group.start : group.ends[-1]].sum())
        if portion and held + size > _PORTION:
            yield portion
            portion, held = [], 0
        portion.append(group)
        held += size
    if portion:
        yield portion


class _Portion(NamedTuple):
    """Terms whose postings are put in order together, and the groups that they make."""

    terms: Range
    groups: list[Group]

    def __str__(self) -> str:
        return f"the index's terms from number {self.terms.start} on"


def _portion_files(postings: Postings, portion: _Portion) -> list[GroupFiles]:
    written = write_terms(postings.of(portion.terms), carried(postings.lengths.shape[0]))
    return [group_files(written, group, portion.terms.start) for group in portion.groups]


def group_files(written: Sequence[TermText], group: Group, first: int) -> GroupFiles:
    """The files of a group, out of texts that begin with those of the term number `first`."""
    parts = [written[start - first : end - first] for start, end in pairwise((group.start, *group.ends))]
    return GroupFiles(
        [shard("terms", term_shard(part))[1] for part in parts],
        shard("places", place_shard(parts))[1],
    )


def hash_of(file: OutputFile) -> str:
    """The hash in the name of a shard's file."""
    return file.path.rpartition("/")[2].removesuffix(".js")


def vocabulary_files(
    terms: Sequence[str], counts: Numbers, known: Mapping[bytes, str]
) -> Generator[OutputFile | KeptFile, None, tuple[list[str], dict[bytes, str]]]:
    """The parts of the vocabulary, terms with their numbers of postings; tells their first terms and, by the digests of
    what they have, their names, of which those of the last build are `known`."""
    firsts, names = [], {}
    for start, end in pairwise((0, *cuts(terms, [1] * len(terms), _VOCABULARY))):
        digest = digest_of("\n".join(terms[start:end]), counts[start:end].tobytes().hex())
        name = known.get(digest)
        if name is None:
            name, file = shard("words", [packed_words(terms[start:end]), packed(counts[start:end].tolist())])
            yield file
        else:
            yield KeptFile(f"search/words/{name}.js")
        names[digest] = name
        firsts.append(terms[start])
    return firsts, names
