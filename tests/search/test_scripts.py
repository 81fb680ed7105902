"""Where the scripts come from."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.errors import MissingPackageError
from generator.search import scripts


@pytest.fixture(autouse=True)
def _forget_what_was_read() -> Iterator[None]:
    scripts.lunr_js.cache_clear()
    yield
    scripts.lunr_js.cache_clear()


def test_lunr_js_keeps_its_header() -> None:
    file = scripts.engine_file(("en",))
    assert file.path.startswith("search/engine.")
    assert b"Copyright (C) 2020 Oliver Nightingale" in file.data[:300]
    assert b"@license MIT" in file.data[:300]


def test_notice() -> None:
    (notice,) = scripts.notices(("en", "tr"))
    assert (notice.name, notice.version, notice.license) == ("lunr.js", "2.3.9", "MIT")
    assert notice.text.startswith("Copyright (C) 2020 Oliver Nightingale\n\nPermission is hereby granted")
    assert notice.files == (scripts.engine_file(("en", "tr")).path,)


def test_only_the_stemmers_of_the_archive_are_sent() -> None:
    english, german = (scripts.engine_file(languages).data.decode() for languages in (("en",), ("de", "en", "zh")))
    assert "stemmerSupport" not in english
    assert "lunr.de=" in german
    assert "lunr.ru=" not in german
    assert "Lunr languages, `German` language" in german
    assert german.count("Copyright 2010, Oleg Mazko") == 2
    assert "Lunr languages, `German` language" in scripts.pipeline_script(("de",))


def test_notice_of_the_stemmers() -> None:
    _, notice = scripts.notices(("de", "en"))
    assert (notice.name, notice.license) == ("lunr-languages", "MPL-1.1")
    assert notice.files == (scripts.engine_file(("de", "en")).path, "search/pipeline.js")
    assert "Copyright 2014, Mihai Valentin" in notice.text


def test_no_mkdocs(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> importlib.metadata.Distribution:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "distribution", missing)
    with pytest.raises(MissingPackageError, match="which carries lunr") as caught:
        scripts.lunr_js()
    assert "pip install" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "does not carry lunr.js"),
        ('lunr.version = "3.0.0"', "lunr.js 3.0.0 is installed, 2.3.9 is wanted"),
        ("", "lunr.js of no version is installed"),
    ],
)
def test_another_mkdocs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str | None, message: str) -> None:
    if text is not None:
        (tmp_path / "lunr.js").write_text(text, encoding="utf-8")

    class Distribution:
        def locate_file(self, path: str) -> Path:
            return tmp_path / Path(path).name

    monkeypatch.setattr(importlib.metadata, "distribution", lambda name: Distribution())
    with pytest.raises(MissingPackageError, match=message):
        scripts.lunr_js()
