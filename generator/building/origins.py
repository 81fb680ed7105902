"""Finds the line of an input file that a problem in a finished page comes from."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from generator.archive.values import Archive
from generator.problems import Problem


def at_their_origin(problems: Iterable[Problem], root: Path, archive: Archive) -> Iterator[Problem]:
    """The same problems, those of a page moved to the article or free page that has the address they name.

    A problem whose address stands in no such file is the theme's, and stays with the page.
    """
    files = {article.page: article.path for article in archive.articles}
    files |= {f"{page.slug}.html": page.path for page in archive.pages}
    for problem in problems:
        file = files.get(problem.path)
        line = _line(root / file, problem.text) if file else 0
        yield dataclasses.replace(problem, path=file, line=line) if file and line else problem


def _line(file: Path, text: str) -> int:
    """The first line of the file that has the last step of an address in the problem's text; 0 where none has."""
    steps = [re.split(r"[/#]", address)[-1] for address in re.findall(r"[\w%.:~/-]*[/.#][\w%.~/#-]+", text)]
    lines = unquote(file.read_bytes().decode(errors="replace")).splitlines()
    for step in steps:
        for number, line in enumerate(lines, start=1):
            if step and unquote(step) in line:
                return number
    return 0
