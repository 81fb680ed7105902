"""What the benchmark compares, what is aimed at, and how it is told: ratios and absolute figures as a table."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from tests.benchmarks.running import Cost

OURS = "Backfile"
OURS_FEW = "Backfile, few names"
GOAL_SIZE, LARGE_SIZE, FEW = 10_000, 100_000, 5
GIB = 1024**3


class Deed(StrEnum):
    """What a tool is asked to do."""

    CLEAN = "clean build"
    AGAIN = "nothing changed"
    EDIT = "one article edited"
    SERVE = "edit until the page is reloaded"
    IMPORT = "import of messy texts"
    IMPORTED = "clean build of what was imported"
    HELP = "--help"


class Key(NamedTuple):
    """What was measured."""

    tool: str
    deed: Deed
    articles: int


Figures = Mapping[Key, Sequence[Cost]]
"""Of each thing measured the costs of its runs, at least one."""


class Unit(StrEnum):
    """What a row's figure is counted in."""

    TIMES = "×"
    SECONDS = "s"
    MEMORY = "GiB"


@dataclass(frozen=True, slots=True)
class Row:
    """A figure that there may be a goal for: `ours` together, divided by `theirs` together where there are any."""

    name: str
    """Rows that are asked for together have the same."""
    text: str
    ours: tuple[Key, ...]
    theirs: tuple[Key, ...]
    unit: Unit
    goal: float | None
    """The most that it is to be; None where the row only informs."""

    @property
    def keys(self) -> tuple[Key, ...]:
        return self.ours + self.theirs


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a row came to."""

    figure: float
    cpu: float | None
    """The same figure in processor seconds, which tell more where others use the machine; None for memory."""
    parts: str
    """The seconds or bytes that it was made of."""

    def is_met(self, goal: float) -> bool:
        return self.figure <= goal


def seconds(runs: Sequence[Cost]) -> float:
    """Of the best run: whatever disturbs a run only makes it slower. So for all tools alike."""
    return min(run.seconds for run in runs)


def cpu(runs: Sequence[Cost]) -> float:
    """Processor seconds of the best run."""
    return min(run.cpu for run in runs)


def memory(runs: Sequence[Cost]) -> float:
    """GiB, of the run that held the most."""
    return max(run.memory for run in runs) / GIB


def outcome(row: Row, figures: Figures) -> Outcome | None:
    """What the row came to; None where something of it was not measured."""
    if any(key not in figures for key in row.keys):
        return None
    ours, theirs = ([figures[key] for key in keys] for keys in (row.ours, row.theirs))
    if row.unit is Unit.MEMORY:
        held = max(map(memory, ours))
        return Outcome(held, None, f"{held:.2f} GiB")
    wall, used = sum(map(seconds, ours)), sum(map(cpu, ours))
    if not theirs:
        return Outcome(wall, used, _sum(ours))
    return Outcome(
        wall / sum(map(seconds, theirs)),
        used / other if (other := sum(map(cpu, theirs))) else math.inf,
        f"{_sum(ours)} / {_sum(theirs)}",
    )


def _sum(runs: Sequence[Sequence[Cost]]) -> str:
    return " + ".join(_seconds(seconds(each)) for each in runs) + " s"


def rows_of(articles: int, has_peers: bool) -> list[Row]:
    """The rows of one size; without peers those that need none."""
    clean, edit, again = (Key(OURS, deed, articles) for deed in (Deed.CLEAN, Deed.EDIT, Deed.AGAIN))
    serve = Key(OURS, Deed.SERVE, articles)
    pagefind = Key("Pagefind", Deed.CLEAN, articles)

    def goal(limit: float) -> float | None:
        return limit if articles == GOAL_SIZE else None

    def ratio(name: str, text: str, ours: Key, limit: float | None, *theirs: Key) -> Row:
        return Row(name, text, (ours,), theirs, Unit.TIMES, limit)

    rows = []
    if has_peers:
        hugo, tags, related, pelican, mkdocs = (
            Key(tool, Deed.CLEAN, articles)
            for tool in ("Hugo", "Hugo, tags alone", "Hugo, related", "Pelican", "MkDocs")
        )
        hugo_edit, tags_edit = (Key(tool, Deed.EDIT, articles) for tool in ("Hugo", "Hugo, tags alone"))
        pelican_edit = Key("Pelican, cache", Deed.EDIT, articles)
        of = "clean build / "
        rows = [
            ratio("hugo", f"{of}Hugo + Pagefind", clean, goal(0.5), hugo, pagefind),
            ratio("hugo", f"{of}Hugo with lists of tags alone + Pagefind", clean, goal(0.5), tags, pagefind),
            ratio("hugo", f"{of}Hugo", clean, None, hugo),
            ratio("hugo", f"{of}Hugo with lists of tags alone", clean, None, tags),
            ratio("related", f"{of}Hugo with related + Pagefind", clean, goal(0.2), related, pagefind),
            ratio("pelican", f"{of}Pelican", clean, goal(0.35), pelican),
            ratio("mkdocs", f"{of}MkDocs", clean, None, mkdocs),
            ratio("edit", "one article edited / Hugo", edit, goal(0.25), hugo_edit),
            ratio("edit", "one article edited / Hugo with lists of tags alone", edit, goal(0.25), tags_edit),
            ratio("edit-pelican", "one article edited / Pelican with its cache", edit, None, pelican_edit),
            ratio("again", "nothing changed / Hugo", again, goal(0.12), hugo_edit),
            ratio("again", "nothing changed / Hugo with lists of tags alone", again, goal(0.12), tags_edit),
            Row("serve", Deed.SERVE, (serve,), (), Unit.SECONDS, goal(0.5)),
            ratio("serve", f"{Deed.SERVE} / Hugo's server", serve, None, Key("Hugo", Deed.SERVE, articles)),
            Row("import", Deed.IMPORT, (Key(OURS, Deed.IMPORT, articles),), (), Unit.SECONDS, goal(60)),
        ]
    limit = {GOAL_SIZE: 0.6, LARGE_SIZE: 2.0}.get(articles)
    imported = Key(OURS, Deed.IMPORTED, articles)
    return [
        *rows,
        Row("memory", "peak memory of a clean build", (clean,), (), Unit.MEMORY, limit),
        ratio("imported", f"{Deed.IMPORTED} / one of articles without sources", imported, None, clean),
        Row("imported", f"its peak memory: {Deed.IMPORTED}", (imported,), (), Unit.MEMORY, None),
    ]


def rows_of_growth(sizes: Sequence[int]) -> list[Row]:
    """The rows that compare one size with the next one."""
    return [
        Row(
            name,
            f"{deed} / that of {small:,}",
            (Key(OURS, deed, large),),
            (Key(OURS, deed, small),),
            Unit.TIMES,
            limit,
        )
        for small, large in pairwise(sizes)
        for name, deed, limit in (
            ("growth", Deed.CLEAN, 11 if (small, large) == (GOAL_SIZE, LARGE_SIZE) else None),
            # An imported archive has files that no other has, and must not go through all of them for each.
            ("imported", Deed.IMPORTED, round(1.1 * large / small, 1)),
        )
    ]


def rows_of_few() -> list[Row]:
    """The rows of a command's own time."""
    few, told = Key(OURS_FEW, Deed.CLEAN, FEW), Key(OURS, Deed.HELP, FEW)
    return [
        Row("few", "clean build, whole command", (few,), (), Unit.SECONDS, 1.5),
        Row("help", "`--help`", (told,), (), Unit.SECONDS, 0.15),
    ]


def goal_table(rows: Sequence[Row], figures: Figures) -> str:
    """The rows in Markdown: figure, goal, whether it is met, the same in processor seconds, and what it was made of."""
    lines = [
        ["articles", "measure", "figure", "goal", "met", "by CPU seconds", "of"],
        ["--:", "---", "--:", "--:", "---", "--:", "---"],
    ]
    for row in rows:
        came_to = outcome(row, figures)
        of = [f"{row.ours[0].articles:,}", row.text]
        goal = "" if row.goal is None else f"≤ {row.goal:g} {row.unit}"
        if came_to is None:
            lines.append([*of, "not measured", goal, "", "", ""])
            continue
        met = "" if row.goal is None else ("yes" if came_to.is_met(row.goal) else "**no**")
        used = "" if came_to.cpu is None else _figure(came_to.cpu, row.unit)
        lines.append([*of, _figure(came_to.figure, row.unit), goal, met, used, came_to.parts])
    return markdown(lines)


def figure_table(figures: Figures, articles: int, pages: Mapping[tuple[str, int], tuple[int, int]]) -> str:
    """All that was measured at one size; `pages` gives how many pages and bytes a tool's clean build has made."""
    lines = [
        ["tool", "did", "s, best", "s, worst", "CPU s", "peak, GiB", "pages", "MB", "runs"],
        ["---", "---", *["--:"] * 7],
    ]
    for key, runs in figures.items():
        if key.articles != articles:
            continue
        made = pages.get((key.tool, articles)) if key.deed is Deed.CLEAN else None
        worst = max(run.seconds for run in runs)
        lines.append(
            [
                *(key.tool, key.deed, _seconds(seconds(runs)), _seconds(worst), _seconds(cpu(runs))),
                f"{held:.2f}" if (held := memory(runs)) else "",
                *((f"{made[0]:,}" if made[0] else "", f"{made[1] / 1e6:,.0f}") if made else ("", "")),
                str(len(runs)),
            ]
        )
    return markdown(lines)


def markdown(lines: Sequence[Sequence[str]]) -> str:
    """The lines as a table, padded so that a terminal shows it well too; the second one is `---` or `--:` a column."""
    widths = [max(len(cell) for cell in column) for column in zip(*lines, strict=True)]
    rule = lines[1]
    rows = [
        [
            cell.rjust(width) if side.endswith(":") else cell.ljust(width)
            for cell, width, side in zip(line, widths, rule, strict=True)
        ]
        for line in lines
    ]
    rows[1] = ["-" * (width - 1) + side[-1] for width, side in zip(widths, rule, strict=True)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _figure(value: float, unit: Unit) -> str:
    return f"{value:.2f} {unit}" if unit is not Unit.SECONDS else f"{_seconds(value)} {unit}"


def _seconds(value: float) -> str:
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"
