"""The command line: arguments, the one place where errors become words, and the exit status."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import __version__
from generator.commands import (
    FAILED,
    OK,
    build_site,
    check_archive,
    count,
    decide,
    import_and_build,
    import_files,
    init,
    new,
    serve_site,
    suggest_names,
)
from generator.errors import BackfileError, ProblemsError
from generator.problems import Problem, Severity

if TYPE_CHECKING:
    from generator.show_build import KnownProblems

INTERRUPTED = 130


def main(args: Sequence[str] | None = None, default_root: Path | None = None) -> int:
    """Runs one command and gives the exit status.

    `default_root` is the archive that is meant where `--root` is not given; without it the nearest one is, from the
    working directory upward.
    """
    # Nothing here uses what numpy has for matrices, whose threads would wait busily from the beginning.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        call = Call(default_root)
        status = cli.main(args=args, prog_name=call.program, obj=call, standalone_mode=False)
    except click.ClickException as error:
        error.show()
        if isinstance(error, click.NoSuchOption) and any(error.option_name in option.opts for option in cli.params):
            click.echo(f"It goes before the command: {call.program} {error.option_name} …", err=True)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        return INTERRUPTED
    return status if isinstance(status, int) else OK


class Call:
    """What all commands share: which archive, and how to say things."""

    def __init__(self, default_root: Path | None) -> None:
        self.default_root = default_root
        self.chosen_root: Path | None = None
        self.json = False
        self.workers: int | None = None
        self.executor = ""
        self.profile: Path | None = None
        self.known: KnownProblems | None = None
        """Where the same archive is built again and again: what was told before is not told again, but counted."""

    @property
    def program(self) -> str:
        """What to type to call it again."""
        return "backfile" if self.default_root is None else "python build.py"

    @property
    def root(self) -> Path:
        from generator.folder import find_archive

        if self.chosen_root is not None:
            return self.chosen_root
        return self.default_root or find_archive(Path.cwd())

    def say(self, text: str) -> None:
        """Tells what was done; with `--json` only problems are told on standard output."""
        click.echo(text, err=self.json)

    def tell(self, problems: Iterable[Problem]) -> None:
        """All problems at once: on standard error for people, one JSON object a line on standard output for tools."""
        problems = list(problems)
        known = () if self.known is None or self.json else self.known.among(problems)
        for problem in problems:
            if problem in known:
                continue
            if self.json:
                click.echo(json.dumps(_as_object(problem), ensure_ascii=False))
                continue
            word = click.style(problem.severity.value, fg=_COLOURS[problem.severity], bold=True)
            place, _, text = str(problem).partition(": ")
            label = "" if problem.severity is Severity.ERROR else f"{word}: "
            click.echo(f"{click.style(place, bold=True)}: {label}{text}", err=True)
            if problem.hint:
                click.echo(f"    {problem.hint}", err=True)
        counts = Counter(problem.severity for problem in known)
        if counts:
            told = ", ".join(count(counts[severity], severity.value) for severity in Severity if counts[severity])
            click.echo(f"{told} as before.", err=True)

    def run(self, work: Callable[[], int]) -> int:
        """Runs a command; an error that the user can act upon becomes words and an exit status."""
        try:
            return work() if self.profile is None else _profiled(work, self.profile)
        except ProblemsError as error:
            self.tell(error.problems)
            errors = sum(problem.severity is Severity.ERROR for problem in error.problems)
            self.say(f"{count(errors, 'error')}. Nothing was published; the site that stood before still stands.")
        except BackfileError as error:
            self._tell_one(str(error), error.hint)
        except BrokenPipeError:
            # Who read what is said wants no more of it, such as `head`.
            _fall_silent()
        except OSError as error:
            # What the system refuses where nobody expected it: a full disk, a folder without rights.
            place = f"{error.filename}: " if error.filename else ""
            self._tell_one(f"{place}{error.strerror or error}", "see that there is room and that you may write there")
        return FAILED

    def _tell_one(self, text: str, hint: str) -> None:
        if self.json:
            click.echo(json.dumps({"severity": "error", "text": text, "hint": hint}, ensure_ascii=False))
            return
        click.echo(f"{click.style('error', fg='red', bold=True)}: {text}", err=True)
        if hint:
            click.echo(f"    {hint}", err=True)


_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTICE: "blue"}


def _as_object(problem: Problem) -> dict[str, object]:
    names = ("path", "line", "severity", "text", "hint")
    return {name: getattr(problem, name) for name in names}


def _fall_silent() -> None:
    """Has Python not find at its end, when it writes out what is left to say, that nobody listens."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _profiled(work: Callable[[], int], file: Path) -> int:
    """Runs a command and writes the profile of this process, whatever becomes of it."""
    import cProfile

    profile = cProfile.Profile()
    try:
        return profile.runcall(work)
    finally:
        profile.dump_stats(file)


def _known_executor(context: click.Context, option: click.Parameter, name: str) -> str:
    if name in ("", "in-process", "processes") or name.startswith("dask://"):
        return name
    raise click.BadParameter(f"there is no executor called {name}")


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="backfile")
@click.option(
    "--root", type=click.Path(file_okay=False, exists=True, path_type=Path), help="The archive's folder.", metavar="DIR"
)
@click.option("--json", "as_json", is_flag=True, help="Tell problems as JSON, one a line, on standard output.")
@click.option(
    "--workers", type=click.IntRange(min=1), metavar="N", help="Processes to work in; else as many as there are cores."
)
@click.option(
    "--executor",
    callback=_known_executor,
    default="",
    metavar="NAME",
    help="Work in-process, in processes, or on a Dask cluster (dask://HOST:PORT); else as suits the archive.",
)
@click.option(
    "--profile",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write where the time went (for pstats, snakeviz …); in one process unless --workers says more.",
)
@click.pass_context
def cli(
    context: click.Context,
    root: Path | None,
    as_json: bool,
    workers: int | None,
    executor: str,
    profile: Path | None,
) -> int | None:
    """Turns messy source articles into a static archive site.

    Without a command: imports every new source, builds the site, and writes it into output/.
    """
    call: Call = context.obj
    call.chosen_root = root.resolve() if root else None
    call.json = as_json
    call.workers = workers or (1 if profile else None)
    call.executor = executor
    call.profile = profile
    return call.run(lambda: import_and_build(call)) if context.invoked_subcommand is None else None


@cli.command("build")
@click.option("--explain", is_flag=True, help="Say why each page was made again.")
@click.pass_obj
def build_command(call: Call, explain: bool) -> int:
    """Build the site; import nothing."""
    return call.run(lambda: build_site(call, explain=explain))


@cli.command("import")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="PATH...")
@click.option("--again", is_flag=True, help="Clean known sources anew (PATH then names them); hand edits are kept.")
@click.option("--replace", is_flag=True, help="Take new bytes for sources that are there already.")
@click.option("--restore", multiple=True, metavar="FILE:LINE[-LINE]", help="Bring lines of a source back for good.")
@click.option("--set-aside", multiple=True, metavar="FILE:LINE[-LINE]", help="Take lines of a source out for good.")
@click.option("--dry-run", is_flag=True, help="Write nothing; show what would be done.")
@click.pass_obj
def import_command(
    call: Call,
    paths: tuple[Path, ...],
    again: bool,
    replace: bool,
    restore: tuple[str, ...],
    set_aside: tuple[str, ...],
    dry_run: bool,
) -> int:
    """Copy files or folders into the archive, and write their articles.

    The files go into content/sources/, the articles into content/articles/.
    """
    if sum((bool(paths) or again, bool(restore), bool(set_aside))) > 1 or (again and replace):
        raise click.UsageError("--again, --replace, --restore and --set-aside do not go together")
    if restore or set_aside:
        return call.run(lambda: decide(call, restore, set_aside, dry_run))
    if not again and not paths:
        raise click.UsageError("which files or folders? Or --again, to clean known sources anew")
    return call.run(lambda: import_files(call, paths, again=again, replace=replace, dry_run=dry_run))


@cli.command("check")
@click.pass_obj
def check_command(call: Call) -> int:
    """Tell every problem of the archive; write nothing."""
    return call.run(lambda: check_archive(call))


@cli.command("suggest")
@click.option("--least", type=click.IntRange(1), default=3, show_default=True, help="Articles that have the name.")
@click.option("--kind", type=click.Choice(["people", "places", "organizations"]), help="Only names of this kind.")
@click.pass_obj
def suggest_command(call: Call, least: int, kind: str | None) -> int:
    """List names that recur without an entry, as YAML to be pasted.

    It goes into the files in content/authorities/.
    """
    return call.run(lambda: suggest_names(call, least, kind))


@cli.command("serve")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.pass_obj
def serve_command(call: Call, port: int) -> int:
    """Build, show the site on this machine, build again at each change."""
    return call.run(lambda: serve_site(call, port))


@cli.command("init")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.option("--title", help="The archive's title; without it, the folder's name.")
@click.pass_obj
def init_command(call: Call, folder: Path, title: str | None) -> int:
    """Make a new, empty archive."""
    return call.run(lambda: init(call, folder, title))


@cli.command("new")
@click.argument("title")
@click.pass_obj
def new_command(call: Call, title: str) -> int:
    """Make a file for a new article of your own."""
    return call.run(lambda: new(call, title))


if __name__ == "__main__":
    sys.exit(main())
