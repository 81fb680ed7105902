"""The files under search/, without a browser."""

from __future__ import annotations

import hashlib
import json
import os
import random
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from typing import Any

from generator.archive.values import Archive, Kind
from generator.search.columns import FACETS
from generator.search.terms import terms
from tests.search import unpacked
from tests.search.sites import NEWS, NEWS_TERMS, TermNames, archive, article, news, render_search

STABLE_NAMES = {"search/manifest.js", "search/index.json", "search/pipeline.js"}


def files(of: Archive) -> dict[str, bytes]:
    made = list(render_search(of))
    assert len({file.path for file in made}) == len(made)
    return {file.path: file.data for file in made}


def named(of: Archive) -> dict[str, Any]:
    """What the manifest names."""
    script = files(of)["search/manifest.js"].decode()
    return dict(json.loads(re.findall(r"backfile\.begin\((.*)\);", script)[0]))


def test_what_is_written() -> None:
    made = files(news())
    stems = Counter(re.sub(r"[0-9a-f]{10}\.js$|(?<=/)[a-z2-7]{5}\.js$", "#", path) for path in made)
    beside = {"search/terms/#": 1, "search/places/#": 1, "search/words/#": 1, "search/articles/#": 2}
    kinds = 1 + sum(1 for kind in FACETS if news().terms[kind])
    texts = {"search/text/#": len(NEWS), "search/columns/#": kinds}
    assert stems == beside | texts | dict.fromkeys(
        [*STABLE_NAMES, "search/engine.#", "search/later.#", "search/box.#", "search/names/#"], 1
    )


def test_the_manifest_names_files_that_are_there() -> None:
    made, manifest = files(news()), named(news())
    names = [manifest["engine"], manifest["later"], manifest["box"], f"names/{manifest['names']}.js"]
    for folder in ("terms", "places", "words"):
        hashes = manifest[folder][1]
        names += [f"{folder}/{hashes[start : start + 10]}.js" for start in range(0, len(hashes), 10)]
    names += [f"articles/{name}.js" for name in (*manifest["articles"], manifest["refs"])]
    names += [f"columns/{name}.js" for name in manifest["columns"].values()]
    texts = {path for path in made if path.startswith("search/text/")}
    assert {f"search/{name}" for name in names} | texts | STABLE_NAMES == set(made)


def test_columns_that_are_the_same_are_one_file() -> None:
    both: TermNames = {Kind.PUBLICATIONS: {"the-post": "The Post"}, Kind.AUTHORS: {"the-post": "The Post"}}
    of = archive(article("one", "water"), terms={"one": both})
    assert named(of)["columns"]["publications"] == named(of)["columns"]["authors"]


def test_all_but_the_stable_names_change_with_their_content() -> None:
    before, after = files(news()), files(archive(*NEWS, article("new", "One more."), terms=NEWS_TERMS))
    changed = {path for path in before.keys() & after.keys() if before[path] != after[path]}
    assert changed <= STABLE_NAMES


def prose(words: int, seed: int) -> str:
    """Words of a vocabulary with a distribution like that of a language's."""
    chance = random.Random(seed)
    return " ".join(f"w{int(chance.paretovariate(0.7)) % 20_000}" for _ in range(words))


def test_an_edit_changes_only_the_shards_of_its_words() -> None:
    articles = [article(f"a-{number:03}", prose(400, number)) for number in range(300)]
    edited = replace(articles[120], text=articles[120].text + " zebra-crossing")
    before = files(archive(*articles))
    after = files(archive(*articles[:120], edited, *articles[121:]))
    words = set(terms(edited.text, "en"))

    def changed(folder: str) -> int:
        return len({path for path in after if path.startswith(f"search/{folder}/")} - set(before))

    assert named(archive(*articles))["terms"] != named(archive(*articles[:120], edited, *articles[121:]))["terms"]
    assert changed("text") == 1
    assert 1 <= changed("terms") < len([path for path in after if path.startswith("search/terms/")])
    assert changed("places") >= 1
    for path in (path for path in before if path.startswith("search/terms/") and path not in after):
        held = json.loads(before[path].decode().partition(",")[2].removesuffix(");\n"))[0]
        assert words & set(unpacked.words(held)), path


def test_the_seed_of_hashes_makes_no_difference() -> None:
    script = (
        "import hashlib; from tests.search.sites import news, render_search;"
        "print(hashlib.sha256(b''.join(f.path.encode() + f.data for f in render_search(news()))).hexdigest())"
    )
    here = hashlib.sha256(b"".join(path.encode() + data for path, data in files(news()).items())).hexdigest()
    for seed in ("1", "2"):
        ran = subprocess.run(
            [sys.executable, "-c", script],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        )
        assert ran.stdout.strip() == here


def test_scripts_can_stand_in_a_page_and_in_an_old_browser() -> None:
    for path, data in files(news()).items():
        text = data.decode()
        if "engine." not in path and path.endswith(".js"):
            assert "</" not in text
            assert "\u2028" not in text


def test_a_withdrawn_article_gives_its_title_only() -> None:
    made = files(news())
    everything = b"".join(data for path, data in made.items() if "engine." not in path).decode()
    assert "Taken down" in everything
    assert "Secret summary" not in everything
    assert "secret" not in everything
