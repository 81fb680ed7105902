"""What results show of articles: their texts for excerpts, each in a file of its own, and the list of these files."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.output_file import KeptFile, OutputFile
from generator.search.handing_over import handed_over
from generator.search.packed import BASE, packed

_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
"""Those of base 32 (RFC 4648): names that differ in case alone are one file on some disks."""

_LEAST_LETTERS = 5
_ROOM = 1_000
"""How many more names there are to be than articles, at least."""

ONE_LIST = 12_000
"""Articles whose list is one file: 4.5 bytes an article, compressed, and one request."""

PART = 400
"""Articles of a part of a longer list: ten results lie in ten parts at most."""


@dataclass(frozen=True, slots=True)
class TextNames:
    """The files of all articles by their names."""

    names: tuple[str, ...]
    """Of each article its file, all of the same length."""
    slots: tuple[int, ...]
    """Of each article its position in the file, which it may share."""
    known: dict[bytes, str]
    """The names by the digests of what the files show, but for those that had to give way to another."""


def text_files(
    refs: Sequence[str],
    write: Callable[[Sequence[Sequence[int]]], Iterator[str]],
    spare: int,
    digests: Sequence[bytes],
    known: Mapping[bytes, str],
) -> Generator[OutputFile | KeptFile, None, TextNames]:
    """The files of articles: of their pages' paths, and a function that writes what is shown of some that share a file,
    given by their numbers, for each of several files.

    `digests` has that of what is shown of each article, and `known` what `TextNames` had in the last build.

    Some share a file, so that there are at least `spare` files less than articles where that can be. Which do depends
    on their paths alone: an edit changes one file.
    """
    shelves = _shelves(refs, spare)
    shown = [b"".join(digests[number] for number in numbers) for numbers in shelves]
    length = _name_length(len(refs))
    known = {digest: name for digest, name in known.items() if len(name) == length}
    written = write([numbers for numbers, digest in zip(shelves, shown, strict=True) if digest not in known])
    names = [""] * len(refs)
    slots = [0] * len(refs)
    taken: set[str] = set()
    wanted: dict[bytes, str] = {}
    for numbers, digest in zip(shelves, shown, strict=True):
        name = first = known.get(digest, "")
        if name and name not in taken:
            yield KeptFile(f"search/text/{name}.js")
        else:
            value = next(write([numbers]) if name else written)
            first = _name(value, length)
            name = _free_name(first, value, taken)
            yield handed_over(f"text/{name}", value)
        if name == first:
            wanted[digest] = name
        taken.add(name)
        for slot, number in enumerate(numbers):
            names[number], slots[number] = name, slot
    return TextNames(tuple(names), tuple(slots), wanted)


def _shelves(refs: Sequence[str], spare: int) -> list[list[int]]:
    """The numbers of the articles that share a file, for each file."""
    shelves: dict[str, list[int]] = {}
    for number, ref in enumerate(refs):
        shelves.setdefault(_shelf(ref, spare, len(refs)), []).append(number)
    return list(shelves.values())


def _shelf(ref: str, spare: int, articles: int) -> str:
    """What articles that share a file have in common: `spare` shelves for twice as many articles, more or less."""
    hashed = zlib.crc32(ref.encode())
    # A tenth more, since chance leaves some shelves with one article or none.
    if spare and hashed % articles < spare * 2.2:
        return str(hashed // articles % spare)
    return ref


def _name_length(articles: int) -> int:
    length = _LEAST_LETTERS
    while len(_LETTERS) ** length < articles * _ROOM:
        length += 1
    return length


def _free_name(name: str, value: str, taken: set[str]) -> str:
    """The name, made of the content's hash; where another content has taken it, one of a hash of both."""
    salt = 0
    while name in taken:
        salt += 1
        name = _name(f"{salt}{value}", len(name))
    return name


def _name(value: str, length: int) -> str:
    number = int.from_bytes(hashlib.sha256(value.encode()).digest())
    return "".join(_LETTERS[number >> 5 * place & 31] for place in range(length))


def article_lists(texts: TextNames, lengths: Iterable[int]) -> list[list[str]]:
    """The parts of the list of articles: the length of each body in terms, the names of the files, the slots.

    The last digits of the lengths stand by themselves, before what is left of each: to a compressor they are noise.
    In a list of several parts the lengths, which queries of frequent terms need, are all in the first one, which has
    nothing else.
    """
    numbers = list(lengths)
    written = [packed(number % BASE for number in numbers), packed(number // BASE for number in numbers)]
    if len(texts.names) <= ONE_LIST:
        return [[*written, "".join(texts.names), packed(texts.slots)]]
    parts = [slice(start, start + PART) for start in range(0, len(texts.names), PART)]
    return [written, *(["".join(texts.names[part]), packed(texts.slots[part])] for part in parts)]
