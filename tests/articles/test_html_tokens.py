"""Tags and texts of a page, however broken it is."""

from __future__ import annotations

import time

import pytest

from generator.articles.html.tokens import has_open_quotation, read_attributes, tokens


def told(page: str) -> list[str]:
    """Each token as `name`, `/name` or `'text'`; what stands in a script or title behind a colon."""
    return [
        repr(content) if not name else ("/" if closes else "") + name + (f":{content}" if content else "")
        for name, closes, _, content, _ in tokens(page)
    ]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("a<b>c</b>", ["'a'", "b", "'c'", "/b"]),
        ("<P CLASS=x>a", ["p", "'a'"]),
        ("a &amp; b &lt;i&gt; &#x41;", ["'a & b <i> A'"]),
        ("a < b <3 c", ["'a < b <3 c'"]),
        ("a<!-- b <p> -->c", ["'a'", "'c'"]),
        ("a<!-->b<!--->c", ["'a'", "'b'", "'c'"]),
        ("a<!-- b --!>c", ["'a'", "'c'"]),
        ("a<!-- b >c", ["'a'", "'c'"]),
        ("<!DOCTYPE html><?xml x?>a</>b</ c>d", ["'a'", "'b'", "'d'"]),
        ("<script>if (a < b) '</p>'</script>c", ["script:if (a < b) '</p>'", "/script", "'c'"]),
        ("<style>p > a</style >x", ["style:p > a", "/style", "'x'"]),
        ("<title>a <b> c</title>", ["title:a <b> c", "/title"]),
        ("<title>a <p>b", ["title", "'a '", "p", "'b'"]),
        ("a<script>b", ["'a'", "script"]),
        ("<plaintext>a</p>", ["plaintext:a</p>"]),
        ('<a title="x>y" href=z>b', ["a", "'b'"]),
        ("<a title=it's>b</a><i x='c'>d", ["a", "'b'", "/a", "i", "'d'"]),
        ('<a title="never closed>b</a> c', ["a", "'b'", "/a", "' c'"]),
        ("a <b never closed", ["'a <b never closed'"]),
        ("<o:p>a</o:p>", ["o:p", "'a'", "/o:p"]),
        ("<br/>a<br />b", ["br", "'a'", "br", "'b'"]),
    ],
)
def test_tokens(page: str, expected: list[str]) -> None:
    assert told(page) == expected


def test_a_reference_with_more_digits_than_python_reads() -> None:
    assert told(f"a&#{'9' * 5000};b") == ["'a\N{REPLACEMENT CHARACTER}b'"]


def test_places() -> None:
    assert [start for *_, start in tokens("ab<p>c</p>")] == [0, 2, 5, 6]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (" class='a b' ID=c checked", {"class": "a b", "id": "c", "checked": ""}),
        (' a = "1" a="2"', {"a": "1"}),
        (' href="?a=1&amp;b=2"', {"href": "?a=1&b=2"}),
        (" a=b/ /c", {"a": "b/", "c": ""}),
        ('"x"="y"', {'"x"': "y"}),
        ("", {}),
    ],
)
def test_attributes(written: str, expected: dict[str, str]) -> None:
    assert read_attributes(written) == expected


@pytest.mark.parametrize(
    ("written", "is_open"),
    [(' a="b"', False), (" a='b\"'", False), (' a="b', True), (" a='x' b='", True), (" a=it's", False), ("", False)],
)
def test_open_quotations(written: str, is_open: bool) -> None:
    assert has_open_quotation(written) == is_open


@pytest.mark.parametrize(
    "part", ["<", "<a ", "<!--", '<a b="', "<a b='\" ", "&", "&#", "<title>", "</", "<a b=c", "<script>", "<a =", "x "]
)
def test_time_grows_with_the_length_alone(part: str) -> None:
    def seconds(count: int) -> float:
        start = time.process_time()
        for _ in tokens(part * count):
            pass
        return time.process_time() - start

    # Ten times the text takes ten times as long, or a hundred times where each part looks at all that follow.
    assert seconds(200_000) < 40 * max(seconds(20_000), 0.005)
