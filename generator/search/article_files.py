"""What results show of articles: their texts for excerpts, each in a file of its own, and the list of these files."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.output_file import OutputFile
from generator.search.handing_over import handed_over, in_script, to_json
from generator.search.packed import packed, packed_words

_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
"""Those of base 32 (RFC 4648): names that differ in case alone are one file on some disks."""

_LEAST_LETTERS = 5
_ROOM = 1_000
"""How many more names there are to be than articles, at least."""

_ONE_LIST = 12_000
"""Articles whose list is one file: 4.5 bytes an article, compressed, and one request."""

_PART = 1_000
"""Articles of a part of a longer list: ten results lie in ten parts at most."""


@dataclass(frozen=True, slots=True)
class TextNames:
    """The files of all articles by their names."""

    names: tuple[str, ...]
    """Of each article its file, all of the same length."""
    slots: tuple[int, ...]
    """Of each article its position in the file, which it may share."""


def text_files(
    refs: Sequence[str], shown: Callable[[int], Mapping[str, str]], spare: int
) -> Generator[OutputFile, None, TextNames]:
    """The files of articles: of their pages' paths, and a function that tells, by its number, what is shown of one.

    Some share a file, so that there are at least `spare` files less than articles where that can be. Which do depends
    on their paths alone: an edit changes one file.
    """
    shelves: dict[str, list[int]] = {}
    for number, ref in enumerate(refs):
        shelves.setdefault(_shelf(ref, spare, len(refs)), []).append(number)
    length = _LEAST_LETTERS
    while len(_LETTERS) ** length < len(refs) * _ROOM:
        length += 1
    names = [""] * len(refs)
    slots = [0] * len(refs)
    taken: set[str] = set()
    for numbers in shelves.values():
        value = in_script(to_json([shown(number) for number in numbers]))
        name = _free_name(value, length, taken)
        taken.add(name)
        for slot, number in enumerate(numbers):
            names[number], slots[number] = name, slot
        yield handed_over(f"text/{name}", value)
    return TextNames(tuple(names), tuple(slots))


def _shelf(ref: str, spare: int, articles: int) -> str:
    """What articles that share a file have in common: `spare` shelves for twice as many articles, more or less."""
    hashed = zlib.crc32(ref.encode())
    # A tenth more, since chance leaves some shelves with one article or none.
    if spare and hashed % articles < spare * 2.2:
        return str(hashed // articles % spare)
    return ref


def _free_name(value: str, length: int, taken: set[str]) -> str:
    """A name made of the content's hash; where another content has taken it, of a hash of both."""
    salt = 0
    while True:
        number = int.from_bytes(hashlib.sha256(f"{salt or ''}{value}".encode()).digest())
        name = "".join(_LETTERS[number >> 5 * place & 31] for place in range(length))
        if name not in taken:
            return name
        salt += 1


def article_lists(texts: TextNames, lengths: Iterable[int]) -> list[list[str]]:
    """The parts of the list of articles: the length of each body in terms, the names of the files, the slots.

    In a list of several parts the lengths, which every query needs, are all in the first one, which has nothing else.
    """
    written = packed(lengths)
    if len(texts.names) <= _ONE_LIST:
        return [[written, "".join(texts.names), packed(texts.slots)]]
    parts = [slice(start, start + _PART) for start in range(0, len(texts.names), _PART)]
    return [[written], *(["".join(texts.names[part]), packed(texts.slots[part])] for part in parts)]


def ref_list(refs: Iterable[str]) -> str:
    """The paths of all articles' pages, which are asked for only where all results are."""
    return packed_words(refs)
