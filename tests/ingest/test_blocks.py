"""Lines become blocks."""

from __future__ import annotations

import textwrap

import pytest

from generator.articles.source_text import split_lines
from generator.ingest.blocks import Block, count_words, fold, make_blocks
from generator.ingest.columns import read_blocks
from generator.ingest.line_breaks import filled_width, softly_parted, wrapped_width

WRAPPED = (
    "The lighthouse above the harbour has had a keeper for as long as",
    "anyone in the town remembers, and the council would like to keep",
    "it so, whatever the port authority may write about electricians.",
    "Those who fish at night agree with the council.",
)


def texts(*lines: str) -> list[str]:
    return [block.full_text for block in make_blocks(lines)]


def only(line: str) -> Block:
    (block,) = make_blocks([line])
    return block


def test_each_line_is_a_block_and_blank_lines_are_in_none() -> None:
    blocks = make_blocks(["one", "", "  ", "two", "three"])
    assert [(block.text, block.first_line, block.index) for block in blocks] == [
        ("one", 1, 0), ("two", 4, 1), ("three", 5, 2)
    ]  # fmt: skip


def test_lines_broken_at_one_width_are_one_block() -> None:
    (block,) = make_blocks(WRAPPED)
    assert block.text == " ".join(WRAPPED)
    assert list(block.line_numbers) == [1, 2, 3, 4]


def test_indentation_parts_paragraphs_where_no_blank_line_does() -> None:
    lines = ["    " + WRAPPED[0], *WRAPPED[1:], "    " + WRAPPED[0], *WRAPPED[1:]]
    assert texts(*lines) == [" ".join(WRAPPED)] * 2


def test_paragraphs_whose_lines_are_indented_below_their_first_are_joined() -> None:
    first = [WRAPPED[0], *("      " + line for line in WRAPPED[1:])]
    second = ["Nobody had asked him about the old lamp on the mole, ever", "            since, which", "      was out."]
    sentence = "Nobody had asked him about the old lamp on the mole, ever since, which was out."
    assert texts("A Keeper", *first, *second * 2, "      * a note", *second * 2) == [
        "A Keeper", " ".join(WRAPPED), sentence, sentence, "* a note", sentence, sentence
    ]  # fmt: skip


def test_what_is_listed_below_a_line_with_indentation_stays_apart() -> None:
    menu = ["Sections of this paper and of its magazine for the weekend", "    World", "    Business", "    Sport"]
    poem = [
        "The lamp is lit above the harbour where the boats lie still,",
        "    and nobody will know",
        "The tide is low,",
    ]
    for lines in (menu * 6, poem * 2):
        assert len(texts(*lines)) == len(lines)


def test_a_short_line_ends_its_paragraph() -> None:
    assert texts("By Ada Example", *WRAPPED)[0] == "By Ada Example"


def test_paragraphs_of_one_line_each_stay_apart() -> None:
    lines = [line + "." for line in WRAPPED]
    assert texts(*lines) == lines


@pytest.mark.parametrize(
    ("last", "below", "apart"),
    [
        ("The nets were dry when the boats came in.", "Photo by Ada Example", True),
        ("The nets were dry when the boats came in.", "Nobody asked the keeper about the nets.", True),
        # No sentence ends, or the next word had hardly room.
        ("The nets were dry when the boats came in that night,", "and nobody asked the keeper about them.", False),
        ("The nets were all dry when the boats came in that night.", "Nobody asked the keeper.", False),
    ],
)
def test_a_sentence_that_ends_with_ample_room_in_its_line_ends_its_paragraph(
    last: str, below: str, apart: bool
) -> None:
    found = texts(*WRAPPED[:3], last, below, *WRAPPED[:3], *WRAPPED)
    assert (below in found[1]) is apart
    assert found[0].endswith(last) is apart


def test_a_broken_paragraph_among_long_ones_is_joined() -> None:
    long = "A paragraph on one line, " + "much longer than the others, " * 8 + "as most sources have them."
    assert texts(long, "", *WRAPPED, "", long, "", long) == [long, " ".join(WRAPPED), long, long]


def test_headlines_one_below_the_other_stay_apart() -> None:
    lines = ["Ferry strike enters its second week as talks fail", "Council rejects wind farm plan for the outer island",
             "Five soups for November", "What to do with plums when everybody has too many of them",
             "Our guide to the new bus timetable"]  # fmt: skip
    assert texts(*lines) == lines


def test_a_stanza_stays_in_lines() -> None:
    lines = ["The lamp is lit, the tide is low,", "the boats come home in twos and threes", "and nobody will ever know"]
    assert texts(*lines) == lines


def test_a_word_parted_at_a_lines_end_keeps_its_hyphen() -> None:
    lines = (
        "The lighthouse above the harbour has had a keeper, who was a well-",
        "known man in the town and beyond it, for as long as anyone there -",
        "and some of them are old - can remember, and longer than the mole.",
        "Nobody disputes it.",
    )
    assert "well-known man" in texts(*lines)[0]
    assert "there - and some" in texts(*lines)[0]


def test_width() -> None:
    assert wrapped_width(WRAPPED * 2) == 0, "seven lines above others are too few to go by"
    assert wrapped_width(WRAPPED * 3) == 64
    assert filled_width(WRAPPED[:3]) == 64
    assert filled_width(WRAPPED[:2]) == 0
    assert filled_width(["x" * 20] * 5) == 0
    assert filled_width(["word " * 60] * 5) == 0


@pytest.mark.parametrize(
    ("line", "marker", "number", "text"),
    [
        ("• one", "• ", None, "one"),
        ("•one", "•", None, "one"),
        ("- one", "- ", None, "one"),
        ("* one", "* ", None, "one"),
        ("12. one", "12. ", 12, "one"),
        ("3) one", "3) ", 3, "one"),
        ("-one", "", None, "-one"),
        ("— one", "", None, "— one"),
        ("1550. one", "", None, "1550. one"),
        ("3.5 lamps", "", None, "3.5 lamps"),
        ("4.", "", None, "4."),
    ],
)
def test_what_marks_a_list_item(line: str, marker: str, number: int | None, text: str) -> None:
    block = only(line)
    assert (block.marker, block.number, block.text) == (marker, number, text)
    assert block.full_text == line
    assert (block.listed, block.bullet) == (bool(marker), bool(marker) and number is None)


@pytest.mark.parametrize(
    ("text", "ends_sentence", "ends_in_stop"),
    [
        ("Yes.", True, True),
        ("“Yes.”", True, True),
        ("Yes.[12]", True, True),
        ("Yes?", True, False),
        ("Yes:", True, False),
        ("Yes…", True, False),
        ("灯。", True, True),
        ("हाँ।", True, True),
        ("نعم؟", True, False),
        ("Yes", False, False),
        ("Yes,", False, False),
    ],
)
def test_the_end_of_a_sentence(text: str, ends_sentence: bool, ends_in_stop: bool) -> None:
    assert (only(text).ends_sentence, only(text).ends_in_stop) == (ends_sentence, ends_in_stop)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("— * —", 0),
        ("one two", 2),
        ("U.S.–Russian talks, 1,550 of them", 5),
        ("one—two", 2),
        ("don't re-read", 2),
        ("灯塔没有人", 3),
        ("हिन्दी में लिखा", 3),
        ("x" * 500, 10),
    ],
)
def test_words(text: str, words: int) -> None:
    assert count_words(text) == words


def test_prose() -> None:
    twelve = "word " * 11 + "word."
    assert only(twelve).is_prose
    assert not only(twelve).is_strong_prose
    assert not only(twelve[:-1]).is_prose, "without its full stop"
    assert only("word " * 19 + "word.").is_strong_prose
    assert only("word " * 40).is_strong_prose, "a long paragraph that was cut off"
    assert only("one two three").is_short
    assert not only("one two three.").is_short


def test_folding() -> None:
    assert fold("“Don’t!” – he said: 1,550") == "dont he said 1 550"
    assert fold("Größe") == fold("GRÖSSE")
    assert fold("हिन्दी।") == "हिन्दी"
    assert fold("!!!") == ""


def test_neighbours() -> None:
    one, two, three = make_blocks(["one", "two", "", "three"])
    assert two.adjoins(one)
    assert not three.adjoins(two)


def test_broken_text_is_found_above_comments_in_long_lines() -> None:
    words = " ".join(WRAPPED).split()
    broken: list[str] = []
    for paragraph in range(4):
        lines = [""]
        for word in [f"In{paragraph}", *words]:
            if len(lines[-1]) + len(word) >= 72:
                lines.append("")
            lines[-1] = f"{lines[-1]} {word}".strip()
        broken += lines
    comments = ["It is a long comment that nobody broke into lines, and it goes on and on about lamps. " * 3] * 3
    found = texts(*broken, *comments)
    assert found[:4] == [" ".join([f"In{paragraph}", *words]) for paragraph in range(4)]
    assert found[4:] == [comment.strip() for comment in comments]


def test_a_menu_of_lines_of_like_length_is_not_joined() -> None:
    menu = [f"Harbour lamp number {number:03} is lit again in the town of the long pier" for number in range(20)]
    long = "It is a long paragraph that nobody broke into lines, and it goes on and on about lamps. " * 3
    assert texts(long, *menu, long) == [long.strip(), *menu, long.strip()]


@pytest.mark.parametrize("width", [72, 100, 118, 140])
def test_paragraphs_broken_at_any_width_are_joined(width: int) -> None:
    sentence = (
        "The envoys talked for two days about the radar and came to no end, since nobody had asked the villagers. "
    )
    lines = [line for number in range(6) for line in [*textwrap.wrap(sentence * (3 + number % 2), width), ""]]
    assert len(make_blocks(lines)) == 6


SOFT = (
    "The keeper of the lamp was\r\npaid by the harbour, which\r\nnever had the money.\r\nHe kept it lit.\n"
    "Nobody asked him why, and\r\nhe told nobody.\n"
    "Long nights alone\r\nOne lamp, one bell\r\nAnd no one calling\n"
    "The bell was sold.\n"
)


def test_lines_that_end_otherwise_than_paragraphs_do_go_on() -> None:
    lines = split_lines(SOFT)
    texts = [block.text for block in read_blocks(lines, softly_parted(SOFT, lines))]
    assert texts[0].endswith("which never had the money. He kept it lit.")
    assert texts[1:] == [
        "Nobody asked him why, and he told nobody.",
        *("Long nights alone", "One lamp, one bell", "And no one calling"),
        "The bell was sold.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        SOFT.replace("\r\n", "\n"),
        SOFT.replace("\r\n", "\n").replace("\n", "\r\n"),
        "One thing was said.\r\nAnother thing was said.\r\nso was a third.\r\nand a fourth.\nfive.\n",
    ],
    ids=["unix", "windows", "two files in one"],
)
def test_line_ends_of_one_kind_and_those_behind_sentences_part_paragraphs(text: str) -> None:
    assert not softly_parted(text, split_lines(text))


def test_lines_whose_ends_an_extractor_joined_or_thinned_out_are_still_one_paragraph() -> None:
    sentence = (
        "The envoys talked for two days about the old radar and came to no end, since nobody asked the villagers. "
    )
    wrapped = textwrap.wrap(sentence * 4, 70)
    joined = [*wrapped[:-1], f"{wrapped[-1]} {wrapped[0]} {wrapped[1]}", *wrapped[2:]] * 2
    assert len(make_blocks(joined)) == 1
    # Where links were taken out of lines, no line is filled.
    ragged = [line.replace(" old radar", "").replace(" two", "") for line in textwrap.wrap(sentence * 8, 64)]
    assert len(make_blocks([line[: 40 + 7 * (n % 4)].rpartition(" ")[0] for n, line in enumerate(ragged)])) < 5


def test_names_of_things_of_all_lengths_stay_a_list() -> None:
    things = [f"Lamp {'of the old pier ' * (n % 4 + 2)}No. {n}" for n in range(30)]
    assert texts(*things) == things


def test_an_item_of_a_list_does_not_go_on_with_the_line_above_whatever_ends_that() -> None:
    lines = ["The keeper of the lamp was", "• Tweet", "• Tweet", "3. of the bells", "who kept it lit."]
    texts = [block.full_text for block in make_blocks(lines, frozenset({1, 2, 3, 4}))]
    assert texts == [*lines[:3], "3. of the bells who kept it lit."]


def test_a_mark_between_sections_stands_alone_whatever_ends_the_lines_around_it() -> None:
    lines = ["The keeper of the lamp was", "asleep.", "---", "Nobody woke him."]
    assert [block.full_text for block in make_blocks(lines, frozenset({1, 2, 3}))] == [
        "The keeper of the lamp was asleep.", "---", "Nobody woke him.",
    ]  # fmt: skip


@pytest.mark.parametrize("stop", [*"。।۔။។།።։", "॥"])
def test_a_sentence_ends_in_its_scripts_full_stop(stop: str) -> None:
    (block,) = make_blocks([f"က ခ ဂ ဃ င စ ဆ ဇ ဈ ည ဋ ဌ ဍ{stop}"])
    assert block.ends_in_stop
    assert block.is_prose
