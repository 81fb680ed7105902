"""Measures Backfile beside other makers of static sites, on the same articles: `python -m tests.benchmarks.bench`.

What is measured, and what its peers do of the same work, stands in README.md beside this file. Everything that it makes
is in `.cache/bench/`: the peers' environments, the archives, the table and the plot.
"""

from __future__ import annotations

import argparse
import http.client
import os
import subprocess
from collections.abc import Callable, Iterator, Sequence, Set
from pathlib import Path
from typing import ParamSpec

from tests.benchmarks.bench_report import Report, commit
from tests.benchmarks.contest import Contest, say
from tests.benchmarks.goals import FEW, OURS, OURS_FEW, Deed, Key, rows_of, rows_of_few, rows_of_growth
from tests.benchmarks.peers.hugo import HUGO, HUGO_RELATED, HUGO_TAGS
from tests.benchmarks.peers.mkdocs import MKDOCS
from tests.benchmarks.peers.pagefind import PAGEFIND
from tests.benchmarks.peers.pelican import PELICAN, PELICAN_CACHE
from tests.benchmarks.peers.tool import Tool
from tests.benchmarks.running import RunFailedError

Given = ParamSpec("Given")

ROOT = Path(__file__).resolve().parents[2]

_PEERS = {
    "hugo": (HUGO, HUGO_TAGS, HUGO_RELATED),
    "pagefind": (PAGEFIND,),
    "pelican": (PELICAN, PELICAN_CACHE),
    "mkdocs": (MKDOCS,),
}
_BUILDS = (Deed.CLEAN, Deed.AGAIN, Deed.EDIT)
_FAULTS = (RunFailedError, OSError, http.client.HTTPException, subprocess.SubprocessError)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures what is asked for, and prints the table; 1 if something could not be measured."""
    parser = _parser()
    wanted = parser.parse_args(arguments)
    sizes = sorted(set(wanted.sizes))
    known = [*rows_of_few(), *rows_of_growth(sizes)]
    known += [row for size in sizes for row in rows_of(size, has_peers=size <= wanted.peers_up_to)]
    rows = [row for row in known if not wanted.rows or row.name in wanted.rows]
    if strange := set(wanted.rows) - {row.name for row in known}:
        parser.error(f"no such rows at these sizes: {', '.join(sorted(strange))}")
    program = wanted.program.resolve()
    contest = Contest(program, wanted.folder.resolve(), wanted.edits)
    load = os.getloadavg()[0]
    keys = {key for row in rows for key in row.keys}
    tools, faults = _installed(wanted.peers, keys)
    versions = {OURS: commit(program.parent), **{tool.name: tool.version() for tool in tools}}
    figures, made, stages, profiles = contest.figures, contest.made, contest.stages, contest.profiles
    report = Report(rows, sizes, figures, made, stages, profiles, versions, faults, load)
    for size in (FEW, *sizes):
        rounds = wanted.repeat if size <= wanted.peers_up_to else 1
        faults += _measured(contest, (contest.ours, *tools), keys, size, rounds)
        # A long run that is broken off leaves what it knew.
        report.write(wanted.folder)
    if Key(OURS, Deed.CLEAN, sizes[0]) in keys:
        faults += _attempt("profile", contest.profile, sizes[0])
        report.write(wanted.folder)
    print(report.text)
    return 1 if faults else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.bench", description=__doc__)
    names = sorted({row.name for row in (*rows_of(1, True), *rows_of_growth((1, 2)), *rows_of_few())})
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000], metavar="N", help="in articles")
    parser.add_argument("--rows", nargs="+", default=[], metavar="ROW", help=f"only these of {', '.join(names)}")
    parser.add_argument(
        "--peers", nargs="*", choices=[*_PEERS], default=[*_PEERS], metavar="PEER", help="only these, or none"
    )
    parser.add_argument("--peers-up-to", type=int, default=10_000, metavar="N", help="larger archives are built alone")
    parser.add_argument("--repeat", type=int, default=2, metavar="N", help="rounds; above --peers-up-to, one")
    parser.add_argument("--edits", type=int, default=3, metavar="N", help="of ours in a round, and under serve")
    parser.add_argument("--program", type=Path, default=ROOT / "build.py", help="build.py of another checkout")
    parser.add_argument("--folder", type=Path, default=ROOT / ".cache" / "bench", help="for all that is made")
    return parser


def _installed(peers: Sequence[str], keys: Set[Key]) -> tuple[list[Tool], list[str]]:
    """The tools of the peers that are needed and can be installed, and why the others cannot be."""
    tools: list[Tool] = []
    faults: list[str] = []
    for name in peers:
        needed = [tool for tool in _PEERS[name] if any(key.tool == tool.name for key in keys)]
        found = [fault for tool in needed for fault in _attempt(name, _install, tool)]
        tools += [] if found else needed
        faults += found[:1]
    return tools, faults


def _install(tool: Tool) -> None:
    if tool.environment:
        tool.environment.install()
        say(f"{tool.name}: {tool.version()}")


def _measured(contest: Contest, tools: Sequence[Tool], keys: Set[Key], size: int, rounds: int) -> Iterator[str]:
    """Measures what the keys name at one size; gives what could not be measured, in words."""
    has_pagefind = PAGEFIND in tools
    here = {key for key in keys if key.articles == size and (has_pagefind or key.tool != PAGEFIND.name)}
    building = {key.tool for key in here if key.deed in _BUILDS}
    for number in range(rounds):
        # Each tool is first as often as it is last, since the machine is not the same all the time.
        for tool in tools[:: -1 if number % 2 else 1]:
            if tool is not PAGEFIND and tool.name in building:
                yield from _attempt(tool.name, contest.measure, tool, size, here)
        if here & {Key(OURS, deed, size) for deed in (Deed.IMPORT, Deed.IMPORTED)}:
            yield from _attempt(Deed.IMPORT, contest.measure_import, size, here)
    for tool in tools:
        if Key(tool.name, Deed.SERVE, size) in here:
            yield from _attempt(f"{tool.name}, {Deed.SERVE}", contest.measure_served, tool, size)
    if OURS_FEW in building:
        yield from _attempt(OURS_FEW, contest.measure_few)
    if Key(OURS, Deed.HELP, size) in here:
        yield from _attempt(Deed.HELP, contest.measure_help)


def _attempt(name: str, work: Callable[Given, None], *given: Given.args, **named: Given.kwargs) -> list[str]:
    """Does the work; the rest goes on without it where it fails, and the fault is told at once and at the end."""
    try:
        work(*given, **named)
    except _FAULTS as error:
        say(f"{name}: {error}")
        # Of what a program has said, the first line is ours and the last one its own reason.
        lines = str(error).splitlines()
        return [f"{name}: {'; '.join(dict.fromkeys((lines[0], lines[-1])))}"]
    return []


if __name__ == "__main__":
    raise SystemExit(main())
