"""The values that an import reports: what became of each source, and what an editor should look at."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from generator.articles.ledger import Fate, LedgerLine
from generator.ingest.doubts import Doubt, confidence
from generator.ingest.merge import Conflict
from generator.problems import Problem


class Action(StrEnum):
    """What an import does with one source."""

    NEW = "new"
    """A new article."""
    REWRITTEN = "rewritten"
    """The article nobody had edited is as today's rules make it."""
    MERGED = "merged"
    """The edited article has the editor's changes and the new import's."""
    ADOPTED = "adopted"
    """An article was there without a ledger; it stays as it is and gets one."""
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source."""

    file: str
    article: str
    """The article file, relative to the archive's folder."""
    action: Action
    fates: dict[Fate, int]
    """Lines of the source by fate; blank ones are not counted. One with several spans counts for each of their fates.
    """
    rules: dict[str, int]
    """Lines set aside by each rule."""
    conflicts: tuple[Conflict, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    """Why an editor should look at it, the gravest reason first."""

    @property
    def confidence(self) -> float:
        """How far the article can be trusted to be as an editor would have it, from 0 to 1."""
        return confidence(self.doubts)


@dataclass(frozen=True, slots=True)
class Twins:
    """Two sources that tell the same story."""

    files: tuple[str, str]
    """Relative to `content/sources/`."""
    shared: float
    """The part of the shorter one's words, by five in a row, that stand in the other too."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or with `dry_run` would do."""

    outcomes: tuple[Outcome, ...]
    problems: tuple[Problem, ...]
    twins: tuple[Twins, ...] = ()


def count_fates(lines: tuple[LedgerLine, ...]) -> dict[Fate, int]:
    """How many lines have each fate."""
    fates = Counter(fate for line in lines for fate in {span.fate for span in line.spans if span.rule != "blank"})
    return dict(sorted(fates.items()))


def count_rules(lines: tuple[LedgerLine, ...]) -> dict[str, int]:
    """How many lines each rule has set aside."""
    rules = Counter(
        rule
        for line in lines
        for rule in {span.rule for span in line.spans if span.fate is Fate.SET_ASIDE and span.rule != "blank"}
    )
    return dict(sorted(rules.items()))
