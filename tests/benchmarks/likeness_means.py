"""Counts which blocks come to the nodes of the trees: `python -m tests.benchmarks.likeness_means FOLDER …`.

The rule `unlike-text` tells its signs by how far each answer moves the mean score of the blocks that give it. Fitting
counts these means over the texts that it learns from; this command counts them anew over all texts and pages of the
folders, and leaves the trees as they are. The same folders give the same means.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from generator.errors import BackfileError
from generator.ingest.decode import decode_source
from generator.ingest.findings import Reading, Settings
from generator.ingest.formats import known_encoding, read_document
from generator.ingest.rules import RULES
from generator.ingest.rules.likeness_features import figures_of
from generator.ingest.rules.likeness_trees import TREES, Trees, Weighing, with_context

RULE = "unlike-text"
_LARGEST = 50_000_000
_MOST_BLOCKS = 2500
"""What is longer is a dump of data."""
_UNSEEN = 0.5
"""Counted for each leaf besides: one to which no block comes has its part in the mean all the same."""
_ENDINGS = (".txt", ".html", ".htm")


def reading_before(path: Path) -> Reading | None:
    """A source as the rule meets it; None where it is a dump of data. Raises BackfileError where it is no text."""
    data = path.read_bytes()
    text = decode_source(data, _LARGEST, known_encoding(data, path.name)).text
    document = read_document(text, path.name, Settings())
    if len(document.blocks) > _MOST_BLOCKS:
        return None
    reading = Reading(document.blocks, Settings(), document.outside)
    for finding, name in document.findings:
        reading.found.setdefault(finding.block, (finding, name))
        reading.declared.add(finding.block)
    for rule in RULES:
        if rule.name == RULE:
            break
        for finding in list(rule.apply(reading)) if rule.name not in document.forbidden else ():
            reading.found.setdefault(finding.block, (finding, rule.name))
    return reading


def with_means(trees: Trees, tables: Sequence[NDArray[np.float32]]) -> Trees:
    """The trees with the means of their nodes over the blocks of the tables, to three places."""
    nodes = trees.nodes
    count = np.where(nodes.is_leaf, _UNSEEN, 0.0)
    for table in tables:
        count += np.bincount(trees.leaves(table).ravel(), minlength=len(count))
    score = count * nodes.scores
    # The nodes stand level by level: children come after their parent.
    for node in range(len(count) - 1, -1, -1):
        if not nodes.is_leaf[node]:
            left = nodes.left[node]
            count[node] = count[left] + count[left + 1]
            score[node] = score[left] + score[left + 1]
    means = score / count
    ends = np.cumsum([len(tree) for tree in trees.asked])
    return msgspec.structs.replace(
        trees,
        means=[
            [round(float(means[node]), 3) for node in nodes.numbers[end - len(tree) : end] if not nodes.is_leaf[node]]
            for tree, end in zip(trees.asked, ends.tolist(), strict=True)
        ],
    )


def counted(weighing: Weighing, tables: Sequence[NDArray[np.float32]]) -> Weighing:
    """Both kinds of trees, with their means over these blocks."""
    again = [with_context(table, weighing.first.chances(table)) for table in tables]
    return Weighing(first=with_means(weighing.first, tables), second=with_means(weighing.second, again))


def _tables(folder: Path) -> Iterator[NDArray[np.float32]]:
    for path in sorted(folder.rglob("*")):
        if path.suffix not in _ENDINGS or ".gold." in path.name:
            continue
        try:
            reading = reading_before(path)
        except BackfileError:
            continue
        found = figures_of(reading) if reading else None
        if found and len(found.blocks) > 1:
            yield found.table


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes the trees with their new means."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.likeness_means", description=__doc__)
    parser.add_argument("folder", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=TREES, metavar="FILE")
    asked = parser.parse_args(arguments)
    tables = [table for folder in asked.folder for table in _tables(folder)]
    if not tables:
        print("no text or page in these folders", file=sys.stderr)
        return 2
    print(f"{len(tables)} sources, {sum(map(len, tables))} blocks")
    trees = msgspec.json.decode(asked.out.read_bytes(), type=Weighing)
    asked.out.write_bytes(msgspec.json.encode(counted(trees, tables)) + b"\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
