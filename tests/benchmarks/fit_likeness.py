"""Fits the weights of the rule `unlike-text`: `python -m tests.benchmarks.fit_likeness FOLDER[=WEIGHT] … --out FILE`.

The folders hold pairs as `score_cleaning` reads them; a folder's WEIGHT (1 where none is told) is that of each of its
files. It needs the package `jax`, which nothing else here does: install it in an environment of its own.

Beside each input whose article is followed by much foreign prose stands in training the same input without its short
lines, since that is what tools leave of readers' comments: paragraphs without names and dates.
"""

from __future__ import annotations

import argparse
import importlib
import re
import sys
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from generator.articles.source_text import split_lines
from generator.errors import BackfileError
from generator.ingest.blocks import Block, make_blocks
from generator.ingest.decode import decode_source
from generator.ingest.findings import Reading, Settings
from generator.ingest.rules import RULES
from generator.ingest.rules.likeness import WEIGHTS, Weights
from generator.ingest.rules.likeness_features import all_signs, signs_of
from tests.benchmarks.pairs import find_pairs
from tests.benchmarks.shingles import Lines, fold

RULE = "unlike-text"
_LARGEST = 50_000_000
_BARE = 0.5
"""The weight of an input without its short lines."""
_FOREIGN_TAIL = 0.2
"""The part of the words that foreign prose below the article must have for such an input to be made."""
_FEWEST_WORDS = 8
_LENGTHS = (16, 40, 100, 240)
"""Blocks to which sources are filled up, so that many can be looked at together; what is longer is cut."""
_SHRINKING = 2e-3
_STEPS = 120
_STEP = 0.05
_STEPPED = re.compile(r"(.*) ([\d.]+)\+")


@dataclass(frozen=True, slots=True)
class Example:
    """A source as the rule sees it."""

    name: str
    weight: float
    signs: tuple[frozenset[str], ...]
    """Of each open block."""
    article: tuple[bool, ...]
    """Whether half of the block's words or more are the article's."""
    words: tuple[int, ...]


def examples(folder: Path, weight: float) -> Iterator[Example]:
    """The pairs of a folder, and what the shorter forms of some of them are."""
    for pair in find_pairs(folder):
        if pair.body is None or pair.path.suffix in (".html", ".htm"):
            continue
        try:
            text = decode_source(pair.path.read_bytes(), _LARGEST).text
        except BackfileError:
            continue
        gold = Lines(pair.body)
        blocks = make_blocks(split_lines(text))
        yield _example(pair.name, weight, blocks, gold)
        bare = _without_short_lines(blocks, gold)
        if bare:
            yield _example(pair.name, weight * _BARE, make_blocks(bare), gold)


def _example(name: str, weight: float, blocks: tuple[Block, ...], gold: Lines) -> Example:
    reading = Reading(blocks, Settings())
    for rule in RULES:
        if rule.name == RULE:
            break
        for finding in list(rule.apply(reading)):
            reading.found.setdefault(finding.block, (finding, rule.name))
    whole, found = signs_of(reading)
    return Example(
        name=name,
        weight=weight,
        signs=tuple(frozenset(_with_lower_steps((*whole, *signs))) for _, signs in found),
        article=tuple(gold.share(block.text) >= 0.5 for block, _ in found),
        words=tuple(len(fold(block.text)) for block, _ in found),
    )


def _steps() -> dict[str, list[str]]:
    """Signs that are steps of a figure (`words 4+`), and that step with all below it."""
    figures: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for sign in all_signs():
        match = _STEPPED.fullmatch(sign)
        if match:
            figures[match[1]].append((float(match[2]), sign))
    return {
        sign: [lower for _, lower in sorted(steps)[: number + 1]]
        for steps in figures.values()
        for number, (_, sign) in enumerate(sorted(steps))
    }


_LOWER = _steps()


def _with_lower_steps(signs: Iterable[str]) -> Iterator[str]:
    """In training each step adds to those below it, so that rare ones lean on their neighbours."""
    for sign in signs:
        yield from _LOWER.get(sign, (sign,))


def _without_short_lines(blocks: Sequence[Block], gold: Lines) -> list[str]:
    """The article's blocks and all foreign prose below its first; none where little of that stands below it."""
    own = [gold.share(block.text) >= 0.5 for block in blocks]
    places = [block.index for block in blocks if own[block.index] and block.words >= _FEWEST_WORDS]
    if not places:
        return []
    stay = [block for block in blocks if own[block.index] or (block.is_prose and block.index > places[0])]
    tail = sum(block.words for block in stay if block.index > places[-1] and not own[block.index])
    article = sum(block.words for block in stay if own[block.index])
    return [block.full_text for block in stay] if tail >= _FOREIGN_TAIL * (tail + article) else []


def fit(training: Sequence[Example]) -> Weights:
    """The weights that get the greatest F1 by words in the mean, and probabilities that mean something besides.

    Raises SystemExit where `jax` is not installed.
    """
    try:
        jax = importlib.import_module("jax")
        numpy = importlib.import_module("numpy")
    except ImportError:
        raise SystemExit("fitting needs the package jax: pip install jax, in an environment of its own") from None
    names = sorted(all_signs())
    batches = list(_batches(training, names, numpy))
    loss = jax.jit(jax.value_and_grad(lambda known: _loss(known, batches, jax)))
    known = {"signs": numpy.zeros(len(names), "float32"), "article": 1.0, "first": 0.0}
    known["pairs"] = numpy.array([[2.0, 0.0], [0.0, 2.0]], "float32")
    first = jax.tree.map(lambda value: value * 0.0, known)
    second = first
    # Adam (Kingma and Ba 2015), over all examples at once: nothing is drawn by chance.
    for step in range(1, _STEPS + 1):
        _, slope = loss(known)
        first = jax.tree.map(lambda a, b: 0.9 * a + 0.1 * b, first, slope)
        second = jax.tree.map(lambda a, b: 0.99 * a + 0.01 * b * b, second, slope)
        rate = _STEP * (1.0 if step < 0.6 * _STEPS else 0.3) / (1 - 0.9**step)
        known = jax.tree.map(
            lambda value, a, b, rate=rate, step=step: value - rate * a / ((b / (1 - 0.99**step)) ** 0.5 + 1e-6),
            known,
            first,
            second,
        )
    single = {name: float(weight) for name, weight in zip(names, known["signs"], strict=True)}
    pairs = known["pairs"]
    return Weights(
        article=round(float(known["article"]), 3),
        first=round(float(known["first"]), 3),
        both_article=round(float(pairs[1][1]), 3),
        both_page=round(float(pairs[0][0]), 3),
        article_then_page=round(float(pairs[1][0]), 3),
        page_then_article=round(float(pairs[0][1]), 3),
        signs={name: round(sum(single[lower] for lower in _LOWER.get(name, (name,))), 3) for name in names},
    )


def _batches(training: Sequence[Example], names: Sequence[str], numpy: Any) -> Iterator[tuple[Any, ...]]:
    """Sources of about one length: signs, whether article, words (0 beyond the end), and each source's weight."""
    place = {name: number for number, name in enumerate(names)}
    by_length: dict[int, list[Example]] = defaultdict(list)
    for example in training:
        if example.signs:
            by_length[_LENGTHS[min(bisect_left(_LENGTHS, len(example.signs)), len(_LENGTHS) - 1)]].append(example)
    for length, chosen in sorted(by_length.items()):
        signs = numpy.zeros((len(chosen), length, len(names)), "float32")
        article, words, there = (numpy.zeros((len(chosen), length), "float32") for _ in range(3))
        for row, example in enumerate(chosen):
            total = sum(example.words) or 1
            for column in range(min(length, len(example.signs))):
                signs[row, column, [place[sign] for sign in example.signs[column]]] = 1
                article[row, column] = example.article[column]
                words[row, column] = example.words[column] / total
                there[row, column] = 1
        yield signs, article, words, there, numpy.array([example.weight for example in chosen], "float32")


def _loss(known: Any, batches: Sequence[tuple[Any, ...]], jax: Any) -> Any:
    total, weight = 0.0, 0.0
    for signs, article, words, there, weights in batches:
        likeness = jax.numpy.clip(_chances(known, signs, there, jax), 1e-5, 1 - 1e-5)
        right = (words * likeness * article).sum(1)
        f1 = 2 * right / ((words * likeness * there).sum(1) + (words * article).sum(1) + 1e-6)
        told = article * jax.numpy.log(likeness) + (1 - article) * jax.numpy.log(1 - likeness)
        total += (weights * (1 - f1 - 0.25 * (words * told).sum(1))).sum()
        weight += weights.sum()
    return total / weight + _SHRINKING * ((known["signs"] ** 2).sum() + 0.2 * (known["pairs"] ** 2).sum())


def _chances(known: Any, signs: Any, there: Any, jax: Any) -> Any:
    """As `likeness.chances`, for many sources at once."""
    own = jax.numpy.moveaxis(signs @ known["signs"] + known["article"], 1, 0)
    here = jax.numpy.moveaxis(there, 1, 0)
    pairs = known["pairs"]

    def joined(article: Any, one: tuple[int, int], other: tuple[int, int]) -> Any:
        return jax.numpy.logaddexp(article + pairs[one], pairs[other])

    def forward(above: Any, block: Any) -> Any:
        score, is_there = block
        odds = score + joined(above, (1, 1), (0, 1)) - joined(above, (1, 0), (0, 0))
        odds = jax.numpy.where(is_there > 0, odds, above)
        return odds, odds

    def backward(to_come: Any, block: Any) -> Any:
        score, is_there = block
        below = score + to_come
        odds = jax.numpy.where(is_there > 0, joined(below, (1, 1), (1, 0)) - joined(below, (0, 1), (0, 0)), to_come)
        return odds, odds

    start = own[0] + known["first"]
    end = jax.numpy.zeros_like(start)
    _, above = jax.lax.scan(forward, start, (own[1:], here[1:]))
    _, below = jax.lax.scan(backward, end, (own[1:], here[1:]), reverse=True)
    odds = jax.numpy.concatenate([start[None], above]) + jax.numpy.concatenate([below, end[None]])
    return jax.numpy.moveaxis(jax.nn.sigmoid(odds), 0, 1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes the weights as JSON, the same for the same folders."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.fit_likeness", description=__doc__)
    parser.add_argument("folder", nargs="+", metavar="FOLDER[=WEIGHT]")
    parser.add_argument("--out", type=Path, default=WEIGHTS, metavar="FILE")
    asked = parser.parse_args(arguments)
    training: list[Example] = []
    for told in asked.folder:
        folder, _, weight = told.partition("=")
        training += examples(Path(folder), float(weight or 1))
    if not training:
        print("no pair of an input and gold in these folders", file=sys.stderr)
        return 2
    seen = Counter(sign for example in training for signs in example.signs for sign in signs)
    print(f"{len(training)} sources, {sum(len(example.signs) for example in training)} blocks")
    print("signs that none has:", ", ".join(sorted(all_signs() - set(seen))) or "none")
    known = fit(training)
    asked.out.write_bytes(msgspec.json.format(msgspec.json.encode(known), indent=1) + b"\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
