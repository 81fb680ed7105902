"""The scorer measures what it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.articles.ledger import Fate
from tests.benchmarks.measure import measure
from tests.benchmarks.pairs import find_pairs, names
from tests.benchmarks.score_cleaning import main, summarise, tally_rules
from tests.benchmarks.shingles import Lines, fold, overlap, share, shingles, strange_runs

PARAGRAPHS = (
    "The ferry company said that the crossing would be closed until the ice on the northern shore had broken up.",
    "Nobody on the island was surprised, since the same thing happens in most years when the winter comes early.",
    "The school will hold its lessons in the parish hall, and the doctor comes over by sledge on two days a week.",
)


def put(folder: Path, name: str, text: str, gold: str | None = None, **said: object) -> None:
    """Lays a pair into the folder."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    if gold is not None:
        path.with_name(path.stem + ".gold.txt").write_text(gold, encoding="utf-8")
    if said:
        path.with_name(path.stem + ".gold.json").write_text(json.dumps(said), encoding="utf-8")


def test_words_are_compared_without_case_and_punctuation() -> None:
    assert fold("“ÉTÉ, the U.S. – 1,000_x”") == ["été", "the", "u", "s", "1", "000", "x"]
    assert fold("Straße") == fold("STRASSE")


def test_a_short_text_is_one_shingle() -> None:
    assert shingles(["a", "b"]) == [("a", "b")]
    assert shingles([]) == []
    assert shingles(["a", "b", "c", "d", "e"]) == [("a", "b", "c", "d"), ("b", "c", "d", "e")]


def test_overlap_counts_a_shingle_as_often_as_it_stands() -> None:
    once, twice = "one two three four", "one two three four. One two three four."
    assert overlap(once, once).f1 == 1.0
    # The doubled text has five shingles, of which the gold holds one.
    assert overlap(twice, once).precision == pytest.approx(1 / 5)
    assert overlap(twice, once).recall == 1.0
    assert overlap(twice, once).f1 == pytest.approx(1 / 3)
    assert overlap(once, twice).recall == pytest.approx(1 / 5)


def test_overlap_of_nothing() -> None:
    assert overlap("", "").f1 == 1.0
    assert overlap("", "some text").f1 == 0.0
    assert overlap("some text", "").f1 == 0.0


def test_share_and_strange_runs_tell_words() -> None:
    gold = "one two three four five"
    assert share("Home About one two three four five Share", gold) == pytest.approx(5 / 8)
    assert strange_runs("Home About one two three four five Share", gold) == ["home about", "share"]
    assert strange_runs(gold, gold) == []


def test_a_short_line_stands_in_the_text_or_not() -> None:
    article = Lines("The ferry is closed. Nobody minds.")
    assert article.share("Nobody minds") == 1.0
    assert article.share("is minds") == 0.0
    assert article.share("body minds") == 0.0
    assert article.share("The ferry is closed, they say") == pytest.approx(4 / 6)
    assert article.share("—") == 0.0


def test_authors_are_the_same_in_any_order() -> None:
    assert names("By Ann Field and Bo Lund") == names(["Bo Lund", "Ann Field"])
    assert names("ANN FIELD; Bo Lund") == names("Ann Field, Bo Lund")
    assert names("John E. Andersen") == {"john e andersen"}
    assert names("") == frozenset()


def test_pairs_are_inputs_that_have_gold(tmp_path: Path) -> None:
    put(tmp_path, "b/one.txt", "x", "x")
    put(tmp_path, "a/two.html", "<p>x</p>", title="Two", date="2001", author=["A. B."], without=["ad"])
    put(tmp_path, "alone.txt", "x")
    two, one = find_pairs(tmp_path)
    assert (two.name, two.group, two.body, two.title, two.date) == ("a/two.html", "a", None, "Two", "2001")
    assert (two.authors, two.unwanted, two.wanted) == (frozenset({"a b"}), ("ad",), ())
    assert (one.name, one.body, one.title, one.authors) == ("b/one.txt", "x", "", frozenset())


def test_a_clean_text_is_scored_by_its_article(tmp_path: Path) -> None:
    text = "\n\n".join(("Winter closes the crossing", *PARAGRAPHS))
    put(tmp_path, "winter.txt", text, "\n".join(PARAGRAPHS), title="Winter Closes the Crossing!", author="Ann Field")
    (pair,) = find_pairs(tmp_path)
    score = measure(pair)
    assert score.overlaps["cleaned"].f1 == 1.0
    assert 0.9 < score.overlaps["everything"].f1 < 1.0
    assert (score.title, score.date, score.author) == (True, None, False)
    assert score.article_share == pytest.approx(1 - 4 / len(fold(text)))
    assert score.lost == score.foreign == ()
    assert {(line.fate, line.article) for line in score.lines} == {(Fate.LIFTED, 0.0), (Fate.KEPT, 1.0)}
    assert sum(tally.wrong for tally in tally_rules([score])) == 0


def test_what_is_lost_and_what_is_foreign_is_told(tmp_path: Path) -> None:
    text = "\n\n".join(("Winter closes the crossing", *PARAGRAPHS))
    put(tmp_path, "winter.txt", text, "\n".join((*PARAGRAPHS[:2], "A paragraph that no one has handed in.")))
    (pair,) = find_pairs(tmp_path)
    score = measure(pair)
    assert score.lost == ("a paragraph that no one has handed in",)
    assert score.foreign == (" ".join(fold(PARAGRAPHS[2])),)
    (kept,) = (tally for tally in tally_rules([score]) if tally.fate is Fate.KEPT)
    assert kept.wrong == len(PARAGRAPHS[2].split())


def test_what_cannot_be_cleaned_counts_as_empty(tmp_path: Path) -> None:
    put(tmp_path, "bytes.txt", "\x00" * 400, "Some text that should be here.")
    (pair,) = find_pairs(tmp_path)
    score = measure(pair)
    assert score.error
    assert score.overlaps["cleaned"].f1 == 0.0
    assert summarise([score]).errors == (("bytes.txt", score.error),)


def test_summary_parts_what_is_clean_already(tmp_path: Path) -> None:
    put(tmp_path, "clean/a.txt", "\n\n".join(PARAGRAPHS), "\n".join(PARAGRAPHS), **{"with": ["ferry company", "boat"]})
    menu = "\n".join(f"Section number {number} of the harbour paper" for number in range(12))
    put(tmp_path, "dirty/b.txt", menu + "\n\n" + "\n\n".join(PARAGRAPHS), "\n".join(PARAGRAPHS))
    summary = summarise([measure(pair) for pair in find_pairs(tmp_path)], with_groups=True)
    assert [(row.name, row.count) for row in summary.rows] == [
        ("all", 2),
        ("90–100 % clean", 1),
        ("less clean", 1),
        ("clean", 1),
        ("dirty", 1),
    ]
    assert summary.rates == {"wanted strings found": (0.5, 1)}
    assert summary.milliseconds > 0


def test_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 2
    put(tmp_path, "winter.txt", "\n\n".join(PARAGRAPHS), "\n".join(PARAGRAPHS[:2]))
    assert main([str(tmp_path), "--worst", "1", "--rules"]) == 0
    shown = capsys.readouterr().out
    assert "winter.txt  F1 0." in shown
    assert "+ foreign: (22) the school will hold" in shown
    assert main([str(tmp_path), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["files"][0]["name"] == "winter.txt"
    assert told["summary"]["rows"][0]["count"] == 1
