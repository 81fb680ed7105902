"""The files under search/, without a browser."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys

from generator.archive.values import Archive
from generator.search.site_search import render_search
from tests.search.sites import NEWS, NEWS_TERMS, archive, article, news

STABLE_NAMES = {"search/manifest.js", "search/index.json", "search/pipeline.js"}


def files(of: Archive) -> dict[str, bytes]:
    made = list(render_search(of))
    assert len({file.path for file in made}) == len(made)
    return {file.path: file.data for file in made}


def test_what_is_written() -> None:
    made = files(news())
    stems = sorted(re.sub(r"\.[0-9a-f]{10}\.js$", ".#.js", path) for path in made)
    with_text = [each.slug for each in NEWS if each.slug not in ("empty", "withdrawn")]
    assert stems == sorted(
        [*STABLE_NAMES, *(f"search/{name}.#.js" for name in ("client", "documents", "index", "lunr", "pipeline"))]
        + [f"search/text/{slug}.#.js" for slug in with_text]
    )


def test_the_manifest_names_files_that_are_there() -> None:
    made = files(news())
    names = json.loads(re.findall(r"backfile\.begin\((.*)\);", made["search/manifest.js"].decode())[0])
    assert {f"search/{name}" for name in names.values()} <= set(made)


def test_all_but_the_stable_names_change_with_their_content() -> None:
    before, after = files(news()), files(archive(*NEWS, article("new", "One more."), terms=NEWS_TERMS))
    changed = {path for path in before.keys() & after.keys() if before[path] != after[path]}
    assert changed <= STABLE_NAMES
    assert len(after.keys() - before.keys()) == 3, "index, documents and the new text"


def test_the_order_of_the_articles_makes_no_difference() -> None:
    assert files(news()) == files(archive(*reversed(NEWS), terms=NEWS_TERMS))


def test_the_seed_of_hashes_makes_no_difference() -> None:
    script = (
        "import hashlib; from tests.search.sites import news; from generator.search.site_search import render_search;"
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


def test_nothing_where_search_is_off() -> None:
    assert files(archive(*NEWS, enabled=False)) == {}


def test_scripts_can_stand_in_a_page_and_in_an_old_browser() -> None:
    for path, data in files(news()).items():
        text = data.decode()
        if "lunr." not in path and path.endswith(".js"):
            assert "</" not in text
            assert "\u2028" not in text


def test_a_withdrawn_article_gives_its_title_only() -> None:
    made = files(news())
    everything = b"".join(data for path, data in made.items() if "lunr." not in path).decode()
    assert "Taken down" in everything
    assert "Secret summary" not in everything
    assert "secret" not in everything
