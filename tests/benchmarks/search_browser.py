"""Asks an index in Chromium, as a reader's browser does, and measures what it costs."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from tests.benchmarks.search_host import Host, hosted
from tests.conftest import CHROMIUMS, QUIET

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Playwright

_SLOW = {"offline": False, "latency": 50, "downloadThroughput": 10e6 / 8, "uploadThroughput": 10e6 / 8}
"""50 ms a request, 10 Mbit/s."""

# Each sets `ask`, a function that gives a promise of how many results there are once ten of them could be shown.
_ASK = {
    "backfile": """
        const script = (src) => new Promise((resolve, reject) => {
          const made = document.createElement("script");
          Object.assign(made, { src, onload: resolve, onerror: reject });
          document.head.append(made);
        });
        let begun = null;
        window.ask = async (query) => {
          begun ||= script("/search/manifest.js");
          await begun;
          backfile.foresee();
          return backfile.withIndex(async (index) => {
            const found = await backfile.engine.find(index, query, "people", false);
            const results = found.all.length ? found.all : found.some;
            const wanted = backfile.wantedOf(found.asked);
            await Promise.all(results.slice(0, 10).map(async ({ article }) => {
              const shown = await index.article(article);
              backfile.excerpt(shown.text, shown.language, wanted);
            }));
            return results.length;
          });
        };""",
    "pagefind": """
        let begun = null;
        window.ask = async (query) => {
          begun ||= import("/pagefind/pagefind.js").then(async (made) => { await made.init(); return made; });
          const found = await (await begun).search(query);
          await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
          return found.results.length;
        };""",
    "lunr": """
        const script = (src) => new Promise((resolve, reject) => {
          const made = document.createElement("script");
          Object.assign(made, { src, onload: resolve, onerror: reject });
          document.head.append(made);
        });
        let begun = null;
        const begin = async () => {
          const text = fetch("/search/index.json").then((answer) => answer.json());
          await script("/search/lunr.js");
          await script("/search/pipeline.js");
          return lunr.Index.load(await text);
        };
        window.ask = async (query) => (await (begun ||= begin())).search(query).length;""",
}
_TIMED = """async query => {
  const start = performance.now();
  const found = await ask(query);
  return [performance.now() - start, found];
}"""


@dataclass(frozen=True, slots=True)
class Asked:
    """What queries cost with one index; bytes are those over the wire, times milliseconds."""

    first_bytes: list[int]
    first_requests: list[int]
    first_time: list[float]
    first_time_slow: list[float]
    later_bytes: list[int]
    later_time: list[float]
    memory: int
    """The most that the page's process held, in kB."""
    found: list[int]
    """Results of each query."""


def ask(kind: str, folder: Path, queries: Sequence[str], cold: int) -> Asked:
    """Asks all queries, the first `cold` of them with a cold cache too."""
    from playwright.sync_api import sync_playwright

    (folder / "blank.html").write_text('<!doctype html><link rel="icon" href="data:,"><title>Blank</title>')
    script = _ASK[kind]
    with hosted(folder) as host, sync_playwright() as playwright:
        browser = _launched(playwright)
        firsts = [_first(browser, host, script, query, False) for query in queries[:cold]]
        slow = [_first(browser, host, script, query, True) for query in queries[:cold]]
        browser.close()
        later, memory = _in_one_page(playwright, host, script, queries)
    return Asked(
        first_bytes=[first[0] for first in firsts],
        first_requests=[first[1] for first in firsts],
        first_time=[first[2] for first in firsts],
        first_time_slow=[first[2] for first in slow],
        later_bytes=[each[0] for each in later[1:]],
        later_time=[each[2] for each in later[1:]],
        memory=memory,
        found=[each[3] for each in later],
    )


def _launched(playwright: Playwright) -> Browser:
    path = next(filter(None, map(shutil.which, CHROMIUMS)))
    return playwright.chromium.launch(executable_path=path, args=list(QUIET))


def _first(browser: Browser, host: Host, script: str, query: str, is_slow: bool) -> tuple[int, int, float, int]:
    context = browser.new_context()
    context.set_default_timeout(180_000)
    page = context.new_page()
    page.goto(f"{host.address}/blank.html")
    page.evaluate(f"() => {{{script}}}")
    if is_slow:
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", _SLOW)
    measured = _measured(page, host, query)
    context.close()
    return measured


def _measured(page: Page, host: Host, query: str) -> tuple[int, int, float, int]:
    host.taken()
    took, found = page.evaluate(_TIMED, query)
    return (*host.taken(), took, found)


def _in_one_page(
    playwright: Playwright, host: Host, script: str, queries: Sequence[str]
) -> tuple[list[tuple[int, int, float, int]], int]:
    """All queries one after the other, in a browser of its own, and the peak of the page's process."""
    browser = _launched(playwright)
    page = browser.new_page()
    page.set_default_timeout(180_000)
    page.goto(f"{host.address}/blank.html")
    page.evaluate(f"() => {{{script}}}")
    measured = [_measured(page, host, query) for query in queries]
    processes: Any = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
    renderers = [process["id"] for process in processes["processInfo"] if process["type"] == "renderer"]
    memory = max(_peak(pid) for pid in renderers)
    browser.close()
    return measured, memory


def _peak(pid: int) -> int:
    """The most memory that a process held, in kB, as Linux counts it."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    found = re.search(r"VmHWM:\s+(\d+)", status)
    return int(found[1]) if found else 0


def percentile(numbers: Sequence[float], part: float) -> float:
    """The number that so large a part of all does not exceed."""
    return sorted(numbers)[min(len(numbers) - 1, int(len(numbers) * part))]


def middle(numbers: Sequence[float]) -> float:
    return float(median(numbers)) if numbers else 0.0
