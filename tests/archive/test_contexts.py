from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.contexts import LONGEST_CONTEXT, Context, read_context, sentence_around, written_contexts
from generator.archive.values import Kind, Mention
from generator.articles.markdown_html import convert


def around(html: str, name: str, *, nth: int = 0) -> Context:
    start = -1
    for _ in range(nth + 1):
        start = html.index(name, start + 1)
    return sentence_around(html, Mention(Kind.PEOPLE, "one", start, start + len(name)))


def whole(html: str, name: str) -> str:
    context = around(html, name)
    return context.before + "|" + context.name + "|" + context.after


def test_the_sentence_in_its_paragraph() -> None:
    html = "<p>It rained. Then Robert Gates spoke of radars! Nobody heard.</p><p>Another.</p>"
    assert around(html, "Robert Gates") == Context("Then ", "Robert Gates", " spoke of radars!")


def test_a_sentence_ends_with_its_block() -> None:
    html = "<h2>Robert said</h2>\n<ul><li>Ask Gates</li><li>about it</li></ul>"
    assert whole(html, "Gates") == "Ask |Gates|"


def test_a_name_at_both_ends_of_a_text() -> None:
    assert whole("<p>Gates</p>", "Gates") == "|Gates|"
    assert whole("Gates", "Gates") == "|Gates|"


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Bush and Gen. J. W. Smith met |Gates| in the U.S. Senate at 3.5 per cent.",
        "In St. Petersburg, No. 5 of them, e.g. |Gates|, left.",
        "“Is it so?” asked |Gates|, “or not!” and left.",
        "Am 3. Mai traf Dr. Müller |Gates| in Berlin.",
        "В 2007 г. Сергей Иванов и В. Путин приняли |Gates| в Москве.",
        "Yahoo! and |Gates| agreed … in the end.",
        "He came with |Gates| (Washington D.C.) and left.",
    ],
)
def test_what_ends_no_sentence(sentence: str) -> None:
    html = f"<p>This came before. {sentence.replace('|', '')} That came after.</p>"
    assert whole(html, "Gates") == sentence


@pytest.mark.parametrize(
    ("before", "sentence", "after"),
    [
        ("It was 2007. ", "|Gates| came.", " He left."),
        ("He said: “Enough.” ", "|Gates| left.”", " Then silence."),
        ("昨日は雨だった。", "|Gates|はモスクワへ行った。", "そして帰った。"),
        ("यह सच है। ", "|Gates| आए।", " फिर गए।"),
        ("هل جاء؟ ", "جاء |Gates| اليوم.", " ثم ذهب."),
        ("(It rained.) ", "|Gates| came (late).", " He left."),
        ("Is that so? ", "No, said |Gates|.", " But yes."),
    ],
)
def test_what_ends_a_sentence(before: str, sentence: str, after: str) -> None:
    assert whole(f"<p>{before}{sentence.replace('|', '')}{after}</p>", "Gates") == sentence


def test_the_text_is_plain() -> None:
    html = convert(
        "A *very* 2 < 3 & [long](https://example.org 'a > b') talk[^1] with Gates,\nhe said.\n\n[^1]: No."
    ).html
    assert whole(html, "Gates") == "A very 2 < 3 & long talk with |Gates|, he said."


def test_a_line_break_is_a_blank() -> None:
    assert whole("<p>Roses<br>\nand Gates<br>bloom.</p>", "Gates") == "Roses and |Gates| bloom."


def test_a_long_sentence_is_cut_around_the_name() -> None:
    words = "word " * 200
    context = around(f"<p>Begin {words}Gates {words}end.</p>", "Gates")
    assert context.before.startswith("… word ")
    assert context.after.endswith(" word …")
    length = len(context.before + context.name + context.after)
    assert LONGEST_CONTEXT - 40 < length <= LONGEST_CONTEXT + 4
    assert abs(len(context.before) - len(context.after)) < 20


def test_a_name_near_an_end_leaves_its_room_to_the_other_side() -> None:
    words = "word " * 200
    context = around(f"<p>Then Gates {words}end.</p>", "Gates")
    assert context.before == "Then "
    assert len(context.after) > LONGEST_CONTEXT - 40


def test_a_long_sentence_without_blanks_is_cut_anywhere() -> None:
    context = around(f"<p>{'長' * 300}Gates{'短' * 300}</p>", "Gates")
    assert context.before.startswith("… 長")
    assert context.after.endswith("短 …")
    # Such a sign says as much as a syllable or a word.
    assert len(context.before + context.after) <= LONGEST_CONTEXT // 2 + 4


def test_a_window_that_begins_or_ends_within_a_tag() -> None:
    link = f'<a href="https://example.org/{"x" * 990}" title="a &gt; b">here</a> '
    for shift in range(0, 1200, 7):
        html = f"<p>{'y' * shift} {link * 3}Gates {link * 3}{'z' * shift}</p>"
        context = around(html, "Gates")
        text = context.before + context.after
        assert "example" not in text
        assert not set("<>") & set(text)
        assert "here" in context.before


@given(st.text(st.sampled_from([*"ab .\t\n\r\x0b\x1c\x85\u2028\u00a0"]), max_size=12), st.integers(1, 3))
def test_contexts_are_read_as_they_were_written(around: str, number: int) -> None:
    html = f"<p>{around}Robert\tGates{around} went.</p>"
    start = html.index("Robert")
    context = sentence_around(html, Mention(Kind.PEOPLE, "robert-gates", start, start + len("Robert\tGates")))
    before = Context("", "x", "")
    written = written_contexts([("a", before), *((f"b{place}", context) for place in range(number + 1))])
    assert [read_context(written, f"b{place}") for place in range(number + 1)] == [context] * (number + 1)
    assert read_context(written, "a") == before
    assert read_context(written, "b") is None
