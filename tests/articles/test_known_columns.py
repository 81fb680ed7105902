"""The names of columns in many languages: each means one thing, however it is written."""

from __future__ import annotations

from collections import defaultdict

import pytest

from generator.articles.known_columns import _NAMES, column_key, is_doubtful, names_of

THINGS = tuple(dict.fromkeys(thing for names in _NAMES.values() for thing in names))


def test_a_name_means_one_thing() -> None:
    meant = defaultdict(set)
    for thing in THINGS:
        for name in names_of(thing):
            meant[name].add(thing)
    several = {name: things for name, things in meant.items() if len(things) > 1}
    assert set(map(frozenset, several.values())) == {frozenset({"url", "publication"}), frozenset({"text", "file"})}
    # Whether it is an address or a name, the name of a file or a text, its value tells.
    assert all(is_doubtful(name, "url") for name, things in several.items() if "url" in things)


@pytest.mark.parametrize("name", ["Título", "TITULO", "ti\N{COMBINING ACUTE ACCENT}tulo", " título_", "Überschrift"])
def test_case_and_accents_do_not_matter(name: str) -> None:
    assert column_key(name) in names_of("title")


def test_a_word_that_may_mean_something_else_counts_last() -> None:
    for thing in THINGS:
        doubtful = [is_doubtful(name, thing) for name in names_of(thing)]
        assert doubtful == sorted(doubtful)
