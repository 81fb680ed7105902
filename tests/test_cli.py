"""The command line: what it prints where, and with which status it ends."""

from __future__ import annotations

import json
import os
import pstats
import pty
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from generator.cli import main

REPOSITORY = Path(__file__).resolve().parents[1]
TEXT = (
    "The lamp is lit\n\nBy Edda Quill\n\nAfter nine years in the dark the lamp on Marrow Head was lit again last "
    "night, and half the village rowed out to see it.\n"
)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    assert main(["init", str(folder), "--title", "Papers: of a lamp"]) == 0
    return folder


@pytest.fixture
def incoming(tmp_path: Path) -> Path:
    folder = tmp_path / "incoming"
    folder.mkdir()
    (folder / "lamp.txt").write_text(TEXT)
    return folder


def test_a_new_archive_builds_at_once(archive: Path) -> None:
    assert main(["--root", str(archive)]) == 0
    assert "Papers: of a lamp" in (archive / "output/index.html").read_text()


def test_an_archive_is_not_made_twice(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", str(archive)]) == 1
    assert "is an archive already" in capsys.readouterr().err


def test_the_last_line_says_what_was_built_and_where(
    archive: Path, incoming: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--root", str(archive), "import", str(incoming)])
    assert main(["--root", str(archive)]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith("1 article, ")
    assert last.endswith(f"Open {archive / 'output' / 'index.html'}")


def test_explain_says_why_each_page_was_made_again(
    archive: Path, incoming: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--root", str(archive), "import", str(incoming)])
    main(["--root", str(archive), "build"])
    article = archive / "content/articles/the-lamp-is-lit.md"
    article.write_text(article.read_text().replace("half the village", "all the village"))
    capsys.readouterr()
    assert main(["--root", str(archive), "build", "--explain"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert "articles/the-lamp-is-lit.html: the text of the-lamp-is-lit changed" in told
    assert not [line for line in told if line.startswith(("licenses.html", "404.html", "random"))]
    assert "exports/articles.csv: what is told of an article, or the settings or the theme, changed" in told
    assert not [line for line in told if "the list of pages changed" in line]
    main(["--root", str(archive), "build", "--explain"])
    assert "Nothing was made again." in capsys.readouterr().out
    article.write_text(article.read_text().replace("all the village", "the whole village"))
    main(["--root", str(archive), "--json", "build", "--explain"])
    objects = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    wanted = {"made": "articles/the-lamp-is-lit.html", "reason": "the text of the-lamp-is-lit changed"}
    assert wanted in objects


def test_a_file_that_is_only_copied_into_the_site_was_made_again_because_it_changed(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for word in ("one", "two"):
        (archive / "content/media/plan.txt").write_text(word)
        main(["--root", str(archive), "build", "--explain"])
    assert "media/plan.txt: the file changed" in capsys.readouterr().out.splitlines()


def test_whoever_wants_to_hear_no_more_is_told_nothing(archive: Path) -> None:
    command = [sys.executable, str(REPOSITORY / "build.py"), "--root", str(archive), "build", "--explain"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as made:
        assert made.stdout
        assert made.stderr
        made.stdout.close()
        assert made.stderr.read() == b""
        assert made.wait() == 1
    assert (archive / "output/index.html").exists()


def test_a_profile_is_written_and_can_be_read(archive: Path, tmp_path: Path) -> None:
    file = tmp_path / "profile"
    assert main(["--root", str(archive), "--profile", str(file), "build"]) == 0
    names = {name for _, _, name in pstats.Stats(str(file)).stats}  # type: ignore[attr-defined]
    assert {"build", "link", "publish"} <= names


def test_bars_show_only_on_a_terminal(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--root", str(archive), "build"])
    assert capsys.readouterr().err == ""
    terminal, ours = pty.openpty()
    command = [sys.executable, str(REPOSITORY / "build.py"), "--root", str(archive), "build"]
    (archive / "content/pages/about.md").write_text("---\ntitle: About\n---\nOther words.\n")
    environment = {**os.environ, "TERM": "xterm"}
    with subprocess.Popen(command, stderr=ours, stdout=subprocess.DEVNULL, env=environment) as made:
        os.close(ours)
        shown = b""
        # While it runs: a terminal that nobody reads is full after some kilobytes, and then the build waits for ever.
        with suppress(OSError):
            while part := os.read(terminal, 65_536):
                shown += part
        assert made.wait() == 0
    os.close(terminal)
    assert b"Making pages" in shown


def test_without_a_command_new_sources_are_imported(archive: Path) -> None:
    (archive / "content/sources/lamp.txt").write_text(TEXT)
    assert main(["--root", str(archive)]) == 0
    assert (archive / "content/articles/the-lamp-is-lit.md").is_file()
    assert (archive / "output/articles/the-lamp-is-lit.html").is_file()


def test_build_alone_imports_nothing(archive: Path) -> None:
    (archive / "content/sources/lamp.txt").write_text(TEXT)
    assert main(["--root", str(archive), "build"]) == 0
    assert list((archive / "content/articles").iterdir()) == []


def test_a_source_that_cannot_be_imported_does_not_keep_the_rest_from_the_site(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (archive / "content/sources/lamp.txt").write_text(TEXT)
    (archive / "content/sources/empty.txt").write_text("")
    assert main(["--root", str(archive)]) == 1
    assert "content/sources/empty.txt: not imported: the file is empty" in capsys.readouterr().err
    assert (archive / "output/articles/the-lamp-is-lit.html").is_file()


def test_dry_run_shows_and_writes_nothing(archive: Path, incoming: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(archive.rglob("*"))
    assert main(["--root", str(archive), "import", "--dry-run", str(incoming)]) == 0
    assert "content/articles/the-lamp-is-lit.md" in capsys.readouterr().out
    assert sorted(archive.rglob("*")) == before


def test_problems_as_json_are_one_object_a_line(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (archive / "content/articles/one.md").write_text("---\ntitle: One\ntgas: [a]\ndate: soon\n---\nText.\n")
    assert main(["--root", str(archive), "--json", "build"]) == 1
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(problem["path"], problem["line"], problem["severity"]) for problem in told] == [
        ("content/articles/one.md", 3, "error"),
        ("content/articles/one.md", 4, "error"),
    ]
    assert told[0]["hint"] == "did you mean `tags`?"


def test_check_writes_nothing_and_tells_what_no_longer_fits(
    archive: Path, incoming: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--root", str(archive), "import", str(incoming)])
    (archive / "content/pages/about.md").unlink()
    capsys.readouterr()
    assert main(["--root", str(archive), "check"]) == 0
    assert capsys.readouterr().out == "Nothing is wrong.\n"
    article = archive / "content/articles/the-lamp-is-lit.md"
    article.write_text(article.read_text().replace("nine", "ten"))
    capsys.readouterr()
    assert main(["--root", str(archive), "check"]) == 0
    told = capsys.readouterr()
    assert "notice: changed by the editor" in told.err
    assert told.out == "0 errors, 0 warnings, 1 notice.\n"
    (archive / "content/sources/lamp.txt").write_text(TEXT + "More.\n")
    assert main(["--root", str(archive), "check"]) == 1
    assert "content/sources/lamp.txt: the source's bytes are not those that were imported" in capsys.readouterr().err
    assert list((archive / "output").iterdir()) == [archive / "output/.gitignore"]


def test_check_finds_dead_links_in_pages(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (archive / "content/articles/one.md").write_text("---\ntitle: One\n---\n\n[There](gone.html).\n")
    assert main(["--root", str(archive), "check"]) == 1
    assert "content/articles/one.md:5: a link leads to articles/gone.html" in capsys.readouterr().err


def test_check_finds_dead_links_where_sources_are_damaged_too(
    archive: Path, incoming: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--root", str(archive), "import", str(incoming)])
    (archive / "content/sources/lamp.txt").unlink()
    (archive / "content/articles/one.md").write_text("---\ntitle: One\n---\n\n[There](gone.html).\n")
    assert main(["--root", str(archive), "check"]) == 1
    told = capsys.readouterr().err
    assert "content/sources/lamp.txt: the source of an article is missing" in told
    assert "content/articles/one.md:5: a link leads to articles/gone.html" in told


def test_a_file_that_is_none_of_the_authorities_is_told(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("peple.yaml", "people.yml"):
        (archive / "content/authorities" / name).write_text("- id: ada\n  name: Ada\n")
    assert main(["--root", str(archive), "build"]) == 0
    told = capsys.readouterr().err
    assert "content/authorities/peple.yaml: warning: this file is not read" in told
    assert "content/authorities/people.yml: warning: this file is not read" in told


def test_files_among_the_articles_that_nothing_reads_are_told(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("letter.txt", "one.md~"):
        (archive / "content/articles" / name).write_text("A letter.\n")
    assert main(["--root", str(archive), "build"]) == 0
    told = capsys.readouterr().err
    assert "content/articles/letter.txt: warning: this file is not read" in told
    assert "`import content/articles/letter.txt`" in told
    assert "one.md~" not in told
    for number in range(9):
        (archive / f"content/articles/letter-{number}.txt").write_text("A letter.\n")
    assert main(["--root", str(archive), "build"]) == 0
    told = capsys.readouterr().err
    assert "content/articles: warning: 10 files here are not read: letter-0.txt, letter-1.txt, letter-2.txt …" in told
    assert "letter-7" not in told


def test_a_link_that_leads_nowhere_is_told(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(archive), "build"]) == 0
    capsys.readouterr()
    (archive / "content/media/plan.png").symlink_to(archive / "a-disk/plan.png")
    assert main(["--root", str(archive), "build"]) == 0
    assert "content/media/plan.png: warning: a link that leads nowhere" in capsys.readouterr().err


def test_files_among_the_free_pages_that_nothing_reads_are_told(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (archive / "content/pages").mkdir(exist_ok=True)
    (archive / "content/pages/map.html").write_text("<p>A map.</p>\n")
    assert main(["--root", str(archive), "build"]) == 0
    told = capsys.readouterr().err
    assert "content/pages/map.html: warning: this file is not read" in told
    assert "content/media/" in told


def test_check_tells_of_the_page_that_nobody_wrote_yet(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = "content/pages/about.md: notice: still says what `init` wrote"
    assert main(["--root", str(archive), "check"]) == 0
    assert words in capsys.readouterr().err
    (archive / "content/pages/about.md").write_text("---\ntitle: About\n---\nA lamp.\n")
    assert main(["--root", str(archive), "check"]) == 0
    assert words not in capsys.readouterr().err


def test_again_cleans_the_named_source_however_it_is_named(
    archive: Path, incoming: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--root", str(archive), "import", str(incoming)])
    capsys.readouterr()
    for name in ("lamp.txt", "content/sources/lamp.txt", str(archive / "content/sources/lamp.txt")):
        assert main(["--root", str(archive), "import", "--again", name]) == 0
        assert "unchanged  content/articles/the-lamp-is-lit.md" in capsys.readouterr().out
        assert main(["--root", str(archive), "import", "--dry-run", "--set-aside", f"{name}:3"]) == 0
        assert "content/articles/the-lamp-is-lit.md" in capsys.readouterr().out


def test_a_new_article_is_ready_to_be_built(archive: Path) -> None:
    assert main(["--root", str(archive), "new", "no: a title"]) == 0
    assert main(["--root", str(archive), "build"]) == 0
    assert "no: a title" in (archive / "output/articles/no-a-title.html").read_text()


@pytest.mark.parametrize(
    "args", [["nosuch"], ["import"], ["--root", "/no/such/folder"], ["import", "--nosuch"], ["--executor", "threads"]]
)
def test_wrong_usage_ends_with_two(args: list[str]) -> None:
    assert main(args) == 2


def test_an_option_of_all_commands_behind_one_of_them_is_told_where_it_goes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", "--json"]) == 2
    assert "It goes before the command: backfile --json …" in capsys.readouterr().err


def test_each_command_says_in_one_whole_line_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "..." not in capsys.readouterr().out.partition("Commands:")[2]


def test_outside_an_archive_the_command_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["build"]) == 1
    assert "no archive here" in capsys.readouterr().err


def test_the_command_finds_the_archive_above(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(archive / "content/articles")
    assert main(["build"]) == 0


def test_an_interrupt_ends_with_130(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.pipeline.build", interrupt)
    assert main(["--root", str(archive), "build"]) == 130


def test_what_the_system_refuses_is_told_in_words(
    archive: Path, incoming: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr("generator.ingest.importer.write_atomically", full)
    assert main(["--root", str(archive), "import", str(incoming)]) == 1
    assert "No space left on device" in capsys.readouterr().err


def test_build_py_works_on_its_own_folder_from_anywhere(tmp_path: Path) -> None:
    made = subprocess.run(
        [sys.executable, str(REPOSITORY / "build.py"), "check"],
        cwd=tmp_path,
        env={**os.environ, "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    assert "Traceback" not in made.stderr


NAMED = (
    "---\ntitle: A visit\n---\nThey saw President Edda Quill and Ivanov in Tern Point, said Mr. Quill of the lamp.\n"
)
IVANOVS = (
    "- {id: igor, name: Igor Ivanov, variants: [Ivanov]}\n- {id: sergei, name: Sergei Ivanov, variants: [Ivanov]}\n"
)


@pytest.fixture
def visited(archive: Path) -> Path:
    for number in range(3):
        (archive / f"content/articles/visit-{number}.md").write_text(NAMED)
    (archive / "content/authorities").mkdir(exist_ok=True)
    (archive / "content/authorities/people.yaml").write_text(IVANOVS)
    return archive


def test_suggest_lists_names_without_an_entry(visited: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(visited), "suggest"]) == 0
    told = capsys.readouterr()
    assert "- id: edda-quill\n  name: Edda Quill\n  variants: [Quill]\n" in told.out
    assert "- id: tern-point\n  name: Tern Point\n" in told.out
    assert "# 6 times in 3 articles\n# content/articles/visit-0.md:4: " in told.out
    assert "Ivanov\n" not in told.out
    assert told.err == "2 names in at least 3 articles.\n"


def test_suggest_of_one_kind_as_json(visited: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(visited), "--json", "suggest", "--kind", "places", "--least", "2"]) == 0
    (found,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (found["suggestion"], found["kind"], found["articles"]) == ("Tern Point", "places", 3)


def test_suggest_tells_what_is_wrong(visited: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (visited / "content/authorities/people.yaml").write_text("- id: nameless\n")
    assert main(["--root", str(visited), "suggest"]) == 1
    assert "content/authorities/people.yaml:1: `name` is missing" in capsys.readouterr().err


def test_check_lists_names_that_could_not_be_told_and_build_does_not(
    visited: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(visited), "check"]) == 0
    told = capsys.readouterr().err
    assert told.count("notice: “Ivanov” is not linked: it may be people/igor, people/sergei") == 3
    assert "content/articles/visit-0.md:4: " in told
    assert main(["--root", str(visited), "build"]) == 0
    assert "Ivanov" not in capsys.readouterr().err


def test_check_warns_of_names_that_are_common_words(visited: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (visited / "content/authorities/people.yaml").write_text("- {id: may, name: Theresa May, variants: [May, Saw]}\n")
    assert main(["--root", str(visited), "check"]) == 0
    told = capsys.readouterr().err
    assert "people.yaml:1: warning: “May” is a common word: a month or a day of the week" in told
    assert "people.yaml:1: warning: “Saw” is a common word: “saw” stands in 3 articles, “Saw” in 0" in told


def test_countries_are_linked_where_the_settings_ask_for_them(archive: Path) -> None:
    (archive / "content/articles/one.md").write_text("---\ntitle: One\n---\nAus Moskau, aus den Niederlanden.\n")
    assert main(["--root", str(archive), "build"]) == 0
    assert not (archive / "output/places/moscow.html").exists()
    with (archive / "content/site.yaml").open("a") as settings:
        settings.write("authorities: {countries: true}\n")
    assert main(["--root", str(archive), "build"]) == 0
    assert 'href="../places/moscow.html"' in (archive / "output/articles/one.html").read_text()
    assert (archive / "output/places/netherlands.html").is_file()
    assert not (archive / "output/places/france.html").exists()


@pytest.mark.parametrize(("called", "program"), [(None, "backfile"), (REPOSITORY, "python build.py")])
def test_what_is_to_be_typed_next_is_told_as_it_was_called(
    called: Path | None, program: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", str(tmp_path / "new")], called) == 0
    assert f"with: {program} --root {tmp_path / 'new'} import FOLDER" in capsys.readouterr().out
    main(["--help"], called)
    assert capsys.readouterr().out.startswith(f"Usage: {program} ")
