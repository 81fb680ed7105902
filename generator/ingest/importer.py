"""Imports sources into an archive's `content/`: the only part of the program that writes there."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.articles.edtf_date import parse_edtf
from generator.articles.ledger import LEDGER_SUFFIX, Fate
from generator.articles.read import ARTICLES
from generator.articles.sources import SOURCES
from generator.config import Config
from generator.execution.executors import Executor, batches, executor_for
from generator.ingest.atomic_write import write_atomically
from generator.ingest.authored.records import part_tables, with_record
from generator.ingest.collect import Incoming, collect, same_name, shown
from generator.ingest.collection.learning import FirstPass
from generator.ingest.collection.stories import Stories
from generator.ingest.decisions import Decisions, parse_places
from generator.ingest.decode import RefusalError
from generator.ingest.known import fits_ledger, in_words, ledger_path, same_bytes
from generator.ingest.library import Library, read_library
from generator.ingest.merge import Conflict, merge
from generator.ingest.prepare import Prepared, Result, Workplace, prepare, refuse
from generator.ingest.report import Action, ImportReport, Outcome
from generator.ingest.rules import RULES
from generator.ingest.site_rules import check_site_rules
from generator.problems import Problems
from generator.urls import unique_slug

_BATCH = 16
"""Sources that a process cleans at a time."""
_WRITERS = 16
"""Threads."""

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
    workers: int | None = None,
) -> ImportReport:
    """Copies the sources among `paths` into the archive `root` and imports every source that has no ledger.

    One that is there already with the same bytes is left alone; with other bytes it is refused, or with `replace`
    cleaned anew as by `import_again`. One bad file never stops the rest, and is not copied. `workers` is how many
    processes clean; None leaves it to the machine.
    """
    run = _Run(root, config, today, dry_run, progress=progress, workers=workers)
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
    workers: int | None = None,
) -> ImportReport:
    """Cleans known sources anew with today's rules, all of them or the `files` named relative to `content/sources/`.

    An article nobody edited is rewritten, an edited one merged; one that the editor deleted stays deleted.
    `decisions` are new ones of the editor's, by file; those that ledgers remember hold as well.
    """
    if decisions is not None and not files:
        return ImportReport((), ())
    run = _Run(root, config, today, dry_run, decisions or {}, progress, workers=workers)
    sources = root / SOURCES
    ledgers = (path.relative_to(sources).as_posix() for path in sources.rglob("*" + LEDGER_SUFFIX))
    known = sorted(name.removesuffix(LEDGER_SUFFIX) for name in ledgers)
    for name in sorted(set(files) - set(known)):
        place = shown(sources / name, root)
        run.problems.error(place, 0, "not an imported source", "name it relative to content/sources/")
    chosen = [name for name in known if not files or name in files]
    return run.import_all([with_record(Incoming(sources / name, name), sources) for name in chosen], again=True)


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
    stories: Stories = field(default_factory=Stories)
    workers: int | None = None

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

    def import_all(self, sources: Sequence[Incoming], *, again: bool = False) -> ImportReport:
        check_site_rules(self.config.cleaning, [rule.name for rule in RULES], self.problems)
        if not sources:
            return ImportReport((), self.problems.sorted())
        library = read_library(self.root, self.problems)
        cleaning = self.config.cleaning
        executor = executor_for(len(sources), self.workers)
        first_pass = FirstPass(self.root, sources, cleaning.largest_source, executor) if cleaning.learn else None
        workplace = Workplace(
            root=self.root,
            config=self.config,
            today=parse_edtf(self.today.isoformat()),
            decisions=self.decisions,
            collection=first_pass.collection if first_pass else None,
            imported=library.imported,
            again=again,
        )
        outcomes = []
        for done, outcome in enumerate(self._outcomes(executor, workplace, sources, library), start=1):
            self.progress(done, len(sources))
            outcomes.append(outcome)
        if first_pass and not self.dry_run:
            first_pass.remember()
        return ImportReport(tuple(filter(None, outcomes)), self.problems.sorted(), self.stories.twins())

    def _outcomes(
        self, executor: Executor, workplace: Workplace, sources: Sequence[Incoming], library: Library
    ) -> Iterator[Outcome | None]:
        """What becomes of each source, in their order; None where it cannot be imported or need not be."""
        waiting: deque[tuple[Prepared, Outcome, Future[None]]] = deque()
        # Most of the time of writing is waiting for the disk, which takes many files at once.
        with ThreadPoolExecutor(_WRITERS) as writers:
            for results in executor.run(_prepare_all, workplace, batches(sources, _BATCH)):
                for result in results:
                    self.problems.extend(result.problems)
                    placed = self._placed(result.prepared, library) if result.prepared else None
                    if placed is None:
                        yield None
                        continue
                    prepared, outcome, article = placed
                    write = writers.submit(self._write, prepared, outcome.article, article)
                    waiting.append((prepared, outcome, write))
                while len(waiting) > _BATCH:
                    yield self._written(*waiting.popleft())
            while waiting:
                yield self._written(*waiting.popleft())

    def _placed(self, prepared: Prepared, library: Library) -> tuple[Prepared, Outcome, bytes | None] | None:
        """A cleaned source, what becomes of its article, and the article's new bytes where they are to be written."""
        try:
            outcome, article = self._place(prepared, library)
        except RefusalError as refusal:
            self._refuse(prepared.source, f"not imported: {refusal.reason}", refusal.hint)
            return None
        except OSError as error:
            self._refuse(prepared.source, f"not imported: {in_words(error)}")
            return None
        return (prepared, outcome, article) if outcome else None

    def _write(self, prepared: Prepared, place: str, article: bytes | None) -> None:
        """Puts a source, its article and its ledger where they belong. Raises OSError."""
        if self.dry_run:
            return
        source = prepared.source
        # The ledger comes last: a kill before it means that the source counts as not imported, and is done again.
        if source.record:
            write_atomically(self.root / SOURCES / source.record.file, source.record.read())
        write_atomically(self.root / SOURCES / source.file, prepared.data)
        if article is not None:
            write_atomically(self.root / place, article)
        write_atomically(ledger_path(self.root, source.file), prepared.ledger)

    def _written(self, prepared: Prepared, outcome: Outcome, write: Future[None]) -> Outcome | None:
        """The outcome of a source as soon as all of it is on the disk."""
        try:
            write.result()
        except OSError as error:
            self._refuse(prepared.source, f"not imported: {in_words(error)}")
            return None
        self.stories.add(outcome.file, prepared.story)
        self.problems.extend(prepared.warnings)
        return outcome

    def _place(self, prepared: Prepared, library: Library) -> tuple[Outcome | None, bytes | None]:
        """What becomes of the source's article, and its new bytes where they are to be written."""
        file = prepared.source.file
        path = library.by_source.get(file)
        if path is None and prepared.before is not None:
            text = "its article was deleted, and stays so"
            self.problems.notice(f"{SOURCES}/{file}", 0, text, f"to have it back, delete {file}{LEDGER_SUFFIX}")
            return None, None
        if path is None:
            slug = unique_slug(prepared.slug, library.slugs)
            library.slugs.add(slug)
            return _outcome(prepared, f"{ARTICLES}/{slug}.md", Action.NEW), prepared.article.encode()
        article = path.relative_to(self.root).as_posix()
        data = path.read_bytes()
        try:
            edited = data.decode().replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            raise RefusalError(f"its article {article} is not UTF-8", "save it as UTF-8 in your editor") from error
        action, merged, conflicts = _merged(edited, prepared)
        for conflict in conflicts:
            told = "both the editor and the new import changed this; the editor's text stands"
            other = " ".join(conflict.text.split())[:300] or "(nothing)"
            self.problems.warning(article, conflict.line, told, f"new: {other}")
        # The editor's line ends are the editor's.
        line_end = "\r\n" if b"\r\n" in data else "\n"
        new = None if merged is None else merged.replace("\n", line_end).encode()
        return _outcome(prepared, article, action, conflicts), new

    def _refuse(self, source: Incoming, text: str, hint: str = "") -> None:
        refuse(self.problems, self.root, source, text, hint)


def _prepare_all(workplace: Workplace, sources: Sequence[Incoming]) -> list[Result]:
    return [prepare(workplace, source) for source in sources]


def _merged(edited: str, prepared: Prepared) -> tuple[Action, str | None, tuple[Conflict, ...]]:
    """What to do with an article that is there, its new text if it changes, and the conflicts."""
    if edited == prepared.article:
        return Action.UNCHANGED, None, ()
    if prepared.before is None:
        return Action.ADOPTED, None, ()
    if edited == prepared.before:
        return Action.REWRITTEN, prepared.article, ()
    if prepared.article == prepared.before:
        return Action.UNCHANGED, None, ()
    merged = merge(prepared.before, edited, prepared.article)
    return Action.MERGED, merged.text, merged.conflicts


def _outcome(prepared: Prepared, article: str, action: Action, conflicts: tuple[Conflict, ...] = ()) -> Outcome:
    file = prepared.source.file
    return Outcome(file, article, action, prepared.fates, prepared.rules, conflicts, prepared.doubts)
