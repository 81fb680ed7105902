"""Fits the trees of the rule `unlike-text`: `python -m tests.benchmarks.fit_likeness FOLDER[=WEIGHT] … --out FILE`.

The folders hold pairs as `score_cleaning` reads them; a folder's WEIGHT (1 where none is told) is that of each of its
files. It needs the package `lightgbm`, which nothing else here does: install it in an environment of its own.

The second trees learn from chances that the first ones tell of pages, or of whole sites, which they have not seen.
`--sites FILE` says of which site a page is: a JSON object of sites by `GROUP/NAME`, a page's first folder up to its
first hyphen and its file's name without its ending. `--folds N` fits N times besides, each time without a part of the
sites, and tells how well the trees weigh what they have not seen; `--by-group` leaves out a whole group each time.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import sys
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from generator.errors import BackfileError
from generator.ingest.blocks import Block
from generator.ingest.rules.likeness_context import CONTEXT
from generator.ingest.rules.likeness_features import FIGURES, figures_of
from generator.ingest.rules.likeness_trees import COLUMNS, LEAF, TREES, Trees, Weighing, with_context
from tests.benchmarks.likeness_means import counted, reading_before
from tests.benchmarks.pairs import Pair, find_pairs
from tests.benchmarks.score_cleaning import CLEAN
from tests.benchmarks.shingles import RUN, Lines, fold

_CLEAN_WEIGHT = 0.6
"""Of an input that is clean already: there are many of them, and most have nothing to cut."""
_OF_A_BLOCK = 0.1
"""The part of a source's weight that its blocks share alike; the rest goes by their words."""
_PARTS = 5
"""Into so many the sites are divided: the chances of each come from trees that were fitted to the others."""
_SETTINGS = {
    "objective": "binary",
    "feature_fraction": 0.3,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "max_bin": 127,
    "use_missing": False,
    "num_threads": 1,
    "deterministic": True,
    "seed": 1,
    "verbosity": -1,
}
_FIRST_ROUNDS, _SECOND_ROUNDS = 360, 130
_FIRST = {"learning_rate": 0.06, "num_leaves": 64, "max_depth": 10, "min_data_in_leaf": 100}
_SECOND = {"learning_rate": 0.05, "num_leaves": 16, "max_depth": 5, "min_data_in_leaf": 200}
_SEEN_AGAIN = (
    "words",
    "open words",
    "part above",
    "is prose",
    "part in lead",
    "lead words",
    "ends a sentence",
    "mean words",
    "blocks",
    "part open",
    *CONTEXT,
)
"""What the second trees may ask for: with more they learn the first ones' pages by heart."""


@dataclass(frozen=True, slots=True)
class Example:
    """A source as the rule sees it."""

    page: str
    """The name that all texts made of one page share."""
    group: str
    site: str
    """Of the page; the page itself where no site is known."""
    table: NDArray[np.float32]
    """For each open block a row of `FIGURES`."""
    article: NDArray[np.bool_]
    """Whether half of the block's words or more are the article's."""
    weight: NDArray[np.float64]
    """What it costs to be wrong about each block."""


def examples(folder: Path, weight: float, sites: Mapping[str, str]) -> Iterator[Example]:
    """The pairs of a folder."""
    for pair in find_pairs(folder):
        if pair.body is None:
            continue
        try:
            example = _example(pair, pair.body, weight, sites)
        except BackfileError:
            continue
        if example is not None:
            yield example


def _example(pair: Pair, body: str, weight: float, sites: Mapping[str, str]) -> Example | None:
    reading = reading_before(pair.path)
    if reading is None:
        return None
    found = figures_of(reading)
    if len(found.blocks) < 2:
        return None
    gold = Lines(body)
    share = np.array([gold.share(block.text) for block in found.blocks])
    words = np.array([len(fold(block.text)) for block in found.blocks])
    all_words = [len(fold(block.text)) for block in reading.blocks]
    clean = sum(gold.share(block.text) * count for block, count in zip(reading.blocks, all_words, strict=True))
    if pair.path.suffix == ".txt" and clean >= CLEAN * sum(all_words):
        weight *= _CLEAN_WEIGHT
    # F1 counts words: a block weighs as much as the share of the article, or of what is foreign, that it is.
    total = len(fold(body)) + 0.5 * float((words * (1 - share)).sum()) or 1.0
    cost = weight * (np.abs(2 * share - 1) * words / total + _OF_A_BLOCK / len(words))
    cost[_unknown(reading.blocks, found.blocks, share, body)] = 0.0
    group, _, name = pair.name.rpartition("/")
    group = group.partition("-")[0]
    page = f"{group}/{Path(name).stem}"
    return Example(page, group, sites.get(page) or page, found.table, share >= 0.5, cost)


def _unknown(
    everything: Sequence[Block], blocks: Sequence[Block], share: NDArray[np.float64], body: str
) -> NDArray[np.bool_]:
    """Which blocks stand in the source more often than in the article, so that nobody can tell which are its own."""
    folded = {block.index: " ".join(fold(block.text)) for block in everything}
    times = Counter(folded.values())
    gold = f" {' '.join(fold(body))} "
    return np.array(
        [
            part >= 0.5
            and len(folded[block.index]) > RUN
            and gold.count(f" {folded[block.index]} ") < times[folded[block.index]] > 1
            for block, part in zip(blocks, share, strict=True)
        ]
    )


def fit(training: Sequence[Example]) -> Weighing:
    """The trees of the least cost (Friedman 2001)."""
    tables = [example.table for example in training]
    chances: dict[int, NDArray[np.float64]] = {}
    for part in sorted({_part(example) for example in training}):
        others = [example for example in training if _part(example) != part]
        trees = packed(_boosted([example.table for example in others], others, _FIRST, _FIRST_ROUNDS), FIGURES)
        chances |= {
            number: trees.chances(example.table) for number, example in enumerate(training) if _part(example) == part
        }
    columns = [COLUMNS.index(name) for name in _SEEN_AGAIN]
    again = [with_context(table, chances[number])[:, columns] for number, table in enumerate(tables)]
    weighing = Weighing(
        first=packed(_boosted(tables, training, _FIRST, _FIRST_ROUNDS), FIGURES),
        second=packed(_boosted(again, training, _SECOND, _SECOND_ROUNDS), _SEEN_AGAIN),
    )
    return counted(weighing, tables)


def _part(example: Example) -> int:
    return int(hashlib.sha256(example.site.encode()).hexdigest(), 16) % _PARTS


def _boosted(
    tables: Sequence[NDArray[np.float32]], training: Sequence[Example], settings: Mapping[str, float], rounds: int
) -> Any:
    """A booster. Raises SystemExit where `lightgbm` is not installed."""
    try:
        lightgbm = importlib.import_module("lightgbm")
    except ImportError:
        raise SystemExit("fitting needs the package lightgbm: install it in an environment of its own") from None
    article = np.concatenate([example.article for example in training])
    weight = np.concatenate([example.weight for example in training])
    data = lightgbm.Dataset(np.vstack(tables), article, weight=weight / weight.mean())
    return lightgbm.train({**_SETTINGS, **settings}, data, rounds)


def packed(booster: Any, names: Sequence[str]) -> Trees:
    """The booster's trees as the rule reads them, without means; `names` are those of its columns."""
    told = [list(_nodes(tree["tree_structure"])) for tree in booster.dump_model()["tree_info"]]
    used = sorted({figure for tree in told for figure, _ in tree if figure != LEAF})
    place: Mapping[int, int] = {LEAF: LEAF, **{figure: number for number, figure in enumerate(used)}}
    return Trees(
        figures=[names[figure] for figure in used],
        asked=[[place[figure] for figure, _ in tree] for tree in told],
        values=[[value for _, value in tree] for tree in told],
        means=[[0.0 for figure, _ in tree if figure != LEAF] for tree in told],
    )


def _nodes(root: Mapping[str, Any]) -> Iterator[tuple[int, float]]:
    """The nodes of a tree in breadth-first order: the figure they ask for, or `LEAF`, and their value."""
    queue = deque([root])
    while queue:
        node = queue.popleft()
        if "leaf_value" in node:
            yield LEAF, round(node["leaf_value"], 4)
        else:
            yield node["split_feature"], float(f"{node['threshold']:.5g}")
            queue += (node["left_child"], node["right_child"])


def _unseen(training: Sequence[Example], part: Callable[[Example], str]) -> Iterator[tuple[str, float, float]]:
    """For each part of the examples its name, and the shares that trees and keeping everything cost of its weight."""
    for name in sorted({part(example) for example in training}):
        weighing = fit([example for example in training if part(example) != name])
        chosen = [example for example in training if part(example) == name]
        total = sum(float(example.weight.sum()) for example in chosen)
        wrong = sum(
            float(example.weight[(weighing.weigh(example.table).chances >= 0.5) != example.article].sum())
            for example in chosen
        )
        kept = sum(float(example.weight[~example.article].sum()) for example in chosen)
        yield name, wrong / total, kept / total


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes the trees as JSON, the same for the same folders."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.fit_likeness", description=__doc__)
    parser.add_argument("folder", nargs="+", metavar="FOLDER[=WEIGHT]")
    parser.add_argument("--out", type=Path, default=TREES, metavar="FILE")
    parser.add_argument("--sites", type=Path, metavar="FILE")
    parser.add_argument("--folds", type=int, default=0, metavar="N")
    parser.add_argument("--by-group", action="store_true")
    asked = parser.parse_args(arguments)
    sites = json.loads(asked.sites.read_text(encoding="utf-8")) if asked.sites else {}
    training: list[Example] = []
    for told in asked.folder:
        folder, _, weight = told.partition("=")
        training += examples(Path(folder), float(weight or 1), sites)
    if not training:
        print("no pair of an input and gold in these folders", file=sys.stderr)
        return 2
    print(f"{len(training)} sources, {sum(len(example.article) for example in training)} blocks")

    def by_site(example: Example) -> str:
        return str(int(hashlib.sha256(f"unseen {example.site}".encode()).hexdigest(), 16) % asked.folds)

    if asked.folds or asked.by_group:
        for name, wrong, kept in _unseen(training, (lambda example: example.group) if asked.by_group else by_site):
            print(f"unseen part {name}: {wrong:.4f} wrong by weight; {kept:.4f} if everything is kept")
    asked.out.write_bytes(msgspec.json.encode(fit(training)) + b"\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
