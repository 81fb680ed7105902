"""Whole builds: what a setting or a file does to the site."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import closing
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest

from generator import pipeline
from generator.archive import related
from generator.config import Config
from generator.errors import ProblemsError, PublishError
from generator.execution.executors import Processes, WorkerDiedError
from generator.execution.run import Run
from generator.execution.store import Store
from generator.execution.version import program_version
from generator.pipeline import STORE, build, check, import_into
from generator.problems import Problems
from generator.publish.lock import publish_lock
from generator.reading import linking
from generator.reading.archive import KeptTexts
from generator.reading.content import read_config
from generator.render.themes.templates import _Checker

IS_FULL = os.environ.get("BACKFILE_TESTS") == "full"
REPOSITORY = Path(__file__).resolve().parents[1]
CONNECTED = REPOSITORY / "tests/sites/good/connected"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    shutil.copytree(CONNECTED / "content", tmp_path / "content")
    return tmp_path


def _site(root: Path) -> dict[str, str]:
    output = root / "output"
    return {
        path.relative_to(output).as_posix(): path.read_text(encoding="utf-8", errors="replace")
        for path in output.rglob("*")
        if path.is_file()
    }


def _set(root: Path, lines: str) -> None:
    settings = root / "content/site.yaml"
    settings.write_text(settings.read_text() + lines)


def test_what_is_counted_is_what_is_there(archive: Path) -> None:
    built = build(archive)
    site = _site(archive)
    assert built.pages == sum(path.endswith(".html") for path in site)
    assert built.published.files == len(site)
    assert built.articles == 6


def test_neither_a_draft_nor_a_withdrawn_text_is_anywhere_in_the_site(archive: Path) -> None:
    build(archive)
    site = _site(archive)
    assert "articles/taken-down.html" in site
    assert "The family of the man who was named" in site["articles/taken-down.html"]
    assert not [path for path, text in site.items() if "witherby" in text]
    assert not [path for path, text in site.items() if "unfinishedness" in text or "not-yet" in text]


def test_readers_comments_and_addresses_are_left_out_of_source_pages(archive: Path) -> None:
    build(archive)
    page = _site(archive)["articles/the-lamp-that-would-not-stay-lit/source.html"]
    assert "gulls" not in page
    assert "r.pike@marrow.example" not in page
    _set(archive, "publish_comments: true\npublish_emails: true\n")
    build(archive)
    page = _site(archive)["articles/the-lamp-that-would-not-stay-lit/source.html"]
    assert "gulls" in page
    assert "r.pike@marrow.example" in page


def test_every_page_shows_the_archives_notice(archive: Path) -> None:
    build(archive)
    pages = {path: text for path, text in _site(archive).items() if path.endswith(".html")}
    assert [path for path, text in pages.items() if "An archive written for a test." not in text] == []


def test_without_source_pages_there_are_none_and_no_link_to_one(archive: Path) -> None:
    _set(archive, "source_pages: false\n")
    build(archive)
    site = _site(archive)
    assert not [path for path in site if path.endswith("source.html")]
    assert not [path for path, text in site.items() if "source.html" in text]


def test_without_search_nothing_of_it_is_left(archive: Path) -> None:
    _set(archive, "search:\n  enabled: false\n")
    build(archive)
    site = _site(archive)
    assert not [path for path in site if path.startswith("search/")]
    assert "lunr" not in site["licenses.html"].casefold()


def test_a_page_without_its_article_is_gone_and_the_hosts_own_file_stays(archive: Path) -> None:
    build(archive)
    (archive / "output/.nojekyll").write_text("")
    (archive / "content/articles/letter-without-date.md").unlink()
    build(archive)
    assert not (archive / "output/articles/letter-without-date.html").exists()
    assert (archive / "output/.nojekyll").exists()


def test_a_source_that_was_changed_is_a_warning_and_has_no_page(archive: Path) -> None:
    source = archive / "content/sources/001_lamp.txt"
    source.write_bytes(source.read_bytes() + b"\nOne line more.\n")
    built = build(archive)
    assert [problem.path for problem in built.problems] == ["content/sources/001_lamp.txt"]
    assert "articles/the-lamp-that-would-not-stay-lit/source.html" not in _site(archive)


def test_an_article_cannot_name_a_source_outside_the_archive(archive: Path) -> None:
    article = archive / "content/articles/the-lamp-that-would-not-stay-lit.md"
    article.write_text(article.read_text().replace("file: 001_lamp.txt", "file: ../../../secret.txt"))
    with pytest.raises(ProblemsError) as caught:
        build(archive)
    assert "not below content/sources" in caught.value.problems[0].text


@pytest.mark.parametrize("address", ["https://elsewhere.example/x.js", "javascript:alert(1)", "data:text/html,x"])
def test_nothing_that_an_article_holds_runs_or_is_fetched(address: str, archive: Path) -> None:
    article = archive / "content/articles/keeper-retires.md"
    raw = f'<script src="{address}"></script><img src="{address}" onerror="x()"><a href="{address}">there</a>'
    article.write_text(article.read_text() + f'\n{raw}<iframe src="{address}"></iframe><p style="x">styled</p>\n')
    build(archive)
    page = _site(archive)["articles/keeper-retires.html"]
    body = page[page.index("<main") : page.index("</main")]
    for forbidden in ("<script", "<iframe", "onerror", "style=", "src=", "javascript:", "data:text"):
        assert forbidden not in body


def test_a_build_that_is_killed_leaves_the_old_site_or_the_new_one(archive: Path) -> None:
    """Killed at any moment, from the command line as a user runs it; the next build is right, whatever was kept."""
    settings = archive / "content/site.yaml"
    texts = [settings.read_text(), settings.read_text().replace("What four papers", "All that four papers")]
    sites = []
    for text in texts:
        settings.write_text(text)
        build(archive)
        sites.append(_site(archive))
    assert sites[0] != sites[1]
    shutil.rmtree(archive / ".cache")
    started = time.monotonic()
    _start_build(archive).wait()
    whole = time.monotonic() - started
    chance = Random(6)
    for moment in range(50 if IS_FULL else 8):
        # What is built is the other site than the one that stands; every third time from nothing.
        wanted = 1 - sites.index(_site(archive))
        settings.write_text(texts[wanted])
        if moment % 3 == 0:
            shutil.rmtree(archive / ".cache")
        process = _start_build(archive)
        time.sleep(whole * chance.random())
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert _site(archive) in sites
        if chance.random() < 0.5:
            build(archive)
            assert _site(archive) == sites[wanted]
    settings.write_text(texts[0])
    build(archive)
    assert _site(archive) == sites[0]


def _start_build(archive: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(REPOSITORY / "build.py"), "--root", str(archive), "build"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def test_an_imported_text_with_dead_links_builds_and_one_by_hand_does_not(archive: Path) -> None:
    dead = "[the offer](/2012/offer.html) ![the map](map.png) [part](#part) [other](two.md#x)\n"
    source = "source:\n  file: one.md\n  sha256: '0'\n  imported: 2026-11-21\n"
    path = archive / "content/articles/old.md"
    path.write_text(f"---\ntitle: Old\n{source}---\n{dead}", encoding="utf-8")
    told = [problem for problem in build(archive).problems if "links to what is not in this archive" in problem.text]
    assert [(problem.path, problem.line) for problem in told] == [("content/articles/old.md", 8)]
    page = (archive / "output/articles/old.html").read_text(encoding="utf-8")
    assert "<a>the offer</a> the map <a>part</a> <a>other</a>" in page
    path.write_text(f"---\ntitle: Old\n---\n{dead}", encoding="utf-8")
    with pytest.raises(ProblemsError):
        build(archive)


def test_many_edits_are_told_as_one_number(tmp_path: Path) -> None:
    shutil.copytree(REPOSITORY / "content", tmp_path / "content")
    told = [problem for problem in check(tmp_path) if "changed by the editor" in problem.text]
    assert [(problem.path, problem.text.split()[0].isdigit()) for problem in told] == [("content/articles", True)]
    number = int(told[0].text.split()[0])
    articles = sorted((tmp_path / "content/articles").glob("*.md"))
    for path in articles[:4]:
        path.unlink()
    (after,) = [problem for problem in check(tmp_path) if "changed by the editor" in problem.text]
    assert number - 4 <= int(after.text.split()[0]) < number


def test_a_file_that_is_saved_during_a_build_counts_in_the_next(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings change after they were listed and before they are read, and are then put back as they were."""
    settings = archive / "content/site.yaml"
    before = settings.read_text()
    page = "articles/the-lamp-that-would-not-stay-lit/source.html"
    build(archive)
    wanted = _site(archive)

    def saved(root: Path, problems: Problems) -> Config:
        settings.write_text(before + "publish_comments: true\n")
        return read_config(root, problems)

    with monkeypatch.context() as during:
        during.setattr("generator.reading.archive.read_config", saved)
        shutil.rmtree(archive / ".cache")
        build(archive)
    assert "gulls" in _site(archive)[page]
    settings.write_text(before)
    build(archive)
    assert _site(archive) == wanted


def test_an_article_that_is_removed_during_a_build_is_none(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(archive)
    wanted = _site(archive)
    passing = archive / "content/articles/passing.md"
    passing.write_text("---\ntitle: Passing\n---\nText.\n")

    def listed_and_gone(root: Path, problems: Problems) -> Config:
        passing.unlink()
        return read_config(root, problems)

    with monkeypatch.context() as during:
        during.setattr("generator.reading.archive.read_config", listed_and_gone)
        build(archive)
    assert _site(archive) == wanted
    build(archive)
    assert _site(archive) == wanted


def test_a_theme_is_checked_once_and_again_when_it_changes(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    templates = archive / "themes/mine/templates"
    templates.mkdir(parents=True)
    (archive / "themes/mine/theme.yaml").write_text("extends: reader\n")
    template = templates / "term.html"
    template.write_text('{% extends "reader/term.html" %}\n')
    _set(archive, "theme: mine\n")
    checks: list[str] = []
    once = _Checker.check

    def checked(checker: _Checker) -> None:
        checks.append("checked")
        once(checker)

    monkeypatch.setattr(_Checker, "check", checked)
    build(archive)
    article = next((archive / "content/articles").glob("*.md"))
    article.write_text(article.read_text() + "\nMore.\n")
    build(archive)
    assert checks == ["checked"]
    template.write_text('{% extends "reader/term.html" %}\n{% block nowhere %}{% endblock %}\n')
    for _ in range(2):
        with pytest.raises(ProblemsError) as told:
            build(archive)
        assert "has a block `nowhere`" in told.value.problems[0].text


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere all is done in one process")
def test_a_search_that_is_made_while_pages_are_is_the_same(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []
    beside = Processes.beside

    def told(self: Processes, work: Any, context: Any, item: Any) -> Any:
        begun.append(work.__name__)
        return beside(self, work, context, item)

    monkeypatch.setattr(Processes, "beside", told)
    build(archive, Run(2))
    assert not begun
    article = next((archive / "content/articles").glob("*.md"))
    article.write_text(article.read_text() + "\nNobody had written of wombats before.\n")
    build(archive, Run(2))
    assert begun == ["_made_search"]
    incremental = _site(archive)
    shutil.rmtree(archive / "output")
    shutil.rmtree(archive / ".cache")
    build(archive, Run(1))
    assert incremental == _site(archive)
    assert begun == ["_made_search"]


def test_articles_are_read_anew_for_a_setting_that_names_are_found_by_and_for_no_other(archive: Path) -> None:
    build(archive)
    _set(archive, "\nnews: true\n")
    assert "reading articles" not in build(archive).seconds
    _set(archive, "authorities: {countries: true}\n")
    assert "reading articles" in build(archive).seconds


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere all is done in one process")
def test_an_archive_that_another_process_links_is_the_same(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = archive / "content/articles/by-hand.md"
    article.write_text("---\ntitle: By hand\n---\nSee [[no such article]].\n")
    told = []
    for apart in (0, 1_000_000):
        monkeypatch.setattr(linking, "APART", apart)
        shutil.rmtree(archive / ".cache", ignore_errors=True)
        with pytest.raises(ProblemsError) as found:
            build(archive, Run(2))
        told.append(found.value.problems)
    assert told[0] == told[1]
    article.write_text(article.read_text().replace("[[no such article]]", "nothing"))
    sites = []
    for apart in (0, 1_000_000):
        monkeypatch.setattr(linking, "APART", apart)
        shutil.rmtree(archive / ".cache", ignore_errors=True)
        built = build(archive, Run(2))
        sites.append((_site(archive), built.problems))
    assert sites[0] == sites[1]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere all is done in one process")
def test_an_archive_is_linked_though_the_process_dies_that_does_it(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(archive, Run(2))
    site = _site(archive)
    link, here, died = linking._link, os.getpid(), archive / "died"

    def dying(*given: Any) -> Any:
        if os.getpid() != here:
            died.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return link(*given)

    monkeypatch.setattr(linking, "APART", 0)
    monkeypatch.setattr(linking, "_link", dying)
    shutil.rmtree(archive / ".cache")
    shutil.rmtree(archive / "output")
    build(archive, Run(2))
    assert died.exists()
    assert _site(archive) == site


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere all is done in one process")
def test_it_is_told_which_articles_were_compared_where_a_process_dies_of_them(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = os.getpid()

    def dying(*given: Any) -> Any:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError("this is the main process")

    monkeypatch.setattr(linking, "APART", 0)
    monkeypatch.setattr(related, "_best_of", dying)
    with pytest.raises(WorkerDiedError, match=r"died: articles 1 to \d+ in the order of their file names$"):
        build(archive, Run(2))


def test_a_source_of_one_line_has_a_page_whatever_becomes_of_its_text_unless_it_is_hidden(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/site.yaml").write_text("title: T\n")
    (tmp_path / "one.txt").write_text("Just one line here\n")
    import_into(tmp_path, [tmp_path / "one.txt"], again=False, replace=False, dry_run=False, progress=_untold)
    (article,) = (tmp_path / "content/articles").glob("*.md")
    imported = article.read_text()
    for text in ("", "\nA text after all.\n", ""):
        article.write_text(imported + text)
        build(tmp_path)
        assert "Just one line here" in _site(tmp_path)[f"articles/{article.stem}/source.html"]
    for hidden in ("withdrawn: by request", "draft: true"):
        article.write_text(imported.replace("title: ", f"{hidden}\ntitle: ", 1))
        build(tmp_path)
        assert f"articles/{article.stem}/source.html" not in _site(tmp_path)


def test_two_imports_do_not_work_at_the_same_time(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "publish_lock", partial(publish_lock, patience=0.1))
    with publish_lock(archive, work="import"):
        with pytest.raises(PublishError, match="Another import of this archive is still running"):
            import_into(archive, [], again=False, replace=False, dry_run=False, progress=_untold)
        import_into(archive, [], again=False, replace=False, dry_run=True, progress=_untold)
        build(archive)


def _untold(done: int, total: int) -> None:
    pass


def _former_study(root: Path, path: str) -> tuple[bytes, bytes] | None:
    with closing(Store(root / STORE, program_version())) as store:
        return KeptTexts(store).former_study(path)


def test_of_an_edited_article_that_is_kept_which_the_site_was_made_of(archive: Path) -> None:
    name = "content/articles/board-buys-a-lock.md"
    path = archive / name
    build(archive)
    with closing(Store(archive / STORE, program_version())) as store:
        published = KeptTexts(store).study(name)
    assert _former_study(archive, name) is None
    broken = archive / "content/pages/broken.md"
    broken.write_text("no front matter")
    for word in ("first", "second"):
        path.write_text(f"{path.read_text()}\nAnd a {word} word.\n")
        with pytest.raises(ProblemsError):
            build(archive)
        former = _former_study(archive, name)
        assert former is not None
        assert former[1] == published
    broken.unlink()
    build(archive)
    assert _former_study(archive, name) is None
