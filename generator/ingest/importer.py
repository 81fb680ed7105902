"""Imports sources into an archive's `content/`: the only part of the program that writes there."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.articles.edtf_date import parse_edtf
from generator.articles.ledger import LEDGER_SUFFIX, Fate, Ledger, write_ledger
from generator.articles.read import ARTICLES
from generator.articles.sources import SOURCES
from generator.config import Config
from generator.ingest.atomic_write import write_atomically
from generator.ingest.authored.records import part_tables, with_record
from generator.ingest.clean import Cleaned, CleanOptions, clean
from generator.ingest.collect import Incoming, collect, same_name, shown
from generator.ingest.collection.collection import Collection
from generator.ingest.collection.learning import FirstPass
from generator.ingest.collection.stories import Stories
from generator.ingest.decisions import Decisions, parse_places, remembered
from generator.ingest.decode import RefusalError, too_large
from generator.ingest.findings import Settings
from generator.ingest.known import (
    first_import,
    fits_ledger,
    in_words,
    ledger_path,
    old_ledger,
    received_with,
    same_bytes,
)
from generator.ingest.library import Library, read_library
from generator.ingest.merge import Conflict, merge
from generator.ingest.report import Action, ImportReport, Outcome, count_fates, count_rules
from generator.ingest.rules import RULES
from generator.ingest.site_rules import check_site_rules, goes_by_publication, settings_for
from generator.problems import Problems
from generator.urls import unique_slug

Progress = Callable[[int, int], None]
"""Is told how many of how many sources are done."""


def _silent(done: int, total: int) -> None:
    """Tells nobody."""


def import_sources(
    root: Path,
    config: Config,
    today: date,
    paths: Sequence[Path] = (),
    *,
    replace: bool = False,
    dry_run: bool = False,
    progress: Progress = _silent,
) -> ImportReport:
    """Copies the sources among `paths` into the archive `root` and imports every source that has no ledger.

    One that is there already with the same bytes is left alone; with other bytes it is refused, or with `replace`
    cleaned anew as by `import_again`. One bad file never stops the rest, and is not copied.
    """
    run = _Run(root, config, today, dry_run, progress=progress)
    sources = root / SOURCES
    named = part_tables(collect(paths, root, sources, run.problems), root, sources, run.problems, paths)
    wanted = {incoming.file: incoming for incoming in run.wanted(named, replace)}
    if sources.is_dir():
        there = collect([sources], root, sources, run.problems)
        fresh = [incoming for incoming in there if not ledger_path(root, incoming.file).exists()]
        told = {incoming.file for incoming in named}
        fresh = [new for new in part_tables(fresh, root, sources, run.problems) if new.file not in told]
        wanted |= {incoming.file: incoming for incoming in run.wanted(fresh, replace=False)}
    return run.import_all([wanted[file] for file in sorted(wanted)])


def import_again(
    root: Path,
    config: Config,
    today: date,
    files: Sequence[str] = (),
    *,
    dry_run: bool = False,
    decisions: Mapping[str, Decisions] | None = None,
    progress: Progress = _silent,
) -> ImportReport:
    """Cleans known sources anew with today's rules, all of them or the `files` named relative to `content/sources/`.

    An article nobody edited is rewritten, an edited one merged; one that the editor deleted stays deleted.
    `decisions` are new ones of the editor's, by file; those that ledgers remember hold as well.
    """
    if decisions is not None and not files:
        return ImportReport((), ())
    run = _Run(root, config, today, dry_run, decisions or {}, progress)
    sources = root / SOURCES
    ledgers = (path.relative_to(sources).as_posix() for path in sources.rglob("*" + LEDGER_SUFFIX))
    known = sorted(name.removesuffix(LEDGER_SUFFIX) for name in ledgers)
    for name in sorted(set(files) - set(known)):
        place = shown(sources / name, root)
        run.problems.error(place, 0, "not an imported source", "name it relative to content/sources/")
    chosen = [name for name in known if not files or name in files]
    again = [with_record(Incoming(sources / name, name), sources) for name in chosen]
    return run.import_all([source for source in again if run.is_as_imported(source)])


def import_decided(
    root: Path, config: Config, today: date, places: Sequence[str], fate: Fate, *, dry_run: bool = False
) -> ImportReport:
    """Brings lines of sources back (`KEPT`) or takes them out (`SET_ASIDE`), for ever: their ledgers remember it.

    `places` are `FILE:LINE` or `FILE:LINE-LINE`, with files relative to `content/sources/`.
    """
    problems = Problems()
    decisions = parse_places(places, fate, problems)
    report = import_again(root, config, today, sorted(decisions), dry_run=dry_run, decisions=decisions)
    problems.extend(report.problems)
    return ImportReport(report.outcomes, problems.sorted())


@dataclass
class _Run:
    """One import: what it works on, and what it found."""

    root: Path
    config: Config
    today: date
    dry_run: bool
    decisions: Mapping[str, Decisions] = field(default_factory=dict)
    progress: Progress = _silent
    problems: Problems = field(default_factory=Problems)
    collection: Collection | None = None
    stories: Stories = field(default_factory=Stories)

    def wanted(self, incoming: Sequence[Incoming], replace: bool) -> Iterator[Incoming]:
        """Those that are to be cleaned; the others are known already, or refused."""
        sources = self.root / SOURCES
        names = {same_name(path.relative_to(sources).as_posix()) for path in sources.rglob("*")}
        for source in incoming:
            try:
                if self._is_wanted(source, names, replace):
                    yield source
            except OSError as error:
                self._refuse(source, in_words(error))

    def _is_wanted(self, source: Incoming, names: set[str], replace: bool) -> bool:
        target = self.root / SOURCES / source.file
        if not target.exists():
            if same_name(source.file) in names:
                self._refuse(source, f"{source.file} differs only in case from a source that is there", "rename it")
                return False
            return True
        record = source.record
        same_record = record is None or same_bytes(record, self.root / SOURCES / record.file)
        if same_record and same_bytes(source, target):
            # With `replace` a replacement that was interrupted is taken up again.
            return not ledger_path(self.root, source.file).exists() or (replace and not fits_ledger(self.root, source))
        if not replace:
            hint = "`--replace` takes the new bytes and merges them with the article"
            other = "other bytes" if same_record else "another record in a table"
            self._refuse(source, f"{SOURCES}/{source.file} is there with {other}", hint)
        return replace

    def is_as_imported(self, place: Incoming) -> bool:
        """Whether a source and its record still have the bytes that its ledger accounts for; else it is refused."""
        try:
            if fits_ledger(self.root, place):
                return True
        except OSError as error:
            self._refuse(place, in_words(error), "put it back from a copy")
            return False
        hint = "put the source back as it was received, or take the new one with `import --replace`"
        whose = "the source's bytes, or its record's," if place.record else "the source's bytes"
        self._refuse(place, f"{whose} are not those that were imported", hint)
        return False

    def import_all(self, sources: Sequence[Incoming]) -> ImportReport:
        check_site_rules(self.config.cleaning, [rule.name for rule in RULES], self.problems)
        if not sources:
            return ImportReport((), self.problems.sorted())
        library = read_library(self.root, self.problems)
        cleaning = self.config.cleaning
        first_pass = FirstPass(self.root, sources, cleaning.largest_source) if cleaning.learn else None
        self.collection = first_pass.collection if first_pass else None
        outcomes = []
        for done, source in enumerate(sources):
            self.progress(done, len(sources))
            outcomes.append(self._import_one(source, library))
        if first_pass and not self.dry_run:
            first_pass.remember()
        return ImportReport(tuple(filter(None, outcomes)), self.problems.sorted(), self.stories.twins())

    def _import_one(self, source: Incoming, library: Library) -> Outcome | None:
        """Cleans one source and writes it, its article and its ledger; None where it cannot be done or need not."""
        try:
            ledger = old_ledger(self.root, source.file)
        except ValueError as error:
            hint = "put it back from a copy, or delete it and import again"
            self.problems.error(f"{SOURCES}/{source.file}{LEDGER_SUFFIX}", 0, str(error), hint)
            return None
        try:
            data, cleaned = self._clean(source, ledger, library)
            outcome, article = self._place(source.file, cleaned, ledger, library)
            if outcome and not self.dry_run:
                # The ledger comes last: a kill before it means that the source counts as not imported, and is done
                # again.
                if source.record:
                    write_atomically(self.root / SOURCES / source.record.file, source.record.read())
                write_atomically(self.root / SOURCES / source.file, data)
                if article is not None:
                    write_atomically(self.root / outcome.article, article)
                write_atomically(ledger_path(self.root, source.file), write_ledger(cleaned.ledger))
        except RefusalError as refusal:
            self._refuse(source, f"not imported: {refusal.reason}", refusal.hint)
            return None
        except OSError as error:
            self._refuse(source, f"not imported: {in_words(error)}")
            return None
        if outcome:
            self.stories.add(source.file, cleaned.article)
            for remark in cleaned.warnings:
                self.problems.warning(f"{SOURCES}/{source.file}", remark.line, remark.text, remark.hint)
        return outcome

    def _clean(self, source: Incoming, ledger: Ledger | None, library: Library) -> tuple[bytes, Cleaned]:
        largest = self.config.cleaning.largest_source
        size = source.size()
        if size > largest:
            # Not even read: it may be larger than the memory.
            raise too_large(size, largest)
        imported = first_import(ledger) or library.imported.get(source.file) or parse_edtf(self.today.isoformat())
        data = source.read()
        received = received_with(source, data, ledger)
        decisions = self._decisions(source.file, data, ledger)
        settings = self._settings(source.file, "")
        cleaned = clean(data, source.file, imported, self._options(settings), decisions, received)
        # Who published a source is known only when it is cleaned, and there may be settings for them.
        if goes_by_publication(self.config.cleaning) and cleaned.publication:
            again = self._settings(source.file, cleaned.publication)
            if again != settings:
                cleaned = clean(data, source.file, imported, self._options(again), decisions, received)
        return data, cleaned

    def _settings(self, file: str, publication: str) -> Settings:
        cleaning = self.config.cleaning
        furniture = self.collection.furniture(file.rpartition("/")[0]) if self.collection else None
        return settings_for(file, publication, cleaning, Settings(cleaning.numeric_dates, furniture))

    def _options(self, settings: Settings) -> CleanOptions:
        return CleanOptions(self.config.language, self.config.cleaning.largest_source, settings)

    def _decisions(self, file: str, data: bytes, ledger: Ledger | None) -> Decisions:
        """What the editor decided about lines of the source, now and before."""
        before = remembered(ledger) if ledger else {}
        if ledger and before and ledger.source_sha256 != hashlib.sha256(data).hexdigest():
            text = f"the editor's decisions about {len(before)} line(s) do not hold for the new bytes"
            self.problems.warning(f"{SOURCES}/{file}", 0, text, "look at the lines, and decide again")
            before = {}
        now = self.decisions.get(file, {})
        last = len(ledger.lines) if ledger else 0
        if any(line > last for line in now):
            self.problems.error(f"{SOURCES}/{file}", max(now), f"there is no such line: the source has {last}")
        return {**before, **now}

    def _place(
        self, file: str, cleaned: Cleaned, ledger: Ledger | None, library: Library
    ) -> tuple[Outcome | None, bytes | None]:
        """What becomes of the source's article, and its new bytes where they are to be written."""
        path = library.by_source.get(file)
        if path is None and ledger is not None:
            text = "its article was deleted, and stays so"
            self.problems.notice(f"{SOURCES}/{file}", 0, text, f"to have it back, delete {file}{LEDGER_SUFFIX}")
            return None, None
        if path is None:
            slug = unique_slug(cleaned.slug or cleaned.title, library.slugs)
            library.slugs.add(slug)
            return _outcome(file, f"{ARTICLES}/{slug}.md", Action.NEW, cleaned), cleaned.article.encode()
        article = path.relative_to(self.root).as_posix()
        data = path.read_bytes()
        try:
            edited = data.decode().replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            raise RefusalError(f"its article {article} is not UTF-8", "save it as UTF-8 in your editor") from error
        action, merged, conflicts = _merged(edited, cleaned, ledger)
        for conflict in conflicts:
            told = "both the editor and the new import changed this; the editor's text stands"
            other = " ".join(conflict.text.split())[:300] or "(nothing)"
            self.problems.warning(article, conflict.line, told, f"new: {other}")
        # The editor's line ends are the editor's.
        line_end = "\r\n" if b"\r\n" in data else "\n"
        new = None if merged is None else merged.replace("\n", line_end).encode()
        return _outcome(file, article, action, cleaned, conflicts), new

    def _refuse(self, source: Incoming, text: str, hint: str = "") -> None:
        self.problems.error(shown(source.path, self.root), source.line, text, hint)


def _merged(edited: str, cleaned: Cleaned, ledger: Ledger | None) -> tuple[Action, str | None, tuple[Conflict, ...]]:
    """What to do with an article that is there, its new text if it changes, and the conflicts."""
    if edited == cleaned.article:
        return Action.UNCHANGED, None, ()
    if ledger is None:
        return Action.ADOPTED, None, ()
    if edited == ledger.imported:
        return Action.REWRITTEN, cleaned.article, ()
    if cleaned.article == ledger.imported:
        return Action.UNCHANGED, None, ()
    merged = merge(ledger.imported, edited, cleaned.article)
    return Action.MERGED, merged.text, merged.conflicts


def _outcome(
    file: str, article: str, action: Action, cleaned: Cleaned, conflicts: tuple[Conflict, ...] = ()
) -> Outcome:
    lines = cleaned.ledger.lines
    return Outcome(file, article, action, count_fates(lines), count_rules(lines), conflicts, cleaned.doubts)
