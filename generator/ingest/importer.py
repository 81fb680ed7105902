"""Imports sources into an archive's `content/`: the only part of the program that writes there."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from generator.articles.edtf_date import EdtfDate, parse_edtf
from generator.articles.front_matter import parse_front_matter, split_article
from generator.articles.ledger import LEDGER_SUFFIX, Fate, Ledger, read_ledger, write_ledger
from generator.articles.read import ARTICLES
from generator.articles.sources import SOURCES
from generator.config import Config
from generator.ingest.atomic_write import write_atomically
from generator.ingest.clean import Cleaned, CleanOptions, clean
from generator.ingest.collect import Incoming, collect, same_name, shown
from generator.ingest.decisions import Decisions, parse_places, remembered
from generator.ingest.decode import RefusalError, too_large
from generator.ingest.findings import Settings
from generator.ingest.library import Library, read_library
from generator.ingest.merge import Conflict, merge
from generator.ingest.rules import RULES
from generator.ingest.site_rules import check_site_rules, goes_by_publication, settings_for
from generator.problems import Problem, Problems
from generator.urls import unique_slug


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
    """Lines of the source by fate; blank ones are not counted."""
    rules: dict[str, int]
    """Lines set aside by each rule."""
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or with `dry_run` would do."""

    outcomes: tuple[Outcome, ...]
    problems: tuple[Problem, ...]


def import_sources(
    root: Path,
    config: Config,
    today: date,
    paths: Sequence[Path] = (),
    *,
    replace: bool = False,
    dry_run: bool = False,
) -> ImportReport:
    """Copies the sources among `paths` into the archive `root` and imports every source that has no ledger.

    One that is there already with the same bytes is left alone; with other bytes it is refused, or with `replace`
    cleaned anew as by `import_again`. One bad file never stops the rest, and is not copied.
    """
    run = _Run(root, config, today, dry_run)
    sources = root / SOURCES
    named = collect(paths, root, sources, run.problems)
    wanted = {incoming.file: incoming for incoming in run.wanted(named, replace)}
    if sources.is_dir():
        for incoming in collect([sources], root, sources, run.problems):
            if not _ledger_path(root, incoming.file).exists():
                wanted.setdefault(incoming.file, incoming)
    return run.import_all([wanted[file] for file in sorted(wanted)])


def import_again(
    root: Path,
    config: Config,
    today: date,
    files: Sequence[str] = (),
    *,
    dry_run: bool = False,
    decisions: Mapping[str, Decisions] | None = None,
) -> ImportReport:
    """Cleans known sources anew with today's rules, all of them or the `files` named relative to `content/sources/`.

    An article nobody edited is rewritten, an edited one merged; one that the editor deleted stays deleted.
    `decisions` are new ones of the editor's, by file; those that ledgers remember hold as well.
    """
    if decisions is not None and not files:
        return ImportReport((), ())
    run = _Run(root, config, today, dry_run, decisions or {})
    sources = root / SOURCES
    ledgers = (path.relative_to(sources).as_posix() for path in sources.rglob("*" + LEDGER_SUFFIX))
    known = sorted(name.removesuffix(LEDGER_SUFFIX) for name in ledgers)
    for name in sorted(set(files) - set(known)):
        place = shown(sources / name, root)
        run.problems.error(place, 0, "not an imported source", "name it relative to content/sources/")
    chosen = [name for name in known if not files or name in files]
    return run.import_all([Incoming(sources / name, name) for name in chosen if run.is_as_imported(name)])


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
    problems: Problems = field(default_factory=Problems)

    def wanted(self, incoming: Sequence[Incoming], replace: bool) -> Iterator[Incoming]:
        """Those that are to be cleaned; the others are known already, or refused."""
        sources = self.root / SOURCES
        names = {same_name(path.relative_to(sources).as_posix()) for path in sources.rglob("*")}
        for source in incoming:
            try:
                if self._is_wanted(source, names, replace):
                    yield source
            except OSError as error:
                self._refuse(source, _words(error))

    def _is_wanted(self, source: Incoming, names: set[str], replace: bool) -> bool:
        target = self.root / SOURCES / source.file
        if not target.exists():
            if same_name(source.file) in names:
                self._refuse(source, f"{source.file} differs only in case from a source that is there", "rename it")
                return False
            return True
        if _same_bytes(source.path, target):
            # With `replace` a replacement that was interrupted is taken up again.
            return not _ledger_path(self.root, source.file).exists() or (replace and not self._fits_ledger(source))
        if not replace:
            hint = "`--replace` takes the new bytes and merges them with the article"
            self._refuse(source, f"{SOURCES}/{source.file} is there with other bytes", hint)
        return replace

    def is_as_imported(self, file: str) -> bool:
        """Whether a source still has the bytes that its ledger accounts for; else it is refused."""
        place = Incoming(self.root / SOURCES / file, file)
        try:
            if self._fits_ledger(place):
                return True
        except OSError as error:
            self._refuse(place, _words(error), "put it back from a copy")
            return False
        hint = "put the source back as it was received, or take the new one with `import --replace`"
        self._refuse(place, "the source's bytes are not those that were imported", hint)
        return False

    def _fits_ledger(self, source: Incoming) -> bool:
        """Whether the source's bytes are its ledger's; a ledger that cannot be read is told of later."""
        try:
            ledger = self._old_ledger(source.file)
        except ValueError:
            return True
        return ledger is not None and ledger.source_sha256 == hashlib.sha256(source.path.read_bytes()).hexdigest()

    def import_all(self, sources: Sequence[Incoming]) -> ImportReport:
        check_site_rules(self.config.cleaning, [rule.name for rule in RULES], self.problems)
        library = read_library(self.root, self.problems) if sources else Library()
        outcomes = (self._import_one(source, library) for source in sources)
        return ImportReport(tuple(outcome for outcome in outcomes if outcome), self.problems.sorted())

    def _import_one(self, source: Incoming, library: Library) -> Outcome | None:
        """Cleans one source and writes it, its article and its ledger; None where it cannot be done or need not."""
        try:
            ledger = self._old_ledger(source.file)
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
                write_atomically(self.root / SOURCES / source.file, data)
                if article is not None:
                    write_atomically(self.root / outcome.article, article)
                write_atomically(_ledger_path(self.root, source.file), write_ledger(cleaned.ledger))
        except RefusalError as refusal:
            self._refuse(source, f"not imported: {refusal.reason}", refusal.hint)
            return None
        except OSError as error:
            self._refuse(source, f"not imported: {_words(error)}")
            return None
        if outcome:
            for remark in cleaned.warnings:
                self.problems.warning(f"{SOURCES}/{source.file}", remark.line, remark.text, remark.hint)
        return outcome

    def _clean(self, source: Incoming, ledger: Ledger | None, library: Library) -> tuple[bytes, Cleaned]:
        largest = self.config.cleaning.largest_source
        size = source.path.stat().st_size
        if size > largest:
            # Not even read: it may be larger than the memory.
            raise too_large(size, largest)
        imported = _first_import(ledger) or library.imported.get(source.file) or parse_edtf(self.today.isoformat())
        data = source.path.read_bytes()
        decisions = self._decisions(source.file, data, ledger)
        settings = self._settings(source.file, "")
        cleaned = clean(data, source.file, imported, self._options(settings), decisions)
        # Who published a source is known only when it is cleaned, and there may be settings for them.
        if goes_by_publication(self.config.cleaning) and cleaned.publication:
            again = self._settings(source.file, cleaned.publication)
            if again != settings:
                cleaned = clean(data, source.file, imported, self._options(again), decisions)
        return data, cleaned

    def _settings(self, file: str, publication: str) -> Settings:
        cleaning = self.config.cleaning
        return settings_for(file, publication, cleaning, Settings(cleaning.numeric_dates))

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
            slug = unique_slug(cleaned.title, library.slugs)
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

    def _old_ledger(self, file: str) -> Ledger | None:
        """The source's ledger, if it has one. Raises ValueError where it cannot be read."""
        path = _ledger_path(self.root, file)
        try:
            return read_ledger(path.read_bytes()) if path.exists() else None
        except OSError as error:
            raise ValueError(_words(error)) from error

    def _refuse(self, source: Incoming, text: str, hint: str = "") -> None:
        self.problems.error(shown(source.path, self.root), 0, text, hint)


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


def _same_bytes(one: Path, other: Path) -> bool:
    same_size = one.stat().st_size == other.stat().st_size
    return one.samefile(other) or (same_size and one.read_bytes() == other.read_bytes())


def _words(error: OSError) -> str:
    """An error of the operating system in words, without its number."""
    if isinstance(error, FileNotFoundError):
        return "the file is no longer there"
    return f"it cannot be read or written: {error.strerror or error}"


def _outcome(
    file: str, article: str, action: Action, cleaned: Cleaned, conflicts: tuple[Conflict, ...] = ()
) -> Outcome:
    spans = [span for line in cleaned.ledger.lines for span in line.spans if span.rule != "blank"]
    fates = Counter(span.fate for span in spans)
    rules = Counter(span.rule for span in spans if span.fate is Fate.SET_ASIDE)
    return Outcome(file, article, action, dict(sorted(fates.items())), dict(sorted(rules.items())), conflicts)


def _ledger_path(root: Path, file: str) -> Path:
    return root / SOURCES / (file + LEDGER_SUFFIX)


def _first_import(ledger: Ledger | None) -> EdtfDate | None:
    """The day that the article's front matter has had since its first import."""
    parts = split_article(ledger.imported) if ledger else None
    parsed = parse_front_matter(parts.front_matter, "", Problems()) if parts else None
    return parsed[0].source.imported if parsed and parsed[0].source else None
