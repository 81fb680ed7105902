"""Reads what `generator.search.packed` writes, as client/packed.js does."""

from __future__ import annotations

from collections.abc import Sequence

from generator.search.packed import BASE, LOWEST, SIGNS


def numbers(text: str) -> list[int]:
    found, number, unit = [], 0, 1
    for sign in text.encode("ascii"):
        digit = SIGNS.index(sign)
        number += digit % BASE * unit
        unit *= BASE
        if digit < BASE:
            found.append(number)
            number, unit = 0, 1
    return found


def split_numbers(low: str, high: str) -> list[int]:
    return [SIGNS.index(ord(sign)) + LOWEST * rest for sign, rest in zip(low, numbers(high), strict=True)]


def text(written: str, common: Sequence[str]) -> str:
    """What `generator.search.text_code` wrote."""
    found: list[str] = []
    while written:
        end = next(at for at, sign in enumerate(written) if SIGNS.index(ord(sign)) < BASE) + 1
        (number,), written = numbers(written[:end]), written[end:]
        if number:
            found.append(common[number - 1])
        else:
            word, _, written = written.partition(" ")
            found.append(word)
    return " ".join(found).replace(" .\n ", ". ").replace(" ,\n ", ", ").replace(" \n ", "\n")


def words(text: str) -> list[str]:
    found: list[str] = []
    before = ""
    while text:
        end = next(at for at, sign in enumerate(text) if SIGNS.index(ord(sign)) < BASE) + 1
        (same,) = numbers(text[:end])
        rest, _, text = text[end:].partition(" ")
        shared = before.encode("utf-16-le", "surrogatepass")[: same * 2].decode("utf-16-le", "surrogatepass")
        before = shared + rest
        found.append(before)
    return found
