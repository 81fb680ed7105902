from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator.publish.preview import Preview, find_file, media_type
from tests.publish.folders import lay


@pytest.fixture
def output(tmp_path: Path) -> Path:
    folder = tmp_path / "output"
    lay(folder, {"index.html": b"", "people/index.html": b"", "a b/ф.html": b"", ".git/config": b"secret"})
    lay(tmp_path, {"secret.txt": b"secret", "output2/x.html": b"secret"})
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    return folder


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("/", "index.html"),
        ("/index.html", "index.html"),
        ("/people/", "people/index.html"),
        ("/people", "people"),
        ("/a b/ф.html", "a b/ф.html"),
    ],
)
def test_what_a_request_means(output: Path, path: str, file: str) -> None:
    assert find_file(output, path) == output / file


@pytest.mark.parametrize(
    "path",
    [
        "/no.html",
        "/../secret.txt",
        "/people/../../secret.txt",
        "/../output2/x.html",
        "//etc/passwd",
        "/..\\secret.txt",
        "/.git/config",
        "/./index.html",
        "/index.html/",
        "/index.html\x00.txt",
        "/out.txt",
        "/" + "x" * 5000,
        "",
    ],
)
def test_what_is_not_found(output: Path, path: str) -> None:
    assert find_file(output, path) is None


def test_a_site_that_is_not_there_has_no_files(tmp_path: Path) -> None:
    assert find_file(tmp_path / "none", "/index.html") is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("feed.atom", "application/atom+xml"),
        ("a.JS", "text/javascript"),
        ("a.svg", "image/svg+xml"),
        ("a.png", "image/png"),
        ("a", "application/octet-stream"),
    ],
)
def test_media_types(name: str, kind: str) -> None:
    assert media_type(name) == kind


def _run(work: Coroutine[None, None, list[bool]]) -> list[bool]:
    """In a thread of its own: while a test's browser is open, the main one has a loop running."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(asyncio.run, work).result()


def test_who_waits_is_told_of_another_page(output: Path) -> None:
    async def wait() -> list[bool]:
        preview = Preview(output, 7)
        mark = preview.mark(b"")
        waiting = [asyncio.create_task(preview.has_news("/index.html", mark, "", 60)) for _ in range(3)]
        await asyncio.sleep(0)
        preview.show({"index.html": b"quick"})
        told = await asyncio.gather(*waiting)
        elsewhere = await preview.has_news("/people/", mark, "", 0.01)
        preview.show({}, is_other=True)
        return [*told, not elsewhere, await preview.has_news("/people/", mark, "", 60)]

    assert _run(wait()) == [True] * 5


def test_who_waits_in_vain_is_told_so(output: Path) -> None:
    async def wait() -> list[bool]:
        preview = Preview(output, 7)
        mark = preview.mark(b"")
        in_vain = await preview.has_news("/index.html", mark, "", 0.01)
        waiting = asyncio.create_task(preview.has_news("/index.html", mark, "", 60))
        await asyncio.sleep(0)
        preview.end()
        return [in_vain, await waiting, await preview.has_news("/index.html", mark, "", 60)]

    assert _run(wait()) == [False] * 3


def test_who_waits_is_told_that_a_build_failed_and_that_it_no_longer_does(output: Path) -> None:
    async def wait() -> list[bool]:
        preview = Preview(output, 7)
        mark = preview.mark(b"")
        waiting = asyncio.create_task(preview.has_news("/index.html", mark, "", 60))
        await asyncio.sleep(0)
        preview.tell(["a.md:1: wrong"] * 5)
        told = preview.failure_mark
        assert preview.failure_lines[1:] == (*["a.md:1: wrong"] * 3, "and 2 more: see the terminal")
        known = await preview.has_news("/index.html", mark, told, 0.01)
        waiting_on = asyncio.create_task(preview.has_news("/index.html", mark, told, 60))
        await asyncio.sleep(0)
        preview.tell(())
        assert (preview.failure_mark, preview.failure_lines) == ("", ())
        return [await waiting, not known, await waiting_on, not preview.is_past("/index.html", mark)]

    assert _run(wait()) == [True] * 4


def test_a_quick_page_stands_before_the_one_of_the_site(output: Path) -> None:
    preview = Preview(output, 7)
    assert preview.html("/index.html") == (b"", 200)
    preview.show({"index.html": b"quick"})
    assert preview.html("/index.html") == (b"quick", 200)
    assert preview.html("/no.html")[1] == 404
    preview.show({})
    assert preview.html("/index.html") == (b"", 200)
