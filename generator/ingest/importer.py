"""Imports sources into an archive's `content/`: the only part of the program that writes there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from generator.articles.edtf_date import EdtfDate, parse_edtf
from generator.articles.front_matter import parse_front_matter, split_article
from generator.articles.ledger import LEDGER_SUFFIX, Fate, Ledger, read_ledger, write_ledger
from generator.articles.read import ARTICLES
from generator.config import Config
from generator.ingest.atomic_write import write_atomically
from generator.ingest.clean import Cleaned, CleanOptions, clean
from generator.ingest.collect import Incoming, collect
from generator.ingest.decode import RefusalError
from generator.ingest.findings import Settings
from generator.ingest.merge import Conflict, merge
from generator.problems import Problem, Problems
from generator.urls import unique_slug

SOURCES = "content/sources"


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


@dataclass
class _Library:
    """What `content/articles/` holds, and the names that are taken."""

    by_source: dict[str, Path] = field(default_factory=dict)
    slugs: set[str] = field(default_factory=set)


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
    cleaned anew as by `import_again`. One bad file never stops the rest.
    """
    problems = Problems()
    new = _copy(root, collect(paths, problems), replace, dry_run, problems)
    known = {incoming.file for incoming in new}
    problems_inside = Problems()
    for incoming in collect([root / SOURCES], problems_inside) if (root / SOURCES).is_dir() else ():
        if incoming.file not in known and not _ledger_path(root, incoming.file).exists():
            new.append(incoming)
    problems.extend(_relative(problems_inside, root))
    library = _read_library(root)
    outcomes = []
    for incoming in sorted(new, key=lambda incoming: incoming.file):
        outcome = _import_one(root, config, today, incoming, library, dry_run, problems)
        if outcome:
            outcomes.append(outcome)
    return ImportReport(tuple(outcomes), problems.sorted())


def import_again(
    root: Path, config: Config, today: date, files: Sequence[str] = (), *, dry_run: bool = False
) -> ImportReport:
    """Cleans known sources anew with today's rules, all of them or the `files` named relative to `content/sources/`.

    An article nobody edited is rewritten, an edited one merged; one that the editor deleted stays deleted.
    """
    problems = Problems()
    library = _read_library(root)
    sources = root / SOURCES
    known = sorted(path.relative_to(sources).as_posix() for path in sources.rglob("*" + LEDGER_SUFFIX))
    known = [name.removesuffix(LEDGER_SUFFIX) for name in known]
    for name in files:
        if name not in known:
            problems.error(f"{SOURCES}/{name}", 0, "not an imported source", "name it relative to content/sources/")
    outcomes = []
    for name in known:
        if not files or name in files:
            incoming = Incoming(sources / name, name)
            outcome = _import_one(root, config, today, incoming, library, dry_run, problems)
            if outcome:
                outcomes.append(outcome)
    return ImportReport(tuple(outcomes), problems.sorted())


def _copy(root: Path, incoming: Sequence[Incoming], replace: bool, dry_run: bool, problems: Problems) -> list[Incoming]:
    """Copies sources byte for byte; gives those that are to be cleaned."""
    new = []
    names = {path.relative_to(root / SOURCES).as_posix().casefold() for path in (root / SOURCES).rglob("*")}
    for source in incoming:
        target = root / SOURCES / source.file
        if not target.exists() and source.file.casefold() in names:
            problems.error(str(source.path), 0, f"{source.file} differs only in case from a source that is there")
        elif target.exists() and target.resolve() != source.path.resolve() and not _same_bytes(source.path, target):
            if not replace:
                hint = "`--replace` takes the new bytes and merges them with the article"
                problems.error(str(source.path), 0, f"{SOURCES}/{source.file} is there with other bytes", hint)
                continue
            new.append(_write_source(source, target, dry_run))
        elif not target.exists():
            new.append(_write_source(source, target, dry_run))
        elif not _ledger_path(root, source.file).exists():
            new.append(source)
    return new


def _same_bytes(one: Path, other: Path) -> bool:
    return one.stat().st_size == other.stat().st_size and one.read_bytes() == other.read_bytes()


def _write_source(source: Incoming, target: Path, dry_run: bool) -> Incoming:
    if dry_run:
        return source
    write_atomically(target, source.path.read_bytes())
    return Incoming(target, source.file)


def _import_one(
    root: Path, config: Config, today: date, source: Incoming, library: _Library, dry_run: bool, problems: Problems
) -> Outcome | None:
    """Cleans one source and writes its article and ledger; None where it cannot be or its article was deleted."""
    place = f"{SOURCES}/{source.file}"
    try:
        ledger = _old_ledger(root, source.file)
        size = source.path.stat().st_size
        if size > config.cleaning.largest_source:
            raise RefusalError(
                f"the file has {size:,} bytes, more than `cleaning: largest_source` allows",
                "split it into one file an article, or raise the limit in content/site.yaml",
            )
        imported = _first_import(ledger) or parse_edtf(today.isoformat())
        options = CleanOptions(config.language, config.cleaning.largest_source, Settings(config.cleaning.numeric_dates))
        cleaned = clean(source.path.read_bytes(), source.file, imported, options)
    except RefusalError as refusal:
        problems.error(place, 0, f"not imported: {refusal.reason}", refusal.hint)
        return None
    except (OSError, ValueError) as error:
        problems.error(place, 0, f"not imported: {error}")
        return None
    for line, text in cleaned.warnings:
        problems.warning(place, line, text, "write the title into the article's front matter")
    outcome, article = _merge(root, source.file, cleaned, ledger, library, problems)
    if outcome and not dry_run:
        # The ledger comes last: a kill before it means that the source counts as not imported, and is done again.
        if article is not None:
            write_atomically(root / outcome.article, article.encode())
        write_atomically(_ledger_path(root, source.file), write_ledger(cleaned.ledger))
    return outcome


def _merge(
    root: Path, file: str, cleaned: Cleaned, ledger: Ledger | None, library: _Library, problems: Problems
) -> tuple[Outcome | None, str | None]:
    """What becomes of the source's article, and its new text where that is to be written."""
    path = library.by_source.get(file)
    if path is None:
        if ledger is not None:
            return None, None
        slug = unique_slug(cleaned.title, library.slugs)
        library.slugs.add(slug)
        return _outcome(file, f"{ARTICLES}/{slug}.md", Action.NEW, cleaned), cleaned.article
    article = path.relative_to(root).as_posix()
    edited = path.read_bytes().decode(errors="surrogateescape").replace("\r\n", "\n")
    if edited == cleaned.article:
        return _outcome(file, article, Action.UNCHANGED, cleaned), None
    if ledger is None:
        return _outcome(file, article, Action.ADOPTED, cleaned), None
    if edited == ledger.imported:
        return _outcome(file, article, Action.REWRITTEN, cleaned), cleaned.article
    if cleaned.article == ledger.imported:
        return _outcome(file, article, Action.UNCHANGED, cleaned), None
    merged = merge(ledger.imported, edited, cleaned.article)
    for conflict in merged.conflicts:
        text = " ".join(conflict.text.split())[:300] or "(nothing)"
        problems.warning(article, conflict.line, "both the editor and the new import changed this", f"new: {text}")
    return _outcome(file, article, Action.MERGED, cleaned, merged.conflicts), merged.text


def _outcome(
    file: str, article: str, action: Action, cleaned: Cleaned, conflicts: tuple[Conflict, ...] = ()
) -> Outcome:
    spans = [span for line in cleaned.ledger.lines for span in line.spans if span.rule != "blank"]
    fates = Counter(span.fate for span in spans)
    rules = Counter(span.rule for span in spans if span.fate is Fate.SET_ASIDE)
    return Outcome(file, article, action, dict(sorted(fates.items())), dict(sorted(rules.items())), conflicts)


def _ledger_path(root: Path, file: str) -> Path:
    return root / SOURCES / (file + LEDGER_SUFFIX)


def _old_ledger(root: Path, file: str) -> Ledger | None:
    path = _ledger_path(root, file)
    return read_ledger(path.read_bytes()) if path.exists() else None


def _first_import(ledger: Ledger | None) -> EdtfDate | None:
    """The day that the article's front matter has had since its first import."""
    parts = split_article(ledger.imported) if ledger else None
    parsed = parse_front_matter(parts.front_matter, "", Problems()) if parts else None
    return parsed[0].source.imported if parsed and parsed[0].source else None


def _read_library(root: Path) -> _Library:
    """The articles that are there, by the source that their front matter names, wherever they were moved."""
    library = _Library()
    for path in sorted((root / ARTICLES).rglob("*.md")):
        library.slugs.add(path.stem.casefold())
        parts = split_article(path.read_bytes().decode(errors="replace").replace("\r\n", "\n"))
        parsed = parse_front_matter(parts.front_matter, "", Problems()) if parts else None
        if parsed and parsed[0].source:
            library.by_source.setdefault(parsed[0].source.file, path)
    return library


def _relative(problems: Problems, root: Path) -> list[Problem]:
    """The same problems with paths relative to the archive."""
    prefix = f"{root}/"
    return [
        Problem(p.path.removeprefix(prefix), p.line, p.severity, p.text.replace(prefix, ""), p.hint) for p in problems
    ]
