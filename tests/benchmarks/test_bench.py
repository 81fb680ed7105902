"""The benchmark of builds: what is its own. The peers are not run here."""

from __future__ import annotations

import json
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from xml.etree import ElementTree

import pytest

from generator.ingest.decode import decode_source
from tests.benchmarks.bench import main
from tests.benchmarks.bench_report import Report
from tests.benchmarks.contest import Contest, count_files
from tests.benchmarks.corpus import Corpus
from tests.benchmarks.goals import (
    GIB,
    OURS,
    Deed,
    Key,
    Row,
    Unit,
    figure_table,
    goal_table,
    markdown,
    outcome,
    rows_of,
    rows_of_growth,
)
from tests.benchmarks.growth_plot import growth_plot
from tests.benchmarks.messy import messy_text
from tests.benchmarks.peers.backfile import backfile
from tests.benchmarks.peers.hugo import HUGO, HUGO_TAGS, hugo_article
from tests.benchmarks.peers.mkdocs import mkdocs_article
from tests.benchmarks.peers.pelican import pelican_article
from tests.benchmarks.peers.tool import edited, expect
from tests.benchmarks.running import Cost, RunFailedError, run
from tests.benchmarks.served import Served, script_query

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="it measures by what Linux tells in /proc")

CORPUS = Corpus()
OURS_CLEAN, THEIRS_CLEAN = Key(OURS, Deed.CLEAN, 10), Key("Hugo", Deed.CLEAN, 10)
RATIO = Row("hugo", "clean / Hugo", (OURS_CLEAN,), (THEIRS_CLEAN,), Unit.TIMES, 0.5)


def cost(seconds: float, cpu: float = 1.0, memory: int = 0) -> Cost:
    return Cost(seconds, cpu, memory)


def test_a_ratio_is_that_of_the_best_runs() -> None:
    figures = {OURS_CLEAN: [cost(9, 5), cost(4, 8)], THEIRS_CLEAN: [cost(10, 10)]}
    came_to = outcome(RATIO, figures)
    assert came_to is not None
    assert (came_to.figure, came_to.cpu, came_to.parts) == (0.4, 0.5, "4.00 s / 10.0 s")
    assert came_to.is_met(0.4)
    assert not came_to.is_met(0.39)


def test_several_tools_are_added_up() -> None:
    pagefind = Key("Pagefind", Deed.CLEAN, 10)
    row = Row("hugo", "", (OURS_CLEAN,), (THEIRS_CLEAN, pagefind), Unit.TIMES, None)
    figures = {OURS_CLEAN: [cost(6)], THEIRS_CLEAN: [cost(10)], pagefind: [cost(20)]}
    came_to = outcome(row, figures)
    assert came_to is not None
    assert (came_to.figure, came_to.parts) == (0.2, "6.00 s / 10.0 + 20.0 s")


def test_memory_is_that_of_the_worst_run() -> None:
    row = Row("memory", "", (OURS_CLEAN,), (), Unit.MEMORY, 2.0)
    came_to = outcome(row, {OURS_CLEAN: [cost(1, memory=GIB), cost(1, memory=3 * GIB)]})
    assert came_to is not None
    assert (came_to.figure, came_to.cpu) == (3.0, None)


def test_what_was_not_measured_has_no_figure() -> None:
    assert outcome(RATIO, {OURS_CLEAN: [cost(1)]}) is None
    assert "not measured" in goal_table([RATIO], {OURS_CLEAN: [cost(1)]})


def test_the_table_tells_what_is_met() -> None:
    figures = {OURS_CLEAN: [cost(4)], THEIRS_CLEAN: [cost(10)]}
    assert "| 0.40 × | ≤ 0.5 × | yes |" in goal_table([RATIO], figures)
    figures = {OURS_CLEAN: [cost(6)], THEIRS_CLEAN: [cost(10)]}
    assert "| 0.60 × | ≤ 0.5 × | **no** |" in goal_table([RATIO], figures)


def test_goals_hold_at_their_size() -> None:
    assert all(row.goal is None for row in rows_of(1_000, has_peers=True))
    goals = {(row.name, row.goal) for row in rows_of(10_000, has_peers=True) if row.goal is not None}
    assert goals == {
        *(("hugo", 0.5), ("related", 0.2), ("pelican", 0.35), ("edit", 0.25), ("again", 0.12)),
        *(("serve", 0.5), ("import", 60), ("memory", 0.6)),
    }
    alone = rows_of(100_000, has_peers=False)
    assert [(row.name, row.goal) for row in alone if row.goal] == [("memory", 2.0)]
    growth = rows_of_growth((1_000, 10_000, 100_000))
    assert [row.goal for row in growth if row.name == "growth"] == [None, 11]
    assert [row.goal for row in growth if row.name == "imported"] == [11, 11]


def test_figures_are_those_of_one_size() -> None:
    figures = {OURS_CLEAN: [cost(4, memory=GIB), cost(5)], Key(OURS, Deed.CLEAN, 20): [cost(8)]}
    table = figure_table(figures, 10, {(OURS, 10): (1_234, 5_000_000)})
    assert table.splitlines()[2:] == [
        "| Backfile | clean build |    4.00 |     5.00 |  1.00 |      1.00 | 1,234 |   5 |    2 |"
    ]


def test_columns_are_padded_to_their_side() -> None:
    lines = [["a", "number"], ["---", "--:"], ["words", "1"]]
    assert markdown(lines).splitlines() == ["| a     | number |", "| ----- | -----: |", "| words |      1 |"]


def test_the_plot_is_higher_for_what_is_slower() -> None:
    plot = growth_plot({"slow <1>": [(1_000, 10), (10_000, 200)], "quick": [(1_000, 1), (10_000, 190)]})
    root = ElementTree.fromstring(plot)
    names = {"svg": "http://www.w3.org/2000/svg"}
    slow, quick = (
        [tuple(map(float, point.split(","))) for point in line.attrib["points"].split()]
        for line in root.findall("svg:polyline", names)
    )
    assert slow[0][0] == quick[0][0] < slow[1][0]
    # Down is more in SVG.
    assert slow[1][1] < quick[1][1] < slow[0][1] < quick[0][1]
    heights = [
        float(text.attrib["y"])
        for text in root.findall("svg:text", names)
        if " s" in (text.text or "") and "," in (text.text or "")
    ]
    assert abs(heights[0] - heights[1]) >= 15
    with pytest.raises(ValueError, match="nothing"):
        growth_plot({})


def test_a_run_counts_the_processes_that_it_leaves_behind(tmp_path: Path) -> None:
    child = "import time; held = bytearray(60_000_000)\nwhile time.process_time() < 0.25: pass"
    parent = f"import subprocess, sys, time; subprocess.Popen([sys.executable, '-c', {child!r}]); time.sleep(.1)"
    spent = run([sys.executable, "-c", parent], tmp_path, tmp_path / "log.txt")
    assert spent.cpu >= 0.25
    assert spent.memory > 60_000_000


def test_a_run_that_fails_says_what_was_said_last(tmp_path: Path) -> None:
    with pytest.raises(RunFailedError, match=r"status 3[^$]*no such luck"):
        run([sys.executable, "-c", "print('no such luck'); raise SystemExit(3)"], tmp_path, tmp_path / "log.txt")
    start = time.monotonic()
    with pytest.raises(RunFailedError, match="ended after"):
        run([sys.executable, "-c", "import time; time.sleep(60)"], tmp_path, tmp_path / "log.txt", limit=0.3)
    assert time.monotonic() - start < 30


def test_an_edit_changes_one_word_of_the_body() -> None:
    article = CORPUS.article(3)
    for text in (hugo_article(CORPUS, article, with_names=True), pelican_article(article), mkdocs_article(article)):
        changed = edited(text, "amended")
        pairs = [pair for pair in zip(text.split(), changed.split(), strict=True) if pair[0] != pair[1]]
        assert [new for _, new in pairs] == ["amended"]
        head, _, _ = text.partition(article.text.split("\n")[0][:40])
        assert changed.startswith(head)
    with pytest.raises(ValueError, match="no word"):
        edited("---\ntitle: x\n---\n", "amended")


def test_peers_get_what_they_can_use() -> None:
    article = CORPUS.article(10)
    assert str(article.meta.date).count("-") == 1
    hugo = hugo_article(CORPUS, article, with_names=True)
    assert f"date: {article.meta.date}-01\n" in hugo
    assert "people: [" in hugo
    assert "people: [" not in hugo_article(CORPUS, article, with_names=False)
    assert f"Date: {article.meta.date}-01\n" in pelican_article(article)
    assert json.dumps(article.meta.title) in mkdocs_article(article)
    assert "date" not in hugo_article(CORPUS, CORPUS.article(37), with_names=False).partition("\n---\n")[0]


def test_input_is_made_anew_only_where_it_is_not_there(tmp_path: Path) -> None:
    folder = HUGO_TAGS.prepare(CORPUS, 2, tmp_path)
    first = HUGO_TAGS.article_file(folder, "article-000000")
    first.write_text("mine", encoding="utf-8")
    assert HUGO_TAGS.prepare(CORPUS, 2, tmp_path) == folder
    assert first.read_text(encoding="utf-8") == "mine"
    (folder / "made-from.txt").write_text("other code", encoding="utf-8")
    HUGO_TAGS.prepare(CORPUS, 2, tmp_path)
    assert first.read_text(encoding="utf-8").startswith("---")
    (folder / "public").mkdir()
    HUGO.clear(folder)
    assert not (folder / "public").exists()


def test_a_page_without_the_text_is_a_failure(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    with pytest.raises(RunFailedError, match="Hugo"):
        expect(page, "word", "Hugo")
    page.write_text("a word", encoding="utf-8")
    expect(page, "word", "Hugo")
    with pytest.raises(RunFailedError, match="other"):
        expect(page, "other", "Hugo")


def test_few_articles_have_few_names(tmp_path: Path) -> None:
    tool = backfile(tmp_path / "build.py", "few", few_names=True)
    tool.write(CORPUS, 2, tmp_path)
    named = {number for article in CORPUS.articles(2) for numbers in article.terms.values() for number in numbers}
    entries = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "content" / "authorities").glob("*"))
    assert 0 < entries.count("- id:") <= 2 * len(named)


def test_messy_texts_hold_the_article_and_more() -> None:
    encodings = set()
    for article in CORPUS.articles(30):
        data = messy_text(CORPUS, article)
        assert data == messy_text(CORPUS, article)
        decoded = decode_source(data, 1_000_000)
        encodings.add(decoded.encoding)
        words = " ".join(decoded.text.split())
        assert article.meta.title in words
        assert article.text.split("\n")[0][:200] in words
        assert len(words) > len(article.text)
    assert len(encodings) > 1


class _Preview(BaseHTTPRequestHandler):
    """Answers as our preview server does: the first change that it tells does not have the edit yet."""

    page, build = "old", 7

    def do_GET(self) -> None:
        text = f'<p>{_Preview.page}<script src="/-/reload.js?page=a&amp;seen={_Preview.build}"></script>'
        if self.path.startswith("/-/wait.js"):
            is_past = not self.path.endswith(f"={_Preview.build}")
            text = 'dataset.changed = "yes"' if is_past else '"nothing new"'
            _Preview.build += 1
            if _Preview.build > 9:
                _Preview.page = "new"
        body = text.encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


def test_an_edit_is_awaited_until_the_page_has_it() -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Preview) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        saved: list[bool] = []
        # No session has the number -1, so there is no processor time to be counted.
        preview = Served(server.server_address[1], -1, 20)
        spent = preview.time_edit("/a.html", lambda: saved.append(True), "new")
        server.shutdown()
    assert saved == [True]
    assert spent.seconds > 0
    assert spent.cpu == 0
    assert _Preview.page == "new"


def test_an_edit_of_another_tool_is_awaited_by_asking() -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Preview) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        _Preview.page = "old"
        preview = Served(server.server_address[1], -1, 20)
        spent = preview.time_edit_of_another("/a.html", lambda: setattr(_Preview, "page", "newer"), "newer")
        server.shutdown()
    assert 0 < spent.seconds < 20


def test_a_page_that_does_not_wait_is_a_failure() -> None:
    assert script_query('<script src="/-/reload.js?page=a&amp;seen=1"></script></body>') == "page=a&seen=1"
    with pytest.raises(RunFailedError, match="no script"):
        script_query("<p>text")


FAKE = """
import sys
from pathlib import Path
folder = Path(sys.argv[2])
for path in (folder / "content/articles").glob("*.md"):
    page = folder / "output/articles" / f"{path.stem}.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(path.read_text())
if sys.argv[3] == "--profile":
    import cProfile
    profile = cProfile.Profile()
    profile.runcall(folder.exists)
    profile.dump_stats(sys.argv[4])
print("linking 0.1 s; making pages 0.2 s.")
"""


def test_a_contest_builds_edits_and_undoes(tmp_path: Path) -> None:
    (tmp_path / "build.py").write_text(FAKE, encoding="utf-8")
    contest = Contest(tmp_path / "build.py", tmp_path, edits=2)
    wanted = {Key(OURS, deed, 6) for deed in (Deed.CLEAN, Deed.AGAIN, Deed.EDIT)}
    contest.measure(contest.ours, 6, wanted)
    assert {key: len(runs) for key, runs in contest.figures.items()} == {
        Key(OURS, Deed.CLEAN, 6): 1,
        Key(OURS, Deed.AGAIN, 6): 1,
        Key(OURS, Deed.EDIT, 6): 2,
    }
    said = "linking 0.1 s; making pages 0.2 s."
    assert contest.stages == dict.fromkeys(contest.figures, said)
    assert contest.made[OURS, 6][0] == 6
    articles = (tmp_path / "work" / "backfile-6" / "content" / "articles").glob("*.md")
    assert not any("amendment" in path.read_text(encoding="utf-8") for path in articles)


def test_the_command_prints_and_keeps_the_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "build.py").write_text(FAKE, encoding="utf-8")
    options = ["--program", str(tmp_path / "build.py"), "--folder", str(tmp_path), "--sizes", "3", "6", "--peers"]
    assert main([*options, "--rows", "growth", "memory", "hugo", "--repeat", "2"]) == 0
    shown = capsys.readouterr().out
    assert "|        6 | clean build / that of 3 " in shown
    assert "A clean build of 3 articles by what" in shown
    assert "|        6 | clean build / Hugo " in shown
    assert "not measured" in shown
    assert (tmp_path / "table.md").read_text(encoding="utf-8") == shown.rstrip("\n") + "\n"
    assert "Backfile" in (tmp_path / "time.svg").read_text(encoding="utf-8")
    told = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    assert [(each["articles"], len(each["runs"])) for each in told] == [(3, 2), (6, 2)]
    with pytest.raises(SystemExit):
        main([*options, "--rows", "nonsense"])


def test_what_fails_is_told_and_the_rest_goes_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "build.py").write_text("raise SystemExit('out of order')", encoding="utf-8")
    options = ["--program", str(tmp_path / "build.py"), "--folder", str(tmp_path), "--sizes", "3", "--peers"]
    assert main([*options, "--rows", "memory", "help"]) == 1
    shown = capsys.readouterr().out
    assert "status 1; out of order\n" in shown
    assert "Not measured: --help: " in shown


def test_the_report_names_versions_and_a_busy_machine() -> None:
    stages = {Key("Backfile", Deed.EDIT, 10): "linking 0.1 s; making pages 0.2 s."}
    report = Report([RATIO], [10], {}, {}, stages, {10: "| near |"}, {"Hugo": "v1"}, ["Pelican: no"], load=50)
    assert "- 10 articles, one article edited: linking 0.1 s; making pages 0.2 s." in report.text
    assert "A clean build of 10 articles by what" in report.text
    assert "| near |" in report.text
    assert "Hugo v1." in report.text
    assert "Not measured: Pelican: no" in report.text
    assert "go by the CPU seconds" in report.text
    assert report.plot == ""


def test_pages_and_bytes_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.html").write_bytes(b"123")
    (tmp_path / "y.css").write_bytes(b"12")
    assert count_files(tmp_path) == (1, 5)
