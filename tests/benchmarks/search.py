"""Measures search beside Pagefind and plain Lunr: `python -m tests.benchmarks.search --articles 10000`.

Pagefind is measured where its program is found on the path or named by `--pagefind`; it needs a Linux machine, whose
/proc tells how much memory processes hold, and Chromium.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from generator.archive.values import Kind
from tests.benchmarks.corpus import Corpus
from tests.benchmarks.search_browser import Asked, ask, middle, percentile
from tests.benchmarks.search_build import write_pages

_PACKED = {".gz", ".pf_meta", ".pf_index", ".pf_fragment", ".pagefind"}


@dataclass(frozen=True, slots=True)
class Built:
    """What an index cost to make."""

    seconds: float
    cpu: float
    """Seconds of processor time."""
    memory: int
    """The most that all its processes held together, in kB; the articles count too."""
    before: int
    """What the articles took by themselves, in kB."""
    size: int
    """Bytes on disk, what is not compressed yet counted as gzip makes it."""
    files: int


def build(kind: str, count: int, folder: Path, pagefind: str, processes: int) -> Built:
    """Makes an index in `folder` in a process of its own."""
    if kind == "pagefind":
        write_pages(folder, count)
    command = [sys.executable, "-m", "tests.benchmarks.search_build", kind, str(count), str(folder)]
    if kind == "backfile":
        command += ["--processes", str(processes)]
    if kind == "pagefind":
        command += ["--pagefind", pagefind]
    peak = [0]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    watcher = threading.Thread(target=_watch, args=(process.pid, peak), daemon=True)
    watcher.start()
    assert process.stdout is not None
    told = process.stdout.read()
    _, status = os.waitpid(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{kind}: the index was not made")
    paths = [path for path in _index_folder(kind, folder).rglob("*") if path.is_file()]
    answer = json.loads(told)
    return Built(
        seconds=answer["seconds"],
        cpu=answer["cpu"],
        memory=peak[0],
        before=answer["before"],
        size=sum(_compressed(path) for path in paths),
        files=len(paths),
    )


def _index_folder(kind: str, folder: Path) -> Path:
    return folder / ("pagefind" if kind == "pagefind" else "search")


def _compressed(path: Path) -> int:
    data = path.read_bytes()
    return len(data) if path.suffix in _PACKED else len(gzip.compress(data, 6, mtime=0))


def _watch(pid: int, peak: list[int]) -> None:
    """Keeps in `peak` the most that a process and its children hold together."""
    while Path(f"/proc/{pid}").exists():
        peak[0] = max(peak[0], _held(pid))
        time.sleep(0.05)


def _held(pid: int) -> int:
    """What a process and its children hold, in kB; what several share counts once."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8").splitlines()
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()
    except OSError:
        return 0
    own = next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
    return own + sum(_held(int(child)) for child in children)


def drawn_queries(count: int, articles: int, seed: int = 5) -> list[str]:
    """What people might ask: single words of articles, two or three of one article, names, frequent words."""
    chance = Random(seed)
    corpus = Corpus()
    queries: list[str] = []
    while len(queries) < count:
        article = corpus.article(chance.randrange(articles))
        words = sorted({word.strip(".,") for word in article.text.split() if len(word.strip(".,")) > 4})
        drawn = chance.random()
        if drawn < 0.4:
            queries.append(chance.choice(words))
        elif drawn < 0.65:
            queries.append(" ".join(chance.sample(words, 2)))
        elif drawn < 0.8:
            kind = chance.choice((Kind.PEOPLE, Kind.PLACES))
            queries.append(corpus.names[kind][chance.choice(article.terms[kind])])
        elif drawn < 0.93:
            queries.append(" ".join(chance.sample(words, 3)))
        else:
            queries.append(str(chance.choice(corpus.languages["en"].words[3:60])))
    return queries


_ROWS: tuple[tuple[str, str, Callable[[Asked, Built], str]], ...] = (
    (
        "first query, kB, median / 95 % / most",
        "130 / 250 / 400",
        lambda asked, _: (
            f"{middle(asked.first_bytes) / 1000:,.0f} / {percentile(asked.first_bytes, 0.95) / 1000:,.0f} / "
            f"{max(asked.first_bytes) / 1000:,.0f}"
        ),
    ),
    (
        "requests of the first query, median / most",
        "16",
        lambda asked, _: f"{middle(asked.first_requests):.0f} / {max(asked.first_requests)}",
    ),
    ("a later query, kB, median", "40", lambda asked, _: f"{middle(asked.later_bytes) / 1000:,.1f}"),
    (
        "time to results on localhost, cold, ms, median",
        "180",
        lambda asked, _: f"{middle(asked.first_time):,.0f}",
    ),
    (
        "the same with 50 ms a request and 10 Mbit/s",
        "400",
        lambda asked, _: f"{middle(asked.first_time_slow):,.0f}",
    ),
    ("a later query, ms, median", "25", lambda asked, _: f"{middle(asked.later_time):,.1f}"),
    ("peak memory of the page's process, MB", "200", lambda asked, _: f"{asked.memory / 1024:,.0f}"),
    ("the index built, wall seconds", "8", lambda _, built: f"{built.seconds:,.1f}"),
    ("the same, processor seconds", "", lambda _, built: f"{built.cpu:,.1f}"),
    ("peak memory, the articles included, MB", "500", lambda _, built: f"{built.memory / 1024:,.0f}"),
    ("the index on disk, compressed, MB", "36", lambda _, built: f"{built.size / 1e6:,.1f}"),
    ("files", "articles + 300", lambda _, built: f"{built.files:,}"),
    ("results of a query, median", "", lambda asked, _: f"{middle(asked.found):,.0f}"),
)


def table(measured: dict[str, tuple[Asked, Built]]) -> str:
    """The figures side by side."""
    lines = [["", "goal", *measured], ["---"] * (len(measured) + 2)]
    lines += [[name, goal, *(show(*pair) for pair in measured.values())] for name, goal, show in _ROWS]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _growth(large: Built, small: Built) -> str:
    """How much more memory an index takes, beside the articles, than one of a tenth of these."""
    taken = [(built.memory - built.before) / 1024 for built in (small, large)]
    return f"memory beside the articles, MB: {taken[0]:,.0f} and {taken[1]:,.0f}, times {taken[1] / taken[0]:.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--queries", type=int, default=40)
    parser.add_argument("--cold-queries-of-lunr", type=int, default=3, help="each takes it half a minute")
    parser.add_argument("--pagefind", default=shutil.which("pagefind") or "", help="its program")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1, help="that make Backfile's index")
    parser.add_argument("--build-only", action="store_true", help="asks nothing")
    parser.add_argument("--growth", action="store_true", help="tells how memory grows from a tenth of the articles on")
    parser.add_argument("--only", choices=["backfile", "lunr", "pagefind"])
    wanted = parser.parse_args()
    kinds = ["backfile", *(["pagefind"] if wanted.pagefind else []), "lunr"]
    queries = drawn_queries(wanted.queries, wanted.articles)
    measured = {}
    with tempfile.TemporaryDirectory() as made:
        for kind in [wanted.only] if wanted.only else kinds:
            cold = wanted.cold_queries_of_lunr if kind == "lunr" else len(queries)
            folder = Path(made) / kind
            folder.mkdir()
            built = build(kind, wanted.articles, folder, wanted.pagefind, wanted.processes)
            print(f"{kind}: {built}", file=sys.stderr)
            if wanted.growth:
                print(_growth(built, build(kind, wanted.articles // 10, Path(made), wanted.pagefind, wanted.processes)))
            if not wanted.build_only:
                measured[kind] = ask(kind, folder, queries, cold), built
                # Lunr takes long: what is known by then is told before.
                print(f"{wanted.articles:,} articles, {len(queries)} queries\n\n{table(measured)}\n", flush=True)


if __name__ == "__main__":
    main()
