"""What the benchmark knows of a program that makes sites: how its input is written, its call, where its pages are."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.corpus import Corpus
from tests.benchmarks.peers.environment import Environment
from tests.benchmarks.running import RunFailedError

THEMES = Path(__file__).parent / "themes"

_STAMP = "made-from.txt"


@dataclass(frozen=True, slots=True)
class Tool:
    """A program that makes a site, with the way that it is set up."""

    name: str
    environment: Environment | None
    """Where it is installed; None for what runs in ours."""
    version: Callable[[], str]
    """Asks it once it is installed."""
    project: str
    """The name of the folder of its input; tools that read the same input have the same."""
    write: Callable[[Corpus, int, Path], None]
    """Writes the input of so many articles into an empty folder."""
    command: Callable[[Path], tuple[str, ...]]
    """The call that makes the site of a project."""
    article: str
    """Where an article of a project is, `*` standing for its slug."""
    page: str
    """Where the page of an article is made."""
    made: tuple[str, ...]
    """What is not there before a clean build."""
    server: Callable[[Path], tuple[str, ...]] | None = None
    """The call that serves the site of a project while it is edited, to which `--port` and a number are added."""
    then: Tool | None = None
    """What is run upon its output; its own `write` is not called."""

    def article_file(self, folder: Path, slug: str) -> Path:
        return folder / self.article.replace("*", slug)

    def page_file(self, folder: Path, slug: str) -> Path:
        return folder / self.page.replace("*", slug)

    def clear(self, folder: Path) -> None:
        """Removes what earlier builds have left."""
        for name in self.made:
            path = folder / name
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)

    def prepare(self, corpus: Corpus, count: int, work: Path) -> Path:
        """The folder of its input, which is made where it is not there, or made of other code."""
        folder = work / f"{self.project}-{count}"
        stamp = folder / _STAMP
        wanted = _sources()
        if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            self.write(corpus, count, folder)
            stamp.write_text(wanted, encoding="utf-8")
        return folder


def _sources() -> str:
    """A hash of what decides what is written: all of the benchmark that is not a result."""
    here = Path(__file__).parent
    made = hashlib.sha256()
    for path in (here.parent / "corpus.py", *sorted(path for path in here.rglob("*") if path.is_file())):
        if path.suffix != ".pyc":
            made.update(path.read_bytes())
    return made.hexdigest()


def quoted(text: str) -> str:
    """The text as a value of YAML or TOML."""
    return json.dumps(text, ensure_ascii=False)


def edited(text: str, word: str) -> str:
    """The article's file with another word in the middle of its body. Raises ValueError if it has no words there."""
    lines = text.split("\n")
    bodies = [at for at, line in enumerate(lines) if len(line) > 300]
    at = bodies[len(bodies) // 2] if bodies else len(lines) - 1
    # A word in lower letters, which is nobody's name.
    found = list(re.finditer(r"(?<=[a-z] )[a-z]{4,}(?= [a-z])", lines[at]))
    if not found:
        raise ValueError("no word to be changed")
    middle = found[len(found) // 2]
    lines[at] = lines[at][: middle.start()] + word + lines[at][middle.end() :]
    return "\n".join(lines)


def expect(page: Path, text: str, tool: str) -> None:
    """Raises RunFailedError if the page is not there or does not have the text: else a tool that fails looks fast."""
    if not page.is_file() or text not in page.read_text(encoding="utf-8"):
        raise RunFailedError(f"{tool}: {page} has no “{text}”")
