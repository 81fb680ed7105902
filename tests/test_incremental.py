"""An incremental build makes the site that a build from nothing makes, byte for byte, after any sequence of edits."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from generator.errors import ProblemsError
from generator.execution.run import Run
from generator.pipeline import STORE, build
from tests.benchmarks.corpus import Corpus

REPOSITORY = Path(__file__).resolve().parents[1]
CONNECTED = REPOSITORY / "tests/sites/good/connected"
IS_FULL = os.environ.get("BACKFILE_TESTS") == "full"
ARTICLES, EDITS = (300, 200) if IS_FULL else (20, 25)

WORDS = st.sampled_from(["lantern", "the keeper", "Marrow", "Ship 7", "été", "лампа", "& < >", "*new*"])
DATES = st.sampled_from(["1999", "2001-02", "2004-05-06", "2007~", "2010/2011", "2003-09-09"])
TAGS = st.sampled_from(["light", "new tag", "Ships", "été", "law"])
CHANCE = st.integers(0, 10_000)
SETTINGS = {
    "title": st.sampled_from(["One Archive", "Another Archive"]),
    "per_page": st.sampled_from(["5", "20", "50"]),
    "source_pages": st.sampled_from(["true", "false"]),
    "rights": st.sampled_from(["CC0-1.0", "CC-BY-4.0"]),
    "url": st.sampled_from(["https://archive.example/", "https://archive.example/deep/"]),
    "language": st.sampled_from(["en", "de", "ru"]),
    "theme": st.sampled_from(["reader", "mine", "plain"]),
    "authorities": st.sampled_from(["{countries: true}", "{countries: false}"]),
}


def files(root: Path) -> dict[str, bytes]:
    """Every file of the site by its path."""
    output = root / "output"
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def from_nothing(root: Path, place: Path) -> dict[str, bytes]:
    """The site that a build makes which knows of no other."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    for folder in ("content", "themes"):
        if (root / folder).is_dir():
            shutil.copytree(root / folder, place / folder)
    build(place, Run(1))
    return files(place)


def told(difference: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The paths in which two sites differ."""
    return sorted(path for path in difference.keys() | other.keys() if difference.get(path) != other.get(path))


def edit(**chances: Any) -> Callable[[Any], Any]:
    """A rule of a run that is not over."""

    def decorated(method: Any) -> Any:
        is_on = precondition(lambda self: not self.is_over)
        return is_on(rule(**chances)(method))  # type: ignore[no-untyped-call]

    return decorated


class Editor(RuleBasedStateMachine):
    """An editor who changes an archive in all the ways there are, and builds it after each."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(mkdtemp(prefix="backfile-test-"))
        self.root = self.place / "archive"
        self.made = 0
        self.is_changed = True
        self.is_over = False
        self.compared = 0

    def teardown(self) -> None:
        shutil.rmtree(self.place)
        # Else the test would say nothing about builds.
        assert self.is_over or self.compared > EDITS // 2

    @initialize(kind_of_run=CHANCE)
    def begin(self, kind_of_run: int) -> None:
        # Hypothesis tries the simplest case first: the same edit each time, which tells little and takes as long.
        self.is_over = kind_of_run == 0
        if self.is_over:
            return
        Corpus().write_folder(self.root, ARTICLES)
        for path in (CONNECTED / "content/authorities").iterdir():
            with (self.root / "content/authorities" / path.name).open("a", encoding="utf-8") as file:
                file.write("\n" + path.read_text(encoding="utf-8"))
        for folder in ("articles", "sources", "media", "pages"):
            shutil.copytree(CONNECTED / "content" / folder, self.root / "content" / folder, dirs_exist_ok=True)
        theme = self.root / "themes/mine"
        (theme / "templates").mkdir(parents=True)
        (theme / "theme.yaml").write_text("extends: reader\n")
        (theme / "templates/term.html").write_text('{% extends "reader/term.html" %}\n')

    @invariant()
    def same_as_a_build_from_nothing(self) -> None:
        if not self.is_changed or not self.root.exists():
            return
        self.is_changed = False
        try:
            wanted = from_nothing(self.root, self.place / "clean")
        except ProblemsError as error:
            self.refused_with_the_same_words(error)
            self.mend()
            wanted = from_nothing(self.root, self.place / "clean")
        build(self.root, Run(1))
        assert told(files(self.root), wanted) == []
        self.compared += 1

    @precondition(lambda self: self.is_over)
    @rule()
    def nothing(self) -> None:
        """For a run that is over."""

    def refused_with_the_same_words(self, error: ProblemsError) -> None:
        """The archive is not built, and the site that stood before still stands."""
        before = files(self.root)
        with pytest.raises(ProblemsError) as raised:
            build(self.root, Run(1))
        assert raised.value.problems == error.problems
        assert files(self.root) == before

    def mend(self) -> None:
        """Takes out of all texts what may keep the archive from being built."""
        for path in [*self.articles(), *(self.root / "content/pages").iterdir()]:
            text = path.read_text(encoding="utf-8").replace("date: no date\n", "")
            text = re.sub(r"(?<!!)\[([^][]*)\]\([^()]*\)", r"\1", re.sub(r"\[\[(.*?)\]\]", r"\1", text))
            path.write_text(re.sub(r"\naliases: .*", "", text), encoding="utf-8")

    # Ways to edit.

    def articles(self) -> list[Path]:
        return sorted((self.root / "content/articles").rglob("*.md"))

    def an_article(self, chance: int) -> Path:
        found = self.articles()
        return found[chance % len(found)]

    def rewrite(self, path: Path, edit: Callable[[str], str]) -> None:
        text = path.read_text(encoding="utf-8")
        path.write_text(edit(text), encoding="utf-8")
        self.is_changed = True

    def set_key(self, path: Path, key: str, value: str) -> None:
        """Sets a key of the front matter, or takes it out where the value is empty."""

        def edit(text: str) -> str:
            head, fence, body = text[4:].partition("\n---\n")
            lines = [line for line in head.split("\n") if not line.startswith(f"{key}:")]
            return "---\n" + "\n".join([*lines, *([f"{key}: {value}"] if value else [])]) + fence + body

        self.rewrite(path, edit)

    @edit(chance=CHANCE, word=WORDS)
    def edit_a_word(self, chance: int, word: str) -> None:
        self.rewrite(self.an_article(chance), lambda text: re.sub(r"\. ", f" {word}. ", text, count=1))

    @edit(chance=CHANCE, word=WORDS)
    def add_a_paragraph(self, chance: int, word: str) -> None:
        self.rewrite(self.an_article(chance), lambda text: f"{text}\nOne more about {word}.\n")

    @edit(chance=CHANCE, other=CHANCE)
    def link_one_article_to_another(self, chance: int, other: int) -> None:
        target = self.an_article(other).stem
        self.rewrite(self.an_article(chance), lambda text: f"{text}\nSee [[{target}]].\n")

    @edit(chance=CHANCE, word=WORDS)
    def change_a_title(self, chance: int, word: str) -> None:
        self.set_key(self.an_article(chance), "title", f'"About {word}"')

    @edit(chance=CHANCE, date=st.one_of(DATES, st.just("")))
    def change_a_date(self, chance: int, date: str) -> None:
        self.set_key(self.an_article(chance), "date", date)

    @edit(chance=CHANCE, tags=st.lists(TAGS, max_size=3, unique=True))
    def change_tags(self, chance: int, tags: list[str]) -> None:
        self.set_key(self.an_article(chance), "tags", f"[{', '.join(tags)}]" if tags else "")

    @edit(chance=CHANCE, name=st.sampled_from(["Ada Pike", "J. Roe", "Élise Marchand"]))
    def change_the_author(self, chance: int, name: str) -> None:
        self.set_key(self.an_article(chance), "author", f'["{name}"]')

    @edit(chance=CHANCE, why=st.sampled_from(["", "The family asked for it."]))
    def withdraw_or_bring_back(self, chance: int, why: str) -> None:
        self.set_key(self.an_article(chance), "withdrawn", why)

    @edit(chance=CHANCE, draft=st.sampled_from(["", "true"]))
    def make_a_draft_or_publish(self, chance: int, draft: str) -> None:
        self.set_key(self.an_article(chance), "draft", draft)

    @edit(chance=CHANCE)
    def delete(self, chance: int) -> None:
        if len(self.articles()) > 3:
            self.an_article(chance).unlink()
            self.is_changed = True

    @edit(chance=CHANCE, is_led=st.booleans())
    def rename(self, chance: int, is_led: bool) -> None:
        path = self.an_article(chance)
        self.made += 1
        if is_led:
            self.set_key(path, "aliases", f"[articles/{path.stem}.html]")
        path.rename(path.with_name(f"renamed-{self.made}.md"))
        self.is_changed = True

    @edit(word=WORDS, date=DATES)
    def add(self, word: str, date: str) -> None:
        self.made += 1
        text = f"---\ntitle: Added {self.made}\ndate: {date}\ntags: [light]\n---\nA text of {word}, told by Ada Pike.\n"
        (self.root / f"content/articles/added-{self.made}.md").write_text(text, encoding="utf-8")
        self.is_changed = True

    @edit(chance=CHANCE)
    def break_an_article(self, chance: int) -> None:
        self.rewrite(self.an_article(chance), lambda text: text.replace("---\n", "---\ndate: no date\n", 1))

    @edit(kind=st.sampled_from(["people", "places"]), name=st.sampled_from(["Ada Pike", "Marrow", "The Keeper"]))
    def add_an_authority(self, kind: str, name: str) -> None:
        path = self.root / f"content/authorities/{kind}.yaml"
        entry = f"- id: {name.lower().replace(' ', '-')}-{kind}\n  name: {name}\n"
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(text.replace(entry, "") + ("" if entry in text else entry), encoding="utf-8")
        self.is_changed = True

    @edit(setting=st.sampled_from(sorted(SETTINGS)), chance=st.data())
    def change_a_setting(self, setting: str, chance: Any) -> None:
        value = chance.draw(SETTINGS[setting])
        lines = (self.root / "content/site.yaml").read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines if not line.startswith(f"{setting}:")]
        (self.root / "content/site.yaml").write_text("\n".join([*kept, f"{setting}: {value}", ""]), encoding="utf-8")
        self.is_changed = True

    @edit(word=st.sampled_from(["", "Seen", "Heard"]))
    def change_a_template(self, word: str) -> None:
        text = '{% extends "reader/term.html" %}\n{% block main %}' + word + "{{ super() }}{% endblock %}\n"
        (self.root / "themes/mine/templates/term.html").write_text(text)
        self.is_changed = True

    @edit(word=WORDS)
    def change_a_free_page(self, word: str) -> None:
        self.rewrite(self.root / "content/pages/about.md", lambda text: f"{text}\n{word}\n")

    @edit(chance=CHANCE)
    def change_a_picture(self, chance: int) -> None:
        (self.root / "content/media/another.svg").write_text(
            f'<svg xmlns="http://www.w3.org/2000/svg" id="a{chance}"/>'
        )
        self.is_changed = True

    # What happens to the site and to what is remembered of it.

    @edit(chance=CHANCE, how=st.sampled_from(["changed", "gone", "added"]))
    def somebody_writes_into_the_site(self, chance: int, how: str) -> None:
        found = sorted(path for path in (self.root / "output").rglob("*") if path.is_file())
        if not found:
            return
        path = found[chance % len(found)]
        if how == "added":
            path.with_name("not-ours.html").write_text("a page")
        elif how == "gone":
            path.unlink()
        else:
            # A new file of that name: the old one may be the same as one that is about to be published.
            text = path.read_bytes()
            path.unlink()
            path.write_bytes(text + b"\n")
        self.is_changed = True

    @edit(chance=CHANCE)
    def the_store_is_damaged(self, chance: int) -> None:
        store = self.root / STORE
        if store.exists():
            data = bytearray(store.read_bytes())
            for place in range(5):
                data[(chance * 7919 * (place + 1)) % len(data)] ^= 0xFF
            store.write_bytes(data)
            self.is_changed = True

    @edit()
    def the_store_is_deleted(self) -> None:
        shutil.rmtree(self.root / ".cache", ignore_errors=True)
        self.is_changed = True


def test_an_incremental_build_is_equal_to_one_from_nothing() -> None:
    run_state_machine_as_test(
        Editor,
        settings=settings(
            max_examples=2,
            phases=(Phase.generate,),
            stateful_step_count=EDITS,
            deadline=None,
            derandomize=not IS_FULL,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
