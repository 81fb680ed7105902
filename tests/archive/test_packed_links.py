from __future__ import annotations

import pickle

import pytest

from generator.archive.packed_links import PackedLinks, parts_of
from generator.archive.values import Edition, Kind, Links, Mention, Related

LINKS = {
    "one": Links(
        mentions=(Mention(Kind.PEOPLE, "robert-gates", 3, 15), Mention(Kind.PLACES, "москва", 20, 26)),
        terms={Kind.PEOPLE: ("robert-gates", "rice"), Kind.TAGS: ("radar",)},
        related=(
            Related("two", 0.7071, terms=((Kind.TAGS, "radar"),)),
            Related("three", 0.5, words=("Brdy",), named=((Kind.PLACES, "rome"),)),
        ),
        editions=(Edition("four", 0.9),),
        backlinks=("two", "five"),
        previous="two",
    ),
    "two": Links(next="one"),
}


@pytest.fixture
def packed() -> PackedLinks:
    return PackedLinks(LINKS.items())


def test_packed_links_say_what_links_do(packed: PackedLinks) -> None:
    assert list(packed) == ["one", "two"]
    for of in (packed, pickle.loads(pickle.dumps(packed))):
        for slug, links in LINKS.items():
            for name in ("mentions", "terms", "related", "editions", "backlinks", "previous", "next"):
                assert getattr(of[slug], name) == getattr(links, name)
            assert parts_of(of[slug]) == parts_of(links)
    assert packed.get("three") is None
    assert packed == PackedLinks(LINKS.items())
    assert packed != PackedLinks([("one", LINKS["one"]), ("two", Links(next="three"))])


def test_a_part_is_another_one_where_something_in_it_is() -> None:
    one = parts_of(LINKS["one"])
    nearer = tuple(Related(of.slug, 1.0, of.terms, of.words, of.named) for of in LINKS["one"].related)
    other = parts_of(Links(mentions=LINKS["one"].mentions, related=nearer))
    assert one.mentions == other.mentions
    assert (one.others == other.others, one.scores == other.scores) == (False, False)
    same = parts_of(Links(**{name: getattr(LINKS["one"], name) for name in Links.__slots__} | {"related": nearer}))
    assert (one.others == same.others, one.scores == same.scores) == (True, False)
