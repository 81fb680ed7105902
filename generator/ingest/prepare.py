"""Reads and cleans one source without writing anything, so that it can be done in any process."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.articles.edtf_date import EdtfDate
from generator.articles.ledger import LEDGER_SUFFIX, Fate, Ledger, write_ledger
from generator.articles.sources import SOURCES
from generator.config import Config
from generator.ingest.clean import Cleaned, CleanOptions, clean
from generator.ingest.collect import Incoming, shown
from generator.ingest.collection.collection import Collection
from generator.ingest.collection.stories import Story, story_of
from generator.ingest.decisions import Decisions, remembered
from generator.ingest.decode import RefusalError, too_large
from generator.ingest.doubts import Doubt
from generator.ingest.findings import Settings
from generator.ingest.known import first_import, fits, in_words, old_ledger, received_with
from generator.ingest.report import count_fates, count_rules
from generator.ingest.site_rules import goes_by_publication, settings_for
from generator.problems import Problem, Problems


@dataclass(frozen=True, slots=True)
class Workplace:
    """What cleaning depends on besides the source: the same for all sources of an import."""

    root: Path
    config: Config
    today: EdtfDate
    decisions: Mapping[str, Decisions]
    """New ones of the editor's, by file."""
    collection: Collection | None
    imported: Mapping[str, EdtfDate]
    """The day of each source's first import, as its article tells it."""
    again: bool = False
    """Whether only sources are cleaned that have the bytes for which their ledgers account."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A source that was cleaned: all that is to be written, and what its report needs."""

    source: Incoming
    data: bytes
    """The source's."""
    article: str
    """The article file's text."""
    ledger: bytes
    slug: str
    """What the article's name is made from."""
    before: str | None
    """The article as the earlier import made it; None where the source has no ledger."""
    fates: dict[Fate, int]
    rules: dict[str, int]
    doubts: tuple[Doubt, ...]
    warnings: tuple[Problem, ...]
    """About the source's text: they hold where the source is imported."""
    story: Story


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a source."""

    problems: tuple[Problem, ...]
    prepared: Prepared | None
    """None where it cannot be imported; the problems say why."""


def prepare(workplace: Workplace, source: Incoming) -> Result:
    """Cleans one source."""
    problems = Problems()
    prepared = None
    try:
        prepared = _prepare(workplace, source, problems)
    except RefusalError as refusal:
        refuse(problems, workplace.root, source, f"not imported: {refusal.reason}", refusal.hint)
    except OSError as error:
        refuse(problems, workplace.root, source, f"not imported: {in_words(error)}")
    return Result(problems.sorted(), prepared)


def refuse(problems: Problems, root: Path, source: Incoming, text: str, hint: str = "") -> None:
    """Tells why a source is not imported, at the file that the user named."""
    problems.error(shown(source.path, root), source.line, text, hint)


def _prepare(workplace: Workplace, source: Incoming, problems: Problems) -> Prepared | None:
    place = f"{SOURCES}/{source.file}"
    try:
        ledger = old_ledger(workplace.root, source.file)
    except ValueError as error:
        hint = "put it back from a copy, or delete it and import again"
        problems.error(place + LEDGER_SUFFIX, 0, str(error), hint)
        return None
    if workplace.again and not _is_as_imported(workplace, source, ledger, problems):
        return None
    data, cleaned = _clean(workplace, source, ledger, problems)
    warnings = Problems()
    for remark in cleaned.warnings:
        warnings.warning(place, remark.line, remark.text, remark.hint)
    return Prepared(
        source=source,
        data=data,
        article=cleaned.article,
        ledger=write_ledger(cleaned.ledger),
        slug=cleaned.slug or cleaned.title,
        before=ledger.imported if ledger else None,
        fates=count_fates(cleaned.ledger.lines),
        rules=count_rules(cleaned.ledger.lines),
        doubts=cleaned.doubts,
        warnings=warnings.sorted(),
        story=story_of(cleaned.article),
    )


def _is_as_imported(workplace: Workplace, source: Incoming, ledger: Ledger | None, problems: Problems) -> bool:
    """Whether a source and its record still have the bytes that its ledger accounts for; else it is refused."""
    try:
        if fits(ledger, source):
            return True
    except OSError as error:
        refuse(problems, workplace.root, source, in_words(error), "put it back from a copy")
        return False
    hint = "put the source back as it was received, or take the new one with `import --replace`"
    whose = "the source's bytes, or its record's," if source.record else "the source's bytes"
    refuse(problems, workplace.root, source, f"{whose} are not those that were imported", hint)
    return False


def _clean(workplace: Workplace, source: Incoming, ledger: Ledger | None, problems: Problems) -> tuple[bytes, Cleaned]:
    cleaning = workplace.config.cleaning
    size = source.size()
    if size > cleaning.largest_source:
        # Not even read: it may be larger than the memory.
        raise too_large(size, cleaning.largest_source)
    imported = first_import(ledger) or workplace.imported.get(source.file) or workplace.today
    data = source.read()
    received = received_with(source, data, ledger)
    decisions = _decisions(workplace, source.file, data, ledger, problems)
    settings = _settings(workplace, source.file, "")
    cleaned = clean(data, source.file, imported, _options(workplace, settings), decisions, received)
    # Who published a source is known only when it is cleaned, and there may be settings for them.
    if goes_by_publication(cleaning) and cleaned.publication:
        again = _settings(workplace, source.file, cleaned.publication)
        if again != settings:
            cleaned = clean(data, source.file, imported, _options(workplace, again), decisions, received)
    return data, cleaned


def _settings(workplace: Workplace, file: str, publication: str) -> Settings:
    cleaning = workplace.config.cleaning
    furniture = workplace.collection.furniture(file.rpartition("/")[0]) if workplace.collection else None
    return settings_for(file, publication, cleaning, Settings(cleaning.numeric_dates, furniture))


def _options(workplace: Workplace, settings: Settings) -> CleanOptions:
    return CleanOptions(workplace.config.language, workplace.config.cleaning.largest_source, settings)


def _decisions(workplace: Workplace, file: str, data: bytes, ledger: Ledger | None, problems: Problems) -> Decisions:
    """What the editor decided about lines of the source, now and before."""
    before = remembered(ledger) if ledger else {}
    if ledger and before and ledger.source_sha256 != hashlib.sha256(data).hexdigest():
        text = f"the editor's decisions about {len(before)} line(s) do not hold for the new bytes"
        problems.warning(f"{SOURCES}/{file}", 0, text, "look at the lines, and decide again")
        before = {}
    now = workplace.decisions.get(file, {})
    last = len(ledger.lines) if ledger else 0
    if any(line > last for line in now):
        problems.error(f"{SOURCES}/{file}", max(now), f"there is no such line: the source has {last}")
    return {**before, **now}
