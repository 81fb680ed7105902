"""Markdown of site generators: their keys become ours, their text stays as it is, and each line is accounted for."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.articles.ledger import Fate
from generator.ingest.decode import RefusalError
from generator.ingest.findings import Settings
from tests.ingest.formats import Read
from tests.ingest.formats import read as read_file


def read(text: str, file: str = "example.md", **settings_: str) -> Read:
    return read_file(text, file, settings=Settings(**settings_))  # type: ignore[arg-type]


JEKYLL = """\
---
layout: post
title: "The lamp: above the harbour"
# Written in a hurry
date: 2012-03-04 23:50:00 -0800
last_modified_at: 2013-01-02
categories: lamps harbour
tags:
  - Night work

  - Lamps
author: Ada Example
permalink: /2012/03/the-lamp.html
redirect_from: [/old/lamp/]
published: true
image:
  path: /img/lamp.jpg
  height: 007
comments: true
excerpt:
---

# The Lamp – above the harbour

First paragraph.
"""


def test_jekyll() -> None:
    result = read(JEKYLL, "2011-01-01-the-lamp.md")
    meta = result.meta
    assert meta.title == "The lamp: above the harbour"
    assert (str(meta.date), str(meta.updated)) == ("2012-03-04", "2013-01-02")
    assert meta.tags == ("lamps", "harbour", "Night work")
    assert meta.author == ("Ada Example",)
    assert meta.aliases == ("/2012/03/the-lamp.html", "/old/lamp/")
    assert meta.extra == {"layout": "post", "image": {"path": "/img/lamp.jpg", "height": "007"}, "comments": "true"}
    assert not meta.draft
    assert result.body == "First paragraph."
    assert result.of("---") == ("front-matter", Fate.SET_ASIDE, ())
    assert result.of("# Written") == ("front-matter", Fate.SET_ASIDE, ())
    assert result.of("title:") == ("front-matter-key", Fate.LIFTED, ("title",))
    assert result.of("tags:") == ("front-matter-key", Fate.LIFTED, ("tags",))
    assert result.of("  - Lamps") == ("front-matter-key", Fate.LIFTED, ("tags",))
    assert result.of("  height") == ("front-matter-key", Fate.LIFTED, ("extra.image",))
    assert result.of("published") == ("front-matter-empty", Fate.SET_ASIDE, ())
    assert result.of("excerpt") == ("front-matter-empty", Fate.SET_ASIDE, ())
    assert result.of("# The Lamp") == ("repeated-title", Fate.SET_ASIDE, ())
    assert result.of("First") == ("markdown", Fate.KEPT, ())
    assert result.remarks() == []


def test_hugo_toml() -> None:
    result = read(
        """\
+++
title = 'Radar'
date = 2007-04-23T23:00:00-05:00
publishDate = "2007-04-24"
draft = true
tags = ["radar",
  "treaties"]   # both
slug = "The Offer"
aliases = ["/posts/radar/"]
description = \"\"\"
Two
lines = 2
\"\"\"

[params]
weight = 10
[params.deep]
when = 2001-02-03
[[resources]]
src = "a.jpg"
[[resources]]
src = "b.jpg"
+++
Text.
"""
    )
    meta = result.meta
    assert (meta.title, str(meta.date), meta.draft) == ("Radar", "2007-04-24", True)
    assert meta.tags == ("radar", "treaties")
    assert meta.aliases == ("/posts/radar/",)
    assert meta.summary == "Two lines = 2"
    assert result.cleaned.slug == "the-offer"
    assert meta.extra == {
        "date": "2007-04-23T23:00:00-05:00",
        "params": {"weight": "10", "deep": {"when": "2001-02-03"}},
        "resources": [{"src": "a.jpg"}, {"src": "b.jpg"}],
    }
    assert result.of('  "treaties"]')[2] == ("tags",)
    assert result.of("lines = 2")[2] == ("summary",)
    assert result.of("when")[2] == ("extra.params",)
    assert result.of('src = "b')[2] == ("extra.resources",)
    assert result.of("slug")[2] == ("slug",)


def test_hugo_json() -> None:
    result = read(
        '{\n"title": "A", "date": "2010-05-06",\n"params": {\n  "a": [1, {"b": null}]\n}\n}\n\nText {here}.\n'
    )
    assert (result.meta.title, str(result.meta.date)) == ("A", "2010-05-06")
    assert result.meta.extra == {"params": {"a": ["1", {"b": ""}]}}
    assert result.body == "Text {here}."
    assert result.of('"title"')[2] == ("title", "date")
    assert result.of('  "a"')[2] == ("extra.params",)
    assert result.rules()[0] == result.rules()[5] == "front-matter"


def test_pelican() -> None:
    result = read(
        "Title: My post\nDate: 2010-12-03 10:20\nModified: 2010-12-05\nCategory: Two Words\nTags: one, more words\n"
        "Slug: my-super-post\nAuthors: Ada Example, Ben Sample\nSummary: Short\n    and long\nStatus: draft\n\nBody.\n"
    )
    meta = result.meta
    assert (meta.title, str(meta.date), str(meta.updated)) == ("My post", "2010-12-03", "2010-12-05")
    assert meta.tags == ("Two Words", "one", "more words")
    assert meta.author == ("Ada Example", "Ben Sample")
    assert (meta.summary, meta.draft, result.cleaned.slug) == ("Short and long", True, "my-super-post")
    assert result.of("    and long")[2] == ("summary",)
    assert result.body == "Body."


@pytest.mark.parametrize(
    "text",
    [
        "Note: this is no header\n\nText.\n",
        "He said it plainly.\nTitle: none\n\nText.\n",
        "Warning: one\nTitle is nothing\n\nText.\n",
        "---\n\nA rule above a text, and no fence below it.\n",
        "{% include head.html %}\n\nText.\n",
        '{"title": "A"} is how JSON begins.\n',
    ],
)
def test_what_is_no_front_matter_is_text(text: str) -> None:
    result = read(text)
    assert result.body == text.rstrip("\n")
    assert {rule for rule in result.rules() if rule != "blank"} == {"markdown"}


def test_without_front_matter_the_first_heading_is_the_title() -> None:
    for heading in (
        "# A *title* of [two](http://e.example) `words` #",
        "A *title* of [two](http://e.example) words\n===",
    ):
        result = read(f"{heading}\nText follows at once.\n\n# Another\n")
        assert result.meta.title == "A title of two words"
        assert result.body == "Text follows at once.\n\n# Another"
        assert result.rules()[0] == "markdown-title"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("## A **part**\n\nText.\n", "A part"),
        ("> - Some [words](http://e.example)\n> of it\n", "Some words of it"),
        ("![](picture.jpg)\n\nText.\n", "Text."),
        ("* * *\n", "example"),
        ("![](picture.jpg)\n", "example"),
    ],
)
def test_without_any_title_the_first_words_stand_for_it(text: str, title: str) -> None:
    result = read(text)
    assert result.meta.title == title
    assert result.body == text.rstrip("\n")
    assert "no title was found" in result.remarks()[0]


def test_a_first_heading_that_says_something_else_stays() -> None:
    result = read("---\ntitle: One\n---\n# Another\n\nText.\n")
    assert result.body == "# Another\n\nText."


def test_the_name_of_a_file_tells_what_nothing_else_does() -> None:
    result = read("---\nlayout: post\n---\nText.\n", "posts/2012-03-04-some-slug.markdown")
    assert (result.meta.title, str(result.meta.date)) == ("Some slug", "2012-03-04")
    assert result.remarks() == [
        "1: its date stands in the file's name alone: 2012-03-04",
        "1: its title stands in the file's name alone: Some slug",
    ]
    assert not any(key in ("date", "title") for line in result.cleaned.ledger.lines for key in line.spans[0].keys)
    assert read("Text.\n", "2012-13-44-some.md").meta.date is None


BODY = """\
Two spaces break  \nthis line, one \ndoes not.   \n\n\n```python
x = 1   \n\n
y = "‘‘z’’ \u200b"
```
- item\n- item\n
    indented  \n\n\n    code\t\n
> quoted ‘‘words’’ and `‘‘code’’`

| a | b |
|---|---|
| 1 | 2 |

{% highlight c %}
a;

b;
{% endhighlight %}

The plain ‘‘quotation’’ is men\u200bded, Ã©tÃ© too.

* * *"""


def test_the_text_stays_as_it_is_written_but_for_characters_that_are_plainly_broken() -> None:
    result = read("---\ntitle: A\n---\n\n" + BODY.replace("\n", "\r\n") + "\r\n\r\n")
    wanted = BODY.replace("one \n", "one\n").replace("not.   ", "not.").replace("\u200bded", "ded")
    wanted = wanted.replace("The plain ‘‘quotation’’", "The plain “quotation”").replace("Ã©tÃ©", "été")
    assert result.body == wanted
    assert result.cleaned.ledger.mended == {"invisible": 1, "mojibake": 2, "quotation-marks": 2}


def test_tags_that_stand_for_addresses_become_plain_and_are_counted() -> None:
    text = "---\ntitle: A\n---\n[a]({% post_url 2012-03-04-b %})\nand `{% post_url c %}`.\n\n    [d]({filename}e.md)\n"
    result = read(text)
    assert result.body == "[a](2012-03-04-b.md)\nand `{% post_url c %}`.\n\n    [d]({filename}e.md)"
    assert result.cleaned.ledger.mended == {"template-addresses": 1}


def test_lines_can_be_set_aside_and_brought_back_block_by_block() -> None:
    text = "---\ntitle: A\nnote: x\n---\nOne.\n\n```\ncode\n\ncode\n```\n\nTwo.\n"
    result = read_file(text, "a.md", decisions={10: Fate.SET_ASIDE, 3: Fate.KEPT})
    assert result.body == "note: x\n\nOne.\n\nTwo."
    assert result.meta.extra == {}
    by = {line.n: line.spans[0].by for line in result.cleaned.ledger.lines}
    assert [number for number, who in by.items() if who == "editor"] == [3, 7, 8, 9, 10, 11]
    without_title = read_file("---\ntitle: A\n---\n# B\n\nText.\n", "a.md", decisions={2: Fate.SET_ASIDE})
    assert without_title.body == "# B\n\nText."


def test_what_other_programs_would_do_is_told_once_a_file() -> None:
    text = (
        '---\ntitle: A\n---\n`{{ no }}`\n\n```\n{{< no >}}\n[a](no.md)\n```\n\n{{< figure src="x.jpg" >}}\n\n'
        "![a](/img/a.jpg) [b](https://e.example) [c](#d) [e](media/f.jpg) <a href='g.html'>h</a>\n\n[i]: j.png\n"
    )
    assert read(text).remarks() == [
        "4: a template's tag stays as text: {{ no }}",
    ]


keys = st.sampled_from(
    (
        "title",
        "date",
        "tags",
        "author",
        "layout",
        "permalink",
        "draft",
        "lang",
        "x y",
        "summary",
        "url",
        "é",
        "published",
    )
)
scalars = st.one_of(
    st.sampled_from(
        ("2012-03-04", "true", "[a, b]", "{a: b}", "|\n  two\n\n  lines", ">-\n  x", "&a b", "*a", "'", '"')
    ),
    st.sampled_from(
        ("", "~", "a: b", "# c", "\n  - a\n  - b", "\n  a: b", "/old/path.html", "‘‘x’’", "\u2028", "\x00")
    ),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\nÃÂâÐÑ"), max_size=12),
)
pairs = st.lists(st.tuples(keys, scalars), max_size=6)
bodies = st.lists(
    st.one_of(
        st.sampled_from(
            ("# title", "text", "```", "~~~", "    code", "- item", "> quote", "===", "---", "+++", "", "  ")
        ),
        st.sampled_from(
            ("<!--", "-->", "<pre>", "</pre>", "{% raw %}", "text  ", "\u200b", "# ", "[a]: b", "Title: x")
        ),
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\nÃÂâÐÑ"), max_size=20),
    ),
    max_size=14,
)


def yaml(items: list[tuple[str, str]]) -> str:
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in items) + "---\n"


def toml(items: list[tuple[str, str]]) -> str:
    return "+++\n" + "".join(f"{key} = {value}\n" for key, value in items) + "+++\n"


def headers(items: list[tuple[str, str]]) -> str:
    return "".join(f"{key}: {value}\n" for key, value in items) + "\n"


def braces(items: list[tuple[str, str]]) -> str:
    return "{\n" + ",\n".join(f'"{key}": {value}' for key, value in items) + "\n}\n"


texts = st.builds(
    lambda head, items, lines, end: (head(items) + "\n".join(lines)).replace("\n", end),
    st.sampled_from((yaml, toml, headers, braces, lambda _: "")),
    pairs,
    bodies,
    st.sampled_from(("\n", "\r\n", "\r")),
)


@given(texts)
@settings(deadline=None)
def test_every_line_is_accounted_for_and_what_is_kept_is_the_article(text: str) -> None:
    try:
        result = read(text)
    except RefusalError:
        return
    kept = [
        line
        for line, entry in zip(result.lines, result.cleaned.ledger.lines, strict=True)
        if entry.spans[0].fate is Fate.KEPT
    ]
    assert re.sub(r"\s+", "", _mended("".join(kept))) == re.sub(r"\s+", "", _mended(result.body))
    for key in {key for entry in result.cleaned.ledger.lines for span in entry.spans for key in span.keys}:
        name, _, rest = key.partition(".")
        if name == "extra":
            assert rest in result.meta.extra
        elif name not in ("slug", "language"):
            assert getattr(result.meta, name)


def _mended(text: str) -> str:
    """What the mending of characters can change, taken out on both sides."""
    return re.sub(r"[‘’“”\u200b\u2060\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f]", "", text)


@given(texts)
@settings(deadline=None, max_examples=30)
def test_the_same_bytes_give_the_same_article(text: str) -> None:
    try:
        assert read(text).cleaned == read(text).cleaned
    except RefusalError:
        return


def test_a_footnote_is_no_link() -> None:
    assert read("---\ntitle: T\ndate: 2007-04-23\n---\nText.[^1]\n\n[^1]: More of it.\n").remarks() == []
