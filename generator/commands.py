"""What the commands do, once the command line is read: each gives its exit status."""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.errors import BackfileError
from generator.problems import Problems, Severity

if TYPE_CHECKING:
    from generator.cli import Call
    from generator.ingest.report import ImportReport
    from generator.pipeline import Built

OK, FAILED = 0, 1


def count(number: int, noun: str) -> str:
    """A number with what it is of, in words."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def import_and_build(call: Call) -> int:
    """Imports what is new, and builds."""
    imported = import_files(call, (), again=False, replace=False, dry_run=False, quiet=True)
    return max(imported, build_site(call))


def import_files(
    call: Call, paths: Sequence[Path], *, again: bool, replace: bool, dry_run: bool, quiet: bool = False
) -> int:
    """Imports files or folders, or cleans known sources anew."""
    from generator.pipeline import import_into
    from generator.show_import import progress_bar

    with progress_bar(sys.stderr) as progress:
        report = import_into(call.root, paths, again=again, replace=replace, dry_run=dry_run, progress=progress)
    return _told(call, report, dry_run, quiet=quiet)


def decide(call: Call, restore: Sequence[str], set_aside: Sequence[str], dry_run: bool) -> int:
    """Writes the editor's word on lines of sources."""
    from generator.articles.ledger import Fate
    from generator.pipeline import decide_lines

    fate = Fate.KEPT if restore else Fate.SET_ASIDE
    return _told(call, decide_lines(call.root, restore or set_aside, fate, dry_run=dry_run), dry_run)


def _told(call: Call, report: ImportReport, dry_run: bool, *, quiet: bool = False) -> int:
    from generator.show_import import as_objects, show_import

    call.tell(report.problems)
    if call.json:
        for told in as_objects(report, dry_run=dry_run):
            click.echo(json.dumps(told, ensure_ascii=False))
    elif report.outcomes or not quiet:
        show_import(report, sys.stdout, dry_run=dry_run)
    return FAILED if Problems(report.problems).has_errors else OK


def build_site(call: Call, *, explain: bool = False, keep: Callable[[Built], None] | None = None) -> int:
    """Builds the site; `keep` is given what was built."""
    from generator.execution.chosen import chosen
    from generator.execution.run import Run
    from generator.pipeline import build
    from generator.show_build import as_objects, show_reasons, stage_bars, summary

    with stage_bars(sys.stderr) as tell, chosen(call.executor, call.root) as choose:
        built = build(call.root, Run(call.workers, tell, choose))
    if keep:
        keep(built)
    call.tell(built.problems)
    if explain and call.json:
        for told in as_objects(built):
            click.echo(json.dumps(told, ensure_ascii=False))
    elif explain:
        show_reasons(built, click.echo)
    call.say(summary(built))
    return OK


def check_archive(call: Call) -> int:
    """Tells every problem."""
    from generator.execution.chosen import chosen
    from generator.execution.run import Run
    from generator.pipeline import check
    from generator.show_build import stage_bars

    with stage_bars(sys.stderr) as tell, chosen(call.executor, call.root) as choose:
        problems = check(call.root, Run(call.workers, tell, choose))
    call.tell(problems)
    counts = {severity: sum(problem.severity is severity for problem in problems) for severity in Severity}
    told = (count(counts[severity], severity.value) for severity in Severity)
    call.say(f"{', '.join(told)}." if problems else "Nothing is wrong.")
    return FAILED if counts[Severity.ERROR] else OK


def suggest_names(call: Call, least: int, kind: str | None) -> int:
    """Lists names without an entry."""
    from generator.execution.chosen import chosen
    from generator.execution.run import Run
    from generator.pipeline import suggest
    from generator.show_build import stage_bars

    with stage_bars(sys.stderr) as tell, chosen(call.executor, call.root) as choose:
        suggested = suggest(call.root, least, kind, Run(call.workers, tell, choose))
    if call.json:
        for told in suggested.objects:
            click.echo(json.dumps(told, ensure_ascii=False))
    else:
        click.echo(suggested.yaml, nl=False)
    click.echo(f"{count(len(suggested.objects), 'name')} in at least {count(least, 'article')}.", err=True)
    return OK


def serve_site(call: Call, port: int) -> int:
    """Builds, shows the site, and builds again at each change."""
    from generator.folder import OUTPUT
    from generator.pipeline import watched_folders
    from generator.publish.server import serve
    from generator.serving import Serving
    from generator.show_build import KnownProblems, failure_lines

    root = call.root
    call.known = KnownProblems()

    def rebuild(keep: Callable[[Built], None]) -> tuple[str, ...]:
        failure: tuple[str, ...] = ()

        def work() -> int:
            nonlocal failure
            try:
                return build_site(call, keep=keep)
            except (BackfileError, OSError) as error:
                failure = failure_lines(error)
                raise

        call.run(work)
        return failure

    serving = Serving(root, rebuild)
    build_site(call, keep=serving.keep)
    serve(root / OUTPUT, port, serving, watched_folders(root), call.say)
    return OK


def init(call: Call, folder: Path, title: str | None) -> int:
    """Makes an archive."""
    from generator.new_files import init_archive

    init_archive(folder, title or folder.resolve().name)
    root = shlex.quote(str(folder))
    call.say(f"A new archive in {folder}. Put texts into it with: {call.program} --root {root} import FOLDER")
    return OK


def new(call: Call, title: str) -> int:
    """Makes a file for an article."""
    from generator.new_files import new_article

    path = new_article(call.root, title)
    call.say(f"{path} is yours to write.")
    return OK
