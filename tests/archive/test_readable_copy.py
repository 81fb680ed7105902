from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.readable_copy import ReadableCopy, normalised_line


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("Robert Gates", "Robert Gates\n"),
        ("Robert\nGates", "Robert Gates\n"),
        ("Robert&nbsp; \tGates", "Robert Gates\n"),
        ("Robert\u00a0Gates", "Robert Gates\n"),
        ("O’Brien", "O'Brien\n"),
        ("Tom &amp; Co", "Tom & Co\n"),
        ("a &lt;b&gt; c", "a <b> c\n"),
        ("Mu\u0308ller", "Müller\n"),
        ("<p>a</p>", "\na\n\n"),
        ('a<img alt="x > y">b', "a\nb\n"),
        ("a<code>b <b>c</b></code>d", "a\n\n\n\nd\n"),
    ],
)
def test_the_copy_is_the_text_normalised(html: str, text: str) -> None:
    assert ReadableCopy.of(html).text == text


@pytest.mark.parametrize(
    ("html", "word", "original"),
    [
        ("<p>said Robert&nbsp;\n Gates.</p>", "Robert Gates", "Robert&nbsp;\n Gates"),
        ("<p>Tom &amp; Co, &amp;</p>", "& Co", "&amp; Co"),
        ("<p>Tom &amp;</p>", "Tom &", "Tom &amp;"),
        ("a<code>b</code>Gates", "Gates", "Gates"),
        ("Gates<code>b</code>", "Gates", "Gates"),
        ("Gates", "Gates", "Gates"),
        ("Jose\u0301", "José", "Jose\u0301"),
    ],
)
def test_a_stretch_of_the_copy_leads_back_to_the_html(html: str, word: str, original: str) -> None:
    copy = ReadableCopy.of(html)
    start = copy.text.index(word)
    assert html[copy.origin(start) : copy.origin(start + len(word))] == original


def test_links_and_headings_are_read_but_not_linked() -> None:
    html = '<h2>Head <a href="x">inner</a> rest</h2><p>free <a href="y">bound</a> open</p>'
    copy = ReadableCopy.of(html)
    linked = {word: copy.may_link(copy.text.index(word)) for word in ("Head", "inner", "rest", "free", "bound", "open")}
    assert linked == {"Head": False, "inner": False, "rest": False, "free": True, "bound": False, "open": True}


def test_a_name_is_normalised_as_a_text_is() -> None:
    assert normalised_line(" Robert\n\u00a0Gates ") == "Robert Gates"
    assert normalised_line("O’Brien‑Mu\u0308ller") == "O'Brien-Müller"


@given(st.text(alphabet="ab \n\té’-&;<>u\u0308\u00a0"))
def test_the_copy_of_a_plain_text_is_its_normal_form_with_blanks_at_its_ends(text: str) -> None:
    from html import escape

    copy = ReadableCopy.of(escape(text, quote=False)).text.removesuffix("\n")
    assert copy.strip() == normalised_line(text)
    assert unicodedata.is_normalized("NFC", copy)


@given(st.lists(st.text(alphabet="ab \n\té’-&;<>u\u0308\u00a0\u2028", max_size=8), min_size=1, max_size=6))
def test_tags_part_a_copy_and_every_character_leads_back_to_its_own(parts: list[str]) -> None:
    from html import escape

    written = [escape(part, quote=False) for part in parts]
    html = '<p class="a > b">'.join(written)
    copy = ReadableCopy.of(html)
    copies = [ReadableCopy.of(part).text.removesuffix("\n") for part in written]
    assert copy.text == "\n".join(copies) + "\n"
    origins = [copy.origin(offset) for offset in range(len(copy.text))]
    assert origins == sorted(set(origins))
    assert origins[-1] == len(html)
    for offset, origin in enumerate(origins[:-1]):
        if copy.text[offset] in "ab;":
            assert html[origin] == copy.text[offset]


@pytest.mark.parametrize("sign", [chr(code) for code in range(0x3100) if chr(code).isspace()])
def test_every_white_sign_is_a_blank(sign: str) -> None:
    assert ReadableCopy.of(f"<p>Robert{sign}Gates</p>").text == "\nRobert Gates\n\n"
