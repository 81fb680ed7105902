"""One run of the benchmark: builds, edits and imports are measured, and the pages that come out are looked at."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.corpus import Corpus
from tests.benchmarks.goals import FEW, OURS, OURS_FEW, Deed, Key
from tests.benchmarks.messy import write_messy
from tests.benchmarks.peers.backfile import backfile, call
from tests.benchmarks.peers.tool import Tool, edited, expect
from tests.benchmarks.running import Cost, RunFailedError, run
from tests.benchmarks.served import served
from tests.benchmarks.time_profile import profile_table

_SHORT_RUNS = 5


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of one word of an article, not made yet."""

    slug: str
    path: Path
    word: str
    """What stands in the article then, and stood nowhere before."""

    def save(self) -> None:
        text = self.path.read_text(encoding="utf-8")
        self.path.write_text(edited(text, self.word), encoding="utf-8")


class Contest:
    """What is measured, and what it has come to so far."""

    def __init__(self, program: Path, folder: Path, edits: int) -> None:
        """`program` is the `build.py` of the Backfile that is measured, `folder` is for all that is made.

        `edits` tells how many edits of ours are measured in a round; of a peer, which builds all anew, one is.
        """
        self._edits = edits
        self.ours = backfile(program, OURS)
        self._ours_few = backfile(program, OURS_FEW, few_names=True)
        self._program = program
        self._work = folder / "work"
        self._logs = folder / "logs"
        self._corpus = Corpus()
        self.figures: dict[Key, list[Cost]] = {}
        self.made: dict[tuple[str, int], tuple[int, int]] = {}
        """Of a tool and a size the pages and the bytes of its site."""
        self.stages: dict[Key, str] = {}
        """What our last build of each kind said of its stages."""
        self.profiles: dict[int, str] = {}
        """By size, a table of what a clean build of ours spends its time on, in one process."""

    def measure(self, tool: Tool, articles: int, wanted: Set[Key]) -> None:
        """A clean build, and what else is wanted of the tool. Raises RunFailedError if it does not do it."""
        folder = tool.prepare(self._corpus, articles, self._work)
        self._clean(tool, folder, articles)
        if tool.then and Key(tool.then.name, Deed.CLEAN, articles) in wanted:
            self._clean(tool.then, folder, articles)
        if Key(tool.name, Deed.AGAIN, articles) in wanted:
            again = Key(tool.name, Deed.AGAIN, articles)
            self._add(tool.name, Deed.AGAIN, articles, self._build(tool, folder, again))
        if Key(tool.name, Deed.EDIT, articles) in wanted:
            with _edits(tool, folder, articles, self._edits if tool is self.ours else 1) as edits:
                for edit in edits:
                    edit.save()
                    cost = self._build(tool, folder, Key(tool.name, Deed.EDIT, articles))
                    expect(tool.page_file(folder, edit.slug), edit.word, tool.name)
                    self._add(tool.name, Deed.EDIT, articles, cost)

    def measure_served(self, tool: Tool, articles: int) -> None:
        """Edits under the tool's preview server. Raises RunFailedError, OSError and HTTPException."""
        assert tool.server is not None
        folder = tool.prepare(self._corpus, articles, self._work)
        with (
            _edits(tool, folder, articles, self._edits) as edits,
            served(tool.server(folder), folder, self._logs / f"{tool.name}, served.txt") as preview,
        ):
            time_edit = preview.time_edit if tool is self.ours else preview.time_edit_of_another
            for edit in edits:
                cost = time_edit(f"/articles/{edit.slug}.html", edit.save, edit.word)
                self._add(tool.name, Deed.SERVE, articles, cost)

    def measure_import(self, articles: int, wanted: Set[Key]) -> None:
        """The import of messy texts into an empty archive, and a build of what was imported where that is wanted.

        Raises RunFailedError if not all become articles.
        """
        texts = self._work / f"messy-{articles}"
        if len(list(texts.glob("*.txt"))) != articles:
            texts.mkdir(parents=True, exist_ok=True)
            write_messy(self._corpus, articles, texts)
        archive = self._work / f"imported-{articles}"
        shutil.rmtree(archive, ignore_errors=True)
        run(call(self._program, "init", str(archive)), self._work, self._logs / "init.txt")
        cost = run(
            call(self._program, "--root", str(archive), "import", str(texts)), self._work, self._logs / "import.txt"
        )
        written = len(list((archive / "content" / "articles").glob("*.md")))
        if written != articles:
            raise RunFailedError(f"the import wrote {written:,} articles of {articles:,} texts")
        self._add(OURS, Deed.IMPORT, articles, cost)
        imported = Key(OURS, Deed.IMPORTED, articles)
        if imported in wanted:
            self._add(OURS, Deed.IMPORTED, articles, self._build(self.ours, archive, imported))

    def measure_few(self) -> None:
        """A whole command where there is little to build."""
        for _ in range(_SHORT_RUNS):
            self.measure(self._ours_few, FEW, set())

    def measure_help(self) -> None:
        """How long the command line takes to say what it can do."""
        for _ in range(_SHORT_RUNS):
            cost = run(call(self._program, "--help"), self._program.parent, self._logs / "help.txt")
            self._add(OURS, Deed.HELP, FEW, cost)

    def profile(self, articles: int) -> None:
        """Profiles a clean build of ours, which takes longer than any that is timed."""
        folder = self.ours.prepare(self._corpus, articles, self._work)
        self.ours.clear(folder)
        profile = self._work / "profile"
        command = call(self._program, "--root", str(folder), "--profile", str(profile), "build")
        run(command, folder, self._logs / "profile.txt")
        self.profiles[articles] = profile_table(profile, self._program.parent / "generator")

    def _clean(self, tool: Tool, folder: Path, articles: int) -> None:
        tool.clear(folder)
        cost = self._build(tool, folder, Key(tool.name, Deed.CLEAN, articles))
        article = self._corpus.article(articles // 2)
        expect(tool.page_file(folder, article.slug), article.meta.title, tool.name)
        self.made[tool.name, articles] = count_files(folder / tool.made[0])
        self._add(tool.name, Deed.CLEAN, articles, cost)

    def _build(self, tool: Tool, folder: Path, key: Key) -> Cost:
        log = self._logs / f"{tool.name}.txt"
        cost = run(tool.command(folder), folder, log)
        if tool is self.ours:
            said = log.read_text(encoding="utf-8").splitlines()
            self.stages[key] = next((line for line in said if " s; " in line), "")
        return cost

    def _add(self, tool: str, deed: Deed, articles: int, cost: Cost) -> None:
        self.figures.setdefault(Key(tool, deed, articles), []).append(cost)
        say(f"{articles:>9,}  {tool}, {deed}: {cost.seconds:.2f} s, {cost.cpu:.2f} CPU s, {cost.memory / 1e6:,.0f} MB")


@contextmanager
def _edits(tool: Tool, folder: Path, articles: int, count: int) -> Iterator[list[Edit]]:
    """Edits of articles that lie apart; all are undone at the end."""
    slugs = [f"article-{articles * (number + 1) // (count + 2):06}" for number in range(count)]
    edits = [Edit(slug, tool.article_file(folder, slug), f"amendment{at}x") for at, slug in enumerate(slugs)]
    originals = {edit.path: edit.path.read_text(encoding="utf-8") for edit in edits}
    try:
        yield edits
    finally:
        for path, text in originals.items():
            path.write_text(text, encoding="utf-8")


def count_files(folder: Path) -> tuple[int, int]:
    """How many pages are in a folder, and how many bytes in all."""
    pages = size = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            pages += name.endswith(".html")
            size += (Path(parent) / name).stat().st_size
    return pages, size


def say(text: str) -> None:
    """Tells somebody who waits what is going on."""
    print(text, file=sys.stderr, flush=True)
