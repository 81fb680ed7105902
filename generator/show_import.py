"""Shows what an import did: tables for people, objects for tools, a bar while it runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TextIO

from generator.articles.ledger import Fate
from generator.ingest.report import ImportReport, Outcome, Twins
from generator.problems import Severity

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

_MOST_ROWS = 20
"""Of one table. The rest is counted: the archivist of a hundred thousand articles reads no longer list."""
_MOST_NAMES = 6
"""Of the sources of one story."""
_TRUSTED = 0.85
"""From this confidence on an article need not be looked at first."""
_LOG_WIDTH = 160
"""Characters of a line where the output is no terminal."""

Progress = Callable[[int, int], None]
"""Is told how many of how many sources are done."""


def show_import(report: ImportReport, file: TextIO, *, dry_run: bool) -> None:
    """Writes the report's tables: the articles, what was set aside, and what to look at."""
    console = _console(file)
    if report.outcomes:
        console.print(_articles(report.outcomes))
        _show_more(console, len(report.outcomes) - _MOST_ROWS, "source")
        rules = sum((Counter(outcome.rules) for outcome in report.outcomes), Counter())
        _show_table(console, "Set aside, lines by rule", [(name, f"{count:,}") for name, count in rules.most_common()])
    doubtful = [outcome for outcome in by_confidence(report.outcomes) if outcome.confidence < _TRUSTED]
    _show_table(console, "Look at these first", list(map(_doubt_row, doubtful)))
    _show_table(console, "The same story in several sources", list(_stories(report.twins)))
    conflicts = [
        (f"{outcome.article}:{conflict.line}", "the editor's text stands")
        for outcome in report.outcomes
        for conflict in outcome.conflicts
    ]
    _show_table(console, "Changed by the editor and by the new import", conflicts)
    console.print(_summary(report, dry_run))


def as_objects(report: ImportReport, *, dry_run: bool) -> Iterator[dict[str, Any]]:
    """The same for tools: an object for each source, for each pair of sources with one story, and for the whole."""
    for outcome in report.outcomes:
        yield {
            "outcome": outcome.action.value,
            "source": outcome.file,
            "article": outcome.article,
            "lines": {fate.value: outcome.fates.get(fate, 0) for fate in Fate},
            "set_aside_by": outcome.rules,
            "confidence": outcome.confidence,
            "doubts": [{"line": doubt.line, "text": doubt.text} for doubt in outcome.doubts],
            "conflicts": [{"line": conflict.line, "text": conflict.text} for conflict in outcome.conflicts],
        }
    for pair in report.twins:
        yield {"same_story": list(pair.files), "shared": round(pair.shared, 3)}
    actions = Counter(outcome.action.value for outcome in report.outcomes)
    yield {"imported": dict(sorted(actions.items())), "refused": _refused(report), "dry_run": dry_run}


@contextmanager
def progress_bar(file: TextIO) -> Iterator[Progress]:
    """A bar with count, rate and time left on a terminal; nothing elsewhere."""
    if not file.isatty():
        yield lambda done, total: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Importing"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=_console(file), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def by_confidence(outcomes: tuple[Outcome, ...]) -> list[Outcome]:
    """The least trusted first, then by source."""
    return sorted(outcomes, key=lambda outcome: (outcome.confidence, outcome.file))


def _console(file: TextIO) -> Console:
    from rich.console import Console

    return Console(file=file, width=None if file.isatty() else _LOG_WIDTH, highlight=False, markup=False, emoji=False)


def _articles(outcomes: tuple[Outcome, ...]) -> Table:
    table = _table("", "Article", "Source", "Kept", "Lifted", "Set aside")
    for column in table.columns[3:]:
        column.justify = "right"
    for outcome in by_confidence(outcomes)[:_MOST_ROWS]:
        counts = (f"{outcome.fates.get(fate, 0):,}" for fate in (Fate.KEPT, Fate.LIFTED, Fate.SET_ASIDE))
        table.add_row(outcome.action.value, outcome.article, outcome.file, *counts)
    return table


def _stories(pairs: Sequence[Twins]) -> Iterator[tuple[str, str]]:
    """The sources of each story, and how alike the least alike pair of them is."""
    group: dict[str, set[str]] = {}
    for pair in pairs:
        both = set().union(*(group.get(file, {file}) for file in pair.files))
        group.update(dict.fromkeys(both, both))
    told: set[str] = set()
    for file in sorted(group):
        if file in told:
            continue
        told |= group[file]
        shared = min(pair.shared for pair in pairs if pair.files[0] in group[file])
        names = sorted(group[file])
        more = f" and {len(names) - _MOST_NAMES:,} more" if len(names) > _MOST_NAMES else ""
        yield ", ".join(names[:_MOST_NAMES]) + more, f"{shared:.0%} the same"


def _doubt_row(outcome: Outcome) -> tuple[str, ...]:
    place = f"content/sources/{outcome.file}:{outcome.doubts[0].line}"
    return place, f"{outcome.confidence:.0%}", "; ".join(doubt.text for doubt in outcome.doubts)


def _show_table(console: Console, title: str, rows: Sequence[tuple[str, ...]]) -> None:
    """A list with a title above it; nothing where it has no rows."""
    if not rows:
        return
    console.print(f"\n{title}:")
    table = _table(*("" for _ in rows[0]))
    table.show_header = False
    for row in rows[:_MOST_ROWS]:
        table.add_row(*row)
    console.print(table)
    _show_more(console, len(rows) - _MOST_ROWS, "")


def _show_more(console: Console, number: int, noun: str) -> None:
    if number > 0:
        console.print(f"  … and {number:,} more {noun}{'s' if noun and number > 1 else ''}".rstrip())


def _table(*columns: str) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _summary(report: ImportReport, dry_run: bool) -> str:
    number = len(report.outcomes)
    actions = Counter(outcome.action.value for outcome in report.outcomes)
    did = ", ".join(f"{count:,} {action}" for action, count in sorted(actions.items()))
    refused = _refused(report)
    did = f": {did}" if did else ""
    does = "would be imported (nothing was written)" if dry_run else "imported"
    end = f"; {refused:,} refused." if refused else "."
    return f"{number:,} source{'' if number == 1 else 's'} {does}{did}{end}"


def _refused(report: ImportReport) -> int:
    """Sources with an error."""
    return len({problem.path for problem in report.problems if problem.severity is Severity.ERROR})
