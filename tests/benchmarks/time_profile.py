"""Where the time of a build goes: a profile, added up by the parts of the program.

What a library or Python itself does is counted for the part that called it, since only there it can be asked for less.
"""

from __future__ import annotations

import pstats
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

Function = tuple[str, int, str]
"""File, line and name, as `pstats` calls one."""

_TEMPLATES = "templates"
_ELSEWHERE = "the start"
_TOP = "files at the top"
_ROUNDS = 60
"""Calls between two parts of the program through libraries; longer chains are those that go in circles."""
_MOST = 4
"""Modules that are named of each part."""


def profile_table(file: Path, package: Path) -> str:
    """What `--profile` wrote as a table in Markdown: the folders of `package`, each with its dearest modules."""
    shares = time_by_module(file, package)
    total = sum(shares.values())
    folders: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for module, seconds in shares.items():
        folder, _, name = module.partition("/")
        if name or folder in (_TEMPLATES, _ELSEWHERE):
            folders[folder][name] += seconds
        else:
            folders[_TOP][folder] += seconds
    lines = ["| part | of the time | most of it |", "| :--- | ---: | :--- |"]
    for folder, modules in sorted(folders.items(), key=lambda item: -sum(item[1].values())):
        dearest = sorted(modules, key=lambda name: -modules[name])[:_MOST]
        told = ", ".join(f"{name} {100 * modules[name] / total:.1f}" for name in dearest if name)
        lines.append(f"| {folder} | {100 * sum(modules.values()) / total:.1f} % | {told} |")
    return "\n".join(lines)


def time_by_module(file: Path, package: Path) -> Mapping[str, float]:
    """The seconds of each module, by its path in `package` without its ending; templates are one."""
    stats: Mapping[Function, tuple[int, int, float, float, Mapping[Function, tuple[int, int, float, float]]]]
    stats = pstats.Stats(str(file)).stats  # type: ignore[attr-defined]  # typeshed leaves it out
    module = {function: _module(function, package) for function in stats}
    spent: defaultdict[str, float] = defaultdict(float)
    left: dict[Function, float] = {}
    for function, (_, _, own, _, _) in stats.items():
        if name := module[function]:
            spent[name] += own
        else:
            left[function] = own
    for _ in range(_ROUNDS):
        passed: defaultdict[Function, float] = defaultdict(float)
        for function, seconds in left.items():
            callers = {caller: of for caller, of in stats[function][4].items() if caller != function}
            # By the time that it took for each, what it called itself included.
            whole = sum(of[3] for of in callers.values())
            if not whole:
                spent[_ELSEWHERE] += seconds
            for caller, of in callers.items() if whole else ():
                share = seconds * of[3] / whole
                if name := module[caller]:
                    spent[name] += share
                else:
                    passed[caller] += share
        left = passed
    spent[_ELSEWHERE] += sum(left.values())
    return spent


def _module(function: Function, package: Path) -> str:
    """The part of the program that a function is of; empty where it is a library's."""
    path = Path(function[0])
    if path.is_relative_to(package):
        return path.relative_to(package).with_suffix("").as_posix()
    # Templates bear their own names, without a folder.
    return _TEMPLATES if path.suffix == ".html" else ""
