"""Quick pages are those that a whole build makes, or there are none."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.archive.values import Archive, Links
from generator.articles.front_matter import write_article
from generator.execution.run import Run
from generator.pipeline import Built, build
from generator.reading.archive import ReadArchive
from generator.serving import Serving
from tests.benchmarks.corpus import Corpus
from tests.benchmarks.served import script_query, served

REPOSITORY = Path(__file__).resolve().parents[1]
CONNECTED = REPOSITORY / "tests/sites/good/connected"
EDITS = 100 if os.environ.get("BACKFILE_TESTS") == "full" else 8
PARAGRAPHS = (
    "Tobias Fenn of Port Sable lit the lamp, and the Harbour Board paid.",
    "The story of the lamp is told in [[Keeper retires]] and in [the lock](board-buys-a-lock.md).",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "## A heading of its own\n\nWith words & <em>tags</em>.",
    "> Quoted, with a note[^9].\n\n[^9]: The note.",
    "![The head](../media/head.svg)",
    "See https://elsewhere.example/ and [there](https://elsewhere.example/b).",
    "Снова горит лампа.",
)
MADE = {article.slug: write_article(article.meta, article.text) for article in Corpus().articles(8)}
EDITED = ("board-buys-a-lock", "keeper-retires", "the-lamp-that-would-not-stay-lit")
ORIGINAL = {
    **MADE,
    **{slug: (CONNECTED / f"content/articles/{slug}.md").read_text(encoding="utf-8") for slug in EDITED},
}


class Desk:
    """An archive that is served, but for the server."""

    def __init__(self, root: Path) -> None:
        shutil.copytree(CONNECTED / "content", root / "content", dirs_exist_ok=True)
        for slug, text in MADE.items():
            self.file(slug, root).write_text(text, encoding="utf-8")
        self.root = root
        self.read: ReadArchive | None = None
        self.serving = Serving(root, self._build)
        assert not self.serving.rebuild()
        self.serving.prepare()

    def _build(self, keep: Callable[[Built], None]) -> tuple[str, ...]:
        self.built = build(self.root, Run(1))
        # A file that is saved as it was changes nothing, and then nothing is read.
        self.read = self.built.read or self.read
        keep(self.built)
        return ()

    def file(self, slug: str, root: Path | None = None) -> Path:
        return (root or self.root) / f"content/articles/{slug}.md"

    def save(self, slug: str, change: Callable[[str], str]) -> Path:
        file = self.file(slug)
        file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")
        return file

    def quick(self, *files: Path) -> dict[str, bytes]:
        """The quick pages by their paths, made in another thread, as they are under the server."""
        with ThreadPoolExecutor(1) as threads:
            made = threads.submit(self.serving.quick_pages, frozenset(files)).result()
        assert not made or set(made) == set(files)
        return {page.path: page.data for page in made.values()}

    def full(self, path: str) -> bytes:
        """The page that the whole build makes, after which the desk is ready for the next edit."""
        assert not self.serving.rebuild()
        self.serving.prepare()
        return (self.root / "output" / path).read_bytes()

    @property
    def archive(self) -> Archive:
        assert self.read
        return self.read.archive


@pytest.fixture(scope="module")
def long_desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("archive"))


@pytest.fixture
def desk(long_desk: Desk) -> Iterator[Desk]:
    """The archive as it was built last, and all of whose files are as they were again after the test."""
    content, built = long_desk.root / "content", long_desk.built
    files = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
    yield long_desk
    for path in content.rglob("*.md"):
        if path not in files:
            path.unlink()
    for path, data in files.items():
        path.write_bytes(data)
    if long_desk.built is not built:
        long_desk.full("index.html")


def _elsewhere(links: Links) -> object:
    """What an article's page shows of others, beyond those that its own text names."""
    return links.related, links.editions, links.backlinks, links.previous, links.next


COMPARED: list[str] = []


@settings(
    max_examples=EDITS,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(
    st.sampled_from([*EDITED, "article-000003"]),
    st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=4, unique=True),
    st.booleans(),
)
def test_the_page_of_an_edited_text_is_that_of_the_whole_build(
    desk: Desk, slug: str, paragraphs: list[str], goes_before: bool
) -> None:
    was = desk.archive
    if was.by_slug[slug].meta.source:
        # Where its pictures lie is looked up in the addresses of the site that it comes from.
        paragraphs = [text for text in paragraphs if not text.startswith("![")]
    more = "\n\n".join(paragraphs)
    head, body = ORIGINAL[slug][4:].split("\n---\n", 1)
    text = f"---\n{head}\n---\n" + (f"{more}\n\n{body}" if goes_before else f"{body}\n\n{more}\n")
    quick = desk.quick(desk.save(slug, lambda _: text))
    assert list(quick) == [f"articles/{slug}.html"]
    full = desk.full(f"articles/{slug}.html")
    links = desk.archive.links[slug]
    if _elsewhere(links) == _elsewhere(was.links[slug]):
        COMPARED.append(slug)
        assert quick[f"articles/{slug}.html"] == full


def test_many_edits_could_be_compared() -> None:
    # Others have another article related, or related for another reason.
    assert len(COMPARED) >= EDITS // 4


def test_what_only_its_own_page_says_may_change_too(desk: Desk) -> None:
    new = ("title: Keeper retires", 'title: "Tobias Fenn retires"\nsummary: He goes.\nrights: Free')
    quick = desk.quick(desk.save("keeper-retires", lambda text: text.replace(*new)))
    page = quick["articles/keeper-retires.html"]
    assert b"<h1" in page
    assert b"Tobias Fenn retires</h1>" in page
    # The other page, which links to the title that is gone, keeps the archive from being built.
    desk.save("board-buys-a-lock", lambda text: text.replace("[[Keeper retires]]", "it"))
    assert desk.full("articles/keeper-retires.html") == page


def test_articles_that_were_saved_together_are_seen_together(desk: Desk) -> None:
    citing = desk.save("board-buys-a-lock", lambda text: text.replace("The old story is told in", "Read of it all in"))
    cited = desk.save("the-lamp-that-would-not-stay-lit", lambda text: text + "\nAnother line.\n")
    quick = desk.quick(citing, cited)
    assert len(quick) == 2
    assert b"Read of it all in" in quick["articles/the-lamp-that-would-not-stay-lit.html"]


def test_a_name_that_has_no_page_yet_is_no_link(desk: Desk) -> None:
    people = desk.root / "content/authorities/people.yaml"
    people.write_text(people.read_text() + "- {id: new-one, name: Nova Newcomer}\n")
    desk.full("index.html")
    quick = desk.quick(desk.save("keeper-retires", lambda text: text + "\nNova Newcomer came.\n"))
    page = quick["articles/keeper-retires.html"]
    assert b"Nova Newcomer came." in page
    assert b"new-one.html" not in page
    assert b"people/new-one.html" in desk.full("articles/keeper-retires.html")


NOT_ORDINARY: dict[str, Callable[[str], str]] = {
    "error": lambda text: text.replace("title: Keeper retires", "title: ''"),
    "no front matter": lambda text: text.replace("---", "", 1),
    "draft": lambda text: text.replace("author:", "draft: true\nauthor:"),
    "withdrawn": lambda text: text.replace("author:", "withdrawn: They asked.\nauthor:"),
    "date": lambda text: text.replace("1998-06~", "1999"),
    "tag": lambda text: text.replace("[lighthouses]", "[law]"),
    "dead link": lambda text: text + "\n[[Nobody wrote this]]\n",
    "not UTF-8": lambda text: text + "\udcff",
}


@pytest.mark.parametrize("change", NOT_ORDINARY)
def test_what_is_out_of_the_ordinary_has_no_quick_page(desk: Desk, change: str) -> None:
    file = desk.file("keeper-retires")
    text = NOT_ORDINARY[change](file.read_text(encoding="utf-8"))
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert desk.quick(file) == {}


def test_other_files_have_no_quick_pages(desk: Desk) -> None:
    ordinary = desk.save("keeper-retires", lambda text: text + "\nMore.\n")
    assert desk.quick(ordinary)
    new, draft, taken_down = desk.file("quite-new"), desk.file("not-yet"), desk.file("taken-down")
    new.write_text("---\ntitle: New\n---\nText.\n")
    gone = desk.file("letter-without-date")
    gone.unlink()
    outside = desk.root.parent / "elsewhere.md"
    for other in (new, draft, taken_down, gone, outside, desk.root / "content/site.yaml", desk.root / "content"):
        assert desk.quick(other) == {}
        assert desk.quick(ordinary, other) == {}
    assert desk.quick() == {}
    assert desk.quick(*(desk.file(f"article-{number:06}") for number in range(50))) == {}


def test_an_error_of_the_program_leaves_it_to_the_build(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    file = desk.save("keeper-retires", lambda text: text + "\nMore.\n")
    monkeypatch.setattr("generator.quick_page.article_page", fail)
    assert desk.quick(file) == {}
    desk.full("index.html")
    assert desk.quick(file) == {}
    monkeypatch.undo()
    desk.serving.prepare()
    assert desk.quick(file)


def test_a_site_that_stood_already_has_quick_pages_too(desk: Desk) -> None:
    built = build(desk.root, Run(1))
    assert built.read is None
    serving = Serving(desk.root, lambda keep: ())
    serving.keep(built)
    file = desk.save("keeper-retires", lambda text: text + "\nMore.\n")
    assert serving.quick_pages({file}) == {}
    desk.full("index.html")
    file = desk.save("keeper-retires", lambda text: text + "\nEven more.\n")
    serving.prepare()
    assert b"Even more." in serving.quick_pages({file})[file].data


def test_an_archive_with_errors_has_none(desk: Desk) -> None:
    file = desk.save("keeper-retires", lambda text: text + "\n[[Nobody wrote this]]\n")
    serving = Serving(desk.root, lambda keep: ())
    serving.prepare()
    assert serving.quick_pages({file}) == {}


def test_an_edit_under_serve_is_shown_and_the_page_reloaded_once(tmp_path: Path) -> None:
    shutil.copytree(CONNECTED / "content", tmp_path / "content")
    command = [sys.executable, str(REPOSITORY / "build.py"), "--root", str(tmp_path), "--workers", "1", "serve"]
    page, log = "/articles/letter-without-date.html", tmp_path / "log"
    file = tmp_path / "content/articles/letter-without-date.md"
    with served(command, tmp_path, log, limit=60) as preview:
        # The first of these may come before the server is ready for it. No other article has these words.
        for number, word in enumerate(("quickly", "presently"), 2):
            preview.time_edit(page, partial(_append, file, word), word)
            shown = script_query(preview.load(page))
            last = time.monotonic() + 30
            while log.read_text().count(" Open ") < number:
                assert time.monotonic() < last, log.read_text()
                time.sleep(0.05)
        assert script_query(preview.load(page)) == shown
    assert "Traceback" not in log.read_text()


def test_a_broken_save_under_serve_is_told_to_the_page_and_old_warnings_are_only_counted(tmp_path: Path) -> None:
    shutil.copytree(CONNECTED / "content", tmp_path / "content")
    (tmp_path / "content/articles/stray.txt").write_text("Not read.\n")
    command = [sys.executable, str(REPOSITORY / "build.py"), "--root", str(tmp_path), "--workers", "1", "serve"]
    page, log = "/articles/letter-without-date.html", tmp_path / "log"
    file = tmp_path / "content/articles/letter-without-date.md"

    def wait_for(words: str) -> None:
        last = time.monotonic() + 30
        while words not in log.read_text():
            assert time.monotonic() < last, log.read_text()
            time.sleep(0.05)

    with served(command, tmp_path, log, limit=60) as preview:
        waits = script_query(preview.load(page))
        good = file.read_text()
        file.write_text(good.replace("title:", "titel:"))
        wait_for("Nothing was published")
        told = preview.load(f"/-/wait.js?{waits}&told=")
        assert "content/articles/letter-without-date.md:2: unknown key `titel`" in told
        assert "dataset.changed" not in told
        file.write_text(good)
        wait_for("warning as before.")
    assert log.read_text().count("stray.txt: warning") == 1


def _append(file: Path, word: str) -> None:
    file.write_text(f"{file.read_text()}\n{word}\n")
