from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from generator.articles.read import ARTICLES
from generator.execution.run import Run
from generator.execution.store import Store
from generator.problems import Problems
from generator.reading import articles as reading
from generator.reading.articles import Articles, Stage, read_articles
from generator.reading.inputs import Inputs

TEXTS = {"one": "A lamp.", "three": "Über die Lampe.", "two": "No lamp."}
SHOUTED = Stage(("shouted",), b"1", lambda article: (article.text.upper().encode(),))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / ARTICLES
    folder.mkdir(parents=True)
    for name, text in TEXTS.items():
        (folder / f"{name}.md").write_text(f"---\ntitle: {name}\n---\n{text}\n")
    (folder / "not-yet.md").write_text("---\ntitle: Not yet\ndraft: true\n---\nA draft.\n")
    return tmp_path


def read(root: Path, store: Store) -> Articles:
    return read_articles(Inputs(root, {}), store, [SHOUTED], Problems(), Run(workers=1))


def test_texts_of_a_stage_are_the_same_one_by_one_and_all_at_once(root: Path) -> None:
    texts = read(root, Store(root / "store", "1")).texts("shouted")
    one_by_one = dict(texts)
    assert one_by_one == {name: text.upper() for name, text in TEXTS.items()}
    texts.fetch_all()
    assert dict(texts) == one_by_one
    assert texts.get("not-yet") is None
    assert dict(pickle.loads(pickle.dumps(texts))) == one_by_one
    texts.let_go()
    assert dict(texts) == one_by_one


def test_what_was_fetched_all_at_once_is_not_looked_up_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = read(root, Store(root / "store", "1")).texts("shouted")
    texts.fetch_all()
    monkeypatch.delattr(Store, "value")
    assert texts["one"] == "A LAMP."


def test_the_store_has_the_values_of_a_stage_together_in_the_order_of_files(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put: list[tuple[str, str]] = []
    keep = Store.put

    def noted(store: Store, stage: str, name: str, key: bytes, value: bytes) -> None:
        put.append((stage, Path(name).stem))
        keep(store, stage, name, key, value)

    monkeypatch.setattr(Store, "put", noted)
    monkeypatch.setattr(reading, "_COMMITTED", 3)
    read(root, Store(root / "store", "1"))
    first, rest = ["not-yet", "one", "three"], ["two"]
    stages = ("article", "body", "shouted")
    assert put == [(stage, name) for names in (first, rest) for stage in stages for name in names]
